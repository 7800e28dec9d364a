"""Times `podkit.transcripts` against the subtitle libraries beside it, and `json` below it.

Usage: ``python benchmarks/transcripts.py [--rounds 9] [--plot growth.svg]``

All take their turns in one process, on the same files, of 1 and of 10 hours; each figure is the
median of its times as a ratio to podkit's in the same run. Libraries that are not installed are
named and left out: ``pip install webvtt-py pysubs2 pycaption srt pysrt``.
"""

import argparse
import itertools
import json
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from measuring import Contestants, Points, imported, medians, plot

from podkit import Cue, Transcript, transcripts

# Twelve sentences, in turn with three speakers: sizes as they are in the transcripts of talk shows.
SENTENCES = (
    "So what did you take home from that year?",
    "Honestly? That it's fine to ask for help, and that nobody minds.",
    "Right.",
    "We moved the whole studio in a van, and the van broke down twice before we were out of town.",
    "I remember the second time, since it rained.",
    "It did, and the microphones were on the roof.",
    "On the roof & in the rain: that's how you learn what a case is for.",
    "Two of them still work.",
    "Which ones?",
    "The cheap ones, of course; the others went back to the maker, and that took until spring.",
    "And then the first episode came out.",
    "Three people listened to it, and one of them was my mother,\nwho said it was too long.",
)
SPEAKERS = ("Ann Lee", "Bo", "Dr. Okoro")
SECONDS_PER_LETTER = 0.065
WORDS = 100_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--plot", type=Path)
    arguments = parser.parse_args()
    for hours in (1, 10):
        print_ratios(hours, arguments.rounds)
    print_words(arguments.rounds)
    points = print_growth(arguments.rounds)
    if arguments.plot:
        arguments.plot.write_text(plot(points, ("vtt.loads", "srt.loads")))


def episode(hours: float) -> Transcript:
    """Make the transcript of an episode."""
    return Transcript(cues=tuple(cues(hours)), language="en")


def cues(hours: float) -> Iterator[Cue]:
    """Give cues until the time is over."""
    start = 0
    for number in itertools.count():
        text = SENTENCES[number % len(SENTENCES)]
        end = start + round(1000 * SECONDS_PER_LETTER * len(text)) + number % 97
        if end > hours * 3600 * 1000:
            return
        speaker = SPEAKERS[number // 5 % len(SPEAKERS)]
        yield Cue(text=text, start=start / 1000, end=end / 1000, speaker=speaker)
        start = end


def print_ratios(hours: int, rounds: int) -> None:
    """Compare podkit with the others at each task."""
    transcript = episode(hours)
    texts = {name: transcripts.dumps(transcript, format=name) for name in ("vtt", "srt", "json")}
    print(f"\n{hours} h, {len(transcript.cues)} cues")
    tasks: dict[str, Contestants] = {
        "read VTT": readers("vtt", texts["vtt"]),
        "read SRT": readers("srt", texts["srt"]),
        "read JSON": {
            "podkit": partial(transcripts.json.loads, texts["json"]),
            "by content": partial(transcripts.loads, texts["json"]),
            "json.loads": partial(json.loads, texts["json"]),
        },
        "write VTT": writers("vtt", transcript, texts["vtt"]),
        "write SRT": writers("srt", transcript, texts["srt"]),
    }
    for task, contestants in tasks.items():
        seconds = medians(contestants, rounds)
        ours = seconds.pop("podkit")
        ratios = "  ".join(f"{name} {other / ours:.2f}" for name, other in seconds.items())
        print(f"{task:10} {ours * 1000:8.1f} ms   times as long: {ratios}")


def print_words(rounds: int) -> None:
    """Time the reading of 10 hours of JSON with a segment a word, and tell what memory it takes."""
    words = [
        {"speaker": "Ann Lee", "startTime": n * 0.36, "endTime": n * 0.36 + 0.3, "body": "word"}
        for n in range(WORDS)
    ]
    text = json.dumps({"version": "1.0.0", "segments": words})
    del words
    seconds = medians(
        {
            "podkit": partial(transcripts.json.loads, text),
            "json.loads": partial(json.loads, text),
        },
        rounds,
    )
    tracemalloc.start()
    transcripts.json.loads(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(
        f"\n10 h, {WORDS} segments of a word each, {len(text) / 1e6:.1f} MB: "
        f"{seconds['podkit'] * 1000:.0f} ms, {seconds['podkit'] / seconds['json.loads']:.2f} times "
        f"json.loads alone, {peak / 1e6:.0f} MB at most"
    )


def readers(format: str, text: str) -> Contestants:
    """Give what reads a text, to lists of cues; podkit also when it isn't told the format."""
    found: Contestants = {
        "podkit": partial(getattr(transcripts, format).loads, text),
        "by content": partial(transcripts.loads, text),
    }
    for name, read in READERS[format].items():
        library = imported(name)
        if library:
            found[name] = partial(read, library, text)
    return found


READERS: dict[str, dict[str, Callable[[Any, str], Any]]] = {
    "vtt": {
        "webvtt": lambda webvtt, text: webvtt.from_string(text),
        "pysubs2": lambda pysubs2, text: pysubs2.SSAFile.from_string(text, "vtt"),
        "pycaption": lambda pycaption, text: pycaption.WebVTTReader().read(text),
    },
    "srt": {
        "srt": lambda srt, text: list(srt.parse(text)),
        "pysrt": lambda pysrt, text: pysrt.from_string(text),
        "pysubs2": lambda pysubs2, text: pysubs2.SSAFile.from_string(text, "srt"),
    },
}
# How each library writes what it has read.
WRITERS: dict[str, dict[str, Callable[[Any, str], Callable[[], Any]]]] = {
    "vtt": {
        "webvtt": lambda webvtt, text: partial(getattr, webvtt.from_string(text), "content"),
        "pysubs2": lambda pysubs2, text: partial(
            pysubs2.SSAFile.from_string(text, "vtt").to_string, "vtt"
        ),
    },
    "srt": {
        "srt": lambda srt, text: partial(srt.compose, list(srt.parse(text))),
        "pysubs2": lambda pysubs2, text: partial(
            pysubs2.SSAFile.from_string(text, "srt").to_string, "srt"
        ),
    },
}


def writers(format: str, transcript: Transcript, text: str) -> Contestants:
    """Give what writes cues, those that each has read."""
    found: Contestants = {"podkit": partial(getattr(transcripts, format).dumps, transcript)}
    for name, prepare in WRITERS[format].items():
        library = imported(name)
        if library:
            found[name] = prepare(library, text)
    return found


def print_growth(rounds: int) -> Points:
    """Time the reading of longer and longer files; give megabytes, and milliseconds of each."""
    print(f"\nGrowth\n{'hours':>6} {'MB':>7} {'VTT ms':>8} {'SRT ms':>8} {'VTT ms/MB':>10}")
    points = []
    for hours in (0.5, 1, 2, 5, 10, 20, 50):
        transcript = episode(hours)
        vtt = transcripts.vtt.dumps(transcript)
        srt = transcripts.srt.dumps(transcript)
        contestants: Contestants = {
            "vtt": partial(transcripts.vtt.loads, vtt),
            "srt": partial(transcripts.srt.loads, srt),
        }
        seconds = medians(contestants, rounds if hours < 20 else 3)
        size, ms = len(vtt) / 1e6, {name: each * 1000 for name, each in seconds.items()}
        points.append((size, ms["vtt"], ms["srt"]))
        print(f"{hours:6} {size:7.2f} {ms['vtt']:8.1f} {ms['srt']:8.1f} {ms['vtt'] / size:10.1f}")
    return points


if __name__ == "__main__":
    main()

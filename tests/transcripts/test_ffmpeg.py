"""ffmpeg, as a peer, reads every SubRip and WebVTT file that we write."""

import subprocess

import attrs
import pytest

from podkit import Cue, Transcript, transcripts
from podkit.transcripts import srt, vtt
from tests.transcripts.golden import FILES

CAPTIONS = {"vtt": vtt, "srt": srt}
CUES = (
    Cue(text="Hello.", start=0, end=2.5),
    Cue(text="Two lines,\nthe second – with ünïcödé.", start=2.5, end=2.75),
    Cue(text="Salt, pepper; 42%", start=3600.001, end=3661.999),
    Cue(text="5 < 7 > 3 & a <3", start=3661.999, end=3662),
    Cue(text="42", start=3662, end=36_000),
    Cue(text="Note: overlapping.", start=3700, end=3701),
)


@pytest.mark.parametrize("name", CAPTIONS)
@pytest.mark.parametrize("language", [None, "en"])
def test_ffmpeg_reads_the_times_and_texts_that_we_write(tmp_path, name, language):
    path = tmp_path / f"transcript.{name}"
    CAPTIONS[name].write(Transcript(cues=CUES, language=language), path)
    [found] = converted(path)
    assert srt.loads(found).cues == CUES


@pytest.mark.parametrize(
    ("name", "shown"), [("vtt", "Salt & <pepper>"), ("srt", "Ann Lee: Salt & <pepper")]
)
def test_ffmpeg_reads_speakers_and_markup_as_text(tmp_path, name, shown):
    path = tmp_path / f"transcript.{name}"
    cue = Cue(text=shown.removeprefix("Ann Lee: "), start=0, end=1, speaker="Ann Lee")
    CAPTIONS[name].write(Transcript(cues=[cue]), path)
    [found] = converted(path)
    assert shown in found


@pytest.mark.parametrize("name", CAPTIONS)
def test_ffmpeg_reads_every_file_that_we_have_read_and_written(tmp_path, name):
    written = {}
    for file in FILES:
        if file.suffix in (".vtt", ".srt"):
            read = transcripts.read(file)
            cues = sorted(
                (cue for cue in read.cues if cue.start is not None and cue.end > cue.start),
                key=lambda cue: cue.start,
            )
            path = tmp_path / f"{file.name}.{name}"
            # ffmpeg 5 finds no cue after a style sheet or a region.
            CAPTIONS[name].write(attrs.evolve(read, cues=cues, styles=(), regions=()), path)
            written[path] = cues
    for (path, cues), text in zip(written.items(), converted(*written), strict=True):
        found = srt.loads(text).cues
        # ffmpeg has no place for the speaker of a voice span.
        expected = [cue.text if name == "vtt" else with_speaker(cue) for cue in cues]
        assert (path.name, list(map(with_speaker, found))) == (path.name, expected)
        assert [(cue.start, cue.end) for cue in found] == [(cue.start, cue.end) for cue in cues]


def with_speaker(cue):
    return f"{cue.speaker}: {cue.text}" if cue.speaker else cue.text


def converted(*paths):
    """Let ffmpeg read files and write them as SubRip; starting it takes longer than all that."""
    outputs = [path.with_suffix(".converted") for path in paths]
    command = ["ffmpeg", "-v", "error"]
    for path in paths:
        command += ["-i", path]
    for number, output in enumerate(outputs):
        command += ["-map", str(number), "-f", "srt", output]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    return [output.read_text() for output in outputs]

"""Strategies of transcripts, and what the formats make of one."""

import re

import attrs
from hypothesis import strategies as st

from podkit import Cue, Transcript
from podkit.transcripts import html, json, lrc, markdown, sbv, srt, text, ttml, vtt

FORMATS = {
    "vtt": vtt,
    "srt": srt,
    "sbv": sbv,
    "ttml": ttml,
    "json": json,
    "html": html,
    "lrc": lrc,
    "markdown": markdown,
    "text": text,
}
CAPTIONS = {"vtt": vtt, "srt": srt, "sbv": sbv, "ttml": ttml}
WITHOUT_LANGUAGE = {"srt": srt, "sbv": sbv, "json": json, "lrc": lrc}
WITHOUT_LANGUAGE |= {"markdown": markdown, "text": text}

BREAK = re.compile(r"[^\S\n]*\n[^\S\n]*")

# What the formats treat specially, among all that text may hold.
CHARACTERS = st.one_of(
    st.sampled_from("<>&\"'\n\t :.,-[]{}\\\x00\r\x0b\x0c\x85\xa0\u2028\u2060\ufeffAaé1٣名"),
    st.characters(exclude_categories=["Cs"]),
)
UNKEPT = dict.fromkeys(map(ord, "\0\r\ufeff"))
FRAGMENTS = st.sampled_from(
    ["-->", "00:01.000 --> 00:02.000", "<b>", "</v>", "&amp;", "NOTE", "WEBVTT", "Ann: ", "ann: ",
     "[0:01] ", "\n\n", "1\n", "{\\an8}", "Two: ", "STYLE", "<p>", "<!--", "Ann\u2060: ", "the "]
)  # fmt: skip
ANY_TEXT = st.lists(st.one_of(st.text(CHARACTERS, max_size=6), FRAGMENTS), max_size=4).map("".join)
# Text that no format has a reason to refuse by itself, most of the time.
TIDY_TEXT = ANY_TEXT.map(lambda text: " ".join(text.translate(UNKEPT).split(" ")).strip() or "A")
TEXT = st.one_of(
    TIDY_TEXT, TIDY_TEXT, TIDY_TEXT.map(lambda text: text.replace("\n\n", "\n")), ANY_TEXT
)
TIMES = st.one_of(st.integers(0, 50_000), st.floats(0, 4e7), st.integers(0, 9_999_999)).map(
    lambda time: time / 1000 if type(time) is int else time
)
NAMES = TIDY_TEXT.map(lambda text: " ".join(text.split()) or "A")
CUES = st.builds(
    Cue,
    text=TEXT,
    start=st.none() | TIMES,
    end=st.none() | TIMES,
    speaker=st.none() | st.sampled_from(["Ann", "the narrator", "Two", "Ann Lee"]) | NAMES,
)
LANGUAGES = st.none() | st.sampled_from(["en", "de-CH", "zh-Hant-TW", "en_US", ""])


def timed(cues):
    """Put each cue after the one before it, so that they can be written."""
    begin, placed = 0, []
    for cue, (pause, length) in cues:
        start, end = begin + pause, begin + pause + length
        placed.append(attrs.evolve(cue, start=start / 1000, end=end / 1000))
        begin = end
    return tuple(placed)


TRANSCRIPTS = st.builds(Transcript, cues=st.lists(CUES, max_size=3), language=LANGUAGES)
TIMED = st.builds(
    Transcript,
    cues=st.lists(
        st.tuples(CUES, st.tuples(st.integers(0, 9_000_000), st.integers(0, 5000))), max_size=3
    ).map(timed),
    language=LANGUAGES,
)


def to_milliseconds(transcript):
    """Round the times as every format does, and leave out the cues that say nothing."""
    said = [cue for cue in transcript.cues if cue.text.strip()]
    return attrs.evolve(transcript, cues=[_rounded(cue) for cue in said])


def _rounded(cue):
    start, end = (
        None if time is None else round(time * 1000) / 1000 for time in (cue.start, cue.end)
    )
    return attrs.evolve(cue, start=start, end=end)


def carried(name, cues):
    """Give cues as a format carries them: LRC writes line breaks as spaces."""
    if name != "lrc":
        return cues
    return tuple(attrs.evolve(cue, text=BREAK.sub(" ", cue.text)) for cue in cues)


def with_ends(transcript):
    """Give absent ends the start of the next cue, as formats of captions do."""
    starts = [cue.start for cue in transcript.cues[1:]] + [None]
    return attrs.evolve(
        transcript,
        cues=[
            attrs.evolve(cue, end=following) if cue.end is None else cue
            for cue, following in zip(transcript.cues, starts, strict=False)
        ],
    )

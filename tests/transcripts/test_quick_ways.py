"""What is read in the quick way for usual cues reads the same in the exact way for all others."""

import re
from unittest import mock

from hypothesis import example, given, settings
from hypothesis import strategies as st

from podkit import ParseError
from podkit.transcripts import _webvtt, srt, vtt

# fmt: off
TEXTS = [
    "Hello.", "Ann: Hi.", "a & b &lt;", "&amp;", "&nbsp;", "<v Ann>Hi.", "<v Ann>Hi.</v>", "1",
    "<v Bo Lee> So\nit goes.", "<v  >Hi.", "<v A&amp;B>Hi.", "Hi.</v>", "<i>Hi.</i>", "5 > 4",
    "{x}", "a\n2", "a\n \nb", "a\n\nb", " ", "", "\u00a0", "{\\an8}Hi.", "Ann:\nHi.", "Two: b",
    "Ann\u2060: Hi.",
]
# fmt: on
BREAKS = st.sampled_from(["\n", "\n\n", "\n\n\n", "\n \n"])
ODDITIES = st.sampled_from(
    [
        "-->",
        "NOTE none",
        "NOTE\nnone",
        "STYLE\n::cue {}",
        "REGION\nid:a",
        "1",
        "x",
        "a:b",
        " ",
        "1 --> 2",
    ]
)


def cues(stamps, settings_texts):
    """Write a cue, usual or not."""
    return st.builds(
        "{}{} --> {}{}\n{}".format,
        st.sampled_from(["", "1\n", " 2 \n", "x\n", "a:b\n", "1\n2\n"]),
        st.sampled_from(stamps),
        st.sampled_from(stamps),
        st.sampled_from(settings_texts),
        st.sampled_from(TEXTS),
    )


def files(cue):
    """Write a file, its parts as they may follow each other."""
    return st.lists(st.tuples(cue | ODDITIES, BREAKS).map("".join), max_size=6).map("".join)


VTT_STAMPS = [
    "00:01.000",
    "00:00:02.500",
    "00:01:00.001",
    "100:00:00.000",
    "00:99.000",
    "3.5",
    "00:01.0000",
]
SRT_STAMPS = [
    "00:00:01,000",
    "00:01:00.001",
    "00:00:99,500",
    "100:00:00,000",
    "-00:00:01,000",
    "1:2,5",
    "5",
]
VTT_FILES = files(cues(VTT_STAMPS, ["", " ", " align:start", "x", " -->"]))
SRT_FILES = files(cues(SRT_STAMPS, ["", " ", " X1:1", "x"]))
NOTHING = re.compile(r"(?!)" + "()" * _webvtt.USUAL.groups)
NO_START = re.compile(r"(?!)" + "()" * srt._START.groups)


def reading(loads, text):
    """Give what a text reads to, and the problems, in their order."""
    problems = []
    try:
        return loads(text, on_problem=problems.append), problems
    except ParseError as error:
        return str(error), problems


@settings(max_examples=300, deadline=None)
@given(
    head=st.sampled_from(["WEBVTT\n\n", "WEBVTT\n", "WEBVTT - a\nLanguage: en\nx\n\n"]),
    text=VTT_FILES,
)
@example(
    head="WEBVTT\n\n",
    text="00:01.000 --> 00:02.000\nHi.\n\nSTYLE\na\n\n00:03.000 --> 00:02.000\nHo.",
)
def test_webvtt(head, text):
    quick = reading(vtt.loads, head + text)
    with mock.patch.object(_webvtt, "USUAL", NOTHING), mock.patch.object(vtt, "USUAL", NOTHING):
        assert quick == reading(vtt.loads, head + text)


@settings(max_examples=300, deadline=None)
@given(text=SRT_FILES)
@example(
    text="00:00:01,000 --> 00:00:02,000\nHi.\n\n2\n5 --> 6\nHo.\n\n00:00:03,000 --> 00:00:04,000"
)
def test_subrip(text):
    quick = reading(srt.loads, text)
    with mock.patch.object(srt, "_START", NO_START):
        assert quick == reading(srt.loads, text)

import pytest

from podkit import Cue, ParseError, Transcript
from podkit.transcripts import text


@pytest.mark.parametrize("data", ["", "\n \r\n\t\n", b"\xef\xbb\xbf"])
def test_nothing_is_an_empty_transcript(data):
    assert text.loads(data) == Transcript()


def test_an_empty_transcript_is_nothing():
    assert text.dumps(Transcript()) == ""


@pytest.mark.parametrize("data", [b"a\nb\0", b"\x89PNG\r\n\0\0"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(ParseError, match="line 2: expected text, found a NUL character"):
        text.loads(data)


@pytest.mark.parametrize("between", ["\n\n", "\n \t\n", "\n\n\n\n", "\r\n\r\n"])
def test_a_blank_line_ends_a_paragraph(between):
    cues = text.loads(f"\n\n a\nb {between} c\n").cues
    assert [cue.text for cue in cues] == ["a\nb", "c"]


@pytest.mark.parametrize(
    ("stamp", "start", "end"),
    [
        ("[1:02]", 62, None),
        ("[01:02.5]", 62.5, None),
        ("[1:01:02,250]", 3662.25, None),
        ("[0:01 --> 0:02.5]", 1, 2.5),
        ("[00:00.000-->00:03.480] ", 0, 3.48),
        ("[1:02]\n", 62, None),
    ],
)
def test_a_time_in_brackets_starts_a_paragraph(stamp, start, end):
    cues = (Cue(text="Hello.", start=start, end=end, speaker="Ann"),)
    assert text.loads(f"{stamp} Ann: Hello.").cues == cues


@pytest.mark.parametrize(
    "said", ["[laughs] Hello.", "[1:2] Hello.", "[0:01]", "1:02 Hello.", "At [0:01] we left."]
)
def test_other_brackets_are_text(said):
    assert text.loads(said).cues == (Cue(text=said),)


def test_times_are_reported_that_are_out_of_order():
    problems = []
    text.loads("[0:05] a\n\n[0:01] b\n\nc", on_problem=problems.append)
    assert [problem.id for problem in problems] == ["out-of-order"]

import pytest

from podkit import Cue, ParseError, Transcript, UnrepresentableError
from podkit.transcripts import sbv

TIMES = "0:00:01.000,0:00:02.500"


def loads(data):
    """Read, and give the problems too."""
    problems = []
    transcript = sbv.loads(data, on_problem=problems.append)
    return transcript.cues, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "data",
    [
        f"{TIMES}\nHello.\n",
        f"\n{TIMES}\r\nHello.\r\n\r\n",
        "00:00:01,000,00:00:02,500\nHello.",
        "0:00:01.0,0:00:02.5 \nHello.",
    ],
)
def test_a_line_of_times_starts_a_cue(data):
    assert loads(data) == ((Cue(text="Hello.", start=1, end=2.5),), [])


@pytest.mark.parametrize("between", ["\n", "[br]", "\n\n", "\n \n"])
def test_lines_of_a_text_are_kept(between):
    assert loads(f"{TIMES}\na{between}b")[0][0].text == "a\nb"


def test_nothing_is_an_empty_transcript():
    assert loads("\n") == ((), [])
    assert sbv.dumps(Transcript()) == ""


def test_text_without_times_is_refused():
    with pytest.raises(ParseError, match="expected lines with times such as "):
        sbv.loads("Hello.")


def test_what_is_left_out_is_reported():
    assert loads(f"Captions\n{TIMES}\n\n{TIMES}\nHello.") == (
        (Cue(text="Hello.", start=1, end=2.5),),
        [
            "line 1: not kept, as it has no times: Captions",
            "line 2: left out, as nothing is said in it",
        ],
    )


@pytest.mark.parametrize("text", [TIMES, f"a\n{TIMES}", "a[br]b"])
def test_what_would_be_read_otherwise_is_refused(text):
    with pytest.raises(UnrepresentableError, match=r"cues\[0\].text: would not be read as text: "):
        sbv.dumps(Transcript(cues=[Cue(text=text, start=0, end=1)]))


def test_many_hours_are_written():
    assert sbv.dumps(Transcript(cues=[Cue(text="a", start=36_000, end=360_000)])) == (
        "10:00:00.000,100:00:00.000\na\n"
    )

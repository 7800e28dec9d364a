import pytest

from podkit import Cue, ParseError, Transcript
from podkit.transcripts import srt

ARROW = "00:00:01,000 --> 00:00:02,000"


def texts(body):
    return [cue.text for cue in srt.loads(body).cues]


@pytest.mark.parametrize("data", ["Hello.", "{}", b"\x89P\r\n\0\0", "9" * 1_000_000])
def test_what_has_no_times_is_refused(data):
    with pytest.raises(ParseError, match="expected lines with times such as 00:00:01,000"):
        srt.loads(data)


@pytest.mark.parametrize("data", ["", "\n \r\n", b"\xef\xbb\xbf"])
def test_nothing_is_an_empty_transcript(data):
    assert srt.loads(data) == Transcript()


@pytest.mark.parametrize(
    ("times", "expected"),
    {
        "00:00:01,000 --> 00:00:02,500": (1.0, 2.5),
        "00:00:01.000-->00:00:02.500": (1.0, 2.5),
        "0:0:1,5 --> 1:0:2,25": (1.5, 3602.25),
        "00:01,000 --> 100:00:00,0009": (1.0, 360000.0),
        "1.5 --> 61": (1.5, 61.0),
        "00:00:01,000 -> 00:00:02,500": (1.0, 2.5),
        "0:01->0:02.5 ": (1.0, 2.5),
        " 00:00:01,000  -->\t00:00:02,500 X1:0 X2:9": (1.0, 2.5),
        "-00:00:01,000 --> -00:00:00,500": (0.0, 0.0),
        "00:00:01,000 --> soon": (None, None),
    }.items(),
)
def test_times_are_read(times, expected):
    [cue] = srt.loads(f"1\n{times}\nHello.").cues
    assert (cue.start, cue.end) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    {
        " Hello, all.": ["Hello, all."],
        "\tAnn: Hello.\nAll.": ["Hello.\nAll."],
        " X1:1 Y1:2\nHello.": ["Hello."],
        " align:start position:0%\nHello.": ["Hello."],
    }.items(),
)
def test_a_text_behind_the_times_is_kept(said, expected):
    assert texts(f"1\n{ARROW}{said}") == texts(f"{ARROW}{said}\n\n{ARROW}\nb")[:1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    {
        f"1\n{ARROW}\na\n\n2\n{ARROW}\nb": ["a", "b"],
        f"{ARROW}\na\n\n{ARROW}\nb": ["a", "b"],
        f"{ARROW}\na\n7\n{ARROW}\nb\n": ["a", "b"],
        f"{ARROW}\n42\n\n{ARROW}\nb\n": ["42", "b"],
        f"{ARROW}\n42\n\n2\n{ARROW}\nb\n": ["42", "b"],
        f"{ARROW}\na\n\n\nb\n \nc\n\n2\n{ARROW}\nd": ["a\nb\nc", "d"],
        f"1\n{ARROW}\n\na": ["a"],
        f"1\n{ARROW}\n\n2\n{ARROW}\nb": ["b"],
        f"1\n{ARROW}\na b --> c": ["a b --> c"],
        f"1\n{ARROW}\n1 -> 2\n0:01 -> then": ["1 -> 2\n0:01 -> then"],
        f"1\n{ARROW}\nat 0:01 -> 0:02": ["at 0:01 -> 0:02"],
        f"1\n{ARROW}\na\n\n2\n00:00:02,000 -> 00:00:03,000\nb": ["a", "b"],
        f"1\n{ARROW}\n<i>a</i> <b><u>b</u> {{\\an8}}c<font size=3>d": ["a b cd"],
        f"1\n{ARROW}\n&amp; {{a}} <c> <bold> <": ["&amp; {a} <c> <bold> <"],
        f"1\r{ARROW}\ra\r\rb\r\n\r\n2\n{ARROW}\nc": ["a\nb", "c"],
    }.items(),
)
def test_cues_are_what_stands_between_times(body, expected):
    assert texts(body) == expected


@pytest.mark.parametrize("cut", range(1, 32))
def test_a_file_cut_within_a_cue_keeps_the_others_as_they_are(cut):
    problems = []
    text = f"1\n{ARROW}\nHello.\n\n" + f"2\n{ARROW}\n"[:cut]
    assert srt.loads(text, on_problem=problems.append).text == "Hello."
    assert [problem.line for problem in problems] == [5 if cut < 18 else 6]


def test_problems_name_their_lines():
    problems = []
    text = f"1\n{ARROW}\na\n\n2\n{ARROW} X1:0\n<font>b</font>\n\n3\n{ARROW}\n"
    srt.loads(text, on_problem=problems.append)
    assert [(problem.id, problem.line) for problem in problems] == [
        ("not-kept", 7),
        ("not-kept", 6),
        ("empty-cue", 10),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_every_usual_encoding_is_read(encoding):
    assert texts(f"1\n{ARROW}\nCafé – non".encode(encoding)) == ["Café – non"]


def test_speakers_are_read_after_the_tags_are_gone():
    [cue] = srt.loads(f"1\n{ARROW}\n<b>Ann:</b>\nHello.").cues
    assert (cue.speaker, cue.text) == ("Ann", "Hello.")


def test_webvtt_with_names_before_colons_may_be_read_as_subrip():
    text = "WEBVTT\n\n1\n00:00:02.610 --> 00:00:05.160\nAnn Lee: Can everybody hear me?\n"
    assert srt.loads(text).cues == (
        Cue(text="Can everybody hear me?", start=2.61, end=5.16, speaker="Ann Lee"),
    )

"""Input made to harm takes linear time, and problems name their lines."""

from contextlib import suppress

import pytest

from podkit import Cue, ParseError, Transcript, transcripts
from podkit.transcripts import html, srt, ttml, vtt
from tests.transcripts.values import FORMATS

MANY = 6000
LINE = 60_000
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
SRT = "1\n00:00:01,000 --> 00:00:02,000\n"
SBV = "0:00:01.000,0:00:02.000\n"
TTML = '<tt><body><p begin="1s" end="2s">'
BEGINNINGS = {"vtt": VTT, "srt": SRT, "json": "[", "html": "<p>", "text": "[0:01] Ann: "}
BEGINNINGS |= {"sbv": SBV, "ttml": TTML, "markdown": "# Fog\n\n**Ann:** ", "lrc": "[00:01.00]"}
PIECES = [
    "9",
    " ",
    "\n",
    "a",
    "-",
    "-->",
    "--> ",
    "<",
    "<v ",
    "&",
    "&#1",
    "<i",
    "{",
    "{\\",
    ":",
    "[",
]
PIECES += ["\u2060:", "Ann: ", "\n\n-->", "\n1\n", "<p>", "<br>", "</p>", "\n \n", "0:", "<!--"]
MARKS = ["*", "**", " *a", "_a", "`a", "[a](", "[a][", "~~", "\\", "&amp;", "# a\n", "> ", "- "]
MARKS += ["---\n", "a\n==\n", "1. ", "<b ", "<br>", "&", "* ", "***a", "```\n"]


def size(read):
    return len(read.text)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("piece", PIECES)
def test_any_piece_many_times_is_read_or_refused(name, piece):
    many = piece * (LINE // len(piece))
    for text in (many, BEGINNINGS[name] + many):
        with suppress(ParseError):
            assert size(FORMATS[name].loads(text)) <= len(text)


@pytest.mark.parametrize("piece", MARKS)
def test_any_mark_many_times_is_read(piece):
    many = piece * (LINE // len(piece))
    assert size(FORMATS["markdown"].loads(f"Hello.\n\n{many}")) >= len("Hello.")


@pytest.mark.parametrize("piece", PIECES)
def test_a_format_is_picked_whatever_repeats(piece):
    many = piece * (LINE // len(piece))
    assert transcripts.loads(f"Hello.\n\n{many}").cues[0].text.startswith("Hello.")


@pytest.mark.parametrize(
    "text",
    [
        "<i><c.a>" * MANY,
        "<v A>" * MANY,
        "<v A>a" * MANY,
        "<i><v A>a" * MANY,
        "<00:01.500>a " * MANY,
        "&amp;" * MANY,
        "&#1" * MANY,
    ],
)
def test_much_markup_in_a_webvtt_cue(text):
    assert size(vtt.loads(VTT + text)) <= len(text)


@pytest.mark.parametrize("text", ["<i>" * MANY + "a", "<i>a</b>" * MANY, "{\\an8}a" * MANY])
def test_much_markup_in_a_subrip_cue(text):
    assert size(srt.loads(SRT + text)) <= len(text)


def test_many_empty_webvtt_cues():
    problems = []
    blocks = "00:01.000 --> 00:02.000\n\n" * MANY
    vtt.loads(f"WEBVTT\n\n{blocks}", on_problem=problems.append)
    assert (len(problems), problems[-1].line) == (MANY, 2 * MANY + 1)


def test_many_empty_subrip_cues():
    problems = []
    srt.loads("1\n00:00:01,000 --> 00:00:02,000\n\n" * MANY, on_problem=problems.append)
    assert (len(problems), problems[-1].line) == (MANY, 3 * MANY - 1)


@pytest.mark.parametrize(
    "element", ["<div>", "<b a=%d>", "<svg>", "<x-y>", "<div></b></x>", "<p><a>"]
)
def test_html_that_nests_too_deeply_is_refused(element):
    text = "\n".join(element % n if "%" in element else element for n in range(MANY))
    with pytest.raises(ParseError, match="line 2001: elements nest more than 2000 deep"):
        html.loads(text)


@pytest.mark.parametrize("element", ["<div>", "<p><span>"])
def test_ttml_that_nests_too_deeply_is_refused(element):
    text = f"<tt><body>{element * 5 * MANY}"
    with pytest.raises(ParseError, match="elements nest too deeply"):
        ttml.loads(text)


def test_the_same_mistake_is_reported_once_a_line():
    problems = []
    text = f"{TTML}{'& ' * MANY}\n{'& ' * MANY}</p></body></tt>"
    assert ttml.loads(text, on_problem=problems.append).text.count("&") == 2 * MANY
    assert [str(problem) for problem in problems] == [
        f"line {line}: & means nothing; it was kept as text" for line in (1, 2)
    ]


@pytest.mark.parametrize(
    ("name", "cue"),
    [
        ("html", "<time>0:05</time><p></p>"),
        ("sbv", "0:00:01.000,0:00:02.000\n\n"),
        ("ttml", "<p begin='1s' end='2s'/>"),
    ],
)
def test_many_empty_cues_are_left_out_and_reported(name, cue):
    problems = []
    text = cue * MANY if name != "ttml" else f"<tt><body>{cue * MANY}</body></tt>"
    read = FORMATS[name].loads(text, on_problem=problems.append)
    assert (read.cues, {problem.id for problem in problems}) == ((), {"empty-cue"})
    assert len(problems) == MANY


@pytest.mark.parametrize(
    ("name", "text"),
    {
        "html": "<time>{}:00</time><p>a",
        "text": "[{}:00] a",
        "markdown": "[{}:00] **Ann:** a",
        "sbv": "{}:00:00.000,{}:00:00.000\na",
        "ttml": '<tt><body><p begin="{}h">a</p></body></tt>',
        "lrc": "[{}:00]a",
    }.items(),
)
def test_a_time_of_many_digits_is_none(name, text):
    for digits in ("9" * 20, "9" * LINE):
        with suppress(ParseError):
            read = transcripts.loads(text.format(digits, digits), format=name)
            assert [cue.start for cue in read.cues] == [None]


@pytest.mark.parametrize("element", ["<p>a", "<li><p>a", "<img><p>a", "<div><p>a</div>"])
def test_html_with_many_elements_is_read(element):
    assert len(html.loads(element * MANY).cues) == MANY


@pytest.mark.parametrize("name", FORMATS)
def test_many_cues_are_written_and_read(name):
    cues = tuple(Cue(text="Hello.", start=n, end=n + 1, speaker="Ann") for n in range(MANY))
    transcript = Transcript(cues=cues)
    assert FORMATS[name].loads(FORMATS[name].dumps(transcript)) == transcript


@pytest.mark.parametrize("name", FORMATS)
def test_a_very_long_text_is_written_and_read(name):
    transcript = Transcript(cues=[Cue(text="Hello, " * LINE + "all.", start=0, end=1)])
    assert FORMATS[name].loads(FORMATS[name].dumps(transcript)) == transcript

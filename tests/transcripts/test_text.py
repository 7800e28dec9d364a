import pytest

from podkit import Cue, ParseError, Transcript, UnrepresentableError
from podkit.transcripts import text


@pytest.mark.parametrize("data", ["", "\n \r\n\t\n", b"\xef\xbb\xbf"])
def test_nothing_is_an_empty_transcript(data):
    assert text.loads(data) == Transcript()


def test_an_empty_transcript_is_nothing():
    assert text.dumps(Transcript()) == ""


@pytest.mark.parametrize("data", [b"a\nb\0", b"\x89P\r\n\0\0"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(ParseError, match="line 2: expected text, found a NUL character"):
        text.loads(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    {
        "PK\x03\x04\x14": "an archive, such as a document of Word; save it as text",
        "%PDF-1.7 ": "a PDF; save it as text",
        "{\\rtf1 Hi.}": "Rich Text; save it as plain text",
        "[Script Info]\nTitle: Fog": "captions of SubStation Alpha; save them as SubRip",
    }.items(),
)
def test_other_files_are_refused_by_their_kind(data, kind):
    with pytest.raises(UnrepresentableError, match="would be read as another kind of file"):
        text.dumps(Transcript(cues=[Cue(text=data.strip())]))
    for given in (data, data.encode()):
        with pytest.raises(ParseError, match=f"^expected text, found {kind}$"):
            text.loads(given)


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
    "said",
    [
        "[laughs] Hello.",
        "[laughs]: Hello.",
        "[1:2] Hello.",
        "[0:01]",
        "1:02 Hello.",
        "1:02",
        "At [0:01] we left.",
        "Ann (0:01) left.",
        "In the end (0:01): nothing.",
        "Ann 0:01",
        "**Important** is this.",
        "**Note:** this.",
        "**[0:01]",
    ],
)
def test_other_brackets_are_text(said):
    assert text.loads(said).cues == (Cue(text=said),)


def test_times_are_reported_that_are_out_of_order():
    problems = []
    text.loads("[0:05] a\n\n[0:01] b\n\nc", on_problem=problems.append)
    assert [problem.id for problem in problems] == ["out-of-order"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "[1:02] Ann: Hello.",
        "(1:02) Ann: Hello.",
        "Ann (1:02): Hello.",
        "Ann [00:01:02]: Hello.",
        "Ann: [1:02] Hello.",
        "Ann (1:02)\nHello.",
        "Ann (1:02):\nHello.",
        "Ann  1:02\nHello.",
        "Ann 00:01:02 \nHello.",
        "1:02\nAnn: Hello.",
        "[Ann] 1:02\nHello.",
        "[Ann] (1:02)\nHello.",
        "[Ann] [1:02]:\nHello.",
        "[Ann] 00:01:02 \nHello.",
        "Ann\xa0 1:02\xa0\nHello.",
        "[1:02] [Ann]: Hello.",
        "[Ann]: [1:02] Hello.",
        "[1:02] **Ann:** Hello.",
        "**Ann** (1:02): Hello.",
        "**Ann (1:02)**: Hello.",
        "**Ann:** [1:02] Hello.",
        "**[1:02] Ann:** Hello.",
    ],
)
def test_names_and_times_are_read_as_people_write_them(paragraph):
    assert text.loads(paragraph).cues == (Cue(text="Hello.", start=62, speaker="Ann"),)


@pytest.mark.parametrize("head", ["0:01 - 0:02.5", "00:00:01 – 00:00:02,5 ", "Ann 0:01-0:02.5"])
def test_a_line_of_a_start_and_an_end_belongs_to_what_is_below(head):
    name = "Ann" if "Ann" in head else None
    cues = (Cue(text="Hi.", start=1, end=2.5, speaker=name), Cue(text="Bye.", start=3))
    assert text.loads(f"{head}\nHi.\n\n0:03\nBye.").cues == cues


def test_a_text_that_starts_with_a_name_in_brackets_is_refused():
    with pytest.raises(
        UnrepresentableError, match=r"cues\[0\].text: would be read as a time or a name"
    ):
        text.dumps(Transcript(cues=[Cue(text="[Ann]: Hello.")]))


def test_bold_within_the_text_stays():
    cues = text.loads("**Ann:** **Hello.**\n\n**[0:05]** So *so*.\n\n[0:07] **So** so.").cues
    assert cues == (
        Cue(text="**Hello.**", speaker="Ann"),
        Cue(text="So *so*.", start=5),
        Cue(text="**So** so.", start=7),
    )


def test_every_line_that_starts_with_a_name_or_a_time_is_a_cue():
    cues = text.loads("Ann: Hi.\n[0:05] Bo: Hello.\n(0:07) Bye.").cues
    assert cues == (
        Cue(text="Hi.", speaker="Ann"),
        Cue(text="Hello.", speaker="Bo", start=5),
        Cue(text="Bye.", start=7),
    )


def test_a_line_that_starts_otherwise_goes_on():
    assert text.loads("Ann: Hi.\nHow are you?\nBo: Well.").cues == (
        Cue(text="Hi.\nHow are you?\nBo: Well.", speaker="Ann"),
    )


@pytest.mark.parametrize(
    ("paragraph", "speakers"),
    {
        "0:05\na\nb\n1:00:07\nc": (None, None),
        "[0:05]\na\nb\n[1:00:07] Bo:\nc": (None, "Bo"),
        "Ann  0:05\na\nb\nBo  1:00:07 \nc": ("Ann", "Bo"),
        "Ann (0:05):\na\nb\n[Bo] (1:00:07)\nc": ("Ann", "Bo"),
        "**Ann** (0:05)\na\nb\n**Bo** (1:00:07)\nc": ("Ann", "Bo"),
    }.items(),
)
def test_times_on_lines_of_their_own_each_start_a_cue(paragraph, speakers):
    ann, bo = speakers
    assert text.loads(paragraph).cues == (
        Cue(text="a\nb", start=5, speaker=ann),
        Cue(text="c", start=3607, speaker=bo),
    )


@pytest.mark.parametrize(
    "cue",
    [
        Cue(text="Hi.\nBo: Hello.", speaker="Ann"),
        Cue(text="0:05\na"),
        Cue(text="Ann 0:05\na"),
        Cue(text="Ann 0:05\na\nBo 0:07\nb"),
        Cue(text="Hi.\n\u2060Bo: Hello.", speaker="Ann"),
    ],
)
def test_lines_that_look_like_cues_are_told_from_them_when_they_are_written(cue):
    transcript = Transcript(cues=[cue])
    assert text.loads(text.dumps(transcript)) == transcript

import pytest

from podkit import Cue, ParseError, Transcript, transcripts
from podkit.transcripts import vtt

ARROW = "00:01.000 --> 00:02.000"


def texts(body):
    return [(cue.speaker, cue.text) for cue in vtt.loads(f"WEBVTT\n\n{body}").cues]


@pytest.mark.parametrize("data", ["", "WEBVTTX", "webvtt", "x\nWEBVTT", b"\x89P\r\n\0"])
def test_what_does_not_start_with_its_name_is_refused(data):
    with pytest.raises(ParseError, match="line 1: expected WEBVTT, found "):
        vtt.loads(data)


@pytest.mark.parametrize("space", [" ", "\n\n", "\ufeff \ufeff"])
def test_white_space_before_the_header_is_forgiven(space):
    problems = []
    text = f"{space}WEBVTT\nx: y\n\n{ARROW}\n<v Ann>Hi"
    for loads in (vtt.loads, transcripts.loads):
        assert loads(text, on_problem=problems.append).cues[0].speaker == "Ann"
    second = 2 + space.count("\n")
    assert [problem.line for problem in problems] == [1, second] * 2


@pytest.mark.parametrize("header", ["WEBVTT", "WEBVTT\n", "WEBVTT \t", "WEBVTT\t\ny: z\n"])
def test_a_header_alone_is_an_empty_transcript(header):
    assert vtt.loads(header) == Transcript()


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_line_end_is_one(end, mark):
    text = f"{mark}WEBVTT\n\n{ARROW}\na\nb\n\n{ARROW}\nc".replace("\n", end)
    assert [cue.text for cue in vtt.loads(text.encode()).cues] == ["a\nb", "c"]


@pytest.mark.parametrize(
    ("times", "expected"),
    {
        "00:01.000 --> 00:02.500": (1.0, 2.5),
        "\t00:01.000\t-->\t00:02.500\talign:start": (1.0, 2.5),
        "00:01.000-->00:02.500": (1.0, 2.5),
        "0:00:01.000 --> 1234:00:02.500": (1.0, 4442402.5),
        "00:01.000 --> 00:02.500garbage": (1.0, 2.5),
        "1.5 --> 61.02": (1.5, 61.02),
    }.items(),
)
def test_times_are_read(times, expected):
    [cue] = vtt.loads(f"WEBVTT\n\n{times}\nHello.").cues
    assert (cue.start, cue.end) == expected


@pytest.mark.parametrize(
    "times",
    [
        "0:01.000 --> 00:02.000",
        "00:60.000 --> 01:02.000",
        "60:00.000 --> 60:02.000",
        "00:01.00 --> 00:02.000",
        "00:01.0000 --> 00:02.000",
        "00:01,000 --> 00:02,000",
        "-00:01.000 --> 00:02.000",
        "00:01.000 --> 00:02",
        "0000.000 --> 00:01.000",
        "00:01.000 -> 00:02.000 -->",
        "-->",
        f"{'9' * 100_000}:00:00.000 --> 00:01.000",
    ],
)
def test_cues_whose_times_browsers_refuse_are_left_out_and_reported(times):
    problems = []
    transcript = vtt.loads(
        f"WEBVTT\n\nname\n{times}\nNo.\n\n{ARROW}\nYes.", on_problem=problems.append
    )
    assert transcript.text == "Yes."
    assert (problems[-1].id, problems[-1].line) == ("not-a-time", 4)


@pytest.mark.parametrize(
    ("body", "expected"),
    {
        f"{ARROW}\na\n{ARROW}\nb": ["a", "b"],
        f"{ARROW}\n{ARROW}\nb": ["b"],
        f"name\n{ARROW}\na": ["a"],
        f"no\nname\n{ARROW}\na": ["a"],
        f"{ARROW}\na\nb\n\nstray\n\n{ARROW}\nc": ["a\nb", "c"],
        f"NOTE {ARROW}\na": [],
        f"\n\n\n{ARROW}\n \n a": ["a"],
    }.items(),
)
def test_an_arrow_starts_a_cue_and_a_blank_line_ends_it(body, expected):
    assert [text for _, text in texts(body)] == expected


def test_a_cue_may_follow_the_header_at_once():
    assert vtt.loads(f"WEBVTT\nx\n{ARROW}\na").text == "a"


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "<v Ann>Hi": [("Ann", "Hi")],
        "<v Ann>Hi</v>": [("Ann", "Hi")],
        "<v.first.loud Ann\n Lee>Hi": [("Ann Lee", "Hi")],
        "<v R&amp;D>Hi": [("R&D", "Hi")],
        "<v>Hi": [(None, "Hi")],
        "<v.loud>Hi": [(None, "Hi")],
        "<video>Hi": [(None, "Hi")],
        "<v Ann>Hi <i>you</i></v> all": [("Ann", "Hi you"), (None, "all")],
        "<v Ann>Hi</v>\n<v Bo>Ho": [("Ann", "Hi"), ("Bo", "Ho")],
        "<v Ann><v Bo>Ho": [("Bo", "Ho")],
        "so <v Ann>Hi": [(None, "so"), ("Ann", "Hi")],
        "<c.yellow.bg_blue><b>a</b></c> <ruby>b<rt>c</rt></ruby>": [(None, "a bc")],
        "<lang en>a<00:01.500> b": [(None, "a b")],
        "a &lt;b&gt; &amp;amp; &nbsp;&#8211;&lrm;": [(None, "a <b> &amp; \xa0–\u200e")],
        "a & b &unknown; &#0;": [(None, "a & b &unknown; \ufffd")],
        "a < b": [(None, "a")],
        "a <b\nc": [(None, "a")],
        "a > b": [(None, "a > b")],
        "Ann: Hi": [(None, "Ann: Hi")],
        "a\0b": [(None, "a\ufffdb")],
    }.items(),
)
def test_text_is_what_browsers_show_and_voices_are_speakers(text, expected):
    assert texts(f"{ARROW}\n{text}") == expected


def test_a_reference_beyond_all_numbers_is_to_no_character():
    assert texts(f"{ARROW}\na &amp; &#{'1' * 5000};") == [(None, "a & \ufffd")]


@pytest.mark.parametrize(
    ("text", "tag"),
    {
        "a <3 b": "'<3 b'",
        "a<br>b": "'<br>'",
        "<v Ann>a <video>": "'<video>'",
        "a <00:01.5>b": "'<00:01.5>'",
        "a </>": "'</>'",
        "a <i": "'<i'",
    }.items(),
)
def test_what_browsers_take_for_a_tag_is_reported(text, tag):
    problems = []
    vtt.loads(f"WEBVTT\n\nx\n{ARROW}\n{text}", on_problem=problems.append)
    assert [str(problem) for problem in problems] == [
        f"line 4: not kept, as browsers take it for a tag: {tag}"
    ]


def test_the_tags_of_the_standard_are_no_problem():
    problems = []
    text = "<v.a Ann><b>a</b> <i.x>b</i> <u>c</u><c>d <00:01.500>e</c></v> <lang en>f</lang>"
    text += "<ruby>g<rt>h</rt></ruby>"
    vtt.loads(f"WEBVTT\n\n{ARROW}\n{text}", on_problem=problems.append)
    assert problems == []


def test_several_voices_share_the_times():
    [ann, bo] = vtt.loads(f"WEBVTT\n\n{ARROW}\n<v Ann>Hi</v> <v Bo>Ho").cues
    assert (ann.start, ann.end) == (bo.start, bo.end) == (1.0, 2.0)


@pytest.mark.parametrize(
    ("header", "language"),
    {
        "Language: en": "en",
        "Kind: captions\n \t\nLANGUAGE:  zh-Hant ": "zh-Hant",
        "Language:": None,
        "Language: en_US": None,
    }.items(),
)
def test_the_language_is_a_line_of_the_header(header, language):
    assert vtt.loads(f"WEBVTT\n{header}\n\n{ARROW}\na").language == language


def test_the_language_outside_of_the_header_is_none():
    assert vtt.loads(f"WEBVTT\n\nLanguage: en\n\n{ARROW}\na").language is None


def test_markup_in_text_and_names_is_escaped():
    cue = Cue(text="a --> <b> & &lt;", start=1, end=2, speaker="R&D > -->")
    written = vtt.dumps(Transcript(cues=[cue]))
    assert written.count("-->") == 1
    assert written.endswith("\n<v R&amp;D &gt; -&#45;&gt;>a --&gt; &lt;b&gt; &amp; &amp;lt;\n")
    assert vtt.loads(written).cues == (cue,)

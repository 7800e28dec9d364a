"""WebVTT carries all of a transcript but words' ends and confidence; SubRip its styles."""

import attrs
import pytest
from hypothesis import given, settings

from podkit import Cue, Transcript, UnrepresentableError, Word
from podkit.transcripts import srt, vtt
from tests.transcripts import vtt_values

HELLO = Cue(text="Hello, all.", start=1, end=2)
FULL = Transcript(
    cues=[
        Cue(
            text="Never gonna & never",
            start=1,
            end=4,
            speaker="Ann",
            id="first",
            words=[
                Word(text="Never", start=1),
                Word(text="gonna", start=2),
                Word(text="&", start=None),
                Word(text="never", start=3),
            ],
            markup="Never <i.loud>gonna &amp; <b>never</b></i>",
            settings="line:0 align:start",
        )
    ],
    language="en",
    title="The show",
    styles=["::cue { color: lime }\n::cue(b) { color: red }"],
    regions=["id:left\nwidth:40%"],
    comments=["one line", "two\nlines"],
)
WRITTEN = """WEBVTT - The show
Language: en

STYLE
::cue { color: lime }
::cue(b) { color: red }

REGION
id:left
width:40%

NOTE one line

NOTE
two
lines

first
00:00:01.000 --> 00:00:04.000 line:0 align:start
<v Ann>Never <i.loud><00:00:02.000>gonna &amp; <b><00:00:03.000>never</b></i>
"""


def refusal(module, **changes):
    cue = {key: value for key, value in changes.items() if hasattr(HELLO, key)}
    whole = {key: value for key, value in changes.items() if key not in cue}
    with pytest.raises(UnrepresentableError) as refused:
        module.dumps(Transcript(cues=[HELLO, attrs.evolve(HELLO, **cue)], **whole))
    return str(refused.value)


def test_all_is_written_and_read():
    assert vtt.dumps(FULL) == WRITTEN
    assert vtt.loads(WRITTEN) == FULL


@settings(max_examples=100, deadline=None)
@given(transcript=vtt_values.transcripts())
def test_what_webvtt_carries_reads_back_equal_without_a_problem(transcript):
    problems = []
    assert vtt.loads(vtt.dumps(transcript), on_problem=problems.append) == transcript
    assert problems == []


@settings(max_examples=80, deadline=None)
@given(transcript=vtt_values.styled())
def test_the_styles_that_subrip_carries_read_back_equal(transcript):
    assert srt.loads(srt.dumps(transcript)) == transcript


def test_subrip_leaves_out_all_other_details():
    [cue] = FULL.cues
    expected = attrs.evolve(
        cue, id=None, words=(), markup="Never gonna &amp; <b>never</b>", settings=None
    )
    assert srt.loads(srt.dumps(FULL)) == Transcript(cues=[expected])


def test_subrip_leaves_out_the_styles_of_a_text_that_needs_a_mark():
    cue = attrs.evolve(HELLO, text="Dearest Ann: Hi.", markup="Dearest <i>Ann: Hi.</i>")
    [read] = srt.loads(srt.dumps(Transcript(cues=[cue]))).cues
    assert (read.text, read.markup) == ("Dearest Ann: Hi.", None)


@pytest.mark.parametrize("word", [Word(text="all", start=1.5, end=1.7, confidence=0.9)])
def test_the_end_and_confidence_of_a_word_are_left_out(word):
    cue = attrs.evolve(HELLO, words=[Word(text="Hello,", start=1), word])
    [read] = vtt.loads(vtt.dumps(Transcript(cues=[cue]))).cues
    assert read.words == (Word(text="Hello,", start=1), Word(text="all.", start=1.5))


@pytest.mark.parametrize(
    ("starts", "written"),
    [
        ((1, 1.5), "Hello, <00:00:01.500>all."),
        ((1.25, 1.5), "<00:00:01.250>Hello, <00:00:01.500>all."),
        ((1.5, 1.5), "<00:00:01.500>Hello, all."),
        ((1.5, 1.25), "<00:00:01.500>Hello, all."),
        ((0.5, 1.5), "Hello, <00:00:01.500>all."),
        ((1, 2), "Hello, all."),
        ((None, 1.5), "Hello, <00:00:01.500>all."),
    ],
)
def test_times_of_words_are_written_where_they_rise_within_the_cue(starts, written):
    words = [Word(text="Hello,", start=starts[0]), Word(text="all.", start=starts[1])]
    cue = attrs.evolve(HELLO, words=words)
    assert vtt.dumps(Transcript(cues=[cue])).endswith(f"\n{written}\n")


def test_words_that_are_not_in_the_text_are_passed_over():
    words = [Word(text="Bye,", start=1.25), Word(text="", start=1.3), Word(text="all.", start=1.5)]
    cue = attrs.evolve(HELLO, words=[*words, Word(text="so", start=1e308)])
    assert vtt.dumps(Transcript(cues=[cue])).endswith("\nHello, <00:00:01.500>all.\n")


def test_the_words_of_a_cue_whose_end_is_the_next_start_are_written():
    cue = Cue(text="Hello, all.", start=0, words=[Word(text="all.", start=0.5)])
    assert "Hello, <00:00:00.500>all." in vtt.dumps(Transcript(cues=[cue, HELLO]))


@pytest.mark.parametrize("field", ["id", "settings"])
@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("a\nb", "expected a single line, not 'a\\nb'"),
        ("a --> b", "an arrow would start a cue: 'a --> b'"),
        (" a", "would not read back: ' a'"),
        ("a\0", "would not read back: 'a\\x00'"),
        ("", "an empty text; give None for what is absent"),
    ],
)
def test_identifiers_and_settings_that_would_not_read_back_are_refused(field, value, message):
    assert refusal(vtt, **{field: value}) == f"cues[1].{field}: {message}"


@pytest.mark.parametrize("field", ["styles", "regions", "comments"])
@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("a\n\nb", "a blank line would end the cue; split it there"),
        ("a\n--> b", "an arrow would start a cue: 'a\\n--> b'"),
        ("a\n", "would not read back: 'a\\n'"),
    ],
)
def test_blocks_that_would_not_read_back_are_refused(field, value, message):
    assert refusal(vtt, **{field: [value]}) == f"{field}[0]: {message}"


@pytest.mark.parametrize("value", ["a\nb", " a", "a -->"])
def test_a_title_that_would_not_read_back_is_refused(value):
    assert refusal(vtt, title=value).startswith("title: ")


@pytest.mark.parametrize("module", [vtt, srt])
@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("<i>Hello.</i>", "isn't of the cue's text: '<i>Hello.</i>'"),
        ("<v Ann>Hello, all.", "times and voices belong in words and speaker: "),
        ("Hello, <00:01.500>all.", "times and voices belong in words and speaker: "),
    ],
)
def test_markup_that_is_not_of_the_text_is_refused(module, markup, message):
    assert refusal(module, markup=markup).startswith(f"cues[1].markup: {message}")


@pytest.mark.parametrize("tag", ["<c.a-->", "<lang a-->"])
def test_markup_that_makes_an_arrow_is_refused(tag):
    message = refusal(vtt, markup=f"{tag}Hello, all.")
    assert message.startswith("cues[1].markup: an arrow would start a cue: ")


@pytest.mark.parametrize(
    ("said", "markup"),
    {
        "<i>Hi</i> you": "<i>Hi</i> you",
        "<i>Hi": "<i>Hi</i>",
        "<b><i>Hi</b> you": "<b><i>Hi you</i></b>",
        "<c>Hi": None,
        "<c.a.b>Hi": "<c.a.b>Hi</c>",
        "<v.a Ann>Hi": "<c.a>Hi</c>",
        "<i></i>Hi": None,
        "<i>\n Hi \n</i>": "<i>Hi</i>",
        "<lang  en-GB >Hi": "<lang en-GB>Hi</lang>",
        "<ruby>Hi<rt>hi</ruby> you": "<ruby>Hi<rt>hi</rt></ruby> you",
        "<rt>Hi": None,
        "<1>Hi": None,
        "<i>Hi &lt;you": "<i>Hi &lt;you</i>",
        "<laughs>Hi": None,
        "<i><v Ann>Hi": "<i>Hi</i>",
        "<i>" * 40 + "Hi": "<i>" * 8 + "Hi" + "</i>" * 8,
    }.items(),
)
def test_markup_is_what_styles_the_text(said, markup):
    [cue] = vtt.loads(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{said}").cues
    assert cue.markup == markup


def test_styles_and_times_go_on_with_the_next_voice():
    said = "<i>Hi <00:01.500>you <v Ann>and <b>you</b></v> all"
    first, second, third = vtt.loads(f"WEBVTT\n\nx\n00:01.000 --> 00:02.000\n{said}").cues
    assert [cue.markup for cue in (first, second)] == ["<i>Hi you</i>", "<i>and <b>you</b></i>"]
    assert [cue.id for cue in (first, second)] == ["x", None]
    assert second.words == (Word(text="and", start=1.5), Word(text="you"))
    assert (third.speaker, third.text) == (None, "all")


@pytest.mark.parametrize("block", ["STYLE\n::cue {}", "REGION\nid:a"])
@pytest.mark.parametrize("said", ["Hi", "<i>"])
def test_styles_and_regions_after_a_cue_are_reported_and_left_out(block, said):
    problems = []
    text = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{said}\n\n{block}\n\n"
    transcript = vtt.loads(text, on_problem=problems.append)
    assert (transcript.styles, transcript.regions) == ((), ())
    assert problems[-1].line == 6


@pytest.mark.parametrize("block", ["NOTE", "NOTE \t", "STYLE\n \t"])
def test_blocks_that_say_nothing_are_left_out(block):
    assert vtt.loads(f"WEBVTT\n\n{block}\n\n") == Transcript()


@pytest.mark.parametrize("keyword", ["NOTES", "STYLE x", "STYLE"])
def test_other_blocks_are_reported(keyword):
    problems = []
    assert vtt.loads(f"WEBVTT\n\n{keyword}", on_problem=problems.append) == Transcript()
    assert [str(problem) for problem in problems] == [
        f"line 3: not kept, as it has no times: {keyword}"
    ]


def test_an_empty_cue_with_an_identifier_is_reported_at_the_line_of_its_times():
    problems = []
    vtt.loads("WEBVTT\n\nx\n00:01.000 --> 00:02.000\n\n", on_problem=problems.append)
    assert [problem.line for problem in problems] == [4]


@pytest.mark.parametrize(
    ("said", "markup"),
    {
        "<i>Hi</i> you": "<i>Hi</i> you",
        "<I>Hi": "<i>Hi</i>",
        "<b>Ann:</b> <i>Hi": "<i>Hi</i>",
        "<font color=red><u>Hi</u></font>": "<u>Hi</u>",
        "<i>Hi & <3": "<i>Hi &amp; &lt;3</i>",
        "<i>Hi</i>\n\nyou": None,
        "<font>Hi</font>": None,
    }.items(),
)
def test_subrip_has_styles_too(said, markup):
    [cue] = srt.loads(f"1\n00:00:01,000 --> 00:00:02,000\n{said}\n").cues
    assert cue.markup == markup

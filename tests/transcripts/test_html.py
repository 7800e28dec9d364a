import pytest

from podkit import Cue, ParseError, Transcript
from podkit.transcripts import html


def loads(data):
    """Read, and give the problems too."""
    problems = []
    transcript = html.loads(data, on_problem=problems.append)
    return transcript.cues, [f"{problem.id}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    "data", ["", "<html></html>", "<p></p>", "<frameset></frameset>", "<!-- a -->"]
)
def test_nothing_is_an_empty_transcript(data):
    assert loads(data) == ((), [])


@pytest.mark.parametrize("data", ["Hello.", "<h1>Hello.</h1>", b"\x89P\r\n\0\0"])
def test_text_without_paragraphs_is_refused(data):
    with pytest.raises(ParseError, match=r"expected paragraphs \(<p>\), found other text: "):
        html.loads(data)


@pytest.mark.parametrize(
    ("data", "text"),
    {
        "<p>\n  a\n  b\tc\n</p>": "a b c",
        "<p>a<br>b <br/> c": "a\nb\nc",
        "<p>a <b> b</b><i>c</i>": "a bc",
        "<p>a&nbsp; &lt;b&gt; &amp;amp; &hellip;": "a\xa0 <b> &amp; …",
        "<p style='color: red; white-space: pre-wrap'>a  b\n c</p>": "a  b\n c",
        "<p>a<!-- x --><script>y</script><style>z</style>": "a",
        "<p>a\r\nb": "a b",
        "<p>a\ud800": "a\ufffd",
        "<p>a &#xD800;&#0;": "a \ufffd\ufffd",
        "<p>I read <cite>Emma</cite> at <time>8:00</time>.": "I read Emma at 8:00.",
    }.items(),
)
def test_a_paragraph_is_a_cue_with_the_text_that_browsers_show(data, text):
    assert loads(data) == ((Cue(text=text),), [])


@pytest.mark.parametrize(
    "data",
    [
        "<cite>Ann:</cite><time>1:02</time><p>Hi.</p>",
        "<time>00:01:02</time><cite>Ann</cite><p>Hi.",
        "<div><cite>\n Ann :</cite></div><div><time> 1:02 </time></div><div><p>Hi.</p></div>",
        "<p><cite>Ann:</cite> <time>1:02</time> Hi.</p>",
        "<p><b><cite>Ann<br></cite></b><time>1:02</time>Hi.</p>",
        "<cite>Ann</cite><p><time>1:02</time>Hi.</p>",
        "<cite>Ann</cite><time data-start='0:01:02'>1:01</time><p>Hi.</p>",
        "<CITE>Ann:</CITE><TIME>62:00.0</TIME><P>Hi.</P>".replace("62:00.0", "1:02.0"),
    ],
)
def test_speaker_and_time_stand_before_the_paragraph_or_at_its_start(data):
    assert loads(data) == ((Cue(text="Hi.", start=62, speaker="Ann"),), [])


def test_an_end_without_a_start_is_left_out():
    assert loads("<time data-end='0:05'></time><p>Hi.</p>") == ((Cue(text="Hi."),), [])


def test_a_speaker_is_only_that_of_the_next_paragraph():
    cues, _ = loads("<cite>Ann:</cite><p>a</p><p>b</p><cite>Bo:</cite><p>c</p>")
    assert [cue.speaker for cue in cues] == ["Ann", None, "Bo"]


@pytest.mark.parametrize(
    ("data", "problem"),
    {
        "<h1>Title</h1><p>a": "not-kept: not kept, outside of paragraphs: Title",
        "<p>a</p>b<br>": "not-kept: not kept, outside of paragraphs: b",
        "<cite>Ann:</cite><cite>Bo:</cite><p>a": "empty-cue: left out, as nothing is said: Ann:",
        "<p>a</p><time>0:05</time>": "empty-cue: left out, as nothing is said: 0:05",
        "<time>1</time><p>a": "not-a-time: left out: expected a time such as 1:02:03, found '1'",
        "<html lang=en_US><p>a": "not-a-language: left out: expected a BCP 47 tag, found 'en_US'",
    }.items(),
)
def test_what_is_left_out_is_reported(data, problem):
    assert loads(data)[1] == [problem]


def test_the_language_is_the_document_s():
    assert html.loads("<html lang='de'><p lang=en>a").language == "de"
    assert html.loads("<html lang=''><p>a").language is None


def test_white_space_that_browsers_would_not_show_is_kept():
    transcript = Transcript(cues=[Cue(text="a  b\n\n c\td")])
    assert '<p style="white-space: pre-wrap">a  b<br><br> c\td</p>' in html.dumps(transcript)
    assert html.loads(html.dumps(transcript)) == transcript


def test_times_show_whole_seconds_and_keep_the_rest():
    transcript = Transcript(cues=[Cue(text="a", start=62.999, end=3723)])
    expected = '<time data-start="0:01:02.999" data-end="1:02:03">1:02</time>'
    assert expected in html.dumps(transcript)


def test_markup_in_text_and_names_is_escaped():
    transcript = Transcript(cues=[Cue(text="</p><script>&amp;", speaker="<b>\"':")])
    assert html.loads(html.dumps(transcript)) == transcript


@pytest.mark.parametrize(
    ("data", "cue"),
    {
        "<p>Ann: Hi.": Cue(text="Hi.", speaker="Ann"),
        "<p><b>Ann</b> (1:02):<br>Hi.": Cue(text="Hi.", start=62, speaker="Ann"),
        "<p>[00:01:02] Hi.": Cue(text="Hi.", start=62),
        "<div>Ann: Hi.</div>": Cue(text="Hi.", speaker="Ann"),
        "<ul><li><b>Ann:</b> Hi.</ul>": Cue(text="Hi.", speaker="Ann"),
        "<cite>Bo</cite><p>Ann: Hi.": Cue(text="Ann: Hi.", speaker="Bo"),
        "<cite></cite><p>Ann: Hi.": Cue(text="Ann: Hi."),
        "<p><time>0:05</time></p><p>Ann: Hi.": Cue(text="Ann: Hi.", start=5),
    }.items(),
)
def test_names_and_times_in_text_are_read_where_nothing_else_marks_them(data, cue):
    assert loads(data) == ((cue,), [])


def test_lines_of_a_paragraph_that_all_start_with_a_name_are_cues():
    cues, _ = loads("<p>Ann: Hi.<br>Bo: Hello.</p>")
    assert [cue.speaker for cue in cues] == ["Ann", "Bo"]


def test_a_name_in_a_paragraph_of_its_own_is_that_of_the_next_one():
    cues, problems = loads("<p><cite>Ann:</cite> <time>1:02</time></p><p></p><p>Hi.</p><p>Bye.</p>")
    assert cues == (Cue(text="Hi.", start=62, speaker="Ann"), Cue(text="Bye."))
    assert problems == []


def test_what_looks_like_a_name_is_told_from_one_when_it_is_written():
    transcript = Transcript(cues=[Cue(text="Ann: Hi."), Cue(text="Hello."), Cue(text="(0:05) A")])
    assert html.loads(html.dumps(transcript)) == transcript
    assert html.dumps(transcript).count("<cite></cite>") == 2

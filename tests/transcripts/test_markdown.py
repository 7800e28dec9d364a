import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from podkit import Cue, ParseError, Transcript, UnrepresentableError, transcripts
from podkit.transcripts import html, markdown
from tests.transcripts.values import CHARACTERS


def loads(data):
    """Read, and give the problems too."""
    problems = []
    transcript = markdown.loads(data, on_problem=problems.append)
    return transcript, [str(problem) for problem in problems]


def texts(data):
    return [cue.text for cue in loads(data)[0].cues]


@pytest.mark.parametrize("data", ["", "\n\n", "<!-- none -->", "<b></b>", "---\n\n***\n"])
def test_nothing_is_an_empty_transcript(data):
    assert loads(data) == (Transcript(), [])
    assert markdown.dumps(Transcript()) == ""


def test_what_is_no_text_is_refused():
    with pytest.raises(ParseError, match="expected text, found Rich Text; save it as plain text"):
        markdown.loads(r"{\rtf1\ansi Ann: Hello.}")


def test_times_stand_in_brackets_and_names_in_bold_type():
    cues = [
        Cue(text="Hello.", start=62, end=65.5, speaker="Ann"),
        Cue(text="Hi.", speaker="the narrator"),
        Cue(text="Hi."),
    ]
    assert markdown.dumps(Transcript(cues=cues)) == (
        "[0:01:02 --> 0:01:05.500] **Ann:** Hello.\n\n**the narrator\u2060:** Hi.\n\nHi.\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    {
        "a *b* _c_ `d`": r"a \*b\* \_c\_ \`d\`",
        "[a](b) ![c]": r"\[a\](b) !\[c\]",
        "a & b &amp; &#65;": r"a & b \&amp; \&#65;",
        "<b> a > b ~~c~~": r"\<b> a > b \~\~c\~\~",
        "a\\b": r"a\\b",
        "# a": r"\# a",
        "- a\n+ b\n> c\n=": "\\- a\\\n\\+ b\\\n\\> c\\\n\\=",
        "1. a\n2) b\n3 c": "1\\. a\\\n2\\) b\\\n3 c",
        "a\n  b\n\tc": "a\\\n&#32; b\\\n&#9;c",
        "Ann: a": "Ann:\u2060 a",
    }.items(),
)
def test_what_would_be_markup_is_written_as_text(text, written):
    transcript = Transcript(cues=[Cue(text=text)])
    assert markdown.dumps(transcript) == f"{written}\n"
    assert markdown.loads(f"{written}\n") == transcript


@settings(max_examples=200, deadline=None)
@given(pieces=st.lists(st.sampled_from([*r"*_`~\[]()!<>&#-+=.:;/1a|", "\n", " ", "&#32;", "br"])))
def test_any_marks_read_back(pieces):
    transcript = Transcript(cues=[Cue(text=f"x{''.join(pieces)}x", start=1, speaker="Ann*")])
    try:
        written = markdown.dumps(transcript)
    except UnrepresentableError:
        return
    assert markdown.loads(written) == transcript
    # So does another reader's, as far as HTML shows white space.
    [shown] = html.loads(MarkdownIt("commonmark").render(written)).cues
    assert (shown.speaker, shown.start) == ("Ann*", 1)
    assert lines(shown.text) == lines(transcript.cues[0].text)


def lines(text):
    return [line.split() for line in text.split("\n")]


@settings(max_examples=100, deadline=None)
@given(title=st.text(CHARACTERS) | st.text("#\\ a*"))
def test_a_title_reads_back_or_is_refused(title):
    transcript = Transcript(title=title, cues=[Cue(text="a")])
    try:
        written = markdown.dumps(transcript)
    except UnrepresentableError:
        assert title != " ".join(title.split()) or not title or set(title) & set("\0\ufeff")
        return
    assert markdown.loads(written) == transcript


@pytest.mark.parametrize(
    ("said", "text"),
    {
        "so *it* **goes** ***on***": "so it goes on",
        "_so_ __it__ goes_on": "so it goes_on",
        "2 * 3 * 4 ** 5": "2 * 3 * 4 ** 5",
        "*so **it": "*so **it",
        "~~so~~ `it *goes*`": "so it *goes*",
        "[so](https://a.example) ![it](b)": "so it",
        "[**so**](a) [it] [goes][on]": "so [it] [goes][on]",
        "<https://a.example>": "https://a.example",
        "<b>so</b> <span class='x'>it</span>": "so it",
        "<laughs> so": "<laughs> so",
        "so<br>it<br />\ngoes": "so\nit\ngoes",
        "so  \nit\\\ngoes\n on": "so\nit\ngoes\non",
        "&lt;&nbsp;&#x41;&nothing;": "<\xa0A&nothing;",
        r"\*so\* \q": r"*so* \q",
        "so <!-- not\n\nthis --> it": "so",
        "> so\n> it": "so\nit",
        "a\n1984. b": "a\n1984. b",
    }.items(),
)
def test_the_text_is_what_is_shown(said, text):
    assert texts(said)[0] == text


@pytest.mark.parametrize(
    "said",
    [
        "- a\n- b",
        "* a\n\n* b",
        "+ a\n  + b",
        "1. a\n2. b",
        "1) a\n10) b",
        "> a\n\n> b",
        "a\n\n---\n\nb",
        "a\n***\nb",
        "a\n_ _ _\nb",
        "```text\na\n\nb\n```",
        "a\n- b",
    ],
)
def test_paragraphs_points_and_quotes_are_cues(said):
    assert texts(said) == ["a", "b"]


@pytest.mark.parametrize(
    "said",
    [
        "[1:02] **Ann:** Hi.",
        "**Ann:** [1:02] Hi.",
        "**[1:02] Ann:** Hi.",
        "**Ann** (1:02): Hi.",
        "**Ann** 1:02\nHi.",
        "[1:02](https://a.example/?t=62) **Ann:** Hi.",
        "[[1:02](https://a.example)] Ann: Hi.",
        "Ann ([1:02](https://a.example)): Hi.",
        "[Ann]: [1:02] Hi.",
        "[**Ann**] 1:02\nHi.",
    ],
)
def test_names_and_times_are_read_as_people_write_them(said):
    assert loads(said)[0].cues == (Cue(text="Hi.", start=62, speaker="Ann"),)


@pytest.mark.parametrize("title", ["# *Fog*", "# Fog #", "Fog\n===", "<!-- a -->\n# Fog"])
def test_a_heading_is_the_title(title):
    assert loads(f"{title}\n\nHi.") == (Transcript(title="Fog", cues=[Cue(text="Hi.")]), [])


def test_what_is_not_kept_is_reported_with_its_line():
    data = "---\ntitle: Fog\n---\n\n# Fog\n\n#\n\n## Part 1\n\nHi.\n\n# Fog\n"
    transcript, problems = loads(data)
    assert (transcript.title, texts(data)) == ("Fog", ["Hi."])
    assert problems == [
        "line 1: not kept: what stands before the text, between ---",
        "line 9: not kept: the heading Part 1",
        "line 13: not kept: the heading Fog",
    ]


def test_a_heading_after_the_first_words_is_no_title():
    assert loads("Hi.\n\n# Fog")[0].title is None


@pytest.mark.parametrize("suffix", [".md", ".markdown", ".MD"])
def test_the_suffix_tells_markdown_from_plain_text(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    transcript = Transcript(cues=[Cue(text="So *it* goes.", speaker="Ann"), Cue(text="- 1")])
    transcripts.write(transcript, path)
    assert transcripts.read(path) == transcripts.read(str(path)) == transcript
    assert transcripts.read(path, format="text") != transcript

import sys

import pytest

from podkit import (
    Link,
    Paragraph,
    ParseError,
    Section,
    ShowNotes,
    UnrepresentableError,
    UnsupportedFormatError,
)
from podkit.notes import markdown


def written(*content, **facts):
    paragraph = Paragraph(content=content, **facts)
    return markdown.dumps(ShowNotes(sections=[Section(kind="summary", paragraphs=[paragraph])]))


def test_headings_paragraphs_points_and_links_are_read():
    source = "Hello,\nyou.\n\nLinks\n=====\n\n* [a](/b)\n* c\n\n**Credits**\n\nAnn  \nBob\n"
    sections = markdown.loads(source).sections
    assert [(s.kind, s.heading) for s in sections] == [
        ("summary", None),
        ("links", "Links"),
        ("credits", "Credits"),
    ]
    assert sections[0].paragraphs[0].text == "Hello, you."
    assert sections[1].points[0].content == (Link(text="a", url="/b"),)
    assert sections[2].paragraphs[0].text == "Ann\nBob"


def test_html_within_is_read():
    [section] = markdown.loads('<section data-kind="guest">\n\n*Ann*\n\n</section>').sections
    assert (section.kind, section.paragraphs[0].text) == ("guest", "Ann")


def test_tables_and_struck_text_are_read():
    [section] = markdown.loads("| a | b |\n|---|---|\n| ~~c~~ | d |").sections
    assert [paragraph.text for paragraph in section.paragraphs] == ["a", "b", "c", "d"]


@pytest.mark.parametrize("url", ["https://example.com/ü?a=b|c", "/a%20b", "#t=754"])
def test_urls_stay_as_written(url):
    assert markdown.loads(f"[a]({url})").links[0].url == url


def test_an_unsafe_target_is_left_out():
    problems = []
    [link] = markdown.loads("[a](javascript:b)", on_problem=problems.append).links
    assert (link.text, link.url) == ("a", None)
    assert [problem.id for problem in problems] == ["unsafe-url"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a", r"\# a"),
        ("- a\n+ b\n=\n> c\n~~~", "\\- a\\\n\\+ b\\\n\\=\\\n\\> c\\\n\\~\\~\\~"),
        ("a ~~b~~ ~c", r"a \~\~b\~\~ \~c"),
        ("a | b\n|-|-|\n:-:", "a | b\\\n\\|-|-|\\\n\\:-:"),
        ("1. a", r"1\. a"),
        ("1) a", r"1\) a"),
        ("1 a.", "1 a."),
        ("*a* _b_ `c` [d] <e> \\", r"\*a\* \_b\_ \`c\` \[d\] \<e> " + "\\\\"),
        ("AT&T &amp; &#8217;", r"AT&T \&amp; \&#8217;"),
        ("Wow! #20 - a + b", "Wow! #20 - a + b"),
    ],
)
def test_only_what_markdown_would_read_is_escaped(text, expected):
    assert written(text) == f"{expected}\n"
    [section] = markdown.loads(written(text)).sections
    assert section.paragraphs[0].text == text


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (Link(text="a", url="/b"), "[a](/b)"),
        (Link(text="a", url="/b c"), "[a](</b c>)"),
        (Link(text="a", url="/b_(c)"), r"[a](/b_\(c\))"),
        (Link(text="a", url="/b?c=d&e=f"), "[a](/b?c=d&e=f)"),
        (Link(text="a", url="/b?c&amp;d"), r"[a](/b?c\&amp;d)"),
        (Link(text="a"), "[a]()"),
        (Link(text="https://example.com/a_b", url="https://example.com/a_b"),) * 1
        + ("<https://example.com/a_b>",),
        (Link(text="/a", url="/a"), "[/a](/a)"),
        (Link(text="a", url="/b", kind="guest"), '<a href="/b" data-kind="guest">a</a>'),
    ],
)
def test_links_are_written_so_that_they_are_read_again(link, expected):
    assert written(link) == f"{expected}\n"
    assert markdown.loads(written(link)).links == (link,)


def test_an_exclamation_mark_before_a_link_makes_no_image():
    assert written("Wow!", Link(text="a", url="/b")) == "Wow\\![a](/b)\n"


def test_points_are_a_list():
    assert written("a\nb", is_point=True) == "- a\\\n  b\n"


@pytest.mark.parametrize("heading", ["C #", "C ##", "# C", "1. C", "#"])
def test_headings_keep_their_marks(heading):
    value = ShowNotes(sections=[Section(heading=heading)])
    assert markdown.loads(markdown.dumps(value)) == value


def test_unsafe_urls_are_refused():
    with pytest.raises(UnrepresentableError, match=r"^sections\[0\]\.paragraphs\[0\]: "):
        written(Link(text="a", url="data:,a"))


@pytest.mark.parametrize(
    "source", ["> " * 40 + "a", "\n".join(f"{'  ' * depth}- a" for depth in range(40))]
)
def test_what_nests_too_deeply_is_refused_not_dropped(source):
    with pytest.raises(ParseError, match="lists and quotes nest too deeply"):
        markdown.loads(source)


def test_what_nests_less_is_kept():
    [section] = markdown.loads("> " * 30 + "a").sections
    assert section.paragraphs[0].text == "a"


def test_reading_without_markdown_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    with pytest.raises(UnsupportedFormatError, match=r"install podkit\[pages\]"):
        markdown.loads("a")

"""Numbers, lists within lists, tasks and footnotes: what stays of them in each form."""

import pytest

from podkit import Paragraph, Section, ShowNotes, UnrepresentableError, notes


def points(text, format="html"):
    return [
        (p.number, p.depth, p.text)
        for section in notes.loads(text, format=format).sections
        for p in section.points
    ]


def listed(*entries):
    paragraphs = [
        Paragraph(content=[text], is_point=True, number=number, depth=depth)
        for number, depth, text in entries
    ]
    return ShowNotes(sections=[Section(kind="summary", paragraphs=paragraphs)])


@pytest.mark.parametrize(
    ("html", "numbers"),
    [
        ("<ol><li>a<li>b</ol>", [1, 2]),
        ("<ol start=5><li>a<li>b</ol>", [5, 6]),
        ("<ol start=' 5 '><li>a<li value=9>b<li>c</ol>", [5, 9, 10]),
        ("<ol start=x><li value>a<li value='b'>b</ol>", [1, 2]),
        ("<ol reversed><li>a<li>b</ol>", [2, 1]),
        ("<ol reversed start=10><li>a<li>b</ol>", [10, 9]),
        ("<ol start=-1><li>a<li>b<li>c</ol>", [None, 0, 1]),
        ("<ol start=999999999><li>a<li>b</ol>", [999_999_999, None]),
        ("<ol start=99999999999999><li>a</ol>", [1]),
        ("<ul><li>a<li value=2>b</ul>", [None, None]),
        ("<li>a<li value=2>b", [None, None]),
        ("<ol><li><p>a<p>b<li>c</ol>", [1, None, 2]),
        ("<ol><li><li>a</ol>", [2]),
        ("<ol><li><h2>a</h2>b<li><h2>c</h2>d</ol>", [1, 2]),
        ("<ol><li>a</ol>b<ol><li>c</ol>", [1, 1]),
    ],
)
def test_the_numbers_of_lists_are_read(html, numbers):
    assert [number for number, _, _ in points(html)] == numbers


def test_lists_within_lists_are_read():
    html = "<ul><li>a<ol><li>b<ul><li>c</ul><li>d</ol>e</ul><ol><li>f</ol>"
    assert points(html) == [
        (None, 0, "a"),
        (1, 1, "b"),
        (None, 2, "c"),
        (2, 1, "d"),
        (None, 0, "e"),
        (1, 0, "f"),
    ]


@pytest.mark.parametrize(
    ("html", "depths"),
    [
        ("<ul><ul><ul><li>a</ul><li>b</ul></ul>", [0, 1]),
        ("<ul><li>a<p>b<h2>C</h2><ul><li>d</ul></ul>", [0, 0, 0]),
        ("<ul><li>a" * 12, [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8]),
    ],
)
def test_a_point_is_at_most_one_deeper_than_the_one_before(html, depths):
    assert [depth for _, depth, _ in points(html)] == depths


LISTS = [
    [(1, 0, "a"), (2, 0, "b")],
    [(3, 0, "a"), (2, 0, "b"), (1, 0, "c")],
    [(1, 0, "a"), (1, 0, "b"), (1, 0, "c")],
    [(0, 0, "a"), (999_999_999, 0, "b")],
    [(None, 0, "a"), (7, 0, "b"), (None, 0, "c"), (8, 0, "d")],
    [(None, 0, "a"), (7, 1, "b"), (None, 2, "c"), (8, 1, "d\ne"), (None, 0, "f")],
    [(10, 0, "a"), (1, 1, "b"), (1, 1, "c"), (None, 1, "d"), (2, 1, "e"), (11, 0, "f")],
    [(None, depth, f"{depth}. a") for depth in (*range(9), 4, 5, 0)],
    [(1, 0, "1. a"), (2, 0, "- b"), (3, 0, "[ ] c"), (None, 1, "[x] d"), (None, 1, "[x](e)")],
]


@pytest.mark.parametrize("entries", LISTS)
@pytest.mark.parametrize("format", ["html", "markdown"])
def test_lists_read_back_equal(format, entries):
    value = listed(*entries)
    assert notes.loads(notes.dumps(value, format=format), format=format) == value


def test_lists_are_written_as_html():
    entries = [(None, 0, "a"), (3, 1, "b"), (4, 1, "c"), (None, 0, "d"), (1, 0, "e")]
    assert notes.dumps(listed(*entries), format="html").replace("\n", "") == (
        '<ul><li>a<ol start="3"><li>b</li><li>c</li></ol></li><li>d</li></ul><ol><li>e</li></ol>'
    )


def test_lists_are_written_as_markdown():
    entries = [(9, 0, "a\nb"), (10, 0, "c"), (None, 1, "d"), (3, 1, "e"), (1, 0, "f")]
    assert notes.dumps(listed(*entries), format="markdown") == (
        "9. a\\\n   b\n10. c\n    - d\n\n    3. e\n\n1) f\n"
    )


def test_lists_are_written_as_text():
    entries = [(9, 0, "a"), (10, 0, "b"), (None, 1, "c")]
    assert notes.dumps(listed(*entries), format="text") == "9. a\n\n10. b\n\n  • c\n"


def test_numbers_of_a_text_are_read():
    source = "1. One\n2) Two\n• Three"
    assert points(source, "text") == [(1, 0, "One"), (2, 0, "Two"), (None, 0, "Three")]
    assert notes.dumps(notes.loads(source), format="text") == "1. One\n\n2) Two\n\n• Three\n"
    assert notes.dumps(notes.loads(source), format="markdown") == "1. One\n2. Two\n\n- Three\n"


def test_lists_are_kept_for_feeds():
    written = notes.for_feed(listed((3, 0, "a"), (None, 1, "b\nc"), (4, 0, "d")))
    assert written.html == '<ol start="3"><li>a<ul><li>b c</li></ul></li><li>d</li></ol>'
    assert written.text == "3. a\n  - b\n    c\n4. d"


@pytest.mark.parametrize("number", [-1, 1_000_000_000])
@pytest.mark.parametrize("format", ["html", "markdown", "text"])
def test_numbers_that_no_list_has_are_refused(format, number):
    with pytest.raises(UnrepresentableError, match=r"sections\[0\]\.paragraphs\[0\]\.number"):
        notes.dumps(listed((number, 0, "a")), format=format)


def test_a_paragraph_that_is_no_point_has_no_number():
    paragraph = Paragraph(content=["a"], number=1, depth=1)
    value = ShowNotes(sections=[Section(paragraphs=[paragraph])])
    assert notes.dumps(value, format="markdown").endswith("\n\na\n\n</section>\n")


def test_the_boxes_of_tasks_are_kept():
    source = "- [x] a\n- [ ] b\n"
    value = notes.loads(source, format="markdown")
    assert [p.text for p in value.sections[0].points] == ["[x] a", "[ ] b"]
    assert notes.dumps(value, format="markdown") == source
    box = "<input type=checkbox disabled"
    assert notes.loads(f"<ul><li>{box} checked> a<li>{box}> b</ul>") == value


def test_a_box_to_be_ticked_is_none():
    source = (
        "<ul><li><input type=checkbox> a<li><input disabled> b</ul><input type=checkbox disabled>"
    )
    assert points(source) == [(None, 0, "a"), (None, 0, "b")]


FOOTNOTES = "Fog[^1] and sun[^b].\n\n[^1]: https://example.com/\n\n[^b]: Some words.\n"


@pytest.mark.parametrize("source", [FOOTNOTES, FOOTNOTES.replace("/\n\n", "/\n")])
def test_footnotes_of_markdown_are_kept(source):
    value = notes.loads(source, format="markdown")
    texts = [paragraph.text for paragraph in value.sections[0].paragraphs]
    assert texts == ["Fog[^1] and sun[^b].", "[^1]: https://example.com/", "[^b]: Some words."]
    written = notes.dumps(value, format="markdown")
    assert written == FOOTNOTES.replace("https://example.com/", "<https://example.com/>")


def test_what_looks_like_a_footnote_before_a_bracket_is_escaped():
    value = listed((None, 0, "[^1](b)"))
    assert notes.loads(notes.dumps(value, format="markdown"), format="markdown") == value


@pytest.mark.parametrize(
    ("mark", "back"),
    [
        ("<sup><a href='#fn:1'>1</a></sup>", "<a href='#fnref:1'>↩</a>"),
        ("<a href='#user-content-fn-1'>1</a>", "<a href='#user-content-fnref-1'>↩︎</a>"),
        ("<a href='#fn1'><sup>1</sup></a>", "<a href='#fnref1'>↩</a>"),
        ("<a href='#cite_note-a'>[1]</a>", "<a href='#cite_ref-a'>↑</a>"),
        ("<a href='#footnote-1'> 1 </a>", "<a href='#footnote-anchor-1'></a>"),
    ],
)
def test_footnotes_of_html_are_numbers_in_brackets(mark, back):
    [section] = notes.loads(f"<p>Fog{mark}.<ol><li>Some words. {back}</ol><p>{back}").sections
    assert [p.text for p in section.paragraphs] == ["Fog[1].", "Some words."]
    assert section.points[0].number == 1
    assert section.links == ()


@pytest.mark.parametrize("link", ["#fnord'>1", "#t'>↩", "#back'>b", "/fn:1'>1", "/ref'>↩"])
def test_other_links_stay(link):
    [read] = notes.loads(f"<a href='{link}</a>").links
    assert f"{read.url}'>{read.text}" == link

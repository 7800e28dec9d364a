import pytest

from podkit import Link, Paragraph, ParseError, Section, ShowNotes, UnrepresentableError
from podkit._html import parse_html
from podkit._markup.html_blocks import FURNITURE, html_blocks
from podkit.errors import ignore
from podkit.notes import html


def texts(source):
    sections = html.loads(source).sections
    return [paragraph.text for section in sections for paragraph in section.paragraphs]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("Just text", ["Just text"]),
        ("<p>One<p>Two", ["One", "Two"]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("<p>One<br>two<br><br>Three", ["One\ntwo", "Three"]),
        ("<br><br>One<br>", ["One"]),
        ("<p>a\n  b\t<b> c</b>d", ["a b cd"]),
        ("<p>&lt;b&gt; &amp;amp; &#8217;", ["<b> &amp; ’"]),
        ("<p>a<!-- b -->c<script>d</script><style>e</style><template>f</template>", ["ac"]),
        ("<p>Party <img src=a alt='🎉'> time <img src=b>", ["Party 🎉 time"]),
        ("<table><tr><td>a<td>b</table>", ["a", "b"]),
        ("<table><tr><td>0:00<td>a<tr><td>b<td>[1:05]</table>", ["0:00 a", "[1:05] b"]),
        ("<table><tr><td>0:00<td>1:05<td>a</table>", ["0:00", "1:05", "a"]),
        ("<table><tr><td>0:00<td><table><tr><td>a</table></table>", ["0:00", "a"]),
        ("<pre>One\n  two <b>three</b>\n</pre>Four\nfive", ["One\ntwo three", "Four five"]),
        ("<details><summary>More</summary>Less</details>", ["Less"]),
        ("<p hidden>\u00a0</p><p> </p>", []),
        ("<title>Not this</title><p>This", ["This"]),
    ],
)
def test_text_is_read_as_browsers_show_it(source, expected):
    assert texts(source) == expected


def test_entries_of_lists_are_points_at_any_depth():
    [section] = html.loads("<p>a<ul><li>b<ol><li>c</ol>d<li><p>e</p><p>f</ul><p>g").sections
    assert [(p.text, p.is_point) for p in section.paragraphs] == [
        ("a", False),
        *[(text, True) for text in "bcdef"],
        ("g", False),
    ]


@pytest.mark.parametrize(
    "heading",
    ["<h2>Links</h2>", "<h6>Links</h6>", "<p><b>Links</b>", "<p><strong>Links</strong></p>"],
)
def test_headings_open_sections(heading):
    [_, section] = html.loads(f"<p>Hello.</p>{heading}<p>a").sections
    assert (section.kind, section.heading) == ("links", "Links")


@pytest.mark.parametrize(
    ("source", "opens"),
    [
        ("<p><b>Ann Lee</b>", True),
        ("<p>Ann Lee", False),
        ("<p>Ann Lee:", True),
        ("<p><b>Ann</b> Lee", False),
        ("<p><b>" + "Ann " * 30 + "</b>", False),
        ("<li><b>Ann Lee</b>", False),
        ("<p><b><a href='/a'>Ann Lee</a></b>", False),
        ("<p><b>Ann<br>Lee</b>", False),
        ("<b><p>Ann Lee</p></b>", False),
    ],
)
def test_a_short_paragraph_in_bold_type_is_a_heading(source, opens):
    assert bool(html.loads(source).sections[0].heading) is opens


def test_a_heading_has_one_line():
    [section] = html.loads("<h2>Links<br><br>and more</h2>").sections
    assert section.heading == "Links and more"


def test_headings_within_a_transcript_end_it_if_they_are_known_or_of_its_level():
    source = "<h2>Transcript</h2><p>a<h3>Part 1</h3><p>b<h3>Links</h3><p>c<h2>d</h2>"
    assert [section.kind for section in html.loads(source).sections] == [
        "transcript",
        "links",
        "other",
    ]
    assert html.loads(source).sections[0].paragraphs[1].text == "Part 1"


def test_links_have_text_and_target():
    [paragraph] = html.loads("<p>See<a href=' /a '> our <i>site</i> </a>now").sections[0].paragraphs
    assert paragraph.content == ("See ", Link(text="our site", url="/a"), " now")


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ("<a name=here>text</a>", []),
        ("<a href='/a'><img src=b></a>", [("/a", "/a")]),
        ("<a href='/a'><img src=b alt=Badge></a>", [("Badge", "/a")]),
        ("<a href='/a'><div>One</div><div>Two</div></a>", [("One", "/a"), ("Two", "/a")]),
        ("<a href='#here'></a>text", []),
        ("<a href=''>text</a>", [("text", None)]),
        ("<a href='/a'>One<a href='/b'>Two</a>", [("One", "/a"), ("Two", "/b")]),
        ("<a href='/a'></a><a href='/b'>Two</a>", [("/a", "/a"), ("Two", "/b")]),
    ],
)
def test_links_of_all_shapes_are_read(source, links):
    assert [(link.text, link.url) for link in html.loads(source).links] == links


def test_a_heading_keeps_the_text_of_its_link():
    problems = []
    [section] = html.loads("<h2><a href='/a'>Ann</a></h2>", on_problem=problems.append).sections
    assert section.heading == "Ann"
    assert [problem.id for problem in problems] == ["link-in-heading"]


def test_sections_of_a_page_that_state_no_kind_are_none():
    source = "<section><p>a</section><section><p>b<h2>Links</h2></section><p>c"
    assert [(s.kind, len(s.paragraphs)) for s in html.loads(source).sections] == [
        ("summary", 2),
        ("links", 1),
    ]


def test_a_stated_section_is_taken_at_its_word():
    source = "<section data-kind=guest><p>Links:<p>a</section><p>b"
    assert [(s.kind, s.heading, len(s.paragraphs)) for s in html.loads(source).sections] == [
        ("guest", None, 2),
        ("other", None, 1),
    ]


def test_writes_a_fragment_of_headings_paragraphs_lists_and_links():
    paragraphs = [
        Paragraph(content=["Salt & <pepper>\nand ", Link(text='"oil"', url='/a?b="c"&d')]),
        Paragraph(content=["One"], is_point=True),
        Paragraph(content=["Two"], is_point=True),
        Paragraph(content=[Link(text="Ann", kind="guest", platform="x")]),
    ]
    section = Section(kind="links", heading="Lamps & more", paragraphs=paragraphs)
    assert html.dumps(ShowNotes(sections=[section])).splitlines() == [
        '<section data-kind="links">',
        "<h2>Lamps &amp; more</h2>",
        '<p>Salt &amp; &lt;pepper&gt;<br>and <a href="/a?b=&quot;c&quot;&amp;d">"oil"</a></p>',
        "<ul>",
        "<li>One</li>",
        "<li>Two</li>",
        "</ul>",
        '<p><a data-kind="guest" data-platform="x">Ann</a></p>',
        "</section>",
    ]


def test_a_section_that_is_found_by_itself_is_not_marked():
    section = Section(kind="links", heading="Links")
    assert html.dumps(ShowNotes(sections=[section])) == "<h2>Links</h2>\n"


@pytest.mark.parametrize(
    "section",
    [
        Section(kind="guest", heading="Links"),
        Section(kind="player"),
        Section(kind="summary", paragraphs=[Paragraph(content=["Links:"])]),
        Section(kind="links", heading="Links", paragraphs=[Paragraph(content=["Credits"])]),
    ],
)
def test_any_other_is_marked(section):
    written = html.dumps(ShowNotes(sections=[section]))
    assert written.startswith(f'<section data-kind="{section.kind}">\n')
    assert html.loads(written).sections == (section,)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:,a", " https://example.com/", "https://a/\nb", "\ud800"]
)
def test_urls_that_browsers_read_otherwise_or_that_are_unsafe_are_refused(url):
    paragraph = Paragraph(content=[Link(text="a", url=url)])
    section = Section(paragraphs=[paragraph])
    with pytest.raises(UnrepresentableError, match=r"^sections\[0\]\.paragraphs\[0\]: "):
        html.dumps(ShowNotes(sections=[section]))


def test_elements_within_elements_are_read_to_a_depth():
    assert texts("<div>" * 2000 + "a") == ["a"]
    with pytest.raises(ParseError, match="elements nest more than 2000 deep"):
        html.loads("<div>" * 2001 + "a")


@pytest.mark.parametrize("piece", ["<p>a", "<li>a", "<b>a</b>", "<a href=/a>a</a>", "a<br>", "<"])
def test_many_elements_are_no_deep_ones(piece):
    text = "\n".join(texts(piece * 20_000))
    assert text.count("<" if piece == "<" else "a") >= 19_999


def test_a_reader_may_leave_out_nodes_and_what_is_in_them():
    root = parse_html("<p>a</p><nav><p>b</p></nav><p>c<a href=/d>d</a>")
    blocks = html_blocks(
        root, ignore, part_of=lambda _, tag: FURNITURE if tag in ("nav", "a") else None
    )
    assert [block.text for block in blocks] == ["a", "c"]


@pytest.mark.parametrize(
    "source",
    [
        "<img src=a.png alt=A>",
        "<iframe src=/a></iframe>",
        "<table><tr><td>A</table>",
        "<blockquote>A</blockquote>",
        "<code>A</code>",
        "<del>A</del>",
    ],
)
def test_forms_that_notes_do_not_hold_are_reported_once_each(source):
    problems = []
    html.loads(f"<p>B<p>{source}<p>{source}", on_problem=problems.append)
    assert [(problem.id, problem.level) for problem in problems] == [("lost-form", "info")]


@pytest.mark.parametrize("before", ["<b></b>", "<p>&#xfeff;</p>"])
def test_what_shows_nothing_is_no_paragraph(before):
    [section] = html.loads(f"{before}<p>Hello.</p>").sections
    assert [paragraph.text for paragraph in section.paragraphs] == ["Hello."]

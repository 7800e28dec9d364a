import attrs
import pytest

from podkit import Link, Paragraph, Section, ShowNotes, UnsupportedFormatError, notes
from podkit.notes import html, markdown, text

HTML = "<h2>Links</h2>\n<ul>\n<li>Our site</li>\n</ul>\n"
MARKDOWN = "## Links\n\n- Our site\n"
TEXT = "Links\n\n• Our site\n"


@pytest.mark.parametrize(
    ("source", "module"),
    [
        (HTML, html),
        ("We talk.<br>A lot.", html),
        ("<!DOCTYPE html>\nWe talk.", html),
        ("<p>a [b](c) **d**", html),
        (MARKDOWN, markdown),
        ("We talk\n# A lot", markdown),
        ("See [us](/a)", markdown),
        ("**Ann:** We talk", markdown),
        ("# We talk<br>a lot", markdown),
        ('<section data-kind="guest">\n\nAnn\n\n</section>', markdown),
        ('<section data-kind="guest">\n<p>Ann</p>\n</section>', html),
        ("See **[us]** <https://example.com/>", markdown),
        ('We talk.\n\n<section data-kind="promotion">\n\nBuy!\n\n</section>', markdown),
        ("[Us][1] and you\n\n[1]: https://example.com/", markdown),
        ("Fog\n===\n\nWe talk.", markdown),
        ("> We talk.", markdown),
        ("We talk.\n\n| a | b |\n|---|---|\n| c | d |", markdown),
        ("1\\. one", markdown),
        ("a\\*b", markdown),
        ("Hello \\<p> there", markdown),
        *(
            (f"<{tag}>We talk.</{tag}>", html)
            for tag in ("blockquote", "table", "dl", "pre", "small", "u", "figure", "header")
        ),
        ("We talk.<hr>A lot.", html),
        ("<iframe src='https://example.com/'></iframe>We talk.", html),
        ("We talk.<hr noshade>A lot.", html),
        ("a <b and c> d", text),
        ("¯\\_(ツ)_/¯", text),
        ("Ann: [laughs]: We talk", text),
        (TEXT, text),
        ("1 < 2 and <3, #1 of [all]", text),
        ("", text),
    ],
)
def test_the_format_is_picked_by_content(source, module):
    assert notes.loads(source) == module.loads(source)


@pytest.mark.parametrize(
    "content",
    [
        "1. one",
        "a*b",
        "a_b",
        "Hello <p> there",
        "# a",
        "a\nb",
        "a ~~b~~",
        "| a",
        "AT&amp;T",
        "https://example.com/",
        Link(text="us", url="https://example.com/", kind="sponsor"),
    ],
)
def test_markdown_of_podkit_is_told_from_text_and_html(content):
    sections = [Section(kind="summary", paragraphs=[Paragraph(content=["Fog."])])]
    paragraph = Paragraph(content=[content, " and so on"])
    sections[0] = attrs.evolve(sections[0], paragraphs=[paragraph, *sections[0].paragraphs])
    written = notes.dumps(ShowNotes(sections=sections), format="markdown")
    assert notes.loads(written) == markdown.loads(written)
    assert notes.dumps(notes.loads(written), format="markdown") == written


@pytest.mark.parametrize(("format", "expected"), [("html", HTML), ("markdown", MARKDOWN)])
def test_the_format_can_be_named(format, expected):
    assert notes.dumps(notes.loads(expected, format=format), format=format) == expected


@pytest.mark.parametrize(
    ("suffix", "expected"),
    [
        (".html", HTML),
        (".HTM", HTML),
        (".md", MARKDOWN),
        (".markdown", MARKDOWN),
        (".txt", TEXT),
    ],
)
def test_files_are_written_by_their_suffix_and_read(tmp_path, suffix, expected):
    path = tmp_path / f"notes{suffix}"
    notes.write(notes.loads(HTML), path)
    assert path.read_text() == expected
    assert notes.read(path).sections[0].heading == "Links"


@pytest.mark.parametrize(("module", "expected"), [(html, HTML), (markdown, MARKDOWN), (text, TEXT)])
def test_each_format_reads_and_writes_files(tmp_path, module, expected):
    path = tmp_path / "notes"
    module.write(notes.loads(HTML), path)
    assert path.read_text() == expected
    assert module.read(path) == module.loads(expected)


def test_a_format_that_is_none_is_refused(tmp_path):
    with pytest.raises(UnsupportedFormatError, match="no notes format 'pdf'"):
        notes.loads("", format="pdf")
    with pytest.raises(UnsupportedFormatError, match="no notes format has this suffix"):
        notes.write(notes.loads(""), tmp_path / "notes.pdf")

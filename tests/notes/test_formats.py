import pytest

from podkit import UnsupportedFormatError, notes
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
        (TEXT, text),
        ("1 < 2 and <3, #1 of [all]", text),
        ("", text),
    ],
)
def test_the_format_is_picked_by_content(source, module):
    assert notes.loads(source) == module.loads(source)


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

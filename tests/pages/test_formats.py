import sys

import pytest

from podkit import UnsupportedFormatError, pages
from podkit.pages import html, markdown, text

MARKDOWN = "# Ep #20: Be\n\nHow to be.\n"
TEXT = "Ep #20: Be\n\nHow to be.\n"


@pytest.mark.parametrize(
    ("source", "module"),
    [
        ("<h1>Ep #20: Be</h1>", html),
        ("\n<!doctype html><title>Be</title>", html),
        (MARKDOWN, markdown),
        (TEXT, text),
    ],
)
def test_the_format_is_picked_by_content(source, module):
    assert pages.loads(source) == module.loads(source)


@pytest.mark.parametrize(
    ("suffix", "module"),
    [(".html", html), (".htm", html), (".md", markdown), (".markdown", markdown), (".TXT", text)],
)
def test_files_are_written_by_their_suffix_and_read(tmp_path, suffix, module):
    page = pages.loads(TEXT)
    path = tmp_path / f"page{suffix}"
    pages.write(page, path)
    assert path.read_text() == module.dumps(page)
    assert pages.read(path) == page
    module.write(page, tmp_path / "page")
    assert module.read(tmp_path / "page") == page


def test_bytes_are_read():
    assert pages.loads(TEXT.encode("utf-16")) == pages.loads(TEXT)


def test_a_format_that_is_none_is_refused(tmp_path):
    with pytest.raises(UnsupportedFormatError, match="no page format 'pdf'"):
        pages.dumps(pages.loads(TEXT), format="pdf")
    with pytest.raises(UnsupportedFormatError, match="no page format has this suffix"):
        pages.write(pages.loads(TEXT), tmp_path / "page.pdf")


def test_reading_markdown_without_markdown_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    with pytest.raises(UnsupportedFormatError, match=r"install podkit\[pages\]"):
        pages.loads(MARKDOWN)

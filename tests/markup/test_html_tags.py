import sys

import pytest
from hypothesis import given, settings

from podkit import Link, Paragraph, Section, UnsupportedFormatError
from podkit._markup.blocks import tidy_section
from podkit._markup.html_tags import _cleaner, link_tag, sanitised, section_body, section_html
from tests.notes.strategies import sections

POINT = Paragraph(content=["One"], is_point=True)


def written(url, kind="other", home=None):
    paragraph = Paragraph(content=[Link(text="here", url=url, kind=kind)])
    [line] = section_body(Section(paragraphs=[paragraph]), "section", home)
    return line


def test_the_body_of_a_section_has_no_heading():
    section = Section(heading="Links", paragraphs=[POINT])
    assert section_html(section, "section") == "<ul>\n<li>One</li>\n</ul>"
    assert section_html(Section(), "section") == ""


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/",
        "HTTP://example.com",
        "//example.com/a",
        "/\\example.com/a",
        "https:example.com/a",
        "https://example.org@example.com/",
        "https://[example.com/",
    ],
)
def test_foreign_links_see_no_opener_and_are_no_advice(url):
    assert ' rel="noopener nofollow ugc"' in written(url)
    assert ' rel="noopener nofollow ugc"' in written(url, home="https://example.org/")


@pytest.mark.parametrize("url", ["/a", "a", "#t=1", "?a", "mailto:a@b.c", "tel:1", "feed:a"])
def test_links_that_stay_are_not_foreign(url):
    assert "rel=" not in written(url)


@pytest.mark.parametrize("url", ["https://example.com/a", "//EXAMPLE.com:8080/", "/a"])
def test_links_to_the_site_of_the_page_are_not_foreign(url):
    assert "rel=" not in written(url, home="https://example.com/show")


def test_links_to_sponsors_say_so():
    assert ' rel="noopener nofollow ugc sponsored"' in written("https://example.com/", "sponsor")


def test_a_link_without_a_target_says_what_it_is():
    assert link_tag(Link(text="a"), Link(text="a"), "link") == '<a data-kind="other">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<script>b</script><style>c</style>d</p>", "<p>ad</p>"),
        ("<p onclick='a()' style='b' id='c' class='d'>e</p>", "<p>e</p>"),
        ("<a href='javascript:a()'>b</a>", "<a>b</a>"),
        ("<a href='data:text/html,a' target=_blank>b</a>", "<a>b</a>"),
        ("<img src=a><iframe src=b></iframe><form action=c><input></form>", ""),
        ("<svg onload=a()><p>b</svg>", "<p>b</p>"),
        ("<!-- a -->b", "b"),
        ("<div>a</div>", "a"),
    ],
)
def test_what_notes_do_not_hold_is_taken_out(html, expected):
    assert sanitised(html) == expected


@given(section=sections)
@settings(max_examples=50, deadline=None)
def test_what_is_written_is_safe_before_it_is_sanitised(section):
    body = "\n".join(section_body(tidy_section(section, "section"), "section"))
    assert sanitised(body) == body.replace("&#x27;", "'")


def test_nh3_is_asked_for_where_it_is_missing(monkeypatch):
    _cleaner.cache_clear()
    monkeypatch.setitem(sys.modules, "nh3", None)
    with pytest.raises(UnsupportedFormatError, match=r"needs nh3: install podkit\[pages\]"):
        sanitised("a")

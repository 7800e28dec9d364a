"""What feedparser is given to read, and what becomes of its failures."""

import feedparser
import pytest
from lxml import etree

from podkit import ParseError
from podkit._feedparser import parse_by_feedparser


def document(content):
    return etree.fromstring(f"<rss version='2.0'><channel>{content}</channel></rss>")


def test_reads_a_document_and_leaves_html_and_addresses_as_they_are():
    html = "<script>a</script> <a href='b'>c</a>"
    root = document(f"<description><![CDATA[{html}]]></description>")
    assert parse_by_feedparser(root, print).feed.subtitle == html


@pytest.mark.parametrize("name", ["author", "managingEditor", "webMaster"])
def test_a_text_that_it_would_search_for_too_long_is_not_kept(name):
    problems = []
    root = document(f"<{name}>{'a' * 100_000}</{name}><title>A</title>")
    parsed = parse_by_feedparser(root, problems.append)
    assert "author" not in parsed.feed or not parsed.feed.author
    assert parsed.feed.title == "A"
    assert [(problem.id, problem.line) for problem in problems] == [("too-much-for-feedparser", 1)]


def test_the_first_hundred_categories_are_kept_of_each_element():
    problems = []
    categories = "".join(f"<category>{n}</category>" for n in range(101))
    root = document(f"{categories}<item>{categories}</item>")
    parsed = parse_by_feedparser(root, problems.append)
    assert [len(parsed.feed.tags), len(parsed.entries[0].tags)] == [100, 100]
    assert len(problems) == 2


def test_its_failure_is_a_parse_error(monkeypatch):
    def fail(*_arguments, **_options):
        raise AttributeError

    monkeypatch.setattr(feedparser, "parse", fail)
    with pytest.raises(ParseError, match="line 1: feedparser can't read the document"):
        parse_by_feedparser(document(""), print)

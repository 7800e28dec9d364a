"""A finding has the line on which the element starts that it is about."""

import gzip
import re
from pathlib import Path
from xml.parsers import expat

import pytest

from podkit import checks

DATA = Path(__file__).parent.parent / "data"
FEEDS = sorted([*DATA.glob("rss*/*.xml"), *DATA.glob("atom/*.xml")])
WELL_FORMED = [feed for feed in FEEDS if feed.parent.name in {"rss", "atom"}]
WELL_FORMED = [feed for feed in WELL_FORMED if feed.name != "liberties.xml"]
# Further than libxml2 counts lines.
FAR = 70_000


def lines(feed, identifier):
    """List the lines of the problems of one kind."""
    data = feed.encode() if isinstance(feed, str) else feed
    return [problem.line for problem in checks.check(data) if problem.id == identifier]


def extents(data):
    """Give the first line and the last of each part of a feed, by its name, as expat sees them."""
    found = {}
    stack = []
    parser = expat.ParserCreate()

    def start(name, _attributes):
        stack.append((name, parser.CurrentLineNumber))

    def end(_name):
        name, first = stack.pop()
        name = {"entry": "item", "podcast:liveItem": "liveItem"}.get(name, name)
        if name in {"item", "liveItem"}:
            number = sum(1 for place in found if place.startswith(f"{name} ")) + 1
            found[f"{name} {number}"] = first, parser.CurrentLineNumber
        elif name in {"channel", "feed", "rss"}:
            found.setdefault(name, (first, parser.CurrentLineNumber))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(data, True)
    found.setdefault("channel", found.get("feed"))
    return found


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: f"{feed.parent.name}/{feed.stem}")
def test_every_finding_in_a_golden_feed_has_a_line(feed):
    assert None not in [problem.line for problem in checks.check(feed.read_bytes())]


@pytest.mark.parametrize("feed", WELL_FORMED, ids=lambda feed: f"{feed.parent.name}/{feed.stem}")
def test_a_line_starts_the_element_or_the_part_that_lacks_it(feed):
    data = feed.read_bytes()
    texts = data.decode().splitlines()
    parts = extents(data)
    for problem in checks.check(data):
        where = problem.where if problem.where not in {None, "feed"} else "rss feed"
        place, _, path = where.rpartition(", ")
        first, last = parts.get(place, (1, len(texts)))
        assert first <= problem.line <= last
        text = texts[problem.line - 1]
        names = "|".join(map(re.escape, path.split()))
        assert problem.line == first or re.search(f"<(?:{names})[ />]", text), (problem, text)


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: f"{feed.parent.name}/{feed.stem}")
def test_a_line_is_right_further_than_libxml2_counts(feed):
    data = feed.read_bytes()
    place = re.search(rb"<(\w+:)?(rss|RDF|feed)\b[^>]*>", data).end()
    far = data[:place] + b"\n" * FAR + data[place:]
    seen = data.count(b"\n", 0, place) + 1

    def moved(problem):
        return problem.line + FAR * (problem.line > seen)

    near_problems, far_problems = checks.check(data), checks.check(far)
    assert [problem.line for problem in far_problems] == list(map(moved, near_problems))
    assert [problem.where for problem in far_problems] == [
        problem.where for problem in near_problems
    ]


def rss(*lines):
    """Make a feed whose channel starts on line 1, and whose other lines are these."""
    return "\n".join(("<rss version='2.0'><channel>", *lines, "</channel></rss>"))


def test_a_tag_of_several_lines_counts_by_its_first():
    feed = rss(
        "<item>", "<enclosure", " url='https://example.com/1.mp3'", " length='0'", "/></item>"
    )
    assert lines(feed, "enclosure-length-zero") == [3]


def test_of_what_reading_forgave_too():
    assert lines(
        rss("<item>", "<enclosure", " url='u'", " length='long'", "/></item>"), "bad-value"
    ) == [3]


def test_the_element_is_meant_that_the_rule_found():
    good = "<enclosure url='https://example.com/1.mp3' length='1' type='audio/mpeg'/>"
    bad = good.replace("length='1'", "length='0'")
    assert lines(rss("<item>", good, bad, good, bad, "</item>"), "enclosure-length-zero") == [4, 6]


def test_an_element_that_reading_could_not_use_is_not_counted():
    useless = "<enclosure length='0'/>"
    bad = "<enclosure url='https://example.com/1.mp3' length='0' type='audio/mpeg'/>"
    assert lines(rss("<item>", useless, bad, "</item>"), "enclosure-length-zero") == [4]


def test_what_is_missing_is_missing_from_the_nearest_element_that_is_there():
    feed = rss(
        "<image>", "<url>u</url>", "<title>t</title></image>", "<item/>", "<item>", "</item>"
    )
    assert lines(feed, "image-incomplete") == [2]
    assert lines(feed, "title-missing") == [1]
    assert lines(feed, "guid-missing") == [5, 6]


def test_a_place_in_another_element_of_that_name_is_not_meant():
    feed = rss("<item><title>No. 1</title></item>", "<image><title>t</title></image>")
    assert lines(feed, "title-missing") == [1]


@pytest.mark.parametrize(
    "between",
    ["<![CDATA[<item>\n<item>]]>", "<!-- <item>\n - -> <item> -->", "<?php <item>\n?>", "a\n &gt;"],
)
def test_what_only_looks_like_a_tag_is_none(between):
    feed = rss("<item>", f"<title>{between}</title></item>", "<item/>")
    assert lines(feed, "guid-missing") == [2, 5]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "shift_jis"])
def test_the_encoding_does_not_matter(encoding):
    text = (
        "\n<title>\N{HIRAGANA LETTER A}</title>"
        if encoding != "iso-8859-1"
        else "\n<title>é</title>"
    )
    declaration = f"<?xml version='1.0' encoding='{encoding.removesuffix('-sig')}'?>\n"
    feed = (declaration + rss("<item>", text, "</item>", "<item/>")).encode(encoding)
    assert lines(feed, "guid-missing") == [3, 7]


def test_a_packed_feed_has_the_lines_of_what_is_packed():
    assert lines(gzip.compress(rss("<item/>").encode()), "guid-missing") == [2]


def test_items_that_reading_moves_are_found_where_they_are():
    feed = "<rss>\n<item/>\n<channel>\n<item/>\n</channel>\n<item/></rss>"
    assert lines(feed, "guid-missing") == [4, 2, 6]
    assert lines(feed, "item-outside-channel") == [2, 6]


def test_a_feed_without_a_channel_has_lines():
    feed = "<rss\n>\n<item/>\n<podcast:liveItem/></rss>"
    assert (lines(feed, "guid-missing"), lines(feed, "no-channel")) == ([3], [1])
    assert lines(feed, "title-missing") == [1]


def test_a_channel_that_reading_made_has_the_line_of_the_feed():
    assert lines("\n<rss><item/>\n?</rss>", "unknown-text") == [2]


def test_a_channel_that_stands_alone_has_lines():
    feed = "<channel>\n<item/>\n</channel>"
    assert (lines(feed, "guid-missing"), lines(feed, "no-rss")) == ([2], [1])


def test_a_live_item_has_lines_of_its_own():
    namespace = "xmlns:podcast='https://podcastindex.org/namespace/1.0'"
    live = f"<podcast:liveItem {namespace}><image>\n</image></podcast:liveItem>"
    feed = rss("<item/>", live, "<item/>")
    places = {p.where.partition(",")[0]: p.line for p in checks.check(feed.encode())}
    assert (places["item 1"], places["liveItem 1"], places["item 2"]) == (2, 3, 5)


def test_where_libxml2_drops_a_tag_its_lines_serve():
    feed = rss("<µa/>", "<item", ">", "</item>")
    assert lines(feed, "guid-missing") == [4]


def test_nested_names_lead_to_nested_elements():
    feed = rss(
        "<itunes:category text='Arts'>",
        "<itunes:category text='Books'/>",
        "<itunes:category text='Cooking'/>",
        "</itunes:category>",
    )
    assert lines(feed, "category-unknown") == [4]

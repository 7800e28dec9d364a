"""What feedparser read, as a show; and feedparser as the reader of what is no RSS 2.0."""

import io
import subprocess
import sys
from datetime import UTC, datetime

import feedparser
import pytest

from podkit import (
    AtomLink,
    Category,
    ChaptersLink,
    Enclosure,
    Episode,
    Image,
    Owner,
    ParseError,
    Show,
    TranscriptLink,
    rss,
)

ATOM = "http://www.w3.org/2005/Atom"
NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": ATOM,
    "content": "http://purl.org/rss/1.0/modules/content/",
}
DECLARED = "".join(f" xmlns:{prefix}='{address}'" for prefix, address in NAMESPACES.items())


def through_feedparser(channel):
    feed = f"<rss version='2.0'{DECLARED}><channel>{channel}</channel></rss>".encode()
    parsed = feedparser.parse(io.BytesIO(feed), sanitize_html=False, resolve_relative_uris=False)
    return rss.from_feedparser(parsed)


@pytest.mark.parametrize(
    ("channel", "facts"),
    [
        ("<title> A </title>", {"title": "A"}),
        ("<title/>", {}),
        ("<link>https://x.org/</link>", {"link": "https://x.org/"}),
        ("<description>&lt;p onclick='y()'>A&lt;/p></description>",
         {"description": "<p onclick='y()'>A</p>"}),
        ("<language>en-GB</language>", {"language": "en-GB"}),
        ("<copyright>Ann</copyright>", {"copyright": "Ann"}),
        ("<generator>Gen</generator>", {"generator": "Gen"}),
        ("<docs>https://x.org/</docs>", {"docs": "https://x.org/"}),
        ("<ttl>60</ttl>", {"ttl": 60}),
        ("<ttl>soon</ttl>", {}),
        ("<pubDate>Thu, 28 Mar 2024 09:00:00 GMT</pubDate>",
         {"published": datetime(2024, 3, 28, 9, tzinfo=UTC)}),
        ("<lastBuildDate>2024-03-28T09:00:00Z</lastBuildDate>",
         {"last_build_date": datetime(2024, 3, 28, 9, tzinfo=UTC)}),
        ("<pubDate>2024-03</pubDate>", {"published": datetime(2024, 3, 1, tzinfo=UTC)}),
        ("<pubDate>soon</pubDate>", {}),
        ("<itunes:author>Ann</itunes:author>", {"author": "Ann"}),
        ("<itunes:owner><itunes:email>a@x.org</itunes:email></itunes:owner>",
         {"owner": Owner(email="a@x.org")}),
        ("<itunes:image href='a.jpg'/>", {"artwork": "a.jpg"}),
        ("<image><url>a.gif</url><title>B</title><width>9</width></image>",
         {"image": Image(url="a.gif", title="B", width=9)}),
        ("<itunes:category text='Arts'/><category domain='x'>B</category>",
         {"itunes_categories": [Category(text="Arts")],
          "categories": [Category(text="B", domain="x")]}),
        ("<atom:link rel='self' type='a/b' href='c'/>",
         {"atom_links": [AtomLink(rel="self", type="a/b", href="c")]}),
        ("<itunes:explicit>yes</itunes:explicit>", {"explicit": True}),
        ("<itunes:explicit>clean</itunes:explicit>", {"explicit": False}),
        ("<itunes:block>Yes</itunes:block>", {"block": True}),
        ("<itunes:complete>Yes</itunes:complete>", {"complete": True}),
        ("<itunes:type>serial</itunes:type>", {"type": "serial"}),
        ("<itunes:title>A</itunes:title>", {"itunes_title": "A"}),
        ("<itunes:summary>A</itunes:summary>", {"summary": "A"}),
        ("<itunes:new-feed-url>a</itunes:new-feed-url>", {"new_feed_url": "a"}),
        ("<podcast:guid>1</podcast:guid>", {"guid": "1"}),
        ("<podcast:locked>yes</podcast:locked>", {"locked": True}),
        ("<podcast:medium>music</podcast:medium>", {"medium": "music"}),
    ],
)  # fmt: skip
def test_a_fact_of_the_feed_is_the_shows(channel, facts):
    assert through_feedparser(channel) == Show(**facts)


@pytest.mark.parametrize(
    ("item", "facts"),
    [
        ("<title>A</title>", {"title": "A"}),
        ("<link>https://x.org/</link>", {"link": "https://x.org/"}),
        ("<comments>https://x.org/</comments>", {"comments": "https://x.org/"}),
        ("<description>A</description>", {"description": "A"}),
        ("<content:encoded>&lt;p>A&lt;/p></content:encoded>", {"content": "<p>A</p>"}),
        ("<description>A</description><content:encoded>B</content:encoded>",
         {"description": "A", "content": "B"}),
        ("<itunes:subtitle>A</itunes:subtitle>", {"subtitle": "A"}),
        ("<guid isPermaLink='false'>1</guid>", {"guid": "1", "guid_is_permalink": False}),
        ("<link>https://x.org/</link><guid>https://x.org/1</guid>",
         {"link": "https://x.org/", "guid": "https://x.org/1"}),
        ("<pubDate>Thu, 28 Mar 2024 09:00:00 GMT</pubDate>",
         {"published": datetime(2024, 3, 28, 9, tzinfo=UTC)}),
        ("<atom:updated>2024-03-28T09:00:00Z</atom:updated>",
         {"published": datetime(2024, 3, 28, 9, tzinfo=UTC)}),
        ("<author>ann@x.org (Ann)</author>", {"author": "ann@x.org (Ann)"}),
        ("<itunes:author>Ann</itunes:author>", {"itunes_author": "Ann"}),
        ("<category>A</category>", {"categories": [Category(text="A")]}),
        ("<enclosure url='a' length='9' type='b/c'/><enclosure url='d' length='x'/><enclosure/>",
         {"enclosures": [Enclosure(url="a", length=9, type="b/c"), Enclosure(url="d")]}),
        ("<itunes:image href='a.jpg'/>", {"artwork": "a.jpg"}),
        ("<itunes:duration>1:30</itunes:duration>", {"duration": 90}),
        ("<itunes:explicit>yes</itunes:explicit>", {"explicit": True}),
        ("<itunes:block>no</itunes:block>", {"block": False}),
        ("<itunes:episode>7</itunes:episode>", {"number": 7}),
        ("<itunes:season>2</itunes:season>", {"season": 2}),
        ("<itunes:episodeType>bonus</itunes:episodeType>", {"episode_type": "bonus"}),
        ("<itunes:title>A</itunes:title>", {"itunes_title": "A"}),
        ("<podcast:transcript url='a' type='text/vtt'/>",
         {"transcript_links": [TranscriptLink(url="a", type="text/vtt")]}),
        ("<podcast:chapters url='a' type='b/c'/>",
         {"chapters_link": ChaptersLink(url="a", type="b/c")}),
    ],
)  # fmt: skip
def test_a_fact_of_an_entry_is_the_episodes(item, facts):
    assert through_feedparser(f"<item>{item}</item>") == Show(episodes=[Episode(**facts)])


def atom(content):
    return f"<feed xmlns='{ATOM}' xmlns:psc='http://podlove.org/simple-chapters'>{content}</feed>"


def read(feed):
    problems = []
    return rss.loads(feed, on_problem=problems.append), [problem.id for problem in problems]


def test_a_feed_that_is_no_rss_is_read_by_feedparser_and_says_so():
    feed = atom("<title>A</title><entry><title>B</title></entry>")
    show = Show(title="A", episodes=[Episode(title="B")])
    assert read(feed) == (show, ["read-by-feedparser"])


def test_a_feed_without_entries_or_facts_is_still_a_feed():
    assert read(atom("")) == (Show(), ["read-by-feedparser"])


def test_html_is_kept_as_it_was_written():
    html = "<p onclick='x()'><a href='b'>A</a></p>"
    feed = f"<entry xml:base='https://x.org/'><content type='html'><![CDATA[{html}]]></content>"
    assert rss.loads(atom(f"{feed}</entry>")).episodes[0].content == html


def test_what_feedparser_fails_at_raises():
    feed = atom("<entry><psc:chapters><psc:chapter/></psc:chapters></entry>")
    with pytest.raises(ParseError, match="feedparser can't read the document") as error:
        rss.loads(feed)
    assert isinstance(error.value.__cause__, TypeError)


def test_what_would_take_feedparser_too_long_is_dropped():
    labels = "".join(f"<category term='{number}'/>" for number in range(150))
    feed = atom(f"<entry><author>{'a' * 1001}</author><title>A</title>{labels}</entry>")
    show, problems = read(feed)
    (episode,) = show.episodes
    assert (episode.title, episode.itunes_author, len(episode.categories)) == ("A", None, 100)
    assert problems == ["too-much-for-feedparser"] * 51 + ["read-by-feedparser"]


@pytest.mark.parametrize("data", ["https://x.org/feed", "file:///etc/passwd", "/etc/passwd"])
@pytest.mark.parametrize("kind", [str, str.encode])
def test_what_looks_like_an_address_is_not_fetched(monkeypatch, data, kind):
    monkeypatch.setattr(feedparser.http, "get", None)
    with pytest.raises(ParseError, match="there is no XML element in the data"):
        rss.loads(kind(data))


@pytest.mark.parametrize("data", ["https://x.org/feed", "/etc/passwd"])
def test_feedparser_is_given_nothing_to_fetch(monkeypatch, data):
    given = []
    parse = feedparser.parse

    def spy(source, **options):
        given.append((type(source), options))
        return parse(source, **options)

    monkeypatch.setattr(feedparser, "parse", spy)
    rss.loads(atom(f"<title>{data}</title><link href='{data}'/>"))
    assert given == [(io.BytesIO, {"sanitize_html": False, "resolve_relative_uris": False})]


def test_feedparser_is_loaded_when_it_is_used():
    code = f"""
import sys
from podkit import rss
rss.loads("<rss><channel/></rss>")
assert "feedparser" not in sys.modules
rss.loads("<feed xmlns='{ATOM}'/>")
assert "feedparser" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)

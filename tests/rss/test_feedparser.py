"""feedparser as oracle: both read the same facts.

Of repeated elements podkit reads the first and feedparser the last, so that the feed that is full
of them is left out.
"""

import calendar

import feedparser
import pytest

from podkit import rss
from tests.rss.golden import FEEDS


@pytest.fixture(params=[feed for feed in FEEDS if feed.stem != "extensions"], ids=lambda f: f.stem)
def pair(request):
    show = rss.read(request.param)
    # What is written has no liberties, on which the two may differ.
    return show, feedparser.parse(rss.dumps(show))


def seconds(published):
    return published and calendar.timegm(published.utctimetuple())


def test_the_channel_has_the_same_facts(pair):
    show, parsed = pair
    facts = (show.title, show.link, show.language, show.generator)
    feed = parsed.feed
    assert facts == tuple(feed.get(key) for key in ("title", "link", "language", "generator"))


def test_the_episodes_have_the_same_facts(pair):
    show, parsed = pair
    assert [
        (
            episode.title,
            episode.link,
            episode.guid,
            seconds(episode.published),
            [enclosure.url for enclosure in episode.enclosures],
        )
        for episode in show.episodes
    ] == [
        (
            entry.get("title"),
            entry.get("link"),
            entry.get("id"),
            entry.get("published_parsed") and calendar.timegm(entry.published_parsed),
            [enclosure.href for enclosure in entry.get("enclosures", ())],
        )
        for entry in parsed.entries
    ]

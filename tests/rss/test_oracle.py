"""feedparser as oracle: it reads the same of each episode, or the difference has its reason."""

import pytest

from podkit import Episode, Show, rss
from tests.rss.golden import FEEDS
from tests.rss.oracle import FACTS, REASONS, Difference, compare, report
from tests.rss.test_from_feedparser import DECLARED

# By feed, what differs of which episode, and why.
DIFFERENCES = {
    "every-tag": {
        (1, "title"): ["several-tags"],
        (1, "description"): ["several-tags"],
        (1, "guid"): ["several-tags"],
        (1, "author"): ["several-tags"],
    },
    "extensions": {
        (1, "description"): ["markup"],
        (1, "guid"): ["repeated"],
        (1, "enclosures"): ["not-understood", "incomplete"],
    },
    "liberties": {(1, "date"): ["odd-date"]},
    "minimal": {},
}


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.stem)
def test_the_two_differ_in_nothing_else(feed):
    _, differences = compare(feed.read_bytes())
    found = {(each.number, each.fact): each.reasons for each in differences}
    assert found == DIFFERENCES[feed.stem]


def feed_with(end):
    return f"<rss version='2.0'{DECLARED}><channel><title>Tides</title>{end}".encode()


@pytest.mark.parametrize("name", REASONS)
def test_a_reason_alone_explains_its_example(name):
    _, differences = compare(feed_with(REASONS[name].example))
    assert [each.reasons for each in differences] == [[name]]


@pytest.mark.parametrize("fact", FACTS)
def test_another_value_has_no_reason(fact):
    episode = Episode(title="A", summary="B")
    values = {"ours": "A", "theirs": "C", "episode": episode, "problems": frozenset()}
    assert Difference(number=1, fact=fact, is_mended=True, **values).reasons == []


def test_an_episode_that_one_misses_is_found(monkeypatch):
    fog, ice = Episode(title="Fog"), Episode(title="Ice")
    data = rss.dumps(Show(title="Tides", episodes=(fog, ice)))
    monkeypatch.setattr(rss, "loads", lambda data, on_problem: Show(episodes=(fog,)))
    episodes, differences = compare(data)
    assert episodes == 2
    assert [(each.number, each.fact, each.reasons) for each in differences] == [(2, "title", [])]


def test_the_report_names_the_reasons(tmp_path):
    feed = tmp_path / "feed.xml"
    feed.write_bytes(feed_with(REASONS["repeated"].example))
    assert list(report(feed)) == [
        "feed.xml: 1 episodes, 7 of 8 facts agree",
        "    1 × link: repeated",
        "        'a' | 'b'",
    ]


def test_the_report_names_what_is_no_feed(tmp_path):
    feed = tmp_path / "feed.xml"
    feed.write_text("fog")
    (line,) = report(feed)
    assert line.startswith("feed.xml: ParseError: ")

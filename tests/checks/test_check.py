"""What checking gives, for shows and for the bytes of their feeds."""

from itertools import groupby

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import Category, Enclosure, Episode, ParseError, Show, checks, rss
from tests.checks.shows import GOOD_SHOW


def texts(model):
    """Make a strategy of any text in each of a model's fields that hold text."""
    anything = st.text(st.characters(), max_size=5)
    return {f.name: anything for f in attrs.fields(model) if f.type in (str, str | None)}


ENCLOSURES = st.builds(Enclosure, **texts(Enclosure), length=st.none() | st.integers())
CATEGORIES = st.builds(Category, **texts(Category))
EPISODES = st.builds(Episode, **texts(Episode), enclosures=st.lists(ENCLOSURES, max_size=2))
SHOWS = st.builds(
    Show,
    **texts(Show),
    itunes_categories=st.lists(CATEGORIES, max_size=2),
    episodes=st.lists(EPISODES, max_size=2),
)


def test_a_good_feed_has_no_problems():
    assert checks.check(rss.dumps(GOOD_SHOW)) == []


def test_what_reading_forgave_comes_first_with_its_line():
    feed = b"<rss version='2.0'><channel>\n\n<ttl>soon</ttl></channel></rss>"
    first, *others = checks.check(feed)
    assert (first.id, first.where, first.line) == ("bad-value", "channel, ttl", 3)
    of_the_show = [(p.id, p.where) for p in others if p.where != "feed"]
    assert of_the_show == [(p.id, p.where) for p in checks.check(rss.loads(feed))]


def test_a_place_is_spelled_as_reading_spells_it():
    feed = "<rss><channel><item><enclosure url='u' length='long'/></item></channel></rss>"
    places = [problem.where for problem in checks.check(feed.encode())]
    assert places.count("item 1, enclosure length") == 2


def test_the_channel_comes_first_and_then_each_item():
    problems = checks.check(Show(episodes=[Episode(), Episode()]))
    parts = [problem.where.split(",")[0] for problem in problems]
    assert [part for part, _ in groupby(parts)] == ["channel", "item 1", "item 2"]


def test_what_is_no_feed_raises():
    with pytest.raises(ParseError):
        checks.check(b"no feed here")


@settings(deadline=None, max_examples=25)
@given(SHOWS)
def test_any_show_can_be_checked(show):
    ids = {rule.id for rule in checks.rules}
    assert {problem.id for problem in checks.check(show)} <= ids


def test_findings_grow_with_the_number_of_episodes_and_no_faster():
    def count(episodes):
        return len(checks.check(Show(episodes=[Episode(guid="same")] * episodes)))

    assert count(1_001) - count(1) == 10 * (count(101) - count(1))

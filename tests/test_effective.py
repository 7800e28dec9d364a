"""An episode's own values count, and the show's where it has none."""

import pytest

from podkit import Episode, LiveItem, Location, Show, TranscriptLink, effective
from tests.models.samples import sample

SHOW = sample(Show)
RULES = [
    # (the function, its field on the episode, its field on the show)
    (effective.artwork, "artwork", "artwork"),
    (effective.chat, "chat", "chat"),
    (effective.explicit, "explicit", "explicit"),
    (effective.language, "dc_language", "language"),
    (effective.license, "license", "license"),
    (effective.locations, "locations", "locations"),
    (effective.persons, "persons", "persons"),
    (effective.values, "values", "values"),
]
each_rule = pytest.mark.parametrize(
    ("rule", "own", "inherited"), RULES, ids=[rule.__name__ for rule, *_ in RULES]
)


@each_rule
@pytest.mark.parametrize("kind", [Episode, LiveItem])
def test_what_the_episode_says_counts(rule, own, inherited, kind):
    episode = sample(kind)
    assert rule(episode, Show()) == rule(episode, SHOW) == getattr(episode, own)


@each_rule
def test_what_the_show_says_counts_where_the_episode_says_nothing(rule, own, inherited):
    assert rule(Episode(), SHOW) == getattr(SHOW, inherited)


@each_rule
def test_nothing_holds_where_neither_says_anything(rule, own, inherited):
    assert rule(Episode(), Show()) in (None, ())


def test_an_episode_that_is_clean_is_so_in_an_explicit_show():
    assert effective.explicit(Episode(explicit=False), Show(explicit=True)) is False


def test_the_feeds_language_counts_before_that_of_dublin_core():
    assert effective.language(Episode(), Show(language="en", dc_language="fr")) == "en"
    assert effective.language(Episode(), Show(dc_language="fr")) == "fr"


@pytest.mark.parametrize(
    ("own", "inherited", "result"),
    [
        ({"A": "creator"}, {"B": "creator"}, "A"),
        ({"A": "creator"}, {"B": "subject"}, "AB"),
        ({"A": "creator"}, {"B": None}, "AB"),
        ({"A": None}, {"B": "subject"}, "A"),
        ({"A": "subject"}, {"B": None, "C": "creator", "D": "subject"}, "AC"),
    ],
)
def test_a_location_replaces_those_of_its_kind(own, inherited, result):
    episode = Episode(locations=[Location(text=text, rel=rel) for text, rel in own.items()])
    show = Show(locations=[Location(text=text, rel=rel) for text, rel in inherited.items()])
    assert "".join(location.text for location in effective.locations(episode, show)) == result


def test_a_transcript_without_a_language_is_in_that_of_the_feed():
    link = TranscriptLink(url="a")
    assert effective.transcript_language(link, Show(language="en")) == "en"
    assert effective.transcript_language(link, Show()) is None
    spanish = TranscriptLink(url="a", language="es")
    assert effective.transcript_language(spanish, Show(language="en")) == "es"

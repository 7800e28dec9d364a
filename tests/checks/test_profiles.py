"""Profiles choose rules by who asks for them; levels are raised, lowered or silenced by id."""

from datetime import UTC, datetime

import attrs
import pytest

from podkit import Episode, Show, checks
from tests.checks.shows import GOOD_EPISODE, GOOD_SHOW

AUTHORITIES = {
    "apple": "Apple",
    "podcasting2": "Podcasting 2.0",
    "psp1": "PSP-1",
    "rss": "RSS",
    "spotify": "Spotify",
}
EMPTY = Show(medium="wax cylinder", episodes=[Episode()])
RULES = {rule.id: rule for rule in checks.rules}


def levels(**options):
    return {problem.id: problem.level for problem in checks.check(EMPTY, **options)}


@pytest.mark.parametrize(("profile", "authority"), AUTHORITIES.items())
def test_a_profile_has_what_its_authority_asks_at_the_level_at_which_it_asks(profile, authority):
    found = levels(profile=profile)
    assert found
    for identifier, level in found.items():
        demands = [demand for demand in RULES[identifier].demands if demand.authority == authority]
        assert level in [demand.level for demand in demands]


def test_a_rule_can_have_another_level_in_a_profile():
    assert levels(profile="rss")["link-missing"] == "error"
    assert levels(profile="apple")["link-missing"] == "warning"


def test_all_has_every_rule_at_its_strongest():
    found = levels(profile="all")
    assert found == levels()
    assert found == {identifier: RULES[identifier].level for identifier in found}
    assert set(found) == {name for profile in checks.PROFILES for name in levels(profile=profile)}


def test_every_profile_is_listed():
    assert set(checks.PROFILES) == {"all", *AUTHORITIES}


def test_a_level_can_be_raised_lowered_and_silenced():
    found = levels(
        levels={"transcript-missing": "error", "guid-missing": "info", "title-missing": None}
    )
    assert found["transcript-missing"] == "error"
    assert found["guid-missing"] == "info"
    assert "title-missing" not in found


def test_what_a_profile_does_not_ask_is_not_asked_by_a_level():
    assert "locked-missing" not in levels(profile="rss", levels={"locked-missing": "error"})


def test_what_reading_forgave_has_levels_too():
    feed = b"<rss version='2.0'><channel><ttl>soon</ttl><x/><x>1</x></channel></rss>"
    found = checks.check(feed, levels={"bad-value": "error", "unknown-element": None})
    assert ("bad-value", "error") in [(problem.id, problem.level) for problem in found]
    assert "unknown-element" not in [problem.id for problem in found]


def test_a_profile_that_is_none_is_an_error():
    with pytest.raises(ValueError, match="podkit has no profile 'itunes'; it has all, apple, "):
        checks.check(EMPTY, profile="itunes")
    with pytest.raises(ValueError, match="podkit has no profile 'itunes'"):
        checks.compare(EMPTY, EMPTY, profile="itunes")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"titel-missing": None},
            "podkit reports no 'titel-missing'; did you mean 'title-missing'",
        ),
        ({"cut_off": "info"}, "podkit reports no 'cut_off'; did you mean 'cut-off'"),
        ({"": "info"}, "podkit reports no ''$"),
        ({"title-missing": "fatal"}, "podkit has no level 'fatal'; it has error, warning, info"),
        ({"title-missing": ""}, "podkit has no level ''; it has error, warning, info"),
    ],
)
def test_a_level_that_is_none_or_of_nothing_is_an_error(changes, message):
    with pytest.raises(ValueError, match=message):
        checks.check(EMPTY, levels=changes)
    with pytest.raises(ValueError, match=message):
        checks.compare(EMPTY, EMPTY, levels=changes)


def test_all_that_is_reported_can_have_a_level():
    assert levels(levels=dict.fromkeys([*RULES, *checks.READING_PROBLEMS])) == {}


def test_a_date_is_in_the_future_only_by_the_time_that_is_given():
    later = datetime(2031, 1, 1, tzinfo=UTC)
    show = attrs.evolve(GOOD_SHOW, episodes=[attrs.evolve(GOOD_EPISODE, published=later)])

    def ids(now):
        return [problem.id for problem in checks.check(show, now=now)]

    assert "date-in-future" not in ids(None)
    assert "date-in-future" in ids(datetime(2030, 1, 1, tzinfo=UTC))
    assert "date-in-future" not in ids(datetime(2032, 1, 1, tzinfo=UTC))

"""Episodes are found again in another feed."""

from datetime import UTC, datetime

from podkit import checks
from podkit.models import Enclosure, Episode, Show


def episode(title, guid, url, day=1):
    published = datetime(2024, 3, day, tzinfo=UTC)
    return Episode(title=title, guid=guid, enclosures=[Enclosure(url=url)], published=published)


def compared(old, new):
    problems = checks.compare(Show(episodes=old), Show(episodes=new))
    return [(problem.id, problem.where) for problem in problems]


def test_files_that_are_all_called_the_same_tell_nothing():
    old = [
        episode("Fog", "a1", "https://a.example/fog/media.mp3", 1),
        episode("Ice", "a2", "https://a.example/ice/media.mp3", 2),
    ]
    new = [
        episode("Ice", "b2", "https://b.example/2/default.mp3", 2),
        episode("Fog", "b1", "https://b.example/1/default.mp3", 1),
    ]
    expected = [("guid-changed", "item 2, guid"), ("guid-changed", "item 1, guid")]
    assert compared(old, new) == expected
    same = [
        episode(each.title, each.guid, f"https://b.example/{each.title}/media.mp3", number)
        for number, each in zip((2, 1), new, strict=True)
    ]
    assert compared(old[:1], same) == [("guid-changed", "item 2, guid")]


def test_files_that_keep_their_names_are_found_whatever_their_titles():
    old = [
        episode("Fog", "a1", "https://a.example/fog.mp3"),
        episode("Ice", "a2", "https://a.example/ice.mp3"),
    ]
    new = [
        episode("The ice", "b2", "https://b.example/ice.mp3"),
        episode("The fog", "b1", "https://b.example/fog.mp3"),
    ]
    expected = [("guid-changed", "item 2, guid"), ("guid-changed", "item 1, guid")]
    assert compared(old, new) == expected


def test_episodes_without_a_name_are_found_by_what_they_say():
    old = [Episode(description="Fog."), Episode(description="Ice."), Episode()]
    assert compared(old, [*old, Episode(title="Ebb", description="Fog.")]) == []
    assert compared(old, old[1:]) == [("episode-lost", "channel, item")]
    other = Episode(guid="2", title="Ice", description="Stories.")
    named = Episode(guid="1", title="Fog", description="Stories.")
    assert compared([named], [other]) == [("episode-lost", "channel, item")]


def test_episodes_that_are_alike_are_found_one_by_one():
    old = [Episode(title="Fog"), Episode(title="Fog"), Episode(title="Fog")]
    assert compared(old, old) == []
    assert compared(old, old[1:]) == [("episode-lost", "channel, item")]


def test_what_has_nothing_to_be_known_by_is_not_missed():
    assert compared([Episode()], []) == []


def test_a_profile_and_levels_count():
    old = Show(
        title="Tides", guid="1", episodes=[episode("Fog", "a1", "https://a.example/fog.mp3")]
    )
    new = Show(episodes=[episode("Fog", "b1", "https://a.example/fog.mp3")])

    def found(**options):
        return {problem.id: problem.level for problem in checks.compare(old, new, **options)}

    assert found() == {
        "guid-changed": "error",
        "show-value-lost": "warning",
        "podcast-guid-changed": "error",
    }
    assert found(profile="rss") == {"guid-changed": "error"}
    changed = found(levels={"guid-changed": "info", "show-value-lost": None})
    assert changed == {"guid-changed": "info", "podcast-guid-changed": "error"}


def test_of_feeds_each_problem_has_the_line_of_the_new_one():
    old = (
        b"<rss version='2.0'><channel><item><title>Fog</title><guid>1</guid></item></channel></rss>"
    )
    new = old.replace(b"<item>", b"\n<item>").replace(b"<guid>1", b"\n<guid>2")
    (problem,) = checks.compare(old, new)
    assert (problem.id, problem.where, problem.line) == ("guid-changed", "item 1, guid", 3)

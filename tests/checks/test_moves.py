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

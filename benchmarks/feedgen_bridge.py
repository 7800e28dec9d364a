"""Times writing a show with `podkit.rss`, with feedgen, and through the bridge between them.

Usage: ``python benchmarks/feedgen_bridge.py [--episodes 1000]``. All are given the same facts, such
as feedgen and its podcast extension have methods for, and write a feed that reads as the same show.
All take their turns in one process; each figure is the median of its times.
"""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from feedgen.feed import FeedGenerator
from measuring import medians

from podkit import Enclosure, Episode, Show, rss
from podkit.rss.feedgen import to_feedgen

START = datetime(2020, 1, 1, 6, 0, tzinfo=UTC)
NOTES = "<p>In this episode we talk about the sea, <em>slowly</em> &amp; at length.</p>\n" * 10


def main() -> None:
    """Print a line for each way of writing."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--episodes", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=7)
    options = arguments.parse_args()
    show = made(options.episodes)
    ways: dict[str, Callable[[], bytes]] = {
        "podkit.rss.dumps": lambda: rss.dumps(show),
        "feedgen, all said": lambda: by_feedgen(show),
        "rss.to_feedgen, rss_str": lambda: to_feedgen(show).rss_str(),
    }
    for way in ways.values():
        assert rss.loads(way()) == show
    medians_of = medians({**ways}, options.rounds)
    floor = medians_of["podkit.rss.dumps"]
    for name, seconds in medians_of.items():
        print(f"{name:24} {seconds * 1000:8.1f} ms {seconds / floor:6.1f} x")


def made(episodes: int) -> Show:
    """Make a show of as many episodes, of facts that feedgen can say."""
    return Show(
        title="Slow Radio",
        link="https://example.com/",
        description="Sounds, slowly",
        language="en",
        last_build_date=START,
        generator="benchmark",
        docs="https://example.com/docs",
        author="Ann Lee",
        artwork="https://example.com/cover.jpg",
        explicit=False,
        episodes=tuple(episode(number) for number in range(episodes, 0, -1)),
    )


def episode(number: int) -> Episode:
    """Make an episode."""
    address = f"https://example.com/{number}"
    return Episode(
        title=f"Episode {number}: the sea",
        link=address,
        description="Two hours by the sea",
        content=NOTES.strip(),
        guid=address,
        guid_is_permalink=True,
        published=START + timedelta(days=number),
        enclosures=(Enclosure(url=f"{address}.mp3", length=5650889, type="audio/mpeg"),),
        itunes_author="Ann Lee",
        duration=1830,
        number=number,
        season=1,
        episode_type="full",
    )


def by_feedgen(show: Show) -> bytes:
    """Write the show as code that uses feedgen does."""
    feed = FeedGenerator()
    feed.load_extension("podcast")
    feed.title(show.title)
    feed.link(href=show.link)
    feed.description(show.description)
    feed.language(show.language)
    feed.lastBuildDate(show.last_build_date)
    feed.generator(show.generator)
    feed.docs(show.docs)
    feed.podcast.itunes_author(show.author)
    feed.podcast.itunes_image(show.artwork)
    feed.podcast.itunes_explicit("no")
    for item in show.episodes:
        entry = feed.add_entry(order="append")
        entry.title(item.title)
        entry.link(href=item.link)
        entry.description(item.description)
        entry.content(item.content, type="CDATA")
        entry.guid(item.guid, permalink=True)
        entry.published(item.published)
        for file in item.enclosures:
            entry.enclosure(file.url, file.length, file.type)
        entry.podcast.itunes_author(item.itunes_author)
        entry.podcast.itunes_duration(1830)
        entry.podcast.itunes_episode(item.number)
        entry.podcast.itunes_season(item.season)
        entry.podcast.itunes_episode_type(item.episode_type)
    data: bytes = feed.rss_str(pretty=True)
    return data


if __name__ == "__main__":
    main()

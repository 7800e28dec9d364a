"""Times `podkit.rss` against the XML parser below it and the feed libraries beside it.

Usage: ``python benchmarks/rss.py feed.xml … [--rounds 15] [--plot growth.svg]
[--feedsmith node_modules]``

All take their turns in one process, so that a busy moment of the machine hits all; each figure is
the median of its times as a ratio to lxml's in the same run. Where lxml refuses a feed as it is,
its floor is recovery. Libraries that are not installed are named and left out:
``pip install podcastparser fastfeedparser feedparser-rs atoma podgen``. feedsmith, from npm, reads
in a node process of its own, warm, if it is told where it is installed.
"""

import argparse
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import attrs
from long_show import SHOW, episodes
from lxml import etree
from measuring import Contestants, Points, imported, medians, plot

from podkit import Episode, Show, rss

Reader: TypeAlias = Callable[[bytes], object]

# What each library is called with to read a feed that is in memory.
READERS: dict[str, Callable[[Any, bytes], object]] = {
    "feedparser": lambda library, data: library.parse(data),
    "podcastparser": lambda library, data: library.parse("", io.BytesIO(data)),
    "fastfeedparser": lambda library, data: library.parse(data),
    "feedparser_rs": lambda library, data: library.parse(data),
    "atoma": lambda library, data: library.parse_rss_bytes(data),
}
LARGE = 5_000_000
WARM_UPS = 20


def main() -> None:
    """Print all tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("feeds", nargs="+", type=Path)
    arguments.add_argument("--rounds", type=int, default=15)
    arguments.add_argument("--plot", type=Path, help="where to draw the growth, as SVG")
    arguments.add_argument("--feedsmith", type=Path, help="the node_modules that feedsmith is in")
    options = arguments.parse_args()
    long_feed = rss.dumps(attrs.evolve(SHOW, episodes=tuple(episodes(10_000))))
    feeds = {feed.stem: feed.read_bytes() for feed in options.feeds}
    readers = installed()
    if options.feedsmith:
        readers["feedsmith"] = Feedsmith(options.feedsmith).read
    print_reading(feeds | {"10,000 episodes": long_feed}, readers, options.rounds)
    print_writing(options.rounds)
    print_memory(long_feed)
    growth = print_growth(options.rounds)
    if options.plot:
        options.plot.write_text(plot(growth, ("podkit.rss.loads", "lxml.etree.fromstring")))


def installed() -> dict[str, Reader]:
    """Give those of the readers whose library is there."""
    modules = {name: module for name in READERS if (module := imported(name))}
    return {name: partial(READERS[name], module) for name, module in modules.items()}


class Feedsmith:
    """feedsmith, in a node process."""

    def __init__(self, node_modules: Path) -> None:
        script = Path(__file__).with_name("feedsmith.mjs")
        command = ["node", str(script), str(node_modules.absolute())]
        pipe = subprocess.PIPE
        self._node = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
        self._data = b""

    def read(self, data: bytes) -> None:
        """Have a feed read; the node process gets it once, and warms up if it isn't long."""
        if data is not self._data:
            self._data = data
            self._ask(json.dumps(data.decode()))
            for _ in range(WARM_UPS if len(data) < LARGE else 0):
                self._ask("")
        self._ask("")

    def _ask(self, line: str) -> None:
        assert self._node.stdin
        assert self._node.stdout
        print(line, file=self._node.stdin, flush=True)
        if self._node.stdout.readline() != "read\n":
            raise ValueError("feedsmith refuses the feed")


def print_reading(feeds: dict[str, bytes], readers: dict[str, Reader], rounds: int) -> None:
    """Time the reading of each feed."""
    print(f"\nReading, times lxml's\n{'feed':20} {'kB':>6} {'lxml ms':>8} {'podkit':>7}", end="")
    print("".join(f" {name:>14}" for name in readers))
    for name, data in feeds.items():
        contestants: Contestants = {
            "lxml": partial(floor, data),
            "podkit": partial(rss.loads, data),
        }
        contestants |= {
            name: read for name, reader in readers.items() if reads(read := partial(reader, data))
        }
        seconds = medians(contestants, rounds if len(data) < LARGE else 1)
        print(f"{name:20} {len(data) // 1000:6} {seconds['lxml'] * 1000:8.2f}", end="")
        ratios = {name: f"{taken / seconds['lxml']:.2f}" for name, taken in seconds.items()}
        print(f" {ratios['podkit']:>7}", end="")
        print("".join(f" {ratios.get(name, 'refuses'):>14}" for name in readers))


def reads(read: Callable[[], object]) -> bool:
    """Say whether a library reads the feed at all."""
    try:
        read()
    except Exception:  # of any library
        return False
    return True


def print_writing(rounds: int) -> None:
    """Time the writing of 1,000 episodes."""
    show = attrs.evolve(SHOW, episodes=tuple(episodes(1000)))
    facts = etree.fromstring(rss.dumps(show), etree.XMLParser(remove_blank_text=True))
    recipe = noted(facts)
    contestants: Contestants = {
        "lxml by hand": lambda: etree.tostring(
            built(recipe, facts.nsmap), encoding="UTF-8", xml_declaration=True, pretty_print=True
        ),
        "podkit": lambda: rss.dumps(show),
    }
    if feedgen := imported("feedgen.feed"):
        contestants["feedgen"] = lambda: by_feedgen(feedgen, show)
        contestants["podkit, the same"] = partial(rss.dumps, with_only(show, FEEDGEN_FACTS))
    if podgen := imported("podgen"):
        contestants["podgen"] = lambda: by_podgen(podgen, show)
        contestants["podkit, these too"] = partial(rss.dumps, with_only(show, PODGEN_FACTS))
    seconds = medians(contestants, min(rounds, 5))
    print("\nWriting 1,000 episodes, times lxml's by hand")
    for name, taken in seconds.items():
        print(f"{name:20} {taken * 1000:8.1f} ms {taken / seconds['lxml by hand']:6.2f}")


# What the libraries are given of each episode.
PODGEN_FACTS = {"title", "link", "content", "guid", "published", "enclosures", "duration"}
PODGEN_FACTS |= {"itunes_author"}
FEEDGEN_FACTS = PODGEN_FACTS | {"description", "artwork", "number", "season", "episode_type"}


def with_only(show: Show, facts: set[str]) -> Show:
    """Leave out what a library can't be given."""
    some = [{name: getattr(episode, name) for name in facts} for episode in show.episodes]
    return attrs.evolve(show, episodes=tuple(Episode(**each) for each in some))


Recipe: TypeAlias = tuple[str, dict[str, str], str | None, list[Any]]


def noted(element: Any) -> Recipe:
    """Note what an element is made of, as somebody has it who makes the tree by hand."""
    return element.tag, dict(element.attrib), element.text, [noted(child) for child in element]


def built(recipe: Recipe, prefixes: dict[str | None, str]) -> Any:
    """Make a tree of what was noted."""
    root = etree.Element(recipe[0], recipe[1], nsmap=prefixes)
    for child in recipe[3]:
        build(root, child)
    return root


def build(parent: Any, recipe: Recipe) -> None:
    """Make a child element."""
    name, attributes, text, children = recipe
    element = etree.SubElement(parent, name, attributes)
    if text:
        element.text = etree.CDATA(text) if "<" in text else text
    for child in children:
        build(element, child)


def by_feedgen(feedgen: Any, show: Show) -> bytes:
    """Write what feedgen can express of a show."""
    feed = feedgen.FeedGenerator()
    feed.load_extension("podcast")
    feed.title(show.title)
    feed.link(href=show.link)
    feed.description(show.description)
    feed.podcast.itunes_author(show.author)
    for episode in show.episodes:
        entry = feed.add_entry(order="append")
        entry.title(episode.title)
        entry.link(href=episode.link)
        entry.description(episode.description)
        entry.content(episode.content, type="CDATA")
        entry.guid(episode.guid)
        entry.published(episode.published)
        enclosure = episode.enclosures[0]
        entry.enclosure(enclosure.url, str(enclosure.length), enclosure.type)
        entry.podcast.itunes_author(episode.itunes_author)
        entry.podcast.itunes_duration(int(episode.duration or 0))
        entry.podcast.itunes_image(episode.artwork)
        entry.podcast.itunes_episode(episode.number)
        entry.podcast.itunes_season(episode.season)
        entry.podcast.itunes_episode_type(episode.episode_type)
    return bytes(feed.rss_str(pretty=True))


def by_podgen(podgen: Any, show: Show) -> bytes:
    """Write what podgen can express of a show."""
    podcast = podgen.Podcast(
        name=show.title, website=show.link, description=show.description, explicit=False
    )
    podcast.episodes = [
        podgen.Episode(
            title=episode.title,
            link=episode.link,
            long_summary=episode.content,
            id=episode.guid,
            publication_date=episode.published,
            media=podgen.Media(
                episode.enclosures[0].url,
                episode.enclosures[0].length,
                episode.enclosures[0].type,
                timedelta(seconds=episode.duration or 0),
            ),
            authors=[podgen.Person(episode.itunes_author)],
        )
        for episode in show.episodes
    ]
    return str(podcast.rss_str()).encode()


# What a process of its own does with the feed at a path, after it has done it with a small one.
TASKS = {
    "loads": "rss.read(path)",
    "iter_episodes": "for _ in rss.iter_episodes(path): pass",
    "read_show": "rss.read_show(path)",
    "write": "rss.write(SHOW, path + '2', episodes=episodes(count))",
    "lxml": "tree = etree.fromstring(open(path, 'rb').read())",
}
MEASURE = """
import sys
sys.path.insert(0, {folder!r})
from rss import *
def use(path, count):
    {task}
def peak():  # of this process alone; getrusage begins with what its parent had
    status = open("/proc/self/status").read()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1000
use(sys.argv[2], 1)
before = peak()
use(sys.argv[1], 10_000)
print(peak() - before)
"""


def print_memory(long_feed: bytes) -> None:
    """Measure by how much a process grows."""
    print(f"\nMemory for 10,000 episodes, {len(long_feed) / 1e6:.0f} MB of feed")
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, "long.xml")), str(Path(folder, "short.xml"))]
        Path(paths[0]).write_bytes(long_feed)
        rss.write(SHOW, paths[1], episodes=episodes(1))
        for name, task in TASKS.items():
            code = MEASURE.format(task=task, folder=str(Path(__file__).parent))
            run = [sys.executable, "-c", code, *paths]
            grown = subprocess.run(run, capture_output=True, text=True, check=True).stdout
            print(f"{name:20} {float(grown):8.1f} MB")


def print_growth(rounds: int) -> Points:
    """Time the reading of longer and longer feeds; give megabytes and milliseconds."""
    print(f"\nGrowth\n{'episodes':>8} {'MB':>8} {'lxml ms':>9} {'podkit ms':>9} {'ms per MB':>9}")
    points = []
    for count in (100, 200, 500, 1000, 2000, 5000, 10_000):
        data = rss.dumps(attrs.evolve(SHOW, episodes=tuple(episodes(count))))
        contestants: Contestants = {
            "lxml": partial(floor, data),
            "podkit": partial(rss.loads, data),
        }
        seconds = medians(contestants, rounds if len(data) < LARGE else 3)
        size = len(data) / 1e6
        lxml, podkit = seconds["lxml"] * 1000, seconds["podkit"] * 1000
        points.append((size, podkit, lxml))
        print(f"{count:8} {size:8.2f} {lxml:9.1f} {podkit:9.1f} {podkit / size:9.1f}")
    return points


def floor(data: bytes) -> Any:
    """Parse with lxml alone."""
    try:
        return etree.fromstring(data)
    except etree.XMLSyntaxError:
        return etree.fromstring(data, etree.XMLParser(recover=True))


if __name__ == "__main__":
    main()

"""Times `podkit.rss` against the XML parser below it and the feed parser beside it.

Usage: ``python benchmarks/rss.py feed.xml …``. All take their turns in one process; each figure is
the median of its times, as a ratio to lxml's on the same bytes. Where lxml refuses the bytes as
they are, its floor is recovery.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import feedparser
from lxml import etree

from podkit import rss


def main() -> None:
    """Print a line for each feed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("feeds", nargs="+", type=Path)
    arguments.add_argument("--rounds", type=int, default=15)
    options = arguments.parse_args()
    print(f"{'feed':32} {'kB':>6} {'lxml ms':>8} {'loads':>6} {'dumps':>6} {'feedparser':>10}")
    for feed in options.feeds:
        print(line(feed, options.rounds))


def line(feed: Path, rounds: int) -> str:
    """Time all on one feed."""
    data = feed.read_bytes()
    tree = floor(data)
    show = rss.loads(data)
    seconds = medians(
        {
            "fromstring": lambda: floor(data),
            "tostring": lambda: etree.tostring(tree, encoding="UTF-8", xml_declaration=True),
            "loads": lambda: rss.loads(data),
            "dumps": lambda: rss.dumps(show),
            "feedparser": lambda: feedparser.parse(data),
        },
        rounds,
    )
    read = seconds["fromstring"]
    return (
        f"{feed.name:32} {len(data) // 1000:6} {read * 1000:8.2f} {seconds['loads'] / read:6.2f} "
        f"{seconds['dumps'] / seconds['tostring']:6.2f} {seconds['feedparser'] / read:10.1f}"
    )


def floor(data: bytes) -> etree._Element:
    """Parse with lxml alone."""
    try:
        return etree.fromstring(data)
    except etree.XMLSyntaxError:
        return etree.fromstring(data, etree.XMLParser(recover=True))


def medians(contestants: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Run the contestants in turn, so that a busy moment of the machine hits all."""
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, run in contestants.items():
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(seconds) for name, seconds in times.items()}


if __name__ == "__main__":
    main()

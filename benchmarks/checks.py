"""Times `podkit.checks` against reading the same feeds.

Usage: ``python benchmarks/checks.py feed.xml … [--rounds 15]``

All take their turns in one process; each figure is the median of its times as a ratio to that of
`podkit.rss.loads` in the same run. Checking the bytes of a feed reads it, so that its figure is at
least 1.
"""

import argparse
from functools import partial
from pathlib import Path

import attrs
from long_show import SHOW, episodes
from measuring import Contestants, medians

from podkit import checks, rss

LENGTHS = (1000, 2000, 5000, 10_000)  # of generated shows, in episodes


def main() -> None:
    """Print a line for each feed, and for shows of growing length."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("feeds", nargs="*", type=Path)
    arguments.add_argument("--rounds", type=int, default=15)
    options = arguments.parse_args()
    feeds = {feed.stem: feed.read_bytes() for feed in options.feeds}
    for length in LENGTHS:
        show = attrs.evolve(SHOW, episodes=tuple(episodes(length)))
        feeds[f"{length:,} episodes"] = rss.dumps(show)
    print(f"{'':24}  kB  reading, ms  check(show)  check(bytes)  problems")
    for name, data in feeds.items():
        print_costs(name, data, options.rounds)


def print_costs(name: str, data: bytes, rounds: int) -> None:
    """Print what checking a feed costs."""
    show = rss.loads(data)
    contestants: Contestants = {
        "reading": partial(rss.loads, data),
        "show": partial(checks.check, show),
        "bytes": partial(checks.check, data),
    }
    seconds = medians(contestants, rounds)
    reading = seconds["reading"]
    print(
        f"{name:20} {len(data) / 1000:7.0f} {reading * 1000:12.1f} "
        f"{seconds['show'] / reading:12.2f} {seconds['bytes'] / reading:13.2f} "
        f"{len(checks.check(data)):9}"
    )


if __name__ == "__main__":
    main()

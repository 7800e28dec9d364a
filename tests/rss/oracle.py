"""feedparser beside podkit: what the two read of each episode of a feed, and why where they differ.

It is for RSS 2.0; what podkit has feedparser read for it can't be compared.

Usage: ``python -m tests.rss.oracle feed.xml …``
"""

import calendar
import html
import io
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import attrs
import feedparser

from podkit import Episode, Problem, rss


@attrs.frozen
class Fact:
    """Something that both read of an episode."""

    ours: Callable[[Episode], object]
    theirs: Callable[[Any], object]
    elements: tuple[str, ...]  # without their prefixes, as a problem may have them
    rivals: tuple[str, ...] = ()  # the fields of other tags that say the same


@attrs.frozen
class Difference:
    """A fact that the two read differently."""

    number: int  # of the episode, from 1
    fact: str
    ours: object
    theirs: object
    episode: Episode
    problems: frozenset[tuple[str, str]]  # the ids of podkit's problems, each with its element
    is_mended: bool  # by feedparser, as the feed is not well-formed

    @property
    def reasons(self) -> list[str]:
        return [name for name, reason in REASONS.items() if reason.explains(self)]

    def has(self, problem: str) -> bool:
        """Say whether podkit reported such a problem of the fact's element."""
        return any((problem, element) in self.problems for element in FACTS[self.fact].elements)


@attrs.frozen
class Reason:
    """Why the two differ, as the documentation has it, with the end of a feed in which they do."""

    feed_has: str
    podkit: str
    feedparser: str
    example: str
    explains: Callable[[Difference], bool]


def seconds(text):
    """Read a duration; feedparser gives its text."""
    try:
        parts = [float(part) for part in text.split(":")]
    except ValueError:
        return text
    return sum(part * 60**power for power, part in enumerate(reversed(parts)))


def our_author(episode):
    return next(filter(None, (episode.itunes_author, episode.author, *episode.dc_creators)), None)


FACTS = {
    "title": Fact(
        lambda episode: episode.title,
        lambda entry: entry.get("title"),
        ("title",),
        ("dc_title", "media_title"),
    ),
    "link": Fact(
        lambda episode: episode.link,
        lambda entry: entry.get("link"),
        ("link",),
        ("atom_links",),
    ),
    "description": Fact(
        lambda episode: episode.description,
        lambda entry: entry.get("summary"),
        ("description",),
        ("content", "summary", "dc_description", "googleplay_description", "media_description"),
    ),
    "guid": Fact(
        lambda episode: episode.guid,
        lambda entry: entry.get("id"),
        ("guid",),
        ("atom_id",),
    ),
    "enclosures": Fact(
        lambda episode: [
            (each.url, each.type, None if each.length is None else str(each.length))
            for each in episode.enclosures
        ],
        lambda entry: [
            tuple(each.get(key) or None for key in ("href", "type", "length"))
            for each in entry.get("enclosures", ())
        ],
        ("enclosure", "enclosure length"),
    ),
    "date": Fact(
        lambda episode: episode.published and calendar.timegm(episode.published.utctimetuple()),
        lambda entry: entry.get("published_parsed") and calendar.timegm(entry.published_parsed),
        ("pubDate",),
    ),
    "author": Fact(
        our_author,
        lambda entry: entry.get("author"),
        ("author", "creator"),
        ("author", "atom_authors", "dc_creators", "googleplay_author", "media_credits"),
    ),
    "duration": Fact(
        lambda episode: episode.duration,
        lambda entry: entry.get("itunes_duration") and seconds(entry.itunes_duration),
        ("duration",),
    ),
}


def item(content: str) -> str:
    return f"<item>{content}</item></channel></rss>"


REASONS = {
    "several-tags": Reason(
        "several tags for one fact: `<title>` and `<dc:title>`, `<description>` and "
        "`<itunes:summary>`",
        "each into its own field",
        "one of them, under one name for all",
        item("<itunes:summary>A</itunes:summary><description>B</description>"),
        lambda d: isinstance(d.theirs, str) and d.theirs in texts(rivals(d)),
    ),
    "link-of-guid": Reason(
        "a `<guid>` that is a permalink, and no `<link>`",
        "`guid`, and no `link`",
        "the same address for both",
        item("<guid>https://example.com/1</guid>"),
        lambda d: d.fact == "link" and d.ours is None and ends(d.theirs, d.episode.guid),
    ),
    "relative-address": Reason(
        "`xml:base`, and addresses that are relative to it",
        "them as they are written, and `xml:base` in `extensions`",
        "whole addresses",
        '<item xml:base="https://example.com/"><link>1</link></item></channel></rss>',
        lambda d: d.fact in ("link", "guid") and ends(d.theirs, d.ours),
    ),
    "repeated": Reason(
        "a tag twice that may stand but once",
        "the first, and the other in `extensions`",
        "the last",
        item("<link>a</link><link>b</link>"),
        lambda d: d.has("repeated-element") and (d.theirs is None or d.theirs in kept(d)),
    ),
    "not-understood": Reason(
        "`soon` as a duration, `1,000` as a length",
        "`None`, and the text in `extensions`",
        "the text",
        item("<itunes:duration>soon</itunes:duration>"),
        lambda d: d.fact != "date" and d.has("bad-value"),
    ),
    "guessed-date": Reason(
        "a date without a day or a time, such as `2024-03`",
        "`None`, and the text in `extensions`",
        "the first day, at midnight",
        item("<pubDate>2024-03</pubDate>"),
        lambda d: d.fact == "date" and d.has("bad-value") and d.ours is None,
    ),
    "odd-date": Reason(
        "a date that RFC 2822 doesn't allow, such as `Thu, 28 Mar 2024 09:00`",
        "the date, if the text can mean but one",
        "some of them, and of others no date",
        item("<pubDate>Thu, 28 Mar 2024 09:00</pubDate>"),
        lambda d: d.fact == "date" and d.has("forgiven-value") and d.theirs is None,
    ),
    "incomplete": Reason(
        "an enclosure without `url`, a link that has `href`",
        "the element in `extensions`",
        "what it says",
        item('<enclosure length="7"/>'),
        lambda d: d.has("incomplete-element"),
    ),
    "markup": Reason(
        "elements in a text, such as `<title>The <b>Fog</b></title>`",
        "the text before them, and the elements in `extensions`",
        "a text with the elements as HTML",
        item("<title>The <b>Fog</b></title>"),
        lambda d: isinstance(d.theirs, str) and "</" in d.theirs and begins(d.theirs, d.ours),
    ),
    "no-break-space": Reason(
        "no-break spaces around a text",
        "them as part of it, since they aren't XML's",
        "the text without them",
        item("<title>\xa0Fog</title>"),
        lambda d: isinstance(d.ours, str) and d.ours.strip() == (d.theirs or ""),
    ),
    "escaped": Reason(
        "`&amp;` in a name or `<guid>`, where the feed is not well-formed",
        "`&`",
        "`&amp;`",
        item("<title>Fog & Ice</title><itunes:author>Ann &amp; Bo</itunes:author>"),
        lambda d: d.is_mended and isinstance(d.theirs, str) and bare(d.theirs) == bare(d.ours),
    ),
    "cut-off": Reason(
        "half an episode at the end, as it is cut off",
        "none of it",
        "as much as there is",
        "<item><title>The Lighthouse</title></item><item><title>Fog</title><link>",
        lambda d: ("cut-off", "") in d.problems and d.episode == Episode(),
    ),
}


def report(path: Path) -> Iterator[str]:
    """Tell how the two compare on a feed, line by line."""
    try:
        episodes, differences = compare(path.read_bytes())
    except Exception as error:  # of either
        yield f"{path.name}: {type(error).__name__}: {error}"
        return
    facts = episodes * len(FACTS)
    yield f"{path.name}: {episodes} episodes, {facts - len(differences)} of {facts} facts agree"
    groups = defaultdict(list)
    for difference in differences:
        groups[difference.fact, *difference.reasons].append(difference)
    for (fact, *reasons), group in groups.items():
        yield f"    {len(group)} × {fact}: {', '.join(reasons) or 'no reason is known'}"
        yield f"        {group[0].ours!r:.100} | {group[0].theirs!r:.100}"


def compare(data: bytes) -> tuple[int, list[Difference]]:
    """Count the episodes that either finds, and list the facts in which they differ."""
    problems: list[Problem] = []
    show = rss.loads(data, on_problem=problems.append)
    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    pairs = list(zip_longest(show.episodes, parsed.entries))
    differences = [
        Difference(
            number=number,
            fact=name,
            ours=ours,
            theirs=theirs,
            episode=episode or Episode(),
            problems=frozenset(reported(problems, number)),
            is_mended=bool(parsed.bozo),
        )
        for number, (episode, entry) in enumerate(pairs, 1)
        for name, fact in FACTS.items()
        if (ours := fact.ours(episode or Episode()) or None)
        != (theirs := fact.theirs(entry or {}) or None)
    ]
    return len(pairs), differences


def reported(problems: list[Problem], number: int) -> Iterator[tuple[str, str]]:
    """Give the problems of an episode and of the whole feed, each with its element."""
    for problem in problems:
        place, _, element = (problem.where or "").partition(", ")
        if place in ("", f"item {number}"):
            yield problem.id, element.rpartition(":")[2]


def rivals(difference: Difference) -> tuple[object, ...]:
    fields = FACTS[difference.fact].rivals
    return tuple(getattr(difference.episode, field) for field in fields)


def kept(difference: Difference) -> set[object]:
    """Give what the episode's extensions say, and durations as such."""
    found = set(texts(difference.episode.extensions))
    return found | set(map(seconds, found))


def texts(value: object) -> Iterator[str]:
    """Give every value in a value as text."""
    if isinstance(value, tuple):
        for member in value:
            yield from texts(member)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from texts(getattr(value, field.name))
    else:
        yield str(value)


def begins(theirs: str, ours: object) -> bool:
    return theirs.startswith(str(ours or ""))


def ends(theirs: object, ours: object) -> bool:
    return bool(theirs and ours) and str(theirs).endswith(str(ours))


def bare(text: object) -> str:
    """Resolve entities; feedparser may add a semicolon to what looks like one."""
    return html.unescape(str(text)).replace(";", "")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sys.stdout.writelines(f"{line}\n" for line in report(Path(name)))

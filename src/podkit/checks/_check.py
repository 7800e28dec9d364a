"""Holds shows and feeds against the rules, and says where what is found stands."""

import codecs
import functools
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

import attrs

from podkit._xml.decode import unpacked
from podkit.checks import (
    apple,
    feeds,
    fetched,
    files,
    moves,
    podcasting,
    psp1,
    retired,
    rss,
    spotify,
)
from podkit.checks._concerned import Concerned
from podkit.checks._lines import Lines
from podkit.checks._profiles import NO_LEVELS, Levels, Profile, chosen
from podkit.checks._rules import Feed, File, Rule
from podkit.checks.fetched import Fetch, Fetched, FetchedText
from podkit.errors import Level, Problem
from podkit.models import Show
from podkit.rss._reading import parse_feed, read_tree

__all__ = ["check", "read", "rules"]

rules: tuple[Rule, ...] = (
    *feeds.RULES,
    *rss.RULES,
    *apple.RULES,
    *spotify.RULES,
    *psp1.RULES,
    *podcasting.RULES,
    *retired.RULES,
    *moves.RULES,
    *files.RULES,
    *fetched.RULES,
)

# Of a class that no rule is for in some profile.
_NOTHING = Concerned(object, ())


def check(
    source: Show | bytes,
    *,
    profile: Profile = "all",
    levels: Levels = NO_LEVELS,
    now: datetime | None = None,
    fetch: Fetch | None = None,
) -> list[Problem]:
    r"""Find what is wrong with a show: first the feed, then the channel, then each item.

    Args:
        source: the show, or its RSS feed; then what reading forgave comes first, and each problem
            has its line.
        profile: whose demands count, such as ``apple``; the levels are then those of its demands.
        levels: other levels for some problems, by their ids; None silences.
        now: the time after which dates are in the future; without it, dates are not held against
            any.
        fetch: fetches what the feed names: covers, transcripts, chapter files, and what is said of
            media files; what is found in them comes last. Without it, nothing is fetched.

    Raises:
        ParseError: the bytes are no feed.
        ValueError: there is no such profile, or nothing with an id that is given another level.

    >>> for problem in check(Show(title="My show", description="Ours"), profile="apple")[:2]:
    ...     print(problem.level, problem.id, problem.where, problem.message, sep=" | ")
    warning | link-missing | channel, link | there is no <link>; give the show's web page
    error | language-missing | channel, language | there is no <language>; give the one spoken
    >>> feed = b"<rss><channel>\n<language>klingon</language>\n<title/></channel></rss>"
    >>> for problem in check(feed, profile="apple", levels={"language-unknown": "warning"}):
    ...     if problem.id in {"description-missing", "language-unknown"}:
    ...         print(problem.level, problem.id, problem.line)
    error description-missing 1
    warning language-unknown 2
    """
    by_subject = _by_subject(profile, frozenset(levels.items()))
    problems: list[Problem] = []
    if isinstance(source, Show):
        feed, lines = Feed(source, now=now), None
    else:
        feed, lines = read(source, now)
        problems = [
            problem if level == problem.level else attrs.evolve(problem, level=level)
            for problem in lines.corrected()
            if (level := levels.get(problem.id, problem.level))
        ]
    problems += _problems(_parts(feed), by_subject, lines)
    if fetch:
        for place, file in fetched.fetched_files(feed.show, fetch):
            problems += _problems([(place, file)], by_subject, lines)
            problems += _problems_within(place, file, by_subject, lines)
    return problems


@functools.lru_cache(maxsize=16)
def _by_subject(
    profile: Profile, levels: frozenset[tuple[str, Level | None]]
) -> dict[type, Concerned]:
    by_subject = chosen(rules, profile, dict(levels))
    return {subject: Concerned(subject, found) for subject, found in by_subject.items()}


def read(data: bytes, now: datetime | None = None) -> tuple[Feed, Lines]:
    """Read a feed, and know where what it holds stands.

    Raises:
        ParseError: the bytes are no feed.

    >>> feed, lines = read(b"<rss><channel><title>Tides</title></channel></rss>")
    >>> feed.show.title, lines.of("channel", "title")
    ('Tides', 1)
    """
    reading: list[Problem] = []
    data = unpacked(data, reading.append)
    parsed = parse_feed(data, reading.append)
    show = read_tree(parsed.root, reading.append)
    return Feed(show, _in_utf8(data), now), Lines(parsed, reading)


def _in_utf8(data: bytes) -> bytes:
    """Write a feed anew that has the mark of UTF-16."""
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16", "replace").encode(errors="replace") if is_utf16 else data


def _problems(
    parts: Iterable[tuple[str, object]], by_subject: dict[type, Concerned], lines: Lines | None
) -> Iterator[Problem]:
    """Check parts of a feed, of which those of a class stand together."""
    for subject, group in groupby(parts, lambda part: type(part[1])):
        concerned = by_subject.get(subject, _NOTHING)
        places, values = zip(*group, strict=True)
        for number, order, position, finding in concerned.found(values):
            rule, level = concerned.rules[order]
            place, line = places[number], finding.line
            if lines and line is None:
                around = f"item {finding.item}" if finding.item else place
                index = finding.index if position is None else position
                line = lines.of(around, finding.element, index)
            yield rule.problem(finding, place, level=level, line=line)


def _problems_within(
    place: str, file: Fetched, by_subject: dict[type, Concerned], lines: Lines | None
) -> Iterator[Problem]:
    """Check what a file says that was fetched: its places are within that of its address."""
    if isinstance(file, FetchedText) and file.content:
        line = lines.of(place, file.element, file.index) if lines else None
        concerned = by_subject.get(type(file.content), _NOTHING)
        for found in concerned.found([File(file.content, file.duration)]):
            rule, level = concerned.rules[found.order]
            around = f"{place}, {file.element}"
            yield rule.problem(found.finding, around, level=level, line=line)


def _parts(feed: Feed) -> Iterator[tuple[str, object]]:
    """Give the feed, the channel and each item, after their names in the feed."""
    yield "feed", feed
    show = feed.show
    yield "channel", show
    for number, live_item in enumerate(show.live_items, start=1):
        yield f"liveItem {number}", live_item
    for number, episode in enumerate(show.episodes, start=1):
        yield f"item {number}", episode

"""Holds a feed that takes the place of another against that."""

from podkit.checks._check import read, rules
from podkit.checks._lines import Lines
from podkit.checks._profiles import NO_LEVELS, Levels, Profile, chosen
from podkit.checks._rules import Finding, Move
from podkit.checks.moves import pairs
from podkit.errors import Problem
from podkit.models import Show

__all__ = ["compare"]


def compare(
    old: Show | bytes, new: Show | bytes, *, profile: Profile = "all", levels: Levels = NO_LEVELS
) -> list[Problem]:
    """Find what listeners lose or get twice when another feed takes the place of a show's own.

    Args:
        old: the show as its feed has it now, or that feed.
        new: the show as the other feed has it, or that feed; then each problem has its line.
        profile: whose demands count, such as ``apple``; the levels are then those of its demands.
        levels: other levels for some problems, by their ids; None silences.

    Raises:
        ParseError: the bytes are no feed.
        ValueError: there is no such profile, or nothing with an id that is given another level.

    >>> from podkit import Episode
    >>> old = Show(episodes=[Episode(title="Fog", guid="1"), Episode(title="Ice", guid="2")])
    >>> new = Show(episodes=[Episode(title="Ice", guid="new-2")])
    >>> for problem in compare(old, new):
    ...     print(problem.level, problem.id, problem, sep=" | ")
    error | episode-lost | channel, item: 'Fog' (guid '1') is gone; add it
    error | guid-changed | item 1, guid: 'new-2' was '2', so that apps take it for new; keep the old
    """
    (before, _), (after, lines) = _read(old), _read(new)
    move = Move(before, after, tuple(pairs(before, after)))
    return [
        rule.problem(finding, "channel", level=level, line=_line(finding, lines))
        for rule, level in chosen(rules, profile, levels)[Move]
        for finding in rule.find(move)
    ]


def _read(source: Show | bytes) -> tuple[Show, Lines | None]:
    if isinstance(source, Show):
        return source, None
    feed, lines = read(source)
    return feed.show, lines


def _line(finding: Finding, lines: Lines | None) -> int | None:
    place = f"item {finding.item}" if finding.item else "channel"
    return lines.of(place, finding.element) if lines else None

"""What the directories and standards ask of a show, and what a show lacks of it.

Each rule is one function with one id, grouped by authority: `podkit.checks.rss`, ``apple`` and
``psp1``. ``rules`` holds them all. A new rule is a function in the module of its authority.
"""

from collections.abc import Iterator

from podkit.checks import apple, psp1, rss
from podkit.checks._rules import Demand, Rule
from podkit.errors import Problem
from podkit.models import Episode, Show
from podkit.rss import loads

__all__ = ["Demand", "Rule", "check", "rules"]

rules: tuple[Rule, ...] = (*rss.RULES, *apple.RULES, *psp1.RULES)

_FOR_SHOW = tuple(rule for rule in rules if Show in rule.subjects)
_FOR_EPISODES = tuple(rule for rule in rules if Episode in rule.subjects)


def check(source: Show | bytes) -> list[Problem]:
    """Find what is wrong with a show: first the channel, then each item, in the order of the feed.

    Args:
        source: the show, or its RSS feed; then what reading forgave comes first.

    Raises:
        ParseError: the bytes are no RSS feed.

    >>> for problem in check(Show(title="My show", description="Ours"))[:2]:
    ...     print(problem.level, problem.id, problem.where, problem.message, sep=" | ")
    error | link-missing | channel, link | there is no <link>; give the show's web page
    error | language-missing | channel, language | there is no <language>; give the one spoken
    """
    problems: list[Problem] = []
    show = source if isinstance(source, Show) else loads(source, on_problem=problems.append)
    problems += _problems(show)
    return problems


def _problems(show: Show) -> Iterator[Problem]:
    for place, part, part_rules in _parts(show):
        for rule in part_rules:
            for finding in rule.find(part):
                yield rule.problem(finding, place)


def _parts(show: Show) -> Iterator[tuple[str, Show | Episode, tuple[Rule, ...]]]:
    """Give the channel and each item: its name in the feed, its value, the rules for it."""
    yield "channel", show, _FOR_SHOW
    for number, episode in enumerate(show.episodes, start=1):
        yield f"item {number}", episode, _FOR_EPISODES

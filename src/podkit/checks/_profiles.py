"""Chooses rules: those of some authorities, at the levels that the caller gives them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias, get_args

from podkit.checks._rules import Rule
from podkit.errors import Level

__all__ = ["PROFILES", "Chosen", "Levels", "Profile", "chosen"]

Profile: TypeAlias = Literal["all", "apple", "podcasting2", "psp1", "rss", "spotify"]
# Levels by the ids of rules, and of what reading reports; None silences.
Levels: TypeAlias = Mapping[str, Level | None]
# The rules for each class of values, each with the level that it has.
Chosen: TypeAlias = dict[type, list[tuple[Rule, Level]]]

PROFILES: tuple[Profile, ...] = get_args(Profile)
_AUTHORITIES: Mapping[Profile, str] = {
    "apple": "Apple",
    "podcasting2": "Podcasting 2.0",
    "psp1": "PSP-1",
    "rss": "RSS",
    "spotify": "Spotify",
}


def chosen(rules: Iterable[Rule], profile: Profile, levels: Levels) -> Chosen:
    """Give the rules for each class of values, each with the level that it has.

    Args:
        rules: those to choose from.
        profile: whose demands count: those of one authority, or all.
        levels: other levels for some rules, by their ids; None leaves one out.

    >>> from podkit import Show
    >>> from podkit.checks import rules
    >>> levels = {"language-missing": "info", "link-missing": None}
    >>> found = {rule.id: level for rule, level in chosen(rules, "apple", levels)[Show]}
    >>> found["language-missing"], found["title-missing"], "link-missing" in found
    ('info', 'error', False)
    >>> "image-incomplete" in found  # which RSS asks for, and Apple doesn't
    False
    """
    found: Chosen = defaultdict(list)
    for rule in rules:
        asked = rule.level if profile == "all" else rule.level_for({_AUTHORITIES[profile]})
        level = asked and levels.get(rule.id, asked)
        if level:
            for subject in rule.subjects:
                found[subject].append((rule, level))
    return found

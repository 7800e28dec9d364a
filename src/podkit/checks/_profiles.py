"""Chooses rules: those of some authorities, at the levels that the caller gives them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Literal, TypeAlias, get_args

from podkit.checks._reading import READING_PROBLEMS
from podkit.checks._rules import Rule
from podkit.errors import Level

__all__ = ["NO_LEVELS", "PROFILES", "Chosen", "Levels", "Profile", "chosen", "confirm_levels"]

Profile: TypeAlias = Literal["all", "apple", "podcasting2", "psp1", "rss", "spotify"]
# Levels by the ids of rules, and of what reading reports; None silences.
Levels: TypeAlias = Mapping[str, Level | None]
# The rules for each class of values, each with the level that it has.
Chosen: TypeAlias = dict[type, list[tuple[Rule, Level]]]

NO_LEVELS: Levels = {}
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

    Raises:
        ValueError: there is no such profile, id or level.

    >>> from podkit import Show
    >>> from podkit.checks import rules
    >>> levels = {"language-missing": "info", "link-missing": None}
    >>> found = {rule.id: level for rule, level in chosen(rules, "apple", levels)[Show]}
    >>> found["language-missing"], found["title-missing"], "link-missing" in found
    ('info', 'error', False)
    >>> "image-incomplete" in found  # which RSS asks for, and Apple doesn't
    False
    """
    if profile not in PROFILES:
        raise ValueError(f"podkit has no profile {profile!r:.80}; it has {', '.join(PROFILES)}")
    rules = tuple(rules)
    confirm_levels(rules, levels)
    found: Chosen = defaultdict(list)
    for rule in rules:
        asked = rule.level if profile == "all" else rule.level_for({_AUTHORITIES[profile]})
        level = asked and levels.get(rule.id, asked)
        if level:
            for subject in rule.subjects:
                found[subject].append((rule, level))
    return found


def confirm_levels(rules: Iterable[Rule], levels: Levels) -> None:
    """See that there are such levels, and that something is reported under each id.

    Raises:
        ValueError: there is no such id or level.

    >>> from podkit.checks import rules
    >>> confirm_levels(rules, {"titel-missing": "info"})
    Traceback (most recent call last):
    ValueError: podkit reports no 'titel-missing'; did you mean 'title-missing'?
    """
    known = {rule.id for rule in rules} | READING_PROBLEMS.keys()
    for identifier, level in levels.items():
        if identifier not in known:
            similar = get_close_matches(identifier, sorted(known), n=1)
            advice = f"; did you mean {similar[0]!r}?" if similar else ""
            raise ValueError(f"podkit reports no {identifier!r:.80}{advice}")
        if level is not None and level not in get_args(Level):
            choices = ", ".join(get_args(Level))
            raise ValueError(f"podkit has no level {level!r:.80}; it has {choices}")

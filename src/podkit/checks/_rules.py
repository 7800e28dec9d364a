"""What a rule is: a function that looks at a show or an episode, and who asks for what it finds.

A module of rules is named after the authority whose document it follows. Decorating a function with
`for_show`, `for_episodes` or `for_both` makes it a `Rule`: its name gives the id, its docstring the
summary. Where authorities ask for the same thing, one rule names them all; it stands in the module
of the first, in the order RSS, Apple, PSP-1.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias, get_args

import attrs

from podkit.errors import Level, Problem
from podkit.models import Episode, Show

__all__ = [
    "Demand",
    "Finding",
    "Findings",
    "Rule",
    "Section",
    "for_both",
    "for_episodes",
    "for_show",
    "rules_in",
]


@attrs.frozen
class Demand:
    """What one authority says of a rule.

    Attributes:
        authority: who says it, such as ``Apple``.
        section: the document and its section.
        level: ``"error"`` for what it requires, ``"warning"`` for what it recommends, ``"info"``
            for what it recommends where there is such a thing, which a feed can't show.

    >>> Demand("PSP-1", "Recommended <channel> elements", "warning").level
    'warning'
    """

    authority: str
    section: str
    level: Level


@attrs.frozen
class Section:
    """A section of an authority's document, from which rules come.

    >>> Section("PSP-1", "Required <item> elements").requires.level
    'error'
    """

    authority: str
    title: str

    @property
    def requires(self) -> Demand:
        """What the section requires."""
        return Demand(self.authority, self.title, "error")

    @property
    def recommends(self) -> Demand:
        """What the section recommends."""
        return Demand(self.authority, self.title, "warning")

    @property
    def suggests(self) -> Demand:
        """What the section recommends where there is such a thing, which a feed can't show."""
        return Demand(self.authority, self.title, "info")


@attrs.frozen
class Finding:
    """What a rule found.

    Attributes:
        element: the element, and the attribute if it is about one: ``enclosure length``.
        message: what was found, and what to do.
        item: the number of the item that it is in, from 1, where a rule for the show finds it.

    >>> Finding("title", "there is no <title>; name the show").element
    'title'
    """

    element: str
    message: str
    item: int | None = None


Findings: TypeAlias = Iterator[Finding]


@attrs.frozen(kw_only=True)
class Rule:
    """One thing that a feed should do, and who asks for it.

    Attributes:
        id: its name, in kebab-case; stable between versions.
        summary: what a feed does that keeps it.
        demands: who asks for it, where, and how strongly.
        subjects: the classes of the values that it looks at.
        find: looks at such a value and gives what is wrong with it.
        level: the level of what it finds: that of its strongest demand.

    >>> from podkit.checks import rules
    >>> language = next(rule for rule in rules if rule.id == "language-missing")
    >>> language.level, language.summary, [demand.authority for demand in language.demands]
    ('error', 'The show names its language.', ['Apple', 'PSP-1'])
    """

    id: str
    summary: str
    demands: tuple[Demand, ...]
    subjects: tuple[type, ...]
    find: Callable[[Any], Findings] = attrs.field(repr=False)
    level: Level = attrs.field(init=False)

    @level.default
    def _strongest(self) -> Level:
        # `Level` has the strongest first.
        return min((demand.level for demand in self.demands), key=get_args(Level).index)

    def problem(self, finding: Finding, place: str) -> Problem:
        """Make a problem of what was found at a place of the feed."""
        around = f"item {finding.item}" if finding.item else place
        where = f"{around}, {finding.element}"
        return Problem(id=self.id, message=finding.message, level=self.level, where=where)


def for_show(*demands: Demand) -> Callable[[Callable[[Show], Findings]], Rule]:
    """Make a function a rule for the show as a whole.

    >>> @for_show(Section("PSP-1", "Required <channel> elements").requires)
    ... def title_missing(show):
    ...     '''The show has a title.'''
    ...     if not show.title:
    ...         yield Finding("title", "there is no <title>; name the show")
    >>> title_missing.id, title_missing.level, title_missing.summary
    ('title-missing', 'error', 'The show has a title.')
    """
    return lambda find: _rule(find, demands, (Show,))


def for_episodes(*demands: Demand) -> Callable[[Callable[[Episode], Findings]], Rule]:
    """Make a function a rule for each episode by itself."""
    return lambda find: _rule(find, demands, (Episode,))


def for_both(*demands: Demand) -> Callable[[Callable[[Show | Episode], Findings]], Rule]:
    """Make a function a rule for the show and for each episode."""
    return lambda find: _rule(find, demands, (Show, Episode))


def rules_in(namespace: Mapping[str, object]) -> tuple[Rule, ...]:
    """Give the rules among a module's variables, in the order of the module.

    >>> rules_in({"Show": Show})
    ()
    """
    return tuple(value for value in namespace.values() if isinstance(value, Rule))


def _rule(
    find: Callable[[Any], Findings], demands: tuple[Demand, ...], subjects: tuple[type, ...]
) -> Rule:
    return Rule(
        id=find.__name__.replace("_", "-"),
        summary=(find.__doc__ or "").strip(),
        demands=demands,
        subjects=subjects,
        find=find,
    )

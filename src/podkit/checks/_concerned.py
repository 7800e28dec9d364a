"""Holds values against the rules that they concern, and against no others."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import compress
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeAlias

from podkit.checks._columns import Column, Place, Selection
from podkit.checks._rules import Finding, Rule
from podkit.errors import Level

__all__ = ["Concerned", "Found"]

# Rules that look at the same, by their order.
_Finds: TypeAlias = list[tuple[int, Rule]]
# More kinds than feeds have, so that hostile ones can't fill the memory.
_MOST_KINDS = 256
_PLACE = itemgetter(0, 1)


class Found(NamedTuple):
    """What a rule found.

    Attributes:
        number: which of the values it is in, from 0.
        order: which of the rules found it, from 0.
        position: where the rule looks at each value of a field, which of them it is, from 0.
        finding: what it found.
    """

    number: int
    order: int
    position: int | None
    finding: Finding


class Concerned:
    """The rules for the values of a class.

    Args:
        subject: the class.
        rules: the rules, each with its level.

    >>> from podkit import Show
    >>> from podkit.checks import rules
    >>> of_show = Concerned(Show, [(rule, "info") for rule in rules if Show in rule.subjects])
    >>> found = of_show.found([Show(title="Tides")])[0]
    >>> found.number, found.finding.element, of_show.rules[found.order][0].id
    (0, 'link', 'link-missing')
    """

    def __init__(self, subject: type, rules: Sequence[tuple[Rule, Level]]) -> None:
        self.rules = rules
        self._finds: dict[Selection, _Finds] = defaultdict(list)
        for order, (rule, _) in enumerate(rules):
            self._finds[rule.selection].append((order, rule))
        needed = {name for selection in self._finds for name in selection.needed}
        self._needed = sorted(name for name in needed if hasattr(subject, name))
        # The first two are always filled: an attrgetter of less than two names gives no tuple.
        self._values_of = attrgetter("__class__", "__class__", *self._needed)
        self._concerned = functools.lru_cache(_MOST_KINDS)(self._concerning)

    def found(self, values: Sequence[object]) -> list[Found]:
        """Give what the rules find in values of the class, in their order and that of the rules."""
        _, _, *held = zip(*map(self._values_of, values), strict=True)
        found: list[Found] = []
        parts = Column.of(values, dict(zip(self._needed, held, strict=True)))
        for selection, finds in self._concerned(tuple(map(any, held))):
            column = selection.of(parts)
            if column.values:
                for order, rule in finds:
                    found += [
                        Found(number, order, position, finding)
                        for (number, position), finding in _found(rule, column)
                    ]
        return sorted(found, key=_PLACE)

    def _concerning(self, kind: tuple[bool, ...]) -> list[tuple[Selection, _Finds]]:
        """Choose what is to be looked at in values in some of which some fields are filled."""
        names = {name for name, is_filled in zip(self._needed, kind, strict=True) if is_filled}
        return [
            (selection, finds)
            for selection, finds in self._finds.items()
            if not selection.needed or not names.isdisjoint(selection.needed)
        ]


def _found(rule: Rule, column: Column) -> Iterable[tuple[Place, Finding]]:
    """Give what a rule finds in a column."""
    find, unless, values = rule.find, rule.unless, column.distinct
    if not unless:
        findings = list(map(tuple, map(find, values)))
    elif all(map(unless, values)):
        return ()
    else:
        findings = [() if unless(value) else tuple(find(value)) for value in values]
    if not any(findings):
        return ()
    if column.distinct is not column.values:
        by_value = dict(zip(column.distinct, findings, strict=True))
        findings = [by_value[value] for value in column.values]
    places = compress(column.places, findings)
    return [
        (place, finding)
        for place, each in zip(places, filter(None, findings), strict=True)
        for finding in each
    ]

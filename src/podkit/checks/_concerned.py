"""Holds values against the rules that they concern, and against no others.

Most parts of a feed have few of the fields that rules look at, and mostly the same ones as the part
before. So rules are chosen once for all values that have the same fields filled. Each rule then
goes through all of these at once, which takes less time than going through all rules for one value
after another.
"""

import functools
from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from podkit.checks._rules import Finding, Rule, Values
from podkit.errors import Level

__all__ = ["Concerned", "Found"]

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
        named = {name for rule, _ in rules for name in (*rule.fields, rule.lack) if name}
        self.rules = rules
        self._fields = sorted(name for name in named if hasattr(subject, name))
        # The first two are always filled: an attrgetter of less than two names gives no tuple.
        self._values_of = attrgetter("__class__", "__class__", *self._fields)
        self._rules_of = functools.lru_cache(_MOST_KINDS)(self._chosen)

    def found(self, values: Sequence[object]) -> list[Found]:
        """Give what the rules find in values of the class, in their order and that of the rules."""
        kinds = defaultdict(list)
        for number, value in enumerate(values):
            kinds[tuple(map(bool, self._values_of(value)))].append((number, value))
        found: list[Found] = []
        for kind, alike in kinds.items():
            listed: dict[Values, list[tuple[int, int | None, Any]]] = {}
            for order, rule in self._rules_of(kind):
                find, values_of = rule.find, rule.values
                if values_of not in listed:
                    listed[values_of] = [
                        (number, position, each)
                        for number, value in alike
                        for position, each in values_of(value)
                    ]
                found += [
                    Found(number, order, position, finding)
                    for number, position, each in listed[values_of]
                    for finding in find(each)
                ]
        return sorted(found, key=_PLACE)

    def _chosen(self, kind: tuple[bool, ...]) -> list[tuple[int, Rule]]:
        """Choose the rules for values of which some fields are filled."""
        names = {name for name, is_filled in zip(self._fields, kind[2:], strict=True) if is_filled}
        return [
            (order, rule)
            for order, (rule, _) in enumerate(self.rules)
            if rule.lack not in names and not (rule.fields and names.isdisjoint(rule.fields))
        ]

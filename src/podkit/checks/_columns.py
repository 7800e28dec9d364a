"""What the parts of a feed hold at one place, taken from all of them at once.

Most parts have few of the fields that rules look at, and many hold the same text. So a rule doesn't
look at one part after another, but goes through a column: the values of a field in all parts that
have it, or those parts alone that have some field filled.
"""

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, compress, repeat
from operator import attrgetter, not_
from typing import Any, TypeAlias

import attrs

__all__ = ["Column", "Place", "Selection"]

# The number of the part, from 0, and which of the values of a field it is, where there can be
# several.
Place: TypeAlias = tuple[int, int | None]

_NOTHING: Mapping[str, Sequence[Any]] = {}


class Column:
    """Values, each with its place.

    Args:
        places: tells where each stands, if that is asked.
        values: the values, of one class or None.

    >>> from podkit import Person, Show
    >>> shows = Column.of([Show(title="Tides"), Show(persons=[Person(name="Ann")] * 2)])
    >>> shows.at("persons", "name").places
    [(1, 0), (1, 1)]
    >>> shows.at("persons", "name").distinct
    ['Ann']
    >>> shows.filled("link", "title").places, shows.lacking("title").places
    ([(0, None)], [(1, None)])
    """

    def __init__(self, places: Callable[[], Sequence[Place]], values: Sequence[Any]) -> None:
        self.values = values
        self._find_places = places
        self._held: dict[str, Sequence[Any]] = {}
        self._derived: dict[tuple[object, ...], Column] = {}

    @classmethod
    def of(cls, parts: Sequence[Any], held: Mapping[str, Sequence[Any]] = _NOTHING) -> "Column":
        """Give the parts themselves, of which may be known what they hold in some fields."""
        column = cls(lambda: list(zip(range(len(parts)), repeat(None), strict=False)), parts)
        column._held.update(held)
        return column

    @functools.cached_property
    def places(self) -> Sequence[Place]:
        """Where each value stands."""
        return self._find_places()

    @functools.cached_property
    def distinct(self) -> Sequence[Any]:
        """The values, of texts each only once."""
        return list(dict.fromkeys(self.values)) if type(self.values[0]) is str else self.values

    def at(self, *path: str) -> "Column":
        """Give what the values hold in a field, or in fields within each other."""
        column = self
        for name in path:
            column = column.once(Column._inner, name)
        return column

    def filled(self, *fields: str) -> "Column":
        """Give the values in which one of some fields is filled."""
        return self.once(Column._filled, *fields)

    def lacking(self, field: str) -> "Column":
        """Give the values in which a field is empty."""
        return self.once(Column._lacking, field)

    def once(self, derive: Callable[..., "Column"], *names: str) -> "Column":
        """Give what a function makes of the column and some names, for which it is called once."""
        key = derive, *names
        if key not in self._derived:
            self._derived[key] = derive(self, *names) if self.values else self
        return self._derived[key]

    def where(self, selectors: Iterable[Any]) -> "Column":
        """Give the values for which something holds."""
        return self._chosen(selectors, self.values)

    def _inner(self, name: str) -> "Column":
        held = self._all(name)
        if type(held[0]) is not tuple:
            return self._chosen(held, held)
        return Column(lambda: self._places_within(held), list(chain.from_iterable(held)))

    def _places_within(self, held: Sequence[tuple[Any, ...]]) -> list[Place]:
        """Give where the values stand that the values here hold."""
        places: list[Place] = []
        latest, index = None, 0
        for (number, _), values in zip(self.places, held, strict=True):
            if number != latest:
                latest, index = number, 0
            for _ in values:
                places.append((number, index))
                index += 1
        return places

    def _filled(self, *fields: str) -> "Column":
        columns = [self._all(field) for field in fields]
        filled = columns[0] if len(fields) == 1 else map(any, zip(*columns, strict=True))
        return self._chosen(filled, self.values)

    def _lacking(self, field: str) -> "Column":
        return self._chosen(map(not_, self._all(field)), self.values)

    def _chosen(self, selectors: Iterable[Any], values: Sequence[Any]) -> "Column":
        selectors = list(selectors)
        if all(selectors):
            return self if values is self.values else Column(lambda: self.places, values)
        chosen = list(compress(values, selectors))
        return Column(lambda: list(compress(self.places, selectors)), chosen)

    def _all(self, name: str) -> Sequence[Any]:
        """Give what each value holds in a field, which is nothing where it has no such field."""
        if name not in self._held:
            is_there = hasattr(type(self.values[0]), name)
            held = (
                map(attrgetter(name), self.values) if is_there else repeat(None, len(self.values))
            )
            self._held[name] = list(held)
        return self._held[name]


def itself(parts: Column) -> Column:
    """Give parts as what is looked at."""
    return parts


@attrs.frozen
class Selection:
    """What a rule looks at in the parts of a feed.

    Attributes:
        path: the way to it, by the names of fields within each other.
        fields: fields of it of which one must be filled.
        lack: a field of it that must be empty.
        values: makes it of the parts, if it is no field of theirs.

    >>> from podkit import Show
    >>> Selection(fields=("title",), lack="link").of(Column.of([Show(title="Tides")])).places
    [(0, None)]
    """

    path: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    lack: str | None = None
    values: Callable[[Column], Column] = itself

    @property
    def needed(self) -> tuple[str, ...]:
        """The fields of a part of which one must be filled, if any."""
        return self.path[:1] or self.fields

    def of(self, parts: Column) -> Column:
        """Select the values."""
        column = self.values(parts).at(*self.path)
        if self.fields:
            column = column.filled(*self.fields)
        return column.lacking(self.lack) if self.lack else column

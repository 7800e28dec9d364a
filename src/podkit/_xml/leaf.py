"""Makes values of elements without children by functions compiled for their tables."""

import functools
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from podkit._construct import compiled, default_of
from podkit._xml.namespaces import clark
from podkit._xml.rows import Attribute, Model, Table, Text

__all__ = ["leaf_constructor"]


@functools.cache
def leaf_constructor(table: Table[Model]) -> Callable[[list[tuple[str, str]], str], Model | None]:
    """Compile a function that makes the value of an element without children.

    It takes the element's attributes and its text, and gives None where there is more to say than
    that all of them are as the table has them: most are, and take half of the time so.

    >>> from podkit._xml.rows import Attribute, Text
    >>> from podkit.models import Person
    >>> construct = leaf_constructor(Table(Person, (Text("name"), Attribute("role", "role"))))
    >>> construct([("role", "host")], "Ann").role
    'host'
    >>> construct([("mood", "calm")], "Ann") is construct([("role", "host")], "") is None
    True
    """
    slots = {row.field: row for row in table.rows if isinstance(row, Attribute | Text)}
    readers = {f"read_{field}": row.codec.read for field, row in slots.items()}
    fill = _by_slot(attrs.fields(table.model), slots)
    construct: Callable[[list[tuple[str, str]], str], Model | None]
    construct = compiled(table.model, "attributes, text", fill, **readers)
    return construct


def _by_slot(
    fields: "tuple[attrs.Attribute[Any], ...]", slots: dict[str, Attribute | Text]
) -> Iterator[str]:
    if not any(isinstance(row, Text) for row in slots.values()):
        yield "if text: return None"
    yield "rest = dict(attributes)"
    yield "take = rest.pop"
    yield "try:"
    for field in fields:
        yield from (f"    {line}" for line in _by_row(field, slots.get(field.name)))
    yield "except ValueError: return None"
    yield "if rest: return None"


def _by_row(field: "attrs.Attribute[Any]", row: Attribute | Text | None) -> Iterator[str]:
    if row is None:
        yield f"value.{field.name} = {default_of(field)}"
        return
    yield "held = text" if isinstance(row, Text) else f"held = take({clark(row.name)!r}, None)"
    read = "held" if row.codec.read is str else f"read_{field.name}(held)"
    if field.default is attrs.NOTHING:
        yield "if not held: return None"
        yield f"value.{field.name} = {read}"
    else:
        yield f"value.{field.name} = {read} if held else {default_of(field)}"

"""Compiles tables for reading: what an element may carry, and what reads each of it.

A table becomes dictionaries from Clark names to small functions, once, so that an element costs
one look-up, whatever the number of rows. A child element is read by a `Handler`, which takes the
element, the values of the one around it and the reader, and says whether it could read it: if not,
the element is kept as it is.
"""

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import attrs
from lxml.etree import _Element as Element

from podkit._xml.namespaces import SPACE, clark, local
from podkit._xml.rows import (
    MAXIMUM_DEPTH,
    Attribute,
    Constant,
    FlagChild,
    InlineChild,
    RecordChild,
    Row,
    Table,
    Text,
    TextChild,
)
from podkit.errors import ParseError

if TYPE_CHECKING:
    from podkit._xml.read import Reader

__all__ = [
    "ROOT",
    "Handler",
    "Inline",
    "ReadingShape",
    "Record",
    "Slot",
    "Texts",
    "Values",
    "inline_shape",
    "is_empty",
    "reading_shape",
]

Values: TypeAlias = dict[str, Any]
Handler: TypeAlias = Callable[[Element, Values, "Reader"], bool]


class Slot(NamedTuple):
    """Where a text goes: a field, and what reads a text for it."""

    field: str
    read: Callable[[str], Any]


@attrs.frozen(eq=False)
class ReadingShape:
    """What an element may carry, compiled for reading.

    Attributes:
        attributes: where its attributes go, by their names.
        text: where its own text goes.
        children: what reads its child elements, by their names.
        texts: where those of them go that are mostly nothing but a text.
        constants: the names of attributes that say nothing.
    """

    attributes: dict[str, Slot]
    text: Slot | None
    children: dict[str, Handler]
    texts: dict[str, Slot]
    constants: frozenset[str] = frozenset()


# What the root of a document may carry beside the element that holds the value.
ROOT = ReadingShape({}, None, {}, {}, constants=frozenset({"version"}))


@functools.cache
def reading_shape(table: Table[Any]) -> ReadingShape:
    """Compile a table."""
    return _shape((*table.rows, table.body) if table.body else table.rows, table)


def inline_shape(row: TextChild | FlagChild | InlineChild, table: Table[Any]) -> ReadingShape:
    """Compile a child element whose rows are fields of the value around it."""
    match row:
        case TextChild():
            return _shape((Text(row.field, row.codec),), table)
        case FlagChild():
            return _shape((), table)
    return _shape(row.rows, table)


def is_empty(element: Element) -> bool:
    """Say whether an element has no text, no attribute that says something, and no children."""
    text = element.text
    return not (len(element) or any(element.values()) or (text and text.strip(SPACE)))


@attrs.frozen(eq=False)
class Texts:
    """Reads an element whose text is one of many."""

    field: str
    read: Callable[[str], Any]

    def __call__(self, element: Element, values: Values, reader: "Reader") -> bool:
        """Read an element: see `Handler`."""
        if len(element) or any(element.values()):
            return reader.objects("not-text", "should hold nothing but text", element)
        text = (element.text or "").strip(SPACE)
        if not text:
            return True
        try:
            value = self.read(text)
        except ValueError as error:
            value = reader.amended(error, element)
        if value is not None:
            values.setdefault(self.field, []).append(value)
        return value is not None


@attrs.frozen(eq=False)
class Inline:
    """Reads an element whose attributes and text are fields of the value around it.

    Attributes:
        field: the one that the element is for; without it there is no element.
        parent: the element's name.
        shape: what the element carries.
    """

    field: str
    parent: str
    shape: ReadingShape

    def __call__(self, element: Element, values: Values, reader: "Reader") -> bool:
        """Read an element: see `Handler`."""
        if self.field in values:
            return is_empty(element) or reader.repeats(element)
        inner = reader.values(self.shape, element)
        if self.field not in inner:
            return reader.lacks(self.lacking, element)
        reader.adopt(inner, self.parent, values)
        return True

    @property
    def lacking(self) -> str:
        """What the element lacks if it has nothing for its field."""
        slots = self.shape.attributes.items()
        return next((local(name) for name, slot in slots if slot.field == self.field), "a text")


@attrs.frozen(eq=False)
class Record:
    """Reads an element that is a value of its own.

    Attributes:
        field: where it goes.
        table: how it is read.
        is_many: whether the field holds any number.
        number: what it is called where problems say which it is.
        is_nested: whether it can stand in its like: only such records can nest without end.
    """

    field: str
    table: Table[Any]
    is_many: bool
    number: str | None
    is_nested: bool

    def __call__(self, element: Element, values: Values, reader: "Reader") -> bool:
        """Read an element: see `Handler`."""
        if self.is_nested and sum(1 for _ in element.iterancestors()) > MAXIMUM_DEPTH:
            raise ParseError("elements nest too deeply", line=element.sourceline)
        if not self.is_many and self.field in values:
            return reader.repeats(element)
        around = reader.place
        if self.number:
            reader.place = f"{self.number} {len(values.get(self.field, ())) + 1}"
        record = reader.read(self.table, element)
        is_read = record is not None or reader.lacks(self.lacking, element)
        reader.place = around
        if self.is_many and record is not None:
            values.setdefault(self.field, []).append(record)
        elif record is not None:
            values[self.field] = record
        return is_read

    @property
    def lacking(self) -> str:
        """What the element lacks if it makes no value."""
        return " or ".join(self.table.required)


def _shape(rows: tuple[Row, ...], table: Table[Any]) -> ReadingShape:
    """Compile rows that read fields of the table's model."""
    singles = (row for row in rows if isinstance(row, TextChild) and not table.is_many(row.field))
    return ReadingShape(
        attributes={clark(row.name): _slot(row) for row in rows if isinstance(row, Attribute)},
        text=next((_slot(row) for row in rows if isinstance(row, Text)), None),
        children=dict(filter(None, (_child_handler(row, table) for row in rows))),
        texts={clark(row.name): _slot(row) for row in singles},
        constants=frozenset(clark(row.name) for row in rows if isinstance(row, Constant)),
    )


def _slot(row: Attribute | Text | TextChild) -> Slot:
    return Slot(row.field, row.codec.read)


def _child_handler(row: Row, table: Table[Any]) -> tuple[str, Handler] | None:
    handler: Handler
    match row:
        case TextChild() if table.is_many(row.field):
            handler = Texts(row.field, row.codec.read)
        case TextChild():
            handler = Inline(row.field, clark(row.name), inline_shape(row, table))
        case FlagChild():
            handler = _flag_handler(row, table)
        case InlineChild():
            handler = Inline(row.rows[0].field, clark(row.name), inline_shape(row, table))
        case RecordChild():
            handler = Record(
                row.field,
                row.table or table,
                is_many=table.is_many(row.field),
                number=local(clark(row.name)) if row.is_numbered else None,
                is_nested=row.table in (None, table),
            )
        case _:
            return None
    return clark(row.name), handler


def _flag_handler(row: FlagChild, table: Table[Any]) -> Handler:
    shape, parent = inline_shape(row, table), clark(row.name)

    def handle(element: Element, values: Values, reader: "Reader") -> bool:
        if row.field in values:
            return is_empty(element) or reader.repeats(element)
        reader.adopt(reader.values(shape, element), parent, values)
        values[row.field] = True
        return True

    return handle

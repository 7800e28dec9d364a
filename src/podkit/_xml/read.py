"""Reads elements into values by their tables, and keeps as extensions what no row reads.

A table is compiled once into dictionaries from Clark names to small functions, so that an element
costs one look-up, whatever the number of rows.
"""

import functools
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import attrs
from lxml.etree import _Element as Element

from podkit._construct import constructor
from podkit._xml.leaf import leaf_constructor
from podkit._xml.namespaces import SPACE, canonical, clark, local, split, tag
from podkit._xml.rows import (
    MAXIMUM_DEPTH,
    Attribute,
    Constant,
    FlagChild,
    Forgiven,
    InlineChild,
    Model,
    RecordChild,
    Row,
    Table,
    Text,
    TextChild,
)
from podkit.errors import OnProblem, ParseError, Problem, ignore
from podkit.models import Extension

__all__ = [
    "ROOT",
    "STRAY_TEXT",
    "Handler",
    "Reader",
    "ReadingShape",
    "Slot",
    "Values",
    "extension_order",
    "inline_shape",
    "read_document",
    "read_root",
    "reading_shape",
]

# The name of an extension that is text where the element's table has none: DOM's name for it.
STRAY_TEXT = "#text"
_KEPT = "it was kept as it is"

Values: TypeAlias = dict[str, Any]
# Reads a child element into the values, or says no: then the element is kept as it is.
Handler: TypeAlias = Callable[[Element, Values, "Reader"], bool]


def read_document(
    table: Table[Model], root: Element, element: Element, on_problem: OnProblem
) -> Model:
    """Read the element that holds the value of a whole document, a child of its root.

    What else the root carries is kept with the root as its parent, save its ``version``.
    """

    def is_the_one(child: Element, _values: Values, reader: Reader) -> bool:
        return child is element or _is_empty(child) or reader.repeats(child)

    reader = Reader(root, on_problem)
    reader.place = local(tag(element))
    values = reader.values(reading_shape(table), element)
    reader.place = ""
    shape = attrs.evolve(ROOT, children={tag(element): is_the_one})
    around = reader.values(shape, root)
    _adopt(around, canonical(tag(root)), values)
    return build(table, values)


def read_root(table: Table[Model], root: Element, on_problem: OnProblem) -> Model:
    """Read a value that the root of a document holds."""
    reader = Reader(root, on_problem)
    return reader.whole(table, root)


class Slot(NamedTuple):
    """Where a text goes: a field, and what reads a text for it."""

    field: str
    read: Callable[[str], Any]


@attrs.frozen
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
    """Compile a table, once."""
    return _shape((*table.rows, table.body) if table.body else table.rows, table)


def inline_shape(row: TextChild | FlagChild | InlineChild, table: Table[Any]) -> ReadingShape:
    """Compile a child element whose rows are fields of the value around it."""
    match row:
        case TextChild():
            return _shape((Text(row.field, row.codec),), table)
        case FlagChild():
            return _shape((), table)
    return _shape(row.rows, table)


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
    match row:
        case TextChild():
            is_many = table.is_many(row.field)
            handler = _texts_handler(row) if is_many else _inline_handler(row, table)
        case FlagChild():
            handler = _flag_handler(row, table)
        case InlineChild():
            handler = _inline_handler(row, table)
        case RecordChild():
            handler = _record_handler(row, table)
        case _:
            return None
    return clark(row.name), handler


def extension_order(extension: Extension) -> tuple[str, int]:
    """Sort extensions as a document has them: attributes, text, elements; then each child's.

    >>> extension_order(Extension(name="mood", parent="title"))
    ('title', 2)
    """
    if extension.kind == "attribute":
        return extension.parent or "", 0
    return extension.parent or "", 1 if extension.name == STRAY_TEXT else 2


def build(table: Table[Model], values: Values) -> Model:
    """Make the value, its extensions in the order in which they are written."""
    if "extensions" in values:
        values["extensions"] = sorted(values["extensions"], key=extension_order)
    value: Model = constructor(table.model)(values)
    return value


class Reader:
    """Reads the elements of one document.

    Args:
        root: the document's root.
        on_problem: receives what was forgiven or is kept as it is.

    Attributes:
        place: the part of the document being read, such as ``item 3``, for problems.
    """

    def __init__(self, root: Element, on_problem: OnProblem) -> None:
        self.place = ""
        self._on_problem = on_problem
        self._prefixes = {address: prefix for prefix, address in root.nsmap.items() if prefix}

    def read(self, table: Table[Model], element: Element) -> Model | None:
        """Read an element, or report it and give None where its value would not say all."""
        if not len(element):
            construct = leaf_constructor(table)
            leaf: Model | None = construct(element.items(), (element.text or "").strip(SPACE))
            if leaf is not None:
                return leaf
        values = self.values(reading_shape(table), element)
        try:
            return build(table, values)
        except KeyError:  # of a field that has no default
            if not _is_empty(element):
                what = f"lacks {' or '.join(table.required)}"
                self.objects("incomplete-element", what, element)
            return None

    def whole(self, table: Table[Model], element: Element) -> Model:
        """Read an element of which the table requires nothing, and keeps all."""
        return build(table, self.values(reading_shape(table), element))

    def values(self, shape: ReadingShape, element: Element) -> Values:
        """Read what an element says of each field."""
        values: Values = {}
        slots = shape.attributes
        for name, text in element.items():
            if not text:
                continue  # it says nothing
            slot = slots.get(name)
            if slot is None:
                if name not in shape.constants:
                    message = f"{name} is not known here; {_KEPT}"
                    self.report("unknown-attribute", message, element, name)
                    self._keep_attribute(name, text, values)
                continue
            field, read = slot
            try:
                values[field] = read(text)
            except ValueError as error:
                value = self.amended(error, element, name)
                if value is None:
                    self._keep_attribute(name, text, values)
                else:
                    values[field] = value
        start = element.text
        stray = "" if not start or (start.isspace() and start.isascii()) else start.strip(SPACE)
        if len(element):
            stray = self._read_children(shape, element, values, stray)
        if stray:
            self._read_text(shape, element, stray, values)
        return values

    def _keep_attribute(self, name: str, text: str, values: Values) -> None:
        name = canonical(name)
        prefix = self._prefixes.get(split(name)[0])
        _keep(values, name=name, kind="attribute", text=text, prefix=prefix)

    def _read_children(
        self, shape: ReadingShape, element: Element, values: Values, stray: str
    ) -> str:
        """Read the child elements, and give what text stands before and between them."""
        texts, handlers = shape.texts, shape.children
        indent = None  # which is mostly the same behind all
        child: Any
        for child in element:
            name = child.tag
            if name not in handlers:
                name = canonical(name)
            slot = texts.get(name)
            if slot and not child.items() and not len(child) and slot[0] not in values:
                is_done = self._read_text_child(slot, child, values)
            else:
                is_done = handlers.get(name, _pass_over)(child, values, self)
            tail = child.tail
            if tail == indent and is_done:
                continue
            if not tail or (tail.isspace() and tail.isascii()):
                indent = tail
                tail = ""
            tail = tail.strip(SPACE)
            if not is_done:
                values.setdefault("extensions", []).append(_extension(child, tail or None))
            elif tail:
                stray = f"{stray} {tail}" if stray else tail
        return stray

    def _read_text_child(self, slot: Slot, child: Element, values: Values) -> bool:
        """Read a child element that is nothing but a text, or say no."""
        field, read = slot
        text = child.text
        # Of most texts nothing is to be stripped, as the faster strip without a set shows.
        if text and text.strip() is not text:
            text = text.strip(SPACE)
        if not text:
            return True
        try:
            values[field] = read(text)
        except ValueError as error:
            value = self.amended(error, child)
            if value is None:
                return False
            values[field] = value
        return True

    def _read_text(self, shape: ReadingShape, element: Element, text: str, values: Values) -> None:
        if shape.text is None:
            self.report("unknown-text", f"there should be no text here; {_KEPT}", element)
            _keep(values, name=STRAY_TEXT, text=text)
            return
        try:
            value = shape.text.read(text)
        except ValueError as error:
            value = self.amended(error, element)
        if value is None:
            _keep(values, name=STRAY_TEXT, text=text)
        else:
            values[shape.text.field] = value

    def amended(self, error: ValueError, element: Element, attribute: str = "") -> Any:  # noqa: ANN401
        """Report what a codec says of a text, and give the value if it understood it still."""
        if isinstance(error, Forgiven):
            self.report("forgiven-value", str(error), element, attribute)
            return error.value
        self.report("bad-value", f"{error}; {_KEPT}", element, attribute)
        return None

    def repeats(self, element: Element) -> bool:
        """Report an element that stands once more than it may, and say no."""
        return self.objects("repeated-element", "may stand only once", element)

    def objects(self, identifier: str, what: str, element: Element) -> bool:
        """Report an element that is not read but kept, and say no."""
        self.report(identifier, f"<{_spelled(element)}> {what}; {_KEPT}", element)
        return False

    def report(self, identifier: str, message: str, element: Element, attribute: str = "") -> None:
        """Report a problem with an element, or with an attribute of it."""
        if self._on_problem is ignore:
            return
        name = f"{_spelled(element)} {local(attribute)}".rstrip()
        where = f"{self.place}, {name}" if self.place else name
        line = element.sourceline
        self._on_problem(Problem(id=identifier, message=message, where=where, line=line))


def _pass_over(element: Element, _values: Values, reader: Reader) -> bool:
    return _is_empty(element) or reader.objects("unknown-element", "is not known here", element)


def _texts_handler(row: TextChild) -> Handler:
    field, read = row.field, row.codec.read

    def handle(element: Element, values: Values, reader: Reader) -> bool:
        if len(element) or any(element.values()):
            return reader.objects("not-text", "should hold nothing but text", element)
        text = (element.text or "").strip(SPACE)
        if not text:
            return True
        try:
            value = read(text)
        except ValueError as error:
            value = reader.amended(error, element)
        if value is not None:
            values.setdefault(field, []).append(value)
        return value is not None

    return handle


def _flag_handler(row: FlagChild, table: Table[Any]) -> Handler:
    shape, parent = inline_shape(row, table), clark(row.name)

    def handle(element: Element, values: Values, reader: Reader) -> bool:
        if row.field in values:
            return _is_empty(element) or reader.repeats(element)
        _adopt(reader.values(shape, element), parent, values)
        values[row.field] = True
        return True

    return handle


def _inline_handler(row: TextChild | InlineChild, table: Table[Any]) -> Handler:
    shape = inline_shape(row, table)
    field = row.field if isinstance(row, TextChild) else row.rows[0].field
    parent = clark(row.name)

    def handle(element: Element, values: Values, reader: Reader) -> bool:
        if field in values:
            return _is_empty(element) or reader.repeats(element)
        inner = reader.values(shape, element)
        if field not in inner:
            what = "lacks its value"
            return _is_empty(element) or reader.objects("incomplete-element", what, element)
        _adopt(inner, parent, values)
        return True

    return handle


def _record_handler(row: RecordChild, owner: Table[Any]) -> Handler:
    field, table = row.field, row.table or owner
    is_many = owner.is_many(field)

    def handle(element: Element, values: Values, reader: Reader) -> bool:
        if field in values and not is_many:
            return reader.repeats(element)
        record = reader.read(table, element)
        if record is None:
            return _is_empty(element)
        if not is_many:
            values[field] = record
        elif field in values:
            values[field].append(record)
        else:
            values[field] = [record]
        return True

    def handle_nested(element: Element, values: Values, reader: Reader) -> bool:
        if sum(1 for _ in element.iterancestors()) > MAXIMUM_DEPTH:
            raise ParseError("elements nest too deeply", line=element.sourceline)
        return handle(element, values, reader)

    def handle_numbered(element: Element, values: Values, reader: Reader) -> bool:
        around, reader.place = reader.place, f"{name} {len(values.get(field, ())) + 1}"
        is_done = handle(element, values, reader)
        reader.place = around
        return is_done

    name = local(clark(row.name))
    if row.is_numbered:
        return handle_numbered
    # Only records within their like can nest without end.
    return handle_nested if table is owner else handle


def _adopt(inner: Values, parent: str, values: Values) -> None:
    """Add what a child element says to what the value around it says."""
    if "extensions" in inner:
        adopted = [attrs.evolve(extension, parent=parent) for extension in inner.pop("extensions")]
        values.setdefault("extensions", []).extend(adopted)
    values.update(inner)


def _keep(values: Values, **facts: object) -> None:
    values.setdefault("extensions", []).append(constructor(Extension)(facts))


def _extension(element: Element, tail: str | None) -> Extension:
    """Make an extension of an element; white space counts only beside other text."""
    text, tails = element.text, [child.tail for child in element]
    if not any(piece and piece.strip(SPACE) for piece in (text, *tails)):
        text, tails = None, [None] * len(tails)
    facts = {
        "name": canonical(tag(element)),
        "text": text,
        "attributes": [(canonical(name), value) for name, value in element.items()],
        "children": list(map(_extension, element, tails)),
        "tail": tail,
        "prefix": element.prefix,
    }
    extension: Extension = constructor(Extension)(facts)
    return extension


def _is_empty(element: Element) -> bool:
    text = element.text
    return not (len(element) or any(element.values()) or (text and text.strip(SPACE)))


def _spelled(element: Element) -> str:
    prefix = f"{element.prefix}:" if element.prefix else ""
    return f"{prefix}{local(tag(element))}"

"""Reads elements into values by their tables, and keeps as extensions what no row reads.

A table is compiled once into dictionaries from Clark names to small functions, so that an element
costs one look-up, whatever the number of rows.
"""

import functools
from collections.abc import Callable
from typing import Any, TypeAlias

import attrs
from lxml.etree import _Element as Element

from podkit._xml.namespaces import SPACE, canonical, clark, local, split, tag
from podkit._xml.rows import (
    MAXIMUM_DEPTH,
    Attribute,
    Codec,
    Forgiven,
    InlineChild,
    Model,
    RecordChild,
    Row,
    Table,
    Text,
    TextChild,
)
from podkit.errors import OnProblem, ParseError, Problem
from podkit.models import Extension

__all__ = [
    "STRAY_TEXT",
    "VERSION",
    "Handler",
    "Reader",
    "ReadingShape",
    "Values",
    "extension_order",
    "inline_shape",
    "read_document",
    "reading_shape",
]

# The name of an extension that is text where the element's table has none: DOM's name for it.
STRAY_TEXT = "#text"
# The attribute of a document's root that is the format's, not the value's.
VERSION = Attribute("version", "version")
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
        return child is element or reader.objects("repeated-element", "may stand only once", child)

    reader = Reader(root, on_problem)
    reader.place = local(tag(element))
    values = reader.values(reading_shape(table), element)
    shape = ReadingShape({VERSION.name: VERSION}, None, {tag(element): is_the_one})
    reader.place = ""
    around = reader.values(shape, root)
    around.pop(VERSION.field, None)
    _adopt(around, canonical(tag(root)), values)
    return reader.build(table, values)


@attrs.frozen
class ReadingShape:
    """What an element may carry, compiled for reading."""

    attributes: dict[str, Attribute]
    text: Text | None
    children: dict[str, Handler]


@functools.cache
def reading_shape(table: Table[Any]) -> ReadingShape:
    """Compile a table, once."""
    rows = (*table.rows, table.body) if table.body else table.rows
    shape = _shape(rows)
    for row in rows:
        if isinstance(row, RecordChild):
            shape.children[clark(row.name)] = _record_handler(row, table)
    return shape


def inline_shape(row: TextChild | InlineChild) -> ReadingShape:
    """Compile a child element whose rows are fields of the value around it."""
    return _shape((Text(row.field, row.codec),) if isinstance(row, TextChild) else row.rows)


def _shape(rows: tuple[Row, ...]) -> ReadingShape:
    """Compile all rows but those of records, which need to know their table."""
    shape = ReadingShape({}, next((row for row in rows if isinstance(row, Text)), None), {})
    for row in rows:
        match row:
            case Attribute():
                shape.attributes[clark(row.name)] = row
            case TextChild():
                shape.children[clark(row.name)] = _text_handler(row)
            case InlineChild():
                shape.children[clark(row.name)] = _inline_handler(row)
    return shape


def extension_order(extension: Extension) -> tuple[str, int]:
    """Sort extensions as a document has them: attributes, text, elements; then each child's.

    >>> extension_order(Extension(name="mood", parent="title"))
    ('title', 2)
    """
    if extension.kind == "attribute":
        return extension.parent or "", 0
    return extension.parent or "", 1 if extension.name == STRAY_TEXT else 2


class Reader:
    """Reads the elements of one document.

    Attributes:
        place: the part of the document being read, such as ``item 3``, for problems.
    """

    def __init__(self, root: Element, on_problem: OnProblem) -> None:
        self.place = ""
        self._on_problem = on_problem
        self._prefixes = {address: prefix for prefix, address in root.nsmap.items() if prefix}

    def read(self, table: Table[Model], element: Element) -> Model | None:
        """Read an element, or give None where it lacks what its value can't be without."""
        values = self.values(reading_shape(table), element)
        for field in table.required:
            if field not in values:
                return None
        return self.build(table, values)

    def build(self, table: Table[Model], values: Values) -> Model:
        """Make the value, its extensions in the order in which they are written."""
        extensions = values.pop("extensions", None)
        if extensions and table.keeps_extensions:
            values["extensions"] = sorted(extensions, key=extension_order)
        return table.model(**values)

    def values(self, shape: ReadingShape, element: Element) -> Values:
        """Read what an element says of each field."""
        values: Values = {}
        for name, text in element.items():
            if text:  # an empty attribute says nothing
                self._read_attribute(shape, element, name, text, values)
        texts = [(element.text or "").strip(SPACE)]
        for child in element:
            name = tag(child)
            handle = shape.children.get(name) or shape.children.get(canonical(name))
            is_done = handle(child, values, self) if handle else self._pass_over(child)
            tail = child.tail
            tail = tail and tail.strip(SPACE)
            if not is_done:
                _add(values, _extension(child, tail or None))
            elif tail:
                texts.append(tail)
        if text := " ".join(filter(None, texts)):
            self._read_text(shape, element, text, values)
        return values

    def _read_attribute(
        self, shape: ReadingShape, element: Element, name: str, text: str, values: Values
    ) -> None:
        row = shape.attributes.get(name) or shape.attributes.get(canonical(name))
        if row is None:
            self.report("unknown-attribute", f"{name} is not known here; {_KEPT}", element, name)
        elif (value := self.value(row.codec, text, element, name)) is not None:
            values[row.field] = value
            return
        name = canonical(name)
        prefix = self._prefixes.get(split(name)[0])
        _add(values, Extension(name=name, kind="attribute", text=text, prefix=prefix))

    def _read_text(self, shape: ReadingShape, element: Element, text: str, values: Values) -> None:
        if shape.text is None:
            self.report("unknown-text", f"there should be no text here; {_KEPT}", element)
        elif (value := self.value(shape.text.codec, text, element)) is not None:
            values[shape.text.field] = value
            return
        _add(values, Extension(name=STRAY_TEXT, text=text))

    def value(
        self, codec: Codec, text: str, element: Element, attribute: str = ""
    ) -> object | None:
        """Read a text, or give None for what the codec doesn't understand."""
        try:
            value: object = codec.read(text)
        except Forgiven as forgiven:
            self.report("forgiven-value", str(forgiven), element, attribute)
            value = forgiven.value
        except ValueError as error:
            self.report("bad-value", f"{error}; {_KEPT}", element, attribute)
            value = None
        return value

    def _pass_over(self, element: Element) -> bool:
        return _is_empty(element) or self.objects("unknown-element", "is not known here", element)

    def objects(self, identifier: str, what: str, element: Element) -> bool:
        """Report an element that is not read but kept, and say no."""
        self.report(identifier, f"<{_spelled(element)}> {what}; {_KEPT}", element)
        return False

    def report(self, identifier: str, message: str, element: Element, attribute: str = "") -> None:
        """Report a problem with an element, or with an attribute of it."""
        name = f"{_spelled(element)} {local(attribute)}".rstrip()
        where = f"{self.place}, {name}" if self.place else name
        line = element.sourceline
        self._on_problem(Problem(id=identifier, message=message, where=where, line=line))


def _text_handler(row: TextChild) -> Handler:
    field, codec = row.field, row.codec
    handle_inline = _inline_handler(row)

    def handle(element: Element, values: Values, reader: Reader) -> bool:
        text = element.text
        text = text and text.strip(SPACE)
        if not text or field in values or len(element) or element.keys():
            return handle_inline(element, values, reader)
        value = reader.value(codec, text, element)
        if value is None:
            return False
        values[field] = value
        return True

    return handle


def _inline_handler(row: TextChild | InlineChild) -> Handler:
    shape = inline_shape(row)
    field = row.field if isinstance(row, TextChild) else row.rows[0].field
    parent = clark(row.name)

    def handle(element: Element, values: Values, reader: Reader) -> bool:
        if _is_empty(element):
            return True
        if field in values:
            return reader.objects("repeated-element", "may stand only once", element)
        inner = reader.values(shape, element)
        if field not in inner:
            return reader.objects("incomplete-element", "lacks its value", element)
        _adopt(inner, parent, values)
        return True

    return handle


def _record_handler(row: RecordChild, owner: Table[Any]) -> Handler:
    field, table = row.field, row.table or owner
    is_many, is_body = owner.is_many(field), row is owner.body
    name = local(clark(row.name))

    def handle(element: Element, values: Values, reader: Reader) -> bool:
        if field in values and not is_many:
            return reader.objects("repeated-element", "may stand only once", element)
        # Only records within their like can nest without end.
        if table is owner and sum(1 for _ in element.iterancestors()) > MAXIMUM_DEPTH:
            raise ParseError("elements nest too deeply", line=element.sourceline)
        around = reader.place
        if is_body:
            reader.place = f"{name} {len(values.get(field, ())) + 1}"
        record = reader.read(table, element)
        reader.place = around
        if record is None:
            what = f"lacks {' or '.join(table.required)}"
            return _is_empty(element) or reader.objects("incomplete-element", what, element)
        if is_many:
            values.setdefault(field, []).append(record)
        else:
            values[field] = record
        return True

    return handle


def _adopt(inner: Values, parent: str, values: Values) -> None:
    """Add what a child element says to what the value around it says."""
    for extension in inner.pop("extensions", ()):
        _add(values, attrs.evolve(extension, parent=parent))
    values |= inner


def _add(values: Values, extension: Extension) -> None:
    values.setdefault("extensions", []).append(extension)


def _extension(element: Element, tail: str | None) -> Extension:
    """Make an extension of an element; white space counts only beside other text."""
    text, tails = element.text, [child.tail for child in element]
    if not any(piece and piece.strip(SPACE) for piece in (text, *tails)):
        text, tails = None, [None] * len(tails)
    return Extension(
        name=canonical(tag(element)),
        text=text,
        attributes=tuple([(canonical(name), value) for name, value in element.items()]),
        children=tuple(map(_extension, element, tails)),
        tail=tail,
        prefix=element.prefix,
    )


def _is_empty(element: Element) -> bool:
    text = element.text
    return not (len(element) or any(element.values()) or (text and text.strip(SPACE)))


def _spelled(element: Element) -> str:
    prefix = f"{element.prefix}:" if element.prefix else ""
    return f"{prefix}{local(tag(element))}"

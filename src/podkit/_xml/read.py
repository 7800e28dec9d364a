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
from podkit.errors import OnProblem, ParseError, Problem
from podkit.models import Extension

__all__ = [
    "ROOT",
    "STRAY_TEXT",
    "Handler",
    "Reader",
    "ReadingShape",
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

    reader = Reader(root, on_problem, keeps_extensions=table.keeps_extensions)
    reader.place = local(tag(element))
    values = reader.values(reading_shape(table), element)
    reader.place = ""
    around = reader.values(attrs.evolve(ROOT, children={tag(element): is_the_one}), root)
    _adopt(around, canonical(tag(root)), values)
    return reader.build(table, values)


def read_root(table: Table[Model], root: Element, on_problem: OnProblem) -> Model:
    """Read a value that the root of a document holds."""
    reader = Reader(root, on_problem, keeps_extensions=table.keeps_extensions)
    return reader.build(table, reader.values(reading_shape(table), root))


@attrs.frozen
class ReadingShape:
    """What an element may carry, compiled for reading."""

    attributes: dict[str, Attribute]
    text: Text | None
    children: dict[str, Handler]
    constants: frozenset[str] = frozenset()


# What the root of a document may carry beside the element that holds the value.
ROOT = ReadingShape({}, None, {}, frozenset({"version"}))


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
    return ReadingShape(
        attributes={clark(row.name): row for row in rows if isinstance(row, Attribute)},
        text=next((row for row in rows if isinstance(row, Text)), None),
        children=dict(filter(None, (_child_handler(row, table) for row in rows))),
        constants=frozenset(clark(row.name) for row in rows if isinstance(row, Constant)),
    )


def _child_handler(row: Row, table: Table[Any]) -> tuple[str, Handler] | None:
    match row:
        case TextChild():
            is_many = table.is_many(row.field)
            handler = _texts_handler(row) if is_many else _text_handler(row, table)
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


class Reader:
    """Reads the elements of one document.

    Args:
        root: the document's root.
        on_problem: receives what was forgiven or is kept as it is.
        keeps_extensions: whether the document's value has a place for what no row reads.

    Attributes:
        place: the part of the document being read, such as ``item 3``, for problems.
    """

    def __init__(self, root: Element, on_problem: OnProblem, *, keeps_extensions: bool) -> None:
        self.place = ""
        self._on_problem = on_problem
        self._keeps_extensions = keeps_extensions
        self._prefixes = {address: prefix for prefix, address in root.nsmap.items() if prefix}

    def read(self, table: Table[Model], element: Element) -> Model | None:
        """Read an element, or report it and give None where its value would not say all."""
        values = self.values(reading_shape(table), element)
        for field in table.required:
            if field not in values:
                if not _is_empty(element):
                    what = f"lacks {' or '.join(table.required)}"
                    self.objects("incomplete-element", what, element)
                return None
        if "extensions" in values and self._keeps_extensions and not table.keeps_extensions:
            self.objects("unknown-content", "holds more than its value could", element)
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
        if row is None and name in shape.constants:
            return
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

    def repeats(self, element: Element) -> bool:
        """Report an element that stands once more than it may, and say no."""
        return self.objects("repeated-element", "may stand only once", element)

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


def _text_handler(row: TextChild, table: Table[Any]) -> Handler:
    field, codec = row.field, row.codec
    handle_inline = _inline_handler(row, table)

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


def _texts_handler(row: TextChild) -> Handler:
    field, codec = row.field, row.codec

    def handle(element: Element, values: Values, reader: Reader) -> bool:
        if len(element) or any(element.values()):
            return reader.objects("not-text", "should hold nothing but text", element)
        text = (element.text or "").strip(SPACE)
        value = reader.value(codec, text, element) if text else None
        if value is not None:
            values.setdefault(field, []).append(value)
        return not text or value is not None

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
        if _is_empty(element):
            return True
        if field in values:
            return reader.repeats(element)
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
            return reader.repeats(element)
        # Only records within their like can nest without end.
        if table is owner and sum(1 for _ in element.iterancestors()) > MAXIMUM_DEPTH:
            raise ParseError("elements nest too deeply", line=element.sourceline)
        around = reader.place
        if is_body:
            reader.place = f"{name} {len(values.get(field, ())) + 1}"
        record = reader.read(table, element)
        reader.place = around
        if record is None:
            return _is_empty(element)
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

"""Writes values as XML by their tables; what is written reads back equal, or is refused.

Elements are made as text from the leaves up, so that the root can declare just those namespaces
that were used. `podkit._xml.spell` has their spelling.
"""

import functools
import io
from collections.abc import Callable, Iterable
from itertools import compress
from operator import attrgetter, is_not
from typing import IO, Any, TypeAlias, cast

import attrs

from podkit._xml.extensions import Extensions, Extra, Place
from podkit._xml.namespaces import SPACE, clark
from podkit._xml.rows import (
    MAXIMUM_DEPTH,
    Attribute,
    Codec,
    Constant,
    FlagChild,
    InlineChild,
    Model,
    RecordChild,
    Row,
    Table,
    Text,
    TextChild,
    fields_of,
)
from podkit._xml.spell import (
    Names,
    encoded,
    escaped,
    escaped_attribute,
    spelled_element,
    stripped,
)
from podkit.errors import UnrepresentableError

__all__ = ["DocumentWriter", "write_document", "write_root"]

# Marks where the body goes; XML can't hold it, so that no value has it.
_BODY = "\0"


def write_document(
    table: Table[Model], value: Model, *, name: str, root: str, version: str
) -> bytes:
    """Write a value as the element ``name`` within the element ``root``.

    Raises:
        UnrepresentableError: the value has something that the document can't carry.
    """
    body = io.BytesIO()
    document = DocumentWriter(table, name=name, root=root, version=version)
    if table.body:
        document.write_body(getattr(value, table.body.field, ()), body)
    start, end = document.around(value)
    return b"".join((start, body.getbuffer(), end))


class DocumentWriter:
    """Writes a document whose body may be longer than what fits into memory.

    The root declares the namespaces that were used, so that it is written when all else is.

    Args:
        table: how the value of the document is written.
        name: the element of the value.
        root: the element around it.
        version: the version of the root.
    """

    def __init__(self, table: Table[Any], *, name: str, root: str, version: str) -> None:
        self._writer = _Writer(root)
        self._table = table
        self._name = name
        self._start = f'<{root} version="{version}"'
        self._end = f"</{root}>"

    def write_body(self, records: Iterable[attrs.AttrsInstance], file: IO[bytes]) -> None:
        """Write the records of the table's body, one after the other, into a file.

        Raises:
            UnrepresentableError: a record has something that the document can't carry.
        """
        row = cast(RecordChild, self._table.body)
        self._writer.names.prefixes_used.add(_prefix(row.name))
        for index, record in enumerate(records):
            path = f"{row.field}[{index}]"
            element = self._writer.record(row.table or self._table, row.name, record, path, 2)
            file.write(encoded(f"\n    {element}", record, path))
            self._writer.body = _BODY

    def around(self, value: attrs.AttrsInstance) -> tuple[bytes, bytes]:
        """Give what comes before the body and after it; what the value has of a body is left out.

        Raises:
            UnrepresentableError: the value has something that the document can't carry.
        """
        writer = self._writer
        element = writer.record(self._table, self._name, value, "", 1)
        extra = writer.around
        lines = "".join(f"\n  {line}" for line in (element, *extra.elements))
        text = (
            f"<?xml version='1.0' encoding='UTF-8'?>\n{self._start}{writer.names.declarations()}"
            f"{''.join(extra.attributes)}>{extra.text}{lines}\n{self._end}\n"
        )
        start, _, end = text.partition(writer.body) if writer.body else (text, "", "")
        return encoded(start, value, ""), encoded(end, value, "")


def write_root(table: Table[Model], value: Model, *, name: str) -> bytes:
    """Write a value as a document whose root is the element ``name``.

    Raises:
        UnrepresentableError: the value has something that the document can't carry.
    """
    writer = _Writer(name)
    writer.names.prefixes_used.add(_prefix(name))
    start = f"<{name}"
    content = writer.record(table, name, value, "", 0).removeprefix(start)
    start += writer.names.declarations()
    text = f"<?xml version='1.0' encoding='UTF-8'?>\n{start}{content}\n"
    return encoded(text, value, "")


# Adds to the elements what one row says of a field that holds more than its default.
_RowWriter: TypeAlias = Callable[["_Writer", Place, list[str]], None]
# Gives the row writers for the fields of a value that hold more than their defaults.
_Present: TypeAlias = Callable[[object], Iterable[_RowWriter]]


@attrs.frozen
class _Shape:
    """What an element may carry, compiled for writing."""

    constants: str
    attributes: tuple[Attribute, ...]
    text: Text | None
    children: _Present


@functools.cache
def _writing_shape(table: Table[Any]) -> _Shape:
    """Compile a table, once."""
    return _shape(table.rows, table)


def _shape(rows: tuple[Row, ...], table: Table[Any]) -> _Shape:
    """Compile rows that write fields of the table's model."""
    constants = (row for row in rows if isinstance(row, Constant))
    children = [pair for row in rows for pair in _child_writers(row, table)]
    return _Shape(
        constants="".join(f' {row.name}="{escaped_attribute(row.value)}"' for row in constants),
        attributes=tuple(row for row in rows if isinstance(row, Attribute)),
        text=next((row for row in rows if isinstance(row, Text)), None),
        children=_present(children, table),
    )


def _present(children: list[tuple[str, _RowWriter]], table: Table[Any]) -> _Present:
    """Compile a search for the fields that hold more than their defaults.

    Of a hundred fields few do: so all are fetched, and compared by identity, in single calls.
    """
    if not children:
        return lambda _value: ()
    fields = attrs.fields_dict(table.model)
    # Given two names or more, attrgetter gives a tuple.
    held_by = attrgetter(*(field for field, _ in children), "__class__")
    defaults = [fields[field].default for field, _ in children]
    writers = [write for _, write in children]

    return lambda value: compress(writers, map(is_not, held_by(value), defaults))


def _child_writers(row: Row, table: Table[Any]) -> list[tuple[str, _RowWriter]]:
    """Compile a child element: what there is to do for each of its fields."""
    match row:
        case TextChild():
            is_many = table.is_many(row.field)
            return [(row.field, _texts_writer(row) if is_many else _text_writer(row, table))]
        case FlagChild():
            return [(row.field, _flag_writer(row, table))]
        case InlineChild():
            main, *others = fields_of(row)
            return [
                (main, _inline_writer(row, table)),
                *((field, _check_of(main, field, row.name)) for field in others),
            ]
        case RecordChild():
            return [(row.field, _record_writer(row, table))]
    return []


def _text_writer(row: TextChild, table: Table[Any]) -> _RowWriter:
    name, prefix, parent = row.name, _prefix(row.name), clark(row.name)
    field, codec = row.field, row.codec
    shape = _shape((Text(row.field, row.codec),), table)

    def write(writer: _Writer, place: Place, elements: list[str]) -> None:
        writer.names.prefixes_used.add(prefix)
        if parent in place.extras:
            elements.append(writer.tag(shape, name, place.within(), parent))
        else:
            text = _element_text(codec, getattr(place.value, field), place, field)
            elements.append(f"<{name}>{text}</{name}>")

    return write


def _texts_writer(row: TextChild) -> _RowWriter:
    name, prefix = row.name, _prefix(row.name)

    def write(writer: _Writer, place: Place, elements: list[str]) -> None:
        writer.names.prefixes_used.add(prefix)
        for index, value in enumerate(getattr(place.value, row.field)):
            text = _element_text(row.codec, value, place, f"{row.field}[{index}]")
            elements.append(f"<{name}>{text}</{name}>")

    return write


def _flag_writer(row: FlagChild, table: Table[Any]) -> _RowWriter:
    name, prefix, parent = row.name, _prefix(row.name), clark(row.name)
    shape = _shape((), table)

    def write(writer: _Writer, place: Place, elements: list[str]) -> None:
        writer.names.prefixes_used.add(prefix)
        elements.append(writer.tag(shape, name, place.within(), parent))

    return write


def _inline_writer(row: InlineChild, table: Table[Any]) -> _RowWriter:
    name, prefix, parent = row.name, _prefix(row.name), clark(row.name)
    shape = _shape(row.rows, table)

    def write(writer: _Writer, place: Place, elements: list[str]) -> None:
        writer.names.prefixes_used.add(prefix)
        elements.append(writer.tag(shape, name, place.within(), parent))

    return write


def _check_of(main: str, field: str, name: str) -> _RowWriter:
    """Make a check that a field of a child element stands beside what the element is for."""

    def check(_writer: _Writer, place: Place, _elements: list[str]) -> None:
        if getattr(place.value, main) in (None, ()):
            message = f"stands on <{name}>, which needs {main}"
            raise UnrepresentableError(message, where=place.field(field))

    return check


def _record_writer(row: RecordChild, owner: Table[Any]) -> _RowWriter:
    name, prefix, field = row.name, _prefix(row.name), row.field
    table, is_many = row.table or owner, owner.is_many(row.field)

    def write(writer: _Writer, place: Place, elements: list[str]) -> None:
        writer.names.prefixes_used.add(prefix)
        held = getattr(place.value, field)
        path, depth = place.field(field), place.depth + 1
        if is_many:
            for index, record in enumerate(held):
                elements.append(writer.record(table, name, record, f"{path}[{index}]", depth))
        else:
            elements.append(writer.record(table, name, held, path, depth))

    return write


class _Writer:
    """Writes the elements of one document.

    Attributes:
        names: what spells the names, and knows which prefixes were used.
        around: what extensions add to the document's root.
        body: what marks the place of the document's body, if it has one.
    """

    def __init__(self, root: str) -> None:
        self.names = Names()
        self.around = Extra()
        self.body = ""
        self._root = clark(root)

    def record(
        self, table: Table[Any], name: str, value: attrs.AttrsInstance, path: str, depth: int
    ) -> str:
        """Write a value as an element."""
        if type(value) is not table.model:
            kinds = f"{table.model.__name__}, not {type(value).__name__}"
            raise UnrepresentableError(f"<{name}> is for values of {kinds}", where=path)
        if depth > MAXIMUM_DEPTH:
            raise UnrepresentableError("elements would nest too deeply", where=path)
        place = Place(value, path, depth, {})
        extensions = getattr(value, "extensions", ())
        if extensions:
            Extensions(self.names, table, place).write(extensions)
        if depth == 1 and self.body:
            place.extras.setdefault(None, Extra()).elements.append(self.body)
        for field in table.unwritten:
            if getattr(value, field.name) != field.default:
                raise UnrepresentableError(
                    f"<{name}> can't say this", where=place.field(field.name)
                )
        element = self.tag(_writing_shape(table), name, place, None)
        if depth == 1:
            self.around = place.extras.pop(self._root, self.around)
        for parent in place.extras:
            raise UnrepresentableError(
                f"there is no <{parent}> to carry an extension", where=place.field("extensions")
            )
        return element

    def tag(self, shape: _Shape, name: str, place: Place, parent: str | None) -> str:
        """Write an element that carries fields of a value, and what extensions add to it."""
        value = place.value
        attributes = [
            f' {row.name}="{_attribute_text(row, held, place)}"'
            for row in shape.attributes
            if (held := getattr(value, row.field)) is not None
        ]
        text = ""
        if shape.text and (held := getattr(value, shape.text.field)) is not None:
            text = _element_text(shape.text.codec, held, place, shape.text.field)
        elements: list[str] = []
        for write in shape.children(value):
            write(self, place, elements)
        if parent in place.extras:
            extra = place.extras.pop(parent)
            attributes += extra.attributes
            text = text or extra.text
            elements += extra.elements
        start = shape.constants + "".join(attributes)
        return spelled_element(name, start, text, elements, place.depth)


def _element_text(codec: Codec, held: object, place: Place, field: str) -> str:
    try:
        text = codec.write(held)
    except ValueError as error:
        raise UnrepresentableError(str(error), where=place.field(field)) from error
    if not text or text[0] in SPACE or text[-1] in SPACE:
        text = stripped(text, place.field(field))
    # CDATA has no way to spell its own end, nor a carriage return.
    if codec.is_markup and ("<" in text or "&" in text) and not ("]]>" in text or "\r" in text):
        return f"<![CDATA[{text}]]>"
    return escaped(text)


def _attribute_text(row: Attribute, held: object, place: Place) -> str:
    try:
        text = row.codec.write(held)
    except ValueError as error:
        raise UnrepresentableError(str(error), where=place.field(row.field)) from error
    if not text:
        message = "an empty text says nothing: give None"
        raise UnrepresentableError(message, where=place.field(row.field))
    return escaped_attribute(text)


def _prefix(name: str) -> str:
    return name.rpartition(":")[0]

"""Writes values as XML by their tables; what is written reads back equal, or is refused.

Elements are made as text from the leaves up, so that the root can declare just those namespaces
that were used. White space is put only where reading passes over it.
"""

import functools
import io
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import compress
from operator import attrgetter, is_not
from typing import IO, Any, TypeAlias, TypeGuard, cast

import attrs
from lxml import etree

from podkit._xml.namespaces import NAMESPACES, SPACE, XML_NAMESPACE, canonical, clark, split
from podkit._xml.read import (
    ROOT,
    STRAY_TEXT,
    Handler,
    Reader,
    ReadingShape,
    Values,
    extension_order,
    inline_shape,
    reading_shape,
)
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
    fields_of,
)
from podkit.errors import UnrepresentableError, ignore
from podkit.models import Extension

__all__ = ["DocumentWriter", "write_document", "write_root"]

# Marks where the body goes; XML can't hold it, so that no value has it.
_BODY = "\0"
_MAXIMUM_EXTENSION_DEPTH = 250  # libxml2 refuses to read 256
_START = "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
_START += "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
# A name without a colon: Namespaces in XML 1.0, section 3.
_NAME = re.compile(f"[{_START}][{_START}\\-.0-9\xb7\u0300-\u036f\u203f\u2040]*")
_XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_BYTES = bytes(set(range(32)) - {9, 10, 13})


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
    return start + body.getvalue() + end


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
        self._writer.prefixes_used.add(_prefix(row.name))
        for index, record in enumerate(records):
            path = f"{row.field}[{index}]"
            element = self._writer.record(row.table or self._table, row.name, record, path, 2)
            file.write(_encoded(f"\n    {element}", record, path))
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
            f"<?xml version='1.0' encoding='UTF-8'?>\n{self._start}{writer.declarations()}"
            f"{''.join(extra.attributes)}>{extra.text}{lines}\n{self._end}\n"
        )
        start, _, end = text.partition(writer.body) if writer.body else (text, "", "")
        return _encoded(start, value, ""), _encoded(end, value, "")


def write_root(table: Table[Model], value: Model, *, name: str) -> bytes:
    """Write a value as a document whose root is the element ``name``.

    Raises:
        UnrepresentableError: the value has something that the document can't carry.
    """
    writer = _Writer(name)
    writer.prefixes_used.add(_prefix(name))
    start = f"<{name}"
    content = writer.record(table, name, value, "", 0).removeprefix(start)
    text = f"<?xml version='1.0' encoding='UTF-8'?>\n{start}{writer.declarations()}{content}\n"
    return _encoded(text, value, "")


@attrs.define
class _Extra:
    """What extensions add to an element, as XML."""

    attributes: list[str] = attrs.Factory(list)
    text: str = ""
    elements: list[str] = attrs.Factory(list)


@attrs.define  # which is made faster than a frozen class
class _Place:
    """A value being written: where it stands, and what its extensions add to which element."""

    value: attrs.AttrsInstance
    path: str
    depth: int
    extras: dict[str | None, _Extra]

    def field(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def within(self) -> "_Place":
        """Give the place of what stands in a child element, yet belongs to the same value."""
        return _Place(self.value, self.path, self.depth + 1, self.extras)


# Adds to the elements what one row says of a field that holds more than its default.
_RowWriter: TypeAlias = Callable[["_Writer", _Place, list[str]], None]
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
        constants="".join(f' {row.name}="{_escaped_attribute(row.value)}"' for row in constants),
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

    def write(writer: _Writer, place: _Place, elements: list[str]) -> None:
        writer.prefixes_used.add(prefix)
        if parent in place.extras:
            elements.append(writer.tag(shape, name, place.within(), parent))
        else:
            text = _element_text(codec, getattr(place.value, field), place, field)
            elements.append(f"<{name}>{text}</{name}>")

    return write


def _texts_writer(row: TextChild) -> _RowWriter:
    name, prefix = row.name, _prefix(row.name)

    def write(writer: _Writer, place: _Place, elements: list[str]) -> None:
        writer.prefixes_used.add(prefix)
        for index, value in enumerate(getattr(place.value, row.field)):
            text = _element_text(row.codec, value, place, f"{row.field}[{index}]")
            elements.append(f"<{name}>{text}</{name}>")

    return write


def _flag_writer(row: FlagChild, table: Table[Any]) -> _RowWriter:
    name, prefix, parent = row.name, _prefix(row.name), clark(row.name)
    shape = _shape((), table)

    def write(writer: _Writer, place: _Place, elements: list[str]) -> None:
        writer.prefixes_used.add(prefix)
        elements.append(writer.tag(shape, name, place.within(), parent))

    return write


def _inline_writer(row: InlineChild, table: Table[Any]) -> _RowWriter:
    name, prefix, parent = row.name, _prefix(row.name), clark(row.name)
    shape = _shape(row.rows, table)

    def write(writer: _Writer, place: _Place, elements: list[str]) -> None:
        writer.prefixes_used.add(prefix)
        elements.append(writer.tag(shape, name, place.within(), parent))

    return write


def _check_of(main: str, field: str, name: str) -> _RowWriter:
    """Make a check that a field of a child element stands beside what the element is for."""

    def check(_writer: _Writer, place: _Place, _elements: list[str]) -> None:
        if getattr(place.value, main) in (None, ()):
            message = f"stands on <{name}>, which needs {main}"
            raise UnrepresentableError(message, where=place.field(field))

    return check


def _record_writer(row: RecordChild, owner: Table[Any]) -> _RowWriter:
    name, prefix, field = row.name, _prefix(row.name), row.field
    table, is_many = row.table or owner, owner.is_many(row.field)

    def write(writer: _Writer, place: _Place, elements: list[str]) -> None:
        writer.prefixes_used.add(prefix)
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
        prefixes_used: those of the tables' namespaces.
        around: what extensions add to the document's root.
        body: what marks the place of the document's body, if it has one.
    """

    def __init__(self, root: str) -> None:
        self.prefixes_used: set[str] = set()
        self.around = _Extra()
        self.body = ""
        self._root = clark(root)
        self._prefixes = {address: prefix for prefix, address in NAMESPACES.items()}
        self._prefixes[XML_NAMESPACE] = "xml"
        self._taken = set(self._prefixes.values())
        self._numbered = (f"ns{number}" for number in itertools.count(1))

    def declarations(self) -> str:
        """Declare the namespaces used so far, in the order of their prefixes."""
        addresses = {prefix: address for address, prefix in self._prefixes.items()}
        return "".join(
            f' xmlns:{prefix}="{_escaped_attribute(addresses[prefix])}"'
            for prefix in sorted(self.prefixes_used - {"", "xml"})
        )

    def record(
        self, table: Table[Any], name: str, value: attrs.AttrsInstance, path: str, depth: int
    ) -> str:
        """Write a value as an element."""
        if type(value) is not table.model:
            kinds = f"{table.model.__name__}, not {type(value).__name__}"
            raise UnrepresentableError(f"<{name}> is for values of {kinds}", where=path)
        if depth > MAXIMUM_DEPTH:
            raise UnrepresentableError("elements would nest too deeply", where=path)
        place = _Place(value, path, depth, {})
        extensions = getattr(value, "extensions", ())
        if extensions:
            _Extensions(self, table, place).write(extensions)
        if depth == 1 and self.body:
            place.extras.setdefault(None, _Extra()).elements.append(self.body)
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

    def tag(self, shape: _Shape, name: str, place: _Place, parent: str | None) -> str:
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
        return _tag(name, start, text, elements, place.depth)

    def extension(self, extension: Extension, where: str, depth: int) -> str:
        """Write an element that was kept as it is, without its tail."""
        if depth > _MAXIMUM_EXTENSION_DEPTH:
            raise UnrepresentableError("elements would nest too deeply", where=where)
        children = extension.children
        texts = [extension.text, *(child.tail for child in children)]
        is_mixed = any(text is not None for text in texts)
        if "" in texts or (is_mixed and not any(text and text.strip(SPACE) for text in texts)):
            raise UnrepresentableError("white space alone is no text: give None", where=where)
        elements = []
        for index, child in enumerate(children):
            path = f"{where}.children[{index}]"
            if child.kind != "element" or child.parent is not None:
                raise UnrepresentableError("a child is an element without parent", where=path)
            tail = _escaped(child.tail or "")
            elements.append(self.extension(child, path, depth + 1) + tail)
        name = self.name(extension.name, extension.prefix, where)
        attributes = [
            (self.attribute_name(name, None, where), text) for name, text in extension.attributes
        ]
        if len(dict(attributes)) < len(attributes):
            raise UnrepresentableError("an attribute can stand only once", where=where)
        start = "".join(f' {name}="{_escaped_attribute(text)}"' for name, text in attributes)
        if is_mixed:
            content = _escaped(extension.text or "") + "".join(elements)
            return f"<{name}{start}>{content}</{name}>"
        return _tag(name, start, "", elements, depth)

    def name(self, name: str, hint: str | None, where: str) -> str:
        """Spell a Clark name with its namespace's prefix: the usual one, the hint or a new one."""
        namespace, local_name = split(name)
        if not _NAME.fullmatch(local_name) or "{}" in name or namespace == _XMLNS_NAMESPACE:
            raise UnrepresentableError(f"{name!r} can't be a name in XML", where=where)
        if canonical(name) != name:
            raise UnrepresentableError(f"{name!r} is spelled {canonical(name)!r}", where=where)
        if namespace not in self._prefixes:
            self._prefixes[namespace] = self._new_prefix(hint or "")
        prefix = self._prefixes[namespace]
        self.prefixes_used.add(prefix)
        return f"{prefix}:{local_name}" if prefix else local_name

    def attribute_name(self, name: str, hint: str | None, where: str) -> str:
        """Spell an attribute's name."""
        if name == "xmlns":
            raise UnrepresentableError("a namespace is declared by being used", where=where)
        return self.name(name, hint, where)

    def _new_prefix(self, hint: str) -> str:
        is_free = hint not in self._taken and not hint.lower().startswith("xml")
        if not (_NAME.fullmatch(hint) and is_free):
            hint = next(prefix for prefix in self._numbered if prefix not in self._taken)
        self._taken.add(hint)
        return hint


class _Extensions:
    """Writes a value's extensions, each checked to read back as the extension that it is."""

    def __init__(self, writer: _Writer, table: Table[Any], place: _Place) -> None:
        self._writer = writer
        self._table = table
        self._place = place
        self._seen: set[tuple[str | None, str]] = set()

    def write(self, extensions: tuple[Extension, ...]) -> None:
        """Add to the place's extras what the extensions come to."""
        orders = list(map(extension_order, extensions))
        if orders != sorted(orders):
            raise UnrepresentableError(
                "an element's attributes come first, its text next, then its children; and last "
                "what other elements carry, by the names of these parents",
                where=self._place.field("extensions"),
            )
        for index, extension in enumerate(extensions):
            where = self._place.field(f"extensions[{index}]")
            if extension.kind == "json":
                raise UnrepresentableError("XML has no place for a key of JSON", where=where)
            shape, depth = self._carrier(extension.parent)
            extra = self._place.extras.setdefault(extension.parent, _Extra())
            if extension.kind == "attribute":
                extra.attributes.append(self._attribute(extension, shape, where))
            elif extension.name == STRAY_TEXT:
                extra.text = self._text(extension, shape, where)
            else:
                extra.elements.append(self._element(extension, shape, where, depth + 1))

    def _carrier(self, parent: str | None) -> tuple[ReadingShape, int]:
        """Say what the reader looks for in the element that carries an extension, and its depth."""
        depth = self._place.depth
        if parent is None:
            return reading_shape(self._table), depth
        for row in self._table.rows:
            if self._can_carry(row) and clark(row.name) == parent:
                return inline_shape(row, self._table), depth + 1
        return ROOT, depth - 1

    def _can_carry(self, row: Row) -> TypeGuard[TextChild | FlagChild | InlineChild]:
        if isinstance(row, TextChild):
            return not self._table.is_many(row.field)
        return isinstance(row, FlagChild | InlineChild)

    def _attribute(self, extension: Extension, shape: ReadingShape, where: str) -> str:
        if extension.name in shape.constants:
            raise UnrepresentableError(f"the format sets {extension.name} itself", where=where)
        name = self._writer.attribute_name(extension.name, extension.prefix, where)
        self._check_single(extension, shape.attributes.get(extension.name), where)
        if not extension.text:
            raise UnrepresentableError("an empty attribute says nothing", where=where)
        return f' {name}="{_escaped_attribute(extension.text)}"'

    def _text(self, extension: Extension, shape: ReadingShape, where: str) -> str:
        self._check_single(extension, shape.text, where)
        return _escaped(_stripped(extension.text or "", where))

    def _check_single(self, extension: Extension, row: Attribute | Text | None, where: str) -> None:
        """Refuse an attribute or text that is no text alone, that repeats, or that is a field."""
        if extension.attributes or extension.children or extension.tail is not None:
            raise UnrepresentableError("only an element can hold more than text", where=where)
        place = (extension.parent, extension.name)
        if place in self._seen:
            raise UnrepresentableError(f"{extension.name} stands here already", where=where)
        self._seen.add(place)
        if row is None:
            return
        value = getattr(self._place.value, row.field, None)
        if value is not None or _understands(row.codec, extension.text or ""):
            raise UnrepresentableError(f"this is the field {row.field}: set it", where=where)

    def _element(self, extension: Extension, shape: ReadingShape, where: str, depth: int) -> str:
        if not (extension.text or extension.children or any(dict(extension.attributes).values())):
            raise UnrepresentableError("an element that holds nothing says nothing", where=where)
        element = self._writer.extension(extension, where, depth)
        handle = shape.children.get(extension.name)
        body = self._table.body
        # A record of the body that stands around the value is read as if within.
        if shape is ROOT and body and clark(body.name) == extension.name:
            raise UnrepresentableError("a field holds what this says: set it instead", where=where)
        if handle and self._is_read(handle, element):
            raise UnrepresentableError("a field holds what this says: set it instead", where=where)
        tail = "" if extension.tail is None else f" {_escaped(_stripped(extension.tail, where))}"
        return element + tail

    def _is_read(self, handle: Handler, element: str) -> bool:
        document = f"<x{self._writer.declarations()}>{element}</x>".encode("utf-8", "replace")
        root = etree.fromstring(document, etree.XMLParser(recover=True, resolve_entities=False))
        reader = Reader(root, ignore, keeps_extensions=True)
        return handle(root[0], dict(self._values), reader)

    @functools.cached_property
    def _values(self) -> Values:
        """What the reader has read of the value when it comes to the extensions."""
        value = self._place.value
        fields = {field: getattr(value, field.name) for field in attrs.fields(type(value))}
        return {
            field.name: list(held) if isinstance(held, tuple) else held
            for field, held in fields.items()
            if held != field.default
        }


def _understands(codec: Codec, text: str) -> bool:
    try:
        codec.read(text)
    except Forgiven:
        return True
    except ValueError:
        return False
    return True


def _element_text(codec: Codec, held: object, place: _Place, field: str) -> str:
    try:
        text = codec.write(held)
    except ValueError as error:
        raise UnrepresentableError(str(error), where=place.field(field)) from error
    if not text or text[0] in SPACE or text[-1] in SPACE:
        text = _stripped(text, place.field(field))
    # CDATA has no way to spell its own end, nor a carriage return.
    if codec.is_markup and ("<" in text or "&" in text) and not ("]]>" in text or "\r" in text):
        return f"<![CDATA[{text}]]>"
    return _escaped(text)


def _attribute_text(row: Attribute, held: object, place: _Place) -> str:
    try:
        text = row.codec.write(held)
    except ValueError as error:
        raise UnrepresentableError(str(error), where=place.field(row.field)) from error
    if not text:
        message = "an empty text says nothing: give None"
        raise UnrepresentableError(message, where=place.field(row.field))
    return _escaped_attribute(text)


def _stripped(text: str, where: str) -> str:
    """Give a text unchanged, or refuse it: readers pass over white space around it."""
    if not text:
        raise UnrepresentableError("an empty text says nothing: give None", where=where)
    if text.strip(SPACE) != text:
        raise UnrepresentableError("white space around a text is lost: strip it", where=where)
    return text


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def _escaped_attribute(text: str) -> str:
    text = _escaped(text).replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\t", "&#9;")


def _tag(name: str, attributes: str, text: str, elements: list[str], depth: int) -> str:
    indent = "\n" + "  " * depth
    content = text + "".join(f"{indent}  {element}" for element in elements)
    if not content:
        return f"<{name}{attributes}/>"
    return f"<{name}{attributes}>{content}{indent if elements else ''}</{name}>"


def _prefix(name: str) -> str:
    return name.rpartition(":")[0]


def _encoded(text: str, value: object, path: str) -> bytes:
    """Encode what was written of a value, or say which part of it XML can't hold."""
    if "\ufffe" not in text and "\uffff" not in text:
        try:
            data = text.encode()
        except UnicodeEncodeError:
            pass
        else:
            if len(data.translate(None, _FORBIDDEN_BYTES)) == len(data):
                return data
    path, character = next(_forbidden(value, path))
    raise UnrepresentableError(f"XML can't hold U+{ord(character):04X}", where=path)


def _forbidden(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Find the characters that XML can't hold, each with the path of its field."""
    if isinstance(value, str):
        yield from ((path, match[0]) for match in _FORBIDDEN.finditer(value))
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            yield from _forbidden(member, f"{path}[{index}]")
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            inner = f"{path}.{field.name}" if path else field.name
            yield from _forbidden(getattr(value, field.name), inner)

"""Writes values as XML by their tables; what is written reads back equal, or is refused.

Elements are made as text from the leaves up, so that the root can declare just those namespaces
that were used. White space is put only where reading passes over it.
"""

import functools
import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, TypeGuard

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
)
from podkit.errors import UnrepresentableError, ignore
from podkit.models import Extension

__all__ = ["write_document", "write_root"]

# What fields hold that say nothing.
_ABSENT = (None, ())
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
    writer = _Writer(root)
    element = writer.record(table, name, value, "", 1)
    extra = writer.around
    lines = "".join(f"\n  {line}" for line in (element, *extra.elements))
    text = (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        f'<{root} version="{version}"{writer.declarations()}{"".join(extra.attributes)}>'
        f"{extra.text}{lines}\n</{root}>\n"
    )
    return _encoded(text, value)


def write_root(table: Table[Model], value: Model, *, name: str) -> bytes:
    """Write a value as a document whose root is the element ``name``.

    Raises:
        UnrepresentableError: the value has something that the document can't carry.
    """
    writer = _Writer(name)
    start = f"<{name}"
    content = writer.record(table, name, value, "", 0).removeprefix(start)
    text = f"<?xml version='1.0' encoding='UTF-8'?>\n{start}{writer.declarations()}{content}\n"
    return _encoded(text, value)


@attrs.define
class _Extra:
    """What extensions add to an element, as XML."""

    attributes: list[str] = attrs.Factory(list)
    text: str = ""
    elements: list[str] = attrs.Factory(list)


@attrs.frozen
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


# Writes the child elements that one row describes.
_RowWriter: TypeAlias = Callable[["_Writer", _Place], Iterator[str]]


@attrs.frozen
class _Shape:
    """What an element may carry, compiled for writing."""

    constants: str
    attributes: tuple[Attribute, ...]
    text: Text | None
    children: tuple[_RowWriter, ...]
    body: tuple[_RowWriter, ...] = ()


@functools.cache
def _writing_shape(table: Table[Any]) -> _Shape:
    """Compile a table, once."""
    body = (_record_writer(table.body, table),) if table.body else ()
    return attrs.evolve(_shape(table.rows, table), body=body)


def _shape(rows: tuple[Row, ...], table: Table[Any]) -> _Shape:
    """Compile rows that write fields of the table's model."""
    constants = (row for row in rows if isinstance(row, Constant))
    return _Shape(
        constants="".join(f' {row.name}="{_escaped_attribute(row.value)}"' for row in constants),
        attributes=tuple(row for row in rows if isinstance(row, Attribute)),
        text=next((row for row in rows if isinstance(row, Text)), None),
        children=tuple(filter(None, (_child_writer(row, table) for row in rows))),
    )


def _child_writer(row: Row, table: Table[Any]) -> _RowWriter | None:
    match row:
        case TextChild():
            return _texts_writer(row) if table.is_many(row.field) else _text_writer(row, table)
        case FlagChild():
            return _flag_writer(row, table)
        case InlineChild():
            return _inline_writer(row, table)
        case RecordChild():
            return _record_writer(row, table)
    return None


def _text_writer(row: TextChild, table: Table[Any]) -> _RowWriter:
    name, prefix, parent = row.name, _prefix(row.name), clark(row.name)
    shape = _shape((Text(row.field, row.codec),), table)

    def write(writer: _Writer, place: _Place) -> Iterator[str]:
        value = getattr(place.value, row.field)
        if value is not None:
            writer.prefixes_used.add(prefix)
            if parent in place.extras:
                yield writer.tag(shape, name, place.within(), parent)
            else:
                yield f"<{name}>{_element_text(row.codec, value, place.field(row.field))}</{name}>"

    return write


def _texts_writer(row: TextChild) -> _RowWriter:
    name, prefix = row.name, _prefix(row.name)

    def write(writer: _Writer, place: _Place) -> Iterator[str]:
        for index, value in enumerate(getattr(place.value, row.field)):
            writer.prefixes_used.add(prefix)
            where = f"{place.field(row.field)}[{index}]"
            yield f"<{name}>{_element_text(row.codec, value, where)}</{name}>"

    return write


def _flag_writer(row: FlagChild, table: Table[Any]) -> _RowWriter:
    name, prefix, parent = row.name, _prefix(row.name), clark(row.name)
    shape = _shape((), table)

    def write(writer: _Writer, place: _Place) -> Iterator[str]:
        if getattr(place.value, row.field):
            writer.prefixes_used.add(prefix)
            yield writer.tag(shape, name, place.within(), parent)

    return write


def _inline_writer(row: InlineChild, table: Table[Any]) -> _RowWriter:
    name, prefix, parent = row.name, _prefix(row.name), clark(row.name)
    shape = _shape(row.rows, table)
    main, *others = (inner.field for inner in row.rows)

    def write(writer: _Writer, place: _Place) -> Iterator[str]:
        if getattr(place.value, main) not in _ABSENT:
            writer.prefixes_used.add(prefix)
            yield writer.tag(shape, name, place.within(), parent)
            return
        for field in others:
            if getattr(place.value, field) not in _ABSENT:
                raise UnrepresentableError(
                    f"stands on <{name}>, which needs {main}", where=place.field(field)
                )

    return write


def _record_writer(row: RecordChild, owner: Table[Any]) -> _RowWriter:
    name, prefix, field = row.name, _prefix(row.name), row.field
    table, is_many = row.table or owner, owner.is_many(row.field)

    def write(writer: _Writer, place: _Place) -> Iterator[str]:
        records, path = getattr(place.value, field), place.field(field)
        if records in _ABSENT:
            return
        writer.prefixes_used.add(prefix)
        if not is_many:
            yield writer.record(table, name, records, path, place.depth + 1)
            return
        for index, record in enumerate(records):
            yield writer.record(table, name, record, f"{path}[{index}]", place.depth + 1)

    return write


class _Writer:
    """Writes the elements of one document.

    Attributes:
        prefixes_used: those of the tables' namespaces.
        around: what extensions add to the document's root.
    """

    def __init__(self, root: str) -> None:
        self.prefixes_used: set[str] = set()
        self.around = _Extra()
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
        extra = place.extras.pop(parent, None) or _Extra()
        attributes = [
            f' {row.name}="{_attribute_text(row, value, place)}"'
            for row in shape.attributes
            if (value := getattr(place.value, row.field)) is not None
        ]
        text = extra.text
        if shape.text and (value := getattr(place.value, shape.text.field)) is not None:
            text = _element_text(shape.text.codec, value, place.field(shape.text.field))
        elements = [element for write in shape.children for element in write(self, place)]
        elements += extra.elements
        elements += [element for write in shape.body for element in write(self, place)]
        start = shape.constants + "".join(attributes + extra.attributes)
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


def _element_text(codec: Codec, value: object, where: str) -> str:
    text = _stripped(_written(codec, value, where), where)
    # CDATA has no way to spell its own end, nor a carriage return.
    if codec.is_markup and ("<" in text or "&" in text) and not ("]]>" in text or "\r" in text):
        return f"<![CDATA[{text}]]>"
    return _escaped(text)


def _attribute_text(row: Attribute, value: object, place: _Place) -> str:
    where = place.field(row.field)
    text = _written(row.codec, value, where)
    if not text:
        raise UnrepresentableError("an empty text says nothing: give None", where=where)
    return _escaped_attribute(text)


def _written(codec: Codec, value: object, where: str) -> str:
    try:
        return codec.write(value)
    except ValueError as error:
        raise UnrepresentableError(str(error), where=where) from error


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


def _encoded(text: str, value: object) -> bytes:
    """Encode a document, or say which part of its value XML can't hold."""
    if "\ufffe" not in text and "\uffff" not in text:
        try:
            data = text.encode()
        except UnicodeEncodeError:
            pass
        else:
            if len(data.translate(None, _FORBIDDEN_BYTES)) == len(data):
                return data
    path, character = next(_forbidden(value, ""))
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

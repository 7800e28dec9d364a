"""Writes extensions where they stood, each checked to read back as the extension that it is."""

import functools
from typing import Any, TypeGuard

import attrs
from lxml import etree

from podkit._xml.namespaces import SPACE, clark
from podkit._xml.read import STRAY_TEXT, Reader, extension_order
from podkit._xml.rows import (
    FlagChild,
    Forgiven,
    InlineChild,
    Row,
    Table,
    TextChild,
)
from podkit._xml.shapes import (
    ROOT,
    Handler,
    ReadingShape,
    Slot,
    Values,
    inline_shape,
    reading_shape,
)
from podkit._xml.spell import Names, escaped, escaped_attribute, spelled_element, stripped
from podkit.errors import UnrepresentableError, ignore
from podkit.models import Extension

__all__ = ["Extensions", "Extra", "Place"]

_MAXIMUM_EXTENSION_DEPTH = 250  # libxml2 refuses to read 256


@attrs.define
class Extra:
    """What extensions add to an element, as XML."""

    attributes: list[str] = attrs.Factory(list)
    text: str = ""
    elements: list[str] = attrs.Factory(list)


@attrs.define  # which is made faster than a frozen class
class Place:
    """A value being written: where it stands, and what its extensions add to which element."""

    value: attrs.AttrsInstance
    path: str
    depth: int
    extras: dict[str | None, Extra]

    def field(self, name: str) -> str:
        """Give the path of one of the value's fields."""
        return f"{self.path}.{name}" if self.path else name

    def within(self) -> "Place":
        """Give the place of what stands in a child element, yet belongs to the same value."""
        return Place(self.value, self.path, self.depth + 1, self.extras)


class Extensions:
    """Writes a value's extensions, each checked to read back as the extension that it is."""

    def __init__(self, names: Names, table: Table[Any], place: Place) -> None:
        self._names = names
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
            extra = self._place.extras.setdefault(extension.parent, Extra())
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
        name = self._names.attribute(extension.name, extension.prefix, where)
        self._check_single(extension, shape.attributes.get(extension.name), where)
        if not extension.text:
            raise UnrepresentableError("an empty attribute says nothing", where=where)
        return f' {name}="{escaped_attribute(extension.text)}"'

    def _text(self, extension: Extension, shape: ReadingShape, where: str) -> str:
        self._check_single(extension, shape.text, where)
        return escaped(stripped(extension.text or "", where))

    def _check_single(self, extension: Extension, slot: Slot | None, where: str) -> None:
        """Refuse an attribute or text that is no text alone, that repeats, or that is a field."""
        if extension.attributes or extension.children or extension.tail is not None:
            raise UnrepresentableError("only an element can hold more than text", where=where)
        place = (extension.parent, extension.name)
        if place in self._seen:
            raise UnrepresentableError(f"{extension.name} stands here already", where=where)
        self._seen.add(place)
        if slot is None:
            return
        value = getattr(self._place.value, slot.field, None)
        if value is not None or _understands(slot, extension.text or ""):
            raise UnrepresentableError(f"this is the field {slot.field}: set it", where=where)

    def _element(self, extension: Extension, shape: ReadingShape, where: str, depth: int) -> str:
        if not (extension.text or extension.children or any(dict(extension.attributes).values())):
            raise UnrepresentableError("an element that holds nothing says nothing", where=where)
        element = _spelled(extension, self._names, where, depth)
        handle = shape.children.get(extension.name)
        body = self._table.body
        # A record of the body that stands around the value is read as if within.
        if shape is ROOT and body and clark(body.name) == extension.name:
            raise UnrepresentableError("a field holds what this says: set it instead", where=where)
        if handle and self._is_read(handle, element):
            raise UnrepresentableError("a field holds what this says: set it instead", where=where)
        tail = "" if extension.tail is None else f" {escaped(stripped(extension.tail, where))}"
        return element + tail

    def _is_read(self, handle: Handler, element: str) -> bool:
        document = f"<x{self._names.declarations()}>{element}</x>".encode("utf-8", "replace")
        root = etree.fromstring(document, etree.XMLParser(recover=True, resolve_entities=False))
        reader = Reader(root, ignore)
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


def _spelled(extension: Extension, names: Names, where: str, depth: int) -> str:
    """Spell an element that was kept as it is, without its tail."""
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
        tail = escaped(child.tail or "")
        elements.append(_spelled(child, names, path, depth + 1) + tail)
    name = names.element(extension.name, extension.prefix, where)
    attributes = [(names.attribute(name, None, where), text) for name, text in extension.attributes]
    if len(dict(attributes)) < len(attributes):
        raise UnrepresentableError("an attribute can stand only once", where=where)
    start = "".join(f' {name}="{escaped_attribute(text)}"' for name, text in attributes)
    if is_mixed:
        content = escaped(extension.text or "") + "".join(elements)
        return f"<{name}{start}>{content}</{name}>"
    return spelled_element(name, start, "", elements, depth)


def _understands(slot: Slot, text: str) -> bool:
    try:
        slot.read(text)
    except Forgiven:
        return True
    except ValueError:
        return False
    return True

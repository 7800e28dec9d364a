"""Reads elements into values by their tables, and keeps as extensions what no row reads.

`podkit._xml.shapes` has the tables compiled. All is read by the methods of `Reader`; where the
package was built with its native code, that walks the document instead, and leaves to `Reader` each
element, attribute and text that is not as the table has it: see `podkit._xml.native`.
"""

from typing import Any

import attrs
from lxml.etree import _Element as Element

from podkit._construct import constructor
from podkit._xml import native
from podkit._xml.leaf import leaf_constructor
from podkit._xml.namespaces import (
    NAMESPACES,
    SPACE,
    XML_NAMESPACE,
    canonical,
    local,
    split,
    tag,
)
from podkit._xml.rows import Forgiven, Model, Table, Unheld
from podkit._xml.shapes import (
    ROOT,
    ReadingShape,
    Slot,
    Values,
    is_empty,
    reading_shape,
)
from podkit.errors import Level, OnProblem, Problem, ignore
from podkit.models import Extension

__all__ = [
    "STRAY_TEXT",
    "Reader",
    "extension_order",
    "read_document",
    "read_root",
]

# The name of an extension that is text where the element's table has none: DOM's name for it.
STRAY_TEXT = "#text"
_KEPT = "it was kept as it is"
# Whose names the tables know.
_OURS = frozenset(NAMESPACES.values())


def read_document(
    table: Table[Model], root: Element, element: Element, on_problem: OnProblem
) -> Model:
    """Read the element that holds the value of a whole document, a child of its root.

    What else the root carries is kept with the root as its parent, save its ``version``.
    """

    def is_the_one(child: Element, _values: Values, reader: Reader) -> bool:
        return child is element or is_empty(child) or reader.repeats(child)

    reader = Reader(root, on_problem)
    reader.place = local(tag(element))
    values = reader.all_values(table, element)
    reader.place = ""
    shape = attrs.evolve(ROOT, children={tag(element): is_the_one})
    around = reader.values(shape, root)
    reader.adopt(around, canonical(tag(root)), values)
    return reader.build(table, values)


def read_root(table: Table[Model], root: Element, on_problem: OnProblem) -> Model:
    """Read a value that the root of a document holds."""
    reader = Reader(root, on_problem)
    return reader.whole(table, root)


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

    Attributes:
        place: the part of the document being read, such as ``item 3``, for problems.
    """

    def __init__(self, root: Element, on_problem: OnProblem) -> None:
        self.place = ""
        self._on_problem = on_problem
        self._prefixes = {address: prefix for prefix, address in root.nsmap.items() if prefix}

    def read(self, table: Table[Model], element: Element) -> Model | None:
        """Read an element, or give None where it lacks what makes a value."""
        if native.is_built:
            return native.read(table, element, self)
        if not len(element):
            construct = leaf_constructor(table)
            leaf: Model | None = construct(element.items(), (element.text or "").strip(SPACE))
            if leaf is not None:
                return leaf
        values = self.values(reading_shape(table), element)
        try:
            return self.build(table, values)
        except KeyError:  # of a field that has no default
            return None

    def whole(self, table: Table[Model], element: Element) -> Model:
        """Read an element of which the table requires nothing, and keeps all."""
        return self.build(table, self.all_values(table, element))

    def all_values(self, table: Table[Model], element: Element) -> Values:
        """Read what an element says of each field of its table's model."""
        if native.is_built:
            return native.values(table, element, self)
        return self.values(reading_shape(table), element)

    @staticmethod
    def build(table: Table[Model], values: Values) -> Model:
        """Make the value, its extensions in the order in which they are written.

        Raises:
            KeyError: a field without a default is not among the values.
        """
        if "extensions" in values:
            values["extensions"] = sorted(values["extensions"], key=extension_order)
        value: Model = constructor(table.model)(values)
        return value

    def values(self, shape: ReadingShape, element: Element) -> Values:
        """Read what an element says of each field."""
        values: Values = {}
        for name, text in element.items():
            self.read_attribute(shape, element, name, text, values)
        start = element.text
        stray = "" if not start or (start.isspace() and start.isascii()) else start.strip(SPACE)
        if len(element):
            stray = self._read_children(shape, element, values, stray)
        if stray:
            self.read_text(shape, element, stray, values)
        return values

    def read_attribute(
        self, shape: ReadingShape, element: Element, name: str, text: str, values: Values
    ) -> None:
        """Read an attribute of an element, or keep it as it is."""
        if not text:
            return  # it says nothing
        slot = shape.attributes.get(name)
        if slot is not None:
            try:
                value = slot.read(text)
            except ValueError as error:
                value = self.amended(error, element, name)
            if value is not None:
                values[slot.field] = value
                return
        elif name in shape.constants:
            return
        else:
            message = f"{self._prefixed(name)} is not known here; {_KEPT}"
            self.report("unknown-attribute", message, element, name, level=_level(name))
        name = canonical(name)
        prefix = self._prefixes.get(split(name)[0])
        _keep(values, name=name, kind="attribute", text=text, prefix=prefix)

    def read_child(self, shape: ReadingShape, child: Element, values: Values) -> None:
        """Read a child element that has no text behind it, or keep it as it is."""
        name = canonical(tag(child))
        if not shape.children.get(name, _pass_over)(child, values, self):
            self.keep(child, None, values)

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
                self.keep(child, tail or None, values)
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

    def read_text(self, shape: ReadingShape, element: Element, text: str, values: Values) -> None:
        """Read the own text of an element, or keep it as it is."""
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

    def adopt(self, inner: Values, parent: str, values: Values) -> None:
        """Add what a child element says to what the value around it says."""
        if "extensions" in inner:
            adopted = [attrs.evolve(held, parent=parent) for held in inner.pop("extensions")]
            values.setdefault("extensions", []).extend(adopted)
        values.update(inner)

    def keep(self, element: Element, tail: str | None, values: Values) -> None:
        """Keep an element as it is among the extensions of the one around it."""
        values.setdefault("extensions", []).append(_extension(element, tail))

    def amended(self, error: ValueError, element: Element, attribute: str = "") -> Any:  # noqa: ANN401
        """Report what a codec says of a text, and give the value if it understood it still."""
        if isinstance(error, Forgiven):
            self.report("forgiven-value", str(error), element, attribute)
            return error.value
        level: Level = "info" if isinstance(error, Unheld) else "warning"
        self.report("bad-value", f"{error}; {_KEPT}", element, attribute, level=level)
        return None

    def repeats(self, element: Element) -> bool:
        """Report an element that stands once more than it may, and say no."""
        return self.objects("repeated-element", "may stand only once", element)

    def lacks(self, what: str, element: Element) -> bool:
        """Report an element that lacks what makes its value, and say no; yes to an empty one."""
        return is_empty(element) or self.objects("incomplete-element", f"lacks {what}", element)

    def objects(
        self, identifier: str, what: str, element: Element, level: Level = "warning"
    ) -> bool:
        """Report an element that is not read but kept, and say no."""
        self.report(identifier, f"<{_spelled(element)}> {what}; {_KEPT}", element, level=level)
        return False

    def report(
        self,
        identifier: str,
        message: str,
        element: Element,
        attribute: str = "",
        *,
        level: Level = "warning",
    ) -> None:
        """Report a problem with an element, or with an attribute of it."""
        if self._on_problem is ignore:
            return
        name = f"{_spelled(element)} {local(attribute)}".rstrip()
        where = f"{self.place}, {name}" if self.place else name
        line = element.sourceline
        problem = Problem(id=identifier, message=message, level=level, where=where, line=line)
        self._on_problem(problem)

    def _prefixed(self, name: str) -> str:
        """Spell a Clark name with the prefix that the root gives its namespace, if any."""
        namespace, local_name = split(name)
        prefix = "xml" if namespace == XML_NAMESPACE else self._prefixes.get(namespace)
        return f"{prefix}:{local_name}" if prefix else name


def _pass_over(element: Element, _values: Values, reader: Reader) -> bool:
    if is_empty(element):
        return True
    level = _level(tag(element))
    return reader.objects("unknown-element", "is not known here", element, level)


def _level(name: str) -> Level:
    """Give the level of a name that isn't known: any document may have those of others."""
    return "warning" if split(canonical(name))[0] in _OURS else "info"


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


def _spelled(element: Element) -> str:
    prefix = f"{element.prefix}:" if element.prefix else ""
    return f"{prefix}{local(tag(element))}"

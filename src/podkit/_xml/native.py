"""Reads elements by native code, where the package was built with it: `podkit._xml._walk`.

That walks libxml2's own nodes and fills the slots of instances itself, by the same compiled tables.
It knows only what is as a table has it. Any other element, attribute or text it hands to the
`Reader`, so that there is one place that forgives, keeps and reports.
"""

import functools
from typing import TYPE_CHECKING, Any

import attrs
from lxml import etree
from lxml.etree import _Element as Element

from podkit._xml.rows import Model, Table
from podkit._xml.shapes import (
    Handler,
    Inline,
    ReadingShape,
    Record,
    Texts,
    Values,
    reading_shape,
)

try:
    from podkit._xml import _walk
except ImportError:  # it was not built, or for another Python or lxml
    is_built = False
else:
    is_built = True

if TYPE_CHECKING:
    from podkit._xml.read import Reader

__all__ = ["has_more_attributes", "is_built", "read", "values"]

_HAS_MORE_ATTRIBUTES = etree.XPath("boolean(descendant-or-self::*/@*[$most + 1])")


def read(table: Table[Model], element: Element, reader: "Reader") -> Model | None:
    """Read an element, or give None where it lacks what makes a value."""
    value: Model | None = _walk.Walk(reader, element).read(_plan(table), element)
    return value


def values(table: Table[Any], element: Element, reader: "Reader") -> Values:
    """Read what an element says of each field of its table's model."""
    return _walk.Walk(reader, element).values(_plan(table), element)


def has_more_attributes(root: Element, most: int) -> bool:
    """Say whether an element, or one within it, has more attributes than that.

    >>> has_more_attributes(etree.fromstring("<a><b c='' d=''/></a>"), 1)
    True
    """
    if is_built:
        return _walk.has_more_attributes(root, most)
    return bool(_HAS_MORE_ATTRIBUTES(root, most=most))


@functools.cache
def _plan(table: Table[Any]) -> "_walk.Plan":
    """Translate a table."""
    shape = reading_shape(table)
    return _walk.Plan(shape, _steps(shape), table, _maker(table.model))


def _steps(shape: ReadingShape) -> "dict[str, _walk.Step]":
    steps = {name: _step(handler) for name, handler in shape.children.items()}
    singles = {name: _walk.SingleText(slot.field, slot.read) for name, slot in shape.texts.items()}
    return {name: step for name, step in steps.items() if step} | singles


def _step(handler: Handler) -> "_walk.Step | None":
    """Translate what reads a child element, or say that only it itself can."""
    match handler:
        case Texts(field, read):
            return _walk.ManyTexts(field, read)
        case Inline(field, parent, shape):
            return _walk.Inline(field, _walk.Plan(shape, _steps(shape)), parent, handler.lacking)
        case Record(field, table, is_many, number, is_nested) if not is_nested:
            return _walk.Record(field, _plan(table), is_many, number, handler.lacking)
    return None


def _maker(model: type[attrs.AttrsInstance]) -> "_walk.Maker":
    fields = attrs.fields(model)
    optional = {field.name: field.default for field in fields if field.default is not attrs.NOTHING}
    needed = tuple(field.name for field in fields if field.name not in optional)
    return _walk.Maker(model, needed, optional)

"""Makes values of what tables have read, without the checks that models make for their users.

A codec gives what its field holds, so that checking again would only take time: more than all the
rest of reading.
"""

import functools
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, get_origin

import attrs

from podkit._xml.namespaces import clark
from podkit._xml.rows import Attribute, Model, Table, Text

__all__ = ["constructor", "leaf_constructor"]

_Fields: TypeAlias = "tuple[attrs.Attribute[Any], ...]"
_FEW = 12  # above it, going through the values takes less time than going through the fields


@functools.cache
def constructor(model: type[Model]) -> Callable[[dict[str, Any]], Model]:
    """Compile a function that makes instances of a frozen class from the right values alone.

    It takes the values of fields by their names, and lists where tuples are kept; a field without
    a default that is not among them is a `KeyError`. A class of few fields is filled by name, and
    one of many by what there is to fill in.

    >>> from podkit.models import Chapter, Chapters
    >>> chapter = constructor(Chapter)({"start": 0.0, "title": "Start"})
    >>> constructor(Chapters)({"chapters": [chapter]}) == Chapters(chapters=[chapter])
    True
    """
    fields = attrs.fields(model)
    fill = _by_name(fields) if len(fields) <= _FEW else _by_value(fields)
    construct: Callable[[dict[str, Any]], Model] = _compiled(model, "values", fill, {})
    return construct


@functools.cache
def leaf_constructor(table: Table[Model]) -> Callable[[list[tuple[str, str]], str], Model | None]:
    """Compile a function that makes the value of an element without children.

    It takes the element's attributes and its text, and gives None where there is more to say than
    that all of them are as the table has them: most are, and take half of the time so.

    >>> from podkit._xml.rows import Attribute, Text
    >>> from podkit.models import Person
    >>> construct = leaf_constructor(Table(Person, (Text("name"), Attribute("role", "role"))))
    >>> construct([("role", "host")], "Ann").role
    'host'
    >>> construct([("mood", "calm")], "Ann") is construct([("role", "host")], "") is None
    True
    """
    slots = {row.field: row for row in table.rows if isinstance(row, Attribute | Text)}
    readers = {f"read_{field}": row.codec.read for field, row in slots.items()}
    fill = _by_slot(attrs.fields(table.model), slots)
    construct: Callable[[list[tuple[str, str]], str], Model | None]
    construct = _compiled(table.model, "attributes, text", fill, readers)
    return construct


def _compiled(model: type, parameters: str, fill: Iterator[str], names: dict[str, Any]) -> Any:  # noqa: ANN401
    """Compile a function that fills an instance.

    Setting a field of a frozen instance takes a call, and of another one a single instruction of
    Python: so the instance is made of a subclass that isn't frozen, filled, and only then handed
    to its class.
    """
    thawed = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    source = [
        f"def construct({parameters}):",
        "    value = object.__new__(thawed)",
        *(f"    {line}" for line in fill),
        "    value.__class__ = model",
        "    return value",
    ]
    names |= {"model": model, "thawed": type(model.__name__, (model,), thawed)}
    names["defaults"] = {field.name: field.default for field in attrs.fields(model)}
    exec("\n".join(source), names)  # noqa: S102 - of names of fields alone, as attrs does
    return names["construct"]


def _by_name(fields: _Fields) -> Iterator[str]:
    yield "get = values.get"
    for field in fields:
        if field.default is attrs.NOTHING:
            yield f"value.{field.name} = values[{field.name!r}]"
        elif get_origin(field.type) is tuple:
            yield f"held = get({field.name!r})"
            yield f"value.{field.name} = tuple(held) if held else ()"
        else:
            yield f"value.{field.name} = get({field.name!r}, {_default(field)})"


def _by_value(fields: _Fields) -> Iterator[str]:
    for field in fields:
        is_needed = field.default is attrs.NOTHING
        yield f"value.{field.name} = {f'values[{field.name!r}]' if is_needed else _default(field)}"
    yield "for name, held in values.items():"
    yield "    setattr(value, name, tuple(held) if type(held) is list else held)"


def _by_slot(fields: _Fields, slots: dict[str, Attribute | Text]) -> Iterator[str]:
    if not any(isinstance(row, Text) for row in slots.values()):
        yield "if text: return None"
    yield "rest = dict(attributes)"
    yield "take = rest.pop"
    yield "try:"
    for field in fields:
        yield from (f"    {line}" for line in _by_row(field, slots.get(field.name)))
    yield "except ValueError: return None"
    yield "if rest: return None"


def _by_row(field: "attrs.Attribute[Any]", row: Attribute | Text | None) -> Iterator[str]:
    if row is None:
        yield f"value.{field.name} = {_default(field)}"
        return
    yield "held = text" if isinstance(row, Text) else f"held = take({clark(row.name)!r}, None)"
    read = "held" if row.codec.read is str else f"read_{field.name}(held)"
    if field.default is attrs.NOTHING:
        yield "if not held: return None"
        yield f"value.{field.name} = {read}"
    else:
        yield f"value.{field.name} = {read} if held else {_default(field)}"


def _default(field: "attrs.Attribute[Any]") -> str:
    return repr(field.default) if field.default in (None, ()) else f"defaults[{field.name!r}]"

"""Makes values of what tables have read, without the checks that models make for their users.

A codec gives what its field holds, so that checking again would only take time: more than all the
rest of reading.
"""

import functools
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, get_origin

import attrs

from podkit._xml.rows import Model

__all__ = ["constructor"]

_Fields: TypeAlias = "tuple[attrs.Attribute[Any], ...]"
_FEW = 12  # above it, going through the values takes less time than going through the fields


@functools.cache
def constructor(model: type[Model]) -> Callable[[dict[str, Any]], Model]:
    """Compile a function that makes instances of a frozen class from the right values alone.

    It takes the values of fields by their names, and lists where tuples are kept; a field without
    a default that is not among them is a `KeyError`. Setting a field of a frozen instance takes a
    call, and of another one a single instruction of Python: so the instance is made of a subclass
    that isn't frozen, filled, and only then handed to its class. A class of few fields is filled
    by name, and one of many by what there is to fill in.

    >>> from podkit.models import Chapter, Chapters
    >>> chapter = constructor(Chapter)({"start": 0.0, "title": "Start"})
    >>> constructor(Chapters)({"chapters": [chapter]}) == Chapters(chapters=[chapter])
    True
    """
    fields = attrs.fields(model)
    thawed = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    fill = _by_name(fields) if len(fields) <= _FEW else _by_value(fields)
    source = [
        "def construct(values):",
        "    value = object.__new__(thawed)",
        *(f"    {line}" for line in fill),
        "    value.__class__ = model",
        "    return value",
    ]
    names: dict[str, Any] = {"model": model, "thawed": type(model.__name__, (model,), thawed)}
    names["defaults"] = {field.name: field.default for field in fields}
    exec("\n".join(source), names)  # noqa: S102 - of names of fields alone, as attrs does
    construct: Callable[[dict[str, Any]], Model] = names["construct"]
    return construct


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


def _default(field: "attrs.Attribute[Any]") -> str:
    return repr(field.default) if field.default in (None, ()) else f"defaults[{field.name!r}]"

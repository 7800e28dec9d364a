"""Makes values of what tables have read, without the checks that models make for their users.

A codec gives what its field holds, so that checking again would only take time: more than all the
rest of reading.
"""

import functools
from collections.abc import Callable
from typing import Any

import attrs

from podkit._xml.rows import Model

__all__ = ["constructor"]


@functools.cache
def constructor(model: type[Model]) -> Callable[[dict[str, Any]], Model]:
    """Compile a function that makes instances of a frozen class from the right values alone.

    It takes the values of fields by their names, and lists where tuples are kept. Setting a field
    of a frozen instance takes a call, and of another one a single instruction of Python: so the
    instance is made of a subclass that isn't frozen, filled, and only then handed to its class.

    >>> from podkit.models import Chapter, Chapters
    >>> chapter = constructor(Chapter)({"start": 0.0, "title": "Start"})
    >>> constructor(Chapters)({"chapters": [chapter]}) == Chapters(chapters=[chapter])
    True
    """
    fields = attrs.fields(model)
    thawed = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    source = [
        "def construct(values):",
        "    value = object.__new__(thawed)",
        *(f"    value.{field.name} = {_start(field)}" for field in fields),
        "    for name, held in values.items():",
        "        setattr(value, name, tuple(held) if type(held) is list else held)",
        "    value.__class__ = model",
        "    return value",
    ]
    names: dict[str, Any] = {"model": model, "thawed": type(model.__name__, (model,), thawed)}
    names["defaults"] = {field.name: field.default for field in fields}
    exec("\n".join(source), names)  # noqa: S102 - of names of fields alone, as attrs does
    construct: Callable[[dict[str, Any]], Model] = names["construct"]
    return construct


def _start(field: "attrs.Attribute[Any]") -> str:
    """Spell what a field holds before it is filled; what it must be given is missed at once."""
    if field.default is attrs.NOTHING:
        return f"values[{field.name!r}]"
    return repr(field.default) if field.default in (None, ()) else f"defaults[{field.name!r}]"

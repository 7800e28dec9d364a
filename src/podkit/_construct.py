"""Makes values of what readers have read, without the checks that models make for their users.

A reader gives what each field holds, so that checking again would only take time: more than all
the rest of reading.
"""

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias, TypeVar, get_origin

import attrs

try:
    from podkit._positional import Positional
except ImportError:  # it was not built, or for another Python
    is_built = False
else:
    is_built = True

__all__ = ["compiled", "constructor", "default_of", "is_built", "positional"]

Model = TypeVar("Model", bound=attrs.AttrsInstance)
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
    construct: Callable[[dict[str, Any]], Model] = compiled(model, "values", fill)
    return construct


@functools.cache
def positional(model: type[Model], *names: str) -> Callable[..., Model]:
    """Compile a function that takes the values of these fields alone, in this order, as they are.

    It is the quickest way, above all where it was built natively (`podkit._positional`); the other
    fields have their defaults.

    >>> from podkit.models import Word
    >>> positional(Word, "text", "start")("Hello,", 0.5)
    Word(text='Hello,', start=0.5, end=None, confidence=None)
    """
    others = [field for field in attrs.fields(model) if field.name not in names]
    if is_built:
        return Positional(model, names, {field.name: field.default for field in others})
    fill = [f"value.{name} = {name}" for name in names]
    fill += [f"value.{field.name} = {default_of(field)}" for field in others]
    construct: Callable[..., Model] = compiled(model, ", ".join(names), fill)
    return construct


def compiled(
    model: type[attrs.AttrsInstance], parameters: str, fill: Iterable[str], **helpers: object
) -> Any:  # noqa: ANN401 -- a function of these parameters
    """Compile a function of these parameters that fills an instance by these lines.

    The lines may use the helpers. The instance is called ``value``.

    Setting a field of a frozen instance takes a call, and of another one a single instruction of
    Python: so the instance is made of a subclass that isn't frozen and has nothing to set at the
    start, filled, and only then handed to its class.

    >>> from podkit.models import Word
    >>> fill = ["value.text = text", "value.start = value.end = value.confidence = None"]
    >>> compiled(Word, "text", fill)("Hello,")
    Word(text='Hello,', start=None, end=None, confidence=None)
    """
    plain = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    source = [
        f"def construct({parameters}):",
        "    value = thawed()",
        *(f"    {line}" for line in fill),
        "    value.__class__ = model",
        "    return value",
    ]
    names = {
        **helpers,
        "model": model,
        "thawed": type(model.__name__, (model,), {"__slots__": (), **plain}),
        "defaults": {field.name: field.default for field in attrs.fields(model)},
    }
    exec("\n".join(source), names)  # noqa: S102 - of names of fields alone, as attrs does
    return names["construct"]


def default_of(field: "attrs.Attribute[Any]") -> str:
    """Spell what a field holds by default, for the lines of `compiled`.

    >>> from podkit.models import Chapter
    >>> default_of(attrs.fields(Chapter).title), default_of(attrs.fields(Chapter).hidden)
    ('None', "defaults['hidden']")
    """
    return repr(field.default) if field.default in (None, ()) else f"defaults[{field.name!r}]"


def _by_name(fields: _Fields) -> Iterator[str]:
    yield "get = values.get"
    for field in fields:
        if field.default is attrs.NOTHING:
            yield f"value.{field.name} = values[{field.name!r}]"
        elif get_origin(field.type) is tuple:
            yield f"held = get({field.name!r})"
            yield f"value.{field.name} = tuple(held) if held else ()"
        else:
            yield f"value.{field.name} = get({field.name!r}, {default_of(field)})"


def _by_value(fields: _Fields) -> Iterator[str]:
    for field in fields:
        is_needed = field.default is attrs.NOTHING
        start = f"values[{field.name!r}]" if is_needed else default_of(field)
        yield f"value.{field.name} = {start}"
    yield "for name, held in values.items():"
    yield "    setattr(value, name, tuple(held) if type(held) is list else held)"

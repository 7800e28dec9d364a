"""Turns a model's annotations into checks made at construction.

`typed` is the ``field_transformer`` of every model. From ``tuple[Person, ...]`` it derives "any
iterable, kept as a tuple, of `Person` only"; from ``datetime`` "aware"; from ``float`` "finite,
and whole numbers become floats". The annotation stays the only place that says what a field holds;
a name in quotes stands for the class itself.
"""

import math
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import compress
from operator import attrgetter, is_not
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin

import attrs

Check = Callable[[object, str, object], None]  # (the instance, the field's path, the value)


def typed(cls: type, fields: list["attrs.Attribute[Any]"]) -> list["attrs.Attribute[Any]"]:
    """Give each field the converter that its annotation asks for, and the last the check of all.

    attrs calls validators when every field is set, so one can see to all: a call for each field,
    of which most hold their defaults, would take many times longer than making the instance.
    """
    *fields, last = [_changed(field, _converter(field.type), None) for field in fields]
    return [*fields, _changed(last, last.converter, _validator(cls.__name__, [*fields, last]))]


def _changed(
    field: "attrs.Attribute[Any]", converter: Any, validator: Any
) -> "attrs.Attribute[Any]":
    """Give the field a converter and a validator, unless it has them: evolving takes time."""
    if field.converter is converter and field.validator is validator:
        return field
    return field.evolve(converter=converter, validator=validator)


def _converter(annotation: Any) -> Callable[[object], object] | None:
    if get_origin(annotation) is tuple and get_args(annotation)[-1] is ...:
        return _as_tuple
    return _as_float if float in (annotation, *get_args(annotation)) else None


def _as_tuple(values: object) -> object:
    if type(values) is tuple:
        return values
    # A string is an iterable of strings, and bytes one of numbers, but never what was meant.
    is_text = isinstance(values, str | bytes)
    return tuple(values) if isinstance(values, Iterable) and not is_text else values


def _as_float(value: object) -> object:
    try:
        return float(value) if type(value) is int else value
    except OverflowError:
        return math.inf  # which the validator refuses


def _validator(
    owner: str, fields: list["attrs.Attribute[Any]"]
) -> Callable[[object, object, object], None]:
    """Check an instance's fields, save those that hold their very defaults."""
    # Given two names or more, attrgetter gives a tuple.
    values_of = attrgetter(*(field.name for field in fields), "__class__")
    defaults = [field.default for field in fields]
    checks = [(f"{owner}.{field.name}", _check(field.type)) for field in fields]

    def validate(instance: object, _attribute: object, _value: object) -> None:
        values = values_of(instance)
        given = map(is_not, values, defaults)
        for (name, check), value in compress(zip(checks, values, strict=False), given):
            check(instance, name, value)

    return validate


def _check(annotation: Any) -> Check:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return _check_tuple(arguments)
    if origin is Literal:
        return _check_choice(arguments)
    if isinstance(annotation, str):
        return _check_same_class
    return _check_classes(arguments if origin is UnionType else (annotation,))


def _check_tuple(members: tuple[Any, ...]) -> Check:
    check_member = _check(members[0])
    size = None if members[-1] is ... else len(members)
    expected = "an iterable of values" if size is None else f"a tuple of {size} values"

    def check(instance: object, name: str, value: object) -> None:
        if not isinstance(value, tuple):
            raise _wrong_type(name, expected, value)
        if size not in (None, len(value)):
            raise ValueError(f"{name} must be {expected}, not {len(value)}: {value!r:.80}")
        for index, member in enumerate(value):
            check_member(instance, f"{name}[{index}]", member)

    return check


def _check_choice(choices: tuple[Any, ...]) -> Check:
    expected = " or ".join(map(repr, choices))

    def check(_instance: object, name: str, value: object) -> None:
        if value not in choices:
            raise ValueError(f"{name} must be {expected}, not {value!r}")

    return check


def _check_same_class(instance: object, name: str, value: object) -> None:
    if type(value) is not type(instance):
        raise _wrong_type(name, type(instance).__name__, value)


def _check_classes(classes: tuple[type, ...]) -> Check:
    expected = " or ".join("None" if cls is NoneType else cls.__name__ for cls in classes)

    def check(_instance: object, name: str, value: object) -> None:
        if not isinstance(value, classes) or (type(value) is bool and bool not in classes):
            raise _wrong_type(name, expected, value)
        if isinstance(value, datetime) and value.utcoffset() is None:
            raise ValueError(f"{name} must be aware: give {value!r} a tzinfo")
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError(f"{name} must be finite, not {value!r}")

    return check


def _wrong_type(name: str, expected: str, value: object) -> TypeError:
    return TypeError(f"{name} must be {expected}, not {type(value).__name__}: {value!r:.80}")

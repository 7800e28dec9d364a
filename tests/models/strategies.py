"""Any value of any model, made from the annotations alone."""

import functools
from datetime import UTC, datetime, timedelta, timezone
from types import NoneType, UnionType
from typing import Literal, get_args, get_origin

import attrs
from hypothesis import strategies as st

ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
PLAIN = {
    str: st.text(max_size=8),
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    bytes: st.binary(max_size=8),
    datetime: st.datetimes(timezones=st.just(UTC) | ZONES),
}
DEPTH = 3  # how many levels of a model may hold itself


@functools.cache
def any_of(model, depth=DEPTH):
    """Make a strategy of all values of a model, most of their fields left at the defaults."""
    required, optional = {}, {}
    for field in attrs.fields(model):
        fields = required if field.default is attrs.NOTHING else optional
        fields[field.name] = any_held(field.type, model, depth)
    return st.fixed_dictionaries(required, optional=optional).map(lambda given: model(**given))


def any_held(annotation, owner, depth):
    """Make a strategy of all that a field with the annotation may hold."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation in PLAIN:
        return PLAIN[annotation]
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple and arguments[-1] is ...:
        return st.lists(any_held(arguments[0], owner, depth), max_size=2 if depth else 0)
    if origin is tuple:
        return st.tuples(*(any_held(member, owner, depth) for member in arguments))
    if isinstance(annotation, UnionType):
        return st.one_of(*(any_held(kind, owner, depth) for kind in arguments))
    if annotation is NoneType:
        return st.none()
    return st.deferred(
        lambda: any_of(owner if isinstance(annotation, str) else annotation, depth - 1)
    )

"""Every model with every field filled, made from the annotations alone."""

import functools
from datetime import UTC, datetime
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin

import attrs

from podkit import models

MODELS = [getattr(models, name) for name in models.__all__]
FIELDS = [(model, field) for model in MODELS for field in attrs.fields(model)]
PLAIN = {
    str: "text",
    int: 7,
    float: 1.5,
    bool: True,
    bytes: b"data",
    datetime: datetime(2024, 3, 28, 9, tzinfo=UTC),
}


def sample(model: type, **given: object) -> Any:
    """Make a value of the model with each field filled, save those given."""
    fields = {field.name: filled(field.type) for field in attrs.fields(model)}
    return model(**fields | given)


@functools.cache
def filled(annotation: Any) -> object:
    """Make a value of an annotation; a model within itself is left out."""
    arguments = get_args(annotation)
    if get_origin(annotation) is tuple:
        members = arguments[:1] if arguments[-1] is ... else arguments
        return tuple(filled(member) for member in members if not isinstance(member, str))
    if get_origin(annotation) is Literal:
        return arguments[-1]
    if isinstance(annotation, UnionType):
        return filled(kinds(annotation)[-1])
    return PLAIN[annotation] if annotation in PLAIN else sample(annotation)


def kinds(annotation: Any) -> list[type]:
    """List the types that an annotation joins, without None."""
    joined = get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)
    return [kind for kind in joined if kind is not NoneType]

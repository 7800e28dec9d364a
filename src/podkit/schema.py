"""The JSON Schema of what `podkit.to_dict` gives, made from the models themselves.

The models' annotations give the types, and their docstrings the descriptions (JSON Schema draft
2020-12). A field that is absent is left out, so no schema allows null.
"""

import inspect
import re
from datetime import datetime
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import attrs

from podkit import models

__all__ = ["json_schema"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[object, dict[str, str]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    bytes: {"type": "string", "contentEncoding": "base64"},
    datetime: {"type": "string", "format": "date-time"},
}
# A line of "Attributes:", with the lines that continue it.
_ATTRIBUTE = re.compile(r"^    (\w+): (\S.*(?:\n {8,}\S.*)*)$", re.MULTILINE)

_Schema = dict[str, Any]


def json_schema(cls: type[attrs.AttrsInstance]) -> dict[str, Any]:
    """Describe the dictionaries of a model, and of all models within it, as a JSON Schema.

    Args:
        cls: the model's class.

    >>> schema = json_schema(models.Show)
    >>> schema["$ref"]
    '#/$defs/Show'
    >>> schema["$defs"]["Show"]["properties"]["title"]
    {'type': 'string', 'description': "the show's name (``<title>``)."}
    """
    definitions: dict[str, _Schema] = {}
    reference = _reference(cls, definitions)
    return {"$schema": _DRAFT, **reference, "$defs": definitions}


def _reference(cls: type[attrs.AttrsInstance], definitions: dict[str, _Schema]) -> _Schema:
    """Refer to a model, whose definition is added where there is none yet."""
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # a model may hold itself
        definitions[name] |= _object(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _object(cls: type[attrs.AttrsInstance], definitions: dict[str, _Schema]) -> _Schema:
    fields, descriptions = attrs.fields(cls), _descriptions(cls)
    return {
        "type": "object",
        "description": _one_line(_documentation(cls).partition("\n\n")[0]),
        "properties": {
            field.name: _type(field.type, definitions)
            | {"description": descriptions.get(field.name, "")}
            | _default(field.default)
            for field in fields
        },
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _descriptions(cls: type) -> dict[str, str]:
    """Read what a model's docstring says of its fields, and those of the models that it extends."""
    return {
        name: _one_line(text)
        for base in cls.__mro__
        for name, text in _ATTRIBUTE.findall(_documentation(base))
    }


def _documentation(cls: type) -> str:
    return inspect.getdoc(cls) or ""  # python -OO leaves none


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _default(value: object) -> _Schema:
    """Say what an absent field means, where that isn't plain."""
    return {"default": value} if isinstance(value, str | int | float) else {}


def _type(annotation: Any, definitions: dict[str, _Schema]) -> _Schema:  # noqa: ANN401
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation in _PLAIN:
        return dict(_PLAIN[annotation])
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return _array(arguments, definitions)
    if arguments:
        kinds = [_type(kind, definitions) for kind in arguments if kind is not NoneType]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    # A name in quotes is a model's.
    model = getattr(models, annotation) if isinstance(annotation, str) else annotation
    return _reference(model, definitions)


def _array(members: tuple[Any, ...], definitions: dict[str, _Schema]) -> _Schema:
    if members[-1] is ...:
        return {"type": "array", "items": _type(members[0], definitions)}
    return {
        "type": "array",
        "prefixItems": [_type(member, definitions) for member in members],
        "items": False,
        "minItems": len(members),
    }

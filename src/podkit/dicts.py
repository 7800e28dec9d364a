"""Values as dictionaries that JSON can hold, and back, by code that cattrs generates.

A model becomes a dictionary of its fields, without those that are at their defaults. Tuples become
lists, instants ISO 8601 texts with their offset, bytes base64 texts. Nothing is lost on the way:
``from_dict(type(value), to_dict(value)) == value``. `podkit.json_schema` describes the result.
"""

import base64
import functools
import reprlib
from collections.abc import Callable, Iterator
from datetime import datetime
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from podkit import models
from podkit.errors import OnProblem, ParseError, Problem, UnrepresentableError, ignore

__all__ = ["from_dict", "to_dict"]

_Model = TypeVar("_Model", bound=attrs.AttrsInstance)
_Reader = Callable[[Any, Any], Any]  # takes the data and the annotation that it is read for
_Writer = Callable[[Any], Any]


def to_dict(value: attrs.AttrsInstance) -> dict[str, Any]:
    """Turn a value of a model into a dictionary that JSON can hold.

    Raises:
        UnrepresentableError: the value nests hundreds of levels deep.

    >>> from podkit.models import Chapter, Chapters
    >>> to_dict(Chapters(title="Interdependence", chapters=[Chapter(start=94, title="News")]))
    {'chapters': [{'start': 94.0, 'title': 'News'}], 'title': 'Interdependence'}
    """
    try:
        data: dict[str, Any] = _converter(forbid_extra_keys=True).unstructure(value)
    except RecursionError:
        raise UnrepresentableError("nests too deeply") from None
    return data


def from_dict(cls: type[_Model], data: object, *, on_problem: OnProblem = ignore) -> _Model:
    """Make a value of a model from the dictionary that `to_dict` gives.

    Args:
        cls: the model's class.
        data: the dictionary.
        on_problem: receives each key that the model doesn't know; it is not kept.

    Raises:
        ParseError: the data isn't of this model; ``where`` is the place within it.

    >>> from podkit.models import Show
    >>> from_dict(Show, {"title": "My show", "episodes": [{"duration": 90}]}).episodes[0].duration
    90.0
    >>> from_dict(Show, {"title": "My show", "episodes": [{"duration": "1:30"}]})
    Traceback (most recent call last):
    podkit.errors.ParseError: episodes[0].duration: must be float or None, not str: '1:30'
    """
    if not isinstance(data, dict):
        raise ParseError(f"{cls.__name__} must be a dictionary, not {reprlib.repr(data)}")
    try:
        return _converter(forbid_extra_keys=True).structure(data, cls)
    except BaseValidationError as error:
        _report_unknown_keys(error, on_problem)
    try:
        return _converter(forbid_extra_keys=False).structure(data, cls)
    except BaseValidationError as error:
        where, fault = next(_faults(error))
        raise _parse_error(where, fault) from fault


@functools.cache
def _converter(*, forbid_extra_keys: bool) -> Converter:
    """Make a converter; what needs no conversion it leaves as it is, for the models to check."""
    converter = Converter(omit_if_default=True, forbid_extra_keys=forbid_extra_keys)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_unstructure_hook(bytes, _encode_base64)
    converter.register_unstructure_hook_factory(_is_tuple, _tuple_writer)
    for kind in (str, int, float, bool):
        converter.register_structure_hook(kind, _as_it_is)
    converter.register_structure_hook_func(_is_choice, _as_it_is)
    converter.register_structure_hook(datetime, _text_reader(datetime.fromisoformat, "ISO 8601"))
    converter.register_structure_hook(bytes, _text_reader(_decode_base64, "base64"))
    converter.register_structure_hook_factory(_is_tuple, _tuple_reader)
    converter.register_structure_hook_factory(_is_union, _union_reader)
    converter.register_structure_hook_factory(attrs.has, _model_reader)
    return converter


def _is_tuple(annotation: object) -> bool:
    return get_origin(annotation) is tuple


def _is_union(annotation: object) -> bool:
    return isinstance(annotation, UnionType)


def _is_choice(annotation: object) -> bool:
    return get_origin(annotation) is Literal


def _tuple_writer(annotation: object, converter: Converter) -> _Writer:
    member = _member(annotation)

    def write(values: tuple[Any, ...]) -> list[Any]:
        # Looked up late, as a model may hold itself.
        return list(map(converter.get_unstructure_hook(member), values))

    return write


def _encode_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _as_it_is(data: object, _annotation: object) -> object:
    return data


def _text_reader(parse: Callable[[str], object], expected: str) -> _Reader:
    def read(data: object, _annotation: object) -> object:
        if not isinstance(data, str):
            return data
        try:
            return parse(data)
        except ValueError as error:
            raise ParseError(f"must be {expected}, not {reprlib.repr(data)}") from error

    return read


def _decode_base64(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _tuple_reader(annotation: object, converter: Converter) -> _Reader:
    member = _member(annotation)

    def read(data: object, _annotation: object) -> object:
        if not isinstance(data, list | tuple):
            raise ParseError(f"must be a list, not {reprlib.repr(data)}")
        read_member = converter.get_structure_hook(member)
        values, faults = [], []
        for index, value in enumerate(data):
            try:
                values.append(read_member(value, member))
            except (BaseValidationError, ParseError) as fault:
                fault.add_note(IterableValidationNote("", index, member))
                faults.append(fault)
        if faults:
            raise IterableValidationError("", faults, tuple)
        return tuple(values)

    return read


def _member(annotation: object) -> Any:  # noqa: ANN401 -- an annotation
    """Give what a tuple is of; a name in quotes is a model's."""
    member = get_args(annotation)[0]
    return getattr(models, member) if isinstance(member, str) else member


def _union_reader(annotation: object, converter: Converter) -> _Reader:
    """Read by the one member that needs conversion; the others are told apart by not needing it."""
    members = [member for member in get_args(annotation) if member is not NoneType]
    readers = map(converter.get_structure_hook, members)
    return next((reader for reader in readers if reader is not _as_it_is), _as_it_is)


def _model_reader(cls: type[attrs.AttrsInstance], converter: Converter) -> _Reader:
    read = make_dict_structure_fn(cls, converter)
    return lambda data, _annotation: read(data, cls) if isinstance(data, dict) else data


def _report_unknown_keys(error: BaseValidationError, on_problem: OnProblem) -> None:
    for where, fault in _faults(error):
        if isinstance(fault, ForbiddenExtraKeysError):
            for key in sorted(map(repr, fault.extra_fields)):
                message = f"not kept: {key:.80} is unknown here"
                on_problem(Problem(id="unknown-key", message=message, where=where or None))


def _faults(error: BaseValidationError) -> Iterator[tuple[str, BaseException]]:
    """List all that went wrong, in the order of the fields, each with its place."""
    stack: list[tuple[str, BaseException]] = [("", error)]
    while stack:
        where, fault = stack.pop()
        if isinstance(fault, BaseValidationError):
            stack += [(where + _step(inner), inner) for inner in reversed(fault.exceptions)]
        else:
            yield where.removeprefix("."), fault


def _step(error: BaseException) -> str:
    match getattr(error, "__notes__", None):
        case [AttributeValidationNote(name=name)]:
            return f".{name}"
        case [IterableValidationNote(index=index)]:
            return f"[{index}]"
    return ""


def _parse_error(where: str, fault: BaseException) -> ParseError:
    match fault:
        case RecursionError():
            return ParseError("nests too deeply")
        case KeyError():
            return ParseError("must be given", where=where)
        case ParseError():
            return ParseError(str(fault), where=where)
    # The models say it so: "Episode.duration must be float or None, not str: '1:30'".
    field, _, expected = str(fault).partition(".")[2].partition(" must be ")
    return ParseError(f"must be {expected}", where=f"{where}.{field}".removeprefix("."))

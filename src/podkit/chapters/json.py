"""JSON chapters, version 1.2 (podcast namespace, ``docs/examples/chapters/jsonChapters.md``).

The file that ``<podcast:chapters>`` points to. A key that the tables below don't name, or whose
value can't be understood, is kept as an `Extension` of kind ``"json"`` and written back. Times are
written as they are: whole seconds as integers. What Auphonic and Podlove's player call otherwise,
``start``, ``href`` and ``image``, is read too.
"""

import json
import math
import reprlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import attrs

from podkit._carry import Carries, carried, check_time
from podkit._clock import read_clock
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import refuse
from podkit._text import check_text, decode
from podkit.chapters._order import report_order
from podkit.errors import OnProblem, ParseError, Problem, UnrepresentableError, ignore
from podkit.models import Chapter, Chapters, Extension, Location

__all__ = ["dumps", "loads", "read", "write"]

_VERSION = "1.2.0"
_MAXIMUM_DEPTH = 100  # of a value that is kept: far below what Python's own stack allows


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Chapters:
    """Read JSON chapters; a bare list of chapters is read too.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: keys that are unknown (kept) or stand twice, values
            of another type (read as the nearest value of the right one, or kept), chapters without
            a start (left out) or out of order.

    Raises:
        ParseError: the text isn't JSON, or holds no list of chapters.

    >>> marks = loads('{"version": "1.2.0", "chapters": [{"startTime": 94, "mood": "calm"}]}')
    >>> marks[0].start, marks[0].extensions[0].name, marks[0].extensions[0].text
    (94.0, 'mood', '"calm"')
    """
    data = _parse(decode(text, on_problem), on_problem)
    if isinstance(data, list):
        on_problem(Problem(id="bare-list", message="expected an object around the list"))
        data = {"chapters": data}
    entries = data.pop("chapters", None) if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise ParseError("expected an object with a list named 'chapters'")
    facts = _read_object(data, _FILE, "", on_problem)
    if facts.get("version") == _VERSION:
        del facts["version"]
    chapters = Chapters(chapters=tuple(_read_chapters(entries, on_problem)), **facts)
    report_order(chapters, on_problem)
    return chapters


def dumps(chapters: Chapters, *, lossy: bool = False) -> str:
    """Write JSON chapters.

    Args:
        chapters: the chapters.
        lossy: leave out what the file has no place for: pictures, element ids and extensions of
            XML; and put chapters that stand within others into the one list.

    Raises:
        UnrepresentableError: there is such a thing, and it may not be lost; a time is negative, or
            a text empty or not Unicode; or an extension says what a field could.

    >>> print(dumps(Chapters(chapters=[Chapter(start=94, title="News")])), end="")
    {
      "version": "1.2.0",
      "chapters": [
        {
          "startTime": 94,
          "title": "News"
        }
      ]
    }
    """
    chapters = carried(chapters, CARRIES, lossy=lossy)
    if chapters.version == _VERSION:
        refuse("version", f"podkit writes {_VERSION}: give None for it")
    data = {"version": _VERSION, **_write_object(chapters, _FILE, "")}
    if "chapters" in data:
        refuse("extensions", "the format sets chapters itself")
    data["chapters"] = [
        _write_object(chapter, _CHAPTER, f"chapters[{index}].")
        for index, chapter in enumerate(chapters)
    ]
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def read(source: Source, *, on_problem: OnProblem = ignore) -> Chapters:
    """Read JSON chapters from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b'{"chapters": [{"startTime": 0}]}'))[0].start
    0.0
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(chapters: Chapters, target: Target, *, lossy: bool = False) -> None:
    """Write JSON chapters to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Chapters(), file)
    >>> file.getvalue().splitlines()[1]
    b'  "version": "1.2.0",'
    """
    write_bytes(target, dumps(chapters, lossy=lossy).encode())


def _read_text(value: object) -> str | None:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return str(value) if isinstance(value, int | float) and type(value) is not bool else None


def _read_time(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return read_clock(str(value))
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _read_flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else {"true": True, "false": False}.get(str(value))


def _read_place(value: object) -> object:
    return value if isinstance(value, dict) and _read_text(value.get("name")) else None


def _write_time(seconds: float, where: str) -> float | int:
    check_time(seconds, where)
    return int(seconds) if seconds.is_integer() else seconds


class _Kind(NamedTuple):
    """A type of JSON value: its name, the nearest such value to another, and its writing."""

    expected: str
    nearest: Callable[[object], Any]
    write: Callable[[Any, str], Any]


_TEXT = _Kind("a text", _read_text, check_text)
_TIME = _Kind("a number of seconds", _read_time, _write_time)
_FLAG = _Kind("true or false", _read_flag, lambda flag, _where: flag)


class _Row(NamedTuple):
    """A key of the file, the field that holds its value or the opposite, and the value's kind.

    Some files have another key in its stead.
    """

    key: str
    field: str
    kind: _Kind
    opposite: bool = False
    other: str = ""


_FILE = (
    _Row("version", "version", _TEXT),
    _Row("author", "author", _TEXT),
    _Row("title", "title", _TEXT),
    _Row("podcastName", "podcast_name", _TEXT),
    _Row("description", "description", _TEXT),
    _Row("fileName", "file_name", _TEXT),
    _Row("waypoints", "waypoints", _FLAG),
)
# What <podcast:location> says, whose text is called a name here.
_LOCATION = (
    _Row("name", "text", _TEXT),
    _Row("rel", "rel", _TEXT),
    _Row("geo", "geo", _TEXT),
    _Row("osm", "osm", _TEXT),
    _Row("country", "country", _TEXT),
)
_PLACE = _Kind(
    "an object with a name",
    _read_place,
    lambda location, where: _write_object(location, _LOCATION, f"{where}."),
)
_CHAPTER = (
    _Row("startTime", "start", _TIME, other="start"),
    _Row("endTime", "end", _TIME),
    _Row("title", "title", _TEXT),
    _Row("url", "url", _TEXT, other="href"),
    _Row("img", "image", _TEXT, other="image"),
    _Row("toc", "hidden", _FLAG, opposite=True),
    _Row("location", "location", _PLACE),
)
CARRIES = Carries(
    tuple(row.field for row in _CHAPTER), tuple(row.field for row in _FILE), extensions=("json",)
)


def _parse(text: str, on_problem: OnProblem = ignore) -> Any:  # noqa: ANN401 -- whatever JSON holds
    try:
        return json.loads(text, object_pairs_hook=lambda pairs: _object(pairs, on_problem))
    except json.JSONDecodeError as error:
        raise ParseError(f"this isn't JSON: {error.msg}", line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise ParseError(f"this JSON is beyond reading: {error}") from error


def _object(pairs: list[tuple[str, object]], on_problem: OnProblem) -> dict[str, object]:
    for key, count in Counter(key for key, _ in pairs).items():
        if count > 1:
            message = f"{key!r:.80} stands {count} times in an object; the last one counts"
            on_problem(Problem(id="repeated-key", message=message))
    return dict(pairs)


def _read_chapters(entries: list[object], on_problem: OnProblem) -> Iterator[Chapter]:
    for index, entry in enumerate(entries):
        where = f"chapters[{index}]"
        start = entry.get("startTime", entry.get("start")) if isinstance(entry, dict) else None
        if isinstance(entry, dict) and _read_time(start) is not None:
            yield Chapter(**_read_object(entry, _CHAPTER, where, on_problem))
        else:
            message = f"left out, as it has no startTime in seconds: {reprlib.repr(entry)}"
            on_problem(Problem(id="missing-start", message=message, where=where))


def _read_object(
    data: dict[str, object], rows: tuple[_Row, ...], where: str, on_problem: OnProblem
) -> dict[str, Any]:
    """Read what an object says of each field, and keep the rest."""
    known = _by_key(rows, data)
    fields: dict[str, Any] = {}
    kept: list[Extension] = []
    for key, value in data.items():
        row = known.get(key)
        if row is None:
            message = f"{key!r:.80} is unknown here"
            problem = Problem(id="unknown-key", message=message, where=where or None)
            kept += _keep(key, value, problem, on_problem)
        elif value is not None and value != "":
            place = f"{where}.{key}" if where else key
            if key != row.key:
                message = f"read as {row.key!r}, which is its name"
                on_problem(Problem(id="other-key", message=message, where=place))
            held = _read_value(value, row, place, on_problem)
            if held is None:
                message = f"expected {row.kind.expected}, found {reprlib.repr(value)}"
                problem = Problem(id="wrong-type", message=message, where=place)
                kept += _keep(key, value, problem, on_problem)
            else:
                fields[row.field] = held
    return fields | ({"extensions": tuple(kept)} if kept else {})


def _by_key(rows: tuple[_Row, ...], data: dict[str, Any]) -> dict[str, _Row]:
    """Give the rows by the keys that they read: another one only where the right one is absent."""
    others = {row.other: row for row in rows if row.other and row.key not in data}
    return {row.key: row for row in rows} | others


def _read_value(value: object, row: _Row, where: str, on_problem: OnProblem) -> Any:  # noqa: ANN401
    nearest = row.kind.nearest(value)
    if nearest is None:
        return None
    if row.kind is _PLACE:
        return Location(**_read_object(nearest, _LOCATION, where, on_problem))
    if nearest != value:
        found = f"found {reprlib.repr(value)}; read as {nearest!r}"
        message = f"expected {row.kind.expected}, {found}"
        on_problem(Problem(id="wrong-type", message=message, where=where))
    return not nearest if row.opposite else nearest


def _keep(key: str, value: object, problem: Problem, on_problem: OnProblem) -> Iterator[Extension]:
    """Give a key as an extension, and say what became of it."""
    text = _spelled(value)
    fate = "left out" if text is None else "it was kept as it is"
    on_problem(attrs.evolve(problem, message=f"{problem.message}; {fate}"))
    if text is not None:
        yield Extension(kind="json", name=key.encode("utf-8", "replace").decode(), text=text)


def _spelled(value: object) -> str | None:
    """Spell a value in the one way in which extensions have it, if JSON can."""
    if not _nests_within(_MAXIMUM_DEPTH, value):
        return None
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    except ValueError:  # NaN or an infinity
        return None
    return text.encode("utf-8", "replace").decode()


def _nests_within(depth: int, value: object) -> bool:
    members = (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    )
    return depth > 0 and all(_nests_within(depth - 1, member) for member in members)


def _write_object(
    value: Chapter | Chapters | Location, rows: tuple[_Row, ...], where: str
) -> dict[str, Any]:
    defaults = attrs.fields_dict(type(value))
    data: dict[str, Any] = {}
    for row in rows:
        held = getattr(value, row.field)
        if held != defaults[row.field].default:
            held = not held if row.opposite else held
            data[row.key] = row.kind.write(held, where + row.field)
    for index, extension in enumerate(value.extensions):
        data[extension.name] = _write_extension(
            extension, data, rows, f"{where}extensions[{index}]"
        )
    return data


def _write_extension(
    extension: Extension, data: dict[str, Any], rows: tuple[_Row, ...], where: str
) -> Any:  # noqa: ANN401 -- whatever JSON holds
    """Give the value of a key that reads back as the extension that it is."""
    name = extension.name
    if extension != Extension(kind="json", name=name, text=extension.text):
        refuse(where, "a key of JSON holds nothing but its value, in the extension's text")
    if name in data:
        refuse(where, f"{name!r:.80} stands here already")
    if name:
        check_text(name, where)
    try:
        value = _parse(extension.text or "")
    except ParseError as error:
        raise UnrepresentableError(str(error), where=where) from error
    spelled = _spelled(value)
    if spelled is None:
        refuse(where, "the value is no number, or nests too deeply")
    if spelled != extension.text:
        refuse(where, f"this JSON is spelled {spelled!r:.80} here")
    row = _by_key(rows, data).get(name)
    if row and (value is None or value == "" or _read_value(value, row, where, ignore) is not None):
        refuse(where, f"this is the field {row.field}: set it")
    return value

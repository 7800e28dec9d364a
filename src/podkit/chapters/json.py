"""JSON chapters, version 1.2 (podcast namespace, ``docs/examples/chapters/jsonChapters.md``).

The file that ``<podcast:chapters>`` points to. Keys that the two tables below don't name are
reported and not kept. Times are written as they are: whole seconds as integers.
"""

import json
import math
import reprlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import attrs

from podkit._clock import read_clock
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._text import check_text, decode
from podkit.chapters._carry import check_time
from podkit.chapters._order import report_order
from podkit.errors import OnProblem, ParseError, Problem, ignore
from podkit.models import Chapter, Chapters

__all__ = ["dumps", "loads", "read", "write"]

_VERSION = "1.2.0"


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Chapters:
    """Read JSON chapters; a bare list of chapters is read too.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: keys that are unknown or stand twice, values of
            another type (read as the nearest value of the right one), chapters without a start
            (left out) or out of order.

    Raises:
        ParseError: the text isn't JSON, or holds no list of chapters.

    >>> marks = loads('{"version": "1.2.0", "chapters": [{"startTime": 94, "title": "News"}]}')
    >>> marks[0].start, marks[0].title
    (94.0, 'News')
    """
    data = _parse(decode(text, on_problem), on_problem)
    if isinstance(data, list):
        on_problem(Problem(id="bare-list", message="expected an object around the list"))
        data = {"chapters": data}
    entries = data.get("chapters") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise ParseError("expected an object with a list named 'chapters'")
    facts = {key: value for key, value in data.items() if key not in ("version", "chapters")}
    chapters = Chapters(
        chapters=tuple(_read_chapters(entries, on_problem)),
        **_read_object(facts, _FILE, "", on_problem),
    )
    report_order(chapters, on_problem)
    return chapters


def dumps(chapters: Chapters) -> str:
    """Write JSON chapters; every field of `Chapters` has its place.

    Raises:
        UnrepresentableError: a time is negative, or a text empty or not Unicode.

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
    data = {
        "version": _VERSION,
        **_write_object(chapters, _FILE, ""),
        "chapters": [
            _write_object(chapter, _CHAPTER, f"chapters[{index}].")
            for index, chapter in enumerate(chapters)
        ],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def read(source: Source, *, on_problem: OnProblem = ignore) -> Chapters:
    """Read JSON chapters from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b'{"chapters": [{"startTime": 0}]}'))[0].start
    0.0
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(chapters: Chapters, target: Target) -> None:
    """Write JSON chapters to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Chapters(), file)
    >>> file.getvalue().splitlines()[1]
    b'  "version": "1.2.0",'
    """
    write_bytes(target, dumps(chapters).encode())


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
    """A key of the file, the field that holds its value or the opposite, and the value's kind."""

    key: str
    field: str
    kind: _Kind
    opposite: bool = False


_FILE = (
    _Row("author", "author", _TEXT),
    _Row("title", "title", _TEXT),
    _Row("podcastName", "podcast_name", _TEXT),
    _Row("description", "description", _TEXT),
    _Row("fileName", "file_name", _TEXT),
    _Row("waypoints", "waypoints", _FLAG),
)
_CHAPTER = (
    _Row("startTime", "start", _TIME),
    _Row("endTime", "end", _TIME),
    _Row("title", "title", _TEXT),
    _Row("url", "url", _TEXT),
    _Row("img", "image", _TEXT),
    _Row("toc", "hidden", _FLAG, opposite=True),
)


def _parse(text: str, on_problem: OnProblem) -> Any:  # noqa: ANN401 -- whatever JSON holds
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
        fields = _read_object(entry, _CHAPTER, where, on_problem) if isinstance(entry, dict) else {}
        if "start" in fields:
            yield Chapter(**fields)
        else:
            message = "left out, as it has no startTime"
            on_problem(Problem(id="missing-start", message=message, where=where))


def _read_object(
    data: dict[str, object], rows: tuple[_Row, ...], where: str, on_problem: OnProblem
) -> dict[str, Any]:
    known = {row.key: row for row in rows}
    fields = {}
    for key, value in data.items():
        if key not in known:
            message = f"not kept: {key!r:.80} is unknown here"
            on_problem(Problem(id="unknown-key", message=message, where=where or None))
        elif value is not None and value != "":
            place = f"{where}.{key}" if where else key
            fields[known[key].field] = _read_value(value, known[key], place, on_problem)
    return {name: value for name, value in fields.items() if value is not None}


def _read_value(value: object, row: _Row, where: str, on_problem: OnProblem) -> Any:  # noqa: ANN401
    nearest = row.kind.nearest(value)
    if nearest != value:
        result = "left out" if nearest is None else f"read as {nearest!r}"
        message = f"expected {row.kind.expected}, found {reprlib.repr(value)}; {result}"
        on_problem(Problem(id="wrong-type", message=message, where=where))
    return nearest if nearest is None or not row.opposite else not nearest


def _write_object(value: Chapter | Chapters, rows: tuple[_Row, ...], where: str) -> dict[str, Any]:
    defaults = attrs.fields_dict(type(value))
    data = {}
    for row in rows:
        held = getattr(value, row.field)
        if held != defaults[row.field].default:
            held = not held if row.opposite else held
            data[row.key] = row.kind.write(held, where + row.field)
    return data

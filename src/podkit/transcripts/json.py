"""JSON transcripts, version 1.0.0 (podcast namespace, ``docs/examples/transcripts``).

A segment carries a cue's speaker, start, end and text. There is no place for a language, which is
left out: the feed's link to the file carries it.
"""

import json
import math
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from podkit._clock import read_clock
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit.errors import OnProblem, ParseError, Problem, ignore
from podkit.models import Cue, Transcript
from podkit.transcripts._reading import make_transcript, normalise, read_source, tidy_name
from podkit.transcripts._writing import check_cue, timed_spans

__all__ = ["dumps", "loads", "read", "write"]

_VERSION = "1.0.0"
# More than any episode lasts: times beyond it that are whole numbers must be milliseconds.
_LONGEST_EPISODE = 48 * 3600


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    """Read a JSON transcript; a bare list of segments is read too.

    Times are seconds, even where they look like milliseconds; this is reported.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: unknown keys, values of another type (read as the
            nearest value of the right one), segments without a text (left out) or a start, times
            that look like milliseconds, are out of order, or end before they start.

    Raises:
        ParseError: the text isn't JSON, or holds no list of segments that have a ``body``.

    >>> loads('{"segments": [{"speaker": "Ann", "startTime": 0.5, "body": "Hello."}]}').cues
    (Cue(text='Hello.', start=0.5, end=None, speaker='Ann'),)
    """
    data = _parse(read_source(text, on_problem))
    if isinstance(data, list):
        on_problem(Problem(id="bare-list", message="expected an object around the list"))
        data = {"segments": data}
    segments = data.get("segments") if isinstance(data, dict) else None
    if not isinstance(segments, list):
        raise ParseError("expected an object with a list named 'segments'")
    if segments and not any(isinstance(each, dict) and "body" in each for each in segments):
        raise ParseError("expected segments with a 'body', as the podcast namespace has them")
    for key in data:
        if key not in ("version", "segments"):
            on_problem(Problem(id="unknown-key", message="not kept: unknown here", where=key))
    cues = list(_read_segments(segments, on_problem))
    _report_milliseconds(cues, on_problem)
    return make_transcript(cues, None, on_problem)


def dumps(transcript: Transcript) -> str:
    """Write a JSON transcript, a line for each segment.

    Raises:
        UnrepresentableError: a cue has no start, or ends before it starts; or a text isn't Unicode.

    >>> print(dumps(Transcript(cues=[Cue(text="Hello.", start=0.5, speaker="Ann")])), end="")
    {
      "version": "1.0.0",
      "segments": [
        {"speaker": "Ann", "startTime": 0.5, "body": "Hello."}
      ]
    }
    """
    lines = []
    for index, (cue, (start, end)) in enumerate(
        zip(transcript.cues, timed_spans(transcript), strict=True)
    ):
        check_cue(cue, f"cues[{index}].")
        segment = {
            "speaker": cue.speaker,
            "startTime": _number(start),
            "endTime": None if end is None else _number(end),
            "body": cue.text,
        }
        held = {key: value for key, value in segment.items() if value is not None}
        lines.append(f"    {json.dumps(held, ensure_ascii=False)}")
    segments = "\n" + ",\n".join(lines) + "\n  " if lines else ""
    return f'{{\n  "version": "{_VERSION}",\n  "segments": [{segments}]\n}}\n'


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    """Read a JSON transcript from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b'[{"startTime": 0, "body": "Hello."}]')).cues[0].start
    0.0
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target) -> None:
    """Write a JSON transcript to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Transcript(), file)
    >>> file.getvalue().splitlines()[2]
    b'  "segments": []'
    """
    write_bytes(target, dumps(transcript).encode())


def _read_text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and type(value) is not bool else None


def _read_time(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        time = float(value)
    except (ValueError, OverflowError):
        return read_clock(str(value)[:20])
    return max(time, 0.0) if math.isfinite(time) else None


class _Kind(NamedTuple):
    """A type of JSON value: its name, and the nearest such value to another."""

    expected: str
    nearest: Callable[[object], Any]


_TEXT = _Kind("a text", _read_text)
_TIME = _Kind("a number of seconds", _read_time)
# A segment's keys, and the fields of `Cue` that hold their values.
_SEGMENT = {
    "speaker": ("speaker", _TEXT),
    "startTime": ("start", _TIME),
    "endTime": ("end", _TIME),
    "body": ("text", _TEXT),
}


def _parse(text: str) -> Any:  # noqa: ANN401 -- whatever JSON holds
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ParseError(f"this isn't JSON: {error.msg}", line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise ParseError(f"this JSON is beyond reading: {error}") from error


def _read_segments(segments: list[object], on_problem: OnProblem) -> Iterator[Cue]:
    for index, segment in enumerate(segments):
        where = f"segments[{index}]"
        fields = _read_fields(segment, where, on_problem) if isinstance(segment, dict) else {}
        text = normalise(fields.get("text", "")).strip()
        if not text:
            message = "left out, as it has no body"
            on_problem(Problem(id="empty-cue", message=message, where=where))
            continue
        if "start" not in fields:
            message = "has no startTime; kept without times"
            on_problem(Problem(id="missing-start", message=message, where=where))
            fields.pop("end", None)
        yield Cue(
            text=text,
            start=fields.get("start"),
            end=fields.get("end"),
            speaker=tidy_name(normalise(fields.get("speaker", ""))),
        )


def _read_fields(segment: dict[str, object], where: str, on_problem: OnProblem) -> dict[str, Any]:
    fields = {}
    for key, value in segment.items():
        place = f"{where}.{key}"
        if key not in _SEGMENT:
            on_problem(Problem(id="unknown-key", message="not kept: unknown here", where=place))
        elif value is not None:
            field, kind = _SEGMENT[key]
            fields[field] = _read_value(value, kind, place, on_problem)
    return {field: value for field, value in fields.items() if value is not None}


def _read_value(value: object, kind: _Kind, where: str, on_problem: OnProblem) -> Any:  # noqa: ANN401
    nearest = kind.nearest(value)
    if nearest != value:
        result = "left out" if nearest is None else f"read as {nearest!r}"
        message = f"expected {kind.expected}, found {value!r:.80}; {result}"
        on_problem(Problem(id="wrong-type", message=message, where=where))
    return nearest


def _report_milliseconds(cues: list[Cue], on_problem: OnProblem) -> None:
    times = [time for cue in cues for time in (cue.start, cue.end) if time is not None]
    if times and max(times) > _LONGEST_EPISODE and all(map(float.is_integer, times)):
        message = f"the times reach {max(times):.0f} seconds, and seem to be milliseconds"
        on_problem(Problem(id="milliseconds", message=message, where="segments"))


def _number(time: float) -> float | int:
    return int(time) if time.is_integer() else time

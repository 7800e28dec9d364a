"""What every transcript format does when reading: bring text to one form, report odd times."""

import functools
import re
from collections.abc import Iterable
from typing import Any

from podkit._construct import constructor
from podkit._text import decode
from podkit.errors import OnProblem, ParseError, Problem
from podkit.models import Cue, Transcript

__all__ = [
    "PROLOG",
    "Lines",
    "Parts",
    "decode_text",
    "is_language",
    "make_transcript",
    "normalise",
    "read_source",
    "read_stamp",
    "read_stamps",
    "seconds",
    "tidy_name",
]

# What may stand before the root of XML: its declaration, comments, and a document type.
PROLOG = (
    r"(?:(?:<\?(?s:.*?)\?>|<!--(?s:.*?)-->|"
    r"<!(?i:doctype)[^\[>]*+(?:\[(?s:.*?)\]\s*+)?>)\s*+)*+"
)
# Other files, by their first bytes, with which no text begins.
_BINARY = {
    rb"\xff[\xf2\xf3\xfa\xfb]|ID3[\x02-\x04]": "MP3 audio",
    rb"OggS|fLaC|RIFF|(?s:....)ftyp": "audio or video",
    rb"\x89PNG|\xff\xd8\xff|GIF8": "a picture",
    rb"\x1f\x8b": "data packed by gzip; unpack it",
    rb"PK(?:\x03\x04|\x05\x06)": "an archive, such as a document of Word; save it as text",
}
_LANGUAGE = re.compile(r"[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SECONDS = {f"{number:02d}": number * 1000 for number in range(100)}
_MILLISECONDS = {f"{number:03d}": number for number in range(1000)}
_transcript = constructor(Transcript)


class Lines:
    r"""Tells the lines of places in a text, from ``first`` on, quickly for those near the last.

    >>> lines = Lines("a\nb\nc")
    >>> lines.at(4), lines.at(2)
    (3, 2)
    """

    def __init__(self, text: str, *, first: int = 1) -> None:
        self._text = text
        self._position = 0
        self._line = first

    def at(self, position: int) -> int:
        """Give the line of a place."""
        first, last = sorted((self._position, position))
        lines = self._text.count("\n", first, last)
        self._line += lines if position == last else -lines
        self._position = position
        return self._line


class Parts:
    r"""Tells the lines of places in the parts that a pattern splits a text into.

    >>> parts = Parts("a-b\n-c\nd", re.compile("-"))
    >>> parts.line_at(2, 2)
    3
    """

    def __init__(self, text: str, pattern: re.Pattern[str], *, first: int = 1) -> None:
        self._text = text
        self._pattern = pattern
        self._lines = Lines(text, first=first)

    def line_at(self, number: int, position: int) -> int:
        """Give the line of a place in the part of this number, counted from 0."""
        return self._lines.at(self._starts[number] + position)

    @functools.cached_property
    def _starts(self) -> list[int]:
        """Where the parts start: needed for problems alone, so that it isn't known from reading."""
        return [0, *(match.end() for match in self._pattern.finditer(self._text))]


def read_source(data: str | bytes, on_problem: OnProblem) -> str:
    r"""Decode what a file holds, and give its lines one kind of end.

    >>> from podkit.errors import ignore
    >>> read_source(b"\xef\xbb\xbfWEBVTT\r\n\r\n", ignore)
    'WEBVTT\n\n'
    """
    return normalise(decode_text(data, on_problem))


def decode_text(data: str | bytes, on_problem: OnProblem) -> str:
    r"""Decode what a file holds, as `podkit._text.decode` does, unless it is known to be no text.

    Raises:
        ParseError: this is a file of another kind.

    >>> decode_text(b"\xff\xfb\x90d", print)
    Traceback (most recent call last):
    podkit.errors.ParseError: expected text, found MP3 audio
    """
    if isinstance(data, bytes):
        for start, kind in _BINARY.items():
            if re.match(start, data):
                raise ParseError(f"expected text, found {kind}")
    return decode(data, on_problem)


def normalise(text: str) -> str:
    r"""Give all line breaks one form, and replace what is no character as browsers do.

    A byte order mark within the text, which joined files have, says nothing and is removed.

    >>> normalise("a\r\nb\rc\0\ufeff")
    'a\nb\nc�'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}").replace("\ufeff", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    return text


@functools.lru_cache(maxsize=256)
def tidy_name(text: str) -> str | None:
    r"""Give a speaker's name with single spaces, or None for an empty one.

    >>> tidy_name(" Ann\n  Lee"), tidy_name(" ")
    ('Ann Lee', None)
    """
    return " ".join(text.split()) or None


def seconds(hours: str | None, minutes: str | None, whole: str, fraction: str | None) -> float:
    """Make seconds, to the millisecond, of the digits of a time.

    >>> seconds("1", "02", "03", "5"), seconds(None, None, "3", None)
    (3723.5, 3.0)
    """
    milliseconds = int((fraction or "0").ljust(3, "0")[:3])
    minute = int(hours or 0) * 60 + int(minutes or 0)
    return ((minute * 60 + int(whole)) * 1000 + milliseconds) / 1000


def read_stamp(minutes: str, second: str, millisecond: str) -> float:
    """Read a time of three parts: hours, if any, and minutes; 2 digits; and 3 digits.

    >>> read_stamp("01:02", "03", "500"), read_stamp("02", "03", "500")
    (3723.5, 123.5)
    """
    return (_minutes(minutes) + _SECONDS[second] + _MILLISECONDS[millisecond]) / 1000


def read_stamps(
    minutes: Iterable[str], seconds: Iterable[str], milliseconds: Iterable[str]
) -> list[float]:
    """Read columns of times, each of three parts, as `read_stamp` does.

    >>> read_stamps(["01:02", "62"], ["03", "04"], ["500", "250"])
    [3723.5, 3724.25]
    """
    known = _Minutes()
    return [
        (known[minute] + _SECONDS[second] + _MILLISECONDS[millisecond]) / 1000
        for minute, second, millisecond in zip(minutes, seconds, milliseconds, strict=True)
    ]


def is_language(text: str) -> bool:
    """Tell whether a text is built like a language tag.

    >>> is_language("de-CH"), is_language("en_US")
    (True, False)
    """
    return _LANGUAGE.fullmatch(text) is not None


def make_transcript(
    cues: list[Cue],
    language: str | None,
    on_problem: OnProblem,
    details: dict[str, Any] | None = None,
) -> Transcript:
    """Make the transcript, and report what is odd in it: times out of order, a language that isn't.

    >>> cues = [Cue(text="Hello.", start=9, end=8), Cue(text="Goodbye.", start=5)]
    >>> transcript = make_transcript(cues, None, print)
    cues[0]: ends at 8.0 seconds, before its start at 9.0
    cues[1]: starts at 5.0 seconds, before the cue that it follows
    """
    if language and not is_language(language):
        message = f"left out: expected a BCP 47 tag, found {language!r:.80}"
        on_problem(Problem(id="not-a-language", message=message, where="language"))
        language = None
    latest = 0.0
    for index, cue in enumerate(cues):
        start, end = cue.start, cue.end
        if start is None:
            continue
        if start < latest:
            message = f"starts at {start} seconds, before the cue that it follows"
            on_problem(Problem(id="out-of-order", message=message, where=f"cues[{index}]"))
        if end is not None and end < start:
            message = f"ends at {end} seconds, before its start at {start}"
            on_problem(Problem(id="end-before-start", message=message, where=f"cues[{index}]"))
        latest = start
    transcript: Transcript = _transcript(
        {"cues": cues, "language": language or None, **(details or {})}
    )
    return transcript


class _Minutes(dict[str, int]):
    """Minutes as `_minutes` reads them: few are different in one file."""

    def __missing__(self, text: str) -> int:
        self[text] = _minutes(text)
        return self[text]


def _minutes(text: str) -> int:
    """Read hours, if any, and minutes as milliseconds."""
    hours, _, minutes = text.rpartition(":")
    return (int(hours or 0) * 60 + int(minutes)) * 60_000

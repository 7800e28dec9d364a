"""What every transcript format does when reading: bring text to one form, report odd times."""

import re

from podkit._text import decode
from podkit.errors import OnProblem, Problem
from podkit.models import Cue, Transcript

__all__ = [
    "is_language",
    "make_transcript",
    "normalise",
    "read_source",
    "report",
    "seconds",
    "tidy_name",
]

_LANGUAGE = re.compile(r"[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*")


def read_source(data: str | bytes, on_problem: OnProblem) -> str:
    r"""Decode what a file holds, and give its lines one kind of end.

    >>> from podkit.errors import ignore
    >>> read_source(b"\xef\xbb\xbfWEBVTT\r\n\r\n", ignore)
    'WEBVTT\n\n'
    """
    return normalise(decode(data, on_problem))


def normalise(text: str) -> str:
    r"""Give all line breaks one form, and replace what is no character as browsers do.

    A byte order mark within the text, which joined files have, says nothing and is removed.

    >>> normalise("a\r\nb\rc\0\ufeff")
    'a\nb\nc�'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}").replace("\ufeff", "")
    return text.encode("utf-8", "replace").decode()


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


def is_language(text: str) -> bool:
    """Tell whether a text is built like a language tag.

    >>> is_language("de-CH"), is_language("en_US")
    (True, False)
    """
    return _LANGUAGE.fullmatch(text) is not None


def make_transcript(cues: list[Cue], language: str | None, on_problem: OnProblem) -> Transcript:
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
        if cue.start is None:
            continue
        if cue.start < latest:
            message = f"starts at {cue.start} seconds, before the cue that it follows"
            on_problem(Problem(id="out-of-order", message=message, where=f"cues[{index}]"))
        if cue.end is not None and cue.end < cue.start:
            message = f"ends at {cue.end} seconds, before its start at {cue.start}"
            on_problem(Problem(id="end-before-start", message=message, where=f"cues[{index}]"))
        latest = cue.start
    return Transcript(cues=tuple(cues), language=language or None)


def report(on_problem: OnProblem, kind: str, message: str, line: int) -> None:
    """Report a problem of a line.

    >>> report(print, "not-kept", "not kept: a NOTE block", 3)
    line 3: not kept: a NOTE block
    """
    on_problem(Problem(id=kind, message=message, line=line))

"""Chapter lists in the files that carry them: one module for each format, and the same four verbs.

Reading picks the format by content; writing by ``format=`` or by the file's suffix. A new format is
a module and a row in the table below. What a format can't carry is refused in writing, or dropped
where the caller says ``lossy=True``. `players` says what players will make of chapters; `editing`
has what makes chapters of chapters.
"""

from typing import Protocol

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._formats import Format, Formats, Verbs
from podkit._text import decode
from podkit.chapters import (
    cue,
    editing,
    ffmetadata,
    json,
    labels,
    matroska,
    ogm,
    players,
    psc,
    text,
    vtt,
)
from podkit.chapters._ends import with_ends
from podkit.chapters.editing import clip, cut, insert, shift
from podkit.errors import OnProblem, ignore
from podkit.models import Chapters

__all__ = [
    "clip",
    "cue",
    "cut",
    "dumps",
    "editing",
    "ffmetadata",
    "insert",
    "json",
    "labels",
    "loads",
    "matroska",
    "ogm",
    "players",
    "psc",
    "read",
    "shift",
    "text",
    "vtt",
    "with_ends",
    "write",
]


class _Verbs(Verbs[Chapters], Protocol):
    """What each format's module does."""

    def dumps(self, value: Chapters, /, *, lossy: bool = ...) -> str: ...


# What may stand before the root of XML, and the facts of a cue sheet before its first track.
_XML = r"(?s:\s*(?:(?:<\?[^>]*>|<!--(?:(?!-->).)*-->|<!(?!--)[^>]*>)\s*)*)"
_CUE = r"(?:REM|PERFORMER|TITLE|FILE|CATALOG|SONGWRITER|CDTEXTFILE)[ \t][^\n]*\n\s*"
# A list of tracks in show notes has other words after their numbers.
_TRACK_TYPES = r"(?:AUDIO|CDG|MODE\d|CDI)"
# A suffix is looked for from top to bottom, so that a longer one stands above its own end.
_FORMATS: Formats[_Verbs] = Formats(
    "chapter",
    {
        "json": Format(json, (".json",), r"\s*(?:\{|\[\s*[{\]])"),
        "matroska": Format(matroska, (".mkv.xml",), rf"{_XML}<Chapters[\s/>]"),
        "psc": Format(psc, (".psc", ".xml"), rf"{_XML}<(?:[\w.-]+:)?chapters[\s/>]"),
        "ffmetadata": Format(ffmetadata, (".ffmetadata", ".ffmeta"), r";FFMETADATA"),
        "vtt": Format(vtt, (".vtt",), r"WEBVTT(?![^ \t\r\n])"),
        "cue": Format(cue, (".cue",), rf"(?i:\s*(?:{_CUE})*TRACK[ \t]+\d+[ \t]+{_TRACK_TYPES})"),
        "labels": Format(labels, (".labels",), r"\s*\d+(?:[.,]\d+)?\t\d+(?:[.,]\d+)?(?!\S)"),
        "ogm": Format(ogm, (".ogm.txt",), r"(?i:\s*CHAPTER\d+\s*=)"),
        "text": Format(text, (".txt",)),
    },
)


def loads(
    text: str | bytes,
    *,
    format: str | None = None,
    on_problem: OnProblem = ignore,
) -> Chapters:
    r"""Read chapters.

    Args:
        text: the file's text, or its bytes.
        format: ``"json"``, ``"psc"`` or another one of the formats; picked by content when absent.
        on_problem: receives what was forgiven.

    Raises:
        ParseError: the text is not of the format.
        UnsupportedFormatError: no format has this name.

    >>> [chapter.start for chapter in loads("0:00 Intro\n1:05 The news")]
    [0.0, 65.0]
    """
    verbs = _FORMATS.for_reading(format, "" if format else decode(text, ignore))
    return verbs.loads(text, on_problem=on_problem)


def dumps(chapters: Chapters, *, format: str, lossy: bool = False) -> str:
    r"""Write chapters as text.

    Args:
        chapters: the chapters.
        format: ``"json"``, ``"psc"`` or another one of the formats.
        lossy: leave out what the format has no place for. Chapters that stand within others are
            put into the one list, in order of time; hidden ones are left out, as they would be
            shown.

    Raises:
        UnrepresentableError: the format can't carry a value; the error names it.
        UnsupportedFormatError: no format has this name.

    >>> marks = loads('{"chapters": [{"startTime": 65, "endTime": 90, "title": "The news"}]}')
    >>> dumps(marks, format="text", lossy=True)
    '1:05 The news\n'
    """
    return _FORMATS.named(format).dumps(chapters, lossy=lossy)


def read(
    source: Source,
    *,
    format: str | None = None,
    on_problem: OnProblem = ignore,
) -> Chapters:
    r"""Read chapters from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"0:00 Intro\n1:05 The news"))[1].title
    'The news'
    """
    return loads(read_bytes(source), format=format, on_problem=on_problem)


def write(
    chapters: Chapters,
    target: Target,
    *,
    format: str | None = None,
    lossy: bool = False,
) -> None:
    r"""Write chapters to a path or an open binary file.

    Args:
        chapters: the chapters.
        target: where to write.
        format: ``"json"``, ``"psc"`` or another one of the formats; picked by the suffix when
            absent, such as ``.json`` or ``.psc``.
        lossy: leave out what the format has no place for, as `dumps` does.

    Raises:
        UnrepresentableError: the format can't carry a value; nothing was written.
        UnsupportedFormatError: no format has this name or suffix.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(loads("1:05 The news"), file, format="text")
    >>> file.getvalue()
    b'1:05 The news\n'
    """
    data = _FORMATS.for_writing(format, target).dumps(chapters, lossy=lossy)
    write_bytes(target, data.encode())

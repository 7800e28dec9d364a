"""Chapter lists in the files that carry them: one module for each format, and the same four verbs.

Reading picks the format by content; writing by ``format=`` or by the file's suffix. A new format is
a module and a row in the table below.
"""

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._formats import Format, Formats
from podkit._text import decode
from podkit.chapters import ffmetadata, json, text
from podkit.errors import OnProblem, ignore
from podkit.models import Chapters

__all__ = ["dumps", "ffmetadata", "json", "loads", "read", "text", "write"]

_FORMATS: Formats[Chapters] = Formats(
    "chapter",
    {
        "json": Format(json, (".json",), r"\s*(?:\{|\[\s*[{\]])"),
        "ffmetadata": Format(ffmetadata, (".ffmetadata", ".ffmeta"), r";FFMETADATA"),
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
        format: ``"json"``, ``"ffmetadata"`` or ``"text"``; picked by content when absent.
        on_problem: receives what was forgiven.

    Raises:
        ParseError: the text is not of the format.
        UnsupportedFormatError: no format has this name.

    >>> [chapter.start for chapter in loads("0:00 Intro\n1:05 The news")]
    [0.0, 65.0]
    """
    text = decode(text, on_problem)
    return _FORMATS.for_reading(format, text).loads(text, on_problem=on_problem)


def dumps(chapters: Chapters, *, format: str) -> str:
    r"""Write chapters as text.

    Args:
        chapters: the chapters.
        format: ``"json"``, ``"ffmetadata"`` or ``"text"``.

    Raises:
        UnrepresentableError: the format can't carry a value; the error names it.
        UnsupportedFormatError: no format has this name.

    >>> marks = loads('{"chapters": [{"startTime": 65, "title": "The news"}]}')
    >>> dumps(marks, format="text")
    '1:05 The news\n'
    """
    return _FORMATS.named(format).dumps(chapters)


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
) -> None:
    r"""Write chapters to a path or an open binary file.

    Args:
        chapters: the chapters.
        target: where to write.
        format: ``"json"``, ``"ffmetadata"`` or ``"text"``; picked by the suffix when absent:
            ``.json``, ``.ffmetadata``, ``.ffmeta`` or ``.txt``.

    Raises:
        UnrepresentableError: the format can't carry a value; nothing was written.
        UnsupportedFormatError: no format has this name or suffix.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(loads("1:05 The news"), file, format="text")
    >>> file.getvalue()
    b'1:05 The news\n'
    """
    write_bytes(target, _FORMATS.for_writing(format, target).dumps(chapters).encode())

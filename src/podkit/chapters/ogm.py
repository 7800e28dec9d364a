"""Chapters as Vorbis comments have them, and OGM tools (Xiph wiki, "Chapter Extension").

MP4Box and mkvmerge read and write them too. Two lines carry a chapter, ``CHAPTER01=00:01:05.000``
its start and ``CHAPTER01NAME=`` its title; a third one, ``CHAPTER01URL=``, a link. Times are to the
millisecond.
"""

import re
from collections.abc import Iterator

from podkit._carry import Carries, carried, check_clock, check_line
from podkit._clock import read_clock
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import report
from podkit._text import decode
from podkit.chapters._order import report_order
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Chapter, Chapters

__all__ = ["dumps", "loads", "read", "write"]

CARRIES = Carries(("start", "title", "url"))
_LINE = re.compile(r"\s*CHAPTER(\d{1,6})(|NAME|URL)\s*=(.*)", re.IGNORECASE | re.ASCII)


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Chapters:
    r"""Read such lines; chapters are in the order of the file, not of their numbers.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: other lines, lines that stand twice, chapters
            without a time (left out) or out of order.

    Raises:
        ParseError: there is text, but no such line.

    >>> loads("CHAPTER01=00:01:05.000\nCHAPTER01NAME=The news\n")[0].title
    'The news'
    """
    text = decode(text, on_problem)
    entries: dict[int, dict[str, tuple[str, int]]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        match = _LINE.fullmatch(line)
        if match:
            entry = entries.setdefault(int(match[1]), {})
            key = match[2].upper()
            if key in entry:
                message = f"CHAPTER{match[1]}{key} again; the last one counts"
                report(on_problem, "repeated-key", message, number)
            entry[key] = (match[3].strip(), number)
        elif line.strip():
            message = f"left out, as it is no line of a chapter: {line:.80}"
            report(on_problem, "not-a-chapter", message, number)
    if text.strip() and not entries:
        raise ParseError("expected lines such as CHAPTER01=00:01:05.000")
    chapters = Chapters(chapters=tuple(_read_chapters(entries, on_problem)))
    report_order(chapters, on_problem)
    return chapters


def dumps(chapters: Chapters, *, lossy: bool = False) -> str:
    r"""Write lines for each chapter, numbered from 1; the line of the name is there in any case.

    Args:
        chapters: the chapters.
        lossy: leave out what the lines have no place for, such as ends; and put chapters that
            stand within others into the one list, and leave out hidden ones.

    Raises:
        UnrepresentableError: there is such a thing, and it may not be lost; or a time or text
            would not read back as it is.

    >>> dumps(Chapters(chapters=[Chapter(start=65, title="The news")]))
    'CHAPTER01=00:01:05.000\nCHAPTER01NAME=The news\n'
    """
    chapters = carried(chapters, CARRIES, lossy=lossy)
    width = max(2, len(str(len(chapters))))
    lines = [
        line
        for index, chapter in enumerate(chapters)
        for line in _lines(chapter, f"CHAPTER{index + 1:0{width}d}", f"chapters[{index}]")
    ]
    return "".join(f"{line}\n" for line in lines)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Chapters:
    """Read such lines from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"CHAPTER01=00:01:05.000"))[0].start
    65.0
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(chapters: Chapters, target: Target, *, lossy: bool = False) -> None:
    r"""Write such lines to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Chapters(chapters=[Chapter(start=65)]), file)
    >>> file.getvalue()
    b'CHAPTER01=00:01:05.000\nCHAPTER01NAME=\n'
    """
    write_bytes(target, dumps(chapters, lossy=lossy).encode())


def _read_chapters(
    entries: dict[int, dict[str, tuple[str, int]]], on_problem: OnProblem
) -> Iterator[Chapter]:
    for number, entry in entries.items():
        clock, line = entry.get("", ("", min(line for _, line in entry.values())))
        start = read_clock(clock)
        if start is None:
            message = f"left out, as chapter {number} has no time such as 00:01:05.000: {clock:.80}"
            report(on_problem, "missing-start", message, line)
        else:
            title, url = (entry.get(key, ("", 0))[0] or None for key in ("NAME", "URL"))
            yield Chapter(start=round(start, 3), title=title, url=url)


def _lines(chapter: Chapter, key: str, where: str) -> Iterator[str]:
    yield f"{key}={check_clock(chapter.start, f'{where}.start', decimals=3)}"
    yield f"{key}NAME={check_line(chapter.title, f'{where}.title')}"
    if chapter.url is not None:
        yield f"{key}URL={check_line(chapter.url, f'{where}.url')}"

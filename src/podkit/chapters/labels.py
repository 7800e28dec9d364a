r"""Audacity's labels (Audacity Manual, "Importing and Exporting Labels").

A line carries a start, an end and a title, parted by tabs, the times in seconds to the microsecond.
A label at a point, whose end is its start, is read as a chapter without an end.
"""

import re

from podkit._carry import Carries, carried, check_line, check_time
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import refuse, report
from podkit._text import decode
from podkit.chapters._order import report_order
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Chapter, Chapters

__all__ = ["dumps", "loads", "read", "write"]

CARRIES = Carries(("start", "end", "title"))
_TIME = r"(\d{1,9}(?:[.,]\d{1,20})?)"  # some locales' Audacity wrote commas
_LABEL = re.compile(rf"[ ]*{_TIME}\t{_TIME}(?:\t(.*))?")
_LATEST = 10**9
# The frequencies of a label of spectral selection, on a line of their own.
_FREQUENCIES = re.compile(r"\\\t[^\t]*\t[^\t]*")


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Chapters:
    r"""Read labels.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: other lines, among them those of frequencies, and
            chapters out of order.

    Raises:
        ParseError: there is text, but no label.

    >>> loads("0.000000\t0.000000\tIntro\n65.000000\t120.500000\tThe news\n")[1].end
    120.5
    """
    text = decode(text, on_problem)
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        chapter = _chapter(line)
        if chapter:
            found.append(chapter)
        elif _FREQUENCIES.fullmatch(line):
            report(
                on_problem, "not-kept", f"not kept: the label's frequencies,{line[1:80]}", number
            )
        elif line.strip():
            report(on_problem, "not-a-chapter", f"left out, as it is no label: {line:.80}", number)
    if text.strip() and not found:
        raise ParseError("expected lines of a start, an end and a title, parted by tabs")
    chapters = Chapters(chapters=tuple(found))
    report_order(chapters, on_problem)
    return chapters


def dumps(chapters: Chapters, *, lossy: bool = False) -> str:
    r"""Write a label for each chapter; one without an end is a point.

    Args:
        chapters: the chapters.
        lossy: leave out what a label has no place for, such as links; and put chapters that stand
            within others into the one list, and leave out hidden ones.

    Raises:
        UnrepresentableError: there is such a thing, and it may not be lost; or a time or title
            would not read back as it is.

    >>> marks = Chapters(chapters=[Chapter(start=0, title="Intro"), Chapter(start=65, end=120.5)])
    >>> dumps(marks)
    '0.000000\t0.000000\tIntro\n65.000000\t120.500000\t\n'
    """
    chapters = carried(chapters, CARRIES, lossy=lossy)
    lines = [_line(chapter, f"chapters[{index}]") for index, chapter in enumerate(chapters)]
    return "".join(f"{line}\n" for line in lines)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Chapters:
    r"""Read labels from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"65.0\t65.0\tThe news\n"))[0].title
    'The news'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(chapters: Chapters, target: Target, *, lossy: bool = False) -> None:
    r"""Write labels to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Chapters(chapters=[Chapter(start=65, title="The news")]), file)
    >>> file.getvalue()
    b'65.000000\t65.000000\tThe news\n'
    """
    write_bytes(target, dumps(chapters, lossy=lossy).encode())


def _chapter(line: str) -> Chapter | None:
    match = _LABEL.fullmatch(line)
    if not match:
        return None
    start, end = (round(float(time.replace(",", ".")), 6) for time in match.group(1, 2))
    title = (match[3] or "").strip()
    return Chapter(start=start, end=None if end == start else end, title=title or None)


def _line(chapter: Chapter, where: str) -> str:
    start = _microseconds(chapter.start, f"{where}.start")
    end = start if chapter.end is None else _microseconds(chapter.end, f"{where}.end")
    if chapter.end is not None and end == start:
        refuse(f"{where}.end", "a label that ends where it starts is a point: leave the end absent")
    return f"{start}\t{end}\t{check_line(chapter.title, f'{where}.title')}"


def _microseconds(seconds: float, where: str) -> str:
    if seconds >= _LATEST:
        refuse(where, f"{seconds} seconds are more than a label holds")
    return f"{check_time(seconds, where):.6f}"

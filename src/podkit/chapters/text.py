"""Chapters as lines of text: a time and a title, as in ``1:05 The news``.

No document defines it: it is what people write into show notes and video descriptions, and what
mp4chaps and Auphonic read and write. A line carries a start, to the millisecond, a title, and, in
angle brackets as Auphonic has it, a link; whole seconds are written without a fraction. Ends, as in
``1:05 - 2:10 The news``, are read, but not written, as what reads such lines doesn't know them.
"""

import re

from podkit._carry import Carries, carried, check_clock
from podkit._clock import find_timestamps, timestamps_by_line
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import refuse, report
from podkit._text import check_text, decode
from podkit.chapters._ends import without_implied_ends
from podkit.chapters._order import report_order
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Chapter, Chapters

__all__ = ["dumps", "loads", "read", "write"]

CARRIES = Carries(("start", "title", "url"))
_LINK = re.compile(r"<([a-z][a-z0-9+.-]{0,20}:[^\s<>]+)>\Z", re.IGNORECASE | re.ASCII)


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Chapters:
    r"""Read the lines that give a time and a title.

    The time stands at the start of its line or at its end, bare or in brackets, with or without a
    dash; the line may be a point of a list. A bare time at the end counts only where all lines have
    it there, three or more, in order from 0:00: otherwise it is a sentence that mentions a time.
    Where all titles begin with a time, these are ends.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: other lines, chapters out of order.

    Raises:
        ParseError: there is text, but no such line.

    >>> [chapter.title for chapter in loads("00:00 Intro\n(1:05) – The news\n- Goodbye – 12:34")]
    ['Intro', 'The news', 'Goodbye']
    >>> loads("00:01:05.000 The news <https://example.com/>")[0].url
    'https://example.com/'
    """
    text = decode(text, on_problem)
    stamps = timestamps_by_line(text)
    for number, (line, stamp) in enumerate(zip(text.splitlines(), stamps, strict=True), start=1):
        if line.strip() and not stamp:
            message = f"left out, as it gives no time and title: {line:.80}"
            report(on_problem, "not-a-chapter", message, number)
    found = _chapters([stamp for stamp in stamps if stamp])
    chapters = without_implied_ends(Chapters(chapters=found))
    if text.strip() and not chapters:
        raise ParseError("expected lines with a time and a title, such as '1:05 The news'")
    report_order(chapters, on_problem)
    return chapters


def dumps(chapters: Chapters, *, lossy: bool = False) -> str:
    r"""Write a line for each chapter.

    Args:
        chapters: the chapters.
        lossy: leave out what a line has no place for, such as ends; and put chapters that stand
            within others into the one list, and leave out hidden ones.

    Raises:
        UnrepresentableError: there is such a thing, and it may not be lost; a chapter has no title,
            one that a line can't hold or that would read back as another, or a start from 10,000
            hours on.

    >>> dumps(Chapters(chapters=[Chapter(start=0, title="Intro"), Chapter(start=65.5, title="On")]))
    '0:00 Intro\n1:05.500 On\n'
    """
    chapters = carried(chapters, CARRIES, lossy=lossy)
    lines = [_line(chapter, f"chapters[{index}]") for index, chapter in enumerate(chapters)]
    return "".join(f"{line}\n" for line in lines)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Chapters:
    """Read chapters from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"1:05 The news"))[0].start
    65.0
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(chapters: Chapters, target: Target, *, lossy: bool = False) -> None:
    r"""Write chapters to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Chapters(chapters=[Chapter(start=65, title="The news")]), file)
    >>> file.getvalue()
    b'1:05 The news\n'
    """
    write_bytes(target, dumps(chapters, lossy=lossy).encode())


def _chapters(stamps: list[tuple[float, str]]) -> tuple[Chapter, ...]:
    spans = [_span(*stamp) for stamp in stamps]
    if any(end is None for _, end, _ in spans):
        spans = [(start, None, title) for start, title in stamps]
    return tuple(_chapter(*span) for span in spans)


def _span(start: float, title: str) -> tuple[float, float | None, str]:
    """Take an end from the start of a title, if it has one."""
    for end, rest in find_timestamps(title):
        if start <= end and title.endswith(rest):
            return start, round(end, 3), rest
    return start, None, title


def _chapter(start: float, end: float | None, title: str) -> Chapter:
    link = _LINK.search(title)
    name = title[: link.start()].rstrip() if link else ""
    if not link or not name:
        return Chapter(start=round(start, 3), end=end, title=title)
    return Chapter(start=round(start, 3), end=end, title=name, url=link[1])


def _line(chapter: Chapter, where: str) -> str:
    start = round(chapter.start, 3)
    decimals = 0 if start.is_integer() else 3
    clock = check_clock(start, f"{where}.start", decimals=decimals, hours=0)
    if chapter.title is None:
        refuse(f"{where}.title", "a line needs a title")
    line = f"{clock} {check_text(chapter.title, f'{where}.title')}"
    if chapter.url is not None:
        line += f" <{check_text(chapter.url, f'{where}.url')}>"
    stamps = timestamps_by_line(line)
    found = _chapters([stamp for stamp in stamps if stamp])
    if len(stamps) != 1 or found != (Chapter(start=start, title=chapter.title, url=chapter.url),):
        refuse(f"{where}.title", f"the line would not read back as it is: {line!r:.80}")
    return line

"""Chapters as lines of text: a time and a title, as in ``1:05 The news``.

No document defines it: it is what people write into show notes and video descriptions. A line
carries a start, to the millisecond, and a title; whole seconds are written without a fraction.
"""

from podkit._clock import find_timestamps, read_clock, write_clock
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._text import check_text, decode
from podkit.chapters._carry import check_carried, check_time, refuse
from podkit.chapters._order import report_order
from podkit.errors import OnProblem, ParseError, Problem, ignore
from podkit.models import Chapter, Chapters

__all__ = ["dumps", "loads", "read", "write"]


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Chapters:
    r"""Read the lines that give a time and a title.

    The time stands at the start of its line, bare or in brackets, or in brackets at the end.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: other lines, chapters out of order.

    Raises:
        ParseError: there is text, but no such line.

    >>> [chapter.title for chapter in loads("00:00 Intro\n(1:05) – The news")]
    ['Intro', 'The news']
    """
    text = decode(text, on_problem)
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        stamps = find_timestamps(line)
        found += stamps
        if line.strip() and not stamps:
            message = f"left out, as it gives no time and title: {line:.80}"
            on_problem(Problem(id="not-a-chapter", message=message, line=number))
    if text.strip() and not found:
        raise ParseError("expected lines with a time and a title, such as '1:05 The news'")
    chapters = Chapters(
        chapters=tuple(Chapter(start=round(start, 3), title=title) for start, title in found)
    )
    report_order(chapters, on_problem)
    return chapters


def dumps(chapters: Chapters) -> str:
    r"""Write a line for each chapter.

    Raises:
        UnrepresentableError: a chapter has no title, one that a line can't hold or that would read
            back as another, more than a start and a title, or a start from 10,000 hours on; or the
            list has facts of its own.

    >>> dumps(Chapters(chapters=[Chapter(start=0, title="Intro"), Chapter(start=65.5, title="On")]))
    '0:00 Intro\n1:05.500 On\n'
    """
    check_carried(chapters, ["start", "title"], [])
    lines = [_line(chapter, f"chapters[{index}]") for index, chapter in enumerate(chapters)]
    return "".join(f"{line}\n" for line in lines)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Chapters:
    """Read chapters from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"1:05 The news"))[0].start
    65.0
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(chapters: Chapters, target: Target) -> None:
    r"""Write chapters to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Chapters(chapters=[Chapter(start=65, title="The news")]), file)
    >>> file.getvalue()
    b'1:05 The news\n'
    """
    write_bytes(target, dumps(chapters).encode())


def _line(chapter: Chapter, where: str) -> str:
    start = round(check_time(chapter.start, f"{where}.start"), 3)
    clock = write_clock(start, decimals=0 if start.is_integer() else 3)
    if read_clock(clock) is None:
        refuse(f"{where}.start", f"{start} seconds are more than a clock shows")
    if chapter.title is None:
        refuse(f"{where}.title", "a line needs a title")
    title = check_text(chapter.title, f"{where}.title")
    line = f"{clock} {title}"
    if [(round(found, 3), text) for found, text in find_timestamps(line)] != [(start, title)]:
        refuse(f"{where}.title", f"the line would not read back as it is: {line!r:.80}")
    return line

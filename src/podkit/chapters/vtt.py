r"""Chapters as WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format", chapter title text).

A cue carries a start, an end, a title and, as its name, an element id; times are to the
millisecond. WebVTT has no absent ends: an end that is where the next chapter starts is read as
absent, which means the same. A cue whose times lie within another's is read as one that follows.
"""

import re
from collections.abc import Iterator
from html import unescape

from podkit._carry import Carries, carried, check_clock
from podkit._clock import read_clock
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import refuse, report
from podkit._text import check_text, decode
from podkit.chapters._ends import ends, without_implied_ends
from podkit.chapters._order import report_order
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Chapter, Chapters

__all__ = ["dumps", "loads", "read", "write"]

CARRIES = Carries(("start", "end", "title", "element_id"))
_ARROW = "-->"
_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")
_TIMING = re.compile(r"[ \t]*([\d:.,]+)[ \t]*-->[ \t]*([\d:.,]+)(|[ \t].*)")
_TAG = re.compile(r"<[^>]*(?:>|\Z)")


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Chapters:
    r"""Read WebVTT's cues as chapters.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: cues whose times can't be read (left out), chapters
            out of order; and what a chapter has no place for: notes, styles, regions, settings and
            tags.

    Raises:
        ParseError: the text doesn't start with ``WEBVTT``.

    >>> loads("WEBVTT\n\n00:01:05.000 --> 00:02:00.500\nQ &amp; A\n")[0].title
    'Q & A'
    """
    text = decode(text, on_problem).replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if not _HEADER.fullmatch(lines[0]):
        raise ParseError(f"expected WEBVTT, found {lines[0]!r:.80}", line=1)
    if lines[0] != "WEBVTT":
        report(on_problem, "not-kept", f"not kept: {lines[0]:.80}", 1)
    found = []
    for number, block in _blocks(lines[1:]):
        chapter = _read_block(number, block, on_problem)
        if chapter:
            found.append(chapter)
    chapters = Chapters(chapters=tuple(found))
    report_order(chapters, on_problem)
    return without_implied_ends(chapters)


def dumps(chapters: Chapters, *, lossy: bool = False) -> str:
    r"""Write a cue for each chapter.

    Args:
        chapters: the chapters.
        lossy: leave out what a cue has no place for, such as links; and put chapters that stand
            within others into the one list, and leave out hidden ones.

    Raises:
        UnrepresentableError: there is such a thing, and it may not be lost; a chapter ends before
            it starts, or is the last and has no end; or a text or time can't be held.

    >>> dumps(Chapters(chapters=[Chapter(start=65, end=120.5, title="Q & A")]))
    'WEBVTT\n\n00:01:05.000 --> 00:02:00.500\nQ &amp; A\n'
    """
    chapters = carried(chapters, CARRIES, lossy=lossy)
    cues = [
        _cue(chapter, end, f"chapters[{index}]")
        for index, (chapter, end) in enumerate(zip(chapters, ends(chapters), strict=True))
    ]
    return "\n".join(["WEBVTT\n", *cues])


def read(source: Source, *, on_problem: OnProblem = ignore) -> Chapters:
    r"""Read WebVTT from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"WEBVTT\n\n01:05.000 --> 02:00.500\nThe news\n"))[0].start
    65.0
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(chapters: Chapters, target: Target, *, lossy: bool = False) -> None:
    r"""Write WebVTT to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Chapters(), file)
    >>> file.getvalue()
    b'WEBVTT\n'
    """
    write_bytes(target, dumps(chapters, lossy=lossy).encode())


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Give the lines that no empty line parts, each time with the number of the first."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], start=2):
        if line:
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _read_block(number: int, block: list[str], on_problem: OnProblem) -> Chapter | None:
    place = next((index for index, line in enumerate(block[:2]) if _ARROW in line), None)
    if place is None:
        report(on_problem, "not-kept", f"not kept, as it has no times: {block[0]:.80}", number)
        return None
    timing = _TIMING.fullmatch(block[place])
    start, end = map(read_clock, timing.group(1, 2)) if timing else (None, None)
    if not timing or start is None or end is None:
        message = f"left out, as its times can't be read: {block[place]:.80}"
        report(on_problem, "not-a-time", message, number + place)
        return None
    if timing[3].strip():
        message = f"not kept: the cue's settings,{timing[3]:.80}"
        report(on_problem, "not-kept", message, number + place)
    text = "\n".join(block[place + 1 :])
    if _TAG.search(text):
        report(on_problem, "not-kept", "not kept: the tags of the title", number + place + 1)
    return Chapter(
        start=round(start, 3),
        end=round(end, 3),
        title=_read_title(text) or None,
        element_id=block[0] if place else None,
    )


def _read_title(text: str) -> str:
    text = _TAG.sub("", text)
    try:
        return unescape(text).strip()
    except ValueError:  # a reference of thousands of digits
        return text.strip()


def _cue(chapter: Chapter, end: float, where: str) -> str:
    start = check_clock(chapter.start, f"{where}.start", decimals=3)
    lines = [f"{start} {_ARROW} {check_clock(end, f'{where}.end', decimals=3)}"]
    if chapter.element_id is not None:
        lines.insert(0, _checked(chapter.element_id, f"{where}.element_id"))
        if _ARROW in lines[0] or "\n" in lines[0]:
            refuse(f"{where}.element_id", f"a line would not hold it: {lines[0]!r:.80}")
    if chapter.title is not None:
        title = _checked(chapter.title, f"{where}.title")
        lines.append(title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        if title.strip() != title or "" in title.split("\n"):
            refuse(f"{where}.title", f"a cue would not hold it as it is: {title!r:.80}")
    return "".join(f"{line}\n" for line in lines)


def _checked(text: str, where: str) -> str:
    if "\r" in text or "\0" in text:
        refuse(where, f"WebVTT can't hold a carriage return or NUL: {text!r:.80}")
    return check_text(text, where)

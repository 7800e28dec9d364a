"""Chapters in ffmpeg's metadata file (ffmpeg documentation, "Metadata").

The file carries a start, an end and a title for each chapter, to the millisecond, and the title,
author, show and description of the whole. It has no absent ends: an end that is where the next
chapter starts is read as absent, which means the same, and writing gives absent ends that time.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any

import attrs

from podkit._carry import Carries, carried, check_time
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import refuse, report
from podkit._text import check_text, decode
from podkit.chapters._ends import ends, without_implied_ends
from podkit.chapters._order import report_order
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Chapter, Chapters

__all__ = ["dumps", "loads", "read", "write"]

_HEADER = ";FFMETADATA"
_NANOSECONDS = "1/1000000000"  # the time base where a chapter names none
# The file's key and the field of `Chapters` that holds its value.
_FILE = {
    "title": "title",
    "artist": "author",
    "album": "podcast_name",
    "description": "description",
}
CARRIES = Carries(("start", "end", "title"), tuple(_FILE.values()))
# A line ends where a line break has no backslash before it.
_LINE = re.compile(r"(?:[^\\\n]|\\.)+", re.DOTALL)
_PAIR = re.compile(r"((?:[^\\=]|\\.)*)=(.*)", re.DOTALL)
_SECTION = re.compile(r"\[([A-Z]+)\]\s*")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPECIAL = re.compile(r"[=;#\\\n]")
_INTEGER = re.compile(r"\d{1,18}")
_LATEST = 2**53 / 1000  # seconds; beyond, a float doesn't tell every millisecond from the next
_TIME_BASE = re.compile(r"(\d{1,9})/([1-9]\d{0,9})")


@attrs.define
class _Section:
    """A part of the file: its name, its line, and its keys with their values and lines."""

    name: str
    line: int
    pairs: dict[str, tuple[str, int]] = attrs.Factory(dict)


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Chapters:
    r"""Read ffmpeg's metadata.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: sections and keys that `Chapters` has no field for
            or that stand twice, times that aren't whole numbers, chapters without a start (left
            out) or out of order.

    Raises:
        ParseError: the text doesn't start with ``;FFMETADATA``.

    >>> text = ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=94000\nEND=95500\ntitle=News\n"
    >>> loads(text)[0].end
    95.5
    """
    text = decode(text, on_problem).replace("\r\n", "\n")
    if not text.startswith(_HEADER):
        raise ParseError(f"expected {_HEADER} at the start", line=1)
    whole, *others = _sections(text, on_problem)
    found = [_read_chapter(section, on_problem) for section in others]
    chapters = Chapters(
        chapters=tuple(chapter for chapter in found if chapter), **_read_facts(whole, on_problem)
    )
    report_order(chapters, on_problem)
    return without_implied_ends(chapters)


def dumps(chapters: Chapters, *, lossy: bool = False) -> str:
    r"""Write ffmpeg's metadata.

    Args:
        chapters: the chapters.
        lossy: leave out what the file has no place for, such as links; and put chapters that stand
            within others into the one list.

    Raises:
        UnrepresentableError: there is such a thing, and it may not be lost; a chapter ends before
            it starts, or is the last and has no end; or a text or time can't be held.

    >>> print(dumps(Chapters(chapters=[Chapter(start=94, end=95.5, title="Q&A; #2")])), end="")
    ;FFMETADATA1
    [CHAPTER]
    TIMEBASE=1/1000
    START=94000
    END=95500
    title=Q&A\; \#2
    """
    chapters = carried(chapters, CARRIES, lossy=lossy)
    lines = [f"{_HEADER}1"]
    lines += [_pair(key, getattr(chapters, field), field) for key, field in _FILE.items()]
    for index, (chapter, end) in enumerate(zip(chapters, ends(chapters), strict=True)):
        lines += _chapter_lines(chapter, end, f"chapters[{index}].")
    return "".join(f"{line}\n" for line in lines if line)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Chapters:
    r"""Read ffmpeg's metadata from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b";FFMETADATA1\nartist=Ann\n")).author
    'Ann'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(chapters: Chapters, target: Target, *, lossy: bool = False) -> None:
    r"""Write ffmpeg's metadata to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Chapters(author="Ann"), file)
    >>> file.getvalue()
    b';FFMETADATA1\nartist=Ann\n'
    """
    write_bytes(target, dumps(chapters, lossy=lossy).encode())


def _sections(text: str, on_problem: OnProblem) -> list[_Section]:
    """Split the file; the first section is the whole file's and has no name."""
    sections = [_Section("", 1)]
    for line, content in _lines(text):
        title, pair = _SECTION.fullmatch(content), _PAIR.fullmatch(content)
        if title:
            sections.append(_Section(title[1], line))
        elif pair:
            key, value = (_ESCAPED.sub(r"\1", part) for part in pair.groups())
            key = key.lower()
            if key in sections[-1].pairs:
                report(on_problem, "repeated-key", f"{key:.80} again; the last one counts", line)
            sections[-1].pairs[key] = (value, line)
        else:
            report(on_problem, "not-a-pair", f"left out, as it has no '=': {content:.80}", line)
    return sections


def _lines(text: str) -> Iterator[tuple[int, str]]:
    line, position = 1, 0
    for match in _LINE.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        if match[0][0] not in ";#" and not match[0].isspace():
            yield line, match[0]


def _read_chapter(section: _Section, on_problem: OnProblem) -> Chapter | None:
    if section.name != "CHAPTER":
        message = f"left out, as it isn't a chapter: [{section.name:.80}]"
        report(on_problem, "unknown-section", message, section.line)
        return None
    base = _TIME_BASE.fullmatch(section.pairs.pop("timebase", (_NANOSECONDS, 0))[0])
    if not base:
        message = "left out, as its TIMEBASE isn't one such as 1/1000"
        report(on_problem, "wrong-type", message, section.line)
        return None
    start = _read_time(section, "start", base, on_problem)
    end = _read_time(section, "end", base, on_problem)
    title = _read_known(section, {"title"}, on_problem).get("title")
    if start is None:
        report(on_problem, "missing-start", "left out, as it has no START", section.line)
        return None
    return Chapter(start=start, end=end, title=title)


def _read_time(
    section: _Section, key: str, base: re.Match[str], on_problem: OnProblem
) -> float | None:
    value, line = section.pairs.pop(key, ("", 0))
    if _INTEGER.fullmatch(value):
        return int(value) * int(base[1]) / int(base[2])
    if value:
        message = f"expected a whole number, found {value!r:.80}; left out"
        report(on_problem, "wrong-type", message, line)
    return None


def _read_facts(whole: _Section, on_problem: OnProblem) -> dict[str, Any]:
    return {_FILE[key]: value for key, value in _read_known(whole, _FILE, on_problem).items()}


def _read_known(section: _Section, known: Collection[str], on_problem: OnProblem) -> dict[str, str]:
    for key, (_, line) in section.pairs.items():
        if key not in known:
            report(on_problem, "unknown-key", f"not kept: {key:.80} is unknown here", line)
    return {key: value for key, (value, _) in section.pairs.items() if key in known and value}


def _chapter_lines(chapter: Chapter, end: float, where: str) -> list[str]:
    return [
        "[CHAPTER]",
        "TIMEBASE=1/1000",
        f"START={_milliseconds(chapter.start, f'{where}start')}",
        f"END={_milliseconds(end, f'{where}end')}",
        _pair("title", chapter.title, f"{where}title"),
    ]


def _milliseconds(seconds: float, where: str) -> int:
    if seconds > _LATEST:
        refuse(where, f"{seconds} seconds are more than the file can count to the millisecond")
    return round(check_time(seconds, where) * 1000)


def _pair(key: str, value: str | None, where: str) -> str:
    if value is None:
        return ""
    if "\r" in value or "\0" in value:
        refuse(where, f"the file can't hold a carriage return or NUL: {value!r:.80}")
    if value.endswith("\\"):
        refuse(where, f"ffmpeg takes the line that follows for a part of the text: {value!r:.80}")
    escaped = _SPECIAL.sub(r"\\\g<0>", check_text(value, where))
    return f"{key}={escaped}"

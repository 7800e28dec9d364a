"""Nero's list of chapters, the atom ``chpl``, which no document defines: starts and titles.

It has room for 255 chapters, and for 255 bytes of a title; of longer ones it holds the start.
"""

from collections.abc import Sequence

from podkit.audio.mp4._atoms import render_full
from podkit.errors import OnProblem, Problem
from podkit.models import Chapter

__all__ = ["MOST_BYTES", "nero_titles", "read_nero", "write_nero"]

_UNIT = 10_000_000  # a second, in the list's units of 100 ns
_MOST_CHAPTERS, _LONGEST_TITLE = 255, 255
_VERSION_1 = 1 << 24
MOST_BYTES = 9 + _MOST_CHAPTERS * (9 + _LONGEST_TITLE)  # of what the atom holds


def read_nero(data: bytes, on_problem: OnProblem) -> list[Chapter]:
    """Read what the atom holds, in order of time.

    >>> read_nero(write_nero([Chapter(start=1, title="A")])[8:], print)[0].title
    'A'
    """
    position = 8 if data[:1] == b"\1" else 4
    count = data[position] if len(data) > position else 0
    position += 1
    chapters: list[Chapter] = []
    for _ in range(count):
        size = data[position + 8] if len(data) > position + 8 else len(data)
        end = position + 9 + size
        if end > len(data):
            message = f"says it has {count} chapters; {len(chapters)} are there"
            on_problem(Problem(id="damaged-chapters", message=message, where="chpl"))
            break
        start = round(int.from_bytes(data[position : position + 8]) / _UNIT, 3)
        title = data[position + 9 : end].decode("utf-8", "replace") or None
        chapters.append(Chapter(start=start, title=title))
        position = end
    return sorted(chapters, key=lambda chapter: chapter.start)


def write_nero(chapters: Sequence[Chapter]) -> bytes:
    """Write the atom.

    >>> write_nero([Chapter(start=1, title="A")]).hex()
    '0000001b6368706c01000000000000000100000000009896800141'
    """
    titles = nero_titles(chapters)
    entries = [
        round(chapter.start * _UNIT).to_bytes(8) + bytes([len(title)]) + title
        for chapter, title in zip(chapters, titles, strict=False)
    ]
    return render_full(b"chpl", _VERSION_1, bytes(4), bytes([len(entries)]), *entries)


def nero_titles(chapters: Sequence[Chapter]) -> list[bytes]:
    """Give the titles of as many chapters as the list holds, and as much of each.

    >>> nero_titles([Chapter(start=1, title="ab" * 200)])[0][250:]
    b'ababa'
    """
    titles = [(chapter.title or "").encode() for chapter in chapters[:_MOST_CHAPTERS]]
    return [title[:_LONGEST_TITLE].decode(errors="ignore").encode() for title in titles]

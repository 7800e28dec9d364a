"""Makes chapters for audio that is cut, or put into: pure functions, from value to value.

They are called as those for transcripts are, so that one list of cuts serves both. An absent end
stays absent: it is where the next chapter starts. Times are kept to the microsecond.
"""

import math
from collections.abc import Callable, Iterable
from typing import TypeAlias

import attrs

from podkit.chapters._ends import with_ends
from podkit.models import Chapter, Chapters

__all__ = ["clip", "cut", "insert", "shift"]

# Gives a chapter at another time, from the one whose end is known, or none.
_Move: TypeAlias = Callable[[Chapter, Chapter], Chapter | None]


def shift(chapters: Chapters, seconds: float) -> Chapters:
    """Move all times: later, or earlier by a negative number of seconds.

    Raises:
        ValueError: a chapter would begin before 0; `cut` and `clip` take off what comes before.

    >>> chapters = Chapters(chapters=[Chapter(start=0, title="Intro"), Chapter(start=65)])
    >>> [chapter.start for chapter in shift(chapters, 30)]
    [30.0, 95.0]
    """

    def move(chapter: Chapter, _: Chapter) -> Chapter:
        start = _moved(chapter.start, seconds)
        if start < 0:
            message = f"a chapter would begin at {start} seconds"
            raise ValueError(f"{message}; cut(chapters, 0, {-seconds}) takes off what is before")
        end = None if chapter.end is None else _moved(chapter.end, seconds)
        return attrs.evolve(chapter, start=start, end=end)

    return _edited(chapters, move)


def cut(chapters: Chapters, start: float, end: float) -> Chapters:
    """Take out the chapters of a stretch of time, and close the gap: an advertisement goes.

    A chapter goes that lies within the stretch. One that lies across a bound gets shorter; if it
    begins within the stretch, it begins where that was. The last one goes only if its end is known:
    `with_ends` gives it one.

    Args:
        chapters: the chapters.
        start: where the stretch begins, in seconds.
        end: where it ends.

    Raises:
        ValueError: the stretch isn't one.

    >>> marks = [Chapter(start=0, title="Hello"), Chapter(start=2, title="Advertisement")]
    >>> marks += [Chapter(start=32, title="The news")]
    >>> [(chapter.start, chapter.title) for chapter in cut(Chapters(chapters=marks), 2, 32)]
    [(0.0, 'Hello'), (2.0, 'The news')]
    """
    _check_stretch(start, end)

    def moved(time: float) -> float:
        return min(time, start) if time <= end else _moved(time, start - end)

    def move(chapter: Chapter, ended: Chapter) -> Chapter | None:
        last = math.inf if ended.end is None else ended.end
        if start <= chapter.start < end and last <= end:
            return None
        stop = None if chapter.end is None else moved(chapter.end)
        return attrs.evolve(chapter, start=moved(chapter.start), end=stop)

    return _edited(chapters, move)


def insert(chapters: Chapters, at: float, duration: float) -> Chapters:
    """Make room for something that is put into the audio, such as an advertisement.

    A chapter that lies across the place gets longer; one that begins there begins after the room.

    Args:
        chapters: the chapters.
        at: where it is put, in seconds.
        duration: how long it lasts.

    Raises:
        ValueError: the stretch isn't one.

    >>> marks = [Chapter(start=0, title="Hello"), Chapter(start=2, title="The news")]
    >>> [(chapter.start, chapter.title) for chapter in insert(Chapters(chapters=marks), 2, 30)]
    [(0.0, 'Hello'), (32.0, 'The news')]
    """
    _check_stretch(at, at + duration)

    def move(chapter: Chapter, _: Chapter) -> Chapter:
        start, end = chapter.start, chapter.end
        if end is not None and (end > at or start >= at):
            end = _moved(end, duration)
        return attrs.evolve(
            chapter, start=_moved(start, duration) if start >= at else start, end=end
        )

    return _edited(chapters, move)


def clip(chapters: Chapters, start: float, end: float) -> Chapters:
    """Give the chapters of a stretch of time, with times from its beginning on.

    Args:
        chapters: the chapters.
        start: where the stretch begins, in seconds.
        end: where it ends.

    Raises:
        ValueError: the stretch isn't one.

    >>> marks = [Chapter(start=0, title="Hello"), Chapter(start=2), Chapter(start=32)]
    >>> [(chapter.start, chapter.title) for chapter in clip(Chapters(chapters=marks), 1, 9)]
    [(0.0, 'Hello'), (1.0, None)]
    """
    _check_stretch(start, end)

    def moved(time: float) -> float:
        return _moved(min(max(time, start), end), -start)

    def move(chapter: Chapter, ended: Chapter) -> Chapter | None:
        last = math.inf if ended.end is None else ended.end
        if chapter.start >= end or (last <= start and chapter.start < start):
            return None
        stop = None if chapter.end is None else moved(chapter.end)
        return attrs.evolve(chapter, start=moved(chapter.start), end=stop)

    return _edited(chapters, move)


def _edited(chapters: Chapters, move: _Move) -> Chapters:
    members = _moved_members(chapters, with_ends(chapters), move)
    return attrs.evolve(chapters, chapters=members)


def _moved_members(
    chapters: Iterable[Chapter], ended: Iterable[Chapter], move: _Move
) -> tuple[Chapter, ...]:
    members = []
    for chapter, known in zip(chapters, ended, strict=True):
        if member := move(chapter, known):
            within = _moved_members(chapter.chapters, known.chapters, move)
            members.append(attrs.evolve(member, chapters=within))
    return tuple(members)


def _check_stretch(start: float, end: float) -> None:
    if not 0 <= start <= end < math.inf:
        raise ValueError(f"expected a stretch of time, not from {start} to {end} seconds")


def _moved(time: float, seconds: float) -> float:
    return round(time + seconds, 6)

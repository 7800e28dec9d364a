"""Where chapters end that don't say so: where the next one starts, the last one with the audio."""

from itertools import pairwise

import attrs

from podkit._report import refuse
from podkit.models import Chapter, Chapters

__all__ = ["ends", "with_ends", "without_implied_ends"]


def with_ends(chapters: Chapters, duration: float | None = None) -> Chapters:
    """Give the chapters with their ends, as far as these can be known.

    An absent end is where the next chapter starts; for the last one, it is the duration, and for
    the last one within another, that one's end. A chapter that starts later than that keeps none.

    Args:
        chapters: the chapters.
        duration: how long the audio plays, in seconds.

    >>> marks = Chapters(chapters=[Chapter(start=0), Chapter(start=65)])
    >>> [chapter.end for chapter in with_ends(marks, 120)]
    [65.0, 120.0]
    """
    return attrs.evolve(chapters, chapters=_with_ends(chapters.chapters, duration))


def without_implied_ends(chapters: Chapters) -> Chapters:
    """Give the chapters without the ends that are where the next one starts.

    >>> marks = Chapters(chapters=[Chapter(start=0, end=65), Chapter(start=65, end=120)])
    >>> [chapter.end for chapter in without_implied_ends(marks)]
    [None, 120.0]
    """
    members = chapters.chapters
    freed = [
        attrs.evolve(chapter, end=None) if chapter.end == following.start else chapter
        for chapter, following in pairwise(members)
    ]
    return attrs.evolve(chapters, chapters=(*freed, *members[-1:]))


def ends(chapters: Chapters) -> list[float]:
    """Give where each chapter ends, for a format in which no end is absent.

    Raises:
        UnrepresentableError: a chapter ends before it starts, or is the last and has no end.

    >>> ends(Chapters(chapters=[Chapter(start=0), Chapter(start=65, end=120)]))
    [65.0, 120.0]
    """
    found = []
    for index, chapter in enumerate(with_ends(chapters)):
        where = f"chapters[{index}].end"
        if chapter.end is None:
            refuse(where, "it needs an end here; give podkit.chapters.with_ends the duration")
        if chapter.end < chapter.start:
            refuse(where, f"{chapter.end} is before the chapter's start, {chapter.start}")
        found.append(chapter.end)
    return found


def _with_ends(chapters: tuple[Chapter, ...], last: float | None) -> tuple[Chapter, ...]:
    followings = [*(chapter.start for chapter in chapters[1:]), last]
    return tuple(
        _with_end(chapter, following)
        for chapter, following in zip(chapters, followings, strict=False)
    )


def _with_end(chapter: Chapter, following: float | None) -> Chapter:
    end = chapter.end
    if end is None and following is not None and following >= chapter.start:
        end = following
    return attrs.evolve(chapter, end=end, chapters=_with_ends(chapter.chapters, end))

"""What every container does before writing: refuse what it can't carry."""

from collections.abc import Collection
from typing import NoReturn

import attrs

from podkit._text import check_text
from podkit.errors import UnrepresentableError
from podkit.models import AudioTags, Chapter, Chapters

__all__ = ["check_carried", "refuse", "settle"]


def check_carried(tags: AudioTags, lacking: Collection[str], of_chapter: Collection[str]) -> None:
    """Refuse values in fields that the container has no place for, and texts that are none.

    Args:
        tags: what is to be written.
        lacking: the fields of `AudioTags` that the container lacks.
        of_chapter: the fields of `Chapter` that it carries.

    Raises:
        UnrepresentableError: a field that isn't carried holds something, or one holds no text.

    >>> check_carried(AudioTags(chapters=Chapters(author="Ann")), [], [])
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: chapters.author: this kind of file has no place for it
    """
    fields = attrs.fields_dict(AudioTags)
    _check_fields(tags, fields.keys() - set(lacking), "")
    if tags.chapters is not None:
        _check_fields(tags.chapters, {"chapters"}, "chapters.")
        for index, chapter in enumerate(tags.chapters):
            where = f"chapters[{index}]."
            _check_fields(chapter, of_chapter, where)
            for field in ("title", "url"):
                if (text := getattr(chapter, field)) is not None:
                    check_text(text, where + field)


def settle(
    chapters: Chapters | None, duration: float | None, *, below: float, has_end: bool
) -> tuple[Chapter, ...]:
    """Give chapters as a list of starts has them: in order, in whole milliseconds.

    An end that says only what its absence says, where the next chapter starts or the audio ends, is
    left out.

    Args:
        chapters: the chapters.
        duration: how long the audio plays.
        below: the time that the container can't reach, in seconds.
        has_end: whether it has a place for the end of the last chapter.

    Raises:
        UnrepresentableError: the container has no place for a time.

    >>> two = Chapters(chapters=[Chapter(start=9), Chapter(start=0, end=9)])
    >>> [(chapter.start, chapter.end) for chapter in settle(two, 12.5, below=60, has_end=True)]
    [(0.0, None), (9.0, None)]
    """
    found = sorted(enumerate(chapters or ()), key=lambda pair: pair[1].start)
    limits = [*(chapter.start for _, chapter in found[1:]), duration]
    settled: list[Chapter] = []
    for (index, chapter), limit in zip(found, limits, strict=False):
        may_end = has_end and len(settled) == len(found) - 1
        end = _settle_end(chapter, limit)
        where = f"chapters[{index}]"
        if not 0 <= chapter.start <= (chapter.start if end is None else end) < below:
            refuse(where, f"expected times from 0 to below {below} seconds, in order")
        if end is not None and not may_end:
            refuse(f"{where}.end", "this kind of file has a place for the next one's start only")
        settled.append(attrs.evolve(chapter, start=round(chapter.start, 3), end=end))
    return tuple(settled)


def refuse(where: str, message: str) -> NoReturn:
    """Raise the error that names the field.

    >>> refuse("chapters[0].title", "too long")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: chapters[0].title: too long
    """
    raise UnrepresentableError(message, where=where)


def _check_fields(
    value: AudioTags | Chapters | Chapter, carried: Collection[str], where: str
) -> None:
    for field in attrs.fields(type(value)):
        if field.name not in carried and getattr(value, field.name) != field.default:
            refuse(where + field.name, "this kind of file has no place for it")


def _settle_end(chapter: Chapter, limit: float | None) -> float | None:
    if chapter.end is None:
        return None
    end = round(chapter.end, 3)
    implied = None if limit is None else round(max(limit, chapter.start), 3)
    return None if end == implied else end

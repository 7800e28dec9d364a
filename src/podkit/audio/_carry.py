"""What every container does before writing: refuse, or leave out, what it can't carry."""

from collections.abc import Collection
from typing import Any, NoReturn

import attrs

from podkit import _carry
from podkit._text import check_text
from podkit.errors import UnrepresentableError
from podkit.models import AudioTags, Chapter, Chapters

__all__ = ["Carries", "check_carried", "reduced", "refuse", "settle"]


@attrs.frozen
class Carries:
    """What a container carries.

    Attributes:
        chapters: what it carries of chapters.
        lacking: the fields of `AudioTags` that it has no place for.
        has_ends: whether each chapter has an end of its own.
    """

    chapters: _carry.Carries
    lacking: tuple[str, ...] = ()
    has_ends: bool = True


def reduced(tags: AudioTags, carries: Carries) -> AudioTags:
    """Give the tags without what a container has no place for.

    >>> marks = Chapters(author="Ann", chapters=[Chapter(start=0, end=5, title="Intro")])
    >>> carries = Carries(_carry.Carries(("start", "end", "title")), ("lyrics",), has_ends=False)
    >>> tags = reduced(AudioTags(lyrics="La", chapters=marks), carries)
    >>> tags == AudioTags(chapters=Chapters(chapters=[Chapter(start=0, title="Intro")]))
    True
    """
    defaults: dict[str, Any] = {field.name: field.default for field in attrs.fields(AudioTags)}
    tags = attrs.evolve(tags, **{name: defaults[name] for name in carries.lacking})
    if tags.chapters is None:
        return tags
    chapters = _carry.carried(tags.chapters, carries.chapters, lossy=True)
    if not carries.has_ends:
        members = tuple(attrs.evolve(chapter, end=None) for chapter in chapters)
        chapters = attrs.evolve(chapters, chapters=members)
    return attrs.evolve(tags, chapters=chapters)


def check_carried(tags: AudioTags, carries: Carries) -> None:
    """Refuse values in fields that the container has no place for, and texts that are none.

    Raises:
        UnrepresentableError: a field that isn't carried holds something, or one holds no text.

    >>> tags = AudioTags(chapters=Chapters(author="Ann"))
    >>> check_carried(tags, Carries(_carry.Carries(("start", "title"))))
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: chapters.author: this kind of file has no place for it
    """
    fields = attrs.fields_dict(AudioTags)
    _check_fields(tags, fields.keys() - set(carries.lacking), "")
    if tags.chapters is not None:
        _check_fields(tags.chapters, {"chapters"}, "chapters.")
        for index, chapter in enumerate(tags.chapters):
            where = f"chapters[{index}]."
            _check_fields(chapter, carries.chapters.of_chapter, where)
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

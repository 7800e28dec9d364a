"""What every container does before writing: refuse, or leave out, what it can't carry."""

from collections.abc import Collection
from operator import attrgetter
from typing import Any, Literal

import attrs

from podkit._carry import Carries, carried
from podkit._report import refuse
from podkit._text import check_text
from podkit.audio._values import in_utc
from podkit.models import AudioTags, Chapter, Chapters

__all__ = ["Capacity", "check_carried", "reduced", "settle"]


@attrs.frozen
class Capacity:
    """What a container has a place for.

    Attributes:
        chapters: what it carries of chapters.
        lacking: the fields of `AudioTags` that it has no place for.
        ends: which chapters have an end of their own.
        equal_starts: whether two chapters may start at once.
        time_zones: whether a date may have one; or else it is in UTC.
        first_track: the lowest number of a track.
    """

    chapters: Carries
    lacking: tuple[str, ...] = ()
    ends: Literal["all", "last", "none"] = "all"
    equal_starts: bool = True
    time_zones: bool = True
    first_track: int = 0


def reduced(tags: AudioTags, capacity: Capacity) -> AudioTags:
    """Give the tags without what a container has no place for.

    >>> marks = Chapters(author="Ann", chapters=[Chapter(start=0, end=5, title="Intro")])
    >>> capacity = Capacity(Carries(("start", "end", "title")), ("lyrics",), ends="none")
    >>> tags = reduced(AudioTags(lyrics="La", chapters=marks), capacity)
    >>> tags == AudioTags(chapters=Chapters(chapters=[Chapter(start=0, title="Intro")]))
    True
    """
    defaults: dict[str, Any] = {field.name: field.default for field in attrs.fields(AudioTags)}
    tags = attrs.evolve(tags, **{name: defaults[name] for name in capacity.lacking})
    if tags.date is not None and not capacity.time_zones:
        tags = attrs.evolve(tags, date=in_utc(tags.date))
    if tags.track is not None and 0 <= tags.track < capacity.first_track:
        tags = attrs.evolve(tags, track=None)
    if tags.chapters is None:
        return tags
    chapters = carried(tags.chapters, capacity.chapters, lossy=True)
    members = _reduced(chapters.chapters, capacity)
    return attrs.evolve(tags, chapters=attrs.evolve(chapters, chapters=members))


def check_carried(tags: AudioTags, capacity: Capacity) -> None:
    """Refuse values in fields that the container has no place for, and texts that are none.

    Raises:
        UnrepresentableError: a field that isn't carried holds something, or one holds no text.

    >>> tags = AudioTags(chapters=Chapters(author="Ann"))
    >>> check_carried(tags, Capacity(Carries(("start", "title"))))
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: chapters.author: this kind of file has no place for it
    """
    fields = attrs.fields_dict(AudioTags)
    _check_fields(tags, fields.keys() - set(capacity.lacking), "")
    if tags.chapters is not None:
        _check_fields(tags.chapters, {"chapters"}, "chapters.")
        for index, chapter in enumerate(tags.chapters):
            where = f"chapters[{index}]."
            _check_fields(chapter, capacity.chapters.of_chapter, where)
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


def _reduced(chapters: tuple[Chapter, ...], capacity: Capacity) -> tuple[Chapter, ...]:
    members = sorted(chapters, key=attrgetter("start"))
    if not capacity.equal_starts:  # the last one is the one that is playing from then on
        members = list({round(chapter.start, 3): chapter for chapter in members}.values())
    freed = {"all": 0, "last": max(len(members) - 1, 0), "none": len(members)}[capacity.ends]
    return (*(attrs.evolve(chapter, end=None) for chapter in members[:freed]), *members[freed:])


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

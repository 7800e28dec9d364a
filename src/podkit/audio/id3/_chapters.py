"""Chapters as CHAP and CTOC frames (ID3v2 Chapter Frame Addendum 1.0).

Chapters are written in order of time, under one ordered table of contents. A table names 255
entries at most, so a longer list has tables within the table, which have no title. A chapter with
chapters in it is followed by a table of these, which has its title and, with ``toc-`` before it,
its name: players that know of no tables within tables see all chapters still. A hidden chapter is
one that no table names. Every chapter of a tag has an end, so an absent one is written as the time
that it stands for. A chapter without an `element_id` is called ``chp`` and a number.

The tables of others are read, too: one with a title is a chapter that starts with the first in it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sized
from itertools import chain, count
from operator import attrgetter
from typing import NamedTuple, TypeAlias

import attrs

from podkit._construct import constructor
from podkit._report import refuse, report_at
from podkit.audio.id3._contents import DEEPEST, OWN_TABLE, TOP_LEVEL, Mark, Table, arrange, ranked
from podkit.audio.id3._frames import check_latin_1, read_bodies, write_frame
from podkit.audio.id3._pictures import IMAGE, PICTURE
from podkit.audio.id3._rows import (
    Place,
    Row,
    read_rows,
    simple_row,
    text_row,
    update_rows,
)
from podkit.audio.id3._tag import Frame, render_frames, split_frames
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Chapter, Chapters

__all__ = ["CHAPTERS", "without_implied_ends"]

_UNSET = 0xFFFFFFFF  # the byte offset of a chapter that is placed by time, and no time either
_ORDERED = 1
_MOST_ENTRIES = 255
_MOST_WITHIN = 1 << 17  # more than any list of chapters needs; reading millions takes long
_Key: TypeAlias = str | tuple[float, bool]
_FIELDS = tuple(attrs.fields_dict(Chapter))
_GENERATED = re.compile(r"chp\d+", re.ASCII)


def without_implied_ends(chapters: Chapters | None, duration: float | None) -> Chapters | None:
    """Leave out the ends that say only what their absence says.

    >>> two = Chapters(chapters=[Chapter(start=0, end=9), Chapter(start=9, end=12.346)])
    >>> [chapter.end for chapter in without_implied_ends(two, 12.3456)]
    [None, None]
    """
    if chapters is None:
        return None
    return attrs.evolve(chapters, chapters=_without_ends(chapters.chapters, duration))


def _without_ends(chapters: tuple[Chapter, ...], limit: float | None) -> tuple[Chapter, ...]:
    limits = [*(chapter.start for chapter in chapters[1:]), limit]
    found = []
    for chapter, after in zip(chapters, limits, strict=False):
        implied = _end(chapter.start, after)
        end = implied if chapter.end is None else chapter.end
        within = _without_ends(chapter.chapters, end)
        stated = None if end == implied else end
        found.append(_changed(chapter, end=stated, chapters=within))
    return tuple(found)


def _changed(chapter: Chapter, **changes: object) -> Chapter:
    """Give a chapter with other values, which are known to be right."""
    values = {name: getattr(chapter, name) for name in _FIELDS}
    changed: Chapter = constructor(Chapter)(values | changes)
    return changed


def _end(start: float, limit: float | None) -> float | None:
    """Give the end that the absence of one stands for."""
    return None if limit is None else round(max(limit, start), 3)


def _read_url(frames: list[Frame], on_problem: OnProblem) -> tuple[str | None, list[Frame]]:
    found = [(url, frame) for frame, (_, url) in read_bodies(frames, on_problem) if url]
    if len(found) > 1:
        report_at(on_problem, "repeated-frame", f"the first of {len(found)} is read", "WXXX")
    return (found[0][0], [found[0][1]]) if found else (None, [])


def _write_url(url: str, where: str, place: Place) -> list[Frame]:
    return [write_frame("WXXX", "", check_latin_1(url, where), version=place.version)]


# The frames within a chapter, and those within the table of contents.
_OF_CHAPTER = (
    text_row("title", "TIT2"),
    simple_row("url", ("WXXX",), _read_url, _write_url, shares=True),
    PICTURE,
    IMAGE,
)
_OF_LIST = (
    text_row("title", "TIT2"),
    text_row("author", "TPE1"),
    text_row("podcast_name", "TALB"),
    text_row("description", "TDES"),
    text_row("file_name", "TOFN"),
)


class _Found(NamedTuple):
    """What frames hold.

    Attributes:
        chapters: the chapters, each with its end, or None.
        used: the frames that were read, as they came.
        in_order: the same, the chapters in order of time.
        is_listed: whether a table names a chapter.
        of_list: the frames within the table of contents.
        of_chapters: the frames within the chapters, by `_key`.
    """

    chapters: Chapters | None
    used: list[Frame]
    in_order: list[Frame]
    is_listed: bool
    of_list: list[Frame]
    of_chapters: dict[_Key, list[Frame]]


def _find(frames: list[Frame], on_problem: OnProblem) -> _Found:
    reading = _Reading(on_problem)
    tables = reading.tables([frame for frame in frames if frame.id == "CTOC"])
    marks = reading.marks([frame for frame in frames if frame.id == "CHAP"])
    in_order = sorted(marks, key=lambda pair: pair[1].start or 0)
    if in_order != marks:
        report_at(on_problem, "out-of-order", "sorted by their starts", "CHAP")
    by_rank = ranked([table for _, table in tables])
    shown, others = arrange(by_rank, [mark for _, mark in in_order], on_problem)
    listed = reading.chapters(shown)
    if others and not listed:
        report_at(on_problem, "no-contents", "no table of contents names a chapter", "CHAP")
    found = [*listed, *reading.chapters(others, hidden=bool(listed))]
    of_list = by_rank[0].inner if by_rank else []
    chapters = None
    if found:
        facts = read_rows(_OF_LIST, of_list, on_problem)
        chapters = Chapters(chapters=tuple(sorted(found, key=attrgetter("start"))), **facts)
    return _Found(
        chapters,
        used=[frame for frame, _ in (*tables, *marks)],
        in_order=[frame for frame, _ in (*tables, *in_order)],
        is_listed=bool(listed),
        of_list=of_list,
        of_chapters=reading.inner,
    )


class _Reading:
    """Makes chapters of what the frames say; keeps the frames within, by `_key`, for writing."""

    def __init__(self, on_problem: OnProblem) -> None:
        self.inner: dict[_Key, list[Frame]] = {}
        self._names: set[str] = set()
        self._count = 0
        self._on_problem = on_problem

    def tables(self, frames: list[Frame]) -> list[tuple[Frame, Table]]:
        """Read tables, each beside its frame."""
        tables = []
        for frame, (name, flags, entries, inner) in read_bodies(frames, self._on_problem):
            self._count_up(entries)
            tables.append((frame, Table(name, flags, entries, self._split(inner, frame))))
        return tables

    def marks(self, frames: list[Frame]) -> list[tuple[Frame, Mark]]:
        """Read chapters, each beside its frame."""
        marks = []
        for frame, (name, start, end, _, _, inner) in read_bodies(frames, self._on_problem):
            marks.append((frame, Mark(name, self._split(inner, frame), start, end)))
        return marks

    def _split(self, inner: bytes, frame: Frame) -> list[Frame]:
        within = split_frames(inner, self._on_problem, version=frame.version)
        self._count_up(within)
        return within

    def _count_up(self, items: Sized) -> None:
        self._count += len(items)
        if self._count > _MOST_WITHIN:
            raise ParseError(
                f"more than {_MOST_WITHIN} frames and names within chapters and tables"
            )

    def chapters(self, marks: list[Mark], *, hidden: bool = False) -> tuple[Chapter, ...]:
        """Give chapters in order of time."""
        found = [chapter for mark in marks if (chapter := self._chapter(mark, hidden=hidden))]
        in_order = sorted(found, key=attrgetter("start"))
        if in_order != found:
            report_at(self._on_problem, "out-of-order", "sorted by their starts", "CTOC")
        return tuple(in_order)

    def _chapter(self, mark: Mark, *, hidden: bool) -> Chapter | None:
        within = self.chapters(mark.marks)
        if mark.start is None and not within:
            report_at(self._on_problem, "empty-table", "left out: no chapter is in it", mark.name)
            return None
        start, end = self._times(mark) if mark.start is not None else (within[0].start, None)
        values = read_rows(_OF_CHAPTER, mark.inner, self._on_problem)
        name = self._element_id(mark.name)
        values |= {"start": start, "end": end, "hidden": hidden, "element_id": name}
        chapter: Chapter = constructor(Chapter)(values | {"chapters": within})
        self.inner.setdefault(_place_in_time(chapter), mark.inner)
        self.inner.setdefault(_key(chapter), mark.inner)
        return chapter

    def _times(self, mark: Mark) -> tuple[float, float | None]:
        start, end = mark.start or 0, mark.end or 0
        if end < start:
            message = f"left out: it ends at {end} ms, before its start"
            report_at(self._on_problem, "bad-end", message, f"CHAP {mark.name}")
        return start / 1000, end / 1000 if start <= end < _UNSET else None

    def _element_id(self, name: str) -> str | None:
        if name in self._names:
            report_at(
                self._on_problem, "repeated-id", "left out: another one has it", f"CHAP {name}"
            )
            return None
        self._names.add(name)
        return None if _GENERATED.fullmatch(name) else name or None


def _key(chapter: Chapter) -> _Key:
    """Give what tells a chapter from the others after it was changed."""
    return chapter.element_id or _place_in_time(chapter)


def _place_in_time(chapter: Chapter) -> _Key:
    # A chapter often starts with the one that holds it.
    return chapter.start, bool(chapter.chapters)


@attrs.define(eq=False)
class _Entry:
    """A chapter as it is written: in order, with its end, in whole milliseconds.

    Attributes:
        chapter: the chapter.
        where: its path in what was given.
        entries: the chapters in it.
        name: what it is called in the tag.
    """

    chapter: Chapter
    where: str
    entries: list["_Entry"]
    name: str = ""


def _settle(
    chapters: tuple[Chapter, ...], limit: float | None, where: str, depth: int = 1
) -> list[_Entry]:
    """Give chapters as a tag has them: an absent end is where the next one starts, or the limit."""
    numbered = [(chapter, f"{where}[{index}]") for index, chapter in enumerate(chapters)]
    # Those that no table names are read after those that start with them.
    in_order = sorted(numbered, key=lambda pair: (round(pair[0].start, 3), pair[0].hidden))
    limits = [*(chapter.start for chapter, _ in in_order[1:]), limit]
    return [
        _settle_one(chapter, limit, path, depth)
        for (chapter, path), limit in zip(in_order, limits, strict=False)
    ]


def _settle_one(chapter: Chapter, limit: float | None, where: str, depth: int) -> _Entry:
    _check(chapter, where, depth)
    start = round(chapter.start, 3)
    end = _end(start, limit) if chapter.end is None else round(chapter.end, 3)
    if end is None:
        refuse("duration", "not known, and the last chapter has no end")
    if not 0 <= chapter.start <= end < _UNSET / 1000:
        message = "it starts before the audio does, ends before it starts, or after 4294967 seconds"
        refuse(where, message)
    entries = _settle(chapter.chapters, end, f"{where}.chapters", depth + 1)
    within = tuple(entry.chapter for entry in entries)
    return _Entry(_changed(chapter, start=start, end=end, chapters=within), where, entries)


def _check(chapter: Chapter, where: str, depth: int) -> None:
    """Refuse what has no place in a tag."""
    for field in ("location", "extensions"):
        if getattr(chapter, field):
            refuse(f"{where}.{field}", "an ID3 tag has no place for it; leave it out")
    if chapter.hidden and (depth > 1 or chapter.chapters):
        refuse(f"{where}.hidden", "a hidden chapter is in no other one, and holds none")
    if depth > DEEPEST:
        refuse(where, f"chapters are at most {DEEPEST} deep")
    if chapter.element_id is not None:
        check_latin_1(chapter.element_id, f"{where}.element_id")
        if _GENERATED.fullmatch(chapter.element_id):
            message = "chapters without a name of their own are called so; leave it out"
            refuse(f"{where}.element_id", message)


def _check_list(chapters: Chapters) -> None:
    for field in ("waypoints", "version", "extensions"):
        if getattr(chapters, field) not in (None, ()):
            refuse(f"chapters.{field}", "an ID3 tag has no place for it; leave it out")
    if not chapters:
        message = "there are none; an ID3 tag has a place for facts of a list only with it"
        refuse("chapters", message)
    if all(chapter.hidden for chapter in chapters):
        refuse("chapters", "all are hidden; an ID3 tag has at least one that is not")


class _Writing:
    """Writes entries in place of what was found.

    Args:
        entries: the outermost entries.
        found: what the old frames hold.
        version: the version of the tag.
    """

    def __init__(self, entries: list[_Entry], found: _Found, version: int) -> None:
        self._entries, self._found, self._version = entries, found, version
        self._in_order = sorted(_flat(entries), key=lambda entry: entry.chapter.start)
        for index, entry in enumerate(self._in_order):
            entry.name = entry.chapter.element_id or f"chp{index}"
        taken = Counter(chain.from_iterable(map(_names, self._in_order)))
        for entry in self._in_order:
            if taken[entry.name] > 1:
                message = f"{entry.name!r} is the name of another one, or of its table"
                refuse(f"{entry.where}.element_id", message)
        names = chain(("toc",), map("toc{}".format, count()))
        self._table_names = (name for name in names if name not in taken)

    def frames(self, chapters: Chapters) -> list[Frame]:
        """Give the frames: the tables, then the chapters in order of time."""
        facts = update_rows(_OF_LIST, self._found.of_list, self._place(chapters, "chapters"))
        shown = [entry for entry in self._entries if not entry.chapter.hidden]
        tables = self._tables(next(self._table_names), shown, TOP_LEVEL, facts)
        return [*tables, *map(self._chapter, self._in_order)]

    def _tables(
        self, name: str, entries: list[_Entry], flags: int, inner: list[Frame]
    ) -> Iterator[Frame]:
        """Give a table, those that continue it, and those of the chapters in it."""
        names = list(chain.from_iterable(map(_names, entries)))
        more: list[Frame] = []
        if len(names) > _MOST_ENTRIES:
            groups = [names[at : at + _MOST_ENTRIES] for at in range(0, len(names), _MOST_ENTRIES)]
            names = [next(self._table_names) for _ in groups]
            more += map(self._table, names, groups)
        yield self._table(name, names, flags, inner)
        yield from more
        for entry in entries:
            if entry.entries:
                title = update_rows(_OF_CHAPTER[:1], [], self._place(entry.chapter, entry.where))
                yield from self._tables(OWN_TABLE + entry.name, entry.entries, 0, title)

    def _table(
        self, name: str, names: list[str], flags: int = 0, inner: Iterable[Frame] = ()
    ) -> Frame:
        values = name, flags | _ORDERED, names, render_frames(inner)
        return write_frame("CTOC", *values, version=self._version)

    def _chapter(self, entry: _Entry) -> Frame:
        chapter = entry.chapter
        old = self._found.of_chapters.get(_key(chapter), [])
        inner = update_rows(_OF_CHAPTER, old, self._place(chapter, entry.where))
        start, end = (round(seconds * 1000) for seconds in (chapter.start, chapter.end or 0))
        values = entry.name, start, end, _UNSET, _UNSET, render_frames(inner)
        return write_frame("CHAP", *values, version=self._version)

    def _place(self, owner: Chapter | Chapters, where: str) -> Place:
        return Place(owner, f"{where}.", self._version)


def _flat(entries: list[_Entry]) -> Iterator[_Entry]:
    for entry in entries:
        yield entry
        yield from _flat(entry.entries)


def _names(entry: _Entry) -> list[str]:
    """Give the names of a chapter and, when others are in it, of the table of these."""
    return [entry.name, OWN_TABLE + entry.name] if entry.entries else [entry.name]


def _read(frames: list[Frame], on_problem: OnProblem) -> tuple[Chapters | None, list[Frame]]:
    found = _find(frames, on_problem)
    return found.chapters, found.used


def _update(old: list[Frame], place: Place) -> tuple[list[Frame], list[Frame]]:
    found = _find(old, ignore)
    tags = place.owner
    if tags.chapters in (None, Chapters()):
        return [], found.used
    _check_list(tags.chapters)
    entries = _settle(tags.chapters.chapters, tags.duration, "chapters")
    settled = tuple(entry.chapter for entry in entries)
    new = without_implied_ends(attrs.evolve(tags.chapters, chapters=settled), tags.duration)
    if found.is_listed and new == without_implied_ends(found.chapters, tags.duration):
        return found.in_order, found.used
    return _Writing(entries, found, place.version).frames(tags.chapters), old


CHAPTERS = Row("chapters", ("CTOC", "CHAP"), _read, _update)

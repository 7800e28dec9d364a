"""Chapters as CHAP and CTOC frames (ID3v2 Chapter Frame Addendum 1.0).

Frames are written in order of time, under one ordered table of contents; a table names 255 entries
at most, so a longer list has tables within it. A hidden chapter is one that no table names. Every
chapter of a tag has an end, so an absent one is written as the time that it stands for.
"""

from typing import Any, NoReturn

import attrs

from podkit.audio.id3._frames import (
    check_latin_1,
    check_text,
    join_values,
    read_bodies,
    write_frame,
)
from podkit.audio.id3._tag import Frame, render_frames, split_frames
from podkit.errors import OnProblem, Problem, UnrepresentableError
from podkit.models import Chapter, Chapters

__all__ = ["read_chapters", "settle", "without_implied_ends", "write_chapters"]

_UNSET = 0xFFFFFFFF  # the byte offset of a chapter that is placed by time, and no time either
_TOP_LEVEL, _ORDERED = 2, 1
_MOST_ENTRIES = 255
# The frames within a chapter, and the fields of `Chapter` that they hold.
_INNER = {"TIT2": "title", "WXXX": "url"}
# The frames within the table of contents, and the fields of `Chapters` that they hold.
_OF_LIST = {
    "TIT2": "title",
    "TPE1": "author",
    "TALB": "podcast_name",
    "TDES": "description",
    "TOFN": "file_name",
}


def read_chapters(
    frames: list[Frame], on_problem: OnProblem
) -> tuple[Chapters | None, list[Frame]]:
    """Read the chapters in order of time, each with its end, and the frames that they are from.

    >>> frames = write_chapters(Chapters(chapters=[Chapter(start=0, end=9.5, title="Intro")]))
    >>> read_chapters(frames, print)[0][0].end
    9.5
    """
    tables = list(read_bodies((frame for frame in frames if frame.id == "CTOC"), on_problem))
    marks = list(read_bodies((frame for frame in frames if frame.id == "CHAP"), on_problem))
    listed = {name for _, (_, _, names, _) in tables for name in names}
    names = {name for _, (name, *_) in marks}
    if marks and names.isdisjoint(listed):
        _report(on_problem, "no-contents", "no table of contents names a chapter", "CHAP")
        listed = names
    found = [(_read_chapter(values, listed, on_problem), frame) for frame, values in marks]
    in_order = sorted(found, key=lambda pair: pair[0].start)
    if in_order != found:
        _report(on_problem, "out-of-order", "sorted by their starts", "CHAP")
    used = [*(frame for frame, _ in tables), *(frame for _, frame in in_order)]
    if not in_order:
        return None, used
    inner = next((inner for _, (_, flags, _, inner) in tables if flags & _TOP_LEVEL), b"")
    facts = _read_texts(inner, _OF_LIST, on_problem)
    return Chapters(chapters=tuple(chapter for chapter, _ in in_order), **facts), used


def write_chapters(chapters: Chapters) -> list[Frame]:
    """Write the frames of chapters that `settle` gave.

    >>> [frame.id for frame in write_chapters(Chapters(chapters=[Chapter(start=0, end=9)]))]
    ['CTOC', 'CHAP']
    """
    marks = [_chapter_frame(f"chp{index}", chapter) for index, chapter in enumerate(chapters)]
    visible = [f"chp{index}" for index, chapter in enumerate(chapters) if not chapter.hidden]
    facts = [
        write_frame(name, text)
        for name, field in _OF_LIST.items()
        if (text := getattr(chapters, field)) is not None
    ]
    return [*_contents_frames(visible, render_frames(facts)), *marks]


def settle(chapters: Chapters | None, duration: float | None) -> Chapters | None:
    """Give chapters as a tag has them: in order, each with its end, in whole milliseconds.

    No chapters at all are None. An absent end is where the next chapter starts, or the duration.

    Raises:
        UnrepresentableError: a value has no place in a tag.

    >>> two = Chapters(chapters=[Chapter(start=9), Chapter(start=0)])
    >>> [(chapter.start, chapter.end) for chapter in settle(two, 12.3456)]
    [(0.0, 9.0), (9.0, 12.346)]
    """
    if chapters is None or chapters == Chapters():
        return None
    _check(chapters)
    in_order = sorted(chapters, key=lambda chapter: chapter.start)
    if in_order[-1].end is None and duration is None:
        _refuse("duration", "not known, and the last chapter has no end")
    limits = [*(chapter.start for chapter in in_order[1:]), duration]
    settled = tuple(map(_settle, in_order, limits))
    if max(chapter.end or 0 for chapter in settled) >= _UNSET / 1000:
        _refuse("chapters", "an ID3 tag holds times below 4294967.295 seconds only")
    return attrs.evolve(chapters, chapters=settled)


def without_implied_ends(chapters: Chapters | None, duration: float | None) -> Chapters | None:
    """Leave out the ends that say only what their absence says.

    >>> two = Chapters(chapters=[Chapter(start=0, end=9), Chapter(start=9, end=12.346)])
    >>> [chapter.end for chapter in without_implied_ends(two, 12.3456)]
    [None, None]
    """
    if not chapters:
        return None
    bare = [attrs.evolve(chapter, end=None) for chapter in chapters]
    limits = [*(chapter.start for chapter in chapters[1:]), duration]
    return attrs.evolve(
        chapters,
        chapters=tuple(
            without if _settle(without, limit) == chapter else chapter
            for chapter, without, limit in zip(chapters, bare, limits, strict=True)
        ),
    )


def _read_chapter(values: tuple[Any, ...], listed: set[str], on_problem: OnProblem) -> Chapter:
    name, start, end, _, _, inner = values
    if end < start:
        message = f"left out: it ends at {end} ms, before its start"
        _report(on_problem, "bad-end", message, f"CHAP {name}")
    return Chapter(
        start=start / 1000,
        end=end / 1000 if start <= end < _UNSET else None,
        hidden=name not in listed,
        **_read_texts(inner, _INNER, on_problem),
    )


def _read_texts(inner: bytes, fields: dict[str, str], on_problem: OnProblem) -> dict[str, Any]:
    """Read the texts of frames within a frame, by the fields that they are for."""
    texts: dict[str, str] = {}
    frames = (frame for frame in split_frames(inner, on_problem) if frame.id in fields)
    for frame, (*_, text) in read_bodies(frames, on_problem):
        texts.setdefault(fields[frame.id], join_values(text))
    return {field: text for field, text in texts.items() if text}


def _check(chapters: Chapters) -> None:
    """Refuse what has no place in a tag."""
    if chapters.waypoints is not None:
        _refuse("chapters.waypoints", "an ID3 tag has no place for it; leave it out")
    for field in _OF_LIST.values():
        if (text := getattr(chapters, field)) is not None:
            check_text(text, f"chapters.{field}")
    if not chapters:
        _refuse(
            "chapters", "there are none; an ID3 tag has a place for facts of a list only with it"
        )
    if all(chapter.hidden for chapter in chapters):
        _refuse("chapters", "all are hidden; an ID3 tag has at least one that is not")
    for index, chapter in enumerate(chapters):
        _check_chapter(chapter, f"chapters[{index}]")


def _check_chapter(chapter: Chapter, where: str) -> None:
    if chapter.image is not None:
        _refuse(f"{where}.image", "an ID3 tag has no place for a picture's URL; leave it out")
    if chapter.title is not None:
        check_text(chapter.title, f"{where}.title")
    if chapter.url is not None:
        check_latin_1(chapter.url, f"{where}.url")
    end = chapter.start if chapter.end is None else chapter.end
    if not 0 <= chapter.start <= end:
        _refuse(where, "it starts before the audio does, or ends before it starts")


def _settle(chapter: Chapter, limit: float | None) -> Chapter:
    end = chapter.end
    if end is None and limit is not None:
        end = max(limit, chapter.start)
    return attrs.evolve(
        chapter, start=round(chapter.start, 3), end=None if end is None else round(end, 3)
    )


def _contents_frames(names: list[str], facts: bytes) -> list[Frame]:
    tables: list[Frame] = []
    while len(names) > _MOST_ENTRIES:
        groups = [names[at : at + _MOST_ENTRIES] for at in range(0, len(names), _MOST_ENTRIES)]
        names = [f"toc{len(tables) + index}" for index in range(len(groups))]
        tables += map(_contents_frame, names, groups)
    return [_contents_frame("toc", names, _TOP_LEVEL, facts), *tables]


def _contents_frame(name: str, entries: list[str], flags: int = 0, facts: bytes = b"") -> Frame:
    return write_frame("CTOC", name, flags | _ORDERED, entries, facts)


def _chapter_frame(name: str, chapter: Chapter) -> Frame:
    start, end = (round(seconds * 1000) for seconds in (chapter.start, chapter.end or 0))
    inner = []
    if chapter.title is not None:
        inner.append(write_frame("TIT2", chapter.title))
    if chapter.url is not None:
        inner.append(write_frame("WXXX", "", chapter.url))
    return write_frame("CHAP", name, start, end, _UNSET, _UNSET, render_frames(inner))


def _report(on_problem: OnProblem, problem_id: str, message: str, where: str) -> None:
    on_problem(Problem(id=problem_id, message=message, where=where))


def _refuse(where: str, message: str) -> NoReturn:
    raise UnrepresentableError(message, where=where)

"""What all that holds chapters does before writing: refuse, or leave out, what it can't carry."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, TypeVar

import attrs

from podkit._clock import read_clock, write_clock
from podkit._report import refuse
from podkit._text import check_text
from podkit.models import Chapter, Chapters, Extension, Location

__all__ = [
    "ELEMENTS",
    "Carries",
    "carried",
    "check_clock",
    "check_line",
    "check_time",
    "numbered",
    "walk",
]

Model = TypeVar("Model", Chapter, Chapters, Location)

ELEMENTS = ("element", "attribute")  # the kinds of extensions that XML carries


@attrs.frozen
class Carries:
    """What a format carries.

    Attributes:
        of_chapter: fields of `Chapter`.
        of_list: fields of `Chapters`, beside the chapters themselves.
        extensions: kinds of extensions, of both.
    """

    of_chapter: tuple[str, ...]
    of_list: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()

    def misfits(self, value: Chapter | Chapters | Location) -> dict[str, Any]:
        """Give the fields that hold what the format has no place for, and their defaults.

        >>> Carries(("start", "title")).misfits(Chapter(start=0, url="https://example.com/"))
        {'url': None}
        """
        if isinstance(value, Location):
            return {}
        known = self.of_chapter if isinstance(value, Chapter) else ("chapters", *self.of_list)
        return {
            field.name: field.default
            for field in attrs.fields(type(value))
            if field.name not in (*known, "extensions")
            and getattr(value, field.name) != field.default
        }

    def fits(self, extension: Extension) -> bool:
        """Say whether the format carries an extension of this kind."""
        return extension.kind in self.extensions


def carried(chapters: Chapters, carries: Carries, *, lossy: bool) -> Chapters:
    """Give the chapters as a format carries them.

    What it doesn't carry is refused; or, if that may be lost, left out: fields become absent;
    chapters within others stand in the one list, in order of time; and hidden chapters are gone
    where they would be shown.

    Raises:
        UnrepresentableError: there is such a thing, and it may not be lost.

    >>> marks = Chapters(author="Ann", chapters=[Chapter(start=0), Chapter(start=9, hidden=True)])
    >>> carried(marks, Carries(("start", "title")), lossy=True) == Chapters(chapters=marks[:1])
    True
    >>> carried(marks, Carries(("start", "title")), lossy=False)
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: author: the format has no place for it
    """
    if lossy:
        return _reduced(chapters, carries)
    for path, value in _values(chapters):
        strangers = [index for index, kept in enumerate(value.extensions) if not carries.fits(kept)]
        for field in (*carries.misfits(value), *(f"extensions[{index}]" for index in strangers)):
            refuse(f"{path}.{field}" if path else field, "the format has no place for it")
    return chapters


def walk(chapters: Chapters) -> Iterator[tuple[str, Chapter]]:
    """Give every chapter, those within another one after it, each with its path.

    >>> inner = Chapter(start=1, title="Within")
    >>> [path for path, _ in walk(Chapters(chapters=[Chapter(start=0, chapters=[inner])]))]
    ['chapters[0]', 'chapters[0].chapters[0]']
    """
    remaining = [numbered("", chapters.chapters)]
    while remaining:
        for path, chapter in remaining[-1]:
            yield path, chapter
            remaining.append(numbered(f"{path}.", chapter.chapters))
            break
        else:
            remaining.pop()


def numbered(path: str, chapters: tuple[Chapter, ...]) -> Iterator[tuple[str, Chapter]]:
    """Give the chapters of one list, each with its path.

    >>> [path for path, _ in numbered("chapters[7].", (Chapter(start=1),))]
    ['chapters[7].chapters[0]']
    """
    return ((f"{path}chapters[{index}]", chapter) for index, chapter in enumerate(chapters))


def check_time(seconds: float, where: str) -> float:
    """Give the time back, or refuse a negative one.

    >>> check_time(-1.5, "chapters[0].start")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: chapters[0].start: -1.5 is before the audio begins
    """
    if seconds < 0:
        refuse(where, f"{seconds} is before the audio begins")
    return seconds


def check_clock(seconds: float, where: str, *, decimals: int, hours: int = 2) -> str:
    """Write a time as `podkit._clock` reads it, or refuse one that it couldn't read.

    >>> check_clock(65, "chapters[0].start", decimals=3)
    '00:01:05.000'
    """
    clock = write_clock(check_time(seconds, where), decimals=decimals, hours=hours)
    if read_clock(clock) is None:
        refuse(where, f"{seconds} seconds are more than a clock shows")
    return clock


def check_line(text: str | None, where: str) -> str:
    """Give a text as the rest of a line, or refuse one that would not read back as it is.

    >>> check_line(None, "chapters[0].title"), check_line("The news", "chapters[0].title")
    ('', 'The news')
    """
    if text is None:
        return ""
    if [text] != check_text(text, where).strip().splitlines():
        refuse(where, f"a line would not give it back as it is: {text!r:.80}")
    return text


def _values(chapters: Chapters) -> Iterator[tuple[str, Chapters | Chapter | Location]]:
    """Give all that has extensions, each with its path."""
    yield "", chapters
    for path, chapter in walk(chapters):
        yield path, chapter
        if chapter.location:
            yield f"{path}.location", chapter.location


def _reduced(chapters: Chapters, carries: Carries) -> Chapters:
    members = chapters.chapters
    if "chapters" not in carries.of_chapter and any(chapter.chapters for chapter in members):
        members = tuple(sorted((chapter for _, chapter in walk(chapters)), key=attrgetter("start")))
    return _without_misfits(attrs.evolve(chapters, chapters=members), carries)


def _without_misfits(value: Model, carries: Carries) -> Model:
    fields = carries.misfits(value)
    fields["extensions"] = tuple(filter(carries.fits, value.extensions))
    if isinstance(value, Location):
        return attrs.evolve(value, **fields)
    if isinstance(value, Chapter) and value.location and "location" not in fields:
        fields["location"] = _without_misfits(value.location, carries)
    if "chapters" not in fields:
        fields["chapters"] = tuple(
            _without_misfits(chapter, carries)
            for chapter in value.chapters
            if "hidden" in carries.of_chapter or not chapter.hidden
        )
    return attrs.evolve(value, **fields)

"""The chapters of an episode."""

from collections.abc import Iterator, Sequence
from typing import overload

import attrs

from podkit.models._typed import typed
from podkit.models.extension import Extension
from podkit.models.picture import Picture
from podkit.models.podcast import Location

__all__ = ["Chapter", "Chapters"]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Chapter:
    """A named moment of an episode (the "chapter" object of the podcast namespace's JSON chapters).

    Attributes:
        start: when it begins, in seconds (``startTime``).
        title: what it is called (``title``).
        end: when it ends, in seconds; absent means where the next one starts (``endTime``).
        url: a page about it (``url``).
        image: the URL of a picture for it (``img``).
        picture: a picture for it, in an audio file itself.
        hidden: whether lists of chapters leave it out (``toc: false``).
        location: the place that it is about (``location``).
        element_id: what identifies it in its file.
        chapters: the chapters within it, in the order of the file.
        extensions: what else its file says of it.

    >>> Chapter(start=94, title="Donations").start
    94.0
    """

    start: float
    title: str | None = None
    end: float | None = None
    url: str | None = None
    image: str | None = None
    picture: Picture | None = None
    hidden: bool = False
    location: Location | None = None
    element_id: str | None = None
    chapters: tuple["Chapter", ...] = ()
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Chapters(Sequence[Chapter]):
    """A list of chapters and what its file says of the episode; a sequence of `Chapter`.

    Attributes:
        chapters: the chapters, in the order of the file.
        author: who made the episode (``author``).
        title: the episode's title (``title``).
        podcast_name: the show's title (``podcastName``).
        description: what the episode is about (``description``).
        file_name: the name of the audio file (``fileName``).
        waypoints: whether a map shows a route between the chapters' places (``waypoints``).
        version: the version of the file's format, where it isn't the one that podkit writes
            (``version``).
        extensions: what else the file says.

    >>> intro, news = Chapter(start=0, title="Intro"), Chapter(start=94, title="News")
    >>> marks = Chapters(chapters=[intro, news])
    >>> len(marks), marks[1].title, [chapter.start for chapter in marks]
    (2, 'News', [0.0, 94.0])
    """

    chapters: tuple[Chapter, ...] = ()
    author: str | None = None
    title: str | None = None
    podcast_name: str | None = None
    description: str | None = None
    file_name: str | None = None
    waypoints: bool | None = None
    version: str | None = None
    extensions: tuple[Extension, ...] = ()

    def __len__(self) -> int:
        return len(self.chapters)

    def __iter__(self) -> Iterator[Chapter]:
        return iter(self.chapters)

    @overload
    def __getitem__(self, index: int) -> Chapter: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Chapter, ...]: ...
    def __getitem__(self, index: int | slice) -> Chapter | tuple[Chapter, ...]:
        return self.chapters[index]

"""What players will make of chapters: the rules, and the function that holds chapters against them.

A rule is a function that looks at all chapters and gives what it finds; its name gives the id, its
docstring what the rule asks and why: what players do, by their documentation, sources and reports.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeAlias

import attrs

from podkit._carry import numbered, walk
from podkit.chapters._ends import with_ends
from podkit.errors import Level, Problem
from podkit.models import Chapter, Chapters

__all__ = ["Rule", "check_players", "rules"]

_MOST_CHAPTERS = 255  # the count of a CTOC frame is one byte: ID3v2 Chapter Frame Addendum, 3.2
_LEAST_CHAPTERS = 3  # what Apple, Spotify and YouTube ask of time stamps in a description
_SHORTEST = 10.0  # seconds, what YouTube asks of a chapter
_LONGEST_TITLE = 70  # characters, of which YouTube shows no more
_LARGEST_PICTURE = 500_000  # bytes, of which each chapter may have as many before the audio starts
_PICTURE_TYPES = ("image/jpeg", "image/png")  # ID3v2.3, 4.15: for the sake of interoperability


_Placed: TypeAlias = tuple[str, Chapter]  # a chapter, after its path


@attrs.frozen
class _Subject:
    """Chapters as the rules look at them.

    Attributes:
        chapters: all of them, those within another one after it.
        lists: the same as the lists that they stand in, the outermost first.
        ended: as `chapters`, with the ends that can be known.
        duration: how long the audio plays, if that is known.
    """

    chapters: tuple[_Placed, ...]
    lists: tuple[tuple[_Placed, ...], ...]
    ended: tuple[_Placed, ...]
    duration: float | None

    def neighbours(self) -> Iterator[tuple[Chapter, str, Chapter]]:
        """Give each chapter, and the one that follows it in its list with its path."""
        for members in self.lists:
            for (_, chapter), (path, following) in pairwise(members):
                yield chapter, path, following


# The path of what is wrong, and the message.
_Findings: TypeAlias = Iterator[tuple[str, str]]


@attrs.frozen(kw_only=True)
class Rule:
    """What chapters should be like for players' sake.

    Attributes:
        id: its name, in kebab-case; stable between versions.
        level: ``"error"`` for what can't be played as it says, ``"warning"`` for what some players
            show wrongly or not at all, ``"info"`` for what some of them only advise against.
        summary: what the rule asks.
        why: what players do otherwise.
        find: looks at chapters and gives the path and the message of all that is wrong.

    >>> [rule.level for rule in rules if rule.id == "out-of-order"]
    ['warning']
    """

    id: str
    level: Level
    summary: str
    why: str
    find: Callable[[_Subject], _Findings] = attrs.field(repr=False)


def check_players(chapters: Chapters, *, duration: float | None = None) -> list[Problem]:
    """Say what common players will do with chapters that their makers may not want.

    Args:
        chapters: the chapters.
        duration: how long the audio plays, in seconds; ends are held against it if it is given.

    >>> hello, news = Chapter(start=5, title="Hello"), Chapter(start=90, title="News")
    >>> marks = Chapters(chapters=[hello, news])
    >>> for problem in check_players(marks, duration=80):
    ...     print(problem.level, problem.id, problem, sep=" | ")
    warning | first-not-at-start | chapters[0].start: 5.0 seconds; let the first one start at 0
    error | starts-beyond-duration | chapters[1].start: 90.0 seconds, but the audio ends at 80
    info | few-chapters | chapters: 2; some players want 3 or more
    """
    placed = tuple(walk(chapters))
    inner = [numbered(f"{path}.", chapter.chapters) for path, chapter in placed]
    lists = tuple(map(tuple, (numbered("", chapters.chapters), *inner)))
    ended = tuple(walk(with_ends(chapters, duration)))
    subject = _Subject(placed, lists, ended, duration)
    return [
        Problem(id=rule.id, level=rule.level, message=message, where=where)
        for rule in rules
        for where, message in rule.find(subject)
    ]


def _rule(level: Level) -> Callable[[Callable[[_Subject], _Findings]], Rule]:
    """Make a function a rule."""

    def make(find: Callable[[_Subject], _Findings]) -> Rule:
        name = find.__name__.strip("_").replace("_", "-")
        summary, _, why = (find.__doc__ or "").partition("\n\n")
        return Rule(id=name, level=level, summary=summary, why=" ".join(why.split()), find=find)

    return make


@_rule("warning")
def _out_of_order(subject: _Subject) -> _Findings:
    """Chapters stand in order of time.

    AntennaPod 2.2 showed none after one that was the last in time; it sorts them now.
    audiobookshelf 2.9 listed them as they stood.
    """
    for chapter, path, following in subject.neighbours():
        if following.start < chapter.start:
            yield path, f"starts at {following.start} seconds, before the one that it follows"


@_rule("warning")
def _equal_starts(subject: _Subject) -> _Findings:
    """No two chapters of a list start at the same time.

    A player that finds the one that is playing by its start never shows one of the two.
    """
    for chapter, path, following in subject.neighbours():
        if following.start == chapter.start:
            yield path, f"starts at {chapter.start} seconds, as the one that it follows; join them"


@_rule("warning")
def _first_not_at_start(subject: _Subject) -> _Findings:
    """The first chapter starts at 0.

    Apple and Spotify ask it of the times in a description; YouTube shows no chapters at all
    otherwise.
    """
    if subject.chapters:
        first = min(chapter.start for _, chapter in subject.lists[0])
        if first > 0:
            yield "chapters[0].start", f"{first} seconds; let the first one start at 0"


@_rule("error")
def _starts_beyond_duration(subject: _Subject) -> _Findings:
    """A chapter starts before the audio ends.

    It is listed, but can't be played.
    """
    for path, chapter in subject.chapters:
        if subject.duration is not None and chapter.start >= subject.duration:
            message = f"{chapter.start} seconds, but the audio ends at {subject.duration}"
            yield f"{path}.start", message


@_rule("warning")
def _ends_beyond_duration(subject: _Subject) -> _Findings:
    """A chapter ends with the audio at the latest.

    Pocket Casts shows the length as it is, beyond the end of the episode.
    """
    for path, chapter in subject.chapters:
        if subject.duration is not None and (chapter.end or 0) > subject.duration:
            yield f"{path}.end", f"{chapter.end} seconds, but the audio ends at {subject.duration}"


@_rule("error")
def _ends_before_start(subject: _Subject) -> _Findings:
    """A chapter doesn't end before it starts.

    What plays then is left to the player.
    """
    for path, chapter in subject.chapters:
        if chapter.end is not None and chapter.end < chapter.start:
            yield f"{path}.end", f"{chapter.end} seconds, before the start at {chapter.start}"


@_rule("warning")
def _zero_length(subject: _Subject) -> _Findings:
    """A chapter lasts longer than no time at all.

    It is listed, but never the one that is playing.
    """
    for path, chapter in subject.chapters:
        if chapter.end == chapter.start:
            yield f"{path}.end", "the same as the start; leave it out, or make the chapter longer"


@_rule("info")
def _short_chapter(subject: _Subject) -> _Findings:
    """A chapter lasts 10 seconds or longer.

    YouTube asks for 10 seconds, Spotify advises 30.
    """
    for path, chapter in subject.ended:
        length = _SHORTEST if chapter.end is None else chapter.end - chapter.start
        if 0 < length < _SHORTEST and not chapter.hidden:
            yield (
                path,
                f"lasts {round(length, 3)} seconds; some players want {_SHORTEST:.0f} or more",
            )


@_rule("warning")
def _overlapping(subject: _Subject) -> _Findings:
    """A chapter ends before the next one starts.

    Pocket Casts takes both as they are; AntennaPod goes by starts alone, so that the first ends
    where the next one starts.
    """
    for chapter, path, following in subject.neighbours():
        if chapter.start < following.start < (chapter.end or 0) and not following.hidden:
            yield path, f"starts before the one that it follows ends, at {chapter.end} seconds"


@_rule("warning")
def _too_many_chapters(subject: _Subject) -> _Findings:
    """There are 255 chapters at most.

    The table of contents of an MP3 counts them in one byte, so that more need several tables,
    which few players read.
    """
    count = len(subject.chapters)
    if count > _MOST_CHAPTERS:
        yield "chapters", f"{count}; one table of contents in an MP3 holds {_MOST_CHAPTERS}"


@_rule("info")
def _few_chapters(subject: _Subject) -> _Findings:
    """There are three chapters or more, or none.

    Apple, Spotify and YouTube ask for three in a description.
    """
    if 0 < len(subject.chapters) < _LEAST_CHAPTERS:
        yield "chapters", f"{len(subject.chapters)}; some players want {_LEAST_CHAPTERS} or more"


@_rule("info")
def _nested_chapters(subject: _Subject) -> _Findings:
    """Chapters don't stand within others.

    AntennaPod lists all chapters of an MP3, whatever its tables of contents say; a feed and the
    podcast namespace have one list only.
    """
    for path, chapter in subject.chapters:
        if chapter.chapters:
            yield f"{path}.chapters", "most players show one list, with these among the others"


@_rule("info")
def _hidden_chapter(subject: _Subject) -> _Findings:
    """Chapters are not hidden.

    AntennaPod doesn't read that a chapter is hidden; Pocket Casts didn't in 2025.
    """
    for path, chapter in subject.chapters:
        if chapter.hidden:
            yield f"{path}.hidden", "some players show it all the same"


@_rule("warning")
def _title_missing(subject: _Subject) -> _Findings:
    """A chapter that is shown has a title.

    AntennaPod numbers it, from 0; other players show an empty line.
    """
    for path, chapter in subject.chapters:
        if not chapter.hidden and not (chapter.title or "").strip():
            yield f"{path}.title", "there is none; players show a number, or an empty line"


@_rule("info")
def _title_long(subject: _Subject) -> _Findings:
    """A title has 70 characters at most.

    YouTube shows 49 characters over the video and 70 below it; Spotify advises 40.
    """
    for path, chapter in subject.chapters:
        length = len(chapter.title or "")
        if length > _LONGEST_TITLE:
            yield f"{path}.title", f"{length} characters; players cut off what is over 40 to 70"


@_rule("warning")
def _picture_large(subject: _Subject) -> _Findings:
    """A picture in the file has 500,000 bytes at most.

    All pictures are loaded before the audio, as the tag is the first part of an MP3; players on
    phones ran out of memory over large ones.
    """
    for path, chapter in subject.chapters:
        if chapter.picture and len(chapter.picture.data) > _LARGEST_PICTURE:
            size = len(chapter.picture.data)
            yield f"{path}.picture", f"{size} bytes, which are loaded before the audio; shrink it"


@_rule("warning")
def _picture_type(subject: _Subject) -> _Findings:
    """A picture in the file is a JPEG or a PNG.

    ID3v2.3 asks for one of these where other programs are to show it.
    """
    for path, chapter in subject.chapters:
        if chapter.picture and chapter.picture.mime_type not in _PICTURE_TYPES:
            message = (
                f"{chapter.picture.mime_type!r:.80}; players show {' and '.join(_PICTURE_TYPES)}"
            )
            yield f"{path}.picture.mime_type", message


rules = tuple(value for value in tuple(globals().values()) if isinstance(value, Rule))

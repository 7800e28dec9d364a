"""Puts chapters into notes as time stamps."""

import attrs

from podkit._clock import write_clock
from podkit.models import Chapter, Chapters, Paragraph, Section, ShowNotes

__all__ = ["set_timestamps"]

_HOUR = 3600


def set_timestamps(show_notes: ShowNotes, chapters: Chapters) -> ShowNotes:
    """Give the notes chapters as lines with times, which players make links of.

    A line is a time and a title, as Spotify's and YouTube's help asks: ``05:30 The news``. They
    stand in the section for them; if there is none, in one after all others. `ShowNotes.timestamps`
    finds them again where there are three or more. Chapters without a title, and hidden ones, have
    no line; times are of whole seconds.

    Args:
        show_notes: the notes.
        chapters: the chapters.

    >>> marks = [Chapter(start=0, title="Hello"), Chapter(start=65, title="On")]
    >>> show_notes = set_timestamps(ShowNotes(), Chapters(chapters=marks))
    >>> [point.text for point in show_notes.sections[0].points]
    ['00:00 Hello', '01:05 On']
    """
    points = tuple(Paragraph(content=(line,), is_point=True) for line in _lines(chapters))
    section = Section(kind="timestamps", heading="Chapters", paragraphs=points)
    sections = list(show_notes.sections)
    place = next((i for i, old in enumerate(sections) if old.kind == "timestamps"), None)
    if place is None:
        sections.append(section)
    else:
        sections[place] = attrs.evolve(sections[place], paragraphs=points)
    return attrs.evolve(show_notes, sections=tuple(sections))


def _lines(chapters: Chapters) -> list[str]:
    shown = [chapter for chapter in chapters if chapter.title and not chapter.hidden]
    hours = 2 if any(chapter.start >= _HOUR for chapter in shown) else 0
    return [f"{_clock(chapter, hours)} {chapter.title}" for chapter in shown]


def _clock(chapter: Chapter, hours: int) -> str:
    return write_clock(chapter.start, hours=hours).zfill(len("00:00"))

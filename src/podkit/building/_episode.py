"""An episode's files, read into one value: what its feed item, tags, page and files come from."""

import uuid
from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from podkit import audio, chapters, notes, pages, transcripts
from podkit.building._facts import EPISODE, Facts, address, read_facts, report_missing
from podkit.building._folder import SHOW_FILE, EpisodeFiles
from podkit.building._pictures import read_picture
from podkit.errors import OnProblem, PodkitError, Problem
from podkit.models import (
    AudioTags,
    Chapters,
    Episode,
    EpisodePage,
    Paragraph,
    Picture,
    Section,
    Show,
    ShowNotes,
    Transcript,
)

__all__ = ["EpisodeParts", "read_episode"]

Value = TypeVar("Value")


@attrs.frozen(kw_only=True)
class EpisodeParts:
    """What is known of an episode, before it has an address.

    Attributes:
        files: where it is from.
        episode: the facts that the feed states.
        page: its page's heading and notes.
        tags: what the source audio says of itself.
        transcript: the transcript, with estimated times where the show asks for them.
        chapters: the chapters.
        cover: its own picture.
    """

    files: EpisodeFiles
    episode: Episode
    page: EpisodePage
    tags: AudioTags
    transcript: Transcript | None
    chapters: Chapters | None
    cover: Picture | None

    @property
    def summary(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the notes that say what the episode is about."""
        return tuple(
            paragraph
            for section in self.page.notes.sections
            if section.kind == "summary"
            for paragraph in section.paragraphs
        )


def read_episode(
    files: EpisodeFiles, show: Show, show_facts: Facts, on_problem: OnProblem
) -> EpisodeParts:
    """Read an episode's files; what stands in the way of building is reported as an error."""
    facts = read_facts(files.parts.get("episode"), files.facts_name, EPISODE, on_problem)
    reader = _Reader(files, on_problem)
    tags = reader.read("audio", audio.read) or AudioTags()
    page = _page(reader, facts, show_facts)
    episode = _episode(files, facts, page, show, show_facts)
    if episode.title is None:
        report_missing("title", EPISODE["title"], files.facts_name, on_problem)
    return EpisodeParts(
        files=files,
        episode=attrs.evolve(episode, duration=tags.duration),
        page=attrs.evolve(page, episode=episode),
        tags=tags,
        transcript=_transcript(reader, page, tags.duration, show_facts),
        chapters=_chapters(reader, page, tags.duration),
        cover=reader.read("cover", read_picture),
    )


@attrs.frozen
class _Reader:
    """Reads the parts of one episode, and says which file a problem is in."""

    files: EpisodeFiles
    on_problem: OnProblem

    def read(self, part: str, read: Callable[..., Value]) -> Value | None:
        """Read a part's file, or give None where there is none or it can't be read."""
        if part not in self.files.parts:
            return None
        name = self.files.name(part)

        def located(problem: Problem) -> None:
            where = f"{name}, {problem.where}" if problem.where else name
            self.on_problem(attrs.evolve(problem, where=where))

        try:
            return read(self.files.parts[part], on_problem=located)
        except PodkitError as error:
            self.refuse("unreadable-file", str(error), name)
            return None

    def refuse(self, kind: str, message: str, where: str) -> None:
        """Report what stands in the way of building."""
        self.on_problem(Problem(id=kind, message=message, level="error", where=where))


def _page(reader: _Reader, facts: Facts, show_facts: Facts) -> EpisodePage:
    """Read the page and the notes, and give their links the targets that the facts state."""
    page = reader.read("page", pages.read) or EpisodePage()
    show_notes = reader.read("notes", notes.read) or page.notes
    try:
        show_notes = notes.set_urls(show_notes, facts.get("links", {}))
    except PodkitError as error:
        reader.refuse("unknown-link", str(error), f"{reader.files.facts_name}, links")
    if "episode_url" in show_facts:
        show_notes = notes.set_episode_urls(show_notes, show_facts["episode_url"])
    return attrs.evolve(page, notes=show_notes)


def _episode(
    files: EpisodeFiles, facts: Facts, page: EpisodePage, show: Show, show_facts: Facts
) -> Episode:
    """Put the facts together: those of the episode's file, the page's, and the show's defaults."""

    def fact(key: str, found: Any = None) -> Any:  # noqa: ANN401 -- what the key's kind says
        stated = facts.get(key, found)
        return show_facts.get(f"episode.{key}") if stated is None else stated

    number = fact("number", page.episode.number)
    season = fact("season", page.episode.season)
    summary = [section for section in page.notes.sections if section.kind == "summary"]
    content = [section for section in page.notes.sections if section.kind not in _PLACES]
    return Episode(
        title=fact("title", page.episode.title),
        link=facts.get("link") or _link(files, number, season, show_facts),
        description=fact("description", _html(summary)),
        content=_html(content),
        guid=facts.get("guid") or str(uuid.uuid5(uuid.UUID(show.guid), files.stem)),
        guid_is_permalink=False,
        published=facts.get("date"),
        explicit=fact("explicit"),
        number=number,
        season=season,
        episode_type=fact("episode_type"),
    )


# Sections that mark the place of what is not part of the notes.
_PLACES = ("player", "transcript")


def _link(files: EpisodeFiles, number: int | None, season: int | None, show_facts: Facts) -> str:
    pattern = show_facts.get("episode_url")
    if pattern is None or number is None or ("{season" in pattern and season is None):
        return address(show_facts, f"{files.stem}.html")
    return str(pattern.format(number=number, season=season))


def _html(sections: list[Section]) -> str | None:
    return notes.dumps(ShowNotes(sections=tuple(sections)), format="html").strip() or None


def _transcript(
    reader: _Reader, page: EpisodePage, duration: float | None, show_facts: Facts
) -> Transcript | None:
    """Read the transcript, and give it estimated times where the show asks for them."""
    transcript = reader.read("transcript", transcripts.read) or page.transcript
    if transcript is None or duration is None:
        return transcript
    name = reader.files.first_name("transcript", "page")
    if transcript.language is None:
        transcript = attrs.evolve(transcript, language=show_facts.get("language"))
    if transcript.is_timed:
        return transcript
    if show_facts.get("transcript.times") == "estimated":
        message = "the transcript has no times; those written are estimates, by length of text"
        reader.on_problem(Problem(id="estimated-times", message=message, level="info", where=name))
        return _spread(reader, transcript, duration, name)
    for format_name in show_facts.get("transcript.formats", ()):
        message = (
            f"{format_name} needs times, and the transcript in {name} has none; give one that "
            'has, or write times = "estimated" under [transcript]'
        )
        reader.refuse("no-times", message, f"{SHOW_FILE}, transcript.formats")
    return transcript


def _spread(reader: _Reader, transcript: Transcript, duration: float, name: str) -> Transcript:
    try:
        return transcripts.spread(transcript, duration)
    except ValueError as error:  # some cues have times, beyond the end of the audio
        reader.refuse("bad-times", str(error), name)
        return transcript


def _chapters(reader: _Reader, page: EpisodePage, duration: float | None) -> Chapters | None:
    """Read the chapters, from a file of their own or from the page, and check that they fit."""
    found = reader.read("chapters", chapters.read) or page.chapters or page.notes.timestamps
    if found and duration is not None:
        name = reader.files.first_name("chapters", "notes", "page")
        for index, chapter in enumerate(found):
            if chapter.start >= duration:
                message = (
                    f"chapters[{index}] starts at {chapter.start:g} seconds, "
                    f"but the audio ends at {duration:g}"
                )
                reader.refuse("chapter-beyond-end", message, name)
    return found or None

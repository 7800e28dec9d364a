"""An episode's files, read into one value: what its feed item, tags, page and files come from."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

import attrs

from podkit import audio, chapters, notes, pages, transcripts
from podkit._url_pattern import fill_in
from podkit.building._facts import EPISODE, Facts, address, read_facts, refuse_missing
from podkit.building._folder import SHOW_FILE, EpisodeFiles
from podkit.building._formats import READ
from podkit.building._pictures import read_picture
from podkit.building._problems import Problems
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

__all__ = ["EpisodeParts", "Found", "read_episode"]

Value = TypeVar("Value")


@attrs.frozen
class Found(Generic[Value]):
    """A value, and what problems with it name: its file, and its key if it has one."""

    value: Value
    name: str


@attrs.frozen(kw_only=True)
class EpisodeParts:
    """What is known of an episode, before it has an address.

    Attributes:
        files: where it is from.
        episode: the facts that the feed states.
        description: what it is about, as plain text.
        page: its page's heading and notes.
        transcript: the transcript, with estimated times where the show asks for them.
        chapters: the chapters, in order of time.
        cover: its own picture.
        origins: by the field of what is made of them, the file that the value is
            from, and the key if it has one.
    """

    files: EpisodeFiles
    episode: Episode
    description: str | None
    page: EpisodePage
    transcript: Found[Transcript] | None
    chapters: Found[Chapters] | None
    cover: Found[Picture] | None
    origins: Mapping[str, str]


def read_episode(
    files: EpisodeFiles, show: Show, show_facts: Facts, problems: Problems
) -> EpisodeParts | None:
    """Read an episode's files; or give None, and errors, for one that can't be built."""
    errors_before = len(problems.errors)
    facts = read_facts(files.parts.get("episode"), files.facts_name, EPISODE, problems)
    reader = _Reader(files, problems)
    tags = _tags(reader)
    page = reader.read("page", pages.read) or Found(EpisodePage(), files.facts_name)
    show_notes = _notes(reader, page, facts, show_facts)
    fields = _fields(files, facts, page, show_notes, show_facts)
    for key, field in (("date", "published"), ("title", "title")):
        if fields[field].value is None and key not in facts:
            refuse_missing(key, EPISODE[key], files.facts_name, problems)
    duration = tags.value.duration
    values = {field: found.value for field, found in fields.items()}
    values["guid"] = values["guid"] or str(uuid.uuid5(uuid.UUID(show.guid), files.stem))
    episode = Episode(guid_is_permalink=False, duration=duration, **values)
    transcript = _transcript(reader, page, duration, show_facts)
    marks = _chapters(reader, page, show_notes, tags)
    cover = reader.read("cover", read_picture)
    if len(problems.errors) > errors_before:
        return None
    return EpisodeParts(
        files=files,
        episode=episode,
        description=facts.get("description") or _text(_summary(show_notes.value)),
        page=attrs.evolve(page.value, episode=episode, notes=show_notes.value),
        transcript=transcript,
        chapters=marks,
        cover=cover,
        origins=_origins(
            {
                **fields,
                "track": fields["number"],
                "date": fields["published"],
                "notes": show_notes,
                "transcript": transcript,
                "lyrics": transcript,
                "cues": transcript,
                "chapters": marks,
                "heading": page,
                "language": Found(show.language, f"{SHOW_FILE}, language"),
            }
        ),
    )


@attrs.frozen
class _Reader:
    """Reads the parts of one episode."""

    files: EpisodeFiles
    problems: Problems

    def read(self, part: str, read: Callable[..., Value]) -> Found[Value] | None:
        """Read a part's file, or give None where there is none or it can't be read."""
        if part not in self.files.parts:
            return None
        name = self.files.name(part)
        value = self.problems.read(read, self.files.parts[part], name)
        return None if value is None else Found(value, name)


def _tags(reader: _Reader) -> Found[AudioTags]:
    """Read what the source audio says of itself."""
    name = reader.files.facts_name
    if "audio" not in reader.files.parts:
        message = "the episode has no audio; put an MP3 file beside this one"
        reader.problems.refuse("missing-audio", message, name)
    return reader.read("audio", audio.read) or Found(AudioTags(), name)


def _notes(
    reader: _Reader, page: Found[EpisodePage], facts: Facts, show_facts: Facts
) -> Found[ShowNotes]:
    """Read the notes, and give their links the targets that the facts state."""
    found = reader.read("notes", notes.read) or Found(page.value.notes, page.name)
    show_notes = found.value
    links = facts.get("links") or {}
    # The longest first: a text may be a part of another.
    for text in sorted(links, key=len, reverse=True):
        try:
            show_notes = notes.set_urls(show_notes, {text: links[text]})
        except PodkitError as error:
            where = f"{reader.files.facts_name}, links"
            reader.problems.refuse("unknown-link", str(error), where)
    try:
        if "episode_url" in show_facts:
            show_notes = notes.set_episode_urls(show_notes, show_facts["episode_url"])
    except PodkitError as error:
        reader.problems.refuse("unknown-season", str(error), found.name)
    return attrs.evolve(found, value=show_notes)


def _fields(
    files: EpisodeFiles,
    facts: Facts,
    page: Found[EpisodePage],
    show_notes: Found[ShowNotes],
    show_facts: Facts,
) -> dict[str, Found[Any]]:
    """Find the feed's facts: in the episode's file, on its page, among the show's defaults."""

    def stated(key: str) -> Found[Any]:
        return Found(facts.get(key), f"{files.facts_name}, {key}")

    def default(key: str) -> Found[Any]:
        return Found(show_facts.get(f"episode.{key}"), f"{SHOW_FILE}, episode.{key}")

    def on_page(field: str) -> Found[Any]:
        return Found(getattr(page.value.episode, field), page.name)

    def noted(sections: Iterable[Section]) -> Found[Any]:
        carried = notes.for_feed(ShowNotes(sections=tuple(sections)))
        return Found(carried.html or None, show_notes.name)

    description = stated("description")
    number = _first(stated("number"), on_page("number"))
    season = _first(stated("season"), on_page("season"), default("season"))
    link = on_page("link")
    return {
        "title": _first(stated("title"), on_page("title")),
        "number": number,
        "season": season,
        "published": _first(stated("date"), on_page("published")),
        "explicit": _first(stated("explicit"), default("explicit")),
        "episode_type": _first(stated("episode_type"), default("episode_type")),
        "guid": stated("guid"),
        "link": _first(
            stated("link"),
            link if EPISODE["link"].kind.accepts(link.value) else Found(None, link.name),
            Found(_link(number.value, season.value, files, show_facts), files.facts_name),
        ),
        "description": _first(
            attrs.evolve(noted([_section(description.value or "")]), name=description.name),
            noted(_summary(show_notes.value)),
        ),
        "content": noted(show_notes.value.sections),
    }


def _first(*found: Found[Any]) -> Found[Any]:
    """Give the first value that is one; the first place is where it is missing."""
    return next((one for one in found if one.value is not None), found[0])


def _link(number: int | None, season: int | None, files: EpisodeFiles, show_facts: Facts) -> str:
    pattern = show_facts.get("episode_url")
    url = pattern and number and fill_in(pattern, number=number, season=season)
    return url or address(show_facts, f"{files.stem}.html")


def _section(text: str) -> Section:
    """Give the paragraphs of a plain text, which blank lines part."""
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return Section(paragraphs=tuple(Paragraph(content=(part,)) for part in paragraphs))


def _summary(show_notes: ShowNotes) -> list[Section]:
    return [section for section in show_notes.sections if section.kind == "summary"]


def _text(sections: Iterable[Section]) -> str | None:
    return "\n\n".join(p.text for section in sections for p in section.paragraphs) or None


def _transcript(
    reader: _Reader, page: Found[EpisodePage], duration: float | None, show_facts: Facts
) -> Found[Transcript] | None:
    """Read the transcript, and give it estimated times where the show asks for them."""
    found = reader.read("transcript", _read_transcript)
    if found is None and page.value.transcript:
        found = Found(page.value.transcript, page.name)
    if found is None:
        return None
    transcript, problems = found.value, reader.problems
    if not transcript.cues:
        problems.refuse("empty-transcript", "the transcript has no text", found.name)
    if transcript.language is None:
        transcript = attrs.evolve(transcript, language=show_facts["language"])
    if transcript.is_timed and duration is not None:
        _check_end(transcript, duration, found.name, problems)
    elif duration is not None and show_facts.get("transcript.times") == "estimated":
        transcript = _spread(transcript, duration, found.name, problems)
    elif not transcript.is_timed and "transcript.formats" in show_facts:
        message = (
            f"the transcript in {found.name} has no times, which "
            f"{', '.join(show_facts['transcript.formats'])} can't do without; give one that has, "
            'or write times = "estimated" under [transcript]'
        )
        problems.refuse("no-times", message, f"{SHOW_FILE}, transcript.formats")
    return attrs.evolve(found, value=transcript)


def _read_transcript(path: Path, *, on_problem: OnProblem) -> Transcript:
    """Read a transcript in the format of its suffix; only text may hold another one."""
    return transcripts.read(path, format=READ[path.suffix.lower()], on_problem=on_problem)


_LATEST_END = 1.0  # the seconds by which players and editors differ


def _check_end(transcript: Transcript, duration: float, name: str, problems: Problems) -> None:
    """Warn of a transcript that goes on long after the audio has ended."""
    end = max((cue.end or cue.start or 0 for cue in transcript.cues), default=0)
    if end > duration + _LATEST_END:
        message = f"the last cue ends at {end:g} seconds, but the audio at {duration:g}"
        problems.warn("cue-beyond-end", message, name)


def _spread(transcript: Transcript, duration: float, name: str, problems: Problems) -> Transcript:
    message = "the transcript has no times; those written are estimates, by length of text"
    problems.report(Problem(id="estimated-times", message=message, level="info", where=name))
    try:
        return transcripts.spread(transcript, duration)
    except ValueError as error:  # some cues have times, beyond the end of the audio
        problems.refuse("bad-times", str(error), name)
        return transcript


def _chapters(
    reader: _Reader,
    page: Found[EpisodePage],
    show_notes: Found[ShowNotes],
    tags: Found[AudioTags],
) -> Found[Chapters] | None:
    """Find the chapters, bring them in order of time, and check that they fit."""
    candidates = (
        reader.read("chapters", chapters.read),
        Found(page.value.chapters, page.name),
        Found(show_notes.value.timestamps, show_notes.name),
        Found(tags.value.chapters, tags.name),
    )
    duration = tags.value.duration
    for found in candidates:
        if found and found.value:
            marks = sorted(found.value, key=lambda chapter: chapter.start)
            for index, chapter in enumerate(marks):
                if duration is not None and chapter.start >= duration:
                    message = (
                        f"chapters[{index}] starts at {chapter.start:g} seconds, "
                        f"but the audio ends at {duration:g}"
                    )
                    reader.problems.refuse("chapter-beyond-end", message, found.name)
            return Found(attrs.evolve(found.value, chapters=tuple(marks)), found.name)
    return None


def _origins(found: Mapping[str, Found[Any] | None]) -> dict[str, str]:
    return {field: one.name for field, one in found.items() if one}

"""A show ready to be published: every built file in memory, save the sound, and then on the disk.

All that a folder can be refused for is known before the first byte is written. The audio files are
written first and the feed last, so that it never names a file that isn't there.
"""

import functools
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal, TypeAlias, TypeVar
from urllib.parse import unquote

import attrs

from podkit import audio, chapters, pages, rss, transcripts
from podkit._files import TEMPORARY_SUFFIX, write_bytes
from podkit.building._episode import EpisodeParts
from podkit.building._facts import Facts, address
from podkit.models import (
    AudioTags,
    Chapters,
    ChaptersLink,
    Enclosure,
    Episode,
    EpisodePage,
    Picture,
    Show,
    Transcript,
    TranscriptLink,
)

__all__ = ["FEED", "Made", "Publication", "TaggedAudio", "cover_name", "plan_episode"]

FEED = "feed.xml"
# How a transcript's files end, what `podkit.transcripts` calls their format, and their MIME types
# (podcast namespace, ``docs/examples/transcripts/transcripts.md``).
_READABLE = {"txt": ("text", "text/plain"), "html": ("html", "text/html")}
_TIMED = {
    "vtt": ("vtt", "text/vtt"),
    "srt": ("srt", "application/x-subrip"),
    "json": ("json", "application/json"),
}
Pointer = TypeVar("Pointer", Enclosure, TranscriptLink, ChaptersLink)
_CHAPTERS = "application/json+chapters"
_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}


Change: TypeAlias = Literal["new", "changed", "unchanged"]


@attrs.frozen(kw_only=True)
class Made:
    """A file of the published show.

    Attributes:
        name: its name within the folder of built files.
        size: its size in bytes.
        change: what writing it did: ``"new"``, ``"changed"`` or ``"unchanged"``.

    >>> Made(name="feed.xml", size=4096, change="new").change
    'new'
    """

    name: str
    size: int
    change: Change


@attrs.frozen(kw_only=True)
class TaggedAudio:
    """An audio file to be made: the sound of another with these tags."""

    source: Path
    tags: AudioTags


@attrs.frozen(kw_only=True)
class EpisodePlan:
    """An episode as the feed has it, and what its files will hold, by their names."""

    episode: Episode
    sounds: dict[str, TaggedAudio]
    files: dict[str, bytes]


@attrs.frozen(kw_only=True)
class Publication:
    """A show ready to be written.

    Attributes:
        show: what the feed says; the lengths of its enclosures are those of the source files.
        sounds: the audio files to be made, by their names.
        files: what each other file but the feed will hold, by its name.

    >>> Publication(show=Show(), sounds={}, files={"cover.jpg": b"..."}).names
    ('cover.jpg', 'feed.xml')
    """

    show: Show
    sounds: dict[str, TaggedAudio]
    files: dict[str, bytes]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files, in the order of writing."""
        return (*self.sounds, *self.files, FEED)

    def write(self, out: str | os.PathLike[str]) -> Iterator[Made]:
        """Write the files one by one; one that holds the same bytes already is left alone.

        Raises:
            OSError: a file can't be written; each file in the folder is whole, old or new.
        """
        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        for left_over in folder.glob(f".*{TEMPORARY_SUFFIX}"):
            left_over.unlink()
        for name, sound in self.sounds.items():
            write = functools.partial(audio.write, sound.tags, source=sound.source)
            yield _make(folder / name, write)
        for name, data in self.files.items():
            yield _make(folder / name, functools.partial(write_bytes, data=data))
        feed = _measured(self.show, folder)
        yield _make(folder / FEED, functools.partial(rss.write, feed))


def plan_episode(parts: EpisodeParts, show: Show, show_facts: Facts, cover: Picture) -> EpisodePlan:
    """Make what an episode's files will hold.

    Raises:
        UnrepresentableError: a value has no place in one of the files.
    """
    stem = parts.files.stem
    marks = _described(parts, show)
    formats = _transcript_formats(parts.transcript, show_facts)
    episode = _addressed(parts, formats, show_facts)
    rss.dumps(Show(episodes=(episode,)))  # refuses now what the feed could not hold later
    sound = TaggedAudio(source=parts.files.parts["audio"], tags=_tags(parts, episode, show, cover))
    page = _local_page(parts, episode, show, show_facts)
    texts = {f"{stem}.html": pages.dumps(page, format="html")}
    if marks:
        texts[f"{stem}.chapters.json"] = chapters.json.dumps(marks)
    if parts.transcript:
        for suffix, (name, _) in formats.items():
            texts[f"{stem}.transcript.{suffix}"] = transcripts.dumps(parts.transcript, format=name)
    files = {name: text.encode() for name, text in texts.items()}
    if parts.cover:
        files[cover_name(stem, parts.cover)] = parts.cover.data
    return EpisodePlan(episode=episode, sounds={f"{stem}.mp3": sound}, files=files)


def cover_name(stem: str, cover: Picture) -> str:
    """Give the name of a cover's file.

    >>> cover_name("cover", Picture(data=b"...", mime_type="image/jpeg"))
    'cover.jpg'
    """
    return f"{stem}{_SUFFIXES[cover.mime_type]}"


def _described(parts: EpisodeParts, show: Show) -> Chapters | None:
    """Give the chapters with what the show knows and their own file doesn't say."""
    marks = parts.chapters
    return marks and attrs.evolve(
        marks,
        title=marks.title or parts.episode.title,
        author=marks.author or show.author,
        podcast_name=marks.podcast_name or show.title,
        file_name=marks.file_name or f"{parts.files.stem}.mp3",
    )


def _transcript_formats(
    transcript: Transcript | None, show_facts: Facts
) -> dict[str, tuple[str, str]]:
    """Choose the formats to write: those for readers always, those with times where there are."""
    if transcript is None:
        return {}
    if not transcript.is_timed:
        return _READABLE
    chosen = show_facts.get("transcript.formats", _TIMED)
    return _READABLE | {suffix: row for suffix, row in _TIMED.items() if suffix in chosen}


def _addressed(
    parts: EpisodeParts, formats: Mapping[str, tuple[str, str]], show_facts: Facts
) -> Episode:
    """Give the episode the addresses of its files; the enclosure's length is the source's."""
    base = address(show_facts, parts.files.stem)
    length = parts.files.parts["audio"].stat().st_size
    marks = ChaptersLink(url=f"{base}.chapters.json", type=_CHAPTERS) if parts.chapters else None
    return attrs.evolve(
        parts.episode,
        enclosures=(Enclosure(url=f"{base}.mp3", length=length, type="audio/mpeg"),),
        transcript_links=tuple(
            TranscriptLink(url=f"{base}.transcript.{suffix}", type=mime_type)
            for suffix, (_, mime_type) in formats.items()
        ),
        chapters_link=marks,
        artwork=cover_name(base, parts.cover) if parts.cover else None,
    )


def _tags(parts: EpisodeParts, episode: Episode, show: Show, cover: Picture) -> AudioTags:
    tags = audio.episode_tags(episode, show)
    summary = [paragraph.text for paragraph in parts.summary]
    tags = attrs.evolve(
        tags,
        description=tags.description or "\n\n".join(summary) or None,
        chapters=_tagged_chapters(parts.chapters),
        pictures=(parts.cover or cover,),
        lyrics=parts.transcript.text if parts.transcript else None,
        duration=parts.tags.duration,
    )
    audio.dumps(tags)  # refuses now what the file could not hold later
    return tags


def _tagged_chapters(marks: Chapters | None) -> Chapters | None:
    """Give the chapters without what only their own file can carry."""
    return marks and Chapters(
        chapters=tuple(attrs.evolve(chapter, image=None) for chapter in marks)
    )


def _local_page(
    parts: EpisodeParts, episode: Episode, show: Show, show_facts: Facts
) -> EpisodePage:
    """Give the page that stands beside the files, so that its links to them are relative."""
    base = address(show_facts, "")

    def local(pointer: Pointer) -> Pointer:
        return attrs.evolve(pointer, url=pointer.url.removeprefix(base))

    return attrs.evolve(
        parts.page,
        show=attrs.evolve(show, artwork=(show.artwork or "").removeprefix(base)),
        episode=attrs.evolve(
            episode,
            artwork=episode.artwork and episode.artwork.removeprefix(base),
            enclosures=tuple(map(local, episode.enclosures)),
            transcript_links=tuple(map(local, episode.transcript_links)),
            chapters_link=episode.chapters_link and local(episode.chapters_link),
        ),
        transcript=parts.transcript,
        chapters=parts.chapters,
    )


def _measured(show: Show, folder: Path) -> Show:
    """Give the enclosures the lengths of the files that were written."""

    def measured(enclosure: Enclosure) -> Enclosure:
        path = folder / unquote(enclosure.url.rpartition("/")[2])
        return attrs.evolve(enclosure, length=path.stat().st_size)

    episodes = (
        attrs.evolve(episode, enclosures=tuple(map(measured, episode.enclosures)))
        for episode in show.episodes
    )
    return attrs.evolve(show, episodes=tuple(episodes))


def _make(path: Path, write: Callable[[Path], None]) -> Made:
    before = _identity(path)
    write(path)
    after = _identity(path)
    change: Change = "new" if before is None else "unchanged" if before == after else "changed"
    return Made(name=path.name, size=path.stat().st_size, change=change)


def _identity(path: Path) -> tuple[int, int] | None:
    """Say which file stands there; a replaced one has another number."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns

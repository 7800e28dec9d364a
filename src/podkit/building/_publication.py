"""A show ready to be published: every built file in memory, save the sound, and then on the disk.

All that a folder can be refused for is known before the first byte is written. The audio files are
written first and the feed last, so that it never names a file that isn't there.
"""

import functools
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeAlias, TypeVar
from urllib.parse import quote

import attrs

from podkit import audio, chapters, dicts, opml, pages, rss, transcripts
from podkit._files import TEMPORARY_SUFFIX, write_bytes
from podkit.building._episode import EpisodeParts
from podkit.building._facts import Facts, address
from podkit.building._formats import FORMATS, TIMED, TranscriptFormat
from podkit.building._problems import Problems, blamed
from podkit.errors import BuildError, ParseError, Problem, ignore
from podkit.models import (
    AtomLink,
    AudioTags,
    Chapter,
    Chapters,
    ChaptersLink,
    Enclosure,
    Episode,
    EpisodePage,
    Opml,
    OpmlHead,
    Outline,
    Picture,
    Show,
    TranscriptLink,
)

__all__ = [
    "FEED",
    "EpisodePlan",
    "Made",
    "Publication",
    "TaggedAudio",
    "cover_name",
    "page_file",
    "plan_episode",
    "show_files",
]

FEED = "feed.xml"
INDEX = "index.html"
OPML = "show.opml"
JSON = "show.json"
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
    """An audio file to be made: the sound of another with these tags.

    Attributes:
        source: the file that the sound is taken from.
        tags: the tags that it gets.

    >>> TaggedAudio(source=Path("ep-7/audio.mp3"), tags=AudioTags(title="Fog")).tags.title
    'Fog'
    """

    source: Path
    tags: AudioTags


@attrs.frozen(kw_only=True)
class EpisodePlan:
    """An episode as the feed has it, its page, and what its other files will hold, by name."""

    parts: EpisodeParts
    episode: Episode
    page: EpisodePage
    sounds: dict[str, TaggedAudio]
    files: dict[str, bytes]


@attrs.frozen(kw_only=True)
class Publication:
    """A show ready to be written.

    Attributes:
        folder: the show's folder, in which nothing is written.
        show: what the feed says; the lengths of its enclosures are those of the source files.
        sounds: the audio files to be made, by their names, in the order of the episodes.
        files: what each other file will hold, by its name, save the show as JSON and the feed.

    >>> files = {"cover.jpg": b"..."}
    >>> Publication(folder=Path("my-show"), show=Show(), sounds={}, files=files).names
    ('cover.jpg', 'show.json', 'feed.xml')
    """

    folder: Path
    show: Show
    sounds: dict[str, TaggedAudio]
    files: dict[str, bytes]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files, in the order of writing."""
        return (*self.sounds, *self.files, JSON, FEED)

    def write(self, out: str | os.PathLike[str]) -> Iterator[Made]:
        """Write the files one by one; one that holds the same bytes already is left alone.

        Raises:
            BuildError: a file would take the place of a folder, or of one that the show is made
                of; nothing was written.
            OSError: a file can't be written; each file in the folder is whole, old or new.
            ParseError: a source was changed meanwhile, and is no audio any more.
        """
        folder = Path(out)
        self._check(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for left_over in folder.glob(f".*{TEMPORARY_SUFFIX}"):
            left_over.unlink()
        for name, sound in self.sounds.items():
            write = functools.partial(audio.write, sound.tags, source=sound.source, lossy=True)
            yield _make(folder / name, write)
        for name, data in self.files.items():
            yield _make(folder / name, functools.partial(write_bytes, data=data))
        sizes = [(folder / name).stat().st_size for name in self.sounds]
        show = _measured(self.show, sizes)
        data = json.dumps(dicts.to_dict(show), ensure_ascii=False, indent=1).encode()
        yield _make(folder / JSON, functools.partial(write_bytes, data=data))
        yield _make(folder / FEED, functools.partial(rss.write, show))

    def _check(self, out: Path) -> None:
        """Refuse to write into the show's folder, and to the place of another folder."""
        problems = Problems(ignore)
        sources = [_real(sound.source) for sound in self.sounds.values()]
        show_folder = _real(self.folder)
        if _real(out).is_relative_to(show_folder):
            message = "this is the show's folder, or in it; publish to a folder elsewhere"
            problems.refuse("bad-target", message, str(out))
            problems.check()
        for name in self.names:
            target = _real(out / name)
            if target.is_dir():
                message = "a folder stands where this file is to be written; move it away"
                problems.refuse("bad-target", message, str(out / name))
            elif target in sources or target.is_relative_to(show_folder):
                message = "this leads to a file that the show is made of; remove it"
                problems.refuse("bad-target", message, str(out / name))
        problems.check()


def plan_episode(parts: EpisodeParts, show: Show, show_facts: Facts, cover: Picture) -> EpisodePlan:
    """Make what an episode's files will hold.

    Raises:
        BuildError: a value has no place in one of the files.
    """
    stem = parts.files.stem
    formats = _transcript_formats(parts, show_facts)
    episode = _addressed(parts, formats, show_facts)
    texts = {}
    with blamed(parts.files.facts_name, parts.origins):
        # These refuse now what the feed and the audio could not hold later.
        rss.dumps(Show(episodes=(episode,)))
        tags = _tags(parts, episode, show, cover)
        audio.dumps(tags)
        if parts.chapters:
            marks = _described(parts.chapters.value, parts, show)
            texts[f"{stem}.chapters.json"] = chapters.json.dumps(marks, lossy=True)
        if parts.transcript:
            for suffix, row in formats.items():
                text = transcripts.dumps(parts.transcript.value, format=row.name)
                texts[f"{stem}.transcript.{suffix}"] = text
    files = {name: text.encode() for name, text in texts.items()}
    if parts.cover:
        files[cover_name(stem, parts.cover.value)] = parts.cover.value.data
    sounds = {f"{stem}.mp3": TaggedAudio(source=parts.files.parts["audio"], tags=tags)}
    page = _local_page(parts, episode, show, show_facts)
    return EpisodePlan(parts=parts, episode=episode, page=page, sounds=sounds, files=files)


def page_file(
    plan: EpisodePlan, older: EpisodePlan | None, newer: EpisodePlan | None, templates: Path | None
) -> bytes:
    """Make what an episode's page will hold, with links to those before and after it.

    Raises:
        BuildError: a value has no place in it, or a template can't be filled.
    """
    links = [_page_link("prev", older), AtomLink(href=INDEX, rel="up"), _page_link("next", newer)]
    episode = attrs.evolve(plan.page.episode, atom_links=tuple(filter(None, links)))
    page = attrs.evolve(plan.page, episode=episode)
    with blamed(plan.parts.files.facts_name, plan.parts.origins), _templates_blamed(templates):
        return pages.html.dumps(page, templates=templates).encode()


def show_files(
    show: Show, plans: Sequence[EpisodePlan], templates: Path | None
) -> dict[str, bytes]:
    """Make what the show's index and its list of subscriptions will hold.

    Raises:
        BuildError: a template can't be filled.
    """
    subscription = Outline(
        text=show.title, type="rss", xml_url=show.atom_links[0].href, html_url=show.link
    )
    alternates = ((OPML, "text/x-opml"), (JSON, "application/json"))
    local = attrs.evolve(
        show,
        artwork=plans[0].page.show.artwork if plans else show.artwork,
        atom_links=(
            *show.atom_links,
            *(AtomLink(href=name, rel="alternate", type=kind) for name, kind in alternates),
        ),
        episodes=tuple(attrs.evolve(plan.episode, link=_page_name(plan)) for plan in plans),
    )
    with _templates_blamed(templates):
        index = pages.index.dumps(local, templates=templates).encode()
    subscriptions = Opml(head=OpmlHead(title=show.title), outlines=(subscription,))
    return {INDEX: index, OPML: opml.dumps(subscriptions)}


def cover_name(stem: str, cover: Picture) -> str:
    """Give the name of a cover's file.

    >>> cover_name("cover", Picture(data=b"...", mime_type="image/jpeg"))
    'cover.jpg'
    """
    return f"{stem}{_SUFFIXES[cover.mime_type]}"


def _transcript_formats(parts: EpisodeParts, show_facts: Facts) -> dict[str, TranscriptFormat]:
    """Choose the formats to write: those for readers always, those with times where there are."""
    if parts.transcript is None:
        return {}
    chosen = show_facts.get("transcript.formats", TIMED) if parts.transcript.value.is_timed else ()
    return {suffix: row for suffix, row in FORMATS.items() if not row.is_timed or suffix in chosen}


def _addressed(
    parts: EpisodeParts, formats: Mapping[str, TranscriptFormat], show_facts: Facts
) -> Episode:
    """Give the episode the addresses of its files; the enclosure's length is the source's."""
    base = address(show_facts, parts.files.stem)
    length = parts.files.parts["audio"].stat().st_size
    marks = ChaptersLink(url=f"{base}.chapters.json", type=_CHAPTERS) if parts.chapters else None
    return attrs.evolve(
        parts.episode,
        enclosures=(Enclosure(url=f"{base}.mp3", length=length, type="audio/mpeg"),),
        transcript_links=tuple(
            TranscriptLink(url=f"{base}.transcript.{suffix}", type=row.mime_type)
            for suffix, row in formats.items()
        ),
        chapters_link=marks,
        artwork=cover_name(base, parts.cover.value) if parts.cover else None,
    )


def _tags(parts: EpisodeParts, episode: Episode, show: Show, cover: Picture) -> AudioTags:
    return attrs.evolve(
        audio.episode_tags(episode, show),
        description=parts.description,
        chapters=_tagged_chapters(parts.chapters.value) if parts.chapters else None,
        pictures=(parts.cover.value if parts.cover else cover,),
        lyrics=parts.transcript.value.text if parts.transcript else None,
        duration=episode.duration,
    )


def _tagged_chapters(marks: Chapters) -> Chapters:
    """Give the chapters without the addresses of pictures, which hardly a player fetches."""
    return Chapters(chapters=tuple(map(_without_images, marks)))


def _without_images(chapter: Chapter) -> Chapter:
    within = tuple(map(_without_images, chapter.chapters))
    return attrs.evolve(chapter, image=None, chapters=within)


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
        transcript=parts.transcript.value if parts.transcript else None,
        chapters=parts.chapters.value if parts.chapters else None,
    )


def _page_link(relation: str, plan: EpisodePlan | None) -> AtomLink | None:
    if plan is None:
        return None
    return AtomLink(href=_page_name(plan), rel=relation, title=plan.episode.title)


def _page_name(plan: EpisodePlan) -> str:
    """Give the address of a page for those that stand beside it."""
    return quote(f"{plan.parts.files.stem}.html")


@contextmanager
def _templates_blamed(templates: Path | None) -> Iterator[None]:
    """Make of a template that can't be filled an error of its folder."""
    try:
        yield
    except ParseError as error:
        where = templates.name if templates else None
        problem = Problem(id="bad-template", message=str(error), level="error", where=where)
        raise BuildError([problem]) from error


def _described(marks: Chapters, parts: EpisodeParts, show: Show) -> Chapters:
    """Give the chapters with what the show knows and their own file doesn't say."""
    return attrs.evolve(
        marks,
        title=marks.title or parts.episode.title,
        author=marks.author or show.author,
        podcast_name=marks.podcast_name or show.title,
        file_name=marks.file_name or f"{parts.files.stem}.mp3",
    )


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _measured(show: Show, sizes: list[int]) -> Show:
    """Give the episodes' enclosures the lengths of the files that were written."""
    episodes = (
        attrs.evolve(
            episode,
            enclosures=tuple(attrs.evolve(file, length=size) for file in episode.enclosures),
        )
        for episode, size in zip(show.episodes, sizes, strict=True)
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

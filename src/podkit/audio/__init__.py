r"""Tags and chapters in audio files: one module for each container, and the same four verbs.

Read and written are MP3, WAV and AIFF with ID3v2 tags, MP4 (m4a, m4b, mp4), FLAC, and Ogg with
Vorbis, Opus, Speex or FLAC. The container is picked by content, or else by the file's suffix; a new
one is a module and a row in the table below. Matroska and WebM are read by PyAV, an extra.
"""

import io
import os
import re
from collections.abc import Callable
from functools import partial
from typing import BinaryIO, NamedTuple, Protocol

import attrs

from podkit._files import Edit, Source, Target, spliced, write_chunks
from podkit._journal import edit_file, opened
from podkit.audio import _comments, aiff, flac, id3, matroska, mp3, mp4, ogg, wav
from podkit.audio._carry import Capacity, reduced
from podkit.audio._episode import episode_tags
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import AudioFacts, AudioTags, Episode, Show

__all__ = ["dumps", "episode_tags", "facts", "loads", "read", "tag", "write"]


class _Verbs(Protocol):
    """What each container's module does with an open file."""

    @property
    def edits(self) -> Callable[..., list[Edit]]: ...
    def read(self, file: BinaryIO, on_problem: OnProblem) -> AudioTags: ...
    def facts(self, file: BinaryIO) -> AudioFacts: ...


class _Container(NamedTuple):
    """A container.

    Attributes:
        verbs: its module.
        start: a pattern for how its files start.
        suffixes: how their names end.
        capacity: what they have a place for.
        has_id3: whether their tags are ID3, of which there is more than one version.
    """

    verbs: _Verbs
    start: bytes
    suffixes: tuple[str, ...]
    capacity: Capacity
    has_id3: bool = False


_MP4_START = rb"....(?:ftyp|moov|mdat|wide|free|skip)"
_WAV_START = rb"(?:RIFF|RF64|BW64)....WAVE"
# In the order in which they are tried on a file.
_CONTAINERS = {
    "MP3": _Container(mp3, rb"ID3|\xff[\xe0-\xff]", (".mp3",), id3.CAPACITY, has_id3=True),
    "MP4": _Container(mp4, _MP4_START, (".m4a", ".m4b", ".mp4"), mp4.CAPACITY),
    "FLAC": _Container(flac, rb"fLaC", (".flac",), _comments.CAPACITY),
    "Ogg": _Container(ogg, rb"OggS", (".ogg", ".oga", ".opus", ".spx"), _comments.CAPACITY),
    "WAV": _Container(wav, _WAV_START, (".wav",), id3.CAPACITY, has_id3=True),
    "AIFF": _Container(
        aiff, rb"FORM....AIF[FC]", (".aiff", ".aif", ".aifc"), id3.CAPACITY, has_id3=True
    ),
    "Matroska": _Container(
        matroska, rb"\x1a\x45\xdf\xa3", (".mka", ".mkv", ".webm"), _comments.CAPACITY
    ),
}
_LONGEST_START = 16


def loads(data: bytes, *, on_problem: OnProblem = ignore) -> AudioTags:
    r"""Read tags.

    Args:
        data: an audio file's bytes, or a tag alone, as `dumps` writes it, which has no duration.
        on_problem: receives what was forgiven.

    Raises:
        ParseError: the data is no audio that podkit reads, or its tag is damaged.
        UnsupportedFormatError: the tag is of a version that podkit doesn't read.

    >>> loads(dumps(AudioTags(title="Interdependence", track=270))).track
    270
    >>> silence = (b"\xff\xfb\x90\x64" + bytes(413)) * 100
    >>> loads(silence).duration
    2.60625
    """
    file = io.BytesIO(data)
    tag_alone = id3.read_tag(file)
    if len(tag_alone) == len(data):
        return id3.loads(tag_alone, on_problem=on_problem)
    return read(file, on_problem=on_problem)


def dumps(tags: AudioTags, *, id3_version: int = 3, lossy: bool = False) -> bytes:
    r"""Write tags as an ID3v2 tag alone; tags that say nothing give no bytes.

    Args:
        tags: the tags; the duration is written only as the end of the last chapter.
        id3_version: 3 for ID3v2.3, which every player knows, or 4 for ID3v2.4.
        lossy: whether to leave out what the tag has no place for, instead of refusing it.

    Raises:
        UnrepresentableError: a value has no place in the tag; the error names it.
        UnsupportedFormatError: podkit doesn't write this version.

    >>> dumps(AudioTags(title="Interdependence"))[10:36]
    b'TIT2\x00\x00\x00\x10\x00\x00\x00Interdependence'
    """
    return id3.dumps(reduced(tags, id3.CAPACITY) if lossy else tags, version=id3_version)


def read(source: Source, *, on_problem: OnProblem = ignore) -> AudioTags:
    r"""Read the tags of an audio file, and how long it plays; little more than the tags is read.

    Args:
        source: a path, or an open binary file that can seek.
        on_problem: receives what was forgiven.

    Raises:
        ParseError: the file is no audio that podkit reads, or its tag is damaged.
        UnsupportedFormatError: the tag is of a version that podkit doesn't read.
        OSError: the file can't be read.

    >>> silence = (b"\xff\xfb\x90\x64" + bytes(413)) * 100
    >>> read(io.BytesIO(dumps(AudioTags(title="Silence")) + silence)).title
    'Silence'
    """
    with opened(source) as file:
        return _container(source, file).verbs.read(file, on_problem)


def facts(source: Source) -> AudioFacts:
    r"""Give what an audio file is, by its content: what a feed's enclosure must say of it.

    Args:
        source: a path, or an open binary file that can seek.

    Raises:
        ParseError: the file is no audio that podkit reads.
        UnsupportedFormatError: it is audio of a kind that podkit doesn't read.
        OSError: the file can't be read.

    >>> silence = (b"\xff\xfb\x90\x64" + bytes(413)) * 100
    >>> found = facts(io.BytesIO(silence))
    >>> found.mime_type, found.length, found.duration, found.bit_rate
    ('audio/mpeg', 41700, 2.60625, 128000)
    """
    with opened(source) as file:
        return _container(source, file).verbs.facts(file)


def write(  # noqa: PLR0913 -- each says something of its own, and few are given
    tags: AudioTags,
    target: Target,
    *,
    source: Source | None = None,
    id3_version: int = 3,
    lossy: bool = False,
    insert_range: bool = False,
) -> None:
    r"""Write tags into an audio file; its audio stays the same, byte for byte.

    What the tags say, and what they leave at None, takes the place of what the file said. All that
    no field of `AudioTags` is read from stays as it is.

    Args:
        tags: the tags; the duration is written only as the end of the last chapter, and is the
            file's own when absent.
        target: the path of the file, which is the old one or the new one whatever happens; or, with
            a source, an open binary file.
        source: the file to take the audio from, a path or an open binary file that can seek; the
            target itself when absent.
        id3_version: for files whose tags are ID3: 3 for ID3v2.3, which every player knows, or 4
            for ID3v2.4.
        lossy: whether to leave out what the container has no place for, instead of refusing it:
            fields, ends of chapters, all but the last of chapters that start at once, and chapters
            within others, which then stand in the one list; a date's time zone, where it becomes
            UTC; the number 0 of a track. A value that its place can't hold is refused still.
        insert_range: for MP3 files of which not even a copy shall be written: whether the file
            system may make the room for a larger tag within the file, where it is ext4 or XFS.

    Raises:
        ParseError: the file is no audio that podkit reads, or its tag is damaged.
        UnrepresentableError: a value has no place in the file; nothing was written.
        UnsupportedFormatError: podkit doesn't write this version, or over what the file has.
        OSError: a file can't be read or written, or it has several names (hard links) and no
            source is given; the old one stands.

    >>> silence = (b"\xff\xfb\x90\x64" + bytes(413)) * 100
    >>> file = io.BytesIO()
    >>> write(AudioTags(title="Silence"), file, source=io.BytesIO(silence))
    >>> read(file).title, file.getvalue().endswith(silence)
    ('Silence', True)
    """

    def edits(place: Source, file: BinaryIO) -> list[Edit]:
        container = _container(place, file)
        options = {"id3_version": id3_version} if container.has_id3 else {}
        wanted = reduced(tags, container.capacity) if lossy else tags
        return container.verbs.edits(file, wanted, **options)

    if source is None:
        path = _as_path(target)
        edit_file(path, partial(edits, path), insert_range=insert_range)
        return
    with opened(source) as file:
        write_chunks(target, spliced(file, edits(source, file)))


def tag(target: str | os.PathLike[str], episode: Episode, show: Show) -> None:
    r"""Write what a feed knows of an episode into its audio file, as `episode_tags` maps it.

    What the feed doesn't know stays as it is: chapters, pictures, lyrics and all else. So does the
    track of an MP4 where the episode's number is 0, which an MP4 has no place for.

    Args:
        target: the path of the file, which is the old one or the new one whatever happens.
        episode: the episode.
        show: its show.

    Raises:
        ParseError: the file is no audio that podkit reads, or its tag is damaged.
        UnrepresentableError: a value has no place in the file; nothing was written.
        UnsupportedFormatError: the tag is of a version that podkit doesn't write over.
        OSError: the file can't be read or written, or has several names (hard links); the old one
            stands.

    >>> import tempfile
    >>> from pathlib import Path
    >>> silence = (b"\xff\xfb\x90\x64" + bytes(413)) * 100
    >>> with tempfile.NamedTemporaryFile(suffix=".mp3") as file:
    ...     Path(file.name).write_bytes(silence)
    ...     tag(file.name, Episode(title="Interdependence", number=270), Show(title="My show"))
    ...     tags = read(file.name)
    41700
    >>> tags.title, tags.track, tags.album, tags.genre
    ('Interdependence', 270, 'My show', 'Podcast')
    """

    def edits(file: BinaryIO) -> list[Edit]:
        container = _container(target, file)
        facts = reduced(episode_tags(episode, show), container.capacity)
        known = {
            field: value
            for field, value in attrs.asdict(facts, recurse=False).items()
            if value not in (None, ())
        }
        tags = container.verbs.read(file, ignore)
        return container.verbs.edits(file, attrs.evolve(tags, **known))

    edit_file(target, edits)


def _as_path(target: Target) -> str | os.PathLike[str]:
    if isinstance(target, str | os.PathLike):
        return target
    raise TypeError("give source= as well: an open file can't be read and written at once")


def _container(source: Source, file: BinaryIO) -> _Container:
    path = os.fspath(source).lower() if isinstance(source, str | os.PathLike) else ""
    starts = [_start_at(file, 0)]
    if starts[0].startswith(b"ID3"):  # of a FLAC file, too, though no specification asks for it
        starts.insert(0, _start_at(file, id3.tag_size(file)))
    rows = _CONTAINERS.values()
    by_content = [row for start in starts for row in rows if re.match(row.start, start, re.DOTALL)]
    by_suffix = [row for row in rows if path.endswith(row.suffixes)]
    for row in (*by_content, *by_suffix):
        return row
    raise ParseError(f"expected audio that podkit reads: {', '.join(_CONTAINERS)}")


def _start_at(file: BinaryIO, position: int) -> bytes:
    file.seek(position)
    return file.read(_LONGEST_START)

r"""Tags and chapters in audio files: one module for each container, and the same four verbs.

Read and written are MP3, WAV and AIFF with ID3v2 tags, MP4 (m4a, m4b, mp4), FLAC, and Ogg with
Vorbis or Opus. The container is picked by content, or else by the file's suffix; a new one is a
module and a row in the table below.
"""

import io
import os
import re
from typing import BinaryIO, NamedTuple, Protocol

import attrs

from podkit._files import Edit, Source, Target, spliced, write_chunks
from podkit._journal import edit_file, opened
from podkit.audio import aiff, flac, id3, mp3, mp4, ogg, wav
from podkit.audio._episode import episode_tags
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import AudioFacts, AudioTags, Episode, Show

__all__ = ["dumps", "episode_tags", "facts", "loads", "read", "tag", "write"]


class _Verbs(Protocol):
    """What each container's module does with an open file."""

    def read(self, file: BinaryIO, on_problem: OnProblem) -> AudioTags: ...
    def edits(self, file: BinaryIO, tags: AudioTags) -> list[Edit]: ...
    def facts(self, file: BinaryIO) -> AudioFacts: ...


class _Container(NamedTuple):
    """A container: its module, a pattern for how its files start, and their suffixes."""

    verbs: _Verbs
    start: bytes
    suffixes: tuple[str, ...]


# In the order in which they are tried on a file.
_CONTAINERS = {
    "MP3": _Container(mp3, rb"ID3|\xff[\xe0-\xff]", (".mp3",)),
    "MP4": _Container(mp4, rb"....(?:ftyp|moov|mdat|wide|free|skip)", (".m4a", ".m4b", ".mp4")),
    "FLAC": _Container(flac, rb"fLaC", (".flac",)),
    "Ogg": _Container(ogg, rb"OggS", (".ogg", ".oga", ".opus")),
    "WAV": _Container(wav, rb"(?:RIFF|RF64|BW64)....WAVE", (".wav",)),
    "AIFF": _Container(aiff, rb"FORM....AIF[FC]", (".aiff", ".aif", ".aifc")),
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


def dumps(tags: AudioTags) -> bytes:
    r"""Write tags as an ID3v2.3 tag alone; tags that say nothing give no bytes.

    Args:
        tags: the tags; the duration is written only as the end of the last chapter.

    Raises:
        UnrepresentableError: a value has no place in the tag; the error names it.

    >>> dumps(AudioTags(title="Interdependence"))[10:36]
    b'TIT2\x00\x00\x00\x10\x00\x00\x00Interdependence'
    """
    return id3.dumps(tags)


def read(source: Source, *, on_problem: OnProblem = ignore) -> AudioTags:
    r"""Read the tags of an audio file, and how long it plays; little more than the tag is read.

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
        return _container(source, file).read(file, on_problem)


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
        return _container(source, file).facts(file)


def write(tags: AudioTags, target: Target, *, source: Source | None = None) -> None:
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

    Raises:
        ParseError: the file is no audio that podkit reads, or its tag is damaged.
        UnrepresentableError: a value has no place in the file; nothing was written.
        UnsupportedFormatError: the tag is of a version that podkit doesn't write over.
        OSError: a file can't be read or written, or it has several names (hard links) and no
            source is given; the old one stands.

    >>> silence = (b"\xff\xfb\x90\x64" + bytes(413)) * 100
    >>> file = io.BytesIO()
    >>> write(AudioTags(title="Silence"), file, source=io.BytesIO(silence))
    >>> read(file).title, file.getvalue().endswith(silence)
    ('Silence', True)
    """
    if source is None:
        path = _as_path(target)
        edit_file(path, lambda file: _container(path, file).edits(file, tags))
        return
    with opened(source) as file:
        write_chunks(target, spliced(file, _container(source, file).edits(file, tags)))


def tag(target: str | os.PathLike[str], episode: Episode, show: Show) -> None:
    r"""Write what a feed knows of an episode into its audio file, as `episode_tags` maps it.

    What the feed doesn't know stays as it is: chapters, pictures, lyrics and all else.

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
    known = {
        field: value
        for field, value in attrs.asdict(episode_tags(episode, show), recurse=False).items()
        if value not in (None, ())
    }
    write(attrs.evolve(read(target), **known), target)


def _as_path(target: Target) -> str | os.PathLike[str]:
    if isinstance(target, str | os.PathLike):
        return target
    raise TypeError("give source= as well: an open file can't be read and written at once")


def _container(source: Source, file: BinaryIO) -> _Verbs:
    path = os.fspath(source).lower() if isinstance(source, str | os.PathLike) else ""
    starts = [_start_at(file, 0)]
    if starts[0].startswith(b"ID3"):  # of a FLAC file, too, though no specification asks for it
        starts.insert(0, _start_at(file, _tag_size(starts[0])))
    rows = _CONTAINERS.values()
    by_content = [row for start in starts for row in rows if re.match(row.start, start, re.DOTALL)]
    by_suffix = [row for row in rows if path.endswith(row.suffixes)]
    for row in (*by_content, *by_suffix):
        return row.verbs
    raise ParseError(f"expected audio that podkit reads: {', '.join(_CONTAINERS)}")


def _tag_size(header: bytes) -> int:
    """Give the size of a tag by its header, in which each byte has seven bits of it."""
    shifts = (21, 14, 7, 0)
    return 10 + sum(byte << shift for byte, shift in zip(header[6:10], shifts, strict=False))


def _start_at(file: BinaryIO, position: int) -> bytes:
    file.seek(position)
    return file.read(_LONGEST_START)

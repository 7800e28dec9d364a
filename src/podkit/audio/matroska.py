"""Matroska and WebM files (RFC 9559): tags and chapters are read, by PyAV, and never written.

Tags have the names of Vorbis comments, or Matroska's own. Chapters within others are read as one
list, and pictures are not read.
"""

from typing import TYPE_CHECKING, BinaryIO

import attrs

from podkit._files import Edit
from podkit.audio._comments import Comments, read_comments
from podkit.audio.id3._chapters import without_implied_ends
from podkit.errors import OnProblem, ParseError, UnsupportedFormatError
from podkit.models import AudioFacts, AudioTags, Chapter, Chapters

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.container.core import Chapter as FoundChapter

__all__ = ["edits", "facts", "read"]

_MICROSECONDS = 1_000_000
_WEBM = b"webm"  # the kind of document that the first bytes name; or else "matroska"
_LONGEST_HEADER = 64
# Matroska's names that aren't those of Vorbis comments (its specification of tags, section 3).
_NAMES = {"TRACK": "TRACKNUMBER", "PART_NUMBER": "TRACKNUMBER", "DATE_RELEASED": "DATE"}


def read(file: BinaryIO, on_problem: OnProblem) -> AudioTags:
    """Read the tags of an open file, and how long it plays.

    Raises:
        ParseError: the file is no Matroska.
        UnsupportedFormatError: PyAV isn't installed.

    >>> import io
    >>> read(io.BytesIO(bytes.fromhex("1a45dfa3")), print)
    Traceback (most recent call last):
    podkit.errors.ParseError: expected Matroska: ...
    """
    with _open(file) as container:
        tags = container.metadata.items()
        entries = [f"{_NAMES.get(name.upper(), name)}={text}".encode() for name, text in tags]
        found = read_comments(Comments(b"", tuple(entries)), on_problem)
        duration = _duration(container)
        chapters = tuple(map(_chapter, container.chapters()))
    marks = Chapters(chapters=chapters) if chapters else None
    return attrs.evolve(found, chapters=without_implied_ends(marks, duration), duration=duration)


def edits(_file: BinaryIO, _tags: AudioTags) -> list[Edit]:
    """Refuse to change a file.

    Raises:
        UnsupportedFormatError: always.

    >>> import io
    >>> edits(io.BytesIO(), AudioTags())
    Traceback (most recent call last):
    podkit.errors.UnsupportedFormatError: podkit reads Matroska and WebM; it doesn't write them
    """
    raise UnsupportedFormatError("podkit reads Matroska and WebM; it doesn't write them")


def facts(file: BinaryIO) -> AudioFacts:
    """Give the facts of an open file.

    Raises:
        ParseError: the file is no Matroska.
        UnsupportedFormatError: PyAV isn't installed.

    >>> import io
    >>> facts(io.BytesIO(bytes.fromhex("1a45dfa3")))
    Traceback (most recent call last):
    podkit.errors.ParseError: expected Matroska: ...
    """
    file.seek(0)
    kind = "webm" if _WEBM in file.read(_LONGEST_HEADER) else "x-matroska"
    with _open(file) as container:
        duration = _duration(container)
        sound = next(iter(container.streams.audio), None)
        media = "video" if container.streams.video else "audio"
        sample_rate, channels = (sound.rate, sound.channels) if sound else (None, None)
    length = file.seek(0, 2)
    return AudioFacts(
        mime_type=f"{media}/{kind}",
        length=length,
        duration=duration,
        bit_rate=round(length * 8 / duration) if duration else None,
        sample_rate=sample_rate or None,
        channels=channels or None,
    )


def _open(file: BinaryIO) -> "InputContainer":
    try:
        import av  # noqa: PLC0415 -- an extra, and heavy
    except ImportError as error:
        message = "Matroska is read by PyAV; install it with: pip install 'podkit[matroska]'"
        raise UnsupportedFormatError(message) from error
    file.seek(0)
    try:
        return av.open(file, format="matroska", mode="r", metadata_errors="replace")
    except av.FFmpegError as error:
        raise ParseError(f"expected Matroska: {error}") from error


def _chapter(chapter: "FoundChapter") -> Chapter:
    unit = chapter["time_base"] or 0
    return Chapter(
        start=float(chapter["start"] * unit),
        end=float(chapter["end"] * unit),
        title=chapter["metadata"].get("title"),
    )


def _duration(container: "InputContainer") -> float | None:
    return container.duration / _MICROSECONDS if container.duration else None

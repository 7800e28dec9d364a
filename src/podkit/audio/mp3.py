"""MP3 files: an ID3v2 tag, then MPEG audio (ISO/IEC 11172-3), which is never changed.

Where there is no such tag, the ID3v1 tag at the end is read; it is never written.
"""

import io
from typing import BinaryIO

import attrs

from podkit._files import Edit
from podkit.audio import id3
from podkit.errors import OnProblem, ParseError
from podkit.models import AudioFacts, AudioTags

__all__ = ["edits", "facts", "read"]


def read(file: BinaryIO, on_problem: OnProblem) -> AudioTags:
    r"""Read the tag of an open file, and how long its audio plays.

    Raises:
        ParseError: the tag is damaged, or what follows it is no MPEG audio.
        UnsupportedFormatError: the tag is of a version that podkit doesn't read.

    >>> read(io.BytesIO((b"\xff\xfb\x90\x64" + bytes(413)) * 100), print).duration
    2.60625
    """
    tag = id3.read_tag(file)
    duration = facts(file).duration
    if not tag:
        return attrs.evolve(id3.read_v1(file), duration=duration)
    return id3.loads(tag, duration=duration, on_problem=on_problem)


def edits(file: BinaryIO, tags: AudioTags, *, id3_version: int = 3) -> list[Edit]:
    r"""Give what changes in an open file when its tag is updated; nothing, if it says so already.

    Raises:
        ParseError: the tag is damaged, or what follows it is no MPEG audio.
        UnrepresentableError: a value has no place in the tag.
        UnsupportedFormatError: the tag is of a version that podkit doesn't read.

    >>> silence = (b"\xff\xfb\x90\x64" + bytes(413)) * 100
    >>> [edit] = edits(io.BytesIO(silence), AudioTags(title="Silence"))
    >>> edit.start, edit.end, len(edit.data) % 1024
    (0, 0, 0)
    """
    tag = id3.read_tag(file)
    duration = facts(file).duration
    if tags.duration is None:
        tags = attrs.evolve(tags, duration=duration)
    new = id3.update(tag, tags, version=id3_version)
    return [] if new == tag else [Edit(0, len(tag), new)]


def facts(file: BinaryIO) -> AudioFacts:
    r"""Give the facts of an open file.

    Raises:
        ParseError: what follows the tag is no MPEG audio.

    >>> facts(io.BytesIO((b"\xff\xfb\x90\x64" + bytes(413)) * 100)).bit_rate
    128000
    """
    import mutagen.mp3  # noqa: PLC0415 -- heavy, and most of podkit does without

    try:
        info = mutagen.mp3.MPEGInfo(file)
    except mutagen.MutagenError as error:
        raise ParseError(f"expected MP3 audio: {error}") from error
    if info.sketchy:
        raise ParseError("expected MP3 audio: too few of its frames follow each other")
    return AudioFacts(
        mime_type="audio/mpeg",
        length=file.seek(0, io.SEEK_END),
        duration=float(info.length),
        bit_rate=info.bitrate,
        sample_rate=info.sample_rate,
        channels=info.channels,
    )

"""MP3 files: an ID3v2 tag, then MPEG audio (ISO/IEC 11172-3), which is never changed."""

from collections.abc import Iterable
from itertools import chain
from typing import BinaryIO

import attrs

from podkit.audio import id3
from podkit.errors import OnProblem, ParseError
from podkit.models import AudioTags

__all__ = ["read", "rewrite"]

_BLOCK = 1 << 20


def read(file: BinaryIO, on_problem: OnProblem) -> AudioTags:
    r"""Read the tag of an open file, and how long its audio plays.

    Raises:
        ParseError: the tag is damaged, or what follows it is no MPEG audio.
        UnsupportedFormatError: the tag is neither ID3v2.3 nor v2.4.

    >>> import io
    >>> read(io.BytesIO((b"\xff\xfb\x90\x64" + bytes(413)) * 100), print).duration
    2.60625
    """
    tag = id3.read_tag(file)
    return id3.loads(tag, duration=_duration(file), on_problem=on_problem)


def rewrite(file: BinaryIO, tags: AudioTags) -> Iterable[bytes]:
    r"""Give the bytes of an open file with its tag updated, block by block.

    Raises:
        ParseError: the tag is damaged, or what follows it is no MPEG audio.
        UnrepresentableError: a value has no place in the tag.
        UnsupportedFormatError: the tag is neither ID3v2.3 nor v2.4.

    >>> import io
    >>> silence = (b"\xff\xfb\x90\x64" + bytes(413)) * 100
    >>> [len(block) for block in rewrite(io.BytesIO(silence), AudioTags(title="Silence"))]
    [2048, 41700]
    """
    tag = id3.read_tag(file)
    duration = _duration(file)
    if tags.duration is None:
        tags = attrs.evolve(tags, duration=duration)
    new = id3.update(tag, tags)
    file.seek(len(tag))
    return chain((new,), iter(lambda: file.read(_BLOCK), b""))


def _duration(file: BinaryIO) -> float:
    import mutagen.mp3  # noqa: PLC0415 -- heavy, and most of podkit does without

    try:
        info = mutagen.mp3.MPEGInfo(file)
    except mutagen.MutagenError as error:
        raise ParseError(f"expected MP3 audio: {error}") from error
    if info.sketchy:
        raise ParseError("expected MP3 audio: too few of its frames follow each other")
    return float(info.length)

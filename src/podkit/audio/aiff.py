"""AIFF and AIFF-C files, whose tag is ID3 in a chunk of its own; the audio is never changed.

What the chunks ``NAME``, ``AUTH`` and ``ANNO`` say is not read; it stays as it is.
"""

import io
import struct
from typing import BinaryIO

from podkit._files import Edit
from podkit.audio._iff import Form, read_chunk, read_tag, split_chunks, tag_edits
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import AudioFacts, AudioTags

__all__ = ["edits", "facts", "read"]

_FORM = Form("AIFF", b"FORM", (b"AIFF", b"AIFC"), "big", (b"ID3 ", b"id3 "))
# Channels and frames; then frames per second, in 80 bits of which these are the
# exponent and the mantissa.
_COMMON = struct.Struct(">HI2xHQ")
_EXPONENT_BIAS, _MANTISSA_BITS = 16383, 63


def read(file: BinaryIO, on_problem: OnProblem) -> AudioTags:
    r"""Read the tag of an open file, and how long its audio plays.

    Raises:
        ParseError: the file is no AIFF, or its tag is damaged.
        UnsupportedFormatError: podkit doesn't read this version of the tag.

    >>> common = b"COMM\0\0\0\x12\0\1\0\0\x10\0\0\x08\x40\x0b\xfa\0\0\0\0\0\0\0"
    >>> read(io.BytesIO(b"FORM\0\0\0\x1eAIFF" + common), print).duration
    0.512
    """
    duration = facts(file).duration
    return read_tag(file, _FORM, split_chunks(file, _FORM, on_problem), duration, on_problem)


def edits(file: BinaryIO, tags: AudioTags, *, id3_version: int = 3) -> list[Edit]:
    r"""Give what changes in an open file when its tag is updated; nothing, if it says so already.

    Raises:
        ParseError: the file is no AIFF, or it or its tag is damaged.
        UnrepresentableError: a value has no place in the tag, or the file grows beyond 4 GiB.
        UnsupportedFormatError: podkit doesn't write over this version of the tag.

    >>> common = b"COMM\0\0\0\x12\0\1\0\0\x10\0\0\x08\x40\x0b\xfa\0\0\0\0\0\0\0"
    >>> file = io.BytesIO(b"FORM\0\0\0\x1eAIFF" + common)
    >>> [(edit.start, edit.end, edit.data[:4]) for edit in edits(file, AudioTags(title="Intro"))]
    [(4, 8, b'\x00\x00\x10&'), (38, 38, b'ID3 ')]
    """
    return tag_edits(file, _FORM, tags, facts(file).duration, id3_version)


def facts(file: BinaryIO) -> AudioFacts:
    r"""Give the facts of an open file.

    Raises:
        ParseError: the file is no AIFF.

    >>> common = b"COMM\0\0\0\x12\0\1\0\0\x10\0\0\x08\x40\x0b\xfa\0\0\0\0\0\0\0"
    >>> facts(io.BytesIO(b"FORM\0\0\0\x1eAIFF" + common)).sample_rate
    8000
    """
    chunks = {chunk.name: chunk for chunk in reversed(split_chunks(file, _FORM, ignore))}
    if b"COMM" not in chunks:
        raise ParseError("expected AIFF: a chunk 'COMM'")
    common = read_chunk(file, chunks[b"COMM"])
    if len(common) < _COMMON.size:
        raise ParseError("the chunk 'COMM' ends too early")
    channels, frames, exponent, mantissa = _COMMON.unpack_from(common)
    rate = _sample_rate(exponent, mantissa)
    sound = chunks.get(b"SSND")
    duration = frames / rate if rate else None
    size = sound.end - sound.start - 8 if sound else 0
    return AudioFacts(
        mime_type="audio/aiff",
        length=file.seek(0, io.SEEK_END),
        duration=duration,
        bit_rate=round(size * 8 / duration) if duration and size > 0 else None,
        sample_rate=round(rate) or None,
        channels=channels or None,
    )


def _sample_rate(exponent: int, mantissa: int) -> float:
    """Give the number that has 80 bits; 0 for one that is no rate of samples."""
    power = exponent - _EXPONENT_BIAS
    return mantissa * 2.0 ** (power - _MANTISSA_BITS) if 0 <= power < 32 else 0.0

"""WAV files (RIFF/WAVE), whose tag is ID3 in a chunk of its own; the audio is never changed.

What a ``LIST`` of type ``INFO`` says is not read; it stays as it is.
"""

import io
import struct
from typing import BinaryIO

from podkit._files import Edit
from podkit.audio._iff import Form, read_chunk, read_tag, split_chunks, tag_edits
from podkit.errors import OnProblem, ParseError, UnsupportedFormatError, ignore
from podkit.models import AudioFacts, AudioTags

__all__ = ["edits", "facts", "read"]

_FORM = Form("WAV", b"RIFF", (b"WAVE",), "little", (b"id3 ", b"ID3 "))
_BEYOND_4_GIB = (b"RF64", b"BW64")
_FORMAT = struct.Struct("<2xHII")  # channels, samples per second, bytes per second


def read(file: BinaryIO, on_problem: OnProblem) -> AudioTags:
    r"""Read the tag of an open file, and how long its audio plays.

    Raises:
        ParseError: the file is no WAV, or its tag is damaged.
        UnsupportedFormatError: the file is RF64, or podkit doesn't read this version of the tag.

    >>> head = b"RIFF\x24\x00\x01\x00WAVEfmt \x10\0\0\0\1\0\1\0"
    >>> size = b"\x40\x1f\0\0\x40\x1f\0\0\1\0\x08\0data\0\0\1\0"
    >>> read(io.BytesIO(head + size + bytes(1 << 16)), print).duration
    8.192
    """
    duration = facts(file).duration
    return read_tag(file, _FORM, split_chunks(file, _FORM, on_problem), duration, on_problem)


def edits(file: BinaryIO, tags: AudioTags, *, id3_version: int = 3) -> list[Edit]:
    r"""Give what changes in an open file when its tag is updated; nothing, if it says so already.

    Raises:
        ParseError: the file is no WAV, or it or its tag is damaged.
        UnrepresentableError: a value has no place in the tag, or the file grows beyond 4 GiB.
        UnsupportedFormatError: the file is RF64, or podkit doesn't write over the tag's version.

    >>> head = b"RIFF\x24\x00\x01\x00WAVEfmt \x10\0\0\0\1\0\1\0"
    >>> size = b"\x40\x1f\0\0\x40\x1f\0\0\1\0\x08\0data\0\0\1\0"
    >>> file = io.BytesIO(head + size + bytes(1 << 16))
    >>> [(edit.start, edit.end, edit.data[:4]) for edit in edits(file, AudioTags(title="Intro"))]
    [(4, 8, b',\x10\x01\x00'), (65580, 65580, b'id3 ')]
    """
    return tag_edits(file, _FORM, tags, facts(file).duration, id3_version)


def facts(file: BinaryIO) -> AudioFacts:
    r"""Give the facts of an open file.

    Raises:
        ParseError: the file is no WAV.
        UnsupportedFormatError: the file is RF64.

    >>> head = b"RIFF\x24\x00\x01\x00WAVEfmt \x10\0\0\0\1\0\1\0"
    >>> size = b"\x40\x1f\0\0\x40\x1f\0\0\1\0\x08\0data\0\0\1\0"
    >>> facts(io.BytesIO(head + size + bytes(1 << 16))).sample_rate
    8000
    """
    file.seek(0)
    if file.read(4) in _BEYOND_4_GIB:
        raise UnsupportedFormatError("podkit reads WAV files up to 4 GiB, not RF64, made for more")
    chunks = {chunk.name: chunk for chunk in reversed(split_chunks(file, _FORM, ignore))}
    if b"fmt " not in chunks or b"data" not in chunks:
        raise ParseError("expected WAV: chunks 'fmt ' and 'data'")
    layout = read_chunk(file, chunks[b"fmt "])
    if len(layout) < _FORMAT.size:
        raise ParseError("the chunk 'fmt ' ends too early")
    channels, sample_rate, byte_rate = _FORMAT.unpack_from(layout)
    size = chunks[b"data"].end - chunks[b"data"].start
    return AudioFacts(
        mime_type="audio/wav",
        length=file.seek(0, io.SEEK_END),
        duration=size / byte_rate if byte_rate else None,
        bit_rate=byte_rate * 8 or None,
        sample_rate=sample_rate or None,
        channels=channels or None,
    )

"""Ogg files (RFC 3533) with Vorbis (Vorbis I) or Opus (RFC 7845): Vorbis comments before the audio.

The comments are the second packet of their stream. Their pages are rewritten, as many as there
were where that is possible; else the pages that follow get other numbers, and their audio stays.
"""

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

import attrs

from podkit._files import Edit
from podkit.audio._comments import (
    Comments,
    read_comments,
    render_comments,
    split_comments,
    update_comments,
)
from podkit.errors import OnProblem, ParseError, UnsupportedFormatError, strict
from podkit.models import AudioFacts, AudioTags

__all__ = ["edits", "facts", "read"]

# Capture pattern, version, flags, granule, serial, number, checksum, how many segments.
_HEADER = struct.Struct("<4sBBqIIIB")
_CAPTURE = b"OggS"
_CONTINUED, _FIRST, _LAST = 1, 2, 4
_NUMBER_AT, _CHECKSUM_AT = 18, 22
_NO_GRANULE = -1  # of a page on which no packet ends
_MOST_SEGMENTS = 255
_LONGEST_PAGE = _HEADER.size + _MOST_SEGMENTS + _MOST_SEGMENTS * 255
_MOST_PAGES = 1 << 16  # among which the headers are looked for
_LARGEST_HEADERS = 1 << 26  # some times what the largest of FLAC's pictures takes
_ROOM = 4096  # the padding that is left when the old one doesn't suffice
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


class _Layout(NamedTuple):
    """What a stream's first packet says."""

    channels: int
    sample_rate: int
    skipped: int = 0


def _vorbis_layout(packet: bytes) -> _Layout:
    return _Layout(*struct.unpack_from("<BI", packet, 11))


def _opus_layout(packet: bytes) -> _Layout:
    channels, skipped = struct.unpack_from("<BH", packet, 9)
    return _Layout(channels, 48000, skipped)  # whatever the rate of what was encoded


class _Codec(NamedTuple):
    """A codec: how its packets start, and what ends its comments.

    Attributes:
        start: how the packet starts that describes the stream.
        layout: reads that packet.
        comments: how the packet with the comments starts.
        end: what stands after the comments.
        headers: how many packets, from the comments on, there are before the audio.
    """

    start: bytes
    layout: Callable[[bytes], _Layout]
    comments: bytes
    end: bytes
    headers: int


_CODECS = (
    _Codec(b"\x01vorbis", _vorbis_layout, b"\x03vorbis", b"\1", headers=2),
    _Codec(b"OpusHead", _opus_layout, b"OpusTags", b"", headers=1),
)


class _Page(NamedTuple):
    """A page: where it is in the file, and what its header says."""

    start: int
    body: int
    end: int
    flags: int
    serial: int
    number: int
    segments: bytes


class _Stream(NamedTuple):
    """The stream that is read: its codec, its first page and what that says."""

    codec: _Codec
    first: _Page
    layout: _Layout


def read(file: BinaryIO, on_problem: OnProblem) -> AudioTags:
    r"""Read the tags of an open file, and how long its audio plays.

    Raises:
        ParseError: the file is no Ogg, or its headers are damaged.
        UnsupportedFormatError: the file has neither Vorbis nor Opus.

    >>> read(io.BytesIO(b"OggS\0\2" + bytes(21)), print)
    Traceback (most recent call last):
    podkit.errors.UnsupportedFormatError: podkit reads Vorbis and Opus in Ogg; neither is here
    """
    stream = _find_stream(file)
    _, (packet, *_) = _read_packets(file, stream, 1)
    comments, _ = _split_comments(packet, stream.codec, on_problem)
    duration = _duration(file, stream)
    return attrs.evolve(read_comments(comments, on_problem), duration=duration)


def edits(file: BinaryIO, tags: AudioTags) -> list[Edit]:
    r"""Give what changes in an open file when its tags are updated; nothing, if it says so already.

    Raises:
        ParseError: the file is no Ogg, or is damaged.
        UnrepresentableError: a value has no place in the file.
        UnsupportedFormatError: the file has neither Vorbis nor Opus.

    >>> edits(io.BytesIO(b"OggS"), AudioTags())
    Traceback (most recent call last):
    podkit.errors.ParseError: byte 0: expected a page of Ogg
    """
    stream = _find_stream(file)
    codec = stream.codec
    pages, packets = _read_packets(file, stream, codec.headers)
    if packets.pop():
        raise ParseError("the audio doesn't start on a page of its own")
    old, rest = _split_comments(packets[0], codec, strict)
    if tags.duration is None:
        tags = attrs.evolve(tags, duration=_duration(file, stream))
    new = update_comments(old, tags, has_pictures=True)
    if new == old:
        return []
    packet = codec.comments + render_comments(new) + codec.end
    if not codec.end and rest[:1] > b"\0" and rest[0] & 1:
        packet += rest  # of OpusTags, it shall stay
    else:
        room = len(packets[0]) - len(packet)
        packet += bytes(room if room >= 0 else _ROOM)
    written = _paginate([packet, *packets[1:]], pages)
    parts = [*written[: len(pages) - 1], b"".join(written[len(pages) - 1 :])]
    parts += [b""] * (len(pages) - len(parts))
    replaced = [Edit(page.start, page.end, part) for page, part in zip(pages, parts, strict=True)]
    return [*replaced, *_renumber(file, pages[-1], len(written) - len(pages))]


def facts(file: BinaryIO) -> AudioFacts:
    r"""Give the facts of an open file.

    Raises:
        ParseError: the file is no Ogg.
        UnsupportedFormatError: the file has neither Vorbis nor Opus.

    >>> head = b"OggS\0\2" + bytes(20) + b"\1\x1eOpusHead\1\2\0\0\x80\xbb\0\0" + bytes(14)
    >>> facts(io.BytesIO(head)).channels
    2
    """
    stream = _find_stream(file)
    duration = _duration(file, stream)
    length = file.seek(0, io.SEEK_END)
    return AudioFacts(
        mime_type="audio/ogg",
        length=length,
        duration=duration,
        bit_rate=round(length * 8 / duration) if duration else None,
        sample_rate=stream.layout.sample_rate or None,
        channels=stream.layout.channels or None,
    )


def _find_stream(file: BinaryIO) -> _Stream:
    page = _read_page(file, 0)
    while page.flags & _FIRST:
        packet = _read_body(file, page)
        for codec in _CODECS:
            if packet.startswith(codec.start):
                try:
                    return _Stream(codec, page, codec.layout(packet))
                except struct.error as error:
                    raise ParseError("the stream's first packet ends too early") from error
        try:
            page = _read_page(file, page.end)
        except ParseError:
            break
    raise UnsupportedFormatError("podkit reads Vorbis and Opus in Ogg; neither is here")


def _read_page(file: BinaryIO, start: int) -> _Page:
    """Read the header of a page.

    Raises:
        ParseError: none starts here, or the file ends within it.
    """
    file.seek(start)
    header = file.read(_HEADER.size)
    if len(header) < _HEADER.size or not header.startswith(_CAPTURE):
        raise ParseError("expected a page of Ogg", where=f"byte {start}")
    _, _, flags, _, serial, number, _, count = _HEADER.unpack(header)
    segments = file.read(count)
    if len(segments) < count:
        raise ParseError("the file ends within a page", where=f"byte {start}")
    body = start + _HEADER.size + count
    return _Page(start, body, body + sum(segments), flags, serial, number, segments)


def _read_body(file: BinaryIO, page: _Page) -> bytes:
    file.seek(page.body)
    body = file.read(page.end - page.body)
    if len(body) < page.end - page.body:
        raise ParseError("the file ends within a page", where=f"byte {page.start}")
    return body


def _read_packets(file: BinaryIO, stream: _Stream, count: int) -> tuple[list[_Page], list[bytes]]:
    """Read packets that follow the first one, whole pages; the last one given is a part or empty.

    Raises:
        ParseError: the file ends before they do, or they are too long.
    """
    position, pages = stream.first.end, []
    packets = [bytearray()]
    for _ in range(_MOST_PAGES):
        page = _read_page(file, position)
        position = page.end
        if page.serial != stream.first.serial:
            continue
        pages.append(page)
        body, at = _read_body(file, page), 0
        for size in page.segments:
            packets[-1] += body[at : at + size]
            at += size
            if size < 255:
                packets.append(bytearray())
        if len(packets) > count:
            return pages, [
                bytes(packet) for packet in (*packets[:count], b"".join(packets[count:]))
            ]
        if sum(map(len, packets)) > _LARGEST_HEADERS:
            break
    raise ParseError("the headers are too long; podkit reads no such file")


def _split_comments(packet: bytes, codec: _Codec, on_problem: OnProblem) -> tuple[Comments, bytes]:
    if not packet.startswith(codec.comments):
        raise ParseError(f"expected comments: they start with {codec.comments!r}")
    return split_comments(packet[len(codec.comments) :], on_problem)


def _duration(file: BinaryIO, stream: _Stream) -> float | None:
    """Find the last page on which a packet ends, and give the time that it says."""
    length = file.seek(0, io.SEEK_END)
    file.seek(max(length - _LONGEST_PAGE, 0))
    tail = file.read(_LONGEST_PAGE)
    at = len(tail)
    while (at := tail.rfind(_CAPTURE, 0, at)) >= 0:
        if at + _HEADER.size <= len(tail):
            _, _, _, granule, serial, *_ = _HEADER.unpack_from(tail, at)
            if serial == stream.first.serial and granule > 0 and stream.layout.sample_rate:
                samples = max(granule - stream.layout.skipped, 0)
                return float(samples / stream.layout.sample_rate)
    return None


def _paginate(packets: list[bytes], pages: list[_Page]) -> list[bytes]:
    """Write packets on as many pages as there were, or as many as they need."""
    segments = b"".join(
        b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets
    )
    least = -(-len(segments) // _MOST_SEGMENTS)
    count = min(max(least, len(pages)), len(segments))
    body, written, is_continued = io.BytesIO(b"".join(packets)), [], False
    for index in range(count):
        taken = segments[: min(_MOST_SEGMENTS, len(segments) - (count - index - 1))]
        segments = segments[len(taken) :]
        flags = _CONTINUED if is_continued else 0
        if index == count - 1:
            flags |= pages[-1].flags & _LAST
        granule = 0 if min(taken) < 255 else _NO_GRANULE
        serial, number = pages[0].serial, pages[0].number + index & 0xFFFFFFFF
        header = _HEADER.pack(_CAPTURE, 0, flags, granule, serial, number, 0, len(taken))
        written.append(_with_checksum(header + taken + body.read(sum(taken))))
        is_continued = taken[-1] == 255
    return written


def _renumber(file: BinaryIO, last: _Page, shift: int) -> Iterator[Edit]:
    """Give other numbers to the pages that follow, where there are more or fewer before them."""
    page = last
    length = file.seek(0, io.SEEK_END)
    while shift and page.end < length and not (page.serial == last.serial and page.flags & _LAST):
        page = _read_page(file, page.end)
        if page.serial == last.serial:
            file.seek(page.start)
            data = file.read(page.end - page.start)
            number = (page.number + shift & 0xFFFFFFFF).to_bytes(4, "little")
            data = _with_checksum(data[:_NUMBER_AT] + number + bytes(4) + data[_CHECKSUM_AT + 4 :])
            place = page.start + _NUMBER_AT
            yield Edit(place, place + 8, data[_NUMBER_AT : _NUMBER_AT + 8])


def _with_checksum(page: bytes) -> bytes:
    """Set the checksum of a page in which it is 0.

    It is zlib's with the bits of each byte in the other order, and neither its start nor its end.
    """
    mirrored = zlib.crc32(page.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    checksum = mirrored.to_bytes(4, "big").translate(_MIRRORED)
    return page[:_CHECKSUM_AT] + checksum + page[_CHECKSUM_AT + 4 :]

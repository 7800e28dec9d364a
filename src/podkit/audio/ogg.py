"""Ogg files (RFC 3533) with Vorbis (Vorbis I), Opus (RFC 7845), Speex or FLAC (RFC 9639, 10.1).

Vorbis comments are the second packet of each. Their pages are rewritten, as many as there were
where that is possible; else the pages that follow get other numbers, and their audio stays.
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
from podkit.errors import (
    OnProblem,
    ParseError,
    UnrepresentableError,
    UnsupportedFormatError,
    strict,
)
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
_COMMENT_BLOCK, _BLOCK_HEADER_SIZE, _LARGEST_BLOCK = 4, 4, (1 << 24) - 1  # of FLAC
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


def _speex_layout(packet: bytes) -> _Layout:
    sample_rate, channels = struct.unpack_from("<I8xI", packet, 36)
    return _Layout(channels, sample_rate)


def _flac_layout(packet: bytes) -> _Layout:
    (bits,) = struct.unpack_from(">I", packet, 27)  # 20 of the rate, then 3 of the channels
    return _Layout((bits >> 9 & 7) + 1, bits >> 12)


class _Codec(NamedTuple):
    """A codec: how its packets start, and what ends its comments.

    Attributes:
        start: how the packet starts that describes the stream.
        layout: reads that packet.
        comments: how the packet with the comments starts.
        end: what stands after the comments.
        headers: how many packets, from the comments on, must be rewritten together.
        is_block: whether the comments are one of FLAC's blocks, whose header says its length.
    """

    start: bytes
    layout: Callable[[bytes], _Layout]
    comments: bytes = b""
    end: bytes = b""
    headers: int = 1
    is_block: bool = False


_CODECS = (
    _Codec(b"\x01vorbis", _vorbis_layout, b"\x03vorbis", b"\1", headers=2),
    _Codec(b"OpusHead", _opus_layout, b"OpusTags"),
    _Codec(b"Speex   ", _speex_layout),
    _Codec(b"\x7fFLAC", _flac_layout, is_block=True),
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
        UnsupportedFormatError: the file has none of the codecs.

    >>> read(io.BytesIO(b"OggS\0\2" + bytes(21)), print)
    Traceback (most recent call last):
    podkit.errors.UnsupportedFormatError: podkit reads Vorbis, Opus, Speex, FLAC in Ogg: none here
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
        UnsupportedFormatError: the file has none of the codecs.

    >>> edits(io.BytesIO(b"OggS"), AudioTags())
    Traceback (most recent call last):
    podkit.errors.ParseError: byte 0: expected a page of Ogg
    """
    stream = _find_stream(file)
    codec = stream.codec
    pages, packets = _read_packets(file, stream, codec.headers)
    if packets.pop():
        raise ParseError("what follows the comments doesn't start on a page of its own")
    old, rest = _split_comments(packets[0], codec, strict)
    if tags.duration is None:
        tags = attrs.evolve(tags, duration=_duration(file, stream))
    new = update_comments(old, tags, has_pictures=True)
    if new == old:
        return []
    packet = _render_comments(new, packets[0], rest, codec)
    written = _paginate([packet, *packets[1:]], pages)
    parts = [*written[: len(pages) - 1], b"".join(written[len(pages) - 1 :])]
    parts += [b""] * (len(pages) - len(parts))
    replaced = [Edit(page.start, page.end, part) for page, part in zip(pages, parts, strict=True)]
    return [*replaced, *_renumber(file, pages[-1], len(written) - len(pages))]


def facts(file: BinaryIO) -> AudioFacts:
    r"""Give the facts of an open file.

    Raises:
        ParseError: the file is no Ogg.
        UnsupportedFormatError: the file has none of the codecs.

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
    raise UnsupportedFormatError("podkit reads Vorbis, Opus, Speex, FLAC in Ogg: none here")


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
    if codec.is_block:
        if packet[:1] not in (bytes([_COMMENT_BLOCK]), bytes([_COMMENT_BLOCK | 0x80])):
            raise ParseError("expected comments: a block of the type 4")
        return split_comments(packet[_BLOCK_HEADER_SIZE:], on_problem)
    if not packet.startswith(codec.comments):
        raise ParseError(f"expected comments: they start with {codec.comments!r}")
    return split_comments(packet[len(codec.comments) :], on_problem)


def _render_comments(comments: Comments, old: bytes, rest: bytes, codec: _Codec) -> bytes:
    """Write the packet with the comments, where there is another with a rest behind its own."""
    rendered = render_comments(comments)
    if codec.is_block:
        if len(rendered) > _LARGEST_BLOCK:
            raise UnrepresentableError("the comments of FLAC hold 16 MiB at most")
        return old[:1] + len(rendered).to_bytes(_BLOCK_HEADER_SIZE - 1) + rendered
    packet = codec.comments + rendered + codec.end
    if not codec.end and rest[:1] > b"\0" and rest[0] & 1:
        return packet + rest  # of OpusTags, it shall stay
    room = len(old) - len(packet)
    return packet + bytes(room if room >= 0 else _ROOM)


def _duration(file: BinaryIO, stream: _Stream) -> float | None:
    """Give the time that the last page says on which a packet ends."""
    length, layout = file.seek(0, io.SEEK_END), stream.layout
    for size in (_LONGEST_PAGE // 8, _LONGEST_PAGE):
        file.seek(max(length - size, 0))
        granule = _last_granule(file.read(size), stream.first.serial)
        if granule and layout.sample_rate:
            return max(granule - layout.skipped, 0) / layout.sample_rate
    return None


def _last_granule(tail: bytes, serial: int) -> int | None:
    at = len(tail)
    while (at := tail.rfind(_CAPTURE, 0, at)) >= 0:
        if at + _HEADER.size <= len(tail):
            _, _, _, granule, owner, *_ = _HEADER.unpack_from(tail, at)
            if owner == serial and granule > 0:
                return int(granule)
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

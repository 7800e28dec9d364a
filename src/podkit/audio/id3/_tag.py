"""The ID3v2 tag as a list of frames (ID3v2.3 and ID3v2.4, "main structure").

Frames are read from both versions and written as v2.3, which every player knows. What differs
between the two, namely how sizes are written, what the flags mean and what their bytes are, is
known in this module only; a frame's body is never changed, save that unsynchronisation is undone.
"""

import re
import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

import attrs

from podkit.errors import (
    OnProblem,
    ParseError,
    Problem,
    UnrepresentableError,
    UnsupportedFormatError,
)

__all__ = ["Frame", "read_tag", "render_frames", "render_tag", "split_frames", "split_tag"]

_HEADER_SIZE = 10
_UNSYNCHRONISED, _EXTENDED, _FOOTER = 0x80, 0x40, 0x10  # the flags of a tag
_FRAME_ID = re.compile(rb"[A-Z][A-Z0-9]{3}")
_LARGEST_TAG = 1 << 28
_PADDING = 1024  # at least this much, and less than twice as much, so that small edits fit


@attrs.frozen(eq=False)
class Frame:
    """A frame: what is said, and the flags that it carries.

    Attributes:
        id: its four letters.
        body: what follows its header and the bytes that its flags ask for.
        status: whether changing the tag or the file shall discard it, and whether it is read only,
            as the first byte of v2.3's flags.
        size: the size before compression; present when the body is compressed.
        encryption: the method of encryption; present when the body is encrypted.
        group: the group that the frame is in, where there is one.
    """

    id: str
    body: bytes
    status: int = 0
    size: int | None = None
    encryption: int | None = None
    group: int | None = None

    @property
    def is_plain(self) -> bool:
        """Whether the body is what the frame says, neither compressed nor encrypted."""
        return self.size is None and self.encryption is None


class _Header(NamedTuple):
    """The first ten bytes of a tag: its version, flags, and the size of all of it."""

    version: int
    flags: int
    size: int


def read_tag(file: BinaryIO) -> bytes:
    """Read the tag at the start of a file, and nothing behind it; none gives no bytes.

    Raises:
        ParseError: the tag's header is damaged, or the file ends within the tag.

    >>> import io
    >>> read_tag(io.BytesIO(b"no tag here"))
    b''
    """
    file.seek(0)
    start = file.read(_HEADER_SIZE)
    header = _read_header(start)
    if header is None:
        file.seek(0)
        return b""
    tag = start + file.read(header.size - _HEADER_SIZE)
    _check_size(header, tag)
    return tag


def split_tag(data: bytes, on_problem: OnProblem) -> tuple[int, list[Frame]]:
    """Give the version and the frames of the tag at the start of the data; 3 and none without tag.

    Raises:
        ParseError: the tag's header is damaged, or the data ends within the tag.
        UnsupportedFormatError: the tag is neither v2.3 nor v2.4.
    """
    header = _read_header(data[:_HEADER_SIZE])
    if header is None:
        return 3, []
    if header.version not in _FLAGS:
        message = f"podkit reads ID3v2.3 and ID3v2.4; this tag is ID3v2.{header.version}"
        raise UnsupportedFormatError(message)
    _check_size(header, data)
    end = header.size - (_HEADER_SIZE if header.flags & _FOOTER else 0)
    body = data[_HEADER_SIZE:end]
    flags = 0
    if header.flags & _UNSYNCHRONISED:
        if header.version == 4:
            flags = _V24_UNSYNCHRONISED  # done to each frame
        else:
            body = _resynchronise(body)
    if header.flags & _EXTENDED:
        body = body[_extended_size(body, header.version) :]
    return header.version, list(split_frames(body, on_problem, version=header.version, flags=flags))


def split_frames(
    data: bytes, on_problem: OnProblem, *, version: int = 3, flags: int = 0
) -> Iterator[Frame]:
    """Split what a tag, or a frame made of frames, holds; what follows the last frame is padding.

    Args:
        data: the frames.
        on_problem: receives what was forgiven.
        version: the tag's version.
        flags: those that hold for all frames.

    >>> [frame.body for frame in split_frames(render_frames([Frame("TIT2", b"abc")]), print)]
    [b'abc']
    """
    position = 0
    while position + _HEADER_SIZE <= len(data) and data[position]:
        start = position + _HEADER_SIZE
        end = start + _frame_size(data, position, version)
        if not _FRAME_ID.match(data, position) or end > len(data):
            message = f"left out from byte {position} on: no frame starts there that ends in time"
            on_problem(Problem(id="damaged-frames", message=message))
            return
        yield _frame(data[position:start], data[start:end], version, flags)
        position = end


def render_frames(frames: Iterable[Frame]) -> bytes:
    r"""Write frames as v2.3 has them, without the tag around them.

    >>> render_frames([Frame("TIT2", b"abc", group=7)])
    b'TIT2\x00\x00\x00\x04\x00 \x07abc'
    """
    return b"".join(map(_render_frame, frames))


def render_tag(frames: Iterable[Frame]) -> bytes:
    """Write a v2.3 tag with one to two KiB of padding; no frames give no tag.

    Raises:
        UnrepresentableError: it would be larger than 256 MiB.

    >>> len(render_tag([Frame("TIT2", b"abc")])), render_tag([])
    (2048, b'')
    """
    body = render_frames(frames)
    if not body:
        return b""
    padding = _PADDING + -(_HEADER_SIZE + len(body)) % _PADDING
    size = len(body) + padding
    if size >= _LARGEST_TAG:
        raise UnrepresentableError(f"a tag holds 256 MiB at most; this one needs {size} bytes")
    return b"ID3\x03\x00\x00" + _to_syncsafe(size) + body + bytes(padding)


def _read_header(data: bytes) -> _Header | None:
    if len(data) < _HEADER_SIZE or not data.startswith(b"ID3"):
        return None
    version, flags, size = data[3], data[5], data[6:10]
    if max(size) >= 0x80:
        raise ParseError("the size in the ID3 tag's header is damaged", where="byte 6")
    footer = _HEADER_SIZE if version == 4 and flags & _FOOTER else 0
    return _Header(version, flags, _HEADER_SIZE + _from_syncsafe(size) + footer)


def _check_size(header: _Header, data: bytes) -> None:
    if len(data) < header.size:
        message = f"the ID3 tag says it has {header.size} bytes; only {len(data)} are there"
        raise ParseError(message)


def _extended_size(body: bytes, version: int) -> int:
    if _FRAME_ID.match(body):
        return 0  # some writers set the flag and write no extended header
    if version == 4:
        return _from_syncsafe(body[:4])  # counts itself
    return 4 + int.from_bytes(body[:4])


def _frame_size(data: bytes, position: int, version: int) -> int:
    size = data[position + 4 : position + 8]
    plain = int.from_bytes(size)
    if version == 3 or plain < 0x80:
        return plain
    # Old versions of iTunes wrote plain sizes into v2.4 tags: take the one that a frame follows.
    syncsafe, start = _from_syncsafe(size), position + _HEADER_SIZE
    fits = max(size) < 0x80 and _starts_frame(data, start + syncsafe)
    return plain if not fits and _starts_frame(data, start + plain) else syncsafe


def _starts_frame(data: bytes, position: int) -> bool:
    is_end = position == len(data) or data[position : position + 1] == b"\0"
    return is_end or bool(_FRAME_ID.match(data, position))


# For each version, the flags that put bytes before a frame's body, in the order of these bytes:
# the flag, the attribute of `Frame`, and how many bytes it has.
_FLAGS = {
    3: ((0x80, "size", 4), (0x40, "encryption", 1), (0x20, "group", 1)),
    4: ((0x40, "group", 1), (0x04, "encryption", 1), (0x01, "size", 4)),
}
_V24_COMPRESSED, _V24_UNSYNCHRONISED = 0x08, 0x02


def _frame(header: bytes, data: bytes, version: int, flags: int) -> Frame:
    frame_id, status, flags = header[:4].decode("ascii"), header[8], header[9] | flags
    values, position = {}, 0
    for flag, name, length in _FLAGS[version]:
        if flags & flag:
            values[name] = int.from_bytes(data[position : position + length])
            position += length
    body = data[position:]
    if version == 4:
        status <<= 1
        size = _from_syncsafe(values.pop("size", 0).to_bytes(4))
        if flags & _V24_COMPRESSED:
            values["size"] = size
        if flags & _V24_UNSYNCHRONISED:
            body = _resynchronise(body)
    return Frame(frame_id, body, status=status & 0xE0, **values)


def _render_frame(frame: Frame) -> bytes:
    flags, prefix = 0, b""
    for flag, name, length in _FLAGS[3]:
        value = getattr(frame, name)
        if value is not None:
            flags |= flag
            prefix += value.to_bytes(length)
    data = prefix + frame.body
    return struct.pack(">4sIBB", frame.id.encode("ascii"), len(data), frame.status, flags) + data


def _resynchronise(data: bytes) -> bytes:
    """Undo unsynchronisation, which hides from old players what looks like audio."""
    return data.replace(b"\xff\x00", b"\xff")


def _from_syncsafe(data: bytes) -> int:
    size = 0
    for byte in data:
        size = size << 7 | byte & 0x7F
    return size


def _to_syncsafe(size: int) -> bytes:
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))

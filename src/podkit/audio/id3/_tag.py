"""The ID3v2 tag as a list of frames (ID3v2.2, v2.3 and v2.4, "main structure").

What differs between the versions, namely how sizes are written, what the flags mean and what their
bytes are, is known here only. A frame is kept as its tag has it, so that it can be written back
byte for byte.
"""

import io
import struct
import zlib
from collections.abc import Iterable
from typing import BinaryIO, NamedTuple

import attrs

from podkit.audio.id3 import _v22
from podkit.errors import (
    OnProblem,
    ParseError,
    Problem,
    UnrepresentableError,
    UnsupportedFormatError,
)

__all__ = [
    "Frame",
    "Tag",
    "read_tag",
    "render_frames",
    "render_tag",
    "split_frames",
    "split_tag",
    "tag_size",
]

_HEADER_SIZE = 10
_UNSYNCHRONISED, _EXTENDED, _FOOTER = 0x80, 0x40, 0x10  # the flags of a tag
_FRAME = struct.Struct(">4sIBB")  # a frame's header: its name, its size, and two bytes of flags
_LARGEST_TAG = 1 << 28
_MOST_FRAMES = 1 << 14  # more than any list of chapters needs; reading millions takes long
# A compressed frame is read when it says that it grows to this size at most, and by this factor.
_LARGEST_INFLATED, _MOST_INFLATED = 1 << 24, 10
_PADDING = 1024  # the room for small edits, to which a share of the tag comes
_PADDING_SHARE = 64
_BLOCK = 4096  # a tag grows by whole blocks, as file systems can make room of such

# For each version, the flags that put bytes before a frame's body, in the order of these bytes:
# the flag, what the bytes say, and how many there are.
_PREFIXES = {
    3: ((0x80, "size", 4), (0x40, "encryption", 1), (0x20, "group", 1)),
    4: ((0x40, "group", 1), (0x04, "encryption", 1), (0x01, "size", 4)),
}
_V24_COMPRESSED, _V24_UNSYNCHRONISED = 0x08, 0x02


@attrs.frozen(eq=False)
class Frame:
    """A frame, as the tag has it.

    Attributes:
        id: its four letters.
        data: what follows its header.
        version: the version of the tag.
        status: whether changing the tag or the file shall discard it, and whether it is read only:
            the first byte of its flags.
        flags: which bytes stand before its body, and what was done to it: the second byte.
    """

    id: str
    data: bytes
    version: int = 3
    status: int = 0
    flags: int = 0

    @property
    def is_named(self) -> bool:
        """Whether the name is one that a frame may have."""
        return _is_name(self.id.encode("latin-1"))

    @property
    def is_compressed(self) -> bool:
        """Whether the body has to be inflated."""
        return self.flags != 0 and "size" in self._parts()[0]

    def body(self) -> bytes:
        """Give what the frame says, without what its flags ask for.

        Raises:
            ParseError: the body is encrypted, or doesn't inflate to the size that it says.
        """
        if not self.flags:
            return self.data
        values, body = self._parts()
        if "encryption" in values:
            raise ParseError("encrypted frames aren't read")
        return _inflate(body, values["size"]) if "size" in values else body

    def as_version(self, version: int, body: bytes | None = None) -> "Frame":
        """Give the frame as another version has it, with another body where one is given."""
        values, old = self._parts()
        if body is not None:
            values.pop("size", None)
        flags, prefix = 0, b""
        for flag, name, length in _PREFIXES[version]:
            if name in values:
                flags |= flag
                value = values[name]
                is_syncsafe = version == 4 and name == "size"
                prefix += _to_syncsafe(value) if is_syncsafe else value.to_bytes(length)
        if version == 4 and "size" in values:
            flags |= _V24_COMPRESSED
        status = self.status >> 1 & 0x70 if version == 4 else self.status << 1 & 0xE0
        return Frame(self.id, prefix + (old if body is None else body), version, status, flags)

    def _parts(self) -> tuple[dict[str, int], bytes]:
        """Give what the bytes before the body say, by name, and the body."""
        values, position = {}, 0
        for flag, name, length in _PREFIXES[self.version]:
            if self.flags & flag:
                values[name] = int.from_bytes(self.data[position : position + length])
                position += length
        body = self.data[position:]
        if self.version == 4:
            size = _from_syncsafe(values.pop("size", 0).to_bytes(4))
            if self.flags & _V24_COMPRESSED:
                values["size"] = size
            if self.flags & _V24_UNSYNCHRONISED:
                body = _resynchronise(body)
        return values, body


class Tag(NamedTuple):
    """A tag: its version, the size of all of it, and its frames."""

    version: int
    size: int
    frames: list[Frame]


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
    size = tag_size(file)
    file.seek(0)
    tag = file.read(size)
    _check_size(size, len(tag))
    return tag


def tag_size(file: BinaryIO) -> int:
    """Give the size of the tag at the start of a file by its header alone; that of none is 0.

    Raises:
        ParseError: the tag's header is damaged, or the file ends within the tag.

    >>> import io
    >>> tag_size(io.BytesIO(render_tag([Frame("TIT2", b"abc")], version=3) + b"audio"))
    4096
    """
    file.seek(0)
    header = _read_header(file.read(_HEADER_SIZE))
    if header is None:
        return 0
    _check_size(header.size, file.seek(0, io.SEEK_END))
    return header.size


def split_tag(data: bytes, on_problem: OnProblem) -> Tag:
    """Take apart the tag at the start of the data; without a tag, there is an empty one of v2.3.

    Raises:
        ParseError: the tag's header is damaged, the data ends within the tag, or it has frames
            beyond all measure.
        UnsupportedFormatError: the tag is of no version that podkit reads.
    """
    header = _read_header(data[:_HEADER_SIZE])
    if header is None:
        return Tag(3, 0, [])
    version, flags, size = header
    if version not in (2, 3, 4):
        raise UnsupportedFormatError(f"podkit reads ID3v2.2, v2.3 and v2.4, not v2.{version}")
    _check_size(size, len(data))
    body = data[_HEADER_SIZE : size - (_HEADER_SIZE if flags & _FOOTER and version == 4 else 0)]
    of_all = 0
    if flags & _UNSYNCHRONISED:
        if version == 4:
            of_all = _V24_UNSYNCHRONISED  # done to each frame
        else:
            body = _resynchronise(body)
    if version == 2:
        if flags & _EXTENDED:
            raise UnsupportedFormatError("a compressed ID3v2.2 tag, which no document describes")
        return Tag(version, size, _split_v22(body, on_problem))
    start = _extended_size(body, version) if flags & _EXTENDED else 0
    return Tag(version, size, split_frames(body[start:], on_problem, version=version, flags=of_all))


def split_frames(
    data: bytes, on_problem: OnProblem, *, version: int = 3, flags: int = 0
) -> list[Frame]:
    """Split what a tag, or a frame made of frames, holds; what follows the last frame is padding.

    Args:
        data: the frames.
        on_problem: receives what was forgiven.
        version: the tag's version.
        flags: those that hold for all frames.

    Raises:
        ParseError: there are frames beyond all measure.

    >>> [frame.data for frame in split_frames(render_frames([Frame("TIT2", b"abc")]), print)]
    [b'abc']
    """
    frames: list[Frame] = []
    position, last = 0, len(data) - _HEADER_SIZE
    while position <= last and data[position]:
        name, size, status, own_flags = _FRAME.unpack_from(data, position)
        if version == 4 and size >= 0x80:
            size = _v24_size(data, position, size)
        start = position + _HEADER_SIZE
        position = start + size
        if position > len(data):
            _report_rest(on_problem, start - _HEADER_SIZE)
            break
        frame_id = name.decode("latin-1")
        if not _is_name(name):
            message = "not read: a frame's name is of capital letters and digits"
            on_problem(Problem(id="unknown-frame", message=message, where=f"frame {frame_id!r}"))
        frames.append(Frame(frame_id, data[start:position], version, status, own_flags | flags))
        _check_count(frames)
    return frames


def render_frames(frames: Iterable[Frame]) -> bytes:
    r"""Write frames as their version has them, without the tag around them.

    >>> render_frames([Frame("TIT2", b"\7abc", flags=0x20)])
    b'TIT2\x00\x00\x00\x04\x00 \x07abc'
    """
    return b"".join(map(_render_frame, frames))


def render_tag(frames: list[Frame], *, version: int, size: int = 0) -> bytes:
    """Write a tag; no frames give no tag.

    Args:
        frames: the frames, all of this version.
        version: 3 or 4.
        size: how large the tag should be. Where it doesn't fit, it gets room for later edits: 1 KiB
            and a 64th of its size, so much more that it grows by whole blocks of 4 KiB.

    Raises:
        UnrepresentableError: it would be larger than 256 MiB.

    >>> len(render_tag([Frame("TIT2", b"abc")], version=3)), render_tag([], version=3)
    (4096, b'')
    >>> len(render_tag([Frame("TIT2", b"abc")], version=3, size=99))
    99
    """
    body = render_frames(frames)
    if not body:
        return b""
    needed = _HEADER_SIZE + len(body)
    if needed > size:
        wanted = needed + _PADDING + needed // _PADDING_SHARE
        size = wanted + (size - wanted) % _BLOCK
    if len(frames) > _MOST_FRAMES:
        message = (
            f"podkit reads tags of {_MOST_FRAMES} frames at most; this one needs {len(frames)}"
        )
        raise UnrepresentableError(message)
    if size - _HEADER_SIZE >= _LARGEST_TAG:
        raise UnrepresentableError(f"a tag holds 256 MiB at most; this one needs {size} bytes")
    header = b"ID3" + bytes([version, 0, 0]) + _to_syncsafe(size - _HEADER_SIZE)
    return header + body + bytes(size - needed)


def _read_header(data: bytes) -> _Header | None:
    if len(data) < _HEADER_SIZE or not data.startswith(b"ID3"):
        return None
    version, flags, size = data[3], data[5], data[6:10]
    if max(size) >= 0x80:
        raise ParseError("the size in the ID3 tag's header is damaged", where="byte 6")
    footer = _HEADER_SIZE if version == 4 and flags & _FOOTER else 0
    return _Header(version, flags, _HEADER_SIZE + _from_syncsafe(size) + footer)


def _check_size(size: int, available: int) -> None:
    if available < size:
        message = f"the ID3 tag says it has {size} bytes; only {available} are there"
        raise ParseError(message)


def _check_count(frames: list[Frame]) -> None:
    if len(frames) > _MOST_FRAMES:
        raise ParseError(f"more than {_MOST_FRAMES} frames")


def _extended_size(body: bytes, version: int) -> int:
    if _is_name(body[:4]):
        return 0  # some writers set the flag and write no extended header
    # In v2.4 the size counts itself.
    size = _from_syncsafe(body[:4]) if version == 4 else 4 + int.from_bytes(body[:4])
    if size > len(body):
        raise ParseError("the ID3 tag's extended header is damaged", where="byte 10")
    return size


def _split_v22(data: bytes, on_problem: OnProblem) -> list[Frame]:
    """Split the frames of v2.2, whose names and sizes have three bytes, and give them as v2.3's."""
    frames: list[Frame] = []
    position = 0
    while position + 6 <= len(data) and data[position]:
        start = position + 6
        end = start + int.from_bytes(data[position + 3 : start])
        if end > len(data):
            _report_rest(on_problem, position)
            break
        name = data[position : position + 3].decode("latin-1")
        frames.append(Frame(*_v22.modern(name, data[start:end], on_problem)))
        _check_count(frames)
        position = end
    return frames


def _report_rest(on_problem: OnProblem, position: int) -> None:
    message = f"left out from byte {position} on: no frame starts there that ends in time"
    on_problem(Problem(id="damaged-frames", message=message))


def _v24_size(data: bytes, position: int, plain: int) -> int:
    # Old versions of iTunes wrote plain sizes into v2.4 tags: take the one that a frame follows.
    size, start = data[position + 4 : position + 8], position + _HEADER_SIZE
    syncsafe = _from_syncsafe(size)
    fits = max(size) < 0x80 and _starts_frame(data, start + syncsafe)
    return plain if not fits and _starts_frame(data, start + plain) else syncsafe


def _starts_frame(data: bytes, position: int) -> bool:
    is_end = position == len(data) or data[position : position + 1] == b"\0"
    return is_end or _is_name(data[position : position + 4])


def _is_name(name: bytes) -> bool:
    return len(name) == 4 and name.isalnum() and name.isupper()


def _render_frame(frame: Frame) -> bytes:
    size = _to_syncsafe(len(frame.data)) if frame.version == 4 else len(frame.data).to_bytes(4)
    return b"".join(
        (frame.id.encode("latin-1"), size, bytes((frame.status, frame.flags)), frame.data)
    )


def _inflate(data: bytes, size: int) -> bytes:
    """Inflate a compressed body, without trust in the size that it says."""
    if size > min(_LARGEST_INFLATED, _MOST_INFLATED * len(data)):
        raise ParseError(f"{len(data)} compressed bytes say that they hold {size}")
    try:
        # No limit is what 0 would mean.
        inflated = zlib.decompressobj().decompress(data, size + 1)
    except zlib.error as error:
        raise ParseError("the compressed bytes are damaged") from error
    if len(inflated) != size:
        raise ParseError(f"the compressed bytes don't hold the {size} that they say")
    return inflated


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

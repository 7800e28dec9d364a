"""FLAC files (RFC 9639): blocks of metadata, Vorbis comments and pictures among them, then audio.

An ID3v2 tag may stand before all that, which no specification asks for; it stays as it is. Some
writers give comments and pictures blocks that are too short; these are read whole, but not written.
"""

import io
import re
import struct
from typing import BinaryIO, Literal, NamedTuple

import attrs

from podkit._files import Edit
from podkit.audio import id3
from podkit.audio._comments import (
    Comments,
    read_comments,
    read_picture,
    render_comments,
    split_comments,
    update_comments,
    update_pictures,
    write_picture,
)
from podkit.errors import OnProblem, ParseError, Problem, UnrepresentableError, ignore, strict
from podkit.models import AudioFacts, AudioTags, Picture

__all__ = ["edits", "facts", "read"]

_MAGIC = b"fLaC"
_HEADER_SIZE = 4
_STREAM_INFO, _PADDING, _COMMENTS, _PICTURE = 0, 1, 4, 6  # the types of blocks that matter here
_LAST = 0x80
_MOST_BLOCKS = 10_000
_MOST_COMMENTS = 100_000
_LAST_KNOWN_TYPE = 6
_SYNC = re.compile(rb"\xff[\xf8-\xfb]")  # how the audio starts
_LARGEST_BLOCK = (1 << 24) - 1
_ROOM = 4096  # the padding that is left when the old one doesn't suffice
_VENDOR = b"podkit"


class _Block(NamedTuple):
    """A block of metadata: its type, and where its body is in the file."""

    type: int
    start: int
    end: int


def read(file: BinaryIO, on_problem: OnProblem) -> AudioTags:
    r"""Read the tags of an open file, and how long its audio plays.

    Raises:
        ParseError: the file is no FLAC.

    >>> import io
    >>> info = b"\0\0\0\x22" + bytes(10) + b"\x01\xf4\x00\xf0\0\0\x1f\x40" + bytes(16)
    >>> read(io.BytesIO(b"fLaC\x84\0\0\x08" + bytes(8)), print)
    Traceback (most recent call last):
    podkit.errors.ParseError: expected FLAC: its first block doesn't describe the stream
    >>> read(io.BytesIO(b"fLaC\x80" + info[1:]), print).duration
    1.0
    """
    blocks = _blocks(file, on_problem)
    tags = read_comments(_comments(file, _find_comments(blocks), on_problem), on_problem)
    return attrs.evolve(
        tags,
        pictures=tuple(picture for picture, _ in _pictures(file, blocks, on_problem)),
        duration=_facts(file, blocks).duration,
    )


def edits(file: BinaryIO, tags: AudioTags) -> list[Edit]:
    r"""Give what changes in an open file when its tags are updated; nothing, if it says so already.

    Raises:
        ParseError: the file is no FLAC, or its comments are damaged.
        UnrepresentableError: a value has no place in the file.

    >>> import io
    >>> info = b"\x80\0\0\x22" + bytes(10) + b"\x01\xf4\x00\xf0\0\0\x1f\x40" + bytes(16)
    >>> [edit] = edits(io.BytesIO(b"fLaC" + info), AudioTags(title="Intro"))
    >>> edit.start, edit.end, b"TITLE=Intro" in edit.data
    (4, 42, True)
    """
    blocks = _blocks(file, strict)
    commented = _find_comments(blocks)
    old = _comments(file, commented, strict)
    if tags.duration is None:
        tags = attrs.evolve(tags, duration=_facts(file, blocks).duration)
    new = update_comments(old, tags, has_pictures=False)
    pictures = list(_pictures(file, blocks, ignore))
    said = tuple(picture for picture, _ in pictures)
    if new == old and tags.pictures == said:
        return []
    bodies = {block: body for _, (block, body) in pictures}
    comments = _COMMENTS, render_comments(new)
    kept = [
        comments if block == commented else (block.type, _body(file, block))
        for block in blocks
        if block.type != _PADDING and block not in bodies
    ]
    if commented is None:
        kept.append(comments)
    written = update_pictures(
        [(picture, body) for picture, (_, body) in pictures], tags.pictures, write_picture
    )
    start, end = blocks[0].start - _HEADER_SIZE, blocks[-1].end
    rest = [(_PICTURE, body) for body in written]
    return [Edit(start, end, _render([*kept, *rest], end - start))]


def facts(file: BinaryIO) -> AudioFacts:
    r"""Give the facts of an open file.

    Raises:
        ParseError: the file is no FLAC.

    >>> import io
    >>> info = b"\x80\0\0\x22" + bytes(10) + b"\x01\xf4\x00\xf0\0\0\x1f\x40" + bytes(16)
    >>> facts(io.BytesIO(b"fLaC" + info)).sample_rate
    8000
    """
    return _facts(file, _blocks(file, ignore))


def _blocks(file: BinaryIO, on_problem: OnProblem) -> list[_Block]:
    """List the blocks; none is read."""
    position = id3.tag_size(file)
    length = file.seek(0, io.SEEK_END)
    file.seek(position)
    if file.read(len(_MAGIC)) != _MAGIC:
        raise ParseError("expected FLAC: it starts with 'fLaC'")
    blocks: list[_Block] = []
    is_last = False
    position += len(_MAGIC)
    while not is_last:
        if len(blocks) == _MOST_BLOCKS:
            raise ParseError(f"more than {_MOST_BLOCKS} blocks; podkit reads no such file")
        file.seek(position)
        header = file.read(_HEADER_SIZE)
        start = position + _HEADER_SIZE
        position = start + int.from_bytes(header[1:])
        if header[:1] and header[0] & ~_LAST in (_COMMENTS, _PICTURE):
            position = _whole_end(file, header[0], start, position, on_problem)
        if len(header) < _HEADER_SIZE or position > length:
            raise ParseError("the file ends within its metadata", where=f"byte {start}")
        is_last = bool(header[0] & _LAST)
        blocks.append(_Block(header[0] & ~_LAST, start, position))
    if blocks[0].type != _STREAM_INFO or blocks[0].end - blocks[0].start < 34:
        raise ParseError("expected FLAC: its first block doesn't describe the stream")
    return blocks


def _whole_end(file: BinaryIO, kind: int, start: int, stated: int, on_problem: OnProblem) -> int:
    """Give where a block ends by what it holds, if only there something starts that may follow."""
    end = _content_end(file, kind & ~_LAST, start)
    if end <= stated or _may_follow(file, kind, stated) or not _may_follow(file, kind, end):
        return stated
    message = f"the block says that it ends at byte {stated}, and holds something until {end}"
    on_problem(Problem(id="short-block", message=message, where=f"byte {start}"))
    return end


def _content_end(file: BinaryIO, kind: int, start: int) -> int:
    file.seek(start)
    if kind == _PICTURE:
        file.seek(4, io.SEEK_CUR)  # its type; behind the texts, its sizes
        _skip_text(file, "big")
        _skip_text(file, "big")
        file.seek(16, io.SEEK_CUR)
        _skip_text(file, "big")
    else:
        _skip_text(file, "little")
        count = int.from_bytes(file.read(4), "little")
        for _ in range(min(count, _MOST_COMMENTS)):
            _skip_text(file, "little")
    return file.tell()


def _skip_text(file: BinaryIO, order: Literal["big", "little"]) -> None:
    file.seek(int.from_bytes(file.read(4), order), io.SEEK_CUR)


def _may_follow(file: BinaryIO, kind: int, position: int) -> bool:
    """Say whether at a place there is what follows a block: another one, or the audio."""
    file.seek(position)
    data = file.read(2)
    if kind & _LAST:
        return bool(_SYNC.match(data))
    return data[:1] != b"" and _STREAM_INFO < data[0] & ~_LAST <= _LAST_KNOWN_TYPE


def _body(file: BinaryIO, block: _Block) -> bytes:
    file.seek(block.start)
    return file.read(block.end - block.start)


def _find_comments(blocks: list[_Block]) -> _Block | None:
    """Give the block of comments; should there be others behind it, they are left alone."""
    return next((block for block in blocks if block.type == _COMMENTS), None)


def _comments(file: BinaryIO, block: _Block | None, on_problem: OnProblem) -> Comments:
    return split_comments(_body(file, block), on_problem)[0] if block else Comments(_VENDOR)


def _pictures(
    file: BinaryIO, blocks: list[_Block], on_problem: OnProblem
) -> list[tuple[Picture, tuple[_Block, bytes]]]:
    found = []
    for block in blocks:
        if block.type == _PICTURE:
            body = _body(file, block)
            try:
                found.append((read_picture(body), (block, body)))
            except ParseError as error:
                problem = Problem(id="unreadable-picture", message=f"not read: {error}")
                on_problem(problem)
    return found


def _facts(file: BinaryIO, blocks: list[_Block]) -> AudioFacts:
    body = _body(file, blocks[0])
    (packed,) = struct.unpack_from(">Q", body, 10)
    sample_rate, channels, samples = packed >> 44, (packed >> 41 & 7) + 1, packed & (1 << 36) - 1
    duration = samples / sample_rate if samples and sample_rate else None
    length = file.seek(0, io.SEEK_END)
    return AudioFacts(
        mime_type="audio/flac",
        length=length,
        duration=duration,
        bit_rate=round((length - blocks[-1].end) * 8 / duration) if duration else None,
        sample_rate=sample_rate or None,
        channels=channels,
    )


def _render(blocks: list[tuple[int, bytes]], room: int) -> bytes:
    """Write blocks, with padding to fill the room if they fit."""
    size = sum(_HEADER_SIZE + len(body) for _, body in blocks)
    if size != room:
        padding = room - size - _HEADER_SIZE
        blocks = [*blocks, *_padding(padding if padding >= 0 else _ROOM)]
    rendered = [_render_block(kind, body) for kind, body in blocks[:-1]]
    kind, body = blocks[-1]
    return b"".join([*rendered, _render_block(kind | _LAST, body)])


def _padding(size: int) -> list[tuple[int, bytes]]:
    """Make blocks whose bodies and further headers have this many bytes."""
    blocks = []
    while size > _LARGEST_BLOCK:
        part = min(_LARGEST_BLOCK, size - _HEADER_SIZE)
        blocks.append((_PADDING, bytes(part)))
        size -= part + _HEADER_SIZE
    return [*blocks, (_PADDING, bytes(size))]


def _render_block(kind: int, body: bytes) -> bytes:
    if len(body) > _LARGEST_BLOCK:
        where = "pictures" if kind & ~_LAST == _PICTURE else None
        message = f"a block of FLAC holds 16 MiB at most; this one needs {len(body)} bytes"
        raise UnrepresentableError(message, where=where)
    return bytes([kind]) + len(body).to_bytes(3) + body

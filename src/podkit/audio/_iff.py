"""Files made of chunks, as IFF has it (EA IFF 85): WAV and AIFF, whose tag is a chunk with ID3."""

import io
from typing import BinaryIO, Literal, NamedTuple

import attrs

from podkit._files import Edit
from podkit.audio import id3
from podkit.errors import OnProblem, ParseError, Problem, UnrepresentableError, strict
from podkit.models import AudioTags

__all__ = ["Chunk", "Form", "read_chunk", "read_tag", "split_chunks", "tag_edits"]

_HEADER_SIZE, _FORM_SIZE = 8, 12
_LARGEST_FORM = (1 << 32) - 1
_MOST_CHUNKS = 50_000


@attrs.frozen
class Form:
    """A kind of file.

    Attributes:
        name: what people call it.
        start: the four letters that its files start with.
        types: the four letters after the size.
        order: the order of the bytes of a size.
        tags: the names of the chunk with the tag; the first is written.
    """

    name: str
    start: bytes
    types: tuple[bytes, ...]
    order: Literal["big", "little"]
    tags: tuple[bytes, ...]


class Chunk(NamedTuple):
    """A chunk: its name, and where its body is in the file."""

    name: bytes
    start: int
    end: int


def split_chunks(file: BinaryIO, form: Form, on_problem: OnProblem) -> list[Chunk]:
    """List the chunks of an open file; only their headers are read.

    Raises:
        ParseError: the file isn't of the form.
    """
    position, end = _FORM_SIZE, _form_end(file, form, on_problem)
    chunks: list[Chunk] = []
    while position + _HEADER_SIZE <= end:
        file.seek(position)
        header = file.read(_HEADER_SIZE)
        start = position + _HEADER_SIZE
        position = start + int.from_bytes(header[4:], form.order)
        if position > end:
            name = header[:4].decode("latin-1")
            _report_short(on_problem, f"the chunk {name!r} ends at byte {position}", end)
        chunks.append(Chunk(header[:4], start, min(position, end)))
        if len(chunks) > _MOST_CHUNKS:
            raise ParseError(f"more than {_MOST_CHUNKS} chunks; podkit reads no such file")
        position += position % 2
    return chunks


def read_chunk(file: BinaryIO, chunk: Chunk) -> bytes:
    """Read what a chunk holds."""
    file.seek(chunk.start)
    return file.read(chunk.end - chunk.start)


def read_tag(
    file: BinaryIO,
    form: Form,
    chunks: list[Chunk],
    duration: float | None,
    on_problem: OnProblem,
) -> AudioTags:
    """Read the tag of an open file.

    Raises:
        ParseError: the tag is damaged.
        UnsupportedFormatError: podkit doesn't read this version of the tag.
    """
    _, tag = _find_tag(file, form, chunks)
    return id3.loads(tag, duration=duration, on_problem=on_problem)


def tag_edits(
    file: BinaryIO, form: Form, tags: AudioTags, duration: float | None, id3_version: int
) -> list[Edit]:
    """Give what changes in an open file when its tag is updated.

    Raises:
        ParseError: the file isn't of the form, or is damaged.
        UnrepresentableError: a value has no place in the tag, or the file grows beyond 4 GiB.
        UnsupportedFormatError: podkit doesn't write over this version of the tag.
    """
    chunks = split_chunks(file, form, strict)
    chunk, old = _find_tag(file, form, chunks)
    if tags.duration is None:
        tags = attrs.evolve(tags, duration=duration)
    new = id3.update(old, tags, version=id3_version)
    if new == old:
        return []
    form_end = _form_end(file, form, strict)
    rendered = _render_chunk(form, new) if new else b""
    if chunk is None:
        # Before what is too short for a chunk, behind which no reader would look for one.
        place = min(chunks[-1].end + chunks[-1].end % 2, form_end)
        edit = Edit(place, place, bytes(place % 2) + rendered)
    else:
        end = min(chunk.end + chunk.end % 2, form_end)
        edit = Edit(chunk.start - _HEADER_SIZE, end, rendered)
    size = form_end - _HEADER_SIZE + len(edit.data) - (edit.end - edit.start)
    if size > _LARGEST_FORM:
        raise UnrepresentableError(f"{form.name} files hold 4 GiB at most; this needs {size} bytes")
    return [Edit(4, 8, size.to_bytes(4, form.order)), edit]


def _form_end(file: BinaryIO, form: Form, on_problem: OnProblem) -> int:
    """Give the place where the last chunk ends."""
    length = file.seek(0, io.SEEK_END)
    file.seek(0)
    header = file.read(_FORM_SIZE)
    if header[:4] != form.start or header[8:] not in form.types:
        raise ParseError(f"expected {form.name}: it starts with {form.start.decode()!r}")
    end = _HEADER_SIZE + int.from_bytes(header[4:8], form.order)
    if _FORM_SIZE + _HEADER_SIZE <= end <= length:
        return end
    _report_short(on_problem, f"the size in its header ends at byte {end}", length)
    return length


def _find_tag(file: BinaryIO, form: Form, chunks: list[Chunk]) -> tuple[Chunk | None, bytes]:
    for chunk in chunks:
        if chunk.name in form.tags:
            return chunk, read_chunk(file, chunk)
    return None, b""


def _render_chunk(form: Form, body: bytes) -> bytes:
    size = len(body).to_bytes(4, form.order)
    return form.tags[0] + size + body + bytes(len(body) % 2)


def _report_short(on_problem: OnProblem, message: str, end: int) -> None:
    on_problem(Problem(id="cut-short", message=f"{message}, but what holds it ends at {end}"))

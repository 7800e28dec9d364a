"""Where podkit reads and writes files; a file is replaced whole or not at all.

Only `podkit._journal` changes a file that stands, and completes such a change when it is read.
"""

import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias

__all__ = [
    "TEMPORARY_SUFFIX",
    "Edit",
    "Source",
    "Target",
    "copy_stretch",
    "created",
    "opened",
    "read_bytes",
    "replacement",
    "spliced",
    "sync",
    "sync_folder",
    "write_bytes",
    "write_chunks",
]

Source: TypeAlias = str | os.PathLike[str] | BinaryIO
Target: TypeAlias = str | os.PathLike[str] | BinaryIO

TEMPORARY_SUFFIX = ".podkit-tmp"
_BLOCK = 1 << 20


class Edit(NamedTuple):
    """A change of a file: the bytes that take the place of those from `start` to before `end`."""

    start: int
    end: int
    data: bytes


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """Open a path for as long as it is read; a file that is open already stays so.

    Raises:
        OSError: the file can't be opened.
    """
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            yield file
    else:
        yield source


def read_bytes(source: Source) -> bytes:
    """Read a path or an open binary file to its end.

    Raises:
        OSError: the file can't be read.
    """
    if isinstance(source, str | os.PathLike):
        return Path(source).read_bytes()
    return source.read()


def write_bytes(target: Target, data: bytes) -> None:
    """Write a path or an open binary file, as `write_chunks` does."""
    write_chunks(target, (data,))


def write_chunks(target: Target, chunks: Iterable[bytes]) -> None:
    """Write a path or an open binary file; a path holds the old bytes or the new, never a part.

    A file that holds these bytes already is left untouched. Otherwise they go to a temporary file
    beside the target, reach the disk, and take the target's place in one step. A symbolic link is
    followed; permissions, owner and extended attributes of an old file are kept, as far as the
    system allows. The chunks may be read from the old file. What isn't a file, such as a pipe or a
    device, can't be replaced and is written as it is.

    Raises:
        OSError: the file can't be written; the old one stands.
    """
    if not isinstance(target, str | os.PathLike):
        for chunk in chunks:
            target.write(chunk)
        return
    path = Path(os.path.realpath(target))
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.writelines(chunks)
        return
    remaining = iter(chunks)
    with ExitStack() as stack:
        old = stack.enter_context(path.open("rb")) if path.exists() else None
        same, different = _compare(old, remaining)
        if old and different is None:
            return
        new = stack.enter_context(replacement(path))
        if old:
            new.writelines(_stretch(old, 0, same))
        new.write(different or b"")
        new.writelines(remaining)


@contextmanager
def replacement(path: Path) -> Iterator[BinaryIO]:
    """Give an empty file that, once it is written, takes the place of another, or else is removed.

    Raises:
        OSError: the file can't be written; the old one stands.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}{TEMPORARY_SUFFIX}")
    with created(temporary, like=path) as file:
        yield file
        sync(file)
        temporary.replace(path)
    sync_folder(path.parent)


@contextmanager
def created(path: Path, *, like: Path) -> Iterator[BinaryIO]:
    """Create a file with the attributes of another, where that exists; an error removes it again.

    Raises:
        OSError: the file can't be written.
    """
    with path.open("xb") as file:
        try:
            if like.exists():
                _keep_attributes(like, path)
            yield file
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def sync(file: BinaryIO) -> None:
    """Wait until all that was written to a file is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names of a folder's files are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_stretch(old: BinaryIO, new: BinaryIO, start: int, end: int) -> None:
    """Copy a part of a file to where another stands, within the system where it can.

    Raises:
        OSError: a file can't be read or written, or the old one ends before the part.
    """
    new.flush()
    with suppress(AttributeError, OSError):  # no such call, or not between these file systems
        while copied := os.copy_file_range(old.fileno(), new.fileno(), end - start, start):
            start += copied
    new.writelines(_stretch(old, start, end))


def spliced(file: BinaryIO, edits: Iterable[Edit]) -> Iterator[bytes]:
    """Give the bytes of an open file with edits made, block by block.

    Args:
        file: the file.
        edits: what to change, in the order of the file; no two of them overlap.

    Raises:
        OSError: the file can't be read, or ends before an edit.

    >>> import io
    >>> b"".join(spliced(io.BytesIO(b"one two"), [Edit(0, 3, b"1"), Edit(7, 7, b", 3")]))
    b'1 two, 3'
    """
    position = 0
    for edit in edits:
        yield from _stretch(file, position, edit.start)
        yield edit.data
        position = edit.end
    file.seek(position)
    yield from iter(lambda: file.read(_BLOCK), b"")


def _compare(old: BinaryIO | None, chunks: Iterator[bytes]) -> tuple[int, bytes | None]:
    """Count the bytes equal to the old file's, and give the chunk that first differs from it."""
    same = 0
    if old:
        for chunk in chunks:
            if old.read(len(chunk)) != chunk:
                return same, chunk
            same += len(chunk)
        if not old.read(1):
            return same, None
    return same, b""


def _stretch(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    file.seek(start)
    while start < end:
        block = file.read(min(end - start, _BLOCK))
        if not block:
            raise OSError(errno.EIO, "another program cut the file short")
        start += len(block)
        yield block


def _keep_attributes(old: Path, new: Path) -> None:
    status = old.stat()
    for owner, group in (-1, status.st_gid), (status.st_uid, -1):
        with suppress(OSError):  # only the administrator may give files away
            os.chown(new, owner, group)
    shutil.copystat(old, new)  # after the change of owner, which clears some permissions
    os.utime(new)

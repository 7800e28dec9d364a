"""The one place where podkit reads and writes files; a file is replaced whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

__all__ = [
    "TEMPORARY_SUFFIX",
    "Source",
    "Target",
    "opened",
    "read_bytes",
    "write_bytes",
    "write_chunks",
]

Source: TypeAlias = str | os.PathLike[str] | BinaryIO
Target: TypeAlias = str | os.PathLike[str] | BinaryIO

TEMPORARY_SUFFIX = ".podkit-tmp"
_BLOCK = 1 << 20


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
    followed; the permissions of an old file are kept. The chunks may be read from the old file.
    What isn't a file, such as a pipe or a device, can't be replaced and is written as it is.

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
        _replace(path, _joined(old, same, different or b"", remaining))


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


def _joined(
    old: BinaryIO | None, same: int, different: bytes, rest: Iterator[bytes]
) -> Iterator[bytes]:
    if old:
        old.seek(0)
        while same:
            block = old.read(min(same, _BLOCK))
            if not block:
                raise OSError(errno.EIO, "another program cut the file short", old.name)
            same -= len(block)
            yield block
    yield different
    yield from rest


def _replace(path: Path, chunks: Iterable[bytes]) -> None:
    temporary = path.with_name(f".{secrets.token_hex(8)}{TEMPORARY_SUFFIX}")
    with temporary.open("xb") as file:
        try:
            if path.exists():
                os.fchmod(file.fileno(), path.stat().st_mode & 0o7777)
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

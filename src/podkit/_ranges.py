"""Room within a file that the file system makes by itself: the bytes behind it aren't copied.

Linux has it as ``fallocate`` with ``FALLOC_FL_INSERT_RANGE`` and ``FALLOC_FL_COLLAPSE_RANGE``. Only
ext4 and XFS are asked for it, of which it is known what a crash meanwhile leaves. Both change where
the file says that its blocks are, in transactions of their own journal: they let the file grow, and
then move stretches of it back, the last one first (``ext4_insert_range``,
``xfs_insert_file_space``). So the file is as it was, or longer and with the room at its place, at
its end, or between two stretches: in each case all bytes are there, in order. The other way round
it is the same. Neither call heeds a signal before it is done, be it SIGKILL.
"""

import ctypes
import os
import sys
from typing import BinaryIO

__all__ = ["can_make_room", "find_gap", "make_room", "take_out"]

_COLLAPSE, _INSERT = 0x08, 0x20
_FILE_SYSTEMS = {0xEF53, 0x58465342}  # ext4 and XFS; numbers of the kernel, as "statfs" gives them
_STATUS_SIZE = 512  # more than the system's record, which starts with the number


def can_make_room(file: BinaryIO, length: int) -> bool:
    """Say whether the file system can make so much room in an open file, as far as can be known.

    A file that has holes is none for it, as they would look like the room.

    >>> import tempfile
    >>> with tempfile.TemporaryFile() as file:
    ...     can_make_room(file, 4095)
    False
    """
    if sys.platform != "linux" or sys.maxsize < 1 << 32:
        return False
    status = ctypes.create_string_buffer(_STATUS_SIZE)
    _call("fstatfs", file.fileno(), status)
    is_known = ctypes.c_long.from_buffer(status).value in _FILE_SYSTEMS
    size = os.fstat(file.fileno()).st_size
    is_whole = size > 0 and os.lseek(file.fileno(), 0, os.SEEK_HOLE) == size
    return is_known and is_whole and length % os.fstatvfs(file.fileno()).f_frsize == 0


def make_room(file: BinaryIO, length: int) -> None:
    """Make room at the start of a file, which reads as zeros, and wait until that is on the disk.

    Raises:
        OSError: the file system doesn't do it; `find_gap` says what it left.
    """
    _fallocate(file, _INSERT, 0, length)
    os.fsync(file.fileno())


def take_out(file: BinaryIO, start: int, length: int) -> None:
    """Take a stretch out of a file, and wait until that is on the disk.

    Raises:
        OSError: the file system doesn't do it; `find_gap` says what it left.
    """
    if start + length == os.fstat(file.fileno()).st_size:
        os.ftruncate(file.fileno(), start)
    else:
        _fallocate(file, _COLLAPSE, start, length)
    os.fsync(file.fileno())


def find_gap(file: BinaryIO, length: int) -> int | None:
    """Give where the room is in a file of which `make_room` or `take_out` was interrupted.

    0 is its place, where it may have been written to; None says that there is none, so that
    something else has written the file since.
    """
    end = os.fstat(file.fileno()).st_size
    if os.lseek(file.fileno(), length, os.SEEK_HOLE) == end:
        return 0
    gap = min(os.lseek(file.fileno(), 0, os.SEEK_HOLE), end - length)
    after = gap + length
    is_whole = after == end or os.lseek(file.fileno(), after, os.SEEK_HOLE) > after
    is_empty = not os.pread(file.fileno(), length, gap).strip(b"\0")
    return gap if gap and is_whole and is_empty else None


def _fallocate(file: BinaryIO, mode: int, start: int, length: int) -> None:
    _call("fallocate", file.fileno(), mode, ctypes.c_long(start), ctypes.c_long(length))


def _call(name: str, *arguments: object) -> None:
    """Call a function of the C library that gives 0, or else says what went wrong."""
    if getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))

"""Changes within a large file, of which none is ever left half done.

Changes that alter the length of the file give a new file, which takes the old one's place whole
(`podkit._files.replacement`). The others are written in place, and a journal beside the file, named
`.<name>.podkit-journal`, says what they are while they are being written:

1.  The journal is written, with the old bytes and the new, the file's size, and a checksum of it
    all; then it, and after it its name, are made to reach the disk. Until then the file is as it
    was. Of a crash meanwhile no journal is left, or one that its checksum gives away.
2.  The new bytes are written and made to reach the disk. Whatever a crash leaves of this, each byte
    is the old one or the new one, and a whole journal is there.
3.  The journal is removed. Should the removal be lost in a crash, the file holds the new bytes.

Where the file grows at its start, and the caller would rather not copy it, the file system may make
the room (`podkit._ranges`). The journal says that, too, and between its steps 1 and 2 the room is
made, which has the old bytes behind it, and reaches the disk. Should a crash leave it anywhere but
at the start, it is taken out again, and the file is the old one.

An error in step 1 removes the journal; one in step 2 writes the old bytes back before. If that
fails, too, the journal stays, as after a crash. Whoever opens the file next finds it, and writes
the new bytes if some of the file's bytes are the old ones, some the new ones, and all one of the
two. If all are old, or all new, the file is whole. If any is neither, or the size is another,
something else has written the file since, and the journal is of no use any more. It is removed in
each case, once the file has reached the disk. Where a reader may not write, it reads the file as
if it were completed.

All this is done under a lock of the file, which readers share. A writer takes it before it asks
what there is to be changed, and takes it again if the name has come to stand for another file
meanwhile. So nobody reads or writes what another is writing, and a journal that is found under a
lock is one that its writer has left. Systems and file systems without locks do without.

In a sticky folder, where everybody may create files, only a journal counts that is the file's
owner's, the reader's or root's.

A file of several names (hard links) is refused: a replacement would separate them, and a journal is
found by one name only.
"""

import errno
import hashlib
import io
import os
import re
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from podkit._files import (
    Edit,
    Source,
    copy_stretch,
    created,
    replacement,
    spliced,
    sync_folder,
)
from podkit._ranges import can_make_room, find_gap, make_room, take_out

__all__ = ["edit_file", "opened"]

_SUFFIX = ".podkit-journal"
_LONG_NAME = 200  # bytes; most file systems allow 255
# The size of the file, how much it grows, then the start and the length of each change.
_FACTS = re.compile(rb"\d{1,18} \d{1,18}( \d{1,18} \d{1,18})*")
_BLOCK = 4096  # changes are noted by blocks of this size, as a tag may hold large pictures
_BUFFER = 128  # few more bytes are read than are asked for, wherever in the file that is


class _Change(NamedTuple):
    """Bytes of a file, once it has grown, and as many that are to take their place."""

    start: int
    old: bytes
    new: bytes


class _Journal(NamedTuple):
    """What a journal says: the size of a file, how much room is made at its start, the changes."""

    size: int
    room: int
    changes: list[_Change]


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """Open a path for as long as it is read, and complete what a writer left half done.

    A file that is open already stays so, and is read as it is.

    Raises:
        OSError: the file can't be opened.
    """
    if not isinstance(source, str | os.PathLike):
        yield source
        return
    path = Path(os.path.realpath(source))
    with suppress(OSError):  # where a reader may not write
        if _journal_of(path).exists():
            with _locked(path, "r+b") as file:
                _complete(path, file)
    with ExitStack() as stack:
        file = stack.enter_context(_locked(path, "rb"))
        if edits := _missing(path, file):
            completed = stack.enter_context(tempfile.TemporaryFile())
            completed.writelines(spliced(file, edits))
            completed.seek(0)
            file = completed
        yield file


def edit_file(
    target: str | os.PathLike[str],
    edits: Callable[[BinaryIO], list[Edit]],
    *,
    insert_range: bool = False,
) -> None:
    """Change a file, so that it is the old one or the new one whatever happens.

    Args:
        target: its path; a symbolic link is followed.
        edits: says of the open file what to change, in order, without overlaps; nothing leaves the
            file untouched.
        insert_range: whether the file system may make the room where the file grows at its start,
            if it can, instead of all being copied.

    Raises:
        OSError: the file can't be written, or has several names (hard links); the old one stands.
    """
    path = Path(os.path.realpath(target))
    with _locked(path, "r+b") as file:
        _complete(path, file)
        wanted = edits(file)
        if wanted and os.fstat(file.fileno()).st_nlink > 1:
            message = "the file has several names (hard links); write to a copy of it"
            raise OSError(errno.EMLINK, message, os.fspath(target))
        if any(len(edit.data) != edit.end - edit.start for edit in wanted):
            if not (insert_range and _grow(path, file, wanted)):
                _replace(path, file, wanted)
        elif changes := list(_changes(file, wanted)):
            _change(path, file, changes)


@contextmanager
def _locked(path: Path, mode: Literal["rb", "r+b"]) -> Iterator[BinaryIO]:
    """Open a file once nobody else writes it, nor, if it is to be written, reads it."""
    while True:
        with path.open(mode, buffering=_BUFFER) as file:
            with suppress(ImportError, OSError):  # the system, or the file system, has no locks
                import fcntl  # noqa: PLC0415 -- not on every system

                fcntl.flock(file, fcntl.LOCK_SH if mode == "rb" else fcntl.LOCK_EX)
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                yield file
                return


def _grow(path: Path, file: BinaryIO, edits: list[Edit]) -> bool:
    """Change a file that grows at its start, where the file system makes the room; or say no."""
    (start, end, new), *others = edits
    room = len(new) - end
    if start or others or room <= 0 or not can_make_room(file, room):
        return False
    change = _Change(0, bytes(room) + os.pread(file.fileno(), end, 0), new)
    return _change(path, file, [change], room=room)


def _replace(path: Path, file: BinaryIO, edits: Iterable[Edit]) -> None:
    end = os.fstat(file.fileno()).st_size
    position = 0
    with replacement(path) as new:
        for edit in (*edits, Edit(end, end, b"")):
            copy_stretch(file, new, position, edit.start)
            new.write(edit.data)
            position = edit.end


def _changes(file: BinaryIO, edits: Iterable[Edit]) -> Iterator[_Change]:
    """Give the blocks that differ."""
    for edit in edits:
        found = os.pread(file.fileno(), len(edit.data), edit.start)
        for start in range(0, len(found), _BLOCK):
            old, new = found[start : start + _BLOCK], edit.data[start : start + _BLOCK]
            if old != new:
                yield _Change(edit.start + start, old, new)


def _change(path: Path, file: BinaryIO, changes: list[_Change], *, room: int = 0) -> bool:
    """Change a file in place; say no if there is to be room in it that the file system refuses."""
    journal, size = _journal_of(path), os.fstat(file.fileno()).st_size
    with created(journal, like=path) as record:
        record.write(_rendered(_Journal(size, room, changes)))
        _sync_data(record)
        sync_folder(journal.parent)
    try:
        if room:
            make_room(file, room)
        _put(file, [(change.start, change.new) for change in changes])
    except BaseException as error:
        _undo(file, _Journal(size, room, changes))
        journal.unlink()
        if room and isinstance(error, OSError):
            return False
        raise
    journal.unlink()
    return True


def _undo(file: BinaryIO, journal: _Journal) -> None:
    """Make a file that is changed in place the old one again."""
    size, room, changes = journal
    if os.fstat(file.fileno()).st_size != size + room:
        return
    gap = find_gap(file, room) if room else 0
    if gap == 0:
        _put(file, [(change.start + room, change.old[room:]) for change in changes])
    if room and gap is not None:
        take_out(file, gap, room)


def _complete(path: Path, file: BinaryIO) -> None:
    """Complete what a writer left half done, if there is a journal, and remove that."""
    journal = _journal_of(path)
    if journal.exists():
        edits = _missing(path, file)
        for edit in edits:
            if not edit.data:
                take_out(file, edit.start, edit.end - edit.start)
        _put(file, [(edit.start, edit.data) for edit in edits])
        try:
            journal.unlink()
        except PermissionError as error:
            message = "another user's journal is in the way; have it deleted"
            raise PermissionError(error.errno, message, os.fspath(journal)) from error


def _missing(path: Path, file: BinaryIO) -> list[Edit]:
    """Give the edits that make a file whole, if there is a journal that is whole and of this file.

    They complete the change, or, where room that is to be at its start isn't there yet, undo it.
    """
    journal = _journal_of(path)
    if not journal.exists() or _is_planted(journal, file):
        return []
    size, room, changes = _parsed(journal.read_bytes())
    if not size or os.fstat(file.fileno()).st_size != size + room:
        return []
    if room and (gap := find_gap(file, room)) != 0:
        return [] if gap is None else [Edit(gap, gap + room, b"")]
    found = b"".join(os.pread(file.fileno(), len(old), start) for start, old, _ in changes)
    old = b"".join(change.old for change in changes)
    new = b"".join(change.new for change in changes)
    is_known = len(found) == len(old) == len(new) and all(
        byte in known for byte, *known in zip(found, old, new, strict=True)
    )
    if not is_known or found == new or (found == old and not room):
        return []
    return [Edit(start, start + len(new), new) for start, _, new in changes]


def _is_planted(journal: Path, file: BinaryIO) -> bool:
    """Say whether one who may not write the file may have laid the journal beside it.

    Everybody may create files in a sticky folder such as ``/tmp``.
    """
    trusted = {os.fstat(file.fileno()).st_uid, os.geteuid(), 0}
    return bool(journal.parent.stat().st_mode & stat.S_ISVTX) and (
        journal.lstat().st_uid not in trusted
    )


def _put(file: BinaryIO, pieces: Iterable[tuple[int, bytes]]) -> None:
    for start, data in pieces:
        written = 0
        while written < len(data):
            written += os.pwrite(file.fileno(), data[written:], start + written)
    _sync_data(file)


def _sync_data(file: BinaryIO) -> None:
    """Wait until a file's bytes are on the disk, not its times, which often take twice as long."""
    file.flush()
    getattr(os, "fdatasync", os.fsync)(file.fileno())


def _journal_of(path: Path) -> Path:
    """Give the path of a file's journal, which is found by any spelling that the system allows."""
    name = os.fsencode(path.name)
    stem = path.name if len(name) <= _LONG_NAME else hashlib.sha256(name).hexdigest()
    return path.parent / f".{stem}{_SUFFIX}"


def _rendered(journal: _Journal) -> bytes:
    """Give a journal: a line with the checksum of the rest, a line of numbers, then the bytes.

    The numbers are the file's size, its growth and, of each change, the start and the length.
    """
    spans = [number for start, old, _ in journal.changes for number in (start, len(old))]
    facts = b" ".join(b"%d" % number for number in (journal.size, journal.room, *spans))
    body = b"".join([facts, b"\n", *(old + new for _, old, new in journal.changes)])
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def _parsed(data: bytes) -> _Journal:
    """Read a journal; give that of an empty file without changes if it isn't whole."""
    checksum, _, body = data.partition(b"\n")
    facts, _, content = body.partition(b"\n")
    if hashlib.sha256(body).hexdigest().encode() != checksum or not _FACTS.fullmatch(facts):
        return _Journal(0, 0, [])
    size, room, *spans = map(int, facts.split())
    stream = io.BytesIO(content)
    changes = [
        _Change(start, stream.read(length), stream.read(length))
        for start, length in zip(spans[::2], spans[1::2], strict=True)
    ]
    return _Journal(size, room, changes)

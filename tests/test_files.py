import errno
import io
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from podkit._files import (
    TEMPORARY_SUFFIX,
    Edit,
    copy_stretch,
    read_bytes,
    spliced,
    write_bytes,
    write_chunks,
)

OLD, NEW = b"old" * 1000, b"new" * 1000


@pytest.fixture
def file(tmp_path):
    """Give a file that holds the old bytes, in a folder of its own."""
    file = tmp_path / "show" / "feed.xml"
    file.parent.mkdir()
    file.write_bytes(OLD)
    return file


def identity(path):
    status = path.stat()
    return status.st_ino, status.st_mtime_ns


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("kind", [str, Path])
def test_reads_and_writes_a_path(tmp_path, kind):
    target = kind(tmp_path / "feed.xml")
    write_bytes(target, NEW)
    assert read_bytes(target) == NEW


def test_reads_and_writes_an_open_file(tmp_path):
    with (tmp_path / "feed.xml").open("wb+") as file:
        write_bytes(file, OLD)
        write_chunks(file, iter([NEW, b"", NEW]))
        file.seek(len(OLD))
        assert read_bytes(file) == NEW + NEW


def test_an_open_file_is_written_from_where_it_stands():
    file = io.BytesIO(b"12345")
    file.seek(2)
    write_bytes(file, b"ab")
    assert file.getvalue() == b"12ab5"


@pytest.mark.parametrize(
    "new",
    [NEW, b"", OLD[:-1], OLD[:10], OLD + b"!", b"!" + OLD, OLD[:-1] + b"!", OLD * 1000],
    ids=range(8),
)
@pytest.mark.parametrize("size", [1, 7, 1 << 24])
def test_replaces_a_file_whole(file, new, size):
    if size == 1:
        new = new[: 2 * len(OLD)]
    before = identity(file)
    write_chunks(file, (new[start : start + size] for start in range(0, len(new), size)))
    assert file.read_bytes() == new
    assert identity(file) != before
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("chunks", [[OLD], [OLD[:5], OLD[5:]], [b"", OLD, b""]], ids=len)
def test_leaves_a_file_untouched_that_holds_these_bytes(file, chunks):
    before = identity(file)
    write_chunks(file, chunks)
    assert identity(file) == before


def test_leaves_an_empty_file_untouched_when_there_is_nothing_to_write(file):
    file.write_bytes(b"")
    before = identity(file)
    write_chunks(file, [])
    assert identity(file) == before


def test_follows_symbolic_links(file):
    link, chain = file.with_name("link"), file.with_name("chain")
    link.symlink_to("feed.xml")
    chain.symlink_to(link)
    write_bytes(chain, NEW)
    assert (link.is_symlink(), chain.is_symlink()) == (True, True)
    assert file.read_bytes() == NEW


def test_writes_the_file_that_a_dangling_link_names(tmp_path):
    link = tmp_path / "link"
    link.symlink_to("feed.xml")
    write_bytes(link, NEW)
    assert link.is_symlink()
    assert (tmp_path / "feed.xml").read_bytes() == NEW


@pytest.mark.parametrize("permissions", [0o600, 0o644, 0o444, 0o755])
def test_keeps_the_permissions_of_an_old_file(file, permissions):
    file.chmod(permissions)
    write_bytes(file, NEW)
    assert mode(file) == permissions


def test_keeps_the_extended_attributes_of_an_old_file(file):
    os.setxattr(file, "user.xdg.origin.url", b"https://a.example")
    write_bytes(file, NEW)
    assert os.getxattr(file, "user.xdg.origin.url") == b"https://a.example"


@pytest.mark.parametrize("refusal", [None, PermissionError, OSError])
def test_keeps_the_owner_and_the_group_of_an_old_file_each_where_it_may(file, monkeypatch, refusal):
    asked = []

    def chown(path, owner, group):
        asked.append((path.parent, owner, group))
        if refusal:
            raise refusal

    status = file.stat()
    monkeypatch.setattr(os, "chown", chown)
    write_bytes(file, NEW)
    assert file.read_bytes() == NEW
    folder = file.parent
    assert asked == [(folder, -1, status.st_gid), (folder, status.st_uid, -1)]


@pytest.mark.parametrize("new", [NEW, b""], ids=len)
def test_the_time_of_an_old_file_is_not_kept(file, new):
    os.utime(file, (0, 0))
    write_bytes(file, new)
    assert file.stat().st_mtime > 0


def test_an_old_file_that_others_may_not_read_is_never_readable_by_them_as_it_is_written(file):
    file.chmod(0o600)
    seen = []

    def chunks():
        yield NEW
        seen.extend(mode(path) for path in file.parent.iterdir())

    write_chunks(file, chunks())
    assert seen == [0o600, 0o600]


@pytest.mark.parametrize(("umask", "permissions"), [(0o022, 0o644), (0o077, 0o600), (0, 0o666)])
def test_respects_the_umask_for_a_new_file(tmp_path, umask, permissions):
    file = tmp_path / "feed.xml"
    before = os.umask(umask)
    try:
        write_bytes(file, NEW)
    finally:
        assert os.umask(before) == umask
    assert mode(file) == permissions


@pytest.mark.parametrize("error", [ValueError, OSError, KeyboardInterrupt])
@pytest.mark.parametrize("first", [[], [NEW], [OLD], [OLD, NEW]], ids=len)
def test_when_the_chunks_fail_the_old_file_stands_alone(file, error, first):
    def chunks():
        yield from first
        raise error

    with pytest.raises(error):
        write_chunks(file, chunks())
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_when_the_chunks_fail_no_new_file_appears(tmp_path):
    def chunks():
        yield NEW
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        write_chunks(tmp_path / "feed.xml", chunks())
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_cut_short_by_another_program_stops_the_writing(file):
    def chunks():
        yield file.read_bytes()
        file.write_bytes(b"")
        yield b"more"

    with pytest.raises(OSError, match="another program cut the file short"):
        write_chunks(file, chunks())
    assert list(file.parent.iterdir()) == [file]


def test_the_chunks_may_be_read_from_the_old_file(file):
    def chunks():
        with file.open("rb") as old:
            yield old.read(100)
            yield b"!"
            while block := old.read(100):
                yield block

    write_chunks(file, chunks())
    assert file.read_bytes() == OLD[:100] + b"!" + OLD[100:]


@pytest.mark.parametrize(
    ("edits", "new"),
    [
        ([], OLD),
        ([Edit(0, 0, b"new")], b"new" + OLD),
        ([Edit(0, 3, b"")], OLD[3:]),
        ([Edit(3, 6, b"1"), Edit(6, 6, b"2"), Edit(2999, 3000, b"3")], b"old12" + OLD[6:-1] + b"3"),
        ([Edit(3000, 3000, b"new")], OLD + b"new"),
        ([Edit(0, 3000, b"")], b""),
    ],
    ids=range(6),
)
def test_edits_take_the_place_of_what_they_name(edits, new):
    assert b"".join(spliced(io.BytesIO(OLD), edits)) == new


def test_an_edit_beyond_the_end_of_a_file_is_an_error():
    with pytest.raises(OSError, match="another program cut the file short"):
        list(spliced(io.BytesIO(OLD), [Edit(3001, 3002, b"new")]))


def lacking(*_):
    raise AttributeError("os.copy_file_range")


def refusing(*_):
    raise OSError(errno.EXDEV, "not between these file systems")


def stopping(old, new, count, start):
    """Copy by small pieces, and refuse halfway."""
    return refusing() if start > 1000 else COPY(old, new, min(count, 7), start)


COPY = os.copy_file_range


@pytest.mark.parametrize("copy", [COPY, lacking, refusing, stopping])
def test_a_stretch_is_copied_to_where_the_other_file_stands(tmp_path, file, monkeypatch, copy):
    monkeypatch.setattr(os, "copy_file_range", copy)
    with file.open("rb") as old, (tmp_path / "new").open("xb") as new:
        for start, end in (3, 2000), (5, 5), (2000, 3000):
            new.write(b"<")
            copy_stretch(old, new, start, end)
            new.write(b">")
        with pytest.raises(OSError, match="another program cut the file short"):
            copy_stretch(old, new, 2990, 3001)
    expected = b"<" + OLD[3:2000] + b"><><" + OLD[2000:] + b">" + OLD[2990:]
    assert (tmp_path / "new").read_bytes() == expected


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("absent/feed.xml", FileNotFoundError),
        ("show/feed.xml/feed.xml", NotADirectoryError),
        ("show", IsADirectoryError),
        ("show/" + "n" * 300, OSError),
    ],
)
def test_what_cannot_be_read_or_written_raises_the_error_of_the_system(file, path, error):
    target = file.parent.parent / path
    with pytest.raises(error):
        write_bytes(target, NEW)
    with pytest.raises(error):
        read_bytes(target)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_the_longest_names_are_written(tmp_path):
    file = tmp_path / ("n" * 255)
    write_bytes(file, NEW)
    assert file.read_bytes() == NEW


def test_a_pipe_is_written_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_bytes(pipe, NEW)
        assert os.read(reader, 10_000) == NEW
    finally:
        os.close(reader)
    assert pipe.is_fifo()


WRITER = """
from itertools import cycle
from podkit._files import write_chunks
print("ready", flush=True)
for letter in cycle([b"A", b"B"]):
    write_chunks({path!r}, (letter * 2**16 for _ in range(64)))
"""


def test_a_killed_writer_leaves_the_old_file_or_the_new(tmp_path):
    file = tmp_path / "ep.mp3"
    whole = {letter * 2**22 for letter in (b"A", b"B")}
    write_bytes(file, b"A" * 2**22)
    moments = random.Random(270)
    for _ in range(15):
        command = [sys.executable, "-c", WRITER.format(path=str(file))]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            writer.stdout.readline()
            time.sleep(moments.uniform(0, 0.1))
            writer.send_signal(signal.SIGKILL)
        assert file.read_bytes() in whole
    left = set(tmp_path.iterdir()) - {file}
    assert all(path.name.endswith(TEMPORARY_SUFFIX) for path in left)

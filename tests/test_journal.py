"""A file that is edited is the old one or the new one, whatever happens meanwhile."""

import errno
import fcntl
import hashlib
import os
import resource
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from podkit import _journal, _ranges
from podkit._files import TEMPORARY_SUFFIX, Edit
from podkit._journal import edit_file, opened

OLD = bytes(range(256)) * 128
EDITS = {
    "in place": [Edit(10, 14, b"left"), Edit(20, 23, OLD[20:23]), Edit(20000, 29000, b"r" * 9000)],
    "replaced": [Edit(10, 14, b"longer"), Edit(9000, 9000, b"more")],
    "inserted": [Edit(0, 300, b"longer" + bytes(4090) + OLD[::-1][:300])],
}
ROOM = 4096
NEW = {
    "in place": OLD[:10] + b"left" + OLD[14:20000] + b"r" * 9000 + OLD[29000:],
    "replaced": OLD[:10] + b"longer" + OLD[14:9000] + b"more" + OLD[9000:],
    "inserted": EDITS["inserted"][0].data + OLD[300:],
}
each_way = pytest.mark.parametrize("way", EDITS)


@pytest.fixture
def file(tmp_path):
    """Give a file that holds the old bytes, in a folder of its own."""
    file = tmp_path / "show" / "ep.mp3"
    file.parent.mkdir()
    file.write_bytes(OLD)
    return file


def edit(path, way):
    edit_file(path, lambda _: EDITS[way], insert_range=way == "inserted")


def read(path):
    with opened(path) as file:
        return file.read()


def beside(file):
    return sorted(path.name for path in file.parent.iterdir() if path != file)


FULL = OSError(errno.ENOSPC, "full")


class Interrupted(BaseException):
    """Stops a writer where nothing can be tidied up any more, as a crash does."""


@contextmanager
def broken(monkeypatch, *, call, error=FULL, lasting=True):
    """Let the calls that change a file fail from one on, counted from 1, or that one alone."""
    calls = 0

    def failing(work):
        def run(*arguments, **options):
            nonlocal calls
            calls += 1
            if calls == call or (lasting and calls > call):
                raise error
            return work(*arguments, **options)

        return run

    with monkeypatch.context() as patch:
        names = ("pwrite", "fsync", "fdatasync", "unlink", "replace", "chown", "utime", "open")
        for name in (*names, "lseek", "ftruncate"):
            patch.setattr(os, name, failing(getattr(os, name)))
        yield lambda: calls


@contextmanager
def largest_file(size):
    """Have the system write no byte beyond a size, as if the disk were full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def interrupted(file, monkeypatch, pieces=1):
    """Write in place, and crash when a number of blocks is written; give the journal."""
    written = os.pwrite

    def pwrite(*arguments):
        nonlocal pieces
        if not pieces:
            raise Interrupted
        pieces -= 1
        return written(*arguments)

    def unlink(*_):
        raise Interrupted

    with monkeypatch.context() as patch, suppress(Interrupted):
        patch.setattr(os, "pwrite", pwrite)
        patch.setattr(os, "unlink", unlink)
        edit(file, "in place")
    [journal] = beside(file)
    return file.with_name(journal)


@each_way
def test_changes_what_the_edits_say_and_leaves_nothing_beside(file, way):
    edit(file, way)
    assert file.read_bytes() == NEW[way]
    assert beside(file) == []


@pytest.mark.parametrize(
    ("way", "order"),
    [
        (
            "in place",
            [
                "fdatasync .ep.mp3.podkit-journal",
                "fsync show",
                *["pwrite ep.mp3"] * 4,
                "fdatasync ep.mp3",
                "unlink",
            ],
        ),
        ("replaced", ["fsync .podkit-tmp", "replace", "fsync show"]),
    ],
)
def test_each_step_reaches_the_disk_before_the_next_begins(file, monkeypatch, way, order):
    done = []

    def noting(name):
        work = getattr(os, name)

        def run(*arguments):
            names = {
                path.stat().st_ino: path.name for path in [file.parent, *file.parent.iterdir()]
            }
            of = names[os.fstat(arguments[0]).st_ino] if isinstance(arguments[0], int) else ""
            done.append(
                f"{name} {TEMPORARY_SUFFIX if of.endswith(TEMPORARY_SUFFIX) else of}".strip()
            )
            return work(*arguments)

        monkeypatch.setattr(os, name, run)

    for name in ("fsync", "fdatasync", "pwrite", "replace", "unlink"):
        noting(name)
    edit(file, way)
    assert done == order


def test_edits_that_keep_the_length_change_the_file_itself(file):
    before = file.stat().st_ino
    edit(file, "in place")
    assert file.stat().st_ino == before


@pytest.mark.parametrize("edits", [[], [Edit(0, 2, OLD[:2])], [Edit(5, 5, b"")]], ids=len)
def test_edits_that_change_nothing_leave_the_file_untouched(file, edits, monkeypatch):
    with broken(monkeypatch, call=1) as calls:
        edit_file(file, lambda _: edits)
    assert (file.read_bytes(), calls()) == (OLD, 0)


def test_the_edits_are_asked_for_given_the_file(file):
    edit_file(file, lambda opened_file: [Edit(0, 1, opened_file.read()[-1:])])
    assert file.read_bytes() == OLD[-1:] + OLD[1:]


def test_of_a_large_edit_only_the_blocks_that_differ_are_written(file, monkeypatch):
    written = []
    pwrite = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda *call: written.append(len(call[1])) or pwrite(*call))
    new = OLD[:20000] + b"!" + OLD[20001:]
    edit_file(file, lambda _: [Edit(0, len(OLD), new)])
    assert file.read_bytes() == new
    assert sum(written) == 4096


@each_way
def test_symbolic_links_are_followed(file, way, monkeypatch):
    link = file.parent.parent / "link.mp3"
    link.symlink_to(file)
    edit(link, way)
    assert link.is_symlink()
    assert file.read_bytes() == NEW[way]
    file.write_bytes(OLD)
    interrupted(file, monkeypatch)
    assert read(link) == NEW["in place"]


@each_way
def test_a_file_of_several_names_is_refused(file, way):
    os.link(file, file.parent.parent / "other.mp3")
    with pytest.raises(OSError, match="several names") as caught:
        edit(file, way)
    assert (caught.value.errno, caught.value.filename) == (errno.EMLINK, str(file))
    assert (file.read_bytes(), beside(file)) == (OLD, [])
    edit_file(file, lambda _: [])


@each_way
@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o755])
def test_permissions_and_extended_attributes_are_kept(file, way, permissions):
    file.chmod(permissions)
    os.setxattr(file, "user.xdg.origin.url", b"https://a.example")
    edit(file, way)
    assert file.stat().st_mode & 0o7777 == permissions
    assert os.getxattr(file, "user.xdg.origin.url") == b"https://a.example"


def test_a_journal_is_as_private_as_its_file(file, monkeypatch):
    file.chmod(0o600)
    journal = interrupted(file, monkeypatch)
    assert journal.stat().st_mode & 0o7777 == 0o600


@pytest.mark.parametrize("length", [200, 201, 255])
def test_a_file_with_a_long_name_has_a_journal_too(file, length, monkeypatch):
    file = file.rename(file.with_name("n" * length))
    interrupted(file, monkeypatch)
    assert read(file) == NEW["in place"]
    assert beside(file) == []


def test_an_open_file_is_read_as_it_is(file, monkeypatch):
    interrupted(file, monkeypatch)
    with file.open("rb") as source, opened(source) as same:
        assert same is source
    assert len(beside(file)) == 1


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("other.mp3", FileNotFoundError),
        ("ep.mp3/ep.mp3", NotADirectoryError),
        (".", IsADirectoryError),
        ("/", IsADirectoryError),
        ("n" * 300, OSError),
    ],
)
def test_what_cannot_be_opened_raises_the_error_of_the_system(file, path, error):
    with pytest.raises(error):
        edit(file.parent / path, "in place")
    with pytest.raises(error):
        read(file.parent / path)


@pytest.mark.parametrize("pieces", range(5))
def test_a_reader_completes_what_was_left_half_done(file, monkeypatch, pieces):
    interrupted(file, monkeypatch, pieces)
    half = file.read_bytes()
    assert read(file) == (NEW["in place"] if pieces else OLD)
    assert (half in (OLD, NEW["in place"])) == (pieces in (0, 4))
    assert file.read_bytes() == read(file)
    assert beside(file) == []


@each_way
def test_a_writer_completes_what_was_left_half_done_before_it_asks_for_edits(
    file, monkeypatch, way
):
    interrupted(file, monkeypatch)
    edit_file(
        file, lambda half: [Edit(0, 0, b"")] if half.read() == NEW["in place"] else EDITS[way]
    )
    assert read(file) == NEW["in place"]
    assert beside(file) == []


@pytest.mark.parametrize("refused", ["open", "pwrite", "fdatasync"])
def test_where_a_reader_may_not_write_it_sees_the_file_completed(file, monkeypatch, refused):
    interrupted(file, monkeypatch)
    half = file.read_bytes()

    path_open = Path.open

    def refuse(*_):
        raise OSError(errno.EROFS, "read-only")

    def open_to_read(path, mode, **options):
        return refuse() if "+" in mode else path_open(path, mode, **options)

    with monkeypatch.context() as patch:
        if refused == "open":
            patch.setattr(Path, "open", open_to_read)
        else:
            patch.setattr(os, refused, refuse)
        assert read(file) == NEW["in place"]
        assert len(beside(file)) == 1
    assert refused == "fdatasync" or file.read_bytes() == half


def test_a_journal_that_is_not_whole_is_of_a_file_that_nothing_has_changed_in(file, monkeypatch):
    journal = interrupted(file, monkeypatch)
    whole, half = journal.read_bytes(), file.read_bytes()
    damaged = (whole[:length] for length in range(0, len(whole), 997))
    for data in (*damaged, whole[:-1], whole + b"\0", whole[:-1] + b"!", b"\n", b"{}"):
        journal.write_bytes(data)
        assert read(file) == half
        assert beside(file) == []


@pytest.mark.parametrize(
    "facts",
    [
        b"",
        b"[32768, [[0, 1]]]",
        b"32768",
        b"32768 0 0",
        b"32768 0 -1 1",
        b"32768 0 0 1",
        b"32768 0 32767 4",
        b"28672 4096 0 4",
        b"0 32768 0 4",
        b"32768 0 99999999999999999999 1",
    ],
)
def test_a_journal_of_another_form_is_of_no_use(file, facts):
    body = facts + b"\nold new"
    journal = file.with_name(".ep.mp3.podkit-journal")
    journal.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    assert read(file) == OLD
    assert beside(file) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda half: half + b"more",
        lambda half: half[:-1],
        lambda half: half[:12] + b"!" + half[13:],
        lambda half: half[:28990] + b"!" + half[28991:],
        lambda _: b"",
    ],
    ids=range(5),
)
def test_a_journal_is_of_no_use_once_something_else_has_written_the_file(file, monkeypatch, change):
    interrupted(file, monkeypatch, 2)
    changed = change(file.read_bytes())
    file.write_bytes(changed)
    assert read(file) == changed
    assert beside(file) == []


@pytest.mark.parametrize(("mode", "is_applied"), [(0o1777, False), (0o777, True)])
def test_a_stranger_can_plant_no_journal_where_everybody_may_create_files(
    file, monkeypatch, mode, is_applied
):
    journal = interrupted(file, monkeypatch)
    half = file.read_bytes()
    file.parent.chmod(mode)
    lstat = Path.lstat

    def strangers(path):
        status = lstat(path)
        stranger = os.stat_result((*status[:4], status.st_uid + 12345, *status[5:]))
        return stranger if path == journal else status

    monkeypatch.setattr(Path, "lstat", strangers)
    assert read(file) == (NEW["in place"] if is_applied else half)


def test_a_journal_that_may_not_be_deleted_is_named(file, monkeypatch):
    journal = interrupted(file, monkeypatch)

    def refuse(*_):
        raise PermissionError(errno.EPERM, "not yours")

    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(PermissionError, match="another user's journal is in the way") as caught:
        edit(file, "replaced")
    assert caught.value.filename == str(journal)
    assert read(file) == NEW["in place"]


def test_a_journal_is_of_no_use_for_another_file_of_the_same_name(file, monkeypatch):
    interrupted(file, monkeypatch)
    file.unlink()
    file.write_bytes(bytes(len(OLD)))
    assert read(file) == bytes(len(OLD))
    assert beside(file) == []


@each_way
@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()], ids=repr)
def test_whichever_call_fails_the_file_is_old_or_new(file, monkeypatch, way, lasting, error):
    with broken(monkeypatch, call=0, lasting=False) as calls:
        edit(file, way)
    for call in range(1, calls() + 1):
        file.write_bytes(OLD)
        with (
            broken(monkeypatch, call=call, error=error, lasting=lasting),
            suppress(type(error)),
        ):
            edit(file, way)
            assert file.read_bytes() == NEW[way]
        state = read(file)
        assert state in (OLD, NEW[way])
        assert file.read_bytes() == state
        assert lasting or beside(file) == []
        for name in beside(file):
            file.with_name(name).unlink()


@pytest.mark.parametrize("size", [0, 1, 5, 100, 9000, 18000, 19000, 20001, 25000, 28999])
@pytest.mark.parametrize("way", ["in place", "replaced"])
def test_on_a_full_disk_the_old_file_stands(file, way, size):
    with largest_file(size), pytest.raises(OSError, match="too large"):
        edit(file, way)
    assert file.read_bytes() == OLD
    assert read(file) == OLD
    assert beside(file) == []


REFUSED = -1


class Halfway:
    """A file system that makes room, and takes it out, as it is told: all at once, or halfway."""

    def __init__(self):
        self.stop = None  # where the room is left, or nowhere

    def fallocate(self, file, mode, start, length):
        data = file_bytes(file)
        if mode == _ranges._INSERT:
            assert start == 0
            stop, self.stop = self.stop, None
            if stop == REFUSED:
                raise OSError(errno.EOPNOTSUPP, "refused")
            leave_room(file, data, stop or 0, length)
            if stop is not None:
                raise OSError(errno.EIO, "halfway")
        else:
            put(file, data[:start] + data[start + length :])


def file_bytes(file):
    return os.pread(file.fileno(), 1 << 20, 0)


def put(file, data):
    os.ftruncate(file.fileno(), 0)
    os.pwrite(file.fileno(), data, 0)


def leave_room(file, data, place, length):
    """Write data with a hole at a place, as a file system leaves it that has moved what follows."""
    os.ftruncate(file.fileno(), 0)
    os.ftruncate(file.fileno(), len(data) + length)
    os.pwrite(file.fileno(), data[:place], 0)
    os.pwrite(file.fileno(), data[place:], place + length if place < len(data) else place)


@pytest.fixture
def halfway(monkeypatch):
    """Give a file system that makes room, on any system that has holes in files."""
    halfway = Halfway()
    monkeypatch.setattr(_journal, "can_make_room", lambda *_: True)
    monkeypatch.setattr(_ranges, "_fallocate", halfway.fallocate)
    return halfway


BLOCKS = range(0, len(OLD) + 1, 4096)


def crash_in_room(file, place, monkeypatch, pieces=0):
    """Crash when the room is at a place, or once it is at the start and some is written."""
    pwrite = os.pwrite

    def insert(opened_file, length):
        leave_room(opened_file, OLD, place, length)
        if not pieces:
            raise Interrupted

    def undo(*_):
        raise Interrupted

    def write_a_part(descriptor, data, start):
        if start or not pieces or data[:6] != b"longer":
            return pwrite(descriptor, data, start)
        pwrite(descriptor, data[:pieces], start)
        raise Interrupted

    with monkeypatch.context() as patch, suppress(Interrupted):
        patch.setattr(_journal, "make_room", insert)
        patch.setattr(_journal, "_undo", undo)
        patch.setattr(os, "pwrite", write_a_part)
        edit(file, "inserted")
    assert beside(file) == [".ep.mp3.podkit-journal"]


def test_a_file_that_grows_at_its_start_is_the_same_file_where_the_system_makes_the_room(
    file, halfway
):
    before = file.stat().st_ino
    edit(file, "inserted")
    assert file.read_bytes() == NEW["inserted"]
    assert file.stat().st_ino == before
    assert beside(file) == []


@pytest.mark.parametrize("is_read_only", [False, True])
@pytest.mark.parametrize("place", BLOCKS[1:])
def test_room_that_a_crash_left_elsewhere_is_taken_out_again(
    file, halfway, monkeypatch, place, is_read_only
):
    crash_in_room(file, place, monkeypatch)
    assert file.read_bytes() == OLD[:place] + bytes(ROOM) + OLD[place:]
    half = file.read_bytes()
    if is_read_only:

        def remove(*_):
            raise OSError(errno.EROFS, "read-only")

        monkeypatch.setattr(_journal, "take_out", remove)
    assert read(file) == OLD
    assert file.read_bytes() == (half if is_read_only else OLD)
    assert len(beside(file)) == is_read_only


@pytest.mark.parametrize("pieces", [0, 1, 300, 4095, 4096, 4396])
def test_room_that_is_at_the_start_is_filled(file, halfway, monkeypatch, pieces):
    crash_in_room(file, 0, monkeypatch, pieces)
    assert len(file.read_bytes()) == len(OLD) + ROOM
    assert read(file) == NEW["inserted"]
    assert file.read_bytes() == NEW["inserted"]
    assert beside(file) == []


@pytest.mark.parametrize("place", [REFUSED, *BLOCKS])
def test_where_the_system_fails_to_make_room_a_new_file_is_written(file, halfway, place):
    before, halfway.stop = file.stat().st_ino, place
    edit(file, "inserted")
    assert file.read_bytes() == NEW["inserted"]
    assert file.stat().st_ino != before
    assert beside(file) == []


@pytest.mark.parametrize(
    ("place", "length", "at"), [(8192, 0, 8200), (8192, 8192, 0), (0, 4096, 20_000)]
)
def test_a_journal_of_room_is_of_no_use_once_something_else_has_written_the_file(
    file, halfway, monkeypatch, place, length, at
):
    crash_in_room(file, 8192, monkeypatch)
    with file.open("r+b", buffering=0) as other:
        leave_room(other, OLD[length:], place, ROOM + length)
        other.seek(at)
        other.write(b"!")
    changed = file.read_bytes()
    assert read(file) == changed
    assert beside(file) == []


def test_room_is_not_made_for_other_edits_than_one_at_the_start(file, halfway):
    for edits in ([Edit(1, 1, b"a")], [Edit(0, 2, b"a")], [Edit(0, 0, b"a"), Edit(1, 1, b"b")]):
        before = file.stat().st_ino
        edit_file(file, lambda _, edits=edits: edits, insert_range=True)
        assert file.stat().st_ino != before


@pytest.mark.parametrize("size", [0, 1, 5, 100, 4000])
def test_on_a_full_disk_no_room_is_made(file, halfway, size):
    with largest_file(size), pytest.raises(OSError, match="too large"):
        edit(file, "inserted")
    assert (file.read_bytes(), beside(file)) == (OLD, [])


def test_writing_goes_on_where_the_system_wrote_less_than_it_was_given(file, monkeypatch):
    pwrite = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda file, data, start: pwrite(file, data[:999], start))
    edit(file, "in place")
    assert file.read_bytes() == NEW["in place"]


def test_systems_without_fdatasync_have_fsync(file, monkeypatch):
    monkeypatch.delattr(os, "fdatasync")
    edit(file, "in place")
    assert file.read_bytes() == NEW["in place"]


# For each call that changes a file, a child that edits the file of that number and dies right after
# the call; at the end it says how many there are.
KILLED = """
import os, signal, sys
from podkit._files import Edit
from podkit._journal import edit_file

CHANGES = {"open", "write", "writelines", "flush", "fsync", "fdatasync", "rename", "replace"}
CHANGES |= {"unlink", "pwrite", "copy_file_range", "chmod", "chown", "utime"}
folder, edits, last, calls = sys.argv[1], eval(sys.argv[2]), 0, 0
insert_range = sys.argv[3] == "inserted"

def count(_frame, event, called):
    global calls
    owner = getattr(called, "__self__", None)
    module = getattr(owner, "__name__", None) or type(owner).__module__
    if event == "c_return" and module in ("_io", "io", "posix") and called.__name__ in CHANGES:
        calls += 1
        if calls == last:
            os.kill(os.getpid(), signal.SIGKILL)

status = signal.SIGKILL
while status == signal.SIGKILL:
    last += 1
    child = os.fork()
    if not child:
        sys.setprofile(count)
        edit_file(f"{folder}/{last}/ep.mp3", lambda _: edits, insert_range=insert_range)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
print(last - 1 if status == 0 else f"status {status}")
"""


@each_way
def test_whenever_its_writer_is_killed_the_file_is_old_or_new(tmp_path, way):
    files = [tmp_path / str(call) / "ep.mp3" for call in range(1, 61)]
    for file in files:
        file.parent.mkdir()
        file.write_bytes(OLD)
    command = [sys.executable, "-c", KILLED, str(tmp_path), repr(EDITS[way]), way]
    calls = int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    half_done, states = 0, []
    for file in files[:calls]:
        half_done += file.read_bytes() not in (OLD, NEW[way])
        states.append(read(file))
        assert file.read_bytes() == states[-1]
        assert [name for name in beside(file) if not name.endswith(TEMPORARY_SUFFIX)] == []
    assert [OLD, NEW[way]] == sorted(set(states), key=states.index)
    assert half_done > 0 or way != "in place"
    assert files[calls].read_bytes() == NEW[way]


WRITER = """
import sys
from podkit._files import Edit
from podkit._journal import edit_file

letter = sys.argv[2].encode()
print("ready", flush=True)
for number in range(100):
    def edits(file):
        end = len(file.read())
        return [Edit(0, end, letter * (end if number % 2 else 100_000 + number))]
    edit_file(sys.argv[1], edits)
"""


def test_writers_and_readers_wait_for_each_other(file):
    file.write_bytes(b"A" * 10)
    command = [sys.executable, "-c", WRITER, str(file)]
    writers = [subprocess.Popen([*command, letter], stdout=subprocess.PIPE) for letter in "AB"]
    for writer in writers:
        assert writer.stdout.readline() == b"ready\n"
    mixtures, seen = 0, set()
    while any(writer.poll() is None for writer in writers):
        letters = set(read(file))
        mixtures += len(letters) != 1
        seen |= letters
    for writer in writers:
        writer.stdout.close()
    assert [writer.returncode for writer in writers] == [0, 0]
    assert (mixtures, seen) == (0, {*b"AB"})
    assert beside(file) == []


@each_way
def test_a_writer_that_waited_edits_the_file_that_has_the_name_now(file, way):
    with file.open("rb") as old:
        fcntl.flock(old, fcntl.LOCK_SH)
        writer = threading.Thread(target=edit, args=(file, way))
        writer.start()
        writer.join(0.2)
        assert writer.is_alive()
        file.rename(file.with_name("kept.mp3"))
        file.write_bytes(OLD)
    writer.join()
    assert file.read_bytes() == NEW[way]
    assert file.with_name("kept.mp3").read_bytes() == OLD


@each_way
@pytest.mark.parametrize("lacks", ["system", "file system"])
def test_without_locks_files_are_read_and_written(file, monkeypatch, way, lacks):
    def refuse(*_):
        raise OSError(errno.ENOLCK, "no locks")

    if lacks == "system":
        monkeypatch.setitem(sys.modules, "fcntl", None)
    else:
        monkeypatch.setattr(fcntl, "flock", refuse)
    edit(file, way)
    assert read(file) == NEW[way]

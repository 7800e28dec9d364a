"""Room within a file, from the system that the tests run on, where it has such."""

import errno
import os
import sys

import pytest

from podkit import _ranges

DATA = bytes(range(256)) * 128


@pytest.fixture
def file(tmp_path):
    """Give an open file."""
    with (tmp_path / "ep.mp3").open("w+b", buffering=0) as file:
        file.write(DATA)
        yield file


def content(file):
    return os.pread(file.fileno(), 1 << 20, 0)


def test_room_is_made_and_taken_out_or_refused(file):
    if _ranges.can_make_room(file, 4096):
        _ranges.make_room(file, 4096)
        assert content(file) == bytes(4096) + DATA
        assert _ranges.find_gap(file, 4096) == 0
        _ranges.take_out(file, 0, 4096)
    assert content(file) == DATA


def test_what_is_no_whole_block_is_refused(file):
    assert not _ranges.can_make_room(file, 4095)
    with pytest.raises(OSError, match="Errno") as caught:
        _ranges.make_room(file, 4095)
    assert caught.value.errno in (errno.EINVAL, errno.EOPNOTSUPP)
    assert content(file) == DATA


def test_an_empty_file_and_one_with_holes_are_refused(file):
    os.ftruncate(file.fileno(), 1 << 20)
    assert not _ranges.can_make_room(file, 4096)
    os.ftruncate(file.fileno(), 0)
    assert not _ranges.can_make_room(file, 4096)


def test_other_systems_and_file_systems_are_not_asked(file, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(_ranges, "_FILE_SYSTEMS", set())
        assert not _ranges.can_make_room(file, 4096)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not _ranges.can_make_room(file, 4096)

"""Small edits are written in place, and whatever opens the file next completes them."""

import os

import attrs
import pytest

from podkit import AudioTags, Episode, Show, _ranges, audio
from tests.audio.conftest import SUFFIXES

OLD, NEW = (
    AudioTags(title="Old", comment="o" * 20_000),
    AudioTags(title="New", comment="n" * 20_000),
)


class Interrupted(BaseException):
    """Stops a writer where nothing can be tidied up any more, as a crash does."""


@pytest.fixture(params=["mp3", *SUFFIXES])
def path(request, tmp_path, encoded, samples):
    """Give a file of each kind, with tags."""
    path = tmp_path / f"ep.{request.param}"
    audio.write(OLD, path, source={"mp3": encoded, **samples}[request.param])
    return path


def interrupt(path, tags, monkeypatch):
    """Die after a part of the tags is written."""
    pwrite = os.pwrite
    calls = iter(range(2))

    def failing(*arguments):
        if next(calls, None) is None:
            raise Interrupted
        return pwrite(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", failing)
        with pytest.raises(Interrupted):
            audio.write(tags, path)


def without_duration(tags):
    return attrs.evolve(tags, duration=None)


def test_an_edit_that_fits_changes_the_file_itself(path):
    before = path.stat().st_ino
    audio.write(NEW, path)
    assert without_duration(audio.read(path)) == NEW
    assert path.stat().st_ino == before


def test_where_the_file_system_makes_room_the_file_stays_the_same_one(tmp_path, encoded):
    path = tmp_path / "ep.mp3"
    path.write_bytes(encoded.read_bytes())
    with path.open("rb") as file:
        is_offered = _ranges.can_make_room(file, 4096)
    before = path.stat().st_ino
    for tags in (AudioTags(title="First"), OLD):
        audio.write(tags, path, insert_range=True)
        assert without_duration(audio.read(path)) == tags
        assert path.read_bytes().endswith(encoded.read_bytes())
        assert (path.stat().st_ino == before) is is_offered


@pytest.mark.parametrize(
    "use",
    [
        audio.read,
        audio.facts,
        lambda path: audio.write(audio.read(path), path),
        lambda path: audio.write(NEW, path.with_name("copy"), source=path),
        lambda path: audio.tag(path, Episode(), Show()),
    ],
    ids=["read", "facts", "write", "source", "tag"],
)
def test_whatever_opens_a_file_completes_the_edit_that_was_interrupted(path, monkeypatch, use):
    whole = path.with_name(f"whole{path.suffix}")
    audio.write(OLD, whole, source=path)
    audio.write(NEW, whole)
    interrupt(path, NEW, monkeypatch)
    assert path.read_bytes() != whole.read_bytes()
    use(path)
    assert audio.read(path).comment == NEW.comment
    assert [left.name for left in path.parent.iterdir() if left.name.startswith(".")] == []

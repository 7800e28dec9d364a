"""Tags that are made to take long or much memory are refused, or read in part."""

import struct
import subprocess
import sys
import zlib

import pytest

from podkit import AudioTags, ParseError
from podkit.audio import id3
from tests.audio.tags import chap, ctoc, frame, problems_of, syncsafe, tag, text


def compressed(name, body, *, size=None, version=3):
    """Make a compressed frame that says how large its body is."""
    size = len(body) if size is None else size
    if version == 4:
        return frame(name, syncsafe(size) + zlib.compress(body, 9), version=4, flags=0x09)
    return frame(name, struct.pack(">I", size) + zlib.compress(body, 9), flags=0x80)


@pytest.mark.parametrize("version", [3, 4])
def test_compressed_frames_are_read_and_kept(version):
    title = compressed("TIT2", b"\0Intro", version=version)
    old = tag(title, version=version)
    assert problems_of(old) == ({"title": "Intro"}, [])
    assert title in id3.update(old, AudioTags(title="Intro", artist="A"), version=version)


def test_a_compressed_text_in_utf_8_is_written_as_v23_has_it():
    old = tag(compressed("TSOP", b"\3\xc3\xa9", version=4), version=4)
    assert id3.update(old, AudioTags())[10:].startswith(text("TSOP", "é"))


def test_a_compressed_frame_within_a_chapter_is_read():
    mark = chap("a", 0, 5000, compressed("TIT2", b"\0A"))
    fields, problems = problems_of(tag(ctoc("a"), mark))
    assert ([chapter.title for chapter in fields["chapters"]], problems) == (["A"], [])


@pytest.mark.parametrize(
    "bomb",
    [
        compressed("TIT2", b"\0A", size=0xFFFFFFFF),
        compressed("TIT2", b"\0" + b"A" * 10_000_000),
        compressed("TIT2", b"\0A", size=1),
        compressed("TIT2", b"\0A", size=3),
        frame("TIT2", bytes(4) + b"\0A", flags=0x80),
        frame("TIT2", b"\0\0\0\4\0A", flags=0x80),
        frame("TIT2", b"", flags=0xE0),
        frame("TIT2", b"\7\0A", flags=0x40),
    ],
)
def test_a_frame_that_cannot_be_inflated_is_kept_and_not_read(bomb):
    old = tag(bomb, text("TALB", "Show"))
    assert problems_of(old) == ({"album": "Show"}, ["unreadable-frame"])
    assert bomb in id3.update(old, AudioTags(artist="A"))


def test_a_compressed_chapter_is_not_read():
    """What is in it could be compressed as well, and grow on top of what grew."""
    bomb = compressed("CHAP", chap("a", 0, 5000)[10:])
    assert problems_of(tag(bomb)) == ({}, ["unreadable-frame"])
    assert bomb in id3.update(tag(bomb), AudioTags(title="A"))


FEW = 20_000
NESTED = [chap(f"c{at}", 0, 5, frame("TXXX", b"") * 15_000) for at in range(10)]


@pytest.mark.parametrize(
    "data",
    [
        tag(frame("TXXX", b"") * FEW),
        tag(b"XYZ\0\0\0" * FEW, version=2),
        tag(chap("a", 0, 5, frame("TXXX", b"") * FEW)),
        tag(*NESTED),
        tag(*[ctoc(*["a"] * 255, name=f"t{at}") for at in range(600)]),
    ],
)
def test_frames_beyond_all_measure_are_an_error(data):
    for use in (id3.loads, lambda data: id3.update(data, AudioTags(title="A"))):
        with pytest.raises(ParseError, match="more than"):
            use(data)


def test_an_extended_header_beyond_the_tag_is_an_error():
    for version in (3, 4):
        with pytest.raises(ParseError, match="extended header"):
            id3.loads(tag(b"\0\0\x7f\x7f", text("TIT2", "A"), flags=0x40, version=version))


PROCESS = """
import io, resource, sys
from podkit import PodkitError
from podkit.audio import id3
data = sys.stdin.buffer.read()
def memory():
    status = open("/proc/self/status").read()
    return int(status.partition("VmHWM:")[2].split()[0])
before = memory()
try:
    id3.loads(id3.read_tag(io.BytesIO(data)), on_problem=lambda problem: None)
except PodkitError:
    pass
print(memory() - before)
"""
MANY = 900_000


@pytest.mark.parametrize(
    "data",
    [
        tag(frame("TXXX", b"") * MANY),
        tag(frame("TPE1", b"\0" + b"a\0" * 4_800_000)),
        tag(*[ctoc(*["x"] * 255, name=f"t{at}") for at in range(18_000)], chap("a", 0, 5)),
        tag(frame("SYLT", b"\0eng\2\1\0" + b"x\0\0\0\0\1" * 1_600_000)),
        tag(*[compressed("TIT2", b"\0" + b"x" * (1 << 24))] * 500),
        tag(text("TIT2", "A"))[:6] + syncsafe((1 << 28) - 1) + text("TIT2", "A"),
    ],
    ids=["frames", "texts", "entries", "lines", "compressed", "size"],
)
def test_a_tag_of_ten_megabytes_needs_no_hundred(data):
    run = subprocess.run(
        [sys.executable, "-c", PROCESS], input=data, check=True, capture_output=True, timeout=120
    )
    assert int(run.stdout) < 100_000

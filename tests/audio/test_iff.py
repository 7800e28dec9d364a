"""WAV and AIFF: a chunk with ID3 among others."""

import io
import struct

import attrs
import mutagen.aiff
import mutagen.wave
import pytest

from podkit import AudioTags, ParseError, UnrepresentableError, UnsupportedFormatError, audio
from podkit.audio import aiff, wav
from tests.audio.containers import TAGS, edited, edits_of, problems_of
from tests.audio.tags import tag, text

FORMAT = struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)
COMMON = struct.pack(">HIHHQ", 1, 8000, 8, 0x400B, 0xFA << 56)
# Of each kind: how it starts, its type, the order of bytes, and the chunks that describe the audio.
KINDS = {
    wav: (b"RIFF", b"WAVE", "<", [(b"fmt ", FORMAT), (b"data", b"sound" * 3)], b"id3 "),
    aiff: (b"FORM", b"AIFF", ">", [(b"COMM", COMMON), (b"SSND", bytes(8) + b"sound" * 3)], b"ID3 "),
}
both = pytest.mark.parametrize("kind", KINDS)
TITLE = tag(text("TIT2", "A"))


def file(kind, *others, end=b"", size=None, pad=True):
    """Make a file of chunks, those that describe the audio first."""
    start, form, order, chunks, _ = KINDS[kind]
    body = b""
    for name, data in (*chunks, *others):
        body += name + struct.pack(f"{order}I", len(data)) + data + bytes(len(data) % 2)
    body = body if pad else body[:-1]
    size = 4 + len(body) if size is None else size
    return start + struct.pack(f"{order}I", size) + form + body + end


@both
def test_mutagen_reads_the_tags(kind):
    data = edited(file(kind), attrs.evolve(TAGS, chapters=None))
    found = {wav: mutagen.wave.WAVE, aiff: mutagen.aiff.AIFF}[kind](io.BytesIO(data))
    assert str(found["TIT2"]) == "Interdependence"
    assert found["APIC:"].data == TAGS.pictures[0].data


@both
@pytest.mark.parametrize("name", [b"id3 ", b"ID3 "])
def test_the_chunk_is_read_by_either_name(kind, name):
    data = file(kind, (name, TITLE))
    assert audio.read(io.BytesIO(data)).title == "A"
    assert edited(data, AudioTags()) == file(kind)


@both
def test_other_chunks_and_what_follows_them_stay(kind):
    others = [(b"LIST", b"INFOIART\1\0\0\0A"), (b"id3 ", TITLE), (b"bext", b"odd")]
    data = file(kind, *others, end=b"behind")
    new = edited(data, AudioTags(title="B"))
    name = KINDS[kind][4]
    (edit,) = [edit for edit in edits_of(kind, data, AudioTags(title="B")) if edit.start > 4]
    assert edit.data[:4] == name
    chunk = edit.data[8:]
    assert new == file(kind, others[0], (name, chunk), others[2], end=b"behind")
    assert audio.read(io.BytesIO(new)).title == "B"


@both
def test_a_chunk_that_ends_without_its_pad_gets_it(kind):
    data = file(kind, (b"bext", b"odd"), pad=False)
    new = edited(data, AudioTags(title="A"))
    assert new[: len(data) + 5][8:] == data[8:] + b"\0" + KINDS[kind][4]
    bare = file(kind, (b"id3 ", TITLE + b"\0"), pad=False)
    assert edited(bare, AudioTags()) == file(kind)


@both
def test_a_shorter_tag_fills_the_old_chunk(kind):
    data = edited(file(kind), AudioTags(lyrics="a" * 5000))
    assert len(edits_of(kind, data, AudioTags(title="A"))[0].data) == 4
    new = edited(data, AudioTags(title="A"))
    assert len(new) == len(data)
    assert audio.read(io.BytesIO(new)).title == "A"


@both
def test_a_file_cut_short_is_read_and_not_written_over(kind):
    for data in (file(kind)[:-2], file(kind, size=0), file(kind, size=0xFFFFFFFF)):
        tags, problems = problems_of(data)
        assert tags.duration is not None
        assert {name for name, _ in problems} == {"cut-short"}
        with pytest.raises(ParseError, match="but what holds it ends at"):
            edited(data, TAGS)


@both
def test_more_than_4_gib_are_refused(kind, tmp_path):
    path = tmp_path / "a"
    order = KINDS[kind][2]
    size = (1 << 32) - 1000
    start = file(kind, size=size) + b"free" + struct.pack(f"{order}I", size - len(file(kind)))
    with path.open("wb") as sparse:
        sparse.write(start)
        sparse.truncate(size + 8)
    with pytest.raises(UnrepresentableError, match="4 GiB"):
        audio.write(TAGS, path)


def test_rf64_is_named():
    for name in (b"RF64", b"BW64"):
        with pytest.raises(UnsupportedFormatError, match="RF64"):
            audio.write(TAGS, io.BytesIO(), source=io.BytesIO(name + bytes(4) + b"WAVE"))


@pytest.mark.parametrize(
    ("verbs", "data", "message"),
    [
        (wav, b"RIFF", "starts with 'RIFF'"),
        (wav, b"RIFF\4\0\0\0WAVE", "chunks 'fmt ' and 'data'"),
        (wav, file(wav).replace(b"data", b"more"), "chunks 'fmt ' and 'data'"),
        (wav, b"RIFF\x18\0\0\0WAVEdata\0\0\0\0fmt \4\0\0\0" + bytes(4), "'fmt ' ends too early"),
        (wav, b"RIFF\xff\xff\xff\x7fWAVE" + b"aaaa\0\0\0\0" * 60_000, "more than 50000 chunks"),
        (aiff, b"FORM\0\0\0\4AIFX", "starts with 'FORM'"),
        (aiff, b"FORM\0\0\0\4AIFF", "a chunk 'COMM'"),
        (aiff, b"FORM\0\0\0\x0eAIFFCOMM\0\0\0\2\0\1", "'COMM' ends too early"),
    ],
)
def test_what_is_none_is_refused(verbs, data, message):
    for use in (lambda source: verbs.read(source, print), verbs.facts):
        with pytest.raises(ParseError, match=message):
            use(io.BytesIO(data))


def test_facts_that_are_not_there_are_none():
    silent = file(wav).replace(FORMAT, bytes(16))
    facts = audio.facts(io.BytesIO(silent))
    assert (facts.duration, facts.bit_rate, facts.sample_rate, facts.channels) == (None,) * 4
    facts = audio.facts(io.BytesIO(file(aiff).replace(COMMON, bytes(18))))
    assert (facts.duration, facts.bit_rate, facts.sample_rate, facts.channels) == (None,) * 4
    facts = audio.facts(io.BytesIO(file(aiff).replace(b"SSND", b"more")))
    assert (facts.duration, facts.bit_rate) == (1, None)


@both
@pytest.mark.parametrize("stray", [b"\0", b"?" * 7])
def test_a_chunk_is_added_before_what_is_too_short_for_one(kind, stray):
    size = len(file(kind)) - 8 + len(stray)
    new = edited(file(kind, end=stray, size=size), AudioTags(title="A"))
    assert new.endswith(stray)
    assert audio.read(io.BytesIO(new)).title == "A"

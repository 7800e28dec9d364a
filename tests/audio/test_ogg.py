"""Ogg: pages as many as there were, their numbers and checksums, and what follows the comments."""

import base64
import io
import struct
import subprocess

import attrs
import mutagen
import pytest

from podkit import (
    AudioTags,
    ParseError,
    Picture,
    UnrepresentableError,
    UnsupportedFormatError,
    audio,
)
from podkit.audio import ogg
from podkit.audio._comments import Comments, render_comments
from tests.audio.containers import COVER, TAGS, edited, edits_of, problems_of

OPUS_HEAD = b"OpusHead" + struct.pack("<BBHIhB", 1, 2, 312, 44100, 0, 0)
FLAC_HEAD = b"\x7fFLAC\1\0\0\1fLaC\0\0\0\x22" + bytes(10) + b"\x0a\xc4\x42\xf0" + bytes(20)
BIG = Picture(data=bytes(range(256)) * 1000, mime_type="image/png")


def page(*packets, number, flags=0, serial=7, granule=0):
    """Make a page of whole packets."""
    segments = b"".join(
        b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets
    )
    header = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, granule, serial, number, 0, len(segments))
    return header + segments + b"".join(packets)


def opus(comments, *others, audio_pages=3):
    """Make a stream of Opus; the others stand between its headers."""
    pages = [
        page(b"sound" * n, number=n + 1, granule=48000 * n + 312) for n in range(1, audio_pages)
    ]
    first = page(OPUS_HEAD, number=0, flags=2)
    return first + b"".join(others) + page(b"OpusTags" + comments, number=1) + b"".join(pages)


def comments(*entries):
    return render_comments(Comments(b"me", tuple(entry.encode() for entry in entries)))


def pages_of(data):
    """Give the serial, number and whether the checksum is right of each page."""
    found, file = [], io.BytesIO(data)
    while file.tell() < len(data):
        start = file.tell()
        header = file.read(27)
        segments = file.read(header[26])
        body = file.read(sum(segments))
        _, _, _, _, serial, number, checksum, _ = struct.unpack("<4sBBqIIIB", header)
        bare = header[:22] + bytes(4) + header[26:] + segments + body
        found.append((serial, number, checksum == slow_checksum(bare), start))
    return found


def slow_checksum(data):
    """Give the checksum as RFC 3533 has it, bit by bit."""
    register = 0
    for byte in data:
        register ^= byte << 24
        for _ in range(8):
            register = (register << 1 ^ (0x04C11DB7 if register >> 31 else 0)) & 0xFFFFFFFF
    return register


@pytest.mark.parametrize("suffix", ["ogg", "opus", "spx", "flac.ogg"])
def test_ffmpeg_and_mutagen_read_the_tags(samples, tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    audio.write(TAGS, path, source=samples[suffix])
    found = mutagen.File(path)
    assert found["title"] == ["Interdependence"]
    assert found["chapter001name"] == ["Ŝanĝoj"]
    block = base64.b64decode(found["metadata_block_picture"][0])
    assert mutagen.flac.Picture(block).data == COVER.data
    audio.write(attrs.evolve(TAGS, pictures=()), path)  # of a cover that is none, ffmpeg warns
    assert warnings_of(path) == warnings_of(samples[suffix])


def warnings_of(path):
    """Give what ffmpeg has to say of a file."""
    command = ["ffmpeg", "-v", "warning", "-err_detect", "+crccheck", "-i", path]
    return subprocess.run([*command, "-f", "null", "-"], check=True, capture_output=True).stderr


@pytest.mark.parametrize("suffix", ["ogg", "opus", "spx", "flac.ogg"])
def test_a_picture_of_many_pages_gives_the_pages_behind_it_other_numbers(samples, suffix):
    data = samples[suffix].read_bytes()
    new = edited(data, AudioTags(pictures=[BIG, COVER]))
    found = pages_of(new)
    assert len(found) > len(pages_of(data)) + 3
    assert [number for _, number, _, _ in found] == list(range(len(found)))
    assert all(is_right for *_, is_right, _ in found)
    assert audio.read(io.BytesIO(new)).pictures == (BIG, COVER)


def test_a_text_that_fits_a_page_leaves_the_pages_behind_it_alone(samples):
    data = samples["opus"].read_bytes()
    edits = edits_of(ogg, data, attrs.evolve(TAGS, lyrics="a" * 40_000))
    assert len(edits) == 1
    assert [number for _, number, _, _ in pages_of(edited(data, TAGS))] == [0, 1, 2]


def test_shorter_comments_take_as_many_pages(samples):
    data = edited(samples["ogg"].read_bytes(), AudioTags(pictures=[BIG]))
    assert len(edited(data, AudioTags(title="A"))) == len(data)


def test_streams_beside_the_audio_keep_their_pages():
    other = page(b"other", number=1, serial=9)
    data = page(b"fishead\0", number=0, flags=2, serial=9) + opus(comments("TITLE=A"), other)
    data += other
    assert audio.read(io.BytesIO(data)).title == "A"
    new = edited(data, AudioTags(title="B", pictures=[BIG]))
    own = [number for serial, number, *_ in pages_of(new) if serial == 7]
    assert own == list(range(len(own)))
    assert new.count(other) == 2
    assert audio.read(io.BytesIO(new)).title == "B"


def test_pages_behind_the_end_of_the_stream_keep_their_numbers():
    chained = page(b"OpusHead", number=0, flags=2, serial=9) + page(b"x", number=1)
    last = page(b"sound", number=2, flags=4, granule=48312)
    data = (
        page(OPUS_HEAD, number=0, flags=2)
        + page(b"OpusTags" + comments(), number=1)
        + last
        + chained
    )
    assert edited(data, AudioTags(pictures=[BIG])).endswith(chained)
    alone = page(OPUS_HEAD, number=0, flags=2) + page(b"OpusTags" + comments(), number=1, flags=4)
    assert edited(alone + chained, AudioTags(pictures=[BIG])).endswith(chained)


@pytest.mark.parametrize(("suffix", "stays"), [(b"\x01kept", True), (b"\x00\x01pad", False)])
def test_what_follows_the_comments_of_opus_stays_where_it_says_so(suffix, stays):
    data = opus(comments("TITLE=A") + suffix)
    new = edited(data, AudioTags(title="B"))
    assert (suffix in new) is stays
    assert audio.read(io.BytesIO(new)).title == "B"
    shrunk = edited(edited(data, AudioTags(pictures=[BIG])), AudioTags(title="B"))
    assert audio.read(io.BytesIO(shrunk)).duration == audio.read(io.BytesIO(data)).duration
    assert all(is_right for *_, is_right, _ in pages_of(shrunk)[1:5])


def test_the_duration_is_that_of_the_last_page_of_the_stream():
    data = opus(comments())
    assert audio.read(io.BytesIO(data)).duration == 2
    assert audio.read(io.BytesIO(data + page(b"x", number=9, serial=8, granule=99))).duration == 2
    assert audio.read(io.BytesIO(data + b"OggS")).duration == 2
    assert audio.facts(io.BytesIO(opus(comments(), audio_pages=0))).duration is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"OggS", "byte 0: expected a page"),
        (page(b"x", number=0)[:-1].replace(b"\1x", b"\1"), "none here"),
        (page(b"\x80theora", number=0, flags=2), "none here"),
        (page(b"Speek   ", number=0, flags=2) + page(b"x", number=1), "none here"),
        (page(b"OpusHead", number=0, flags=2), "first packet ends too early"),
        (page(b"Speex   ", number=0, flags=2), "first packet ends too early"),
        (page(b"\x7fFLAC", number=0, flags=2), "first packet ends too early"),
        (page(OPUS_HEAD, number=0, flags=2)[:-1], "byte 0: the file ends within a page"),
        (b"OggS\0\2" + bytes(20) + b"\x09abc", "byte 0: the file ends within a page"),
        (page(OPUS_HEAD, number=0, flags=2), "byte 47: expected a page"),
        (page(OPUS_HEAD, number=0, flags=2) + page(b"NoTags", number=1), "start with b'OpusTags'"),
        (
            page(FLAC_HEAD, number=0, flags=2) + page(b"\1\0\0\0", number=1),
            "expected comments: a block of the type 4",
        ),
        (page(OPUS_HEAD, number=0, flags=2) + page(b"x", serial=9, number=1) * 70_000, "too long"),
        (
            page(OPUS_HEAD, number=0, flags=2)
            + (b"OggS\0\1" + bytes(8) + b"\7" + bytes(11) + b"\xff" * 256 + bytes(255 * 255))
            * 1100,
            "too long",
        ),
    ],
)
def test_what_is_no_ogg_of_a_known_codec_is_refused(data, message):
    with pytest.raises((ParseError, UnsupportedFormatError), match=message):
        audio.read(io.BytesIO(data))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (opus(comments()[:-1]), "no comment is there that ends in time"),
        (
            page(OPUS_HEAD, number=0, flags=2) + page(b"OpusTags" + comments(), b"sound", number=1),
            "a page of its own",
        ),
        (opus(comments()) + b"no page", "expected a page of Ogg"),
    ],
)
def test_a_damaged_file_is_not_written_over(data, message):
    problems_of(data)
    with pytest.raises(ParseError, match=message):
        edited(data, AudioTags(pictures=[BIG]))


@pytest.mark.parametrize("kind", [b"\4", b"\x84"])
def test_the_comments_of_flac_are_a_block_that_says_its_length(kind):
    head = page(FLAC_HEAD, number=0, flags=2)
    old = comments("TITLE=A")
    data = head + page(kind + len(old).to_bytes(3) + old, number=1) + page(b"sound", number=2)
    assert audio.read(io.BytesIO(data)).title == "A"
    new = comments("TITLE=Another")
    expected = kind + len(new).to_bytes(3) + new
    assert edited(data, AudioTags(title="Another"))[len(head) + 28 :].startswith(expected)
    facts = audio.facts(io.BytesIO(data))
    assert (facts.sample_rate, facts.channels) == (44100, 2)


def test_more_comments_than_a_block_of_flac_holds_are_refused():
    data = page(FLAC_HEAD, number=0, flags=2) + page(b"\x84\0\0\0" + comments(), number=1)
    with pytest.raises(UnrepresentableError, match="16 MiB at most"):
        edited(data, AudioTags(comment="a" * (1 << 24)))

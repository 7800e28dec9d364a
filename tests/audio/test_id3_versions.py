"""Tags of ID3v2.2 are read, those of v2.4 written when asked for; a tag keeps its size."""

import attrs
import pytest

from podkit import AudioTags, Picture, UnsupportedFormatError
from podkit.audio import id3
from tests.audio.tags import frame, frame_names, problems_of, syncsafe, tag, text

UTF_16 = b"\1" + "Ŝi".encode("utf-16")


def v22(name, body):
    """Put the header of v2.2 before a body."""
    return name.encode() + len(body).to_bytes(3) + body


@pytest.mark.parametrize(
    ("frames", "field", "value"),
    [
        ([v22("TT2", b"\0Intro")], "title", "Intro"),
        ([v22("TP1", UTF_16)], "artist", "Ŝi"),
        ([v22("TAL", b"\0Show")], "album", "Show"),
        ([v22("TRK", b"\x003/12")], "track", 3),
        ([v22("TYE", b"\x002024"), v22("TDA", b"\x002803")], "date", "2024-03-28"),
        ([v22("TCO", b"\0(17)")], "genre", "Rock"),
        ([v22("COM", b"\0engnote\0no"), v22("COM", b"\0eng\0A remark")], "comment", "A remark"),
        ([v22("ULT", b"\0eng\0Hello.")], "lyrics", "Hello."),
        ([v22("TDS", b"\0About us")], "description", "About us"),
        ([v22("TCT", b"\0Health")], "category", "Health"),
        ([v22("TKW", b"\0a,b")], "keywords", "a,b"),
        ([v22("TID", b"\0g1")], "guid", "g1"),
        (
            [v22("PCS", bytes(4)), v22("WFD", b"\0https://a.example")],
            "feed_url",
            "https://a.example",
        ),
        (
            [v22("PIC", b"\0JPG\3cover\0DATA")],
            "pictures",
            (Picture(data=b"DATA", mime_type="image/jpeg", description="cover"),),
        ),
        (
            [v22("PIC", b"\0tif\0\0DATA")],
            "pictures",
            (Picture(data=b"DATA", mime_type="image/tif", type=0),),
        ),
        (
            [v22("PIC", b"\0-->\3\0https://a.example")],
            "pictures",
            (Picture(data=b"https://a.example", mime_type="-->"),),
        ),
    ],
)
def test_a_frame_of_v22_says_a_field(frames, field, value):
    assert problems_of(tag(*frames, version=2)) == ({field: value}, [])


@pytest.mark.parametrize(
    ("frames", "problem"),
    [
        ([v22("XYZ", b"anything")], "unknown-frame"),
        ([b"TT2\0\0\xffA"], "damaged-frames"),
        ([v22("PIC", b"")], "unreadable-frame"),
    ],
)
def test_what_was_forgiven_in_v22_is_reported(frames, problem):
    assert problems_of(tag(v22("TAL", b"\0Show"), *frames, version=2)) == (
        {"album": "Show"},
        [problem],
    )


def test_a_tag_of_v22_may_be_unsynchronised():
    data = tag(v22("TT2", b"\0\xff\xe0").replace(b"\xff", b"\xff\0"), version=2, flags=0x80)
    assert problems_of(data) == ({"title": "\xff\xe0"}, [])


def test_a_compressed_tag_of_v22_is_refused():
    with pytest.raises(UnsupportedFormatError, match="which no document describes"):
        id3.loads(tag(v22("TT2", b"\0A"), version=2, flags=0x40))


def test_a_tag_of_v22_is_written_as_v23():
    old = tag(v22("TT2", b"\0Intro"), v22("XYZ", b"any"), v22("TCM", b"\0Cy"), version=2)
    for tags in (AudioTags(title="Intro"), AudioTags(title="New")):
        new = id3.update(old, tags)
        assert new[3] == 3
        assert id3.loads(new) == tags
        assert text("TCOM", "Cy") in new
        assert frame("XXYZ", b"any") in new


def v24(name, body):
    return frame(name, body, version=4)


@pytest.mark.parametrize(
    ("tags", "frames"),
    [
        (AudioTags(title="Ŝi"), [v24("TIT2", b"\3" + "Ŝi".encode())]),
        (AudioTags(title="\ufeffa"), [v24("TIT2", b"\3" + "\ufeff\ufeffa".encode())]),
        (AudioTags(title="x" * 200), [v24("TIT2", b"\3" + b"x" * 200)]),
        (
            AudioTags(date="2024-03-28"),
            [v24("TDRC", b"\0032024-03-28"), v24("TDRL", b"\0032024-03-28")],
        ),
        (
            AudioTags(comment="Ŝ", language="de"),
            [v24("COMM", b"\3deu\0" + "Ŝ".encode()), v24("TLAN", b"\3deu")],
        ),
        (AudioTags(feed_url="A"), [v24("PCST", bytes(4)), v24("WFED", b"\3A")]),
        (
            AudioTags(pictures=[Picture(data=b"A", mime_type="image/png", description="Ŝ")]),
            [v24("APIC", b"\3image/png\0\3\xc5\x9c\0A")],
        ),
    ],
)
def test_a_field_is_written_as_these_frames_of_v24(tags, frames):
    expected = b"".join(frames)
    data = id3.dumps(tags, version=4)
    assert data[:6] == b"ID3\4\0\0"
    assert data[6:10] == syncsafe(len(data) - 10)
    assert data[10:].startswith(expected)
    assert not data[10 + len(expected) :].strip(b"\0")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (text("TSOP", "é"), v24("TSOP", b"\0\xe9")),
        (
            frame("TXXX", b"\1\xff\xfea\0\0\0\xff\xfeb\0"),
            v24("TXXX", b"\1\xff\xfea\0\0\0\xff\xfeb\0"),
        ),
        (frame("TSSE", b"\0A", status=0x40), frame("TSSE", b"\0A", version=4, status=0x20)),
        (
            frame("TSSE", b"\0\0\1\2\5\7AB", flags=0xE0),
            frame("TSSE", b"\7\5\0\0\2\2AB", version=4, flags=0x4D),
        ),
        (frame("CHAP", b"a\0"), v24("CHAP", b"a\0")),
    ],
)
def test_frames_of_v23_are_written_as_v24_has_them(old, new):
    assert id3.update(tag(old), AudioTags(), version=4)[10:].startswith(new)


@pytest.mark.parametrize(
    "kept",
    [
        v24("TSOP", b"\3\xc5\x9d"),
        frame("TSSE", b"\0\0\0\2\0A", version=4, flags=1),
        frame("TSSE", b"\0\xff\0\xe0", version=4, flags=2),
        frame("PRIV", b"a\0locked", version=4, flags=4),
    ],
)
def test_other_frames_of_v24_stay_byte_for_byte_in_v24(kept):
    old = tag(v24("TIT2", b"\0Old"), kept, version=4)
    assert kept in id3.update(old, AudioTags(title="New"), version=4)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (v24("GEOB", b"\3a/b\0\xc3\xa9\0\0DATA"), frame("GEOB", b"\0a/b\0\xe9\0\0DATA")),
        (v24("USER", b"\3eng\xc3\xa9"), frame("USER", b"\0eng\xe9")),
        (
            v24("SYLT", b"\3eng\2\3\0\xc5\x9d\0\0\0\0\1"),
            frame("SYLT", b"\1eng\2\3\xff\xfe\0\0\xff\xfe\x5d\1\0\0\0\0\0\1"),
        ),
    ],
)
def test_texts_in_utf_8_are_written_as_v23_has_them(old, new):
    assert id3.update(tag(old, version=4), AudioTags())[10:].startswith(new)


def test_what_has_no_name_of_a_frame_stays_in_v23_only():
    old = tag(frame("TT2 ", b"\0Intro"), text("TIT2", "Intro"))
    assert b"TT2 " in id3.update(old, AudioTags(title="New"))
    assert b"TT2 " not in id3.update(old, AudioTags(title="New"), version=4)


def test_a_date_is_taken_from_v23_to_v24():
    old = id3.dumps(AudioTags(date="2024-03-28"))
    assert frame_names(id3.update(old, id3.loads(old), version=4)) == ["TDRC", "TDRL"]


@pytest.mark.parametrize("version", [2, 5])
def test_other_versions_are_not_written(version):
    with pytest.raises(UnsupportedFormatError, match=f"v2.3 and v2.4, not v2.{version}"):
        id3.dumps(AudioTags(), version=version)


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize(("title", "padding"), [("Intro", 0), ("Int", 2), ("A longer one", 7)])
def test_a_tag_that_fits_has_the_size_of_the_old_one(version, title, padding):
    old = tag(text("TIT2", "Intro"), padding=padding)
    assert len(id3.update(old, AudioTags(title=title, artist=None))) == len(old)


def test_a_tag_that_does_not_fit_has_room_again():
    old = tag(text("TIT2", "Intro"), padding=6)
    assert len(id3.update(old, AudioTags(title="A longer one"))) == len(old) + 4096


@pytest.mark.parametrize(
    "old",
    [
        tag(text("TIT2", "Intro"), text("TXXX", "a\0b"), padding=3),
        tag(b"\0\0\0\6\0\0\0\0\0\0", text("TIT2", "Intro"), flags=0x40),
        tag(frame("TIT2", b"\0\xff\0\xe0", size=3), flags=0x80),
    ],
)
def test_a_tag_that_says_it_already_stays_as_it_is(old):
    assert id3.update(old + b"what follows", id3.loads(old)) == old


def test_what_follows_the_tag_is_not_part_of_its_size():
    old = tag(v24("TIT2", b"\0Intro"), version=4, flags=0x10) + b"3DI\4\0\x10" + syncsafe(16)
    tags = attrs.evolve(id3.loads(old), artist="A")
    assert len(id3.update(old + bytes(500), tags, version=4)) == len(old) + 4096

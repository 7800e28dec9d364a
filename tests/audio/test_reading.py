"""Tags of every kind, made by hand, are read to the expected value."""

import io

import pytest

from podkit import AudioTags, Picture, UnsupportedFormatError, audio
from tests.audio.tags import (
    DURATION,
    SILENCE,
    chap,
    ctoc,
    frame,
    problems_of,
    syncsafe,
    tag,
    text,
)

UTF_16 = b"\1" + "Ŝi".encode("utf-16")


@pytest.mark.parametrize(
    ("frames", "field", "value"),
    [
        ([text("TIT2", "Intro")], "title", "Intro"),
        ([text("TIT2", "ÿþ")], "title", "ÿþ"),
        ([frame("TIT2", UTF_16)], "title", "Ŝi"),
        ([frame("TIT2", UTF_16 + b"\0\0")], "title", "Ŝi"),
        ([frame("TIT2", UTF_16 + b"\0")], "title", "Ŝi"),
        ([frame("TIT2", b"\1\xfe\xff" + "Ŝi".encode("utf-16-be"))], "title", "Ŝi"),
        ([frame("TIT2", b"\2" + "Ŝi".encode("utf-16-be"))], "title", "Ŝi"),
        ([frame("TIT2", b"\3" + "Ŝi".encode())], "title", "Ŝi"),
        ([frame("TIT2", b"Intro")], "title", "Intro"),
        ([text("TPE1", "Ann\0Ben")], "artist", "Ann / Ben"),
        ([text("TPE1", "\0Ann\0\0\0Ben\0\0")], "artist", "Ann / Ben"),
        ([frame("TPE1", UTF_16 + b"\0\0" + "Ann".encode("utf-16"))], "artist", "Ŝi / Ann"),
        ([text("TALB", "Show")], "album", "Show"),
        ([text("TRCK", "270")], "track", 270),
        ([text("TRCK", "3/12")], "track", 3),
        ([text("TDRL", "2024-03-28"), text("TYER", "1999")], "date", "2024-03-28"),
        ([text("TDRC", "2024-03-28 06:30:00")], "date", "2024-03-28T06:30:00"),
        ([text("TDRC", "2024-03\x002025")], "date", "2024-03"),
        ([text("TDAT", "2803"), text("TYER", "2024")], "date", "2024-03-28"),
        (
            [text("TYER", "2024"), text("TDAT", "2803"), text("TIME", "0630")],
            "date",
            "2024-03-28T06:30",
        ),
        ([text("TYER", "2024"), text("TDAT", "March")], "date", "2024"),
        ([text("TDRL", "soon"), text("TYER", "2024")], "date", "2024"),
        ([text("TDRL", "2024-03-28T06:30Z"), text("TYER", "2024")], "date", "2024"),
        ([text("TYER", "2024"), text("TYER", "1999")], "date", "2024"),
        ([text("TCON", "Podcast")], "genre", "Podcast"),
        ([text("TCON", "17")], "genre", "Rock"),
        ([text("TCON", "(17)")], "genre", "Rock"),
        ([text("TCON", "(4)(RX)Eurodisco")], "genre", "Disco / Remix / Eurodisco"),
        ([text("TCON", "(4)Disco\0News")], "genre", "Disco / News"),
        ([text("TCON", "((17)")], "genre", "(17)"),
        ([text("TCON", "(255)(Live)")], "genre", "255 / (Live)"),
        ([text("TCAT", "Health")], "category", "Health"),
        ([text("TKWD", "wellness,feminism")], "keywords", "wellness,feminism"),
        ([frame("COMM", b"\0eng\0A remark")], "comment", "A remark"),
        (
            [frame("COMM", b"\0engiTunNORM\x00000"), frame("COMM", b"\0eng\0A remark")],
            "comment",
            "A remark",
        ),
        ([text("TDES", "About us")], "description", "About us"),
        ([text("TLAN", "eng")], "language", "en"),
        ([text("TLAN", "GER")], "language", "de"),
        ([text("TLAN", "gsw")], "language", "gsw"),
        ([text("TGID", "g1")], "guid", "g1"),
        ([text("WFED", "https://a.example")], "feed_url", "https://a.example"),
        ([frame("WFED", b"https://a.example")], "feed_url", "https://a.example"),
        ([frame("USLT", b"\0engall\0Hello.")], "lyrics", "Hello."),
        ([frame("USLT", b"\1eng\xff\xfe\0\0" + "Ŝi".encode("utf-16"))], "lyrics", "Ŝi"),
        (
            [frame("USLT", b"\1eng" + "Āā".encode("utf-16-be") + b"\0\0\0A")],
            "lyrics",
            "A".encode("utf-16-be").decode("utf-16-le"),
        ),
        (
            [frame("APIC", b"\0image/png\0\4back\0DATA")],
            "pictures",
            (Picture(data=b"DATA", mime_type="image/png", type=4, description="back"),),
        ),
        (
            [frame("APIC", b"\0\0\3\0DATA")],
            "pictures",
            (Picture(data=b"DATA", mime_type="image/"),),
        ),
    ],
)
def test_a_frame_says_a_field(frames, field, value):
    assert problems_of(tag(*frames)) == ({field: value}, [])


@pytest.mark.parametrize(
    ("frames", "fields", "problem"),
    [
        ([text("TRCK", "A1")], {}, "wrong-type"),
        ([text("TLAN", "German")], {}, "wrong-type"),
        ([text("TDRC", "soon")], {}, "wrong-type"),
        ([text("TPE1", "A"), text("TPE1", "B")], {"artist": "A / B"}, "repeated-frame"),
        ([text("TIT2", "A"), text("TIT2", "A")], {"title": "A"}, "repeated-frame"),
        ([text("TRCK", "1"), text("TRCK", "2")], {"track": 1}, "repeated-frame"),
        ([frame("tit2", b"\0A"), text("TIT2", "B")], {"title": "B"}, "unknown-frame"),
        ([frame("TIT2", b"\4A")], {}, "unreadable-frame"),
        ([frame("TIT2", b"\7\0A", flags=0x40)], {}, "unreadable-frame"),
        ([frame("APIC", b"\0image/png\0")], {}, "unreadable-frame"),
        ([frame("COMM", b"\0en")], {}, "unreadable-frame"),
        ([text("TIT2", "A"), frame("TALB", b"\0B", size=99)], {"title": "A"}, "damaged-frames"),
        ([text("TIT2", "A"), b"some other bytes"], {"title": "A"}, "damaged-frames"),
    ],
)
def test_what_was_forgiven_is_reported(frames, fields, problem):
    assert problems_of(tag(*frames)) == (fields, [problem])


@pytest.mark.parametrize(
    "frames", [[text("TIT2", "")], [frame("TIT2", b"")], [frame("TXXX", b"\0a\0b")]]
)
def test_what_says_nothing_is_no_problem(frames):
    assert problems_of(tag(*frames)) == ({}, [])


TITLE = frame("TIT2", b"\0Intro")
V4_TITLE = frame("TIT2", b"\0Intro", version=4)
LONG = "x" * 200


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (tag(TITLE, padding=100), "Intro"),
        (tag(V4_TITLE, version=4), "Intro"),
        (tag(V4_TITLE, version=4, flags=0x10) + b"3DI\4\0\x10" + syncsafe(16), "Intro"),
        # Unsynchronisation: of the whole tag in v2.3, of each frame in v2.4.
        (tag(frame("TIT2", b"\0\xff\0\xe0", size=3), flags=0x80), "\xff\xe0"),
        (tag(frame("TIT2", b"\0\xff\0\xe0", version=4), version=4, flags=0x80), "\xff\xe0"),
        (tag(frame("TIT2", b"\0\xff\0\xe0", version=4, flags=2), version=4), "\xff\xe0"),
        # Extended headers, and the flag for one without it.
        (tag(b"\0\0\0\6\0\0\0\0\0\0", TITLE, flags=0x40), "Intro"),
        (tag(b"\0\0\0\6\1\0", V4_TITLE, version=4, flags=0x40), "Intro"),
        (tag(TITLE, flags=0x40), "Intro"),
        # Bytes before the body: a group, and in v2.4 the length of the data.
        (tag(frame("TIT2", b"\7\0Intro", flags=0x20)), "Intro"),
        (tag(frame("TIT2", b"\7\0\0\0\6\0Intro", version=4, flags=0x41), version=4), "Intro"),
        # Sizes in v2.4: as its document has them, and as iTunes wrote them.
        (tag(frame("TIT2", b"\0" + LONG.encode(), version=4), version=4), LONG),
        (tag(text("TIT2", LONG), text("TALB", LONG), version=4), LONG),
        (tag(text("TIT2", LONG), padding=10, version=4), LONG),
    ],
)
def test_a_tag_of_either_version_is_read(data, title):
    fields, problems = problems_of(data)
    assert (fields["title"], problems) == (title, [])


@pytest.mark.parametrize("version", [0, 1, 5, 255])
def test_a_tag_of_another_version_is_refused(version):
    with pytest.raises(UnsupportedFormatError, match=f"not v2.{version}"):
        audio.loads(tag(TITLE, version=version))


def test_the_end_of_the_audio_is_no_end_of_a_chapter():
    data = tag(ctoc("a"), chap("a", 0, 2606)) + SILENCE
    assert audio.read(io.BytesIO(data)).chapters[0].end is None


def test_a_file_has_a_duration():
    assert audio.read(io.BytesIO(SILENCE)) == AudioTags(duration=DURATION)


def test_a_file_is_read_by_its_path(tmp_path):
    path = tmp_path / "silence.mp3"
    path.write_bytes(tag(TITLE) + SILENCE)
    assert audio.read(path).title == audio.loads(path.read_bytes()).title == "Intro"


def test_audio_after_other_bytes_is_known_by_its_suffix(tmp_path):
    path = tmp_path / "silence.MP3"
    path.write_bytes(bytes(50) + SILENCE)
    assert audio.read(path).duration == DURATION


def test_little_more_than_the_tag_is_read():
    class Counting(io.BytesIO):
        count = 0

        def read(self, size=-1):
            data = super().read(size)
            self.count += len(data)
            return data

    start = tag(TITLE, padding=5000)
    file = Counting(start + SILENCE * 100)
    audio.read(file)
    assert len(start) < file.count < len(start) + 500


def test_no_bytes_are_no_tags():
    assert audio.loads(b"") == AudioTags()


def test_a_text_of_two_byte_characters_ends_where_a_character_would_begin():
    """Two bytes of zero within the text are the halves of two characters."""
    picture = Picture(data=b"A", mime_type="image/png", description="aĀ")
    tags = AudioTags(pictures=[picture])
    assert audio.loads(audio.dumps(tags)) == tags

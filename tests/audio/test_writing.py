"""What is written, where, and what stays as it is."""

import io
import os

import attrs
import pytest

from podkit import AudioTags, Chapter, Chapters, Picture, UnrepresentableError, audio
from podkit.audio.id3 import _tag
from tests.audio.tags import (
    DURATION,
    SILENCE,
    chap,
    ctoc,
    frame,
    frame_names,
    tag,
    text,
    written,
)


@pytest.mark.parametrize(
    ("tags", "frames"),
    [
        (AudioTags(title="Intro"), [text("TIT2", "Intro")]),
        (AudioTags(title="Ŝi"), [frame("TIT2", b"\1\xff\xfe" + "Ŝi".encode("utf-16-le"))]),
        (AudioTags(artist="Ann"), [text("TPE1", "Ann")]),
        (AudioTags(album="Show"), [text("TALB", "Show")]),
        (AudioTags(track=0), [text("TRCK", "0")]),
        (AudioTags(date="2024"), [text("TYER", "2024"), text("TDRL", "2024")]),
        (AudioTags(date="2024-03"), [text("TYER", "2024"), text("TDRL", "2024-03")]),
        (
            AudioTags(date="2024-03-28T06:30"),
            [
                text("TYER", "2024"),
                text("TDAT", "2803"),
                text("TIME", "0630"),
                text("TDRL", "2024-03-28T06:30"),
            ],
        ),
        (AudioTags(genre="Podcast"), [text("TCON", "Podcast")]),
        (AudioTags(genre="(17)"), [text("TCON", "((17)")]),
        (AudioTags(category="Health"), [text("TCAT", "Health")]),
        (AudioTags(keywords="a,b"), [text("TKWD", "a,b")]),
        (AudioTags(comment="A"), [frame("COMM", b"\0XXX\0A")]),
        (
            AudioTags(comment="A", language="de"),
            [frame("COMM", b"\0deu\0A"), text("TLAN", "deu")],
        ),
        (AudioTags(description="A"), [text("TDES", "A")]),
        (AudioTags(guid="A"), [text("TGID", "A")]),
        (AudioTags(feed_url="A"), [frame("PCST", bytes(4)), text("WFED", "A")]),
        (AudioTags(lyrics="Ŝ"), [frame("USLT", b"\1XXX\xff\xfe\0\0\xff\xfe\x5c\x01")]),
        (
            AudioTags(pictures=[Picture(data=b"A", mime_type="image/png", description="a")]),
            [frame("APIC", b"\0image/png\0\3a\0A")],
        ),
        (
            AudioTags(
                chapters=Chapters(
                    chapters=[
                        Chapter(start=1.5, hidden=True),
                        Chapter(start=0, title="A", url="https://a.example"),
                    ]
                ),
                duration=2,
            ),
            [
                ctoc("chp0"),
                chap("chp0", 0, 1500, text("TIT2", "A"), frame("WXXX", b"\0\0https://a.example")),
                chap("chp1", 1500, 2000),
            ],
        ),
    ],
)
def test_a_field_is_written_as_these_frames(tags, frames):
    expected = b"".join(frames)
    data = audio.dumps(tags)
    assert data[:6] == b"ID3\3\0\0"
    assert data[10:].startswith(expected)
    assert not data[10 + len(expected) :].strip(b"\0")


def test_tags_that_say_nothing_are_no_bytes():
    assert audio.dumps(AudioTags(duration=3, chapters=Chapters())) == b""


@pytest.mark.parametrize("length", [1, 900, 2000, 1_000_000])
def test_a_tag_has_room_for_later_edits(length):
    data = audio.dumps(AudioTags(title="a" * length))
    room = 1024 + length // 64
    assert len(data) % 4096 == 0
    assert room <= len(data) - len(data.rstrip(b"\0")) <= room + 4096


def chapters(*given, **facts):
    return AudioTags(chapters=Chapters(chapters=given, **facts))


FULL = Chapter(start=0, end=5)
PICTURE = Picture(data=b"A", mime_type="image/png")


@pytest.mark.parametrize(
    ("tags", "where", "message"),
    [
        (AudioTags(title=""), "title", "an empty text"),
        (AudioTags(artist="a\0b"), "artist", r"U\+0000"),
        (AudioTags(comment="\ud800"), "comment", r"U\+D800"),
        (AudioTags(track=-1), "track", "from 0 to 999999999"),
        (AudioTags(track=10**9), "track", "from 0 to 999999999"),
        (AudioTags(date="28.3.2024"), "date", "expected a date such as 2024"),
        (AudioTags(date="2024-03-28T06:30Z"), "date", "ID3 has no time zones"),
        (AudioTags(genre="17"), "genre", "'17' would be read as 'Rock'"),
        (AudioTags(language="de-CH"), "language", "whole languages only"),
        (AudioTags(language="deu"), "language", "whole languages only"),
        (AudioTags(feed_url=""), "feed_url", "an empty text"),
        (AudioTags(lyrics=""), "lyrics", "an empty text"),
        (
            AudioTags(pictures=[PICTURE, attrs.evolve(PICTURE, mime_type="")]),
            r"pictures\[1\].mime_type",
            "an empty text",
        ),
        (
            AudioTags(pictures=[attrs.evolve(PICTURE, mime_type="ŝ")]),
            r"pictures\[0\].mime_type",
            "only Latin-1",
        ),
        (AudioTags(pictures=[attrs.evolve(PICTURE, type=256)]), r"pictures\[0\].type", "0 to 255"),
        (
            AudioTags(pictures=[attrs.evolve(PICTURE, description="\0")]),
            r"pictures\[0\].description",
            r"U\+0000",
        ),
        (chapters(FULL, author=""), "chapters.author", "an empty text"),
        (chapters(author="Ann"), "chapters", "there are none"),
        (chapters(FULL, waypoints=False), "chapters.waypoints", "no place"),
        (chapters(attrs.evolve(FULL, title="")), r"chapters\[0\].title", "an empty text"),
        (chapters(attrs.evolve(FULL, url="https://ŝ")), r"chapters\[0\].url", "only Latin-1"),
        (chapters(attrs.evolve(FULL, start=-1)), r"chapters\[0\]", "before the audio"),
        (chapters(FULL, attrs.evolve(FULL, start=6)), r"chapters\[1\]", "ends before it starts"),
        (chapters(attrs.evolve(FULL, end=2**32)), r"chapters\[0\]", "after 4294967 seconds"),
        (chapters(attrs.evolve(FULL, hidden=True)), "chapters", "all are hidden"),
        (chapters(FULL, Chapter(start=5)), "duration", "the last chapter has no end"),
    ],
)
def test_what_a_tag_cannot_hold_is_refused(tags, where, message):
    with pytest.raises(UnrepresentableError, match=f"^{where}: .*{message}"):
        audio.dumps(tags)


def test_a_tag_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(_tag, "_LARGEST_TAG", 3000)
    with pytest.raises(UnrepresentableError, match="256 MiB at most; this one needs 4"):
        audio.dumps(AudioTags(title="a" * 3000))


def test_the_duration_ends_the_last_chapter():
    marks = Chapters(chapters=[Chapter(start=0)])
    for duration, end in [(None, 2.606), (2, 2)]:
        data = written(AudioTags(chapters=marks, duration=duration))
        assert audio.loads(data.removesuffix(SILENCE)).chapters[0].end == end


UNKNOWN = [
    frame("TXXX", b"\1\xff\xfea\0\0\0\xff\xfeb\0"),
    frame("XYZ1", b"\3anything"),
    frame("PRIV", b"a\0\xff\xff\xff", status=0x40, flags=0x20),
    frame("TSSE", bytes(4) + b"packed", flags=0x80),
    frame("TIT3", b"\7\0locked", flags=0x40),
]
KEPT = [*UNKNOWN, frame("COMM", b"\0engiTunNORM\x00000"), frame("PCST", bytes(4))]


@pytest.mark.parametrize("tags", [AudioTags(), AudioTags(title="New", comment="New")])
@pytest.mark.parametrize("kept", KEPT)
def test_what_no_field_is_read_from_is_kept(kept, tags):
    old = tag(text("TIT2", "Old"), kept, frame("COMM", b"\0eng\0Old"))
    data = written(tags, old)
    assert kept in data
    assert data.endswith(SILENCE)
    assert audio.loads(data) == attrs.evolve(tags, duration=DURATION)


@pytest.mark.parametrize(
    "frames",
    [
        [text("TIT2", "Old"), text("TIT2", "Older")],
        [text("TYER", "2024"), text("TDAT", "0101"), text("TDRC", "2024"), text("TDRL", "2023")],
        [frame("COMM", b"\0eng\0Old")],
        [frame("PCST", bytes(4)), text("WFED", "Old")],
        [ctoc("a"), chap("a", 0, 5)],
        [frame("USLT", b"\0eng\0Old")],
        [frame("APIC", b"\0\0\0\0A"), frame("APIC", b"\0\0\3b\0B")],
    ],
)
def test_a_field_that_is_none_removes_its_frames(frames):
    assert audio.loads(written(AudioTags(), tag(*frames))) == AudioTags(duration=DURATION)
    assert written(AudioTags(), tag(*frames)) == SILENCE


@pytest.mark.parametrize(
    ("kept", "tags"),
    [
        (text("TRCK", "3/12"), AudioTags(track=3)),
        (text("TPE1", "Ann\0Ben"), AudioTags(artist="Ann / Ben")),
        (frame("COMM", b"\0eng\0Remark"), AudioTags(comment="Remark", language="de")),
        (frame("USLT", b"\0engall\0Hello."), AudioTags(lyrics="Hello.", title="A")),
        (
            ctoc("a", "b")
            + chap("a", 0, 1500, text("TIT2", "A"), frame("APIC", b"\0\0\0\0A"))
            + chap("b", 1500, 2606),
            chapters(
                Chapter(
                    start=0,
                    title="A",
                    element_id="a",
                    picture=Picture(data=b"A", mime_type="image/", type=0),
                ),
                Chapter(start=1.5, element_id="b"),
            ),
        ),
    ],
)
def test_frames_that_say_the_same_already_stay_byte_for_byte(kept, tags):
    assert kept in written(tags, tag(kept))


def test_other_lyrics_and_other_comments_stay_beside_new_ones():
    german, english = frame("USLT", b"\0deu\0Hallo."), frame("USLT", b"\0eng\0Hello.")
    data = written(AudioTags(lyrics="Bonjour."), tag(english, german))
    assert (german in data, english in data) == (True, False)
    assert audio.loads(data).lyrics == "Bonjour."


def test_a_frame_that_is_not_understood_stays_until_a_new_one_comes():
    old = text("TRCK", "A1")
    assert old in written(AudioTags(title="A"), tag(old))
    assert frame_names(written(AudioTags(track=1), tag(old))) == ["TRCK"]


def test_chapters_out_of_order_are_put_in_order():
    picture = frame("APIC", b"\0\0\0\0A")
    old = tag(ctoc("a", "b"), chap("b", 1500, 2000), chap("a", 0, 1500, picture))
    tags = audio.loads(old)
    data = written(tags, old)
    assert data.index(chap("a", 0, 1500, picture)) < data.index(chap("b", 1500, 2000))


def test_chapters_without_a_table_get_one():
    old = tag(chap("a", 0, 1500))
    assert frame_names(written(audio.loads(old), old)) == ["CTOC", "CHAP"]


def v4(name, body):
    return frame(name, body, version=4)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (v4("TXXX", b"\3\xc5\x9d\0i"), frame("TXXX", b"\1\xff\xfe\x5d\1\0\0\xff\xfei\0")),
        (v4("TSOP", b"\3Ann\0Ben"), text("TSOP", "Ann\0Ben")),
        (v4("TSOP", b"\2\0A"), text("TSOP", "A")),
        (v4("COMM", b"\3engx\0\xc3\xa9"), frame("COMM", b"\0engx\0\xe9")),
        (v4("COMM", b"\3en"), frame("COMM", b"\3en")),
        (v4("XYZ1", b"\3\xc3\xa9"), frame("XYZ1", b"\3\xc3\xa9")),
        (v4("CHAP", b"a\0"), frame("CHAP", b"a\0")),
        (frame("TSSE", b"\0A", version=4, status=0x20), frame("TSSE", b"\0A", status=0x40)),
        (
            frame("TSSE", b"\7\5\0\0\0\2AB", version=4, flags=0x4D),
            frame("TSSE", b"\0\0\0\2\5\7AB", flags=0xE0),
        ),
    ],
)
def test_frames_of_v24_are_written_as_v23_has_them(old, new):
    data = written(AudioTags(), tag(old, version=4))
    assert data[3] == 3
    assert new in data


def test_a_date_of_v24_is_written_as_v23_has_it():
    old = tag(v4("TDRC", b"\0002024-03-28"), version=4)
    assert frame_names(written(audio.loads(old), old)) == ["TYER", "TDAT", "TDRL"]


def test_writing_again_changes_nothing(tmp_path):
    path = tmp_path / "a.mp3"
    tags = AudioTags(title="Ŝi", chapters=Chapters(chapters=[Chapter(start=0, title="A")]))
    path.write_bytes(SILENCE)
    audio.write(tags, path)
    before = path.stat()
    audio.write(tags, path)
    audio.write(audio.read(path), path)
    after = path.stat()
    assert (after.st_ino, after.st_ctime_ns) == (before.st_ino, before.st_ctime_ns)


def test_a_copy_leaves_its_source_as_it_is(tmp_path):
    source, target = tmp_path / "a.mp3", tmp_path / "b.mp3"
    source.write_bytes(tag(*UNKNOWN) + SILENCE)
    audio.write(AudioTags(title="A"), target, source=source)
    assert source.read_bytes() == tag(*UNKNOWN) + SILENCE
    assert target.read_bytes().endswith(SILENCE)
    assert frame_names(target.read_bytes()) == ["TIT2", "TXXX", "XYZ1", "PRIV", "TSSE", "TIT3"]


def test_nothing_is_written_when_a_value_is_refused(tmp_path):
    path, copy = tmp_path / "a.mp3", io.BytesIO()
    path.write_bytes(SILENCE)
    for target in (path, copy):
        with pytest.raises(UnrepresentableError):
            audio.write(AudioTags(title="A", track=-1), target, source=path)
    assert (path.read_bytes(), copy.getvalue()) == (SILENCE, b"")


def test_links_are_followed_and_permissions_kept(tmp_path):
    path, link = tmp_path / "a.mp3", tmp_path / "b.mp3"
    path.write_bytes(SILENCE)
    path.chmod(0o640)
    link.symlink_to(path)
    audio.write(AudioTags(title="A"), os.fspath(link))
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert audio.read(path).title == "A"


def test_an_open_file_as_target_needs_a_source():
    with pytest.raises(TypeError, match="give source="):
        audio.write(AudioTags(), io.BytesIO(SILENCE))

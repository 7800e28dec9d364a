"""What others read of our files, and what we read of theirs."""

import json
import subprocess
import sys

import attrs
import mutagen.id3
import pytest

from podkit import AudioTags, Chapter, Chapters, Cue, Picture, Transcript, audio
from podkit.audio import id3

CHAPTERS = Chapters(
    chapters=[
        Chapter(start=0, title="Intro", url="https://a.example"),
        Chapter(start=0.75, title="Ŝanĝoj"),
        Chapter(start=1.5, end=1.75, title="Goodbye"),
    ],
    title="In this episode",
    author="Ŝi",
    podcast_name="Feminist Wellness",
    description="What is in it",
    file_name="ep-1.mp3",
)
TAGS = AudioTags(
    title="Interdependence",
    artist="Ŝi",
    album="Feminist Wellness",
    track=270,
    date="2024-03-28",
    genre="Podcast",
    comment="A remark",
    description="About\nus",
    language="de",
    guid="g1",
    feed_url="https://a.example/feed",
    lyrics="Hello, my love.",
    chapters=CHAPTERS,
    pictures=[Picture(data=b"\x89PNG", mime_type="image/png", description="Cover")],
)
NESTED = Chapters(
    chapters=[
        Chapter(
            start=0,
            title="Part 1",
            picture=Picture(data=b"\x89PNG", mime_type="image/png", type=0),
            image="https://a.example/a.png",
            chapters=[Chapter(start=0, title="A", url="https://a.example"), Chapter(start=1)],
        ),
        Chapter(start=1.5, title="Part 2", element_id="two"),
    ]
)
EVERY_TENTH = Chapters(
    chapters=[Chapter(start=tenth / 200, title=f"Part {tenth}") for tenth in range(300)]
)


def duration_of(path):
    return audio.read(path).duration


@pytest.fixture
def tagged(encoded, tmp_path):
    path = tmp_path / "tagged.mp3"
    audio.write(TAGS, path, source=encoded)
    return path


@pytest.fixture
def with_many(encoded, tmp_path):
    path = tmp_path / "many.mp3"
    audio.write(AudioTags(chapters=EVERY_TENTH), path, source=encoded)
    return path


@pytest.fixture(params=[3, 4])
def nested(encoded, tmp_path, request):
    path = tmp_path / "nested.mp3"
    tags = AudioTags(title="Ŝi", date="2024-03-28", chapters=NESTED, duration=2)
    tag = id3.dumps(tags, version=request.param)
    path.write_bytes(tag + encoded.read_bytes())
    return path


def probe(path):
    command = ["ffprobe", "-v", "error", "-show_chapters", "-show_format", "-of", "json", path]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def test_ffprobe_reads_the_chapters_in_order_of_time(tagged):
    found = [
        (float(chapter["start_time"]), float(chapter["end_time"]), chapter["tags"]["title"])
        for chapter in probe(tagged)["chapters"]
    ]
    assert found == [(0, 0.75, "Intro"), (0.75, 1.5, "Ŝanĝoj"), (1.5, 1.75, "Goodbye")]


def test_ffprobe_reads_long_lists(with_many):
    titles = [chapter["tags"]["title"] for chapter in probe(with_many)["chapters"]]
    assert titles == [chapter.title for chapter in EVERY_TENTH]


def test_ffprobe_reads_the_tags(tagged):
    tags = probe(tagged)["format"]["tags"]
    expected = {
        "title": "Interdependence",
        "artist": "Ŝi",
        "album": "Feminist Wellness",
        "track": "270",
        "date": "2024-03-28",
        "genre": "Podcast",
        "comment": "A remark",
        "lyrics-deu": "Hello, my love.",
    }
    assert {name: tags[name] for name in expected} == expected


def test_mutagen_reads_the_tags(tagged):
    tag = mutagen.id3.ID3(tagged)
    assert tag.version == (2, 3, 0)
    texts = {name: str(tag[name]) for name in ("TIT2", "TPE1", "TALB", "TRCK", "TDRC", "TDRL")}
    assert list(texts.values()) == [
        "Interdependence",
        "Ŝi",
        "Feminist Wellness",
        "270",
        "2024-03-28",
        "2024-03-28",
    ]
    texts = [str(tag[name]) for name in ("TCON", "TDES", "TLAN", "TGID", "COMM::deu", "USLT::deu")]
    assert texts == ["Podcast", "About\nus", "deu", "g1", "A remark", "Hello, my love."]
    picture = tag["APIC:Cover"]
    assert (picture.mime, picture.type, picture.data) == ("image/png", 3, b"\x89PNG")
    assert "PCST" in tag


def test_mutagen_reads_the_chapters(tagged):
    tag = mutagen.id3.ID3(tagged)
    (contents,) = tag.getall("CTOC")
    assert contents.flags == mutagen.id3.CTOCFlags.TOP_LEVEL | mutagen.id3.CTOCFlags.ORDERED
    found = [tag[f"CHAP:{name}"] for name in contents.child_element_ids]
    assert [(mark.start_time, mark.end_time) for mark in found] == [
        (0, 750),
        (750, 1500),
        (1500, 1750),
    ]
    assert {(mark.start_offset, mark.end_offset) for mark in found} == {(0xFFFFFFFF, 0xFFFFFFFF)}
    assert [str(mark.sub_frames["TIT2"]) for mark in found] == ["Intro", "Ŝanĝoj", "Goodbye"]
    assert found[0].sub_frames["WXXX:"].url == "https://a.example"
    facts = [str(contents.sub_frames[name]) for name in ("TIT2", "TPE1", "TALB", "TDES", "TOFN")]
    assert facts == ["In this episode", "Ŝi", "Feminist Wellness", "What is in it", "ep-1.mp3"]


def test_mutagen_reads_tables_within_the_table(with_many):
    tag = mutagen.id3.ID3(with_many)
    top_level = [table for table in tag.getall("CTOC") if table.flags & 2]
    (inner,) = [table.child_element_ids for table in top_level]
    names = [name for table in inner for name in tag[f"CTOC:{table}"].child_element_ids]
    assert [str(tag[f"CHAP:{name}"].sub_frames["TIT2"]) for name in names] == [
        chapter.title for chapter in EVERY_TENTH
    ]


def test_ffprobe_reads_nested_chapters_as_a_list(nested):
    chapters = probe(nested)["chapters"]
    starts = [(float(chapter["start_time"]), chapter["tags"].get("title")) for chapter in chapters]
    assert starts == [(0, "Part 1"), (0, "A"), (1, "chp2"), (1.5, "Part 2")]
    assert probe(nested)["format"]["tags"]["title"] == "Ŝi"


def test_mutagen_reads_nested_chapters_in_their_tables(nested):
    tag = mutagen.id3.ID3(nested)
    (top_level,) = [table for table in tag.getall("CTOC") if table.flags & 2]
    assert top_level.child_element_ids == ["chp0", "toc-chp0", "two"]
    own = tag["CTOC:toc-chp0"]
    assert (str(own.sub_frames["TIT2"]), own.child_element_ids) == ("Part 1", ["chp1", "chp2"])
    part, chapter = tag["CHAP:chp0"].sub_frames, tag["CHAP:chp1"].sub_frames
    assert chapter["WXXX:"].url == "https://a.example"
    pictures = [(each.mime, each.type, each.data) for each in part.getall("APIC")]
    assert sorted(pictures) == [
        ("-->", 0, b"https://a.example/a.png"),
        ("image/png", 0, b"\x89PNG"),
    ]


def test_mutagen_reads_the_transcript_with_times(encoded, tmp_path):
    path = tmp_path / "transcript.mp3"
    cues = [Cue(text="Ŝi", start=0.5, end=1), Cue(text="Goodbye", start=1.5)]
    audio.write(AudioTags(transcript=Transcript(cues=cues, language="de")), path, source=encoded)
    (text,) = mutagen.id3.ID3(path).getall("SYLT")
    assert (text.lang, text.format, text.type) == ("deu", 2, 2)
    assert text.text == [("Ŝi", 500), ("", 1000), ("Goodbye", 1500)]


EYED3 = """
import json, sys, eyed3
eyed3.log.setLevel("ERROR")
tag = eyed3.load(sys.argv[1]).tag
print(json.dumps({
    "version": tag.version,
    "title": tag.title,
    "tables": [
        [table.element_id.decode(), table.toplevel, [name.decode() for name in table.child_ids]]
        for table in tag.table_of_contents
    ],
    "chapters": [
        [mark.element_id.decode(), list(mark.times), mark.title, mark.user_url]
        for mark in tag.chapters
    ],
    "pictures": [
        [picture.mime_type, picture.picture_type]
        for mark in tag.chapters
        for picture in mark.sub_frames.get(b"APIC", [])
    ],
}))
"""


def test_eyed3_reads_chapters_and_tables(nested):
    # In a process of its own, as it changes what the standard library does.
    command = [sys.executable, "-c", EYED3, nested]
    found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert found["title"] == "Ŝi"
    assert found["version"][1] == nested.read_bytes()[3]
    assert sorted(found["tables"]) == [
        ["toc", True, ["chp0", "toc-chp0", "two"]],
        ["toc-chp0", False, ["chp1", "chp2"]],
    ]
    assert sorted(found["chapters"]) == [
        ["chp0", [0, 1500], "Part 1", None],
        ["chp1", [0, 1000], "A", "https://a.example"],
        ["chp2", [1000, 1500], None, None],
        ["two", [1500, 2000], "Part 2", None],
    ]


def test_the_audio_decodes_to_the_same_sound(encoded, tagged):
    def sound(path):
        command = ["ffmpeg", "-v", "error", "-i", path, "-map", "0:a", "-f", "md5", "-"]
        return subprocess.run(command, check=True, capture_output=True).stdout

    assert sound(encoded) == sound(tagged)


METADATA = """;FFMETADATA1
title=Interdependence
artist=Ŝi
album=Feminist Wellness
track=270
date=2024-03-28
genre=Podcast
[CHAPTER]
TIMEBASE=1/1000
START=0
END=750
title=Intro
[CHAPTER]
TIMEBASE=1/1000
START=750
END=1500
title=Ŝanĝoj
"""


@pytest.mark.parametrize("version", ["3", "4"])
def test_files_of_ffmpeg_are_read(encoded, tmp_path, version):
    metadata, path = tmp_path / "metadata.txt", tmp_path / "made.mp3"
    metadata.write_text(METADATA, encoding="utf-8")
    command = ["ffmpeg", "-v", "error", "-i", encoded, "-i", metadata, "-map_metadata", "1"]
    options = ["-c", "copy", "-id3v2_version", version, path]
    subprocess.run([*command, *options], check=True)
    assert audio.read(path) == AudioTags(
        title="Interdependence",
        artist="Ŝi",
        album="Feminist Wellness",
        track=270,
        date="2024-03-28",
        genre="Podcast",
        chapters=Chapters(
            chapters=[
                Chapter(start=0, title="Intro", element_id="ch0"),
                Chapter(start=0.75, end=1.5, title="Ŝanĝoj", element_id="ch1"),
            ]
        ),
        duration=duration_of(path),
    )


@pytest.mark.parametrize("version", [3, 4])
def test_files_of_mutagen_are_read(encoded, tmp_path, version):
    path = tmp_path / "made.mp3"
    path.write_bytes(encoded.read_bytes())
    tag = mutagen.id3.ID3()
    tag.add(mutagen.id3.TIT2(encoding=3, text=["Ŝi"]))
    tag.add(mutagen.id3.TDRC(encoding=3, text=["2024-03-28"]))
    tag.add(mutagen.id3.COMM(encoding=3, lang="eng", desc="", text=["Ŝ" * 200]))
    tag.add(mutagen.id3.USLT(encoding=3, lang="eng", desc="", text="Hello."))
    tag.add(mutagen.id3.APIC(encoding=3, mime="image/png", type=3, desc="Ŝ", data=b"A"))
    tag.add(mutagen.id3.CTOC(element_id="toc", flags=3, child_element_ids=["a", "b"]))
    for name, start, end, title in [("b", 750, 1500, "Ŝanĝoj"), ("a", 0, 750, "Ĥ" * 200)]:
        inner = [
            mutagen.id3.TIT2(encoding=3, text=[title]),
            mutagen.id3.WXXX(encoding=3, desc="Ŝ", url="https://a.example"),
        ]
        times = {"start_time": start, "end_time": end}
        tag.add(mutagen.id3.CHAP(element_id=name, sub_frames=inner, **times))
    if version == 3:
        tag.update_to_v23()
    tag.save(path, v2_version=version)
    assert audio.read(path) == AudioTags(
        title="Ŝi",
        date="2024-03-28",
        comment="Ŝ" * 200,
        lyrics="Hello.",
        pictures=[Picture(data=b"A", mime_type="image/png", description="Ŝ")],
        chapters=Chapters(
            chapters=[
                Chapter(start=0, title="Ĥ" * 200, url="https://a.example", element_id="a"),
                Chapter(
                    start=0.75,
                    end=1.5,
                    title="Ŝanĝoj",
                    url="https://a.example",
                    element_id="b",
                ),
            ]
        ),
        duration=duration_of(path),
    )


def test_what_mutagen_saves_of_our_file_reads_back(tagged):
    before = audio.read(tagged)
    mutagen.id3.ID3(tagged).save(tagged)
    # mutagen reads WFED as a link, Apple writes it as a text.
    assert audio.read(tagged) == attrs.evolve(before, feed_url=None)


def test_a_file_of_another_writer_keeps_its_frames_for_other_readers(encoded, tmp_path):
    path = tmp_path / "made.mp3"
    path.write_bytes(encoded.read_bytes())
    tag = mutagen.id3.ID3()
    tag.add(mutagen.id3.TXXX(encoding=3, desc="Ŝ", text=["a", "b"]))
    tag.add(mutagen.id3.TSOP(encoding=3, text=["Ŝi"]))
    tag.add(mutagen.id3.POPM(email="a@a.example", rating=9))
    tag.save(path)
    audio.write(TAGS, path)
    after = mutagen.id3.ID3(path)
    assert after["TXXX:Ŝ"].text == ["a", "b"]
    assert after["TSOP"].text == ["Ŝi"]
    assert after["POPM:a@a.example"].rating == 9

"""MP4: iTunes' items, two lists of chapters, and atoms that stay as they are."""

import hashlib
import io
import struct
import subprocess

import attrs
import mutagen.mp4
import pytest

from podkit import (
    AudioTags,
    Chapter,
    Chapters,
    ParseError,
    Picture,
    UnrepresentableError,
    UnsupportedFormatError,
    audio,
)
from podkit.audio import mp4
from podkit.audio.mp4 import _atoms
from tests.audio.atoms import (
    atom,
    chapters,
    full,
    href,
    item,
    items,
    mdhd,
    movie,
    nero,
    numbers,
    table,
    text,
    track,
    with_texts,
)
from tests.audio.containers import (
    CHAPTERS,
    COVER,
    TAGS,
    edited,
    edits_of,
    probe,
    problems_of,
    sound_of,
)


def pairs(tags):
    """Give the starts and titles of chapters."""
    return [(chapter.start, chapter.title) for chapter in tags.chapters]


def jpeg(width, height):
    """Make what says that it is a JPEG file of this size."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\1\x11\0"
    return b"\xff\xd8\xff\xe0\0\4ab" + frame + b"\xff\xd9"


@pytest.mark.parametrize(
    ("rendered", "field", "value"),
    [
        ([item("©nam", b"Intro")], "title", "Intro"),
        ([item("©nam", "Ŝi".encode("utf-16-be"), 2)], "title", "Ŝi"),
        ([atom("©nam", atom("name", b"Prologue"), atom("data", b"short"))], "title", None),
        ([item("©nam", b"Intro", 0)], "title", "Intro"),
        ([item("©ART", b"Ann"), item("©ART", b"Ben")], "artist", "Ann / Ben"),
        ([item("©alb", b"Show")], "album", "Show"),
        ([item("trkn", bytes([0, 0, 0, 3, 0, 12, 0, 0]), 0)], "track", 3),
        ([item("trkn", bytes(8), 0)], "track", None),
        ([item("©day", b"2024-03-28T07:00:00Z")], "date", "2024-03-28T07:00:00Z"),
        ([item("©gen", b"Podcast")], "genre", "Podcast"),
        ([item("gnre", b"\0\x0e", 0)], "genre", "Pop"),
        ([item("gnre", b"\xff\xff", 0)], "genre", None),
        ([item("catg", b"Health")], "category", "Health"),
        ([item("keyw", b"love")], "keywords", "love"),
        ([item("©cmt", b"A remark")], "comment", "A remark"),
        ([item("desc", b"About")], "description", "About"),
        ([item("desc", b"Abo"), item("ldes", b"About us")], "description", "About us"),
        ([item("egid", b"g1", 0)], "guid", "g1"),
        ([item("purl", b"https://a.example", 0)], "feed_url", "https://a.example"),
        ([item("pcst", b"\1", 21)], "feed_url", None),
        ([item("©lyr", b"Hello.")], "lyrics", "Hello."),
        ([item("covr", b"A", 13)], "pictures", (Picture(data=b"A", mime_type="image/jpeg"),)),
        (
            [item("covr", b"\x89PNG", 0)],
            "pictures",
            (Picture(data=b"\x89PNG", mime_type="image/png"),),
        ),
        ([item("covr", b"A", 0)], "pictures", (Picture(data=b"A", mime_type="image/jpeg"),)),
    ],
)
def test_an_item_is_read(rendered, field, value):
    tags, problems = problems_of(movie(user_data=[items(*rendered)]))
    assert getattr(tags, field) == value
    assert problems == []


@pytest.mark.parametrize(
    ("rendered", "field", "value", "problem"),
    [
        (item("©nam", b"A", 21), "title", None, ("wrong-type", "©nam")),
        (item("©nam", b"caf\xe9"), "title", "caf\ufffd", ("encoding", "©nam")),
        (item("trkn", b"3"), "track", None, ("wrong-type", "trkn")),
        (item("©day", b"last spring"), "date", None, ("wrong-type", "©day")),
        (numbers(3), "title", None, ("damaged-atoms", "'ilst'")),
    ],
)
def test_an_item_that_is_not_understood_is_a_problem_and_stays(rendered, field, value, problem):
    data = movie(user_data=[items(rendered, item("©alb", b"Show"))])
    tags, problems = problems_of(data)
    assert getattr(tags, field) == value
    if problem[0] != "damaged-atoms":
        assert problems == [problem]
        assert rendered in edited(data, attrs.evolve(tags, album="Other"))


def test_damaged_items_are_read_as_far_as_they_go_and_not_written_over():
    data = movie(user_data=[items(item("©alb", b"Show"), numbers(4000, 0))])
    tags, problems = problems_of(data)
    assert (tags.album, problems) == ("Show", [("damaged-atoms", "the file")])
    with pytest.raises(ParseError, match="no atom starts there"):
        edited(data, AudioTags())


def test_the_language_is_that_of_the_sound(samples):
    data = edited(samples["m4a"].read_bytes(), AudioTags(language="de"))
    assert struct.pack(">H", (4 << 10) | (5 << 5) | 21) in data
    assert audio.read(io.BytesIO(data)).language == "de"
    with pytest.raises(UnrepresentableError, match=r"^language: MP4 has codes"):
        edited(data, AudioTags(language="de-CH"))


def test_a_long_description_is_shortened_where_players_show_a_line(samples):
    data = edited(samples["m4a"].read_bytes(), AudioTags(description="ŝ" * 200))
    found = mutagen.mp4.MP4(io.BytesIO(data))
    assert found["desc"] == ["ŝ" * 127]
    assert audio.read(io.BytesIO(data)).description == "ŝ" * 200


def test_how_many_tracks_there_are_stays(samples):
    data = movie(user_data=[items(item("trkn", bytes([0, 0, 0, 3, 0, 12, 0, 0]), 0))])
    assert item("trkn", bytes([0, 0, 0, 4, 0, 12, 0, 0]), 0) in edited(data, AudioTags(track=4))


def test_mutagen_reads_the_tags_and_neros_chapters(samples):
    found = mutagen.mp4.MP4(io.BytesIO(edited(samples["m4a"].read_bytes(), TAGS)))
    expected = {
        "©nam": ["Interdependence"],
        "©ART": ["Ŝi"],
        "trkn": [(270, 0)],
        "©day": ["2024-03-28"],
        "desc": ["About\nus"],
        "egid": ["g1"],
        "purl": ["https://a.example/feed"],
        "pcst": True,
        "covr": [COVER.data],
    }
    assert {name: found[name] for name in expected} == expected
    assert [(mark.start, mark.title) for mark in found.chapters] == [
        (0, "Intro"),
        (0.05, "Ŝanĝoj"),
        (0.125, ""),
    ]


def test_neros_list_alone_is_read():
    tags, problems = problems_of(movie(user_data=[nero((15_000_000, "B"), (0, "A"))]))
    assert pairs(tags) == [(0, "A"), (1.5, "B")]
    assert problems == []


def test_neros_list_is_read_as_far_as_it_goes():
    data = movie(user_data=[full("chpl", bytes([2]), bytes(8), b"\1A", bytes(3))])
    tags, problems = problems_of(data)
    assert pairs(tags) == [(0, "A")]
    assert problems == [("damaged-chapters", "chpl")]


def test_a_track_of_texts_is_read():
    samples = [
        text(b"Intro", href(b"https://a.example")),
        text("Ŝanĝoj".encode("utf-16"), atom("styl", bytes(3))),
        text("café".encode("mac-roman")),
        text(b""),
    ]
    data = with_texts(*samples, times=[1500, 500, 3000, 4000])
    tags, problems = problems_of(data)
    assert pairs(tags) == [(0, "Intro"), (1.5, "Ŝanĝoj"), (2, "café"), (5, None)]
    assert [chapter.url for chapter in tags.chapters] == ["https://a.example", None, None, None]
    assert tags.chapters[-1].end is None
    assert problems == []


def test_the_end_of_the_last_chapter_is_read_where_it_is_not_that_of_the_sound():
    tags, _ = problems_of(with_texts(text(b"A"), times=[4000]))
    assert tags.chapters[0].end == 4


@pytest.mark.parametrize(
    "edits",
    [
        full("elst", numbers(2, 2500, 0xFFFFFFFF, 65536, 9000, 0, 65536)),
        full("elst", struct.pack(">IQqIQqI", 2, 2500, -1, 0, 9000, 0, 0), version=1),
    ],
)
def test_a_track_may_begin_later_than_the_sound(edits):
    samples = table([1000, 5500], [(8, 3), (11, 3)])
    made = track(2, "text", atom("edts", edits), table=samples)
    data = atom("mdat", text(b"A"), text(b"B")) + movie(made, references=[chapters(2)])
    tags, problems = problems_of(data)
    assert pairs(tags) == [(2.5, "A"), (3.5, "B")]
    assert problems == []


def test_links_may_be_in_a_second_track_of_texts():
    link = text(b"x", href(b"https://a.example"))
    samples = [text(b"A"), text(b"B"), link]
    second = track(3, "text", table=table([2000, 7000], [(14, len(link)), (8, 3)]))
    data = with_texts(*samples[:2], times=[2000, 7000], others=[second])
    data = atom("mdat", *samples) + data[14:]
    tags, problems = problems_of(data)
    assert [chapter.url for chapter in tags.chapters] == ["https://a.example", None]
    assert problems == []


def test_neros_starts_count_where_the_titles_are_the_same():
    marks = nero((2_500_000, "A"), (15_000_000, "B"))
    tags, problems = problems_of(
        with_texts(text(b"A"), text(b"B"), times=[1500, 7500], user_data=[marks])
    )
    assert pairs(tags) == [(0.25, "A"), (1.5, "B")]
    assert problems == [("chapters-disagree", "chpl")]


def test_the_track_counts_where_the_titles_differ():
    marks = nero((0, "A"), (15_000_000, "C"))
    tags, problems = problems_of(
        with_texts(text(b"A"), text(b"B"), times=[2000, 7000], user_data=[marks])
    )
    assert pairs(tags) == [(0, "A"), (2, "B")]
    assert problems == [("chapters-disagree", "chpl")]


def test_what_ffmpeg_writes_is_read(samples, tmp_path):
    marks = tmp_path / "marks.txt"
    marks.write_text(
        ";FFMETADATA1\ntitle=T\n"
        "[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=100\ntitle=One\n"
        "[CHAPTER]\nTIMEBASE=1/1000\nSTART=100\nEND=150\ntitle=Zwei ŝ\n"
    )
    path = tmp_path / "a.m4a"
    command = ["ffmpeg", "-v", "error", "-i", samples["m4a"], "-i", marks, "-map_chapters", "1"]
    subprocess.run([*command, "-map_metadata", "1", "-c", "copy", path], check=True)
    tags, problems = problems_of(path.read_bytes())
    assert pairs(tags) == [(0, "One"), (0.1, "Zwei ŝ")]
    assert (tags.title, tags.chapters[1].end, problems) == ("T", 0.15, [])
    audio.write(attrs.evolve(tags, title="U", chapters=CHAPTERS), path)
    assert audio.read(path).chapters == CHAPTERS
    assert sound_of(path) == sound_of(samples["m4a"])
    assert len(probe(path, "-show_streams")["streams"]) == 2


def test_chapters_that_stay_keep_their_bytes():
    marks = nero((0, "A"))
    styled = text(b"A", atom("styl", bytes(3)))
    data = with_texts(styled, times=[9000], user_data=[marks])
    new = edited(data, attrs.evolve(audio.read(io.BytesIO(data)), title="T"))
    assert marks in new
    assert new.count(styled) == 1
    assert edited(data, AudioTags(title="T")).count(b"trak") == 1


def test_one_list_becomes_two_when_the_file_is_written(samples):
    data = movie(user_data=[nero((0, "A"), (15_000_000, "B"))])
    new = edited(data, audio.read(io.BytesIO(data)))
    assert new.count(b"trak") == 2
    assert problems_of(new) == problems_of(data)
    assert edits_of(mp4, new, audio.read(io.BytesIO(new))) == []


def test_a_long_list_is_whole_in_the_track(samples, tmp_path):
    path = tmp_path / "a.m4a"
    marks = Chapters(
        chapters=[Chapter(start=n / 2000, title=f"Part {n}") for n in range(0, 400, 2)]
        + [Chapter(start=round(0.2 + n / 1000, 3), title="x" * 300) for n in range(99)]
        + [Chapter(start=0.3, end=0.5, title="Last")]
    )
    audio.write(AudioTags(chapters=marks), path, source=samples["m4a"])
    assert audio.read(path).chapters == marks
    titles = [mark["tags"]["title"] for mark in probe(path, "-show_chapters")["chapters"]]
    assert titles == [mark.title for mark in marks]
    assert len(mutagen.mp4.MP4(path).chapters) == 255
    with path.open("rb") as file:
        assert mp4.edits(file, audio.read(path)) == []


ONE, TWO = (Picture(data=jpeg(16, 12) + bytes([n]), mime_type="image/jpeg") for n in (1, 2))
SHOWN = Chapters(
    chapters=[
        Chapter(start=0.025, title="A"),
        Chapter(start=0.05, title="B", picture=ONE),
        Chapter(start=0.075, title="C", picture=attrs.evolve(ONE, data=jpeg(20, 30))),
        Chapter(start=0.1, title="D"),
        Chapter(start=0.125, title="E", picture=TWO),
    ]
)


@pytest.mark.parametrize("suffix", ["m4a", "first.m4a"])
def test_pictures_are_samples_of_a_second_track(samples, tmp_path, suffix):
    path = tmp_path / "a.m4a"
    audio.write(AudioTags(chapters=SHOWN), path, source=samples[suffix])
    assert audio.read(path).chapters == SHOWN
    options = ["-show_packets", "-select_streams", "v", "-show_data_hash", "md5"]
    # The first picture comes twice: ffmpeg takes it for a cover as well.
    _, *packets = probe(path, *options)["packets"]
    pictures = [chapter.picture.data for chapter in SHOWN if chapter.picture]
    assert [packet["data_hash"] for packet in packets] == [
        f"MD5:{hashlib.md5(data).hexdigest()}" for data in pictures
    ]
    assert [float(packet["pts_time"]) for packet in packets] == [0.05, 0.075, 0.125]
    assert audio.facts(path).mime_type == "audio/mp4"


def test_a_picture_of_png_is_read_and_one_of_no_chapter_is_not():
    data = with_texts(text(b"A"), b"\x89PNG", b"other", times=[4000, 2000, 3000])
    images = track(3, "vide", table=table([1000, 1000], [(11, 4), (15, 5)]))
    data = data[: data.index(b"moov") - 4 - 16] + movie(
        track(2, "text", table=table([9000], [(8, 3)])), images, references=[chapters(2, 3)]
    )
    tags, _ = problems_of(data)
    assert tags.chapters[0].picture == Picture(data=b"\x89PNG", mime_type="image/png")


def test_pictures_without_chapters_are_none():
    images = track(2, "vide", table=table([1000], [(8, 4)]))
    assert audio.read(io.BytesIO(movie(images, references=[chapters(2)]))).chapters is None


LONG_URL = "https://a.example/" + "a" * 240


@pytest.mark.parametrize(
    ("chapter", "field"),
    [
        (Chapter(start=0, title="a" * 65536), "title"),
        (Chapter(start=0, url=LONG_URL), "url"),
        (Chapter(start=0, picture=COVER), "picture.mime_type"),
        (Chapter(start=0, picture=attrs.evolve(ONE, type=4)), "picture.type"),
        (Chapter(start=0, picture=attrs.evolve(ONE, description="A")), "picture.description"),
        (Chapter(start=0, picture=attrs.evolve(ONE, data=b"no JPEG")), "picture.data"),
        (Chapter(start=0, picture=attrs.evolve(ONE, data=b"\xff\xd8\xff\xe0")), "picture.data"),
    ],
)
def test_what_a_track_of_chapters_cannot_hold_is_refused(samples, chapter, field):
    with pytest.raises(UnrepresentableError, match=rf"^chapters\[0\].{field}: "):
        edited(samples["m4a"].read_bytes(), AudioTags(chapters=Chapters(chapters=[chapter])))


def test_two_chapters_at_once_are_refused(samples):
    marks = Chapters(chapters=[Chapter(start=1), Chapter(start=1)])
    with pytest.raises(UnrepresentableError, match=r"^chapters: two start at 1"):
        edited(samples["m4a"].read_bytes(), AudioTags(chapters=marks))


@pytest.mark.parametrize(
    ("picture", "field"),
    [
        (Picture(data=b"", mime_type="image/webp"), "mime_type"),
        (Picture(data=b"", mime_type="image/png", type=4), "type"),
        (Picture(data=b"", mime_type="image/png", description="A"), "description"),
    ],
)
def test_what_a_cover_cannot_hold_is_refused(samples, picture, field):
    with pytest.raises(UnrepresentableError, match=rf"^pictures\[1\].{field}: "):
        edited(samples["m4a"].read_bytes(), AudioTags(pictures=[COVER, picture]))


UNKNOWN = atom("uuid", b"anything")


@pytest.mark.parametrize(
    "user_data",
    [
        (UNKNOWN, items(item("©too", b"me"), UNKNOWN), bytes(4)),
        (
            UNKNOWN,
            atom(
                "meta",
                full("hdlr", bytes(4), b"mdirappl", bytes(9)),
                UNKNOWN,
                atom("free", bytes(9)),
            ),
        ),
        (UNKNOWN, items(numbers(8), b"abcd", handler=b"mdta\0\0\0\0")),
        (UNKNOWN,),
    ],
)
def test_what_no_field_is_read_from_stays(user_data):
    data = movie(UNKNOWN, user_data=user_data, references=[atom("tref", atom("hint", numbers(7)))])
    new = edited(edited(data, TAGS), AudioTags(title="T"))
    kept = [part for part in user_data if b"free" not in part and b"mdir" not in part]
    assert all(part in new for part in (*kept, atom("hint", numbers(7))))
    assert new.count(UNKNOWN) == data.count(UNKNOWN)
    assert audio.read(io.BytesIO(new)).title == "T"
    assert b"chap" not in new


def test_a_file_without_user_data_gets_it_only_for_tags():
    data = movie()
    assert b"udta" not in edited(data, AudioTags(language="de"))
    assert audio.read(io.BytesIO(edited(data, TAGS))).title == TAGS.title


def test_offsets_of_all_widths_follow_the_audio():
    offsets = [
        full("co64", numbers(2), struct.pack(">QQ", 4, 1 << 40)),
        full("stco", numbers(9, 5000)),
    ]
    data = movie(track(5, "data", table=offsets)) + atom("mdat", bytes(4000), b"here")
    offset = data.index(b"here")
    data = data.replace(numbers(5000), numbers(offset))
    new = edited(data, TAGS)
    shift = len(new) - len(data)
    assert full("co64", numbers(2), struct.pack(">QQ", 4, (1 << 40) + shift)) in new
    assert numbers(9, offset + shift) in new  # though not that many are there


def test_audio_that_would_move_beyond_what_offsets_reach_is_refused():
    data = movie(track(5, "data", table=[full("stco", numbers(1, 0xFFFFFFF0))]))
    with pytest.raises(UnrepresentableError, match="beyond 4 GiB"):
        edited(data, TAGS)


def test_chapters_beyond_4_gib_are_refused(tmp_path):
    path = tmp_path / "a.m4a"
    with path.open("wb") as file:
        file.write(struct.pack(">I4sQ", 1, b"mdat", 1 << 32))
        file.seek(1 << 32)
        file.write(movie())
    with pytest.raises(UnrepresentableError, match="beyond 4 GiB"):
        audio.write(TAGS, path)
    assert audio.read(path).duration == 9


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (movie(atom("mvex")), "in fragments"),
        (movie(track(2, "data", table=[full("saio")])), "encrypted"),
    ],
)
def test_files_whose_offsets_are_elsewhere_are_not_written(data, message):
    with pytest.raises(UnsupportedFormatError, match=message):
        edited(data, AudioTags(title="A"))


def test_a_moov_that_no_one_writes_is_refused(tmp_path):
    path = tmp_path / "a.m4a"
    data = movie()
    size = (1 << 28) + 100
    with path.open("wb") as file:
        file.write(data[:16] + struct.pack(">I", size) + data[20:] + atom("free")[:0])
        file.write(struct.pack(">I4s", size - (len(data) - 16), b"free"))
        file.truncate(16 + size)
    assert audio.read(path).duration == 9
    with pytest.raises(ParseError, match="'moov' of more than"):
        audio.write(AudioTags(title="A"), path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (atom("ftyp"), "an atom 'moov'"),
        (atom("ftyp") + atom("moov"), "a track of it"),
        (atom("ftyp") + atom("moov", *[atom("moov")] * 60_000), "more than 50000 atoms"),
        (atom("ftyp") + b"\0\0\0\1moov" + b"\xff" * 8, "an atom 'moov'"),
        (atom("ftyp") + b"\0\0\0\2moov", "an atom 'moov'"),
        (atom("ftyp") + b"\0\0\0\0moov", "a track of it"),
        (atom("ftyp") + b"\0\0\1\0moov", "an atom 'moov'"),
        (
            atom("ftyp")
            + b"".join(struct.pack(">I4s", 80_000 - 8 * n, b"moov") for n in range(10_000)),
            "a track of it",
        ),
    ],
)
def test_what_is_no_mp4_with_sound_is_refused(data, message):
    for use in (audio.read, audio.facts):
        with pytest.raises(ParseError, match=message):
            use(io.BytesIO(data))


def test_more_samples_than_chapters_may_be_are_refused():
    many = [full("stsz", numbers(1, 0xFFFFFFFF)), full("stts", numbers(1, 0xFFFFFFFF, 1))]
    data = movie(track(2, "text", table=many), references=[chapters(2)])
    with pytest.raises(ParseError, match="more than 16384 chapters"):
        audio.read(io.BytesIO(data))


def test_samples_larger_than_the_file_are_left_out():
    large = track(2, "text", table=table([1000, 8000], [(8, 3), (11, 1 << 31)]))
    data = atom("mdat", text(b"A"), text(b"B")) + movie(large, references=[chapters(2)])
    tags, problems = problems_of(data)
    assert pairs(tags) == [(0, "A")]
    assert problems == [("damaged-chapters", "track 2")]


def test_a_track_of_chapters_without_a_table_has_none():
    bare = atom("trak", full("tkhd", bytes(8), numbers(2)), atom("mdia"))
    assert audio.read(io.BytesIO(movie(bare, references=[chapters(2)]))).chapters is None
    assert edited(movie(bare, atom("trak")), AudioTags(title="A"))


@pytest.mark.parametrize("version", [0, 1])
def test_times_have_32_or_64_bits(version):
    wide = full("mdhd", bytes(16), struct.pack(">IQHH", 10, 95, 0x55C4, 0), version=1)
    header = wide if version else mdhd(10, 95)
    data = movie()
    sound = track(1, "soun")
    made = data.replace(sound, track(1, "soun", header=header))
    moov = made.index(b"moov") - 4
    made = made[:moov] + struct.pack(">I", len(made) - moov) + made[moov + 4 :]
    assert audio.read(io.BytesIO(made)).duration == 9.5
    assert audio.read(io.BytesIO(edited(made, AudioTags(language="de")))).language == "de"
    unknown = made.replace(
        struct.pack(">Q" if version else ">I", 95), b"\xff" * (8 if version else 4)
    )
    assert audio.read(io.BytesIO(unknown)).duration is None


AAC = b"\x80\x80\x04\x05\x40\x15" + bytes(11) + b"\x05"


@pytest.mark.parametrize(
    ("rate", "version", "esds", "expected"),
    [
        (44100, 0, b"", (44100, 2)),
        (0, 0, b"", (1000, 2)),
        (44100, 0, b"\x12\x08", (44100, 1)),  # the channels of AAC count
        (22050, 0, b"\x13\x88\x56\xe5\xa0", (44100, 1)),
        (22050, 1, b"\x2b\x92\x08\x00", (44100, 2)),
        (22050, 2, b"\xeb\x8a\x08\x00", (44100, 2)),
        (44100, 9, b"\x17\x80\x56\x22\x10", (44100, 2)),
        (22050, 0, b"\xf8\x48\x20", (44100, 1)),
        (44100, 0, b"\x16\xf8", (44100, 2)),
    ],
)
def test_the_samples_and_channels_are_those_of_the_sound(rate, version, esds, expected):
    inner = b""
    if esds:
        decoder = (
            b"\x04"
            + bytes([15 + len(esds)])
            + b"\x40\x15"
            + bytes(11)
            + b"\x05"
            + bytes([len(esds)])
            + esds
        )
        inner = full("esds", b"\x03\x80\x80" + bytes([3 + len(decoder)]) + bytes(3) + decoder)
    more = {1: 16, 2: 36}.get(version, 0)
    entry = struct.pack(">6xHH6xHH4xHH", 1, version, 2, 16, rate, 0) + bytes(more)
    sample = full("stsd", numbers(1), atom("mp4a", entry, inner))
    header = full("mvhd", bytes(8), numbers(1000, 9000), bytes(80))
    facts = audio.facts(io.BytesIO(atom("moov", header, track(1, "soun", table=[sample]))))
    assert (facts.sample_rate, facts.channels) == expected


def test_facts_that_are_not_there_are_none():
    facts = audio.facts(io.BytesIO(movie(track(2, "vide"))))
    assert (facts.mime_type, facts.bit_rate, facts.channels) == ("video/mp4", None, None)


def test_neros_list_alone_is_taken_out():
    data = edited(movie(user_data=[nero((0, "A"))]), AudioTags())
    assert b"chpl" not in data
    assert b"chap" not in data


def test_a_track_of_sound_without_a_header_has_no_language():
    data = atom("moov", track(1, "soun", header=b""))
    assert b"title" in edited(data, AudioTags(title="title", chapters=CHAPTERS))
    with pytest.raises(UnrepresentableError, match=r"^language: .* damaged"):
        edited(data, AudioTags(language="de"))


def test_samples_that_no_chunk_holds_are_left_out():
    places = full("stco", numbers(1, 8)) + full("stsc", numbers(1, 1, 1, 1))
    sizes = full("stsz", numbers(0, 2, 3, 3)) + full("stts", numbers(1, 2, 1000))
    made = track(2, "text", table=[places, sizes])
    data = atom("mdat", text(b"A"), text(b"B")) + movie(made, references=[chapters(2)])
    assert pairs(audio.read(io.BytesIO(data))) == [(0, "A")]


def test_an_atom_of_more_than_4_gib_is_refused(samples, monkeypatch):
    monkeypatch.setattr(_atoms, "_LARGEST", 5000)
    with pytest.raises(UnrepresentableError, match="'covr' of more than 4 GiB"):
        edited(samples["m4a"].read_bytes(), AudioTags(pictures=[COVER] * 500))


def test_an_atom_whose_size_is_left_open_ends_where_others_follow():
    data = movie(user_data=[numbers(0) + b"XtraA remark"])
    new = edited(data, AudioTags(title="A"))
    assert atom("Xtra", b"A remark") in new
    assert audio.read(io.BytesIO(new)).title == "A"


def test_many_atoms_behind_a_text_take_linear_time():
    samples = [text(b"A", atom("free") * 16_000)] * 100
    data = with_texts(*samples, times=[1] * len(samples))
    assert len(audio.read(io.BytesIO(data)).chapters) == 100


def test_many_samples_that_stay_take_linear_time():
    hint = track(3, "hint", table=[full("stco", numbers(50_000, *[1] * 50_000))])

    def file(start):
        places = [(start + 8 + 11 * at, 3) for at in range(3000)]
        texts = track(2, "text", table=table([1] * 3000, places))
        return movie(texts, hint, references=[chapters(2)])

    data = file(len(file(0))) + atom("mdat", text(b"A")) * 3000
    tags = audio.read(io.BytesIO(data))
    assert len(tags.chapters) == 3000
    new = edited(data, attrs.evolve(tags, title="A" * 5000))
    assert audio.read(io.BytesIO(new)).chapters == tags.chapters

"""What holds for files of every kind."""

import io
from pathlib import Path

import attrs
import mutagen
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import (
    AudioTags,
    Chapter,
    Chapters,
    ParseError,
    Picture,
    PodkitError,
    UnrepresentableError,
    UnsupportedFormatError,
    audio,
)
from podkit.audio import aiff, flac, mp4, ogg, wav
from tests.audio.conftest import SUFFIXES
from tests.audio.containers import (
    CHAPTERS,
    COVER,
    TAGS,
    Counting,
    edited,
    edits_of,
    probe,
    sound_of,
)

VERBS = dict(zip(SUFFIXES, (mp4, mp4, flac, ogg, ogg, ogg, ogg, wav, aiff), strict=True))
every_kind = pytest.mark.parametrize("suffix", SUFFIXES)


@every_kind
def test_tags_read_back_equal(samples, suffix):
    data = edited(samples[suffix].read_bytes(), TAGS)
    read = audio.read(io.BytesIO(data))
    assert attrs.evolve(read, duration=None) == TAGS
    assert read.duration == audio.read(samples[suffix]).duration


@every_kind
def test_the_audio_stays_the_same(samples, tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    audio.write(TAGS, path, source=samples[suffix])
    assert sound_of(path) == sound_of(samples[suffix])
    audio.write(AudioTags(lyrics="long " * 50_000), path)
    assert sound_of(path) == sound_of(samples[suffix])
    audio.write(AudioTags(), path)
    assert sound_of(path) == sound_of(samples[suffix])


@every_kind
def test_what_the_file_says_already_changes_nothing(samples, suffix):
    data = edited(samples[suffix].read_bytes(), TAGS)
    assert edits_of(VERBS[suffix], data, TAGS) == []
    assert edits_of(VERBS[suffix], data, audio.read(io.BytesIO(data))) == []


# The comments of FLAC in Ogg have no room for padding.
@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix != "flac.ogg"])
def test_an_edit_that_fits_keeps_the_size_of_the_file(samples, suffix):
    data = edited(samples[suffix].read_bytes(), TAGS)
    tags = attrs.evolve(TAGS, title="Another, somewhat longer title")
    edits = edits_of(VERBS[suffix], data, tags)
    assert all(len(edit.data) == edit.end - edit.start for edit in edits)
    assert audio.read(io.BytesIO(edited(data, tags))).title == tags.title


@every_kind
def test_tags_are_taken_out(samples, suffix):
    data = edited(edited(samples[suffix].read_bytes(), TAGS), AudioTags())
    assert attrs.evolve(audio.read(io.BytesIO(data)), duration=None) == AudioTags()
    assert b"Interdependence" not in data


@every_kind
def test_ffprobe_reads_the_chapters_in_order(samples, tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    audio.write(TAGS, path, source=samples[suffix])
    found = probe(path, "-show_chapters")["chapters"]
    titles = [chapter.get("tags", {}).get("title", "") for chapter in found]
    assert titles[:2] == ["Intro", "Ŝanĝoj"]
    assert [float(chapter["start_time"]) for chapter in found] == [0, 0.05, 0.125]


@every_kind
def test_facts_are_those_of_ffprobe_and_mutagen(samples, suffix):
    facts = audio.facts(samples[suffix])
    info = mutagen.File(samples[suffix]).info
    (stream,) = probe(samples[suffix], "-show_streams")["streams"]
    assert facts.length == samples[suffix].stat().st_size
    assert facts.duration == pytest.approx(info.length, abs=0.001)
    assert facts.sample_rate == int(stream["sample_rate"])
    assert facts.channels == stream["channels"] == 1
    assert 0 < facts.bit_rate < facts.length * 8 / facts.duration + 1
    if suffix in ("flac", "wav", "aiff"):  # of the others, mutagen gives what was aimed at
        assert facts.bit_rate == pytest.approx(info.bitrate, rel=0.001)


@pytest.mark.parametrize(
    ("suffix", "mime_type"),
    [
        ("m4a", "audio/mp4"),
        ("flac", "audio/flac"),
        ("ogg", "audio/ogg"),
        ("opus", "audio/ogg"),
        ("spx", "audio/ogg"),
        ("flac.ogg", "audio/ogg"),
        ("wav", "audio/wav"),
        ("aiff", "audio/aiff"),
    ],
)
def test_the_content_counts_not_the_suffix(samples, tmp_path, suffix, mime_type):
    path = tmp_path / "a.mp3"
    path.write_bytes(edited(samples[suffix].read_bytes(), TAGS))
    assert audio.facts(path).mime_type == mime_type
    assert audio.read(path).title == TAGS.title


def test_an_mp3_is_an_mp3(encoded):
    facts = audio.facts(encoded)
    info = mutagen.File(encoded).info
    assert (facts.mime_type, facts.length) == ("audio/mpeg", encoded.stat().st_size)
    assert (facts.duration, facts.bit_rate) == (info.length, info.bitrate)
    assert (facts.sample_rate, facts.channels) == (44100, 1)


def test_what_is_neither_by_content_nor_by_suffix_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("a text")
    with pytest.raises(ParseError, match="MP3, MP4, FLAC, Ogg, WAV, AIFF, Matroska"):
        audio.read(path)


@pytest.mark.parametrize("suffix", ["m4a", "flac", "ogg", "wav", "aiff"])
def test_a_text_with_a_suffix_of_audio_is_refused(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    path.write_text("a text")
    for use in (audio.read, audio.facts, lambda path: audio.write(TAGS, path)):
        with pytest.raises(ParseError, match="expected"):
            use(path)


def read_counting(path, monkeypatch):
    """Read a file; give its tags, and how many bytes the system was asked for."""
    counts = []

    class Raw(io.FileIO):
        def readinto(self, buffer):
            counts.append(super().readinto(buffer))
            return counts[-1]

    def open_counting(path, mode, buffering=io.DEFAULT_BUFFER_SIZE):
        return io.BufferedReader(Raw(path, mode), buffering)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", open_counting)
        return audio.read(path), sum(counts)


@pytest.mark.parametrize("suffix", ["mp3", *SUFFIXES])
def test_little_more_than_the_tags_is_read(samples, encoded, tmp_path, monkeypatch, suffix):
    plain = {"mp3": encoded, **samples}[suffix].read_bytes()
    plain += plain * 100 if suffix == "mp3" else b""
    data = edited(plain, attrs.evolve(TAGS, pictures=[attrs.evolve(COVER, data=bytes(100_000))]))
    path = tmp_path / f"ep.{suffix}"
    path.write_bytes(data)
    tags, count = read_counting(path, monkeypatch)
    assert len(tags.pictures[0].data) == 100_000
    assert 100_000 < count < len(data) - len(plain) + (2048 if suffix == "mp3" else 12_000)


@pytest.mark.parametrize("suffix", ["first.m4a", "flac"])
def test_the_audio_is_not_read(samples, suffix):
    data = edited(samples[suffix].read_bytes(), TAGS)
    counts = []
    for more in (b"", bytes(1 << 22)):
        file = Counting(data + more)
        audio.read(file)
        counts.append(file.count)
    assert counts[0] == counts[1]


@every_kind
def test_a_file_cut_short_anywhere_is_read_or_refused(samples, suffix):
    data = edited(samples[suffix].read_bytes(), TAGS)
    filled = [end for end in range(len(data)) if data[max(end - 8, 0) : end + 8].strip(b"\0")]
    for end in filled[:3000]:
        for use in (audio.read, audio.facts, lambda file: VERBS[suffix].edits(file, TAGS)):
            try:
                use(io.BytesIO(data[:end]))
            except PodkitError:
                continue


@every_kind
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(samples, suffix, data):
    whole = edited(samples[suffix].read_bytes(), TAGS)
    damaged = bytearray(whole)
    places = st.integers(0, len(whole) - 4)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(places)
        damaged[place : place + 4] = data.draw(
            st.sampled_from([bytes(4), b"\xff" * 4, b"\0\0\0\1", b"\0\0\0\7", b"\x7f\xff\xff\xff"])
        )
    for use in (audio.read, audio.facts, lambda file: VERBS[suffix].edits(file, TAGS)):
        try:
            use(io.BytesIO(bytes(damaged)))
        except PodkitError:
            continue


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
TIMES = st.integers(0, 4000).map(lambda milliseconds: milliseconds / 1000)
JPEG = b"\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x0b\x08\0\x10\0\x20\1\1\x11\0\xff\xd9"
PICTURES = {
    "m4a": st.builds(
        Picture, data=st.binary(), mime_type=st.sampled_from(["image/jpeg", "image/png"])
    ),
    "ogg": st.builds(
        Picture,
        data=st.binary(),
        mime_type=st.sampled_from(["image/jpeg", "-->"]),
        type=st.integers(0, 20),
        description=st.just("") | TEXT,
    ),
}
PICTURES |= {"first.m4a": PICTURES["m4a"], "opus": PICTURES["ogg"], "flac": PICTURES["ogg"]}
CHAPTER_PICTURES = st.none() | st.binary().map(
    lambda end: Picture(data=JPEG + end, mime_type="image/jpeg")
)


def tags_for(suffix):
    """Give a strategy for tags, most of which a kind of file can carry."""
    texts = ["title", "artist", "album", "genre", "category", "keywords", "comment", "description"]
    chapter = st.builds(
        Chapter,
        start=TIMES,
        title=st.none() | TEXT,
        url=st.none() | TEXT,
        picture=CHAPTER_PICTURES if suffix.endswith("m4a") else st.none(),
    )
    return st.fixed_dictionaries(
        {},
        optional={
            **dict.fromkeys([*texts, "guid", "feed_url", "lyrics"], TEXT),
            "track": st.integers(0, 70_000),
            "date": st.sampled_from(["2024", "2024-03-28", "2024-03-28T06:30:59Z"]),
            "language": st.sampled_from(["en", "de", "gsw"]),
            "chapters": st.builds(Chapters, chapters=st.lists(chapter, min_size=1, max_size=5)),
            "pictures": st.lists(PICTURES[suffix], max_size=2),
        },
    ).map(lambda given: AudioTags(**given))


@pytest.mark.parametrize("suffix", PICTURES)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_tags_are_refused_or_read_back_equal(samples, suffix, data):
    older, tags = data.draw(tags_for(suffix)), data.draw(tags_for(suffix))
    file = samples[suffix].read_bytes()
    try:
        file = edited(edited(file, older), tags)
    except UnrepresentableError:
        return
    in_order = sorted(tags.chapters or (), key=lambda chapter: chapter.start)
    expected = attrs.evolve(tags, chapters=Chapters(chapters=in_order) if in_order else None)
    read = audio.read(io.BytesIO(file))
    end = read.chapters and read.chapters[-1].end
    assert end is None or end == in_order[-1].start
    assert attrs.evolve(read, duration=None) == expected
    assert edited(file, tags) == file


@every_kind
@pytest.mark.parametrize(
    ("tags", "where"),
    [
        (AudioTags(title=""), "title"),
        (AudioTags(artist="\ud800"), "artist"),
        (AudioTags(track=-1), "track"),
        (AudioTags(date="last spring"), "date"),
        (AudioTags(language="deu"), "language"),
        (
            AudioTags(chapters=Chapters(chapters=[Chapter(start=0, title="")])),
            r"chapters\[0\].title",
        ),
        (AudioTags(chapters=Chapters(chapters=[Chapter(start=0, url="")])), r"chapters\[0\].url"),
        (AudioTags(chapters=Chapters(chapters=[Chapter(start=-1)])), r"chapters\[0\]"),
        (AudioTags(chapters=Chapters(chapters=[Chapter(start=2, end=1)])), r"chapters\[0\]"),
        (
            AudioTags(pictures=[Picture(data=b"", mime_type="")]),
            r"pictures\[0\].mime_type",
        ),
        (
            AudioTags(pictures=[Picture(data=b"", mime_type="image/png", type=-1)]),
            r"pictures\[0\].type",
        ),
    ],
)
def test_what_has_no_place_is_refused_by_name(samples, suffix, tags, where):
    with pytest.raises(UnrepresentableError, match=f"^{where}: "):
        edited(samples[suffix].read_bytes(), tags)


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix not in ("wav", "aiff")])
@pytest.mark.parametrize(
    ("chapter", "field"),
    [
        (Chapter(start=0, hidden=True), "hidden"),
        (Chapter(start=0, image="https://a.example/1.png"), "image"),
        (Chapter(start=0, element_id="a"), "element_id"),
        (Chapter(start=0, end=0.01), "end"),
        (Chapter(start=0, chapters=[Chapter(start=0)]), "chapters"),
    ],
)
def test_what_a_list_of_starts_and_titles_lacks_is_refused(samples, suffix, chapter, field):
    marks = Chapters(chapters=[*CHAPTERS[1:], chapter])
    with pytest.raises(UnrepresentableError, match=rf"^chapters\[2\].{field}: "):
        edited(samples[suffix].read_bytes(), AudioTags(chapters=marks))
    marks = Chapters(chapters=CHAPTERS, author="Ann")
    with pytest.raises(UnrepresentableError, match=r"^chapters.author: "):
        edited(samples[suffix].read_bytes(), AudioTags(chapters=marks))


def test_an_end_that_says_only_what_its_absence_says_is_left_out(samples):
    marks = Chapters(chapters=[Chapter(start=0.1), Chapter(start=0, end=0.1)])
    data = edited(samples["flac"].read_bytes(), AudioTags(chapters=marks))
    assert [chapter.end for chapter in audio.read(io.BytesIO(data)).chapters] == [None, None]


def test_an_unknown_format_is_named():
    with pytest.raises(UnsupportedFormatError, match="RF64"):
        audio.read(io.BytesIO(b"RF64\xff\xff\xff\xffWAVE"))

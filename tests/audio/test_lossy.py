"""What a container has no place for is refused, or left out when that may be."""

import io

import pytest

from podkit import (
    AudioTags,
    Chapter,
    Chapters,
    Cue,
    Episode,
    Location,
    Show,
    Transcript,
    UnrepresentableError,
    UnsupportedFormatError,
    audio,
)
from podkit.audio import id3
from tests.audio.containers import edited
from tests.audio.tags import SILENCE
from tests.audio.test_id3_v1 import v1

INNER = Chapter(start=1, title="Within")
RICH = AudioTags(
    title="Intro",
    transcript=Transcript(cues=[Cue(text="Hello.", start=0)]),
    chapters=Chapters(
        author="Ann",
        waypoints=True,
        chapters=[
            Chapter(start=0, end=0.5, title="Start", location=Location(text="Graz")),
            Chapter(start=0.7, title="Middle", chapters=[INNER], element_id="mid"),
        ],
    ),
)
IN_ONE_LIST = ["Start", "Middle", "Within"]


@pytest.mark.parametrize(
    ("suffix", "titles"),
    [
        ("mp3", ["Start", "Middle"]),
        ("wav", ["Start", "Middle"]),
        ("aiff", ["Start", "Middle"]),
        ("m4a", IN_ONE_LIST),
        ("flac", IN_ONE_LIST),
        ("ogg", IN_ONE_LIST),
        ("opus", IN_ONE_LIST),
    ],
)
def test_is_left_out_on_request(samples, encoded, tmp_path, suffix, titles):
    old = samples.get(suffix, encoded).read_bytes()
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(old)
    with pytest.raises(UnrepresentableError):
        audio.write(RICH, path)
    assert path.read_bytes() == old
    audio.write(RICH, path, lossy=True)
    tags = audio.read(path)
    assert tags.title == "Intro"
    assert [chapter.title for chapter in tags.chapters] == titles


def test_an_id3_tag_alone_leaves_out_as_much():
    tags = AudioTags(duration=9, chapters=Chapters(chapters=RICH.chapters[:1]))
    with pytest.raises(UnrepresentableError, match="location"):
        audio.dumps(tags)
    (chapter,) = audio.loads(audio.dumps(tags, lossy=True)).chapters
    assert chapter == Chapter(start=0, end=0.5, title="Start")


def test_tags_without_chapters_have_none_to_leave_out():
    assert audio.loads(audio.dumps(AudioTags(title="Intro"), lossy=True)).title == "Intro"


@pytest.mark.parametrize("suffix", ["mp3", "wav", "aiff"])
@pytest.mark.parametrize("version", [3, 4])
def test_id3_is_written_in_the_version_asked_for(samples, encoded, tmp_path, suffix, version):
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(samples.get(suffix, encoded).read_bytes())
    audio.write(AudioTags(title="Žo"), path, id3_version=version)
    assert bytes([*b"ID3", version, 0]) in path.read_bytes()
    assert audio.read(path).title == "Žo"


def test_a_tag_alone_is_written_in_the_version_asked_for():
    assert audio.dumps(AudioTags(title="A"), id3_version=4)[3] == 4
    with pytest.raises(UnsupportedFormatError, match=r"not v2\.2"):
        audio.dumps(AudioTags(title="A"), id3_version=2)


def test_an_mp3_without_an_id3v2_tag_says_what_its_id3v1_tag_says():
    file = io.BytesIO(SILENCE + v1(b"Intro", b"Ann"))
    tags = audio.read(file)
    assert (tags.title, tags.artist) == ("Intro", "Ann")
    assert tags.duration > 2
    tagged = io.BytesIO(id3.dumps(AudioTags(title="Prologue")) + file.getvalue())
    assert audio.read(tagged).artist is None


@pytest.mark.parametrize(("suffix", "end"), [("mp3", 0.15), ("m4a", 0.15), ("flac", None)])
def test_the_last_end_is_left_out_only_where_it_has_no_place(samples, encoded, suffix, end):
    marks = Chapters(chapters=[Chapter(start=0.1, end=0.15), Chapter(start=0, end=0.05)])
    new = edited(samples.get(suffix, encoded).read_bytes(), AudioTags(chapters=marks), lossy=True)
    assert audio.read(io.BytesIO(new)).chapters[-1].end == end


def test_a_list_of_which_all_is_left_out_is_none(samples):
    marks = Chapters(chapters=[Chapter(start=0, hidden=True)])
    new = edited(samples["m4a"].read_bytes(), AudioTags(chapters=marks), lossy=True)
    assert audio.read(io.BytesIO(new)).chapters is None


@pytest.mark.parametrize(("suffix", "titles"), [("m4a", ["Inner"]), ("flac", ["Outer", "Inner"])])
def test_of_chapters_at_once_the_last_one_stays_where_one_has_a_place(samples, suffix, titles):
    inner = Chapter(start=0.1, title="Inner")
    marks = Chapters(chapters=[Chapter(start=0.1, title="Outer", chapters=[inner])])
    new = edited(samples[suffix].read_bytes(), AudioTags(chapters=marks), lossy=True)
    assert [chapter.title for chapter in audio.read(io.BytesIO(new)).chapters] == titles


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00"),
        ("2024-01-01T01:30+02:00", "2023-12-31T23:30"),
        ("2024-01-01T01-0500", "2024-01-01T06"),
        ("2024-01-01T01:30", "2024-01-01T01:30"),
        ("2024", "2024"),
    ],
)
@pytest.mark.parametrize("id3_version", [3, 4])
def test_a_date_with_a_time_zone_becomes_utc_where_there_are_none(date, expected, id3_version):
    data = audio.dumps(AudioTags(date=date), lossy=True, id3_version=id3_version)
    assert audio.loads(data).date == expected


@pytest.mark.parametrize("date", ["0001-01-01T00:00+02:00", "2024-13-01T00:00Z", "last spring"])
def test_what_is_no_date_of_utc_is_refused_still(date):
    with pytest.raises(UnrepresentableError, match="date: "):
        audio.dumps(AudioTags(date=date), lossy=True)


def test_a_track_of_number_0_is_left_out_where_it_means_none(samples):
    data = samples["m4a"].read_bytes()
    with pytest.raises(UnrepresentableError, match="track: "):
        edited(data, AudioTags(track=0))
    assert audio.read(io.BytesIO(edited(data, AudioTags(track=0), lossy=True))).track is None
    with pytest.raises(UnrepresentableError, match="track: "):
        edited(data, AudioTags(track=-1), lossy=True)


@pytest.mark.parametrize(("suffix", "track"), [("m4a", 7), ("flac", 0)])
def test_an_episode_of_number_0_leaves_the_track_alone_where_that_means_none(
    samples, tmp_path, suffix, track
):
    path = tmp_path / f"ep.{suffix}"
    audio.write(AudioTags(track=7), path, source=samples[suffix])
    audio.tag(path, Episode(title="Trailer", number=0), Show(title="Show"))
    tags = audio.read(path)
    assert (tags.title, tags.track) == ("Trailer", track)

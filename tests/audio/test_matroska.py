"""Matroska and WebM, as ffmpeg writes them, are read."""

import io
import subprocess
import sys
from contextlib import suppress

import attrs
import pytest

from podkit import (
    AudioTags,
    Chapter,
    ParseError,
    PodkitError,
    UnsupportedFormatError,
    audio,
)
from tests.audio.containers import probe

METADATA = """;FFMETADATA1
title=Interdependence
ARTIST=Ŝi
ALBUM=Feminist Wellness
PART_NUMBER=270
DATE_RELEASED=2024-03-28
[CHAPTER]
TIMEBASE=1/1000
START=0
END=50
title=Intro
[CHAPTER]
TIMEBASE=1/1000
START=50
END=90
title=Ŝanĝoj
[CHAPTER]
TIMEBASE=1/1000
START=125
END=150
"""


@pytest.fixture(scope="module", params=["mka", "mkv", "webm"])
def path(request, samples, tmp_path_factory):
    """Give a file with tags."""
    folder = tmp_path_factory.mktemp("matroska")
    metadata, path = folder / "metadata.txt", folder / f"ep.{request.param}"
    metadata.write_text(METADATA, encoding="utf-8")
    command = ["ffmpeg", "-v", "error", "-i", samples["opus"], "-i", metadata]
    options = ["-map_metadata", "1", "-c", "copy", "-fflags", "+bitexact"]
    subprocess.run([*command, *options, path], check=True)
    return path


def test_tags_and_chapters_are_read(path):
    tags = audio.read(path)
    assert attrs.evolve(tags, chapters=None, duration=None) == AudioTags(
        title="Interdependence",
        artist="Ŝi",
        album="Feminist Wellness",
        track=270,
        date="2024-03-28",
    )
    start = tags.chapters[0].start  # where the sound begins, which is a little later in Opus
    assert 0 <= start < 0.01
    assert [attrs.evolve(one, start=round(one.start - start, 3)) for one in tags.chapters] == [
        Chapter(start=0, title="Intro"),
        Chapter(start=0.05, end=tags.chapters[1].end, title="Ŝanĝoj"),
        Chapter(start=0.125, end=tags.chapters[2].end),
    ]


def test_facts_are_those_of_ffprobe(path):
    facts = audio.facts(path)
    found = probe(path, "-show_streams", "-show_format")
    (stream,) = found["streams"]
    assert facts.mime_type == ("audio/webm" if path.suffix == ".webm" else "audio/x-matroska")
    assert facts.length == path.stat().st_size
    assert facts.duration == pytest.approx(float(found["format"]["duration"]), abs=0.001)
    assert facts.bit_rate == pytest.approx(int(found["format"]["bit_rate"]), rel=0.01)
    assert (facts.sample_rate, facts.channels) == (
        int(stream["sample_rate"]),
        stream["channels"],
    )
    assert audio.read(path).duration == facts.duration


def test_a_video_without_sound_is_a_video(tmp_path):
    path = tmp_path / "a.mkv"
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=size=16x16:duration=1", path]
    subprocess.run(command, check=True)
    facts = audio.facts(path)
    assert (facts.mime_type, facts.sample_rate) == ("video/x-matroska", None)
    assert audio.read(path) == AudioTags(duration=facts.duration)


def test_it_is_not_written(path):
    before = path.read_bytes()
    with pytest.raises(UnsupportedFormatError, match="reads Matroska and WebM; it doesn't write"):
        audio.write(AudioTags(title="A"), path)
    assert path.read_bytes() == before


def test_the_extra_is_named_where_it_is_missing(path, monkeypatch):
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(UnsupportedFormatError, match=r"pip install 'podkit\[matroska\]'"):
        audio.read(path)


def test_a_file_cut_short_anywhere_is_read_or_refused(path):
    data = path.read_bytes()
    for length in range(4, len(data), 97):
        for use in (audio.read, audio.facts):
            with suppress(PodkitError):
                use(io.BytesIO(data[:length]))


def test_a_header_of_nothing_has_no_duration():
    header = bytes.fromhex("1a45dfa3 8b 4282 88 6d6174726f736b61")
    with pytest.raises(ParseError, match="expected Matroska"):
        audio.read(io.BytesIO(header))

"""ffmpeg reads what podkit writes, and podkit what ffmpeg writes."""

import json
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import Chapter, Chapters, chapters

TIDES = Chapters(
    title="Ep #12: “Tides”; ebb = flood \\ low",
    author="Ann & Bo",
    podcast_name="[CHAPTER]",
    description="Two lines,\nin one text.",
    chapters=[
        Chapter(start=0, title="# Hello; you"),
        Chapter(start=1.5, end=2, title="Two\nlines = one \\ title"),
        Chapter(start=2.25, title="🌊" * 20),
        Chapter(start=3.001, end=4, title=" spaced "),
    ],
)
AUDIO = ["-f", "lavfi", "-t", "5", "-i", "anullsrc=r=8000:cl=mono"]
TEXT = st.text(
    st.one_of(
        st.sampled_from("=;#\\\n[] "), st.characters(exclude_characters="\0\r", codec="utf-8")
    ),
    min_size=1,
    max_size=6,
).filter(lambda text: not text.endswith("\\"))


def run(*command, data=None):
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def probed(path):
    """Give each chapter's start, end and title, and the file's tags, by ffprobe."""
    output = run("ffprobe", "-v", "error", "-show_chapters", "-show_format", "-of", "json", path)
    found = json.loads(output)
    marks = [
        (float(mark["start_time"]), float(mark["end_time"]), mark.get("tags", {}).get("title"))
        for mark in found["chapters"]
    ]
    return marks, found["format"].get("tags", {})


def expected(value):
    """Give the start, end and title of each chapter, with the ends that the starts imply."""
    starts = [chapter.start for chapter in value]
    return [
        (chapter.start, chapter.end if chapter.end is not None else following, chapter.title)
        for chapter, following in zip(value, [*starts[1:], None], strict=True)
    ]


@pytest.mark.parametrize("suffix", ["mka", "mp3"])
def test_an_audio_file_made_with_our_file_has_our_chapters(tmp_path, suffix):
    source, audio = tmp_path / "a.ffmetadata", tmp_path / f"a.{suffix}"
    chapters.write(TIDES, source)
    maps = ["-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"]
    run("ffmpeg", "-v", "error", *AUDIO, "-i", source, *maps, audio)
    assert probed(audio)[0] == expected(TIDES)


def test_ffprobe_reads_the_facts_of_our_file(tmp_path):
    source = tmp_path / "a.ffmetadata"
    chapters.write(TIDES, source)
    marks, tags = probed(source)
    assert marks == expected(TIDES)
    assert tags == {
        "title": TIDES.title,
        "artist": TIDES.author,
        "album": TIDES.podcast_name,
        "description": TIDES.description,
    }


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=5), TEXT)
def test_ffmpeg_reads_and_writes_any_text_as_podkit_does(titles, fact):
    value = Chapters(
        title=fact,
        chapters=[
            Chapter(start=start, end=start + 0.5, title=title) for start, title in enumerate(titles)
        ],
    )
    ours = chapters.dumps(value, format="ffmetadata").encode()
    theirs = run(
        "ffmpeg", "-v", "error", "-f", "ffmetadata", "-i", "-", "-f", "ffmetadata", "-", data=ours
    )
    assert chapters.loads(theirs) == value


def test_ffmpeg_reads_the_cues_of_our_webvtt():
    value = chapters.with_ends(Chapters(chapters=[TIDES[0], TIDES[2]]), 5)
    ours = chapters.dumps(value, format="vtt").encode()
    command = ["ffmpeg", "-v", "error", "-f", "webvtt", "-i", "-", "-f", "srt", "-"]
    blocks = run(*command, data=ours).decode().strip().split("\n\n")
    assert [block.split("\n")[1:] for block in blocks] == [
        ["00:00:00,000 --> 00:00:02,250", "# Hello; you"],
        ["00:00:02,250 --> 00:00:05,000", "🌊" * 20],
    ]

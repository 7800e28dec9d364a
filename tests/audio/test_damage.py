"""What isn't audio, or is damaged, gives one of podkit's errors and changes nothing."""

import io

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from podkit import AudioTags, ParseError, PodkitError, audio
from podkit.audio.id3 import update
from tests.audio.tags import SILENCE, chap, ctoc, frame, tag, text, written

WHOLE = tag(
    text("TIT2", "Intro"),
    frame("TPE1", b"\1" + "Ŝi".encode("utf-16")),
    text("TRCK", "3"),
    text("TDRC", "2024-03-28"),
    frame("COMM", b"\0eng\0A remark"),
    frame("APIC", b"\0image/png\0\4back\0DATA"),
    ctoc("a", "b"),
    chap("a", 0, 1500, text("TIT2", "A"), frame("WXXX", b"\0\0https://a.example")),
    chap("b", 1500, 2000, text("TIT2", "B")),
    padding=20,
)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.mp3", b"", "expected MP3 audio"),
        ("a.mp3", b"This is a text.\n" * 100, "expected MP3 audio"),
        ("a.mp3", tag(text("TIT2", "A")), "expected MP3 audio"),
        ("a.mp3", SILENCE[: 417 * 2], "too few of its frames"),
        ("a.mp3", "A text".encode("utf-16"), "expected MP3 audio"),
        ("a.txt", b"This is a text.\n", "expected audio that podkit reads: MP3"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "expected audio that podkit reads: MP3"),
        ("a.mp3", b"ID3\3\0\0\0\0\0\xff" + SILENCE, "size in the ID3 tag's header is damaged"),
        ("a.mp3", b"ID3\3\0\0\x7f\0\0\0" + SILENCE, "only 41710 are there"),
    ],
)
def test_what_is_no_audio_is_neither_read_nor_written(tmp_path, name, data, message):
    path = tmp_path / name
    path.write_bytes(data)
    for use in (audio.read, lambda path: audio.write(AudioTags(title="B"), path)):
        with pytest.raises(ParseError, match=message):
            use(path)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_not_there_stays_so(tmp_path):
    with pytest.raises(FileNotFoundError):
        audio.write(AudioTags(), tmp_path / "a.mp3")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("end", range(10, len(WHOLE), 7))
def test_a_tag_cut_short_is_an_error(end):
    with pytest.raises(ParseError, match="bytes; only"):
        audio.loads(WHOLE[:end])


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([3, 4]),
    st.lists(st.tuples(st.integers(10, len(WHOLE) - 1), st.integers(0, 255)), max_size=6),
)
def test_a_damaged_tag_is_read_as_far_as_it_goes_and_can_be_written(version, changes):
    damaged = bytearray(WHOLE)
    damaged[3] = version
    for position, value in changes:
        damaged[position] = value
    file = bytes(damaged) + SILENCE
    tags = audio.read(io.BytesIO(file))
    assume(not any(chapter.start > 4294967 for chapter in tags.chapters or ()))
    assert audio.read(io.BytesIO(written(tags, bytes(damaged)))) == tags


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60), st.sampled_from([2, 3, 4]), st.integers(0, 255))
def test_any_bytes_give_tags_or_an_error_of_podkit(body, version, flags):
    data = tag(body, version=version, flags=flags)
    for use in (audio.loads, lambda data: update(data, AudioTags(title="A"))):
        try:
            use(data)
        except PodkitError:
            continue

"""Tags of ID3v1, of 128 bytes, are read."""

import io

import attrs
import mutagen.id3
import pytest

from podkit import AudioTags
from podkit.audio import id3


def v1(title=b"", artist=b"", album=b"", year=b"", comment=b"", genre=255):
    """Make a tag."""
    texts = [text.ljust(30, b"\0") for text in (title, artist, album)]
    return (
        b"TAG" + b"".join(texts) + year.ljust(4, b"\0") + comment.ljust(30, b"\0") + bytes([genre])
    )


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        (
            v1(b"Intro", b"Ann  ", b"Caf\xe9", b"2024"),
            AudioTags(title="Intro", artist="Ann", album="Café", date="2024"),
        ),
        (v1(b"x" * 30), AudioTags(title="x" * 30)),
        (v1(b"Intro\0old"), AudioTags(title="Intro")),
        (v1(comment=b"A remark", genre=17), AudioTags(comment="A remark", genre="Rock")),
        (v1(comment=b"x" * 28 + b"\0\7"), AudioTags(comment="x" * 28, track=7)),
        (v1(comment=b"x" * 30), AudioTags(comment="x" * 30)),
        (v1(comment=b"x" * 28 + b"\0\0"), AudioTags(comment="x" * 28)),
        (v1(year=b"soon"), AudioTags()),
        (v1(year=b"99"), AudioTags()),
        (v1()[1:], AudioTags()),
        (b"", AudioTags()),
        (bytes(128), AudioTags()),
    ],
)
def test_the_last_bytes_say_these_fields(tag, tags):
    assert id3.read_v1(io.BytesIO(tag)) == tags
    assert id3.read_v1(io.BytesIO(b"audio" + tag)) == tags


def test_what_mutagen_writes_is_read():
    file = io.BytesIO(b"audio")
    tag = mutagen.id3.ID3()
    tag.add(mutagen.id3.TIT2(encoding=3, text=["Café"]))
    tag.add(mutagen.id3.TRCK(encoding=3, text=["7"]))
    tag.add(mutagen.id3.TCON(encoding=3, text=["Rock"]))
    tag.add(mutagen.id3.TDRC(encoding=3, text=["2024"]))
    tag.save(file, v1=2)
    expected = AudioTags(title="Café", track=7, genre="Rock", date="2024")
    assert attrs.evolve(id3.read_v1(file), comment=None) == expected

"""What a feed knows of an episode goes into its file, and nothing else of the file changes."""

import fcntl
from datetime import datetime, timedelta, timezone

import attrs
import pytest

from podkit import AtomLink, AudioTags, Category, Chapter, Chapters, Episode, Picture, Show, audio
from podkit.audio import mp3
from tests.audio.tags import DURATION, SILENCE, frame, tag, written

EVENING = datetime(2024, 3, 28, 22, tzinfo=timezone(timedelta(hours=-5)))
HEALTH = [Category(text="Health", subcategories=[Category(text="Mental Health")])]
LINKS = [
    AtomLink(href="https://hub.example", rel="hub"),
    AtomLink(href="https://a.example/feed", rel="self"),
]


@pytest.mark.parametrize(
    ("episode", "show", "field", "value"),
    [
        (Episode(title="A", itunes_title="B"), Show(), "title", "A"),
        (Episode(itunes_title="B"), Show(), "title", "B"),
        (Episode(itunes_author="Ann"), Show(author="Ben"), "artist", "Ann"),
        (Episode(), Show(author="Ben"), "artist", "Ben"),
        (Episode(), Show(title="S"), "album", "S"),
        (Episode(number=270), Show(), "track", 270),
        (Episode(published=EVENING), Show(), "date", "2024-03-28"),
        (Episode(), Show(), "genre", "Podcast"),
        (Episode(), Show(itunes_categories=HEALTH), "category", "Health"),
        (Episode(), Show(itunes_categories=[Category(text="")]), "category", None),
        (Episode(keywords="a, b"), Show(keywords="c"), "keywords", "a, b"),
        (Episode(), Show(keywords="c"), "keywords", "c"),
        (Episode(summary="A", description="B", subtitle="C"), Show(), "description", "A"),
        (Episode(summary="<p>A</p>", description="1 < 2 & 3"), Show(), "description", "1 < 2 & 3"),
        (Episode(description="A&amp;B", subtitle="C"), Show(), "description", "C"),
        (Episode(description="A<br/>B"), Show(), "description", None),
        (Episode(), Show(language="de"), "language", "de"),
        (Episode(), Show(language="EN-us"), "language", "en"),
        (Episode(), Show(language="?"), "language", None),
        (Episode(guid="g"), Show(guid="other"), "guid", "g"),
        (Episode(), Show(atom_links=LINKS), "feed_url", "https://a.example/feed"),
        (
            Episode(),
            Show(atom_links=LINKS, new_feed_url="https://b.example"),
            "feed_url",
            "https://b.example",
        ),
    ],
)
def test_a_tag_follows_from_the_feed(episode, show, field, value):
    tags = attrs.asdict(audio.episode_tags(episode, show), recurse=False)
    assert tags[field] == value


def test_the_file_keeps_what_the_feed_does_not_know(tmp_path):
    path = tmp_path / "a.mp3"
    before = AudioTags(
        title="Old",
        artist="Ann",
        comment="A remark",
        lyrics="Hello.",
        chapters=Chapters(chapters=[Chapter(start=0, title="A"), Chapter(start=1, title="B")]),
        pictures=[Picture(data=b"A", mime_type="image/png")],
    )
    unknown = frame("XYZ1", b"anything")
    path.write_bytes(written(before, tag(unknown)))
    audio.tag(path, Episode(title="New", number=3), Show(title="Show"))
    assert audio.read(path) == attrs.evolve(
        before, title="New", track=3, album="Show", genre="Podcast", duration=DURATION
    )
    assert unknown in path.read_bytes()
    assert path.read_bytes().endswith(SILENCE)


def test_nobody_writes_the_file_between_its_reading_and_its_writing(tmp_path, monkeypatch):
    path = tmp_path / "a.mp3"
    path.write_bytes(SILENCE)
    read = mp3.read

    def read_locked(file, on_problem):
        with path.open("rb") as other, pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return read(file, on_problem)

    monkeypatch.setattr(mp3, "read", read_locked)
    audio.tag(path, Episode(title="A"), Show())
    monkeypatch.undo()
    assert audio.read(path).title == "A"

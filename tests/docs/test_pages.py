"""What the guides tell in blocks that are no doctests."""

import re
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest

import podkit
from podkit import Category, Episode, Show, audio, rss
from podkit.transcripts import _FORMATS as TRANSCRIPT_FORMATS
from tests.building.folders import SILENCE, cover

DOCS = Path(__file__).parents[2] / "docs"
FILE = re.compile(r'^```\w+ title="(?P<name>[^"]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path):
    """The folder that the guide to building writes down."""
    folder = tmp_path / "my-show"
    (folder / "ep-1").mkdir(parents=True)
    (folder / "cover.jpg").write_bytes(cover())
    (folder / "ep-1" / "audio.mp3").write_bytes(SILENCE)
    for file in FILE.finditer((DOCS / "build.md").read_text()):
        (folder / file["name"]).write_text(file["text"])
    return folder


def test_the_smallest_folder_is_built(folder, tmp_path):
    podkit.build(folder, tmp_path / "dist")
    (episode,) = rss.read(tmp_path / "dist" / "feed.xml", on_problem=podkit.strict).episodes
    assert (episode.number, episode.title) == (1, "The Lighthouse")
    assert "A keeper's tale" in episode.description
    assert "dark night" in (tmp_path / "dist" / "ep-1.transcript.txt").read_text()


@pytest.mark.parametrize("number", range(2))
def test_an_error_reads_as_the_guide_has_it(folder, tmp_path, number):
    changes = [('author = "Ann Lee"\n', ""), ("categories", "catgories")]
    lines = re.findall(r"^error: (.*)$", (DOCS / "build.md").read_text(), re.MULTILINE)
    facts = folder / "show.toml"
    facts.write_text(facts.read_text().replace(*changes[number]))
    with pytest.raises(podkit.BuildError) as error:
        podkit.build(folder, tmp_path / "dist")
    assert lines[number] in str(error.value).splitlines()
    assert len(lines) == len(changes)


def test_the_guide_to_audio_has_each_tag_that_a_feed_gives():
    date = datetime(2024, 3, 28, tzinfo=UTC)
    tags = audio.episode_tags(
        Episode(title="Fog", number=1, guid="1", summary="A tale.", published=date, keywords="sea"),
        Show(
            title="Tides",
            author="Ann",
            language="en",
            itunes_categories=[Category(text="Fiction")],
            new_feed_url="https://example.com/",
        ),
    )
    given = [name for name, value in attrs.asdict(tags, recurse=False).items() if value]
    _, _, table = (DOCS / "audio.md").read_text().partition("| tag | what `tag` writes |\n")
    assert re.findall(r"^\| `(\w+)` \|", table.partition("\n\n")[0], re.MULTILINE) == given


def test_the_guide_to_transcripts_has_each_format_with_its_suffixes():
    page = (DOCS / "transcripts.md").read_text()
    _, _, table = page.partition("| format | suffixes | times |")
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \|", table.partition("\n\n")[0], re.MULTILINE)
    formats = {name: tuple(re.findall("`(.+?)`", suffixes)) for name, suffixes in rows}
    assert formats == {name: row.suffixes for name, row in TRANSCRIPT_FORMATS.rows.items()}

"""The example show: a real episode page becomes a feed, a tagged MP3, transcripts and a page."""

import json
import subprocess
from pathlib import Path

import feedparser
import pytest
from mutagen.id3 import ID3

import podkit
from podkit import checks, pages, rss, transcripts

AS_WRITTEN = {"sanitize_html": False, "resolve_relative_uris": False}
FOLDER = Path(__file__).parent.parent / "examples" / "feminist-wellness"


@pytest.fixture(scope="module")
def problems():
    return []


@pytest.fixture(scope="module")
def dist(tmp_path_factory, problems):
    out = tmp_path_factory.mktemp("dist")
    podkit.build(FOLDER, out, on_problem=problems.append)
    return out


@pytest.fixture(scope="module")
def show(dist):
    return rss.read(dist / "feed.xml", on_problem=podkit.strict)


def test_it_makes_every_file(dist):
    assert sorted(path.name for path in dist.iterdir()) == [
        "cover.jpg",
        "ep-270.chapters.json",
        "ep-270.html",
        "ep-270.mp3",
        "ep-270.transcript.html",
        "ep-270.transcript.json",
        "ep-270.transcript.srt",
        "ep-270.transcript.txt",
        "ep-270.transcript.vtt",
        "feed.xml",
        "index.html",
        "show.json",
        "show.opml",
    ]


def test_it_says_that_the_times_are_estimates(problems):
    assert "estimated-times" in {problem.id for problem in problems}


def test_apple_and_psp_1_find_nothing_wrong_with_the_feed(show):
    findings = checks.check(show)
    assert [str(finding) for finding in findings if finding.level != "info"] == []


def test_the_feed_reads_back_equal(show):
    assert rss.loads(rss.dumps(show)) == show


def test_feedparser_reads_the_same_facts(dist, show):
    parsed = feedparser.parse((dist / "feed.xml").read_bytes(), **AS_WRITTEN)
    (entry,), (episode,) = parsed.entries, show.episodes
    assert not parsed.bozo
    assert (parsed.feed.title, parsed.feed.link) == (show.title, show.link)
    assert (parsed.feed.author, parsed.feed.language) == (show.author, show.language)
    assert parsed.feed.image.href == show.artwork
    assert (entry.title, entry.id, entry.link) == (episode.title, episode.guid, episode.link)
    assert entry.published_parsed[:6] == episode.published.utctimetuple()[:6]
    assert entry.content[0].value == episode.content
    assert float(entry.itunes_duration) == episode.duration
    assert (int(entry.itunes_episode), int(entry.itunes_season)) == (270, 1)
    assert entry.enclosures == [
        {
            "href": episode.enclosure.url,
            "length": str(episode.enclosure.length),
            "type": "audio/mpeg",
        }
    ]


def test_the_enclosure_has_the_length_of_the_file(dist, show):
    assert show.episodes[0].enclosure.length == (dist / "ep-270.mp3").stat().st_size


def test_ffprobe_lists_the_chapters_of_the_json_file(dist):
    command = ["ffprobe", "-v", "error", "-show_chapters", "-of", "json", dist / "ep-270.mp3"]
    result = subprocess.run(command, check=True, capture_output=True)
    listed = [
        (float(chapter["start_time"]), chapter["tags"]["title"])
        for chapter in json.loads(result.stdout)["chapters"]
    ]
    written = json.loads((dist / "ep-270.chapters.json").read_text())["chapters"]
    assert listed == [(chapter["startTime"], chapter["title"]) for chapter in written]
    assert len(listed) == 3


def test_mutagen_reads_the_tags(dist):
    tags = ID3(dist / "ep-270.mp3")
    assert str(tags["TIT2"]) == "Interdependence: The Healthy Power of Needing Each Other"
    assert str(tags["TALB"]) == "Feminist Wellness with Victoria Albina"
    assert str(tags["TRCK"]) == "270"
    assert str(tags["TDRC"]).startswith("2024-03-28")
    assert tags.getall("APIC")[0].data == (FOLDER / "cover.jpg").read_bytes()
    (contents,) = tags.getall("CTOC")
    marks = {mark.element_id: mark for mark in tags.getall("CHAP")}
    starts = [marks[name].start_time for name in contents.child_element_ids]
    assert starts == sorted(starts) == [0, 18_000, 44_000]


def test_the_transcript_loses_no_word(dist):
    page = pages.read(FOLDER / "ep-270" / "page.txt")
    words = page.transcript.text.split()
    assert len(words) == 4078
    for suffix in ("txt", "html", "vtt", "srt", "json"):
        transcript = transcripts.read(dist / f"ep-270.transcript.{suffix}")
        assert transcript.text.split() == words, suffix


def test_the_page_has_the_blocks_of_its_source(dist):
    source = pages.read(FOLDER / "ep-270" / "page.txt")
    built = pages.read(dist / "ep-270.html")
    assert built.heading == source.heading
    assert [(section.kind, section.heading) for section in built.notes.sections] == [
        (section.kind, section.heading) for section in source.notes.sections
    ]
    assert text(built) == text(source)
    assert built.transcript.text == source.transcript.text


def text(page):
    return [paragraph.text for section in page.notes.sections for paragraph in section.paragraphs]


def test_every_link_of_the_page_has_a_target(dist):
    links = pages.read(dist / "ep-270.html").notes.links
    assert [link.text for link in links if link.url is None] == []


def test_building_twice_gives_the_same_bytes(dist, tmp_path):
    podkit.build(FOLDER, tmp_path)
    for path in dist.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name

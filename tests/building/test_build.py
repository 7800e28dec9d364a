"""What becomes of a folder."""

import io
import json
import re
from datetime import UTC, datetime

import pytest
from PIL import Image

import podkit
from podkit import (
    AudioTags,
    Category,
    Chapter,
    Cue,
    Enclosure,
    Owner,
    Show,
    Transcript,
    audio,
    chapters,
    opml,
    pages,
    rss,
    transcripts,
)
from podkit.building import prepare
from tests.building.folders import PAGE, SILENCE, cover, make_episode, make_show, toml

ADDRESS = "https://media.example.com/tides/"
VTT = "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ann>Welcome.\n\n00:04.000 --> 00:09.000\nGoodbye.\n"


@pytest.fixture
def folder(tmp_path):
    return make_show(tmp_path / "show")


@pytest.fixture
def out(tmp_path):
    return tmp_path / "dist"


def built(folder, out):
    """Build and give the names of what was made, and the show that the feed holds."""
    made = podkit.build(folder, out)
    return [file.name for file in made], rss.read(out / "feed.xml", on_problem=podkit.strict)


def problems(folder):
    found = []
    prepare(folder, on_problem=found.append)
    return [f"{problem.id}: {problem}" for problem in found]


def test_the_show_says_what_its_facts_say(folder, out):
    _, show = built(folder, out)
    assert show == podkit.Show(
        title="Tides & Tales",
        link="https://example.com/",
        description="Stories of the sea.",
        language="en-GB",
        atom_links=(
            podkit.AtomLink(href=f"{ADDRESS}feed.xml", rel="self", type="application/rss+xml"),
        ),
        author="Ann Lee",
        owner=Owner(name="Ann Lee", email="ann@example.com"),
        artwork=f"{ADDRESS}cover.jpg",
        itunes_categories=(
            Category(text="Arts", subcategories=(Category(text="Books"), Category(text="Design"))),
            Category(text="History"),
        ),
        explicit=False,
        guid=rss.podcast_guid(f"{ADDRESS}feed.xml"),
        medium="podcast",
    )


def test_facts_that_need_not_be_stated(tmp_path, out):
    guid = "9b024349-ccf0-5f69-a609-6b82873eab3c"
    stated = {"guid": f'"{guid}"', "locked": "true", "type": '"serial"', "copyright": '"© Ann"'}
    _, show = built(make_show(tmp_path / "show", **stated), out)
    facts = (show.guid, show.locked, show.locked_owner, show.type, show.copyright)
    assert facts == (guid, True, "ann@example.com", "serial", "© Ann")


def test_an_episode_is_made_of_its_page_and_its_facts(folder, out):
    make_episode(folder, season="2", episode_type='"bonus"', explicit="true")
    names, show = built(folder, out)
    (episode,) = show.episodes
    assert names == [
        "ep-7.mp3",
        "cover.jpg",
        "ep-7.html",
        "ep-7.transcript.txt",
        "ep-7.transcript.html",
        "index.html",
        "show.opml",
        "show.json",
        "feed.xml",
    ]
    assert (episode.title, episode.number, episode.season) == ("The Lighthouse", 7, 2)
    assert (episode.episode_type, episode.explicit) == ("bonus", True)
    assert episode.published == datetime(2024, 3, 28, 9, tzinfo=UTC)
    assert episode.description == "<p>A keeper's tale of fog and fire.</p>"
    assert episode.link == f"{ADDRESS}ep-7.html"
    assert episode.duration == pytest.approx(10, abs=0.1)
    assert episode.enclosures == (
        Enclosure(
            url=f"{ADDRESS}ep-7.mp3",
            length=(out / "ep-7.mp3").stat().st_size,
            type="audio/mpeg",
        ),
    )
    assert [link.url for link in episode.transcript_links] == [
        f"{ADDRESS}ep-7.transcript.txt",
        f"{ADDRESS}ep-7.transcript.html",
    ]


def test_facts_of_an_episode_come_before_those_of_its_page(folder, out):
    stated = {"title": '"Fog"', "number": "8", "description": '"A tale."', "guid": '"tale-8"'}
    make_episode(folder, link='"https://example.com/fog"', **stated)
    (episode,) = built(folder, out)[1].episodes
    facts = (episode.title, episode.number, episode.description, episode.guid, episode.link)
    assert facts == ("Fog", 8, "<p>A tale.</p>", "tale-8", "https://example.com/fog")
    assert episode.guid_is_permalink is False


def test_the_show_states_what_episodes_do_not(tmp_path, out):
    defaults = {"episode.season": "3", "episode.explicit": "true"}
    folder = make_show(tmp_path / "show", **defaults)
    make_episode(folder)
    make_episode(folder, "ep-8", season="4", explicit="false")
    seasons = [(episode.season, episode.explicit) for episode in built(folder, out)[1].episodes]
    assert sorted(seasons) == [(3, True), (4, False)]


def test_a_guid_depends_on_the_show_and_the_stem_alone(folder, out):
    make_episode(folder)
    first = built(folder, out)[1].episodes[0].guid
    make_episode(folder, "ep-8")
    (folder / "ep-7" / "episode.toml").write_text("date = 2023-01-01T00:00:00Z")
    guids = [episode.guid for episode in built(folder, out)[1].episodes]
    assert guids[1] == first != guids[0]


def test_the_newest_episode_comes_first(folder, out):
    make_episode(folder, "a", date="2024-01-01T00:00:00Z")
    make_episode(folder, "b", date="2024-03-01T00:00:00Z")
    make_episode(folder, "c", date="2024-02-01T00:00:00+01:00")
    links = [episode.link for episode in built(folder, out)[1].episodes]
    assert links == [f"{ADDRESS}{stem}.html" for stem in "bca"]


@pytest.mark.parametrize(
    ("pattern", "link"),
    [
        ("https://example.com/{number}/", "https://example.com/7/"),
        ("https://example.com/s{season}e{number}", "https://example.com/s2e7"),
    ],
)
def test_episodes_have_the_links_that_the_show_has_a_pattern_for(tmp_path, out, pattern, link):
    folder = make_show(tmp_path / "show", episode_url=f'"{pattern}"')
    make_episode(folder, season="2")
    assert built(folder, out)[1].episodes[0].link == link


@pytest.mark.parametrize("pattern", ["{number}", "{season}/{number}"])
def test_an_episode_without_a_number_or_season_links_to_its_built_page(tmp_path, out, pattern):
    folder = make_show(tmp_path / "show", episode_url=f'"https://example.com/{pattern}"')
    page = PAGE if "season" in pattern else PAGE.replace("Ep #7: ", "")
    make_episode(folder, page=page)
    assert built(folder, out)[1].episodes[0].link == f"{ADDRESS}ep-7.html"


def test_a_stem_in_the_folder_itself_is_an_episode_too(folder, out):
    (folder / "a tale.mp3").write_bytes(SILENCE)
    (folder / "a tale.txt").write_text(PAGE)
    (folder / "a tale.toml").write_text("date = 2024-03-28T09:00:00Z")
    (folder / "a tale.chapters.txt").write_text("0:00 Hello\n0:05 Goodbye\n")
    names, show = built(folder, out)
    assert "a tale.chapters.json" in names
    assert show.episodes[0].enclosure.url == f"{ADDRESS}a%20tale.mp3"
    assert show.episodes[0].enclosure.length == (out / "a tale.mp3").stat().st_size


def test_a_stem_without_facts_is_asked_for_them(folder, out):
    (folder / "tale.mp3").write_bytes(SILENCE)
    with pytest.raises(podkit.BuildError, match=r"^tale\.toml, date: this is missing"):
        podkit.build(folder, out)


def test_a_sub_folder_without_facts_is_asked_for_them(folder, out):
    (make_episode(folder) / "episode.toml").unlink()
    with pytest.raises(podkit.BuildError, match=r"^ep-7/episode\.toml, date: this is missing"):
        podkit.build(folder, out)


def test_files_that_are_no_part_are_said_to_be_unused(folder):
    episode = make_episode(folder)
    (episode / "script.doc").write_text("...")
    (folder / "README.md").write_text("...")
    (folder / "old").mkdir()
    (folder / "old" / "page.txt").write_text("...")
    (folder / ".hidden").write_text("...")
    unused = [text.partition(": not used")[0] for text in problems(folder) if "unused" in text]
    assert unused == [
        "unused-file: README.md",
        "unused-file: ep-7/script.doc",
        "unused-file: old/page.txt",
    ]


def test_chapters_are_written_to_a_file_the_tags_and_the_feed(folder, out):
    (make_episode(folder) / "chapters.txt").write_text("0:00 Hello\n0:05 Goodbye\n")
    _, show = built(folder, out)
    assert json.loads((out / "ep-7.chapters.json").read_text()) == {
        "version": "1.2.0",
        "author": "Ann Lee",
        "title": "The Lighthouse",
        "podcastName": "Tides & Tales",
        "fileName": "ep-7.mp3",
        "chapters": [{"startTime": 0, "title": "Hello"}, {"startTime": 5, "title": "Goodbye"}],
    }
    tagged = audio.read(out / "ep-7.mp3").chapters
    assert [(mark.start, mark.title) for mark in tagged] == [(0, "Hello"), (5, "Goodbye")]
    assert show.episodes[0].chapters_link.url == f"{ADDRESS}ep-7.chapters.json"


def test_what_a_chapter_file_says_of_itself_is_kept(folder, out):
    marks = chapters.Chapters(title="Own title", author="Bo", chapters=(Chapter(start=0),))
    chapters.write(marks, make_episode(folder) / "chapters.json")
    podkit.build(folder, out)
    written = chapters.read(out / "ep-7.chapters.json")
    assert (written.title, written.author) == ("Own title", "Bo")


def test_time_stamps_in_the_notes_are_chapters(folder, out):
    episode = make_episode(folder, title='"Fog"', page=None)
    (episode / "notes.md").write_text("- 0:00 Hello\n- 0:03 The news\n- 0:05 Goodbye\n")
    podkit.build(folder, out)
    starts = [mark.start for mark in chapters.read(out / "ep-7.chapters.json")]
    assert starts == [0, 3, 5]


def test_notes_in_a_file_of_their_own_are_the_notes_of_feed_and_page(folder, out):
    episode = make_episode(folder)
    (episode / "notes.md").write_text("Read [the chart](https://example.com/chart).\n")
    _, show = built(folder, out)
    link = '<a href="https://example.com/chart"'
    assert link in show.episodes[0].content
    assert link in (out / "ep-7.html").read_text()
    assert "tale of fog" not in show.episodes[0].content


def test_lost_links_get_the_targets_that_the_facts_state(tmp_path, out):
    folder = make_show(tmp_path / "show", episode_url='"https://example.com/{number}"')
    page = PAGE.replace("Full", "Featured on the Show:\n\n• Our chart\n\n• Ep #3: Wind\n\nFull")
    make_episode(folder, page=page, **{'links."Our chart"': '"https://example.com/chart"'})
    (episode,) = built(folder, out)[1].episodes
    assert '<a href="https://example.com/chart"' in episode.content
    assert '<a href="https://example.com/3"' in episode.content


def test_a_timed_transcript_is_written_in_every_format(folder, out):
    (make_episode(folder) / "transcript.vtt").write_text(VTT)
    names, show = built(folder, out)
    suffixes = ["txt", "html", "vtt", "srt", "json"]
    assert [name for name in names if "transcript" in name] == [
        f"ep-7.transcript.{suffix}" for suffix in suffixes
    ]
    expected = transcripts.loads(VTT).cues
    for suffix in ("vtt", "srt", "json"):
        assert transcripts.read(out / f"ep-7.transcript.{suffix}").cues == expected
    types = [link.type for link in show.episodes[0].transcript_links]
    assert types == [
        "text/plain",
        "text/html",
        "text/vtt",
        "application/x-subrip",
        "application/json",
    ]


def test_a_transcript_that_names_its_language_keeps_it(folder, out):
    vtt = VTT.replace("WEBVTT", "WEBVTT\nLanguage: cy")
    (make_episode(folder) / "transcript.vtt").write_text(vtt)
    podkit.build(folder, out)
    assert transcripts.read(out / "ep-7.transcript.vtt").language == "cy"


def test_a_show_may_choose_the_timed_formats(tmp_path, out):
    folder = make_show(tmp_path / "show", **{"transcript.formats": '["srt"]'})
    (make_episode(folder) / "transcript.vtt").write_text(VTT)
    names, _ = built(folder, out)
    assert [name.rpartition(".")[2] for name in names if "transcript" in name] == [
        "txt",
        "html",
        "srt",
    ]


def test_times_are_estimated_only_when_asked_for_and_are_said_to_be(tmp_path, out):
    folder = make_show(tmp_path / "show", **{"transcript.times": '"estimated"'})
    make_episode(folder)
    podkit.build(folder, out)
    cues = transcripts.read(out / "ep-7.transcript.vtt").cues
    assert (cues[0].start, cues[-1].end) == (0, pytest.approx(10, abs=0.1))
    assert [text for text in problems(folder) if "estimate" in text] == [
        (
            "estimated-times: ep-7/page.txt: the transcript has no times; those written are "
            "estimates, by length of text"
        )
    ]


def test_the_audio_is_the_sources_with_tags(folder, out):
    make_episode(folder)
    podkit.build(folder, out)
    tags = audio.read(out / "ep-7.mp3")
    facts = (tags.title, tags.album, tags.track, tags.date[:10], tags.artist)
    assert facts == ("The Lighthouse", "Tides & Tales", 7, "2024-03-28", "Ann Lee")
    assert tags.pictures[0].data == cover()
    assert tags.lyrics == "Welcome to the lighthouse.\n\nIt was a dark night, and a long one."
    assert (out / "ep-7.mp3").read_bytes().endswith(SILENCE)


def test_an_episode_may_have_a_cover_of_its_own(folder, out):
    own = cover(1500, 1500, "PNG")
    (make_episode(folder) / "cover.png").write_bytes(own)
    _, show = built(folder, out)
    assert (out / "ep-7.png").read_bytes() == own
    assert show.episodes[0].artwork == f"{ADDRESS}ep-7.png"
    assert audio.read(out / "ep-7.mp3").pictures[0].data == own


@pytest.mark.parametrize("size", [(1400, 1500), (1399, 1399), (3001, 3001)])
def test_a_cover_of_a_size_that_apple_refuses_is_a_problem(folder, size):
    (folder / "cover.jpg").write_bytes(cover(*size))
    assert (
        "cover-size: show.toml, image: Apple asks for a square of 1400 to 3000 pixels; "
        f"this picture has {size[0]} × {size[1]}"
    ) in problems(folder)


def test_problems_of_a_file_name_the_file(folder):
    (make_episode(folder) / "chapters.txt").write_text("0:00 Hello\nnonsense\n")
    assert any("ep-7/chapters.txt, line 2: " in text for text in problems(folder))


def test_what_directories_ask_for_and_the_show_lacks_is_a_problem(folder):
    assert any("podcast:locked" in text for text in problems(folder))


def test_building_again_rewrites_nothing(folder, out):
    (make_episode(folder) / "transcript.vtt").write_text(VTT)
    first = podkit.build(folder, out)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in out.iterdir()}
    second = podkit.build(folder, out)
    after = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in out.iterdir()}
    assert after == before
    assert {file.change for file in first} == {"new"}
    assert {file.change for file in second} == {"unchanged"}
    assert [file.size for file in second] == [file.size for file in first]


def test_building_again_rewrites_what_changed(folder, out):
    make_episode(folder)
    podkit.build(folder, out)
    (folder / "ep-7" / "episode.toml").write_text(toml({"date": "2024-03-29T09:00:00Z"}))
    changed = {file.name for file in podkit.build(folder, out) if file.change == "changed"}
    assert changed == {"ep-7.mp3", "ep-7.html", "index.html", "show.json", "feed.xml"}


def test_what_a_killed_build_left_over_is_removed(folder, out):
    out.mkdir()
    (out / ".feed.xml.abc.podkit-tmp").write_text("half")
    (out / "mine.txt").write_text("kept")
    podkit.build(folder, out)
    assert sorted(path.name for path in out.iterdir()) == [
        "cover.jpg",
        "feed.xml",
        "index.html",
        "mine.txt",
        "show.json",
        "show.opml",
    ]


def test_the_page_links_to_the_files_beside_it(folder, out):
    (make_episode(folder) / "transcript.vtt").write_text(VTT)
    podkit.build(folder, out)
    page = (out / "ep-7.html").read_text()
    for name in ("ep-7.mp3", "cover.jpg", "ep-7.transcript.vtt"):
        assert f'"{name}' in page


def test_preparing_writes_nothing_and_names_what_will_be_written(folder, tmp_path):
    make_episode(folder)
    publication = prepare(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["show"]
    made = publication.write(tmp_path / "dist")
    assert tuple(file.name for file in made) == publication.names


def test_a_page_without_a_place_for_the_transcript_gets_one(folder, out):
    episode = make_episode(folder, page="Ep #7: The Lighthouse\n\nA tale.\n")
    (episode / "transcript.vtt").write_text(VTT)
    podkit.build(folder, out)
    page = (out / "ep-7.html").read_text()
    assert "Transcript" in page
    assert "Goodbye." in page


def test_chapters_of_the_source_audio_are_kept(folder, out):
    episode = make_episode(folder)
    marks = chapters.Chapters(chapters=(Chapter(start=0, title="A"), Chapter(start=4, title="B")))
    audio.write(AudioTags(chapters=marks), episode / "audio.mp3")
    podkit.build(folder, out)
    for built_marks in (
        audio.read(out / "ep-7.mp3").chapters,
        chapters.read(out / "ep-7.chapters.json"),
    ):
        assert [(mark.start, mark.title) for mark in built_marks] == [(0, "A"), (4, "B")]


def test_chapters_of_a_file_come_before_those_of_the_source_audio(folder, out):
    episode = make_episode(folder)
    audio.write(
        AudioTags(chapters=chapters.Chapters(chapters=(Chapter(start=4),))), episode / "audio.mp3"
    )
    (episode / "chapters.txt").write_text("0:02 Hello\n")
    podkit.build(folder, out)
    assert [mark.start for mark in audio.read(out / "ep-7.mp3").chapters] == [2]


def test_chapters_are_in_order_of_time_everywhere(folder, out):
    (make_episode(folder) / "chapters.txt").write_text("0:05 B\n0:00 A\n0:05 C\n")
    podkit.build(folder, out)
    for marks in (
        audio.read(out / "ep-7.mp3").chapters,
        chapters.read(out / "ep-7.chapters.json"),
        pages.read(out / "ep-7.html").chapters,
    ):
        assert [(mark.start, mark.title) for mark in marks] == [(0, "A"), (5, "B"), (5, "C")]


def test_a_picture_of_a_chapter_is_kept_where_it_can_be(folder, out):
    marks = chapters.Chapters(chapters=(Chapter(start=0, image="https://example.com/a.png"),))
    chapters.write(marks, make_episode(folder) / "chapters.json")
    podkit.build(folder, out)
    assert chapters.read(out / "ep-7.chapters.json")[0].image == "https://example.com/a.png"
    assert audio.read(out / "ep-7.mp3").chapters[0].image is None


def test_a_description_is_plain_text(folder, out):
    make_episode(folder, description='"Fog & <fire>.\\n\\nA tale."')
    _, show = built(folder, out)
    assert show.episodes[0].description == "<p>Fog &amp; &lt;fire&gt;.</p><p>A tale.</p>"
    assert audio.read(out / "ep-7.mp3").description == "Fog & <fire>.\n\nA tale."


def test_the_audio_has_the_summary_as_plain_text(folder, out):
    make_episode(folder, page=PAGE.replace("fire.", "fire.\n\nAnd of ships."))
    podkit.build(folder, out)
    description = audio.read(out / "ep-7.mp3").description
    assert description == "A keeper's tale of fog and fire.\n\nAnd of ships."


def test_the_feed_has_the_notes_without_the_place_of_the_transcript(folder, out):
    make_episode(folder)
    assert "Transcript" not in built(folder, out)[1].episodes[0].content


def test_a_transcript_has_the_language_of_the_show(folder, out):
    (make_episode(folder) / "transcript.vtt").write_text(VTT)
    podkit.build(folder, out)
    assert transcripts.read(out / "ep-7.transcript.vtt").language == "en-GB"


def test_the_feed_has_of_the_notes_what_players_show(folder, out):
    page = PAGE.replace("Full", "Links:\n\n• A map: https://example.com/map\n\nFull")
    make_episode(folder, page=page + "\nComments:\n\nFirst!\n")
    (episode,) = built(folder, out)[1].episodes
    assert episode.content == (
        "<p>A keeper's tale of fog and fire.</p><p>Links:</p><ul><li>A map: "
        '<a href="https://example.com/map">https://example.com/map</a></li></ul>'
    )


def test_the_feed_has_no_more_than_players_take_and_the_page_has_all(folder, out):
    tale = "Fog and fire. " * 400
    make_episode(folder, page=PAGE.replace("A keeper's", f"{tale}A keeper's"))
    (episode,) = built(folder, out)[1].episodes
    assert episode.description == episode.content
    assert 3_900 < len(episode.content) <= 4_000
    assert episode.content.endswith(" …</p>")
    assert f"{tale}A keeper's tale" in (out / "ep-7.html").read_text()


TRANSCRIPT = Transcript(
    cues=[Cue(text="Welcome.", start=0, end=4), Cue(text="Goodbye.", start=4, end=9)]
)
READABLE = [
    (name, suffix) for name, row in transcripts._FORMATS.rows.items() for suffix in row.suffixes
]


@pytest.mark.parametrize(("name", "suffix"), READABLE)
def test_a_transcript_is_read_in_every_format(folder, name, suffix):
    path = make_episode(folder) / f"transcript{suffix}"
    transcripts.write(TRANSCRIPT, path, format=name)
    captions = prepare(folder).files["ep-7.transcript.vtt"]
    assert transcripts.loads(captions).cues == TRANSCRIPT.cues


def test_a_transcript_in_text_may_have_times(folder, out):
    (make_episode(folder) / "transcript.txt").write_text(VTT)
    podkit.build(folder, out)
    assert transcripts.read(out / "ep-7.transcript.vtt").cues == transcripts.loads(VTT).cues


def test_a_transcript_that_goes_on_after_the_audio_is_a_problem(folder):
    (make_episode(folder) / "transcript.vtt").write_text(VTT.replace("00:09", "00:59"))
    assert (
        "cue-beyond-end: ep-7/transcript.vtt: the last cue ends at 59 seconds, but the audio at "
        "9.98194"
    ) in problems(folder)


def test_a_page_may_say_when_it_came_out_and_where_it_is(folder, out):
    facts = {
        "@type": "PodcastEpisode",
        "datePublished": "2024-03-28T09:00:00Z",
        "url": "https://example.com/fog",
    }
    episode = make_episode(folder, page=None, date=None)
    script = f'<script type="application/ld+json">{json.dumps(facts)}</script>'
    (episode / "page.html").write_text(f"{script}<main><h1>Ep #7: Fog</h1><p>A tale.</main>")
    (entry,) = built(folder, out)[1].episodes
    assert entry.published == datetime(2024, 3, 28, 9, tzinfo=UTC)
    assert entry.link == "https://example.com/fog"


def test_the_case_of_names_does_not_matter(folder, out):
    episode = make_episode(folder)
    (episode / "audio.mp3").rename(episode / "AUDIO.MP3")
    (episode / "Chapters.TXT").write_text("0:00 Hello\n")
    assert "ep-7.chapters.json" in built(folder, out)[0]


def test_facts_may_have_a_byte_order_mark(folder, out):
    path = folder / "show.toml"
    path.write_text(path.read_text(), encoding="utf-8-sig")
    assert built(folder, out)[1].title == "Tides & Tales"


def test_addresses_may_be_in_capitals(tmp_path, out):
    folder = make_show(tmp_path / "show", link='"HTTPS://EXAMPLE.COM/"')
    assert built(folder, out)[1].link == "HTTPS://EXAMPLE.COM/"


@pytest.mark.parametrize("scheme", ["https://a.b/", "mailto:ann@a.b", "tel:+1234", "sms:+1234"])
def test_links_may_lead_to_what_is_no_page(folder, out, scheme):
    page = PAGE.replace("Full", "Links:\n\n• Our chart\n\nFull")
    make_episode(folder, page=page, **{'links."Our chart"': f'"{scheme}"'})
    assert f'href="{scheme}"' in built(folder, out)[1].episodes[0].content


def test_a_number_in_an_address_may_have_zeros(tmp_path, out):
    folder = make_show(tmp_path / "show", episode_url='"https://example.com/{number:03}"')
    make_episode(folder)
    assert built(folder, out)[1].episodes[0].link == "https://example.com/007"


def test_a_cover_may_stand_in_a_sub_folder(tmp_path, out):
    folder = make_show(tmp_path / "show", image='"art/cover.jpg"')
    (folder / "art").mkdir()
    (folder / "cover.jpg").rename(folder / "art" / "cover.jpg")
    assert "cover.jpg" in built(folder, out)[0]
    assert not [text for text in problems(folder) if "unused" in text]


def test_a_jpeg_with_a_second_picture_is_a_cover(folder, out):
    """Cameras write them; Pillow calls them MPO."""
    file = io.BytesIO()
    picture = Image.open(io.BytesIO(cover()))
    picture.save(file, "MPO", save_all=True, append_images=[picture])
    (folder / "cover.jpg").write_bytes(file.getvalue())
    assert "cover.jpg" in built(folder, out)[0]


def test_a_folder_without_episodes_is_a_problem(folder):
    (folder / "audio.mp3").write_bytes(SILENCE)
    (folder / "page.txt").write_text(PAGE)
    assert [text for text in problems(folder) if "locked" not in text] == [
        (f"unused-file: {name}: not used: an episode is a folder of its own, with its audio")
        for name in ("audio.mp3", "page.txt")
    ] + [
        (
            "no-episode: show.toml: there is no episode beside this file; "
            "give each a folder with its audio"
        )
    ]


def test_a_part_with_a_suffix_that_it_does_not_take(folder):
    (make_episode(folder) / "audio.m4a").write_bytes(SILENCE)
    line = "unused-file: ep-7/audio.m4a: not used: the suffix of audio is one of .mp3"
    assert line in problems(folder)


def test_what_only_some_shows_have_is_no_problem(folder):
    """An episode without a cover of its own, which the rules call a suggestion."""
    make_episode(folder)
    assert not [text for text in problems(folder) if "artwork" in text]


def test_what_directories_recommend_is_said_by_file_and_key(folder):
    make_episode(folder, page="Ep #7: Fog\n")
    assert [text.partition(": there")[0] for text in problems(folder)] == [
        "locked-missing: show.toml, locked",
        "episode-description-missing: ep-7/episode.toml, description",
        "transcript-missing: ep-7/episode.toml",
    ]


def test_the_page_links_to_the_chapters_beside_it(folder, out):
    (make_episode(folder) / "chapters.txt").write_text("0:00 Hello\n")
    podkit.build(folder, out)
    assert '"ep-7.chapters.json"' in (out / "ep-7.html").read_text()


def test_the_pages_lead_to_each_other_and_to_the_index(folder, out):
    for number, stem in enumerate("abc", start=1):
        episode = make_episode(folder, stem, date=f"2024-03-0{number}T09:00:00Z")
        (episode / "page.txt").write_text(f"Ep #{number}: Tale {stem}\n\nText.\n")
    podkit.build(folder, out)
    links = {
        stem: re.findall(r'href="([^"]*)" rel="(prev|up|next)"', (out / f"{stem}.html").read_text())
        for stem in "abc"
    }
    assert links == {
        "a": [("index.html", "up"), ("b.html", "next")],
        "b": [("a.html", "prev"), ("index.html", "up"), ("c.html", "next")],
        "c": [("b.html", "prev"), ("index.html", "up")],
    }
    index = (out / "index.html").read_text()
    assert re.findall(r'<h3><a href="([^"]*)">([^<]*)', index) == [
        ("c.html", "Tale c"),
        ("b.html", "Tale b"),
        ("a.html", "Tale a"),
    ]


def test_the_index_links_to_the_files_beside_it(folder, out):
    make_episode(folder)
    podkit.build(folder, out)
    index = (out / "index.html").read_text()
    assert {*re.findall(r'(?:src|href)="([^"#]*)"', index)} == {
        "cover.jpg",
        "ep-7.html",
        f"{ADDRESS}feed.xml",
        "https://example.com/",
        "show.json",
        "show.opml",
    }


def test_the_show_is_published_as_opml_and_as_json(folder, out):
    make_episode(folder)
    podkit.build(folder, out)
    show = rss.read(out / "feed.xml")
    [subscription] = opml.read(out / "show.opml").subscriptions
    assert (subscription.text, subscription.xml_url) == (show.title, f"{ADDRESS}feed.xml")
    published = podkit.from_dict(Show, json.loads((out / "show.json").read_text()))
    assert published.episodes[0].enclosure == show.episodes[0].enclosure
    assert published.title == show.title


def test_templates_of_the_show_stand_for_podkits(tmp_path, out):
    folder = make_show(tmp_path / "show", templates='"looks"')
    make_episode(folder)
    (folder / "looks").mkdir()
    (folder / "looks" / "footer.html").write_text("<footer>By {{ show.author }}</footer>")
    problems = []
    podkit.build(folder, out, on_problem=problems.append)
    assert "<footer>By Ann Lee</footer>" in (out / "ep-7.html").read_text()
    assert "unused-file" not in {problem.id for problem in problems}

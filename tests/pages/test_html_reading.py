import json
from datetime import UTC, datetime

import pytest

from podkit import AtomLink, Chapter, Chapters, Enclosure, EpisodePage, ParseError
from podkit.pages import html

JSON_LD = {
    "@context": "https://schema.org",
    "@type": "PodcastEpisode",
    "name": "Rest",
    "url": "https://example.com/1",
    "datePublished": "2024-03-28T09:00:00+00:00",
    "episodeNumber": 1,
    "duration": "PT1H2M3.5S",
    "image": "https://example.com/1.jpg",
    "partOfSeason": {"@type": "PodcastSeason", "seasonNumber": "2"},
    "partOfSeries": [
        {
            "@type": "PodcastSeries",
            "name": "Show",
            "url": "https://example.com/",
            "webFeed": "https://example.com/feed.xml",
            "image": "https://example.com/show.jpg",
        }
    ],
    "associatedMedia": {
        "@type": "AudioObject",
        "contentUrl": "https://example.com/1.mp3",
        "encodingFormat": "audio/mpeg",
        "contentSize": "5650889",
    },
}


def page(*things, body="<p>Hello."):
    scripts = "".join(
        f'<script type="application/ld+json">{thing}</script>'
        for thing in (t if isinstance(t, str) else json.dumps(t) for t in things)
    )
    return html.loads(f"<head>{scripts}</head><body>{body}")


def test_the_content_is_that_of_main_and_the_rest_is_reported():
    problems = []
    source = """<header><a href="#main">Skip to content</a></header>
        <main id=main><nav>Home</nav><h1>Rest</h1><p>Hello.<form><p>Your name</form></main>
        <footer><section data-kind="licence">Imprint</section></footer>"""
    read = html.loads(source, on_problem=problems.append)
    assert (read.heading, len(read.notes.sections)) == ("Rest", 1)
    assert [(problem.id, problem.message.split("'")[1]) for problem in problems] == [
        ("page-furniture", "Skip to content"),
        ("page-furniture", "Imprint"),
        ("page-furniture", "Home"),
        ("page-furniture", "Your name"),
    ]


@pytest.mark.parametrize("tags", [("main", "article"), ("article",), ("body",), ()])
def test_without_main_it_is_that_of_the_article_or_the_body(tags):
    start, end = ("".join(f"<{tag}>" for tag in tags), "".join(f"</{t}>" for t in tags[::-1]))
    [section] = html.loads(f"<div>{start}<h1>Rest</h1><p>Hello.{end}</div>").notes.sections
    assert section.paragraphs[0].text == "Hello."


def test_json_ld_says_what_the_page_does_not_show():
    read = page(JSON_LD)
    episode, show = read.episode, read.show
    assert (episode.title, episode.number, episode.season) == ("Rest", 1, 2)
    assert (episode.link, episode.duration) == ("https://example.com/1", 3723.5)
    assert episode.published == datetime(2024, 3, 28, 9, tzinfo=UTC)
    assert episode.artwork == "https://example.com/1.jpg"
    assert episode.enclosures == (
        Enclosure(url="https://example.com/1.mp3", length=5650889, type="audio/mpeg"),
    )
    assert (show.title, show.link) == ("Show", "https://example.com/")
    assert show.artwork == "https://example.com/show.jpg"
    assert show.atom_links == (AtomLink(href="https://example.com/feed.xml", rel="self"),)


def test_the_title_line_comes_before_json_ld():
    read = page(JSON_LD, body="<h1>S3E4: Sleep</h1>")
    episode = read.episode
    assert (episode.title, episode.season, episode.number) == ("Sleep", 3, 4)


@pytest.mark.parametrize(
    "things",
    [
        ["not JSON", JSON_LD],
        ["[" * 100_000, JSON_LD],
        [
            {"@type": "WebSite"},
            {"@graph": [1, {"@type": ["Thing", "PodcastEpisode"], "name": "Rest"}]},
        ],
        [[{"@type": "PodcastEpisode", "name": "Rest"}]],
        ["1", '{"@graph": 1}', JSON_LD],
    ],
)
def test_the_first_episode_of_any_script_is_found(things):
    assert page(*things).episode.title == "Rest"


def test_scripts_that_are_no_json_are_reported():
    problems = []
    html.loads('<script type="application/ld+json">{,}</script>', on_problem=problems.append)
    assert [problem.id for problem in problems] == ["not-json"]


@pytest.mark.parametrize(
    "facts",
    [
        {"name": "", "episodeNumber": "one", "duration": "PT", "datePublished": "2024-02-30"},
        {"name": 1, "episodeNumber": -1, "duration": "soon", "datePublished": "today"},
        {"name": {}, "episodeNumber": 1.5, "duration": [], "partOfSeries": "Show", "image": []},
        {"episodeNumber": True, "partOfSeries": [], "associatedMedia": [1], "partOfSeason": None},
        {"url": "javascript:alert(1)", "image": {"url": []}, "audio": {"name": "Rest"}},
    ],
)
def test_facts_of_the_wrong_kind_are_left_out(facts):
    read = page({"@type": "PodcastEpisode", **facts})
    assert read.episode == page().episode
    assert read.show == page().show


@pytest.mark.parametrize(
    "player", ["<audio src=1.mp3></audio>", "<audio><source src=1.mp3></audio>"]
)
def test_the_audio_of_the_player_is_the_enclosure(player):
    assert page(body=player).episode.enclosure == Enclosure(url="1.mp3")


def test_the_language_is_that_of_the_document():
    assert html.loads("<html lang=de><p>Hallo.").show.language == "de"
    assert html.loads("<html lang=''><p>Hallo.").show.language is None


def test_a_list_of_chapters_is_read_and_is_no_part_of_the_notes():
    read = html.loads(
        """<html data-podkit=episode><main><header><h1>Rest</h1></header>
        <nav class="chapter-list"><ol class="chapters"><li><a data-start="0">Hello</a>
        <li><a data-start="soon">Bad</a>
        <li><a href="#t=65" data-start="65" data-end="70.5" data-url="/a" data-hidden></a></ol>
        </nav></main>"""
    )
    assert list(read.chapters) == [
        Chapter(start=0, title="Hello"),
        Chapter(start=65, end=70.5, url="/a", hidden=True),
    ]
    assert read.notes.sections == ()


def test_a_page_of_podkit_that_shows_no_title_line_has_none():
    source = '<main><header><p class="cover">Ann</p></header><p>Hello</p></main>'
    read = html.loads(f"<html data-podkit=episode>{source}")
    assert (read.heading, read.image_text, read.episode.title) == (None, "Ann", None)
    assert read.notes.sections[0].paragraphs[0].text == "Hello"


def test_elements_that_nest_too_deeply_are_refused():
    with pytest.raises(ParseError, match="elements nest more than 2000 deep"):
        html.loads("<div>" * 100_000)


def test_of_a_page_of_podkit_only_the_skip_link_is_left_out():
    problems = []
    written = html.dumps(
        EpisodePage(heading="Rest", chapters=Chapters(chapters=[Chapter(start=0, title="Hello")]))
    )
    html.loads(written, on_problem=problems.append)
    assert [problem.message for problem in problems] == [
        "left out, as it is no content: 'Skip to content'"
    ]

"""What a show's index is as HTML: each fact in its place, nothing for absent ones."""

import io
import json
from datetime import UTC, datetime

import attrs
import pytest
from selectolax.lexbor import LexborHTMLParser

from podkit import UnrepresentableError, pages
from podkit.models import AtomLink, Enclosure, Episode, Show
from podkit.pages import index

SHOW = Show(
    title="Feminist Wellness",
    link="https://example.com/",
    description="For humans.\n\nWith <3.",
    language="en-US",
    author="Victoria Albina",
    copyright="© 2024 Victoria Albina",
    artwork="cover.jpg",
    atom_links=[
        AtomLink(href="https://hub.example.com/", rel="hub"),
        AtomLink(href="https://example.com/feed.xml", rel="self"),
        AtomLink(href="show.opml", rel="alternate", type="text/x-opml"),
        AtomLink(href="show.json", rel="alternate", type="application/json"),
        AtomLink(href="page.html", rel="alternate", type="text/html"),
    ],
    episodes=[
        Episode(
            title="Interdependence",
            link="ep-270.html",
            description="<p>Needing <b>each</b> other</p><p>and more</p>",
            published=datetime(2024, 3, 28, 9, tzinfo=UTC),
            duration=1830,
            number=270,
            season=3,
        ),
        Episode(number=269, season=3, subtitle="A line", description="A text"),
        Episode(title="Soon", season=2, episode_type="trailer", podcast_season_name="Beginnings"),
        Episode(title="Extra", episode_type="bonus", summary="word " * 80),
    ],
)


def tree(show):
    return LexborHTMLParser(index.dumps(show))


def texts(show, selector):
    return [" ".join(node.text().split()) for node in tree(show).css(selector)]


def values(show, selector, attribute):
    return [node.attributes.get(attribute) for node in tree(show).css(selector)]


def test_three_seasons_or_more_are_listed_with_what_leads_to_them():
    links = [(node.text(), node.attributes["href"]) for node in tree(SHOW).css(".seasons a")]
    assert links == [
        ("Season 3", "#season-1"),
        ("Beginnings", "#season-2"),
        ("Episodes", "#season-3"),
    ]
    two = attrs.evolve(SHOW, episodes=SHOW.episodes[:3])
    assert texts(two, ".seasons") == []


@pytest.mark.parametrize(("language", "marks"), [("nl", ["en", None, "en"]), ("en", [None] * 3)])
def test_english_words_for_seasons_are_marked_and_names_are_not(language, marks):
    show = attrs.evolve(SHOW, language=language)
    assert values(show, ".season h2", "lang") == marks
    names = [language if mark is None and language == "nl" else None for mark in marks]
    assert values(show, ".seasons a", "lang") == names


def test_episodes_of_a_season_stand_together_wherever_they_are_in_the_show():
    seasons = (2, None, 1, 2)
    show = Show(episodes=[Episode(title=f"{n}", season=s) for n, s in enumerate(seasons)])
    assert texts(show, ".season h2") == ["Season 2", "Episodes", "Season 1"]
    assert texts(show, ".season h3") == ["0", "3", "1", "2"]


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ("title", ["Feminist Wellness"]),
        ("h1 > a", ["Feminist Wellness"]),
        (".hero .facts", ["Victoria Albina"]),
        (".about p", ["For humans.", "With <3."]),
        (".feeds a", ["RSS feed", "OPML", "JSON"]),
        ("h2", ["Season 3", "Beginnings", "Episodes"]),
        ("h3", ["Interdependence", "Ep #269", "Soon", "Extra"]),
        ("li .facts", ["270 28 March 2024 30:30", "269", "Trailer", "Bonus"]),
        (".summary", ["Needing each other", "A line", f"{'word ' * 55}word…"]),
        (".copyright", ["© 2024 Victoria Albina"]),
    ],
)
def test_texts_stand_in_their_elements(selector, text):
    assert texts(SHOW, selector) == text


@pytest.mark.parametrize(
    ("selector", "attribute", "expected"),
    [
        ("html", "lang", ["en-US"]),
        ("h1 > a", "href", ["https://example.com/"]),
        ("h3 > a", "href", ["ep-270.html"]),
        ("img.cover", "src", ["cover.jpg"]),
        (
            ".feeds a, link[rel=alternate]",
            "href",
            ["https://example.com/feed.xml", "show.opml", "show.json"] * 2,
        ),
        ("li time", "datetime", ["2024-03-28T09:00:00+00:00", "PT1830S"]),
        ("meta[name=description]", "content", ["For humans."]),
        ("meta[property='og:type']", "content", ["website"]),
        ("meta[property='og:locale']", "content", ["en_US"]),
    ],
)
def test_facts_stand_in_their_attributes(selector, attribute, expected):
    assert values(SHOW, selector, attribute) == expected


def test_json_ld_says_the_facts():
    script = tree(SHOW).css_first("script[type='application/ld+json']")
    assert json.loads(script.text()) == {
        "@context": "https://schema.org",
        "@type": "PodcastSeries",
        "name": "Feminist Wellness",
        "url": "https://example.com/",
        "webFeed": "https://example.com/feed.xml",
        "image": "cover.jpg",
        "description": "For humans.",
        "inLanguage": "en-US",
    }


def test_a_description_as_html_is_written_as_notes_are():
    html = "<p onclick=x>For <a href='/a'>humans</a><script>x</script>"
    show = attrs.evolve(SHOW, description=html)
    [paragraph] = tree(show).css(".about > p")
    assert paragraph.text() == "For humans"
    assert "onclick" not in paragraph.attributes


def test_a_show_without_facts_has_no_empty_parts():
    assert texts(Show(), "title") == ["Episodes"]
    selector = ".cover, h1, .facts, .feeds, .about, section, footer, template, link, h3"
    assert tree(Show()).css(selector) == []
    assert tree(Show(title="Tides")).css("h1 > a") == []


def test_an_episode_without_facts_is_listed_all_the_same():
    show = Show(episodes=[Episode(title="Fog", description="<img src=a>")])
    assert [node.tag for node in tree(show).css(".season li > *")] == ["h3"]
    assert [node.tag for node in tree(Show(episodes=[Episode()])).css(".season li > *")] == []


@pytest.mark.parametrize(
    ("language", "heading", "marked"),
    [("de", "Staffel 3", None), ("nl", "Season 3", "en"), (None, "Season 3", None)],
)
def test_the_index_speaks_the_language_of_the_show(language, heading, marked):
    show = attrs.evolve(SHOW, language=language)
    assert texts(show, "h2")[0] == heading
    assert values(show, ".skip, .feeds", "lang") == [marked] * 2


BAD = "javascript:alert(1)"


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({"link": BAD}, "link"),
        ({"artwork": BAD}, "artwork"),
        ({"atom_links": [AtomLink(href=BAD, rel="hub")]}, "atom_links[0].href"),
        ({"episodes": [Episode(), Episode(link=BAD)]}, "episodes[1].link"),
        ({"title": "a\0b"}, "title"),
        ({"episodes": [Episode(title="\x1b")]}, "episodes[0].title"),
    ],
)
def test_what_html_can_not_hold_is_refused(facts, where):
    with pytest.raises(UnrepresentableError) as error:
        index.dumps(attrs.evolve(SHOW, **facts))
    assert error.value.where == where


def test_what_the_index_does_not_show_may_be_anything():
    episode = Episode(title="Fog", enclosures=[Enclosure(url="ftp://example.com/1.mp3")])
    assert "Fog" in index.dumps(Show(episodes=[episode]))


def test_it_is_written_to_paths_and_files(tmp_path):
    index.write(SHOW, tmp_path / "index.html")
    file = io.BytesIO()
    pages.index.write(SHOW, file)
    assert (tmp_path / "index.html").read_bytes() == file.getvalue()
    assert file.getvalue().decode() == index.dumps(SHOW)

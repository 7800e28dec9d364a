"""What a page is as HTML: each fact in its place, nothing for absent ones, nothing but text."""

import json
import re
import sys
from base64 import b64encode
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from podkit import UnrepresentableError, UnsupportedFormatError, pages, transcripts
from podkit._clock import read_clock
from podkit.models import (
    AtomLink,
    Chapter,
    Chapters,
    ChaptersLink,
    Cue,
    Enclosure,
    Episode,
    EpisodePage,
    Paragraph,
    Person,
    Section,
    Show,
    ShowNotes,
    Transcript,
    TranscriptLink,
)
from podkit.pages._html_writer import write_html
from podkit.pages._turns import turns
from podkit.pages._words import _LANGUAGES, Words

PERSON = Person(name="Victoria Albina", role="host")
SHOW = Show(
    title="Feminist Wellness",
    link="https://example.com/show",
    language="en-US",
    copyright="© 2024 Victoria Albina",
    author="Feminist Wellness LLC",
    artwork="https://example.com/show.jpg",
    atom_links=[
        AtomLink(href="https://hub.example.com/", rel="hub"),
        AtomLink(href="https://example.com/feed.xml", rel="self"),
    ],
)
EPISODE = Episode(
    title="Interdependence",
    link="https://example.com/270",
    subtitle="Needing each other",
    itunes_author="Victoria Albina",
    enclosures=[Enclosure(url="https://example.com/270.mp3", length=5650889, type="audio/mpeg")],
    published=datetime(2024, 3, 28, 23, 30, tzinfo=timezone(timedelta(hours=-5))),
    artwork="https://example.com/270.jpg",
    duration=1830.5,
    number=270,
    season=3,
    transcript_links=[
        TranscriptLink(url="https://example.com/270.vtt", type="text/vtt"),
        TranscriptLink(url="https://example.com/270.de.vtt", type="text/vtt", language="de"),
        TranscriptLink(url="https://example.com/270.srt", type="application/x-subrip"),
        TranscriptLink(url="https://example.com/270.xyz", type="text/xyz"),
    ],
    chapters_link=ChaptersLink(
        url="https://example.com/270.json", type="application/json+chapters"
    ),
)
CHAPTERS = Chapters(
    chapters=[
        Chapter(start=0, title="Welcome"),
        Chapter(
            start=94.5,
            end=120,
            title="News",
            url="https://example.com/news",
            image="https://example.com/news.jpg",
        ),
        Chapter(start=3723, title="Between the lines", hidden=True),
        Chapter(start=3725),
    ]
)
CUES = Transcript(
    cues=[
        Cue(text="Hello.", start=0, end=1.25, speaker="Victoria"),
        Cue(text="One line\nand another.", start=754),
    ],
    language="en",
)


def section(kind, heading=None, *texts):
    paragraphs = [Paragraph(content=[text]) for text in texts]
    return Section(kind=kind, heading=heading, paragraphs=paragraphs)


NOTES = ShowNotes(
    sections=[
        section("summary", None, "In a world where", "Tune in"),
        section("player", "Listen:"),
        section("transcript", "Full Transcript:"),
        section("follow", "Enjoy the Show?", "Follow us."),
    ]
)
FULL = EpisodePage(
    show=SHOW,
    episode=EPISODE,
    heading="Ep #270: Interdependence",
    image_text="Two hands",
    notes=NOTES,
    transcript=CUES,
    chapters=CHAPTERS,
)


VOID = {"meta", "link", "img", "br", "track", "input"}


def tree(page):
    return LexborHTMLParser(write_html(page))


def with_episode(**facts):
    return attrs.evolve(FULL, episode=attrs.evolve(EPISODE, **facts))


def with_show(**facts):
    return attrs.evolve(FULL, show=attrs.evolve(SHOW, **facts))


def texts(page, selector):
    return [node.text() for node in tree(page).css(selector)]


def values(page, selector, attribute):
    return [node.attributes.get(attribute) for node in tree(page).css(selector)]


# Each fact in its place.


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ("title", "Ep #270: Interdependence – Feminist Wellness"),
        ("body > a.skip", "Skip to content"),
        ("main > article h1", "Ep #270: Interdependence"),
        ("h1 > .number", "Ep #270: "),
        ("h1 .unseen", ": "),
        ("p.show-title > a", "Feminist Wellness"),
        ("time.published", "28 March 2024"),
        ("time.duration", "30:30"),
        (".facts > .author", "Victoria Albina"),
        ("section[data-kind=summary] p:first-child", "In a world where"),
        ("section[data-kind=player] > h2", "Listen:"),
        ("section[data-kind=transcript] summary > h2", "Full Transcript:"),
        ("section[data-kind=transcript] p:nth-of-type(1) cite", "Victoria:"),
        ("section[data-kind=follow] > h2", "Enjoy the Show?"),
        ("footer .copyright", "© 2024 Victoria Albina"),
    ],
)
def test_texts_stand_in_their_elements(selector, text):
    assert texts(FULL, selector) == [text]


@pytest.mark.parametrize(
    ("selector", "attribute", "value"),
    [
        ("html", "lang", "en"),
        ("a.skip", "href", "#content"),
        ("main", "id", "content"),
        ("meta[name=description]", "content", "Needing each other"),
        ("meta[name=author]", "content", "Victoria Albina"),
        ("link[rel=canonical]", "href", "https://example.com/270"),
        ("link[rel=alternate]", "type", "application/rss+xml"),
        ("link[rel=alternate]", "href", "https://example.com/feed.xml"),
        ("link[rel=alternate]", "title", "Feminist Wellness"),
        ("img.cover", "src", "https://example.com/270.jpg"),
        ("img.cover", "alt", "Two hands"),
        ("p.show-title > a", "href", "https://example.com/show"),
        ("time.published", "datetime", "2024-03-28T23:30:00-05:00"),
        ("time.duration", "datetime", "PT1830.5S"),
        ("audio", "src", "https://example.com/270.mp3"),
        ("audio", "preload", "metadata"),
        ("audio[controls]", "aria-label", "Ep #270: Interdependence"),
    ],
)
def test_facts_stand_in_their_attributes(selector, attribute, value):
    assert values(FULL, selector, attribute) == [value]


def test_who_makes_the_show_stands_for_the_author_in_the_head():
    page = with_episode(itunes_author=None)
    assert values(page, "meta[name=author]", "content") == ["Feminist Wellness LLC"]


def test_open_graph_says_the_facts():
    properties = {
        node.attributes["property"]: node.attributes["content"]
        for node in tree(FULL).css("meta[property]")
    }
    assert properties == {
        "og:type": "article",
        "og:title": "Ep #270: Interdependence",
        "og:site_name": "Feminist Wellness",
        "og:url": "https://example.com/270",
        "og:description": "Needing each other",
        "og:image": "https://example.com/270.jpg",
        "og:image:alt": "Two hands",
        "og:audio": "https://example.com/270.mp3",
        "og:audio:type": "audio/mpeg",
    }


@pytest.mark.parametrize(("language", "direction"), [("he-IL", "rtl"), ("en", None), (None, None)])
def test_a_page_runs_as_its_language_is_written(language, direction):
    page = attrs.evolve(with_show(language=language), transcript=None)
    for html in (pages.html.dumps(page), pages.index.dumps(page.show)):
        assert LexborHTMLParser(html).root.attributes.get("dir") == direction


@pytest.mark.parametrize(("language", "locale"), [("de-AT", ["de_AT"]), ("de", []), (None, [])])
def test_open_graph_says_the_language_where_its_territory_is_known(language, locale):
    page = attrs.evolve(with_show(language=language), transcript=None)
    assert values(page, "meta[property='og:locale']", "content") == locale


def json_ld(page):
    return json.loads(tree(page).css_first("script[type='application/ld+json']").text())


def test_json_ld_says_the_facts():
    assert json_ld(FULL) == {
        "@context": "https://schema.org",
        "@type": "PodcastEpisode",
        "name": "Interdependence",
        "url": "https://example.com/270",
        "alternativeHeadline": "Needing each other",
        "description": "Needing each other",
        "author": {"@type": "Person", "name": "Victoria Albina"},
        "datePublished": "2024-03-28T23:30:00-05:00",
        "episodeNumber": 270,
        "partOfSeason": {"@type": "PodcastSeason", "seasonNumber": 3},
        "partOfSeries": {
            "@type": "PodcastSeries",
            "name": "Feminist Wellness",
            "url": "https://example.com/show",
            "webFeed": "https://example.com/feed.xml",
            "image": "https://example.com/show.jpg",
        },
        "image": "https://example.com/270.jpg",
        "inLanguage": "en",
        "duration": "PT1830.5S",
        "accessMode": ["auditory", "textual"],
        "accessibilityFeature": ["transcript", "captions"],
        "associatedMedia": {
            "@type": "AudioObject",
            "contentUrl": "https://example.com/270.mp3",
            "encodingFormat": "audio/mpeg",
            "contentSize": "5650889",
            "duration": "PT1830.5S",
        },
        "hasPart": [
            {
                "@type": "Clip",
                "name": "Welcome",
                "startOffset": 0,
                "endOffset": 94.5,
                "url": "https://example.com/270#t=0",
            },
            {
                "@type": "Clip",
                "name": "News",
                "startOffset": 94.5,
                "endOffset": 3725,
                "url": "https://example.com/270#t=94.5",
            },
        ],
    }


def test_the_files_are_linked_at_the_foot():
    links = [(node.text(), node.attributes["href"]) for node in tree(FULL).css("footer li > a")]
    assert links == [
        ("Audio (MP3)", "https://example.com/270.mp3"),
        ("Transcript (VTT)", "https://example.com/270.vtt"),
        ("Transcript (VTT, de)", "https://example.com/270.de.vtt"),
        ("Transcript (SRT)", "https://example.com/270.srt"),
        ("Transcript", "https://example.com/270.xyz"),
        ("Chapters (JSON)", "https://example.com/270.json"),
        ("RSS feed", "https://example.com/feed.xml"),
    ]


def test_vtt_transcripts_are_tracks_of_captions():
    tracks = [node.attributes for node in tree(FULL).css("audio > track[kind=captions]")]
    assert tracks == [
        {"kind": "captions", "src": "https://example.com/270.vtt", "srclang": "en"},
        {"kind": "captions", "src": "https://example.com/270.de.vtt", "srclang": "de"},
    ]


def test_a_track_of_unknown_language_names_none():
    page = attrs.evolve(with_show(language=None), transcript=None)
    assert values(page, "track", "srclang") == [None, "de", None]


def test_the_pages_of_other_episodes_are_linked():
    links = [
        AtomLink(href="271.html", rel="next", title="More"),
        AtomLink(href="index.html", rel="up"),
        AtomLink(href="269.html", rel="prev", title="Less"),
        AtomLink(href="270.json", rel="alternate"),
    ]
    page = with_episode(atom_links=links)
    facts = [
        (node.text(), node.attributes["href"], node.attributes["rel"])
        for node in tree(page).css("nav.neighbours a")
    ]
    assert facts == [
        ("Previous Less", "269.html", "prev"),
        ("All episodes", "index.html", "up"),
        ("Next More", "271.html", "next"),
    ]
    assert values(page, "link[rel=prev], link[rel=next]", "href") == ["269.html", "271.html"]


def test_the_sections_stand_in_order_and_are_named_by_their_headings():
    sections = tree(FULL).css("article > section")
    assert [node.attributes["data-kind"] for node in sections] == [
        "summary",
        "player",
        "transcript",
        "follow",
    ]
    for node in sections[1:]:
        assert node.css_first("h2").attributes["id"] == node.attributes["aria-labelledby"]
    assert "aria-labelledby" not in sections[0].attributes


# The heading, the description, the cover, the language, the date.


@pytest.mark.parametrize(
    ("number", "title", "heading"),
    [
        (270, "Interdependence", ["Ep #270: Interdependence"]),
        (0, None, ["Ep #0"]),
        (None, "Interdependence", ["Interdependence"]),
        (None, None, []),
    ],
)
def test_a_heading_is_made_of_number_and_title(number, title, heading):
    page = EpisodePage(episode=Episode(number=number, title=title))
    assert texts(page, "h1") == heading


@pytest.mark.parametrize(
    "heading", ["Interdependence", "270. Interdependence!", "Anti-Interdependence"]
)
def test_a_heading_that_does_not_end_with_the_title_after_more_stands_undivided(heading):
    page = attrs.evolve(FULL, heading=heading)
    assert texts(page, "h1") == [heading]
    assert texts(page, ".number") == []


@pytest.mark.parametrize(
    ("heading", "show_title", "title"),
    [
        ("Be", "Show", "Be – Show"),
        ("Be", None, "Be"),
        (None, "Show", "Show"),
        (None, None, "Podcast episode"),
    ],
)
def test_every_page_has_a_title(heading, show_title, title):
    page = EpisodePage(heading=heading, show=Show(title=show_title))
    assert texts(page, "title") == [title]


def test_the_first_paragraph_of_the_summary_describes_the_page_without_a_subtitle():
    page = with_episode(subtitle=None)
    assert values(page, "meta[name=description]", "content") == ["In a world where"]


def test_the_cover_of_the_show_stands_for_the_cover_of_the_episode():
    assert values(with_episode(artwork=None), "img.cover", "src") == [SHOW.artwork]


def test_a_cover_without_a_text_is_decoration():
    assert values(attrs.evolve(FULL, image_text=None), "img.cover", "alt") == [""]


def test_the_text_of_a_cover_that_is_not_known_stands_in_its_place():
    page = attrs.evolve(FULL, show=Show(), episode=Episode())
    assert texts(page, "p.cover") == ["Two hands"]


def test_the_show_title_without_an_address_is_plain():
    assert tree(with_show(link=None)).css_first("p.show-title").html == (
        '<p class="show-title">Feminist Wellness</p>'
    )


@pytest.mark.parametrize(
    ("transcript", "show", "language"),
    [("de", "en", "de"), (None, "fr", "fr"), (None, None, None)],
)
def test_the_language_is_that_of_the_transcript_or_the_show(transcript, show, language):
    page = EpisodePage(show=Show(language=show), transcript=Transcript(language=transcript))
    assert values(page, "html", "lang") == [language]


@pytest.mark.parametrize(
    ("language", "date"),
    [
        (None, "5 January 2024"),
        ("EN-gb", "5 January 2024"),
        ("de-AT", "5. Januar 2024"),
        ("fr", "5 janvier 2024"),
        ("es-MX", "5 de enero de 2024"),
        ("enm", "5 January 2024"),
    ],
)
def test_dates_are_in_words_of_the_language_or_in_english(language, date):
    episode = Episode(published=datetime(2024, 1, 5, tzinfo=UTC))
    page = EpisodePage(show=Show(language=language), episode=episode)
    assert texts(page, "time.published") == [date]


@pytest.mark.parametrize(
    ("language", "marked"), [("en", None), (None, None), ("de-CH", None), ("nl", "en")]
)
def test_english_words_are_marked_on_pages_in_languages_without_words(language, marked):
    page = attrs.evolve(with_show(language=language), transcript=None)
    assert values(page, ".skip, #chapters, .files", "lang") == [marked] * 3


def test_a_date_in_english_words_is_marked_and_runs_by_itself():
    page = attrs.evolve(with_show(language="he"), transcript=None)
    [date] = tree(page).css("time.published")
    assert (date.attributes["lang"], date.css_first("bdi").text()) == ("en", "28 March 2024")


@pytest.mark.parametrize(
    ("language", "skip", "chapters"),
    [
        ("de", "Zum Inhalt springen", "Kapitel"),
        ("fr", "Aller au contenu", "Chapitres"),
        ("es", "Ir al contenido", "Capítulos"),
    ],
)
def test_pages_speak_their_language(language, skip, chapters):
    page = attrs.evolve(with_show(language=language), transcript=None)
    assert texts(page, ".skip, #chapters") == [skip, chapters]


def test_every_language_has_the_same_places_in_its_words():
    for words in _LANGUAGES.values():
        for field in attrs.fields(Words):
            ours, english = getattr(words, field.name), getattr(_LANGUAGES["en"], field.name)
            if isinstance(ours, str):
                assert ours
                assert sorted(re.findall("{.*?}", ours)) == sorted(re.findall("{.*?}", english))
        assert len(words.months) == 12


# The player and the chapters.


def test_the_player_stands_in_its_section_and_the_chapters_follow():
    page = attrs.evolve(
        FULL, notes=ShowNotes(sections=[section("player"), section("player"), section("follow")])
    )
    blocks = [(node.tag, bool(node.css("audio"))) for node in tree(page).css("article > *")]
    assert blocks == [
        ("header", False),
        ("section", True),
        ("nav", False),
        ("section", False),
        ("section", False),
        ("section", False),  # the transcript's
    ]


def test_the_player_stands_below_the_hero_where_no_section_is_its_place():
    page = attrs.evolve(FULL, notes=ShowNotes(sections=[section("follow")]), transcript=None)
    blocks = [node.tag for node in tree(page).css("article > *")]
    assert blocks == ["header", "div", "nav", "section"]


def test_a_player_without_audio_leaves_its_section():
    page = with_episode(enclosures=())
    assert tree(page).css_first("section[data-kind=player]").text(strip=True) == "Listen:"
    assert texts(page, "audio") == []


def test_a_player_without_a_heading_has_no_name():
    page = EpisodePage(episode=Episode(enclosures=[Enclosure(url="1.mp3")]))
    assert values(page, "audio", "aria-label") == [None]


def test_chapters_lead_to_their_moment_and_carry_their_facts():
    links = [(node.text(), node.attributes) for node in tree(FULL).css("ol.chapters a[data-start]")]
    audio = "https://example.com/270.mp3"
    assert links == [
        ("Welcome", {"href": f"{audio}#t=0", "data-start": "0"}),
        (
            "News",
            {
                "href": f"{audio}#t=94.5",
                "data-start": "94.5",
                "data-end": "120",
                "data-url": "https://example.com/news",
                "data-image": "https://example.com/news.jpg",
            },
        ),
        (
            "Between the lines",
            {"href": f"{audio}#t=3723", "data-start": "3723", "data-hidden": None},
        ),
        ("", {"href": f"{audio}#t=3725", "data-start": "3725", "aria-label": "1:02:05"}),
    ]


@pytest.mark.parametrize(
    ("duration", "last"), [(4000, "01:06:40"), (None, "01:02:06"), (60, "01:02:06")]
)
def test_the_chapters_that_show_are_a_track_of_their_own(duration, last):
    [url] = values(with_episode(duration=duration), "track[kind=chapters]", "src")
    start, _, vtt = url.partition(",")
    assert start == "data:text/vtt"
    assert transcripts.vtt.loads(unquote(vtt)).cues == (
        Cue(start=0, end=94.5, text="Welcome"),
        Cue(start=94.5, end=3725, text="News"),
        Cue(start=3725, end=read_clock(last), text="1:02:05"),
    )


@given(title=st.text(st.characters(exclude_categories=["Cs", "Cc"])))
@settings(max_examples=30, deadline=None)
def test_any_title_of_a_chapter_stands_in_the_track(title):
    page = EpisodePage(
        episode=Episode(enclosures=[Enclosure(url="1.mp3")]),
        chapters=Chapters(chapters=[Chapter(start=1, title=title), Chapter(start=0)]),
    )
    [url] = values(page, "track", "src")
    _, cue = transcripts.vtt.loads(unquote(url.partition(",")[2])).cues
    assert cue.text.split() == (title.split() or ["0:01"])


def test_chapters_show_their_time_picture_and_page():
    news = tree(FULL).css("ol.chapters > li")[1]
    assert news.css_first("time").text() == "1:34"
    assert news.css_first("time").attributes["datetime"] == "PT94.5S"
    assert news.css_first("img").attributes["src"] == "https://example.com/news.jpg"
    assert news.css_first("a.more").attributes["href"] == "https://example.com/news"


@pytest.mark.parametrize(
    ("url", "rel"),
    [
        ("https://example.com/news", None),
        ("/news", None),
        ("https://example.org/news", "noopener nofollow ugc"),
        ("https://example.com@example.org/", "noopener nofollow ugc"),
        ("\\\\example.org", "noopener nofollow ugc"),
        ("mailto:ann@example.org", None),
    ],
)
def test_a_chapter_says_of_a_foreign_page_that_it_is_one(url, rel):
    page = EpisodePage(show=SHOW, chapters=Chapters(chapters=[Chapter(start=0, url=url)]))
    assert tree(page).css_first("a.more").attributes.get("rel") == rel


def test_hidden_chapters_are_not_shown():
    hidden = ["hidden" in node.attributes for node in tree(FULL).css("ol.chapters > li")]
    assert hidden == [False, False, True, False]


def test_a_list_of_nothing_but_hidden_chapters_is_not_shown():
    page = EpisodePage(chapters=Chapters(chapters=[Chapter(start=0, title="a", hidden=True)]))
    assert "hidden" in tree(page).css_first("nav").attributes


def test_chapters_without_audio_lead_nowhere():
    assert values(with_episode(enclosures=()), "a[data-start]", "href") == [None] * 4


def test_pictures_of_chapters_are_asked_for_when_they_come_into_view():
    assert values(FULL, ".chapters img", "loading") == ["lazy"]


STAMPED = section(
    "summary",
    None,
    "0:00 Hello\n(1:05) – The fog",
    "At 6:30 we left",
    "6:30 pm was late",
    "Goodbye [12:34]",
    "Not 12:34:56.789",
    "1:02:03 – The end",
)


def test_times_that_the_notes_list_lead_into_the_audio():
    page = attrs.evolve(FULL, notes=ShowNotes(sections=[STAMPED]))
    links = [(node.text(), node.attributes) for node in tree(page).css("section a[data-start]")]
    audio = "https://example.com/270.mp3"
    assert links == [
        ("0:00", {"href": f"{audio}#t=0", "data-start": "0"}),
        ("1:05", {"href": f"{audio}#t=65", "data-start": "65"}),
        ("12:34", {"href": f"{audio}#t=754", "data-start": "754"}),
        ("1:02:03", {"href": f"{audio}#t=3723", "data-start": "3723"}),
    ]


@pytest.mark.parametrize(
    "page",
    [
        attrs.evolve(with_episode(enclosures=()), notes=ShowNotes(sections=[STAMPED])),
        attrs.evolve(FULL, notes=ShowNotes(sections=[attrs.evolve(STAMPED, kind="news")])),
        attrs.evolve(FULL, notes=ShowNotes(sections=[section("summary", None, "0:00 Hello")])),
    ],
    ids=["no audio", "of events", "no list"],
)
def test_other_times_lead_nowhere(page):
    assert values(page, "section a[data-start]", "href") == []


def test_times_that_lead_into_the_audio_read_back_as_text():
    page = attrs.evolve(FULL, notes=ShowNotes(sections=[STAMPED]), transcript=None)
    read = pages.html.loads(pages.html.dumps(page))
    assert (read.notes, read.chapters) == (page.notes, page.chapters)


# The transcript.


def test_a_timed_paragraph_carries_its_times_and_leads_to_its_moment():
    first, second = tree(FULL).css("section[data-kind=transcript] p")
    assert first.attributes == {"id": "t=0", "data-start": "0", "data-end": "1.25"}
    assert second.attributes == {"id": "t=754", "data-start": "754"}
    time = second.css_first("a.time")
    assert time.text() == "12:34"
    assert time.attributes["href"] == "https://example.com/270.mp3#t=754"


def test_without_audio_a_time_leads_to_its_own_paragraph():
    hrefs = values(with_episode(enclosures=()), "a.time", "href")
    assert hrefs == ["#t=0", "#t=754"]


def test_line_breaks_of_a_cue_are_kept():
    paragraph = tree(FULL).css("section[data-kind=transcript] p")[1]
    assert paragraph.html.endswith("</a> One line<br>\nand another.</p>")


def test_a_transcript_without_times_and_speakers_is_paragraphs_alone():
    page = EpisodePage(transcript=Transcript(cues=[Cue(text="a"), Cue(text="b")]))
    paragraphs = [node.html for node in tree(page).css("section[data-kind=transcript] p")]
    assert paragraphs == ['<p id="cue-1">a</p>', '<p id="cue-2">b</p>']


def test_a_time_that_two_cues_have_leads_to_the_first():
    cues = [Cue(text="a", start=1), Cue(text="b", start=1, speaker="B"), Cue(text="c", start=1.5)]
    page = EpisodePage(transcript=Transcript(cues=cues))
    assert values(page, "p[data-start]", "id") == ["t=1", "cue-2", "t=1.5"]


LINE = "It was a dark night, and a long one."
TURNS = {
    "of one speaker": (["a", "b"], {}, [2]),
    "of two speakers": (["a", "b"], {1: {"speaker": "Bob"}}, [1, 1]),
    "without a time": (["a", "b"], {1: {"start": None}}, [1, 1]),
    "that start without a time": (["a", "b"], {0: {"start": None}}, [1, 1]),
    "of paragraphs": (["a" * 121, "b"], {}, [1, 1]),
    "before paragraphs": (["a", "b" * 121], {}, [1, 1]),
    "with a pause after a sentence": (["a.", "b"], {0: {"end": 1}, 1: {"start": 5}}, [1, 1]),
    "with a pause within a sentence": (["a", "b"], {0: {"end": 1}, 1: {"start": 5}}, [2]),
    "with a breath": (["a.", "b"], {0: {"end": 1}, 1: {"start": 3}}, [2]),
    "of many sentences": ([LINE] * 10, {}, [8, 2]),
    "of one long sentence": (["and then"] * 100, {}, [76, 24]),
}


@pytest.mark.parametrize(("said", "facts", "sizes"), TURNS.values(), ids=TURNS)
def test_short_cues_make_a_paragraph_together(said, facts, sizes):
    cues = [
        Cue(**{"text": text, "start": number, "speaker": "Ann", **facts.get(number, {})})
        for number, text in enumerate(said)
    ]
    page = EpisodePage(transcript=Transcript(cues=cues))
    assert [len(turn) for turn in turns(cues)] == sizes
    assert [len(node.css("p")) for node in tree(page).css(".turn")] == [n for n in sizes if n > 1]
    assert len(tree(page).css("cite:not([hidden])")) == len(sizes)
    assert pages.html.loads(write_html(page)).transcript == page.transcript


def test_a_transcript_without_its_section_comes_last():
    page = attrs.evolve(FULL, notes=ShowNotes(sections=[section("follow", "Follow")]))
    sections = tree(page).css("article > section")
    assert [node.css_first("h2").text() for node in sections] == ["Follow", "Transcript"]
    assert sections[1].attributes["data-kind"] == "transcript"


def test_a_section_for_the_transcript_stays_where_the_transcript_is_absent():
    page = attrs.evolve(FULL, transcript=None)
    node = tree(page).css_first("section[data-kind=transcript]")
    assert node.text(strip=True) == "Full Transcript:"
    assert node.css("details") == []


def test_a_transcript_can_be_folded_by_its_heading_and_is_not_at_first():
    (details,) = tree(FULL).css("section[data-kind=transcript] > details")
    assert "open" in details.attributes


def test_a_transcript_without_a_heading_does_not_fold():
    page = attrs.evolve(FULL, notes=ShowNotes(sections=[section("transcript")]))
    assert [node.tag for node in tree(page).css("section[data-kind=transcript] > *")] == ["p", "p"]


# Absent facts.


@pytest.mark.parametrize(
    ("page", "selector"),
    [
        (with_show(title=None), ".show-title, meta[property='og:site_name']"),
        (attrs.evolve(with_episode(itunes_author=None), show=Show()), "meta[name=author]"),
        (with_episode(itunes_author=None), ".author"),
        (with_show(atom_links=()), "link[rel=alternate], footer [type='application/rss+xml']"),
        (with_show(copyright=None), ".copyright"),
        (with_episode(link=None), "link[rel=canonical], meta[property='og:url']"),
        (with_episode(published=None), ".published"),
        (with_episode(duration=None), ".duration"),
        (with_episode(published=None, duration=None, itunes_author=None), ".facts"),
        (with_episode(enclosures=()), "audio, meta[property^='og:audio']"),
        (attrs.evolve(FULL, chapters=None), "nav, track[kind=chapters]"),
        (attrs.evolve(FULL, chapters=Chapters()), "nav, track[kind=chapters]"),
        (with_episode(transcript_links=()), "track[kind=captions]"),
        (FULL, "nav.neighbours, link[rel=prev], link[rel=next]"),
        (EpisodePage(), "script[type='application/ld+json'], footer, section, header > .cover"),
        (EpisodePage(), "template, meta[property='og:title']"),
    ],
)
def test_absent_facts_leave_no_element(page, selector):
    assert tree(page).css(selector) == []


def test_a_feed_without_a_show_title_is_linked_without_one():
    assert values(with_show(title=None), "link[rel=alternate]", "title") == [None]


@pytest.mark.parametrize("name", [field.name for field in attrs.fields(Episode)])
def test_absent_facts_of_the_episode_leave_no_empty_element(name):
    page = with_episode(**{name: attrs.fields_dict(Episode)[name].default})
    # The link of the chapter without a title, for one.
    assert empty_elements(page) <= {"a", "audio", "template"}


def test_a_page_of_nothing_has_no_empty_element_but_the_hero():
    assert empty_elements(EpisodePage()) == {"div"}


def empty_elements(page):
    nodes = tree(page).css("*")  # but those within templates
    return {node.tag for node in nodes if not (list(node.iter()) or node.text(strip=True))} - VOID


def test_json_ld_has_no_absent_facts():
    page = EpisodePage(episode=Episode(enclosures=[Enclosure(url="1.mp3")]))
    assert json_ld(page) == {
        "@context": "https://schema.org",
        "@type": "PodcastEpisode",
        "accessMode": ["auditory"],
        "associatedMedia": {"@type": "AudioObject", "contentUrl": "1.mp3"},
    }


# One file, no script, sound and the same each time.


class Balance(HTMLParser):
    """Holds that each element is closed in its turn."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.attributes = set()

    def handle_starttag(self, tag, attributes):
        self.attributes.update(name for name, _ in attributes)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("page", [FULL, EpisodePage()])
def test_elements_are_closed_and_ask_for_no_rights(page):
    balance = Balance()
    balance.feed(write_html(page))
    assert balance.open == []
    assert not {name for name in balance.attributes if name == "style" or name.startswith("on")}


def test_the_page_is_one_file():
    page = tree(FULL)
    scripts = page.css("script")
    assert [node.attributes["type"] for node in scripts] == ["application/ld+json", "module"]
    assert not [node for node in scripts if "src" in node.attributes]
    assert len(page.css("style")) == 1
    assert page.css("link[rel=stylesheet], iframe, object, embed, form") == []


def hash_of(page, selector):
    text = tree(page).css_first(selector).text()
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_what_the_page_holds_and_nothing_else():
    [policy] = values(FULL, "meta[http-equiv=Content-Security-Policy]", "content")
    assert dict(rule.split(" ", 1) for rule in policy.split("; ")) == {
        "default-src": "'none'",
        "script-src": hash_of(FULL, "script[type=module]"),
        "style-src": hash_of(FULL, "style"),
        "img-src": "*",
        "media-src": "* data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_the_policy_is_the_same_for_all_pages():
    policy = "meta[http-equiv=Content-Security-Policy]"
    assert values(FULL, policy, "content") == values(EpisodePage(), policy, "content")


def test_ids_are_unique():
    ids = values(FULL, "[id]", "id")
    assert len(ids) == len(set(ids))


def test_the_same_page_gives_the_same_html():
    assert write_html(FULL) == write_html(attrs.evolve(FULL))


# Texts are texts.

URLS = {"link", "artwork", "url", "href", "image"}
KEPT = {"kind", "rel", "language"}  # what decides the shape of the page
HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style></title></p></section><img src=x onerror=alert(1)>",
    '" onload="alert(1)" x=\'',
    "' autofocus onfocus='alert(1)",
    "<!-- --!> <![CDATA[ ]]> &lt;b&gt; &amp;quot; &#0;",
    "{{ 7 * 7 }} {% for %} {# #}",
    "javascript&colon;alert(1)",
]


def filled(value, text, name=None):
    """The same value with every text in it replaced, and every URL by a relative one."""
    if isinstance(value, str):
        return value if name in KEPT else f"a/{text}" if name in URLS else text
    if isinstance(value, tuple):
        return tuple(filled(member, text, name) for member in value)
    if attrs.has(type(value)):
        names = [field.name for field in attrs.fields(type(value))]
        return type(value)(**{n: filled(getattr(value, n), text, n) for n in names})
    return value


def shape(page):
    return [(node.tag, *sorted(node.attributes)) for node in tree(page).css("*")]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_changes_the_shape_of_the_page(text):
    assert shape(filled(FULL, text)) == shape(filled(FULL, "text"))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("selector", [".show-title", ".copyright", "h2", "ol.chapters a"])
def test_hostile_texts_read_as_they_were_written(text, selector):
    assert text in texts(filled(FULL, text), selector)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_within_json_ld(text):
    assert json_ld(filled(FULL, text))["name"] == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
@settings(max_examples=50, deadline=None)
def test_any_text_reads_as_it_was_written(text):
    page = EpisodePage(heading=text, transcript=Transcript(cues=[Cue(text=text, speaker=text)]))
    assert texts(page, "h1") == [text]
    assert texts(page, "section[data-kind=transcript] p") == [f"{text}: {text}"]


# What HTML, or a page that can be trusted, can't hold.


@pytest.mark.parametrize(
    ("page", "field"),
    [
        (with_show(title="a\0b"), "show.title"),
        (with_episode(title="\ud800"), "episode.title"),
        (attrs.evolve(FULL, heading="\x1b[1m"), "heading"),
        (
            attrs.evolve(FULL, transcript=Transcript(cues=[Cue(text="a"), Cue(text="\x08")])),
            r"transcript\.cues\[1\]\.text",
        ),
    ],
)
def test_texts_that_html_can_not_hold_are_refused(page, field):
    with pytest.raises(UnrepresentableError, match=f"^{field}: holds a character"):
        write_html(page)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " \x01javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
    ],
)
def test_urls_of_other_schemes_are_refused(url):
    with pytest.raises(UnrepresentableError, match=r"^episode\.link: expected a URL"):
        write_html(with_episode(link=url))


BAD = "javascript:alert(1)"


@pytest.mark.parametrize(
    ("page", "field"),
    [
        (with_show(link=BAD), "show.link"),
        (with_show(artwork=BAD), "show.artwork"),
        (with_show(atom_links=[AtomLink(href=BAD, rel="self")]), "show.atom_links"),
        (with_episode(artwork=BAD), "episode.artwork"),
        (with_episode(enclosures=[Enclosure(url=BAD)]), "episode.enclosures[0].url"),
        (
            with_episode(transcript_links=[TranscriptLink(url="a"), TranscriptLink(url=BAD)]),
            "episode.transcript_links[1].url",
        ),
        (with_episode(chapters_link=ChaptersLink(url=BAD)), "episode.chapters_link.url"),
        (with_episode(atom_links=[AtomLink(href=BAD, rel="up")]), "episode.atom_links[0].href"),
        (
            attrs.evolve(FULL, chapters=Chapters(chapters=[Chapter(start=0, url=BAD)])),
            "chapters[0].url",
        ),
        (
            attrs.evolve(FULL, chapters=Chapters(chapters=[Chapter(start=0, image=BAD)])),
            "chapters[0].image",
        ),
    ],
)
def test_every_url_is_looked_at(page, field):
    with pytest.raises(UnrepresentableError, match=f"^{re.escape(field)}: "):
        write_html(page)


@pytest.mark.parametrize(
    "url",
    ["https://e.org/?a=b:c", "HTTP://e.org", "mailto:a@e.org", "a/b:c", "//e.org", "#a", "?a:b"],
)
def test_urls_that_are_relative_or_of_the_allowed_schemes_are_written(url):
    assert values(with_episode(link=url), "link[rel=canonical]", "href") == [url]


@pytest.mark.parametrize(
    ("page", "field"),
    [
        (with_episode(duration=-1), "episode.duration"),
        (
            attrs.evolve(FULL, chapters=Chapters(chapters=[Chapter(start=-1)])),
            "chapters[0].start",
        ),
        (
            attrs.evolve(FULL, chapters=Chapters(chapters=[Chapter(start=0, end=-1)])),
            "chapters[0].end",
        ),
        (
            attrs.evolve(FULL, transcript=Transcript(cues=[Cue(text="a", start=-1)])),
            "transcript.cues[0].start",
        ),
        (
            attrs.evolve(FULL, transcript=Transcript(cues=[Cue(text="a", end=-1)])),
            "transcript.cues[0].end",
        ),
    ],
)
def test_negative_times_are_refused(page, field):
    with pytest.raises(UnrepresentableError, match=f"^{re.escape(field)}: -1.0 is before"):
        write_html(page)


def test_without_jinja2_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(UnsupportedFormatError, match=r"install podkit\[pages\]"):
        write_html(FULL)


# What can be read by those who see less.

STYLES = files("podkit.pages").joinpath("templates/base.css").read_text()
COLOURS = [dict(re.findall(r"--(\w+): (#\w{6});", part)) for part in STYLES.split("dark)")]


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "quiet", "accent"])
@pytest.mark.parametrize("ground", ["paper", "raised", "tint"])
def test_texts_stand_out_from_their_ground(scheme, text, ground):
    colours = COLOURS[scheme]
    dark, light = sorted([luminance(colours[text]), luminance(colours[ground])])
    assert (light + 0.05) / (dark + 0.05) >= 4.5  # WCAG 2.2, success criterion 1.4.3 (AA)

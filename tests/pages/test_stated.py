"""What pages state for machines: JSON-LD, microdata, ``<meta>``."""

import json

import pytest

from podkit import ChaptersLink, Enclosure, TranscriptLink
from podkit._html import parse_html
from podkit.pages import html
from podkit.pages._microdata import microdata


def read(head="", body="<h1>Fog</h1><p>Hello there.</p>"):
    return html.loads(f"<head>{head}</head><body>{body}</body>")


def read_json_ld(thing, body="<h1>Fog</h1><p>Hello there.</p>"):
    return read(f'<script type="application/ld+json">{json.dumps(thing)}</script>', body)


EPISODE = {"@type": "PodcastEpisode", "name": "Fog", "episodeNumber": 12}


@pytest.mark.parametrize(
    "thing",
    [
        EPISODE,
        [EPISODE],
        {"@graph": [EPISODE]},
        {"@type": "WebPage", "mainEntity": EPISODE},
        {"@type": "WebPage", "subjectOf": [EPISODE]},
        {"@type": "PodcastSeries", "name": "Tides", "episode": EPISODE},
        {"@type": "PodcastSeries", "name": "Tides", "hasPart": [EPISODE, {"@type": "Clip"}]},
        EPISODE | {"@type": ["CreativeWork", "http://schema.org/PodcastEpisode"]},
        {"@type": "schema:PodcastEpisode", "schema:name": "Fog", "schema:episodeNumber": 12},
        {"@type": "PodcastEpisode", "https://schema.org/episodeNumber": "12"},
    ],
)
def test_json_ld_states_the_episode(thing):
    assert read_json_ld(thing).episode.number == 12


def test_a_series_of_one_episode_is_its_show():
    page = read_json_ld({"@type": "PodcastSeries", "name": "Tides", "episode": [EPISODE]})
    assert page.show.title == "Tides"


def test_of_several_episodes_of_a_series_none_is_the_pages():
    page = read_json_ld({"@type": "PodcastSeries", "episode": [EPISODE, EPISODE]})
    assert page.episode.number is None


@pytest.mark.parametrize(
    "author", ["Ann", ["Ann", "Bo"], {"name": "Ann"}, {"name": ["Ann"]}, [{"name": "Ann"}]]
)
def test_the_first_author_is_named(author):
    assert read_json_ld(EPISODE | {"author": author}).episode.itunes_author == "Ann"


def test_a_stated_transcript_is_that_of_a_page_that_shows_none():
    audio = {"@type": "AudioObject", "contentUrl": "/12.mp3"}
    said = "Ann: Hello.\nBo: Hi.\nAnn: Bye.\nBo: Bye."
    page = read_json_ld(EPISODE | {"audio": audio | {"transcript": said}})
    assert [(cue.speaker, cue.text) for cue in page.transcript.cues][:2] == [
        ("Ann", "Hello."),
        ("Bo", "Hi."),
    ]
    shown = "<h1>Fog</h1><p>a</p><h2>Transcript</h2><p>Hello."
    page = read_json_ld(EPISODE | {"transcript": said}, shown)
    assert [cue.text for cue in page.transcript.cues] == ["Hello."]


@pytest.mark.parametrize(
    ("transcript", "link"),
    [
        ("https://example.com/12", TranscriptLink(url="https://example.com/12")),
        (
            {"contentUrl": "/12.vtt", "encodingFormat": "text/vtt", "inLanguage": "de"},
            TranscriptLink(url="/12.vtt", type="text/vtt", language="de"),
        ),
    ],
)
def test_a_transcript_may_be_a_file(transcript, link):
    page = read_json_ld(EPISODE | {"transcript": transcript})
    assert page.episode.transcript_links == (link,)
    assert page.transcript is None


@pytest.mark.parametrize("transcript", [{"name": "Fog"}, {"contentUrl": ""}, 1, " "])
def test_what_is_no_transcript_is_left_out(transcript):
    page = read_json_ld(EPISODE | {"transcript": transcript})
    assert (page.transcript, page.episode.transcript_links) == (None, ())


def test_tracks_of_a_player_are_files_of_the_episode():
    head = '<link rel=canonical href="https://example.com/12/">'
    tracks = """<track src=a.vtt><track kind=captions src=12.vtt srclang=en>
        <track kind=chapters src=marks.vtt>"""
    page = read(head, f"<h1>Fog</h1><audio src=12.mp3>{tracks}</audio><p>Hi.")
    assert page.episode.transcript_links == (
        TranscriptLink(url="https://example.com/12/12.vtt", type="text/vtt", language="en"),
    )
    assert page.episode.chapters_link == ChaptersLink(
        url="https://example.com/12/marks.vtt", type="text/vtt"
    )


@pytest.mark.parametrize(
    "meta", ['property="og:description"', 'name="twitter:description"', 'name="description"']
)
def test_a_description_is_the_summary_of_a_page_without_text(meta):
    head = f'<meta {meta} content="On fog.">'
    page = read(head, "<h1>Fog</h1>")
    assert [(s.kind, [p.text for p in s.paragraphs]) for s in page.notes.sections] == [
        ("summary", ["On fog."])
    ]
    assert [p.text for p in read(head).notes.sections[0].paragraphs] == ["Hello there."]


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta property="article:author" content="Ann">', "Ann"),
        ('<meta property="article:author" content="https://example.com/ann">', None),
        (
            "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content=Ann>",
            "Ann",
        ),
        (
            "<meta name=twitter:label1 content=Length><meta name=twitter:data1 content='9 min'>",
            None,
        ),
    ],
)
def test_meta_states_the_author(head, author):
    assert read(head).episode.itunes_author == author


def test_meta_states_files_and_language():
    head = """<meta property="og:audio" content="/12.mp3">
        <meta property="og:locale" content="de_AT">
        <meta property="og:audio:type" content="audio/mpeg">
        <meta property="og:image:secure_url" content="https://example.com/1.jpg">"""
    page = read(head)
    assert page.episode.enclosures == (Enclosure(url="/12.mp3", type="audio/mpeg"),)
    assert page.episode.artwork == "https://example.com/1.jpg"
    assert page.show.language == "de-AT"
    assert html.loads(f"<html lang=en><head>{head}").show.language == "en"


def test_properties_of_items_in_the_body_are_not_the_pages():
    body = """<h1>Fog</h1><p itemscope itemtype="https://schema.org/Thing">
        <meta itemprop=contentUrl content=/12.vtt>Hello."""
    assert read(body=body).episode.enclosures == ()
    assert read('<meta itemprop=datePublished content="2024-05-03">').episode.published.day == 3


def test_microdata_has_values_and_nested_items():
    body = """<div itemscope itemtype="https://schema.org/PodcastEpisode https://schema.org/Thing">
        <h1 itemprop=name>Fog</h1> <span itemprop=episodeNumber>12</span>
        <data itemprop=datePublished value="2024-05-03">May</data>
        <time itemprop=duration datetime=PT34M>34 min</time>
        <img itemprop=image src="https://example.com/1.jpg">
        <a itemprop=url href="https://example.com/12">Here</a>
        <span itemprop=author itemscope itemtype="https://schema.org/Person">
        <b itemprop=name>Ann Lee</b></span>
        <div itemprop=partOfSeason itemscope><i itemprop=seasonNumber>2</i></div>
        <div itemprop=partOfSeries itemscope itemtype="https://schema.org/PodcastSeries">
        <meta itemprop=name content=Tides><link itemprop=webFeed href="/feed"></div>
        <div itemprop=associatedMedia itemscope itemtype="https://schema.org/AudioObject">
        <a itemprop=contentUrl href="/12.mp3">Get</a>
        <meta itemprop=encodingFormat content="audio/mpeg">
        <meta itemprop=contentSize content=1234></div></div><p>Hello."""
    page = read(body=body)
    episode, show = page.episode, page.show
    assert (episode.title, episode.number, episode.season) == ("Fog", 12, 2)
    assert (episode.published.isoformat()[:10], episode.duration) == ("2024-05-03", 2040)
    assert (episode.link, episode.artwork) == (
        "https://example.com/12",
        "https://example.com/1.jpg",
    )
    assert (episode.itunes_author, show.title) == ("Ann Lee", "Tides")
    assert show.atom_links[0].href == "https://example.com/feed"
    assert episode.enclosures == (
        Enclosure(url="https://example.com/12.mp3", type="audio/mpeg", length=1234),
    )


def test_a_series_alone_is_the_show():
    series = "itemscope itemtype=https://schema.org/PodcastSeries"
    body = f"<div {series}><meta itemprop=name content=Tides></div><h1>Fog</h1><p>Hello."
    assert read(body=body).show.title == "Tides"


def test_microdata_may_stand_elsewhere():
    source = """<p itemscope itemref="a b"></p><p id=a itemprop=name>Fog</p>
        <div id=b><i itemprop=alternateName>Mist</i></div><b itemprop=name>None</b>"""
    assert microdata(parse_html(source)) == [
        {"@type": [], "name": ["Fog"], "alternateName": ["Mist"]}
    ]


def test_an_item_does_not_hold_itself():
    source = "<p itemscope id=a itemprop=url itemref=a>"
    assert microdata(parse_html(source)) == [{"@type": []}]


def test_a_property_too_deep_in_its_item_is_left_out():
    source = f"<div itemscope>{'<b>' * 200}<i itemprop=name>Fog"
    assert microdata(parse_html(source)) == [{"@type": []}]

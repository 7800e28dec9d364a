"""What sites, directories and copied texts have around and in notes: one cause each."""

import pytest

from podkit import notes
from podkit.pages import html, text
from tests.pages.test_any_page import PARAGRAPH, kinds, read, texts
from tests.pages.test_other_makers import FOG, cues, headings

HEAD = '<link rel=canonical href="https://example.com/episodes/fog">'
LONG = f"<p>{FOG * 4}</p>"


def link_kinds(page):
    return [(link.text, link.kind) for link in page.notes.links]


def feed(page):
    return [link.href for link in page.show.atom_links]


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ([("atom", "/a.atom", "Atom"), ("rss", "/a.rss", "RSS")], "/a.rss"),
        ([("rss", "/feed/", "The Fog Podcast"), ("rss", "/feed/podcast", "RSS")], "/feed/podcast"),
        ([("rss", "/feed/", "Blog"), ("rss", "/2/", "Podcast RSS feed")], "/2/"),
    ],
)
def test_of_several_feeds_the_podcast_s_counts_and_rss_before_atom(links, found):
    stated = "".join(
        f'<link rel=alternate type="application/{kind}+xml" href="{url}" title="{title}">'
        for kind, url, title in links
    )
    assert feed(read(f"<h1>Sleep</h1>{PARAGRAPH}", stated)) == [found]


@pytest.mark.parametrize(
    ("url", "feeds"), [("/episodes/index.xml", ["/episodes/index.xml"]), ("/rss.xml", [])]
)
def test_a_feed_that_the_foot_of_the_page_links_to_is_one_of_episodes(url, feeds):
    foot = f"<footer><a href={url}>RSS</a></footer>"
    assert feed(read(f"<main><h1>Sleep</h1>{PARAGRAPH}</main>{foot}")) == feeds


def test_the_season_may_be_the_page_s_section():
    head = '<meta property="article:section" content="Saison 2">'
    assert read(f"<h1>Sleep</h1>{PARAGRAPH}", head).episode.season == 2


@pytest.mark.parametrize("tag", ["div", "span"])
def test_facts_may_stand_in_boxes_beside_their_labels(tag):
    facts = {"Podcast": "Deep Tides", "Season": "3", "Episode": "14", "Duration": "34 min"}
    rows = "".join(
        f"<div><{tag} class=field__label>{label}</{tag}> <{tag}>{value}</{tag}></div>"
        for label, value in facts.items()
    )
    talk = "<div><div class=field__label>Notes</div><div><p>It is loud.</p></div></div>"
    page = read(f"<h1>Fog</h1><div>{rows}{talk}<b class=label>Podcast</b></div>{PARAGRAPH}")
    assert page.show.title == "Deep Tides"
    assert (page.episode.season, page.episode.number, page.episode.duration) == (3, 14, 2040)
    assert "It is loud." in texts(page)
    assert "34 min" not in texts(page)


def test_a_number_is_no_show_s_title():
    rows = "".join(
        f"<tr><td>{label}<td>{value}" for label, value in (("Show", "12"), ("Length", "34 min"))
    )
    assert read(f"<h1>Fog</h1><table>{rows}</table>{PARAGRAPH}").show.title is None


@pytest.mark.parametrize(
    ("line", "show"),
    [
        ("<p>Podcast: Deep Tides</p>", "Deep Tides"),
        ("<p>An episode of <a href=/x>Deep Tides</a></p>", "Deep Tides"),
        ("<p>Eine Folge von <a href=/x>Deep Tides</a></p>", "Deep Tides"),
        ("<p>Show: 12</p>", None),
    ],
)
def test_a_line_at_the_head_may_say_the_show_s_title(line, show):
    page = read(f"<h1>Fog</h1>{line}{PARAGRAPH}")
    assert page.show.title == show
    assert (texts(page) == [PARAGRAPH[3:-4]]) == bool(show)


def test_what_is_said_to_be_a_podcast_in_brackets_is_its_title():
    page = read(f"<h1>Fog</h1>{PARAGRAPH}", "<title>Fog - Deep Tides (podcast) | Site</title>")
    assert page.show.title == "Deep Tides"


def test_a_line_of_links_and_facts_may_name_the_host():
    line = '<p>from <a href="https://example.com/show/deep-tides">Deep</a> · host Ann Lee</p>'
    page = read(f"<h1>Fog</h1>{line}{PARAGRAPH}")
    assert page.episode.itunes_author == "Ann Lee"
    assert texts(page) == [PARAGRAPH[3:-4]]


@pytest.mark.parametrize(
    ("way", "title", "number"),
    [("Slow Radio", "Hum", 9), ("Radio", "Slow Radio 9: Hum", None)],
)
def test_a_bare_number_after_the_show_s_title_counts_if_the_site_leads_there(way, title, number):
    page = read(
        f"<nav><a href=/slow>{way}</a></nav><main><h1>Slow Radio 9: Hum</h1>{PARAGRAPH}</main>"
    )
    assert (page.episode.title, page.episode.number) == (title, number)


def test_an_author_s_box_names_the_author_and_a_comment_s_does_not():
    author = "<div>By <span class=node__author>Ann Lee</span></div>"
    comment = "<div class=comments><p class=comment__author>Bo Ray</p></div>"
    page = read(f"<h1>Fog</h1>{author}{PARAGRAPH}{comment}")
    assert page.episode.itunes_author == "Ann Lee"
    assert read(f"<h1>Fog</h1>{PARAGRAPH}{comment}").episode.itunes_author is None


def test_a_heading_below_the_title_may_have_facts_beside_it_in_their_box():
    box = "<h2>The fog</h2><h3>How loud</h3><span>May 2, 2023</span>"
    page = read(
        f"<div class=content-title>{box}</div>{PARAGRAPH}", "<title>The fog | Tides</title>"
    )
    assert page.episode.subtitle == "How loud"
    assert headings(page) == [("summary", None)]


@pytest.mark.parametrize(
    "box",
    [
        f"<div><h1>Fog</h1><h2>Horns</h2><span>{FOG}</span></div>",
        f"<div class=title><h1>Fog</h1><h2>Horns</h2><span>{FOG * 2}</span></div>",
        f"<div><h2 class=title>Fog</h2><h3>Horns</h3></div><p>{FOG}",
    ],
)
def test_a_heading_of_a_text_is_no_subtitle(box):
    assert read(box, "<title>Fog | Tides</title>").episode.subtitle is None


def test_a_date_is_no_subtitle():
    assert read(f"<h1>Fog</h1><p class=subtitle>May 2, 2023</p>{LONG}").episode.subtitle is None


def test_the_picture_that_a_theme_features_is_the_artwork():
    picture = "<div class=post-thumbnail><img src=https://example.com/fog.jpg></div>"
    assert read(f"{picture}<h1>Fog</h1>{LONG}").episode.artwork == "https://example.com/fog.jpg"


def test_an_own_player_says_what_it_plays_and_how_long():
    player = "<div data-audio=https://example.com/play/1/ data-duration=00:37:31></div>"
    page = read(f"<h1>Fog</h1>{player}{PARAGRAPH}")
    assert [file.url for file in page.episode.enclosures] == ["https://example.com/play/1/"]
    assert page.episode.duration == 2251


@pytest.mark.parametrize(
    ("words", "seconds"),
    [("1 Std. 12 Min.", 4320), ("15 min 30 min 60 min", None), ("30 sec", None)],
)
def test_a_player_may_say_in_words_how_long_the_episode_is(words, seconds):
    page = read(f"<h1>Fog</h1><div class=podcast-player>{words} · Play</div>{PARAGRAPH}")
    assert page.episode.duration == seconds


def test_a_colon_may_part_a_time_from_what_is_said():
    said = "".join(f"<p>00:00:0{second}: Fog.</p>" for second in range(1, 5))
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h2>Transcript</h2>{said}")
    assert cues(page) == [(None, second, "Fog.") for second in range(1, 5)]


def test_what_unfolds_below_the_heading_of_a_transcript_is_no_other_heading():
    said = "<p>Ann: Fog?</p><p>Bo: Fog.</p>" * 3
    fold = f"<details><summary>Show transcript</summary>{said}</details>"
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h2>Transcript</h2>{fold}<h2>Links</h2><p>One")
    assert headings(page) == [("summary", None), ("transcript", "Transcript"), ("links", "Links")]


def test_links_to_pages_in_the_folder_of_episodes_are_to_episodes():
    body = (
        "<h2>To go with it</h2><p><a href=/episodes/sun>Sun</a><br><a href=/episodes/ice>Ice</a>"
        "<h2>Links</h2><p>By hand.<ul><li><a href=/episodes/feed.xml>All</a>"
        "<li><a href=/about>Us</a><li><a href=https://example.org/episodes/a>Else</a>"
        "<li><a href=sea>Sea</a><li><a href=https://example.com/episodes/fog/>This</a></ul>"
    )
    page = read(f"<main><h1>Fog</h1>{PARAGRAPH}{body}</main>", HEAD)
    assert kinds(page) == ["summary", "related_episodes", "links"]
    assert [name for name, kind in link_kinds(page) if kind == "episode"] == ["Sun", "Ice"]


ASK = (
    "<section class=card><h2>Like Ann?</h2><p>We make lists.</p><button>Sign up</button></section>"
)


@pytest.mark.parametrize(
    "box",
    [
        ASK,
        "<section><h2>Code</h2><p>Copy this.</p><textarea>x</textarea></section>",
        "<div><h3>Rate</h3><div>Join in.<button>Rate it</button></div></div>",
        (
            f"{ASK}<section class=card><h2>Similar episodes</h2><p>Ice</p></section>"
            "<section class=card><h2>For makers</h2><p>Our <a href=/api>tools</a>.</p></section>"
        ),
    ],
)
def test_boxes_that_ask_for_an_account_or_look_like_those_are_no_content(box):
    assert headings(read(f"<main><h1>Fog</h1>{LONG}{box}</main>")) == [("summary", None)]


@pytest.mark.parametrize(
    "box",
    [
        "<section><h2>Horns</h2><p>Loud.</p><button>Copy link</button></section>",
        "<section><h2>Links</h2><p>One</p><button>Sign up</button></section>",
        f"<section><h2>Horns</h2>{LONG * 2}<button>Sign up</button></section>",
        "<section class=card><h2>Horns</h2><p>Loud.</p></section>",
    ],
)
def test_boxes_of_the_notes_stay_though_they_have_a_button_or_look_like_others(box):
    page = read(f"<main><h1>Fog</h1>{LONG * 2}{box}{ASK}</main>")
    assert len(headings(page)) == 2


def test_what_is_most_of_the_page_is_content_whatever_it_asks():
    page = read(f"<main><h1>Fog</h1><div><h2>Horns</h2><p>{FOG}</p><button>Rate</button></div>")
    assert FOG in texts(page)


def test_a_line_over_a_row_of_buttons_beside_the_title_is_no_content():
    rate = "<p>Good episode?</p><div><button>1</button><button>2</button></div>"
    assert texts(read(f"<main><div><h1>Fog</h1>{rate}</div>{LONG}</main>")) == [FOG * 4]
    rate = "<p>Since 1911 it is loud.</p><div><button>1</button></div>"
    assert len(texts(read(f"<main><div><h1>Fog</h1>{rate}</div>{LONG}</main>"))) == 2


def test_a_side_box_of_the_site_with_a_heading_of_the_site_is_left_out():
    box = (
        "<h2>From the podcast</h2><a href=/tides>Tides</a>"
        "<h2>Host</h2><ul><li><a href=/ann>Ann Lee</a></ul>"
    )
    page = read(f"<main><h1>Fog</h1>{PARAGRAPH}<aside>{box}</aside></main>")
    assert headings(page) == [("summary", None)]


def test_a_side_box_that_leads_elsewhere_stays():
    box = "<h2>Host</h2><ul><li><a href=https://example.org>Ann</a><li><a href=/x>Bo</a></ul>"
    page = read(f"<main><h1>Fog</h1>{PARAGRAPH}<aside>{box}</aside></main>")
    assert ("hosts", "Host") in headings(page)


@pytest.mark.parametrize(
    "heading", ["About the speaker", "Über die Referentin", "À propos de l’intervenante"]
)
def test_a_speaker_is_a_guest(heading):
    assert notes.loads(f"<h2>{heading}</h2><p>Ann.</p>").sections[0].kind == "guest"


MENU = "Home\nEpisodes\nAbout\nSearch for:"


@pytest.mark.parametrize(
    ("above", "show"),
    [
        (f"Skip to content\nTides\nOf fog\n\n{MENU}", "Tides"),
        (f"Tides\nOf fog\n\n{MENU}", "Tides"),
        ("Skip to content\nTides\nOf fog\nMenu", "Tides"),
        ("Zum Inhalt springen\nTides\nVom Deich\n\nStart\nFolgen\nSuche nach:", "Tides"),
    ],
)
@pytest.mark.parametrize("title", ["#46 The Accordion", "The Loud Accordion"])
def test_above_the_title_of_a_copied_page_only_the_show_s_title_counts(above, show, title):
    page = text.loads(f"{above}\n\n{title}\n\nPosted on May 2, 2023 by Ann Lee\n\n{FOG}")
    assert page.show.title == show
    assert page.episode.title == title.removeprefix("#46 ")
    assert texts(page) == [FOG]


def test_the_show_s_title_may_stand_between_a_menu_and_a_title_with_a_number():
    page = text.loads(f"{MENU}\n\nTides\n\n#46 The Accordion\n\nMay 2, 2023\n\n{FOG}")
    assert (page.show.title, page.episode.title) == ("Tides", "The Accordion")


def test_what_stands_between_the_ways_through_a_copied_page_and_its_date_may_be_the_title():
    page = text.loads(
        f"Skip to content\nTides\n\n{MENU}\n\nFog\n\nBy Ann Lee\n\nMay 2, 2023\n\n{FOG}"
    )
    assert (page.show.title, page.episode.title) == ("Tides", "Fog")


@pytest.mark.parametrize(
    "row",
    [
        "Podcast: Play in new window | Download (Duration: 36:20 — 33.4MB)",
        "Podcast: In neuem Fenster abspielen | Herunterladen (Dauer: 36:20 — 33.4MB)",
        "Podcast : Lire dans une nouvelle fenêtre | Télécharger (Durée : 36:20 — 33.4MB)",
        "Podcast: Reproducir en una nueva ventana | Descargar (Duración: 36:20 — 33.4MB)",
    ],
)
@pytest.mark.parametrize("label", ["Abonnieren:", "S’abonner :", "Suscríbete:", "Listen on:"])
def test_rows_for_the_player_of_a_copied_page_are_known_in_four_languages(row, label):
    page = text.loads(f"Ep 1: Fog\n\n00:00\n\n{row}\n\n{label} Spotify | RSS\n\n{FOG}")
    assert page.episode.duration == 2180
    assert texts(page) == [FOG]


@pytest.mark.parametrize(
    ("said", "urls"),
    [
        ("See example.com/fog.", ["https://example.com/fog"]),
        ("See www.example.com/fog", ["http://www.example.com/fog"]),
        ("Fog and/or ice, 10.5/20, e.g./i.e., example.com, Yes.No/maybe", []),
    ],
)
def test_a_host_with_a_path_is_a_link(said, urls):
    assert [link.url for link in notes.loads(said, format="text").links] == urls


def test_an_entry_of_links_with_a_host_in_it_is_one_link_and_a_host_alone_has_its_target():
    page = text.loads(f"Ep 1: Fog\n\n{FOG}\n\nLinks\n\n• The map: example.com/a\n• example.com/b")
    assert [(link.text, link.url) for link in page.notes.links] == [
        ("The map: example.com/a", None),
        ("example.com/b", "https://example.com/b"),
    ]


def test_a_page_without_a_title_has_no_line_beside_it():
    box = "<div><p>Hello.</p><div><button>1</button></div></div>"
    assert texts(html.loads(f"<main>{box}</main>")) == ["Hello."]


def test_cards_say_nothing_of_the_episode_and_their_pictures_are_no_links():
    cards = "".join(
        f"<div><a href=/{name}><img alt={name}></a>"
        f"<h3><a href=/{name}>{name}</a></h3><p>9 min</div>"
        for name in ("Sun", "Ice")
    )
    page = read(f"<main><h1>Fog</h1>{LONG}<h2>Keep going</h2>{cards}</main>")
    assert headings(page) == [("summary", None)]
    assert page.episode.duration is None


@pytest.mark.parametrize("url", ["/login?next=/fog", "https://example.com/sign-up"])
def test_a_box_with_a_link_to_log_in_is_no_content(url):
    box = f"<section><h3>Make a list</h3><p>Of fogs.</p><a href={url}>Go</a></section>"
    assert headings(read(f"<main><h1>Fog</h1>{LONG}{box}</main>")) == [("summary", None)]


def test_a_box_with_a_link_to_an_event_stays():
    box = "<div><h2>Lamp day</h2><p>In May.</p><a href=/register-for-may>Register now</a></div>"
    page = read(f"<main><h1>Fog</h1>{LONG}{box}</main>")
    assert ("other", "Lamp day") in headings(page)


def test_a_way_below_the_show_s_title_of_a_copied_page_is_no_part_of_it():
    page = text.loads(f"Harbour Talk\nHome\n\nEp 12: Fog\n\n{FOG}")
    assert page.show.title == "Harbour Talk"


def test_a_heading_over_nothing_but_what_works_the_page_is_left_out():
    page = read(f"<main><h1>Fog</h1>{LONG}<h2>Horns</h2><p>Loading...</p><h2>Links</h2><p>One")
    assert headings(page) == [("summary", None), ("links", "Links")]


def test_a_way_among_lines_above_the_title_of_a_copied_page_is_left_out():
    lines = "Harbour Talk\nAll that there is on fog\nAnd on ice of all sorts\nHome"
    page = text.loads(f"{lines}\n\nEp 12: Fog\n\n{FOG}")
    assert page.episode.number == 12
    assert not any("Home" in said for said in texts(page))

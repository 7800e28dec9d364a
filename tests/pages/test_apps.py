"""How pages of apps, hosts' plugins and broadcasters are read, and text copied from them."""

import pytest

from podkit.notes import html as notes_html
from podkit.pages import text
from tests.pages.test_any_page import PARAGRAPH, kinds, read, texts
from tests.pages.test_other_makers import FOG, headings

HEAD = '<link rel=canonical href="https://example.com/1">'
SPOTIFY = "<a href=https://open.spotify.com/show/1>Spotify</a>"
TITLE = "<title>72: Fog — Harbour Talk — Site</title><meta property=og:title content="


def test_a_box_that_holds_a_title_and_more_is_none():
    body = "<h2>72: Fog</h2><div class=titlestack><div class=title>72: Fog</div>Harbour Talk</div>"
    page = read(body + PARAGRAPH, f"{TITLE}'72: Fog — Harbour Talk'>")
    assert (page.show.title, page.episode.title, page.episode.number) == ("Harbour Talk", "Fog", 72)
    assert texts(page) == [PARAGRAPH[3:-4]]


def test_a_title_with_a_dash_does_not_hide_the_show():
    body = "<h1>Ep. 4 – Fog</h1><p><a href=/s>Harbour Talk</a></p>"
    page = read(body + PARAGRAPH, "<title>Ep. 4 – Fog - Harbour Talk</title>")
    assert (page.show.title, texts(page)) == ("Harbour Talk", [PARAGRAPH[3:-4]])


@pytest.mark.parametrize(
    ("row", "is_kept"),
    [
        ("<a href=https://fog.example>Website</a> <a href=/1>Link with time</a>", False),
        ("<a href=https://fog.example>Website</a>", True),
        ("<a href=https://fog.example>A tale of the fog</a> <a href=/1>Link</a>", True),
        ("See <a href=https://fog.example>this</a> <a href=/1>Link</a>", True),
        (f"{SPOTIFY} <a href=https://podcasts.apple.com/id1>Apple</a> <a href=/s>More</a>", True),
    ],
)
@pytest.mark.parametrize("above", ["", "<p>A standfirst of a few words</p>"])
def test_a_row_of_short_links_above_the_date_works_the_page(row, is_kept, above):
    page = read(f"<h1>Fog</h1>{above}<div>{row}</div><p>July 9, 2026 • 64 min</p>{PARAGRAPH}", HEAD)
    assert page.episode.published.day == 9
    assert len(texts(page)) == is_kept + bool(above) + 1


@pytest.mark.parametrize(
    "line",
    [
        "<h4>Listen · 4-Minute Listen</h4>",
        "<h4>toggle caption</h4>",
        "<p>Save episode</p>",
        "<a href=https://app.example>Get the app</a>",
    ],
)
def test_what_works_the_player_below_the_title_is_no_content(line):
    page = read(f"<h1>Fog</h1>{line}{PARAGRAPH}<h3>The key</h3>{PARAGRAPH}")
    assert headings(page) == [("summary", None), ("other", "The key")]


def test_a_heading_of_the_site_goes_with_what_is_below_it():
    share = "<h3>Share</h3><ul><li><a href=https://x.example/share>Here</a></ul>"
    assert kinds(read(f"<h1>Fog</h1>{share}<h2>The key</h2>{PARAGRAPH}")) == ["other"]


@pytest.mark.parametrize(
    "line",
    [
        "Heard on",
        "From the podcast",
        "Aus der Sendung",
        "Provenant du podcast",
        "Emitido en",
    ],
)
def test_a_line_may_say_from_which_show_an_episode_is(line):
    page = read(f"<h1>Fog</h1><p>{line} <a href=/s>Harbour Talk</a></p>{PARAGRAPH}")
    assert (page.show.title, texts(page)) == ("Harbour Talk", [PARAGRAPH[3:-4]])


def test_a_line_with_another_link_is_content():
    for line in ("We met at <a href=/s>the harbour</a>", "From the show <a href=/s>Blog</a>"):
        page = read(f"<h1>Fog</h1><p>{line}</p>{PARAGRAPH}")
        assert (page.show.title, len(texts(page))) == (None, 2)


def test_a_caption_may_be_named_so():
    caption = "<div class=x aria-label='Image caption'><p>Ann at sea. hide caption</p></div>"
    assert texts(read(f"<h1>Fog</h1>{caption}{PARAGRAPH}")) == [PARAGRAPH[3:-4]]


SAID = "<p>ANN: Hello?</p><p>BO: Here.</p><p>ANN: Fog.</p>"


def test_below_a_talk_stands_whose_it_is():
    rights = "<p>Copyright © 2026 Site. All rights reserved.</p><p>It may not be exact.</p>"
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h2>Transcript</h2>{SAID}{rights}")
    assert [cue.text for cue in page.transcript.cues] == ["Hello?", "Here.", "Fog."]
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h2>Transcript</h2>{SAID}<p>ANN: Copyright?</p>")
    assert len(page.transcript.cues) == 4


def test_a_box_of_a_transcript_may_begin_with_its_heading_unmarked():
    box = f"<div class=transcript><label>Transkript</label><div>{SAID}</div></div>"
    assert headings(read(f"<h1>Fog</h1>{PARAGRAPH}{box}"))[-1] == ("transcript", "Transkript")


CARD = "<li><a href=/{0}>Rain {0}</a>{1}</li>"


@pytest.mark.parametrize(
    ("beside", "is_kept"),
    [
        ("<p>20 mai 2026 • 29 min</p>", False),
        ("<a href=/{0}><div>Talk · 34m</div></a>", False),
        ("", True),
        ("<p>A tale of rain.</p>", True),
    ],
)
def test_cards_of_other_episodes_are_no_content(beside, is_kept):
    cards = "".join(CARD.format(n, beside.format(n)) for n in "23")
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h2>À retrouver ici</h2><ul>{cards}</ul>", HEAD)
    assert ("other" in kinds(page)) == is_kept
    assert texts(page)[0] == PARAGRAPH[3:-4]


@pytest.mark.parametrize(
    "said",
    [
        "Newsletter: <a href=https://fog.example/letter>fog.example/letter</a>",
        "<a href=https://fog.example>Fog</a>, newsletter: <a href=https://a.example>here</a>",
    ],
)
def test_where_to_get_letters_is_no_form(said):
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h3>Stay in touch</h3><p>{said}</p>")
    assert headings(page)[-1] == ("follow", "Stay in touch")


def test_a_form_for_letters_is_no_content():
    said = "<p>Enter your e-mail for the newsletter</p>"
    assert kinds(read(f"<h1>Fog</h1>{PARAGRAPH}<h3>Stay in touch</h3>{said}")) == ["summary"]


def test_more_may_be_said_by_the_author():
    more = "<h3>More from Bo</h3><ul><li><a href=https://bo.example/fog>A map</a></ul>"
    page = read(f"<h1>Fog</h1>{PARAGRAPH}{more}", HEAD)
    assert headings(page)[-1] == ("other", "More from Bo")
    own = more.replace("https://bo.example/fog", "/2")
    assert kinds(read(f"<h1>Fog</h1>{PARAGRAPH}{own}", HEAD)) == ["summary"]
    assert kinds(read(f"<h1>Fog</h1>{PARAGRAPH}{more}")) == ["summary"]
    on = "<h3>More on lamps</h3><p>They are loud.</p>"
    assert kinds(read(f"<h1>Fog</h1>{PARAGRAPH}{on}", HEAD)) == ["summary", "other"]


@pytest.mark.parametrize(
    ("urls", "feed"),
    [
        (["/feed/", "/feed/podcast/"], "/feed/podcast/"),
        (["/feed/", "/feed/podcast"], "/feed/podcast"),
        (["/feed/", "/rss.xml"], "/feed/"),
        (["https://podcast/feed/", "/feed/"], "https://podcast/feed/"),
    ],
)
def test_the_feed_of_the_podcast_counts_more_than_that_of_the_site(urls, feed):
    links = "".join(
        f"<link rel=alternate type=application/rss+xml title=Talk href={url}>" for url in urls
    )
    page = read(f"<h1>Fog</h1>{PARAGRAPH}", links)
    assert page.show.atom_links[0].href == feed


def test_pictures_that_are_links_are_words_of_their_own():
    row = "<a href=https://open.spotify.com/show/1><img alt=Spotify></a>"
    page = read(f"<h1>Fog</h1><p>{row}{row.replace('Spotify', 'Here')}</p>{PARAGRAPH}")
    assert texts(page)[0] == "Spotify Here"


def test_what_stands_under_a_heading_in_a_list_is_no_point():
    source = "<ul><li><h4>Times</h4><p>00:00 Fog</p><ul><li>One</ul></li><li>Two</ul>"
    [section] = notes_html.loads(source).sections
    assert [p.is_point for p in section.paragraphs] == [False, True, True]


def test_a_year_of_two_digits_is_of_this_century():
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<p>1/23/26 • 50 min</p>")
    assert (page.episode.published.year, page.episode.published.month) == (2026, 1)
    assert texts(page) == [PARAGRAPH[3:-4]]


def test_a_duration_may_have_no_years_and_no_months():
    data = '{"@type": "PodcastEpisode", "name": "Fog", "duration": "P0Y0M0DT0H28M51S"}'
    page = read(f"<h1>Fog</h1>{PARAGRAPH}", f"<script type=application/ld+json>{data}</script>")
    assert page.episode.duration == 1731


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("We discuss:", "summary"),
        ("Darum geht es in dieser Folge", "summary"),
        ("Value for value", "support"),
        ("🎧 ESCÚCHANOS", "follow"),
        ("Convidada: Ana", "guest"),
        ("Fale com a gente:", "contact"),
        ("Apoie o programa:", "support"),
    ],
)
def test_headings_of_apps_are_known(heading, kind):
    assert headings(read(f"<h1>Fog</h1>{PARAGRAPH}<h2>{heading}</h2><p>One"))[-1][0] == kind


MENU = "Skip to main content\nHome\nWhat do you want to play?\nSupport\nLog in\nYour library\n"
FACTS = "May 2\n•\n54 min 10 sec\nSave Episode\n"


@pytest.mark.parametrize(
    ("titles", "number"),
    [
        ("Podcast Episode\n112: Fog\nHarbour Talk\n", 112),
        ("Podcast Episode\nFog\nHarbour Talk\n", None),
        ("112: Fog\nHarbour Talk\n", 112),
        ("Harbour Talk\nFog\n", None),
        ("Harbour Talk\nEp 4: Fog\n", 4),
    ],
)
def test_a_page_copied_from_an_app_begins_at_its_title(titles, number):
    page = text.loads(f"{MENU}{titles}{FACTS}Episode Description\n{FOG}\n\nLinks\n\n• A map")
    assert (page.show.title, page.episode.title, page.episode.number) == (
        *("Harbour Talk", "Fog"),
        number,
    )
    assert page.episode.duration == 3250
    assert headings(page) == [("summary", "Episode Description"), ("links", "Links")]


@pytest.mark.parametrize(
    "above",
    ["Rain\nHome\nFog\nSnow\nHail\n", "Ep 3: Rain\nHome\nBlog\nSnow\nHail\n", "Home\nBlog\nSnow\n"],
)
def test_other_lines_above_facts_are_content(above):
    page = text.loads(f"{above}Wind\nHarbour Talk\n{FACTS}{FOG}")
    assert "Snow" in "\n".join([*texts(page), page.heading or ""])


@pytest.mark.parametrize("fold", ["Show less", "…Mostrar menos", "Weniger anzeigen"])
def test_an_app_folds_up_the_notes_at_their_end(fold):
    long = f"{FOG} All of it is told here by the keepers of the lamp."
    foot = f"{fold}\nSee all episodes\n\nRain\nMay 3\n\nAbout\n\nJobs\n\nTranscript\n\nAnn: Hi."
    page = text.loads(f"Ep 1: Fog\n\n{long}\n\nCredits\n\nBo made this.\n\n{foot}")
    assert headings(page) == [
        ("summary", None),
        ("credits", "Credits"),
        ("transcript", "Transcript"),
    ]
    assert texts(page) == [long, "Bo made this."]


def test_tags_at_the_end_are_no_content_where_more_is_below():
    long = f"{FOG} All of it is told here by the keepers of the lamp."
    assert texts(text.loads(f"Ep 1: Fog\n\n{long}\n\n#fog #sea\nShow less\nShare")) == [long]
    assert texts(text.loads(f"Ep 1: Fog\n\n{long}\n\n#fog #sea")) == [long, "#fog #sea"]


def test_there_is_nothing_to_fold_up_above_the_notes():
    assert texts(text.loads(f"Ep 1: Fog\n\nShow less\n\n{FOG}\n\nBye."))[-1] == "Bye."


def test_below_a_copied_title_there_may_be_counts_and_a_date_that_names_the_show():
    page = text.loads(
        "Fog | Cosas con arreglo #31\n\nCosas con arreglo\n18,4 K suscriptores\n\nSuscribirse\n\n"
        "1,1 K\n\nCompartir\n\nGuardar\n\n9457 visualizaciones  24 sept 2026  Cosas con arreglo"
        f" | Pódcast\n{FOG}"
    )
    assert (page.show.title, page.episode.title) == ("Cosas con arreglo", "Fog")
    assert (page.episode.number, page.episode.published.day) == (31, 24)
    assert texts(page) == [FOG]


def test_lines_that_work_the_page_end_at_a_heading():
    page = text.loads(f"Ep 1: Fog\n\nMay 2, 2024\n\nSave\n\nShow Notes\n\n{FOG}")
    assert headings(page) == [("show_notes", "Show Notes")]


def test_a_name_with_a_small_letter_is_an_entry_of_its_own():
    links = "Spotify: https://open.spotify.com/show/1\niVoox: https://www.ivoox.com/p_1.html"
    page = text.loads(f"Ep 1: Fog\n\n{FOG}\n\nFollow us\n\n{links}")
    assert len(page.notes.sections[-1].paragraphs) == 2

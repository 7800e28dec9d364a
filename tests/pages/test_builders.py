"""What site builders and newsrooms have on an episode's page, one cause each."""

import pytest

from podkit.pages import markdown
from tests.pages.test_any_page import PARAGRAPH, read, texts
from tests.pages.test_other_makers import FOG, cues, headings

NOTES = f"<h1>Sleep</h1>{PARAGRAPH}<h2>Links</h2><ul><li>A map</ul>"
FORM = "<form><input type=email name=email></form>"


def test_tabs_that_hold_what_they_show_are_content():
    talk = "".join(f"<p>{name}: {FOG}</p>" for name in ("Ann", "Bo") * 3)
    tabs = "<div role=tablist><p role=tab>Read the transcript</p><div>{}</div></div>"
    assert len(cues(read(NOTES + tabs.format(talk)))) == 6
    assert headings(read(NOTES + tabs.format(""))) == headings(read(NOTES))


@pytest.mark.parametrize(
    "box",
    [
        f"<div><h3>The Sun in your inbox</h3><p>Every Friday.</p>{FORM}</div>",
        f"<section><div><div class=t-title>New shows by mail</div>{FORM}</div></section>",
    ],
)
def test_a_box_with_a_form_that_asks_for_an_address_is_no_content(box):
    assert texts(read(NOTES + box)) == texts(read(NOTES))


@pytest.mark.parametrize(
    "box",
    [
        f"<div><h3>Links</h3><p>{FOG}</p>{FORM}</div>",
        f"<div><p>{FOG}</p><h3>Stay in the loop</h3>{FORM}</div>",
        f"<div><h3>The fog</h3><p>{FOG * 9}</p>{FORM}</div>",
        f"<div><h3>Stay in the loop</h3><p>{FOG}</p>{'<div>' * 20}{FORM}{'</div>' * 20}</div>",
    ],
)
def test_a_text_beside_a_form_is_content(box):
    assert FOG in "".join(texts(read(NOTES + box)))


BELOW = "<section class=comments><h2>Comments</h2><p>Hi</p></section>"


@pytest.mark.parametrize(
    "box",
    [
        "<section><h2>On fog</h2><details><summary>Why?</summary><p>So.</details></section>",
        "<section><h2>Quick guide</h2><ul><li><a href=/top>Top shows</a></ul></section>",
    ],
)
def test_what_works_the_site_below_the_comments_is_no_content(box):
    page = read(f"<main><article>{NOTES}</article>{BELOW}{box}</main>")
    assert headings(page) == headings(read(NOTES))


@pytest.mark.parametrize(
    "page",
    [
        "<main><article>{notes}</article>{below}<section><h2>Transcript</h2><p>{fog}</main>",
        "<main><article>{notes}</article>{below}<section><h2>The story</h2><p>{fog}</main>",
        "<main>{below}<article>{notes}</article><section><h2>The story</h2><p>{fog}</main>",
        (
            "<main><article>{notes}</article><div class=related-links><h2>Links</h2><p>A</p></div>"
            "<section><h2>The story</h2><p>{fog}</p><button></button></main>"
        ),
    ],
)
def test_a_text_below_the_comments_is_content(page):
    found = read(page.format(notes=NOTES, below=BELOW, fog=FOG))
    said = [text for _, _, text in cues(found)] if found.transcript else []
    assert FOG in "".join([*texts(found), *said])


@pytest.mark.parametrize(
    "meta",
    [
        "<p>Veröffentlicht</p><p><a href=/1>7. März 2024</a></p><p>in</p><p>von</p>",
        "<p>Posted on</p><p>Filed under:</p>",
        "<p><a href=https://tide.example>Made on</a></p><p><a href=https://tide.example>Tide</a>",
        "<p>62 episodes</p>",
    ],
)
def test_what_a_template_puts_around_facts_is_no_content(meta):
    assert texts(read(f"<h1>Sleep</h1>{PARAGRAPH}{meta}")) == [PARAGRAPH[3:-4]]


def test_a_standfirst_stands_over_labels_the_author_and_a_caption():
    head = (
        "<main><h1>Sleep</h1><p>On sleep.</p><div>Author</div>"
        "<p class=author-name>Ann Lee</p><div>Published</div><p>May 3, 2023</p>"
        "<p>A bed at night. Photo: Bo Bee</p><p>MP3 <a href=/home>Home</a></p>"
    )
    page = read(f"{head}<p>{FOG}</p></main>")
    assert (page.episode.itunes_author, page.episode.published.day) == ("Ann Lee", 3)
    assert texts(page) == ["On sleep.", FOG]


@pytest.mark.parametrize(
    ("said", "author"), [("Told by Ann Lee.", "Ann Lee"), ("Ann Lee is here.", None)]
)
def test_a_portrait_beside_the_title_is_the_authors_if_the_text_says_so(said, author):
    portrait = "<div><img alt='Ann Lee'>Ann Lee</div>"
    page = read(f"<main><div><h1>Sleep</h1>{portrait}</div><p>{said} {FOG}</p></main>")
    assert page.episode.itunes_author == author


def test_who_comments_is_not_the_author():
    comment = "<div class=x-comment><p class=comment-author-name>Bo Bee</p><p>Hi.</p></div>"
    assert read(NOTES + comment).episode.itunes_author is None


def test_how_long_an_episode_is_stands_in_a_box_called_so():
    page = read("<h1>Sleep</h1><p><span class=duration>41:27</span> Go</p>" + PARAGRAPH)
    assert page.episode.duration == 2487
    page = read("<h1>Sleep</h1><p><span class=duration>41</span> Go</p>" + PARAGRAPH)
    assert page.episode.duration is None


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("<a href=/51>51: The eggs</a>", "episode"),
        ("<a href=../14/>Tides #14: The organ</a>", "episode"),
        ("<a href=/31>SB031 The gate</a>", "episode"),
        ("<a href=/8>2x08 The mill</a>", "episode"),
        ("<a href=/8>The mill (2)</a>", "other"),
        ("<a href=https://example.org/51>51: The eggs</a>", "other"),
        ("<a href=/eggs>The eggs</a>", "other"),
    ],
)
def test_a_link_within_the_site_that_begins_with_a_number_is_an_episode(link, kind):
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Links</h2><ul><li>Then {link}</ul>")
    assert [each.kind for each in page.notes.links] == [kind]


@pytest.mark.parametrize("show", ["Tides podcast", "Podcast «Tides»"])
def test_the_word_podcast_is_no_part_of_a_title(show):
    assert read(NOTES, f"<title>Sleep — {show}</title>").show.title == "Tides"


def test_a_talk_ends_at_a_heading_under_which_nobody_speaks_again():
    talk = "".join(f"<p>{name}: {FOG}</p>" for name in ("Ann", "Bo") * 3)
    page = read(f"{NOTES}<h2>Слова</h2>{talk}<h2>Люди</h2><p>Музыка: Bo</p>")
    assert [speaker for speaker, _, _ in cues(page)] == ["Ann", "Bo"] * 3
    assert headings(page)[-1] == ("other", "Люди")


def test_a_number_and_a_date_may_be_in_other_languages():
    page = read("<h1>Выпуск 14. Хлеб</h1><p>28 февраля 2024 · 47 минут</p>" + PARAGRAPH)
    assert (page.episode.number, page.episode.title) == (14, "Хлеб")
    assert (page.episode.published.month, page.episode.duration) == (2, 2820)


def test_links_of_a_wiki_are_read_as_their_words():
    source = (
        '---\ntitle: "Fog"\nhost: Ann\nlang: en\n---\n![[fog.jpg|500]]\n\n==Bo== met [[Cid]] and'
        " [[Dee Day|Dee]] where 1 == 1."
    )
    page = markdown.loads(source)
    assert (page.episode.itunes_author, page.show.language) == ("Ann", "en")
    assert texts(page) == ["Bo met Cid and Dee where 1 == 1."]
    assert texts(markdown.loads("==Bo== met \\[\\[Cid]].")) == ["==Bo== met [[Cid]]."]

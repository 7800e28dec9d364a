"""What an average page has around its notes, in HTML and in text copied from it: one cause each."""

import pytest

from podkit.pages import html, text
from podkit.pages._dates import puts_day_first, read_date
from tests.pages.test_any_page import PARAGRAPH, kinds, read, texts
from tests.pages.test_other_makers import FOG, cues, headings

HEAD = '<link rel=canonical href="https://example.com/1">'


@pytest.mark.parametrize(
    "anchor",
    [
        "<a class=headerlink href=#l title='Permanent link'>¶</a>",
        "<a class=hash-link href=#l>\u200b</a>",
        "<a href=#l><span class=visually-hidden>Permalink to “Links”</span> #</a>",
        "<a href=#l>Direct link to Links</a>",
        "<a href=#l>Lien vers cette section</a>",
        "<a href=#l>Enlace permanente</a>",
    ],
)
def test_a_link_from_a_heading_to_itself_is_no_part_of_it(anchor):
    page = read(f"<h1>Sleep{anchor}</h1>{PARAGRAPH}<h2 id=l>Links{anchor}</h2><ul><li>One</ul>")
    assert page.episode.title == "Sleep"
    assert headings(page) == [("summary", None), ("links", "Links")]
    assert page.notes.links == ()


def test_a_heading_that_is_a_link_to_itself_stays():
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2><a class=header href=#l>Links</a></h2><p>One")
    assert ("links", "Links") in headings(page)


@pytest.mark.parametrize(
    "picture",
    [
        "<p><img alt='A lamp'></p>",
        "<div><img alt='A lamp'><p>Fog.</p></div>",
        "<div><a><img alt='A lamp'></a></div>",
        "<figure><picture><img alt='A lamp'></picture><figcaption>Bo</figcaption></figure>",
        "<div class=wp-caption><img alt='A lamp'><p class=wp-caption-text>In Husum</p></div>",
        "<div><img alt='A lamp'><p class=image-credit>Bo</p></div>",
        "<figure><audio src=/1.mp3></audio><figcaption>Listen to the show</figcaption></figure>",
    ],
)
def test_what_a_picture_shows_is_no_content(picture):
    assert "".join(texts(read(f"<h1>Sleep</h1>{PARAGRAPH}{picture}"))) in (
        PARAGRAPH[3:-4],
        f"{PARAGRAPH[3:-4]}Fog.",
    )


@pytest.mark.parametrize(
    ("picture", "shown"),
    [
        ("<p>Hi <img alt='★'> you</p>", "Hi ★ you"),
        ("<p><b>Hi</b> <span><img alt='★'></span></p>", "Hi ★"),
        ("<p><a href=/x><span><img alt='Map of fog'></span></a></p>", "Map of fog"),
        ("<div><img alt='Ann Lee'></div>", "Ann Lee"),
        ("<figure><blockquote>Wet.</blockquote><figcaption>Bo</figcaption></figure>", "Bo"),
        (
            "<figure><img alt=x><ul><li>A</ul><figcaption>All three</figcaption></figure>",
            "All three",
        ),
        (
            "<figure><audio src=/1.mp3></audio><figcaption>The bell</figcaption></figure>",
            "The bell",
        ),
    ],
)
def test_other_words_of_pictures_and_captions_are_content(picture, shown):
    assert shown in texts(read(f"<h1>Sleep</h1>{PARAGRAPH}{picture}"))


def test_without_a_title_all_words_of_pictures_are_content():
    assert texts(html.loads("<main><p>Hi.</p><p><img alt='A lamp'></p></main>"))[-1] == "A lamp"


def test_who_is_quoted_is_no_heading():
    quote = "<blockquote><p>Fog talks.</p><cite>Ida</cite></blockquote>"
    assert texts(read(f"<h1>Sleep</h1>{PARAGRAPH}{quote}"))[-2:] == ["Fog talks.", "Ida"]


@pytest.mark.parametrize(
    ("date", "language", "day"),
    [
        ("14/3/2024", None, (3, 14)),
        ("3/14/2024", "de", (3, 14)),
        ("5/5/2024", None, (5, 5)),
        ("14-03-2024", None, (3, 14)),
        ("3/4/2024", "es-ES", (4, 3)),
        ("3/4/2024", "en-GB", (4, 3)),
        ("3/4/2024", "en_US", (3, 4)),
        ("3/4/2024", "en", None),
        ("3/4/2024", None, None),
    ],
)
def test_a_date_in_figures_is_read_where_its_order_is_certain(date, language, day):
    found = read_date(date, day_first=puts_day_first(language))
    assert (found and (found.month, found.day)) == day
    page = html.loads(f"<html lang='{language or ''}'><main><h1>Fog</h1><p>{date}</p><p>{FOG}")
    assert texts(page) == [FOG]
    published = page.episode.published
    assert (published and (published.month, published.day)) == day


def test_a_date_in_figures_of_no_certain_order_is_none_below_the_notes_either():
    page = read(f"<h1>Fog</h1><p>{FOG}<p>{FOG} Yes.<p>{FOG} No.<p>{FOG} So.<p>3/4/2024")
    assert page.episode.published is None


def test_a_byline_may_have_a_date_in_figures():
    page = html.loads(f"<html lang=fr><main><h1>Fog</h1><p>{FOG}<p class=byline>le 3/4/2024</p>")
    assert page.episode.published.month == 4


@pytest.mark.parametrize(
    "line",
    ["21 mai 2023, 08:30", "May 5, 2023 at 9:05", "5.5.2023 um 09:05", "5/13/2023 9:05:01 am"],
)
def test_a_time_of_day_is_no_duration(line):
    page = html.loads(f"<main><h1>Fog</h1><p>{line}</p><p>{FOG}")
    assert (page.episode.duration, page.episode.published.month) == (None, 5)
    assert texts(page) == [FOG]


def test_the_date_of_a_card_is_not_the_pages():
    card = "<li><h3><a href=/2>Boat</a></h3><time datetime=2024-02-05>5 Feb 2024</time></li>"
    page = read(f"<article><h1>Fog</h1>{PARAGRAPH}</article><h2>Related posts</h2><ul>{card}</ul>")
    assert page.episode.published is None
    page = read("<article><h1>Fog</h1><time datetime=2024-03-05></time><h2><a href=/a>X</a></h2>")
    assert page.episode.published.month == 3


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("<a href=https://example.com/1>Permalink</a>", "https://example.com/1"),
        ("<a href=https://example.com/1>Lien permanent</a>", "https://example.com/1"),
        ("<a href=https://example.com/1 rel=bookmark>May 5, 2023</a>", "https://example.com/1"),
        ("<a href=https://example.com/2 rel=bookmark>Boat</a>", None),
        ("<a href=https://example.com/2>May 5, 2023</a>", None),
    ],
)
def test_a_page_may_lead_to_itself(link, url):
    assert read(f"<h1>Sleep</h1><p>{link}</p>{PARAGRAPH}").episode.link == url
    stated = read(f"<h1>Sleep</h1><p>{link}</p>{PARAGRAPH}", HEAD).episode.link
    assert stated == "https://example.com/1"


@pytest.mark.parametrize(
    ("heading", "author", "kind"),
    [
        ("About Loretta", "Ann Lee", "guest"),
        ("Über Loretta", None, "guest"),
        ("À propos de Loretta Finch", None, "guest"),
        ("Sobre Loretta", None, "guest"),
        ("Meet Loretta:", None, "guest"),
        ("About Loretta", "Loretta Finch", "hosts"),
        ("About Ann Lee", "Ann Lee", "hosts"),
        ("About Duluth", None, "other"),
        ("About Us", None, "other"),
    ],
)
def test_a_section_about_somebody_is_the_guests_or_the_hosts(heading, author, kind):
    head = f"<meta name=author content='{author}'>" if author else ""
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h2>{heading}</h2><p>Loretta Finch is in Duluth.", head)
    assert kinds(page) == ["summary", kind]


def test_a_line_about_somebody_is_a_heading():
    page = text.loads(f"Ep 1: Fog\n\n{FOG}\n\nAbout Ida Behrens\n\nIda keeps the lamp.")
    assert headings(page) == [("summary", None), ("guest", "About Ida Behrens")]


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>Share this episode on Facebook</p>",
        "<h3>Diesen Beitrag teilen</h3><p>Boat</p>",
        "<p>3 min read</p>",
        "<p>Lesezeit: 3 Minuten</p>",
        "<p>Edit this page</p>",
        "<p>12 comments</p>",
        "<p>Tags: fog, sea</p>",
        "<p>Play in new window | Download (34:12)</p>",
        "<p>15s</p><p>1.25x</p>",
        "<p>Publicidad</p>",
        "<p>Your email address will not be published. Required fields are marked *</p>",
        "<p>Last updated on May 6, 2023</p>",
        "<p>Published on May 6, 2023 by <a href=/ann>Ann Lee</a></p>",
        "<p><a href=https://m.example/m/signin?x>Follow</a></p>",
        "<p><a href=/blog>Back to the blog</a></p>",
        "<h2>Neuer Kommentar</h2><p>Dein Name</p>",
        "<h3>También te puede gustar</h3><ul><li>Boat</ul>",
        "<h3>Aktuelle Meldungen</h3><ul><li>Boat</ul>",
        "<h3>À la une</h3><ul><li>Boat</ul>",
        "<h2>Most popular</h2><p>Boat</p>",
        "<h2>Information</h2><ul><li>Show<li>Fog<li>Length<li>Rating: Clean</ul>",
        "<aside><h2>Now</h2><a href=/2>Boat</a> <a href=/3>Tower</a></aside>",
        "<ul><li><a href=#l>1. Sleep well</a></ul>",
    ],
)
def test_what_pages_have_around_the_notes_is_left_out(furniture):
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h2 id=l>Sleep well</h2><p>Do.</p>{furniture}", HEAD)
    assert texts(page) == [PARAGRAPH[3:-4], "Do."]
    assert len(page.notes.sections) == 2


@pytest.mark.parametrize(
    "kept",
    [
        "<p>Hosted by Ann Lee and Bo</p>",
        "<p>Gehostet von Anna Berg</p>",
        "<p>Hosted on Acast. See acast.com/privacy for more information.</p>",
        "<p>Updated recipes from 3 keepers</p>",
        "<p>Share your story on Facebook</p>",
        "<aside><p>Mind the fog.</p><a href=/2>Boat</a> <a href=/3>Tower</a></aside>",
        "<aside><h2>Links</h2><a href=/2>Boat</a> <a href=/3>Tower</a></aside>",
        "<aside><a href=https://b.example/>Boat</a> <a href=/3>Tower</a></aside>",
        "<p><a href=/login>Log in to read the whole log</a></p>",
    ],
)
def test_what_an_author_says_is_content(kept):
    page = read(f"<h1>Fog</h1>{PARAGRAPH}{kept}", HEAD)
    assert len(texts(page)) + len(page.notes.sections) > 2


def test_cards_below_a_talk_are_not_said():
    talk = "".join(f"<p><b>{'AB'[n % 2]}nn:</b> Fog {n}.</p>" for n in range(8))
    cards = "<h2>Mehr zum Thema</h2><article><a href=/2><h3>Ton: Das Boot</h3></a></article>"
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h2>Das Gespräch</h2>{talk}{cards}", HEAD)
    assert (len(page.transcript.cues), page.notes.links) == (8, ())


def test_the_author_may_be_named_in_a_box():
    box = "<div class=author><b class=name>Ann Lee</b><i>Keeper</i></div>"
    assert read(f"<h1>Fog</h1>{box}{PARAGRAPH}").episode.itunes_author == "Ann Lee"


def test_minutes_beside_words_are_those_of_reading():
    page = read(f"<h1>Fog</h1><p>May 5, 2023 · 3 min · 512 words</p>{PARAGRAPH}")
    assert page.episode.duration is None


def test_broadcasters_have_platforms_of_their_own():
    body = "<p><a href=https://www.ardaudiothek.de/sendung/fog/1/>ARD Audiothek</a></p>"
    [link] = read(f"<h1>Fog</h1>{PARAGRAPH}<h2>Abonnieren</h2>{body}").notes.links
    assert (link.kind, link.platform) == ("follow", "ard_audiothek")


COPIED = f"""0

Skip to content
Harbour Talk
Home
Episodes

About

Cart (0)

Home » Episodes » Fog

Episode 12: Fog
By Ann Lee / March 5, 2024

0:00
1x

{FOG}

Full transcript

Ann: Fog?

Bo: Fog.

"""


@pytest.mark.parametrize(
    "foot",
    [
        "",
        "Tagged: fog, sea\n5 Likes\nShare\n\nNewer Post\nEp 13: Sun\n\nOlder Post\n\nEp 11: Rain",
        "Share this:\nFacebook\nX\n\nRelated\nEp 11: Rain\n\nPosted in Podcast\n\n* * *\n\n© Ann",
        "Post navigation\nPrevious\nRain\n\nLeave a Reply\n\nYour email address\n\nName *",
        "3 Comments\n\nBo says\nI like it.\n\nAbout\n\nContact\n\nPrivacy Policy",
        "Home\nEpisodes\nAbout",
        "Back to top",
    ],
)
def test_a_copied_page_ends_before_what_all_pages_have(foot):
    problems = []
    page = text.loads(COPIED + foot, on_problem=problems.append)
    assert (page.show.title, page.episode.title, page.episode.number) == ("Harbour Talk", "Fog", 12)
    assert (page.episode.itunes_author, page.episode.published.day) == ("Ann Lee", 5)
    assert texts(page) == [FOG]
    assert cues(page) == [("Ann", None, "Fog?"), ("Bo", None, "Fog.")]
    assert {problem.id for problem in problems} == {"page-furniture"}


@pytest.mark.parametrize(
    "last", ["12:34", "———", "Older people like fog.", "Share your story with us"]
)
def test_the_last_line_of_a_text_is_content_where_nothing_is_below_it(last):
    assert texts(text.loads(f"Ep 1: Fog\n\n{FOG}\n\n{last}"))[-1] == last


def test_a_section_below_the_comments_is_content():
    page = text.loads(f"Ep 1: Fog\n\n{FOG}\n\nRecent posts\n\nRain\n\nLinks:\n\n• A map")
    assert headings(page) == [("summary", None), ("links", "Links:")]


def test_lines_at_the_end_of_a_paragraph_may_be_the_foot():
    page = text.loads(f"Ep 1: Fog\n\n{FOG}\nGoodbye, dear reader of fog.\n© 2024 Ann")
    assert texts(page) == [f"{FOG}\nGoodbye, dear reader of fog."]


def test_a_copied_video_has_the_channel_and_counts_below_its_title():
    page = text.loads(
        "Fog | Harbour Talk Ep. 12\n\nHarbour Talk\n12.3K subscribers\n\nSubscribe\n\n1.2K\n\n"
        f"Share\n\n12,345 views  Mar 5, 2024\n{FOG}"
    )
    assert (page.show.title, page.episode.title, page.episode.number) == ("Harbour Talk", "Fog", 12)
    assert texts(page)[-1].endswith(FOG)


def test_the_channel_may_name_the_show():
    page = text.loads(f"Fog\n\nHarbour Talk\n\n12.3K subscribers\n\nMar 5, 2024\n\n{FOG}")
    assert (page.show.title, page.episode.published.day) == ("Harbour Talk", 5)
    assert texts(page) == [FOG]


TALK = "".join(f"<p>{FOG} {word}.</p>" for word in ("One", "Two", "Three", "Four", "Five") * 2)
LIST = "<h2>Links</h2><ul><li><a href=/map>A map</a></ul>"


@pytest.mark.parametrize(
    "classes",
    [
        "post-12 post type-post hentry category-podcast tag-related-posts has-media",
        "h-entry category-comments",
        "entry post-footer-area-boxed",
        "episodes",
        "js-reveal hidden",
        "recent",
        "page-sidebar",
    ],
)
def test_a_box_that_holds_the_notes_is_content_whatever_its_classes_say(classes):
    for tag in ("article", "div"):
        page = read(f"<main><h1>Fog</h1><{tag} class='{classes}'>{TALK}{LIST}</{tag}></main>")
        assert headings(page) == [("summary", None), ("links", "Links")]
        assert len(page.notes.sections[0].paragraphs) == 10


@pytest.mark.parametrize("classes", ["comments", "cookie-notice", "newsletter"])
def test_what_visitors_and_the_site_say_is_no_content_however_long(classes):
    page = read(f"<h1>Fog</h1>{PARAGRAPH * 3}<div class={classes}>{TALK}</div>")
    assert texts(page) == [PARAGRAPH[3:-4]] * 3


def test_boxes_of_much_text_are_told_from_content_only_so_often():
    page = read(f"<h1>Fog</h1>{'<div class=recent>' * 30}{TALK}")
    assert page.notes.sections == ()


def test_a_banner_of_the_title_is_not_the_content():
    page = read(f"<article class=hero><h1>Fog</h1></article><div>{TALK}</div>")
    assert len(page.notes.sections[0].paragraphs) == 10


@pytest.mark.parametrize("anchor", ["<div id=chapters></div>", "<div id=chapters> </div>"])
def test_a_place_to_jump_to_is_no_list_of_chapters(anchor):
    page = read(
        f"<h1>Fog</h1>{PARAGRAPH}<h2>Chapters {anchor}</h2><ul><li>0:00 Fog<li>1:00 Sun</ul>"
    )
    assert headings(page) == [("summary", None), ("timestamps", "Chapters")]


def test_a_picture_of_another_text_with_the_title_is_no_content():
    page = read(f"<h1>Fog over Husum</h1><img alt='You are viewing Fog over Husum'>{PARAGRAPH}")
    assert texts(page) == [PARAGRAPH[3:-4]]


def test_a_portrait_is_not_told_twice():
    page = read(
        f"<h1>Fog</h1>{PARAGRAPH}<h2>Guest</h2><div><img alt='Ann Lee'><h3>Ann Lee</h3>{PARAGRAPH}"
    )
    assert texts(page) == [PARAGRAPH[3:-4]] * 2


def test_a_number_sign_before_a_number_makes_no_tag():
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h2>Links</h2><ul><li><a href=/14>#14: Rain</a></ul>")
    assert page.notes.links[0].text == "#14: Rain"
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<p><a href=/t/fog>#fog</a> <a href=/t/14a>#14a</a></p>")
    assert texts(page) == [PARAGRAPH[3:-4]]


@pytest.mark.parametrize(
    "row",
    [
        "<p>Share this post on:</p><p><a href=https://wa.me/?text=1></a></p>",
        "<p><a href=/2>Previous Post</a></p><p><a href=/2>Rain</a></p>",
        "<a href=/2><div>Previous Post</div><div>Rain</div></a>",
        "<ul><li>← Previous<br><a href=/2>Rain</a><li>Next →<br><a href=/3>Sun</a></ul>",
        "<p>Verwandte Artikel</p><ul><li><a href=/2>Rain</a><li><a href=/3>Sun</a></ul>",
        "<p>This post is licensed under <a href=/by>CC BY 4.0</a> by the author.</p>",
    ],
)
def test_rows_that_lead_on_and_share_are_no_content(row):
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h2>Links</h2><ul><li>One</ul>{row}")
    assert texts(page) == [PARAGRAPH[3:-4], "One"]


def test_a_date_beside_a_link_is_no_content_below_the_notes():
    page = read(f"<h1>Fog</h1>{TALK}<p>2 May 2023 · <a href=/blog>Blog</a></p>")
    assert len(texts(page)) == 10


def test_a_line_over_links_in_the_notes_stays():
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<p>Our maps</p><ul><li><a href=/2>Rain</a></ul>")
    assert texts(page)[1:] == ["Our maps", "Rain"]


def test_a_player_below_the_content_plays_the_episode_if_there_is_no_other():
    player = "<div class=player><audio src=/{}.mp3></audio></div>"
    page = read(f"<main><h1>Fog</h1>{PARAGRAPH}</main>{player.format(1)}")
    assert page.episode.enclosure.url == "/1.mp3"
    page = read(f"<main><h1>Fog</h1>{PARAGRAPH}</main>{player.format(1)}{player.format(2)}")
    assert page.episode.enclosures == ()


@pytest.mark.parametrize(
    "line", ["Fog | Tides Ep. 12", "Ep. 12 | Fog | Tides", "Tides Ep. 12: Fog", "12. Fog – Tides"]
)
def test_a_title_line_holds_number_title_and_show_in_any_order(line):
    page = read(f"<h1>{line}</h1>{PARAGRAPH}", '<meta property="og:site_name" content="Tides">')
    assert (page.show.title, page.episode.title, page.episode.number) == ("Tides", "Fog", 12)


def test_a_series_is_a_season_where_an_episode_follows():
    page = read(f"<h1>Series 2, Episode 5: Fog</h1>{PARAGRAPH}")
    assert (page.episode.season, page.episode.number, page.episode.title) == (2, 5, "Fog")


def test_facts_may_stand_below_a_standfirst():
    head = '<meta name=author content="ann_l">'
    page = read(
        f"<h1>Fog</h1>{PARAGRAPH}<p>By <a href=/ann>Ann Lee</a></p><p>EP12 (31:54)</p><p>Bye.</p>",
        head,
    )
    episode = page.episode
    assert (episode.itunes_author, episode.number, episode.duration) == ("Ann Lee", 12, 1914)
    assert texts(page) == [PARAGRAPH[3:-4], "Bye."]


def test_the_feed_of_the_podcast_goes_before_that_of_the_site():
    feeds = (
        "<link rel=alternate type=application/atom+xml title=Tides href=/feed.xml>"
        "<link rel=alternate type=application/rss+xml title='Tides (podcast)' href=/show.xml>"
    )
    page = read(f"<h1>Fog</h1>{PARAGRAPH}", feeds)
    assert [link.href for link in page.show.atom_links] == ["/show.xml"]


def test_a_time_may_follow_a_name_in_bold_type():
    page = read(
        f"<h1>Fog</h1>{PARAGRAPH}<h2>Transcript</h2><p><b>Ann:</b> <i>0:00</i> Fog?</p>"
        "<p><b>Bo:</b> <i>0:04</i> Fog.</p>"
    )
    assert cues(page) == [("Ann", 0, "Fog?"), ("Bo", 4, "Fog.")]


def test_what_stands_beside_the_box_of_a_talk_is_no_part_of_it():
    talk = "<h2>Transcript</h2><p>Ann: Fog?</p><p>Bo: Fog.</p>"
    guest = f"<h3>Guest</h3>{PARAGRAPH}"
    page = read(f"<h1>Fog</h1><article>{PARAGRAPH}{talk}</article><aside>{guest}</aside>")
    assert headings(page) == [("summary", None), ("transcript", "Transcript"), ("guest", "Guest")]
    page = read(f"<h1>Fog</h1>{PARAGRAPH}{talk}{guest}")
    assert headings(page) == [("summary", None), ("transcript", "Transcript")]


@pytest.mark.parametrize(
    ("points", "kind"),
    [
        (("Fog (0:10)", "Rain (1:20)", "Sun (12:00)"), "timestamps"),
        (("0:10 – Fog", "[1:20] Rain", "1:02:00 Sun"), "timestamps"),
        (("Fog (0:10)", "Rain (1:20)"), "summary"),
        (("Fog (0:10)", "Rain", "Sun (1:20)"), "summary"),
        (("Fog (1:20)", "Rain (0:10)", "Sun (1:30)"), "summary"),
    ],
)
def test_topics_that_all_have_times_are_a_list_of_times(points, kind):
    items = "".join(f"<li>{point}" for point in points)
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<h2>Topics</h2><ul>{items}</ul>")
    assert kinds(page) == ["summary", kind]


MENU = "Skip to content\nHarbour Talk\nHome\nAbout\nWork With Me\nFree Resources\nContact\nSearch\n"
PLAYER = """Audio Player
00:00
Use Up/Down Arrow keys to increase or decrease volume.

Podcast: Play in new window | Download (Duration: 24:18 — 22.3MB)

Subscribe: Apple Podcasts | Spotify | RSS
"""
SHARED = """Share this:

Click to share on Facebook (Opens in new window) Facebook
Click to email a link to a friend (Opens in new window) Email

Like Loading...

Filed Under: Podcast

Previous Post: Ep 11: Rain
Next Post: Ep 13: Sun

Reader Interactions

Leave a Reply
Name *
"""


def test_a_copied_page_may_have_a_menu_a_player_and_rows_below():
    page = text.loads(
        f"{MENU}\nPodcast\n\nEp 12: Fog\nMarch 4, 2025 by Ann Lee\n\n{PLAYER}\n{FOG}\n\n{SHARED}"
    )
    episode = page.episode
    assert (page.show.title, episode.title, episode.number) == ("Harbour Talk", "Fog", 12)
    assert (episode.itunes_author, episode.duration) == ("Ann Lee", 1458)
    assert texts(page) == [FOG]


@pytest.mark.parametrize(
    ("menu", "show"),
    [
        ("Home\nAbout\nContact\n\nEp 12: Fog", None),
        ("Home\nAbout\nContact\nEp 12: Fog", None),
        ("Home\nAbout\nContact", None),
        ("Harbour\nTalk\nof fog\n\nEp 12: Fog", None),
    ],
)
def test_only_what_leads_through_a_site_is_its_menu(menu, show):
    page = text.loads(f"{menu}\n\n{FOG}")
    assert page.show.title == show
    assert FOG in texts(page)


def test_a_title_below_a_talk_is_a_heading():
    turns = "\n\n".join(["Ann: Fog?", "Bo: Fog."] * 3)
    page = text.loads(
        f"Ep 1: Fog\n\n{FOG}\n\nTranscript\n\n{turns}\n\nWant Help With Fog?\n\nAsk me."
    )
    assert headings(page)[-1] == ("other", "Want Help With Fog?")
    page = text.loads(f"Ep 1: Fog\n\nTranscript\n\n{turns}\n\nFog.\n\nWant Help With Fog?\n\nAsk.")
    assert headings(page) == [("transcript", "Transcript")]


def test_two_sentences_in_a_list_of_links_are_a_paragraph():
    page = text.loads(f"Ep 1: Fog\n\n{FOG}\n\nFollow us\n\nCome and see. We are on Instagram.")
    assert not page.notes.sections[-1].paragraphs[0].is_point


@pytest.mark.parametrize("attribute", ["class='field field--label-hidden'", "aria-hidden=true"])
def test_a_title_that_is_said_to_be_hidden_takes_nothing_with_it(attribute):
    page = html.loads(f"<main><h1><span {attribute}>Fog</span></h1><p>It is loud.</p></main><hr>")
    assert page.episode.title == "Fog"
    assert page.notes.sections[0].paragraphs[0].text == "It is loud."


def test_a_line_that_is_left_out_of_a_copied_text_takes_no_link_with_it():
    said = "• See https://example.com/fog and https://example.com/ice.\n5 Likes\nShare this post"
    page = text.loads(f"Ep 1: Fog\n\nHello.\n\n{said}\n\nOlder Post\nSleep\n")
    assert [link.url for link in page.notes.links] == [
        "https://example.com/fog",
        "https://example.com/ice",
    ]
    assert page.notes.sections[0].paragraphs[1].is_point


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted on June 3, 2024 · \xa04\xa0minute\xa0read", 3),
        ("Posted on 2024-06-03 Edited on 2024-06-05 In <a href=/c>talks</a> Word count: 412", 3),
        ("Last updated: June 5, 2024 | Published: June 3, 2024", 3),
        ("Updated: June 5, 2024", 5),
        ("June 3, 2024 by Ann Lee Leave a Comment", 3),
        ("Published: 3 June 2024 Hits: 1423", 3),
        ("Veröffentlicht am 3. Juni 2024 · Lesezeit: ca. 4 Minuten", 3),
        ("3. Juni 2024, bearbeitet am 5. Juni 2024, keine Kommentare", 3),
        ("Posté le 3 juin 2024 dans <a href=/c>Mer</a> · Temps de lecture estimé : 4 min", 3),
        ("Date de publication : 3 juin 2024", 3),
        ("Publicado el 3 de junio de 2024 · 4 minutos de lectura · Sin comentarios", 3),
        ("Fecha de publicación: 3 de junio de 2024", 3),
    ],
)
def test_a_line_below_the_title_says_when_it_was_published_and_how_long_one_reads(line, day):
    page = read(f"<h1>Fog</h1><p>{line}</p>{PARAGRAPH}")
    assert page.episode.published.day == day
    assert page.episode.duration is None
    assert texts(page) == [PARAGRAPH[3:-4]]


def test_a_length_after_a_date_is_no_time_of_day():
    page = read(f"<h1>Fog</h1><p>2024-06-03 24:40</p>{PARAGRAPH}")
    assert (page.episode.published.day, page.episode.duration) == (3, 1480)


DESCRIBED = '<meta name=description content="How to be in fog.">'


@pytest.mark.parametrize(
    "head",
    [
        "<header><h1>Fog</h1><p class=post-excerpt>How to be in fog.</p></header>",
        "<div class=post-head><div><h1>Fog</h1></div><p class=description>How to be in fog.</div>",
        "<hgroup><h1>Fog</h1><h2>How to be in fog.</h2></hgroup>",
        "<div><h1>Fog</h1><h2>How to be in fog.</h2></div>",
    ],
)
def test_an_excerpt_in_the_box_of_the_title_is_the_subtitle(head):
    page = read(f"<article>{head}{PARAGRAPH}</article>", DESCRIBED)
    assert page.episode.subtitle == "How to be in fog."
    assert texts(page) == [PARAGRAPH[3:-4]]


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ("<header><h1>Fog</h1><p>How to be in fog.</p></header>", "How to be in fog."),
        ("<header><h1>Fog</h1><p class=intro>We met.</p></header>", "We met."),
        ("<div class=x><div><h1>Fog</h1></div><p class=intro>How to be in fog.</div>", "How to"),
        ("<h1>Fog</h1><p class=excerpt>How to be in fog.</p>", "How to be in fog."),
    ],
)
def test_other_lines_below_the_title_are_content(head, shown):
    page = read(f"<article>{head}{PARAGRAPH}</article>", DESCRIBED)
    assert shown in " ".join(texts(page))


def test_a_heading_below_the_title_that_opens_a_section_is_no_subtitle():
    page = read(f"<div><h1>Fog</h1><h2>In this episode</h2></div>{PARAGRAPH}")
    assert headings(page) == [("summary", "In this episode")]


def test_an_excerpt_is_the_summary_where_there_is_no_other():
    head = "<header><h1>Fog</h1><p class=excerpt>How to be in fog.</p></header>"
    page = read(f"<article>{head}<h2>Links</h2><ul><li>One</ul></article>", DESCRIBED)
    assert texts(page) == ["How to be in fog.", "One"]


@pytest.mark.parametrize(
    "box",
    [
        "<h2>This post is for subscribers only</h2><p>Already have an account? <a href=/in>Sign in",
        "<h3>Subscribe to keep reading</h3><p><a href=/in>Already a paid subscriber? Sign in</a>",
        "<h3>Upgrade to Premium to read the rest.</h3><p>Join to unlock",
        "<p>This content is for Gold members only.<br><a href=/in>Log In</a> <a href=/j>Join Now",
        "<h3>To access this post, you must purchase a subscription.</h3>",
        "<h3>Dieser Beitrag ist nur für Mitglieder</h3><p>Bereits Mitglied? <a href=/in>Einloggen",
        "<h3>Cet article est réservé aux abonnés</h3><p>Déjà abonné ? Connectez-vous",
        "<h3>Este contenido es solo para suscriptores</h3><p>¿Ya tienes una cuenta? Inicia sesión",
        "<aside class=post-upgrade-cta><h2>Read on</h2><p>Subscribe now</aside>",
        "<div class=paywall-prompt><h2>Read on</h2><p>Subscribe now</div>",
    ],
)
def test_what_asks_to_pay_or_to_log_in_is_no_content(box):
    page = read(f"<article><h1>Fog</h1>{PARAGRAPH}<div>{box}</div></article>")
    assert headings(page) == [("summary", None)]
    assert texts(page) == [PARAGRAPH[3:-4]]


@pytest.mark.parametrize(
    "said",
    [
        "<p>You have to be kind to read fog.</p>",
        "<p>Become a patron to hear bonus episodes.</p>",
        "<p>Members only get one.</p>",
        "<div class=paywall><p>Fog.</p></div>",
        "<div class=members-only><p>Fog.</p></div>",
        "<h2>This episode is for supporters only</h2><p>Fog.</p>",
    ],
)
def test_what_an_author_says_to_members_is_content(said):
    page = read(f"<article><h1>Fog</h1>{PARAGRAPH}{said}</article>")
    assert len(texts(page)) == 2


@pytest.mark.parametrize(
    "way",
    [
        "<ul class=breadcrumb><li><a href=/>Home</a><li><a href=/shows/fog-talk>Fog Talk</a></ul>",
        "<nav aria-label=Breadcrumb><a href=/podcasts>All</a> <a href=/shows/12>Fog Talk</a></nav>",
        "<ol itemtype=/BreadcrumbList><li><a href=/emissions/fog/>Fog Talk</a>S2</ol>",
        "<p class=breadcrumb><a href=/show/fog>Fog Talk</a> <a href=/show/s2>Season 2</a></p>",
        "<p><a href=/channel/Fog-Talk-id33?x=1>Fog Talk</a></p>",
    ],
)
def test_the_show_is_told_by_where_the_way_to_the_page_leads(way):
    page = read(f"<main>{way}<h1>The bell</h1>{PARAGRAPH}</main>", "<title>The bell | Site</title>")
    assert page.show.title == "Fog Talk"
    assert texts(page) == [PARAGRAPH[3:-4]]


@pytest.mark.parametrize(
    "link",
    [
        "<a href=/podcasts/fog-guide>Read the guide</a>",
        "<a href=https://open.spotify.com/show/spotify1>Spotify</a>",
        "<a href=/shows/all-shows>All shows</a>",
        "<a href=/shows/fog-talk>Fog Talk cover art</a>",
    ],
)
def test_other_links_below_a_title_name_no_show(link):
    head = "<title>The bell | Site</title>"
    page = read(f"<main><h1>The bell</h1><p>{link}{PARAGRAPH}</main>", head)
    assert page.show.title == "Site"


@pytest.mark.parametrize(
    "row",
    [
        "<p><a href=/e/2>Rain</a></p><p><a href=/e/2>2024-05-03 31:10</a></p>",
        "<p>Thématiques</p><p><a href=/fr/thematiques/mer>Mer</a></p>",
        "<div>Topics</div><ul><li><a href=/topics/fog>Fog</a></ul>",
        "<div class=field-themen><p>Themen</p><p>Nebel</p></div>",
        "<div class=app-download><p>In Channel</p></div>",
        "<p><span>Previous</span> <a href=/e/1>Rain</a></p>",
        "<p><a href=/1>Épisode précédent La pluie</a> <a href=/2>Épisode suivant La brume</a></p>",
        "<table><tr><td><a href=/e/1>« Rain</a><td><a href=/e/3>Sun »</a></table>",
        "<h2>Otros episodios de la serie</h2><ul><li><a href=/e/2>Lluvia</a></ul>",
        "<h2>Weitere Folgen aus der Reihe</h2><ul><li><a href=/e/2>Regen</a></ul>",
        "<div class=image><div class=image__source>The bell, by night</div></div>",
        "<div>Subscribe</div>",
    ],
)
def test_what_themes_add_below_the_notes_is_no_content(row):
    page = read(f"<article><h1>Fog</h1>{PARAGRAPH}{row}</article>", HEAD)
    assert headings(page) == [("summary", None)]
    assert texts(page) == [PARAGRAPH[3:-4]]


@pytest.mark.parametrize(
    "row",
    [
        "<p><a href=https://other.example/themen/nebel>Nebel</a></p>",
        "<p><a href=/e/2>Rain</a></p><p><a href=/e/2>and more of it</a></p>",
        "<p>See the blog: <a href=https://other.example/>Fog</a></p>",
        "<p><a href=/e/3>Sun »</a></p>",
    ],
)
def test_links_of_the_author_below_the_notes_stay(row):
    page = read(f"<article><h1>Fog</h1>{PARAGRAPH}{row}</article>", HEAD)
    assert len(texts(page)) > 1


@pytest.mark.parametrize("words", ["Mind the fog", "Mind <i>the</i> fog"])
def test_the_title_of_a_note_heads_it_where_no_other_text_follows(words):
    title = f"<p class=starlight-aside__title aria-hidden=true>{words}</p>"
    note = f"<aside>{title}<p>Wet.</p></aside>"
    before = read(f"<h1>Fog</h1>{PARAGRAPH}{note}\n<div><h2>Links</h2></div><ul><li>One</ul>")
    assert headings(before)[:2] == [("summary", None), ("other", "Mind the fog")]
    assert texts(read(f"<div><h1>Fog</h1>{note}</div>")) == ["Wet."]
    within = read(f"<h1>Fog</h1>{PARAGRAPH}{note}<p>We went on.</p>")
    assert texts(within) == [PARAGRAPH[3:-4], "Mind the fog", "Wet.", "We went on."]


@pytest.mark.parametrize(
    ("stated", "linked", "feed"),
    [
        ("", "<a href=/podcast.xml>plain RSS</a>", "https://example.com/podcast.xml"),
        ("/feed/", "<a href=/feed/podcast/>RSS</a>", "https://example.com/feed/podcast/"),
        ("/feed/", "<a href=/feed/>RSS</a>", "https://example.com/feed/"),
        ("/podcast.xml", "<a href=/feed/podcast>RSS</a>", "https://example.com/podcast.xml"),
        ("/feed/", "<a href=https://b.example/podcast.xml>RSS</a>", "https://example.com/feed/"),
        ("", "<a href=/comments/feed>RSS</a> <a href=/feedback>Feed us</a>", None),
        ("", "<a href=/1/feed>RSS</a> <a href=/2/feed>RSS</a>", None),
    ],
)
def test_the_feed_may_stand_among_the_places_to_follow(stated, linked, feed):
    link = f"<link rel=alternate type=application/rss+xml href={stated}>" if stated else ""
    page = read(f"<h1>Fog</h1>{PARAGRAPH}<p>{linked}", f"{HEAD}{link}")
    assert [found.href for found in page.show.atom_links] == ([feed] if feed else [])


def test_a_players_length_may_stand_beside_its_other_buttons():
    player = "<div class=player><audio src=/1.mp3></audio><b>39:37</b><button>1×</button></div>"
    assert read(f"<h1>Fog</h1>{player}{PARAGRAPH}").episode.duration == 2377


ROWS = """\
Share this episode:
Facebook
Email

← Ep 11: Rain
Ep 13: Sun →

Submit a Comment
Name *
Send"""


def test_a_copied_line_on_who_a_person_is_heads_a_section_and_rows_below_are_none():
    said = "Follow us\n\nInstagram: www.instagram.com/fog"
    links = "Links\n\nFog talk\n\nAbout Ann\n\nAnn Lee rings the bell."
    page = text.loads(f"Ep 12: Fog\n\n{FOG}\n\n{links}\n\n{said}\n\n{ROWS}")
    assert headings(page)[1:] == [
        ("links", "Links"),
        ("guest", "About Ann"),
        ("follow", "Follow us"),
    ]
    assert texts(page)[-1] == "Instagram: www.instagram.com/fog"


def test_a_copied_line_on_somebody_whom_nobody_names_is_an_entry():
    page = text.loads(f"Ep 12: Fog\n\n{FOG}\n\nLinks\n\nAbout Ann\nFog talk")
    assert headings(page)[-1] == ("links", "Links")
    assert texts(page)[1:] == ["About Ann", "Fog talk"]


@pytest.mark.parametrize(
    ("said", "is_kept"),
    [
        ("<h3>About Owen</h3><p>Owen writes the newsletter Cold Iron.", True),
        ("<h3>In the fog</h3><p>The newsletter was printed at night.", True),
        ("<h3>Keep up</h3><p>Get our newsletter on Fridays.", False),
        ("<h3>Post</h3><p>Melde dich beim Newsletter an.", False),
    ],
)
def test_a_newsletter_is_no_content_where_one_is_asked_to_read_it(said, is_kept):
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{said}")
    assert (len(headings(page)) == 2) is is_kept


@pytest.mark.parametrize(("box", "is_kept"), [("div", True), ("nav", False)])
def test_a_box_that_only_has_places_to_follow_is_content_whatever_it_is_called(box, is_kept):
    places = (
        "<li><a href=https://open.spotify.com/show/1>Spotify</a>"
        "<li><a href=https://pca.st/1>Pocket Casts</a>"
    )
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<{box} class=subscribe-box><h3>Subscribe</h3>{places}")
    assert (("follow", "Subscribe") in headings(page)) is is_kept


def test_the_day_of_a_comment_is_not_that_of_the_page():
    comment = "<div class=comment-body><time datetime=2024-03-29>yesterday</time><p>Hi.</div>"
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{comment}")
    assert page.episode.published is None


@pytest.mark.parametrize("words", ["avatar", "Profile photo", "Titelbild", "guest image"])
def test_words_that_only_say_that_there_is_a_picture_are_no_content(words):
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<ul><li><img alt='{words}'> Jule Brandt<li>Tarek</ul>")
    assert texts(page)[1:] == ["Jule Brandt", "Tarek"]


def test_what_others_say_of_the_show_is_no_content():
    said = "<section class=reviews-strip><h3>Kind words</h3><blockquote>So calm.</blockquote>"
    assert headings(read(f"<h1>Sleep</h1>{PARAGRAPH}{said}")) == [("summary", None)]


PERSONS = (
    "<h2>Guests</h2><div><img alt='Bo Holm' src=/b.jpg></div>"
    "<h2><a href=/guest/bo>Bo Holm</a> (he/him)</h2><p>Bo keeps the lamp."
    "<h2>Hosts</h2><h2>Ann Lee</h2><p>Ann asks.<div><img alt='Cy Dee' src=/c.jpg></div>"
    "<h2>Cy Dee</h2><p>Cy asks, too."
)


def test_persons_whose_names_are_headings_stand_under_what_they_are():
    page = read(f"{HEAD}<h1>Sleep</h1>{PARAGRAPH}{PERSONS}<h2>Links</h2><p>One")
    assert [(s.heading, [p.text for p in s.paragraphs]) for s in page.notes.sections][1:] == [
        ("Guests", ["Bo Holm (he/him)", "Bo keeps the lamp."]),
        ("Hosts", ["Ann Lee", "Ann asks.", "Cy Dee", "Cy asks, too."]),
        ("Links", ["One"]),
    ]
    assert ("Bo Holm", "/guest/bo") in {(link.text, link.url) for link in page.notes.links}


def test_other_headings_below_persons_open_sections():
    persons = "<h2>Guests</h2><p>Two of them."
    assert headings(read(f"<h1>Sleep</h1>{PARAGRAPH}{persons}<h2>Bo Holm</h2><p>Lamps."))[1:] == [
        ("guest", "Guests"),
        ("other", "Bo Holm"),
    ]


def test_a_short_turn_of_a_talk_is_no_heading():
    turns = ("Sol: Hi, and hello.", "Bo: Morning.", "Sol: It rains.", "Bo: So it does.")
    said = "".join(f"<p>{turn}" for turn in (*turns, "Sol: And Did It?", "Bo: It did."))
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Transcript</h2>{said}")
    assert cues(page)[-2:] == [("Sol", None, "And Did It?"), ("Bo", None, "It did.")]


@pytest.mark.parametrize("kind", ["Support the show", "Credits"])
def test_a_row_of_places_to_follow_at_the_end_of_a_part_is_one_of_its_own(kind):
    row = "<a href=https://pca.st/1>Pocket Casts</a> | <a href=https://overcast.fm/1>Overcast</a>"
    said = f"<h2>{kind}</h2><p>Bo and Ann."
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{said}<p>Subscribe: {row}")
    assert headings(page)[2:] == [("follow", None)]
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{said}<p>{row}")
    assert headings(page)[2:] == []


def test_a_link_that_shows_nothing_is_no_content():
    page = read(
        f"{HEAD}<h1>Sleep</h1>{PARAGRAPH}<ul><li><a href=/hosts/bo><img src=/b.jpg></a></ul>"
    )
    assert texts(page) == [PARAGRAPH[3:-4]]


def test_words_beside_an_author_are_told_from_the_name():
    author = "<div class=author><span>Veröffentlicht von</span><a>Jonas Reuter</a></div>"
    assert read(f"<h1>Sleep</h1>{author}{PARAGRAPH}").episode.itunes_author == "Jonas Reuter"


@pytest.mark.parametrize("line", ["Sleep [FG045]", "Sleep [PN 045]"])
def test_a_sign_of_the_show_in_brackets_holds_the_number(line):
    page = read(f"<h1>{line}</h1>{PARAGRAPH}")
    assert (page.episode.title, page.episode.number) == ("Sleep", 45)


def test_what_others_post_about_the_page_is_no_content():
    post = "<article><header><a href=/@bo>Bo@bo@sea.example</a></header><p>So calm.</article>"
    page = read(f"<main><article><h1>Sleep</h1>{PARAGRAPH}</article>{post}</main>")
    assert texts(page) == [PARAGRAPH[3:-4]]


@pytest.mark.parametrize("alternative", ["", " alt='Bo Holm'"])
def test_a_portrait_that_leads_to_a_person_says_no_more_than_the_name(alternative):
    portrait = f"<a href=/hosts/bo><img src=/b.jpg{alternative}></a>"
    page = read(f"{HEAD}<h1>Sleep</h1>{PARAGRAPH}<ul><li>{portrait} <a href=/hosts/bo>Bo Holm</a>")
    assert texts(page)[1:] == ["Bo Holm"]
    assert [link.text for link in page.notes.links] == ["Bo Holm"]


@pytest.mark.parametrize("classes", ["panel panel-hidden", "accordion-body hidden"])
def test_what_unfolds_is_content_though_it_is_hidden_at_first(classes):
    button = "<div><button class=accordion-header><span>Read the transcript</span></button></div>"
    said = "".join(f"<p><strong>{who}:</strong> {FOG * 3}" for who in ("Ann", "Bo", "Ann", "Bo"))
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{button}<div class='{classes}'>{said}</div>")
    assert headings(page)[1:] == [("transcript", "Read the transcript")]
    assert len(cues(page)) == 4


def test_a_url_is_no_author():
    author = "<a itemprop=author href=https://example.com/author/bo>Bo Holm</a>"
    page = read(f"<div itemscope itemtype=https://schema.org/Article>{author}<h1>Fog</h1></div>")
    assert page.episode.itunes_author == "Bo Holm"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Tides 112: The Tram", "episode"), ("Sails 112: The Tram", "other"), ("Tides", "other")],
)
def test_a_link_that_names_the_show_and_a_number_leads_to_an_episode(text, kind):
    link = f"<h2>Links</h2><ul><li><a href=https://example.com/tram>{text}</a></ul>"
    page = read(f"<meta property=og:site_name content=Tides>{HEAD}<h1>Sleep</h1>{PARAGRAPH}{link}")
    assert [(link.text, link.kind) for link in page.notes.links] == [(text, kind)]

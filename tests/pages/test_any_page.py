"""How pages of other makers are read: one rule each. The corpus shows that they work together."""

from datetime import UTC, datetime

import pytest

from podkit import Chapter, Enclosure, Paragraph, ParseError
from podkit._markup.blocks import Block
from podkit._markup.sections import Part
from podkit.pages import html
from podkit.pages._byline import read_byline
from podkit.pages._dates import read_date, read_duration
from podkit.pages._parts import with_transcript

PARAGRAPH = "<p>Ann talks with Bob, who sleeps for a living.</p>"


def read(body, head="", problems=None):
    source = f"<head>{head}</head><body>{body}</body>"
    return html.loads(
        source, on_problem=problems.append if problems is not None else lambda _: None
    )


def texts(page):
    return [p.text for section in page.notes.sections for p in section.paragraphs]


def kinds(page):
    return [section.kind for section in page.notes.sections]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("March 5, 2024", (2024, 3, 5)),
        ("October 31st, 2023", (2023, 10, 31)),
        ("5 Mar 2024", (2024, 3, 5)),
        ("18. Januar 2024", (2024, 1, 18)),
        ("2 juillet 2023", (2023, 7, 2)),
        ("9 de octubre de 2022", (2022, 10, 9)),
        ("30 nov. 2021", (2021, 11, 30)),
        ("15.03.2024", (2024, 3, 15)),
        ("2024-03-05", (2024, 3, 5)),
        ("2024/3/05", (2024, 3, 5)),
        ("2024年3月5日公開", (2024, 3, 5)),
        ("5 maggio 2024", (2024, 5, 5)),
        ("Apr 2, 202438 min", (2024, 4, 2)),
    ],
)
def test_a_day_in_words_is_midnight_in_utc(text, date):
    assert read_date(text) == datetime(*date, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "soon", "30 February 2024", "2024-13-01", "1/2/2024"])
def test_what_is_no_day_is_none(text):
    assert read_date(text) is None


def test_a_date_with_a_zone_keeps_it():
    assert read_date("2022-12-06T10:00:00-0600").isoformat() == "2022-12-06T10:00:00-06:00"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("PT1H2M3S", 3723),
        ("P1H2M", 3720),
        ("P1DT1S", 86401),
        ("1:02:03", 3723),
        ("3723", 3723),
        ("36 mins 58 secs", 2218),
        ("1 Stunde 23 Minuten", 4980),
        ("26min 23s", 1583),
        ("25-Minute", 1500),
        ("P", None),
        ("", None),
    ],
)
def test_durations_are_read_in_all_their_spellings(text, seconds):
    assert read_duration(text) == seconds


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        (
            "Posted on March 5, 2024 by Ann Lee",
            (datetime(2024, 3, 5, tzinfo=UTC), None, None, None, "Ann Lee"),
        ),
        ("Season 4, Episode 6 | 45:00", (None, 4, 6, 2700, None)),
        ("S2E7 · 2 minute read", (None, 2, 7, None, None)),
        ("6:00 PM ET", (None,) * 5),
        ("Published by nobody", None),
        ("34 min · with Ann Lee and Bo", (None, None, None, 2040, None)),
        ("Di Ann Lee, Bo Tan · 3 min", (None, None, None, 180, "Ann Lee, Bo Tan")),
        ("By Ann Lee", (None, None, None, None, "Ann Lee")),
        ("With Bo Tan", None),
        ("By Ann", None),
        ("a" * 300, None),
    ],
)
def test_a_line_of_facts_says_nothing_else(line, facts):
    assert read_byline(line, {"ann lee"}) == facts


def test_a_hero_makes_no_page_podkits():
    page = read(
        f"<main><header class=hero><h1>Ep 3: Sleep</h1><p>34 min</header>{PARAGRAPH}</main>"
    )
    assert (page.episode.number, page.episode.duration) == (3, 2040)


def test_the_headline_is_the_heading_that_says_what_the_page_is_called():
    head = '<title>Sleep - Show</title><meta property="og:site_name" content="Show">'
    page = read(f"<h1>Show</h1><h1>News</h1><h2>Ep 3: Sleep</h2>{PARAGRAPH}", head)
    assert (page.heading, page.show.title) == ("Ep 3: Sleep", "Show")
    page = read(f"<h1>Show</h1><h1>Ann and Bob</h1>{PARAGRAPH}", head)
    assert page.heading == "Ann and Bob"
    page = read(f"<h1>Show</h1><h2>Sleep</h2>{PARAGRAPH}", head)
    assert (page.heading, page.show.title, texts(page)) == ("Sleep", "Show", [PARAGRAPH[3:-4]])


def test_lines_beside_the_title_are_facts():
    page = read(f"<p>Show</p><h1>Sleep</h1><p>Folge 3 · 9. Mai 2024 · 34 Min.</p>{PARAGRAPH}")
    episode = page.episode
    assert (episode.number, episode.duration) == (3, 2040)
    assert episode.published == datetime(2024, 5, 9, tzinfo=UTC)
    assert texts(page) == [PARAGRAPH[3:-4]]


def test_links_in_a_line_of_facts_are_no_content():
    line = '<p>Posted on May 5, 2024 in <a href="/c">Animals</a></p>'
    assert texts(read(f"<h1>Sleep</h1>{line}{PARAGRAPH}")) == [PARAGRAPH[3:-4]]


def test_the_cover_names_the_show():
    page = read(f'<h1>Sleep</h1><img alt="Rest | Sleep" src="/1.jpg">{PARAGRAPH}')
    assert (page.show.title, page.image_text) == ("Rest", "Rest | Sleep")


def test_the_subtitle_is_no_section():
    page = read(f'<h1>Sleep</h1><h3 class="subtitle">How to</h3>{PARAGRAPH}')
    assert (page.episode.subtitle, kinds(page)) == ("How to", ["summary"])


@pytest.mark.parametrize(
    ("title", "feed", "site", "show"),
    [
        ("Sleep | Rest", "", "", "Rest"),
        ("Sleep : Rest : Radio", "", "Radio", "Rest"),
        ("Sleep - by Ann", "", "Rest", "Rest"),
        ("Rest 3: Sleep", "", "Rest", "Rest"),
        ("Sleep", "Rest RSS feed", "", "Rest"),
        ("", "", "", None),
    ],
)
def test_the_show_is_called_what_stands_beside_the_title(title, feed, site, show):
    head = f"""<title>{title}</title><meta property="og:site_name" content="{site}">
        <link rel="alternate" type="application/rss+xml" title="{feed}" href="/feed">"""
    assert read(f"<h1>Sleep</h1>{PARAGRAPH}", head).show.title == show


def test_a_show_has_its_own_sign_before_the_number():
    page = read("<h1>FT031 Sleep</h1>", '<meta name="og:title" content="Sleep">')
    assert (page.episode.number, page.episode.title) == (31, "Sleep")
    assert read("<h1>FT31 Sleep</h1>").episode.number is None


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>Home</nav>",
        "<div role=navigation>Home</div>",
        "<div class=widget-area>Home</div>",
        "<div class='wp-block site-footer'>Home</div>",
        "<div class=MoreEpisodes_x1>Home</div>",
        "<div id=comments>Home</div>",
        "<span aria-hidden=true>Home</span>",
        "<a hidden href=/a>Home</a>",
        "<div class=cookie-notice>Home</div>",
        "<h2>Leave a Reply</h2><p>Home</p>",
        '<h3><a href="/62">Episode 62: Tabs</a></h3><p>Home</p>',
        "<h3>Stay close</h3><p>Join our mailing list, Home</p>",
        "<p>© 2024 Home</p>",
        "<p>Filed under: <a href=/a>Home</a></p>",
        '<p><a href="/share">Home</a></p>',
        '<p>Podcast: <a href="/1.mp3?x">Home</a> (Duration: 41:12, 39.6 MB)</p>',
    ],
)
def test_what_is_the_sites_is_left_out_and_reported(furniture):
    problems = []
    player = "<audio src=/1.mp3></audio>"
    page = read(f"<main><h1>Sleep</h1>{player}{PARAGRAPH}{furniture}</main>", problems=problems)
    assert texts(page) == [PARAGRAPH[3:-4]]
    assert any("Home" in problem.message for problem in problems)
    assert {(problem.id, problem.level) for problem in problems} >= {("page-furniture", "info")}


def test_a_page_may_say_nothing_of_its_own():
    assert read("<h1>Sleep</h1><p>© 2024 Ann").notes.sections == ()


def test_what_holds_the_headline_is_content_whatever_its_class():
    body = f"<div class=content-sidebar-wrap><nav><h1>Sleep</h1></nav>{PARAGRAPH}</div>"
    assert texts(read(body)) == [PARAGRAPH[3:-4]]


def test_signs_that_link_to_their_heading_or_a_picture_are_none():
    body = """<h2>Links<a href="#links">¶</a></h2><ul><li>One</ul>
        <p><a href="/1.jpg"><img src="/1.jpg"></a></p>"""
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{body}")
    assert [section.heading for section in page.notes.sections] == [None, "Links"]
    assert page.notes.links == ()


def test_places_to_follow_without_a_heading_are_a_section():
    places = """<p>Subscribe: <a href="https://podcasts.apple.com/id1">Apple Podcasts</a> |
        <a href="https://open.spotify.com/show/1">Spotify</a></p>"""
    assert kinds(read(f"<h1>Sleep</h1>{places}{PARAGRAPH}")) == ["follow", "summary"]
    assert kinds(read(f"<h1>Sleep</h1>{PARAGRAPH}{places}")) == ["summary", "follow"]
    one = '<p><a href="https://open.spotify.com/show/1">Spotify</a></p>'
    assert kinds(read(f"<h1>Sleep</h1>{PARAGRAPH}{one}")) == ["summary"]
    assert kinds(read(f"<h1>Sleep</h1><h2>Links</h2>{places}")) == ["links"]
    assert kinds(read(f"<h1>Sleep</h1>{places}")) == ["follow"]


def test_a_heading_may_end_at_a_line_break():
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<p><b>Credits</b><br>Ann made this.</p>")
    assert [(s.kind, s.heading) for s in page.notes.sections][1] == ("credits", "Credits")


CUES = "<p>Ann: Hello.</p><p>Bob: Hi.</p><p>Ann: Bye.</p><p>Bob: Bye.</p>"


@pytest.mark.parametrize(
    "transcript",
    [
        f"<h2>Transcript</h2>{CUES}",
        f"<div class=transcript>{CUES}</div>",
        f"<div class=transcript><h3>Full transcript</h3>{CUES}</div>",
        f"<h2>Transcript</h2><div id=transcript><div class=transcript-text>{CUES}</div></div>",
        "<h2>Transcript</h2><dl><dt>Ann<dd>Hello.<dt>Bob<dd>Hi.<dt>Ann<dd>Bye.<dt>Bob<dd>Bye.</dl>",
        "<h4>Transcript</h4><b>Ann</b> Hello.<p><b>Bob</b> Hi.<p><b>Ann</b> Bye.<p><b>Bob</b> Bye.",
        "<h2>Transcript</h2><p>ANN<p>Hello.<p>BOB<p>Hi.<p>ANN<p>Bye.<p>BOB<p>Bye.".replace(
            "ANN", "Ann:"
        ).replace("BOB", "Bob:"),
    ],
)
def test_speakers_are_found_in_all_their_forms(transcript):
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{transcript}")
    assert kinds(page) == ["summary", "transcript"]
    assert [(cue.speaker, cue.text) for cue in page.transcript.cues] == [
        ("Ann", "Hello."),
        ("Bob", "Hi."),
        ("Ann", "Bye."),
        ("Bob", "Bye."),
    ]


@pytest.mark.parametrize(
    "transcript",
    [
        "00:04<p><b>Ann</b> Hi.<p>00:09<p><b>Bob</b> Hi.<p>00:14<p><span class=name>Ann</span> 1",
        "<h4>Transcript</h4>00:04 <b>Ann</b> Hello.<p>00:09 <b>Bob</b> Hi.<p>00:14 <b>Ann</b> Bye.",
        "<h2>Transcript</h2><p>Ann (0:04):<p>Hello.<p>Bob (0:09):<p>Hi.<p>Ann (0:14):<p>Bye.",
    ],
)
def test_times_are_found_beside_speakers(transcript):
    cues = read(f"<h1>Sleep</h1>{PARAGRAPH}{transcript}").transcript.cues
    assert [(cue.speaker, cue.start) for cue in cues] == [("Ann", 4), ("Bob", 9), ("Ann", 14)]


def test_lines_of_times_at_the_start_of_the_notes_are_a_transcript():
    page = read("<h1>Sleep</h1><div>Hi</div><h2>Talk</h2><p>0:01<p>a<p>0:02<p>b<p>0:03<p>c")
    assert kinds(page) == ["summary", "other", "transcript"]
    page = read("<h1>Sleep</h1><h2>News</h2><p>a<p>0:01<p>b<p>0:02<p>c<p>0:03<p>d")
    assert kinds(page) == ["news", "transcript"]
    blocks = [Block(paragraph=Paragraph(content=[line])) for line in ("0:01", "0:02", "0:03", "a")]
    assert [part.kind for part in with_transcript([Part("other", blocks=blocks)])] == ["transcript"]
    page = read("<h1>Sleep</h1><p>Hi<p>0:03<p>a<p>0:02<p>b<p>0:03<p>c")
    assert kinds(page) == ["summary"]


def test_a_link_between_parts_of_a_transcript_stays():
    page = read('<h1>Sleep</h1><div class=transcript><a href="/t.pdf">Read</a></div><p>Hi.')
    assert kinds(page) == ["transcript", "summary"]


@pytest.mark.parametrize(
    ("body", "url"),
    [
        ('<audio src="/1.mp3?_=1"></audio>', "/1.mp3"),
        ('<audio></audio><audio><source src="/1.opus" type="audio/ogg"></audio>', "/1.opus"),
        ('<div data-url="/1.mp3" data-duration-in-ms="1500"></div>', "/1.mp3"),
        ('<play-episode-button src="/1.mp3"></play-episode-button>', "/1.mp3"),
        ('<div data-url="/1.html"></div><a href="/1.mp3">Get it</a>', "/1.mp3"),
    ],
)
def test_what_a_player_plays_is_the_enclosure(body, url):
    page = read(f"<h1>Sleep</h1>{body}")
    assert [file.url for file in page.episode.enclosures] == [url]


def test_a_file_that_several_parts_of_a_page_name_is_one():
    head = """<meta property="og:audio" content="https://a.example/1.mp3?from=og">
        <link rel="canonical" href="https://a.example/1">"""
    page = read('<h1>Sleep</h1><audio src="/1.mp3"></audio>', head)
    assert len(page.episode.enclosures) in (1, 2)
    assert page.episode.enclosures[0] == Enclosure(url="https://a.example/1.mp3?from=og")


def test_a_player_shows_how_long_it_plays():
    body = "<h1>Sleep</h1><div class=player><span>0:00</span> / <span>12:34</span></div>"
    assert read(body).episode.duration == 754
    assert (
        read('<h1>S</h1><div data-url="/1.mp3" data-duration-in-ms="1500">').episode.duration == 1.5
    )


def test_a_player_in_a_frame_is_kept():
    frame = '<iframe src="https://share.transistor.fm/e/1"></iframe><iframe src="/ad"></iframe>'
    assert read(f"<h1>Sleep</h1>{frame}").episode.media_player.url.endswith("/e/1")
    assert read("<h1>Sleep</h1><iframe src='/ad'></iframe>").episode.media_player is None


def test_chapters_are_listed_in_a_box_of_their_own():
    body = "<h1>Sleep</h1><p>Hi.</p><ol class=chapters><li>0:00 Hello<li>1:05 Bye</ol>"
    page = read(body)
    assert list(page.chapters) == [Chapter(start=0, title="Hello"), Chapter(start=65, title="Bye")]
    assert texts(page) == ["Hi."]
    page = read("<h1>Sleep</h1><p>Hi.</p><div class=chapters><p>None yet.</div>")
    assert (page.chapters, texts(page)) == (None, ["Hi.", "None yet."])


@pytest.mark.parametrize(
    ("config", "starts"),
    [
        ('{"title": "Sleep", "chapters": [{"start": "0:01", "href": "/a"}, 1]}', [1]),
        ('[{"url": "/a", "data": {"chapters": [{"start": "0:02"}]}}]', [2]),
        ('{"chapters": []}', None),
        ('{"chapters": 1}', None),
        ("{,}", None),
        ("[1]", None),
        ("", None),
        ("[" * 100_000, None),
    ],
)
def test_the_configuration_of_a_player_has_chapters(config, starts):
    script = f"<script>podlovePlayer({config})</script><script>var podlovePlayers;</script>"
    chapters = read(f"<h1>Sleep</h1>{script}").chapters
    assert (chapters and [chapter.start for chapter in chapters]) == starts


def test_microdata_states_facts():
    body = """<h1>Sleep</h1><div itemscope itemtype="http://schema.org/AudioObject">
        <meta itemprop=contentUrl content="/1.mp3"><meta itemprop=duration content=PT2M></div>
        <div itemscope itemtype="http://schema.org/Person"><meta itemprop=name content=Ann></div>"""
    episode = read(body).episode
    assert (episode.duration, episode.enclosure.url) == (120, "/1.mp3")


@pytest.mark.parametrize(
    ("body", "author"),
    [
        ("<a rel=author href=/a>Ann</a>", "Ann"),
        ("<p class=byline>By Ann</p>", "Ann"),
        ("<p class=byline></p><p class=author-name>Ann</p>", "Ann"),
        (f"<p class=byline>{'Ann ' * 30}</p>", None),
    ],
)
def test_the_author_is_named_in_the_byline(body, author):
    assert read(f"<h1>Sleep</h1>{body}{PARAGRAPH}").episode.itunes_author == author


def test_relative_urls_of_facts_are_those_of_the_base():
    head = """<base href="https://a.example/x/"><link rel=canonical href="/12">
        <link rel=alternate type="application/rss+xml" href="feed">"""
    page = read("<h1>Sleep</h1><audio src=1.mp3></audio>", head)
    assert page.show.atom_links[0].href == "https://a.example/x/feed"
    assert page.episode.enclosure.url == "https://a.example/x/1.mp3"
    assert page.episode.link == "https://a.example/12"


def test_relative_urls_of_facts_are_those_of_the_page():
    head = """<link rel=canonical href="https://a.example/1/">
        <link rel=alternate type="application/rss+xml" href="/feed">
        <link rel=alternate type="application/rss+xml" title="Comments" href="/c">
        <meta property="og:image" content="http://[">"""
    page = read("<h1>Sleep</h1><audio src=1.mp3></audio>", head)
    assert page.show.atom_links[0].href == "https://a.example/feed"
    assert page.episode.enclosure.url == "https://a.example/1/1.mp3"
    assert page.episode.artwork == "http://["


@pytest.mark.parametrize(
    "source",
    [
        "<div class='" + "nav " * 50_000 + "'>Hello</div>",
        "<p title='" + "a" * 1_000_000 + "'>Hello",
        "<p>" + "<b>" * 1_000 + "Hello",
        "<h1>Sleep</h1>" + "<p>Ann:</p>" * 1_000,
        '<script type="application/ld+json">{"@type": "PodcastEpisode", "name": [[[{}]]]',
        "<div itemscope itemtype='http://schema.org/Article'>" * 500 + "<p itemprop=name>Hello",
        "<title>" + "a - " * 50_000 + "</title><h1>Hello</h1>",
        "<h1>" + "1" * 100_000 + "</h1><p>" + "12 min " * 20_000,
    ],
)
def test_hostile_pages_are_read(source):
    html.loads(source)


def test_elements_that_nest_too_deeply_are_refused():
    with pytest.raises(ParseError, match="nest more than 2000 deep"):
        html.loads("<div>" * 100_000)


def test_a_page_of_frames_holds_nothing():
    assert html.loads("<frameset><frame src=menu.html></frameset>").notes.sections == ()


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<span>2024</span><span>waves</span>", "2024 waves"),
        ("<b>Ann</b><span>00:12</span>", "Ann 00:12"),
        ("<a href=/a><span>Ann Lee</span></a><span>Guest</span>", "Ann Lee Guest"),
        ("<a href=/a>Ann</a><a href=/b>Bo</a>", "AnnBo"),
        ("<span>1:00</span><span>12 waves</span>", "1:00 12 waves"),
        ("<b>F</b>og", "Fog"),
        ("<span>F</span><span>og</span>", "Fog"),
        ("<b>i</b><b>Phone</b>", "iPhone"),
        ("<b>2</b><b>nd</b>", "2nd"),
        ("<span>1</span><span>2</span>", "12"),
        ("H<sub>2</sub>O", "H2O"),
    ],
)
def test_elements_beside_each_other_are_parted_where_their_kinds_differ(markup, shown):
    assert texts(read(f"<h1>Sleep</h1>{PARAGRAPH}<p>{markup}</p>"))[1] == shown


def test_facts_beside_each_other_are_parted():
    facts = "<span>2024-02-20</span><span>41 min</span><span>Season 1 Episode 7</span>"
    episode = read(f"<h1>Sleep</h1><p>{facts}</p>{PARAGRAPH}").episode
    assert (episode.season, episode.number, episode.duration) == (1, 7, 2460)
    assert episode.published == datetime(2024, 2, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    "heading", ["Episode 12<br>Fog", "<span>Episode 12</span><span>Fog</span>", "Episode 12:\nFog"]
)
def test_parts_of_a_title_line_are_parted(heading):
    page = read(f"<h1>{heading}</h1>{PARAGRAPH}")
    assert (page.episode.number, page.episode.title) == (12, "Fog")


def test_what_a_page_calls_itself_is_the_title_of_one_that_shows_none():
    page = read("<p>Hello there</p>", "<title>Ep 12: The fog | Tides</title>")
    assert (page.episode.number, page.episode.title) == (12, "The fog")
    assert (page.show.title, page.heading, texts(page)) == ("Tides", None, ["Hello there"])
    assert read("<p>Hello.", "<title>|</title>").episode.title is None


@pytest.mark.parametrize("title", ["The fog signal – Tides", "Tides – The fog signal"])
@pytest.mark.parametrize("home", ["/", "https://a.example/' rel='home"])
def test_what_leads_to_the_first_page_is_not_the_title(title, home):
    body = f"<h1><a href='{home}'>Tides</a></h1><h2>The fog signal</h2>{PARAGRAPH}"
    page = read(body, f"<title>{title}</title>")
    assert (page.episode.title, page.show.title) == ("The fog signal", "Tides")


@pytest.mark.parametrize(
    ("body", "url"),
    [
        ("<video src=/1.mp4></video>", "/1.mp4"),
        ("<video autoplay src=/1.mp4></video><a href=/1.mp3>Get it</a>", "/1.mp3"),
        ("<amp-audio src=/1.mp3><p fallback>No</p></amp-audio>", "/1.mp3"),
        ("<embed src=/1.mp3>", "/1.mp3"),
        ("<object data=/1.mp3></object>", "/1.mp3"),
    ],
)
def test_players_of_other_sorts_play_the_enclosure(body, url):
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{body}")
    assert [file.url for file in page.episode.enclosures] == [url]
    assert "No" not in texts(page)


@pytest.mark.parametrize(
    ("player", "url"),
    [
        ("<iframe data-src=https://embed.acast.com/1></iframe>", "https://embed.acast.com/1"),
        (
            "<noscript><iframe src=https://zencastr.com/embed/1></iframe></noscript>",
            "https://zencastr.com/embed/1",
        ),
        ("<iframe src=https://music.amazon.co.uk/e/1></iframe>", "https://music.amazon.co.uk/e/1"),
        (
            "<iframe src=https://pod.example/@x/episodes/fog/embed></iframe>",
            "https://pod.example/@x/episodes/fog/embed",
        ),
        (
            "<script class=podigee-podcast-player data-configuration=//a.podigee.io/1></script>",
            "//a.podigee.io/1",
        ),
        (
            "<script src='https://www.buzzsprout.com/1/2.js?container_id=a'></script>",
            "https://www.buzzsprout.com/1/2",
        ),
    ],
)
def test_players_that_come_late_are_kept(player, url):
    assert read(f"<h1>Sleep</h1>{PARAGRAPH}{player}").episode.media_player.url == url


@pytest.mark.parametrize(
    "player", ["<script src='/buzzsprout.com/2.js'></script>", "<noscript>Hi</noscript>"]
)
def test_other_scripts_are_no_players(player):
    assert read(f"<h1>Sleep</h1>{PARAGRAPH}{player}").episode.media_player is None


def test_chapters_may_be_buttons():
    buttons = "<li><button><time>0:00</time><span>Hi</span></button><li><button>1:05 Bye</button>"
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<ol class=chapters>{buttons}</ol>")
    assert [(chapter.start, chapter.title) for chapter in page.chapters] == [(0, "Hi"), (65, "Bye")]
    assert texts(page) == [PARAGRAPH[3:-4]]
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<div class=chapters><button>0:00 Hi</button></div>")
    assert page.chapters is None


def test_a_line_with_a_colon_may_be_a_heading():
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<p>Credits:<br>Ann made this.</p>")
    assert [(s.kind, s.heading) for s in page.notes.sections][1] == ("credits", "Credits:")


def test_the_foot_of_a_page_is_not_said():
    page = read(f"<h1>Sleep</h1><h2>Transcript</h2>{CUES}<p>© 2024 Ann</p><p>Leave a comment")
    assert page.transcript.cues[-1].text == "Bye."

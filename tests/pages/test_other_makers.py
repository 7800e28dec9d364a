"""How pages of makers are read that share no words with those of the corpus: one cause each."""

import json

import pytest

from podkit.pages import html
from tests.pages.test_any_page import PARAGRAPH, kinds, read, texts


def headings(page):
    return [(section.kind, section.heading) for section in page.notes.sections]


def cues(page):
    return [(cue.speaker, cue.start, cue.text) for cue in page.transcript.cues]


@pytest.mark.parametrize(
    ("heading", "season", "number", "title"),
    [
        ("#54 Fog", None, 54, "Fog"),
        ("#1 cause of fog", None, None, "#1 cause of fog"),
        ("E12 – Fog", None, 12, "Fog"),
        ("N° 4 – Fog", None, 4, "Fog"),
        ("Folge Nr. 4: Fog", None, 4, "Fog"),
        ("Podcast #12: Fog", None, 12, "Fog"),
        ("2x05: Fog", 2, 5, "Fog"),
        ("(16) Fog", None, 16, "Fog"),
        ("Fog (#5)", None, 5, "Fog"),
        ("Fog (Season 2, Episode 5)", 2, 5, "Fog"),
        ("Fog [S02E05]", 2, 5, "Fog"),
        ("Fog | Ep. 12", None, 12, "Fog"),
        ("Fog – S2 E5", 2, 5, "Fog"),
        ("Rest - Fog - Season 1: Episode 2", 1, 2, "Fog"),
        ("Rest: Fog", None, None, "Fog"),
        ("Rest 3: Fog", None, 3, "Fog"),
        ("Rest Episode 3: Fog", None, 3, "Fog"),
        ("Restless Fog", None, None, "Restless Fog"),
        ("Rest", None, None, "Rest"),
        ("RS031 Fog", None, 31, "Fog"),
        ("RST31 – Fog", None, 31, "Fog"),
        ("WW2 Fog", None, None, "WW2 Fog"),
    ],
)
def test_title_lines_number_the_episode_in_many_ways(heading, season, number, title):
    head = '<meta property="og:site_name" content="Rest">'
    episode = read(f"<h1>{heading}</h1>{PARAGRAPH}", head).episode
    assert (episode.season, episode.number, episode.title) == (season, number, title)


@pytest.mark.parametrize(
    ("body", "head", "show"),
    [
        ("<a href='/'>Rest Tapes</a>", "", "Rest Tapes"),
        ("<a href='/'>Home</a><a href='/'><img alt='Rest logo'></a>", "", "Rest"),
        ("<a href='/'><img></a>", "", None),
        ("<ol class=my-breadcrumb><a href=/b>Rest Podcast</a></ol>", "", "Rest Podcast"),
        ("<ol class=breadcrumbs><a href=/>Home</a><a href=/p>Podcast</a></ol>", "", None),
        ("", "<title>Sleep (#5) – Rest</title>", "Rest"),
    ],
)
def test_the_show_is_also_named_around_the_content(body, head, show):
    assert read(f"{body}<h1>Sleep (#5)</h1>{PARAGRAPH}", head).show.title == show


def test_the_title_may_have_a_line_over_it_in_its_heading():
    head = '<meta property="og:title" content="Sleep">'
    page = read(f"<h1><span>Nights</span> <span class=title>Sleep</span></h1>{PARAGRAPH}", head)
    assert (page.episode.title, kinds(page)) == ("Sleep", ["summary"])


@pytest.mark.parametrize(
    "graph",
    [
        [
            {"@type": "WebPage", "mainEntity": {"@type": "PodcastEpisode", "name": "Sleep"}},
            {"@type": "PodcastSeries", "name": "Rest"},
        ],
        [
            {"@type": "PodcastEpisode", "name": "Sleep", "partOfSeries": {"@id": "#s"}},
            {"@type": "PodcastSeries", "@id": "#s", "name": "Rest"},
        ],
        [
            {
                "@type": "RadioEpisode",
                "name": "Sleep",
                "isPartOf": [
                    {"@type": "WebSite", "name": "No"},
                    {"@type": "RadioSeries", "name": "Rest"},
                ],
            }
        ],
    ],
)
def test_things_of_json_ld_may_stand_apart(graph):
    data = json.dumps({"@graph": graph})
    page = read(PARAGRAPH, f'<script type="application/ld+json">{data}</script>')
    assert (page.show.title, page.episode.title) == ("Rest", "Sleep")


def test_one_file_in_two_folders_is_one():
    body = '<audio src="/a/sleep-031.mp3"><source src="/b/sleep-031.mp3"></audio>'
    assert len(read(f"<h1>Sleep</h1>{body}").episode.enclosures) == 1


@pytest.mark.parametrize(
    "box",
    [
        "<div class='overflow-hidden'>{}</div>",
        "<div class='hidden md:block'>{}</div>",
        "<div class='d-none d-md-block'>{}</div>",
        "<div class='row no-sidebar'>{}</div>",
        "<div class='tabs'><ul class=tab-links><li>Home</ul><div>{}</div></div>",
    ],
)
def test_classes_that_only_lay_out_hide_nothing(box):
    page = read(f"<h1>Sleep</h1>{box.format(PARAGRAPH)}")
    assert texts(page) == [PARAGRAPH[3:-4]]


@pytest.mark.parametrize(
    "furniture",
    [
        "<div class='md:hidden'>Home</div>",
        "<div class='d-md-none'>Home</div>",
        "<div class=d-none>Home</div>",
        "<section aria-label='Related episodes'>Home</section>",
        "<a rel=prev href=/1>Home</a>",
        "<p><a href=/1>← Home</a></p>",
        "<p><a href=/2>Ep 2: Home →</a></p>",
        "<p><a href=/>Back to the home</a></p>",
        "<p>Nächste Folge: <a href=/>Home »</a></p>",
        "<p>Published on May 5, 2024</p><h2>Home</h2>",
        "<p>Home | Privacy Policy | Terms</p>",
        "<p>This entry was posted in <a href=/c>Home</a>. Bookmark the permalink.</p>",
        "<p>Loading…</p><p>00:00 / 12:34</p><h2>Home</h2>",
        "<h3>Weitere Folgen</h3><p>Home</p>",
        "<h3>Más episodios</h3><p>Home</p>",
        "<h2>À découvrir</h2><h3><a href=/x>Home</a></h3><p>Wet.</p>",
        "<h2>Home</h2>",
        "<p>Subscribe to our list</p><p>Leave your email address at Home.</p>",
        "<p>Hébergé par Home.</p>",
        "<p>Recent Posts</p><p>Home</p>",
        "<div data-hook=related-posts>Home</div>",
        "<h3>Home</h3><h3>Away</h3>",
        "<p>Copyright 2024 Home</p>",
    ],
)
def test_more_that_is_the_sites_is_left_out(furniture):
    problems = []
    page = read(f"<main><h1>Sleep</h1>{PARAGRAPH}{furniture}</main>", problems=problems)
    assert texts(page) == [PARAGRAPH[3:-4]]
    assert any("home" in problem.message.lower() for problem in problems)


@pytest.mark.parametrize(
    "kept",
    [
        "<h3><a href='https://b.example/'>Lamps</a></h3><p>Bright.</p>",
        "<h3><a href='https://a.example/1/lamps'>Lamps</a></h3><p>Bright.</p>",
        "<h3><a href='#lamps'>Lamps</a></h3><p>Bright.</p>",
        "<h2>Things</h2><h3>Lamps</h3><p>Bright.</p>",
    ],
)
def test_headings_that_lead_elsewhere_are_content(kept):
    head = "<link rel=canonical href='https://a.example/1'>"
    page = read(f"<main><h1>Sleep</h1>{PARAGRAPH}{kept}</main>", head)
    assert ("other", "Lamps") in headings(page)


def test_a_title_that_is_shown_again_is_no_section():
    assert headings(read(f"<h1>Sleep</h1>{PARAGRAPH}<p><b>Sleep</b></p><p>X")) == [
        ("summary", None)
    ]


def test_who_is_in_the_episode_may_stand_in_a_line_of_facts():
    page = read(f"<h1>Sleep</h1><p>12 Sep 2023 · with <a href=/a>Ann</a></p>{PARAGRAPH}")
    assert texts(page) == [PARAGRAPH[3:-4]]
    page = read(f"<h1>Sleep</h1><p>Ann Lee 20/11/2021 - 08:00 h</p>{PARAGRAPH}")
    assert texts(page) == [PARAGRAPH[3:-4]]


def test_a_line_of_facts_may_stand_below_a_standfirst():
    page = read(f"<h1>Sleep</h1><p>How to.</p><p>12 Sep 2023 · <a href=/a>Ann</a></p>{PARAGRAPH}")
    assert page.episode.published.isoformat()[:10] == "2023-09-12"
    assert texts(page) == ["How to.", PARAGRAPH[3:-4]]


def test_a_date_alone_is_no_content_below_the_notes_either():
    page = read(f"<h1>Sleep</h1>{PARAGRAPH * 3}<p>Posted on May 5, 2024</p>")
    assert texts(page) == [PARAGRAPH[3:-4]] * 3


def test_a_picture_called_as_the_title_is_not_the_title():
    head = '<meta property="og:title" content="Sleep">'
    page = read(f"<img alt=Sleep><p>Rest</p><h1>Sleep</h1>{PARAGRAPH}", head)
    assert texts(page) == [PARAGRAPH[3:-4]]


def test_what_follows_a_box_with_places_to_follow_is_not_in_it():
    places = """<h2>Listen on</h2><p><a href="https://podcasts.apple.com/id1">Apple</a></p>"""
    page = read(f"<h1>Sleep</h1><div>{places}</div>{PARAGRAPH}")
    assert headings(page) == [("follow", "Listen on"), ("summary", None)]
    page = read(
        f"<h1>Sleep</h1><div><div><h2>Listen on</h2></div><p>Anywhere.</p></div>{PARAGRAPH}"
    )
    assert headings(page) == [("follow", "Listen on"), ("summary", None)]
    page = read(f"<h1>Sleep</h1><div><h2>Links</h2><p>One.</p></div>{PARAGRAPH}")
    assert headings(page) == [("links", "Links")]


def test_places_to_follow_beside_the_content_are_content():
    places = """<h4>Listen on</h4><a href="https://podcasts.apple.com/id1">Apple Podcasts</a>
        <a href="https://overcast.fm/itunes1">Overcast</a>"""
    body = "<h1>Sleep</h1>{}<div class=sidebar>{}</div>"
    assert kinds(read(body.format(PARAGRAPH, places))) == ["summary", "follow"]
    other = f"{places}<a href=/2>Ep 2</a>"
    assert kinds(read(body.format(PARAGRAPH, other))) == ["summary"]


def test_the_places_of_people_stay_with_them():
    people = """<h2>Guests</h2><p>Ann</p><p><a href="https://podcasts.apple.com/id1">Her show</a>
        <a href="https://x.com/ann">X</a></p>"""
    assert kinds(read(f"<h1>Sleep</h1>{PARAGRAPH}{people}")) == ["summary", "guest"]


def test_what_unfolds_has_a_heading():
    body = """<details><summary>Gear</summary><p>A lamp.</details><p>Thanks.<button>Play</button>
        <h3><button aria-expanded=false>Transcript</button></h3><p>Ann: Hi.<p>Bob: Hi."""
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{body}")
    found = [("summary", None), ("other", "Gear"), ("other", None), ("transcript", "Transcript")]
    assert headings(page) == found
    assert texts(page)[1:] == ["A lamp.", "Thanks."]


def test_bold_sentences_are_no_headings():
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<p><b>Stay awake!</b></p><p><b>Follow us!</b></p><p>X")
    assert headings(page) == [("summary", None), ("follow", "Follow us!")]


def test_a_heading_may_say_more_in_brackets_or_behind_a_stroke():
    body = "<h2>Feedback (or just a wave)</h2><p>Write.</p><h2>Links / Lamps</h2><p>None.</p>"
    assert kinds(read(f"<h1>Sleep</h1>{PARAGRAPH}{body}")) == ["summary", "contact", "links"]


TALK = [("Ann Lee", 1, "Hello."), ("Bo", 4, "Hi."), ("Ann Lee", 7, "Bye.")]


@pytest.mark.parametrize(
    "form",
    [
        "<tr><td>00:00:0{1}<td>{0}<td>{2}",
        "<div><button>0:0{1}</button><p>{0}</p><p>{2}</p></div>",
        "<div><div><span>{0}</span><span>00:0{1}</span></div><div>{2}</div></div>",
        "<p>{0}: [00:0{1}] {2}</p>",
        "<p>{0} 00:0{1}<br>{2}</p>",
        "<dl><dt>{0} <time>0:0{1}</time><dd>{2}</dl>",
        "<li><a href='#t={1}'>00:0{1}</a> <strong>{0}</strong> {2}</li>",
        "<p>00:0{1} - 00:09 {0}: {2}</p>",
        "<p>{0} (<a href='#{1}'>00:0{1}</a>):</p><p>{2}</p>",
        "<p><b>{0} (00:0{1})</b></p><p>{2}</p>",
        "<div><img alt='{0}'><p>{0}</p><p>0:0{1}</p><p>{2}</p></div>",
        "<h3>Part {1}</h3><p>[00:0{1}] {0}: {2}</p>",
        "<p>[00:0{1}] {0}: {2}<br>",
        "<p>00:0{1}<br>{0}<br>{2}</p>",
    ],
)
def test_cues_are_laid_out_in_many_ways(form):
    lines = "".join(form.format(*cue) for cue in TALK)
    lines = f"<table>{lines}</table>" if "<td>" in form else lines
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Transcript</h2>{lines}")
    assert cues(page) == TALK
    assert headings(page)[1:] == [("transcript", "Transcript")]


def test_a_line_in_a_talk_may_say_that_the_host_speaks():
    body = "<h2>Transcript</h2><p>HOST<p>Hi.<p>ANN<p>Hi.<p>HOST<p>Bye.<p>ANN<p>Bye."
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{body}")
    assert [cue.speaker for cue in page.transcript.cues] == ["HOST", "ANN", "HOST", "ANN"]
    assert kinds(page) == ["summary", "transcript"]


def test_a_heading_in_a_talk_is_no_cue_and_may_name_a_topic():
    body = "<h2>Transcript</h2><h3>Intro</h3><p>Ann: Hi.<p>Bob: Hi.<h3>Links</h3><p>None."
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{body}")
    assert [cue.text for cue in page.transcript.cues] == ["Hi.", "Hi."]
    assert kinds(page) == ["summary", "transcript", "links"]


def test_who_speaks_may_stand_on_a_line_of_its_own_where_nothing_says_that_it_is_a_talk():
    lines = "".join(f"<p>{name}:<p>Yes." for name in ("Ann", "Bob") * 3)
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{lines}")
    assert [cue.speaker for cue in page.transcript.cues] == ["Ann", "Bob"] * 3
    assert headings(page) == [("summary", None), ("transcript", None)]


SAID = "<p>Ann: Yes.<p>Bob: No.<p>Ann: Yes.{}<p>Bob: No.<p>Ann: Yes.<p>Bob: No."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (SAID.format(""), [("summary", None), ("transcript", None)]),
        (
            f"<h2>Talk</h2>{SAID.format('<h2>Wind</h2>')}",
            [("summary", None), ("transcript", "Talk")],
        ),
        (
            f"<h2>Talk</h2><p>Once.{SAID.format('')}<h2>Credits</h2><p>Us.",
            [("summary", None), ("other", "Talk"), ("transcript", None), ("credits", "Credits")],
        ),
        ("<p>Ann: Yes." * 6, [("summary", None)]),
        (SAID.format("") + "<p>Words." * 9, [("summary", None)]),
    ],
)
def test_a_talk_that_nothing_calls_so_is_a_transcript(body, expected):
    assert headings(read(f"<h1>Sleep</h1>{PARAGRAPH}{body}")) == expected


@pytest.mark.parametrize("classes", ["hidden " * 50_000, "sm: " * 50_000, "no-" * 50_000])
def test_hostile_classes_are_read(classes):
    assert texts(html.loads(f"<h1>Sleep</h1><div class='{classes}'>Hi</div>")) in ([], ["Hi"])

"""How pages of makers are read that share no words with those of the corpus: one cause each."""

import json

import pytest

from podkit.pages import html, markdown, text
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
        "<tr><td>00:0{1}<td><b>{0}</b><td>{2}",
        "<tr><td>{0}<td>0:0{1}<td>{2}",
        "<p><button>0:0{1}</button>{0}: {2}</p>",
        "<p><a href='#t={1}'>00:0{1}</a>{0}: {2}</p>",
        "<p><a href='#t={1}'>00:0{1}</a></p><p>{0}: {2}</p>",
        "<p><b>{0} – 00:0{1}</b></p><p>{2}</p>",
        "<p><b>00:0{1} – {0}</b></p><p>{2}</p>",
        "<p><b>{0}</b> [00:0{1}] {2}</p>",
        "<div><b>{0}</b> <small>00:0{1}</small> {2}</div>",
        "<p>{0} [00:0{1}] {2}</p>",
        "<p>{0} @ 00:0{1}: {2}</p>",
        "<p>[{0}, 00:0{1}] {2}</p>",
        "<p>00:0{1} | {0} | {2}</p>",
        "<p>00:0{1} - {0}: {2}</p>",
        "<p>[00:0{1} --> 00:09] {0}: {2}</p>",
        "<p>&gt;&gt; {0} (00:0{1}): {2}</p>",
        "<p>{0} (host) [0:0{1}]: {2}</p>",
        "<div><div>{0}</div><div>0:0{1}</div><p>{2}</p></div>",
        "<div><i>{0}</i><h4>{0}</h4><time>0:0{1}</time><p>{2}</p></div>",
        "<div><img alt='Photo of {0}'><p>{0} 0:0{1}</p><p>{2}</p></div>",
    ],
)
def test_cues_are_laid_out_in_many_ways(form):
    lines = "".join(form.format(*cue) for cue in TALK)
    lines = f"<table>{lines}</table>" if "<td>" in form else lines
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Transcript</h2>{lines}")
    assert cues(page) == TALK
    assert headings(page)[1:] == [("transcript", "Transcript")]


@pytest.mark.parametrize(
    "form",
    [
        "<p><b>{0}.</b> {2}</p>",
        "<p><b>{0}</b> – {2}</p>",
        "<p><b>{0} —</b> {2}</p>",
        "<p>{0}. {2}</p>",
        "<p>{0} - {2}</p>",
        "<p>[{0}] {2}</p>",
        "<p>&lt;{0}&gt; {2}</p>",
        "<p>{0}：{2}</p>",
        "<p><a href='#c{1}'>{0}</a></p><p>{2}</p>",
        "<p><a href='/{1}'><img alt='{0} says'></a></p><p><a href=/>{0}</a></p><p>{2}</p>",
        "<div><div>{initials}</div><div>{0}</div><p>{2}</p></div>",
    ],
)
def test_who_speaks_is_marked_in_many_ways(form):
    last = "First: bye." if "<b>" in form else "Bye."
    talk = [*TALK[:2], ("Ann Lee", 7, last), ("Bo", 8, "Bye.")]
    said = [(name.upper(), start, text) for name, start, text in talk]
    initials = {"ANN LEE": "AL", "BO": "B"}
    lines = "".join(form.format(*cue, initials=initials[cue[0]]) for cue in said)
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Transcript</h2>{lines}")
    assert cues(page) == [(name, None, text) for name, _, text in said]


@pytest.mark.parametrize("form", ["[Music] {}.", "Well – {}.", "We met {}.", "On and [1:00] {}."])
def test_other_words_that_begin_alike_are_said(form):
    said = [form.format(word) for word in ("one", "two", "ten", "all")]
    said.append("That was it, and we left, and slept.")
    lines = "".join(f"<p>{line}</p>" for line in (*said, *said[-1:] * 4))
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Transcript</h2><p>Hello.</p>{lines}")
    assert {cue.speaker for cue in page.transcript.cues} <= {None, "On and"}


def test_names_beside_times_are_speakers_however_much_they_say():
    turn = "<div>0:0{}</div><p>{}</p>{}"
    more = "<p>Yes, we did.</p>" * 5
    lines = "".join(turn.format(n, name, more) for n, name in enumerate(["Ann", "Bo"] * 2))
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Transcript</h2>{lines}")
    assert [cue.speaker for cue in page.transcript.cues if cue.start is not None] == [
        "Ann",
        "Bo",
    ] * 2
    turn = "<p>{1}</p><div>0:0{0}</div>{2}"
    lines = "".join(turn.format(n, name, more) for n, name in enumerate(["Ann", "Bo"] * 2))
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Transcript</h2>{lines}")
    assert [cue.speaker for cue in page.transcript.cues if cue.start is not None] == [
        "Ann",
        "Bo",
    ] * 2


def test_the_head_of_a_table_of_turns_is_not_said():
    head = "<tr><th>Time<th>Speaker<th>Text"
    rows = "".join(f"<tr><td>0:0{start}<td>{name}<td>{text}" for name, start, text in TALK)
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Transcript</h2><table>{head}{rows}</table>")
    assert cues(page) == TALK


def test_a_short_question_in_a_talk_is_no_heading():
    body = "<p>[Music]<p><b>Ann</b><p>Comments?<p><b>Bob</b><p>None.<p>Comments?<p>Write."
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Transcript</h2>{body}")
    assert [cue.text for cue in page.transcript.cues] == ["[Music]", "Comments?", "None."]


def test_what_unfolds_holds_all_headings_in_it():
    body = "<h3>Ann</h3><p>Hi.</p><h3>Bob</h3><p>Hi.</p><h3>Ann</h3><p>Bye.</p>"
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<details><summary>Transcript</summary>{body}</details>")
    assert [cue.speaker for cue in page.transcript.cues] == ["Ann", "Bob", "Ann"]


def test_topics_of_a_talk_with_their_times_are_chapters():
    topic = "<header><b>Topic {0}</b> <span>0{0}:00</span><h4>About {1}</h4></header>"
    turn = "<div><button>{}:{}</button><p>{}</p><p>Yes, it is.</p></div>"
    body = "".join(
        topic.format(n, name) + turn.format(n, "02", "Ann") + turn.format(n, "04", "Bob")
        for n, name in enumerate(["fog", "sun"])
    )
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}{body}")
    found = [(chapter.start, chapter.title) for chapter in page.chapters.chapters]
    assert found == [(0, "About fog"), (60, "About sun")]
    assert [cue.speaker for cue in page.transcript.cues] == ["Ann", "Bob"] * 2
    assert headings(page) == [("summary", None), ("transcript", None)]


def test_a_box_of_a_talk_in_another_does_not_end_it():
    turn = "<div class=transcript-turn><div class=transcript-name>{}</div><p>{}</p></div>"
    body = "".join(turn.format(name, text) for name, _, text in [*TALK, TALK[1]])
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<div class=transcript>{body}</div>")
    assert [cue.speaker for cue in page.transcript.cues] == ["Ann Lee", "Bo"] * 2


def test_images_of_speakers_may_lead_elsewhere():
    turn = "<div><a href=/about><i></i></a><p>{}</p><p>{}</p></div>"
    body = "".join(turn.format(name, text) for name, _, text in [*TALK, TALK[1]])
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Transcript</h2>{body}")
    assert [cue.speaker for cue in page.transcript.cues] == ["Ann Lee", "Bo"] * 2
    assert texts(page)[1:] == []


def test_the_ways_on_below_a_talk_are_not_said():
    ways = "<p><a href=/1>Fog</a> <a href=/3>Sun</a></p>"
    page = read(f"<h1>Sleep</h1>{PARAGRAPH}<h2>Transcript</h2><p>Ann: Hi.<p>Ann: Bye.{ways}")
    assert [cue.text for cue in page.transcript.cues] == ["Hi.", "Bye."]


def test_who_speaks_first_stands_before_the_first_time():
    lines = "".join(f"<p>{name}</p><p>0:0{start}</p><p>{text}</p>" for name, start, text in TALK)
    assert cues(read(f"<h1>Sleep</h1>{PARAGRAPH}{lines}")) == TALK


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


def facts_of(page):
    episode = page.episode
    day = episode.published.date().isoformat() if episode.published else None
    return (page.show.title, episode.title, episode.season, episode.number, day, episode.duration)


FOG = "The fog came in on a Monday, and it stayed for the whole week."


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "The Fog | Harbour Talk | City Radio",
            "<p class=eyebrow>Harbour Talk · Episode 12</p><h1>The Fog</h1>",
            ("Harbour Talk", "The Fog", None, 12, None, None),
        ),
        (
            "The Fog",
            "<h2><a href=/talk>Harbour Talk</a> – Episode #12</h2><h1>The Fog</h1>",
            ("Harbour Talk", "The Fog", None, 12, None, None),
        ),
        (
            "Harbour Talk #12 – The Fog",
            "<h1>Harbour Talk #12 – The Fog</h1>",
            ("Harbour Talk", "The Fog", None, 12, None, None),
        ),
        (
            "The Fog with Bo Hill (Harbour Talk #12)",
            "<h1>The Fog</h1>",
            ("Harbour Talk", "The Fog", None, None, None, None),
        ),
        (
            "The Fog - Episodes - Harbour Talk",
            "<h1>The Fog</h1>",
            ("Harbour Talk", "The Fog", None, None, None, None),
        ),
        (
            "Le quai : La brume (épisode 12) - Radio Ville",
            "<h1>La brume</h1><p>Publié le 3 mai 2023 - Durée : 42 min",
            ("Le quai", "La brume", None, 12, "2023-05-03", 2520),
        ),
        (
            "The Fog Rolls | Harbour Talk",
            (
                "<h1>Harbour Talk</h1><h2>12. The Fog Rolls</h2><ul><li>Published: May 3, 2023"
                "<li>Length: 42:10<li>Season: 2</ul>"
            ),
            ("Harbour Talk", "The Fog Rolls", 2, 12, "2023-05-03", 2530),
        ),
        (
            "Folge 7 – Nebel · Hafenfunk",
            (
                "<h1>Nebel</h1><table><tr><th>Datum<td>03.05.2023<tr><th>Länge<td>00:42:10"
                "<tr><th>Staffel<td>2<tr><th>Bei<td>Ann<tr><td colspan=2>Nebel</table>"
            ),
            ("Hafenfunk", "Nebel", 2, 7, "2023-05-03", 2530),
        ),
        (
            "The Fog",
            (
                "<h1>The Fog</h1><dl><div><dt>Released<dd>3 May 2023</div> <div><dt>Running"
                " time</dt> <dd>42 minutes</div></dl><dl><dt>Date<dd>none<dt>No.<dd>Fog</dl>"
                f"<dl><dt>Length<dd>{'long ' * 20}<dt>Season</dl>"
            ),
            (None, "The Fog", None, None, "2023-05-03", 2520),
        ),
        (
            "The Fog",
            f"<h1>The Fog</h1><p>Episode 3 of 5<p>{FOG}<p>{FOG}<p>{FOG}<p>Released: 3 May 2023",
            (None, "The Fog", None, 3, "2023-05-03", None),
        ),
        (
            "The Fog",
            "<h1>The Fog</h1><p>We met in the fog.<p>Running time: 34 minutes and 20 seconds.",
            (None, "The Fog", None, None, None, 2060),
        ),
        (
            "Episode 12: Fog - Harbour Forum",
            (
                "<h2 class=title>Episode 12: Fog</h2><div class=post><p class=author>by Ann » Wed"
                " May 03, 2023 9:00 am<p>We met.</div> <div class=post><p>I like fog.</div>"
            ),
            ("Harbour Forum", "Fog", None, 12, "2023-05-03", None),
        ),
    ],
)
def test_the_show_and_the_facts_are_found_in_many_layouts(title, body, expected):
    page = html.loads(f"<title>{title}</title><main>{body}<p>{FOG}</main>")
    assert facts_of(page) == expected
    assert FOG in texts(page)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "Harbour Talk\nHome\nAbout\n\nEpisode 12\n\nFog\n\nMay 3, 2023 • 42 min",
            ("Harbour Talk", "Fog", None, 12, "2023-05-03", 2520),
        ),
        (
            "Harbour Talk Episode 12: Fog\nPublished on May 3, 2023\nRunning time: 42 minutes",
            ("Harbour Talk", "Fog", None, 12, "2023-05-03", 2520),
        ),
        (
            "HARBOUR TALK\n\nFog\n\nAnn Lee\nMay 3, 2023",
            ("HARBOUR TALK", "Fog", None, None, "2023-05-03", None),
        ),
        (
            "Zum Inhalt springen\n\nHafenfunk\n\nMenü\n\nHF063 Nebel\n\n12. Mai 2023",
            ("Hafenfunk", "Nebel", None, 63, "2023-05-12", None),
        ),
        (
            (
                "Skip to content\n\nHome\nEpisodes\nMerch\n\nContact\n\nHarbour Talk\n\n"
                "Ep. 12 – Fog\n\nMay 3, 2023\n\nShare\nDownload"
            ),
            ("Harbour Talk", "Fog", None, 12, "2023-05-03", None),
        ),
        (
            "88 - Fog\nHarbour Talk\nMay 3, 2023",
            ("Harbour Talk", "Fog", None, 88, "2023-05-03", None),
        ),
        ("Episode 12\n\n12 min", (None, "Episode 12", None, 12, None, 720)),
    ],
)
def test_a_copied_page_begins_with_menus_the_show_and_the_facts(source, expected):
    page = text.loads(f"{source}\n\n{FOG}")
    assert facts_of(page) == expected
    assert texts(page) == [FOG]


@pytest.mark.parametrize(
    "source",
    [
        "# Harbour Talk #12: Fog\n\n*Released 2023-05-03 · 42 min*",
        "Harbour Talk 012: Fog\n=====\n\n**Date:** 2023-05-03\n**Duration:** 42:00",
        "# Harbour Talk — Episode 12: Fog\n\n| Date | 3 May 2023 |\n|---|---|\n| Length | 42:00 |",
    ],
)
def test_a_heading_of_markdown_names_the_show_too(source):
    page = markdown.loads(f"{source}\n\n{FOG}")
    assert facts_of(page) == ("Harbour Talk", "Fog", None, 12, "2023-05-03", 2520)
    assert texts(page) == [FOG]


def test_a_list_with_one_fact_is_content():
    page = read(f"<h1>Fog</h1><p>{FOG}</p><dl><dt>Season<dd>2<dt>Of<dd>Fog banks</dl>")
    assert page.episode.season is None
    assert "Fog banks" in texts(page)


def test_the_show_is_what_its_feed_and_the_way_to_the_page_say():
    way = "<nav class=breadcrumb><a href=/>Radio Ville</a><a href=/q>Le quai</a></nav>"
    feed = "<link rel=alternate type=application/rss+xml href=/q.xml title='Le quai'>"
    page = html.loads(f"{feed}<title>La brume - Radio Ville</title>{way}<main><h1>La brume</h1>")
    assert page.show.title == "Le quai"


@pytest.mark.parametrize(
    "title", ["Answers to The Fog", "Topic feed", "Recent_changes", "The Fog Comments Feed"]
)
def test_a_feed_of_answers_or_changes_is_not_the_show_s(title):
    feed = f"<link rel=alternate type=application/rss+xml href=/x title='{title}'>"
    page = read(f"{feed}<meta property=og:title content='The Fog'><h1>The Fog</h1>")
    assert page.show.atom_links == ()


def test_the_author_is_a_person_rather_than_the_show():
    data = {"@type": "PodcastEpisode", "name": "Fog", "author": {"name": "Rest"}}
    data["partOfSeries"] = {"@type": "PodcastSeries", "name": "Rest"}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert read(f"{script}<h1>Fog").episode.itunes_author == "Rest"
    assert read(f"{script}<meta name=author content=Ann><h1>Fog").episode.itunes_author == "Ann"


@pytest.mark.parametrize(
    ("link", "shown", "number"),
    [
        ("/show/512/fog", "Show #512", 512),
        ("/show/512/fog", "At 5512 Main Street", None),
        ("/show/2024/fog", "In 2024", None),
        ("/about/512", "512", None),
    ],
)
def test_the_page_s_url_says_the_number_if_the_page_shows_it(link, shown, number):
    head = f"<link rel=canonical href=https://example.com{link}>"
    assert html.loads(f"{head}<main><p>{shown}<h1>Fog</h1><p>Hi.").episode.number == number


@pytest.mark.parametrize(
    ("script", "url"),
    [
        (r"{\"src\":\"https://example.com/1.mp3\"}", "https://example.com/1.mp3"),
        (r'{"src":"https:\/\/example.com\/1.mp3"}', "https://example.com/1.mp3"),
        ('["https://example.com/1.mp3", "https://example.com/2.mp3"]', None),
    ],
)
def test_scripts_may_name_the_one_media_file(script, url):
    page = read(f"<script>a = {script}</script><h1>Fog</h1>")
    assert [file.url for file in page.episode.enclosures] == ([url] if url else [])


@pytest.mark.parametrize(
    "part",
    [
        "<div itemprop=comment><p>I like fog.</div>",
        "<div itemtype=https://schema.org/Comment><p>I like fog.</div>",
        "<p>Topics: <a href=/t/fog>fog</a>, <a href=/t/sea>sea</a>",
        "<p><a href=/t/fog>#fog</a> <a href=/t/sea>#sea</a>",
        "<p><a href=/tag/fog>fog</a> <a href=/tag/sea>sea</a>",
        "<p><a href=/>Home</a> | <a href=/all>Episodes</a>",
        "<p><a href=#said>Transcript</a>",
        "<p><a href=#top>Jump to navigation</a> <a href=#q>Jump to search</a>",
        "<p><a class=button href=/support>Support us</a>",
        "<div class=toolbar><a href=/x>Discuss</a></div>",
    ],
)
def test_these_are_the_site_s(part):
    assert texts(read(f"<main><h1>Fog</h1><p>{FOG}</p>{part}</main>")) == [FOG]


@pytest.mark.parametrize(
    ("part", "text_of_link"),
    [
        ("<p><a class=button href=/guide>Get the guide</a>", "Get the guide"),
        ("<p><a class=button href=https://example.org/>Support us</a>", "Support us"),
        ("<p><a href=/ann><img alt='Ann Lee'></a>", "Ann Lee"),
        ("<p><a href=/ann><img alt='Ann Lee'><b>Ann Lee</b></a>", "Ann Lee"),
        ("<div><a href=/ann><div>Ann Lee</div><div>Ann Lee</div></a></div>", "Ann Lee"),
    ],
)
def test_these_are_links_of_the_episode(part, text_of_link):
    page = read(
        f"<link rel=canonical href=https://example.com/1><main><h1>Fog</h1><p>{FOG}</p>{part}"
    )
    assert [link.text for link in page.notes.links] == [text_of_link]


def test_what_is_printed_twice_for_small_and_large_screens_counts_once():
    sponsors = "<h2>Sponsors</h2><p>Lamps of Rest.</p>"
    page = read(
        f"<main><h1>Fog</h1><p>{FOG}</p><div class=for-phones>{sponsors}</div>"
        f"<h2>Links</h2><p>A map</p><div class=hidden-mobile>{sponsors}</div></main>"
    )
    assert headings(page) == [("summary", None), ("sponsors", "Sponsors"), ("links", "Links")]


def test_people_who_are_shown_first_end_with_their_box():
    page = read(
        f"<main><h1>Fog</h1><section><h2>Hosts und Gäste</h2><ul><li>Ann</ul></section><p>{FOG}</p>"
        "<h2>Shownotes</h2><p>Was wir erwähnt haben:</p><ul><li>Nebel</ul></main>"
    )
    assert kinds(page) == ["hosts", "summary", "show_notes"]


def test_a_box_of_what_is_related_may_hold_the_links():
    links = "<div class=related-links><h4>Weiterführende Links</h4><ul><li>Karte</ul></div>"
    news = "<div class=related-news><h4>Ähnliche Nachrichten</h4><ul><li>Sand</ul></div>"
    page = read(f"<h1>Fog</h1><p>{FOG}</p><div class=related-wrap>{news}{links}</div>")
    assert texts(page) == [FOG, "Karte"]


def test_what_leads_through_the_page_by_time_lists_its_chapters():
    entries = "<li>0:00 Hello<li>1:05 Fog<li>2:10 Bye"
    page = read(f"<h1>Fog</h1><p>{FOG}</p><div class=toc><ul>{entries}</ul></div>")
    assert [chapter.title for chapter in page.chapters] == ["Hello", "Fog", "Bye"]

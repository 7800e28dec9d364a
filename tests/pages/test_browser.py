"""What a page is in a browser: all there, in every size and colour, and asking for nothing else."""

import gzip
import re
import wave
from datetime import UTC, datetime
from importlib.resources import files
from itertools import pairwise

import attrs
import pytest
from selenium.webdriver import Keys
from selenium.webdriver.support.wait import WebDriverWait

from podkit import pages, transcripts
from podkit.models import (
    AtomLink,
    Chapter,
    Chapters,
    ChaptersLink,
    Cue,
    Enclosure,
    Episode,
    EpisodePage,
    Link,
    Paragraph,
    Section,
    Show,
    ShowNotes,
    Transcript,
    TranscriptLink,
)
from tests.pages.browser import browser, console, display
from tests.pages.server import serving

SENTENCE = "Tune in this week to learn the differences between codependence and interdependence. "
LONG_URL = "https://example.com/" + "a-very-long-path-" * 8
COVER = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"/>'
SECONDS = 60


def paragraph(*content, is_point=False):
    return Paragraph(content=content, is_point=is_point)


SPOKEN = Transcript(
    cues=[
        *(
            Cue(text=(SENTENCE * 2).strip(), start=start, end=end, speaker="Victoria Albina")
            for start, end in pairwise(range(0, 55, 5))
        ),
        Cue(text="Then the café", start=50, end=52, speaker="Ann"),
        Cue(text="closed its doors.", start=52, end=54, speaker="Ann"),
        Cue(text="I don’t know why.", start=54, end=SECONDS, speaker="Ann"),
    ]
)
PAGE = EpisodePage(
    show=Show(
        title="Feminist Wellness",
        link="https://example.com/",
        language="en",
        copyright="© 2024 Victoria Albina",
        atom_links=[AtomLink(href="feed.xml", rel="self")],
    ),
    episode=Episode(
        title="Interdependence: The Healthy Power of Needing Each Other",
        number=270,
        published=datetime(2024, 3, 28, 6, tzinfo=UTC),
        duration=SECONDS,
        artwork="cover.svg",
        enclosures=[Enclosure(url="270.wav", type="audio/wav")],
        transcript_links=[TranscriptLink(url="270.vtt", type="text/vtt")],
        chapters_link=ChaptersLink(url="270.json", type="application/json+chapters"),
        atom_links=[
            AtomLink(href="269.html", rel="prev", title=SENTENCE),
            AtomLink(href="index.html", rel="up"),
            AtomLink(href="271.html", rel="next", title="More"),
        ],
    ),
    image_text="Two hands",
    notes=ShowNotes(
        sections=[
            Section(kind="summary", paragraphs=[paragraph(SENTENCE * 4), paragraph(SENTENCE)]),
            Section(kind="promotion", paragraphs=[paragraph("Join ", Link(text="the studio"))]),
            Section(
                kind="key_points",
                heading="What You’ll Learn:",
                paragraphs=[paragraph(SENTENCE, is_point=True)] * 3,
            ),
            Section(kind="player", heading="Listen to the Full Episode:"),
            Section(
                kind="links",
                heading="Featured on the Show:",
                paragraphs=[
                    paragraph("Read ", Link(text=LONG_URL, url=LONG_URL), is_point=True),
                    paragraph("Honorificabilitudinitatibus" * 4, is_point=True),
                ],
            ),
            Section(
                kind="timestamps",
                heading="Moments:",
                paragraphs=[
                    paragraph(f"0:{second} {SENTENCE}", is_point=True) for second in ("05", 25, 45)
                ],
            ),
            Section(kind="transcript", heading="Full Episode Transcript:"),
            Section(kind="follow", heading="Enjoy the Show?", paragraphs=[paragraph("Follow us.")]),
        ]
    ),
    transcript=SPOKEN,
    chapters=Chapters(
        chapters=[
            Chapter(start=0, title="Welcome"),
            Chapter(start=20, title=SENTENCE, url=LONG_URL, image="cover.svg"),
            Chapter(start=30, title="Hidden", hidden=True),
            Chapter(start=40),
        ]
    ),
)
SHOW = attrs.evolve(
    PAGE.show,
    description="<p>For humans.</p>",
    author="Victoria Albina",
    artwork="cover.svg",
    atom_links=[
        AtomLink(href="feed.xml", rel="self"),
        AtomLink(href="show.opml", rel="alternate", type="text/x-opml"),
    ],
    episodes=[
        attrs.evolve(PAGE.episode, season=2, link="page.html", description=SENTENCE * 9),
        Episode(title="Réflexions", number=2, season=1, episode_type="bonus"),
        Episode(title="Beginnings", number=1, season=1, link="1.html", summary="How it began."),
    ],
)
LONG_WORD = "Rindfleischetikettierungsüberwachungsgesetz" * 3
SEASONS = [
    Episode(title=LONG_WORD, season=season, published=PAGE.episode.published) for season in range(3)
]
KINDS = ("script", "style")
WIDE, PHONE, SMALL_PHONE = (1280, 900), (360, 800), (320, 640)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    (folder / "page.html").write_text(page := pages.html.dumps(PAGE))
    (folder / "index.html").write_text(index := pages.index.dumps(SHOW))
    transcripts.write(SPOKEN, folder / "270.vtt")
    elsewhere = [TranscriptLink(url="https://example.com/270.vtt", type="text/vtt")]
    episode = attrs.evolve(PAGE.episode, transcript_links=elsewhere)
    pages.html.write(attrs.evolve(PAGE, episode=episode), folder / "page-elsewhere.html")
    episode = attrs.evolve(PAGE.episode, enclosures=[Enclosure(url="none.mp3")])
    korean = Transcript(cues=[Cue(text="한국 학교의 홍길동")])
    silent = attrs.evolve(PAGE, episode=episode, transcript=korean)
    pages.html.write(silent, folder / "silent.html")
    hebrew = attrs.evolve(SHOW, title=LONG_WORD, author=LONG_WORD, language="he", episodes=SEASONS)
    links = [AtomLink(href="1.html", rel="next", title=LONG_WORD)]
    episode = attrs.evolve(PAGE.episode, itunes_author=LONG_WORD, atom_links=links)
    said = Transcript(cues=[Cue(text=LONG_WORD, speaker=LONG_WORD, start=0)])
    long = attrs.evolve(PAGE, show=hebrew, episode=episode, heading=LONG_WORD, transcript=said)
    pages.html.write(long, folder / "long.html")
    pages.index.write(hebrew, folder / "long-index.html")
    (folder / "cover.svg").write_text(COVER)
    with wave.open(str(folder / "270.wav"), "wb") as audio:
        audio.setparams((1, 1, 8000, 0, "NONE", ""))
        audio.writeframes(b"\x80" * 8000 * SECONDS)
    hashes = {kind: " ".join(re.findall(f"{kind}-src ([^;]+)", page + index)) for kind in KINDS}
    allowed = "; ".join(f"{kind}-src {sources}" for kind, sources in hashes.items())
    policy = f"default-src 'none'; {allowed}; img-src 'self'; media-src 'self' data:"
    with serving(folder, policy=policy) as server:
        yield server


@pytest.fixture(scope="module")
def driver():
    with browser(*WIDE) as driver:
        yield driver


class View:
    """A page that a browser shows."""

    def __init__(self, driver, url):
        self.driver = driver
        driver.get("about:blank")  # or else an address that differs by its moment loads nothing
        driver.get(url)

    def one(self, selector):
        return self.driver.find_element("css selector", selector)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def run(self, script, *values):
        return self.driver.execute_script(script, *values)

    def asks(self, expression):
        return self.run(f"return {expression}")

    def waits(self, expression, value=True):
        WebDriverWait(self.driver, 30, 0.05).until(lambda _: self.asks(expression) == value)

    def focuses(self, selector):
        element = self.one(selector)
        self.run("arguments[0].focus()", element)
        return element

    def press(self, *keys):
        self.driver.switch_to.active_element.send_keys(*keys)


def shows(driver, server, name="page.html", size=WIDE, **how):
    display(driver, *size, **how)
    view = View(driver, server.url + name)
    if how.get("scripts", True) and name.startswith("page"):
        view.waits("document.querySelector('audio').readyState > 0")
    return view


# In every size and colour.

BLOCKS = (
    ".cover, .show-title, h1, .facts time, nav h2, .chapters li:not([hidden]), section,"
    "section h2, section > p, details > p, .turn p, section li, section a,"
    "section cite:not([hidden]), footer li, .copyright, .neighbours a"
)


@pytest.fixture(
    scope="module",
    params=[(WIDE, False), (PHONE, False), (SMALL_PHONE, True)],
    ids=["wide-light", "phone-light", "small-phone-dark"],
)
def shown(request, driver, server):
    size, dark = request.param
    view = shows(driver, server, size=size, dark=dark)
    view.dark = dark
    return view


def test_the_audio_is_understood(shown):
    assert shown.asks("document.querySelector('audio').duration") == SECONDS


def test_all_blocks_are_visible(shown):
    blocks = f"{BLOCKS}, .start, .controls button:not([hidden]), .progress, .query"
    hidden = """
        return [...document.querySelectorAll(arguments[0])].filter((block) => {
            const { width, height } = block.getBoundingClientRect();
            return !(block.checkVisibility({ visibilityProperty: true }) && width && height);
        }).map((block) => block.outerHTML);
    """
    assert shown.run(hidden, blocks) == []
    assert len(shown.all(blocks)) > 60


def test_nothing_is_wider_than_the_window(shown):
    outside = """
        return [...document.querySelectorAll("body *:not(.skip)")].filter((element) =>
            element.getBoundingClientRect().right > innerWidth + 1
        ).map((element) => element.outerHTML)
    """
    assert shown.run(outside) == []
    assert shown.asks("document.documentElement.scrollWidth") == shown.asks("innerWidth")


@pytest.mark.parametrize("name", ["long.html", "long-index.html"])
@pytest.mark.parametrize("size", [WIDE, SMALL_PHONE], ids=["wide", "phone"])
def test_long_words_and_writing_from_the_right_fit_the_window(driver, server, name, size):
    view = shows(driver, server, name, size)
    edges = """
        return [...document.querySelectorAll("body *:not(.skip)")].filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left < -1 || right > innerWidth + 1;
        }).map((element) => element.outerHTML)
    """
    assert view.run(edges) == []
    assert view.asks("document.documentElement.scrollWidth") == view.asks("innerWidth")


def test_the_line_of_the_player_runs_as_the_keys_do_in_any_language(driver, server):
    view = shows(driver, server, "long.html")
    ends = "['elapsed', 'whole'].map((name) => document.querySelector(`.${name}`).offsetLeft)"
    start, end = view.asks(ends)
    assert start < end


def test_lines_are_short_enough_to_read(shown):
    size = "const p = document.querySelector('section p'); return p.clientWidth / parseFloat(%s)"
    assert shown.run(size % "getComputedStyle(p).fontSize") < 36  # about 75 letters


def test_the_colours_are_those_that_the_user_prefers(shown):
    colour = shown.asks("getComputedStyle(document.body).backgroundColor")
    brightness = sum(map(int, re.findall(r"\d+", colour))) / 3
    assert (brightness < 50) if shown.dark else (brightness > 200)


def test_what_is_pressed_is_large_enough(shown):
    """WCAG 2.2, success criterion 2.5.8 (AA): 24 pixels, save for links within text."""
    small = """
        const parts = "button, select, input, summary, footer a, .neighbours a, .chapters a";
        return [...document.querySelectorAll(parts)].filter((part) => {
            const row = part.closest(".chapters li") ?? part;
            const { width, height } = row.getBoundingClientRect();
            return part.checkVisibility() && (width < 24 || height < 24);
        }).map((part) => part.outerHTML);
    """
    assert shown.run(small) == []


def test_the_first_key_leads_to_the_link_that_skips_to_the_content(shown):
    shown.one("body").send_keys(Keys.TAB)
    skip = shown.driver.switch_to.active_element
    assert skip.get_attribute("class") == "skip"
    assert skip.rect["x"] == 0
    skip.send_keys(Keys.ENTER)
    assert shown.driver.current_url.endswith("#content")


def test_the_transcript_folds(shown):
    paragraph = shown.one("details p")
    summary = shown.one("summary")
    summary.send_keys(Keys.ENTER)
    assert not paragraph.is_displayed()
    summary.send_keys(Keys.ENTER)
    assert paragraph.is_displayed()


def test_the_console_stays_silent_under_a_strict_policy(shown):
    assert console(shown.driver) == []


# For everyone.

AXE = files("axe_selenium_python").joinpath("node_modules/axe-core/axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(view):
    view.run(AXE)
    found = view.driver.execute_async_script(
        "axe.run({ runOnly: arguments[0] }).then(arguments[1])", RULES
    )
    assert len(found["passes"]) > 20
    return [
        (found["id"], [node["html"] for node in found["nodes"]]) for found in found["violations"]
    ]


@pytest.mark.parametrize(
    ("size", "dark"),
    [(PHONE, False), (PHONE, True), (WIDE, False)],
    ids=["phone-light", "phone-dark", "wide-light"],
)
@pytest.mark.parametrize("name", ["page.html", "index.html"])
def test_axe_finds_nothing_that_is_hard_to_access(driver, server, name, size, dark):
    view = shows(driver, server, name, size, dark=dark)
    view.focuses(".query").send_keys("in")
    if name == "page.html":
        view.one(".start").click()
        view.one(".captions").click()
        view.waits("document.querySelector('.caption').textContent !== ''")
    assert violations(view) == []


def test_all_that_can_be_used_can_be_by_keyboard_and_is_seen_when_it_is(driver, server):
    view = shows(driver, server, size=PHONE)
    view.one(".start").click()
    view.waits("!!document.querySelector('.away .started')")
    look = """
        const part = document.activeElement;
        const { left, top, width, height } = part.getBoundingClientRect();
        const line = Math.max(top, 0) + Math.min(height, 20) / 2;
        const at = document.elementFromPoint(left + width / 2, line);
        const lines = ["", "::after"].map((what) => getComputedStyle(part, what || null));
        return [
            part === document.body ? null : part.outerHTML,
            part.contains(at) || at?.contains(part) || !!at?.closest("li")?.contains(part),
            lines.some((style) => style.outlineStyle === "solid" && style.outlineWidth === "3px"),
        ];
    """
    view.focuses(".skip")
    view.press(Keys.TAB)
    reached = 1
    while (html := (seen := view.run(look))[0]) is not None:
        assert seen == [html, True, True]
        assert view.driver.switch_to.active_element.accessible_name, html
        view.press(Keys.TAB)
        reached += 1
    all_parts = view.run("""
        const parts = [...document.querySelectorAll("a[href], button, input, select, summary")];
        return parts.filter((part) => part.checkVisibility()).length;
    """)
    assert reached == all_parts


# What it costs.


def test_nothing_but_page_cover_and_audio_is_asked_for(driver, server):
    server.asked_for.clear()
    view = shows(driver, server)
    view.waits("document.querySelector('img').complete")
    assert [name for name in server.asked_for if name != "/270.wav"] == ["/page.html", "/cover.svg"]
    assert "/270.wav" in server.asked_for


def test_a_page_without_content_is_small():
    html = pages.html.dumps(EpisodePage()).encode()
    assert len(html) < 40_000
    assert len(gzip.compress(html)) < 11_000


def test_the_page_hardly_moves_while_it_loads(driver, server):
    view = shows(driver, server)
    shift = view.driver.execute_async_script("""
        new PerformanceObserver((list) => {
            arguments[0](list.getEntries().reduce((sum, entry) => sum + entry.value, 0));
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => arguments[0](0), 300);
    """)
    assert shift < 0.1  # Core Web Vitals call this good


# Without scripts.


@pytest.mark.parametrize("size", [WIDE, SMALL_PHONE], ids=["wide", "phone"])
def test_without_scripts_all_is_there(driver, server, size):
    view = shows(driver, server, size=size, scripts=False)
    blocks = view.all(f"{BLOCKS}, audio[controls]")
    assert [block for block in blocks if not block.is_displayed()] == []
    assert view.all(".controls, .start, .tools") == []


def test_without_scripts_chapters_lead_into_the_audio_and_a_moment_to_its_cue(driver, server):
    view = shows(driver, server, "page.html#t=50", scripts=False)
    assert view.one(":target").text.split("\n") == ["0:50", "Ann: Then the café"]
    links = [link.get_attribute("href") for link in view.all(".chapters a[data-start]")]
    assert links == [f"{server.url}270.wav#t={start}" for start in (0, 20, 30, 40)]


def test_on_paper_the_text_stands_without_the_player(driver, server):
    view = shows(driver, server, dark=True, media="print")
    assert not view.one(".controls").is_displayed()
    assert not view.one(".tools").is_displayed()
    assert view.one("details p").is_displayed()
    assert view.asks("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


# The player.

TIME = "Math.floor(document.querySelector('audio').currentTime)"
IS_PAUSED = "document.querySelector('audio').paused"
CURRENT = "[...document.querySelectorAll('[aria-current]')].map((e) => e.dataset.start)"


@pytest.fixture
def view(driver, server):
    return shows(driver, server)


@pytest.mark.parametrize("name", ["start", "toggle"])
def test_a_button_plays_and_pauses(view, name):
    button = view.focuses(f".{name}")
    assert button.accessible_name == "Play"
    button.send_keys(Keys.ENTER)
    view.waits(IS_PAUSED, value=False)
    view.waits("document.querySelector('.toggle').ariaLabel", "Pause")
    assert button.accessible_name == "Pause"
    button.send_keys(Keys.SPACE)
    view.waits(IS_PAUSED)
    assert view.asks("document.querySelector('.toggle').ariaLabel") == "Play"


@pytest.mark.parametrize("way", ["click", "enter"])
def test_a_chapter_plays_from_its_start_and_is_marked(view, way):
    link = view.one(".chapters a[data-start='20']")
    view.run("arguments[0].scrollIntoView({ block: 'center' })", link)
    link.click() if way == "click" else link.send_keys(Keys.ENTER)
    view.waits(IS_PAUSED, value=False)
    assert view.asks(TIME) == 20
    view.waits(CURRENT, ["20", "20"])  # the chapter and the cue
    assert view.one(".now").text == SENTENCE.strip()
    assert view.asks("location.hash") == "#t=20"


def test_a_time_in_the_notes_plays_from_there(view):
    view.one("section[data-kind=timestamps] li:nth-child(2) a").click()
    view.waits("Math.floor(document.querySelector('audio').currentTime)", 25)
    assert view.asks("location.hash") == "#t=25"


def test_a_cue_plays_where_it_is_clicked_and_its_time_by_keyboard(view):
    view.focuses("[id='t=10'] .time").send_keys(Keys.ENTER)
    view.waits(CURRENT, ["0", "10"])
    cue = view.one("[id='t=52']")
    view.run("arguments[0].scrollIntoView({ block: 'center' })", cue)
    cue.click()
    view.waits(CURRENT, ["40", "52"])
    assert view.asks(TIME) == 52


@pytest.mark.parametrize(
    ("moment", "time", "current"),
    [
        ("#t=23", 23, ["20", "20"]),
        ("#t=0:41.5", 41, ["40", "40"]),
        ("#t=npt:25,30", 25, ["20", "25"]),
        ("#t=0:00:05", 5, ["0", "5"]),
        ("#t=..", 0, []),
        ("#content", 0, []),
    ],
)
def test_an_address_leads_to_its_moment(driver, server, moment, time, current):
    view = shows(driver, server, f"page.html{moment}")
    view.waits(TIME, time)
    assert view.asks(CURRENT) == current
    assert view.asks(IS_PAUSED)
    for cue in view.all("p[aria-current]"):
        assert 0 < view.run("return arguments[0].getBoundingClientRect().top", cue) < WIDE[1]


def test_the_address_can_change_its_moment(view):
    view.run("location.hash = '#t=31'")
    view.waits(TIME, 31)


def test_the_line_moves_by_keys(view):
    line = view.focuses(".progress")
    for keys, time in [
        (Keys.ARROW_RIGHT, 5),
        (Keys.ARROW_UP, 10),
        (Keys.ARROW_LEFT, 5),
        (Keys.ARROW_DOWN, 0),
        (Keys.ARROW_DOWN, 0),
        (Keys.PAGE_UP, SECONDS),
        (Keys.HOME, 0),
        (Keys.END, SECONDS),
    ]:
        line.send_keys(keys)
        view.waits(TIME, time)
    assert line.get_attribute("aria-valuetext") == "1:00 of 1:00"


def test_buttons_go_back_and_forward(view):
    for name, time in [("forward", 30), ("forward", SECONDS), ("back", 45)]:
        view.focuses(f".{name}").send_keys(Keys.ENTER)
        view.waits(TIME, time)


def test_the_speed_changes(view):
    view.focuses(".speed").send_keys("2×")
    assert view.asks("document.querySelector('audio').playbackRate") == 2


def test_the_link_to_the_moment_is_copied(view, server):
    view.driver.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
    )
    view.focuses(".forward").send_keys(Keys.ENTER)
    view.focuses(".share").send_keys(Keys.ENTER)
    view.waits("document.querySelector('.message').textContent", "Link to 0:30 copied")
    copied = view.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied == f"{server.url}page.html#t=30"


def test_where_nothing_can_be_copied_the_link_is_in_the_address_bar(view, server):
    view.run("navigator.clipboard.writeText = () => Promise.reject()")
    view.focuses(".share").send_keys(Keys.ENTER)
    view.waits("document.querySelector('.message').textContent.includes('address bar')")
    assert view.driver.current_url == f"{server.url}page.html#t=0"


def test_captions_are_asked_for_and_shown_when_they_are_wanted(driver, server):
    server.asked_for.clear()
    view = shows(driver, server, "page.html#t=53")
    button = view.focuses(".captions")
    button.send_keys(Keys.ENTER)
    view.waits("document.querySelector('.caption').textContent", "closed its doors.")
    assert "/270.vtt" in server.asked_for
    assert button.get_attribute("aria-pressed") == "true"
    button.send_keys(Keys.ENTER)
    assert not view.one(".caption").is_displayed()


def test_captions_of_another_host_are_made_of_what_is_on_the_page(driver, server):
    view = shows(driver, server, "page-elsewhere.html#t=53")
    button = view.focuses(".captions")
    button.send_keys(Keys.ENTER)
    view.waits("document.querySelector('.caption').textContent", "closed its doors.")
    button.send_keys(Keys.ENTER)
    assert not view.one(".caption").is_displayed()
    assert "270.vtt" in "".join(console(driver))


def test_audio_that_is_not_there_is_said_not_to_play(driver, server):
    view = View(driver, f"{server.url}silent.html")
    view.waits("document.querySelector('.message').textContent", "The audio can’t be played")
    assert "none.mp3" in "".join(console(driver))


def test_the_browser_reads_the_tracks_of_captions_and_chapters(view):
    tracks = "[...document.querySelector('audio').textTracks]"
    view.run(f"for (const track of {tracks}) track.mode = 'hidden'")
    texts = f"[...{tracks}.find((track) => track.kind === '%s').cues]"
    length = "document.querySelector(\"track[kind='%s']\").readyState === 2"
    for kind in ("captions", "chapters"):
        view.waits(length % kind)
    captions = view.asks(f"{texts % 'captions'}.map((cue) => cue.getCueAsHTML().textContent)")
    assert captions == [cue.text.strip() for cue in SPOKEN.cues]
    chapters = view.asks(f"{texts % 'chapters'}.map((c) => [c.startTime, c.endTime, c.text])")
    assert chapters == [[0, 20, "Welcome"], [20, 40, SENTENCE.strip()], [40, 60, "0:40"]]


def test_the_player_stays_at_hand_once_it_plays(view):
    controls = view.one(".controls")
    view.one(".start").click()
    view.waits("!!document.querySelector('.away .started')")
    assert controls.value_of_css_property("position") == "fixed"
    view.run("document.querySelector('.player').scrollIntoView({ block: 'center' })")
    view.waits("document.querySelector('.away')", None)
    assert controls.value_of_css_property("position") == "static"


def test_the_system_is_told_what_plays(view):
    assert view.asks("navigator.mediaSession.metadata.artist") == "Feminist Wellness"
    assert view.asks("navigator.mediaSession.metadata.artwork[0].src").endswith("cover.svg")


def test_the_transcript_follows_the_audio_when_asked(view):
    top = "document.querySelector(\"[id='t=50']\").getBoundingClientRect().top"
    view.run("document.querySelector('audio').currentTime = 49.5")
    follow = view.focuses(".follow")
    follow.send_keys(Keys.ENTER)
    assert follow.get_attribute("aria-pressed") == "true"
    view.run("scrollTo(0, 0)")
    view.focuses(".toggle").send_keys(Keys.ENTER)
    view.waits(f"{CURRENT}.at(-1)", "50")
    view.waits(f"0 < {top} && {top} < innerHeight")


# The search in the transcript.

FOUND = "document.querySelector('.found').textContent"
AT = "[...CSS.highlights.get('at') ?? []].map(String)"


@pytest.mark.parametrize(
    ("words", "found", "first"),
    [
        ("cafe", "1 of 1", ["café"]),
        ("CAFÉ", "1 of 1", ["café"]),
        ("don't", "1 of 1", ["don’t"]),
        ("tune", "1 of 20", ["Tune"]),
        ("ann: then", "1 of 1", ["Ann: Then"]),
        ("0:05", "Nothing found", []),
        ("  ", "", []),
    ],
)
def test_words_are_found_in_the_transcript(view, words, found, first):
    view.focuses(".query").send_keys(words)
    assert view.asks(FOUND) == found
    assert view.asks(AT) == first


@pytest.mark.parametrize(("words", "first"), [("홍길", ["홍길"]), ("홍국", [])])
def test_syllables_are_found_whole(driver, server, words, first):
    view = View(driver, f"{server.url}silent.html")
    view.focuses(".query")
    view.run("document.activeElement.value = arguments[0]", words)
    view.run("document.activeElement.dispatchEvent(new Event('input'))")
    assert view.asks(AT) == first
    assert "none.mp3" in "".join(console(driver))


def test_enter_and_buttons_go_through_what_was_found(view):
    query = view.focuses(".query")
    assert not view.one(".step").is_displayed()
    query.send_keys("victoria")
    steps = [(Keys.ENTER, "2 of 10"), (Keys.SHIFT + Keys.ENTER, "1 of 10")]
    for keys, found in [*steps, (Keys.SHIFT + Keys.ENTER, "10 of 10")]:
        query.send_keys(keys)
        assert view.asks(FOUND) == found
    before, after = view.all(".step")
    before.click()
    assert view.asks(FOUND) == "9 of 10"
    after.click()
    assert view.asks(FOUND) == "10 of 10"
    top = "[...CSS.highlights.get('at')][0].getBoundingClientRect().top"
    assert 0 < view.asks(top) < WIDE[1]


# The index.


@pytest.mark.parametrize("size", [WIDE, PHONE, SMALL_PHONE], ids=["wide", "phone", "small-phone"])
def test_the_index_fits_its_window(driver, server, size):
    view = shows(driver, server, "index.html", size)
    assert view.asks("document.documentElement.scrollWidth") == size[0]
    blocks = view.all("h1, .facts, .feeds a, .about p, .query, h2, h3, .summary")
    assert [block for block in blocks if not block.is_displayed()] == []
    assert console(driver) == []


@pytest.mark.parametrize(
    ("words", "seen", "count"),
    [
        ("", ["Season 2", "Season 1"], ""),
        ("reflexions", ["Season 1"], "Episodes found: 1"),
        ("it how", ["Season 1"], "Episodes found: 1"),
        ("interdependence", ["Season 2"], "Episodes found: 1"),
        ("nowhere", [], "Episodes found: 0"),
    ],
)
def test_episodes_are_found_by_their_words(driver, server, words, seen, count):
    view = shows(driver, server, "index.html")
    view.focuses(".query").send_keys(words)
    assert [node.text for node in view.all("h2") if node.is_displayed()] == seen
    assert view.asks(FOUND) == count


def test_without_scripts_the_index_lists_everything(driver, server):
    view = shows(driver, server, "index.html", scripts=False)
    assert [node.text for node in view.all("h3")] == [
        "Interdependence: The Healthy Power of Needing Each Other",
        "Réflexions",
        "Beginnings",
    ]
    assert view.all(".query") == []

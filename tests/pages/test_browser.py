"""What a page is in a browser: all there, in every size and colour, and asking for nothing else."""

import base64
import hashlib
import re
import threading
import wave
from datetime import UTC, datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest
from selenium.webdriver import Keys
from selenium.webdriver.support.wait import WebDriverWait

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
from podkit.pages._html_writer import write_html
from tests.pages.browser import browser, console

SENTENCE = "Tune in this week to learn the differences between codependence and interdependence. "
LONG_URL = "https://example.com/" + "a-very-long-path-" * 8
COVER = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"/>'


def paragraph(*content, is_point=False):
    return Paragraph(content=content, is_point=is_point)


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
        duration=2,
        artwork="cover.svg",
        enclosures=[Enclosure(url="270.wav", type="audio/wav")],
        transcript_links=[TranscriptLink(url="270.vtt", type="text/vtt")],
        chapters_link=ChaptersLink(url="270.json", type="application/json+chapters"),
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
            Section(kind="transcript", heading="Full Episode Transcript:"),
            Section(kind="follow", heading="Enjoy the Show?", paragraphs=[paragraph("Follow us.")]),
        ]
    ),
    transcript=Transcript(
        cues=[
            Cue(text=SENTENCE * 3, start=start, end=end, speaker="Victoria Albina")
            for start, end in pairwise(range(0, 4000, 400))
        ]
    ),
    chapters=Chapters(
        chapters=[
            Chapter(start=0, title="Welcome"),
            Chapter(start=0.5, title=SENTENCE, url=LONG_URL, image="cover.svg"),
            Chapter(start=1, title="Hidden", hidden=True),
            Chapter(start=3723),
        ]
    ),
)
BLOCKS = (
    ".cover, .show-title, h1, .facts time, audio, nav h2, .chapters li:not([hidden]), section,"
    "section h2, section p, section li, section a, section cite, footer li, .copyright"
)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under the strictest policy that lets the page have what it shows."""

    def end_headers(self):
        policy = f"default-src 'none'; style-src '{self.server.style}'; img-src 'self'"
        self.send_header("Content-Security-Policy", f"{policy}; media-src 'self'")
        super().end_headers()

    def log_request(self, *args):
        self.server.asked_for.add(self.path)

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    html = write_html(PAGE)
    (folder / "page.html").write_text(html)
    (folder / "cover.svg").write_text(COVER)
    with wave.open(str(folder / "270.wav"), "wb") as audio:
        audio.setparams((1, 2, 8000, 0, "NONE", ""))
        audio.writeframes(bytes(2 * 8000 * 2))
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), lambda *args: Handler(*args, directory=folder)
    ) as server:
        style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        server.style, server.asked_for = f"sha256-{digest}", set()
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(
    scope="module",
    params=[(1280, 900, False), (1280, 900, True), (360, 800, False), (320, 640, True)],
    ids=["wide-light", "wide-dark", "phone-light", "small-phone-dark"],
)
def shown(request, server):
    width, height, dark = request.param
    with browser(width, height, dark=dark) as driver:
        driver.get(f"http://127.0.0.1:{server.server_port}/page.html")
        driver.dark = dark
        yield driver


def test_the_audio_is_understood(shown):
    duration = "return document.querySelector('audio').duration"
    assert WebDriverWait(shown, 30).until(lambda driver: driver.execute_script(duration)) == 2


def test_all_blocks_are_visible(shown):
    blocks = shown.find_elements("css selector", BLOCKS)
    hidden = [
        block.get_attribute("outerHTML")
        for block in blocks
        if not (block.is_displayed() and block.size["width"] and block.size["height"])
    ]
    assert hidden == []
    assert len(blocks) > 50


def test_nothing_is_wider_than_the_window(shown):
    width = shown.execute_script("return document.documentElement.scrollWidth")
    assert width == shown.execute_script("return innerWidth")


def test_lines_are_short_enough_to_read(shown):
    size = "const p = document.querySelector('section p'); return p.clientWidth / parseFloat(%s)"
    assert shown.execute_script(size % "getComputedStyle(p).fontSize") < 36  # about 75 letters


def test_the_colours_are_those_that_the_user_prefers(shown):
    colour = shown.execute_script("return getComputedStyle(document.body).backgroundColor")
    brightness = sum(map(int, re.findall(r"\d+", colour))) / 3
    assert (brightness < 50) if shown.dark else (brightness > 200)


def test_the_first_key_leads_to_the_link_that_skips_to_the_content(shown):
    shown.find_element("css selector", "body").send_keys(Keys.TAB)
    skip = shown.switch_to.active_element
    assert skip.get_attribute("class") == "skip"
    assert skip.rect["x"] == 0
    skip.send_keys(Keys.ENTER)
    assert shown.current_url.endswith("#episode")


def test_the_transcript_folds(shown):
    paragraph = shown.find_element("css selector", "details p")
    summary = shown.find_element("css selector", "summary")
    summary.send_keys(Keys.ENTER)
    assert not paragraph.is_displayed()
    summary.send_keys(Keys.ENTER)
    assert paragraph.is_displayed()


def test_the_console_stays_silent_under_a_strict_policy(shown):
    assert console(shown) == []


def test_nothing_but_page_cover_and_audio_is_asked_for(shown, server):
    assert server.asked_for == {"/page.html", "/cover.svg", "/270.wav"}


def test_on_paper_the_text_stands_without_the_player(server):
    with browser(800, 600, dark=True) as driver:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        driver.get(f"http://127.0.0.1:{server.server_port}/page.html")
        assert not driver.find_element("css selector", "audio").is_displayed()
        assert driver.find_element("css selector", "details p").is_displayed()
        ink = driver.execute_script("return getComputedStyle(document.body).color")
        assert ink == "rgb(0, 0, 0)"

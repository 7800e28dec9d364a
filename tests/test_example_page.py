"""The example's page in a real browser, opened from the folder that it was built into."""

from pathlib import Path

import pytest
from selenium.webdriver.common.by import By

import podkit
from podkit import pages
from tests.pages.browser import browser, console

FOLDER = Path(__file__).parent.parent / "examples" / "feminist-wellness"
DURATION = "return document.querySelector('audio').duration"


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    out = tmp_path_factory.mktemp("dist")
    podkit.build(FOLDER, out)
    return out


@pytest.fixture(
    scope="module", params=[(1280, 900, False), (390, 844, True)], ids=["desk", "phone"]
)
def driver(request, dist):
    width, height, dark = request.param
    with browser(width, height, dark=dark) as driver:
        driver.get((dist / "ep-270.html").as_uri())
        yield driver


def test_the_console_says_nothing(driver):
    assert console(driver) == []


def test_every_block_of_the_source_is_visible(driver):
    source = pages.read(FOLDER / "ep-270" / "page.txt")
    shown = words(driver.find_element(By.TAG_NAME, "main").text)
    for section in source.notes.sections:
        for paragraph in section.paragraphs:
            assert words(paragraph.text) in shown
        assert words(section.heading or "") in shown
    for cue in source.transcript.cues:
        assert words(cue.text) in shown
    assert words(source.heading) in shown


def test_every_section_has_a_size(driver):
    sections = driver.find_elements(By.CSS_SELECTOR, "section[data-kind]")
    assert len(sections) == 7
    assert all(section.is_displayed() and section.size["height"] > 0 for section in sections)


def test_the_audio_plays_as_long_as_the_file(driver):
    driver.set_script_timeout(30)
    driver.execute_async_script(
        "const done = arguments[0], audio = document.querySelector('audio');"
        "audio.readyState ? done() : audio.addEventListener('loadedmetadata', done, {once: true});"
    )
    assert driver.execute_script(DURATION) == pytest.approx(57.9, abs=0.2)


def test_nothing_is_wider_than_the_page(driver):
    width, room = driver.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
    assert width <= room


def words(text):
    return " ".join(text.split())

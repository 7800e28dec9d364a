"""Takes the pictures of the built example show that the README and the guides show.

Usage, from the repository's root: ``python -m docs.images.take``
"""

import tempfile
import time
from pathlib import Path

import attrs
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from tests.pages.browser import browser, display, screenshot
from tests.pages.server import serving

import podkit
from podkit import Episode, pages, rss

SHOW = Path("examples/feminist-wellness")
FOLDER = Path(__file__).parent
WIDE, PHONE = (1000, 1080), (390, 844)
# What the index of a longer show looks like: other episodes, by their numbers.
TITLES = {
    193: "Codependency vs. Interdependence",
    188: "Stop Taking Things Personally",
    166: "Be The Cake",
    33: "Direct and Indirect Communication",
}


def main() -> None:
    """Build the show and write the pictures of its pages."""
    with tempfile.TemporaryDirectory() as out, browser(*WIDE) as driver, serving(out) as server:
        podkit.build(SHOW, out)
        _write_longer_index(Path(out))
        page = f"{server.url}ep-270.html"
        driver.get(page)
        screenshot(driver, FOLDER / "episode-page.png", height=WIDE[1])
        display(driver, *WIDE, dark=True)
        screenshot(driver, FOLDER / "episode-page-dark.png", height=WIDE[1])
        driver.get(f"{server.url}longer.html")
        screenshot(driver, FOLDER / "show-index-dark.png", height=WIDE[1])
        display(driver, *WIDE)
        screenshot(driver, FOLDER / "show-index.png", height=WIDE[1])
        display(driver, *PHONE)
        screenshot(driver, FOLDER / "show-index-phone.png", height=PHONE[1])
        display(driver, *WIDE, scripts=False)
        driver.get("about:blank")  # or else the page stays as it is
        driver.get(page)
        screenshot(driver, FOLDER / "episode-page-no-script.png", height=WIDE[1])
        display(driver, *PHONE)
        driver.get(page)
        screenshot(driver, FOLDER / "phone.png", height=PHONE[1])
        display(driver, *PHONE, dark=True)
        driver.get(f"{page}#t=18")
        _search_while_it_plays(driver)
        driver.save_screenshot(FOLDER / "phone-dark.png")
        display(driver, *PHONE, scripts=False)
        driver.get("about:blank")  # or else the page stays as it is
        driver.get(f"{page}#section-4")
        driver.save_screenshot(FOLDER / "phone-no-script.png")


def _search_while_it_plays(driver: Chrome) -> None:
    driver.find_element(By.CLASS_NAME, "start").click()
    query = driver.find_element(By.CLASS_NAME, "query")
    driver.execute_script("arguments[0].focus()", query)
    query.send_keys("interdependence")
    time.sleep(1)


def _write_longer_index(out: Path) -> None:
    show = rss.read(out / "feed.xml")
    [newest] = show.episodes
    others = (
        Episode(title=title, number=number, season=2 if number > 99 else 1, link="#")
        for number, title in TITLES.items()
    )
    newest = attrs.evolve(newest, season=3)
    show = attrs.evolve(show, artwork="cover.jpg", episodes=(newest, *others))
    pages.index.write(show, out / "longer.html")


if __name__ == "__main__":
    main()

"""Takes the picture of the built example page that the README and the guides show.

Usage, from the repository's root: ``python -m docs.images.take``
"""

import tempfile
from pathlib import Path

from tests.pages.browser import browser, screenshot

import podkit

SHOW = Path("examples/feminist-wellness")
PICTURE = Path(__file__).with_name("episode-page.png")
WIDTH, HEIGHT = 1000, 1080


def main() -> None:
    """Build the page and write its picture."""
    with tempfile.TemporaryDirectory() as out, browser(WIDTH, HEIGHT) as driver:
        podkit.build(SHOW, out)
        driver.get(Path(out, "ep-270.html").as_uri())
        screenshot(driver, PICTURE, height=HEIGHT)


if __name__ == "__main__":
    main()

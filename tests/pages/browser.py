"""A real browser, Chromium without a window, and what it shows of a page."""

import base64
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

_SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--mute-audio",
    "--no-first-run",
)


@contextmanager
def browser(width, height, *, dark=False):
    """Start a browser whose pages are this large, in CSS pixels, and end it afterwards.

    Args:
        width: of the page.
        height: of what shows of it at a time.
        dark: whether the user prefers dark colours.

    Raises:
        FileNotFoundError: Chromium or its driver isn't installed.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        driver = Chrome(_options(profile), ChromeService(_program("chromedriver")))
        try:
            display(driver, width, height, dark=dark)
            yield driver
        finally:
            driver.quit()


def display(driver, width, height, *, dark=False, media="screen", scripts=True):
    """Change how a browser shows its pages, and whether their scripts run."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    features = {"prefers-color-scheme": "dark" if dark else "light"}
    features["prefers-reduced-motion"] = "reduce"  # so that nothing takes time to move
    features = [{"name": name, "value": value} for name, value in features.items()]
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})


def console(driver):
    """Give what the console has said since it was last asked."""
    return [f"{entry['level']}: {entry['message']}" for entry in driver.get_log("browser")]


def screenshot(driver, target, *, height=None):
    """Write a picture of the page as PNG, from its top down to a height or to its end."""
    whole = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
    clip = {"x": 0, "y": 0, "width": whole["width"], "height": height or whole["height"]}
    picture = driver.execute_cdp_cmd(
        "Page.captureScreenshot", {"captureBeyondViewport": True, "clip": {**clip, "scale": 1}}
    )
    Path(target).write_bytes(base64.b64decode(picture["data"]))


def _options(profile):
    options = ChromeOptions()
    options.binary_location = _program("chromium")
    for switch in (*_SWITCHES, f"--user-data-dir={profile}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return options


def _program(name):
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(f"these tests need {name} on the PATH")
    return path

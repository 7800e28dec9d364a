"""Fetches over HTTP what a feed names, without being a burden, for `podkit.checks.check`.

One request at a time, with a pause between those to one host, and an end to each.
"""

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Literal
from urllib.parse import urljoin, urlsplit

from podkit.checks import Answer

__all__ = ["PoliteFetch"]

_AGENT = {"User-Agent": "podkit"}
_MOST_REDIRECTS = 10
_REDIRECTIONS = {301, 302, 303, 307, 308}
_BLOCK = 1 << 16


class PoliteFetch:
    """Fetches, and remembers which host it asked when.

    Args:
        pause: the seconds between two requests to one host.
        patience: the seconds after which an answer is given up.

    >>> PoliteFetch()("ftp://example.com/1.mp3", method="GET", headers={}, limit=1)
    Traceback (most recent call last):
    urllib.error.URLError: <urlopen error unknown url type: ftp>
    """

    def __init__(self, *, pause: float = 0.5, patience: float = 20.0) -> None:
        self._pause = pause
        self._patience = patience
        self._latest: dict[str | None, float] = {}
        # With no handler for files or FTP, and none that takes a status for an error.
        self._opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
            urllib.request.UnknownHandler(),
        ):
            self._opener.add_handler(handler)

    def __call__(
        self, url: str, *, method: Literal["GET", "HEAD"], headers: Mapping[str, str], limit: int
    ) -> Answer:
        """Ask a server for what is at an address.

        Raises:
            OSError: no answer comes, or no whole one.
        """
        try:
            return self._answer(url, method, _AGENT | dict(headers), limit)
        except urllib.error.URLError as error:
            raise (error.reason if isinstance(error.reason, OSError) else error) from None
        except (http.client.HTTPException, ValueError) as error:
            message = "the answer is none of HTTP, or the address none of the web"
            raise OSError(f"{message}: {error}") from error

    def _answer(self, url: str, method: str, headers: dict[str, str], limit: int) -> Answer:
        """Follow redirects to an answer."""
        seconds = 0.0
        for redirects in range(_MOST_REDIRECTS + 1):
            self._wait(url)
            # The opener refuses what is none of the web.
            request = urllib.request.Request(url, headers=headers, method=method)  # noqa: S310
            start = time.monotonic()
            with self._opener.open(request, timeout=self._patience) as response:
                seconds += time.monotonic() - start
                target = response.headers.get("Location")
                if response.status not in _REDIRECTIONS or not target:
                    return Answer(
                        url=url,
                        status=response.status,
                        headers={name.lower(): value for name, value in response.headers.items()},
                        content=_content(response, limit, start + self._patience),
                        seconds=seconds,
                        redirects=redirects,
                    )
            url = urljoin(url, target.replace(" ", "%20"))
        raise OSError(f"it takes more than {_MOST_REDIRECTS} redirects")

    def _wait(self, url: str) -> None:
        """Wait until the host of an address may be asked again."""
        host = urlsplit(url).hostname
        since = time.monotonic() - self._latest.get(host, -self._pause)
        if since < self._pause:
            time.sleep(self._pause - since)
        self._latest[host] = time.monotonic()


def _content(response: http.client.HTTPResponse, limit: int, deadline: float) -> bytes:
    """Read a body, as far as it is wanted and comes in time."""
    content = bytearray()
    while len(content) < limit and (block := response.read1(min(_BLOCK, limit - len(content)))):
        content += block
        if time.monotonic() > deadline:
            raise TimeoutError("the answer doesn't end")
    if response.length and len(content) < limit:
        raise OSError("the answer breaks off")
    return bytes(content)

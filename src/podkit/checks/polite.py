"""Fetches over HTTP what a feed names, without being a burden, for `podkit.checks.check`.

One request at a time, with a pause between those to one host, an end to each, and no more of an
answer in memory than was asked for, packed or not.
"""

import http.client
import io
import math
import re
import socket
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from podkit.checks.fetched import Answer

__all__ = ["PoliteFetch"]

_AGENT = {"User-Agent": "podkit"}
_MOST_REDIRECTS = 10
_REDIRECTIONS = {301, 302, 303, 307, 308}
# Too many requests, and service unavailable: RFC 6585, section 4, and RFC 9110, section 15.6.4.
_BUSY = {429, 503}
_SECONDS = re.compile("[0-9]{1,9}")
_BLOCK = 1 << 16
# The encodings of content that are unpacked (RFC 9110, section 8.4.1), by what zlib calls them:
# 32 stands for either header, which is then found by itself.
_PACKED = ("gzip", "x-gzip", "deflate")
_ANY_HEADER = 32 + zlib.MAX_WBITS


class PoliteFetch:
    """Fetches, and remembers which host it asked when.

    It follows 10 redirects at most, and sends nothing but what it is asked for. A server that is
    busy and says when it will be free is asked once more then.

    Args:
        pause: the seconds between two requests to one host.
        patience: the seconds after which an answer is given up, be it that nothing comes or too
            little of it, or that a busy server wants a longer pause.

    >>> fetch = PoliteFetch(pause=1)
    >>> fetch("ftp://example.com/1.mp3", method="GET", headers={}, limit=1)
    Traceback (most recent call last):
    urllib.error.URLError: <urlopen error unknown url type: ftp>
    """

    def __init__(self, *, pause: float = 0.5, patience: float = 20.0) -> None:
        self._pause = pause
        self._patience = patience
        # When each host may be asked again.
        self._free: dict[str | None, float] = {}
        # With no handler for files or FTP, and none that takes a status for an error.
        self._opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            _HTTPHandler(),
            _HTTPSHandler(),
            urllib.request.UnknownHandler(),
        ):
            self._opener.add_handler(handler)

    def __call__(
        self, url: str, *, method: Literal["GET", "HEAD"], headers: Mapping[str, str], limit: int
    ) -> Answer:
        """Ask a server for what is at an address.

        Args:
            url: the address.
            method: the method of HTTP.
            headers: header fields that the request has, besides the name of podkit.
            limit: how many bytes of the body are wanted at most.

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
        except zlib.error as error:
            raise OSError(f"the answer is packed, and damaged: {error}") from error

    def _answer(self, url: str, method: str, headers: dict[str, str], limit: int) -> Answer:
        """Follow redirects to an answer."""
        seconds = 0.0
        redirects = 0
        may_wait = True
        while redirects <= _MOST_REDIRECTS:
            host = urlsplit(url).hostname
            time.sleep(max(0, self._free.get(host, 0) - time.monotonic()))
            # The opener refuses what is none of the web.
            request = urllib.request.Request(url, headers=headers, method=method)  # noqa: S310
            start = time.monotonic()
            self._free[host] = start + self._pause
            with self._opener.open(request, timeout=self._patience) as response:
                seconds += time.monotonic() - start
                pause = _wanted_pause(response)
                if may_wait and pause <= self._patience:
                    may_wait = False
                    self._free[host] = time.monotonic() + max(pause, self._pause)
                    continue
                target = response.headers.get("Location")
                if response.status not in _REDIRECTIONS or not target:
                    return Answer(
                        url=url,
                        status=response.status,
                        headers={name.lower(): value for name, value in response.headers.items()},
                        content=_content(response, limit),
                        seconds=seconds,
                        redirects=redirects,
                    )
            url = urljoin(url, target.replace(" ", "%20"))
            redirects += 1
        raise OSError(f"it takes more than {_MOST_REDIRECTS} redirects")


class _Response(http.client.HTTPResponse):
    """An answer that is to be there, from its first byte to its last, before a time-out is over.

    The library's own time-out is one for each byte, so that a slow server could go on for ever.
    """

    def __init__(self, sock: socket.socket, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 -- the library's own
        super().__init__(sock, *arguments, **options)
        self.fp = io.BufferedReader(_Patient(sock, self.fp.detach()))


class _Patient(io.RawIOBase):
    """Reads from a socket until its time-out is over, counted from the start."""

    def __init__(self, sock: socket.socket, raw: io.RawIOBase) -> None:
        super().__init__()
        self._sock = sock
        self._raw = raw
        self._deadline = time.monotonic() + (sock.gettimeout() or 0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401 -- as in the library
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the answer doesn't end")
        self._sock.settimeout(left)
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _HTTPConnection(http.client.HTTPConnection):
    response_class = _Response


class _HTTPSConnection(http.client.HTTPSConnection):
    response_class = _Response


class _HTTPHandler(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_HTTPConnection, req)


class _HTTPSHandler(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_HTTPSConnection, req)


def _wanted_pause(response: http.client.HTTPResponse) -> float:
    """Give the seconds after which a busy server wants to be asked again, if it says so.

    RFC 9110, section 10.2.3: a number of seconds, or a date.
    """
    after = response.headers.get("Retry-After", "") if response.status in _BUSY else ""
    if _SECONDS.fullmatch(after):
        return float(after)
    try:
        return parsedate_to_datetime(after).replace(tzinfo=UTC).timestamp() - time.time()
    except ValueError:
        return math.inf


def _content(response: http.client.HTTPResponse, limit: int) -> bytes:
    """Read a body, as far as it is wanted; what comes packed is unpacked as it comes."""
    is_packed = response.headers.get("Content-Encoding", "").lower() in _PACKED
    unpacking = zlib.decompressobj(_ANY_HEADER) if is_packed else None
    content = bytearray()
    while len(content) < limit and not (unpacking and unpacking.eof):
        wanted = limit - len(content)
        block = response.read1(_BLOCK if unpacking else min(_BLOCK, wanted))
        if not block:
            if response.length or (unpacking and content):
                raise OSError("the answer breaks off")
            break
        content += unpacking.decompress(block, wanted) if unpacking else block
    return bytes(content)

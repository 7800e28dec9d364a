"""What fetches politely: any status is an answer, no host is pressed, and each has an end."""

import gzip
import socket
import ssl
import threading
import zlib
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import quote, unquote

import pytest

from podkit import Enclosure, Episode, Show, checks
from podkit.checks import PoliteFetch, polite

DAWN = datetime(2024, 3, 28, 6, tzinfo=UTC)
TEXT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nFog.\n" * 1000
PACKED = {"gzip": gzip.compress(TEXT), "deflate": zlib.compress(TEXT), "x-gzip": gzip.compress(b"")}


class Handler(BaseHTTPRequestHandler):
    """Answers by path: a status, or a redirect to the next number."""

    def do_GET(self):
        self.server.asked.append((self.command, self.path, self.headers.get("Range")))
        kind, _, rest = self.path.strip("/").partition("/")
        if kind == "garbage":
            self.wfile.write(b"not http at all\r\n\r\n")
            return
        if kind == "redirect":
            self.send_response(302)
            number = int(rest)
            self.send_header("Location", f"/redirect/{number - 1}" if number > 1 else "/status/200")
            self.end_headers()
            return
        if kind == "away":
            self.send_response(301)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
            return
        if kind == "busy":
            times, _, after = rest.partition("/")
            self.send_response(429 if len(self.server.asked) <= int(times) else 200)
            self.send_header("Retry-After", unquote(after))
            self.end_headers()
            return
        if kind == "drip":
            self.drip(rest)
            return
        if kind in PACKED:
            self.pack(kind, rest)
            return
        self.send_response(int(rest))
        self.send_header("Content-Type", "audio/mpeg")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"a" * (50_000 if kind == "half" else 100_000))

    do_HEAD = do_GET  # noqa: N815 -- the library's name

    def pack(self, encoding, how):
        """Send a text that is packed, whole, cut off, damaged or followed by more."""
        content = PACKED[encoding]
        if how == "cut":
            content = content[: len(content) // 2]
        elif how == "damaged":
            content = b"no such thing" + content
        elif how == "more":
            content += b"more" * 1000
        self.send_response(200)
        self.send_header("Content-Encoding", encoding.upper())
        self.end_headers()
        self.wfile.write(content)

    def drip(self, part):
        """Send a little of the status, the headers or the body again and again."""
        begun = {"status": b"HTTP/1.1 ", "headers": b"HTTP/1.1 200 OK\r\nX: "}
        self.wfile.write(begun.get(part, b"HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n"))
        try:
            while not self.server.is_over.wait(0.01):
                self.wfile.write(b"2")
        except OSError:
            return

    def log_message(self, *_arguments):
        """Say nothing."""


@pytest.fixture
def server():
    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []
    server.is_over = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.is_over.set()
    server.shutdown()
    thread.join()
    server.server_close()


def fetch(server, path, *, method="GET", headers=None, limit=10, patience=20):
    address = f"http://127.0.0.1:{server.server_port}/{path}"
    polite_fetch = PoliteFetch(pause=0, patience=patience)
    return polite_fetch(address, method=method, headers=headers or {}, limit=limit)


@pytest.mark.parametrize("status", [200, 206, 304, 404, 503])
def test_every_status_is_an_answer(server, status):
    answer = fetch(server, f"status/{status}", method="HEAD")
    assert (answer.status, answer.content, answer.redirects) == (status, b"", 0)
    assert answer.headers["content-type"] == "audio/mpeg"
    assert answer.seconds >= 0


@pytest.mark.parametrize("limit", [0, 1, 70_000, 200_000])
def test_no_more_is_read_than_is_wanted(server, limit):
    assert fetch(server, "status/200", limit=limit).content == b"a" * min(limit, 100_000)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_redirects_are_followed_with_the_same_request(server, method):
    answer = fetch(server, "redirect/3", method=method, headers={"Range": "bytes=0-0"})
    assert (answer.status, answer.redirects) == (200, 3)
    assert answer.url.endswith("/status/200")
    assert {(command, ranges) for command, _, ranges in server.asked} == {(method, "bytes=0-0")}


def test_redirects_come_to_an_end(server):
    with pytest.raises(OSError, match="more than 10 redirects"):
        fetch(server, "redirect/11")
    assert len(server.asked) == 11


def test_no_redirect_leads_to_a_file(server):
    with pytest.raises(OSError, match="unknown url type"):
        fetch(server, "away")


def test_what_is_no_answer_is_an_error_of_the_system(server):
    with pytest.raises(OSError, match="none of HTTP"):
        fetch(server, "garbage")


@pytest.mark.parametrize(
    "address", ["ftp://a.example/", "file:///etc/passwd", "http://[", "mailto:a@b.c"]
)
def test_what_is_no_address_of_the_web_is_an_error_of_the_system(address):
    with pytest.raises(OSError, match=r"none of the web|unknown url type"):
        PoliteFetch(pause=0)(address, method="GET", headers={}, limit=1)


def test_where_nobody_answers_the_reason_is_said():
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        port = unheard.getsockname()[1]
        with pytest.raises(ConnectionRefusedError):
            PoliteFetch(pause=0)(f"http://127.0.0.1:{port}/", method="GET", headers={}, limit=1)


def test_where_a_safe_connection_fails_the_reason_is_said(server):
    with pytest.raises(ssl.SSLError):
        PoliteFetch(pause=0)(
            f"https://127.0.0.1:{server.server_port}/", method="GET", headers={}, limit=1
        )


class Clock:
    """A clock that goes on by sleeping alone, or by a step each time that it is read."""

    def __init__(self, step=0):
        self.now = 0.0
        self.step = step
        self.slept = []

    def monotonic(self):
        self.now += self.step
        return self.now

    def time(self):
        return DAWN.timestamp() + self.now

    def sleep(self, seconds):
        if seconds:
            self.slept.append(seconds)
        self.now += seconds


def test_one_host_is_asked_only_so_often(server, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(polite, "time", clock)
    polite_fetch = PoliteFetch(pause=2)
    for host in ("127.0.0.1", "127.0.0.1", "localhost"):
        address = f"http://{host}:{server.server_port}/status/200"
        polite_fetch(address, method="HEAD", headers={}, limit=0)
    assert clock.slept == [2.0]
    address = f"http://localhost:{server.server_port}/redirect/1"
    polite_fetch(address, method="HEAD", headers={}, limit=0)
    assert clock.slept == [2.0, 2.0, 2.0]


@pytest.mark.parametrize(
    ("after", "slept"),
    [
        ("7", [7]),
        ("0", [2]),
        ("Thu, 28 Mar 2024 06:00:20 GMT", [20]),
        ("Thu, 28 Mar 2024 05:00:00 GMT", [2]),
    ],
)
def test_a_busy_server_is_asked_again_when_it_says(server, monkeypatch, after, slept):
    clock = Clock()
    monkeypatch.setattr(polite, "time", clock)
    address = f"http://127.0.0.1:{server.server_port}/busy/1/{quote(after)}"
    answer = PoliteFetch(pause=2)(address, method="GET", headers={}, limit=1)
    assert (answer.status, answer.redirects) == (200, 0)
    assert clock.slept == slept


@pytest.mark.parametrize("after", ["21", "Thu, 28 Mar 2024 06:00:21 GMT", "soon", "-1", "9" * 5000])
def test_a_busy_server_that_asks_for_too_much_is_left_alone(server, monkeypatch, after):
    monkeypatch.setattr(polite, "time", Clock())
    assert fetch(server, f"busy/1/{quote(after)}").status == 429
    assert len(server.asked) == 1


def test_a_server_that_stays_busy_is_asked_twice(server, monkeypatch):
    monkeypatch.setattr(polite, "time", Clock())
    assert fetch(server, "busy/3/1").status == 429
    assert len(server.asked) == 2


def test_an_answer_that_does_not_end_is_given_up(server, monkeypatch):
    monkeypatch.setattr(polite, "time", Clock(step=30))
    with pytest.raises(TimeoutError):
        fetch(server, "status/200", limit=200_000)


def test_half_an_answer_is_none(server):
    with pytest.raises(OSError, match="breaks off"):
        fetch(server, "half/200", limit=200_000)
    assert len(fetch(server, "half/200", limit=40_000).content) == 40_000


@pytest.mark.parametrize("part", ["status", "headers", "body"])
def test_an_answer_that_comes_in_drops_is_given_up(server, part):
    with pytest.raises(TimeoutError):
        fetch(server, f"drip/{part}", limit=200_000, patience=0.2)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
@pytest.mark.parametrize("limit", [0, 1, 1000, len(TEXT), 10_000_000])
def test_what_comes_packed_is_unpacked_as_far_as_it_is_wanted(server, encoding, limit):
    assert fetch(server, f"{encoding}/whole", limit=limit).content == TEXT[:limit]
    assert fetch(server, f"{encoding}/more", limit=limit).content == TEXT[:limit]


def test_nothing_can_be_packed(server):
    assert fetch(server, "x-gzip/whole").content == b""


@pytest.mark.parametrize(("how", "message"), [("cut", "breaks off"), ("damaged", "packed")])
def test_what_comes_packed_and_broken_is_an_error_of_the_system(server, how, message):
    with pytest.raises(OSError, match=message):
        fetch(server, f"gzip/{how}", limit=10_000_000)


def test_checking_asks_by_it(server):
    url = f"http://127.0.0.1:{server.server_port}/status/404"
    show = Show(episodes=[Episode(enclosures=[Enclosure(url=url)])])
    problems = checks.check(show, fetch=PoliteFetch(pause=0))
    assert "file-unreachable" in {problem.id for problem in problems}
    assert [command for command, _, _ in server.asked] == ["HEAD", "GET"]

"""What fetches for the command: any status is an answer, and no host is pressed."""

import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from click.testing import CliRunner

from podkit.cli import _fetching, main
from podkit.cli._fetching import PoliteFetch


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
        self.send_response(int(rest))
        self.send_header("Content-Type", "audio/mpeg")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"a" * (50_000 if kind == "half" else 100_000))

    do_HEAD = do_GET  # noqa: N815 -- the library's name

    def log_message(self, *_arguments):
        """Say nothing."""


@pytest.fixture
def server():
    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def fetch(server, path, *, method="GET", headers=None, limit=10):
    address = f"http://127.0.0.1:{server.server_port}/{path}"
    return PoliteFetch(pause=0)(address, method=method, headers=headers or {}, limit=limit)


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

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


def test_one_host_is_asked_only_so_often(server, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(_fetching, "time", clock)
    polite = PoliteFetch(pause=2)
    for host in ("127.0.0.1", "127.0.0.1", "localhost"):
        polite(f"http://{host}:{server.server_port}/status/200", method="HEAD", headers={}, limit=0)
    assert clock.slept == [2.0]
    polite(f"http://localhost:{server.server_port}/redirect/1", method="HEAD", headers={}, limit=0)
    assert clock.slept == [2.0, 2.0, 2.0]


def test_an_answer_that_does_not_end_is_given_up(server, monkeypatch):
    monkeypatch.setattr(_fetching, "time", Clock(step=30))
    with pytest.raises(TimeoutError):
        fetch(server, "status/200", limit=200_000)


def test_half_an_answer_is_none(server):
    with pytest.raises(OSError, match="breaks off"):
        fetch(server, "half/200", limit=200_000)
    assert len(fetch(server, "half/200", limit=40_000).content) == 40_000


def test_the_command_fetches_when_it_is_asked_to(server):
    cover = f"http://127.0.0.1:{server.server_port}/status/404"
    feed = (
        "<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel>"
        f"<itunes:image href='{cover}'/></channel></rss>"
    )
    assert "file-unreachable" not in CliRunner().invoke(main, ["check", "-"], input=feed).stdout
    result = CliRunner().invoke(main, ["check", "-", "--fetch"], input=feed)
    assert "error: file-unreachable: the server answers with status 404" in result.stdout

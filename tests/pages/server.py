"""A server of a folder that a browser can seek in audio from, and that keeps count of requests."""

import re
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


@contextmanager
def serving(folder, *, policy=None):
    """Serve a folder, under a Content-Security-Policy if one is given.

    What it gives has ``url``, and ``asked_for``: the paths that were asked for.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.folder, server.policy, server.asked_for = Path(folder), policy, []
        server.url = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self):
        self.server.asked_for.append(self.path)
        file = self.server.folder / self.path.partition("?")[0].lstrip("/")
        if not file.is_file():
            self.send_error(404)
            return
        data = file.read_bytes()
        found = _RANGE.fullmatch(self.headers.get("Range", ""))
        start = int(found[1]) if found else 0
        end = int(found[2]) + 1 if found and found[2] else len(data)
        self.send_response(206 if found else 200)
        self.send_header("Content-Type", self.guess_type(self.path))
        self.send_header("Content-Length", str(len(data[start:end])))
        self.send_header("Accept-Ranges", "bytes")
        if found:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{len(data)}")
        if self.server.policy:
            self.send_header("Content-Security-Policy", self.server.policy)
        self.end_headers()
        self.wfile.write(data[start:end])

    def log_message(self, *args):
        """Say nothing."""

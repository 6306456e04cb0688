"""A server on this machine that misbehaves on demand."""

from __future__ import annotations

import gzip
import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pytest

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry sinks</title>
<meta property="article:published_time" content="2020-01-05T23:30:00-08:00">
<meta property="article:modified_time" content="2023-04-01T10:00:00Z">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-01-05T23:30:00-08:00"}</script>
</head><body><article><h1>Ferry sinks</h1><p>The ferry between the two islands sank on Friday in a storm, the coast
guard said. All forty passengers were rescued by fishing boats that had heard the call for help.</p>
<p>The company had bought the ship in March last year. It was built in 1998 and repaired twice since then.</p>
</article></body></html>"""


class _Handler(http.server.BaseHTTPRequestHandler):
    requests: list[str]
    robots = b"User-agent: *\nDisallow: /closed\n"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def do_GET(self) -> None:
        self.requests.append(self.path)
        getattr(self, "_" + self.path.strip("/").partition("/")[0].replace(".", "_"), self._missing)()

    def _send(self, status: int, data: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _missing(self) -> None:
        self._send(404)

    def _robots_txt(self) -> None:
        self._send(200, self.robots, Content_Type="text/plain")

    def _page(self) -> None:
        self._send(200, PAGE.encode(), Content_Type="text/html; charset=utf-8")

    def _latin(self) -> None:
        self._send(200, "<html><p>café</p></html>".encode("latin-1"), Content_Type="text/html; charset=iso-8859-1")

    def _packed(self) -> None:
        self._send(200, gzip.compress(PAGE.encode()), Content_Type="text/html", Content_Encoding="gzip")

    def _bomb(self) -> None:
        self._send(200, gzip.compress(bytes(30_000_000)), Content_Type="text/html", Content_Encoding="gzip")

    def _round(self) -> None:
        self._send(302, Location=self.path + "/x")

    def _inside(self) -> None:
        self._send(302, Location="http://169.254.169.254/latest")

    def _file(self) -> None:
        self._send(302, Location="file:///etc/passwd")

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(bytes(100_000))

    def _dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.server.released.wait(0.01):  # type: ignore[attr-defined]
            self.wfile.write(b"a")

    def _2020(self) -> None:
        self._send(200, PAGE.replace("2020-01-05", "1969-07-20").encode(), Content_Type="text/html; charset=utf-8")

    def _silent(self) -> None:
        self.server.released.wait(30)  # type: ignore[attr-defined]

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:
            self.close_connection = True


@pytest.fixture
def server() -> Iterator[Any]:
    """A server; ``address`` is where it is, ``requests`` the paths that were asked for."""
    requests: list[str] = []
    handler = type("Handler", (_Handler,), {"requests": requests})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        running.daemon_threads = True
        running.released = threading.Event()  # type: ignore[attr-defined]
        running.requests = requests  # type: ignore[attr-defined]
        running.address = f"http://127.0.0.1:{running.server_address[1]}"  # type: ignore[attr-defined]
        thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield running
        running.released.set()  # type: ignore[attr-defined]
        running.shutdown()
        thread.join()


@pytest.fixture
def page() -> str:
    """A page as newspapers publish them."""
    return PAGE

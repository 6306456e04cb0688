"""What a server says to a link: it is there, or why not."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import pytest

from timeline.check.links import failure
from timeline.web import Web


class _Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def do_HEAD(self) -> None:
        self.send_response(int(self.path.rpartition("/")[2]))
        self.end_headers()


@pytest.fixture
def port() -> Iterator[int]:
    """The port of a server that answers with the number that an address ends with."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def here(*_: str | int) -> list[str]:
    return ["127.0.0.1"]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("200", ""),
        ("wiki/Müller/200", ""),
        ("301", ""),
        *[(number, "") for number in ("401", "403", "405", "429")],
        ("400", "status 400"),
        ("404", "status 404"),
        ("500", "status 500"),
    ],
)
def test_a_page_that_is_not_there_is_told(port, path, why):
    assert failure(f"http://news.example:{port}/{path}", Web(5, True, here)) == why


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://news.example/", "'news.example' is at 127.0.0.1, which is no public address"),
        ("http://a..b/", "'http://a..b/' is no address"),
        ("http://me@news.example/", "an address with a user name is not fetched"),
    ],
)
def test_what_is_not_asked_for_is_told(url, why):
    assert failure(url, Web(resolve=here)) == why

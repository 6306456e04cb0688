"""The server of a live preview: what is ours comes from the preview as it is now, everything else from the host."""

from __future__ import annotations

import json
import mimetypes
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import repeat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol
from urllib.parse import parse_qs, quote

from timeline.publish.assets import FOLDER

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from timeline.publish.preview import Preview

__all__ = ["returns", "watch_again", "watch_returns", "with_preview"]

# What machines have noted for these differs.
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".yaml": "text/plain; charset=utf-8",
}
_CHANGES = f"{FOLDER}/changes.json"


def with_preview(host: WSGIApplication, preview: Preview, mount: str = "/") -> WSGIApplication:
    """A host's server that shows a preview.

    Args:
        host: What answers for everything else (PEP 3333).
        preview: The preview.
        mount: The address of the site.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        address = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        path = address.removeprefix(mount)
        asked = parse_qs(environ.get("QUERY_STRING", ""))
        if path == _CHANGES:
            told = preview.changes(asked.get("page", [""])[-1], asked.get("version", [""])[-1])
            return _answer(start_response, path, json.dumps(told, ensure_ascii=False).encode())
        page = f"{path.rstrip('/')}/index.html".lstrip("/")
        name = page if path.endswith("/") or not path else path
        content = preview.content(name)
        if content is not None:
            return _answer(start_response, name, content)
        if path and not path.endswith("/") and preview.content(page) is not None:
            start_response("302 Found", [("Location", f"{quote(address)}/")])
            return []
        return host(environ, start_response)

    return answer


def _answer(start_response: StartResponse, path: str, content: bytes) -> Iterable[bytes]:
    suffix = PurePosixPath(path).suffix
    kind = _KINDS.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    headers = [("Content-Type", kind), ("Content-Length", str(len(content))), ("Cache-Control", "no-store")]
    start_response("200 OK", headers)
    return [content]


def returns(folder: Path, looks: Iterable[object]) -> Iterator[None]:
    """Something each time that a folder is there again: it is looked for at each of `looks`.

    >>> len(list(returns(Path(), range(3))))
    0
    """
    before = folder.exists()
    for _ in looks:
        now = folder.exists()
        if now and not before:
            yield
        before = now


class Watching(Protocol):
    """A server of a host that watches files."""

    builder: Callable[[], None]

    def watch(self, path: str) -> None:
        """Begin to watch."""

    def unwatch(self, path: str) -> None:
        """Watch no longer."""


def watch_returns(server: Watching, folder: Path, seconds: float = 0.5) -> None:
    """Go on with a folder that comes back, as long as the program runs: servers stop watching what is gone."""

    def watch() -> None:
        for _ in returns(folder, map(time.sleep, repeat(seconds))):
            watch_again(server, folder)

    threading.Thread(target=watch, daemon=True).start()


def watch_again(server: Watching, folder: Path) -> None:
    """Watch a folder that is there again, and show what is in it."""
    with suppress(KeyError):  # it was not there when the server began
        server.unwatch(str(folder))
    server.watch(str(folder))
    server.builder()

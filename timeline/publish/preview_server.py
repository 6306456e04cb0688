"""The server of a live preview: what is ours comes from the preview as it is now, everything else from the host."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote

from timeline.publish.assets import FOLDER

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from timeline.publish.preview import Preview

__all__ = ["with_preview"]

# What machines have noted for these differs.
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".yaml": "text/plain; charset=utf-8",
}
CHANGES = f"{FOLDER}/changes.json"


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
        if path == CHANGES:
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

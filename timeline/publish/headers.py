"""The file ``_headers``: what a web server should say with each page, in the form that static hosts read."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from timeline.publish.inline import pages_in, scripts_in
from timeline.publish.site import Site

__all__ = ["headers_file", "refused_scripts"]

# A page for frames asks for nothing while it is shown: its data is in it.
_FRAME = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " base-uri 'none'; form-action 'none'"
)
_OUTSIDE = re.compile(rb"<script\b[^<>]*\bsrc=[\"']?(?:https?:)?//([\w.:-]+)", re.IGNORECASE)
_EVERYWHERE = ("X-Content-Type-Options: nosniff", "Referrer-Policy: strict-origin-when-cross-origin")


def headers_file(folder: Path, site: Site) -> str:
    """The headers for a built site.

    Args:
        folder: Where the site is; the scripts that themes write into their pages are allowed by their hashes.
        site: The timelines, whose pictures may come from elsewhere.

    Returns:
        Rules of a path and indented headers. Only pages below ``embed/`` may be framed by other sites; the rules do
        not overlap, for hosts put the headers of all that match together.
    """
    strict = _policy(_hashes(pages_in(folder)), _origins(site))
    own = ["/", *(f"/{path.name}{'/*' if path.is_dir() else ''}" for path in sorted(folder.iterdir()))]
    return "".join(_rules([path for path in own if path != "/embed/*"], strict))


def refused_scripts(folder: Path, site: Site) -> str:
    """What to do about scripts of other sites that pages ask for, since the policy lets none of them run; "" if none.

    Args:
        folder: Where the site is.
        site: The timelines.
    """
    found = {host.decode(errors="replace") for page in pages_in(folder) for host in _OUTSIDE.findall(page.read_bytes())}
    asked = found - {urlsplit(site.settings.site_url).netloc}
    if not asked:
        return ""
    return (
        f"the policy in _headers stops the scripts that pages ask {', '.join(sorted(asked))} for; of the themes mkdocs"
        " and readthedocs it is the highlighter of code: write 'highlightjs: false' below 'theme', or allow the address"
        " where you send the headers"
    )


def _rules(paths: Iterable[str], strict: str) -> Iterator[str]:
    for path in paths:
        yield _rule(path, f"{strict}; frame-ancestors 'self'", *_shared(path))
    yield _rule("/embed/*", f"{_FRAME}; frame-ancestors *")


def _shared(path: str) -> tuple[str, ...]:
    # Sandboxed frames have no origin, so what they load must be for everybody.
    return ("Access-Control-Allow-Origin: *",) if path in ("/assets/*", "/timelines/*") else ()


def _rule(path: str, content: str, *more: str) -> str:
    lines = (f"Content-Security-Policy: {content}", *_EVERYWHERE, *more)
    return "".join([f"{path}\n", *(f"  {line}\n" for line in lines)])


def _policy(hashes: Iterable[str] = (), pictures: Iterable[str] = ()) -> str:
    """A Content-Security-Policy (W3C CSP 3) under which the pages work.

    >>> _policy()[:68]
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inli"
    """
    parts = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *hashes],
        # Themes and Plotly write styles into elements.
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", *pictures],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in parts.items())


def _hashes(pages: Iterable[Path]) -> list[str]:
    codes = {code for page in pages for code in scripts_in(page.read_bytes())}
    digests = (base64.b64encode(hashlib.sha256(code).digest()).decode() for code in codes)
    return sorted(f"'sha256-{digest}'" for digest in digests)


def _origins(site: Site) -> list[str]:
    return sorted({entry.event.image.origin for entry in site.entries if entry.event.image} - {""})

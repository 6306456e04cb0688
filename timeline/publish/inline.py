"""The scripts that themes write into their pages: a policy names them by their hashes, as long as they are few."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from timeline.publish.assets import FOLDER
from timeline.publish.outfile import write_file

__all__ = ["move_scripts", "pages_in", "scripts_in"]

_INLINE = re.compile(rb"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(rb"\bsrc=|\btype=[\"']?application/(?:ld\+)?json", re.IGNORECASE)
# Some hosts take no line of more than 2,000 characters; a hash has 54.
_MOST = 16


def pages_in(folder: Path) -> list[Path]:
    """The pages of a built site."""
    return sorted(folder.rglob("*.html"))


def scripts_in(page: bytes) -> Iterator[bytes]:
    """The scripts that are written into a page.

    >>> list(scripts_in(b'<script>a()</script><script src="b.js"></script><script type="application/json">{}</script>'))
    [b'a()']
    """
    yield from (match["code"] for match in _INLINE.finditer(page) if _runs(match))


def _runs(match: re.Match[bytes]) -> bool:
    return bool(match["code"].strip()) and not _DATA.search(match["attributes"])


def move_scripts(folder: Path) -> None:
    """Where the scripts in the pages of a site are many, make files of those that only one page has.

    The theme ``readthedocs`` writes the name of each page into a script. The page for addresses that lead nowhere keeps
    its own: from there no relative way leads to a file.
    """
    pages = [path for path in pages_in(folder) if path != folder / "404.html"]
    counts = Counter(code for path in pages for code in set(scripts_in(path.read_bytes())))
    alone = {code for code, number in counts.items() if number == 1}
    if len(counts) <= _MOST:
        return
    for path in pages:
        page = path.read_bytes()
        own = alone.intersection(scripts_in(page))
        root = "../" * (len(path.relative_to(folder).parts) - 1)
        for code in own:
            write_file(folder / _name(code), code)
        if own:
            write_file(path, _INLINE.sub(partial(_linked, own, root), page))


def _linked(own: set[bytes], root: str, match: re.Match[bytes]) -> bytes:
    if match["code"] not in own or not _runs(match):
        return match[0]
    return b'<script%b src="%b"></script>' % (match["attributes"], f"{root}{_name(match['code'])}".encode())


def _name(code: bytes) -> str:
    return f"{FOLDER}/inline/{hashlib.sha256(code).hexdigest()[:16]}.js"

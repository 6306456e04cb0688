"""What pages keep out of searches, and a search index without it: the one of MkDocs reads whatever is in a page."""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from timeline.model.characters import compact_json

__all__ = ["without_unsearched"]

_MARK = "data-search-exclude"
_VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_SPACE = re.compile(r"[ \t\n\r\f\v\xa0]+")


def without_unsearched(index: str, folder: Path) -> str:
    """A search index without the words that the pages of a site keep out of it.

    Args:
        index: The index; one of another host than MkDocs has none of these words, and stays.
        folder: Where the site is.
    """
    read = json.loads(index)
    if "indexing" not in read.get("config", {}):  # only MkDocs lets one choose what is read
        return index

    @cache
    def found(page: str) -> list[str]:
        path = folder / unquote(page)
        path = path / "index.html" if path.is_dir() else path
        return _unsearched(path.read_text(encoding="utf-8")) if path.is_file() else []

    for entry in read["docs"]:
        for words in found(entry["location"].partition("#")[0]):
            entry["text"] = entry["text"].replace(words, "", 1).replace("  ", " ").strip()
    return compact_json(read)


def _unsearched(page: str) -> list[str]:
    """The words of each element of a page that is kept out of searches.

    >>> _unsearched("<p>A</p><figure data-search-exclude><svg><text>2024</text><text>May</text></svg></figure><p>B</p>")
    ['2024 May']
    """
    if _MARK not in page:
        return []
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return [words for pieces in reader.found if (words := _SPACE.sub(" ", " ".join(pieces)).strip())]


class _Reader(HTMLParser):
    """Reads pages as MkDocs does, and keeps what stands in elements with the mark."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[str]] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element, if it has the mark or is in one that has."""
        marked = any(name == _MARK for name, _ in attrs)
        if marked and not self.inside:
            self.found.append([])
        if (marked or self.inside) and tag not in _VOID:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Go out of an element, and of those in it that need no end."""
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Keep a piece of text."""
        if self.inside:
            self.found[-1].append(data)

"""Front matter: what a Markdown page says about itself, as YAML between lines of hyphens at its top."""

from __future__ import annotations

import re

from timeline.yamldoc.nodes import Document, Mapping, Plain
from timeline.yamldoc.reader import parse

__all__ = ["front_document", "front_matter", "split_front_matter"]

# It begins with a name and a colon: a page can begin with the line that stands between its parts, too.
_NAMED = r"(?=\s*+(?:#[^\n]*+\n\s*+)*+(?:---|\.\.\.|\{|[^\n]*:\s|[\w-]+:(?!//)))"
_FRONT = re.compile(rf"---[ \t]*\n{_NAMED}(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)


def split_front_matter(page: str) -> tuple[str, str]:
    """The front matter of a page, "" if it has none, and the rest of it.

    >>> split_front_matter("---\\ntitle: A\\n---\\nText.")
    ('title: A\\n', 'Text.')
    """
    found = _FRONT.match(page)
    return (found[1] or "", page[found.end() :]) if found else ("", page)


def front_matter(text: str, path: str | None = None) -> dict[str, Plain]:
    """What front matter says.

    Args:
        text: The front matter, as `split_front_matter` gives it.
        path: The page that it is of.

    Raises:
        YamlError: It is no YAML that we accept, or no list of names and values; with its place in the page.

    >>> front_matter("title: A\\ntags: [b]\\n")
    {'title': 'A', 'tags': ['b']}
    """
    root = front_document(text, path).root
    return root.plain if isinstance(root, Mapping) else {}


def front_document(text: str, path: str | None = None) -> Document:
    """Front matter with the place of every value in the page; its root is a mapping, or empty.

    Args:
        text: The front matter, as `split_front_matter` gives it.
        path: The page that it is of.

    Raises:
        YamlError: As for `front_matter`.

    >>> document = front_document("title: A\\ndate: 2025\\n")
    >>> document.place(document.root.get("date").start)
    (3, 7)
    """
    document = parse(f"\n{text}", path)  # the line of hyphens stands before it
    if not isinstance(document.root, Mapping) and document.root.plain:
        raise document.error(
            document.root, "wrong-type", "the front matter is no list of names and values", "write 'title: …'"
        )
    return document

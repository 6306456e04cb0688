"""Texts behind which YAML sees a comment where a person may have seen none: "Platz #1" is "Platz"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.yamldoc import Document, Node, Scalar, scalars

__all__ = ["cut_short", "is_cut_short"]

# Whoever writes a comment leaves a space behind the sign.
_SIGN = r"[ \t]#(?=[^\s#])"
_ANYWHERE, _BEHIND = re.compile(_SIGN), re.compile(rf"[ \t]*{_SIGN}")


def is_cut_short(document: Document | None, node: Node) -> bool:
    """Whether a text without quotes ends where what follows it may have been meant as a part of it.

    >>> from timeline.yamldoc import parse
    >>> document = parse("title: Place #1 of the list\\nlane: Lists  # of places")
    >>> [is_cut_short(document, document.at((name,))) for name in ("title", "lane")]
    [True, False]
    """
    is_bare = isinstance(node, Scalar) and not node.style
    return document is not None and is_bare and bool(_BEHIND.match(document.text, node.end))


def cut_short(document: Document | None) -> Iterator[Scalar]:
    """All texts of a file that may be cut short."""
    if document is not None and _ANYWHERE.search(document.text):
        yield from (node for node in scalars(document.root) if is_cut_short(document, node))

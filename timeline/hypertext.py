"""HTML of others as text: read in time that grows with its length, and nothing in it does anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from timeline.model.characters import one_line, visible

__all__ = ["HtmlReader", "Tag", "lines_of_html", "plain_of_html", "tags_in", "unescaped", "with_breaks"]

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})(?P<rest>[^<>]{0,5000})>|<!--.*?(?:-->|\Z)", re.DOTALL
)
_BLOCKS = {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "hr"}
_UNREAD = {"script", "style", "template", "noscript", "iframe", "object", "svg", "title", "textarea"}
_NUMBER = re.compile("&#(?=[0-9])0*+([0-9]*+)")
_MOST_DIGITS = 8  # beyond all characters


class Tag(NamedTuple):
    """A tag of HTML.

    Attributes:
        name: The name of its element, in small letters.
        is_end: Whether it ends the element.
        rest: What stands behind the name: the attributes.
    """

    name: str
    is_end: bool
    rest: str

    @property
    def is_block(self) -> bool:
        """Whether its element begins and ends a line."""
        return self.name in _BLOCKS


def tags_in(html: str) -> Iterator[Tag]:
    """The tags of HTML, in their order.

    >>> [tag.name for tag in tags_in("<P>A <!-- <b> --> <img src=a>")]
    ['p', 'img']
    """
    return (_tag(found) for found in _TAG.finditer(html) if found["name"])


def _tag(found: re.Match[str]) -> Tag:
    return Tag(found["name"].lower(), bool(found["end"]), found["rest"])


def unescaped(text: str) -> str:
    """A text with the characters that its references stand for; Python reads no number of thousands of digits.

    >>> unescaped("caf&#0233; &amp; bar"), unescaped(f"&#{'9' * 5000};")
    ('café & bar', '�')
    """
    return unescape(_NUMBER.sub(lambda number: f"&#0{number[1][:_MOST_DIGITS]}", text))


def with_breaks(html: str) -> str:
    """HTML whose own lines count where no element of it begins one: many write a plain text where HTML belongs.

    >>> with_breaks("<b>A</b>\\nB"), with_breaks("<p>A\\nB</p>")
    ('<b>A</b><br>B', '<p>A\\nB</p>')
    """
    return html if any(tag.is_block for tag in tags_in(html)) else html.replace("\n", "<br>")


def lines_of_html(html: str) -> str:
    """HTML of others as text without any marks.

    >>> lines_of_html("<b>A</b><br>B")
    'A\\nB'
    """
    return HtmlReader().read(html)


def plain_of_html(html: str) -> str:
    """HTML of others as one line of text without any marks.

    >>> plain_of_html("<b>A</b> &amp;<br>B<script>x()</script>")
    'A & B'
    """
    return one_line(lines_of_html(html))


class HtmlReader:
    """Collects the text of HTML. The parser of the standard library needs the square of the length for ``<a <a <a``."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._unread = ""

    def read(self, html: str) -> str:
        """The text of HTML, with its lines and paragraphs.

        >>> HtmlReader().read("<p>A <b>first</b>\\nstep</p><script>x()</script><p>B<br>C</p>")
        'A first step\\n\\nB\\nC'
        """
        at = 0
        for found in _TAG.finditer(html):
            self._take_text(html[at : found.start()])
            at = found.end()
            if found["name"]:
                self._take_tag(_tag(found))
        self._take_text(html[at:])
        lines = [line.strip(" ") for line in visible("".join(self.parts)).split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def take_inline(self, tag: Tag) -> None:
        """What a tag within a line leaves of itself in the text: here nothing."""

    def _take_text(self, text: str) -> None:
        if not self._unread:
            self.parts.append(re.sub(r"\s+", " ", unescaped(text)))

    def _take_tag(self, tag: Tag) -> None:
        if self._unread or tag.name in _UNREAD:
            self._skip(tag)
        elif tag.is_block:
            self.parts.append("\n" if tag.name == "br" else "\n\n")
        else:
            self.take_inline(tag)

    def _skip(self, tag: Tag) -> None:
        """Leave out an element with its content; the first such element counts until its own end."""
        if tag.is_end and tag.name == self._unread:
            self._unread = ""
        elif not tag.is_end and not self._unread and not tag.rest.endswith("/"):
            self._unread = tag.name

"""Texts of others, as they may enter: without what cannot be seen, and HTML as the few marks that we have."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

__all__ = ["html_of", "one_line", "text_of_html", "visible"]

# Control characters, byte order marks, lone surrogates, and marks that show text in another order than it is stored.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(((?:https?://|mailto:)[^\s()<>\"'\\]{1,2000})\)")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]{1,500})(?<=\S)\*\*")
_EMPHASIS = re.compile(r"\*(?=\S)([^*\n]{1,500})(?<=\S)\*")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s()<>\"'\\]{1,2000}", re.IGNORECASE)
_BLOCKS = {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "hr"}
_UNREAD = {"script", "style", "template", "noscript", "iframe", "object", "svg", "title", "textarea"}
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}


def visible(text: str) -> str:
    """A text without characters that cannot be seen, its lines ended by LF.

    >>> visible("a\\x0bb\\r\\nc")
    'ab\\nc'
    """
    return text if text.isprintable() else _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """A text on one line, without what cannot be seen.

    >>> one_line(" Two\\nlines ")
    'Two lines'
    """
    return " ".join(visible(text).split())


def html_of(text: str) -> str:
    """A description as HTML: paragraphs, emphasis and links; everything else is escaped.

    >>> html_of("A *first* step & [more](https://example.org)")
    '<p>A <em>first</em> step &amp; <a href="https://example.org">more</a></p>'
    """
    marked = _LINK.sub(r'<a href="\2">\1</a>', escape(visible(text), quote=False))
    marked = _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", marked))
    paragraphs = [part.replace("\n", "<br>") for part in re.split(r"\n{2,}", marked.strip()) if part]
    return "".join(f"<p>{part}</p>" for part in paragraphs)


def text_of_html(html: str) -> str:
    """HTML of others as a description: emphasis and links as Markdown, paragraphs, and nothing else of it.

    >>> text_of_html('<p>A <em>first</em> step</p><script>x()</script><p><a href="javascript:x()">no</a></p>')
    'A *first* step\\n\\nno'
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text


class _Reader(HTMLParser):
    """Collects the text of HTML; the parser of the standard library is enough, since no tag survives."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.links: list[str] = []
        self.hidden = 0

    @property
    def text(self) -> str:
        lines = [" ".join(line.split(" ")).strip() for line in visible("".join(self.parts)).split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self.hidden += 1
        elif tag == "a":
            link = dict(attrs).get("href") or ""
            self.links.append(link if _SAFE_LINK.fullmatch(link) else "")
            self._mark("[" if self.links[-1] else "")
        elif tag in _BLOCKS:
            self._mark("\n" if tag == "br" else "\n\n")
        else:
            self._mark(_MARKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self.hidden = max(0, self.hidden - 1)
        elif tag == "a" and self.links:
            link = self.links.pop()
            self._mark(f"]({link})" if link else "")
        elif tag in _BLOCKS:
            self._mark("\n\n")
        else:
            self._mark(_MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(re.sub(r"\s+", " ", data))

    def _mark(self, mark: str) -> None:
        if not self.hidden:
            self.parts.append(mark)

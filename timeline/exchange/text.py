"""Texts of others, as they may enter: without what cannot be seen, and HTML as the few marks that we have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

from timeline.model.characters import one_line, visible
from timeline.model.errors import TimelineError

__all__ = [
    "html_of",
    "lines_of_html",
    "links_of_html",
    "lost_of_html",
    "plain_of_html",
    "text_of_html",
    "text_of_maybe_html",
    "unescaped",
    "utf8",
]

_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(((?:https?://|mailto:)[^\s()<>\"'\\]{1,2000})\)")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]{1,500})(?<=\S)\*\*")
_EMPHASIS = re.compile(r"\*(?=\S)([^*\n]{1,500})(?<=\S)\*")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s()<>\"'\\]{1,2000}", re.IGNORECASE)
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})(?P<rest>[^<>]{0,5000})>|<!--.*?(?:-->|\Z)", re.DOTALL
)
_HREF = re.compile(r"""\bhref\s{0,9}=\s{0,9}(?:"([^"]{1,2500})"|'([^']{1,2500})'|([^\s"'>]{1,2500}))""", re.IGNORECASE)
_BLOCKS = {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "hr"}
_UNREAD = {"script", "style", "template", "noscript", "iframe", "object", "svg", "title", "textarea"}
_PLAIN = {"a", "u", "s", "span", "font", "html", "body"}
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6});")
_NUMBER = re.compile("&#(?=[0-9])0*+([0-9]*+)")
_MOST_DIGITS = 8  # beyond all characters
_MEDIA = {"img", "iframe", "object", "embed", "svg", "video", "audio", "script"}
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}


def utf8(content: bytes) -> str:
    """The text of a file that can only be in UTF-8, with or without a byte order mark.

    Raises:
        TimelineError: It is not, with the line of the first byte that cannot be read.

    >>> utf8("\ufeffé".encode())
    'é'
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TimelineError("this is not UTF-8", hint="save the file with the encoding UTF-8", line=line) from error


def html_of(text: str) -> str:
    """A description as HTML: paragraphs, emphasis and links; everything else is escaped.

    >>> html_of("A *first* step & [more](https://example.org)")
    '<p>A <em>first</em> step &amp; <a href="https://example.org">more</a></p>'
    """
    marked = _LINK.sub(r'<a href="\2">\1</a>', escape(visible(text), quote=False))
    marked = _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", marked))
    paragraphs = [part.replace("\n", "<br>") for part in re.split(r"\n{2,}", marked.strip()) if part]
    return "".join(f"<p>{part}</p>" for part in paragraphs)


def unescaped(text: str) -> str:
    """A text with the characters that its references stand for; Python reads no number of thousands of digits.

    >>> unescaped("caf&#0233; &amp; bar"), unescaped(f"&#{'9' * 5000};")
    ('café & bar', '�')
    """
    return unescape(_NUMBER.sub(lambda number: f"&#0{number[1][:_MOST_DIGITS]}", text))


def text_of_html(html: str) -> str:
    """HTML of others as a description: emphasis and links as Markdown, paragraphs, and nothing else of it.

    >>> text_of_html('<p>A <em>first</em> step</p><script>x()</script><p><a href="javascript:x()">no</a></p>')
    'A *first* step\\n\\nno'
    """
    return _read(html, _MARKS, links=True)


def text_of_maybe_html(said: str) -> str:
    """A text of others that may be HTML: if it is, as `text_of_html` has it; its lines count where no element does.

    >>> text_of_maybe_html("<b>A</b><br>B &amp; C"), text_of_maybe_html("1 < 2\\n3 > 2")
    ('**A**\\nB & C', '1 < 2\\n3 > 2')
    """
    names = {tag["name"].lower() for tag in _TAG.finditer(said) if tag["name"]}
    if not names & (_BLOCKS | _PLAIN | _MEDIA | _MARKS.keys()) and not _ENTITY.search(said):
        return said
    return text_of_html(said if names & _BLOCKS else said.replace("\n", "<br>"))


def plain_of_html(html: str) -> str:
    """HTML of others as one line of text without any marks.

    >>> plain_of_html("<b>A</b> &amp;<br>B<script>x()</script>")
    'A & B'
    """
    return one_line(lines_of_html(html))


def lines_of_html(html: str) -> str:
    """HTML of others as text without any marks.

    >>> lines_of_html("<b>A</b><br>B")
    'A\\nB'
    """
    return _read(html, {}, links=False)


def links_of_html(html: str) -> list[str]:
    """The addresses that HTML of others links to, as far as they are safe.

    >>> links_of_html('<a href="https://example.org/a">A</a> <a href="javascript:x()">B</a>')
    ['https://example.org/a']
    """
    found = (_link_in(tag["rest"]) for tag in _TAG.finditer(html) if (tag["name"] or "").lower() == "a")
    return [link for link in found if link]


def lost_of_html(html: str) -> list[str]:
    """The names of the elements of HTML that show something which no text can: pictures, films, frames.

    >>> lost_of_html('<p>A <img src="a.png"> and a <iframe src="https://example.org/"></iframe></p>')
    ['iframe', 'img']
    """
    return sorted({tag["name"].lower() for tag in _TAG.finditer(html) if tag["name"]} & _MEDIA)


def _link_in(rest: str) -> str:
    href = _HREF.search(rest)
    link = unescape(next(filter(None, href.groups()), "")).strip() if href else ""
    return link if _SAFE_LINK.fullmatch(link) else ""


def _read(html: str, marks: Mapping[str, str], links: bool) -> str:
    reader = _Reader(marks, links)
    at = 0
    for tag in _TAG.finditer(html):
        reader.take_text(html[at : tag.start()])
        at = tag.end()
        if tag["name"]:
            reader.take_tag(tag["name"].lower(), bool(tag["end"]), tag["rest"])
    reader.take_text(html[at:])
    return reader.text


class _Reader:
    """Collects the text of HTML. The parser of the standard library needs the square of the length for ``<a <a <a``."""

    def __init__(self, marks: Mapping[str, str], links: bool) -> None:
        self.marks = marks
        self.keeps_links = links
        self.parts: list[str] = []
        self.links: list[str] = []
        self.unread = ""

    @property
    def text(self) -> str:
        lines = [line.strip(" ") for line in visible("".join(self.parts)).split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def take_text(self, text: str) -> None:
        if not self.unread:
            self.parts.append(re.sub(r"\s+", " ", unescaped(text)))

    def take_tag(self, name: str, is_end: bool, rest: str) -> None:
        if self.unread or name in _UNREAD:
            self._skip(name, is_end, rest)
        elif name == "a":
            self._link(is_end, rest)
        elif name in _BLOCKS:
            self.parts.append("\n" if name == "br" else "\n\n")
        else:
            self.parts.append(self.marks.get(name, ""))

    def _skip(self, name: str, is_end: bool, rest: str) -> None:
        """Leave out an element with its content; the first such element counts until its own end."""
        if is_end and name == self.unread:
            self.unread = ""
        elif not is_end and not self.unread and not rest.endswith("/"):
            self.unread = name

    def _link(self, is_end: bool, rest: str) -> None:
        if not is_end:
            self.links.append(_link_in(rest) if self.keeps_links else "")
            self.parts.append("[" if self.links[-1] else "")
        elif self.links:
            link = self.links.pop()
            self.parts.append(f"]({link})" if link else "")

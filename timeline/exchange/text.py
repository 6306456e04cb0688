"""Texts of others, as they may enter: without what cannot be seen, and HTML as the few marks that we have."""

from __future__ import annotations

import re
from html import escape, unescape

from timeline.hypertext import HtmlReader, Tag, tags_in, with_breaks
from timeline.model.characters import visible
from timeline.model.errors import TimelineError

__all__ = [
    "html_of",
    "links_of_html",
    "lost_of_html",
    "text_of_html",
    "text_of_maybe_html",
    "utf8",
]

_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(((?:https?://|mailto:)[^\s()<>\"'\\]{1,2000})\)")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]{1,500})(?<=\S)\*\*")
_EMPHASIS = re.compile(r"\*(?=\S)([^*\n]{1,500})(?<=\S)\*")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s()<>\"'\\]{1,2000}", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s{0,9}=\s{0,9}(?:"([^"]{1,2500})"|'([^']{1,2500})'|([^\s"'>]{1,2500}))""", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6});")
_MEDIA = {"img", "iframe", "object", "embed", "svg", "video", "audio", "script"}
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}
_KNOWN = {"a", "u", "s", "span", "font", "html", "body", *_MEDIA, *_MARKS}


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


def text_of_html(html: str) -> str:
    """HTML of others as a description: emphasis and links as Markdown, paragraphs, and nothing else of it.

    >>> text_of_html('<p>A <em>first</em> step</p><script>x()</script><p><a href="javascript:x()">no</a></p>')
    'A *first* step\\n\\nno'
    """
    return _Reader().read(html)


def text_of_maybe_html(said: str) -> str:
    """A text of others that may be HTML: if it is, as `text_of_html` has it; its lines count where no element does.

    >>> text_of_maybe_html("<b>A</b><br>B &amp; C"), text_of_maybe_html("1 < 2\\n3 > 2")
    ('**A**\\nB & C', '1 < 2\\n3 > 2')
    """
    known = any(tag.is_block or tag.name in _KNOWN for tag in tags_in(said))
    return text_of_html(with_breaks(said)) if known or _ENTITY.search(said) else said


def links_of_html(html: str) -> list[str]:
    """The addresses that HTML of others links to, as far as they are safe.

    >>> links_of_html('<a href="https://example.org/a">A</a> <a href="javascript:x()">B</a>')
    ['https://example.org/a']
    """
    found = (_link_in(tag.rest) for tag in tags_in(html) if tag.name == "a")
    return [link for link in found if link]


def lost_of_html(html: str) -> list[str]:
    """The names of the elements of HTML that show something which no text can: pictures, films, frames.

    >>> lost_of_html('<p>A <img src="a.png"> and a <iframe src="https://example.org/"></iframe></p>')
    ['iframe', 'img']
    """
    return sorted({tag.name for tag in tags_in(html)} & _MEDIA)


def _link_in(rest: str) -> str:
    href = _HREF.search(rest)
    link = unescape(next(filter(None, href.groups()), "")).strip() if href else ""
    return link if _SAFE_LINK.fullmatch(link) else ""


class _Reader(HtmlReader):
    """Keeps emphasis and links of HTML as Markdown has them."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def take_inline(self, tag: Tag) -> None:
        if tag.name == "a":
            self._take_link(tag)
        else:
            self.parts.append(_MARKS.get(tag.name, ""))

    def _take_link(self, tag: Tag) -> None:
        if not tag.is_end:
            self.links.append(_link_in(tag.rest))
            self.parts.append("[" if self.links[-1] else "")
        elif self.links:
            link = self.links.pop()
            self.parts.append(f"]({link})" if link else "")

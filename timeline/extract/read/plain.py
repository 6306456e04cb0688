"""Plain text, Markdown with front matter, and the text of TimeML."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.extract.read.reading import Reading
from timeline.hypertext import unescaped
from timeline.model.article import Article
from timeline.model.date import EdtfDate
from timeline.model.encoding import decoded
from timeline.model.errors import DateError, TimelineError
from timeline.model.timestamps import published_date
from timeline.yamldoc import Document, Mapping, Scalar, front_document, split_front_matter

__all__ = ["decode", "is_timeml", "read_markdown", "read_marked_up", "read_text"]

_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"OggS", b"ID3", b"Rar!")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_STATES = "as `published:` in the front matter"
_HINT = "give plain text in UTF-8, Markdown, HTML, a feed or a WARC file"


def decode(data: bytes, where: str) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or else Windows-1252.

    Raises:
        TimelineError: It is empty, or no text at all.

    >>> decode("caf\\u00e9".encode("cp1252"), "a.txt") == decode("caf\\u00e9".encode(), "a.txt")
    True
    """
    if not data.strip():
        raise TimelineError("the file is empty", hint=_HINT, path=where)
    if data.startswith(_MAGIC):
        raise _binary(where)
    text, _, is_whole = decoded(data)
    if not is_whole or _CONTROL.search(text):
        raise _binary(where)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _binary(where: str) -> TimelineError:
    return TimelineError("this is no text but binary data", hint=_HINT, path=where)


def read_text(text: str, where: str) -> Reading:
    """A plain text as an article; its date has to be given.

    >>> read_text("They met yesterday.", "a.txt").article.text
    'They met yesterday.'
    """
    return Reading(Article(text), where, states=_STATES)


def is_timeml(where: str) -> bool:
    """Whether a file is TimeML by its name.

    >>> is_timeml("a.tml"), is_timeml("a.txt")
    (True, False)
    """
    return where.lower().endswith(".tml")


def read_marked_up(data: bytes, where: str) -> Reading:
    """The text of a TimeML document, with its creation time; what was marked up in it is not read.

    Raises:
        TimelineError: It is no TimeML.

    >>> read_marked_up(b"<TimeML><TEXT>In <TIMEX3 tid='t1'>May</TIMEX3>.</TEXT></TimeML>", "a.tml").article.text
    'In May.'
    """
    from timeline.tagger.timeml import read_timeml

    try:
        document = read_timeml(data)
    except TimelineError as error:
        raise TimelineError(error.message, hint=error.hint, path=where) from None
    published = document.published
    article = Article(document.text, published or None)
    return Reading(article, where, "TimeML" if published else "", states="as its creation time")


def read_markdown(text: str, where: str) -> Reading:
    """A Markdown page as an article: its front matter tells title, ``published``, language, publisher and url.

    Raises:
        TimelineError: The front matter is no YAML, or ``published`` is no date; with its line.

    >>> page = "---\\ntitle: Talks\\npublished: 2026-02-11\\n---\\n# Talks\\n\\nThey *met* [there](a.md) yesterday.\\n"
    >>> article = read_markdown(page, "a.md").article
    >>> article.title, str(article.published), article.text
    ('Talks', '2026-02-11', 'They met there yesterday.')
    """
    front, body = split_front_matter(text)
    document = front_document(front, where)
    told = _texts(document)
    fields = {name: node.value for name, node in told.items()}
    title = fields.get("title")
    published = told.get("published") or told.get("date")
    article = Article(
        _without_markup(body, title),
        published=_date(published, document) if published else None,
        language=fields.get("language") or fields.get("lang") or "en",
        title=title,
        url=fields.get("url"),
        publisher=fields.get("publisher"),
    )
    return Reading(article, where, "front matter" if published else "", states=_STATES)


def _texts(front: Document) -> dict[str, Scalar]:
    """What front matter says in words, by its name; neither lists nor what is left empty."""
    if not isinstance(front.root, Mapping):
        return {}
    entries = front.root.entries.items()
    return {name: node for name, (_, node) in entries if isinstance(node, Scalar) and node.value}


def _date(published: Scalar, front: Document) -> EdtfDate:
    try:
        return published_date(published.value)
    except DateError as error:
        line, column = front.place(published.start)
        raise TimelineError(error.message, hint=error.hint, path=front.path, line=line, column=column) from error


def _heading(line: re.Match[str]) -> str:
    """The words of a heading, without the number signs that close it: those that a space or a tab stands before."""
    words = line[1].rstrip(" \t")
    opened = words.rstrip("#")
    return (opened if opened.endswith((" ", "\t")) else words).strip(" \t") + "\n"


_MARKER = re.compile(r"([ \t]*)(?:([-*+>])|\d{1,3}[.)])[ \t]+")


def _without_markers(text: str) -> str:
    """A text without the marks of lists and quotations; a number within a paragraph, as that of a day, is none."""
    lines, paragraph = [], -1  # the column of the paragraph that a line can go on with
    for line in text.split("\n"):
        marker = _MARKER.match(line)
        if marker and (marker[2] or len(marker[1]) < paragraph or paragraph < 0):
            paragraph = marker.end()
            lines.append(line[paragraph:])
            continue
        if not line.strip():
            paragraph = -1
        elif paragraph < 0:
            paragraph = len(line) - len(line.lstrip())
        lines.append(line)
    return "\n".join(lines)


def _replaced(pattern: str, replacement: str | Callable[[re.Match[str]], str], flags: int = 0) -> Callable[[str], str]:
    compiled = re.compile(pattern, flags)
    return lambda text: compiled.sub(replacement, text)


_STEPS: tuple[Callable[[str], str], ...] = (
    _replaced(r"^ {0,3}(```|~~~)[^\n]*\n.*?(?:^ {0,3}\1[^\n]*$|\Z)", "", re.DOTALL | re.MULTILINE),
    _replaced(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)(?:\{[^{}\n]{0,500}\})?", ""),
    _replaced(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)", r"\1"),
    _replaced(r"^ {0,3}#{1,6}([ \t][^\n]*)$", _heading, re.MULTILINE),
    _without_markers,
    _replaced(r"^([ \t]*\d{1,3})\\(?=[.)])", r"\1", re.MULTILINE),  # a number that is to be no marker
    _replaced(r"(?<!\w)([*_]{1,3})(?=\S)([^*_\n]{1,2000})(?<=\S)\1(?!\w)", r"\2"),
    _replaced(r"</?[a-zA-Z][^<>\n]{0,1000}>", ""),
    _replaced(r"\n{3,}", "\n\n"),
    unescaped,
)


_OPENING = re.compile(r"<(?:!--|(script|style)(?=[\s/>])[^<>]*>)", re.IGNORECASE)
_CLOSINGS = {
    "": re.compile("-->"),
    "script": re.compile(r"</script(?=[\s/>])[^<>]*>", re.IGNORECASE),
    "style": re.compile(r"</style(?=[\s/>])[^<>]*>", re.IGNORECASE),
}


def _without_hidden(text: str) -> str:
    """A text without HTML comments, scripts and styles; what is never closed is text."""
    parts, place, unclosed = [], 0, set[str]()
    for opening in _OPENING.finditer(text):
        kind = (opening[1] or "").lower()
        if opening.start() < place or kind in unclosed:
            continue
        closing = _CLOSINGS[kind].search(text, opening.end())
        if closing:
            parts.append(text[place : opening.start()])
            place = closing.end()
        else:
            unclosed.add(kind)
    return "".join(parts) + text[place:]


def _without_markup(text: str, title: str | None) -> str:
    text = _without_hidden(text)
    for step in _STEPS:
        text = step(text)
    text = text.strip()
    return text[len(title) :].lstrip() if title and text.startswith(f"{title}\n") else text

"""RSS and Atom. The door to feedparser, which is given bytes, never an address, and refuses to guess dates."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any

from timeline.extract.read.reading import Limits, Reading
from timeline.model.article import Article
from timeline.model.date import EdtfDate
from timeline.model.errors import DateError, TimelineError

__all__ = ["read_feed"]

_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.{0,20}(?:Z|[+-]\d\d:?\d\d)$")
_MOST_ITEMS = 10_000


def read_feed(data: bytes, where: str, limits: Limits) -> tuple[list[Reading], list[str]]:
    """The articles of a feed, each item once, and what a person should know about the feed.

    An item whose date cannot be read, or names no time zone, is kept without a date.

    Raises:
        TimelineError: The feed is too large or cannot be read, or feedparser is not installed.
    """
    if len(data) > limits.bytes:
        raise TimelineError(f"the feed is skipped: {len(data)} bytes; at most {limits.bytes} are read", path=where)
    try:
        import feedparser
    except ImportError as error:
        raise TimelineError(
            "reading a feed needs the package feedparser",
            hint="install it with: pip install 'event-timelines[ingest]'",
            path=where,
        ) from error
    try:
        feed = feedparser.parse(data, sanitize_html=True, resolve_relative_uris=False)
    except Exception as error:
        # The library raises whatever the broken part made it stumble over.
        raise TimelineError(f"the feed cannot be read ({type(error).__name__}: {error})"[:300], path=where) from error
    notes = [f"the feed is not well-formed ({feed.bozo_exception})"[:300]] if feed.bozo else []
    if not feed.entries:
        notes.append("the feed has no items")
    publisher, language = feed.feed.get("title"), (feed.feed.get("language") or "en")[:20]
    readings = [_reading(entry, where, publisher, language) for entry in feed.entries[:_MOST_ITEMS]]
    return _each_once(feed.entries, [reading for reading in readings if reading]), notes


def _reading(entry: Any, where: str, publisher: str | None, language: str) -> Reading:
    content = "\n\n".join(part.get("value") or "" for part in entry.get("content", []))
    summary, title, link = (entry.get(name) or "" for name in ("summary", "title", "link"))
    text = _text_of(content if len(content) > len(summary) else summary)
    title = _text_of(title) or None
    date = _local_day(entry)
    article = Article(
        text or title or "",
        published=date,
        language=language,
        title=title,
        url=link if link.startswith(("http://", "https://")) else None,
        publisher=publisher,
    )
    return Reading(article, where, "feed" if date else "", 0.96 if date else 0.0)


def _local_day(entry: Any) -> EdtfDate | None:
    """The day of an item as its publisher counts it; None where feedparser does not dare to read the date."""
    stated = (entry.get("published") or "").strip()
    if not entry.get("published_parsed") or not stated:
        return None
    try:
        day = stated[:10] if _ISO.match(stated) else parsedate_to_datetime(stated).date().isoformat()
        return EdtfDate(day)
    except (ValueError, TypeError, DateError):
        return None


def _each_once(entries: list[Any], readings: list[Reading]) -> list[Reading]:
    """Items that the feed repeats, once: the dated one, the longest one, the one whose link sorts first."""
    chosen: dict[str, Reading] = {}
    for number, (entry, reading) in enumerate(zip(entries, readings, strict=False)):
        name = entry.get("id") or entry.get("link") or f"item {number}"
        known = chosen.get(name)
        if known is None or _rank(reading) < _rank(known):
            chosen[name] = reading
    return list(chosen.values())


def _rank(reading: Reading) -> tuple[bool, int, str]:
    article = reading.article
    return article.published is None, -len(article.text), article.url or ""


class _Text(HTMLParser):
    _BLOCKS = frozenset(("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._hidden = tag in ("script", "style")
        if tag in self._BLOCKS:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False
        if tag in self._BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def _text_of(markup: str) -> str:
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    parser = _Text()
    parser.feed(markup)
    parser.close()
    return re.sub(r"\s+", _gap, "".join(parser.parts)).strip()


def _gap(space: re.Match[str]) -> str:
    return "\n\n" if space[0].count("\n") > 1 else space[0]

"""RSS and Atom. The door to feedparser, which is given bytes, never an address, and refuses to guess dates.

It needs the square of the length for some hostile feeds, so a process of its own reads them, as it does pages.
"""

from __future__ import annotations

import base64
import re
from email.utils import parsedate_to_datetime
from html import escape
from typing import Any

from timeline.extract.read.reading import Limits, Reading
from timeline.extract.read.worker import Worker
from timeline.hypertext import lines_of_html, plain_of_html, with_breaks
from timeline.model.article import Article
from timeline.model.date import EdtfDate
from timeline.model.errors import DateError, TimelineError

__all__ = ["parsed", "read_feed"]

_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.{0,20}(?:Z|[+-]\d\d:?\d\d)$")
_MOST_ITEMS = 10_000
# Of the feeds that people publish none takes that long.
_INSTEAD = "its markup may be broken, or made to take for ever: read its articles by their own addresses"
_worker = Worker("timeline.extract.read.feed", "parsed", "feed", _INSTEAD)


def read_feed(data: bytes, where: str, limits: Limits) -> tuple[list[Reading], list[str]]:
    """The articles of a feed, each item once, and what a person should know about the feed.

    An item whose date cannot be read, or names no time zone, is kept without a date.

    Raises:
        TimelineError: The feed is too large, takes too long or cannot be read, or feedparser is not installed.
    """
    if len(data) > limits.bytes:
        found = f"the feed is skipped: {len(data):,} bytes, and at most {limits.bytes:,} are read"
        raise TimelineError(found, hint="read its articles by their own addresses", path=where)
    feed = _worker.call({"data": base64.b64encode(data).decode()}, limits.seconds, where)
    notes = [feed["note"]] if feed["note"] else []
    if not feed["entries"]:
        notes.append("the feed has no items")
    publisher = plain_of_html(_markup(feed["title"])) or None
    readings = [_reading(entry, where, publisher, feed["language"]) for entry in feed["entries"]]
    return _each_once(feed["entries"], readings), notes


def parsed(feed: dict[str, Any]) -> dict[str, Any]:
    """What feedparser finds in a feed; runs in the worker.

    Args:
        feed: ``data``, in base64.
    """
    import feedparser

    found = feedparser.parse(base64.b64decode(feed["data"]), sanitize_html=True, resolve_relative_uris=False)
    return {
        "note": f"the feed is not well-formed ({found.bozo_exception})"[:300] if found.bozo else "",
        "title": _told(found.feed.get("title_detail")),
        "language": (found.feed.get("language") or "en")[:20],
        "entries": [_fields(entry) for entry in found.entries[:_MOST_ITEMS]],
    }


def _fields(entry: Any) -> dict[str, Any]:
    texts = {name: _told(entry.get(f"{name}_detail")) for name in ("title", "summary")}
    names = {name: entry.get(name) or "" for name in ("id", "link", "published")}
    # It does not dare to read a date that is unclear.
    dated = names["published"] if entry.get("published_parsed") else ""
    return {**texts, **names, "published": dated, "content": [_told(part) for part in entry.get("content", [])]}


def _told(part: Any) -> list[str]:
    """A text of a feed and its media type."""
    return [part.get("value") or "", part.get("type") or "text/html"] if part else ["", "text/plain"]


def _markup(told: list[str]) -> str:
    """A text of a feed as HTML."""
    text, kind = told
    return escape(text, quote=False) if kind == "text/plain" else text


def _reading(entry: dict[str, Any], where: str, publisher: str | None, language: str) -> Reading:
    content = "\n\n".join(map(_text, entry["content"]))
    title, summary, link = plain_of_html(_markup(entry["title"])), _text(entry["summary"]), entry["link"]
    date = _local_day(entry["published"].strip())
    article = Article(
        max(content, summary, key=len) or title,
        published=date,
        language=language,
        title=title or None,
        url=link if link.startswith(("http://", "https://")) else None,
        publisher=publisher,
    )
    return Reading(article, where, "feed" if date else "", 0.96 if date else 0.0)


def _text(told: list[str]) -> str:
    return lines_of_html(with_breaks(_markup(told)))


def _local_day(stated: str) -> EdtfDate | None:
    """The day of an item as its publisher counts it; None where there is none, or not by its own zone."""
    try:
        day = stated[:10] if _ISO.match(stated) else parsedate_to_datetime(stated).date().isoformat()
        return EdtfDate(day)
    except (ValueError, TypeError, DateError):
        return None


def _each_once(entries: list[dict[str, Any]], readings: list[Reading]) -> list[Reading]:
    """Items that the feed repeats, once: the dated one, the longest one, the one whose link sorts first."""
    chosen: dict[str, Reading] = {}
    for number, (entry, reading) in enumerate(zip(entries, readings, strict=True)):
        name = entry["id"] or entry["link"] or f"item {number}"
        known = chosen.get(name)
        if known is None or _rank(reading) < _rank(known):
            chosen[name] = reading
    return list(chosen.values())


def _rank(reading: Reading) -> tuple[bool, int, str]:
    article = reading.article
    return article.published is None, -len(article.text), article.url or ""

"""The text, the title and the publication date of an HTML page. The door to trafilatura and htmldate.

Both parse hostile markup for minutes or until the memory ends, so a page is measured before they see it, and a process
of its own reads it, which is stopped when it takes too long.
"""

from __future__ import annotations

import datetime
import re
from typing import Any

from timeline.extract.read.markup import INSTEAD, check_markup, decode_html, without_times_in_text
from timeline.extract.read.published import attributes_of, publication_date, stated_dates
from timeline.extract.read.reading import Limits, Reading
from timeline.extract.read.worker import Worker
from timeline.model.article import Article
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError

__all__ = ["extracted", "read_html"]

_EARLIEST = "1400-01-01"
_SEARCHED = 20_000
_ROOT = re.compile(r"<html\s[^<>]{0,2000}>", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3}(?:-[A-Za-z0-9]{2,8})?)(?:-[A-Za-z0-9]{1,8}){0,5}")
_worker = Worker("timeline.extract.read.html", "extracted", instead=INSTEAD)


def read_html(data: bytes, where: str, url: str | None, charset: str | None, limits: Limits) -> Reading:
    """A page as an article, with what is known of its publication date.

    Args:
        data: The page.
        where: The file or address, for messages.
        url: The address it was published at, if it is known.
        charset: The charset that the server stated.
        limits: How much is read.

    Raises:
        TimelineError: It is too large, takes too long, or has no text; or trafilatura is not installed.
    """
    check_markup(data, where, limits)
    markup = without_times_in_text(decode_html(data, charset))
    fields = _worker.call({"markup": markup, "url": url}, limits.seconds, where)
    text = fields.get("text")
    if not text:
        raise TimelineError("the page has no text of an article", hint=INSTEAD, path=where)
    address = url or fields.get("url")
    stated = stated_dates(markup, address)
    found = EdtfDate(fields["date"]) if fields.get("date") else None
    today = EdtfDate(datetime.date.today().isoformat())
    published = publication_date(stated, found, today)
    article = Article(
        text,
        published=published.date,
        language=fields.get("language") or "en",
        title=fields.get("title"),
        url=address if address and address.startswith(("http://", "https://")) else None,
        publisher=fields.get("publisher"),
    )
    return Reading(article, where, published.source, published.confidence, (published.note,) if published.note else ())


def extracted(page: dict[str, Any]) -> dict[str, Any]:
    """What trafilatura and htmldate find in a page; runs in the worker.

    Args:
        page: ``markup`` and ``url``.
    """
    import htmldate
    import trafilatura

    markup, url = page["markup"], page["url"]
    document = trafilatura.bare_extraction(
        markup, url=url, fast=True, include_comments=False, include_tables=False, with_metadata=True
    )
    fields: dict[str, Any] = document.as_dict() if document else {}  # type: ignore[union-attr]
    date = htmldate.find_date(markup, url=url, original_date=True, min_date=_EARLIEST, max_date="2999-12-31")
    return {
        "text": fields.get("text"),
        "title": fields.get("title"),
        "url": fields.get("url"),
        "publisher": fields.get("sitename"),
        "date": date,
        "language": _language(markup[:_SEARCHED]),
    }


def _language(markup: str) -> str | None:
    """The language that a page says it is in, without what comes behind its script or region."""
    root = _ROOT.search(markup)
    said = attributes_of(root[0]) if root else {}
    language = _LANGUAGE.fullmatch((said.get("lang") or said.get("xml:lang") or "").strip().replace("_", "-"))
    return language[1] if language else None

"""The publication date of a page, how it is known, and how sure that is.

Measured on 995 pages: where two sources agree the date is right in 96 % of them, where htmldate stands alone in 82 %,
where they disagree in 74 %. The date of a later change is never used, and the day is the publisher's own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError

__all__ = ["Published", "attributes_of", "publication_date", "stated_dates"]

_AGREED, _ALONE, _DISPUTED = 0.96, 0.82, 0.74
_SEARCHED = 1_000_000
_FARTHEST_APART = 366
_FIRST_YEAR = 1400

_JSON_LD = re.compile(r"<script[^<>]{0,300}application/ld\+json[^<>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"<(?:meta|time|span|div|p|abbr)\s[^<>]{0,2000}>", re.IGNORECASE)
_LONGEST_JSON = 200_000
_ATTRIBUTE = re.compile(r"""(?<![a-zA-Z:_-])([a-zA-Z:_-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++))""")
_IN_ADDRESS = re.compile(r"/((?:1[4-9]|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
_ARTICLES = ("Article", "Posting")  # NewsArticle, BlogPosting, …
_OPEN_GRAPH = frozenset(("article:published_time", "og:published_time", "og:article:published_time"))


@dataclass(frozen=True, slots=True)
class Published:
    """When a page was published.

    Args:
        date: The date, None if it is unknown or cannot be trusted.
        source: What gave it.
        confidence: How sure it is, 0 to 1.
        note: What a person should look at, or "".
    """

    date: EdtfDate | None
    source: str = ""
    confidence: float = 0.0
    note: str = ""


def stated_dates(html: str, url: str | None) -> dict[str, EdtfDate]:
    """The days that a page states for its publication, by source: the first one that each source gives.

    >>> page = '<meta property="article:published_time" content="2020-01-05T23:30:00-08:00">'
    >>> {source: str(date) for source, date in stated_dates(page, "https://example.org/2020/01/05/a").items()}
    {'address': '2020-01-05', 'opengraph': '2020-01-05'}
    """
    found: dict[str, EdtfDate] = {}
    for source, text in _statements(html[:_SEARCHED], url):
        match = _DAY.match(text)
        if source not in found and match:
            date = _day(match[1])
            if date is not None:
                found[source] = date
    return found


def _day(text: str) -> EdtfDate | None:
    try:
        return EdtfDate(text)
    except DateError:
        return None


def _statements(html: str, url: str | None) -> Iterator[tuple[str, str]]:
    address = _IN_ADDRESS.search(url or "")
    if address:
        yield "address", f"{address[1]}-{int(address[2]):02d}-{int(address[3]):02d}"
    in_json = [found for script in _scripts(html) for found in _in_json(script)]
    yield from (("json-ld", text) for of_article, text in sorted(in_json, key=lambda found: not found[0]))
    for tag in _TAG.finditer(html):
        yield from _in_tag(tag[0])


def _scripts(html: str) -> Iterator[str]:
    opening = _JSON_LD.search(html)
    while opening:
        end = html.find("</script", opening.end())
        if end < 0:
            return
        yield html[opening.end() : min(end, opening.end() + _LONGEST_JSON)]
        opening = _JSON_LD.search(html, end)


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of a tag, their names in small letters.

    >>> attributes_of("<html data-lang='xy' LANG=de>")
    {'data-lang': 'xy', 'lang': 'de'}
    """
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(tag)}


def _in_tag(tag: str) -> Iterator[tuple[str, str]]:
    fields = attributes_of(tag)
    value = fields.get("content") or fields.get("datetime") or ""
    if (fields.get("property") or fields.get("name") or "").lower() in _OPEN_GRAPH:
        yield "opengraph", value
    if "datepublished" in fields.get("itemprop", "").lower():
        yield "itemprop", value
    elif tag[:5].lower() == "<time" and "modified" not in fields.get("itemprop", "").lower():
        yield "time", value


def _in_json(text: str) -> Iterator[tuple[bool, str]]:
    """The dates of publication in JSON-LD, each with whether it is that of an article and not of a site or a film."""
    try:
        waiting = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value: Any = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("datePublished"), str):
                yield _is_article(value.get("@type")), value["datePublished"]
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _is_article(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(each, str) and each.endswith(_ARTICLES) for each in kinds)


def publication_date(stated: dict[str, EdtfDate], found: EdtfDate | None, today: EdtfDate) -> Published:
    """The publication date from what the page states and what htmldate found in it.

    >>> today = EdtfDate("2026-11-23")
    >>> publication_date({"json-ld": EdtfDate("2020-01-05")}, EdtfDate("2020-01-05"), today)
    Published(date=EdtfDate(text='2020-01-05'), source='json-ld, htmldate', confidence=0.96, note='')
    >>> publication_date({"address": EdtfDate("2020-01-05")}, EdtfDate("1969-07-20"), today).note
    'the publication dates on the page disagree (address 2020-01-05, htmldate 1969-07-20)'
    """
    every = stated | ({"htmldate": found} if found else {})
    if not every:
        return Published(None)
    listed = ", ".join(f"{source} {date}" for source, date in every.items())
    agreed = _agreed(every)
    chosen = next(iter(agreed.values()), found) or next(iter(stated.values()))
    wrong = _impossible(chosen, today)
    if wrong:
        return Published(None, note=f"the publication date {wrong} ({listed})")
    days = [date.first_day or 0 for date in every.values()]
    if max(days) == min(days):
        confidence = _AGREED if len(every) > 1 else _ALONE
        note = "" if len(every) > 1 else f"the publication date has one source only ({listed}); see whether it is right"
        return Published(chosen, ", ".join(every), confidence, note)
    note = f"the publication dates on the page disagree ({listed})"
    if agreed:
        return Published(chosen, ", ".join(agreed), _DISPUTED, note)
    if max(days) - min(days) > _FARTHEST_APART:
        return Published(None, note=note)
    return Published(chosen, "htmldate" if found else next(iter(stated)), _DISPUTED, note)


def _agreed(every: dict[str, EdtfDate]) -> dict[str, EdtfDate]:
    """The sources that agree, if a ``<time>`` alone says anything else: it can be that of whatever the page shows."""
    others = {source: date for source, date in every.items() if source != "time"}
    return others if len(others) > 1 and len(set(others.values())) == 1 else {}


def _impossible(date: EdtfDate, today: EdtfDate) -> str:
    first, now = date.first_day, today.last_day
    if first is not None and now is not None and first > now + 1:
        return "lies in the future"
    return f"lies before {_FIRST_YEAR}" if date < EdtfDate(str(_FIRST_YEAR)) else ""

"""schema.org in JSON-LD: an ItemList whose entries are an Event where the place is known, else a CreativeWork.

Search engines want a place for an Event; what happened nowhere in particular is no Event for them. Neither is a draft,
nor what is only possible, since only a CreativeWork can be told to be so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline.exchange.collector import Collector
from timeline.exchange.dates import span_of
from timeline.exchange.format import START, Format, Written
from timeline.exchange.formats.json import dumps, loads
from timeline.exchange.pictures import address_of
from timeline.exchange.text import text_of_html
from timeline.hypertext import unescaped
from timeline.model.date import EdtfDate
from timeline.model.errors import DateError, TimelineError
from timeline.model.event import Event, Source
from timeline.model.timeline import Timeline
from timeline.model.timestamps import tidy_date

__all__ = ["FORMATS"]

_CONTEXT = ["https://schema.org", {"dcterms": "http://purl.org/dc/terms/", "edtf": "http://id.loc.gov/datatypes/edtf/"}]
_SCRIPT = re.compile(r"<script\b[^<>]{0,500}>", re.IGNORECASE)
_CALLED_OFF = {"EventCancelled": "it is cancelled", "EventPostponed": "it is put off, and its date is no longer meant"}
# What a search engine must not take for what happened.
_STATUS = {"draft": "Draft", "planned": "Planned", "possible": "Possible"}
_HOUR = re.compile(r"(T\d\d)(?=Z|[+-]|\Z)")
_MOST_NODES = 200_000

Node = dict[str, Any]


def write(tl: Timeline, address: str) -> Written:
    """The timeline as a list of its events."""
    items = [_item_of(event, address) for event in tl.events]
    graph = {
        "@context": _CONTEXT,
        "@type": "ItemList",
        "@id": address or None,
        "url": address or None,
        "name": tl.title,
        "description": tl.description,
        "inLanguage": tl.language,
        "numberOfItems": len(items),
        "itemListElement": [
            {"@type": "ListItem", "position": number, "item": item} for number, item in enumerate(items, 1)
        ],
    }
    # So that it can stand in a script element of any page.
    safe = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
    text = re.sub("[<>&]", lambda match: safe[match[0]], dumps(_without_empty(graph)))
    return Written(text, tl.events)


def _without_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def _item_of(event: Event, address: str) -> Node:
    ref = f"{address}#{event.id}"
    is_event = bool(event.places) and event.status == "reviewed" and event.certainty != "possible"
    own = _event(event) if is_event else _creative_work(event)
    sources = [_article(source, ref) for source in event.sources]
    common = {
        "@id": ref,
        "identifier": event.id,
        "url": ref if address else None,
        "dcterms:date": {"@type": "edtf:EDTF", "@value": str(event.date)},
        "description": event.text,
        "keywords": list(event.tags),
        "image": _image(event, address),
        "subjectOf" if is_event else "citation": sources,
    }
    return _without_empty(own | common)


def _event(event: Event) -> Node:
    begin, end = _ends(event.date)
    people = [{"@type": "Person", "name": name} for name in event.people]
    return {
        "@type": "Event",
        "name": event.title,
        "startDate": begin,
        "endDate": end,
        "eventStatus": "https://schema.org/EventScheduled" if event.certainty == "planned" else None,
        "location": _places(event),
        "attendee": people + [{"@type": "Organization", "name": name} for name in event.organizations],
    }


def _ends(date: EdtfDate) -> tuple[str | None, str | None]:
    """Begin and end as schema.org has them; None for those that are open, or have a year of more than four digits."""
    span = span_of(date)
    if span is None:
        return None, None
    only_end = date.is_interval and date.start is None
    begin, end = (None, span.begin) if only_end else (span.begin, span.end)
    if any(each and each.text.startswith("Y") for each in (begin, end)):
        return None, None
    return _moment(begin), _moment(end)


def _moment(date: EdtfDate | None) -> str | None:
    """A date with the minutes of its hour, without which no time is one for schema.org."""
    return _HOUR.sub(r"\1:00", date.text) if date else None


def _creative_work(event: Event) -> Node:
    begin, end = _ends(event.date)
    is_open = event.date.is_interval and (begin or end)
    status = [_STATUS[each] for each in (event.status, event.certainty) if each in _STATUS]
    return {
        "@type": "CreativeWork",
        "name": event.title,
        "temporalCoverage": f"{begin or '..'}/{end or '..'}" if is_open or end else begin,
        "creativeWorkStatus": status[0] if len(status) == 1 else status,
        "contentLocation": _places(event),
        "about": {"@type": "Thing", "name": event.title},
        "mentions": [{"@type": "Person", "name": name} for name in event.people]
        + [{"@type": "Organization", "name": name} for name in event.organizations],
    }


def _places(event: Event) -> list[Node]:
    return [{"@type": "Place", "name": name, "address": name} for name in event.places]


def _article(source: Source, ref: str) -> Node:
    return _without_empty(
        {
            "@type": "NewsArticle",
            "headline": source.title,
            "url": source.url,
            "datePublished": str(source.published) if source.published else None,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "abstract": source.quote,
            "about": {"@id": ref},
        }
    )


def _image(event: Event, address: str) -> Node | None:
    image = event.image
    if image is None:
        return None
    return _without_empty(
        {
            "@type": "ImageObject",
            "url": address_of(image, address),
            "caption": image.alt,
            "creditText": image.credit,
            "width": image.width,
            "height": image.height,
        }
    )


def read(content: bytes, collector: Collector) -> None:
    """Read everything that has a name and a date, from a JSON file or from the scripts of a page."""
    nodes = [node for value in _values(content) for node in _nodes(value)]
    lists = [node for node in nodes if "ItemList" in _types(node)]
    if lists:
        head = {"title": "name", "description": "description", "language": "inLanguage"}
        collector.head = {field: _said(lists[0], name) for field, name in head.items()}
    for number, node in enumerate((node for node in nodes if _date(node)), 1):
        if why := _CALLED_OFF.get(_said(node, "eventStatus").rpartition("/")[2]):
            collector.leave_out(why, f"item {number}")
            continue
        collector.add(dict(_fields(node)), f"item {number}", _said(node, "identifier") or _own_id(node))
    if not collector.events and not collector.left_out:
        collector.note("nothing in it has a startDate, a temporalCoverage or a dcterms:date")


def _values(content: bytes) -> Iterator[Any]:
    if not content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        yield loads(content)
        return
    scripts = list(_scripts(content.decode("utf-8-sig", "replace")))
    if not scripts:
        raise TimelineError("this page has no JSON-LD", hint='look for <script type="application/ld+json">')
    yield from (loads(script.encode()) for script in scripts)


def _scripts(page: str) -> Iterator[str]:
    small, at = page.lower(), 0
    if len(small) != len(page):  # a few letters have no small form of their own length
        small = page
    while (start := _SCRIPT.search(page, at)) and (at := small.find("</script", start.end())) >= 0:
        if "ld+json" in start[0].lower():
            yield page[start.end() : at]


def _nodes(value: Any) -> Iterator[Node]:
    """Every object in the order of the file, without going deeper than Python can."""
    waiting = [value]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
        items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        waiting += reversed([item for item in items if isinstance(item, dict | list)])


def _types(node: Node) -> list[str]:
    return [name.rpartition("/")[2] for name in _texts(node.get("@type"))]


def _texts(value: Any) -> list[str]:
    values = [_bare(item) for item in (value if isinstance(value, list) else [value])]
    return [str(item) for item in values if isinstance(item, str | int | float) and not isinstance(item, bool)]


def _bare(value: Any) -> Any:
    """A value without its type and its language, which JSON-LD may tell beside it."""
    return value.get("@value") if isinstance(value, dict) else value


def _said(node: Node, *names: str) -> str:
    return next((text for name in names for text in _texts(node.get(name))), "")


def _own_id(node: Node) -> str:
    return _said(node, "@id", "url").rpartition("#")[2]


def _own_date(node: Node) -> str:
    own = node.get("dcterms:date")
    return _said(own, "@value") if isinstance(own, dict) else ""


def _date(node: Node) -> str:
    begin = _own_date(node) or tidy_date(_said(node, "startDate"))
    if begin:
        return begin
    covered = _said(node, "temporalCoverage")
    try:
        return str(EdtfDate(covered))
    except DateError:
        return ""


def _fields(node: Node) -> Iterator[tuple[str, Any]]:
    yield "title", _said(node, "name", "headline")
    yield "date", _date(node)
    yield "end", "" if _own_date(node) else tidy_date(_said(node, "endDate"))
    text = _said(node, "description")
    yield "text", text if "dcterms:date" in node else _plain(text)
    yield "tags", [word.strip() for word in _keywords(node)]
    yield "places", list(_names(node.get("location"))) or list(_names(node.get("contentLocation")))
    involved = [
        *_objects(node.get("attendee")),
        *_objects(node.get("performer")),
        *_objects(node.get("organizer")),
        *_objects(node.get("mentions")),
    ]
    yield "people", [_said(each, "name") for each in involved if "Person" in _types(each)]
    yield "organizations", [_said(each, "name") for each in involved if any("Org" in name for name in _types(each))]
    stated = _texts(node.get("creativeWorkStatus"))
    yield "status", "draft" if _STATUS["draft"] in stated else ""
    is_planned = _said(node, "eventStatus").endswith("EventScheduled")
    marks = (name for name in ("planned", "possible") if _STATUS[name] in stated)
    yield "certainty", "planned" if is_planned else next(marks, "")
    yield "image", _read_image(node.get("image"))
    articles = [*_objects(node.get("subjectOf")), *_objects(node.get("citation"))]
    yield "sources", [dict(_source(article)) for article in articles] or _own_link(node)


def _plain(text: str) -> str:
    return text_of_html(text) if re.search(r"</?[a-zA-Z]", text) else unescaped(text)


def _keywords(node: Node) -> list[str]:
    words = node.get("keywords")
    return words.split(",") if isinstance(words, str) else _texts(words)


def _objects(value: Any) -> list[Node]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict)]


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item if isinstance(item, str) else _said(item, "name") if isinstance(item, dict) else ""
        if name:
            yield name


def _read_image(value: Any) -> dict[str, str]:
    first = next(iter(value if isinstance(value, list) else [value]), None)
    if isinstance(first, str):
        return {"src": first, "alt": ""}
    if not isinstance(first, dict) or not _said(first, "url", "contentUrl"):
        return {}
    given = {"credit": _said(first, "creditText"), "width": _said(first, "width"), "height": _said(first, "height")}
    return {"src": _said(first, "url", "contentUrl"), "alt": _said(first, "caption"), **given}


def _source(article: Node) -> Iterator[tuple[str, str]]:
    yield "title", _said(article, "headline", "name")
    yield "url", _said(article, "url")
    yield "published", tidy_date(_said(article, "datePublished"))
    yield "publisher", next(_names(article.get("publisher")), "")
    yield "quote", _said(article, "abstract")


def _own_link(node: Node) -> list[dict[str, str]]:
    """The address of the page that says it, unless it is our own."""
    link = _said(node, "url")
    return [{"url": link}] if link and "dcterms:date" not in node else []


FORMATS = (
    Format(
        name="jsonld",
        title="schema.org JSON-LD",
        extensions=(".jsonld", ".json", ".html", ".htm"),
        media_type="application/ld+json",
        write=write,
        read=read,
        recognises=lambda start: b"@context" in start[:START] or b"ld+json" in start[:START] or start.startswith(b"<"),
        losses={
            "lane": "not carried",
            "image.src": "the path of a picture of the site becomes its full address, where that is known",
            "expression": "not carried",
            "published": "not carried",
            "importance": "not carried",
            "sources.expression": "not carried",
            "timeline.published": "not carried",
            "timeline.lanes": "not carried",
            "timeline.tags": "not carried",
            "timeline.anchors": "not carried",
        },
        others_see="An entry with a place is an Event; any other, and what is possible or a draft, is a CreativeWork "
        "with temporalCoverage and its marks as creativeWorkStatus; sources are NewsArticles about it; the date itself "
        "is dcterms:date, typed as EDTF.",
    ),
)

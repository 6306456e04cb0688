"""The slides of TimelineJS as they are read: a title, an event, and what of them is not kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from timeline.exchange.collector import Collector
from timeline.exchange.dates import year_month_day
from timeline.exchange.text import links_of_html, lost_of_html, text_of_html
from timeline.hypertext import lines_of_html, plain_of_html
from timeline.model.characters import one_line, visible

__all__ = ["SOURCE", "Slide", "as_fields", "read_slide", "read_title"]

# How a source begins in the text of a slide.
SOURCE = '<p class="timeline-source">'
# What a slide is made of; the others of its parts are told.
_READ = {"unique_id", "autolink", "start_date", "end_date", "display_date", "text", "media", "group"}
_READ_OF_TITLE = {"unique_id", "autolink", "text"}
_READ_OF_MEDIA = {"url", "caption", "credit", "alt"}
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|\Z)", re.IGNORECASE)
_FRAME = re.compile(r"""<(?:iframe|img)\b[^<>]{0,3000}?\ssrc\s{0,9}=\s{0,9}["']?([^\s"'<>]{1,3000})""", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})[:.]?(\d{2})?(?::(\d{2})(?:\.\d+)?)?\s*([ap]m)?", re.IGNORECASE)

Slide = dict[str, Any]


def as_fields(value: Any) -> dict[str, Any]:
    """A part of the file that has parts itself; empty where it is something else."""
    return value if isinstance(value, dict) else {}


def _said(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def read_title(slide: Slide, collector: Collector, place: str) -> None:
    """Read the slide of the title into the fields of the timeline."""
    text = as_fields(slide.get("text"))
    headline, said = _said(text, "headline"), _said(text, "text")
    collector.head = {"title": plain_of_html(headline), "description": text_of_html(said)}
    for link in links_of_html(headline):
        collector.note(f"the link of the headline left out: '{link}'", place)
    _tell_lost(said, collector, place)
    _tell_unread(slide, _READ_OF_TITLE, collector, place)


def _tell_lost(html: str, collector: Collector, place: str) -> None:
    for name in lost_of_html(html):
        collector.note(f"<{name}> in the text left out", place)


def _tell_unread(fields: Mapping[str, Any], known: set[str], collector: Collector, place: str, whose: str = "") -> None:
    for name, value in fields.items():
        if name not in known:
            _tell(f"{whose}{name}", value, collector, place)


def _tell(name: str, value: Any, collector: Collector, place: str) -> None:
    """Say that a part of a slide is not kept, if there is anything in it."""
    said = ", ".join(str(part) for part in value.values() if part) if isinstance(value, dict) else str(value or "")
    if said:
        collector.note(f"{one_line(name)[:60]} left out: '{one_line(said)[:100]}'", place)


def read_slide(slide: Slide, collector: Collector, place: str) -> None:
    """Read a slide as an event; what an event cannot keep of it is told."""
    text = as_fields(slide.get("text"))
    headline = _said(text, "headline")
    said, *sources = _said(text, "text").split(SOURCE)
    title = plain_of_html(headline)
    fields: dict[str, Any] = {
        "title": title,
        "text": text_of_html(said),
        "lane": plain_of_html(_said(slide, "group")),
        "sources": [
            *(dict(_read_source(source)) for source in sources),
            *({"url": link, "title": title} for link in links_of_html(headline)),
        ],
        "date": _read_dates(slide, collector, place),
    }
    _tell_lost(said, collector, place)
    _read_media(as_fields(slide.get("media")), fields, collector, place)
    _tell_unread(slide, _READ, collector, place)
    collector.add(fields, place, _said(slide, "unique_id"))


def _read_source(html: str) -> Iterator[tuple[str, str]]:
    for name, pattern in (
        ("url", r'<a href="([^"]{1,3000})"'),
        ("title", r"<(?:a|cite)\b[^<>]{0,3000}>([^<]{1,3000})</"),
        ("publisher", r"<span>([^<]{1,3000})</span>"),
        ("published", r'<time datetime="([^"]{1,300})"'),
        ("quote", r"<q>((?:[^<]|<br>){1,30000})</q>"),
    ):
        found = re.search(pattern, html, re.DOTALL)
        if found:
            yield name, lines_of_html(found[1])


def _read_media(media: Mapping[str, Any], fields: dict[str, Any], collector: Collector, place: str) -> None:
    """A picture becomes the image of the event; anything else that can be shown becomes a source."""
    url = _said(media, "url").strip()
    frame = _FRAME.search(url) if url.startswith("<") else None
    address = unescape(frame[1]) if frame else url
    caption, credit = (plain_of_html(_said(media, name)) for name in ("caption", "credit"))
    alt = one_line(_said(media, "alt"))
    if not address.startswith("<") and _PICTURE.search(address):
        fields["image"] = {"src": address, "alt": alt or caption, "credit": credit}
        _tell("media.caption", caption if alt and alt != caption else "", collector, place)
    elif shown := _shown(address):
        fields["sources"].append({**shown, "title": caption, "publisher": credit})
    else:
        _tell("media", {**media, "caption": caption, "credit": credit}, collector, place)
        return
    for link in links_of_html(_said(media, "caption") + _said(media, "credit")):
        collector.note(f"a link of the media left out: '{link}'", place)
    _tell_unread(media, _READ_OF_MEDIA, collector, place, "media.")


def _shown(media: str) -> dict[str, str]:
    """What is shown as part of a source: the words of a quote, or an address; nothing of other HTML."""
    if media.startswith("<"):
        quote = text_of_html(media)
        return {"quote": quote} if quote else {}
    return {"url": f"https:{media}" if media.startswith("//") else media} if media else {}


def _read_dates(slide: Slide, collector: Collector, place: str) -> str:
    begin, end = (_read_date(as_fields(slide.get(name)), collector, place) for name in ("start_date", "end_date"))
    date = f"{begin}/{end}" if begin and end and begin != end else begin
    shown = visible(_said(slide, "display_date")).strip()
    if shown and date:
        collector.note(f"shown as '{shown[:100]}', kept as {date}", place)
    return date


def _read_date(parts: Mapping[str, Any], collector: Collector, place: str) -> str:
    date = _read_parts(parts)
    lost = () if _said(parts, "month") else ("day",)
    for name in (*lost, *(() if "T" in date else ("hour", "time"))):
        if date and (said := _said(parts, name).strip()):
            collector.note(f"the {name} '{said[:100]}' left out: kept as {date}", place)
    return date


def _read_parts(parts: Mapping[str, Any]) -> str:
    year, month, day = (_said(parts, name).removesuffix(".0") for name in ("year", "month", "day"))
    if re.fullmatch(r"-\d{1,12}", year):
        year = str(int(year) + 1)
    date = year_month_day(year, month, day) if year else ""
    if date.startswith("Y"):
        return date.split("-")[0] if not date.startswith("Y-") else f"Y-{date.split('-')[1]}"
    clock = _read_clock(parts)
    return f"{date}T{clock}" if clock and re.fullmatch(r"-?\d{4}-\d\d-\d\d", date) else date


def _read_clock(parts: Mapping[str, Any]) -> str:
    if _said(parts, "hour"):
        clock = [_said(parts, name).zfill(2) for name in ("hour", "minute", "second")]
        return ":".join(clock if _said(parts, "second") else [clock[0], clock[1]])
    found = _CLOCK.fullmatch(_said(parts, "time").strip())
    if not found:
        return ""
    hour = int(found[1]) % 12 + (12 if found[4].lower() == "pm" else 0) if found[4] else int(found[1])
    return f"{hour:02d}:{found[2] or '00'}" + (f":{found[3]}" if found[3] else "")

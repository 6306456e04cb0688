"""TimelineJS (Knight Lab), as the JSON that its player reads and as the spreadsheet that authors fill in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from timeline.exchange.collector import Collector
from timeline.exchange.dates import civil, span_of, year_month_day
from timeline.exchange.format import Format, Written
from timeline.exchange.formats.csv import decoded, guarded, records
from timeline.exchange.formats.json import dumps, loads
from timeline.exchange.text import html_of, lines_of_html, one_line, plain_of_html, text_of_html, visible
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.event import Event, Source
from timeline.model.timeline import Timeline
from timeline.wording import date_in_words

__all__ = ["FORMATS"]

_HEADERS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date"),
    *("Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text"),
    *("Type", "Group", "Background"),
)
_OLD_NAMES = {"tag": "group", "start date": "year", "end date": "end year"}
_SOURCE = '<p class="timeline-source">'
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|\Z)", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})[:.]?(\d{2})?(?::(\d{2})(?:\.\d+)?)?\s*([ap]m)?", re.IGNORECASE)
_UNDATED = "nothing bounds its date"

Slide = dict[str, Any]


def write_json(tl: Timeline, _address: str) -> Written:
    """The timeline as the player reads it."""
    slides, events, left_out = _slides(tl)
    title = {"text": {"headline": escape(tl.title), "text": html_of(tl.description or "")}}
    scale = "human" if all(abs(int(slide["start_date"]["year"])) < 200_000 for slide in slides) else "cosmological"
    return Written(dumps({"scale": scale, "title": title, "events": slides}), events, left_out)


def write_csv(tl: Timeline, _address: str) -> Written:
    """The timeline as rows of the spreadsheet template."""
    slides, events, left_out = _slides(tl)
    out = io.StringIO()
    writer = csv.DictWriter(out, _HEADERS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerow({"Headline": guarded(escape(tl.title)), "Text": html_of(tl.description or ""), "Type": "title"})
    for slide in slides:
        writer.writerow({name: guarded(cell) for name, cell in _row_of(slide).items()})
    return Written(out.getvalue(), events, left_out)


def _slides(tl: Timeline) -> tuple[list[Slide], tuple[Event, ...], tuple[tuple[Event, str], ...]]:
    made = [(event, _slide_of(event, tl.language)) for event in tl.events]
    slides = [slide for _, slide in made if slide]
    return (
        slides,
        tuple(event for event, slide in made if slide),
        tuple((event, _UNDATED) for event, slide in made if not slide),
    )


def _slide_of(event: Event, language: str) -> Slide | None:
    span = span_of(event.date)
    if span is None:
        return None
    text = html_of(event.text or "") + "".join(_source_html(source, language) for source in event.sources)
    slide: Slide = {"unique_id": event.id, "start_date": _parts_of(span.begin)}
    if span.end:
        slide["end_date"] = _parts_of(span.end)
    if not span.exact:
        slide["display_date"] = date_in_words(event.date, language)
    slide["text"] = {"headline": escape(event.title), "text": text}
    if event.image:
        media = {"url": event.image.src, "alt": event.image.alt, "credit": escape(event.image.credit or "")}
        slide["media"] = {name: value for name, value in media.items() if value}
    if event.lane:
        slide["group"] = event.lane
    return {name: value for name, value in slide.items() if value}


def _parts_of(date: EdtfDate) -> dict[str, str]:
    """A date as TimelineJS has it: in texts; the year -44 is 44 BCE there, and there is no year 0."""
    said = civil(date)
    parts = {"year": said.year if said.year > 0 else said.year - 1, "month": said.month, "day": said.day}
    clock = re.match(r"(\d\d)(?::(\d\d))?(?::(\d\d))?", said.time or "")
    if clock:
        parts |= {"hour": int(clock[1]), "minute": int(clock[2] or 0), "second": int(clock[3]) if clock[3] else None}
    return {name: str(value) for name, value in parts.items() if value is not None}


def _source_html(source: Source, language: str) -> str:
    said = ", ".join(_source_parts(source, language))
    return f"{_SOURCE}{said}</p>" if said else ""


def _source_parts(source: Source, language: str) -> Iterator[str]:
    title = escape(source.title or source.url or "")
    if title:
        yield f'<a href="{escape(source.url)}">{title}</a>' if source.url else f"<cite>{title}</cite>"
    if source.publisher:
        yield f"<span>{escape(source.publisher)}</span>"
    if source.published:
        words = escape(date_in_words(source.published, language))
        yield f'<time datetime="{escape(str(source.published))}">{words}</time>'
    if source.quote:
        yield f"<q>{escape(source.quote).replace(chr(10), '<br>')}</q>"


def _row_of(slide: Slide) -> dict[str, str]:
    media, begin, end = slide.get("media", {}), slide["start_date"], slide.get("end_date", {})
    row = {
        **{name.title(): begin.get(name, "") for name in ("year", "month", "day")},
        "Time": _clock_of(begin),
        **{f"End {name.title()}": end.get(name, "") for name in ("year", "month", "day")},
        "End Time": _clock_of(end),
        "Display Date": slide.get("display_date", ""),
        "Headline": slide["text"]["headline"],
        "Text": slide["text"]["text"],
        "Media": media.get("url", ""),
        "Media Credit": media.get("credit", ""),
        "Alt Text": media.get("alt", ""),
        "Group": slide.get("group", ""),
    }
    return {name: cell for name, cell in row.items() if cell}


def _clock_of(parts: Mapping[str, str]) -> str:
    return ":".join(parts[name].zfill(2) for name in ("hour", "minute", "second") if name in parts)


def read_json(content: bytes, collector: Collector) -> None:
    """Read what the player reads."""
    config = loads(content)
    if not isinstance(config, dict) or not isinstance(config.get("events"), list):
        raise TimelineError("this holds no list of events", hint='TimelineJS writes {"title": …, "events": [ … ]}')
    _read_title(_dict(config.get("title")), collector)
    for number, slide in enumerate(config["events"], 1):
        _read_slide(_dict(slide), collector, f"event {number}")
    for number, era in enumerate(config.get("eras") or () if isinstance(config.get("eras"), list) else (), 1):
        _read_slide(_dict(era), collector, f"era {number}")
        collector.note("became an event", f"era {number}")


def read_csv(content: bytes, collector: Collector) -> None:
    """Read the spreadsheet template, of this or of the first version."""
    rows = records(decoded(content, collector))
    headers = [" ".join(cell.casefold().split()) for cell in next(rows, ("", []))[1]]
    headers = [_OLD_NAMES.get(name, name) for name in headers]
    if not {"year", "headline"} <= set(headers):
        raise TimelineError("the first row has no 'Year' and 'Headline'", hint="use the header of the template", line=1)
    for place, row in rows:
        cells = {name: cell.strip() for name, cell in zip(headers, row, strict=False) if cell.strip()}
        if cells:
            _read_row(cells, collector, place)


def _read_row(cells: dict[str, str], collector: Collector, place: str) -> None:
    slide = _slide_of_row(cells)
    kind = cells.get("type", "").casefold()
    if kind == "title" and "title" not in collector.head:
        _read_title(slide, collector)
        return
    _read_slide(slide, collector, place)
    if kind in ("title", "era"):
        collector.note(f"the {kind} became an event", place)


def _slide_of_row(cells: Mapping[str, str]) -> Slide:
    media = {"url": "media", "credit": "media credit", "caption": "media caption", "alt": "alt text"}
    return {
        "start_date": {
            **{name: cells.get(name, "") for name in ("year", "month", "day")},
            "time": cells.get("time", ""),
        },
        "end_date": {
            **{name: cells.get(f"end {name}", "") for name in ("year", "month", "day")},
            "time": cells.get("end time", ""),
        },
        "display_date": cells.get("display date", ""),
        "text": {"headline": cells.get("headline", ""), "text": cells.get("text", "")},
        "media": {name: cells.get(header, "") for name, header in media.items()},
        "group": cells.get("group", ""),
    }


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _said(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _read_title(slide: Slide, collector: Collector) -> None:
    text = _dict(slide.get("text"))
    collector.head = {
        "title": plain_of_html(_said(text, "headline")),
        "description": text_of_html(_said(text, "text")),
    }


def _read_slide(slide: Slide, collector: Collector, place: str) -> None:
    text = _dict(slide.get("text"))
    said, *sources = _said(text, "text").split(_SOURCE)
    fields: dict[str, Any] = {
        "title": plain_of_html(_said(text, "headline")),
        "text": text_of_html(said),
        "lane": _said(slide, "group"),
        "sources": [dict(_read_source(source)) for source in sources],
        "date": _read_dates(slide, collector, place),
    }
    _read_media(_dict(slide.get("media")), fields)
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


def _read_media(media: Mapping[str, Any], fields: dict[str, Any]) -> None:
    """A picture becomes the image of the event; anything else that can be shown becomes a source."""
    url = _said(media, "url").strip()
    caption, credit = (plain_of_html(_said(media, name)) for name in ("caption", "credit"))
    if not url:
        return
    if url.startswith("<"):
        quote = text_of_html(url)
        fields["sources"].append({"quote": quote, "publisher": credit} if quote else {})
    elif _PICTURE.search(url):
        fields["image"] = {"src": url, "alt": one_line(_said(media, "alt")) or caption, "credit": credit}
    else:
        fields["sources"].append({"url": f"https:{url}" if url.startswith("//") else url, "title": caption or credit})


def _read_dates(slide: Slide, collector: Collector, place: str) -> str:
    begin, end = (_read_parts(_dict(slide.get(name))) for name in ("start_date", "end_date"))
    date = f"{begin}/{end}" if begin and end and begin != end else begin
    shown = visible(_said(slide, "display_date")).strip()
    if shown and date:
        collector.note(f"shown as '{shown[:100]}', kept as {date}", place)
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


_LOSSES = {
    "": "an event whose date nothing bounds is left out",
    "date": "seasons, decades, alternatives and open ends become a begin and an end; ~, ? and time zones are dropped",
    "text": "marks other than emphasis, strong and links become plain text",
    "tags": "not carried",
    "people": "not carried",
    "organizations": "not carried",
    "places": "not carried",
    "image.src": "the address of a picture that does not end as pictures do comes back as a source",
    "image.alt": "not carried without a picture",
    "image.credit": "not carried without a picture",
    "image.width": "not carried",
    "image.height": "not carried",
    "sources.title": "a source without a title gets its address as title",
    "sources.quote": "several empty lines become one",
    "sources.expression": "not carried",
    "sources.url": "a picture may come back as a source",
    "expression": "not carried",
    "published": "not carried",
    "status": "not carried",
    "certainty": "not carried",
    "importance": "not carried",
    "timeline.description": "marks other than emphasis, strong and links become plain text",
    "timeline.published": "not carried",
    "timeline.language": "not carried",
    "timeline.lanes": "their order is not carried",
    "timeline.tags": "not carried",
    "timeline.anchors": "not carried",
}

FORMATS = (
    Format(
        name="timelinejs",
        title="TimelineJS",
        extensions=(".json",),
        media_type="application/json",
        write=write_json,
        read=read_json,
        recognises=lambda start: start.startswith(b"{") and b"start_date" in start,
        losses=_LOSSES,
        others_see="TimelineJS shows the sources below the text, and the date in words where it is not exact.",
    ),
    Format(
        name="timelinejs-csv",
        title="TimelineJS spreadsheet",
        extensions=(".csv",),
        media_type="text/csv",
        write=write_csv,
        read=read_csv,
        recognises=lambda start: b"headline" in start.partition(b"\n")[0].lower() and start[:5].lower() == b"year,",
        losses={**_LOSSES, "id": "made anew from title and date"},
        others_see="As TimelineJS. A cell that a spreadsheet would take for a formula begins with an apostrophe.",
    ),
)

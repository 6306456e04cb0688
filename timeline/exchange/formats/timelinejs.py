"""TimelineJS (Knight Lab), as the JSON that its player reads and as the spreadsheet that authors fill in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from html import escape

from timeline.exchange.collector import Collector
from timeline.exchange.dates import civil, span_of
from timeline.exchange.format import Format, Written
from timeline.exchange.formats.csv import decoded, guarded, records
from timeline.exchange.formats.json import dumps, loads
from timeline.exchange.pictures import address_of
from timeline.exchange.slides import SOURCE, Slide, as_fields, read_slide, read_title
from timeline.exchange.text import html_of
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.event import Event, Source
from timeline.model.timeline import Timeline
from timeline.wording import date_in_words, marks

__all__ = ["FORMATS"]

_HEADERS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date"),
    *("Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text"),
    *("Type", "Group", "Background"),
)
# A number is no formula, and the player knows no apostrophe before one: -44 is 44 BCE.
_NUMBERS = frozenset(name for name in _HEADERS if name.endswith(("Year", "Month", "Day")))
_OLD_NAMES = {"tag": "group", "start date": "year", "end date": "end year"}
# Slides may come behind a title of any length. In a text its quotation marks would have backslashes.
_DATED = re.compile(rb'"start_date"\s*:')
_UNDATED = "nothing bounds its date"


def write_json(tl: Timeline, address: str) -> Written:
    """The timeline as the player reads it."""
    slides, events, left_out = _slides(tl, address)
    title = {"text": {"headline": escape(tl.title), "text": html_of(tl.description or "")}}
    scale = "human" if all(abs(int(slide["start_date"]["year"])) < 200_000 for slide in slides) else "cosmological"
    return Written(dumps({"title": title, "scale": scale, "events": slides}), events, left_out)


def write_csv(tl: Timeline, address: str) -> Written:
    """The timeline as rows of the spreadsheet template."""
    slides, events, left_out = _slides(tl, address)
    out = io.StringIO()
    writer = csv.DictWriter(out, _HEADERS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerow({"Headline": guarded(escape(tl.title)), "Text": html_of(tl.description or ""), "Type": "title"})
    for slide in slides:
        row = _row_of(slide).items()
        writer.writerow({name: cell if name in _NUMBERS else guarded(cell) for name, cell in row})
    return Written(out.getvalue(), events, left_out)


def _slides(tl: Timeline, address: str) -> tuple[list[Slide], tuple[Event, ...], tuple[tuple[Event, str], ...]]:
    made = [(event, _slide_of(event, tl.language, address)) for event in tl.events]
    slides = [slide for _, slide in made if slide]
    return (
        slides,
        tuple(event for event, slide in made if slide),
        tuple((event, _UNDATED) for event, slide in made if not slide),
    )


def _slide_of(event: Event, language: str, address: str) -> Slide | None:
    span = span_of(event.date)
    if span is None:
        return None
    text = html_of(event.text or "") + "".join(_source_html(source, language) for source in event.sources)
    slide: Slide = {"unique_id": event.id, "start_date": _parts_of(span.begin)}
    if span.end:
        slide["end_date"] = _parts_of(span.end)
    shown = marks(event, language)
    if shown or not span.exact:
        slide["display_date"] = " · ".join((date_in_words(event.date, language), *shown))
    slide["text"] = {"headline": escape(event.title), "text": text}
    if event.image:
        media = {"url": address_of(event.image, address), "alt": event.image.alt}
        media["credit"] = escape(event.image.credit or "")
        slide["media"] = {name: value for name, value in media.items() if value}
    if event.lane:
        slide["group"] = escape(event.lane)
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
    return f"{SOURCE}{said}</p>" if said else ""


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
    """Read what the player reads.

    Raises:
        TimelineError: It is no JSON, or holds no list of events.
    """
    config = loads(content)
    if not isinstance(config, dict) or not isinstance(config.get("events"), list):
        raise TimelineError("this holds no list of events", hint='TimelineJS writes {"title": …, "events": [ … ]}')
    read_title(as_fields(config.get("title")), collector, "title")
    for number, slide in enumerate(config["events"], 1):
        read_slide(as_fields(slide), collector, f"event {number}")
    for number, era in enumerate(config.get("eras") or () if isinstance(config.get("eras"), list) else (), 1):
        read_slide(as_fields(era), collector, f"era {number}")
        collector.note("became an event", f"era {number}")


def read_csv(content: bytes, collector: Collector) -> None:
    """Read the spreadsheet template, of this or of the first version.

    Raises:
        TimelineError: It is no table, or its first row is not that of the template.
    """
    rows = records(decoded(content, collector))
    headers = [" ".join(cell.casefold().split()) for cell in next(rows, ("", []))[1]]
    headers = [_OLD_NAMES.get(name, name) for name in headers]
    if not {"year", "headline"} <= set(headers):
        raise TimelineError("the first row has no 'Year' and 'Headline'", hint="use the header of the template", line=1)
    for name in dict.fromkeys(headers):
        if name and name not in map(str.casefold, _HEADERS):
            collector.note(f"column '{name}' is not read", "line 1")
    for place, row in rows:
        cells = {name: cell.strip() for name, cell in zip(headers, row, strict=False) if cell.strip()}
        if cells:
            _read_row(cells, collector, place)


def _read_row(cells: dict[str, str], collector: Collector, place: str) -> None:
    slide = _slide_of_row(cells)
    kind = cells.get("type", "").casefold()
    if kind == "title" and "title" not in collector.head:
        read_title(slide, collector, place)
        return
    read_slide(slide, collector, place)
    if kind in ("title", "era"):
        collector.note(f"the {kind} became an event", place)


def _slide_of_row(cells: Mapping[str, str]) -> Slide:
    media = {
        "url": "media",
        **{name: f"media {name}" for name in ("credit", "caption", "thumbnail")},
        "alt": "alt text",
    }
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
        "background": cells.get("background", ""),
    }


_LOSSES = {
    "": "an event whose date nothing bounds is left out",
    "date": "seasons, decades, alternatives and open ends become a begin and an end; ~, ? and time zones are dropped",
    "text": "marks other than emphasis, strong and links become plain text",
    "tags": "not carried",
    "people": "not carried",
    "organizations": "not carried",
    "places": "not carried",
    "image.src": "the path of a picture of the site becomes its full address, where that is known; the address of a "
    "picture that does not end as pictures do comes back as a source",
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
        recognises=lambda start: start.startswith(b"{") and bool(_DATED.search(start)),
        losses=_LOSSES,
        others_see="TimelineJS shows the sources below the text, and the date in words where it is not exact, "
        "with what marks the event: planned, possible, draft.",
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

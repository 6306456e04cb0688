"""iCalendar (RFC 5545): each event a VEVENT of whole days, or at the time that it was stated."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date as day_of_calendar
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from timeline.exchange.calendars import parsed
from timeline.exchange.collector import Collector
from timeline.exchange.format import Format, Written
from timeline.exchange.formats.csv import decoded
from timeline.exchange.text import lost_of_html, text_of_maybe_html
from timeline.exchange.uncarried import tell_uncarried, uncarried_times
from timeline.model.characters import visible
from timeline.model.date import EdtfDate, Precision
from timeline.model.errors import DateError
from timeline.model.event import Event, Source
from timeline.model.gregorian import LAST_YEAR, civil_from_days, days_from_civil
from timeline.model.timeline import Timeline
from timeline.wording import date_in_words

__all__ = ["FORMATS"]

_FIRST, _LAST = days_from_civil(1, 1, 1), days_from_civil(LAST_YEAR, 12, 30)
_OCTETS = 75
_LONGEST = timedelta(days=3660)
_X = "X-TIMELINE-"
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?(Z|[+-]\d\d(?::?\d\d)?)?\Z")


def write(tl: Timeline, address: str) -> Written:
    """A calendar. It is written here, and only read by a library: writing is a tenth of the work that way."""
    made = [(event, _times(event.date)) for event in tl.events]
    lines = list(_head(tl))
    for event, times in made:
        if times:
            lines += _vevent(event, times, tl, address)
    lines.append("END:VCALENDAR")
    return Written(
        "".join(f"{_folded(line)}\r\n" for line in lines),
        tuple(event for event, times in made if times),
        tuple((event, _why_not(event.date)) for event, times in made if not times),
    )


def _why_not(date: EdtfDate) -> str:
    known = date.start or date.end if date.is_interval else date
    bounded = known and known.first_day is not None
    return "calendars have only the years 1 to 9999" if bounded else "nothing bounds its date"


def _head(tl: Timeline) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//event timelines//EN", "CALSCALE:GREGORIAN")
    yield from ("METHOD:PUBLISH", f"NAME:{_text(tl.title)}", f"X-WR-CALNAME:{_text(tl.title)}", f"UID:{tl.id}")
    if tl.description:
        yield f"DESCRIPTION:{_text(tl.description)}"
    yield f"{_X}LANGUAGE:{tl.language}"


def _vevent(event: Event, times: list[str], tl: Timeline, address: str) -> Iterator[str]:
    day_is_meant = event.date.precision >= Precision.DAY and not event.date.qualifier and not event.date.is_choice
    said = "" if day_is_meant and not _is_open(event.date) else _words(event.date, tl.language)
    yield from ("BEGIN:VEVENT", f"UID:{event.id}@{tl.id}", f"DTSTAMP:{_stamp(event, tl)}", *times)
    yield f"SUMMARY:{_text(event.title + said)}"
    yield f"{_X}DATE:{_text(str(event.date))}"
    yield f"{_X}PRECISION:{event.date.precision.name}"
    yield from _texts_of(event)
    yield from (_link(source) for source in event.sources if source.url)
    link = f"{address}#{event.id}" if address else next((source.url for source in event.sources if source.url), None)
    if link:
        yield f"URL:{visible(link)}"
    is_settled = event.certainty == "certain" and event.status == "reviewed"
    yield f"STATUS:{'CONFIRMED' if is_settled else 'TENTATIVE'}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _texts_of(event: Event) -> Iterator[str]:
    if event.text:
        yield f"DESCRIPTION:{_text(event.text)}"
    if event.places:
        yield f"LOCATION:{_text('; '.join(event.places))}"
    if event.tags:
        yield f"CATEGORIES:{','.join(map(_text, event.tags))}"
    for name, values in (("LANE", (event.lane,)), ("PERSON", event.people), ("ORGANIZATION", event.organizations)):
        yield from (f"{_X}{name}:{_text(value)}" for value in values if value)
    if event.certainty != "certain":
        yield f"{_X}CERTAINTY:{event.certainty}"
    if event.status != "reviewed":
        yield f"{_X}STATUS:{event.status}"
    if event.importance is not None:
        yield f"{_X}IMPORTANCE:{event.importance}"


def _words(date: EdtfDate, language: str) -> str:
    return f" ({date_in_words(date, language)})"


def _is_open(date: EdtfDate) -> bool:
    return date.is_interval and (date.start is None or date.end is None)


def _link(source: Source) -> str:
    """A source as a typed link (RFC 9253)."""
    label = re.sub('["\n]', "'", visible(source.title or source.publisher or ""))
    return f'LINK;LINKREL="describedby"{f";LABEL={chr(34)}{label}{chr(34)}" if label else ""};VALUE=URI:{source.url}'


def _stamp(event: Event, tl: Timeline) -> str:
    """When this was last told, by a source or with all of the timeline; a fixed day if nobody knows."""
    told = (event.told[1] if event.told else None, tl.published)
    days = [date.last_day for date in told if date and date.last_day is not None and _FIRST <= date.last_day <= _LAST]
    return f"{_day(max(days, default=0))}T000000Z"


def _times(date: EdtfDate) -> list[str]:
    """The lines with begin and end; none if no calendar can say it."""
    first, last = date.first_day, date.last_day
    if date.is_interval and (first is None or last is None):
        known = date.start or date.end
        first, last = (known.first_day, known.last_day) if known else (None, None)
    if first is None or last is None or not _FIRST <= first <= last <= _LAST:
        return []
    clocks = [_CLOCK.search(end.text) for end in (date.start, date.end) if end] if not date.is_choice else []
    if clocks and all(clocks):
        names, days = ("DTSTART", "DTEND"), (first, last)
        instants = [_instant(day, clock) for day, clock in zip(days, clocks, strict=False) if clock]
        if not all(instants):
            return []
        return [f"{name}:{instant}" for name, instant in zip(names, instants, strict=False)][: 1 + date.is_interval]
    return [f"DTSTART;VALUE=DATE:{_day(first)}", f"DTEND;VALUE=DATE:{_day(last + 1)}"]


def _day(number: int) -> str:
    year, month, day = civil_from_days(number)
    return f"{year:04d}{month:02d}{day:02d}"


def _instant(day: int, clock: re.Match[str]) -> str:
    """A time: in UTC where its distance from UTC is stated, else the time of nowhere in particular ("floating")."""
    hour, minute, second, zone = clock.groups()
    minutes = int(hour) * 60 + int(minute or 0)
    if zone and zone != "Z":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        minutes -= (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if zone[0] == "-" else 1)
    days, minutes = divmod(minutes, 1440)
    if not _FIRST <= day + days <= _LAST:  # there, though not here
        return ""
    return f"{_day(day + days)}T{minutes // 60:02d}{minutes % 60:02d}{second or '00'}{'Z' if zone else ''}"


def _text(text: str) -> str:
    escaped = visible(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in parts of at most 75 octets, no character cut in two."""
    if len(line.encode()) <= _OCTETS:
        return line
    if line.isascii():
        return "\r\n ".join(
            [line[:_OCTETS], *(line[at : at + _OCTETS - 1] for at in range(_OCTETS, len(line), _OCTETS - 1))]
        )
    parts: list[str] = []
    begin = size = 0
    for index, character in enumerate(line):
        size += len(character.encode())
        if size > _OCTETS - (1 if parts else 0):
            parts.append(line[begin:index])
            begin, size = index, len(character.encode())
    return "\r\n ".join([*parts, line[begin:]])


def read(content: bytes, collector: Collector) -> None:
    """Read the events of a calendar; what repeats is read once, where it begins."""
    with warnings.catch_warnings():
        # They are for who writes programs: a zone that goes by another name than usual is known all the same.
        warnings.simplefilter("ignore")
        first, *others = parsed(decoded(content, collector))
        collector.head = _head_of(first)
        for calendar in (first, *others):
            _take(calendar, collector)


def _head_of(calendar: Any) -> dict[str, str]:
    language = _said(calendar, f"{_X}LANGUAGE")
    about = _said(calendar, "DESCRIPTION") or _said(calendar, "X-WR-CALDESC")
    return {
        "title": _said(calendar, "NAME") or _said(calendar, "X-WR-CALNAME"),
        "description": about if language else text_of_maybe_html(about),
        "language": language,
    }


def _take(calendar: Any, collector: Collector) -> None:
    language, zone = _said(calendar, f"{_X}LANGUAGE"), _zone(calendar, collector)
    for number, vevent in enumerate(calendar.walk("VEVENT"), len(collector.outcomes) + 1):
        place = f"event {number}"
        for broken, why in vevent.errors:
            collector.note(f"{broken} could not be read: {why}", place)
        if _said(vevent, "STATUS") == "CANCELLED":
            collector.leave_out("it is cancelled", place)
            continue
        if "RRULE" in vevent or "RDATE" in vevent:
            collector.note("it repeats; only its first date is read", place)
        for name in lost_of_html("" if _is_ours(vevent) else _said(vevent, "DESCRIPTION")):
            collector.note(f"<{name}> in the description left out", place)
        for lost in uncarried_times(vevent, _decoded(vevent, "DTSTART"), _decoded(vevent, "DTEND")):
            collector.note(lost, place)
        collector.add(dict(_fields(vevent, language or "en", zone)), place, _own_id(vevent))
    tell_uncarried(calendar, collector)


def _zone(calendar: Any, collector: Collector) -> ZoneInfo | None:
    """The time zone of the people that the calendar is for, if it names one."""
    name = _said(calendar, "X-WR-TIMEZONE")
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        collector.note(f"there is no time zone '{name[:100]}' (X-WR-TIMEZONE); times in UTC stay in UTC")
        return None


def _is_ours(vevent: Any) -> bool:
    return f"{_X}DATE" in vevent


def _fields(vevent: Any, language: str, zone: ZoneInfo | None) -> Iterator[tuple[str, Any]]:
    date, ours = _date(vevent, zone), _is_ours(vevent)
    title, text = _said(vevent, "SUMMARY"), _said(vevent, "DESCRIPTION")
    with suppress(DateError):  # told when the event is added
        title = title.removesuffix(_words(EdtfDate(date), language)) if ours and date else title
    yield from (("title", title), ("date", date), ("text", text if ours else text_of_maybe_html(text)))
    yield "places", [place.strip() for place in _said(vevent, "LOCATION").split(";")]
    yield "tags", [str(tag) for group in _all(vevent, "CATEGORIES") for tag in _tags(group)]
    yield "lane", _said(vevent, f"{_X}LANE")
    yield "people", list(map(_unescaped, _all(vevent, f"{_X}PERSON")))
    yield "organizations", list(map(_unescaped, _all(vevent, f"{_X}ORGANIZATION")))
    status = _said(vevent, f"{_X}STATUS")
    is_tentative = _said(vevent, "STATUS") == "TENTATIVE" and not status
    yield "status", status
    yield "certainty", _said(vevent, f"{_X}CERTAINTY") or ("planned" if is_tentative else "")
    yield "importance", _said(vevent, f"{_X}IMPORTANCE")
    links = [{"url": str(link), "title": str(link.params.get("LABEL", ""))} for link in _all(vevent, "LINK")]
    own = _said(vevent, "URL")
    yield "sources", links or ([{"url": own}] if own and not ours else [])


def _tags(categories: Any) -> Iterable[Any]:
    """The words of a property; none if it is said to hold something else."""
    return categories.cats if type(categories).__name__ == "vCategory" else ()


def _own_id(vevent: Any) -> str:
    name = _said(vevent, "UID")
    return name.partition("@")[0] if _is_ours(vevent) else name


def _said(component: Any, name: str) -> str:
    return next((_unescaped(value) for value in _all(component, name)), "")


def _unescaped(value: Any) -> str:
    """The text of a value; the library leaves the escapes in properties that it does not know."""
    if type(value).__name__ != "vUnknown":
        return str(value)
    return re.sub(r"\\([\\;,nN])", lambda match: "\n" if match[1] in "nN" else match[1], value)


def _all(component: Any, name: str) -> list[Any]:
    value = component.get(name)
    return [] if value is None else value if isinstance(value, list) else [value]


def _date(vevent: Any, zone: ZoneInfo | None) -> str:
    """The date as we wrote it, if begin and end still are what it makes of them; else begin and end."""
    begin, end = _decoded(vevent, "DTSTART"), _decoded(vevent, "DTEND")
    if begin is None:
        return ""
    length = _decoded(vevent, "DURATION")
    if end is None and length is not None:
        end = _after(begin, length)
    try:
        own = EdtfDate(_said(vevent, f"{_X}DATE"))
        if _times(own) == _written(vevent):
            return str(own)
    except DateError:
        pass
    return _span(_local(begin, zone), _local(end, zone))


def _after(begin: day_of_calendar, length: timedelta) -> day_of_calendar | None:
    """The end of what takes so long; None where no calendar goes that far."""
    try:
        return begin + min(length, _LONGEST)
    except OverflowError:
        return None


def _local(moment: Any, zone: ZoneInfo | None) -> Any:
    """A time in UTC as the clocks of a zone show it: the day of the event is the one that people there had."""
    if zone is None or not isinstance(moment, datetime) or moment.tzname() != "UTC":
        return moment
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment


def _decoded(vevent: Any, name: str) -> Any:
    """A date, a time or a duration; None if it is not there, or is none of these."""
    try:
        value = vevent.decoded(name) if name in vevent else None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None
    return value if isinstance(value, timedelta if name == "DURATION" else day_of_calendar) else None


def _written(vevent: Any) -> list[str]:
    lines = []
    for name in ("DTSTART", "DTEND"):
        value = _decoded(vevent, name)
        if value is not None:
            kind = "" if isinstance(value, datetime) else ";VALUE=DATE"
            lines.append(f"{name}{kind}:{vevent[name].to_ical().decode()}")
    return lines


def _span(begin: day_of_calendar, end: day_of_calendar | None) -> str:
    if isinstance(begin, datetime):
        last = _moment(end) if isinstance(end, datetime) else ""
        return f"{_moment(begin)}/{last}" if last and last != _moment(begin) else _moment(begin)
    first = days_from_civil(begin.year, begin.month, begin.day)
    last_day = days_from_civil(end.year, end.month, end.day) - 1 if end else first
    return str(EdtfDate.of_range(first, max(first, last_day)))


def _moment(moment: datetime) -> str:
    clock = moment.strftime("T%H:%M:%S" if moment.second else "T%H:%M")
    offset = moment.strftime("%z")
    zone = "" if not offset else "Z" if offset[1:] == "0000" else f"{offset[:3]}:{offset[3:5]}"
    return f"{moment.year:04d}-{moment.month:02d}-{moment.day:02d}{clock}{zone}"


FORMATS = (
    Format(
        name="icalendar",
        title="iCalendar",
        extensions=(".ics", ".ical"),
        media_type="text/calendar",
        write=write,
        read=read,
        recognises=lambda start: start.upper().startswith(b"BEGIN:VCALENDAR"),
        losses={
            "": "an event before the year 1, or that nothing bounds, is left out",
            "places": "a place with a semicolon becomes two",
            "image.src": "not carried",
            "image.alt": "not carried",
            "image.credit": "not carried",
            "image.width": "not carried",
            "image.height": "not carried",
            "sources.url": "sources without an address are not carried, and the others move up",
            "sources.title": "not carried without an address; where it is missing, the publisher takes its place",
            "sources.publisher": "not carried",
            "sources.published": "not carried",
            "sources.quote": "not carried",
            "sources.expression": "not carried",
            "expression": "not carried",
            "published": "not carried",
            "timeline.published": "not carried",
            "timeline.lanes": "their order is not carried",
            "timeline.tags": "not carried",
            "timeline.anchors": "not carried",
        },
        others_see="A month is a span of its days, and its title says '(February 2025)'. The date itself is in "
        "X-TIMELINE-DATE, its precision in X-TIMELINE-PRECISION, each source in a LINK (RFC 9253). "
        "What is planned, possible or a draft is TENTATIVE.",
        packages="calendar",
    ),
)

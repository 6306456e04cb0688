"""markwhen: a line for each event, `2025-02: Talks begin #talks`, and below it properties and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from timeline.exchange.collector import Collector
from timeline.exchange.format import START, Format, Written
from timeline.exchange.formats.csv import decoded
from timeline.exchange.formats.json import fields_of
from timeline.exchange.formats.yaml import plain_texts
from timeline.exchange.markwhen_dates import Start, date_of, starts_event, written
from timeline.model.characters import one_line, visible
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.store.entries import present
from timeline.store.writing import plain_fields
from timeline.yamldoc import parse
from timeline.yamldoc.writer import block, flow

__all__ = ["FORMATS"]

_TAG = re.compile(r"(?:^|(?<=\s))#(?!\d+(?:\s|$))(\w{1,200})")
_ID = re.compile(r"(?:^|\s)!(\w{1,100})(?=\s|$)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((https?://[^\s()<>\"'\\]{1,1900})\)")
_DONE = re.compile(r"\[[xX ]?\]\s*")
_PROPERTY = re.compile(r"(?!-)\s*([\w\-.]{1,80}):(?:\s|$)")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_GROUP = re.compile(r"\s*(?:group|section)\s+(.*)", re.IGNORECASE)
_GROUP_END = re.compile(r"\s*end\s?(?:group|section)\s*\Z", re.IGNORECASE)
_PAGE = "_-_-_break_-_-_"
_HEAD_FIELDS = ("title", "description", "language", "published", "lanes", "tags", "anchors")

_SHORT_YEAR = re.compile(r"\d{1,2}/\d{1,2}/(\d{1,2})(?!\d)")


def write(tl: Timeline, _address: str) -> Written:
    """A header, the events without a lane, and a heading for each lane with its events."""
    head = {name: value for name, value in fields_of(tl).items() if name in _HEAD_FIELDS}
    parts = [f"---\n{block(plain_texts(head))}\n---\n"]
    made = [(event, written(event.date)) for event in tl.events]
    events: list[Event] = []
    for lane in sorted(tl.lane_names, key=lambda lane: lane != ""):
        parts += [f"\n# {one_line(lane)}\n"] if lane else []
        for event, when in made:
            if when and (event.lane or "") == lane:
                parts.append(f"\n{_entry(event, when)}")
                events.append(event)
    missing = tuple((event, "markwhen has only the years 99999 BCE to 9999") for event, when in made if not when)
    return Written("".join(parts), tuple(events), missing)


def _entry(event: Event, when: str) -> str:
    line = _line(event.title, list(event.tags), when)
    said = _line_fields(_start(line), False)
    fields = {name: plain_texts(value) for name, value in plain_fields(event).items() if name != "lane"}
    below = fields.pop("text", "")
    if event.lane and _heading_lane(event.lane) != event.lane:
        fields["lane"] = event.lane
    if below and not _can_stand_below(below):
        fields["text"], below = below, ""
    properties = [f"{name}: {flow(value)}" for name, value in fields.items() if said.get(name) != value]
    return "\n".join([line, *properties, *(["", below] if below else [])]) + "\n"


def _line(title: str, tags: list[str], when: str) -> str:
    return " ".join([f"{when}: {one_line(title)}", *(f"#{tag}" for tag in tags if _TAG.fullmatch(f"#{tag}"))])


def _start(line: str) -> Start:
    return starts_event(line) or Start("", "", "")


def _heading_lane(lane: str) -> str:
    found = _HEADING.match(f"# {one_line(lane)}")
    return _TAG.sub("", found[1]).strip() if found else ""


def _can_stand_below(text: str) -> bool:
    return not any(_means_more(line) or line != line.strip() for line in text.split("\n"))


def _means_more(line: str) -> bool:
    """Whether a line of text would be taken for something else."""
    return bool(
        line.startswith(("//", "---", _PAGE))
        or starts_event(line)
        or _HEADING.match(line)
        or _GROUP.match(line)
        or _GROUP_END.match(line)
    )


def _line_fields(start: Start, day_first: bool) -> dict[str, Any]:
    """What the first line of an entry says."""
    rest = _DONE.sub("", start.rest, count=1) if _DONE.match(start.rest) else start.rest
    links = [{"title": title, "url": url} for title, url in _LINK.findall(rest)]
    name = _ID.search(rest)
    plain = _LINK.sub(r"\1", _ID.sub(" ", _TAG.sub(" ", rest)))
    fields = {
        "date": date_of(start, day_first) if start.begin else "",
        "title": one_line(plain),
        "tags": list(dict.fromkeys(_TAG.findall(rest))),
        "sources": links,
        "own id": name[1] if name else "",
    }
    return {name: value for name, value in fields.items() if value}


@dataclass(slots=True)
class _Entry:
    """An entry while it is read."""

    start: Start
    place: str
    lane: str
    properties: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    in_properties: bool = True

    def take(self, line: str) -> None:
        if self.in_properties and _PROPERTY.match(line):
            self.properties.append(line.strip())
            return
        self.in_properties = False
        if not line.lstrip().startswith("//"):
            self.text.append(line.rstrip())


def read(content: bytes, collector: Collector) -> None:
    """Read the entries; a date that counts from another event, or repeats, is refused with its line."""
    lines = visible(decoded(content, collector)).split("\n")
    begin = _header_length(lines)
    day_first = _read_header(lines[:begin], collector)
    for entry in _entries(lines, begin, collector):
        if entry.start.relative:
            collector.leave_out("its date is relative, repeats or has no year; write the date itself", entry.place)
        else:
            _add(entry, day_first, collector)


def _header_length(lines: list[str]) -> int:
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if lines[first].startswith("---"):
        ends = (index for index in range(first + 1, len(lines)) if lines[index].startswith("---"))
        return next(ends, first) + 1
    starts = (
        index for index, line in enumerate(lines) if starts_event(line) or _HEADING.match(line) or _GROUP.match(line)
    )
    return next(starts, len(lines))


def _read_header(lines: list[str], collector: Collector) -> bool:
    """Take what the header says; whether days come before months."""
    kept = [line for line in lines if not line.startswith(("---", "//", "#"))]
    try:
        given = present(parse("\n".join(kept)).root)
    except TimelineError as error:
        collector.note(f"the header could not be read: {error.message}")
        given = {}
    given = given if isinstance(given, dict) else {}
    collector.head = {name: value for name, value in given.items() if name in _HEAD_FIELDS}
    return str(given.get("dateFormat", "")).replace(" ", "") == "d/M/y"


def _entries(lines: list[str], begin: int, collector: Collector) -> Iterator[_Entry]:
    groups: list[str] = []
    entry: _Entry | None = None
    for number, line in enumerate(lines[begin:], begin + 1):
        start = starts_event(line)
        if start or _is_structure(line):
            if entry:
                yield entry
            entry = _Entry(start, f"line {number}", groups[-1] if groups else "") if start else None
            _nest(line, start, groups, f"line {number}", collector)
            for early in _SHORT_YEAR.finditer(f"{start.begin} {start.end}" if start else ""):
                found = f"the year of '{early[0]}' is read as {early[1]:0>4}, with no century before it"
                collector.note(found, f"line {number}")
        elif entry:
            entry.take(line)
    if entry:
        yield entry


def _recognises(content: bytes) -> bool:
    return any(map(_begins, content[:START].decode("utf-8", "replace").splitlines()[:200]))


def _is_structure(line: str) -> bool:
    return bool(_HEADING.match(line) or _GROUP.match(line) or _GROUP_END.match(line) or line.strip() == _PAGE)


def _nest(line: str, start: Start | None, groups: list[str], place: str, collector: Collector) -> None:
    """Open and close groups, which are our lanes; the innermost counts."""
    heading, group = _HEADING.match(line), _GROUP.match(line)
    if start:
        return
    if heading:
        groups[:] = [_TAG.sub("", heading[1]).strip()]
    elif group:
        groups.append(_TAG.sub("", group[1].partition("//")[0]).strip())
    elif line.strip() == _PAGE:
        groups.clear()
        collector.note("the next page is read into the same timeline", place)
    elif groups:
        groups.pop()


def _add(entry: _Entry, day_first: bool, collector: Collector) -> None:
    said = _line_fields(entry.start, day_first)
    own_id = said.pop("own id", "")
    fields = {"lane": entry.lane, "text": "\n".join(entry.text).strip("\n"), **said}
    given = _properties(entry, collector)
    if not _agrees(given, said):
        given = {name: value for name, value in given.items() if name not in ("date", "title", "tags")}
    fields |= given
    own_id = str(fields.pop("id", "")) or own_id
    collector.add(fields, entry.place, own_id)


def _properties(entry: _Entry, collector: Collector) -> dict[str, Any]:
    if not entry.properties:
        return {}
    try:
        given = present(parse("\n".join(entry.properties)).root)
    except TimelineError as error:
        collector.note(f"its properties could not be read: {error.message}", entry.place)
        return {}
    known = {name: value for name, value in given.items() if name in Event.model_fields and name != "reasoning"}
    for name in given.keys() - known.keys():
        collector.note(f"the property '{name}' is not kept", entry.place)
    return known


def _agrees(given: dict[str, Any], said: dict[str, Any]) -> bool:
    """Whether the properties say more exactly what the line says; if not, the line was edited and it counts."""
    title, tags, date = (
        given.get("title", said.get("title", "")),
        given.get("tags", said.get("tags", [])),
        given.get("date"),
    )
    try:
        when = written(EdtfDate(str(date))) if date else None
    except TimelineError:
        return False
    seen = _line_fields(_start(_line(str(title), [str(tag) for tag in tags], when or "2000")), False)
    names = ("title", "tags", "date") if date else ("title", "tags")
    return all(seen.get(name) == said.get(name) for name in names)


FORMATS = (
    Format(
        name="markwhen",
        title="markwhen",
        extensions=(".mw", ".markwhen"),
        media_type="text/plain",
        write=write,
        read=read,
        recognises=_recognises,
        losses={
            "": "an event before 99999 BCE or after 9999, or that nothing bounds, is left out",
        },
        others_see="markwhen shows the nearest date that it can say; the date itself and other fields are "
        "properties below the line. A line that is edited counts more than its properties.",
    ),
)


def _begins(line: str) -> bool:
    start = starts_event(line)
    return bool(start and start.rest)

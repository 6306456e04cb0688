"""The data of a chart for the browser client, as plain JSON: shapes, rows, titles and all words. Knows no plotly."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from timeline.figure.axis import extent
from timeline.figure.lanes import AXIS, EDGE, SIZES, Layout, Subject, lay_out
from timeline.figure.uncertainty import Glyph, glyph
from timeline.figure.words import Words, words
from timeline.model.date import EdtfDate, Precision
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.wording import date_in_words, marked_title

__all__ = ["Plan", "chart_data", "columns", "frame", "plan", "rows"]

_OPEN_START, _OPEN_END, _PLANNED, _CHOICE = 1, 2, 4, 8
# Nobody knows how far an open end reaches: as many of its own units are drawn, or a part of the chart if that is more.
_OPEN_UNITS, _OPEN_SHARE = 5, 0.1
_COLUMNS = (
    *("id", "title", "date", "lane", "rank", "kind", "flags"),
    *("first", "last", "core", "reported", "tags", "people", "rows"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A timeline with everything decided that a drawing needs, in the browser or without one.

    Args:
        timeline: What is drawn.
        words: The words of its language.
        lanes: The lanes' names from top to bottom.
        subjects: What is drawn of each event, in the order of the events.
        extent: The first and the last day of the axis.
        layouts: The rows for a narrow, a medium and a wide chart.
        timed: Whether a time of day is told of any event.
        colours: The number of each lane's colour.
    """

    timeline: Timeline
    words: Words
    lanes: tuple[str, ...]
    subjects: tuple[Subject, ...]
    extent: tuple[float, float]
    layouts: tuple[Layout, ...]
    timed: bool
    colours: tuple[int, ...]

    def ends(self, shape: Glyph) -> tuple[float, float]:
        """The extent of a shape; an open end reaches to the edge of the chart."""
        first = self.extent[0] if shape.first is None else shape.first
        return first, self.extent[1] if shape.last is None else shape.last


def plan(tl: Timeline, height: int | None = None, among: Sequence[str] = ()) -> Plan:
    """Decide shapes, lanes, rows and the extent of a timeline.

    Args:
        tl: The timeline.
        height: How high the chart may become in pixels before names are left out.
        among: The lanes of the timeline of which this is a part: a lane keeps its colour there.
    """
    return _plan(_Same(tl), height, tuple(among))


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A timeline that is equal to itself only: comparing thousands of events would take longer than it saves."""

    timeline: Timeline

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.timeline is other.timeline

    def __hash__(self) -> int:
        return id(self.timeline)


# A page, its data, its frame and its picture are all drawn from the same plan.
@lru_cache(maxsize=4)
def _plan(same: _Same, height: int | None, among: tuple[str, ...]) -> Plan:
    tl = same.timeline
    names = tuple(tl.lane_names) or ("",)
    place, colour = _places(names), _places((*among, *names))
    own, ranks = words(tl.language), _ranks(tl.events)
    subjects = tuple(
        Subject(marked_title(event, own.language, is_drawn=True), place[event.lane or ""], glyph(event), rank)
        for event, rank in zip(tl.events, ranks, strict=True)
    )
    timed = any(_tells_time(event.date) for event in tl.events)
    reach = extent(_ends(tl, subjects), timed=timed)
    sizes = SIZES if height is None else [replace(size, tallest=height - AXIS) for size in SIZES]
    layouts = tuple(lay_out(subjects, names, reach, size) for size in sizes)
    colours = tuple(colour[name] for name in names)
    return Plan(tl, own, names, subjects, reach, layouts, timed, colours)


def _places(names: Sequence[str]) -> dict[str, int]:
    """Where each name stands first."""
    return {name: number for number, name in reversed(list(enumerate(names)))}


def _tells_time(date: EdtfDate) -> bool:
    return any(point is not None and point.precision > Precision.DAY for point in date.points)


def _ends(tl: Timeline, subjects: Sequence[Subject]) -> list[float]:
    """The ends between which the axis lies: those that are known, and for each that is open room enough to see it."""
    known = _known_ends(tl, subjects)
    share = (max(known) - min(known)) * _OPEN_SHARE if known else 0
    opened = list(known)
    for event, subject in zip(tl.events, subjects, strict=True):
        first, last = subject.glyph.first, subject.glyph.last
        if last is None and first is not None:
            opened.append(first + max(share, _OPEN_UNITS * _unit(event.date.start)))
        if first is None and last is not None:
            opened.append(last - max(share, _OPEN_UNITS * _unit(event.date.end)))
    return opened


def _unit(end: EdtfDate | None) -> float:
    """How long what a date states is, in days: a year, a month, a day, an hour."""
    if end is None or end.first_day is None or end.last_day is None:
        return 0
    return 1 / 24 if end.precision > Precision.DAY else end.last_day - end.first_day + 1


def _known_ends(tl: Timeline, subjects: Sequence[Subject]) -> list[float]:
    shapes = [subject.glyph for subject in subjects]
    ends = [end for shape in shapes for end in (shape.first, shape.last) if end is not None]
    if any(shape.last is None for shape in shapes):
        # What still lasted when it was reported reaches at least to that day.
        ends += [day for event in tl.events if (day := _reported(event)) is not None]
    return ends


def _reported(event: Event) -> int | None:
    return event.told[0].first_day if event.told else None


def _ranks(events: Sequence[Event]) -> list[int]:
    # Equal events are told apart by a hash, else the labels would crowd at the beginning.
    def weight(number: int) -> tuple[float, int, int]:
        event = events[number]
        given = 0.5 if event.importance is None else event.importance
        return -given, -len(event.sources), zlib.crc32((event.id or event.title).encode())

    ranks = [0] * len(events)
    for rank, number in enumerate(sorted(range(len(events)), key=weight)):
        ranks[number] = rank
    return ranks


def chart_data(tl: Timeline, height: int | None = None, among: Sequence[str] = ()) -> dict[str, Any]:
    """Everything that the browser client needs to draw a timeline, ready for ``json.dumps``.

    Positions are days since 1970-01-01, with the time of day as a fraction; open ends are null.

    Args:
        tl: The timeline; its events have ids.
        height: How high the chart may become in pixels before names are left out.
        among: The lanes of the timeline of which this is a part: a lane keeps its colour there.

    >>> tl = Timeline(title="Moon", events=[Event(id="a", title="Landing", date="1969-07-20", lane="Moon")])
    >>> data = chart_data(tl)
    >>> data["lanes"], data["events"]["title"], data["events"]["date"]
    (['Moon'], ['Landing'], ['20 July 1969'])
    """
    made = plan(tl, height, among)
    return {**frame(made), "events": columns(rows(made))}


def frame(made: Plan) -> dict[str, Any]:
    """What a chart needs besides its events."""
    tags, people = labels(made.timeline)
    return {
        "id": made.timeline.id,
        "title": made.timeline.title,
        "total": len(made.subjects),
        "extent": list(made.extent),
        "timed": made.timed,
        "lanes": list(made.lanes),
        "colours": list(made.colours),
        "tags": tags,
        "people": people,
        "words": _words(made.words),
        "layouts": [_layout(layout) for layout in made.layouts],
    }


def labels(tl: Timeline) -> tuple[list[str], list[str]]:
    """The tags and the people of a timeline; events name them by their number."""
    tags = list(dict.fromkeys([*tl.tags, *(tag for event in tl.events for tag in event.tags)]))
    return tags, sorted({person for event in tl.events for person in event.people})


def _words(own: Words) -> dict[str, Any]:
    return {**own.phrases, "language": own.language, **asdict(own.calendar)}


def _layout(layout: Layout) -> dict[str, Any]:
    return {
        "least": layout.size.least,
        "left": layout.left,
        "edge": EDGE,
        "names": [list(lines) for lines in layout.names],
        "headers": list(layout.headers),
        "lanes": [list(lane) for lane in layout.lanes],
        "middles": [list(middles) for middles in layout.middles],
    }


def rows(made: Plan) -> list[tuple[Any, ...]]:
    """All that the client is told of each event, in the order of the events."""
    tags, people = ({name: at for at, name in enumerate(names)} for names in labels(made.timeline))
    return [_row(made, number, tags, people) for number in range(len(made.subjects))]


def columns(told: Sequence[tuple[Any, ...]]) -> dict[str, list[Any]]:
    """Some of these rows as one list per property."""
    return {name: [row[at] for row in told] for at, name in enumerate(_COLUMNS)}


def _row(made: Plan, number: int, tags: dict[str, int], people: dict[str, int]) -> tuple[Any, ...]:
    event, subject = made.timeline.events[number], made.subjects[number]
    shape = subject.glyph
    return (
        event.id or "",
        subject.title,
        date_in_words(event.date, made.words.language),
        subject.lane,
        subject.rank,
        int(shape.kind),
        _flags(shape),
        shape.first,
        shape.last,
        shape.core,
        _reported(event),
        [tags[tag] for tag in event.tags],
        [people[person] for person in event.people],
        [layout.rows[number] for layout in made.layouts],
    )


def _flags(shape: Glyph) -> int:
    return (
        _OPEN_START * (shape.first is None)
        + _OPEN_END * (shape.last is None)
        + _PLANNED * shape.planned
        + _CHOICE * shape.choice
    )

"""How a date is drawn: as what it is, no more exact than it was stated.

A day is a dot, an interval a bar; a month, a season or a year is a light bar as long as that month, season or year;
an approximate or uncertain date is a hollow dot on a whisker from its earliest to its latest day; an open end fades;
what is planned or only possible is outlined.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from timeline.model.date import EdtfDate, Precision
from timeline.model.edtf import Point
from timeline.model.event import Event

__all__ = ["Glyph", "Kind", "glyph"]

_MINUTES = 1440


class Kind(IntEnum):
    """The shapes; the numbers are the ones in the data of the browser client."""

    DOT = 0
    RING = 1
    BAR = 2
    SPAN = 3


@dataclass(frozen=True, slots=True)
class Glyph:
    """What is drawn for one date. All positions are days since 1970-01-01, with the time as a fraction.

    Args:
        kind: The shape.
        first: Where the earliest day begins, or the time on it; None where it is open.
        last: Where the latest day ends, or the time on it; None where it is open.
        core: From when to when it surely lasted, for an interval whose ends are not days.
        planned: Whether only the outline is drawn: it is planned or possible.
        choice: Whether it is one of two dates, so that both ends of the whisker are hollow dots.
    """

    kind: Kind
    first: float | None
    last: float | None
    core: tuple[float, float] | None = None
    planned: bool = False
    choice: bool = False

    @property
    def middle(self) -> float | None:
        """Where a dot stands, None if both ends are open.

        >>> glyph(Event(title="A", date="1970-01-01")).middle
        0.5
        """
        ends = [end for end in (self.first, self.last) if end is not None]
        return sum(ends) / len(ends) if ends else None


def glyph(event: Event) -> Glyph:
    """The shape and the extent of the date of an event.

    >>> glyph(Event(title="A", date="1970-01")).kind.name, glyph(Event(title="A", date="1970-01")).last
    ('SPAN', 31.0)
    >>> glyph(Event(title="A", date="1970-01-01/1970-03")).core
    (0.0, 59.0)
    >>> glyph(Event(title="A", date="1970~", certainty="planned")).kind.name
    'RING'
    """
    date = event.date
    first, last = _extent(date)
    return Glyph(_kind(date), first, last, _core(date, first, last), event.certainty != "certain", date.is_choice)


def _extent(date: EdtfDate) -> tuple[float | None, float | None]:
    points = [point for point in date.points if point]
    begins, ends = (points[:1], points[-1:]) if date.is_interval else (points, points)
    first = None if date.first_day is None else min(map(_begin, begins))
    last = None if date.last_day is None else max(map(_finish, ends))
    # Zones do not count in a chart, so of two times in two zones the last one can be drawn before the first.
    return (last, first) if first is not None and last is not None and last < first else (first, last)


def _begin(point: Point) -> float:
    return (point.first_day or 0) + point.minute_of_day / _MINUTES


def _finish(point: Point) -> float:
    return _begin(point) if point.precision > Precision.DAY else (point.last_day or 0) + 1.0


def _kind(date: EdtfDate) -> Kind:
    if date.is_choice or (date.qualifier and not date.is_interval):
        return Kind.RING
    if date.is_interval:
        return Kind.SPAN if date.qualifier else Kind.BAR
    return Kind.DOT if date.precision >= Precision.DAY else Kind.SPAN


def _core(date: EdtfDate, first: float | None, last: float | None) -> tuple[float, float] | None:
    start, end = date.start, date.end
    if not date.is_interval or start is None or end is None or first is None or last is None:
        return None
    surely = (
        first if start.precision >= Precision.DAY else (start.last_day or 0) + 1.0,
        last if end.precision >= Precision.DAY else float(end.first_day or 0),
    )
    return surely if surely != (first, last) and surely[0] < surely[1] else None

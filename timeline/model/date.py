"""Dates as they were stated: the Extended Date/Time Format (EDTF, ISO 8601-2:2019), levels 0 to 2 as far as news needs.

A `datetime` invents a day for "February" and moves with time zones; an `EdtfDate` keeps what was said
and gives the first and the last day that it can mean.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import total_ordering

from timeline.model import edtf
from timeline.model.edtf import Point, Precision
from timeline.model.errors import DateError
from timeline.model.gregorian import LAST_YEAR, civil_from_days, days_in_month

__all__ = ["EdtfDate", "Precision"]

_INFINITY = float("inf")


def _day_text(number: int) -> str:
    year, month, day = civil_from_days(number)
    return f"{edtf.year_text(year)}-{month:02d}-{day:02d}" if abs(year) <= LAST_YEAR else edtf.year_text(year)


def _zone(text: str) -> str:
    return text.partition("T")[2].lstrip("0123456789:.,")


@total_ordering
@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A day, month, season, year, decade or century, a time on a day, an interval of two of these, or one of several.

    Args:
        text: The date in EDTF: ``2025-02``, ``2025-02-12T15:00Z``, ``2025-21`` (spring), ``2025-33`` (first
            quarter), ``2025-02~`` (approximate), ``2025?`` (uncertain), ``199X``, ``2024/2025-03``, ``../2019``,
            ``-0043-03-15``, ``Y-66000000``, ``[2025-03-04,2025-04-03]`` (one of the two).

    Raises:
        DateError: The text is no EDTF date, or no text, or the day does not exist.

    >>> february = EdtfDate("2025-02")
    >>> str(february.earliest), str(february.latest), february.precision.name
    ('2025-02-01', '2025-02-28', 'MONTH')
    >>> EdtfDate("2024-02-30")
    Traceback (most recent call last):
    timeline.model.errors.DateError: there is no day '2024-02-30': 2024-02 has 29 days; ...
    """

    text: str
    points: tuple[Point | None, ...] = field(init=False, repr=False, compare=False)
    shape: edtf.Shape = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise DateError(f"{self.text!r} is no text", hint=edtf.HINT)
        text = self.text.strip()
        shape, points = edtf.parse(text)
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "shape", shape)
        object.__setattr__(self, "points", points)
        if shape is edtf.Shape.INTERVAL and self._ends_before_it_begins():
            raise DateError(f"the interval '{text}' ends before it begins", hint="write the earlier date first")

    def _ends_before_it_begins(self) -> bool:
        first, last = self.first_day, self.last_day
        if first is None or last is None:
            return False
        if first != last:
            return first > last
        begin, end = self.points
        if begin is None or end is None or "T" not in end.text or _zone(begin.text) != _zone(end.text):
            return False  # of times in two zones the later one can be written first
        return begin.minute_of_day > end.minute_of_day

    @property
    def without_time(self) -> EdtfDate:
        """The day of a time; any other date as it is."""
        return self if self.precision <= Precision.DAY or self.first_day is None else EdtfDate.of_day(self.first_day)

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The first and the last day: equal for dates that mean the same days."""
        return self.first_day, self.last_day

    @property
    def clock(self) -> str:
        """The time of day as it is written, with its zone: ``15:00Z``; "" for a date without one."""
        return self.text.partition("T")[2]

    @classmethod
    def of(cls, value: str | datetime.date | EdtfDate) -> EdtfDate:
        """The date of a text or of a `datetime.date`; of a `datetime.datetime` with its time, and its zone if any.

        Raises:
            DateError: It is none of these, or no date.

        >>> str(EdtfDate.of(datetime.date(2026, 2, 11))), str(EdtfDate.of(datetime.datetime(2026, 2, 11, 15)))
        ('2026-02-11', '2026-02-11T15:00:00')
        """
        if isinstance(value, datetime.datetime):
            return cls(value.isoformat(timespec="seconds"))
        if isinstance(value, datetime.date):
            return cls(value.isoformat())
        return value if isinstance(value, cls) else cls(value)  # type: ignore[arg-type]

    @classmethod
    def of_day(cls, number: int) -> EdtfDate:
        """The date of a day number (days since 1970-01-01); only the year of a day before -9999 or after 9999.

        >>> EdtfDate.of_day(0)
        EdtfDate(text='1970-01-01')
        """
        return cls(_day_text(number))

    @classmethod
    def of_range(cls, first: int, last: int) -> EdtfDate:
        """The shortest date that means the days from ``first`` to ``last``, both included.

        >>> str(EdtfDate.of_range(0, 30)), str(EdtfDate.of_range(0, 364)), str(EdtfDate.of_range(0, 9))
        ('1970-01', '1970', '1970-01-01/1970-01-10')
        """
        if first == last:
            return cls.of_day(first)
        (year, month, day), (end_year, end_month, end_day) = civil_from_days(first), civil_from_days(last)
        if day == 1 and end_day == days_in_month(end_year, end_month) and year == end_year:
            if (month, end_month) == (1, 12):
                return cls(edtf.year_text(year))
            if month == end_month:
                return cls(f"{edtf.year_text(year)}-{month:02d}")
        return cls(f"{_day_text(first)}/{_day_text(last)}")

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        return self.sort_key < other.sort_key if isinstance(other, EdtfDate) else NotImplemented

    @property
    def is_interval(self) -> bool:
        """Whether it was given with a begin and an end, either of which may be open.

        >>> EdtfDate("2022-02-24/..").is_interval
        True
        """
        return self.shape is edtf.Shape.INTERVAL

    @property
    def is_choice(self) -> bool:
        """Whether it is one of several dates, and nobody knows which: ``[2025-03-04,2025-04-03]``."""
        return self.shape is edtf.Shape.CHOICE

    @property
    def is_unspecified(self) -> bool:
        """Whether it is one month or day of a longer stretch, and nobody says which: ``1979-04-XX``; not a decade.

        >>> EdtfDate("1979-04-XX").is_unspecified, EdtfDate("1979-04").is_unspecified, EdtfDate("197X").is_unspecified
        (True, False, False)
        """
        return "-XX" in self.text

    @property
    def choices(self) -> tuple[EdtfDate, ...]:
        """The dates that it may be: several for a choice, else itself.

        >>> [str(date) for date in EdtfDate("[2025-03-04,2025-04-03]").choices]
        ['2025-03-04', '2025-04-03']
        """
        return tuple(EdtfDate(point.text) for point in self.points if point) if self.is_choice else (self,)

    @property
    def start(self) -> EdtfDate | None:
        """The begin of an interval, None where it is open or unknown; any other date itself."""
        return self._end_of_interval(0)

    @property
    def end(self) -> EdtfDate | None:
        """The end of an interval, None where it is open or unknown; any other date itself."""
        return self._end_of_interval(-1)

    def _end_of_interval(self, index: int) -> EdtfDate | None:
        point = self.points[index]
        return self if not self.is_interval else EdtfDate(point.text) if point else None

    @property
    def first_day(self) -> int | None:
        """The number of the earliest day it can mean (days since 1970-01-01), None where it is open."""
        days = [point.first_day for point in self._bounding(0) if point]
        return None if not days or None in days else min(day for day in days if day is not None)

    @property
    def last_day(self) -> int | None:
        """The number of the latest day it can mean (days since 1970-01-01), None where it is open."""
        days = [point.last_day for point in self._bounding(-1) if point]
        return None if not days or None in days else max(day for day in days if day is not None)

    def _bounding(self, index: int) -> tuple[Point | None, ...]:
        return (self.points[index],) if self.is_interval else self.points

    @property
    def earliest(self) -> EdtfDate | None:
        """The earliest day it can mean, None where it is open.

        >>> str(EdtfDate("19XX").earliest), EdtfDate("../2019").earliest
        ('1900-01-01', None)
        """
        return None if self.first_day is None else EdtfDate.of_day(self.first_day)

    @property
    def latest(self) -> EdtfDate | None:
        """The latest day it can mean, None where it is open.

        >>> str(EdtfDate("2025-33").latest)
        '2025-03-31'
        """
        return None if self.last_day is None else EdtfDate.of_day(self.last_day)

    @property
    def days(self) -> float:
        """How many days it covers from the first to the last that it can mean, endless where one of them is open.

        >>> EdtfDate("2025-02-12").days, EdtfDate("2025-02").days, EdtfDate("2025-02/..").days
        (1, 28, inf)
        """
        first, last = self.first_day, self.last_day
        return _INFINITY if first is None or last is None else last - first + 1

    @property
    def precision(self) -> Precision:
        """How exactly it was stated; of an interval or a choice, its coarsest part.

        >>> EdtfDate("2025-02-12/2026").precision.name
        'YEAR'
        """
        return min(point.precision for point in self.points if point)

    @property
    def qualifier(self) -> str:
        """``?`` for uncertain, ``~`` for approximate, ``%`` for both, else nothing.

        >>> EdtfDate("2004-06~-11").qualifier
        '~'
        """
        marks = {mark for point in self.points if point for mark in point.qualifiers}
        return "%" if "%" in marks or {"?", "~"} <= marks else "".join(marks)

    @property
    def approximate(self) -> bool:
        """Whether any part of it is marked as approximate (``~`` or ``%``)."""
        return self.qualifier in ("~", "%")

    @property
    def uncertain(self) -> bool:
        """Whether any part of it is marked as uncertain (``?`` or ``%``)."""
        return self.qualifier in ("?", "%")

    @property
    def sort_key(self) -> tuple[float, float, float, str]:
        """What dates are ordered by: the first day, the time of day, the last day, each as it was stated.

        Zones do not count: a chart draws the day and the time that were stated, and a time without a zone has no other.

        >>> EdtfDate("2026-02-11T23:00-05:00") < EdtfDate("2026-02-12T01:00Z")
        True
        >>> sorted([EdtfDate("2025-02"), EdtfDate("2025-02-01"), EdtfDate("../2019")])[0].text
        '../2019'
        """
        first, last = self.first_day, self.last_day
        point = self.points[0]
        return (
            -_INFINITY if first is None else first,
            point.minute_of_day if point else 0,
            _INFINITY if last is None else last,
            self.text,
        )

    @property
    def before(self) -> EdtfDate | None:
        """The day, month or year just before it, as exact as it is; None where its begin is open. A time is itself.

        >>> str(EdtfDate("1914").before), str(EdtfDate("2011-05").before), str(EdtfDate("199X").before)
        ('1913', '2011-04', '1989')
        """
        return None if self.first_day is None else self._beside(self.first_day - 1)

    @property
    def after(self) -> EdtfDate | None:
        """The day, month or year just after it, as exact as it is; None where its end is open. A time is itself.

        >>> str(EdtfDate("1914").after), str(EdtfDate("2025-12-31").after), str(EdtfDate("2025-22").after)
        ('1915', '2026-01-01', '2025-09')
        """
        return None if self.last_day is None else self._beside(self.last_day + 1)

    def _beside(self, day: int) -> EdtfDate:
        if self.precision > Precision.DAY:
            return self
        text, year = _day_text(day), edtf.year_text(civil_from_days(day)[0])
        texts = [year, text[: len(year) + len("-01")], text]
        exact = (self.precision > Precision.YEAR) + (self.precision > Precision.MONTH)
        touching = (date for date in map(EdtfDate, texts[exact:]) if day in (date.first_day, date.last_day))
        return EdtfDate(f"{next(touching)}{self.qualifier}")

    def overlaps(self, other: EdtfDate) -> bool:
        """Whether the two can mean the same day.

        >>> EdtfDate("2025-02").overlaps(EdtfDate("2025-02-12")), EdtfDate("2025").overlaps(EdtfDate("2026"))
        (True, False)
        """
        return self._bound(0) <= other._bound(1) and other._bound(0) <= self._bound(1)

    def within(self, other: EdtfDate) -> bool:
        """Whether each day that it can mean is one that the other can mean.

        >>> EdtfDate("2025-02-12").within(EdtfDate("2025-02")), EdtfDate("2025").within(EdtfDate("2025-02"))
        (True, False)
        """
        return other._bound(0) <= self._bound(0) and self._bound(1) <= other._bound(1)

    def begins_after(self, other: EdtfDate, days: int = 0) -> bool:
        """Whether its earliest day comes more than some days after the latest of another; never where either is open.

        >>> february = EdtfDate("2026-02-11")
        >>> EdtfDate("2026-03").begins_after(february), EdtfDate("2026").begins_after(february)
        (True, False)
        """
        first, last = self.first_day, other.last_day
        return first is not None and last is not None and first > last + days

    def _bound(self, side: int) -> float:
        day = self.last_day if side else self.first_day
        return day if day is not None else _INFINITY if side else -_INFINITY

"""Dates for formats that know only a begin and an end, each a year, a month, a day or a time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.model.date import EdtfDate, Precision
from timeline.model.gregorian import civil_from_days

__all__ = ["Civil", "Span", "civil", "span_of"]

_PLAIN = (Precision.YEAR, Precision.MONTH, *(each for each in Precision if each >= Precision.DAY))


@dataclass(frozen=True, slots=True)
class Span:
    """A date as a begin and an end.

    Attributes:
        begin: A year, month, day or time, without qualifiers.
        end: The same, the last one that is meant; None if the date is no stretch, or nobody knows its end.
        exact: Whether the two say all that the date says.
    """

    begin: EdtfDate
    end: EdtfDate | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Civil:
    """The parts of a date; None for those that it does not state. The year 0 is 1 BCE. The time is as written."""

    year: int
    month: int | None = None
    day: int | None = None
    time: str | None = None


def span_of(date: EdtfDate) -> Span | None:
    """A date as a begin and an end, as exactly as they can say it; None if nothing bounds it.

    >>> span_of(EdtfDate("2025-02/2025-03-01"))
    Span(begin=EdtfDate(text='2025-02'), end=EdtfDate(text='2025-03-01'), exact=True)
    >>> span_of(EdtfDate("2025-21~"))
    Span(begin=EdtfDate(text='2025-03-01'), end=EdtfDate(text='2025-05-31'), exact=False)
    >>> span_of(EdtfDate("2022-02-24/.."))
    Span(begin=EdtfDate(text='2022-02-24'), end=None, exact=False)
    """
    if not date.is_interval:
        return _span_of_point(date)
    begin, end = date.start, date.end
    if begin is None or end is None:
        known = _span_of_point(begin or end or date)
        return known and Span(known.begin, known.end, False)
    first, last = _plain(begin) or begin.earliest, _plain(end) or end.latest
    return Span(first, last, (first, last) == (begin, end)) if first and last else None


def _span_of_point(date: EdtfDate) -> Span | None:
    plain = _plain(date)
    if plain:
        return Span(plain, None, plain == date)
    first, last = date.earliest, date.latest
    return Span(first, last, False) if first and last else None


def _plain(date: EdtfDate) -> EdtfDate | None:
    if date.is_choice or date.precision not in _PLAIN or date.first_day is None or "X" in date.text:
        return None
    return EdtfDate(re.sub("[?~%]", "", date.text))


def civil(date: EdtfDate) -> Civil:
    """The parts of a plain date.

    >>> civil(EdtfDate("-0043-03")), civil(EdtfDate("2025-02-12T15:00Z"))
    (Civil(year=-43, month=3, day=None, time=None), Civil(year=2025, month=2, day=12, time='15:00Z'))
    """
    year, month, day = civil_from_days(date.first_day or 0)
    precision = date.precision
    return Civil(
        year,
        month if precision >= Precision.MONTH else None,
        day if precision >= Precision.DAY else None,
        date.text.partition("T")[2] or None if not date.text.startswith("Y") else None,
    )

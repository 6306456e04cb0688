"""Stretches of the calendar as a unit and a count, so that "three quarters later" is an addition.

A :data:`Stamp` is a unit and the running number of one such unit: ``("month", 24301)`` is February 2025, because
2025 × 12 + 1 = 24301 months. Weeks begin on
Monday, as in ISO 8601; winter is counted to the year in which it begins.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.model.gregorian import LAST_YEAR, civil_from_days, days_from_civil, exists, iso_week

__all__ = [
    "CALENDAR_UNITS",
    "COUNTED_IN",
    "DAYS",
    "DURATION_CODES",
    "PER_YEAR",
    "SEASONS",
    "Stamp",
    "coarser",
    "day_in_month",
    "first_day",
    "in_calendar",
    "in_unit",
    "in_year",
    "last_day",
    "of_day",
    "some_in",
    "stamp_value",
    "workdays_later",
    "year_of",
    "year_stamp",
]

Stamp = tuple[str, int]

DAYS = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "workday": 1.4,
    "weekend": 2,
    "week": 7,
    "fortnight": 14,
    "month": 30.44,
    "season": 91.2,
    "quarter": 91.3,
    "half": 182.6,
    "year": 365.2425,
    "decade": 3652.425,
    "century": 36524.25,
    "millennium": 365242.5,
}
"""How long a unit is, in days, on average."""

CALENDAR_UNITS = frozenset(DAYS) - {"second", "minute", "hour", "workday", "fortnight"}
"""Those that a calendar has one after the other."""

COUNTED_IN = {
    "fortnight": ("week", 2),
    "half": ("month", 6),
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
}
"""Units whose lengths are counted in a smaller one: that one, and how many of it."""

DURATION_CODES = {
    "second": ("T", "S"),
    "minute": ("T", "M"),
    "hour": ("T", "H"),
    "day": ("", "D"),
    "workday": ("", "D"),
    "weekend": ("", "WE"),
    "week": ("", "W"),
    "month": ("", "M"),
    "quarter": ("", "Q"),
    "year": ("", "Y"),
}
"""How TIMEX3 writes a duration in any other unit: before the number, and after it."""

SEASONS = ("SP", "SU", "FA", "WI")
"""How TIMEX3 writes the seasons, in the order of a year."""

PER_YEAR = {"month": 12, "quarter": 4, "season": 4, "half": 2}
"""How many of a unit a year has."""

_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_FIRST_MONTH_OF_SPRING = 2  # counted from 0


def of_day(unit: str, day: int) -> Stamp:
    """The unit in which a day lies.

    >>> stamp_value(of_day("month", 0)), stamp_value(of_day("week", 0)), stamp_value(of_day("season", 0))
    ('1970-01', '1970-W01', '1969-WI')
    """
    if unit == "day":
        return unit, day
    if unit in ("week", "weekend"):
        return unit, (day + 3) // 7
    year, month, _ = civil_from_days(day)
    if unit == "season":
        return unit, (year * 12 + month - 1 - _FIRST_MONTH_OF_SPRING) // 3
    if unit in PER_YEAR:
        return unit, (year * 12 + month - 1) * PER_YEAR[unit] // 12
    return unit, year // _YEARS[unit]


@lru_cache(maxsize=10_000)
def first_day(stamp: Stamp) -> int:
    """The day number of its first day.

    >>> civil_from_days(first_day(("decade", 199)))
    (1990, 1, 1)
    """
    unit, number = stamp
    if unit == "day":
        return number
    if unit in ("week", "weekend"):
        return number * 7 - 3 + (5 if unit == "weekend" else 0)
    if unit in PER_YEAR:
        shift = _FIRST_MONTH_OF_SPRING if unit == "season" else 0
        year, month = divmod(number * 12 // PER_YEAR[unit] + shift, 12)
        return days_from_civil(year, month + 1, 1)
    return days_from_civil(number * _YEARS[unit], 1, 1)


def last_day(stamp: Stamp) -> int:
    """The day number of its last day.

    >>> civil_from_days(last_day(of_day("quarter", 0)))
    (1970, 3, 31)
    """
    unit, number = stamp
    return first_day((unit, number + 1)) - 1 if unit != "weekend" else first_day(stamp) + 1


def coarser(unit: str, other: str) -> bool:
    """Whether a unit is longer than another.

    >>> coarser("year", "month")
    True
    """
    return DAYS[unit] > DAYS[other]


def day_in_month(month: int, day: int) -> Stamp | None:
    """A day of a month, which is counted from the year 0; None if it has none of that number.

    >>> stamp_value(day_in_month(24301, 28)), day_in_month(24301, 29)
    ('2025-02-28', None)
    """
    year, index = divmod(month, 12)
    return ("day", days_from_civil(year, index + 1, day)) if exists(year, index + 1, day) else None


def in_unit(unit: str, stamp: Stamp) -> Stamp | None:
    """The one unit in which a stretch lies, None if it reaches over several.

    >>> stamp_value(in_unit("year", ("month", 24301))), in_unit("month", ("year", 2025))
    ('2025', None)
    """
    outer = of_day(unit, first_day(stamp))
    return outer if outer == of_day(unit, last_day(stamp)) else None


def workdays_later(start: Stamp, count: int) -> Stamp | None:
    """The day so many days from Monday to Friday after a day, or before it (below 0); None after what is no day.

    What is closed on a holiday is another thing in each place: they count.

    >>> [workdays_later(("day", day), count) for day, count in ((0, 2), (2, 1), (4, -2))]  # day 0 was a Thursday
    [('day', 4), ('day', 4), ('day', 0)]
    >>> workdays_later(("month", 24301), 2)
    """
    if start[0] != "day":
        return None
    week, weekday = divmod(start[1] + 3, 7)
    nearest = min(weekday, 4 if count > 0 else 5)  # a weekend goes with the Friday before what is ahead
    week, weekday = divmod(week * 5 + nearest + count, 5)
    return "day", week * 7 + weekday - 3


def some_in(unit: str, stamp: Stamp) -> str:
    """The value of one unit in a longer stretch of the past, of which nobody says which.

    A month is told of, a year or decade is often only named.

    >>> some_in("day", ("month", 24301)), some_in("day", ("year", 2025))
    ('2025-02-XX', 'PAST_REF')
    """
    return f"{stamp_value(stamp)}-XX" if (unit, stamp[0]) == ("day", "month") else "PAST_REF"


def in_calendar(stamp: Stamp) -> bool:
    """Whether a stretch lies in the years that dates can have.

    >>> in_calendar(("year", 9999)), in_calendar(("year", 10000))
    (True, False)
    """
    return -LAST_YEAR <= (year_of(stamp) or 0) <= LAST_YEAR


@lru_cache(maxsize=10_000)
def year_of(stamp: Stamp) -> int | None:
    """The year in which a stretch begins, None for what is longer than a year.

    >>> year_of(("month", 24301))
    2025
    """
    return None if DAYS[stamp[0]] > 366 else of_day("year", first_day(stamp))[1]


def year_stamp(year: int, unit: str = "year", index: int = 0) -> Stamp:
    """A part of a year by its index from 0; spring is the first season.

    >>> stamp_value(year_stamp(2025, "season", 1)), stamp_value(year_stamp(2025, "month", 1))
    ('2025-SU', '2025-02')
    """
    return (unit, year * PER_YEAR[unit] + index) if unit in PER_YEAR else (unit, year)


def in_year(stamp: Stamp, year: int) -> Stamp | None:
    """The same part of another year, None if there is none: weeks, and February 29.

    >>> stamp_value(in_year(("month", 24301), 1999)), in_year(("week", 0), 1999)
    ('1999-02', None)
    """
    unit, number = stamp
    if unit == "day":
        _, month, day = civil_from_days(number)
        return ("day", days_from_civil(year, month, day)) if exists(year, month, day) else None
    if unit in PER_YEAR:
        return unit, year * PER_YEAR[unit] + number % PER_YEAR[unit]
    return (unit, year) if unit == "year" else None


def _year_value(year: int) -> str:
    """
    >>> _year_value(2025), _year_value(-43)
    ('2025', 'BC0044')
    """
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


@lru_cache(maxsize=10_000)
def stamp_value(stamp: Stamp) -> str:
    """How TIMEX3 writes it.

    >>> [stamp_value(of_day(unit, 0)) for unit in ("day", "weekend", "quarter", "half", "year", "decade", "century")]
    ['1970-01-01', '1970-W01-WE', '1970-Q1', '1970-H1', '1970', '197', '19']
    """
    unit, number = stamp
    if unit == "day":
        year, month, day = civil_from_days(number)
        return f"{_year_value(year)}-{month:02d}-{day:02d}"
    if unit in ("week", "weekend"):
        year, week = iso_week(number * 7)
        return f"{_year_value(year)}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit in PER_YEAR:
        year, index = divmod(number, PER_YEAR[unit])
        return f"{_year_value(year)}-{_part_value(unit, index)}"
    if unit == "year":
        return _year_value(number)
    return _span_value(unit, number)


def _part_value(unit: str, index: int) -> str:
    if unit == "season":
        return SEASONS[index]
    return f"{index + 1:02d}" if unit == "month" else f"{unit[0].upper()}{index + 1}"


def _span_value(unit: str, number: int) -> str:
    """A decade, century or millennium: a year with its last digits left off."""
    width = {"decade": 3, "century": 2, "millennium": 1}[unit]
    return f"{number:0{width}d}" if number >= 0 else f"BC{-number - 1:0{width}d}"

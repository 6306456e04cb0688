"""The grammar of the Extended Date/Time Format (EDTF, ISO 8601-2:2019): one text to its points in time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import lru_cache
from itertools import product

from timeline.model.errors import DateError
from timeline.model.gregorian import LAST_YEAR, civil_from_days, days_from_civil, days_in_month, exists

__all__ = ["HINT", "SUBYEARS", "Point", "Precision", "Shape", "parse", "year_text"]

_LONGEST = 200
_SHEET_EPOCH = -25_569  # days: spreadsheets count from 1899-12-30
_SHEET_DAYS = range(18_264, 73_051)  # 1950 to 2099
_MOST_LISTED = 10
_FARTHEST_YEAR = 10**15 - 1  # what a year of fifteen digits can say
_FARTHEST_BEHIND, _FARTHEST_AHEAD = -12 * 60, 14 * 60  # minutes from UTC, of the zones of the world
HINT = "write YYYY, YYYY-MM, YYYY-MM-DD or an interval such as 2024-03/2025-01"


class Precision(IntEnum):
    """How exactly a date was stated, coarse to fine, so that ``<`` means "coarser than".

    >>> Precision.YEAR < Precision.DAY
    True
    """

    UNKNOWN = 0
    MILLENNIUM = 1
    CENTURY = 2
    DECADE = 3
    YEAR = 4
    HALF = 5
    QUADRIMESTER = 6
    QUARTER = 7
    SEASON = 8
    MONTH = 9
    DAY = 10
    HOUR = 11
    MINUTE = 12
    SECOND = 13


class Shape(Enum):
    """The three forms of a date."""

    POINT = "point"
    INTERVAL = "interval"
    CHOICE = "choice"


# The number where EDTF puts a month -> precision, first month, number of months; the winter ends in the next year.
SUBYEARS: dict[int, tuple[Precision, int, int]] = {
    **{number: (Precision.SEASON, 3 * (number - 21) + 3, 3) for number in range(21, 25)},
    **{number: (Precision.SEASON, 3 * (number - 25) + 3, 3) for number in range(25, 29)},
    **{number: (Precision.SEASON, (3 * (number - 29) + 8) % 12 + 1, 3) for number in range(29, 33)},
    **{number: (Precision.QUARTER, 3 * (number - 33) + 1, 3) for number in range(33, 37)},
    **{number: (Precision.QUADRIMESTER, 4 * (number - 37) + 1, 4) for number in range(37, 40)},
    **{number: (Precision.HALF, 6 * (number - 40) + 1, 6) for number in range(40, 42)},
}

_YEAR_PRECISIONS = (
    Precision.YEAR,
    Precision.DECADE,
    Precision.CENTURY,
    Precision.MILLENNIUM,
    Precision.UNKNOWN,
)

_POINT = re.compile(
    r"""(?P<q1>[?~%]?) (?P<year> -?[0-9X]{4} | Y-?[1-9][0-9]{4,14} | Y-?[1-9][0-9]{0,5}E[0-9]{1,2} ) (?P<q2>[?~%]?)
    (?: - (?P<q3>[?~%]?) (?P<month>[0-9X]{2}) (?P<q4>[?~%]?)
      (?: - (?P<q5>[?~%]?) (?P<day>[0-9X]{2}) (?P<q6>[?~%]?)
        (?: T (?P<hour>[0-9]{2}) (?: : (?P<minute>[0-9]{2}) (?: : (?P<second>[0-9]{2}) )? )?
          (?P<zone> Z | [+-][0-9]{2}(?::?[0-9]{2})? )? )? )? )?""",
    re.VERBOSE | re.ASCII,
)

_BARE_YEAR = re.compile(r"[1-9]\d{0,2}|[1-9]\d{4}|-(?:[1-9]\d{0,2}|[1-9]\d{4,14})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Point:
    """One undivided date: what it says and the days it can mean.

    Args:
        text: The date as it is written.
        precision: How exactly it was stated.
        first_day: The number of the earliest day (days since 1970-01-01), None if nothing bounds it.
        last_day: The number of the latest day.
        minute_of_day: Minutes since midnight of the time that is stated, else 0; only for ordering.
        qualifiers: The marks ``?``, ``~`` and ``%`` that it carries.
    """

    text: str
    precision: Precision
    first_day: int | None
    last_day: int | None
    minute_of_day: int
    qualifiers: str


def year_text(year: int) -> str:
    """A year as EDTF writes it.

    >>> year_text(2025), year_text(-43), year_text(-66_000_000)
    ('2025', '-0043', 'Y-66000000')
    """
    return f"{'-' if year < 0 else ''}{abs(year):04d}" if abs(year) <= LAST_YEAR else f"Y{year}"


def parse(text: str) -> tuple[Shape, tuple[Point | None, ...]]:
    """The form of a date and its points: the two ends of an interval (None for an open one), or all of a choice.

    Raises:
        DateError: The text is no EDTF date, or the day does not exist.

    >>> shape, (begin, end) = parse("2022-02-24/..")
    >>> shape.value, begin.text, end
    ('interval', '2022-02-24', None)
    """
    if len(text) > _LONGEST:
        raise DateError(f"a date has at most {_LONGEST} characters, this has {len(text)}", hint=HINT)
    if text.startswith("[") and text.endswith("]"):
        return Shape.CHOICE, tuple(_point(part.strip()) for part in _listed(text))
    if text.startswith("{") and text.endswith("}"):
        hint = "write an event for each of them, or an interval from the first to the last"
        raise DateError(f"'{text}' is several dates", hint=hint)
    if "/" in text:
        return Shape.INTERVAL, _interval(text)
    return Shape.POINT, (_point(text),)


def _listed(text: str) -> list[str]:
    """The dates of a choice, none of which is a range: of a year in one there would be days that are no choice."""
    parts = text[1:-1].split(",")
    ranges = [part for part in parts if ".." in part]
    if ranges:
        raise DateError(f"the range '{ranges[0].strip()}' cannot stand in a choice", hint=_instead_of_range(parts))
    return parts


def _instead_of_range(parts: list[str]) -> str:
    first, _, last = parts[0].strip().partition("..")
    if len(parts) > 1:
        return "list each date that it can be"
    if re.fullmatch("[0-9]{4}[0-9]{4}", first + last, re.ASCII) and 0 < int(last) - int(first) < _MOST_LISTED:
        return f'write "[{",".join(map(year_text, range(int(first), int(last) + 1)))}]"'
    return f"write an interval, {first or '..'}/{last or '..'}, or list each date that it can be"


def _interval(text: str) -> tuple[Point | None, ...]:
    ends = text.split("/")
    if len(ends) == 3 and len(ends[0]) < 4:
        raise DateError(f"'{text}' is no date", hint="write the year first, as in 2024-12-31")
    if len(ends) != 2 or all(end in ("", "..") for end in ends):
        raise DateError(f"'{text}' is no interval", hint="write begin/end, and .. for the open one of the two")
    return tuple(None if end in ("", "..") else _point(end) for end in ends)


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match or (match["month"] and match["year"].startswith("Y")):
        raise DateError(f"'{text}' is no date", hint=_year_hint(text) or HINT)
    _check_zone(match["zone"] or "", text)
    low, high, unknown = _years(match["year"], text)
    month, day = match["month"], match["day"]
    precision = _YEAR_PRECISIONS[unknown] if month is None else _precision(month, day, match)
    bounded = unknown < 4
    if bounded or month is not None:
        first, last = _days(low, high, match, text)
    return Point(
        text,
        precision,
        first if bounded else None,
        last if bounded else None,
        _minute_of_day(match, text),
        "".join(match[f"q{number}"] or "" for number in range(1, 7)),
    )


def _year_hint(text: str) -> str:
    """How a year is written that has too few digits, or too many; "" for anything else.

    >>> _year_hint("79"), _year_hint("-44"), _year_hint("-100000")
    ('write 0079 for the year 79', 'write -0043 for 44 BC', 'write Y-99999 for 100000 BC')
    >>> _year_hint("12501")
    'write a year of four digits, or Y12501 for the year 12501'
    >>> _year_hint("45352")
    'write 2024-03-01 if it is the number of a day in a spreadsheet, or Y45352 for the year 45352'
    """
    if not _BARE_YEAR.fullmatch(text):
        return ""
    year = int(text)
    if year > LAST_YEAR:
        if year in _SHEET_DAYS:
            day = "{:04}-{:02}-{:02}".format(*civil_from_days(year + _SHEET_EPOCH))
            return f"write {day} if it is the number of a day in a spreadsheet, or Y{year} for the year {year}"
        return f"write a year of four digits, or Y{year} for the year {year}"
    return f"write {year_text(year)} for the year {year}" if year > 0 else f"write {year_text(year + 1)} for {-year} BC"


def _years(text: str, whole: str) -> tuple[int, int, int]:
    """The lowest and the highest year, and how many of the year's digits are unknown."""
    if text.startswith("Y"):
        digits, _, exponent = text[1:].partition("E")
        year = int(digits) * 10 ** int(exponent or 0)
        if abs(year) > _FARTHEST_YEAR:
            raise DateError(f"the year in '{whole}' is out of range", hint="write one of at most 15 digits")
        return year, year, 0
    known = text.rstrip("X")
    if "X" in known:
        raise DateError(f"'{whole}' leaves a digit open before a known one", hint="write 199X, 19XX or XXXX")
    bounds = (int(text.replace("X", "0")), int(text.replace("X", "9")))
    return min(bounds), max(bounds), len(text) - len(known)


def _precision(month: str, day: str | None, match: re.Match[str]) -> Precision:
    if match["hour"]:
        return Precision.SECOND if match["second"] else Precision.MINUTE if match["minute"] else Precision.HOUR
    if "X" in month:
        return Precision.YEAR
    if day is None and int(month) in SUBYEARS:
        return SUBYEARS[int(month)][0]
    return Precision.MONTH if day is None or "X" in day else Precision.DAY


def _days(low: int, high: int, match: re.Match[str], whole: str) -> tuple[int, int]:
    month, day = match["month"], match["day"]
    if month is None:
        return days_from_civil(low, 1, 1), days_from_civil(high, 12, 31)
    if day is None and "X" not in month and int(month) in SUBYEARS:
        return _subyear_days(low, high, int(month))
    years, months, days = range(low, high + 1), _months(month, whole), _fitting(day or "XX", 31)
    first, last = _first_of(years, months, days), _first_of(years[::-1], months[::-1], days[::-1])
    if first is None or last is None:
        raise _no_day(match, years, months, whole)
    return days_from_civil(*first), days_from_civil(*last)


@lru_cache(1_000)
def _fitting(mask: str, highest: int) -> tuple[int, ...]:
    """The numbers of two digits, from 1 on, that a month or a day with unknown digits can be.

    >>> _fitting("1X", 12), _fitting("X2", 31), _fitting("07", 12)
    ((10, 11, 12), (2, 12, 22), (7,))
    """
    pattern = re.compile(mask.replace("X", "[0-9]"))
    return tuple(number for number in range(1, highest + 1) if pattern.fullmatch(f"{number:02d}"))


def _first_of(years: range, months: tuple[int, ...], days: tuple[int, ...]) -> tuple[int, int, int] | None:
    """The first day that there is, with the years, the months and the days in the order in which they are given."""
    # Of eight years that follow each other one has a leap day, and nothing else is different in any.
    return next((each for each in product(years[:8], months, days) if exists(*each)), None)


def _no_day(match: re.Match[str], years: range, months: tuple[int, ...], whole: str) -> DateError:
    month = f"{match['year']}-{match['month']}"
    longest = next(day for day in range(31, 0, -1) if _first_of(years, months, (day,)))
    length = f"{longest} days" if len(years) == len(months) == 1 else f"at most {longest} days"
    hint = f"write the day that is meant, or {month} if only the month is known"
    return DateError(f"there is no day '{whole}': {month} has {length}", hint=hint)


def _subyear_days(low: int, high: int, number: int) -> tuple[int, int]:
    _, first_month, count = SUBYEARS[number]
    carried, last_month0 = divmod(first_month + count - 2, 12)
    last_year, last_month = high + carried, last_month0 + 1
    return (
        days_from_civil(low, first_month, 1),
        days_from_civil(last_year, last_month, days_in_month(last_year, last_month)),
    )


def _months(month: str, whole: str) -> tuple[int, ...]:
    months = _fitting(month, 12)
    if not months:
        raise DateError(
            f"there is no month {month} in '{whole}'",
            hint="write 01 to 12, 21 to 24 for a season, 33 to 36 for a quarter",
        )
    return months


def _check_zone(zone: str, whole: str) -> None:
    if zone in ("", "Z"):
        return
    hours, minutes = int(zone[1:3]), int(zone[3:].lstrip(":") or 0)
    ahead = (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1)
    if minutes > 59 or not _FARTHEST_BEHIND <= ahead <= _FARTHEST_AHEAD:
        raise DateError(f"there is no zone {zone} in '{whole}'", hint="write Z, or -12:00 to +14:00")


def _minute_of_day(match: re.Match[str], whole: str) -> int:
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        raise DateError(f"there is no such time of day in '{whole}'", hint="write 00:00 to 23:59")
    return hour * 60 + minute

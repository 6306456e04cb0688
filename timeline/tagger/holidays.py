"""The door to ``holidays``: the day on which a named day falls in a year."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import Any

from timeline.model.gregorian import days_from_civil, days_in_month, weekday

__all__ = ["day_of"]

_FIXED = re.compile(r"(\d\d)-(\d\d)")
_NTH = re.compile(r"(\d\d)-(-?\d)x(\d)([+-]\d+)?")
_FROM_EASTER = re.compile(r"easter([+-]\d+)?")


@lru_cache(maxsize=4096)
def day_of(name: str, year: int) -> int | None:
    """The day number of a named day, None where it cannot be known.

    Args:
        name: ``12-25``; ``11-4x3`` for the fourth Thursday (3) of November and ``05--1x0`` for the last Monday of May,
            both with ``+1`` for the day after; ``easter-2``; or ``COUNTRY:name`` as the ``holidays`` library says it.
        year: The year.

    >>> from timeline.model.gregorian import civil_from_days
    >>> [civil_from_days(day_of(name, 2024)) for name in ("12-25", "11-4x3", "05--1x0", "CN:Chinese New Year")]
    [(2024, 12, 25), (2024, 11, 28), (2024, 5, 27), (2024, 2, 10)]
    """
    if not 1 <= year <= 9999:
        return None
    if found := _FIXED.fullmatch(name):
        return days_from_civil(year, int(found[1]), int(found[2]))
    if found := _NTH.fullmatch(name):
        return _nth(year, int(found[1]), int(found[2]), int(found[3])) + int(found[4] or 0)
    if found := _FROM_EASTER.fullmatch(name):
        return _easter(year) + int(found[1] or 0)
    return _listed(name, year)


def _nth(year: int, month: int, nth: int, day: int) -> int:
    if nth > 0:
        first = days_from_civil(year, month, 1)
        return first + (day - weekday(first)) % 7 + 7 * (nth - 1)
    last = days_from_civil(year, month, days_in_month(year, month))
    return last - (weekday(last) - day) % 7


def _easter(year: int) -> int:
    """Easter Sunday of the Gregorian calendar (the algorithm of 1876 in Meeus, Astronomical Algorithms)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap_centuries, century_rest = divmod(century, 4)
    correction = (8 * century + 13) // 25
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    leaps, year_rest = divmod(rest, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - year_rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return days_from_civil(year, month, day + 1)


@lru_cache(maxsize=64)
def _country(code: str) -> Any:
    import holidays

    return holidays.country_holidays(code, language="en_US")


def _listed(name: str, year: int) -> int | None:
    """The first day in a year that the library calls so, None where it knows none."""
    code, _, wanted = name.partition(":")
    country = _country(code)
    if year not in country.years:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of years for which it knows no movable feasts
            country._populate(year)
    days = sorted(day for day, called in country.items() if day.year == year and _is_called(called, wanted))
    return days_from_civil(year, days[0].month, days[0].day) if days else None


def _is_called(called: str, wanted: str) -> bool:
    """Whether one of the names of a day is the wanted one, perhaps with a note behind it: "… (Spring Festival)"."""
    return any(name == wanted or name.startswith(f"{wanted} (") for name in called.split("; "))

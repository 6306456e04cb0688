"""The door to ``holidays``: the day on which a named day falls in a year."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from threading import Lock

from timeline.model.gregorian import LAST_YEAR, days_from_civil, days_in_month, weekday

__all__ = ["day_of", "in_region"]

_KEPT = ("public", "optional", "school")  # not the eves, which bear the name of the feast
_FIXED = re.compile(r"(\d\d)-(\d\d)")
_NTH = re.compile(r"(\d\d)-(-?\d)x(\d)([+-]\d+)?")
_LAST_JULIAN = 1582  # Easter of which was before the reform
_FROM_EASTER = re.compile(r"(orthodox-)?easter([+-]\d+)?")

_UNITED_STATES = frozenset({"AS", "GU", "MP", "PR", "US", "VI"})
# The days of the United States that others have under the same name: what it is elsewhere, and where.
_ELSEWHERE = {
    "05-2x6": {"easter-21": "GB IE NG"},  # Mother's Day
    "06-3x6": {"09-1x6": "AU FJ NZ"},  # Father's Day
    "09-1x0": {  # Labour Day
        "09-1x0": "CA",
        "10-4x0": "NZ",
        "05-23": "JM",
        "06-19": "TT",
        "05-01": "BD CY GH HK IN KE LK MT MY NG PH PK SG TZ UG ZA ZM",
    },
    "11-1x0+1": {},  # Election Day
    "11-4x3": {"10-2x0": "CA"},  # Thanksgiving
}
_LISTENING = Lock()  # what warnings are heard is the same for all threads
_EVERYWHERE_ANOTHER = frozenset({"09-1x0", "11-1x0+1"})


def in_region(name: str, region: str) -> str | None:
    """The day that is meant by the name of one of the United States where a text comes from elsewhere.

    Args:
        name: The day, as for `day_of`.
        region: Where the text comes from (ISO 3166), "" if that is not known: then it is as in the United States.

    Returns:
        The day, None if the name is that of another day in each country, and which it is there is not known.

    >>> [in_region("11-4x3", region) for region in ("", "US", "CA")], in_region("09-1x0", "AU")
    (['11-4x3', '11-4x3', '10-2x0'], None)
    """
    if not region or region in _UNITED_STATES or name not in _ELSEWHERE:
        return name
    there = (day for day, regions in _ELSEWHERE[name].items() if region in regions.split())
    return next(there, None if name in _EVERYWHERE_ANOTHER else name)


@lru_cache(maxsize=4096)
def day_of(name: str, year: int) -> int | None:
    """The day number of a named day, None where it cannot be known.

    Args:
        name: ``12-25``; ``11-4x3`` for the fourth Thursday (3) of November and ``05--1x0`` for the last Monday of May,
            both with ``+1`` for the day after; ``easter-2`` and ``orthodox-easter``; or ``COUNTRY:name`` as the
            ``holidays`` library says it.
        year: The year; in those of the Julian calendar no day that counts from Easter is known.

    >>> from timeline.model.gregorian import civil_from_days
    >>> [civil_from_days(day_of(name, 2024)) for name in ("12-25", "11-4x3", "05--1x0", "CN:Chinese New Year")]
    [(2024, 12, 25), (2024, 11, 28), (2024, 5, 27), (2024, 2, 10)]
    """
    if not 1 <= year <= LAST_YEAR:
        return None
    if found := _FIXED.fullmatch(name):
        return days_from_civil(year, int(found[1]), int(found[2]))
    if found := _NTH.fullmatch(name):
        return _nth(year, int(found[1]), int(found[2]), int(found[3])) + int(found[4] or 0)
    if found := _FROM_EASTER.fullmatch(name):
        if year <= _LAST_JULIAN:
            return None
        easter = _orthodox_easter if found[1] else _easter
        return easter(year) + int(found[2] or 0)
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


def _orthodox_easter(year: int) -> int:
    """Easter Sunday of the Julian calendar, as a day of the Gregorian one (Meeus, Astronomical Algorithms)."""
    moon = (19 * (year % 19) + 15) % 30
    to_sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + to_sunday + 114, 31)
    return days_from_civil(year, month, day + 1) + year // 100 - year // 400 - 2


def _listed(name: str, year: int) -> int | None:
    """The day of a year on which what the library calls so begins, None where it knows none."""
    code, _, wanted = name.partition(":")
    days = {day for day, called in _days_of(code, year) if _is_called(called, wanted)}
    new_year = days_from_civil(year, 1, 1)
    begins = sorted(day for day in days if day - 1 not in days)
    # What lasts over the turn of a year began in the year before.
    return next((day for day in begins if day != new_year), begins[0] if begins else None)


@lru_cache(maxsize=4096)
def _days_of(code: str, year: int) -> tuple[tuple[int, str], ...]:
    """The days that a country keeps in a year, and how the library calls them; none where it cannot reckon the year."""
    import holidays

    kept = [kind for kind in getattr(holidays, code).supported_categories if kind in _KEPT]
    try:
        with _LISTENING, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of years for which it knows no movable feasts
            days = holidays.country_holidays(code, language="en_US", categories=kept, years=year)
    except (LookupError, ValueError, ArithmeticError):
        return ()
    return tuple(
        (days_from_civil(day.year, day.month, day.day), called) for day, called in days.items() if day.year == year
    )


def _is_called(called: str, wanted: str) -> bool:
    """Whether one of the names of a day is the wanted one, perhaps with a note behind it: "… (Spring Festival)"."""
    return any(name == wanted or name.startswith(f"{wanted} (") for name in called.split("; "))

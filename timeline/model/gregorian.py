"""The proleptic Gregorian calendar in whole numbers, for any year, before or after the common era.

A *day number* counts days from 1970-01-01, which is 0. Years are astronomical, as in ISO 8601: the
year 0 is 1 BCE. Nothing here knows hours or zones. The algorithms are Howard Hinnant's
("chrono-compatible low-level date algorithms", 2013).
"""

from __future__ import annotations

__all__ = [
    "LAST_YEAR",
    "add_months",
    "civil_from_days",
    "days_from_civil",
    "days_from_week",
    "days_in_month",
    "exists",
    "iso_week",
    "weekday",
]

LAST_YEAR = 9999
"""The last year of four digits, which is the last that all formats can say."""

_MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_from_civil(year: int, month: int, day: int) -> int:
    """The day number of a calendar day.

    >>> days_from_civil(1970, 1, 1), days_from_civil(2000, 3, 1), days_from_civil(-43, 3, 15)
    (0, 11017, -735160)
    """
    if month <= 2:
        year -= 1
        month += 12
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month - 3) + 2) // 5 + day - 1
    return era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719468


def civil_from_days(number: int) -> tuple[int, int, int]:
    """The calendar day of a day number.

    >>> civil_from_days(11017)
    (2000, 3, 1)
    """
    era, day_of_era = divmod(number + 719468, 146097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return era * 400 + year_of_era + (month <= 2), month, day


def _is_leap(year: int) -> bool:
    """Whether a year has 366 days.

    >>> _is_leap(2000), _is_leap(1900), _is_leap(0)
    (True, False, True)
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month.

    >>> days_in_month(2024, 2)
    29
    """
    return 29 if month == 2 and _is_leap(year) else _MONTH_LENGTHS[month]


def exists(year: int, month: int, day: int) -> bool:
    """Whether there is a month and a day of such numbers.

    >>> exists(2024, 2, 29), exists(2025, 2, 29), exists(2025, 13, 1)
    (True, False, False)
    """
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def weekday(number: int) -> int:
    """The day of the week of a day number, 0 for Monday to 6 for Sunday.

    >>> weekday(0)  # 1 January 1970 was a Thursday
    3
    """
    return (number + 3) % 7


def iso_week(number: int) -> tuple[int, int]:
    """The ISO 8601 year and week of a day number.

    >>> iso_week(days_from_civil(2021, 1, 3)), iso_week(days_from_civil(2021, 1, 4))
    ((2020, 53), (2021, 1))
    """
    thursday = number - weekday(number) + 3
    year = civil_from_days(thursday)[0]
    return year, (thursday - days_from_civil(year, 1, 1)) // 7 + 1


def days_from_week(year: int, week: int) -> int:
    """The day number of the Monday of an ISO 8601 week.

    >>> civil_from_days(days_from_week(2024, 18))
    (2024, 4, 29)
    """
    fourth = days_from_civil(year, 1, 4)
    return fourth - weekday(fourth) + 7 * (week - 1)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month that lies ``count`` months later, or earlier if it is negative.

    >>> add_months(2026, 2, -3)
    (2025, 11)
    """
    years, month0 = divmod(month - 1 + count, 12)
    return year + years, month0 + 1

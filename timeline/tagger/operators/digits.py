"""Dates in digits: "2025-03-04", "25/12/2024", "05/2024"."""

from __future__ import annotations

from timeline.model.gregorian import days_from_civil, exists
from timeline.tagger.context import Context
from timeline.tagger.numbers import full_year
from timeline.tagger.operators.absolute import date
from timeline.tagger.reading import Reading, dated
from timeline.tagger.units import year_stamp

__all__ = ["dotted", "iso", "numeric", "numeric_month", "once"]

_NEAR, _YEAR = 60, 366  # days


def iso(context: Context, *, text: str, **_: object) -> Reading | None:
    """A day or month that begins with the year; a day of the week beside it says nothing new.

    >>> iso(Context(0), text="2025-03-04").value, iso(Context(0), text="2025-02-30"), iso(Context(0), text="2025-13")
    ('2025-03-04', None, None)
    """
    parts = [int(part) for part in _digits(text)]
    if not 1 <= parts[1] <= 12 or not 1000 <= parts[0] <= 2999:
        return None
    if len(parts) == 2:
        return dated(year_stamp(parts[0], "month", parts[1] - 1))
    return _day(*parts)


def _digits(text: str) -> list[str]:
    return "".join(sign if sign.isdigit() else " " for sign in text).split()


def _day(year: int, month: int, day: int) -> Reading | None:
    return dated(("day", days_from_civil(year, month, day))) if exists(year, month, day) else None


def numeric(context: Context, *, text: str, **_: object) -> Reading | None:
    """A day in digits, whose first two numbers are day and month in the order of the place; both if nobody knows.

    >>> numeric(Context(0), text="03/04/2025").alternatives, numeric(Context(0), text="25.12.2024").value
    (('2025-04-03',), '2024-12-25')
    """
    first, second, *rest = [int(part) for part in _digits(text)]
    if rest:
        number = full_year(rest[0])
        month_first, day_first = _day(number, first, second), _day(number, second, first)
    else:
        month_first, day_first = _day_of_month(context, first, second), _day_of_month(context, second, first)
    if context.day_first is not None or "." in text:
        orders = [day_first, month_first] if context.day_first or "." in text else [month_first, day_first]
        reading = next((reading for reading in orders if reading), None)
        context.note(f"the {'day' if reading is day_first else 'month'} comes first")
        return reading
    if month_first and day_first and month_first != day_first:
        context.note("the text does not tell whether the day or the month comes first: both are kept")
        return month_first.but(alternatives=(day_first.value,))
    return month_first or day_first


def _day_of_month(context: Context, month: int, day: int) -> Reading | None:
    """A day whose year nobody says."""
    return date(context, day=day, month=month) if 1 <= month <= 12 else None


def dotted(context: Context, *, text: str, weekday: int | None = None, **_: object) -> Reading | None:
    """A day and its month in digits, whose year is not said: "on 3.10." and "Friday, 3.10.".

    >>> dotted(Context(20495), text="3.4").value, dotted(Context(20495), text="31.4")  # on 11 February 2026
    ('2026-04-03', None)
    """
    day, month = map(int, _digits(text))
    return date(context, day=day, month=month, weekday=weekday)


def numeric_month(context: Context, *, month: str) -> Reading | None:
    """A month and a year in digits: "05/2024".

    >>> numeric_month(Context(0), month="05/2024").value
    '2024-05'
    """
    number, year = (int(part) for part in _digits(month))
    return dated(year_stamp(year, "month", number - 1))


def once(context: Context, *, once: str, named: Reading | None = None, told: bool = False) -> Reading | None:
    """The day of what happened once, which bears its date or a name; near that date in another year it is that of it.

    So it is if the sentence looks ahead or tells of another year, but not one that is yet to come if it looks back.
    With ``told`` it is that day only where the sentence looks back: what is celebrated is told of in the present.

    >>> [once(Context(days_from_civil(year, 2, 1)), once="2001-09-11").value for year in (1999, 2011)]
    ['1998-09-11', '2001-09-11']
    >>> [once(Context(days_from_civil(2011, 8, 1), tense=tense), once="2001-09-11").value for tense in (-1, 1)]
    ['2001-09-11', '2011-09-11']
    """
    year, month, day = _digits(once)
    happened = days_from_civil(int(year), int(month), int(day))
    reading = date(context, month=int(month), day=int(day), year=named)
    if named is not None or reading is None or reading.stamp is None or context.published < happened:
        return reading
    ahead, direction = reading.stamp[1] - context.published, context.direction()
    is_meant = not _NEAR < abs(ahead) <= _YEAR or direction > 0 or (told and not direction)
    return reading if is_meant and not (ahead > 0 and direction < 0) else dated(("day", happened))

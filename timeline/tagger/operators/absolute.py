"""Dates that say which they are: a year, a month, a day, a quarter, a decade, a century, an era."""

from __future__ import annotations

from timeline.model.gregorian import days_from_civil, days_from_week, exists
from timeline.model.gregorian import weekday as weekday_of
from timeline.model.timex import Mod
from timeline.tagger.context import Context
from timeline.tagger.numbers import closing_year, full_year
from timeline.tagger.operators.yearly import beside_this_year, in_some_year
from timeline.tagger.reading import Reading, dated
from timeline.tagger.units import (
    PER_YEAR,
    SEASONS,
    Stamp,
    first_day,
    in_year,
    stamp_value,
    year_stamp,
)

__all__ = [
    "date",
    "holiday",
    "in_that_year",
    "part_of_year",
    "quarter_of_months",
    "week_of_year",
    "year",
]

_GENERATION = 25  # years
_SLIP = 7  # days
_OF_GAMES = ("quarter", "half")


def year(
    context: Context,
    *,
    year: int | None = None,
    years: str = "",
    near: bool = False,
    after: int | None = None,
    **_: object,
) -> Reading | None:
    """A year, or its last two digits: those that would lie more than a few years ahead are of the last century.

    Of two ``years`` that follow each other it is the last, after which a financial year is named. A year that must be
    ``near`` lies within a generation of the publication. Those ``after`` another year, as in "1966 - 76", are of its
    century.

    >>> from timeline.model.gregorian import days_from_civil
    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> year(context, year=1998).value, year(context, year=94).value, year(context, year=12).value
    ('1998', '1994', '2012')
    """
    number = closing_year(years) if years else full_year(year or 0)
    if after is not None:
        number = after - after % 100 + number % 100
        if number <= after:
            return None
    if (years and number != int(years[:4]) + 1) or (near and abs(number - context.now("year")[1]) > _GENERATION):
        return None
    return dated(("year", number))


def date(
    context: Context,
    *,
    month: int,
    day: int | None = None,
    year: Reading | int | None = None,
    weekday: int | None = None,
    shift: int | None = None,
    names: bool = False,
    **_: object,
) -> Reading | None:
    """A month or a day of one, of the year that is named or that fits the sentence best; with ``shift`` the last one
    before the day of publication, the next one after it or that of its year.

    A month that names something is only the nearest where the sentence looks ahead: "they will heed the March vote".
    A month in which something happens as a rule is of no year: "it usually rains in May".

    >>> from timeline.model.gregorian import days_from_civil
    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> date(context, month=12).value, date(context, month=2, day=30), date(context, month=3, day=1).value
    ('2025-12', None, '2026-03-01')
    """

    def stamp_in(number: int) -> Stamp | None:
        if day is None:
            return year_stamp(number, "month", month - 1)
        return ("day", days_from_civil(number, month, day)) if exists(number, month, day) else None

    def fits(stamp: Stamp) -> bool:
        return weekday is None or weekday_of(first_day(stamp)) == weekday or _is_slip(context, stamp)

    if year is not None:
        named = _year_number(year)
        return None if named is None else dated(stamp_in(named))
    if shift is not None:
        return dated(beside_this_year(context, stamp_in, shift), {"year"})
    if day is None and context.habit:
        return Reading(text=f"XXXX-{month:02d}")
    stamp = in_some_year(context, stamp_in, fits, exact=day is not None, names=names)
    if stamp is not None and weekday not in (None, weekday_of(first_day(stamp))):
        context.note(f"{stamp_value(stamp)} is another day of the week: taken for a slip")
    return dated(stamp, {"year"})


def _is_slip(context: Context, stamp: Stamp) -> bool:
    """Whether a day is so near that a day of the week that it is not is rather a slip than that of another year."""
    return abs(first_day(stamp) - context.published) <= _SLIP


def _year_number(year: Reading | int) -> int | None:
    """The year that is named, in full or by its last two digits."""
    if isinstance(year, int):
        return full_year(year)
    return year.stamp[1] if year.stamp and year.stamp[0] == "year" else None


def in_that_year(context: Context, *, year: Reading, of: Reading) -> Reading | None:
    """A month of a year that is counted: "two years ago in June".

    >>> in_that_year(Context(0), year=Reading(stamp=("year", 2024)), of=Reading(stamp=("month", 2025 * 12 + 5))).value
    '2024-06'
    """
    if not (year.stamp and of.stamp) or year.stamp[0] != "year" or of.stamp[0] == "year":
        return None
    return dated(in_year(of.stamp, year.stamp[1]))


def part_of_year(
    context: Context,
    *,
    unit: str,
    index: int = 0,
    month: int | None = None,
    year: Reading | None = None,
    years: str = "",
    shift: int | None = None,
    lone: bool = False,
    within: bool = False,
    **_: object,
) -> Reading | None:
    """A month, quarter, season or half by its place in the year, counted from 1.

    Games have quarters and halves too; a ``lone`` half is one of a year only where business is talked of. A quarter
    ``within`` which something will happen is not the one just over, of which reports tell.

    >>> from timeline.model.gregorian import days_from_civil
    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> part_of_year(context, unit="quarter", index=3).value
    '2025-Q3'
    >>> part_of_year(context, unit="season", index=2, shift=0).value
    '2026-SU'
    """
    index = month or index
    year = Reading(stamp=("year", int(years[:4]))) if years else year
    per_year = PER_YEAR[unit]
    if not 1 <= index <= per_year:
        return None
    if year is not None:
        number = _year_number(year)
        return None if number is None else dated(year_stamp(number, unit, index - 1))
    if shift is not None:
        return _shifted_part(context, unit, index - 1, shift)
    if (unit in _OF_GAMES and context.games) or (lone and not context.business):
        return None
    return _part_of_some_year(context, unit, index - 1, within=within)


def _part_of_some_year(context: Context, unit: str, index: int, *, within: bool) -> Reading | None:
    """The quarter that is near, the season or half that is meant, a season of no year that comes again every year."""
    if unit == "quarter":
        return dated(_near_quarter(context, index, within=within), {"year"})
    if unit == "season" and (context.habit or context.generic):
        return Reading(text=f"XXXX-{SEASONS[index]}")
    return dated(in_some_year(context, lambda number: year_stamp(number, unit, index)), {"year"})


def quarter_of_months(context: Context, *, first: Reading, last: Reading) -> Reading | None:
    """A quarter by its first and last month; None if the months are those of no quarter.

    >>> july, september = (Reading(stamp=year_stamp(1970, "month", index)) for index in (6, 8))
    >>> quarter_of_months(Context(0), first=july, last=september).value
    '1969-Q3'
    """
    months = [one.stamp[1] % 12 for one in (first, last) if one.stamp and one.stamp[0] == "month"]
    if len(months) < 2 or months[0] % 3 or months[1] != months[0] + 2:
        return None
    return part_of_year(context, unit="quarter", index=months[0] // 3 + 1)


def _near_quarter(context: Context, index: int, *, within: bool) -> Stamp:
    """The quarter that is nearest: reports are about the one just over or the one just begun.

    One that has been over for longer is the next to come, if the sentence looks ahead; the next to come is the last
    one that is over, if it looks back.
    """
    if context.year is not None:
        return year_stamp(context.year, "quarter", index)
    now, year = context.now("quarter"), context.now("year")[1]
    stamps = [year_stamp(number, "quarter", index) for number in (year - 1, year, year + 1)]
    nearest = min(stamps, key=lambda stamp: (abs(stamp[1] - now[1] + 0.5), stamp))
    if nearest > now and context.direction() < 0:
        return max(stamp for stamp in stamps if stamp < now)
    if nearest[1] < now[1] - (not within) and context.direction() > 0:
        return next(stamp for stamp in stamps if stamp >= now)
    return nearest


def _shifted_part(context: Context, unit: str, index: int, shift: int) -> Reading:
    """ "Last May" is the last one that is over, "this May" that of this year, "next May" the next to begin.

    Where the last one is of this year, that of last year may be meant all the same; and it is if the last one is the
    month just over, which would be called last month.
    """
    now, in_year = context.now(unit), PER_YEAR[unit]
    # In February this winter is the one that began the year before.
    this = now if now[1] % in_year == index else year_stamp(context.now("year")[1], unit, index)
    context.note(f"this year's is {stamp_value(this)}, the publication date lies in {stamp_value(now)}")
    just_over = unit == "month" and this[1] == now[1] - 1
    given = shift
    if (shift < 0 and this < now and not just_over) or (shift > 0 and this > now):
        shift -= 1 if shift > 0 else -1
    stamp = (unit, this[1] + shift * in_year)
    rival = (unit, this[1] - in_year) if shift == 0 > given and this < now else None
    return Reading(stamp=stamp, implied=frozenset({"year"}), rival=rival)


def week_of_year(context: Context, *, week: int, year: Reading | None = None) -> Reading | None:
    """An ISO 8601 week by its number.

    >>> week_of_year(Context(0), week=18, year=Reading(stamp=("year", 2024))).value
    '2024-W18'
    >>> week_of_year(Context(0), week=51).value, week_of_year(Context(0), week=53, year=Reading(stamp=("year", 2024)))
    ('1969-W51', None)
    """

    def stamp_in(number: int) -> Stamp | None:
        stamp = "week", (days_from_week(number, week) + 3) // 7
        return stamp if stamp_value(stamp) == f"{number:04d}-W{week:02d}" else None

    if not 1 <= week <= 53:
        return None
    if year is None:
        return dated(in_some_year(context, stamp_in), {"year"})
    number = _year_number(year)
    return None if number is None else dated(stamp_in(number))


def holiday(
    context: Context, *, holiday: str, year: Reading | None = None, shift: int | None = None, mod: Mod | None = None
) -> Reading | None:
    """A named day, fixed or movable; with a ``mod`` the time around it.

    >>> from timeline.model.gregorian import days_from_civil
    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> holiday(context, holiday="12-25").value
    '2025-12-25'
    >>> holiday(context, holiday="easter", year=Reading(stamp=("year", 2025))).value
    '2025-04-20'
    >>> holiday(Context(context.published, region="CA"), holiday="11-4x3").value
    '2025-10-13'
    """
    from timeline.tagger.holidays import day_of, in_region

    named_day = in_region(holiday, context.region or "")
    if named_day is None:
        return None
    if named_day != holiday:
        context.note(f"the day of that name in {context.region}")

    def stamp_in(number: int) -> Stamp | None:
        day = day_of(named_day, number)
        return None if day is None else ("day", day)

    if year is not None:
        named = _year_number(year)
        reading = None if named is None else dated(stamp_in(named))
    elif shift is None:
        reading = dated(in_some_year(context, stamp_in, exact=True, is_feast=True), {"year"})
    else:
        reading = dated(beside_this_year(context, stamp_in, shift), {"year"})
    return reading and reading.but(mod=mod)

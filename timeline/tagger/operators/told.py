"""Dates counted from the one that the text has named before: "the following year", "three days later"."""

from __future__ import annotations

from timeline.model.gregorian import weekday as weekday_of
from timeline.tagger.context import Context
from timeline.tagger.operators.absolute import date
from timeline.tagger.operators.relative import ago, same_ago, shift
from timeline.tagger.operators.relative import weekday as nearest_weekday
from timeline.tagger.reading import Amount, Reading, dated
from timeline.tagger.units import (
    CALENDAR_UNITS,
    DAYS,
    PER_YEAR,
    Stamp,
    coarser,
    day_in_month,
    first_day,
    in_unit,
    last_day,
    of_day,
    stamp_value,
    year_of,
    year_stamp,
)

__all__ = [
    "comparable",
    "day_beside",
    "day_of_month",
    "later",
    "nowadays",
    "one_from",
    "shift_told",
    "the_weekday",
    "told_date",
    "told_holiday",
    "told_part",
    "told_weekday",
    "year_before",
]


_WEEK = 7
_HALF_A_YEAR = 183


def shift_told(context: Context, *, unit: str, shift_told: int = 0, shift: int | None = None) -> Reading | None:
    """The same counted from the date that the text has named before: "the following year", "that day".

    >>> from timeline.model.gregorian import days_from_civil
    >>> context = Context(days_from_civil(2026, 2, 11), mentioned=("year", 1995))
    >>> shift_told(context, unit="year", shift=1).value, shift_told(context, unit="day", shift=1).value
    ('1996', 'PAST_REF')
    >>> shift_told(Context(0, age=("decade", 194)), unit="decade", shift=1).value
    '195'
    """
    if unit not in CALENDAR_UNITS:
        return None
    steps = shift_told if shift is None else shift
    age = context.age if coarser(unit, "year") else None
    if age:
        context.note(f"from the date named before: {stamp_value(age)}")
    open_value = "" if age else context.some_told(unit)
    if open_value:
        return Reading(text=open_value)
    stamp = in_unit(unit, age or context.told()) or context.now(unit)
    return dated((unit, stamp[1] + steps))


def told_date(context: Context) -> Reading | None:
    """The date that the text has named before: "after that date".

    >>> told_date(Context(0, mentioned=("year", 2030))).value
    '2030'
    """
    return dated(context.mentioned) if context.mentioned else None


def told_part(
    context: Context, *, unit: str, month: int = 0, index: int = 0, shift_told: int = 0, **_: object
) -> Reading | None:
    """A month or season in the year the text is at, or the next or the last one from there: "the following March".

    "That March" where the text has named no date is the last one.

    >>> context = Context(0, mentioned=("month", 1968 * 12 + 4))
    >>> told_part(context, unit="month", month=3, shift_told=1).value, told_part(context, unit="season", index=2).value
    ('1969-03', '1968-SU')
    """
    told = context.told()
    year = year_of(told)
    if year is None:
        return None
    parts = [year_stamp(year + step, unit, (month or index) - 1) for step in (-2, -1, 0, 1, 2)]
    last, this = parts[1:3]
    if not shift_told and context.mentioned is None and first_day(this) > context.published:
        return dated(last)
    return dated(_beside(told, parts, shift_told) if shift_told else this)


def _beside(told: Stamp, stamps: list[Stamp], step: int) -> Stamp | None:
    """The first of some stretches, in their order, behind the date the text is at, or the last one before it."""
    if step > 0:
        return next((stamp for stamp in stamps if first_day(stamp) > last_day(told)), None)
    return next((stamp for stamp in reversed(stamps) if last_day(stamp) < first_day(told)), None)


def told_holiday(context: Context, *, holiday: str, shift_told: int = 0) -> Reading | None:
    """A named day in the year the text is at, or the next or the last one from there: "the previous Christmas".

    >>> told_holiday(Context(0, mentioned=("month", 1968 * 12 + 4)), holiday="12-25", shift_told=-1).value
    '1967-12-25'
    """
    from timeline.tagger.holidays import day_of

    told = context.told()
    year = year_of(told)
    if year is None:
        return None
    years = (year,) if context.mentioned and not shift_told else (year - 1, year, year + 1)
    days: list[Stamp] = [("day", day) for each in years if (day := day_of(holiday, each)) is not None]
    if len(years) == 1:
        return dated(days[0]) if days else None
    return dated(_beside(told, days, shift_told or -1))


def the_weekday(context: Context, *, weekday: int) -> Reading | None:
    """A day of the week as stories name it, "by the Thursday": in the week from the day the text is at, if that is far.

    >>> the_weekday(Context(1000, mentioned=("day", 0)), weekday=4).value
    '1970-01-02'
    """
    told = context.told()
    is_far = told[0] == "day" and abs(told[1] - context.published) > _WEEK
    return told_weekday(context, weekday=weekday) if is_far else nearest_weekday(context, weekday=weekday)


def told_weekday(context: Context, *, weekday: int, shift_told: int | None = None) -> Reading | None:
    """The day of the week before or after the date the text is at: "the previous Friday"; "that Friday" comes next.

    >>> told_weekday(Context(0, mentioned=("day", 0)), weekday=4, shift_told=-1).value
    '1969-12-26'
    """
    told = context.told()
    day = first_day(told)
    if shift_told is None:
        return dated(("day", day + (weekday - weekday_of(day)) % 7)) if told[0] == "day" else None
    back = (weekday_of(day) - weekday) % 7 or 7
    if shift_told == 0:
        return dated(("day", day - back % 7))
    return dated(("day", day - back if shift_told < 0 else day + 7 - back % 7))


def later(context: Context, *, amount: Amount | Reading, sign: int = 1) -> Reading | None:
    """So many units after the date the text is at; some time where that is not so exact.

    Where their number is open, as in "a few days later", it is the time between. So it is with hours, but for those
    that count from a time by the clock told just before: "They met at noon. Two hours later they left".

    What would be yet to come though the sentence looks back is counted from a date that nobody knows; where the
    sentence tells what is so by now, they are over at the publication.

    >>> context = Context(0, mentioned=("day", 100))
    >>> later(context, amount=Amount(3, "day")).value, later(context, amount=Amount(None, "day")).value
    ('1970-04-14', 'PXD')
    """
    if isinstance(amount, Reading):
        return later(context, amount=amount.amount, sign=sign) if amount.amount else amount
    if amount.count is None or DAYS[amount.unit] < 1:
        is_exact = amount.count is not None and context.clock is not None
        between = Reading("DURATION", text=amount.value, mod=amount.mod, amount=amount)
        return ago(context, amount=amount, sign=sign, of=context.clock) if is_exact else between
    beside = _apposed(context, amount) if sign > 0 else None
    if beside is not None:
        return beside
    if context.some_told(amount.unit):
        return Reading(text="PAST_REF")
    told = context.told()
    is_counted = (context.mentioned is not None or sign < 0) and not coarser(told[0], amount.unit)
    reading = ago(context, amount=amount, sign=sign, of=Reading(stamp=told)) if is_counted else None
    is_to_come = reading and reading.stamp and first_day(reading.stamp) > context.published
    if sign > 0 and (is_to_come or not is_counted) and context.present:
        return _by_now(context, amount)
    return _some_time(context) if reading is None or (is_to_come and context.direction() < 0) else reading


def _apposed(context: Context, amount: Amount) -> Reading | None:
    """The date beside which the expression stands, as exactly as so many units tell it: "last May, two years later,".

    >>> _apposed(Context(0, apposed=("month", 1968 * 12 + 4)), Amount(2, "year")).value
    '1968'
    """
    told = context.apposed
    began = ago(context, amount=amount, of=Reading(stamp=told)) if told and not coarser(told[0], amount.unit) else None
    stamp = in_unit(began.stamp[0], told) if told and began and began.stamp else None
    if told and stamp:
        context.note(f"beside {stamp_value(told)}: the same")
    return dated(stamp)


def nowadays(context: Context) -> Reading | None:
    """The present behind years that are long over, where the sentence tells how things are: "today it is a school".

    Else the day of publication.

    >>> [nowadays(Context(0, age=age)).value for age in (("decade", 189), None)]
    ['PRESENT_REF', '1970-01-01']
    """
    told = context.age or context.mentioned
    is_long_over = (
        told is not None and not coarser("year", told[0]) and last_day(told) < context.published - _HALF_A_YEAR
    )
    if is_long_over and not context.direction():
        context.note("the sentence tells how things are, and others told of years long over")
        return Reading(text="PRESENT_REF")
    return shift(context, unit="day")


def _some_time(context: Context) -> Reading:
    """Some time that is over, or yet to come where the sentence looks ahead without doubt."""
    return Reading(text="FUTURE_REF" if context.direction() > 1 else "PAST_REF")


def _by_now(context: Context, amount: Amount) -> Reading | None:
    """The publication, as exactly as so many units tell it."""
    began = ago(context, amount=amount)
    context.note("the sentence tells what is so by now")
    return dated(context.now(began.stamp[0])) if began and began.stamp else None


def one_from(
    context: Context, *, unit: str, told: bool = False, half: bool = False, sign: int = -1, **_: object
) -> Reading | None:
    """One unit or half of it before the publication, or before the date the text is at; with ``sign`` 1 after it.

    >>> from timeline.model.gregorian import days_from_civil
    >>> one_from(Context(days_from_civil(2026, 2, 11)), unit="month").value
    '2026-01'
    """
    amount = Amount(0.5 if half else 1, unit)
    if told:
        return later(context, amount=amount, sign=sign)
    reading = ago(context, amount=amount)
    return reading and reading.but(amount=amount)


def year_before(context: Context, *, unit: str = "", of: Reading | None = None, **_: object) -> Reading | None:
    """The same unit a year before, of the time that the text is at: "the same month last year".

    >>> from timeline.model.gregorian import days_from_civil
    >>> year_before(Context(days_from_civil(2026, 2, 11)), unit="month").value
    '2025-02'
    """
    of = of or shift_told(context, unit=unit)
    return same_ago(context, amount=Amount(1, "year"), of=of) if of else None


def comparable(context: Context, *, unit: str | None = None, **_: object) -> Reading | None:
    """The same stretch a year before: "the year-earlier quarter", "a year earlier" where the talk is of a quarter or
    a half or, in one sentence, of a month.

    >>> comparable(Context(0, reported=("quarter", 1989 * 4 + 2))).value
    '1988-Q3'
    """
    reading = dated(_compared(context, unit))
    return reading.but(amount=Amount(1, "year")) if reading else None


def _compared(context: Context, unit: str | None) -> Stamp:
    reported = context.reported
    if reported is not None and unit in (None, reported[0]):
        context.note(f"the text compares with {stamp_value(reported)}")
        return reported[0], reported[1] - PER_YEAR[reported[0]]
    month = context.month
    if month is not None and unit in (None, "month"):
        context.note(f"the sentence compares with {stamp_value(month)}")
        return "month", month[1] - PER_YEAR["month"]
    if unit == "quarter":
        return "quarter", context.now("quarter")[1] - 1 - PER_YEAR["quarter"]
    return "year", context.now("year")[1] - 1


def day_of_month(context: Context, *, day: int, weekday: int | None = None, **_: object) -> Reading | None:
    """A day by its number alone: "on the 15th", of the month the text is at or the one that fits the sentence.

    With ``weekday`` it is one that falls on that day of the week: "Thursday the 14th".

    >>> from timeline.model.gregorian import days_from_civil
    >>> context = Context(days_from_civil(2026, 2, 11), mentioned=("month", 2025 * 12 + 4))
    >>> day_of_month(context, day=9).value, day_of_month(Context(context.published), day=9).value
    ('2025-05-09', '2026-02-09')
    """
    told = _told_in_month(context, day)
    if told is not None and _falls_on(told, weekday):
        return dated(told, {"year", "month"})
    months = range(-2, 3) if weekday is None else range(-11, 12)
    days = [stamp for step in months if (stamp := day_in_month(context.now("month")[1] + step, day))]
    direction, published = context.direction(), context.published
    fitting = [stamp for stamp in days if (stamp[1] - published) * direction >= 0 and _falls_on(stamp, weekday)]
    stamp = min(fitting, key=lambda stamp: abs(stamp[1] - published), default=None)
    return dated(stamp, {"year", "month"}) if stamp else None


def day_beside(
    context: Context, *, month: int, day: int, first: int = 0, last: int = 99, year: Reading | None = None, **_: object
) -> Reading | None:
    """One of some days of a month between the ``first`` and the ``last``: "May 9, 10 and 11", "9 to 11 May".

    Its year is that of the first one, if that has just been named. None if they do not follow each other.

    >>> context = Context(0, mentioned=of_day("day", -1))
    >>> day_beside(context, month=12, day=30, last=31).value, day_beside(context, month=12, day=5, first=29)
    ('1969-12-30', None)
    """
    if not first < day < last:
        return None
    told = context.mentioned if first and year is None else None
    if told is not None and told[0] == "day" and of_day("month", told[1])[1] % 12 == month - 1:
        reading = date(context, month=month, day=day, year=year_of(told))
        return reading and reading.but(implied=frozenset({"year"}))
    return date(context, month=month, day=day, year=year)


def _falls_on(stamp: Stamp, weekday: int | None) -> bool:
    return weekday is None or weekday_of(first_day(stamp)) == weekday


def _told_in_month(context: Context, day: int) -> Stamp | None:
    """The day in the month that the text is at, if it comes after what was told and suits the tense."""
    mentioned = context.mentioned
    month = in_unit("month", mentioned) if mentioned else None
    stamp = day_in_month(month[1], day) if month else None
    if not mentioned or not stamp or first_day(stamp) <= first_day(mentioned) - (mentioned[0] == "month"):
        return None
    if (stamp[1] - context.published) * context.direction() < 0:
        return None
    context.note(f"in the month of {stamp_value(mentioned)}, named before")
    return stamp

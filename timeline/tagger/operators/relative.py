"""Dates counted from another: from the publication date, or from the date the text has named before."""

from __future__ import annotations

from timeline.model.gregorian import add_months, civil_from_days, days_from_civil, days_in_month
from timeline.model.gregorian import weekday as weekday_of
from timeline.model.timex import Mod
from timeline.tagger.context import Context
from timeline.tagger.operators.absolute import chosen
from timeline.tagger.reading import Amount, Reading
from timeline.tagger.units import (
    DAYS,
    Stamp,
    coarser,
    first_day,
    in_unit,
    last_day,
    of_day,
    stamp_value,
    year_of,
    year_stamp,
)

__all__ = [
    "about_ago",
    "ago",
    "away",
    "beside",
    "comparable",
    "day_of_month",
    "from_day",
    "later",
    "one_from",
    "same_ago",
    "shift",
    "shift_told",
    "told_part",
    "told_weekday",
    "week_of",
    "weekday",
    "weekday_in",
    "year_before",
]

_MOST_YEARS = 9999
_ROUGH = ("decade", "century", "millennium")
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def _reading(stamp: Stamp, implied: frozenset[str] = frozenset()) -> Reading | None:
    year = year_of(stamp)
    if year is not None and not -_MOST_YEARS <= year <= _MOST_YEARS:
        return None
    return Reading(stamp=stamp, implied=implied)


def shift(
    context: Context, *, unit: str, shift: int = 0, shift_the: int = 0, mod: Mod | None = None, **_: object
) -> Reading | None:
    """The unit of publication, or so many before or after it: "last month", "this year", "tomorrow".

    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> shift(context, unit="month", shift=-1).value, shift(context, unit="day", shift=1).value
    ('2026-01', '2026-02-12')
    """
    if unit not in (
        "day",
        "week",
        "weekend",
        "month",
        "season",
        "quarter",
        "half",
        "year",
        "decade",
        "century",
        "millennium",
    ):
        return None
    now, steps = context.now(unit), shift or shift_the
    context.note(f"{unit} of publication {stamp_value(now)}, {steps:+d}")
    reading = _reading((unit, now[1] + steps))
    return reading.but(mod=mod) if reading else None


def shift_told(context: Context, *, unit: str, shift_told: int = 0, shift: int | None = None) -> Reading | None:
    """The same counted from the date that the text has named before: "the following year", "that day".

    >>> context = Context(days_from_civil(2026, 2, 11), mentioned=("year", 1995))
    >>> shift_told(context, unit="year", shift=1).value
    '1996'
    """
    if DAYS.get(unit, 0) < 1 or unit == "fortnight":
        return None
    steps = shift_told if shift is None else shift
    told = context.told()
    stamp = in_unit(unit, told)
    if stamp is None:
        stamp = context.now(unit)
    return _reading((unit, stamp[1] + steps))


def weekday(context: Context, *, weekday: int, shift: int | None = None, coming: bool = False) -> Reading | None:
    """A day of the week: in news the last one, the day of publication included; ahead if the sentence looks ahead.

    "Last Friday" is before the day of publication, "this coming Friday" after it, "next Friday" in the week after
    it, "this Friday" the nearest that the sentence allows.

    >>> context = Context(days_from_civil(2026, 2, 11))  # a Wednesday
    >>> [weekday(context, weekday=day, shift=move).value[5:] for day, move in ((2, None), (4, -1), (4, 1), (4, 0))]
    ['02-11', '02-06', '02-20', '02-13']
    """
    today = context.published
    back = (weekday_of(today) - weekday) % 7
    if coming:
        return _reading(("day", today + 7 - back))
    if shift is None:
        if context.direction() > 0:
            return _reading(("day", today + (-back) % 7))
        return _reading(("day", today - back))
    if shift < 0:
        return _reading(("day", today - (back or 7)))
    if shift > 0:
        return _reading(("day", today - weekday_of(today) + 7 + weekday))
    looks_back = context.direction() < 0 and weekday <= weekday_of(today)
    return _reading(("day", today - back if looks_back else today + (-back) % 7))


def weekday_in(context: Context, *, weekday: int, of: Reading) -> Reading | None:  # noqa: ARG001
    """A day of a certain week: "Monday last week".

    >>> weekday_in(Context(0), weekday=4, of=Reading(stamp=("week", 0))).value
    '1970-01-02'
    """
    if of.stamp is None or of.stamp[0] != "week":
        return None
    return _reading(("day", first_day(of.stamp) + weekday))


def week_of(context: Context, *, day: Reading) -> Reading | None:  # noqa: ARG001
    """The week in which a day lies: "the week of March 3".

    >>> week_of(Context(0), day=Reading(stamp=("day", 0))).value
    '1970-W01'
    """
    return _reading(of_day("week", first_day(day.stamp))) if day.stamp else None


def day_of_month(context: Context, *, day: int, **_: object) -> Reading | None:
    """A day by its number alone: "on the 15th", of the month the text is at or the one that fits the sentence.

    >>> day_of_month(Context(days_from_civil(2026, 2, 11)), day=9).value
    '2026-02-09'
    """
    year, month = civil_from_days(context.published)[:2]
    months = [add_months(year, month, step) for step in range(-2, 3)]
    days = [("day", days_from_civil(y, m, day)) for y, m in months if 1 <= day <= days_in_month(y, m)]
    stamp = chosen(context, days, exact=True)
    return _reading(stamp, frozenset({"year", "month"})) if stamp else None


def ago(
    context: Context, *, amount: Amount | Reading, sign: int = -1, of: Reading | None = None, told: bool = False
) -> Reading | None:
    """So many units before or after a date: "two weeks ago", "three days later", "a month before Christmas".

    The answer is as exact as the unit: two months ago is a month. A year before a quarter is a quarter.

    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> ago(context, amount=Amount(2, "week"), sign=-1).value, ago(context, amount=Amount(50, "year"), sign=-1).value
    ('2026-W05', '1976')
    """
    if isinstance(amount, Reading):
        return ago(context, amount=amount.amount, sign=sign, of=of, told=told) if amount.amount else None
    if amount.count is None:
        return Reading(text="PAST_REF" if sign < 0 else "FUTURE_REF")
    if of is not None and of.stamp is None:
        return None
    if amount.unit in ("hour", "minute", "second"):
        return _hours(context, amount, sign, of)
    start = of.stamp if of else context.told() if told else context.now("day")
    context.note(f"from {stamp_value(start or ('day', 0))} {sign * amount.count:+g} {amount.unit}")
    stamp = _moved(start or context.now("day"), amount, sign)
    return _counted(context, stamp, amount, sign) if stamp else None


def _counted(context: Context, stamp: Stamp, amount: Amount, sign: int) -> Reading:
    reading = _reading(stamp)
    if reading is None:
        context.note("that is beyond the calendar")
        return Reading(text="PAST_REF" if sign < 0 else "FUTURE_REF")
    return reading.but(mod=amount.mod or ("APPROX" if amount.unit in _ROUGH else None))


def _moved(start: Stamp, amount: Amount, sign: int) -> Stamp | None:
    count, unit = sign * (amount.count or 0), amount.unit
    if unit == "year" and count == int(count):
        whole = start[0] if start[0] in ("quarter", "half", "season") else "year"
        per_year = {"quarter": 4, "half": 2, "season": 4}.get(whole, 1)
        begin = in_unit(whole, start)
        return (whole, begin[1] + int(count) * per_year) if begin else None
    if unit in ("decade", "century", "millennium"):
        return "year", of_day("year", first_day(start))[1] + int(count * DAYS[unit] / DAYS["year"] + 0.5 * sign)
    if unit == "fortnight":
        unit, count = "week", count * 2
    if count != int(count):
        return _fraction(start, count, unit)
    begin = in_unit(unit, start)
    if begin is None:
        return None if coarser(start[0], "month") else (unit, of_day(unit, first_day(start))[1] + int(count))
    return unit, begin[1] + int(count)


def _fraction(start: Stamp, count: float, unit: str) -> Stamp | None:
    """ "A year and a half ago" is a month, "half a week ago" a day."""
    finer = "month" if unit in ("year", "quarter", "season", "half") else "day"
    begin = in_unit(finer, start)
    return (finer, begin[1] + round(count * DAYS[unit] / DAYS[finer])) if begin else None


def _hours(context: Context, amount: Amount, sign: int, of: Reading | None) -> Reading | None:
    """Hours and minutes count only from a time of day that somebody stated."""
    clock = of.time if of else context.clock
    if len(clock) < 6 or not clock[1:3].isdigit():
        return Reading(type="TIME", text="PAST_REF" if sign < 0 else "FUTURE_REF")
    seconds = {"hour": 3600, "minute": 60, "second": 1}[amount.unit] * (amount.count or 0)
    day = first_day(of.stamp) if of and of.stamp else context.published
    time = day * 86400 + int(clock[1:3]) * 3600 + int(clock[4:6]) * 60 + sign * int(seconds)
    day, rest = divmod(time, 86400)
    return Reading("TIME", ("day", day), time=f"T{rest // 3600:02d}:{rest % 3600 // 60:02d}", mod=amount.mod)


def year_before(context: Context, *, unit: str, **_: object) -> Reading | None:
    """The same unit a year before, of the time that the text is at: "the same month last year".

    >>> year_before(Context(days_from_civil(2026, 2, 11)), unit="month").value
    '2025-02'
    """
    of = shift_told(context, unit=unit)
    return same_ago(context, amount=Amount(1, "year"), of=of) if of else None


def told_part(context: Context, *, unit: str, month: int = 0, index: int = 0, shift_told: int = 0) -> Reading | None:
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
    parts = [year_stamp(year + step, unit, (month or index) - 1) for step in (-1, 0, 1, 2)]
    if not shift_told and context.mentioned is None and first_day(parts[1]) > context.published:
        return _reading(parts[0])
    later = [part for part in parts if first_day(part) > last_day(told)]
    earlier = [part for part in parts if last_day(part) < first_day(told)]
    return _reading(later[0] if shift_told > 0 else earlier[-1] if shift_told < 0 else parts[1])


def _named_day(context: Context, number: int) -> Reading | None:
    return weekday(context, weekday=number)


def from_day(context: Context, *, amount: Amount, weekday: int | None = None, shift: int = 0) -> Reading | None:
    """So many units after a day that is near: "a week from Tuesday", "two weeks from tomorrow".

    >>> from_day(Context(days_from_civil(2026, 2, 11)), amount=Amount(2, "week"), shift=1).value
    '2026-02-26'
    """
    of = _reading(("day", context.published + shift)) if weekday is None else _named_day(context, weekday)
    return same_ago(context, amount=amount, of=of, sign=1) if of else None


def same_ago(context: Context, *, amount: Amount | Reading, of: Reading, sign: int = -1) -> Reading | None:
    """The day, week or month of another time: "two years ago this month", "a week from Tuesday".

    Whole years lead to the same day or month of their year, weeks and days to a day.

    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> same_ago(context, amount=Amount(2, "year"), of=Reading(stamp=of_day("month", context.published))).value
    '2024-02'
    """
    if isinstance(amount, Reading):
        return same_ago(context, amount=amount.amount, of=of, sign=sign) if amount.amount else None
    if of.stamp is None or amount.count is None or amount.count != int(amount.count):
        return None
    context.note(f"from {stamp_value(of.stamp)} {sign * amount.count:+g} {amount.unit}, as exact as that")
    stamp = _same_moved(of.stamp, sign * int(amount.count), amount.unit)
    return of.but(stamp=stamp, mod=amount.mod or of.mod) if stamp else None


def _same_moved(start: Stamp, count: int, unit: str) -> Stamp | None:
    if unit in ("day", "week", "fortnight"):
        return (start[0], start[1] + count * int(DAYS[unit])) if start[0] == "day" else None
    months = count * _MONTHS.get(unit, 0)
    if start[0] in ("day", "week"):
        return of_day(start[0], _months_later(first_day(start), months)) if months else None
    steps, rest = divmod(months, _MONTHS[start[0]])
    return (start[0], start[1] + steps) if steps and not rest else None


def _months_later(day: int, months: int) -> int:
    """The same day of another month, or its last: a month before March 31 is February 28."""
    year, month, number = civil_from_days(day)
    year, month = add_months(year, month, months)
    return days_from_civil(year, month, min(number, days_in_month(year, month)))


def about_ago(context: Context, *, amount: Amount, mod: Mod) -> Reading | None:
    """So many units before the publication, where the words for "about" stand in the middle.

    >>> about_ago(Context(days_from_civil(2026, 2, 11)), amount=Amount(2, "year"), mod="APPROX").value
    '2024'
    """
    reading = ago(context, amount=amount)
    return reading.but(mod=mod) if reading else None


def later(context: Context, *, amount: Amount, sign: int = 1) -> Reading | None:
    """So many units after the date the text is at; None if that date is not so exact, or their number is open.

    >>> context = Context(0, mentioned=("day", 100))
    >>> later(context, amount=Amount(3, "day")).value, later(context, amount=Amount(None, "day"))
    ('1970-04-14', None)
    """
    told = context.told()
    if context.mentioned is None and sign > 0:
        return None
    exact = amount.count is not None and amount.unit not in ("hour", "minute", "second")
    if exact and not coarser(told[0], amount.unit):
        return ago(context, amount=amount, sign=sign, of=Reading(stamp=told))
    return None


def one_from(context: Context, *, unit: str, told: bool = False) -> Reading | None:
    """One unit before the publication, or before the date the text is at; its length if that is less exact.

    >>> one_from(Context(days_from_civil(2026, 2, 11)), unit="month").value
    '2026-01'
    """
    amount = Amount(1, unit)
    reading = later(context, amount=amount, sign=-1) if told else ago(context, amount=amount)
    return reading or Reading("DURATION", text=amount.value, amount=amount)


def beside(context: Context, *, of: Reading, shift: int) -> Reading | None:  # noqa: ARG001
    """The day after or before a named one.

    >>> beside(Context(0), of=Reading(stamp=("day", 0)), shift=-1).value
    '1969-12-31'
    """
    return of.but(stamp=(of.stamp[0], of.stamp[1] + shift)) if of.stamp else None


def told_weekday(context: Context, *, weekday: int, shift_told: int) -> Reading | None:
    """The day of the week before or after the date the text is at: "the previous Friday".

    >>> told_weekday(Context(0, mentioned=("day", 0)), weekday=4, shift_told=-1).value
    '1969-12-26'
    """
    told = context.told()
    day = first_day(told)
    back = (weekday_of(day) - weekday) % 7 or 7
    if shift_told == 0:
        return _reading(("day", day - back % 7))
    return _reading(("day", day - back if shift_told < 0 else day + 7 - back % 7))


def away(context: Context, *, amount: Amount) -> Reading | None:
    """So many units from now: "in two weeks"; a duration where the sentence looks back ("built in two weeks") or
    ranks something ("it will be the first in two weeks").

    >>> away(Context(days_from_civil(2026, 2, 11), tense=lambda: 1), amount=Amount(2, "year")).value
    '2028'
    """
    if amount.count is None or context.direction() <= 0 or context.ranks():
        return Reading("DURATION", text=amount.value, mod=amount.mod, amount=amount)
    return ago(context, amount=amount, sign=1)


def comparable(context: Context, *, unit: str | None = None, years: int = 1, **_: object) -> Reading | None:
    """The same stretch a year before: "the year-earlier quarter", "a year earlier" where the talk is of a quarter.

    >>> comparable(Context(0, quarter=("quarter", 1989 * 4 + 2))).value
    '1988-Q3'
    """
    reading = _reading(_compared(context, unit, years))
    return reading.but(amount=Amount(years, "year")) if reading else None


def _compared(context: Context, unit: str | None, years: int) -> Stamp:
    quarter = context.last_quarter()
    if quarter is not None and unit in (None, "quarter"):
        context.note(f"the text compares with {stamp_value(quarter)}")
        return "quarter", quarter[1] - 4 * years
    if unit == "quarter":
        return "quarter", context.now("quarter")[1] - 1 - 4 * years
    return "year", context.now("year")[1] - years

"""Dates counted from another: from the publication date, or from one that stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model.gregorian import add_months, civil_from_days, days_from_civil, days_in_month
from timeline.model.gregorian import weekday as weekday_of
from timeline.model.timex import Mod
from timeline.tagger.context import NO_DOUBT, Context
from timeline.tagger.reading import Amount, Reading, dated
from timeline.tagger.units import (
    CALENDAR_UNITS,
    DAYS,
    PER_YEAR,
    Stamp,
    day_in_month,
    first_day,
    in_unit,
    last_day,
    of_day,
    stamp_value,
    workdays_later,
)

__all__ = [
    "ago",
    "ago_to_the_day",
    "away",
    "beside",
    "counted_weekday",
    "day_of_shift_month",
    "from_day",
    "new_year",
    "same_ago",
    "shift",
    "week_of",
    "weekday",
    "weekday_beside",
    "weekday_in",
    "weekday_week",
    "weeks_from",
]

_SUNDAY = 6
_JUST_BEFORE = 2  # days
_ROUGH = ("decade", "century", "millennium")
_UNSURE = (*_ROUGH, "workday")  # no holiday is left out
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def shift(
    context: Context, *, unit: str, shift: int = 0, shift_the: int = 0, mod: Mod | None = None, **_: object
) -> Reading | None:
    """The unit of publication, or so many before or after it: "last month", "this year", "tomorrow".

    A week ends on Sunday (ISO 8601): what will be "this week" is in the one to come if it is told on a Sunday, but not
    where the week only belongs to something: "they will discuss the events of this week".

    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> shift(context, unit="month", shift=-1).value, shift(context, unit="day", shift=1).value
    ('2026-01', '2026-02-12')
    >>> [shift(Context(days_from_civil(2026, 2, 15), tense=tense), unit="week").value for tense in (-1, 1)]
    ['2026-W07', '2026-W08']
    >>> [shift(Context(days_from_civil(2026, 2, 10), tense=tense), unit="weekend").value for tense in (-1, 1)]
    ['2026-W06-WE', '2026-W07-WE']
    """
    if unit not in CALENDAR_UNITS:
        return None
    now, steps = context.now(unit), shift or shift_the
    if unit == "week" and not steps and _is_ending(context):
        steps = 1
    if unit == "weekend" and not steps and _is_just_over(context):
        steps = -1
    context.note(f"{unit} of publication {stamp_value(now)}, {steps:+d}")
    reading = dated((unit, now[1] + steps))
    return reading.but(mod=mod) if reading else None


def _is_ending(context: Context) -> bool:
    """Whether the week of publication is over for what is yet to come."""
    return weekday_of(context.published) == _SUNDAY and context.direction() > 0 and not context.genitive


def _is_just_over(context: Context) -> bool:
    """Whether "this weekend" is told to be over, on one of the two days on which it is nearer than the next."""
    return weekday_of(context.published) < _JUST_BEFORE and context.direction() < 0


def weekday(
    context: Context,
    *,
    weekday: int,
    shift: int | None = None,
    coming: int | None = None,
    just: bool = False,
    **_: object,
) -> Reading | None:
    """A day of the week: in news the last one, the day of publication included; ahead if the sentence looks ahead.

    Tomorrow too, if nothing tells of almost a week before without doubt. "Last Friday" is before publication, and
    yesterday only if a week began since or it is ``just`` past; "this coming Friday" is so many days after it at least,
    "next Friday" in the week after it, "this Friday" the nearest that the sentence allows.

    >>> context = Context(days_from_civil(2026, 2, 11))  # a Wednesday
    >>> [weekday(context, weekday=day, shift=move).value[5:] for day, move in ((2, None), (4, -1), (4, 1), (4, 0))]
    ['02-11', '02-06', '02-20', '02-13']
    >>> [weekday(context, weekday=day).value[5:] for day in (3, 4)]
    ['02-12', '02-06']
    """
    today = context.published
    back = (weekday_of(today) - weekday) % 7
    if coming is not None:
        return dated(("day", today + coming + (-back - coming) % 7))
    if shift is None:
        return dated(("day", today + -back % 7 if _is_ahead(context, -back % 7) else today - back))
    if shift < 0:
        is_yesterday = back == 1 and weekday_of(today) > 0 and not just
        return dated(("day", today - (back + 7 if is_yesterday else back or 7)))
    if shift > 0:
        return dated(("day", today - weekday_of(today) + 7 + weekday))
    looks_back = context.direction() < 0 and (back <= _JUST_BEFORE or weekday <= weekday_of(today))
    return dated(("day", today - back if looks_back else today + (-back) % 7))


def _is_ahead(context: Context, days: int) -> bool:
    """Whether a day of the week in so many days is meant, and not the one a week before.

    Where no word tells, if the text has named it. And news seldom goes back six days without a date: tomorrow is meant,
    and with what belongs to it the day after tomorrow ("Sunday's vote"), unless the sentence looks back without doubt.
    """
    direction = context.direction()
    if direction > 0 or (not direction and context.published + days in (context.ahead or ())):
        return True
    is_near = direction > -NO_DOUBT and 0 < days <= (2 if direction and context.possessive else 1)
    if is_near:
        context.note("not almost a week before")
    return is_near


def weekday_week(context: Context, *, weekday: int) -> Reading | None:
    """A week after the next day of the week of a name: "on Friday week".

    >>> weekday_week(Context(days_from_civil(2026, 2, 11)), weekday=4).value
    '2026-02-20'
    """
    return dated(("day", context.published + (weekday - weekday_of(context.published)) % 7 + 7))


def weekday_in(context: Context, *, weekday: int, of: Reading) -> Reading | None:
    """A day of a certain week: "Monday last week".

    >>> weekday_in(Context(0), weekday=4, of=Reading(stamp=("week", 0))).value
    '1970-01-02'
    """
    if of.stamp is None or of.stamp[0] != "week":
        return None
    return dated(("day", first_day(of.stamp) + weekday))


def new_year(context: Context) -> Reading | None:
    """The begin of the year that is nearest to begin or has just begun: "in the new year".

    What is yet to come behind its first month is in the next one.

    >>> new_year(Context(days_from_civil(2026, 2, 11))).value, new_year(Context(days_from_civil(2026, 9, 1))).value
    ('2026', '2027')
    """
    months = PER_YEAR["month"]
    ahead = months - 1 if context.direction() > 0 else months // 2
    reading = dated(("year", (context.now("month")[1] + ahead) // months))
    return reading.but(mod="START") if reading else None


def week_of(context: Context, *, day: Reading) -> Reading | None:
    """The week in which a day lies: "the week of March 3".

    >>> week_of(Context(0), day=Reading(stamp=("day", 0))).value
    '1970-W01'
    """
    return dated(of_day("week", first_day(day.stamp))) if day.stamp else None


def day_of_shift_month(context: Context, *, nth: int, shift: int = 0, **_: object) -> Reading | None:
    """A day of the month of publication, or of one beside it: "the 27th of last month".

    >>> day_of_shift_month(Context(days_from_civil(2026, 2, 11)), nth=27, shift=-1).value
    '2026-01-27'
    """
    return dated(day_in_month(context.now("month")[1] + shift, nth))


def ago(
    context: Context,
    *,
    amount: Amount | Reading,
    sign: int = -1,
    of: Reading | None = None,
    **_: object,
) -> Reading | None:
    """So many units before or after a date: "two weeks ago", "three days later", "a month before Christmas".

    The answer is as exact as the unit: two months ago is a month. A year before a quarter is a quarter. Two working
    days ago may have been a holiday.

    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> ago(context, amount=Amount(2, "week"), sign=-1).value, ago(context, amount=Amount(50, "year"), sign=-1).value
    ('2026-W05', '1976')
    """
    if isinstance(amount, Reading):
        amount = amount.amount or Amount(None, "")
    if of is not None and (of.stamp is None or (of.time and amount.count is None)):
        return None
    if amount.count is None:
        return Reading(text=_open_ended(sign))
    if amount.unit in ("hour", "minute", "second"):
        return _hours(context, amount, sign, of)
    start = of.stamp if of and of.stamp else context.now("day")
    context.note(f"from {stamp_value(start)} {sign * amount.count:+g} {amount.unit}")
    stamp = _moved(start, amount, sign)
    return Reading(stamp=stamp, mod=_mod(amount, _UNSURE)) if stamp else None


def _mod(amount: Amount, rough: Sequence[str]) -> Mod | None:
    return amount.mod or ("APPROX" if amount.unit in rough else None)


def _open_ended(sign: int) -> str:
    return "PAST_REF" if sign < 0 else "FUTURE_REF"


def _moved(start: Stamp, amount: Amount, sign: int) -> Stamp | None:
    count, unit = sign * (amount.count or 0), amount.unit
    if unit == "year" and count == int(count):
        whole = start[0] if start[0] in ("quarter", "half", "season") else "year"
        begin = in_unit(whole, start)
        return (whole, begin[1] + int(count) * PER_YEAR.get(whole, 1)) if begin else None
    if unit in _ROUGH:
        return "year", of_day("year", first_day(start))[1] + int(count * DAYS[unit] / DAYS["year"] + 0.5 * sign)
    if unit == "fortnight":
        unit, count = "week", count * 2
    if count != int(count):
        return _fraction(start, count, unit)
    if unit == "workday":
        return workdays_later(start, int(count))
    begin = in_unit(unit, start)
    return (unit, begin[1] + int(count)) if begin else None  # of two days after March nobody knows which


def _fraction(start: Stamp, count: float, unit: str) -> Stamp | None:
    """ "A year and a half ago" is a month, "half a week ago" a day."""
    finer = "month" if unit in ("year", "quarter", "season", "half") else "day"
    begin = in_unit(finer, start)
    return (finer, begin[1] + round(count * DAYS[unit] / DAYS[finer])) if begin else None


def _hours(context: Context, amount: Amount, sign: int, of: Reading | None) -> Reading | None:
    """Hours and minutes count only from a time of day that somebody stated."""
    clock = of.time if of else context.publication.clock
    if len(clock) < 6 or not clock[1:3].isdigit():
        return Reading("TIME", text=_open_ended(sign))
    seconds = {"hour": 3600, "minute": 60, "second": 1}[amount.unit] * (amount.count or 0)
    day = first_day(of.stamp) if of and of.stamp else context.published
    time = day * 86400 + int(clock[1:3]) * 3600 + int(clock[4:6]) * 60 + sign * int(seconds)
    day, rest = divmod(time, 86400)
    zone = of.zone if of else context.publication.zone
    clock = f"T{rest // 3600:02d}:{rest % 3600 // 60:02d}"
    return Reading("TIME", ("day", day), time=clock, zone=zone, mod=amount.mod)


def _named_day(context: Context, number: int) -> Reading | None:
    return weekday(context, weekday=number)


def from_day(context: Context, *, amount: Amount, weekday: int | None = None, shift: int = 0) -> Reading | None:
    """So many units after a day that is near: "a week from Tuesday", "two weeks from tomorrow".

    >>> from_day(Context(days_from_civil(2026, 2, 11)), amount=Amount(2, "week"), shift=1).value
    '2026-02-26'
    """
    of = dated(("day", context.published + shift)) if weekday is None else _named_day(context, weekday)
    return same_ago(context, amount=amount, of=of, sign=1) if of else None


def weeks_from(context: Context, *, amount: Amount, of: Reading) -> Reading | None:
    """So many weeks after the next day of a name, as it is said in Britain: "a week on Saturday", "two weeks today".

    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> weeks_from(context, amount=Amount(1, "week"), of=Reading(stamp=("day", context.published - 4))).value
    '2026-02-21'
    """
    if amount.unit not in ("week", "fortnight") or of.stamp is None or of.stamp[0] != "day":
        return None
    steps = of.stamp[1] - context.published
    if not -7 < steps <= 7 or steps == -1:
        return None
    return same_ago(context, amount=amount, of=of.but(stamp=("day", context.published + steps % 7)), sign=1)


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
    return of.but(stamp=stamp, mod=_mod(amount, ("workday",)) or of.mod) if stamp else None


def ago_to_the_day(context: Context, *, amount: Amount | Reading, weekday: int | None = None) -> Reading | None:
    """So many units before the nearest day of a name, or of publication: "ten years ago Friday", "exactly a year ago".

    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> ago_to_the_day(context, amount=Amount(10, "year"), weekday=4).value
    '2016-02-13'
    """
    ahead = 0 if weekday is None else (weekday - weekday_of(context.published)) % 7
    day = context.published + (ahead if ahead < 4 else ahead - 7)
    context.note(f"the nearest is {stamp_value(('day', day))}")
    return same_ago(context, amount=amount, of=Reading(stamp=("day", day))) or ago(context, amount=amount)


def _same_moved(start: Stamp, count: int, unit: str) -> Stamp | None:
    if unit == "workday":
        return workdays_later(start, count)
    if unit in ("day", "week", "fortnight"):
        return (start[0], start[1] + count * int(DAYS[unit])) if start[0] == "day" else None
    months = count * _MONTHS.get(unit, 0)
    if start[0] in ("day", "week", "weekend"):
        middle = (first_day(start) + last_day(start)) // 2
        return of_day(start[0], _months_later(middle, months)) if months else None
    steps, rest = divmod(months, _MONTHS.get(start[0], 0) or 1)
    return (start[0], start[1] + steps) if steps and not rest and start[0] in _MONTHS else None


def _months_later(day: int, months: int) -> int:
    """The same day of another month, or its last: a month before March 31 is February 28."""
    year, month, number = civil_from_days(day)
    year, month = add_months(year, month, months)
    return days_from_civil(year, month, min(number, days_in_month(year, month)))


def counted_weekday(context: Context, *, number: int, weekday: int, sign: int = -1) -> Reading | None:
    """The day of the week that is so many of its name before the publication, or after it: "two Fridays ago".

    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> counted_weekday(context, number=2, weekday=4).value, counted_weekday(context, number=1, weekday=2).value
    ('2026-01-30', '2026-02-04')
    """
    if number < 1 or number != int(number):
        return None
    steps = (sign * (weekday - weekday_of(context.published))) % 7 or 7
    return dated(("day", context.published + sign * (steps + 7 * (int(number) - 1))))


def beside(context: Context, *, of: Reading, shift: int, unit: str = "day") -> Reading | None:
    """The day, week, month or year after a named date or before it.

    >>> beside(Context(0), of=Reading(stamp=("day", 0)), shift=-1).value
    '1969-12-31'
    >>> beside(Context(0), of=Reading(stamp=("day", 0)), shift=1, unit="week").value
    '1970-W02'
    """
    stamp = in_unit(unit, of.stamp) if of.stamp else None
    return of.but(stamp=(stamp[0], stamp[1] + shift)) if stamp else None


def away(context: Context, *, amount: Amount, mod: Mod | None = None) -> Reading | None:
    """So many units from now: "in two weeks"; a duration where the sentence looks back ("built in two weeks") or
    ranks something ("it will be the first in two weeks").

    >>> away(Context(days_from_civil(2026, 2, 11), tense=1), amount=Amount(2, "year")).value
    '2028'
    """
    if amount.count is None or context.direction() <= 0 or context.rank:
        return Reading("DURATION", text=amount.value, mod=mod or amount.mod, amount=amount)
    reading = ago(context, amount=amount, sign=1)
    return reading.but(mod=mod) if reading and mod else reading


def weekday_beside(context: Context, *, weekday: int, of: Reading, shift: int) -> Reading | None:
    """The first day of the week of a name after a named day, or the last one before it: "the Monday after Easter".

    >>> weekday_beside(Context(0), weekday=0, of=Reading(stamp=("day", days_from_civil(2026, 4, 5))), shift=1).value
    '2026-04-06'
    """
    if of.stamp is None or of.stamp[0] != "day":
        return None
    day = of.stamp[1]
    steps = (shift * (weekday - weekday_of(day))) % 7 or 7
    return of.but(stamp=("day", day + shift * steps))

"""Parts of stretches, durations, and what comes again and again."""

from __future__ import annotations

import re
from typing import Any

from timeline.model.gregorian import weekday as weekday_of
from timeline.tagger.context import Context
from timeline.tagger.numbers import closing_year
from timeline.tagger.operators.absolute import date, holiday
from timeline.tagger.operators.relative import same_ago
from timeline.tagger.operators.relative import weekday as day_of_week
from timeline.tagger.reading import Amount, Reading, dated
from timeline.tagger.units import DAYS, SEASONS, Stamp, first_day, in_unit, in_year, last_day, of_day, stamp_value

__all__ = [
    "compared",
    "custom_day",
    "days",
    "feast",
    "latest",
    "nth",
    "nth_weekday_of",
    "often",
    "repeat",
    "repeat_at",
    "same",
    "same_period",
    "the_unit",
    "this_day_in",
    "weekend_of",
    "years",
    "years_before",
]

_LAST_DECADE = 9900
_SAME_DAY = re.compile("[0-9]{2}-[0-9]{2}")
_LUNAR_MONTH = 30  # days at most
_BACK_TO_WEEKEND = 2  # Monday and Tuesday are nearer to the weekend before
_MOST_OF_A_WEEK = 3  # days of it may lie before what it is the first week of


def nth(
    context: Context,
    *,
    nth: int,
    unit: str,
    whole: Reading | None = None,
    month: int | None = None,
    year: Reading | None = None,
    **_: object,
) -> Reading | None:
    """A unit by its place in a longer one, from its end if below 0: "the third week of May", "the last day of March".

    None if that only describes what has such a unit: "the last day of the summer holidays".

    >>> nth(Context(0), nth=3, unit="quarter", whole=Reading(stamp=("year", 1989))).value
    '1989-Q3'
    >>> nth(Context(0), nth=-1, unit="day", whole=Reading(stamp=("month", 2024 * 12 + 1))).value
    '2024-02-29'
    """
    if month is not None:
        whole = date(context, month=month, year=year)
    if whole is None or whole.stamp is None or nth == 0 or DAYS.get(unit, 999999) >= DAYS[whole.stamp[0]]:
        return None
    first, last = of_day(unit, first_day(whole.stamp)), of_day(unit, last_day(whole.stamp))
    if first_day(first) < first_day(whole.stamp) - (_MOST_OF_A_WEEK if unit == "week" else 0):
        first = (unit, first[1] + 1)
    if first_day(last) > last_day(whole.stamp):
        last = (unit, last[1] - 1)
    number = first[1] + nth - 1 if nth > 0 else last[1] + nth + 1
    if not first[1] <= number <= last[1] or context.modifies:
        return None
    context.note(f"{unit} {nth} of {whole.value}")
    return Reading(stamp=(unit, number), implied=whole.implied)


def weekend_of(
    context: Context,
    *,
    month: int | None = None,
    day: int | None = None,
    year: int | None = None,
    unit: str = "weekend",
    **named: Any,
) -> Reading | None:
    """The weekend in which a day or a ``holiday`` lies, or the nearest to it: "the Labor Day weekend"; or its week.

    >>> context = Context(20495)  # 11 February 2026
    >>> weekend_of(context, month=7, day=4).value, weekend_of(context, holiday="easter", year=2025).value
    ('2026-W27-WE', '2025-W16-WE')
    """
    named["year"] = year and dated(("year", year))
    reading = date(context, month=month, day=day, **named) if month else holiday(context, **named)
    if reading is None or reading.stamp is None:
        return None
    back = _BACK_TO_WEEKEND if unit == "weekend" else 0
    return dated(of_day(unit, first_day(reading.stamp) - back), reading.implied)


def nth_weekday_of(
    context: Context,
    *,
    nth: int,
    weekday: int,
    whole: Reading | None = None,
    month: int | None = None,
    year: Reading | None = None,
    shift: int | None = None,
    unit: str = "month",
) -> Reading | None:
    """The n-th such day of a stretch, from its end if below 0: "the first Monday of March".

    >>> march = Reading(stamp=("month", 2024 * 12 + 2))
    >>> nth_weekday_of(Context(0), nth=-1, weekday=4, whole=march).value
    '2024-03-29'
    """
    if month is not None:
        whole = date(context, month=month, year=year) or Reading()
    if whole is None:
        whole = Reading(stamp=(unit, context.now(unit)[1] + (shift or 0)))
    if whole.stamp is None or nth == 0:
        return None
    first, last = first_day(whole.stamp), last_day(whole.stamp)
    edge = first + (weekday - weekday_of(first)) % 7 if nth > 0 else last - (weekday_of(last) - weekday) % 7
    day = edge + 7 * (nth - 1 if nth > 0 else nth + 1)
    context.note(f"day {nth} of its name in {whole.value}")
    return Reading(stamp=("day", day), implied=whole.implied) if first <= day <= last else None


def the_unit(context: Context, *, unit: str, **_: object) -> Reading | None:
    """ "The quarter", "the week": the one the text is at."""
    if unit == "quarter":
        return latest(context, unit="quarter")
    if unit == "weekend":
        return _weekend(context)
    told = context.told()
    is_within = DAYS[told[0]] <= DAYS[unit] and not context.extent
    return Reading(stamp=(in_unit(unit, told) if is_within else None) or context.now(unit))


def _weekend(context: Context) -> Reading:
    """The weekend of this week once it has begun or if the sentence looks ahead, else the last one."""
    now = context.now("weekend")
    ahead = context.published >= first_day(now) or context.direction() > 0
    return Reading(stamp=now if ahead else ("weekend", now[1] - 1))


def same_period(context: Context, *, year: Reading) -> Reading | None:
    """The quarter, half or month that the text reports on, of a named year: "the 1988 period".

    In "it rose in the fourth quarter from the same period last year", told in January, that of the year before.

    >>> same_period(Context(0, reported=("quarter", 1989 * 4 + 2)), year=Reading(stamp=("year", 1988))).value
    '1988-Q3'
    """
    reported = context.reported or context.month
    if reported is None or year.stamp is None:
        return year
    period = in_year(reported, year.stamp[1])
    if period == reported and reported[1] == context.now(reported[0])[1] - 1:
        return dated(in_year(reported, year.stamp[1] - 1))
    return dated(period)


def this_day_in(context: Context, *, year: Reading) -> Reading | None:
    """The day of publication in another year: "on this day in 1914".

    >>> this_day_in(Context(0), year=Reading(stamp=("year", 1914))).value
    '1914-01-01'
    """
    if year.stamp is None or year.stamp[0] != "year":
        return None
    today = Reading(stamp=("day", context.published))
    return same_ago(context, amount=Amount(context.now("year")[1] - year.stamp[1], "year"), of=today)


def latest(context: Context, *, unit: str) -> Reading | None:
    """The last one that is over: "the latest quarter"; the quarter that the text is at, if it is at one.

    >>> from timeline.model.gregorian import days_from_civil
    >>> latest(Context(days_from_civil(2026, 2, 11)), unit="quarter").value
    '2025-Q4'
    """
    reported = context.reported
    if reported is not None and reported[0] == unit:
        context.note(f"named before: {stamp_value(reported)}")
        return Reading(stamp=reported)
    return Reading(stamp=(unit, context.now(unit)[1] - 1))


def same(context: Context, *, when: Reading | Amount, **_: object) -> Reading | Amount:
    """What stands for itself.

    >>> same(Context(0), when=Reading("DURATION", text="P2Y3M")).value
    'P2Y3M'
    """
    return when


def compared(context: Context, *, when: Reading, **_: object) -> Reading:
    """What something is compared with, which is not the time that the text is at: "9 percent, from 8 a month earlier".

    >>> compared(Context(0), when=Reading(stamp=("year", 2024))).value
    '2024'
    """
    return when


def _stretch(first: Stamp, last: Stamp, implied: frozenset[str] = frozenset()) -> Reading | None:
    if first[1] > last[1]:
        return None
    amount = Amount(last[1] - first[1] + 1, first[0])
    return Reading(
        "DURATION", text=amount.value, begin=stamp_value(first), end=stamp_value(last), implied=implied, amount=amount
    )


def feast(
    context: Context, *, feast: str, year: Reading | None = None, shift: int | None = None, ends: bool = False
) -> Reading | None:
    """A feast of many days, by the named days with which it begins and after which it ends; or its last day.

    >>> from timeline.model.gregorian import days_from_civil
    >>> context = Context(days_from_civil(2026, 2, 11))
    >>> ramadan = "MV:First Day of Ramadan/TR:Eid al-Fitr"
    >>> fast = feast(context, feast=ramadan, year=Reading(stamp=("year", 2025)))
    >>> fast.value, fast.begin, fast.end
    ('P29D', '2025-03-01', '2025-03-29')
    """
    from timeline.tagger.holidays import day_of

    opening, closing = feast.split("/")
    begin = holiday(context, holiday=opening, year=year, shift=shift)
    if begin is None or begin.stamp is None:
        return None
    first = begin.stamp[1]
    years = (of_day("year", first + step)[1] for step in (0, _LUNAR_MONTH))
    end = next((day for day in (day_of(closing, number) for number in years) if day and day > first), None)
    if end is None:
        return None
    last = "day", end - 1
    return dated(last, begin.implied) if ends else _stretch(begin.stamp, last, begin.implied)


def days(
    context: Context,
    *,
    month: int,
    days: str | None = None,
    first: int | None = None,
    last: int | None = None,
    year: Reading | None = None,
) -> Reading | None:
    """Days of one month: "March 3-5".

    >>> span = days(Context(0), month=3, days="3-5", year=Reading(stamp=("year", 2022)))
    >>> span.value, span.begin, span.end
    ('P3D', '2022-03-03', '2022-03-05')
    """
    if days is not None:
        first, last = _two_numbers(days)
    if first is None or last is None:
        return None
    begin = date(context, month=month, day=first, year=year)
    if begin is None or begin.stamp is None:
        return None
    end = ("day", begin.stamp[1] + last - first)
    if of_day("month", end[1]) != of_day("month", begin.stamp[1]):
        return None
    return _stretch(begin.stamp, end, begin.implied)


def _two_numbers(text: str) -> tuple[int | None, int | None]:
    """The two numbers of "3-5", or of "14/15" if one follows the other."""
    numbers = [int(number) for number in re.findall("[0-9]+", text)]
    are_two = len(numbers) == 2 and ("/" not in text or numbers[1] == numbers[0] + 1)
    return (numbers[0], numbers[1]) if are_two else (None, None)


def years(context: Context, *, text: str, before: bool = False, **_: object) -> Reading | None:
    """Years written as one: "2014-2022", "1994-95", "356-323 BC".

    >>> years(Context(0), text="1994-95").end, years(Context(0), text="356-323", before=True).end
    ('1995', 'BC0323')
    """
    first, last = int(re.split("[^0-9]", text)[0]), closing_year(text)
    return _stretch(("year", 1 - first), ("year", 1 - last)) if before else _stretch(("year", first), ("year", last))


def years_before(context: Context, *, decade: float, **_: object) -> Reading | None:
    """A decade or century BC by its last year: neither begins with a year of which only the last digits are open.

    >>> years_before(Context(0), decade=490).begin, years_before(Context(0), decade=300).begin
    ('BC0499', 'BC0399')
    """
    if decade % 10 or not 0 < decade <= _LAST_DECADE:
        return None
    last = 1 - int(decade)  # of "2.5 thousand", too
    return _stretch(("year", last - (9 if decade % 100 else 99)), ("year", last))


def often(context: Context, *, amount_text: str, freq: int | None = None, number: int | None = None) -> Reading:
    """A word that says how often: "daily", "twice daily".

    >>> often(Context(0), amount_text="P1D").value
    'P1D'
    """
    times = freq or number
    return Reading("SET", text=amount_text, quant="EVERY", freq=f"{times}X" if times else None)


def repeat(
    context: Context,
    *,
    unit: str | None = None,
    amount: Amount | None = None,
    weekday: int | None = None,
    month: int | None = None,
    day: int | None = None,
    season: int | None = None,
    holiday: str = "",
    time: str = "",
    quant: str | None = "EVERY",
    freq: int | None = None,
    number: int | None = None,
    share: Amount | None = None,
    every: int = 1,
    **_: object,
) -> Reading | None:
    """What comes again and again: "every Tuesday", "annually", "every two weeks", "twice a day".

    >>> repeat(Context(0), weekday=1).value, repeat(Context(0), unit="year").value, repeat(Context(0), season=2).value
    ('XXXX-WXX-2', 'P1Y', 'XXXX-SU')
    """
    times = freq or number
    frequency = share.value.lstrip("PT") if share else f"{times}X" if times else None
    if weekday is not None:
        text, quant = f"XXXX-WXX-{weekday + 1}{time}", quant if every == 1 else "EVERY OTHER"
    elif month is not None:
        if day is not None and day not in range(1, 32):
            return None
        text = f"XXXX-{month:02d}" + (f"-{int(day):02d}" if day else "")
    elif holiday:
        text = f"XXXX-{holiday}" if _SAME_DAY.fullmatch(holiday) else "P1Y"
    elif season is not None:
        text = f"XXXX-{SEASONS[season - 1]}"
    elif amount is not None:
        text = amount.value
    elif unit == "weekend":
        text = "XXXX-WXX-WE"
    elif time:
        text = f"XXXX-XX-XX{time}"
    else:
        text = Amount(every, unit or "day").value
    return Reading("SET", text=text, quant=quant, freq=frequency)


def custom_day(context: Context, *, weekday: int) -> Reading | None:
    """The day of the week of a custom: the last one where something is told of it, else every one.

    It is the day that the text has come to, if that is such a one: "on 3 June, after Friday prayers, they marched".

    >>> [custom_day(Context(0, tense=tense), weekday=4).value for tense in (-2, 0)]
    ['1969-12-26', 'XXXX-WXX-5']
    """
    if context.direction() < 0 and not context.habit:
        told = context.mentioned
        if told is not None and told[0] == "day" and weekday_of(told[1]) == weekday:
            return dated(told)
        return day_of_week(context, weekday=weekday)
    return repeat(context, weekday=weekday, quant="")


def repeat_at(context: Context, *, set: Reading, time: Reading, **_: object) -> Reading | None:  # noqa: A002
    """What comes again and again at a time of day: "every Thursday at 8 p.m."; None where no day is meant.

    >>> repeat_at(Context(0), set=repeat(Context(0), weekday=3), time=Reading("TIME", time="T20:00")).value
    'XXXX-WXX-4T20:00'
    """
    days = "XXXX-XX-XX" if set.text == "P1D" else set.text.partition("T")[0]
    return set.but(text=days + time.time) if days.startswith("XXXX") and days[-1] != "E" else None

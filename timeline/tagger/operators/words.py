"""Amounts, references without a date, and the anchors that an editor has named."""

from __future__ import annotations

from timeline.model.date import EdtfDate, Precision
from timeline.model.errors import DateError
from timeline.model.timex import Mod, TimexType, timex_of_date
from timeline.tagger.context import Context
from timeline.tagger.reading import Amount, Reading
from timeline.tagger.units import DAYS, of_day

__all__ = [
    "aged",
    "amount",
    "amount_sum",
    "anchor",
    "around",
    "before_long",
    "named",
    "nothing",
    "reference",
    "some_weekday",
]


def amount(
    context: Context,
    *,
    unit: str,
    number: float | str | None = None,
    plus: float | str = 0,
    plus_half: bool = False,
    mod: Mod | None = None,
    **_: object,
) -> Amount | None:
    """A number of units, ``plus`` the half in "two and a half"; None of them, as in "a zero-day flaw", are no time.

    >>> amount(Context(0), unit="week", number=2)
    Amount(count=2.0, unit='week', mod=None)
    """
    if number is None:
        return None
    whole = float(number.replace(",", "")) if isinstance(number, str) else number
    more = 0.5 if plus_half else _fraction(plus)
    return Amount(whole + more, unit, mod) if more is not None and whole + more else None


def _fraction(text: float | str) -> float | None:
    """The value of "1/2" or of a sign that says the same."""
    if isinstance(text, str) and "/" in text:
        above, below = text.split("/")
        return int(above) / int(below) if int(above) < int(below) <= 10 else None
    return float(text)


def amount_sum(
    context: Context,
    *,
    number: int,
    unit: str,
    more: float | str,
    part: str,
    least: int | None = None,
    piece: str = "",
) -> Reading | None:
    """Units of two or three sizes together: "two years and three months", which can be counted as months.

    >>> amount_sum(Context(0), number=1, unit="hour", more=30, part="minute").value
    'PT1H30M'
    >>> amount_sum(Context(0), number=2, unit="year", more=3, part="month").amount.value
    'P27M'
    """
    amounts = [Amount(number, unit), Amount(float(more), part)] + ([Amount(least, piece)] if least is not None else [])
    sizes = [DAYS[amount.unit] for amount in amounts]
    if sizes != sorted(set(sizes), reverse=True):
        return None
    text = amounts[0].value
    for amount in amounts[1:]:
        text += amount.value[2 if "T" in text else 1 :]
    return Reading("DURATION", text=text, amount=_in_months(amounts))


def _in_months(amounts: list[Amount]) -> Amount | None:
    """Years and months as months, which can be counted from a date; days have no place in them."""
    if [amount.unit for amount in amounts] != ["year", "month"]:
        return None
    return Amount(12 * (amounts[0].count or 0) + (amounts[1].count or 0), "month")


def aged(context: Context, *, number: int, unit: str) -> Reading:
    """The age of something young: "an 8-month-old truce".

    >>> aged(Context(0), number=8, unit="month").value
    'P8M'
    """
    return Reading("DURATION", text=Amount(number, unit).value)


def reference(context: Context, *, to: str, type: TimexType = "DATE", **_: object) -> Reading:  # noqa: A002
    """A time without a place in the calendar: PAST_REF, PRESENT_REF or FUTURE_REF.

    >>> reference(Context(0), to="PAST_REF").value
    'PAST_REF'
    """
    return Reading(type, text=to)


def some_weekday(context: Context, *, weekday: int) -> Reading:
    """A day of the week of which nobody says when it was: "they met on a Tuesday".

    >>> some_weekday(Context(0), weekday=1).value
    'XXXX-WXX-2'
    """
    return Reading(text=f"XXXX-WXX-{weekday + 1}")


def before_long(context: Context, **_: object) -> Reading | None:
    """A time that is yet to come, unless what it tells of is over: "it will soon end", not "it soon ended".

    >>> before_long(Context(0)).value, before_long(Context(0, happened=True))
    ('FUTURE_REF', None)
    """
    return None if context.happened else Reading(text="FUTURE_REF")


def around(context: Context, *, mod: Mod, when: Reading | Amount) -> Reading | None:
    """A date or duration that is said to be inexact: "about two years", "around Nov. 1", "more than a decade".

    What belongs to a date is what the word is about, not the date: "a way around Friday's ban".

    >>> around(Context(0), mod="APPROX", when=Reading("DURATION", text="P2Y")).mod
    'APPROX'
    """
    if isinstance(when, Amount):
        return Reading("DURATION", text=when.value, mod=mod, amount=when)
    if mod == "APPROX" and when.stamp and context.possessive:
        return None
    return when.but(mod=mod)


def named(context: Context, *, unit: str, **_: object) -> str:
    """A unit that is no expression by itself but a part of one: "the last month" of a year.

    >>> named(Context(0), unit="month")
    'month'
    """
    return unit


def nothing(context: Context, **_: object) -> None:
    """Words that look like a time and are none: "second hand", "24-hour".

    >>> nothing(Context(0))
    """


def anchor(context: Context, *, anchor: str) -> Reading | None:
    """A date that an editor has given a name: "the summit".

    >>> anchor(Context(0, anchors=[("the summit", "2025-08-15")]), anchor="the summit").value
    '2025-08-15'
    """
    try:
        date = EdtfDate(dict(context.anchors or ())[anchor])
    except (KeyError, DateError):
        return None
    context.note(f"{anchor!r} was named {date}")
    unit = {Precision.DAY: "day", Precision.MONTH: "month", Precision.YEAR: "year"}.get(date.precision)
    if unit and date.first_day is not None and not date.is_interval:
        return Reading(stamp=of_day(unit, date.first_day))
    written = timex_of_date(date)
    return Reading(text=written[0]) if written else None

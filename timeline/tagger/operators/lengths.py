"""Lengths of time, some of which have a begin and an end: "three years", "the past decade", "a while"."""

from __future__ import annotations

from timeline.model.gregorian import LAST_YEAR
from timeline.tagger.context import Context
from timeline.tagger.reading import Amount, Reading
from timeline.tagger.units import (
    COUNTED_IN,
    DAYS,
    Stamp,
    coarser,
    first_day,
    in_unit,
    last_day,
    of_day,
    stamp_value,
    year_of,
)

__all__ = ["duration", "length", "one_unit", "part_length", "some_units", "to_play"]

_BETWEEN = ("weekend", "workday")
"""Units that do not follow one on the other."""


def duration(context: Context, *, amount: Amount, shift: int | None = None, told: bool = False) -> Reading | None:
    """A length of time; with ``shift`` the one that ends (-1) or begins (1) with the publication.

    With ``told`` it is the date that the text has named before, if it is so exact: "over the following ten days". In
    "40 lamps a day" the day is each day.

    >>> from timeline.model.gregorian import days_from_civil
    >>> past = duration(Context(days_from_civil(2026, 2, 11)), amount=Amount(3, "year"), shift=-1)
    >>> past.value, past.begin, past.end
    ('P3Y', '2023', '2026')
    """
    if amount.count == 1 and context.rate:
        return Reading("SET", text=amount.value, quant="EVERY")
    reading = Reading("DURATION", text=amount.value, mod=amount.mod, amount=amount)
    unit, times = COUNTED_IN.get(amount.unit, (amount.unit, 1))
    if not shift or amount.count is None or not 1 <= DAYS[unit] <= DAYS["year"] or amount.unit in _BETWEEN:
        return reading
    begin = _counted_from(context, unit, shift, told=told)
    if begin is None:
        return reading
    other = (unit, begin[1] + shift * int(amount.count * times))
    if not 1 <= (year_of(other) or 0) <= LAST_YEAR:
        return reading
    first, last = sorted((begin, other), key=first_day)
    context.note(f"from {stamp_value(first)} to {stamp_value(last)}")
    return reading.but(begin=stamp_value(first), end=stamp_value(last))


def _counted_from(context: Context, unit: str, shift: int, *, told: bool) -> Stamp | None:
    """Where a stretch begins or ends: what a story tells of the time to come is counted from its own time."""
    mentioned = context.mentioned
    if mentioned is None or not (told or (shift > 0 and context.direction() < 0)):
        return context.now(unit) if shift < 0 or not told else None
    if coarser(mentioned[0], unit):
        return None
    context.note(f"counted from the date named before: {stamp_value(mentioned)}")
    return in_unit(unit, mentioned) or of_day(unit, last_day(mentioned) if shift > 0 else first_day(mentioned))


def one_unit(context: Context, *, unit: str, shift: int | None = None, **_: object) -> Reading | None:
    """One unit as a length of time: "the past decade", "all day".

    >>> one_unit(Context(0), unit="decade").value
    'P10Y'
    """
    return duration(context, amount=Amount(1, unit), shift=shift)


def part_length(context: Context, *, part: str, number: int = 1) -> Reading:
    """A number of parts of days as a length of time: "all morning", "three nights".

    >>> part_length(Context(0), part="TNI", number=3).value
    'P3NI'
    """
    return Reading("DURATION", text=f"P{number}{part.removeprefix('T')}")


def length(context: Context, *, text: str) -> Reading:
    """A word that is a length of time: *zweitägig*, of two days.

    >>> length(Context(0), text="P2D").value
    'P2D'
    """
    return Reading("DURATION", text=text)


def some_units(context: Context, *, unit: str, **_: object) -> Amount:
    """Units whose number nobody says: "years", "several weeks", "12 to 18 months".

    >>> some_units(Context(0), unit="year").value
    'PXY'
    """
    return Amount(None, unit)


def to_play(context: Context, *, text: str) -> Reading:
    """Minutes and seconds as the clock of a game shows them: "7:41 to go".

    >>> to_play(Context(0), text="7:41").value, to_play(Context(0), text="0:30").value
    ('PT7M41S', 'PT30S')
    """
    minutes, seconds = map(int, text.split(":")[-2:])
    told = [f"{count}{sign}" for count, sign in ((minutes, "M"), (seconds, "S")) if count]
    return Reading("DURATION", text="PT" + ("".join(told) or "0S"))

"""Parts of the day, and the day they belong to: "Friday night", "overnight", "the early hours"."""

from __future__ import annotations

import re

from timeline.model.gregorian import days_from_civil
from timeline.model.timex import Mod
from timeline.tagger.context import Context
from timeline.tagger.reading import Reading
from timeline.tagger.units import Stamp

__all__ = ["daypart", "early_hours", "night_between", "overnight"]

_WEEK = 7
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def daypart(
    context: Context,
    *,
    part: str,
    day: Reading | None = None,
    shift: int | None = None,
    shift_told: int | None = None,
    points: bool = False,
    mod: Mod | None = None,
    **_: object,
) -> Reading | None:
    """A part of a day: "Friday night", "this morning", "last night"; that of a day told before, if it ``points`` there.

    >>> daypart(Context(0), part="TNI", shift=-1).value, daypart(Context(0), part="TMO").value
    ('1969-12-31TNI', '1970-01-01TMO')
    """
    if day is None and shift_told is not None:
        some_day = context.some_told("day") if shift_told or points else ""
        if some_day:
            return Reading("TIME", text=some_day, time=part if some_day[0].isdigit() else "")
        told = context.day_told()
        return Reading("TIME", ("day", told[1] + shift_told), time=part, implied=frozenset({"day"}))
    if day is None:
        stamp = _day_of_part(context, part) if shift is None else ("day", context.published + shift)
        return Reading("TIME", stamp, time=part, mod=mod, implied=frozenset({"day"}))
    if day.stamp is None or day.stamp[0] != "day" or day.time:
        return None
    return day.but(type="TIME", time=part, mod=mod or day.mod)


def _day_of_part(context: Context, part: str) -> Stamp:
    """The day of a part of it: "they worked through the night", "by dawn it was over".

    A night that is over is that before the publication, unless the text has come to another day.
    """
    if part == "TMO":
        return context.morning_at()
    told = context.day_at()
    today = ("day", context.published)
    is_over = part == "TNI" and told == today != context.mentioned and context.direction() < 0
    return ("day", told[1] - 1) if is_over else told


def overnight(context: Context) -> Reading | None:
    """The night before the day of publication, or the one that follows it if the sentence looks ahead.

    >>> overnight(Context(0)).value, overnight(Context(0, tense=1)).value
    ('1969-12-31TNI', '1970-01-01TNI')
    """
    return daypart(context, part="TNI", shift=0 if context.direction() > 0 else -1)


def night_between(
    context: Context,
    *,
    first: Reading | None = None,
    last: Reading | None = None,
    days: Reading | None = None,
) -> Reading | None:
    """The night from one day to the next: "overnight from Monday to Tuesday", "the night of 1 to 2 November".

    >>> monday, tuesday, next_monday = (Reading(stamp=("day", number)) for number in (4, 5, 11))
    >>> night_between(Context(0), first=monday, last=tuesday).value
    '1970-01-05TNI'
    >>> night_between(Context(0), first=next_monday, last=tuesday).value
    '1970-01-05TNI'
    """
    if days is not None:
        day = _DAY.fullmatch(days.begin or "") if days.text == "P2D" else None
        begin = days_from_civil(*map(int, day.groups())) if day else 0
        return Reading("TIME", ("day", begin), time="TNI", implied=days.implied) if day else None
    if first is None or last is None or not (first.stamp and last.stamp) or first.time or last.time:
        return None
    (unit, begin), (_, end) = first.stamp, last.stamp
    if unit != "day" or (end - begin) % _WEEK != 1:
        return None
    return first.but(type="TIME", stamp=("day", min(begin, end - 1)), time="TNI")


def early_hours(context: Context, *, whole: Reading | None = None) -> Reading | None:
    """The first hours of a day or of a morning, or of the day that the text is at: "the early hours of Friday".

    >>> reading = early_hours(Context(0), whole=Reading(stamp=("day", 0)))
    >>> reading.value, reading.mod
    ('1970-01-01TMO', 'START')
    """
    reading = whole if whole and whole.time else daypart(context, part="TMO", day=whole)
    return reading.but(mod="START") if reading else None

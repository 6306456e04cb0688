"""Parts of a longer stretch: "early March", "the second half of the 1980s", "later this year"."""

from __future__ import annotations

from timeline.tagger.context import Context
from timeline.tagger.operators.stretch import nth, the_unit
from timeline.tagger.reading import Reading
from timeline.tagger.units import first_day, last_day, of_day, stamp_value

__all__ = ["earlier_in", "half_of", "part_of", "part_of_now", "turn_of"]

_HALVED_IN = {"month": "day", "decade": "year", "century": "year", "millennium": "year"}


def part_of(context: Context, *, part: str, whole: Reading, **_: object) -> Reading | None:
    """The named part of a longer stretch: "early March", "the end of 2024".

    >>> part_of(Context(0), part="START", whole=Reading(stamp=("year", 2024))).mod
    'START'
    """
    if whole.type in ("DURATION", "SET") or (whole.stamp is None and not whole.text.startswith("X")):
        return None
    if part in ("H1", "H2"):
        return nth(context, nth=int(part[1]), unit="half", whole=whole)
    context.note(f"{part.lower()} of {whole.value}")
    return whole.but(mod=part, begin=None, end=None)


def part_of_now(context: Context, *, part: str, unit: str) -> Reading | None:
    """A part of the unit of publication: "the end of the month"; of a day or quarter, of the one the text is at.

    >>> part_of_now(Context(0), part="END", unit="month").value
    '1970-01'
    """
    whole = the_unit(context, unit=unit) if unit in ("quarter", "day") else Reading(stamp=context.now(unit))
    return part_of(context, part=part, whole=whole) if whole else None


def _part(context: Context, part: str, whole: Reading | None, unit: str) -> Reading | None:
    """A part of a stretch that is named, or of the unit that the text is at."""
    return part_of_now(context, part=part, unit=unit) if whole is None else part_of(context, part=part, whole=whole)


def half_of(context: Context, *, part: str, whole: Reading | None = None, unit: str = "") -> Reading | None:
    """A half of anything that has no halves with names: "the first half of the 1980s".

    >>> half = half_of(Context(0), part="END", whole=Reading(stamp=("century", 18)))
    >>> half.value, half.mod, half.begin, half.end
    ('18', 'END', '1850', '1899')
    """
    reading = _part(context, part, whole, unit)
    if reading is None or reading.stamp is None or reading.stamp[0] not in _HALVED_IN:
        return reading
    finer = _HALVED_IN[reading.stamp[0]]
    first, last = (of_day(finer, day(reading.stamp))[1] for day in (first_day, last_day))
    middle = (first + last + 1) // 2
    begin, end = (first, middle - 1) if part == "START" else (middle, last)
    return reading.but(begin=stamp_value((finer, begin)), end=stamp_value((finer, end)))


def earlier_in(context: Context, *, part: str, whole: Reading | None = None, unit: str = "") -> Reading | None:
    """What lies between the publication and an end of the stretch that it is in: "earlier this year".

    >>> earlier_in(Context(0), part="END", whole=Reading(stamp=("year", 1970))).begin
    '1970-01-01'
    """
    reading = _part(context, part, whole, unit)
    if reading is None or reading.stamp is None or reading.type != "DATE" or reading.mod != part:
        return reading
    first, now, last = first_day(reading.stamp), context.published, last_day(reading.stamp)
    if not first < last or not first <= now <= last:
        return reading
    begin, end = (first, now) if part == "START" else (now, last)
    return reading.but(begin=stamp_value(("day", begin)), end=stamp_value(("day", end)))


def turn_of(context: Context, *, unit: str) -> Reading | None:
    """About the first year of the century or millennium of publication.

    >>> turn_of(Context(0), unit="century").begin
    '1900'
    """
    reading = part_of_now(context, part="START", unit=unit)
    if reading is None or reading.stamp is None:
        return reading
    first = stamp_value(of_day("year", first_day(reading.stamp)))
    return reading.but(begin=first, end=first)

"""The axis: a linear scale of days that reaches from geological ages to single minutes, and the ticks on it.

A date axis such as Plotly's drops years before -9999 without a word; a linear one does not. The browser client has
the same steps in ``axis.js``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from timeline.figure.words import Words
from timeline.model.gregorian import civil_from_days, days_from_civil

__all__ = ["MINUTES", "Tick", "extent", "ticks"]

_YEAR = 365.2425
_MONTH = _YEAR / 12
MINUTES = 1440
# Room for a time of day with its day below, and half of the width of a day with its year.
_TIME, _HALF_DAY = 60, 45
_Step = tuple[float, str, int]
_TIMES: Sequence[_Step] = tuple((n / MINUTES, "minute", n) for n in (1, 5, 15, 30, 60, 120, 180, 360, 720))
_STEPS: Sequence[_Step] = (
    *((days, "day", days) for days in (1, 2, 7, 14)),
    *((months * _MONTH, "month", months) for months in (1, 2, 3, 6)),
    *(
        (years * _YEAR, "year", years)
        for exponent in range(16)  # as far as a date can say
        for years in (10**exponent, 2 * 10**exponent, 5 * 10**exponent)
    ),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis: the day number, what is written there, and the year or the day below it if needed."""

    at: float
    text: str
    below: str = ""


def extent(ends: list[float], *, timed: bool = False) -> tuple[float, float]:
    """The first and the last day of a chart, a little wider than the positions given.

    It is at least ten days long, or an hour where times of day are told.

    >>> extent([0.0, 100.0])
    (-1.5, 101.5)
    >>> extent([])
    (-5.0, 5.0)
    >>> extent([0.5, 0.75], timed=True)
    (0.49625, 0.75375)
    """
    first, last = (min(ends), max(ends)) if ends else (0.0, 0.0)
    least = 1 / 24 if timed else 10
    margin = max((last - first) * 0.015, (least - (last - first)) / 2)
    return first - margin, last + margin


def ticks(first: float, last: float, width: float, words: Words, *, timed: bool = False) -> list[Tick]:
    """The ticks between two days, as many as have room for their text, about fourteen at most.

    There are times of day among them only where the chart tells some: the dot of a day is in its middle, not at noon.

    >>> from timeline.figure.words import words
    >>> [tick.text for tick in ticks(-365, 3650, 400, words("en"))]
    ['1970', '1972', '1974', '1976', '1978']
    >>> [tick.text for tick in ticks(-1200000, 0, 400, words("en"))]
    ['1000 BCE', '1', '1000']
    """
    _, unit, count = _step(first, last, width, words, timed)
    if unit == "year":
        return [Tick(at, words.year(year)) for at, year in _years(first, last, count)]
    if unit == "minute":
        return list(_timed(_minutes(first, last, count), first + _HALF_DAY * (last - first) / max(width, 1), words))
    found = list(_days(first, last, count) if unit == "day" else _months(first, last, count))
    return [_dated(at, before, unit, words) for at, before in zip(found, [None, *found], strict=False)]


def _step(first: float, last: float, width: float, words: Words, timed: bool) -> _Step:
    """The shortest step whose ticks have room for their texts."""
    longest = max(len(words.year(civil_from_days(int(end))[0])) for end in (first, last))
    a_pixel = (last - first) / max(width, 1)
    rooms = ((_TIMES if timed else (), _TIME), (_STEPS, longest * 6.5 + 20))
    steps = (step for some, room in rooms for step in some if step[0] >= a_pixel * max(room, width / 14))
    return next(steps, _STEPS[-1])


def _timed(times: Iterable[float], inside: float, words: Words) -> Iterator[Tick]:
    """Times of day; each day is told once, the first with its year, where that is inside of the chart."""
    told = None
    for at in times:
        minute, (year, month, day) = round(at % 1 * MINUTES), civil_from_days(int(at // 1))
        below = ""
        if at >= inside and told != (year, month, day):
            below = f"{words.day(month, day)} {'' if told else words.year(year)}".rstrip()
            told = year, month, day
        yield Tick(at, f"{minute // 60:02d}:{minute % 60:02d}", below)


def _dated(at: int, before: int | None, unit: str, words: Words) -> Tick:
    year, month, day = civil_from_days(at)
    changed = before is None or civil_from_days(before)[0] != year
    text = words.month(month) if unit == "month" else words.day(month, day)
    return Tick(at, text, words.year(year) if changed else "")


def _years(first: float, last: float, count: int) -> Iterator[tuple[int, int]]:
    # Before the common era the round numbers are those that people read: 1000 BCE is the year -999.
    at = (civil_from_days(int(first // 1))[0] // count) * count
    while True:
        year = at if at > 0 else at + 1
        day = days_from_civil(year, 1, 1)
        if day > last:
            return
        if day >= first:
            yield day, year
        at += count


def _months(first: float, last: float, count: int) -> Iterator[int]:
    year, month, _ = civil_from_days(int(first // 1))
    month = (month - 1) // count * count + 1
    while (day := days_from_civil(year, month, 1)) <= last:
        if day >= first:
            yield day
        year, month = (year, month + count) if month + count <= 12 else (year + 1, 1)


def _days(first: float, last: float, count: int) -> Iterator[int]:
    # Weeks begin on Mondays: the day number -3 was one.
    at = int((first + 3) // count * count - 3) if count >= 7 else int(first // count * count)
    while at <= last:
        if at >= first:
            yield at
        at += count


def _minutes(first: float, last: float, count: int) -> Iterator[float]:
    at = ceil(first * MINUTES / count) * count
    while at <= last * MINUTES:
        yield at / MINUTES
        at += count

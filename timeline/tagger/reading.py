"""What an expression means: the results of the operators."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from timeline.model.timex import Mod, TimexType
from timeline.tagger.units import COUNTED_IN, DURATION_CODES, Stamp, in_calendar, stamp_value

__all__ = ["Amount", "Reading", "after_noon", "dated"]

_MANY = 1e9
"""From here on a number would be written with an exponent."""

_OPEN_CODES = {"decade": "E", "century": "C", "millennium": "L"}
_FRACTIONS = {
    0.5: {"year": "6M", "hour": "30M", "minute": "30S", "day": "T12H", "month": "15D"},
    0.25: {"year": "3M", "hour": "15M", "minute": "15S", "day": "T6H"},
    0.75: {"year": "9M", "hour": "45M", "minute": "45S", "day": "T18H"},
}


def after_noon(time: str) -> str:
    """A time of day of the first half of the day as that of the second half.

    >>> after_noon("T05:30"), after_noon("T12:00")
    ('T17:30', 'T12:00')
    """
    return f"T{int(time[1:3]) % 12 + 12}{time[3:]}"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of calendar units.

    Args:
        count: How many, None for "several".
        unit: The unit: ``day``.
        mod: What is said about the number: ``APPROX`` for "about".
    """

    count: float | None
    unit: str
    mod: Mod | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value.

        >>> Amount(2, "week").value, Amount(2.5, "year").value, Amount(None, "hour").value, Amount(20, "minute").value
        ('P2W', 'P2Y6M', 'PTXH', 'PT20M')
        """
        unit, factor = COUNTED_IN.get(self.unit, (self.unit, 1))
        time, code = DURATION_CODES.get(unit, ("", "X"))
        if self.count is None:
            return f"P{time}X{_OPEN_CODES.get(self.unit, code)}"
        whole, rest = divmod(self.count, 1)
        rests = _FRACTIONS.get(rest, {})
        if self.unit in rests:
            return f"P{time}{f'{whole:.0f}{code}' if whole else ''}{rests[self.unit]}"
        number = self.count * factor
        return f"P{time}{number:.0f}{code}" if number >= _MANY else f"P{time}{number:.10g}{code}"


class Reading(NamedTuple):
    """What an expression means at its place in the text.

    Args:
        type: DATE, TIME, DURATION or SET.
        stamp: The stretch of the calendar, None where there is none.
        text: The value where there is no stretch: ``PAST_REF``, ``XXXX-12-25``, ``P2W``.
        time: What follows a day: ``T15:00``.
        zone: Of a time: its offset from UTC, or its name as long as the day is not known: ``+01:00``, ``Europe/Paris``.
        mod: TIMEX3's modifier.
        quant: Of a SET.
        freq: Of a SET.
        begin: The value at which an anchored duration begins, or what a part of a stretch begins with.
        end: The value at which it ends.
        alternatives: Other values it can have.
        implied: The fields that the text does not state.
        amount: The number of units, of a duration.
        rival: Another stretch that the words can mean, taken if the text names it elsewhere without doubt.
    """

    type: TimexType = "DATE"
    stamp: Stamp | None = None
    text: str = ""
    time: str = ""
    zone: str = ""
    mod: Mod | None = None
    quant: str | None = None
    freq: str | None = None
    begin: str | None = None
    end: str | None = None
    alternatives: tuple[str, ...] = ()
    implied: frozenset[str] = frozenset()
    amount: Amount | None = None
    rival: Stamp | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value.

        >>> Reading(stamp=("month", 24301)).value
        '2025-02'
        """
        return (stamp_value(self.stamp) if self.stamp else self.text) + self.time

    def at(self, stamp: Stamp) -> Reading:
        """The same of another stretch.

        >>> Reading(stamp=("year", 2024), mod="START", begin="2024-01-01", end="2024-03-03").at(("year", 2025)).begin
        """
        return self._replace(stamp=stamp, begin=None, end=None)

    def but(self, **changes: object) -> Reading:
        """The same with some fields changed."""
        return self._replace(**changes)  # type: ignore[arg-type]


def dated(stamp: Stamp | None, implied: Iterable[str] = ()) -> Reading | None:
    """The reading of a stretch of the calendar, None where there is none or where it is beyond the calendar.

    >>> dated(("year", 1995)).value, dated(("year", 99999))
    ('1995', None)
    """
    if stamp is None or not in_calendar(stamp):
        return None
    return Reading(stamp=stamp, implied=frozenset(implied))

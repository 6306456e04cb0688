"""The day of publication, as far as it is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.model.date import EdtfDate
from timeline.model.edtf import Precision
from timeline.model.gregorian import days_from_civil
from timeline.model.timex import split_zone

__all__ = ["Published", "read_published"]

_SOME_DAY = days_from_civil(1905, 3, 7)
_ANOTHER_DAY = days_from_civil(2094, 10, 27)
_SEASON = 100
"""So many days behind a day, the month is another one, and the day of the month, too: not so a year behind it."""

_PARTS = 7
"""Into so many parts is a stretch cut: of several years, feasts and weeks are on other days in each."""


class Published(NamedTuple):
    """The first and last day on which a text may have been published.

    Without any date these are two days that agree in nothing, so that what is said of both is all that can be known.

    Args:
        first: A day number.
        last: A day number, the same if the day is known.
        clock: The time of day, ``T15:00``, or "".
        zone: Its offset from UTC, ``+01:00``, or "".
        text: As it was given.
    """

    first: int
    last: int
    clock: str = ""
    zone: str = ""
    text: str = ""

    @property
    def days(self) -> tuple[int, ...]:
        """Its first day and some others of which no two need be alike: what is said of these can be said of all.

        >>> [EdtfDate.of_day(day).text[5:] for day in read_published("2026-02").days]
        ['02-01', '02-04', '02-08', '02-12', '02-14', '02-16', '02-20', '02-24', '02-28']
        """
        span = self.last - self.first
        steps = {span * part // _PARTS for part in range(_PARTS + 1)} | {min(span // 2, _SEASON)}
        return tuple(self.first + step for step in sorted(steps))

    def each(self) -> Iterator[Published]:
        """The same with one of these days as the only one.

        >>> len(list(read_published("2026-02").each())), all(one.known for one in read_published("2026-02").each())
        (9, True)
        """
        return (self._replace(first=day, last=day) for day in self.days)

    @property
    def known(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last


def read_published(published: str | EdtfDate | None) -> Published:
    """The days that a publication date leaves open: any date will do, of a day, a month, several years.

    Raises:
        DateError: It is no date.

    >>> read_published("2026-02-11").known, read_published("2026-02").known, read_published(None).text
    (True, False, '')
    """
    if published is None or published == "":
        return Published(_SOME_DAY, _ANOTHER_DAY)
    date = EdtfDate.of(published)
    text = str(date)
    if date.first_day is None or date.last_day is None:
        return Published(_SOME_DAY, _ANOTHER_DAY, text=text)
    local, zone = split_zone(text)
    clock = local[local.index("T") :] if date.precision > Precision.DAY and "T" in local else ""
    return Published(date.first_day, date.last_day, clock, zone or "", text)

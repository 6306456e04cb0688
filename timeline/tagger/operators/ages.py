"""Dates of more than a year: a decade, a century, a millennium, and a year with its era."""

from __future__ import annotations

from timeline.model.gregorian import LAST_YEAR
from timeline.model.timex import Mod
from timeline.tagger.context import Context
from timeline.tagger.numbers import roman
from timeline.tagger.reading import Reading, dated

__all__ = ["century", "decade", "era"]

_OWN_NAME = 2000


def decade(
    context: Context,
    *,
    decade: int,
    after: int = 0,
    **_: object,
) -> Reading | None:
    """A decade by its first year, or by its tens; the nearest to the one that it stands ``after``.

    "The 1800s" are a century to whoever writes of them today; the first decade has no other name only from 2000 on.

    >>> decade(Context(0), decade=1990).value, decade(Context(0), decade=60).value, decade(Context(0), decade=1995)
    ('199', '196', None)
    >>> decade(Context(0), decade=1800).value, decade(Context(0), decade=2000).value
    ('18', '200')
    >>> [decade(Context(0), decade=tens, after=first).value for tens, first in ((70, 1860), (80, 1990), (0, 1990))]
    ['187', '198', '200']
    """
    if decade % 10:
        return None
    full = decade if decade >= 100 else decade + (2000 if decade < 20 else 1900)
    if after >= 100:
        full = after + (decade - after + 50) % 100 - 50
    if decade >= 100 and full % 100 == 0 and full < _OWN_NAME:
        return dated(("century", full // 100))
    return dated(("decade", full // 10))


def century(
    context: Context,
    *,
    century: int | str,
    before: bool = False,
    unit: str = "century",
    mod: Mod | None = None,
    **_: object,
) -> Reading | None:
    """A century or millennium by its number, which may be Roman; with a ``mod`` the part of it.

    >>> century(Context(0), century=20).value, century(Context(0), century="XIX").value
    ('19', '18')
    """
    number = roman(century) if isinstance(century, str) else century
    if not number or not 1 <= number <= (10 if unit == "millennium" else 99):
        return None
    reading = dated((unit, -number if before else number - 1))
    return reading and reading.but(mod=mod)


def era(
    context: Context,
    *,
    number: int | str,
    before: bool = False,
    mod: Mod | None = None,
    **_: object,
) -> Reading | None:
    """A year with its era; one of more than four digits is only told to be past.

    >>> era(Context(0), number=44, before=True).value, era(Context(0), number=79).value
    ('BC0044', '0079')
    """
    years = int(number.replace(",", "")) if isinstance(number, str) else number
    if years < 1 or years != int(years):
        return None
    if before and years > LAST_YEAR:
        return Reading(text="PAST_REF")
    reading = dated(("year", int(1 - years if before else years)))
    return reading and reading.but(mod=mod)

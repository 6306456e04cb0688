"""Of what comes once a year, the one that is meant."""

from __future__ import annotations

from collections.abc import Callable

from timeline.tagger.context import NO_DOUBT, Context
from timeline.tagger.units import Stamp, first_day, in_unit, last_day, stamp_value, year_of

__all__ = ["beside_this_year", "in_some_year"]

_YEARS_AROUND = (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6)  # mostly a date has its day of the week again within six
_NEAR = 120
_MONTH = 31
_SIX_WEEKS = 42
_TWO_DAYS = 2  # what is printed on a day can be told elsewhere on the next
_LONG_AGO = 240
_VERY_LONG_AGO = 285
_TEN_MONTHS = 300


def in_some_year(
    context: Context,
    stamp_in: Callable[[int], Stamp | None],
    fits: Callable[[Stamp], bool] = lambda _: True,
    *,
    exact: bool = False,
    names: bool = False,
    is_feast: bool = False,
) -> Stamp | None:
    """Of something that comes once a year, the one that is meant.

    The year that the sentence has set, or the chronology; else the last one if the sentence looks back, the next one
    if it looks ahead; else for a day the nearest one, for anything longer the last one: news looks back. What looks
    ahead means the next feast, unless the last one is hardly over.

    Args:
        context: The place of the expression.
        stamp_in: The stretch in a year, None if that year has none.
        fits: Whether a stretch is one that is meant: a day of the week that was named, too.
        exact: It is a day, which is rather near than in the direction of the sentence.
        names: It names something, "the March vote": the nearest is meant where the sentence looks ahead.
        is_feast: It is a feast.

    >>> in_some_year(Context(0, tense=1), lambda year: ("month", 12 * year + 4))
    ('month', 23644)
    """
    if context.year is not None:
        stamp = stamp_in(context.year)
        if stamp is not None:
            context.note(f"the year that the sentence has set: {context.year}")
            return stamp
    told = _listed_next(context, stamp_in) or (_in_month(context, stamp_in) if exact else None)
    told = told or _told_next(context, stamp_in, exact=exact)
    if told is not None:
        return told
    this_year = context.now("year")[1]
    for years in (_YEARS_AROUND[:3], _YEARS_AROUND):  # nearly always three are enough
        stamps = [stamp for stamp in map(stamp_in, (this_year + step for step in years)) if stamp]
        fitting = [stamp for stamp in stamps if fits(stamp)]
        if len(fitting) == len(years):
            break
    return _chosen(context, fitting or stamps, exact=exact, names=names, is_feast=is_feast)


def _listed_next(context: Context, stamp_in: Callable[[int], Stamp | None]) -> Stamp | None:
    """The next entry of a chronology that does not say its year again: "May 3, 2001 - …, July 9 - …".

    The first one behind the last entry, or before it where the entries go back.
    """
    last, order = context.listed or (None, 0)
    year = year_of(last) if last else None
    if last is None or year is None:
        return None
    for step in (0, order):
        stamp = stamp_in(year + step)
        if stamp and (first_day(stamp) - first_day(last)) * (order or 1) >= 0:
            context.note(f"the entry next to {stamp_value(last)}")
            return stamp
    return None


def _in_month(context: Context, stamp_in: Callable[[int], Stamp | None]) -> Stamp | None:
    """A day of the month told just before: "the February 2003 fire was the worst; it broke out on February 3"."""
    month = context.month_told
    stamp = month and stamp_in(year_of(month) or 0)
    if not month or not stamp or in_unit("month", stamp) != month or context.direction() >= 0:
        return None
    this = stamp_in(context.now("year")[1])
    if this and abs(first_day(this) - context.published) <= _MONTH:  # nearer than any month told
        return None
    context.note(f"a day of {stamp_value(month)}, told just before")
    return stamp


def _told_next(context: Context, stamp_in: Callable[[int], Stamp | None], *, exact: bool) -> Stamp | None:
    """What comes later in the year of the date told just before: "In May 2009 he was arrested; in July, freed".

    A day goes on in the year of the sentence before, a month only in that of its own: news names months of this year
    without it.
    """
    told = context.narrative(exact=exact)
    stamp = told and stamp_in(year_of(told) or 0)
    if not told or not stamp or first_day(stamp) <= first_day(told):
        return None
    if context.direction() > 0 and first_day(told) < context.published:
        return None
    context.note(f"later in the year of {stamp_value(told)}, told just before")
    return stamp


def _chosen(
    context: Context, stamps: list[Stamp], *, exact: bool, names: bool = False, is_feast: bool = False
) -> Stamp | None:
    """The stretch that the tense of the sentence chooses; a day that is near is taken whatever the tense.

    So is a month that is hardly over: "they will release figures for August", printed in September.
    """
    direction, day = context.direction(), context.published
    nearest = min(stamps, key=lambda stamp: (abs(first_day(stamp) - day), first_day(stamp)), default=None)
    near = _MONTH if direction >= NO_DOUBT else _SIX_WEEKS if is_feast and direction > 0 else _NEAR
    if direction <= -NO_DOUBT and nearest is not None and first_day(nearest) > day:
        near = _SIX_WEEKS if direction == -NO_DOUBT else _TWO_DAYS
    if nearest is None or (names and direction > 0):
        return nearest
    if exact and (direction == 0 or abs(first_day(nearest) - day) <= near):
        return nearest
    before = [stamp for stamp in stamps if first_day(stamp) <= day]
    after = [stamp for stamp in stamps if last_day(stamp) >= day]
    if direction > 0 and after:
        coming = min(after, key=first_day)
        hardly_over = direction < NO_DOUBT and coming[0] == "month" and first_day(coming) - day > _TEN_MONTHS
        return nearest if hardly_over else coming
    if not before:
        return nearest
    last = max(before, key=first_day)
    long_ago = day - last_day(last) > (_LONG_AGO if direction == 0 else _VERY_LONG_AGO)
    return nearest if long_ago and not exact and direction > -NO_DOUBT else last


def beside_this_year(context: Context, stamp_in: Callable[[int], Stamp | None], shift: int) -> Stamp | None:
    """The last one before the day of publication, the next one after it, or that of its year."""
    this_year = context.now("year")[1]
    stamps = [stamp for stamp in map(stamp_in, sorted(this_year + step for step in _YEARS_AROUND)) if stamp]
    if not shift:
        return stamp_in(this_year)
    beyond = [stamp for stamp in stamps if (first_day(stamp) - context.published) * shift > 0]
    return min(beyond, key=lambda stamp: abs(first_day(stamp) - context.published), default=None)

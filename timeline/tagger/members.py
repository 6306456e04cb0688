"""Expressions that one rule holds together while each stands for itself: "between March and May"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.model.gregorian import weekday
from timeline.tagger.matcher import Node
from timeline.tagger.narrative import names
from timeline.tagger.numbers import closing_year
from timeline.tagger.reading import Reading, after_noon
from timeline.tagger.units import (
    PER_YEAR,
    Stamp,
    first_day,
    in_calendar,
    in_year,
    last_day,
    of_day,
    stamp_value,
    year_of,
)

if TYPE_CHECKING:
    from timeline.tagger.text_pass import Found

__all__ = [
    "MEMBERS",
    "NAMED",
    "RANGE",
    "REPORT",
    "REPORTED",
    "YEARS",
    "ZONES",
    "name_the_same",
    "put_in_order",
    "put_in_zones",
    "reported",
    "years_apart",
]

RANGE = "range"
"""What a rule makes of two dates of which the second follows the first: "from Monday to Thursday"."""

_LISTED = "listed"
"""What a rule makes of dates side by side, which may follow each other: "Monday and Tuesday"."""

REPORT = "report"
"""What a rule makes of a length of time and its end, on which a text reports: "the three months ended Sept. 30"."""

NAMED = "named_twice"
"""What a rule makes of two days side by side, which may be one: "the next day, Feb. 3"."""

ZONES = "in_two_zones"
"""What a rule makes of a time of day and the same in another zone: "10 p.m. (0200 GMT)"."""

YEARS = "years_apart"
"""What a rule makes of two years written as one, each of which stands for itself: "between 2008-2011"."""

MEMBERS = frozenset({RANGE, _LISTED, REPORT, NAMED, ZONES, YEARS})
"""All of these."""

REPORTED = ("quarter", "half")
"""The units that a text reports on."""

_OF_WEEK = "weekday_in"
"""What a rule makes of a day and the week that it is in."""

_WEEK = 7
_YEAR = 12
_LONGEST_YEAR = 366
_DAYS_OF_YEAR = 365
_SHIFT = frozenset({"shift"})
_DAY = 24 * 60  # minutes
_FARTHEST_AHEAD = 14 * 60  # minutes that a zone is ahead of another


def reported(found: list[Found]) -> Stamp | None:
    """The quarter or half of a year that three or six months are, and the day or month with which they end."""
    if len(found) != 2:
        return None
    amount, end = found[0].reading.amount, found[1].reading.stamp
    if amount is None or amount.unit != "month" or end is None or end[0] not in ("day", "month"):
        return None
    unit = next((unit for unit in REPORTED if _YEAR // PER_YEAR[unit] == amount.count), None)
    month = of_day("month", last_day(end))
    whole = of_day(unit, first_day(month)) if unit else None
    return whole if whole and last_day(whole) == last_day(month) else None


def years_apart(text: str) -> list[tuple[int, int, Reading]]:
    """Where the two years of a text begin and end in it, and what they mean.

    >>> [(start, end, reading.value) for start, end, reading in years_apart("2008-11")]
    [(0, 4, '2008'), (5, 7, '2011')]
    """
    first, last = re.finditer("[0-9]+", text)
    ends = (first, int(first[0])), (last, closing_year(text))
    return [(*found.span(), Reading(stamp=("year", year))) for found, year in ends]


def name_the_same(found: list[Found], *, is_counted: bool) -> bool:
    """Whether two names are those of one day: then the one tells which day the other means.

    Where the first is counted from another date, the last tells: "the next day, Feb. 3". A day of the week is that of
    the name before it: "tomorrow, Friday".
    """
    first, last = (one.reading.stamp for one in found) if len(found) == 2 else (None, None)
    if first is None or last is None:
        return is_counted
    is_one = first[0] == last[0] == "day" and weekday(first[1]) == weekday(last[1]) and _is_weekday(found[1].node)
    if is_counted:
        _put(found[0], last)
    elif is_one:
        _put(found[1], first)
    return is_counted or is_one


def put_in_zones(found: list[Found]) -> None:
    """The second of two times is the first in another zone, on the same day, the next or the one before.

    10 p.m. and 0200 are four hours apart, not twenty: so far ahead is no zone. A day behind them is that of the first.
    """
    if len(found) < 2 or not _are_clock(*found[:2]):
        return
    begin, end, *days = found
    first, second = (int(one.reading.time[1:3]) * 60 + int(one.reading.time[4:6]) for one in (begin, end))
    ahead = (first - second) % _DAY
    ahead -= _DAY if ahead > _FARTHEST_AHEAD else 0
    told, other = begin.reading.stamp, end.reading.stamp
    if told is None or other is None:
        return
    day = told[1] + (first - ahead) // _DAY
    if "day" in end.reading.implied or weekday(day) == weekday(other[1]):
        _put(end, (told[0], day))
    for one in days:
        _put(one, told)


def _follow_each_other(begin: Found, end: Found) -> bool:
    """Whether a list goes on: "Monday and Tuesday", not "Friday and Thursday"; "June or July", not "July and May".

    So do days of months: "20 and 25 November", "on 30 December and 2 January".
    """
    first, last = begin.reading.stamp, end.reading.stamp
    if first is None or last is None or first[0] != last[0]:
        return False
    steps = last[1] - first[1]
    if _is_of_week(begin, end):
        return steps % _WEEK <= weekday(last[1])
    if first[0] == "day" and "year" in begin.reading.implied & end.reading.implied:
        return 0 < steps % _DAYS_OF_YEAR <= _DAYS_OF_YEAR // 2
    if first[0] == "day":
        return steps % _WEEK == 1
    of_year = PER_YEAR["quarter"] if first[0] == "quarter" else _YEAR
    return 0 < steps % of_year <= of_year // 2


def put_in_order(found: list[Found], latest: Callable[[], int | None], *, listed: bool = False) -> None:
    """What a range ends with follows what it begins with: "from next Monday to Friday", "from December to May 2025".

    A time by the clock before another one is that of the next day. Of two ends, the one that does not say when it is
    gives way: of days of the week the last to the week after, or the first to the week before if the last would be
    after the latest day, or to the week that the last one names; a month or day to the year that fits.

    Args:
        found: The members, in their order.
        latest: Asked for the latest day, None where any day can be meant.
        listed: Whether they are a list, in which only what goes on follows what is before it.
    """
    pairs = [*pairwise(found)]
    for begin, end in (*pairs, *reversed(pairs)):  # what the last one moves can move those before it
        is_row = _follow_each_other(begin, end) or _are_clock(begin, end) or _are_to_come(begin, end, latest)
        if is_row or not listed:
            _put_both_in_order(begin, end, latest)


def _are_to_come(begin: Found, end: Found, latest: Callable[[], int | None]) -> bool:
    """Whether days of one week are listed that are yet to come: "they will strike on Tuesday and Saturday"."""
    first, last = begin.reading.stamp, end.reading.stamp
    if first is None or last is None or not (_is_weekday(begin.node) and _is_weekday(end.node)):
        return False
    return weekday(first[1]) < weekday(last[1]) and latest() is None


def _put_both_in_order(begin: Found, end: Found, latest: Callable[[], int | None]) -> None:
    first, last = begin.reading.stamp, end.reading.stamp
    if first is None or last is None:
        return
    if _are_clock(begin, end) and "day" in begin.reading.implied | end.reading.implied:
        _put_on_one_day(begin, end, first, last)
    elif _is_of_week(begin, end):
        _put(begin, ("day", last[1] - (last[1] - first[1]) % _WEEK))
    elif _is_weekday(begin.node) and _is_weekday(end.node):
        _put_in_one_week(begin, end, latest())
    elif _is_weekday(end.node) and first[0] == last[0] == "day" and last < first:
        _put(end, ("day", last[1] - (last[1] - first[1]) // _WEEK * _WEEK))
    elif 0 <= first_day(last) - first_day(first) <= _LONGEST_YEAR:
        return
    else:
        _put_in_years(begin, end, first, last, latest)


def _put_in_years(begin: Found, end: Found, first: Stamp, last: Stamp, latest: Callable[[], int | None]) -> None:
    """Months or days of which the last moves to the year that fits, if it may, and else the first."""
    later = next((one for one in _near(last, first, (0, 1)) if first_day(one) >= first_day(first)), last)
    earlier = next((one for one in _near(first, last, (0, -1)) if first_day(one) <= first_day(last)), first)
    moves = "year" in end.reading.implied
    gives_way = "year" in begin.reading.implied and not names(begin.node, _SHIFT)
    if moves and gives_way:
        bound = latest()
        moves = bound is None or first_day(later) <= bound
    if moves:
        _put(end, later)
    elif gives_way:
        _put(begin, earlier)


def _are_clock(*times: Found) -> bool:
    return all(one.reading.time[1:2].isdigit() for one in times)


def _put_on_one_day(begin: Found, end: Found, first: Stamp, last: Stamp) -> None:
    """Times of which one says no day, which can lie behind midnight: "Monday 9 p.m. to 5 a.m.", but not "9 am to 5"."""
    late = after_noon(end.reading.time)
    if "half" in end.reading.implied - begin.reading.implied and end.reading.time < begin.reading.time < late:
        end.reading = end.reading.but(time=late)
    next_day = end.reading.time < begin.reading.time
    if "day" in end.reading.implied:
        _put(end, (first[0], first[1] + next_day))
    elif "day" in begin.reading.implied:
        _put(begin, (last[0], last[1] - next_day))


def _put_in_one_week(begin: Found, end: Found, latest: int | None) -> None:
    """Two days of the week less than a week apart: "from Friday until Monday", and "it was open from …"."""
    (unit, first), (_, last) = begin.reading.stamp or ("day", 0), end.reading.stamp or ("day", 0)
    if latest is not None and last > latest:
        last -= (last - latest + _WEEK - 1) // _WEEK * _WEEK
        _put(end, (unit, last))
    if last >= first:
        _put(begin, (unit, first + (last - first) // _WEEK * _WEEK))
    elif latest is not None and last + _WEEK > latest:
        _put(begin, (unit, first - _WEEK))
    else:
        _put(end, (unit, last + _WEEK))


def _is_of_week(begin: Found, end: Found) -> bool:
    """Whether the week of the last day is that of both: "from Monday to Wednesday last week"."""
    return _is_weekday(begin.node) and end.node.rule.make == _OF_WEEK


def _is_weekday(node: Node) -> bool:
    """Whether an expression is a day of the week and perhaps its time, and nothing says which of that name."""
    if node.rule.make == "weekday":
        return all(place.name != "shift" for place in node.places)
    return any(isinstance(part, Node) and _is_weekday(part) for part in node.parts)


def _near(stamp: Stamp, other: Stamp, steps: tuple[int, ...]) -> Iterator[Stamp]:
    """The same month or day in the year of another stretch, or beside it."""
    for step in steps:
        moved = in_year(stamp, (year_of(other) or 0) + step)
        if moved is not None:
            yield moved


def _put(one: Found, stamp: Stamp) -> None:
    if not in_calendar(stamp):
        return
    if one.steps and one.reading.stamp != stamp:
        one.steps = (*one.steps, f"with the date beside it: {stamp_value(stamp)}")
    one.reading = one.reading.at(stamp)

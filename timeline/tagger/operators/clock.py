"""Times of day by the clock, and the day they belong to."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from timeline.model.gregorian import civil_from_days
from timeline.tagger.context import Context
from timeline.tagger.reading import Reading, after_noon
from timeline.tagger.units import Stamp, first_day

__all__ = [
    "at_time",
    "clock",
    "clock_span",
    "iso_time",
    "military",
    "minutes_to",
    "noon",
    "past_midnight",
    "with_zone",
]

_HOUR = 60  # minutes
_FARTHEST_ZONE = 14  # hours from UTC
_HALF = frozenset({"half"})
_LATE = ("TAF", "TEV", "TNI")
_MIDNIGHT = "T24:00"
_MORNING = "T06"
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?::([0-9]{2}))?(?:[.,][0-9]+)?")


def _time(hour: int, minute: int | None = None, second: int | None = None) -> str:
    return f"T{hour:02d}" + "".join(
        f":{part:02d}" for part in (0 if minute is None else minute, second) if part is not None
    )


def clock(
    context: Context,
    *,
    hour: int | None = None,
    text: str = "",
    minute: int | None = None,
    number: int | None = None,
    half: str = "",
    part: str = "",
    until: int | str | None = None,
    bare: bool = False,
    whole: bool = False,
    **_: object,
) -> Reading | None:
    """A time by the clock; ``half`` is am or pm, ``part`` the part of the day that tells which half is meant.

    Where the half is that of the time ``until`` which something lasts, it begins in that half or the one before, on
    the same day. A ``bare`` number is one of the twelve on the dial; by a clock of the ``whole`` day no half is open.

    >>> clock(Context(0), hour=3, half="pm").time, clock(Context(0), text="10:30").time
    ('T15:00', 'T10:30')
    >>> clock(Context(0), hour=3, half="pm", until=5).time, clock(Context(0), hour=11, half="pm", until="1:30").time
    ('T15:00', 'T11:00')
    """
    found = _CLOCK.fullmatch(text) if text else None
    hour, second = number if hour is None else hour, None
    if found:
        hour, minute = int(found[1]), int(found[2] or 0)
        second = int(found[3]) if found[3] else None
    if hour is None or hour > 24 or (minute or 0) > 59 or (hour == 24 and minute):
        return None
    if until is not None:
        half = _half_of_begin((hour, minute or 0), until, half) if 1 <= hour <= 12 else ""
        if not half and hour <= 12:
            return None
    if found and half == "pm" and 12 < hour < 24:  # "17:06 p.m." says twice what it means
        half = ""
    if (half or bare or (part and not text)) and not 1 <= hour <= 12:
        return None
    late = half == "pm" or (not half and hour <= 12 and part in _LATE and not (part == "TNI" and hour < 5))
    if half or part:
        hour = hour % 12 + 12 if late else (hour % 12 if half or part == "TMO" else hour)
    is_open = not (half or part or whole) and 1 <= hour <= 12 and (found is None or len(found[1]) == 1)
    return Reading("TIME", time=_time(hour, minute, second), implied=_HALF if is_open else frozenset())


def _half_of_begin(begin: tuple[int, int], until: int | str, half: str) -> str:
    """The half of the day in which something begins that lasts until a time of a half: "from 11 to 1:30 p.m.".

    "" where it began on the day before: "from 11 to 3 a.m.".
    """
    found = _CLOCK.fullmatch(str(until))
    end = (int(found[1]) % 12, int(found[2] or 0)) if found else (0, 0)
    if (begin[0] % 12, begin[1]) < end:
        return half
    return "am" if half == "pm" else ""


def noon(context: Context, *, text: str) -> Reading:
    """Noon and midnight.

    >>> noon(Context(0), text="T12:00").time
    'T12:00'
    """
    return Reading("TIME", time=text)


def past_midnight(context: Context, *, day: Reading | None = None) -> Reading | None:
    """Midnight as the begin of a day: of the one that is named, else of the one after the day the text is at.

    What is told of without a day of its own, and is over, has happened on the day of publication.

    >>> past_midnight(Context(0), day=Reading(stamp=("day", 2))).value, past_midnight(Context(0, tense=-1)).value
    ('1970-01-03T00:00', '1970-01-01T00:00')
    """
    if day is not None:
        return day.but(type="TIME", time="T00:00") if day.stamp and day.stamp[0] == "day" else None
    told = context.day_at()
    is_over = told[1] >= context.published and context.direction() <= 0
    return Reading("TIME", told, time="T00:00" if is_over else _MIDNIGHT, implied=frozenset({"day"}))


def military(context: Context, *, military: int, zone: str = "", half: str = "", **_: object) -> Reading | None:
    """A time in four digits: "0900 GMT", "1140 a.m.".

    >>> reading = military(Context(0), military=900, zone="UTC")
    >>> reading.time, reading.zone
    ('T09:00', 'Z')
    """
    time = clock(context, hour=military // 100, minute=military % 100, half=half)
    return with_zone(context, time=time.but(implied=frozenset()), zone=zone) if time else None


def minutes_to(
    context: Context,
    *,
    minutes: int,
    hour: int | None = None,
    half: str = "",
    part: str = "",
    text: str = "",
) -> Reading | None:
    """ "Half past three", "ten to five", "a quarter past noon": minutes counted from a full hour.

    >>> minutes_to(Context(0), minutes=-10, hour=5).time, minutes_to(Context(0), minutes=15, text="T12:00").time
    ('T04:50', 'T12:15')
    """
    if text:
        whole: Reading | None = noon(context, text=text)
    else:
        whole = clock(context, hour=hour, half=half, part=part, bare=not (half or part))
    if whole is None or minutes >= _HOUR:
        return None
    total = int(whole.time[1:3]) * 60 + minutes
    return whole.but(time=_time(total // 60 % 24, total % 60))


def iso_time(
    context: Context, *, day: Reading, text: str, zone: str = "", offset: str = "", sign: str = ""
) -> Reading | None:
    """A day and a time as ISO 8601 writes them.

    >>> reading = iso_time(Context(0), day=Reading(stamp=("day", 0)), text="10:30", zone="Z")
    >>> reading.value, reading.zone
    ('1970-01-01T10:30', 'Z')
    """
    text, minus, behind = text.partition("-")
    time = clock(context, text=text)
    return time.but(stamp=day.stamp, zone=zone or sign + offset or minus + behind) if time else None


def _day_of_entry(context: Context, *, is_early: bool) -> Stamp:
    """The day of a time with which the line of a live report begins: that of its heading, whatever a line told."""
    if not context.entry:
        return context.morning_at() if is_early else context.day_at()
    return context.heading or ("day", context.published)


def at_time(
    context: Context,
    *,
    time: Reading,
    day: Reading | None = None,
    part_of_day: Reading | None = None,
    zone: str = "",
    **_: object,
) -> Reading | None:
    """A time of day on its day: the one that is named, or the one the text is at.

    Where the half of the day is open, it is that of the part of the day that the sentence has named: "Last night's game
    began at 8:15". The first hours behind a night are those of the next day: "On Friday night they met. At 2 a.m. …".

    >>> at_time(Context(0), time=Reading("TIME", time="T10:30")).value
    '1970-01-01T10:30'
    """
    day = day or part_of_day
    zone = zone or time.zone
    if day is None and time.time == _MIDNIGHT and not zone and context.direction() < 0:
        return past_midnight(context)
    if day is None:
        stamp = time.stamp or _day_of_entry(context, is_early=time.implied != _HALF and time.time < _MORNING)
        clock = _in_half(context, time.time) if time.implied == _HALF else time.time
        implied = frozenset({"day"}) | (time.implied if clock == time.time else frozenset())
        return time.but(stamp=stamp, time=clock, zone=_offset(zone, first_day(stamp)), implied=implied)
    if day.stamp is None or day.stamp[0] != "day":
        return None
    clock = _in_part(time.time, day.time)
    others = tuple(f"{other}{clock}" for other in day.alternatives)
    return day.but(type="TIME", time=clock, zone=_offset(zone, day.stamp[1]), alternatives=others)


def _in_half(context: Context, time: str) -> str:
    """A time whose half of the day is open, as the sentence tells it: by a part of the day or by a time told before.

    What follows a time comes after it, if the day has such a time: "Doors open at 7 p.m., the play starts at 8".
    """
    if context.part:
        return _in_part(time, context.part)
    told = context.clock
    if told is None:
        return time
    context.note(f"the time told before is {told.time}")
    late = after_noon(time)
    return next((one for one in (time, late) if one > told.time), late if told.time > "T12" else time)


def _in_part(time: str, part: str) -> str:
    """A time of day as its part of the day has it: eight in the evening is 20:00."""
    hour = time[1:3]
    early = hour.isdigit() and (5 if part == "TNI" else 1) <= int(hour) < 12
    return after_noon(time) if part in _LATE and early else time


def with_zone(
    context: Context,
    *,
    time: Reading,
    zone: str = "",
    ahead: int | str | None = None,
    behind: int | None = None,
) -> Reading | None:
    """A time of day in its zone, whose offset depends on the day, or with the hours that it is ahead of UTC or behind.

    >>> time = Reading("TIME", time="T10:30")
    >>> [with_zone(Context(0), time=time, zone=zone).zone for zone in ("UTC", "Europe/Paris")]
    ['Z', 'Europe/Paris']
    >>> with_zone(Context(0), time=time, ahead="5:30").zone
    '+05:30'
    """
    if ":" not in time.time:
        return None
    if ahead is not None or behind is not None:
        offset = _numeric_offset(behind, "-") if ahead is None else _numeric_offset(ahead, "+")
        return time.but(zone=offset) if offset else None
    return time.but(zone=zone if "/" in zone else _offset(zone, 0))


def _numeric_offset(said: int | str | None, sign: str) -> str:
    """ "2", "5:30" or "530" as ISO 8601 has it, "" if no zone is so far away."""
    digits = str(said).replace(":", "")
    hours, minutes = (digits, "00") if len(digits) <= len("14") else (digits[:-2], digits[-2:])
    return f"{sign}{int(hours):02}:{minutes}" if int(hours) <= _FARTHEST_ZONE else ""


@lru_cache(maxsize=512)
def _offset(zone: str, day: int) -> str:
    if zone in ("UTC", ""):
        return "Z" if zone else ""
    if zone[0] in "+-Z":
        return zone
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        year, month, date = civil_from_days(day)
        offset = datetime(year, month, date, 12, tzinfo=UTC).astimezone(ZoneInfo(zone)).strftime("%z")
    except (ZoneInfoNotFoundError, ValueError):
        return ""
    return "Z" if offset == "+0000" else f"{offset[:3]}:{offset[3:]}"


def clock_span(context: Context, *, text: str, half: str = "", day: Reading | None = None) -> Reading | None:
    """Two times written as one: "3:30-4:30pm", "3-5 p.m. on Friday".

    >>> span = clock_span(Context(0), text="3-4:30", half="pm")
    >>> span.begin, span.end, span.value
    ('1970-01-01T15:00', '1970-01-01T16:30', 'PT1H30M')
    """
    first, _, last = text.replace("–", "-").replace("—", "-").partition("-")
    begin = clock(context, text=first, half=half, until=last if half else None)
    end = clock(context, text=last, half=half)
    if not begin or not end or begin.time >= end.time:
        return None
    stamp = day.stamp if day else context.day_at()
    minutes = sum(
        factor * (int(end.time[at : at + 2]) - int(begin.time[at : at + 2])) for at, factor in ((1, 60), (4, 1))
    )
    value = "PT" + (f"{minutes // 60}H" if minutes >= 60 else "") + (f"{minutes % 60}M" if minutes % 60 else "")
    return Reading("DURATION", text=value, begin=begin.but(stamp=stamp).value, end=end.but(stamp=stamp).value)

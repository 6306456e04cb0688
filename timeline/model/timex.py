"""Time expressions, in the terms of TIMEX3 (ISO-TimeML, ISO 24617-1:2012), and their place in EDTF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from timeline.model.date import EdtfDate
from timeline.model.edtf import Precision, year_text
from timeline.model.errors import DateError
from timeline.model.gregorian import civil_from_days, days_from_week

__all__ = ["Mod", "Timex", "TimexType", "date_of_timex", "split_zone", "timex_of_date"]

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Mod = Literal[
    "START",
    "MID",
    "END",
    "APPROX",
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
]


@dataclass(slots=True, unsafe_hash=True)  # frozen ones take three times as long to make
class Timex:
    """A time expression found in a text.

    Args:
        start: Where it begins in the text, in code points.
        end: Where it ends, in code points, not included.
        type: DATE, TIME, DURATION or SET.
        value: The TIMEX3 value: ``2025-02``, ``2024-W18``, ``2025-Q3``, ``P2W``, ``XXXX-12-25``, ``PAST_REF``.
        mod: What the value leaves open: ``START`` for "early", ``APPROX`` for "about".
        rule: The rule that read it: ``en/month-shift-year``.
        implied: The fields that the text does not state: ``{"year"}`` for "in March"; ``{"day", "half"}`` for "at
            3:30", which does not say the half of the day.
        quant: The quantifier of a SET: ``EVERY``.
        freq: How often, of a SET: ``2X``.
        begin_point: The value at which an anchored DURATION begins, or a part of a DATE: the second half of a century.
        end_point: The value at which it ends.
        alternatives: Other values that it can have, where the text does not tell: day and month of ``03/04/2025``.
        zone: What a TIME states of its zone: the offset from UTC, ``+01:00`` or ``Z``; its name (``Europe/Paris``) if
            the offset depends on a day that is not known. The value has the time as the text has it, without the zone,
            as TimeBank and TempEval-3 annotate it.

    >>> Timex(3, 21, "DATE", "2025-02", None, "en/month-shift-year").date
    EdtfDate(text='2025-02')
    """

    start: int
    end: int
    type: TimexType
    value: str
    mod: Mod | None = None
    rule: str = ""
    implied: frozenset[str] = frozenset()
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None
    end_point: str | None = None
    alternatives: tuple[str, ...] = ()
    zone: str | None = None

    @property
    def date(self) -> EdtfDate | None:
        """The date that it means, None if it means no stretch of the calendar, or one that EDTF cannot write."""
        try:
            return self._date()
        except DateError:
            return None

    def _date(self) -> EdtfDate | None:
        if self.type == "DURATION":
            return _between(self.begin_point, self.end_point)
        if self.begin_point and self.end_point and self.type == "DATE":
            return _about(date_of_timex(self.begin_point), date_of_timex(self.end_point))
        if self.alternatives:
            # EDTF has no choice of times: of each the day.
            days = {value.partition("T")[0] for value in (self.value, *self.alternatives)}
            return EdtfDate(f"[{','.join(sorted(days))}]")
        return date_of_timex(self.value + (self.zone or ""), self.mod) if self.type in ("DATE", "TIME") else None


def _about(begin: EdtfDate | None, end: EdtfDate | None) -> EdtfDate | None:
    """A part of a stretch, which nobody takes to the day."""
    if begin is None or end is None or begin.is_interval or end.is_interval:
        return None
    return EdtfDate(f"{begin}~" if begin == end else f"{begin}~/{end}~")


def _between(begin: str | None, end: str | None) -> EdtfDate | None:
    first = date_of_timex(begin) if begin else None
    last = date_of_timex(end) if end else None
    if first is None or last is None or first.first_day is None or last.last_day is None:
        return None
    return (
        EdtfDate(f"{first}/{last}")
        if not (first.is_interval or last.is_interval)
        else EdtfDate.of_range(first.first_day, last.last_day)
    )


# TIMEX3 <-> EDTF: the names of parts of a year, and the number that EDTF writes in place of a month.
_SUBYEAR_NUMBERS = {
    "SP": 21,
    "SU": 22,
    "FA": 23,
    "AU": 23,
    "WI": 24,
    "Q1": 33,
    "Q2": 34,
    "Q3": 35,
    "Q4": 36,
    "H1": 40,
    "H2": 41,
}
_WHOLE_YEAR = 4
_SUBYEAR_NAMES = {number: name for name, number in _SUBYEAR_NUMBERS.items() if name != "AU"}

_VALUE = re.compile(
    r"""(?P<fiscal>FY)? (?P<era>BC|-)? (?P<year>[0-9]{1,4}|(?<=BC)[0-9]{5,6})
    (?: -W(?P<week>[0-9]{2})(?P<weekend>-WE)? (?:-(?P<weekday>[1-7]))?
      | -(?P<subyear>SP|SU|FA|AU|WI|Q[1-4]|H[12])
      | -(?P<month>[0-9]{2}|XX) (?: -(?P<day>[0-9]{2}|XX) )? )?
    (?: T(?: (?P<part>MO|MI|AF|EV|NI|DT|PM|AM) |
      (?P<clock>[0-9]{2}(?::?[0-9]{2}){0,2}(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?) ) )?""",
    re.VERBOSE | re.ASCII,
)


_ZONE = re.compile(r"(?P<local>.*T[0-9]{2}[0-9:]{0,6})(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)", re.ASCII)


def split_zone(value: str) -> tuple[str, str | None]:
    """A value, or an EDTF date, without the offset that a time of day has, and that offset.

    >>> split_zone("2025-02-12T15:00+01:00"), split_zone("T15:00Z"), split_zone("2025-02-12")
    (('2025-02-12T15:00', '+01:00'), ('T15:00', 'Z'), ('2025-02-12', None))
    """
    match = _ZONE.fullmatch(value)
    return (match["local"], match["zone"]) if match else (value, None)


@lru_cache(10_000)
def date_of_timex(value: str, mod: Mod | None = None) -> EdtfDate | None:
    """The EDTF date of a TIMEX3 value, None where there is none (``PAST_REF``, durations, a year that is open).

    A part of a stretch ("early", "mid", "late") becomes the approximate third of it. "More than ten years ago" is not
    the year that is ten years ago: that is only near.

    >>> [str(date_of_timex(value)) for value in ("2025-02", "2024-W18", "2025-Q3", "2025-SP", "199", "18", "BC0044")]
    ['2025-02', '2024-04-29/2024-05-05', '2025-35', '2025-21', '199X', '18XX', '-0043']
    >>> [str(date_of_timex(value)) for value in ("BC01", "BC0", "BC12000", "1979-04-XX", "BC0044-W11-4")]
    ['-01XX', '-0XXX', 'Y-11999', '1979-04-XX', '-0043-03-14']
    >>> str(date_of_timex("2025-03", "START")), str(date_of_timex("2019", "BEFORE")), date_of_timex("PAST_REF")
    ('2025-03-01~/2025-03-10~', '../2018', None)
    >>> str(date_of_timex("2016", "MORE_THAN"))
    '2016~'
    """
    match = _VALUE.fullmatch(value)
    try:
        return _with_mod(_plain(match), mod) if match else None
    except DateError:
        return None


def _plain(match: re.Match[str]) -> EdtfDate:
    year = _year(match)
    if match["fiscal"]:
        return EdtfDate(f"{year}~")
    if match["week"]:
        number = 1 - int(match["year"]) if match["era"] == "BC" else int(match["year"])
        return _week(number, int(match["week"]), bool(match["weekend"]), match["weekday"])
    if match["subyear"]:
        return EdtfDate(f"{year}-{_SUBYEAR_NUMBERS[match['subyear']]}")
    fields = "-".join(part for part in (year, match["month"], match["day"]) if part)
    return EdtfDate(f"{fields}T{match['clock']}" if match["day"] and match["clock"] else fields)


def _year(match: re.Match[str]) -> str:
    digits = match["year"]
    if match["era"] == "BC" and len(digits) >= _WHOLE_YEAR:
        return year_text(1 - int(digits))
    # What is longer falls together: 200 to 101 BC, the second century, is -0199 to -0100.
    return ("-" if match["era"] else "") + digits + "X" * (_WHOLE_YEAR - len(digits))


def _week(year: int, week: int, weekend: bool, weekday: str | None) -> EdtfDate:
    monday = days_from_week(year, week)
    if weekday:
        return EdtfDate.of_day(monday + int(weekday) - 1)
    return EdtfDate.of_range(monday + 5, monday + 6) if weekend else EdtfDate.of_range(monday, monday + 6)


_THIRDS: dict[str, tuple[int, int]] = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}


_NEAR = frozenset({"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"})


def _with_mod(date: EdtfDate, mod: Mod | None) -> EdtfDate:
    if mod in _THIRDS:
        return _third(date, *_THIRDS[mod])
    if mod in _NEAR and date.precision > Precision.DAY:
        return date.without_time  # EDTF has no approximate time of day: the day is sure
    if mod in _NEAR and not date.is_interval:
        return EdtfDate(f"{str(date).rstrip('~')}~")
    return _bounded(date, mod)


def _bounded(date: EdtfDate, mod: Mod | None) -> EdtfDate:
    if mod in ("BEFORE", "ON_OR_BEFORE"):
        return EdtfDate(f"../{date.before if mod == 'BEFORE' else date.end}")
    if mod in ("AFTER", "ON_OR_AFTER"):
        return EdtfDate(f"{date.after if mod == 'AFTER' else date.start}/..")
    return date


def _third(date: EdtfDate, begin: int, end: int) -> EdtfDate:
    """The approximate third of a stretch, in the unit that divides it: the days of a month, the months of a year."""
    first, last = date.first_day, date.last_day
    if first is None or last is None or date.precision >= Precision.DAY:
        return date
    count, text = (
        _DAYS if date.precision is Precision.MONTH else _MONTHS if date.precision >= Precision.YEAR else _YEARS
    )
    low, high = count(first), count(last)
    span = high - low + 1
    return EdtfDate(f"{text(low + span * begin // 3)}~/{text(low + span * end // 3 - 1)}~")


def _month_count(day: int) -> int:
    year, month, _ = civil_from_days(day)
    return year * 12 + month - 1


_DAYS = (int, lambda day: str(EdtfDate.of_day(day)))
_MONTHS = (_month_count, lambda count: f"{year_text(count // 12)}-{count % 12 + 1:02d}")
_YEARS = (lambda day: civil_from_days(day)[0], year_text)


def timex_of_date(date: EdtfDate) -> tuple[str, Mod | None] | None:
    """The TIMEX3 value and mod of an EDTF date, None for what TIMEX3 cannot say.

    >>> timex_of_date(EdtfDate("2025-35")), timex_of_date(EdtfDate("199X")), timex_of_date(EdtfDate("../2019"))
    (('2025-Q3', None), ('199', None), ('2019', 'ON_OR_BEFORE'))
    >>> timex_of_date(EdtfDate("2025-02~")), timex_of_date(EdtfDate("2024/2025")) is None
    (('2025-02', 'APPROX'), True)
    >>> [timex_of_date(EdtfDate(text))[0] for text in ("-0043-03-15", "0000", "-01XX")]
    ['BC0044-03-15', 'BC0001', 'BC01']
    """
    if date.is_interval and (date.start is None) != (date.end is None):
        plain = timex_of_date(date.start or date.end or date)
        return (plain[0], "ON_OR_BEFORE" if date.start is None else "ON_OR_AFTER") if plain and not plain[1] else None
    if date.is_interval or date.is_choice or str(date).startswith("Y"):
        return None
    text = re.sub("[?~%]", "", str(date))
    year, _, number = text.rpartition("-")
    if date.precision in (Precision.SEASON, Precision.QUARTER, Precision.HALF):
        text = f"{year}-{_SUBYEAR_NAMES.get(int(number))}"
    value = _with_era(text if "-" in text[1:] else text.rstrip("X"))
    return (value, "APPROX" if date.approximate else None) if _SAID.fullmatch(value) else None


# TIMEX3 has no decade with months, no unknown digit beside a known one, and no third of a year.
_SAID = re.compile(
    r"(?:(?:BC)?[0-9]{1,5}|XXXX(?=-))(?:-(?:SP|SU|FA|WI|Q[1-4]|H[12]|(?:0[1-9]|1[0-2]|XX)(?:-(?:[0-9]{2}|XX))?))?(?:T.+)?",
    re.ASCII,
)
_BEFORE_CHRIST = re.compile(r"(?P<year>-[0-9]{4}|0000)|-")


def _with_era(value: str) -> str:
    """A value with its year as TIMEX3 counts it, which has no year 0."""
    match = _BEFORE_CHRIST.match(value)
    if not match:
        return value
    year = f"{1 - int(match['year']):04d}" if match["year"] else ""
    return f"BC{year}{value[match.end() :]}"

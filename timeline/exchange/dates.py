"""Dates of formats that know only a begin and an end, each a year, a month, a day or a time, or the parts of these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from timeline.model.date import EdtfDate, Precision
from timeline.model.edtf import year_text
from timeline.model.gregorian import civil_from_days

__all__ = ["Civil", "Span", "civil", "joined", "lacks_month", "of_year", "span_of", "year_month_day"]

_PLAIN = (Precision.YEAR, Precision.MONTH, *(each for each in Precision if each >= Precision.DAY))
# A day, a time or a mark alone does not tell in which month it is.
_NO_MONTH = re.compile(r"\W*+(?:\d++\W*+(?:(?:st|nd|rd|th)\W*+)?)?|[^:]*+:.*", re.DOTALL)
_DAY_IN_DIGITS = re.compile(r"(\d{1,2}([./-])\d{1,2})\2?")
_FRACTION = re.compile(r"(?<=\d)\.0+\Z")  # of numbers in a column in which some are missing
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|\.|º|°)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """A date as a begin and an end.

    Attributes:
        begin: A year, month, day or time, without qualifiers.
        end: The same, the last one that is meant; None if the date is no stretch, or nobody knows its end.
        exact: Whether the two say all that the date says.
    """

    begin: EdtfDate
    end: EdtfDate | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Civil:
    """The parts of a date; None for those that it does not state. The year 0 is 1 BCE. The time is as written."""

    year: int
    month: int | None = None
    day: int | None = None
    time: str | None = None


def span_of(date: EdtfDate) -> Span | None:
    """A date as a begin and an end, as exactly as they can say it; None if nothing bounds it.

    >>> span_of(EdtfDate("2025-02/2025-03-01"))
    Span(begin=EdtfDate(text='2025-02'), end=EdtfDate(text='2025-03-01'), exact=True)
    >>> span_of(EdtfDate("2025-21~"))
    Span(begin=EdtfDate(text='2025-03-01'), end=EdtfDate(text='2025-05-31'), exact=False)
    >>> span_of(EdtfDate("2022-02-24/.."))
    Span(begin=EdtfDate(text='2022-02-24'), end=None, exact=False)
    """
    if not date.is_interval:
        return _span_of_point(date)
    begin, end = date.start, date.end
    first, last = begin and (_plain(begin) or begin.earliest), end and (_plain(end) or end.latest)
    if begin and end:
        return Span(first, last, (first, last) == (begin, end)) if first and last else None
    known = first or last
    return Span(known, None, False) if known else None


def joined(begin: EdtfDate, end: EdtfDate) -> EdtfDate:
    """The stretch from one date to another, either of which may be a stretch itself.

    Raises:
        DateError: The end comes before the begin, or one of them is one of several days.

    >>> str(joined(EdtfDate("2024-05"), EdtfDate("2024-06/2024-07"))), str(joined(EdtfDate("2024"), EdtfDate("2024")))
    ('2024-05/2024-07', '2024')
    """
    return begin if begin == end else EdtfDate(f"{begin.start or '..'}/{end.end or '..'}")


def _span_of_point(date: EdtfDate) -> Span | None:
    plain = _plain(date)
    if plain:
        return Span(plain, None, plain == date)
    first, last = date.earliest, date.latest
    return Span(first, last, False) if first and last else None


def _plain(date: EdtfDate) -> EdtfDate | None:
    if date.is_choice or date.precision not in _PLAIN or date.first_day is None or "X" in date.text:
        return None
    return EdtfDate(re.sub("[?~%]", "", date.text))


def civil(date: EdtfDate) -> Civil:
    """The parts of a plain date.

    >>> civil(EdtfDate("-0043-03")), civil(EdtfDate("2025-02-12T15:00Z"))
    (Civil(year=-43, month=3, day=None, time=None), Civil(year=2025, month=2, day=12, time='15:00Z'))
    """
    year, month, day = civil_from_days(date.first_day or 0)
    precision = date.precision
    return Civil(
        year,
        month if precision >= Precision.MONTH else None,
        day if precision >= Precision.DAY else None,
        date.clock or None,
    )


def lacks_month(end: str) -> bool:
    """Whether a text is a day, a time or a mark alone, which is in the month of what comes before it.

    >>> lacks_month("18th"), lacks_month("20:30"), lacks_month("14 March")
    (True, True, False)
    """
    return bool(_NO_MONTH.fullmatch(end))


def of_year(day: str, year: str) -> str:
    """A day with its year, between numbers with the mark that stands there.

    >>> of_year("3/14", "2024"), of_year("14.3.", "2024"), of_year("14 March", "2024")
    ('3/14/2024', '14.3.2024', '14 March 2024')
    """
    numbers = _DAY_IN_DIGITS.fullmatch(day)
    return f"{numbers[1]}{numbers[2]}{year}" if numbers else f"{day} {year}"


def year_month_day(year: str, month: str = "", day: str = "") -> str:
    """A date from its parts, as far as they are given; as they stand where they are no numbers.

    >>> year_month_day("1969", "7", "20"), year_month_day("-43", "3"), year_month_day("1,969", "July", "20")
    ('1969-07-20', '-0043-03', '20 July 1,969')
    >>> year_month_day("2024.0", "3.0", "5th"), year_month_day("2024", "3", "5 or 6")
    ('2024-03-05', '2024-3-5 or 6')
    """
    said = [_FRACTION.sub("", part.strip()) for part in (year, month, day)]
    first, *others = (re.sub(r"[\s,]", "", part) for part in said)
    given = [_ORDINAL.sub("", part) for part in takewhile(bool, others)]
    if not re.fullmatch(r"-?\d{1,12}", first) or not all(part.isascii() and part.isdigit() for part in given):
        # Three numbers without their order would be a riddle.
        return " ".join(filter(None, said[::-1])) if not said[1].isdigit() else "-".join(filter(None, said))
    return "-".join([year_text(int(first)), *(part.zfill(2) for part in given)])

"""The dates of markwhen: how an event line begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.exchange.dates import Civil, civil, span_of, year_month_day
from timeline.model.date import EdtfDate
from timeline.model.edtf import year_text
from timeline.model.gregorian import LAST_YEAR

__all__ = ["Start", "date_of", "starts_event", "written"]

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}"
_CLOCK = r"\d{1,2}(?::\d{2})?(?:[ap]m)?"
_POINT = "|".join(
    (
        r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?Z?",
        rf"\d{{4}}-\d{{2}}-\d{{2}}\s+{_CLOCK}",
        r"\d{4}-\d{2}-\d{2}",
        r"\d{4}-\d{2}",
        rf"\d{{1,2}}/\d{{1,2}}/\d{{1,5}}(?:\s+{_CLOCK})?",
        r"\d{1,2}/\d{4}",
        rf"\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}",
        rf"{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}",
        rf"{_MONTH}\s+\d{{4}}",
        r"\d{1,5}\s?(?:BCE|BC|CE|AD)",
        r"\d{1,5}",
        r"now",
    )
)
_START = re.compile(
    rf"\s*+(?P<begin>{_POINT})(?:\s*(?:/|-|–|\bto\b)\s*(?P<end>{_POINT}))?\s*:(?!\d\d\b)(?P<rest>.*)\Z",
    re.IGNORECASE | re.ASCII,
)
_UNIT = r"(?:ms|(?:millisecond|second|sec|minute|min|hour|(?:week\s?|work\s?|business\s?)?day|week|month|year)s?)"
_RELATIVE = re.compile(
    rf"\s*+(?:(?:after|before|by)\b[^:]{{0,100}}|![\w.]{{1,80}}\s[^:]{{0,100}}"
    rf"|[\d/\- ]{{0,60}}\d{{1,9}}\s*+{_UNIT}\b[^:]{{0,100}}"
    rf"|(?:{_POINT})[^:]{{0,100}}\bevery\b[^:]{{0,100}}|{_MONTH}\s+\d{{1,2}}\b[^:]{{0,60}}):",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Start:
    """How an event line begins.

    Attributes:
        begin: The first date, as it is written.
        end: The second one, "" if there is none.
        rest: The line after the colon.
        relative: Whether it counts from another event, repeats or leaves out the year; then there are no dates.
    """

    begin: str
    end: str
    rest: str
    relative: bool = False


def starts_event(line: str) -> Start | None:
    """The beginning of an event, None if the line does not begin one.

    >>> starts_event("2025-02-18/2025-03: Talks #talks")
    Start(begin='2025-02-18', end='2025-03', rest='Talks #talks', relative=False)
    >>> starts_event("after !talks 2 weeks: Pause").relative, starts_event("They met again.")
    (True, None)
    """
    line = line[:2000]
    found = _START.match(line)
    if found:
        return Start(found["begin"], found["end"] or "", found["rest"].strip())
    relative = _RELATIVE.match(line)
    return Start("", "", line[relative.end() :].strip(), True) if relative else None


def date_of(start: Start, day_first: bool) -> str:
    """The date of an event line in EDTF.

    Args:
        start: The line.
        day_first: Whether 3/4/2025 is the third of April, as ``dateFormat: d/M/y`` says.

    >>> date_of(Start("11/02/2025", "", ""), day_first=True), date_of(Start("44 BCE", "14 CE", ""), False)
    ('2025-02-11', '-0043/0014')
    """
    era = re.search("(?:bce?|ce|ad)$", start.end, re.IGNORECASE)
    # As markwhen has it, "300-200 BCE" is in its first part, too, before the common era.
    begin = f"{start.begin} {era[0]}" if era and start.begin.isdigit() else start.begin
    first, last = _edtf(begin, day_first), _edtf(start.end, day_first) if start.end else ""
    return f"{first}/{last}" if last and last != first else first


def _edtf(said: str, day_first: bool) -> str:
    said = " ".join(said.lower().split())
    if said == "now":
        return ".."
    before = re.fullmatch(r"(\d+) ?(bce|bc|ce|ad)", said)
    if before:
        return year_text(1 - int(before[1]) if before[2].startswith("b") else int(before[1]))
    day, _, clock = said.partition(" ") if re.match(r"\d[\d/-]+ \d", said) else said.upper().partition("T")
    if day.upper() != day or re.search("[A-Z]", day):
        return _human(said)
    parts = day.split("/")
    if len(parts) == 3:
        order = (2, 1, 0) if day_first else (2, 0, 1)
        day = year_month_day(*(parts[index] for index in order))
    elif len(parts) == 2:
        day = year_month_day(parts[1], parts[0])
    elif re.fullmatch(r"\d{1,5}", day):
        day = year_text(int(day))
    return f"{day}T{_clock(clock)}" if clock else day


def _human(said: str) -> str:
    words = said.replace(",", " ").split()
    name = next(word for word in words if word[:3] in _MONTHS)
    numbers = [word for word in words if word.isdigit()]
    return year_month_day(numbers[-1], str(_MONTHS.index(name[:3]) + 1), *numbers[:-1])


def _clock(said: str) -> str:
    found = re.fullmatch(r"(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?(?:\.\d+)?([ap]m|z)?", said.strip().lower())
    if not found:
        return said
    hour, minute, second, mark = found.groups()
    if mark in ("am", "pm"):
        hour = str(int(hour) % 12 + (12 if mark == "pm" else 0))
    seconds = f":{second}" if second and second != "00" else ""
    return f"{hour.zfill(2)}:{minute or '00'}{seconds}{'Z' if mark == 'z' else ''}"


def written(date: EdtfDate) -> str | None:
    """A date as markwhen writes it, as near as it can; None if it has no way to say it.

    >>> written(EdtfDate("2025-02~")), written(EdtfDate("2022-02-24/..")), written(EdtfDate("-0043-03-15"))
    ('2025-02', '2022-02-24/now', '44 BCE')
    """
    span = span_of(date)
    if span is None:
        return None
    ends = [civil(end) for end in (span.begin, span.end) if end]
    if any(not -99998 <= end.year <= LAST_YEAR for end in ends):
        return None
    if any(end.year < 1 for end in ends):
        return "-".join(_with_era(end.year) for end in ends)
    said = [_point(end) for end in ends]
    if date.is_interval and date.end is None:
        said.append("now")
    return ("/" if not any("T" in point or ":" in point for point in said) else " - ").join(said)


def _with_era(year: int) -> str:
    return f"{year} CE" if year > 0 else f"{1 - year} BCE"


def _point(said: Civil) -> str:
    parts = [year_text(said.year), *(f"{part:02d}" for part in (said.month, said.day) if part)]
    day = "-".join(parts)
    if not said.time:
        return day
    clock = said.time[:5] if ":" in said.time[:3] else f"{said.time[:2]}:00"
    if said.time.endswith("Z"):
        seconds = said.time[6:8] if said.time[5:6] == ":" else "00"
        return f"{day}T{clock}:{seconds}Z"
    return f"{day} {clock}"

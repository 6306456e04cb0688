"""A weekday that its date does not have.

## What it does
Reports a phrase that names a weekday and a day, in `date` or in an `expression`, where that day is another weekday.
Days before 1753 are left alone: much of the world still counted them in the Julian calendar.

## Why is this bad?
One of the two is wrong, and only the source can tell which. The day is kept until you say so.

## Example
```yaml
- title: The border opens
  date: 1989-11-09
  expression: Friday, 9 November 1989
```

## Use instead
```yaml
- title: The border opens
  date: 1989-11-09
  expression: Thursday, 9 November 1989
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate, Precision
from timeline.model.event import Event
from timeline.model.gregorian import civil_from_days, weekday
from timeline.store.entries import Entry
from timeline.store.reading import Reading
from timeline.wording import weekday_name, weekdays
from timeline.yamldoc import NodePath

__all__ = ["CODE", "LEVEL", "check"]

CODE = "DAT111"
LEVEL = "warning"
_JULIAN_UNTIL = EdtfDate("1752-12-31")
_WORD = re.compile(r"([^\W\d_]+)(\W{0,3}\d)?")
_LONGEST_SHORT = 3
_NUMBER = re.compile(r"\d+", re.ASCII)


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The phrases that name a weekday beside a day which is another one."""
    known = weekdays(reading.timeline.language)
    for file, entry, event in reading.events():
        for place, phrase in _phrases(entry, event):
            said = [word for word, number in _WORD.findall(phrase) if _is_weekday(word.casefold(), number, known)]
            day = _day(event.date) if len(said) == 1 else None
            if day is not None and known[said[0].casefold()] != weekday(day) and _names(phrase, day):
                message = f"'{phrase}' says {said[0]}, and {EdtfDate.of_day(day)} is a {weekday_name(weekday(day))}"
                yield Finding(file, entry.at(*place), message, "look up which is meant, and correct the other")


def _is_weekday(word: str, number: str, known: Mapping[str, int]) -> bool:
    """Whether a word is the name of a weekday: a short one is another word, too, but beside a number ("he sat")."""
    return word in known and (bool(number) or len(word) > _LONGEST_SHORT)


def _day(date: EdtfDate) -> int | None:
    """The number of the day that a date is, None if it is none, or too long ago."""
    is_day = not date.is_interval and not date.is_choice and date.precision >= Precision.DAY
    return date.first_day if is_day and date > _JULIAN_UNTIL else None


def _names(phrase: str, day: int) -> bool:
    """Whether a phrase names a day of the month: "two days after Friday" is no Friday."""
    return civil_from_days(day)[2] in map(int, _NUMBER.findall(phrase))


def _phrases(entry: Entry, event: Event) -> Iterator[tuple[NodePath, str]]:
    """The words for the date of an event, as they are written, each with its place."""
    for name in ("date", "expression"):
        if name in entry.fields:
            yield (name,), entry.fields[name]
    for number, source in enumerate(event.sources):
        if source.expression:
            yield ("sources", number, "expression"), source.expression

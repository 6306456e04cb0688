"""A date that looks like two years and is a season.

## What it does
Reports a `date` such as `1939-41`. In EDTF a number from 21 to 41 in the place of the month is a season, a quarter or a
half of the year: 41 is the second half. Where an `expression` says what is meant, nothing is reported.

## Why is this bad?
Most people write `1939-41` for the years from 1939 to 1941.

## Example
```yaml
- title: The front stands still
  date: 1939-41
```

## Use instead
```yaml
- title: The front stands still
  date: 1939/1941
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.model.edtf import SUBYEARS
from timeline.store.reading import Reading
from timeline.wording import date_in_words

__all__ = ["CODE", "LEVEL", "check"]

CODE = "DAT110"
LEVEL = "warning"
_LIKE_YEARS = re.compile(r"(\d\d)(\d\d)-(\d\d)([?~%]?)")


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The dates with a season whose number can be that of a later year, unless words say what is meant."""
    for file, entry, event in reading.events():
        match = _LIKE_YEARS.fullmatch(str(event.date))
        said = event.expression or any(source.expression for source in event.sources)
        if match and not said and int(match[3]) in SUBYEARS and match[3] > match[2]:
            century, year, last, mark = match.groups()
            words = date_in_words(event.date)
            own = date_in_words(event.date, reading.timeline.language)
            hint = f"write {century}{year}{mark}/{century}{last}{mark} for the years, else add 'expression: {own}'"
            yield Finding(file, entry.at("date"), f"'{event.date}' means '{words}'", hint)

"""A date that can be read in two ways.

## What it does
Reports dates such as `03/04/2025`, which is the third of April in London and the fourth of March in Washington.

## Why is this bad?
Half of the readers take it for another day. Both days are kept until you say which is meant.

## Example
```yaml
- title: Talks begin
  date: 03/04/2025
```

## Use instead
```yaml
- title: Talks begin
  date: 2025-04-03
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "DAT107"
LEVEL = "warning"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The dates that are written with numbers alone and mean one of several days."""
    for file, entry, event in reading.events():
        if event.date.is_choice and entry.resolved and entry.resolved.steps:
            days = " or ".join(str(date) for date in event.date.choices)
            message = f"'{entry.fields['date']}' can be {days}"
            yield Finding(file, entry.at("date"), message, f"write 'date: {event.date.choices[0]}', or the other one")

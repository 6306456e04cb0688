"""A date in the future.

## What it does
Reports an event that is said to be certain and lies after today.

## Why is this bad?
Nobody knows the future: it is planned or possible, and the chart shows that. Or the year is mistyped.

## Example
```yaml
- title: The next summit
  date: 2999-05-01
```

## Use instead
```yaml
- title: The next summit
  date: 2999-05-01
  certainty: planned
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "DAT104"
LEVEL = "warning"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The certain events that begin after today."""
    for file, entry, event in reading.events():
        if event.certainty == "certain" and event.date.begins_after(today):
            hint = "write 'certainty: planned', or correct the date"
            yield Finding(file, entry.at("date"), f"{event.date} is in the future", hint)

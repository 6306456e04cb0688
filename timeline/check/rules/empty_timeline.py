"""A timeline without events.

## What it does
Reports a timeline that has no event at all.

## Why is this bad?
Its page is empty. Add an event, or remove the file.

## Example
```yaml
title: Talks
events: []
```

## Use instead
```yaml
title: Talks
events:
  - {title: Talks begin, date: 2025-02-12}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "TML401"
LEVEL = "warning"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The timeline, if nothing is in it; where something cannot be read, that is said instead."""
    file = reading.files[0]
    if file.document and not reading.problems and not any(each.entries for each in reading.files):
        begin = "" if file.events_node else "'events:', and below it "
        hint = f"add {begin}'- date: …' and 'title: …'"
        yield Finding(file, file.events_node or 0, "the timeline has no events", hint)

"""A source without a publication date.

## What it does
Reports a source that gives the words of a date (`expression`) and not when it was published, where the event and
the file do not say it either.

## Why is this bad?
"Last February" cannot be checked, by a reader or by this program, without the day it was written.

## Example
```yaml
- title: A breakthrough
  date: 2025-02
  sources:
    - title: After the summit
      expression: last February
```

## Use instead
```yaml
- title: A breakthrough
  date: 2025-02
  sources:
    - title: After the summit
      published: 2026-02-11
      expression: last February
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "SRC203"
LEVEL = "warning"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The sources with an expression that nothing gives a publication date to."""
    for file, entry, event in reading.events():
        if event.published or reading.timeline.published:
            continue
        for number, source in enumerate(event.sources):
            if source.expression and not source.published:
                hint = "add 'published: 2026-02-11', the day on which the source was published"
                yield Finding(file, entry.at("sources", number), "the source has no publication date", hint)

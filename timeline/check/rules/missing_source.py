"""An event without a source.

## What it does
Reports events for which no source is named.

## Why is this bad?
A reader cannot check it, and the next editor cannot either.

## Example
```yaml
- title: Talks begin
  date: 2025-02-12
```

## Use instead
```yaml
- title: Talks begin
  date: 2025-02-12
  sources:
    - publisher: TASS
      title: Contacts of the presidents
      published: 2025-03-18
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "SRC201"
LEVEL = "note"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The events that name no source."""
    for file, entry, event in reading.texts():
        if not event.sources:
            hint = "add 'sources:' with the publisher, title and address of an article"
            yield Finding(file, entry.at("title"), "no source is named", hint)

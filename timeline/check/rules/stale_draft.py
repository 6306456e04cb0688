"""A draft that nobody has read.

## What it does
Reports an event that is still `status: draft` 90 days after its source was published.

## Why is this bad?
Drafts are made by a program. Until a person has read one, the timeline may say what nobody said.

## Example
```yaml
- title: Talks begin
  date: 2020-02-12
  status: draft
  sources: [{title: A call, published: 2020-02-13}]
```

## Use instead
```yaml
- title: Talks begin
  date: 2020-02-12
  status: reviewed
  sources: [{title: A call, published: 2020-02-13}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "EVT305"
LEVEL = "note"


_DAYS = 90


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The drafts that were last told more than 90 days ago."""
    for file, entry, event in reading.texts():
        if event.status != "draft":
            continue
        if event.told and today.begins_after(event.told[1], _DAYS):
            hint = "read it, and write 'status: reviewed' or remove the event"
            yield Finding(file, entry.at("status"), f"still a draft after {_DAYS} days", hint)

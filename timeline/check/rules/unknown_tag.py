"""A tag that is not in the list.

## What it does
Reports a `tag` that the timeline does not list under `tags`. Where nothing is listed, all are allowed.

## Why is this bad?
Most often it is misspelt, and the event stands where nobody looks for it.

## Example
```yaml
tags: [talks, sanctions]
events:
  - {title: Talks begin, date: 2025, tags: [talk]}
```

## Use instead
```yaml
tags: [talks, sanctions]
events:
  - {title: Talks begin, date: 2025, tags: [talks]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.check.words import nearest
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "EVT304"
LEVEL = "warning"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The events with a tag that is not listed."""
    known = dict.fromkeys(reading.timeline.tags)
    for file, entry, event in reading.texts():
        for number, tag in enumerate(event.tags):
            if known and tag not in known:
                yield Finding(file, entry.at("tags", number), f"there is no tag '{tag}'", nearest(tag, known))

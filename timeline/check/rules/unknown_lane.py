"""A lane that is not in the list.

## What it does
Reports a `lane` that the timeline does not list under `lanes`. Where nothing is listed, all are allowed.

## Why is this bad?
Most often it is misspelt, and the event stands in a row of its own.

## Example
```yaml
lanes: [Presidents, Envoys]
events:
  - {title: Talks begin, date: 2025, lane: Envoy}
```

## Use instead
```yaml
lanes: [Presidents, Envoys]
events:
  - {title: Talks begin, date: 2025, lane: Envoys}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.check.words import nearest
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "EVT303"
LEVEL = "warning"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The events with a lane that is not listed."""
    known = dict.fromkeys(reading.timeline.lanes)
    for file, entry, event in reading.texts():
        if event.lane and known and event.lane not in known:
            yield Finding(file, entry.at("lane"), f"there is no lane '{event.lane}'", nearest(event.lane, known))

"""An event after the article that tells of it.

## What it does
Reports an event that is said to be certain and lies after the publication of each of its sources.

## Why is this bad?
An article cannot report what has not happened: the event is planned, the date is wrong, or the source is.

## Example
```yaml
- title: They meet in Riyadh
  date: 2025-02-18
  sources: [{title: Talks agreed, published: 2025-02-12}]
```

## Use instead
```yaml
- title: They meet in Riyadh
  date: 2025-02-18
  certainty: planned
  sources: [{title: Talks agreed, published: 2025-02-12}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "DAT105"
LEVEL = "warning"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The certain events that begin after all of their sources were published."""
    for file, entry, event in reading.events():
        published = [source.published for source in event.sources if source.published]
        if event.certainty != "certain" or not published or len(published) < len(event.sources):
            continue
        if all(event.date.begins_after(day) for day in published):
            message = f"{event.date} is after the publication of its source, {max(published)}"
            yield Finding(file, entry.at("date"), message, "write 'certainty: planned', or correct the date")

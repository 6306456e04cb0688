"""Two events that look like one.

## What it does
Reports an event that has nearly the same title, at the same time, as another one of the timeline.

## Why is this bad?
It was added twice, perhaps from two articles. Put the sources of both into one: `timeline merge`.

## Example
```yaml
- {title: Trump and Putin speak by telephone, date: 2025-02-12}
- {title: Putin and Trump speak by telephone, date: 2025-02-12}
```

## Use instead
```yaml
- {title: Trump and Putin speak by telephone, date: 2025-02-12}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.store.reading import Entry, EventFile, Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "EVT302"
LEVEL = "warning"


_ALIKE = 0.75
_FEWEST_WORDS = 2
_LARGEST_GROUP = 200


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:  # noqa: ARG001
    """The events whose title has three quarters of its words in common with one that begins on the same day."""
    groups: dict[int | None, list[tuple[EventFile, Entry, Event, frozenset[str]]]] = {}
    for file, entry, event in reading.events():
        group = groups.setdefault(event.date.first_day, [])
        words = frozenset(event.title.casefold().split())
        # A very large group is one day of a data set; comparing all its pairs would take longer than it helps.
        same = (other for other in group[:_LARGEST_GROUP] if _alike(words, other[3]) and event.date == other[2].date)
        if found := next(same, None):
            hint = f"keep one of the two, or write 'timeline merge {found[2].id} {event.id}'"
            yield Finding(file, entry.at("title"), f"this looks like the event '{found[2].title}'", hint)
        group.append((file, entry, event, words))


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    return min(len(words), len(others)) >= _FEWEST_WORDS and len(words & others) >= _ALIKE * len(words | others)

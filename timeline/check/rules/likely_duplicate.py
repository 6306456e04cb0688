"""Two events that look like one.

## What it does
Reports an event that has nearly the same title as another one of the timeline at the same date, or the same title at a
date that may be the same.

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

import shlex
from collections.abc import Iterator
from pathlib import Path

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "EVT302"
LEVEL = "warning"


_ALIKE = 0.75
_FEWEST_WORDS = 2
_LARGEST_GROUP = 200
_Seen = tuple[Event, frozenset[str]]


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The events whose title has three quarters of its words in common with one of the same date, or all of them."""
    at_date: dict[EdtfDate, list[_Seen]] = {}
    with_words: dict[frozenset[str], list[_Seen]] = {}
    where = _where(reading.place.path)
    for file, entry, event in reading.events():
        words = frozenset(event.title.casefold().split())
        same_date, same_words = at_date.setdefault(event.date, []), with_words.setdefault(words, [])
        # A very large group is one day of a data set; comparing all its pairs would take longer than it helps.
        found = next((other for other, theirs in same_date[:_LARGEST_GROUP] if _alike(words, theirs)), None)
        if found is None and len(words) >= _FEWEST_WORDS:
            found = next((other for other, _ in same_words[:_LARGEST_GROUP] if event.date.overlaps(other.date)), None)
        if found:
            hint = f"keep one of the two, or write 'timeline merge {found.id} {event.id}{where}'"
            yield Finding(file, entry.at("title"), f"this looks like the event '{found.title}'", hint)
        same_date.append((event, words))
        same_words.append((event, words))


def _where(path: Path) -> str:
    """What tells a command where a timeline is, "" where it looks by itself."""
    is_found = path.absolute().is_relative_to(Path("events").absolute())
    return "" if is_found else f" --in {shlex.quote(path.as_posix())}"


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    return min(len(words), len(others)) >= _FEWEST_WORDS and len(words & others) >= _ALIKE * len(words | others)

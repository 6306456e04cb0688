"""An event without an id.

## What it does
Reports events without `id`. `--fix` writes the one that is made from the title until then, if nothing cuts the title
short (YML007).

## Why is this bad?
The id is the address of the event. Without one the address changes with the title, and links to it break.

## Example
```yaml
- title: Talks begin
  date: 2025-02-12
```

## Use instead
```yaml
- title: Talks begin
  date: 2025-02-12
  id: talks-begin
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.comments import is_cut_short
from timeline.check.diagnostic import Finding, Fix
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "EVT306"
LEVEL = "note"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The events of files with several that have no id of their own."""
    for file, entry, event in reading.events():
        title = entry.at("title")
        if entry.path and "id" not in entry.fields and event.id and not is_cut_short(file.document, title):
            fix = Fix(f"write the id '{event.id}'", (((*entry.path, "id"), event.id),))
            yield Finding(file, title, "the event has no id", f"write 'id: {event.id}'", fix)

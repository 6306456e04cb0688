"""A date that says more than its words.

## What it does
Reports a `date` that is more exact than the phrase it was resolved from (`expression`, of the event or of its only
source).

## Why is this bad?
"In February last year" names a month. A day within it was invented, and nobody can tell it from one that is known.

## Example
```yaml
- title: A breakthrough
  date: 2025-02-01
  expression: February last year
  published: 2026-02-11
```

## Use instead
```yaml
- title: A breakthrough
  date: 2025-02
  expression: February last year
  published: 2026-02-11
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.store.phrases import Context, read_date
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "DAT106"
LEVEL = "warning"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The dates that lie inside of what their phrase means, and are finer."""
    for file, entry, event in reading.events():
        said = _said(reading, event)
        if said and event.date.precision > said.precision and event.date.within(said) and event.date != said:
            message = f"{event.date} is more exact than its words, which mean {said}"
            yield Finding(file, entry.at("date"), message, f"write 'date: {said}', or name a source that says more")


def _said(reading: Reading, event: Event) -> EdtfDate | None:
    """What the words of the event, or of its only source, mean; None if a phrase was not resolved from them."""
    sources = event.sources
    expression = event.expression or (sources[0].expression if len(sources) == 1 else None)
    published = next((source.published for source in sources if source.published), event.published)
    if not expression or event.reasoning:
        return None
    timeline = reading.timeline
    context = Context(published or timeline.published, timeline.language, timeline.anchors)
    found = read_date(expression, context)
    return found.date if found else None

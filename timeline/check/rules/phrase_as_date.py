"""A relative date that is not yet written as a date.

## What it does
Reports a phrase in `date`, with the date that it means. `--fix` writes the date and keeps the phrase as `expression`.

## Why is this bad?
The site works all the same. But the file alone does not say when it was, and the phrase means something else as soon as
the event before it, or the publication date, changes.

## Example
```yaml
- title: A breakthrough
  date: February last year
  published: 2026-02-11
```

## Use instead
```yaml
- title: A breakthrough
  date: 2025-02
  published: 2026-02-11
  expression: February last year
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding, Fix
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading
from timeline.yamldoc import NodePath

__all__ = ["CODE", "LEVEL", "check"]

CODE = "DAT109"
LEVEL = "warning"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The dates that are written as phrases."""
    for file, entry, event in reading.events():
        phrase = entry.fields["date"]
        if not entry.resolved or not entry.resolved.steps or event.date.is_choice:
            continue
        found = f"'{phrase}' is read as {event.date}"
        if event.expression != phrase.strip():
            hint = f"write 'date: {event.date}'; 'expression' has other words, so it is left to you which are kept"
            yield Finding(file, entry.at("date"), found, hint)
            continue
        values: list[tuple[NodePath, str]] = [((*entry.path, "date"), str(event.date))]
        if "expression" not in entry.fields and phrase.strip() not in [source.expression for source in event.sources]:
            values.append(((*entry.path, "expression"), phrase))
        fix = Fix(f"write {event.date} and keep the phrase", tuple(values))
        yield Finding(file, entry.at("date"), found, f"write 'date: {event.date}' and 'expression: {phrase}'", fix)

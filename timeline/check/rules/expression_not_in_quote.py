"""Words that are not in the quote.

## What it does
Reports a source whose `expression` does not occur in its `quote`.

## Why is this bad?
The expression is the part of the quote that gives the date. One of the two was changed or mistyped.

## Example
```yaml
- title: A breakthrough
  date: 2025-02
  sources:
    - title: After the summit
      published: 2026-02-11
      quote: There was a breakthrough in February.
      expression: last February
```

## Use instead
```yaml
- title: A breakthrough
  date: 2025-02
  sources:
    - title: After the summit
      published: 2026-02-11
      quote: There was a breakthrough last February.
      expression: last February
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "SRC202"
LEVEL = "warning"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The sources whose expression is not part of their quote, however both are spaced."""
    for file, entry, event in reading.texts():
        for number, source in enumerate(event.sources):
            if source.quote and source.expression and _plain(source.expression) not in _plain(source.quote):
                message = f"the quote does not contain '{source.expression}'"
                yield Finding(file, entry.at("sources", number, "expression"), message, "copy the words from the quote")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())

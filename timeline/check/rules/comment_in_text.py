"""A text that ends at a `#`.

## What it does
Reports a text without quotes that is followed, in its line, by a space and a `#` with no space after it.

## Why is this bad?
There YAML begins a comment, without a word: of "Place #1 of the list" only "Place" is left. No id is made of such a
title by `--fix`.

## Example
```yaml
- title: Place #1 of the list
  date: 2025-02-12
```

## Use instead
```yaml
- title: "Place #1 of the list"
  date: 2025-02-12  # a Wednesday
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.comments import cut_short
from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "YML007"
LEVEL = "warning"
_HINT = "put the whole text in quotes; if it is meant as a comment, write a space behind the '#'"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The texts that may be cut short."""
    for file in reading.files:
        for node in cut_short(file.document):
            yield Finding(file, node, "the text ends where '#' begins a comment", _HINT)

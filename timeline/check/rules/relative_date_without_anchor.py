"""A relative date that counts from nowhere.

## What it does
Reports a phrase such as "last month" in an event where neither a source nor the event nor the file says when it was
published, or "three days later" in the first event of a file, or below one whose date cannot be read or is no single
day: it is not counted from an event further up, nor from the publication date.

## Why is this bad?
Nobody can know which month is meant.

## Example
```yaml
- title: Talks begin
  date: last month
```

## Use instead
```yaml
- title: Talks begin
  date: last month
  published: 2026-02-11
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "DAT108"
LEVEL = "error"

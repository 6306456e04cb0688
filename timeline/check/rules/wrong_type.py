"""A value of the wrong kind.

## What it does
Reports a text where a list is expected, a number outside of its range, an address that is none, and the like.

## Why is this bad?
The event cannot be shown as it was meant.

## Example
```yaml
- date: 2025-02-12
  title: Talks begin
  tags: talks
```

## Use instead
```yaml
- date: 2025-02-12
  title: Talks begin
  tags: [talks]
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "FLD103"
LEVEL = "error"

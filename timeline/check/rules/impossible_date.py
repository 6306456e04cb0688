"""A date that does not exist.

## What it does
Reports days that their month does not have, in digits or in words, months after December, and hours after midnight.

## Why is this bad?
It is a slip of the pen, and nobody but you can know what was meant.

## Example
```yaml
- title: Talks begin
  date: 2025-02-30
```

## Use instead
```yaml
- title: Talks begin
  date: 2025-02-28
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "DAT102"
LEVEL = "error"

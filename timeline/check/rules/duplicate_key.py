"""A key that is there twice.

## What it does
Reports a key that its event, or the file, already has.

## Why is this bad?
YAML readers keep one of the two and drop the other without a word.

## Example
```yaml
- title: Talks begin
  date: 2025-02-12
  date: 2025-02-18
```

## Use instead
```yaml
- title: Talks begin
  date: 2025-02-18
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "YML003"
LEVEL = "error"

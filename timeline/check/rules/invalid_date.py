"""A date that cannot be read.

## What it does
Reports a date that is neither EDTF (ISO 8601-2) nor a phrase that can be resolved.

## Why is this bad?
The event has no place on the timeline.

## Example
```yaml
- title: Talks begin
  date: 2025-2-12
```

## Use instead
```yaml
- title: Talks begin
  date: 2025-02-12
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "DAT101"
LEVEL = "error"

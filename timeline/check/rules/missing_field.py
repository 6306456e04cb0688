"""A field that is missing.

## What it does
Reports an event without `title` or `date`, and a picture without `src` or `alt`.

## Why is this bad?
An event without a date has no place on a timeline, one without a title no name.

## Example
```yaml
- date: 2025-02-12
  text: Their first call.
```

## Use instead
```yaml
- date: 2025-02-12
  title: They speak by telephone
  text: Their first call.
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "FLD102"
LEVEL = "error"

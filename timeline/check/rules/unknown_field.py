"""A field that is not known.

## What it does
Reports a key that no event, source, picture or timeline has, and the known one that looks most like it.

## Why is this bad?
What stands there would be lost: most often the name is misspelt.

## Example
```yaml
- titel: Talks begin
  title: Talks
  date: 2025-02-12
```

## Use instead
```yaml
- title: Talks begin
  date: 2025-02-12
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "FLD101"
LEVEL = "error"

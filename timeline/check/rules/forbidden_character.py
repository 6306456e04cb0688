r"""A character that nobody can see.

## What it does
Reports control characters, byte order marks inside of a file, and the marks that turn the direction of text around.

## Why is this bad?
They come in by copying, break searching and sorting, and can make a text read otherwise than it is stored.

## Example
```yaml
- title: "Talks \u202e begin"
  date: 2025-02-12
```

## Use instead
```yaml
- title: "Talks begin"
  date: 2025-02-12
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "YML005"
LEVEL = "error"

"""An interval that ends before it begins.

## What it does
Reports `begin/end` where the end is the earlier of the two.

## Why is this bad?
It means no time at all; most often the two are in the wrong order.

## Example
```yaml
- title: The war
  date: 1918/1914
```

## Use instead
```yaml
- title: The war
  date: 1914/1918
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "DAT103"
LEVEL = "error"

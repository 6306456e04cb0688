"""More than a file of events needs.

## What it does
Reports more than 32 levels of lists in lists, more than 10,000 keys in one place, and texts of more than 100,000
characters.

## Why is this bad?
Such a file was made by mistake, or to bring down the computer that reads it.

## Example
```yaml
tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[talks]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

## Use instead
```yaml
tags: [talks]
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "YML006"
LEVEL = "error"

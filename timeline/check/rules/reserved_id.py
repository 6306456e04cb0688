"""A timeline at the address of another page.

## What it does
Reports a timeline with the id `index`, which it has from its `id` or from the name of its file or folder.

## Why is this bad?
The page that lists all timelines stands there: one of the two would overwrite the other.

## Example
```yaml
id: index
title: Talks
events:
  - {title: Talks begin, date: 2025-02-12}
```

## Use instead
```yaml
id: talks
title: Talks
events:
  - {title: Talks begin, date: 2025-02-12}
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "TML404"
LEVEL = "error"

"""An id that another event has.

## What it does
Reports an event whose `id` is that of an event before it in the same timeline.

## Why is this bad?
The id is the address of an event: two events cannot be found under one.

## Example
```yaml
- {id: talks, title: Talks begin, date: 2025}
- {id: talks, title: Talks end, date: 2026}
```

## Use instead
```yaml
- {id: talks-begin, title: Talks begin, date: 2025}
- {id: talks-end, title: Talks end, date: 2026}
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "EVT301"
LEVEL = "error"

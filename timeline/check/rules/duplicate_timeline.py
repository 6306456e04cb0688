"""Two timelines at one address.

## What it does
Reports a file and a folder, or two files, whose names or ids make the same address: `talks.yaml` and the folder
`talks`, or two files with `id: talks`.

## Why is this bad?
The page of one would overwrite the page of the other.

## Example
```text
events/talks.yaml
events/talks/timeline.yaml
```

## Use instead
```yaml
title: Talks
events:
  - {title: Talks begin, date: 2025-02-12}
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "TML402"
LEVEL = "error"

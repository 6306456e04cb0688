"""A file that is no YAML.

## What it does
Reports the place where a file stops being YAML, and what usually helps there.

## Why is this bad?
Nothing of the file appears on the site.

## Example
```yaml
title: Talks: the first year
```

## Use instead
```yaml
title: "Talks: the first year"
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "YML002"
LEVEL = "error"

"""A feature of YAML that event files do without.

## What it does
Reports anchors (`&a`), aliases (`*a`), merge keys (`<<`), tags (`!!str`), directives (`%YAML`), keys that are no text,
and a second document in the same file.

## Why is this bad?
A file of a few lines with aliases can fill the memory, and a tag can run code. A form in a browser loses all of them.
Most often one of these marks is there by chance, at the beginning of a text.

## Example
```yaml
- title: &first Talks begin
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

CODE = "YML004"
LEVEL = "error"

r"""A file that cannot be read.

## What it does
Reports files that cannot be opened, are larger than 20 MiB, or are not encoded in UTF-8.

## Why is this bad?
Nothing of the file appears on the site. A file in another encoding would show wrong letters.

## Example
```text
title: \xc9lys\xe9e   (saved as Latin-1)
```

## Use instead
```yaml
title: Élysée
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "YML001"
LEVEL = "error"

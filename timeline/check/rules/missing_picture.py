"""A picture that is not there.

## What it does
Reports an `image` whose `src` is a path inside the site where no file is. Paths count from the folder of the pages that
`mkdocs.yml` names; without that file nothing is reported.

## Why is this bad?
Readers see no picture. Most often its name is misspelt, or in capitals where that of the file is not, or the file was
forgotten.

## Example
```text
docs/img/gagarin.jpg

image: {src: img/gagarin.png, alt: Gagarin smiles}
```

## Use instead
```yaml
- title: Gagarin circles the Earth
  date: 1961-04-12
  image: {src: img/gagarin.jpg, alt: Gagarin smiles}
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "EVT307"
LEVEL = "warning"

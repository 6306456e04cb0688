"""A file that is of no timeline.

## What it does
Reports YAML files that lie in a folder within the folder of a timeline, or deeper, and files to whose name an editor
has added another ending: `talks.yaml.txt`.

## Why is this bad?
A timeline is a file in the folder of the timelines, or a folder there with its files. What lies deeper or ends with
`.txt` is not read, and nothing of it appears on the site.

## Example
```text
events/talks/2025/treaty.yaml
```

## Use instead
```yaml
title: Treaty signed
date: 2025-02-12
```
"""

from __future__ import annotations

__all__ = ["CODE", "LEVEL"]

CODE = "TML403"
LEVEL = "error"

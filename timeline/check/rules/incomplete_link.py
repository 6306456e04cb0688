"""A link in a text that leads nowhere.

## What it does
Reports a link in `text` or `description` whose address does not begin with `https://`, `http://` or `mailto:`.

## Why is this bad?
Texts are read in frames, feeds and files, too, where an address without its beginning leads nowhere. So its words stand
there without a link.

## Example
```yaml
- title: The bridge opens
  date: 1932-03-19
  text: More [in the archive](www.example.org/bridge).
```

## Use instead
```yaml
- title: The bridge opens
  date: 1932-03-19
  text: More [in the archive](https://www.example.org/bridge).
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.date import EdtfDate
from timeline.store.entries import EventFile
from timeline.store.reading import Reading
from timeline.yamldoc import Mapping, Node

__all__ = ["CODE", "LEVEL", "check"]

CODE = "EVT308"
LEVEL = "warning"
# What is no address at all, such as `javascript:`, stays in the text as it was written.
_LINK = re.compile(r"(?<![!\\])\[[^\[\]]{1,300}\]\((?![a-z][a-z0-9+.-]*:)<?([^\s()<>]{1,2000})", re.IGNORECASE)
_CODE_MARKS = re.compile(r"`[^`]*`")


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The links of a timeline without the beginning of their address."""
    for file, node, text in _texts(reading):
        for address in _LINK.findall(_CODE_MARKS.sub("", text)):
            yield Finding(file, node, f"the link to '{address}' leads nowhere", f"write {_whole(address)}")


def _texts(reading: Reading) -> Iterator[tuple[EventFile, Node | int, str]]:
    for file in reading.files:
        description = file.head.get("description")
        if isinstance(description, str) and file.document and isinstance(file.document.root, Mapping):
            yield file, file.document.root.get("description") or file.document.root, description
    for file, entry, event in reading.texts():
        if event.text:
            yield file, entry.at("text"), event.text


def _whole(address: str) -> str:
    """What to write instead of an address.

    >>> _whole("www.example.org/a"), _whole("docs/index.md")
    ('https://www.example.org/a', 'its whole address, such as https://example.org/docs/index.md')
    """
    if address.lower().startswith("www."):
        return f"https://{address}"
    return f"its whole address, such as https://example.org/{address.lstrip('./')}"

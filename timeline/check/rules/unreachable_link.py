"""A link that leads nowhere.

## What it does
Asks for every address of a source or picture, and reports those that do not answer. It runs only when it is asked for:
`timeline check --select unreachable-link`. Addresses inside of private networks are not asked for.

## Why is this bad?
A reader who wants to check the event finds nothing. Look for the article in an archive, and name that address.

## Example
```yaml
- title: Talks begin
  date: 2025-02-12
  sources: [{url: "https://no-such-page.invalid/talks"}]
```

## Use instead
```yaml
- title: Talks begin
  date: 2025-02-12
  sources: [{publisher: TASS, title: Contacts of the presidents}]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from timeline.check.diagnostic import Finding
from timeline.check.links import failure
from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.store.reading import Reading
from timeline.yamldoc import NodePath

__all__ = ["ASKED", "CODE", "LEVEL", "check"]

CODE = "SRC204"
LEVEL = "warning"
ASKED = True


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The addresses of a timeline that do not answer; each is asked for once."""
    answer = cache(failure)
    for file, entry, event in reading.texts():
        for place, url in _addresses(event):
            why = answer(url) if url.lower().startswith(("http://", "https://")) else ""
            if why:
                yield Finding(file, entry.at(*place), f"no answer: {why}", "correct the address")


def _addresses(event: Event) -> Iterator[tuple[NodePath, str]]:
    """The addresses of the sources and of the picture of an event, and where they stand in it."""
    yield from ((("sources", number, "url"), source.url or "") for number, source in enumerate(event.sources))
    if event.image:
        yield ("image", "src"), event.image.src

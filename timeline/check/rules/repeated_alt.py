"""Words for a picture that only say the title again.

## What it does
Reports an `image` whose `alt` is the title of its event. An import writes the title there where the other program says
nothing of what the picture shows.

## Why is this bad?
Who does not see the picture hears the title twice, and never what others see.

## Example
```yaml
- title: Gagarin circles the Earth
  date: 1961-04-12
  image: {src: https://example.org/gagarin.jpg, alt: Gagarin circles the Earth}
```

## Use instead
```yaml
- title: Gagarin circles the Earth
  date: 1961-04-12
  image: {src: https://example.org/gagarin.jpg, alt: Gagarin smiles in his helmet}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.diagnostic import Finding
from timeline.model.characters import one_line
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["CODE", "LEVEL", "check"]

CODE = "EVT309"
LEVEL = "note"


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:
    """The pictures that are called as their events."""
    for file, entry, event in reading.texts():
        if event.image and one_line(event.image.alt).casefold() == one_line(event.title).casefold():
            found, hint = "the words for the picture are those of the title", "write what it shows"
            yield Finding(file, entry.at("image", "alt"), found, hint)

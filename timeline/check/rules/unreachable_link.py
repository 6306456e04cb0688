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

from timeline.check.diagnostic import Finding
from timeline.check.links import failure
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["ASKED", "CODE", "LEVEL", "check"]

CODE = "SRC204"
LEVEL = "warning"
ASKED = True


def check(reading: Reading, today: EdtfDate) -> Iterator[Finding]:  # noqa: ARG001
    """The addresses that do not answer; each is asked for once."""
    answers: dict[str, str] = {}
    for file, entry, event in reading.texts():
        for number, source in enumerate(event.sources):
            if source.url and source.url.startswith("http"):
                why = answers.setdefault(source.url, "") or failure(source.url)
                answers[source.url] = why
                if why:
                    yield Finding(file, entry.at("sources", number, "url"), f"no answer: {why}", "correct the address")

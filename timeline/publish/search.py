"""The search of a site, for timelines with so many events that a host's own reading of their list takes minutes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from timeline.model.timeline import Timeline
from timeline.publish import markup
from timeline.publish.site import Site
from timeline.publish.templating import visible

__all__ = ["add_events", "read_by_host"]

# Material's reader of pages takes a time that grows with the square of the number of headings inside of lists.
_MOST = 500
_INDEXES = ("search/search_index.json", "search.json")


def read_by_host(tl: Timeline) -> bool:
    """Whether the list of a timeline is short enough for the host to find its events by itself."""
    return len(tl.events) <= _MOST


def add_events(folder: Path, site: Site) -> Iterator[tuple[Path, str]]:
    """The search indexes of a built site with the events that the host has not read, as paths and new contents."""
    long = [tl for tl in site.timelines if not read_by_host(tl)]
    for path in (folder / name for name in _INDEXES if long):
        if path.is_file():
            index = json.loads(path.read_text(encoding="utf-8"))
            entries = index["docs"] if "docs" in index else index["items"]
            entries += [entry for tl in long for entry in _entries(tl, entries[0] if entries else {})]
            yield path, json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _entries(tl: Timeline, like: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The entries of a timeline, with the fields that the other entries of the index have."""
    more = {"level": 2, "path": [escape(visible(tl.title))], "tags": []}
    for event in tl.events:
        words = [
            markup.plain(visible(event.text or "")),
            *event.people,
            *event.organizations,
            *event.places,
            *event.tags,
        ]
        yield {
            "location": f"timelines/{tl.id}/#{event.id}",
            "title": escape(visible(event.title)),
            "text": escape(visible(" ".join(filter(None, words)))),
            **{name: value for name, value in more.items() if name in like},
        }

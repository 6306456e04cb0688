"""The search of a site, for events that a host does not read, or so many that its own reading would take minutes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from timeline.model.characters import compact_json, visible
from timeline.model.timeline import Timeline
from timeline.publish import markup
from timeline.publish.site import Site
from timeline.publish.unsearched import without_unsearched
from timeline.wording import marked_title

__all__ = ["INDEXES", "add_events", "read_by_host", "with_events"]

# Material's reader of pages takes a time that grows with the square of the number of headings inside of lists.
_MOST = 500
INDEXES = ("search/search_index.json", "search.json")


def read_by_host(tl: Timeline) -> bool:
    """Whether the list of a timeline is short enough for the host to find its events by itself."""
    return len(tl.events) <= _MOST


def add_events(folder: Path, site: Site) -> Iterator[tuple[Path, str]]:
    """The search indexes of a built site with the events that the host has not read, as paths and new contents."""
    for path in (folder / name for name in INDEXES):
        if path.is_file():
            yield path, with_events(without_unsearched(path.read_text(encoding="utf-8"), folder), site.timelines)


def with_events(index: str, timelines: Iterable[Timeline]) -> str:
    """A search index with the events of the timelines of which the host has read none: MkDocs reads no list at all."""
    read = json.loads(index)
    entries = read["docs"] if "docs" in read else read["items"]
    like = entries[0] if entries else {}
    known = {entry["location"] for entry in entries}
    unread = [tl for tl in timelines if known.isdisjoint(_headings(tl))]
    entries += [entry for tl in unread for entry in _entries(tl, like)]
    return compact_json(read)


def _headings(tl: Timeline) -> Iterator[str]:
    return (f"timelines/{tl.id}/#{event.id}--title" for event in tl.events)


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
            "title": escape(visible(marked_title(event, tl.language))),
            "text": escape(visible(" ".join(filter(None, words)))),
            **{name: value for name, value in more.items() if name in like},
        }

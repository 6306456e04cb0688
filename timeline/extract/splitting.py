"""Take a merged event apart again, in its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from timeline.extract.merge import split
from timeline.model.errors import TimelineError
from timeline.model.event import Event, free_id, slug
from timeline.store.entries import Entry, EventFile
from timeline.store.files import write_all
from timeline.store.finding import locked_all
from timeline.store.phrases import is_date
from timeline.store.places import timeline_at
from timeline.store.reading import Reading, read_place
from timeline.store.writing import appended, plain_fields
from timeline.yamldoc import Document
from timeline.yamldoc import Sequence as List
from timeline.yamldoc.editor import Editor

__all__ = ["split_event"]


def split_event(where: str | Path, name: str) -> list[str]:
    """Take a merged event apart: one event for each article that tells it.

    The first keeps its id and what a person wrote; each other is a draft with the source of its article.

    Returns:
        The ids of the events, the old one first.

    Raises:
        TimelineError: There is no such event, all its sources are of one article, or its date counts from the
            publication of one that goes; nothing is written then.
    """
    with locked_all(where):
        place = timeline_at(where)
        reading = read_place(place)
        if reading.problems:
            raise reading.problems[0]
        file, entry, event = _found(reading, name)
        first, *others = split(event)
        if not others:
            raise TimelineError(f"the event '{name}' is told by one article only", path=where)
        _refuse_other_anchor(entry, first, event)
        new = _as_drafts(others, {str(event.id) for event in reading.timeline.events})
        assert file.document is not None
        changed = _without_sources(file.document, entry, [source in first.sources for source in event.sources])
        write_all(appended(place, reading, new, changed=[changed]))
    return [name, *new]


def _found(reading: Reading, name: str) -> tuple[EventFile, Entry, Event]:
    for file, entry, event in reading.events():
        if event.id == name:
            return file, entry, event
    hint = "write the id as it stands in the file"
    raise TimelineError(f"no event has the id '{name}'", hint=hint, path=reading.place.path)


def _refuse_other_anchor(entry: Entry, first: Event, event: Event) -> None:
    """Refuse to take away the source from whose publication a phrase in place of the date counts."""
    before, after = (next((each.published for each in one.sources if each.published), None) for one in (event, first))
    if before != after and not is_date(entry.fields["date"]):
        message = f"'{entry.fields['date']}' counts from {before}, when another article was published"
        raise TimelineError(message, hint="write it as a date first: `timeline check --fix`")


def _as_drafts(events: Iterable[Event], taken: set[str]) -> dict[str, dict[str, Any]]:
    """New events as they are written, by their ids: of what a person made of the old one, only title and date."""
    drafts: dict[str, dict[str, Any]] = {}
    for event in events:
        name = free_id(slug(event.title), taken)
        taken.add(name)
        kept = {key: getattr(event, key) for key in ("title", "date", "certainty", "sources")}
        drafts[name] = plain_fields(Event(id=name, status="draft", **kept))
    return drafts


def _without_sources(document: Document, entry: Entry, kept: Sequence[bool]) -> Document:
    """A file without some sources of an event: from the last on, so that the paths of the others stay what they are."""
    node = entry.node.get("sources")
    written = [index for index, item in enumerate(node.items if isinstance(node, List) else ()) if not item.is_absent]
    for index in reversed([index for index, keep in zip(written, kept, strict=True) if not keep]):
        editor = Editor(document)
        editor.remove((*entry.path, "sources", index))
        document = editor.edited()
    return document

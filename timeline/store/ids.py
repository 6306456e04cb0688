"""The ids of the events of a timeline: those that are written, and those made for the others."""

from __future__ import annotations

from pathlib import Path

from timeline.model.event import free_id, slug
from timeline.store.entries import Entry, EventFile
from timeline.yamldoc import YamlError

__all__ = ["give_ids"]


def give_ids(files: list[EventFile]) -> list[YamlError]:
    """Give the events without an id the one of their title.

    Args:
        files: The files of a timeline, as they were read.

    Returns:
        The errors of the ids that are there twice.
    """
    problems, first = [], dict[str, tuple[EventFile, Entry]]()
    events = [(file, entry, entry.event) for file in files for entry in file.entries if entry.event]
    for file, entry, event in events:
        name = str(event.id)
        if "id" in entry.fields and name in first:
            problems.append(_duplicate_id(file, entry, name, _place(*first[name])))
        elif "id" in entry.fields:
            first[name] = file, entry
    for file, entry, event in events:
        if "id" not in entry.fields:
            name = free_id(slug(event.title if entry.path else Path(file.path).stem), first)
            entry.event = event.model_copy(update={"id": name})
            first[name] = file, entry
    return problems


def _place(file: EventFile, entry: Entry) -> str:
    assert file.document is not None
    return f"{Path(file.path).name}:{file.document.line_of(entry.node.start)}"


def _duplicate_id(file: EventFile, entry: Entry, name: str, first: str) -> YamlError:
    assert file.document is not None
    node = entry.node.get("id") or entry.node
    return file.document.error(
        node,
        "duplicate-id",
        f"the id '{name}' is already that of the event at {first}",
        f"write another, such as '{name}-2'",
    )

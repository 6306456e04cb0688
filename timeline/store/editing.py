"""Edits of events for people and scripts: each changes only the lines it must, and is checked before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.model.errors import TimelineError, did_you_mean
from timeline.model.event import LISTS, free_id, slug
from timeline.store.changes import NUMBERS, Change, applied
from timeline.store.entries import event_nodes
from timeline.store.files import locked, made_folder, write_all, write_atomic
from timeline.store.finding import Spot, find, find_all, locked_all
from timeline.store.places import places_at, timeline_at
from timeline.store.reading import read_place
from timeline.store.surroundings import (
    check_fields,
    date_before,
    head_of,
    head_of_reading,
    last_date,
    refuse_if_counted_from,
)
from timeline.store.writing import append
from timeline.yamldoc import Document, Mapping, NodePath, comments_in, parse, read
from timeline.yamldoc import Sequence as List
from timeline.yamldoc.editor import Editor, rewritten
from timeline.yamldoc.writer import Number

__all__ = ["Merged", "add_event", "merge_events", "remove_events", "rename_tag", "set_fields", "without"]

# What says something of one event alone; an event without `status` is reviewed, one without `certainty` is certain.
_ABOUT_ITSELF = ("id", "expression", "published", "status", "certainty")


def add_event(path: str | Path, changes: Sequence[Change]) -> str:
    """Add an event to a timeline.

    Args:
        path: The file or folder of the timeline; a file that is not there is made, with its folder.
        changes: Its fields; without `id` it gets that of its title.

    Returns:
        The id of the event.

    Raises:
        TimelineError: A field is missing or wrong, the id is taken, or the file cannot be written.
    """
    path = Path(path)
    with made_folder(path.parent), locked(path):
        place = timeline_at(path)
        reading = read_place(place) if path.exists() else None
        fields = applied({}, changes)
        taken = {str(event.id) for event in reading.timeline.events} if reading else set[str]()
        if fields.get("id") in taken:
            raise TimelineError(f"the id '{fields['id']}' is taken", hint=f"write '{free_id(fields['id'], taken)}'")
        name = fields.get("id") or free_id(slug(fields.get("title", "")), taken)
        fields = {"id": name, **{key: value for key, value in fields.items() if key != "id"}}
        check_fields(head_of_reading(reading), last_date(reading), fields)
        append(place, reading, {name: fields})
    return str(name)


def set_fields(where: str | Path, name: str, changes: Sequence[Change]) -> Spot:
    """Change fields of an event.

    Args:
        where: A file, a folder that is a timeline, or a folder of timelines.
        name: The id of the event.
        changes: What to change.

    Returns:
        Where the event was found.

    Raises:
        TimelineError: There is no such event, or the change is wrong; nothing is written then.
    """
    with locked_all(where):
        spot = find(where, name)
        before = spot.fields
        after = applied(before, changes)
        check_fields(head_of(spot), date_before(spot), after)
        if after.get("id") != before.get("id"):
            _refuse_other_id(spot)
            _refuse_taken(spot, str(after["id"]))
        write_atomic(spot.file, rewritten(spot.document, spot.path, after).encode())
    return spot


def _refuse_other_id(spot: Spot) -> None:
    if spot.fields.get("id"):
        raise TimelineError(
            f"links lead to the id '{spot.id}', so it stays as it is",
            hint="if there is no link yet, change it in the file",
            path=spot.file,
        )


def _refuse_taken(spot: Spot, name: str) -> None:
    taken = {str(event.id) for event in read_place(spot.place).timeline.events} - {spot.id}
    if name in taken:
        raise TimelineError(f"the id '{name}' is taken", hint=f"write '{free_id(name, taken)}'", path=spot.file)


def remove_events(where: str | Path, names: Iterable[str]) -> list[Spot]:
    """Take events away: all of them, or none.

    Raises:
        TimelineError: One of them is not there or named twice, or the date of the event after one counts from it.
    """
    with locked_all(where):
        spots = find_all(where, names)
        write_all(without(spots))
    return spots


def without(spots: Iterable[Spot], changed: Document | None = None) -> dict[Path, bytes | None]:
    """What files become when events are taken out of them; None where a file is one of these events.

    Args:
        spots: The events.
        changed: A file as it is to be but for that, whether events of it go or not.

    Raises:
        TimelineError: The date of the next event counts from one of them.
    """
    documents = {Path(changed.path or ""): changed} if changed else {}
    by_file: dict[Path, list[Spot]] = {path: [] for path in documents}
    for spot in spots:
        by_file.setdefault(spot.file, []).append(spot)
    for group in filter(None, by_file.values()):
        refuse_if_counted_from(group)
        documents.setdefault(group[0].file, group[0].document)
    return {path: _without(documents[path], [spot.path for spot in group]) for path, group in by_file.items()}


def _without(document: Document, paths: list[NodePath]) -> bytes | None:
    """A file without some events: the first of the list after all others, so that it is the last one if none stays."""
    if () in paths:
        return None
    first, others = [path for path in paths if path[-1] == 0], [path for path in paths if path[-1] != 0]
    if first and others:
        document = _removing(document, others).edited()
    return _removing(document, first or others).result().encode()


def _removing(document: Document, paths: list[NodePath]) -> Editor:
    editor = Editor(document)
    for path in paths:
        editor.remove(path)
    return editor


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of events of which one was made.

    Attributes:
        spot: Where the event is that stays.
        left: What the others say and it does not, by their ids: ``["title: A call", "# I was there"]``.
    """

    spot: Spot
    left: dict[str, list[str]]


def merge_events(where: str | Path, name: str, others: Sequence[str]) -> Merged:
    """Make one event of several that are the same.

    The first keeps what it says, and gets what the others add: sources, the words of their lists, their text behind
    its own, and each field that it does not have. It is reviewed if one of them is.

    Args:
        where: A file, a folder that is a timeline, or a folder of timelines.
        name: The id of the event that stays.
        others: The ids of those that go.

    Raises:
        TimelineError: One of them is not there or named twice, or the text of all is too long; nothing is written then.
    """
    with locked_all(where):
        spot, *going = find_all(where, [name, *others])
        after: dict[str, Any] = spot.fields
        for other in going:
            after = _merged(after, other.fields)
        check_fields(head_of(spot), date_before(spot), after)
        write_all(without(going, parse(rewritten(spot.document, spot.path, after), spot.document.path)))
    return Merged(spot, {other.id: _left(other, after) for other in going})


def _merged(fields: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    merged = dict(fields)
    said = {key: value for key, value in other.items() if value}
    for key, value in said.items():
        have = merged.get(key)
        if key in (*LISTS, "sources") and isinstance(value, list):
            kept = list(have) if isinstance(have, list) else []
            merged[key] = [*kept, *(item for item in value if item and item not in kept)]
        elif key == "text" and have and value not in have:
            merged[key] = f"{have}\n\n{value}"
        elif not have and key not in _ABOUT_ITSELF:
            merged[key] = Number(value) if key in NUMBERS else value
    if fields.get("status") and said.get("status", "reviewed") == "reviewed":
        merged["status"] = "reviewed"
    return merged


def _left(spot: Spot, kept: dict[str, Any]) -> list[str]:
    """What is written of an event and is not kept: fields that another event has otherwise, and comments."""
    own = {key: value for key, value in spot.fields.items() if key not in (*LISTS, *_ABOUT_ITSELF, "sources", "text")}
    differing = {key: value for key, value in own.items() if value and value != kept.get(key)}
    told = [f"{key}: {value}" if isinstance(value, str) else key for key, value in differing.items()]
    text = "\n".join(Editor(spot.document).written(spot.path).lines) if spot.path else spot.document.text
    return told + comments_in(text, parse(text).root)


def rename_tag(where: str | Path, old: str, new: str) -> dict[str, int]:
    """Give a tag another name, in the events and in the list of the timeline.

    Returns:
        The number of places that changed, by file.

    Raises:
        TimelineError: No event has the tag, the new name is none, or a file cannot be read or written.
    """
    if not new.strip():
        raise TimelineError("the new name of the tag is empty", hint=f"`timeline set ID tags-={old}` takes it away")
    check_fields({}, None, {"date": "2000", "title": "-", "tags": [new]})
    with locked_all(where):
        places = places_at(where)
        renamed = {path: _renamed(path, old, new) for place in places for path in place.files}
        changed = {path: (count, text) for path, (count, text) in renamed.items() if count}
        write_all({path: text.encode() for path, (_, text) in changed.items()})
    if not changed:
        known = {tag for place in places for event in read_place(place).timeline.events for tag in event.tags}
        raise TimelineError(f"no event has the tag '{old}'", hint=did_you_mean(old, sorted(known)), path=where)
    return {str(path): count for path, (count, _) in changed.items()}


def _renamed(path: Path, old: str, new: str) -> tuple[int, str]:
    """In how many places of a file a tag gets another name, and the text of the file then."""
    document = read(path)
    editor, count = Editor(document), 0
    lists = {(*way, "tags"): node.get("tags") for way, node in event_nodes(document)}
    if isinstance(document.root, Mapping):
        lists["tags",] = document.root.get("tags")
    for way, node in lists.items():
        tags = node.plain if isinstance(node, List) else []
        if old in tags:
            count += 1
            first, *others = [index for index, tag in enumerate(tags) if tag in (old, new)]
            if tags[first] == old:
                editor.set((*way, first), new)
            for index in others:
                editor.remove((*way, index))
    return count, editor.result()

"""The structure of an event file: its head and its events, as they are written; nothing of it is checked yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from timeline.model.event import Event
from timeline.store.phrases import Lost, Previous, Resolved
from timeline.yamldoc import Document, Mapping, Node, NodePath, Scalar, Sequence, YamlError, nearest

__all__ = ["Entry", "EventFile", "date_above", "entries_of", "event_nodes", "present", "split"]


_BELOW = "write 'date: …' and 'title: …' below each other"
_NO_EVENT = ("this is a text, no event", _BELOW)
_NO_TIMELINE = ("this is a text, no timeline", "write 'title: …' and 'events:' with a list of events")
# The second is the colon of Chinese and Japanese keyboards.
_KEY_WITHOUT_SPACE = re.compile("([a-z]+)[:\uff1a]")


@dataclass(slots=True)
class Entry:
    """One event of a file, readable or not.

    Attributes:
        node: Where it stands.
        path: The way to it in the file: ``("events", 0)``; empty if the file is this one event.
        fields: What is written, without what is absent.
        event: The event, None if something is wrong with it.
        resolved: Its date and, if it is written as a phrase, how it was resolved.
        undated: The event with the year 0000, where all but its date can be read.
    """

    node: Mapping
    path: NodePath
    fields: dict[str, Any]
    event: Event | None = None
    resolved: Resolved | None = None
    undated: Event | None = None

    def at(self, *path: str | int) -> Node:
        """The place of a value; of the nearest that is there, if it is not."""
        return nearest(self.node, path)


@dataclass(slots=True)
class EventFile:
    """A file with its events.

    Attributes:
        path: The file.
        document: Its text and tree, None if it cannot be read.
        head: What holds for the timeline: title, lanes, …; empty for a list of events or a single event.
        entries: Its events in the order of the file.
        problems: What is wrong, in the order of the file.
    """

    path: str
    document: Document | None = None
    head: dict[str, Any] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    problems: list[YamlError] = field(default_factory=list)

    @property
    def events_node(self) -> Node | None:
        """The list of events, None if the file has none."""
        root = self.document.root if self.document else None
        return root.get("events") if isinstance(root, Mapping) else root if isinstance(root, Sequence) else None


def date_above(file: EventFile, number: int) -> Previous:
    """The date of what stands above one of the events of a file, or below the last; None above the first.

    Args:
        file: Its events, of which those above are read.
        number: The number of the event among them, or how many they are.
    """
    node, entries = file.events_node, file.entries
    items = node.items if isinstance(node, Sequence) else []
    at = len(items) if number == len(entries) else entries[number].path[-1] if items else 0
    if not at or file.document is None:
        return None
    above = items[int(at) - 1]
    entry = entries[number - 1] if number else None
    # What is no event has no entry.
    is_read = entry and entry.node is above and entry.resolved
    return is_read.date if is_read else Lost(file.document.line_of(above.start))


def event_nodes(document: Document) -> Iterator[tuple[NodePath, Mapping]]:
    """Where the events of a document stand, and their nodes."""
    root = document.root
    if isinstance(root, Mapping) and _is_event(root):
        yield (), root
        return
    prefix: tuple[str, ...] = ("events",) if isinstance(root, Mapping) else ()
    node = root.get("events") if isinstance(root, Mapping) else root
    for index, item in enumerate(node.items if isinstance(node, Sequence) else ()):
        if isinstance(item, Mapping):
            yield (*prefix, index), item


def _is_event(root: Mapping) -> bool:
    """Whether a file is one event: it has a date, though perhaps with a capital, and no list of events."""
    names = {name.lower() for name in root.entries}
    return "date" in names and "events" not in names


def entries_of(document: Document) -> list[Entry]:
    """The events of a document as they are written; neither their dates nor their fields are looked at."""
    file = EventFile(document.path or "", document)
    split(file, document)
    return file.entries


def split(file: EventFile, document: Document, *, is_event: bool = False) -> None:
    """Tell the head from the events: a mapping with `events`, a list of events, or one event.

    Args:
        file: Gets the head, the events and what is wrong with the structure.
        document: What was read.
        is_event: Whether a mapping without `events` can only be an event, though it has no `date`.
    """
    root = document.root
    if isinstance(root, Mapping) and ("events" in root.entries or not (is_event or _is_event(root))):
        file.head = {name: present(value) for name, value in _present_entries(root) if name != "events"}
        file.entries = _entries(file, document, root.get("events"), ("events",))
    elif isinstance(root, Mapping):
        file.entries = [Entry(root, (), present(root))]
    elif isinstance(root, Sequence):
        file.entries = _entries(file, document, root, ())
    elif not root.is_absent:
        found, hint = _NO_EVENT if is_event else _NO_TIMELINE
        file.problems.append(document.error(root, "wrong-type", found, hint))


def _entries(file: EventFile, document: Document, node: Node | None, prefix: tuple[str, ...]) -> list[Entry]:
    if node is None or node.is_absent:
        return []
    if not isinstance(node, Sequence):
        hint = "begin each event with '- ', as in '- date: 2025-02-12'"
        file.problems.append(document.error(node, "wrong-type", "events: a list is expected", hint))
        return []
    entries = []
    for index, item in enumerate(node.items):
        if isinstance(item, Mapping):
            entries.append(Entry(item, (*prefix, index), present(item)))
        else:
            file.problems.append(document.error(item, "wrong-type", "an event must have keys and values", _hint(item)))
    return entries


def _hint(item: Node) -> str:
    key = _KEY_WITHOUT_SPACE.match(item.value) if isinstance(item, Scalar) and not item.style else None
    if key:
        return f"put a colon and a space behind '{key[1]}': '{key[1]}: …'"
    return _BELOW


def present(node: Node) -> Any:
    """What is written, without the keys and items whose value is absent: ``""``, ``~`` or nothing."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [present(item) for item in node.items if not item.is_absent]
    return {name: present(value) for name, value in _present_entries(node)}


def _present_entries(node: Mapping) -> Iterator[tuple[str, Node]]:
    for name, (_, value) in node.entries.items():
        if not value.is_absent:
            yield name, value

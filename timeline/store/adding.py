"""Add extracted events to a timeline: each once, none that a person has taken away, and to those known new sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as Fields
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any

from timeline.model.event import Event, Source, slug
from timeline.store.files import locked, write_atomic
from timeline.store.passages import Passages, index, ledger_path, note, passages_of, read_ledger, written_passages
from timeline.store.places import Place, place_of
from timeline.store.reading import Reading, free_id, read_place
from timeline.yamldoc import Document, Mapping, NodePath, Plain, Written, YamlError, parse
from timeline.yamldoc.editor import Editor
from timeline.yamldoc.writer import Number, block, items

__all__ = ["Added", "Twins", "add", "append", "event_fields", "file_text", "ledger_path"]

_FIRST = ("id", "date", "title", "text", "lane", "tags", "people", "organizations", "places")

Twins = Callable[[Sequence[Event]], Callable[[Event], Event | None]]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of events that were to be added.

    Attributes:
        new: Those written, with their ids.
        known: Those that the timeline already has.
        dismissed: Those that it had once and that a person took away.
        sourced: The sources that known events got, by the ids of those.
    """

    new: list[Event] = field(default_factory=list)
    known: list[Event] = field(default_factory=list)
    dismissed: list[Event] = field(default_factory=list)
    sourced: dict[str, list[Source]] = field(default_factory=dict)


def add(path: str | Path, events: Iterable[Event], twins: Twins | None = None) -> Added:
    """Add events that were extracted from articles to a timeline.

    An event is known by its sources: article, expression and quote. One that the timeline has is left as it is,
    whatever a person has made of it, but for the end of the list of its sources: there an article that reports it, too,
    is added. What a person took away, an event or a source, stays away; what was ever added is kept in a small file
    beside the timeline (`ledger_path`).

    Args:
        path: The file or folder of the timeline; a file that is not there is made.
        events: The events; one without an id gets that of its title, once and for all.
        twins: Given the events of the timeline, tells which of them another event surely is.

    Raises:
        TimelineError: The timeline cannot be read or written; nothing is changed then.
    """
    path, events = Path(path), list(events)
    with locked(path):
        place = place_of(path) if path.exists() else Place(path, path, (path,))
        reading = _read(place)
        added = _sort(events, reading, read_ledger(path), twins)
        if reading and added.sourced:
            _add_sources(reading, added.sourced)
            reading = _read(place)
        if added.new:
            append(place, reading, {str(event.id): event_fields(event) for event in added.new})
        note(path, events)
    return added


def _read(place: Place) -> Reading | None:
    if not place.path.exists():
        return None
    reading = read_place(place)
    for file in reading.files:
        if file.document is None:
            raise file.problems[0]
    return reading


def _sort(events: list[Event], reading: Reading | None, ledger: Passages, twins: Twins | None) -> Added:
    added = Added()
    known = reading.timeline.events if reading else ()
    written = index(written_passages(reading))
    twin_of = twins(known) if twins else None
    taken = {str(event.id) for event in known}
    for event in events:
        passages = list(passages_of(event.sources))
        at = next((passage.found_in(written) for passage in passages if passage.found_in(written)), "")
        twin = twin_of(event) if twin_of and not at else None
        if at or twin or _is_there(event, passages, known):
            added.known.append(event)
            _note_sources(added, at or str((twin and twin.id) or ""), event, written, ledger)
        elif any(passage.found_in(ledger) for passage in passages):
            added.dismissed.append(event)
        else:
            name = free_id(event.id or slug(event.title), taken)
            taken.add(name)
            added.new.append(event.model_copy(update={"id": name}))
            written = index([(passage, name) for passage in passages], written)
    return added


def _is_there(event: Event, passages: Sequence[object], known: Sequence[Event]) -> bool:
    """An event without a source is known by its title and date."""
    return not passages and any((event.title, event.date) == (other.title, other.date) for other in known)


def _note_sources(added: Added, name: str, event: Event, written: Passages, ledger: Passages) -> None:
    """Keep the sources of a known event that neither the files nor those who edit them have seen."""
    for source in event.sources if name else ():
        new = [each for each in passages_of([source]) if not (each.found_in(written) or each.found_in(ledger))]
        if new:
            added.sourced.setdefault(name, []).append(source)
            index([(passage, name) for passage in new], written)


def _add_sources(reading: Reading, sources: Fields[str, Sequence[Source]]) -> None:
    """Write sources behind those that events have; nothing else in their files changes."""
    for file in reading.files:
        assert file.document is not None
        editor, count = Editor(file.document), 0
        for entry in file.entries:
            name = str(entry.event.id) if entry.event else ""
            if name in sources:
                count += 1
                _write_sources(editor, (*entry.path, "sources"), entry.fields, sources[name])
        if count:
            write_atomic(Path(file.path), editor.result().encode())


def _write_sources(editor: Editor, path: NodePath, fields: dict[str, Any], sources: Sequence[Source]) -> None:
    written = [_texts(source.model_dump(mode="json", exclude_defaults=True)) for source in sources]
    if isinstance(fields.get("sources"), list):
        editor.insert(path, written)
    else:
        editor.set(path, written)


def append(place: Place, reading: Reading | None, events: Fields[str, dict[str, Any] | Written]) -> None:
    """Write new events behind those that a timeline has; in a folder, each to a file of its own.

    Args:
        place: The timeline.
        reading: What is there now, None if nothing is.
        events: The fields of the events by their ids, or the events as they are written elsewhere.

    Raises:
        TimelineError: The file is a single event, or cannot be written.
    """
    if place.is_folder:
        for name, fields in events.items():
            write_atomic(place.path / f"{name}.yaml", file_text(fields).encode())
        return
    document = (reading.files[0].document if reading else None) or parse("", str(place.path))
    write_atomic(place.path, _appended(document, place, list(events.values())).encode())


def file_text(event: dict[str, Any] | Written) -> str:
    """A file that is one event.

    >>> file_text(Written({"date": "2025", "title": "A"}, ("- date: 2025  # so", "  title: A")))
    'date: 2025  # so\\ntitle: A\\n'
    """
    if not isinstance(event, Written):
        return block(event) + "\n"
    above = list(takewhile(lambda line: line.startswith("#"), event.lines))
    first, *rest = event.lines[len(above) :]
    width = len(first) - len(first[1:].lstrip(" "))
    lines = [first[width:], *(line[min(width, len(line) - len(line.lstrip(" "))) :] for line in rest)]
    text = "\n".join([*above, *lines]) + "\n"
    # An item that begins below its hyphen is written anew.
    return text if _says(text, event.value) else block(event.value) + "\n"


def _says(text: str, value: Plain) -> bool:
    try:
        return parse(text).root.plain == value
    except YamlError:
        return False


def _appended(document: Document, place: Place, new: list[Plain | Written]) -> str:
    editor, root = Editor(document), document.root
    if isinstance(root, Mapping) and "events" in root.entries:
        editor.insert(("events",), new)
    elif isinstance(root, Mapping) and "date" not in root.entries:
        return _with_events(document, new)
    elif isinstance(root, Mapping):
        raise document.error(root, "edit", "this file is one event", "add to its folder, or to a file with 'events:'")
    elif document.text.strip():
        editor.insert((), new)
    else:
        title = place.id.replace("-", " ").capitalize()
        return _with_events(parse(block({"title": title}) + "\n"), new)
    return editor.result()


def _with_events(document: Document, new: list[Plain | Written]) -> str:
    """A head that has no list of events yet, with one."""
    newline = "\r\n" if "\r\n" in document.text else "\n"
    head = document.text if document.text.endswith("\n") else document.text + newline
    return document.bom + head + newline.join(["events:", *items(new, 2, newline)]) + newline


def event_fields(event: Event) -> dict[str, Any]:
    """An event as it is written in YAML: only what is stated, every value a text, the most read first."""
    fields = event.model_dump(mode="json", exclude_defaults=True)
    names = dict.fromkeys([name for name in _FIRST if name in fields] + list(fields))
    return {name: _texts(fields[name]) for name in names}


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _texts(item) for name, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return Number(value) if isinstance(value, int | float) else str(value)

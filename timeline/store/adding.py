"""Add extracted events to a timeline: each once, none that a person has taken away, and to those known new sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Mapping as Fields
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.model.event import Event, Source, free_id, slug
from timeline.store.files import locked, made_folder, write_all
from timeline.store.passages import Passages, noted, passages_of, read_ledger, written_passages
from timeline.store.places import Place, place_of, refuse_other_names, timeline_at
from timeline.store.reading import Reading, read_place
from timeline.store.writing import appended, plain_fields
from timeline.yamldoc import Document, NodePath, Plain
from timeline.yamldoc.editor import Editor

__all__ = ["Added", "Twins", "add"]

Twins = Callable[[Sequence[Event], str], Callable[[Event], Event | None]]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of events that were to be added.

    Attributes:
        new: Those written, with their ids.
        known: Those that the timeline already has.
        unlike: Of these the ones known by their ids alone, whose titles and dates both are other ones there.
        dismissed: Those that it had once and that a person took away.
        sourced: The sources that known events got, by the ids of those.
    """

    new: list[Event] = field(default_factory=list)
    known: list[Event] = field(default_factory=list)
    unlike: list[Event] = field(default_factory=list)
    dismissed: list[Event] = field(default_factory=list)
    sourced: dict[str, list[Source]] = field(default_factory=dict)


def add(path: str | Path, events: Iterable[Event], twins: Twins | None = None, *, known_by_id: bool = False) -> Added:
    """Add events that were extracted from articles to a timeline.

    An event is known by its sources: article, expression and quote. One that the timeline has is left as it is,
    whatever a person has made of it, but for the end of the list of its sources: there an article that reports it, too,
    is added. What a person took away, an event or a source, stays away; what was ever added is kept in a small file
    beside the timeline (`ledger_path`).

    Args:
        path: The file or folder of the timeline; a file that is not there is made, with its folder.
        events: The events; one without an id gets that of its title, once and for all.
        twins: Given the events of the timeline and its language, tells which of them another event surely is.
        known_by_id: Whether an event whose id is there is known, as where another program gave it that id.

    Raises:
        TimelineError: The timeline cannot be read or written, or its name is not that of a YAML file; nothing is
            changed then.
    """
    path, events = Path(path), list(events)
    refuse_other_names(path)
    with made_folder(path.parent), locked(path):
        place = place_of(path)
        reading = _read(place)
        if reading and any(entry.path for file in reading.files for entry in file.entries):
            timeline_at(path)  # files with lists of events are timelines of their own, if no timeline.yaml joins them
        there = {event.id: event for event in reading.timeline.events} if reading and known_by_id else {}
        others = [event for event in events if event.id not in there]
        added = _sort(others, reading, read_ledger(path), twins)
        added.known.extend(event for event in events if event.id in there)
        added.unlike.extend(each for each in events if each.id in there and _is_unlike(each, there[each.id]))
        sourced = _sourced(reading, added.sourced) if reading else ()
        new = {str(event.id): plain_fields(event) for event in added.new}
        write_all({**appended(place, reading, new, changed=sourced), **noted(path, others)})
    return added


def _is_unlike(one: Event, other: Event) -> bool:
    return one.title != other.title and one.date != other.date


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
    written = Passages(written_passages(reading))
    twin_of = twins(known, reading.timeline.language) if twins and reading else None
    taken = {str(event.id) for event in known}
    there = {(event.title, event.date) for event in known}
    for event in events:
        passages = list(passages_of(event.sources))
        at = next(filter(None, map(written.name_of, passages)), "")
        twin = twin_of(event) if twin_of and not at else None
        # An event without a source is known by its title and date.
        if at or twin or (not passages and (event.title, event.date) in there):
            added.known.append(event)
            _note_sources(added, at or str((twin and twin.id) or ""), event, written, ledger)
        elif any(map(ledger.name_of, passages)):
            added.dismissed.append(event)
        else:
            name = free_id(event.id or slug(event.title), taken)
            taken.add(name)
            there.add((event.title, event.date))
            added.new.append(event.model_copy(update={"id": name}))
            written.add((passage, name) for passage in passages)
    return added


def _note_sources(added: Added, name: str, event: Event, written: Passages, ledger: Passages) -> None:
    """Keep the sources of a known event that neither the files nor those who edit them have seen."""
    for source in event.sources if name else ():
        new = [each for each in passages_of([source]) if not (written.name_of(each) or ledger.name_of(each))]
        if new:
            added.sourced.setdefault(name, []).append(source)
            written.add((passage, name) for passage in new)


def _sourced(reading: Reading, sources: Fields[str, Sequence[Source]]) -> Iterator[Document]:
    """The files in which events get sources, with these behind those they have; nothing else in them changes."""
    for file in reading.files:
        assert file.document is not None
        editor, count = Editor(file.document), 0
        for entry in file.entries:
            name = str(entry.event.id) if entry.event else ""
            if name in sources:
                count += 1
                _write_sources(editor, (*entry.path, "sources"), entry.fields, sources[name])
        if count:
            yield editor.edited()


def _write_sources(editor: Editor, path: NodePath, fields: dict[str, Any], sources: Sequence[Source]) -> None:
    written: list[Plain] = [plain_fields(source) for source in sources]
    if isinstance(fields.get("sources"), list):
        editor.insert(path, written)
    else:
        editor.set(path, written)

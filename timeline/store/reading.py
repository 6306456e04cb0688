"""From the files of a timeline to its events, with everything that is wrong with them, each at its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from os.path import realpath
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError
from timeline.model.event import Event, limits_of
from timeline.model.garbage import no_garbage_collection
from timeline.model.timeline import Timeline, title_of_name
from timeline.store.entries import Entry, EventFile, date_above, split
from timeline.store.ids import give_ids
from timeline.store.phrases import (
    Context,
    Lost,
    Previous,
    Resolved,
    counts_from_previous,
    counts_from_publication,
    counts_from_undated,
    is_relative,
    resolve,
)
from timeline.store.places import Place
from timeline.store.problems import date_problem, problems_of
from timeline.yamldoc import Document, Mapping, YamlError, parse, read

__all__ = [
    "EVENT_FIELDS",
    "RESERVED_ID",
    "Reader",
    "Reading",
    "id_clashes",
    "read_place",
    "read_text",
]

EVENT_FIELDS = tuple(name for name in Event.model_fields if name != "reasoning")
_LIMITS = limits_of(Event)
_LONGEST_TITLE = limits_of(Timeline)["title"]
_HEAD_FIELDS = tuple(name for name in Timeline.model_fields if name != "events")
_MOST_PROBLEMS = 1000  # of one file; whoever has more looks at the first
Known: TypeAlias = dict[str, tuple[Event, Resolved]]
RESERVED_ID = "index"  # the page of all timelines stands in its place
_ABOVE_FIRST = "put that right first"
_NO_ANCHOR = "say from when it counts, with 'published: 2026-02-11', or write the date itself"
_NO_EVENT = "put the event after the one that it counts from, or write the date itself"
_NO_DATE = EdtfDate("0000")  # stands in for a date that is wrong, to find out what else is


@dataclass(slots=True)
class Reading:
    """A timeline as it was read: what can be used, and what is wrong."""

    place: Place
    files: list[EventFile]
    timeline: Timeline
    problems: list[YamlError]

    def events(self) -> Iterator[tuple[EventFile, Entry, Event]]:
        """The events that can be read, in the order of the files, each with the place where it stands."""
        for file in self.files:
            for entry in file.entries:
                if entry.event:
                    yield file, entry, entry.event

    def texts(self) -> Iterator[tuple[EventFile, Entry, Event]]:
        """The same with those of which only the date is wrong, for all that is not about dates."""
        for file in self.files:
            for entry in file.entries:
                if event := entry.event or entry.undated:
                    yield file, entry, event


def read_text(text: str, previous: Previous = None) -> EventFile:
    """The events of a YAML text, as if it were a file.

    Args:
        text: The YAML.
        previous: The date of the event that stands before the first.

    Raises:
        YamlError: It is no YAML.
    """
    file = EventFile("", parse(text))
    assert file.document is not None
    split(file, file.document)
    plain = Timeline.model_validate({})
    own = _head_of(file, plain) or plain
    _read_events(file, own, own, frozenset(_anchor_names(file)), {}, previous)
    return file


class Reader:
    """Reads timelines again and again while they are edited: what has not changed is not checked anew.

    While a file is no YAML, as between two keystrokes, its timeline stays what it was.
    """

    def __init__(self) -> None:
        self._readings: dict[Path, tuple[list[tuple[int, int]], Reading]] = {}
        self._whole: dict[Path, Reading] = {}

    def read(self, place: Place) -> Reading:
        """Read a timeline; the same as before if no file of it has changed."""
        saved = [(found.st_mtime_ns, found.st_size) for found in map(os.stat, filter(os.path.exists, place.files))]
        before = self._readings.get(place.path)
        if before and before[0] == saved and before[1].place == place:
            return before[1]
        whole = self._whole.get(place.path)
        reading = read_place(place, whole)
        if all(file.document for file in reading.files):
            self._whole[place.path] = reading
        elif whole:
            reading.timeline = whole.timeline
        self._readings[place.path] = saved, reading
        return reading


def read_place(place: Place, before: Reading | None = None) -> Reading:
    """Read a timeline; nothing is raised for what is wrong in a file.

    Args:
        place: Its files.
        before: What was read of it some time ago: events that are still written in the same way are not checked anew.
    """
    with no_garbage_collection():
        known = _known(before) if before else {}
        files = [_open(path, place) for path in place.files]
        plain = Timeline.model_validate({"id": place.id, "title": _title_of(place)})
        heads = [_head_of(file, plain) for file in files]
        head = next((found for found in heads if found), plain)
        named = frozenset(name for file in files for name in _anchor_names(file))
        for file, own in zip(files, heads, strict=True):
            _read_events(file, own or head, head, named, known)
        duplicates = give_ids(files)
        events = sorted((entry.event for file in files for entry in file.entries if entry.event), key=_by_date)
    # The events are checked and in order: checking them all again would double the time.
    timeline = head.model_copy(update={"events": tuple(events)})
    reading = Reading(place, files, timeline, [problem for file in files for problem in file.problems] + duplicates)
    reading.problems += [_reserved(reading)] if timeline.id == RESERVED_ID else []
    return reading


def _by_date(event: Event) -> Any:
    return event.date.sort_key


def _title_of(place: Place) -> str:
    return title_of_name(place.name)[:_LONGEST_TITLE] or "Timeline"


def _open(path: Path, place: Place) -> EventFile:
    file = EventFile(str(path))
    try:
        _refuse_link(path, place)
        file.document = read(path)
    except YamlError as error:
        file.problems.append(error)
        return file
    split(file, file.document, is_event=place.is_folder and path != place.head)
    return file


def _refuse_link(path: Path, place: Place) -> None:
    """Refuse a link that leads out of the folder of the timelines: it would publish what is not meant for it."""
    linked = path.is_symlink() or place.path.is_symlink()
    if linked and not Path(realpath(path)).is_relative_to(realpath(place.path.parent)):
        raise YamlError(
            "this link leads out of the folder", kind="unreadable-file", hint="put the file itself here", path=path
        )


def _head_of(file: EventFile, plain: Timeline) -> Timeline | None:
    """The timeline that the head of a file describes, without what is wrong in it; None if it has no head."""
    if not file.head or file.document is None:
        return None
    fields = {"id": plain.id, "title": plain.title, **file.head}
    try:
        return Timeline.model_validate(fields)
    except ValidationError as error:
        file.problems += problems_of(error, file.document, file.document.root, (*_HEAD_FIELDS, "events"))
        wrong = [details["loc"] for details in error.errors(include_url=False)]
    refused = {place[0] for place in wrong}
    right = {name: value for name, value in fields.items() if name not in refused}
    return Timeline.model_validate({"id": plain.id, "title": plain.title, "anchors": _right(fields, wrong), **right})


def _right(fields: dict[str, Any], wrong: list[tuple[Any, ...]]) -> dict[str, Any]:
    """The anchors of a head that are right, where some are not: what counts from these can be read all the same."""
    anchors = fields.get("anchors")
    names = {place[1] for place in wrong if place[0] == "anchors" and len(place) > 1}
    return {name: date for name, date in anchors.items() if name not in names} if isinstance(anchors, dict) else {}


def _anchor_names(file: EventFile) -> Iterator[str]:
    """The names of the anchors that are written in a file, whether their dates are right or not, or in a list."""
    anchors = file.head.get("anchors")
    for each in anchors if isinstance(anchors, list) else [anchors]:
        yield from each if isinstance(each, dict) else ()


def _known(reading: Reading) -> Known:
    """Events by the words with which they are written, but for those dated by a phrase, which may mean another date."""
    return {
        _words(file, entry): (event, entry.resolved)
        for file, entry, event in reading.events()
        if entry.resolved and not entry.resolved.steps
    }


def _words(file: EventFile, entry: Entry) -> str:
    assert file.document is not None
    return file.document.text[entry.node.start : entry.node.end]


def _read_events(
    file: EventFile, own: Timeline, head: Timeline, named: frozenset[str], known: Known, previous: Previous = None
) -> None:
    if file.document is None:
        return
    language = own.language if "language" in file.head else head.language
    anchors = {**head.anchors, **own.anchors}
    context = Context(own.published or head.published, language, anchors, previous, named - anchors.keys())
    for number, entry in enumerate(file.entries):
        found = known.get(_words(file, entry))
        if found:
            entry.event, entry.resolved = found
        else:
            file.problems += _read_event(file.document, entry, context, partial(date_above, file, number))
        if len(file.problems) > _MOST_PROBLEMS:
            hint = "put these right first"
            file.problems.append(
                file.document.error(entry.node, "too-large", f"more than {_MOST_PROBLEMS} problems", hint)
            )
            break


def _read_event(document: Document, entry: Entry, context: Context, above: Callable[[], Previous]) -> list[YamlError]:
    problems = _resolve(document, entry, context, above)
    if entry.fields.get("reasoning"):
        hint = "remove it: it is made when the timeline is loaded"
        node = entry.node.key("reasoning")
        problems.append(document.error(node, "unknown-field", "there is no field 'reasoning'", hint))
    try:
        event = Event.model_validate(_dated_fields(entry))
    except ValidationError as error:
        return problems + problems_of(error, document, entry.node, EVENT_FIELDS)
    if problems or not entry.resolved:
        entry.undated = event
    else:
        steps = entry.resolved.steps
        entry.event = (
            event.model_copy(update={"reasoning": "; ".join(steps)[: _LIMITS["reasoning"]]}) if steps else event
        )
    return problems


def _dated_fields(entry: Entry) -> dict[str, Any]:
    """The fields of an event, and for its date what it was resolved to."""
    fields = {name: value for name, value in entry.fields.items() if name != "reasoning"}
    if entry.resolved:
        fields["date"] = entry.resolved.date
        if entry.resolved.steps:
            fields.setdefault("expression", entry.fields["date"][: _LIMITS["expression"]])
    elif "date" in fields:
        fields["date"] = _NO_DATE
    return fields


def _resolve(document: Document, entry: Entry, context: Context, above: Callable[[], Previous]) -> list[YamlError]:
    date = entry.fields.get("date")
    if date is None:
        return []
    node = entry.node.get("date") or entry.node
    if not isinstance(date, str):
        return [document.error(node, "wrong-type", "date: a text is expected", _instead_of(date))]
    try:
        # Nearly all are dates; a context for each would cost more than they do.
        entry.resolved = Resolved(EdtfDate(date))
        return []
    except DateError:
        known = context.of_event(entry.fields, above() or context.previous)
    try:
        entry.resolved = resolve(date, known)
    except DateError as error:
        if counts_from_undated(date, context):
            return []  # what is wrong is told once, where the anchor stands
        problem = date_problem(document, node, error)
        if problem.kind == "invalid-date" and is_relative(date, context):
            problem.kind, problem.hint = "relative-date-without-anchor", _without(date, known)
        return [problem]
    return []


def _instead_of(value: Any) -> str:
    """What to write instead of a date that is no text: YAML reads ``[1990,1991]`` as a list."""
    other = "write a date such as 2025-02-12"
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return other
    several = f"[{','.join(value)}]"
    try:
        EdtfDate(several)
    except DateError as error:
        return error.hint if ".." in several else other
    return f'write it in quotes: "{several}"' if len(value) > 1 else other


def _without(phrase: str, known: Context) -> str:
    """What to write where a phrase has nothing to count from, or nothing that is known well enough."""
    published, previous = known.published, known.previous
    if isinstance(previous, Lost):
        if counts_from_previous(phrase, known):
            return f"it counts from the event above (line {previous.line}), whose date cannot be read: {_ABOVE_FIRST}"
        previous = None
    if published is None and counts_from_publication(phrase, known):
        return _NO_ANCHOR
    if previous is None:
        return _NO_EVENT
    otherwise = f", or from {published}" if published else ""
    return f"it counts from the event above, {previous}{otherwise}: write the day there, or the date itself"


def id_clashes(readings: Iterable[Reading]) -> list[tuple[Reading, YamlError]]:
    """The timelines that have the id, and so the address, of another one: ``talks.yaml`` and the folder ``talks``.

    Only those are compared that lie side by side, as those of a site do.

    Returns:
        Each with the error, at its own id if it is written.
    """
    first: dict[tuple[Path, str], Reading] = {}
    clashes = [(each, first.setdefault((each.place.path.parent, each.timeline.id), each)) for each in readings]
    return [(each, _duplicate_timeline(each, other)) for each, other in clashes if each is not other]


def _duplicate_timeline(reading: Reading, other: Reading) -> YamlError:
    message = f"the timeline '{reading.timeline.id}' is already in {other.place.head or other.place.path}"
    hints = ("give one of the two another id", "rename or remove one of the two")
    return _about_id(reading, "duplicate-timeline", message, *hints)


def _reserved(reading: Reading) -> YamlError:
    message = f"'{RESERVED_ID}' is the page that lists all timelines, so no timeline can have this id"
    hints = ("write another id", f"rename {reading.place.path.name}, for example to what the timeline is about")
    return _about_id(reading, "reserved-id", message, *hints)


def _about_id(reading: Reading, kind: str, message: str, hint: str, rename: str) -> YamlError:
    """What is wrong with the id of a timeline: told where it is written, else of the file or folder that it is from."""
    for document in (file.document for file in reading.files if "id" in file.head):
        if document and isinstance(document.root, Mapping):
            return document.error(document.root.get("id") or document.root, kind, message, hint)
    return YamlError(message, kind=kind, hint=rename, path=reading.place.head or reading.place.path)

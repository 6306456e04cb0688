"""From the files of a timeline to its events, with everything that is wrong with them, each at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError
from timeline.model.event import Event, slug
from timeline.model.timeline import Timeline
from timeline.store.phrases import NO_ANCHOR, Context, Resolved, is_relative, resolve
from timeline.store.places import Place
from timeline.store.problems import date_problem, problems_of, step_into
from timeline.yamldoc import Document, Mapping, Node, Scalar, Sequence, YamlError, no_garbage_collection, parse, read

__all__ = [
    "EVENT_FIELDS",
    "HEAD_FIELDS",
    "Entry",
    "EventFile",
    "Reading",
    "entries_of",
    "event_nodes",
    "free_id",
    "present",
    "read_place",
    "read_text",
]

EVENT_FIELDS = tuple(name for name in Event.model_fields if name != "reasoning")
HEAD_FIELDS = tuple(name for name in Timeline.model_fields if name != "events")
MOST_PROBLEMS = 1000  # of one file; whoever has more looks at the first
_NO_DATE = EdtfDate("0000")  # stands in for a date that is wrong, to find out what else is


@dataclass(slots=True)
class Entry:
    """One event of a file, readable or not.

    Attributes:
        node: Where it stands.
        path: The way to it in the file: ``("events", 0)``; empty if the file is this one event.
        fields: What is written, without what is absent.
        event: The event, None if something is wrong with it.
        resolved: Its date and, if it is written as a phrase, how it was resolved.
    """

    node: Mapping
    path: tuple[str | int, ...]
    fields: dict[str, Any]
    event: Event | None = None
    resolved: Resolved | None = None

    def at(self, *path: str | int) -> Node:
        """The place of a value; of the nearest that is there, if it is not."""
        node: Node = self.node
        for part in path:
            step = step_into(node, part)
            if step is None:
                break
            node = step
        return node


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


def event_nodes(document: Document) -> Iterator[tuple[tuple[str | int, ...], Mapping]]:
    """Where the events of a document stand, and their nodes."""
    root = document.root
    if isinstance(root, Mapping) and "events" not in root.entries and "date" in root.entries:
        yield (), root
        return
    prefix: tuple[str, ...] = ("events",) if isinstance(root, Mapping) else ()
    node = root.get("events") if isinstance(root, Mapping) else root
    for index, item in enumerate(node.items if isinstance(node, Sequence) else ()):
        if isinstance(item, Mapping):
            yield (*prefix, index), item


def entries_of(document: Document) -> list[Entry]:
    """The events of a document as they are written; neither their dates nor their fields are looked at."""
    file = EventFile(document.path or "", document)
    _split(file, document)
    return file.entries


def read_text(text: str) -> EventFile:
    """The events of a YAML text, as if it were a file.

    Raises:
        YamlError: It is no YAML.
    """
    file = EventFile("", parse(text))
    assert file.document is not None
    _split(file, file.document)
    plain = Timeline.model_validate({})
    own = _head_of(file, plain) or plain
    _read_events(file, own, own)
    return file


def read_place(place: Place) -> Reading:
    """Read a timeline; nothing is raised for what is wrong in a file."""
    with no_garbage_collection():
        files = [_open(path, place) for path in place.files]
        plain = Timeline.model_validate({"id": place.id, "title": _title_of(place)})
        heads = [_head_of(file, plain) for file in files]
        head = next((found for found in heads if found), plain)
        for file, own in zip(files, heads, strict=True):
            _read_events(file, own or head, head)
        duplicates = _give_ids(files)
        events = sorted((entry.event for file in files for entry in file.entries if entry.event), key=_by_date)
    # The events are checked and in order: checking them all again would double the time.
    timeline = head.model_copy(update={"events": tuple(events)})
    return Reading(place, files, timeline, [problem for file in files for problem in file.problems] + duplicates)


def _by_date(event: Event) -> Any:
    return event.date.sort_key


def _title_of(place: Place) -> str:
    name = place.path.name if place.is_folder else place.path.stem
    return name.replace("-", " ").replace("_", " ").strip().capitalize()[:300] or "Timeline"


def _open(path: Path, place: Place) -> EventFile:
    file = EventFile(str(path))
    try:
        _refuse_link(path, place)
        file.document = read(path)
    except YamlError as error:
        file.problems.append(error)
        return file
    _split(file, file.document)
    return file


def _refuse_link(path: Path, place: Place) -> None:
    """Refuse a link that leads out of the folder of the timelines: it would publish what is not meant for it."""
    if (path.is_symlink() or place.path.is_symlink()) and not path.resolve().is_relative_to(
        place.path.parent.resolve()
    ):
        raise YamlError(
            "this link leads out of the folder", kind="unreadable-file", hint="put the file itself here", path=path
        )


def _split(file: EventFile, document: Document) -> None:
    """Tell the head from the events: a mapping with `events`, a list of events, or one event."""
    root = document.root
    if isinstance(root, Mapping) and ("events" in root.entries or "date" not in root.entries):
        file.head = {name: present(value) for name, value in _present_entries(root) if name != "events"}
        file.entries = _entries(file, document, root.get("events"), ("events",))
    elif isinstance(root, Mapping):
        file.entries = [Entry(root, (), present(root))]
    elif isinstance(root, Sequence):
        file.entries = _entries(file, document, root, ())
    elif not root.is_absent:
        hint = "write 'title: …' and 'events:' with a list of events"
        file.problems.append(document.error(root, "wrong-type", "this is a text, no timeline", hint))


def _entries(file: EventFile, document: Document, node: Node | None, prefix: tuple[str, ...]) -> list[Entry]:
    if node is None or (isinstance(node, Scalar) and node.is_absent):
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
            hint = "write 'date: …' and 'title: …' below each other"
            file.problems.append(document.error(item, "wrong-type", "an event must have keys and values", hint))
    return entries


def present(node: Node) -> Any:
    """What is written, without the keys and items whose value is absent: ``""``, ``~`` or nothing."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [present(item) for item in node.items if not (isinstance(item, Scalar) and item.is_absent)]
    return {name: present(value) for name, value in _present_entries(node)}


def _present_entries(node: Mapping) -> Iterator[tuple[str, Node]]:
    for name, (_, value) in node.entries.items():
        if not (isinstance(value, Scalar) and value.is_absent):
            yield name, value


def _head_of(file: EventFile, plain: Timeline) -> Timeline | None:
    """The timeline that the head of a file describes, without what is wrong in it; None if it has no head."""
    if not file.head or file.document is None:
        return None
    fields = {"id": plain.id, "title": plain.title, **file.head}
    try:
        return Timeline.model_validate(fields)
    except ValidationError as error:
        file.problems += problems_of(error, file.document, file.document.root, (*HEAD_FIELDS, "events"))
        wrong = {details["loc"][0] for details in error.errors(include_url=False)}
    return Timeline.model_validate(
        {"id": plain.id, "title": plain.title} | {name: value for name, value in fields.items() if name not in wrong}
    )


def _read_events(file: EventFile, own: Timeline, head: Timeline) -> None:
    if file.document is None:
        return
    context = Context(own.published or head.published, own.language, {**head.anchors, **own.anchors})
    previous: EdtfDate | None = None
    for entry in file.entries:
        problems = _read_event(file.document, entry, context, previous)
        file.problems += problems
        if len(file.problems) > MOST_PROBLEMS:
            hint = "put these right first"
            file.problems.append(
                file.document.error(entry.node, "too-large", f"more than {MOST_PROBLEMS} problems", hint)
            )
            break
        if entry.resolved:
            previous = entry.resolved.date


def _read_event(document: Document, entry: Entry, context: Context, previous: EdtfDate | None) -> list[YamlError]:
    problems = _resolve(document, entry, context, previous)
    fields = dict(entry.fields)
    if entry.resolved:
        fields["date"] = entry.resolved.date
        if entry.resolved.steps:
            fields.setdefault("expression", entry.fields["date"][:200])
    elif "date" in fields:
        fields["date"] = _NO_DATE
    if fields.pop("reasoning", None):
        hint = "remove it: it is made when the timeline is loaded"
        node = entry.node.key("reasoning")
        problems.append(document.error(node, "unknown-field", "there is no field 'reasoning'", hint))
    try:
        event = Event.model_validate(fields)
    except ValidationError as error:
        return problems + problems_of(error, document, entry.node, EVENT_FIELDS)
    if not problems:
        steps = entry.resolved.steps if entry.resolved else ()
        entry.event = event.model_copy(update={"reasoning": "; ".join(steps)[:2000]}) if steps else event
    return problems


def _resolve(document: Document, entry: Entry, context: Context, previous: EdtfDate | None) -> list[YamlError]:
    date = entry.fields.get("date")
    if date is None:
        return []
    node = entry.node.get("date") or entry.node
    if not isinstance(date, str):
        return [document.error(node, "wrong-type", "date: a text is expected", "write a date such as 2025-02-12")]
    try:
        entry.resolved = Resolved(
            EdtfDate(date)
        )  # nearly all are dates; a context for each would cost more than they do
        return []
    except DateError:
        published = _anchor(entry.fields) or context.published
    try:
        entry.resolved = resolve(date, replace(context, published=published, previous=previous))
    except DateError as error:
        problem = date_problem(document, node, error)
        if published is None and is_relative(date, context):
            problem.kind, problem.hint = "relative-date-without-anchor", NO_ANCHOR
        return [problem]
    return []


def _anchor(fields: dict[str, Any]) -> EdtfDate | None:
    """The publication date of the first source that has one, else of the event."""
    sources = fields.get("sources")
    found = (
        [source.get("published") for source in sources if isinstance(source, dict)] if isinstance(sources, list) else []
    )
    for text in [*found, fields.get("published")]:
        try:
            if isinstance(text, str):
                return EdtfDate(text)
        except DateError:
            continue  # it is reported where it stands
    return None


def _give_ids(files: list[EventFile]) -> list[YamlError]:
    """Give the events without an id the one of their title; the errors of the ids that are there twice."""
    problems, places = [], dict[str, str]()
    without = []
    for file in files:
        for entry in file.entries:
            if entry.event is None:
                continue
            if entry.event.id is None:
                without.append((file, entry))
            elif entry.event.id in places:
                problems.append(_duplicate_id(file, entry, places[entry.event.id]))
            else:
                places[entry.event.id] = _place(file, entry)
    for file, entry in without:
        assert entry.event is not None
        base = slug(Path(file.path).stem if not entry.path else entry.event.title)
        entry.event = entry.event.model_copy(update={"id": free_id(base, places)})
        places[entry.event.id or ""] = ""
    return problems


def free_id(base: str, taken: Collection[str]) -> str:
    """The id itself, or with the first number that makes it unlike those taken.

    >>> free_id("talks", {"talks", "talks-2"})
    'talks-3'
    """
    if base not in taken:
        return base
    return next(name for number in count(2) if (name := f"{base}-{number}") not in taken)


def _place(file: EventFile, entry: Entry) -> str:
    assert file.document is not None
    return f"{Path(file.path).name}:{file.document.line_of(entry.node.start)}"


def _duplicate_id(file: EventFile, entry: Entry, first: str) -> YamlError:
    assert file.document is not None
    node = entry.node.get("id") or entry.node
    name = entry.event.id if entry.event else ""
    return file.document.error(
        node,
        "duplicate-id",
        f"the id '{name}' is already that of the event at {first}",
        f"write another, such as '{name}-2'",
    )

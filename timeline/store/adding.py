"""Add extracted events to a timeline: each once, and none that a person has taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Fields
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any

from timeline.model.event import Event, Source, slug
from timeline.store.files import locked, write_atomic
from timeline.store.places import Place, place_of
from timeline.store.reading import Reading, free_id, read_place
from timeline.yamldoc import Document, Mapping, Plain, Written, YamlError, parse
from timeline.yamldoc.editor import Editor
from timeline.yamldoc.writer import Number, block, items

__all__ = ["Added", "add", "append", "event_fields", "file_text", "ledger_path"]

_FIRST = ("id", "date", "title", "text", "lane", "tags", "people", "organizations", "places")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of events that were to be added.

    Attributes:
        new: Those written, with their ids.
        known: Those that the timeline already has.
        dismissed: Those that it had once and that a person took away.
    """

    new: list[Event] = field(default_factory=list)
    known: list[Event] = field(default_factory=list)
    dismissed: list[Event] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Passage:
    """What an extracted event is known by, whatever a person makes of its title and date: the words that said it."""

    article: str
    expression: str
    quote: str

    def is_in(self, others: _Passages) -> bool:
        quotes = others.get((self.article, self.expression), ())
        return any(self.quote in quote or quote in self.quote for quote in quotes)


_Passages = dict[tuple[str, str], list[str]]


def add(path: str | Path, events: Iterable[Event]) -> Added:
    """Add events that were extracted from articles to a timeline.

    An event is known by its sources: article, expression and quote. One that the timeline has is left as it is,
    whatever a person has made of it. One that was added before and is no longer there was taken away by a person and
    stays away; what was ever added is kept in a small file beside the timeline (`ledger_path`).

    Args:
        path: The file or folder of the timeline; a file that is not there is made.
        events: The events; one without an id gets that of its title, once and for all.

    Raises:
        TimelineError: The timeline cannot be read or written; nothing is changed then.
    """
    path, events = Path(path), list(events)
    with locked(path):
        place = place_of(path) if path.exists() else Place(path, path, (path,))
        reading = _read(place)
        added = _sort(events, reading, _read_ledger(path))
        if added.new:
            append(place, reading, {str(event.id): event_fields(event) for event in added.new})
        _note(path, events)
    return added


def _read(place: Place) -> Reading | None:
    if not place.path.exists():
        return None
    reading = read_place(place)
    for file in reading.files:
        if file.document is None:
            raise file.problems[0]
    return reading


def _sort(events: list[Event], reading: Reading | None, ledger: _Passages) -> Added:
    added = Added()
    written = _index(_written_passages(reading))
    taken = {str(event.id) for event in reading.timeline.events} if reading else set()
    for event in events:
        passages = list(_passages(event))
        if any(passage.is_in(written) for passage in passages) or _is_there(event, passages, reading):
            added.known.append(event)
        elif any(passage.is_in(ledger) for passage in passages):
            added.dismissed.append(event)
        else:
            name = free_id(event.id or slug(event.title), taken)
            taken.add(name)
            added.new.append(event.model_copy(update={"id": name}))
            written = _index(passages, written)
    return added


def _is_there(event: Event, passages: list[_Passage], reading: Reading | None) -> bool:
    """An event without a source is known by its title and date."""
    if passages or reading is None:
        return False
    return any((event.title, event.date) == (other.title, other.date) for other in reading.timeline.events)


def _passages(event: Event) -> Iterator[_Passage]:
    for source in event.sources:
        if source.quote or source.expression:
            yield _Passage(_article(source), _plain(source.expression), _plain(source.quote))


def _written_passages(reading: Reading | None) -> Iterator[_Passage]:
    """The passages of all events of the files, of those with a mistake, too."""
    entries = [entry for file in reading.files for entry in file.entries] if reading else []
    for entry in entries:
        sources = entry.fields.get("sources")
        for fields in sources if isinstance(sources, list) else []:
            if isinstance(fields, dict):
                known = {name: value for name, value in fields.items() if isinstance(value, str)}
                article = _plain(known.get("url") or known.get("title"))
                yield _Passage(article, _plain(known.get("expression")), _plain(known.get("quote")))


def _article(source: Source) -> str:
    return _plain(source.url or source.title)


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def _index(passages: Iterable[_Passage], into: _Passages | None = None) -> _Passages:
    index = {} if into is None else into
    for passage in passages:
        index.setdefault((passage.article, passage.expression), []).append(passage.quote)
    return index


def ledger_path(path: Path) -> Path:
    """The file beside a timeline that lists the passages whose events were ever added; remove a line to let one return.

    >>> ledger_path(Path("events/talks.yaml")).name
    '.talks.extracted.tsv'
    """
    return path / ".extracted.tsv" if path.is_dir() else path.with_name(f".{path.stem}.extracted.tsv")


def _read_ledger(path: Path) -> _Passages:
    ledger = ledger_path(path)
    if not ledger.exists():
        return {}
    rows = [line.split("\t") for line in ledger.read_text(encoding="utf-8", errors="replace").splitlines()]
    return _index(_Passage(*row) for row in rows if len(row) == 3)


def _note(path: Path, events: list[Event]) -> None:
    ledger = ledger_path(path)
    known = ledger.read_text(encoding="utf-8").splitlines() if ledger.exists() else []
    lines = [f"{each.article}\t{each.expression}\t{each.quote}" for event in events for each in _passages(event)]
    noted = list(dict.fromkeys([*known, *lines]))
    if noted != known:
        write_atomic(ledger, "".join(line + "\n" for line in noted).encode())


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

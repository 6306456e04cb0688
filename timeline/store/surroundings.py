"""What the date of an event depends on besides itself: the head of its file, and the event before it."""

from __future__ import annotations

from collections.abc import Mapping as Fields
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.store.entries import Entry, date_above, entries_of
from timeline.store.finding import Spot
from timeline.store.phrases import Lost, Previous, is_date
from timeline.store.reading import Reading, read_place, read_text
from timeline.yamldoc import Mapping, YamlError, read
from timeline.yamldoc.writer import block

__all__ = [
    "check_fields",
    "counts_from_before",
    "date_before",
    "head_of",
    "head_of_reading",
    "is_dated_alone",
    "last_date",
    "refuse_if_counted_from",
]

_DATING = ("published", "language", "anchors")


def refuse_if_counted_from(spots: Sequence[Spot]) -> None:
    """Refuse to take events of a file away if the date of the next that stays, "three days later", counts from one.

    Raises:
        TimelineError: It does.
    """
    going = {spot.path: spot for spot in spots}
    entries = entries_of(spots[0].document)
    for before, entry in pairwise(entries):
        spot = going.get(before.path)
        if spot and entry.path not in going and counts_from_before(head_of(spot), entry):
            raise TimelineError(
                f"'{entry.fields.get('date')}', the date of the event after '{spot.id}', counts from it",
                hint="write it as a date first: `timeline check --fix`",
                path=spot.document.path,
            )


def counts_from_before(head: dict[str, Any], entry: Entry) -> bool:
    """Whether the date of an event means something else after another event."""
    fields = _dating(entry.fields)
    if is_date(fields.get("date")):
        return False
    return _date_after(head, EdtfDate("2000-01-01"), fields) != _date_after(head, EdtfDate("2001-06-15"), fields)


def _dating(fields: Fields[str, Any]) -> dict[str, Any]:
    """What an event itself says of its date."""
    return {name: fields[name] for name in ("date", "published", "sources", "certainty") if name in fields}


def is_dated_alone(spot: Spot, language: str) -> bool:
    """Whether the date of an event is the same in any other timeline of a language."""
    if is_date(spot.fields.get("date")):
        return True
    fields = _dating(spot.fields)
    here = _date_after(head_of(spot), date_before(spot), fields)
    elsewhere = _date_after({"language": language} if language else {}, Lost(0), fields)
    return here is not None and here == elsewhere


def _date_after(head: dict[str, Any], before: Previous, fields: dict[str, Any]) -> EdtfDate | None:
    entry = _read(head, before, fields)[0]
    return entry.resolved.date if entry.resolved else None


def _read(head: dict[str, Any], before: Previous, fields: dict[str, Any]) -> tuple[Entry, list[YamlError]]:
    """An event as it is read below a head and after an event with a date, and what is wrong with it."""
    file = read_text(block({**head, "events": [fields]}), before)
    return file.entries[-1], file.problems


def check_fields(head: dict[str, Any], before: Previous, fields: dict[str, Any]) -> None:
    """Refuse an event that could not be read when it is written.

    Raises:
        TimelineError: What is wrong with it.
    """
    _, problems = _read(head, before, fields)
    if problems:
        raise TimelineError(problems[0].message, hint=problems[0].hint)


def head_of(spot: Spot) -> dict[str, Any]:
    """What holds for an event, of the keys that its date depends on."""
    documents = [spot.document] if spot.path else []
    if spot.place.head not in (None, spot.file):
        documents.insert(0, read(str(spot.place.head)))
    found: dict[str, Any] = {}
    for document in documents:
        if isinstance(document.root, Mapping):
            nodes = {name: document.root.get(name) for name in _DATING}
            found |= {name: node.plain for name, node in nodes.items() if node and node.plain}
    return found


def head_of_reading(reading: Reading | None) -> dict[str, Any]:
    """The same for a timeline that has been read."""
    if reading is None:
        return {}
    head = reading.timeline
    anchors = {name: str(date) for name, date in head.anchors.items()}
    published = str(head.published) if head.published else ""
    values = (published, head.language, anchors)
    return {name: value for name, value in zip(_DATING, values, strict=True) if value}


def last_date(reading: Reading | None) -> Previous:
    """The date of the last event of the file that an event will be added to; of a folder each has its own file."""
    if reading is None or reading.place.is_folder:
        return None
    file = reading.files[0]
    return date_above(file, len(file.entries))


def date_before(spot: Spot) -> Previous:
    """The date of the event before, if the one of this event could count from it."""
    if is_date(spot.fields.get("date")) or not spot.path:
        return None
    # What its timeline says may stand in another file.
    file = next(file for file in read_place(spot.place).files if file.path == str(spot.file))
    return date_above(file, next(number for number, entry in enumerate(file.entries) if entry.path == spot.path))

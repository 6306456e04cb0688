"""The YAML that a person edits."""

from __future__ import annotations

from typing import Any

from timeline.exchange.collector import Collector
from timeline.exchange.format import Format, Written
from timeline.exchange.formats.json import fields_of
from timeline.exchange.table import named
from timeline.exchange.text import utf8
from timeline.model.characters import visible
from timeline.model.errors import TimelineError
from timeline.model.timeline import Timeline
from timeline.store.entries import present
from timeline.store.writing import plain_fields
from timeline.yamldoc import Mapping, Node, Sequence, parse
from timeline.yamldoc.writer import Number, block

__all__ = ["FORMATS", "plain_texts"]


def write(tl: Timeline, _address: str) -> Written:
    """The timeline as one file."""
    events = [plain_fields(event) for event in tl.events]
    head = {name: value for name, value in fields_of(tl).items() if name not in ("id", "events")}
    return Written(block(plain_texts({**head, "events": events})) + "\n", tl.events)


def plain_texts(value: Any) -> Any:
    """Fields as texts, without characters that cannot be seen; numbers stay as they are written."""
    if isinstance(value, dict):
        return {name: plain_texts(item) for name, item in value.items()}
    if isinstance(value, list):
        return [plain_texts(item) for item in value]
    return value if isinstance(value, Number) else visible(str(value))


def read(content: bytes, collector: Collector) -> None:
    """Read a timeline, a list of events, or one event."""
    document = parse(utf8(content), collector.name or None)
    root = document.root
    if isinstance(root, Mapping) and "date" not in root.entries:
        collector.head = {name: value for name, value in present(root).items() if name != "events"}
    for node in _event_nodes(root):
        place = f"line {document.line_of(node.start)}"
        if isinstance(node, Mapping):
            collector.add(named(present(node)), place)
        else:
            collector.leave_out("it has no fields", place)


def _event_nodes(root: Node) -> list[Node]:
    if isinstance(root, Mapping) and "date" in root.entries:
        return [root]
    events = root.get("events") if isinstance(root, Mapping) else root
    if isinstance(events, Sequence):
        return events.items
    if events is None or events.is_absent:
        return []
    raise TimelineError("this holds no list of events", hint="write 'events:', and below it a list")


FORMATS = (
    Format(
        name="yaml",
        title="YAML",
        extensions=(".yaml", ".yml"),
        media_type="application/yaml",
        write=write,
        read=read,
        recognises=lambda start: start.startswith((b"title:", b"events:", b"- ", b"#", b"published:", b"language:")),
        losses={},
        general=True,
        others_see="The files that a timeline is kept in; comments are not carried.",
    ),
)

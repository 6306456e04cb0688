"""What does not come back: found by reading what was written, and comparing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from timeline.model.characters import cut
from timeline.model.event import Event
from timeline.model.timeline import Timeline

__all__ = ["Loss", "losses_of"]

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a format does not carry.

    Attributes:
        event: The id of the event, "" for the timeline itself.
        field: The field: ``"sources.0.quote"``; "" for the whole event.
        what: What becomes of it.

    >>> print(Loss("sputnik-1", "lane", "'Soviet Union' is not carried"))
    sputnik-1: lane: 'Soviet Union' is not carried
    """

    event: str
    field: str
    what: str

    @property
    def name(self) -> str:
        """The field without positions: ``sources.quote``; with ``timeline.`` before it for the timeline's own."""
        name = ".".join(part for part in self.field.split(".") if not part.isdigit())
        return name if self.event else f"timeline.{name}"

    def __str__(self) -> str:
        return ": ".join(part for part in (self.event or "the timeline", self.field, self.what) if part)


def losses_of(
    before: Timeline,
    written: Iterable[Event],
    left_out: Iterable[tuple[Event, str]],
    after: Timeline,
    read: Iterable[Event | str],
) -> tuple[Loss, ...]:
    """What differs between a timeline and what came back of it.

    Args:
        before: The timeline.
        written: Its events that were written, in the order of the file.
        left_out: Its events that were not, each with the reason.
        after: The timeline that was read.
        read: What became of the events that were written: the event, or why it cannot be read.
    """
    found = list(_differences("", before.model_copy(update={"events": ()}), after.model_copy(update={"events": ()})))
    found += [Loss(event.id or event.title, "", f"left out: {why}") for event, why in left_out]
    for event, back in zip(written, read, strict=True):
        name = event.id or event.title
        found += [Loss(name, "", f"left out: {back}")] if isinstance(back, str) else _differences(name, event, back)
    return tuple(found)


def _differences(event: str, before: BaseModel, after: BaseModel) -> Iterator[Loss]:
    if before == after:
        return
    kept, back = dict(_leaves(before.model_dump(mode="json"))), dict(_leaves(after.model_dump(mode="json")))
    for field, value in kept.items():
        if value not in (None, "", [], {}) and back.get(field) != value:
            yield Loss(event, field, _became(value, back.get(field)))


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if items is None or not value or path == "anchors" or (isinstance(value, list) and not isinstance(value[0], dict)):
        yield path, value
        return
    for name, item in items:
        yield from _leaves(item, f"{path}.{name}" if path else str(name))


def _became(before: Any, after: Any) -> str:
    gone = after in (None, "", [], {})
    return f"{_short(before)} is not carried" if gone else f"{_short(before)} becomes {_short(after)}"


def _short(value: Any) -> str:
    values = [f"{name}: {date}" for name, date in value.items()] if isinstance(value, dict) else value
    text = ", ".join(values) if isinstance(values, list) else str(values)
    return f"'{cut(text, _SHOWN)}'"

"""Read a timeline from another format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from timeline.exchange.collector import Collector
from timeline.exchange.format import format_named, format_of
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.event import slug
from timeline.model.timeline import Timeline

__all__ = ["MAX_BYTES", "Imported", "read"]

MAX_BYTES = 20 * 2**20


@dataclass(frozen=True, slots=True)
class Imported:
    """A timeline that was read from another format.

    Attributes:
        timeline: What could be read.
        format: The name of the format.
        notes: What was left out, changed or assumed, each with its place in the file.
        left_out: How many events could not be read.
        columns: For tables: each column of the file with the field it was read into, "" for none.
    """

    timeline: Timeline
    format: str
    notes: tuple[str, ...] = ()
    left_out: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)


def read(
    content: bytes,
    format: str | None = None,  # noqa: A002 - the word of the command line
    name: str = "",
    *,
    published: EdtfDate | None = None,
    columns: Mapping[str, str] | None = None,
    language: str | None = None,
) -> Imported:
    """Read a timeline from a file of another format.

    Events get the same ids each time: those of the file, else one made of title and date.

    Args:
        content: The file, at most 20 MB.
        format: The name of its format; None to tell from its name and its beginning.
        name: Its name, for messages and for the id of the timeline.
        published: What phrases such as "last month" count from, where the file does not say.
        columns: For tables: which column is which field, where the guess from the headers is wrong.
        language: The language of its texts (BCP 47), of dates in words too; None for what the file says, else English.

    Raises:
        TimelineError: It is too large, of no format that we know, or not readable as a whole.

    >>> found = read(b"When,What\\n1969-07-20,First people on the Moon\\n", name="moon.csv")
    >>> found.timeline.events[0].id, dict(found.columns)
    ('first-people-on-the-moon-1969-07-20', {'When': 'date', 'What': 'title'})
    """
    if len(content) > MAX_BYTES:
        raise TimelineError(f"the file has more than {MAX_BYTES:,} bytes", hint="split it", path=name or None)
    chosen = format_named(format) if format else format_of(content, name)
    collector = Collector(name, published, columns, language)
    try:
        chosen.read(content, collector)
        timeline = collector.timeline(slug(PurePath(name).stem) if name else "timeline")
        if not (timeline.events or collector.left_out or collector.notes):
            collector.note(f"no event was found; the file was read as {chosen.title}")
    except TimelineError as error:
        if name and error.path is None:
            error.path = name
        raise
    return Imported(timeline, chosen.name, tuple(collector.notes), collector.left_out, collector.columns)

"""Write a timeline in another format."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from timeline.exchange.collector import Collector
from timeline.exchange.format import Format, Written, format_named
from timeline.exchange.losses import Loss, losses_of
from timeline.model.timeline import Timeline

__all__ = ["Exported", "export"]


@dataclass(frozen=True)
class Exported:
    """A timeline in another format.

    Attributes:
        timeline: What was written.
        format: The format.
        written: The file, and which events are in it.
    """

    timeline: Timeline
    format: Format
    written: Written

    @property
    def content(self) -> str | bytes:
        """The content of the file."""
        return self.written.content

    @property
    def data(self) -> bytes:
        """The content as bytes; text is UTF-8."""
        return self.content.encode() if isinstance(self.content, str) else self.content

    @cached_property
    def losses(self) -> tuple[Loss, ...]:
        """What does not come back when the file is read again, found by reading it."""
        collector = Collector()
        self.format.read(self.data, collector)
        return losses_of(
            self.timeline,
            self.written.events,
            self.written.left_out,
            collector.timeline(self.timeline.id),
            collector.outcomes,
        )


def export(tl: Timeline, format: str, address: str = "") -> Exported:  # noqa: A002 - the word of the command line
    """Write a timeline in another format; the same timeline always gives the same bytes.

    Args:
        tl: The timeline.
        format: The name of the format, such as ``"icalendar"``: one of `all_formats`.
        address: The address of the timeline's page, which permanent links begin with; "" if it has none.

    Raises:
        TimelineError: There is no such format.

    >>> from timeline import Event, Timeline
    >>> moon = Event(id="moon", title="On the Moon", date="1969-07-20")
    >>> race = Timeline(id="race", title="The space race", events=[moon])
    >>> print(export(race, "csv").content)
    id,date,title
    moon,1969-07-20,On the Moon
    >>> print(*export(race, "csv").losses)
    the timeline: title: 'The space race' becomes 'Race'
    """
    chosen = format_named(format)
    return Exported(tl, chosen, chosen.write(tl, address))

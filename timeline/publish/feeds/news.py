"""What is new: events in the order in which they became known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.model.characters import visible
from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.model.gregorian import LAST_YEAR, civil_from_days, days_from_civil, weekday
from timeline.model.timeline import Timeline
from timeline.publish import markup
from timeline.publish.templating import time_element
from timeline.wording import marked_title

__all__ = ["Item", "known_since", "newest"]

_EARLIEST, _LATEST = days_from_civil(1, 1, 1), days_from_civil(LAST_YEAR, 12, 31)  # what time stamps can say
_MOST = 50
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Item:
    """An event as an entry of a feed.

    Attributes:
        timeline: Its timeline.
        event: The event.
        address: Its permanent address, which is its id in the feed, too.
        since: When it became known.
    """

    timeline: Timeline
    event: Event
    address: str
    since: EdtfDate

    @property
    def day(self) -> int:
        """The last day that this can mean, as a number."""
        return _last_day(self.since)

    @property
    def stamp(self) -> str:
        """The day as a time stamp (RFC 3339), the first instant of it; no hour is known."""
        year, month, day = civil_from_days(self.day)
        return f"{year:04d}-{month:02d}-{day:02d}T00:00:00Z"

    @property
    def rss_stamp(self) -> str:
        """The day as RSS writes it (RFC 822)."""
        year, month, day = civil_from_days(self.day)
        return f"{_DAYS[weekday(self.day)]}, {day:02d} {_MONTHS[month - 1]} {year:04d} 00:00:00 +0000"

    @property
    def title(self) -> str:
        """What it was, with its marks."""
        return marked_title(self.event, self.timeline.language)

    @property
    def html(self) -> str:
        """When it was and what it was, as safe HTML."""
        said = markup.html(visible(self.event.text)) if self.event.text else ""
        return f"<p>{time_element(self.event.date, self.timeline.language)}</p>{said}"


def newest(timelines: Iterable[Timeline], site_url: str) -> list[Item]:
    """The events that became known last, the last first; those of which nobody knows when are left out.

    Args:
        timelines: Where to look.
        site_url: The address of the site, with a slash at its end.
    """
    items = sorted(_items(timelines, site_url), key=lambda item: (-item.day, item.address))
    return items[:_MOST]


def _items(timelines: Iterable[Timeline], site_url: str) -> Iterator[Item]:
    for tl in timelines:
        for event in tl.events:
            if since := known_since(event, tl):
                yield Item(tl, event, f"{site_url}timelines/{tl.id}/#{event.id}", since)


def known_since(event: Event, tl: Timeline) -> EdtfDate | None:
    """The date since which an event is known, as far as that is written down; None where it is not.

    It is when it was told last; else its own date, or the publication date of the timeline if that is earlier. What is
    planned or possible is known before its date, so that date alone does not tell.

    >>> event = Event(title="A", date="1961", sources=[{"published": "2026-02"}])
    >>> known_since(event, Timeline())
    EdtfDate(text='2026-02')
    >>> known_since(Event(title="A", date="2032", certainty="planned"), Timeline())
    """
    if event.told:
        return event.told[1]
    if tl.published is None:
        return event.date if event.certainty == "certain" else None
    return min(event.date, tl.published, key=_last_day)


def _last_day(date: EdtfDate) -> int:
    day = date.last_day if date.last_day is not None else date.first_day
    return min(max(day or 0, _EARLIEST), _LATEST)

"""What a calendar says that no event of ours can keep, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from timeline.exchange.collector import Collector
from timeline.model.characters import one_line

__all__ = ["tell_uncarried", "uncarried_times"]

# What is read, what is bookkeeping of calendars, and what says that the event is long or often.
_READ = frozenset(
    ("SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "STATUS", "UID", "URL", "LINK", "DTSTART", "DTEND", "DURATION")
)
_BOOKKEEPING = frozenset(
    ("DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID")
)
_OTHERS = ("VJOURNAL", "VTODO")
_MOST_NAMES = 12


def tell_uncarried(calendar: Any, collector: Collector) -> None:
    """Say once for the whole file which properties and which other entries are not read."""
    names = Counter(
        name
        for vevent in calendar.walk("VEVENT")
        for name in vevent
        if name not in _READ and name not in _BOOKKEEPING and not name.startswith("X-")
    )
    if names:
        shown = ", ".join(f"{one_line(name)[:40]} ({names[name]})" for name in sorted(names)[:_MOST_NAMES])
        collector.note(f"not read: {shown}")
    for name in _OTHERS:
        if number := len(calendar.walk(name)):
            collector.note(f"{number} {name} left out: only events (VEVENT) are read")


def uncarried_times(vevent: Any, begin: Any, end: Any) -> Iterator[str]:
    """What is not kept of the times of an event.

    Args:
        vevent: The event.
        begin: Its begin as a day or a time, None if it has none.
        end: The same for its end.
    """
    zone = vevent["DTSTART"].params.get("TZID") if isinstance(begin, datetime) and not begin.tzinfo else None
    if zone:
        yield f"the time zone '{one_line(str(zone))[:100]}' is not known; the time is kept without one"
    if begin is None or end is None:
        return
    if isinstance(begin, datetime) != isinstance(end, datetime):
        yield f"the end {end} left out: of begin and end one is a day and one a time"
    elif str(end) < str(begin):
        yield f"the end {end} left out: it comes before the begin {begin}"

"""The door to the library that reads calendars."""

from __future__ import annotations

from typing import Any

from timeline.model.errors import TimelineError, install_hint

__all__ = ["parsed"]


def parsed(content: str) -> list[Any]:
    """The calendars of a file: there may be several (RFC 5545, 3.4).

    Args:
        content: The file.

    Raises:
        TimelineError: It is no calendar, or the library is not installed.

    >>> [calendar.name for calendar in parsed("BEGIN:VCALENDAR\\r\\nEND:VCALENDAR\\r\\n" * 2)]
    ['VCALENDAR', 'VCALENDAR']
    """
    try:
        from icalendar import Calendar
    except ImportError as error:
        raise TimelineError("reading calendars needs icalendar", hint=install_hint("calendar")) from error
    try:
        if found := Calendar.from_ical(content, multiple=True):
            return found
        raise ValueError("it ends before its end")
    except Exception as error:
        # The library raises whatever the broken line made it stumble over.
        first = str(error).partition("\n")[0][:200]
        raise TimelineError(f"this is no calendar: {first}", hint=_hint_for(content)) from error


def _hint_for(content: str) -> str:
    if not content.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        return "it begins with BEGIN:VCALENDAR"
    whole = content.rstrip().upper().endswith("END:VCALENDAR")
    return "export it again from the program that it is from" if whole else "its END:VCALENDAR is missing"

"""Comparisons of dates that several rules make."""

from __future__ import annotations

from timeline.model.date import EdtfDate

__all__ = ["begins_after"]


def begins_after(date: EdtfDate, other: EdtfDate) -> bool:
    """Whether the earliest day that a date can mean comes after the latest of another; never where either is open.

    >>> february = EdtfDate("2026-02-11")
    >>> begins_after(EdtfDate("2026-03"), february), begins_after(EdtfDate("2026"), february)
    (True, False)
    """
    first, last = date.first_day, other.last_day
    return first is not None and last is not None and first > last

"""What can be known of a date when the day of publication is known only in part, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from timeline.tagger.reading import Reading

__all__ = ["common"]


def common(readings: Sequence[Reading | None]) -> Reading | None:
    """What the readings of the same words on several days of publication agree in.

    >>> common([Reading(stamp=("month", 24301)), Reading(stamp=("month", 24313))]).value
    'XXXX-02'
    >>> common([Reading(stamp=("day", 20485)), Reading(stamp=("day", 20490))]).value
    '2026-02'
    """
    told = [reading for reading in readings if reading is not None]
    if len(told) < len(readings):
        return None
    first, values = told[0], [reading.value for reading in told]
    if len(set(values)) == 1:
        ends = {(reading.begin, reading.end) for reading in told}
        return first if len(ends) == 1 else first.but(begin=None, end=None)
    text, whole = reduce(common_value, values), (min(values), max(values))
    zone = first.zone if "T" in text and len({reading.zone for reading in told}) == 1 else ""
    return first.but(stamp=None, text=text, time="", zone=zone, rival=None, alternatives=whole, begin=None, end=None)


def common_value(first: str, last: str) -> str:
    """The fields in which two values agree: from the front as far as it goes, else the rest with the year left open.

    >>> common_value("2025-03", "2026-03"), common_value("2026-01-31", "2026-02-27"), common_value("2025", "1988")
    ('XXXX-03', '2026', 'XXXX')
    >>> common_value("1905-03-07T09:00", "2094-10-27T09:00")
    'XXXX-XX-XXT09:00'
    """
    ours, others = _fields(first), _fields(last)
    if ours[0] != others[0]:
        opened = (a if a == b else _open(a) for a, b in zip(ours[1:], others[1:], strict=False))
        return "-".join([_open(ours[0]), *opened]).replace("-T", "T")
    same = [a for a, b in zip(ours, others, strict=False) if a == b]
    return "-".join(
        same[: next((at for at, (a, b) in enumerate(zip(ours, others, strict=False)) if a != b), len(same))]
    )


def _fields(value: str) -> list[str]:
    """Year, month, day and time of day."""
    return value.replace("T", "-T").split("-")


def _open(field: str) -> str:
    """A field of a value with its digits left open."""
    return "".join("X" if sign.isdigit() else sign for sign in field)

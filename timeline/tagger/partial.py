"""What can be known of a date when the day of publication is known only in part, or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from timeline.tagger.reading import Reading

if TYPE_CHECKING:
    from timeline.tagger.text_pass import Found

__all__ = ["in_common"]

_BETWEEN = re.compile("([ ,]+)")
_DIGITS = str.maketrans("0123456789", "X" * 10)
_DATE = re.compile(r"(?:BC)?\d[\dA-Z:-]*")


def in_common(passes: Sequence[Sequence[Found]], published: str) -> list[Found]:
    """The expressions that a text has on each of some days of publication, with what all their readings agree in.

    Args:
        passes: What was found in it for each day.
        published: What is known of the day, "" for nothing.
    """
    by_node = [{(one.base, one.node): one for one in found} for found in passes]
    everywhere = ([found.get((one.base, one.node)) for found in by_node] for one in passes[0])
    return [_joined([one for one in ones if one], published) for ones in everywhere if None not in ones]


def _joined(ones: Sequence[Found], published: str) -> Found:
    """What is found at one place for each day, as one."""
    first = ones[0]
    if all(one.reading is first.reading and one.steps == first.steps for one in ones):
        return first
    reading, steps = _common(*(one.reading for one in ones)), _common_steps([one.steps for one in ones])
    if published and any(one.reading != first.reading or one.steps != first.steps for one in ones):
        note = f"only {published!r} is known of the publication date: what holds for all its days is kept"
        steps = [note, *steps]
    return replace(first, reading=reading, steps=tuple(steps))


@lru_cache(10_000)
def _common(*readings: Reading) -> Reading:
    """What the readings of the same words on several days of publication agree in.

    >>> _common(Reading(stamp=("month", 24301)), Reading(stamp=("month", 24313))).value
    'XXXX-02'
    >>> _common(Reading(stamp=("day", 20485)), Reading(stamp=("day", 20490))).value
    '2026-02'
    """
    first, values = readings[0], [reading.value for reading in readings]
    if len(set(values)) == 1:
        ends = {(reading.begin, reading.end) for reading in readings}
        return first if len(ends) == 1 else first.but(begin=None, end=None)
    text, whole = _common_value(*values), (min(values), max(values))
    zone = first.zone if "T" in text and len({reading.zone for reading in readings}) == 1 else ""
    return first.but(stamp=None, text=text, time="", zone=zone, rival=None, alternatives=whole, begin=None, end=None)


def _common_value(*values: str) -> str:
    """The fields in which values agree: from the front as far as it goes, else the rest with the year left open.

    >>> _common_value("2025-03", "2026-03"), _common_value("2026-01-31", "2026-02-27"), _common_value("2025", "1988")
    ('XXXX-03', '2026', 'XXXX')
    >>> _common_value("2025-01-02", "PAST_REF")
    'XXXX'
    >>> _common_value("1905-03-07T09:00", "2094-10-27T09:00"), _common_value("1905-Q1", "2094-Q4", "1905-SP", "2094-FA")
    ('XXXX-XX-XXT09:00', 'XXXX')
    """
    fields = list(zip(*map(_fields, values), strict=False))
    if not _agree(fields[0]):
        fields = [field if _agree(field) else tuple(map(_open, field)) for field in fields]
    return "-".join(field[0] for field in takewhile(_agree, fields)).replace("-T", "T") or "XXXX"


def _common_steps(reasonings: Sequence[Sequence[str]]) -> list[str]:
    """What the reasonings for several days of publication agree in: each date as far as it is the same.

    >>> _common_steps([["looks back", "year of publication 1905, -1"], ["looks ahead", "year of publication 2094, -1"]])
    ['year of publication XXXX, -1']
    """
    return [step for step in map(_common_step, zip(*reasonings, strict=False)) if step]


def _common_step(said: Sequence[str]) -> str:
    """A step with its dates left open where they differ, "" if other words do."""
    words = [_BETWEEN.split(step) for step in said]
    if not _agree([len(step) for step in words]):
        return ""
    places = list(zip(*words, strict=True))
    if not all(_agree(place) or all(map(_DATE.fullmatch, place)) for place in places):
        return ""
    return "".join(place[0] if _agree(place) else _common_value(*place) for place in places)


def _agree(values: Sequence[object]) -> bool:
    return len(set(values)) == 1


def _fields(value: str) -> list[str]:
    """Year, month, day and time of day."""
    return value.replace("T", "-T").split("-")


def _open(field: str) -> str:
    """A field of a value with its digits left open."""
    return field.translate(_DIGITS)

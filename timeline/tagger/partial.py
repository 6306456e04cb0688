"""What can be known of a date when the day of publication is known only in part, or not at all."""

from __future__ import annotations

from timeline.tagger.reading import Reading

__all__ = ["common"]


def common(first: Reading | None, last: Reading | None) -> Reading | None:
    """What two readings of the same words agree in: that of the first and of the last day of publication.

    >>> common(Reading(stamp=("month", 24301)), Reading(stamp=("month", 24313))).value
    'XXXX-02'
    >>> common(Reading(stamp=("day", 20485)), Reading(stamp=("day", 20490))).value
    '2026-02'
    """
    if first is None or last is None:
        return None
    if first.value == last.value:
        return first if (first.begin, first.end) == (last.begin, last.end) else first.but(begin=None, end=None)
    text = common_value(first.value, last.value)
    return first.but(
        stamp=None, text=text, time="", rival=None, alternatives=(first.value, last.value), begin=None, end=None
    )


def common_value(first: str, last: str) -> str:
    """The fields in which two values agree: from the front as far as it goes, else the rest with the year left open.

    >>> common_value("2025-03", "2026-03"), common_value("2026-01-31", "2026-02-27"), common_value("2025", "1988")
    ('XXXX-03', '2026', 'XXXX')
    """
    ours, others = first.split("-"), last.split("-")
    if ours[0] != others[0]:
        return "-".join(
            [_open(ours[0]), *(a if a == b else _open(a) for a, b in zip(ours[1:], others[1:], strict=False))]
        )
    same = [a for a, b in zip(ours, others, strict=False) if a == b]
    return "-".join(
        same[: next((at for at, (a, b) in enumerate(zip(ours, others, strict=False)) if a != b), len(same))]
    )


def _open(field: str) -> str:
    """A field of a value with its digits left open."""
    return "".join("X" if sign.isdigit() else sign for sign in field)

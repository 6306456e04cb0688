"""Whether the day or the month comes first in the dates of a column: one that can only be read in one way tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["Order", "has_numbers", "learnt"]

_DAY_FIRST, _MONTH_FIRST = "en-GB", "en-US"
"""The languages in which dates in numbers are written like that."""

_NUMBERS = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
_MONTHS, _DAYS = 12, 31
_FIRST = {_DAY_FIRST: "the day comes first", _MONTH_FIRST: "the month comes first"}


@dataclass(frozen=True, slots=True)
class Order:
    """What the dates of a column show.

    Attributes:
        language: A language that writes them like that; "" where they show both orders.
        note: What a person should know of it.
        place: Where the date stands that shows it.
    """

    language: str
    note: str
    place: str


def has_numbers(cell: str) -> bool:
    """Whether a cell has a date of three numbers of which the year is the last.

    >>> has_numbers("03/04/2025 18:00"), has_numbers("2025-03-04")
    (True, False)
    """
    return bool(_NUMBERS.search(cell))


def learnt(header: str, cells: Iterable[tuple[str, str]]) -> Order | None:
    """What the dates of a column show, None where nothing has to be known or nothing tells.

    Args:
        header: What stands above it.
        cells: Each cell with its place.

    >>> learnt("When", [("line 2", "03/04/2025"), ("line 3", "25/12/2024")]).note
    "in the column 'When' the day comes first, as in '25/12/2024'"
    >>> learnt("When", [("line 2", "03/04/2025"), ("line 3", "04/05/2024")])
    """
    shown: dict[str, tuple[str, str]] = {}
    is_asked = False
    for place, date, order in _dates(cells):
        is_asked = is_asked or not order
        if order:
            shown.setdefault(order, (place, date))
    if not is_asked or not shown:
        return None
    said = " and ".join(f"{_FIRST[order]}, as in '{date}'" for order, (_, date) in shown.items())
    first = next(iter(shown.values()))[0]
    if len(shown) == 1:
        return Order(next(iter(shown)), f"in the column '{header}' {said}", first)
    return Order("", f"in the column '{header}' {said}: of a date that can be either, both are kept", first)


def _dates(cells: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """The dates in numbers, each with its place and the order that it shows; "" for one that can be read in both."""
    for place, cell in cells:
        for match in _NUMBERS.finditer(cell):
            first, second = int(match[1]), int(match[3])
            if 1 <= first <= _MONTHS and 1 <= second <= _MONTHS:
                if first != second:
                    yield place, match[0], ""
            # With a year of two numbers, 25/12/24 may begin with it.
            elif 1 <= second <= _MONTHS < first <= _DAYS and len(match[4]) > 2:
                yield place, match[0], _DAY_FIRST
            elif 1 <= first <= _MONTHS < second <= _DAYS and len(match[4]) > 2:
                yield place, match[0], _MONTH_FIRST

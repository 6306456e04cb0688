"""How many events there are where: what is drawn when there are too many to draw each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor

__all__ = ["counts", "outline"]


def counts(
    positions: Iterable[tuple[int, float]], lanes: int, extent: tuple[float, float], bins: int
) -> list[list[int]]:
    """The number of events per lane and bin.

    Args:
        positions: The lane and the day of each event.
        lanes: How many lanes there are.
        extent: The first and the last day.
        bins: In how many parts of the same length the time between them is cut.

    >>> counts([(0, 1.0), (0, 9.0), (0, 9.5)], 1, (0.0, 10.0), 2)
    [[1, 2]]
    """
    first, last = extent
    found = [[0] * bins for _ in range(lanes)]
    for lane, day in positions:
        place = floor((day - first) / (last - first) * bins)
        if 0 <= place < bins:
            found[lane][place] += 1
    return found


def outline(amounts: Sequence[int], most: int, width: float, bottom: float, height: float) -> list[tuple[float, float]]:
    """The outline of one lane's density as points in pixels: bars side by side, one of ``most`` as high as ``height``.

    >>> outline([0, 2], 2, 10, bottom=50, height=20)
    [(5.0, 50), (5.0, 30.0), (10.0, 30.0), (10.0, 50)]
    """
    step = width / max(1, len(amounts))
    points: list[tuple[float, float]] = []
    for number, amount in enumerate(amounts):
        if amount:
            y = bottom - height * (amount / most) ** 0.5
            left, right = number * step, (number + 1) * step
            points += [(left, bottom), (left, y), (right, y), (right, bottom)]
    return points

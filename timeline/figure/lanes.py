"""Lanes as bands, and the row of every event in its lane: packed once, stored, the same from build to build."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.figure.labels import FONT_SIZE, GAP, WIDEST, text_width, wrap
from timeline.figure.uncertainty import Glyph

__all__ = ["SIZES", "Layout", "Size", "Subject", "lay_out"]

EDGE = 14
_SHARES = (1.0, 0.6, 0.35, 0.2, 0.1, 0.05, 0.02, 0.0)


@dataclass(frozen=True, slots=True)
class Size:
    """A width that a chart is laid out for; it is used from ``least`` pixels on.

    Args:
        least: The narrowest chart that it serves.
        width: The width that the rows are packed for.
        header: Height of the lane's name above its rows; 0: it stands at the left.
        pitch: Distance of the rows.
        tallest: How high the lanes may become together before rows are shared and labels left out.
        lines: In how many lines a label may be written.
    """

    least: int
    width: int
    header: int
    pitch: int
    tallest: int
    lines: int


SIZES = (Size(0, 300, 20, 31, 660, 2), Size(560, 560, 0, 24, 560, 2), Size(900, 900, 0, 23, 560, 1))


@dataclass(frozen=True, slots=True)
class Subject:
    """What the layout needs to know of an event: its title, lane, shape and how important it is (0: the most)."""

    title: str
    lane: int
    glyph: Glyph
    rank: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, in pixels from the top and the left of the lanes.

    Args:
        size: What it was made for.
        left: Width of the column of lane names; 0 when they stand above the rows.
        header: Height of a lane's name above its rows.
        pitch: Distance of the rows.
        lanes: Top and height of each lane.
        rows: The row of each event in its lane.
    """

    size: Size
    left: int
    header: int
    pitch: int
    lanes: tuple[tuple[int, int], ...]
    rows: tuple[int, ...]

    @property
    def height(self) -> int:
        """The height of all lanes together."""
        return sum(height for _, height in self.lanes)

    def y(self, lane: int, row: int) -> float:
        """The middle of a row."""
        top, height = self.lanes[lane]
        free = height - self.header - (self._rows_in(lane) * self.pitch)
        return top + self.header + free / 2 + (row + 0.5) * self.pitch

    def _rows_in(self, lane: int) -> int:
        return (self.lanes[lane][1] - self.header - 2 * _margin(self.pitch)) // self.pitch


def _margin(pitch: int) -> int:
    return 4 if pitch < 20 else 3


def lay_out(subjects: Sequence[Subject], names: Sequence[str], extent: tuple[float, float], size: Size) -> Layout:
    """Pack the events of each lane into rows, with room for as many labels as the height allows.

    >>> from timeline.figure.uncertainty import Kind
    >>> pair = [Subject("A", 0, Glyph(Kind.DOT, 5.0, 6.0), rank) for rank in range(2)]
    >>> lay_out(pair, ["Lane"], (0.0, 10.0), SIZES[2]).rows
    (0, 1)
    """
    left = 0 if size.header else _column(names)
    header = size.header if any(names) else 0
    plot = size.width - left - 2 * EDGE
    positions = [_position(subject.glyph, extent, plot) for subject in subjects]
    for share in _SHARES[_first_share(subjects, size, plot) :]:
        pitch = size.pitch if share > 0.25 else 15 if share else 12
        most = max(1, (size.tallest // max(1, len(names)) - header - 8) // pitch) if not share else len(subjects) + 1
        rows, counts = _packed(subjects, positions, len(names), share, (plot, size.lines, most))
        lanes = _stacked(counts, header, pitch)
        if sum(height for _, height in lanes) <= size.tallest or not share:
            break
    return Layout(size, left, header, pitch, lanes, rows)


def _first_share(subjects: Sequence[Subject], size: Size, plot: float) -> int:
    room = plot * size.tallest / size.pitch
    each = (14, 100)
    fits = (number for number, share in enumerate(_SHARES) if len(subjects) * (each[0] + share * each[1]) < 2 * room)
    return next(fits, len(_SHARES) - 1)


def _column(names: Sequence[str]) -> int:
    longest = max((text_width(word, FONT_SIZE + 1) for name in names for word in wrap(name, 2)), default=0)
    return min(150, int(longest) + 16) if any(names) else 0


def _position(glyph: Glyph, extent: tuple[float, float], plot: float) -> tuple[float, float]:
    scale = plot / (extent[1] - extent[0])
    first = 0.0 if glyph.first is None else (glyph.first - extent[0]) * scale
    last = plot if glyph.last is None else (glyph.last - extent[0]) * scale
    middle, half = (first + last) / 2, max((last - first) / 2, 5.0)
    return middle - half, middle + half


def _stacked(counts: Sequence[int], header: int, pitch: int) -> tuple[tuple[int, int], ...]:
    heights = [header + max(1, count) * pitch + 2 * _margin(pitch) for count in counts]
    heights = [max(height, 30) for height in heights]
    return tuple((sum(heights[:number]), height) for number, height in enumerate(heights))


def _packed(
    subjects: Sequence[Subject],
    positions: Sequence[tuple[float, float]],
    lanes: int,
    share: float,
    room: tuple[float, int, int],
) -> tuple[tuple[int, ...], list[int]]:
    plot, lines, most = room
    named = share * len(subjects)
    spans = [
        _with_label(span, subject.title, plot, lines) if subject.rank < named else (span[0], span[1] + 3)
        for subject, span in zip(subjects, positions, strict=True)
    ]
    rows = [0] * len(subjects)
    counts = [0] * lanes
    for lane in range(lanes):
        members = sorted((spans[n], n) for n, subject in enumerate(subjects) if subject.lane == lane)
        for number, row in _first_fit(members, most):
            rows[number] = row
            counts[lane] = max(counts[lane], row + 1)
    return tuple(rows), counts


def _first_fit(members: Sequence[tuple[tuple[float, float], int]], most: int) -> Iterator[tuple[int, int]]:
    ends: list[tuple[float, int]] = []
    for (start, end), number in members:
        if ends and (ends[0][0] <= start or len(ends) >= most):
            row = heapq.heapreplace(ends, (max(end, ends[0][0]), ends[0][1]))[1]
        else:
            row = len(ends)
            heapq.heappush(ends, (end, row))
        yield number, row


def _with_label(span: tuple[float, float], title: str, plot: float, lines: int) -> tuple[float, float]:
    one = text_width(wrap(title)[0])
    wide = one if one <= WIDEST and lines == 1 else max(map(text_width, wrap(title, 2)))
    start, end = span
    if end + GAP + wide <= plot:
        return start, end + GAP + wide + 4
    if start - GAP - wide >= 0:
        return start - GAP - wide - 4, end
    middle = min(max((start + end - wide) / 2, 0), plot - wide)
    return min(start, middle), max(end, middle + wide)

"""Lanes as bands, and the row of every event in its lane: packed once, stored, the same from build to build."""

from __future__ import annotations

import heapq
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.figure.labels import FONT_SIZE, GAP, LINE, fill, text_width, ways, wrap
from timeline.figure.uncertainty import Glyph

__all__ = ["AXIS", "EDGE", "SIZES", "Layout", "Size", "Subject", "by_lane", "lay_out"]

EDGE = 14
AXIS = 38
_SHARES = (1.0, 0.8, 0.6, 0.45, 0.3, 0.2, 0.12, 0.07, 0.03, 0.0)
_MARGIN = 4
_BARE_ROW = 12
_LEAST_SHARED = 2
# A name in two lines beside the mark of a low row.
_LOWEST_LANE = 2 * LINE + _MARGIN
_NAME_SIZE = FONT_SIZE + 1
# Names stand above their rows in frames of 280 pixels, too, and in a column that leaves room for the events.
_WIDEST_NAME = 240
_WIDEST_COLUMN = 150
_MANY = 3000
_FEW = 250

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Size:
    """A width that a chart is laid out for; it is used from ``least`` pixels on.

    Args:
        name: Its name in class names.
        least: The narrowest chart that it serves.
        width: The width that the rows are packed for.
        header: Height of one line of a lane's name above its rows; 0: it stands at the left.
        tallest: How high the lanes may become together before labels are left out.
    """

    name: str
    least: int
    width: int
    header: int
    tallest: int


SIZES = (Size("narrow", 0, 320, 20, 780), Size("medium", 560, 560, 0, 660), Size("wide", 900, 900, 0, 640))


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
        names: The lines of each lane's name.
        headers: Height of each lane's name above its rows; 0 where it stands in the column.
        lanes: Top and height of each lane.
        middles: The line of each row of each lane on which its marks stand: the middle of the first line of its labels.
        rows: The row of each event in its lane.
    """

    size: Size
    left: int
    names: tuple[tuple[str, ...], ...]
    headers: tuple[int, ...]
    lanes: tuple[tuple[int, int], ...]
    middles: tuple[tuple[float, ...], ...]
    rows: tuple[int, ...]

    @property
    def height(self) -> int:
        """The height of all lanes together."""
        return sum(height for _, height in self.lanes)

    def y(self, lane: int, row: int) -> float:
        """The line of a row on which its marks stand."""
        return self.middles[lane][row]


def lay_out(subjects: Sequence[Subject], names: Sequence[str], extent: Span, size: Size) -> Layout:
    """Pack the events of each lane into rows, with room for as many labels as the height allows.

    >>> from timeline.figure.uncertainty import Kind
    >>> pair = [Subject("A", 0, Glyph(Kind.DOT, 5.0, 6.0), rank) for rank in range(2)]
    >>> lay_out(pair, ["Lane"], (0.0, 10.0), SIZES[2]).rows
    (0, 1)
    """
    return _laid_out(tuple(subjects), tuple(names), extent, size)


def by_lane(subjects: Iterable[Subject], lanes: int) -> list[list[int]]:
    """The numbers of the events in each of so many lanes.

    >>> from timeline.figure.uncertainty import Kind
    >>> by_lane([Subject("A", lane, Glyph(Kind.DOT, 5.0, 6.0), 0) for lane in (0, 2, 0)], 3)
    [[0, 2], [], [1]]
    """
    members: list[list[int]] = [[] for _ in range(lanes)]
    for number, subject in enumerate(subjects):
        members[subject.lane].append(number)
    return members


# A site draws the same timeline in its page, its frames, its articles and its pictures, and a preview again and again.
@lru_cache(maxsize=64)
def _laid_out(subjects: tuple[Subject, ...], names: tuple[str, ...], extent: Span, size: Size) -> Layout:
    written = tuple(_written(name, size) for name in names)
    written = written if size.header else _filled(names, written)
    left = 0 if size.header else _column(written)
    headers = tuple(_header(lines, size) if any(lines) else 0 for lines in written)
    plot = size.width - left - 2 * EDGE
    spans = [_span(subject.glyph, extent, plot) for subject in subjects]
    members = by_lane(subjects, len(names))
    room = size.tallest - sum(headers) - len(names) * 2 * _MARGIN
    lanes = _fitting(subjects, spans, members, plot, room)
    rows = {number: row for lane in lanes for row, (numbers, _) in enumerate(lane) for number in numbers}
    least = [max(header + _LOWEST_LANE, LINE * len(lines)) for header, lines in zip(headers, written, strict=True)]
    bands, middles = _stacked([[height for _, height in lane] for lane in lanes], headers, least)
    numbers = tuple(rows[number] for number in range(len(subjects)))
    return Layout(size, left, written, headers, bands, middles, numbers)


Row = tuple[list[int], int]


def _fitting(
    subjects: Sequence[Subject], spans: Sequence[Span], members: Sequence[Sequence[int]], plot: float, room: int
) -> list[list[Row]]:
    """The rows of each lane with the largest share of named events that the height allows."""
    if len(subjects) <= _MANY:
        for share in _SHARES:
            named = {n for n, subject in enumerate(subjects) if subject.rank < share * len(subjects)}
            lanes = [_rows(subjects, spans, lane, named, plot, room) for lane in members]
            if _height(lanes) <= room:
                return _fuller(subjects, spans, members, plot, room, named) if len(subjects) <= _FEW else lanes
    return _shared(subjects, spans, members, plot, room)


def _shared(
    subjects: Sequence[Subject], spans: Sequence[Span], members: Sequence[Sequence[int]], plot: float, room: int
) -> list[list[Row]]:
    """Low rows that events share where not all have room, below those with as many names as still find some."""
    for share in _SHARES if len(subjects) <= _FEW else (0.0,):
        named = {n for n, subject in enumerate(subjects) if subject.rank < share * len(subjects)}
        lanes = [_rows(subjects, spans, [n for n in lane if n in named], named, plot, room) for lane in members]
        most = (room - _height(lanes)) // _BARE_ROW // max(1, len(members))
        if most >= _LEAST_SHARED:
            break
    most = max(_LEAST_SHARED, most)
    return [
        [*rows, *_shared_rows(spans, [n for n in lane if n not in named], most)]
        for lane, rows in zip(members, lanes, strict=True)
    ]


def _height(lanes: Iterable[Sequence[Row]]) -> int:
    return sum(height for lane in lanes for _, height in lane)


def _fuller(
    subjects: Sequence[Subject],
    spans: Sequence[Span],
    members: Sequence[Sequence[int]],
    plot: float,
    room: int,
    named: set[int],
) -> list[list[Row]]:
    """The rows with as many more names as still find room, the most important first."""
    lanes = [_rows(subjects, spans, lane, named, plot, room) for lane in members]
    for number in sorted(set(range(len(subjects))) - named, key=lambda n: subjects[n].rank):
        lane = subjects[number].lane
        tried = _rows(subjects, spans, members[lane], named | {number}, plot, room)
        if _height(lanes) - _height([lanes[lane]]) + _height([tried]) <= room:
            named.add(number)
            lanes[lane] = tried
    return lanes


def _rows(
    subjects: Sequence[Subject],
    spans: Sequence[Span],
    members: Sequence[int],
    named: set[int],
    plot: float,
    room: int,
) -> list[Row]:
    """Rows of events with labels, as high as these, and the other events in their gaps or in low rows of their own.

    Rows that are higher than the room are of no use to anyone: the first that is too much is the last that is made.
    """
    labelled = sorted((*_with_label(spans[n], subjects[n].title, plot), n) for n in members if n in named)
    bare = sorted((n for n in members if n not in named), key=lambda n: spans[n])
    boxes = [((start, end, n), _row_height(lines)) for start, end, lines, n in labelled]
    boxes += [((spans[n][0], spans[n][1] + 3, n), _BARE_ROW) for n in bare]
    rows: list[tuple[list[tuple[float, float, int]], int]] = []
    for box, height in boxes:
        room -= _put(box, height, rows)
        if room < 0:
            break
    return [([number for *_, number in taken], height) for taken, height in rows]


def _row_height(lines: int) -> int:
    return LINE * lines + 4


def _put(box: tuple[float, float, int], height: int, rows: list[tuple[list[tuple[float, float, int]], int]]) -> int:
    """Put something into the first row that has room for it, or into a new one: the height that this adds."""
    for taken, high in rows:
        if high < height:
            continue
        at = bisect_left(taken, box)
        if (at == 0 or taken[at - 1][1] <= box[0]) and (at == len(taken) or box[1] <= taken[at][0]):
            insort(taken, box)
            return 0
    rows.append(([box], height))
    return height


def _shared_rows(spans: Sequence[Span], members: Iterable[int], most: int) -> list[Row]:
    """At most so many low rows; where more events last at once, they share a row and come apart only in part."""
    rows: list[Row] = []
    ends: list[tuple[float, int]] = []
    for (start, end), number in sorted((spans[n], n) for n in members):
        if ends and (ends[0][0] <= start or len(ends) >= most):
            row = heapq.heapreplace(ends, (max(end, ends[0][0]), ends[0][1]))[1]
        else:
            row = len(rows)
            rows.append(([], _BARE_ROW))
            heapq.heappush(ends, (end, row))
        rows[row][0].append(number)
    return rows


def _written(name: str, size: Size) -> tuple[str, ...]:
    """All of a lane's name, in lines for the place where it stands."""
    if size.header:
        return fill(name, _WIDEST_NAME, _NAME_SIZE)
    lines = fill(name, _WIDEST_COLUMN - 20, _NAME_SIZE)
    return wrap(name, 2) if len(lines) in (1, 2) else lines


def _filled(names: Sequence[str], written: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The names in a column as wide as the widest line of any: a short one needs no second line."""
    widest = max(map(_width, written), default=0)
    return tuple(fill(name, widest, _NAME_SIZE) for name in names)


def _width(lines: Sequence[str]) -> float:
    return max((text_width(line, _NAME_SIZE) for line in lines), default=0)


def _header(lines: Sequence[str], size: Size) -> int:
    return size.header + LINE * max(0, len(lines) - 1) if size.header else 0


def _column(names: Sequence[Sequence[str]]) -> int:
    return min(_WIDEST_COLUMN, int(max(map(_width, names)) + 24) // 10 * 10) if any(names) else 0


def _span(glyph: Glyph, extent: Span, plot: float) -> Span:
    scale = plot / (extent[1] - extent[0])
    first = 0.0 if glyph.first is None else (glyph.first - extent[0]) * scale
    last = plot if glyph.last is None else (glyph.last - extent[0]) * scale
    middle, half = (first + last) / 2, max((last - first) / 2, 5.0)
    return middle - half, middle + half


def _stacked(
    lanes: Sequence[Sequence[int]], headers: Sequence[int], least: Sequence[int]
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[float, ...], ...]]:
    bands, middles, top = [], [], 0
    for rows, header, lowest in zip(lanes, headers, least, strict=True):
        height = max(header + sum(rows) + 2 * _MARGIN, lowest)
        bands.append((top, height))
        middles.append(tuple(_middles(rows, top + header + (height - header - sum(rows)) / 2)))
        top += height
    return tuple(bands), tuple(middles)


def _middles(rows: Sequence[int], top: float) -> Iterator[float]:
    for height in rows:
        yield top + min(height, _row_height(1)) / 2 - 1
        top += height


def _with_label(span: Span, title: str, plot: float) -> tuple[float, float, int]:
    """A mark with its label beside it, in as few lines as fit there: the left end, the right end, the lines."""
    start, end = span
    for lines, wide in ways(title):
        if end + GAP + wide <= plot + EDGE / 2:
            return start, end + GAP + wide + 4, len(lines)
        if start - GAP - wide >= -EDGE / 2:
            return start - GAP - wide - 4, end, len(lines)
    return 0.0, plot, 5

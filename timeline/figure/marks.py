"""The marks of a chart as few paths: one per kind and lane, whose strokes with round or flat ends are the marks.

A browser pays for each element; a thousand dots as one path cost as much as one. The client draws the same shapes
in ``marks.js``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.figure.chart import Plan
from timeline.figure.lanes import Layout
from timeline.figure.uncertainty import Glyph, Kind

__all__ = ["KINDS", "MOST", "Segment", "chosen", "crowded", "place_marks", "segments"]

KINDS = ("span", "bar", "whisker", "ring", "hole", "square", "hollow", "dot")
MOST = 1500
_CROWDED = 0.5
_SHORTEST = {Kind.BAR: 4.0, Kind.SPAN: 6.0}
_DASHES = ((0, 10), (14, 22), (26, 32), (36, 40), (44, 46))
_DOT = 5
# What a mark needs to be told from those beside it.
_NEEDED = 16
# How far an end that is round or square reaches beyond its stroke.
_CAP = 4.5


@dataclass(frozen=True, slots=True)
class Segment:
    """The place of one event's mark, in pixels from the left end of the axis."""

    number: int
    left: float
    right: float
    y: float


def place_marks(made: Plan, layout: Layout, width: float) -> list[Segment]:
    """The place of every event's mark."""
    first, last = made.extent
    scale = width / (last - first)
    found = []
    for number, subject in enumerate(made.subjects):
        begin, end = made.ends(subject.glyph)
        left, right = (begin - first) * scale, (end - first) * scale
        least = _SHORTEST.get(subject.glyph.kind, 0.0)
        if subject.glyph.kind is Kind.DOT or right - left < least:
            left, right = (left + right - least) / 2, (left + right + least) / 2
        if subject.glyph.choice:
            left, right = left - _CAP, right + _CAP
        found.append(Segment(number, left, right, layout.y(subject.lane, layout.rows[number])))
    return found


def chosen(made: Plan, placed: list[Segment]) -> list[Segment]:
    """The marks that are drawn, the most important first: one that would cover a more important one gives way.

    Those that give way are in the density; there are never more than 1,500 marks.
    """
    taken: set[tuple[float, int]] = set()
    kept = []
    for segment in sorted(placed, key=lambda segment: made.subjects[segment.number].rank):
        cell = (segment.y, int((segment.left + segment.right) / 2 / _DOT))
        if cell not in taken:
            taken.add(cell)
            kept.append(segment)
    return kept[:MOST]


def crowded(drawn: list[Segment], placed: list[Segment], layout: Layout, width: float) -> bool:
    """Whether there are too many marks to tell them apart: then only those with a label are drawn, and the density."""
    covered = _NEEDED * len(drawn) + _overlap(drawn)
    return len(drawn) < 0.97 * len(placed) or covered > _CROWDED * width * sum(map(len, layout.middles))


def _overlap(drawn: list[Segment]) -> float:
    """How much of the marks lies over others in their rows; those side by side can be told apart, however long."""
    found, row, end = 0.0, 0.0, 0.0
    for segment in sorted(drawn, key=lambda one: (one.y, one.left)):
        before = end if segment.y == row else segment.left
        found += max(0.0, min(before, segment.right) - segment.left)
        row, end = segment.y, max(before, segment.right)
    return found


def segments(made: Plan, drawn: list[Segment], width: float) -> dict[tuple[str, int], list[tuple[float, float, float]]]:
    """The strokes by kind and lane, each as left end, right end and height.

    A dot is a stroke of no length with round ends; a ring is a dot with a smaller one in the colour of the ground.
    """
    paths: defaultdict[tuple[str, int], list[tuple[float, float, float]]] = defaultdict(list)
    for segment in sorted(drawn, key=lambda segment: segment.number):
        subject = made.subjects[segment.number]
        for kind, left, right in _strokes(made, segment, width):
            paths[kind, subject.lane].append((left, right, segment.y))
    return paths


def _strokes(made: Plan, segment: Segment, width: float) -> list[tuple[str, float, float]]:
    shape = made.subjects[segment.number].glyph
    left, right = segment.left, segment.right
    middle = (left + right) / 2
    if shape.planned:
        return _outline(shape, left, right, width)
    if shape.kind is Kind.DOT:
        return [("dot", middle, middle)]
    if shape.kind is Kind.RING:
        ends = (left + _CAP, right - _CAP) if shape.choice else (middle,)
        return [("whisker", left, right), *((kind, end, end) for kind in ("ring", "hole") for end in ends)]
    if shape.kind is Kind.SPAN:
        return [(kind, *piece) for kind in ("span", "whisker") for piece in _pieces(shape, left, right, width)]
    return _bar(made, segment, width)


def _outline(shape: Glyph, left: float, right: float, width: float) -> list[tuple[str, float, float]]:
    """What is planned: hollow, and closed only at an end that is known."""
    inner = min(_CAP, (right - left) / 2)
    inside = (left if shape.first is None else left + inner, right if shape.last is None else right - inner)
    is_closed = inside == (left + inner, right - inner)
    around = [("square", *inside)] if is_closed else [("bar", *piece) for piece in _pieces(shape, left, right, width)]
    return [*around, ("hollow", *inside)]


def _bar(made: Plan, segment: Segment, width: float) -> list[tuple[str, float, float]]:
    shape = made.subjects[segment.number].glyph
    left, right = segment.left, segment.right
    if shape.core:
        first, last = made.extent
        scale = width / (last - first)
        sure = [(day - first) * scale for day in shape.core]
        return [("span", left, right), ("whisker", left, right), ("bar", sure[0], max(sure[1], sure[0] + 1))]
    return [("bar", *piece) for piece in _pieces(shape, left, right, width)]


def _pieces(shape: Glyph, left: float, right: float, width: float) -> list[tuple[float, float]]:
    """The body, and where an end is open the dashes into which it fades, as far as they are inside of the chart."""
    if shape.last is None:
        body = max(left + 6, width - 60)
        return [(left, body), *_inside(((body + a + 4, body + b + 4) for a, b in _DASHES), width)]
    if shape.first is None:
        body = min(right - 6, 60)
        return [(body, right), *_inside(((body - b - 4, body - a - 4) for a, b in _DASHES), width)]
    return [(left, right)]


def _inside(dashes: Iterable[tuple[float, float]], width: float) -> Iterator[tuple[float, float]]:
    inside = ((max(left, 0), min(right, width)) for left, right in dashes)
    return ((left, right) for left, right in inside if left < right)

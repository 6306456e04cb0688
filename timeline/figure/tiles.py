"""Very many events in tiles: quarters of quarters of the time, each with its most important events and its density.

The client fetches those that cover what it shows, so that a chart of 200,000 events costs as much as one of 2,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from timeline.figure import density
from timeline.figure.chart import Plan, columns, frame, plan, rows
from timeline.model.timeline import Timeline

__all__ = ["TILE", "WHOLE", "chart_files"]

Span = tuple[float, float]

WHOLE = 5000
TILE = 1000
_BINS = 512
_PARTS = 4
_DEEPEST = 7


def chart_files(tl: Timeline) -> Iterator[tuple[str, dict[str, Any]]]:
    """The data of a chart as files for the browser client, by name: ``chart.json``, and tiles where it is large.

    Up to 5,000 events are in the first file. Of more, it has the 1,000 most important ones, ``tiles/LEVEL-NUMBER.json``
    have those of the parts of the time, and ``all.json`` has all of them, for searching.

    Args:
        tl: The timeline; its events have ids.

    >>> [name for name, _ in chart_files(Timeline(title="Nothing yet"))]
    ['chart.json']
    """
    made = plan(tl)
    if len(made.subjects) <= WHOLE:
        yield "chart.json", {**frame(made), "events": columns(rows(made))}
        return
    cut = _Cut(made)
    yield "chart.json", {**frame(made), **cut.tile(cut.members, made.extent)}
    yield "all.json", {"events": columns(cut.rows)}
    yield from cut.quarters(cut.members, made.extent, 1, 0)


class _Cut:
    """A chart that is cut into tiles. What is needed of each event is looked up once, not in each tile."""

    def __init__(self, made: Plan) -> None:
        self.rows = rows(made)
        self.lanes = len(made.lanes)
        self.places = [(subject.lane, *made.ends(subject.glyph)) for subject in made.subjects]
        self.members = sorted(range(len(self.places)), key=lambda member: made.subjects[member].rank)

    def quarters(
        self, members: Sequence[int], reach: Span, level: int, number: int
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """The tiles of the quarters of a part of the time, and of theirs, down to those that have all events."""
        first, last = reach
        length = (last - first) / _PARTS
        for quarter in range(_PARTS):
            part = first + quarter * length, first + (quarter + 1) * length
            inside = [member for member in members if self._meets(member, part)]
            here = _PARTS * number + quarter
            leaf = level == _DEEPEST or length <= 1 or self._is_leaf(inside, part)
            yield f"tiles/{level}-{here}.json", self.tile(inside, part, leaf)
            if not leaf:
                yield from self.quarters(inside, part, level + 1, here)

    def tile(self, members: Sequence[int], part: Span, leaf: bool = False) -> dict[str, Any]:
        """One part of the time: its density and the most important of its events, of a leaf all."""
        places = (self.places[member] for member in members)
        positions = ((lane, (first + last) / 2) for lane, first, last in places)
        return {
            "leaf": leaf,
            "counts": density.counts(positions, self.lanes, part, _BINS),
            "events": columns([self.rows[member] for member in sorted(members if leaf else members[:TILE])]),
        }

    def _is_leaf(self, members: Sequence[int], part: Span) -> bool:
        """Whether a tile has all of its events: there are few, or most last longer: quarters would have them too."""
        places = (self.places[member] for member in members)
        lasting = sum(first <= part[0] and last >= part[1] for _, first, last in places)
        return len(members) <= TILE or len(members) / 2 < lasting <= WHOLE / 2

    def _meets(self, member: int, part: Span) -> bool:
        _, first, last = self.places[member]
        return first <= part[1] and last >= part[0]

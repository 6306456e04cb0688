"""Very many events in tiles: halves of halves of the time, each with its most important events and its density.

The client fetches those that cover what it shows, so that a chart of 200,000 events costs as much as one of 2,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from timeline.figure import density
from timeline.figure.chart import Plan, columns, frame, plan
from timeline.model.timeline import Timeline

__all__ = ["chart_files"]

WHOLE = 5000
TILE = 600
BINS = 256
DEEPEST = 14


def chart_files(tl: Timeline, language: str | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
    """The data of a chart as files for the browser client, by name: ``chart.json``, and tiles where it is large.

    Up to 5,000 events are in the first file. Of more, it has the 600 most important ones, ``tiles/LEVEL-NUMBER.json``
    have those of the parts of the time, and ``all.json`` has all of them, for searching.

    Args:
        tl: The timeline; its events have ids.
        language: The language of the words and dates (BCP 47), that of the timeline if not given.

    >>> [name for name, _ in chart_files(Timeline(title="Nothing yet"))]
    ['chart.json']
    """
    made = plan(tl, language)
    everything = range(len(made.subjects))
    if len(everything) <= WHOLE:
        yield "chart.json", {**frame(made), "events": columns(made, everything)}
        return
    yield "chart.json", {**frame(made), **_tile(made, everything, made.extent)}
    yield "all.json", {"events": columns(made, everything)}
    yield from _halves(made, everything, made.extent, 1, 0)


def _halves(
    made: Plan, members: Sequence[int], reach: tuple[float, float], level: int, number: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    first, last = reach
    middle = (first + last) / 2
    for half, part in enumerate(((first, middle), (middle, last))):
        inside = [member for member in members if _meets(made, member, part)]
        here = 2 * number + half
        tile = _tile(made, inside, part)
        yield f"tiles/{level}-{here}.json", tile
        if not tile["leaf"] and level < DEEPEST and part[1] - part[0] > 1:
            yield from _halves(made, inside, part, level + 1, here)


def _meets(made: Plan, member: int, part: tuple[float, float]) -> bool:
    first, last = made.ends(made.subjects[member].glyph)
    return first <= part[1] and last >= part[0]


def _tile(made: Plan, members: Sequence[int], part: tuple[float, float]) -> dict[str, Any]:
    important = sorted(members, key=lambda member: made.subjects[member].rank)[:TILE]
    shapes = (made.subjects[member] for member in members)
    positions = ((subject.lane, sum(made.ends(subject.glyph)) / 2) for subject in shapes)
    return {
        "leaf": len(members) <= TILE,
        "counts": density.counts(positions, len(made.lanes), part, BINS),
        "events": columns(made, sorted(important)),
    }

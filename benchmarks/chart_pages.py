"""A site of timelines with synthetic events, made of the real templates: what `benchmarks.chart` measures.

python -m benchmarks.chart_pages OUT --n 20 2000 20000
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable
from pathlib import Path

from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.publish.hostfile import HostFile
from timeline.publish.outfile import write
from timeline.publish.plain import site_files
from timeline.publish.settings import Settings
from timeline.publish.site import Site

LANES = ("Politics", "Science", "Culture", "Economy", "Technology", "Environment")
FIRST = tuple("First Second Great Royal Northern Southern Eastern Public Civic Joint Open Digital Grand".split())  # noqa: SIM905
SECOND = tuple("treaty census exhibition railway survey market charter telescope harbour archive festival".split())  # noqa: SIM905
THIRD = ("of Alder Bay", "in the Upper Valley", "at Port Linden", "", "for the Coastal Towns", "of the Twelve Rivers")
START, END = -25567, 20453


def synthetic(number: int, seed: int = 7) -> Timeline:
    """A timeline of events that nobody heard of: six lanes, 70 % days and 30 % intervals, half of them in bursts."""
    chance = random.Random(seed)
    events = [_event(chance, index) for index in range(number)]
    return Timeline(id=f"synthetic-{number}", title=f"{number} synthetic events", lanes=LANES, events=tuple(events))


def _event(chance: random.Random, index: int) -> Event:
    span = END - START
    burst = chance.gauss(span * (chance.randrange(12) + 0.5) / 12, 400)
    first = START + (chance.randrange(span) if chance.random() < 0.5 else min(span - 1, max(0, int(burst))))
    last = min(END, first + int(10 ** chance.uniform(1, 3.6))) if chance.random() < 0.3 else first
    begin, end = EdtfDate.of_day(first), EdtfDate.of_day(last)
    return Event(
        id=f"e{index}",
        title=" ".join(filter(None, (chance.choice(FIRST), chance.choice(SECOND), chance.choice(THIRD)))),
        date=begin if first == last else EdtfDate(f"{begin}/{end}"),
        lane=chance.choice(LANES),
        text=f"Synthetic event {index}: what happened, where, and why it mattered to those who were there.",
    )


def build(folder: Path, counts: Iterable[int]) -> None:
    """Write a site of synthetic timelines, one of so many events each, as `timeline build` writes it."""
    site = Site(tuple(synthetic(count) for count in counts), Settings(extras=()))
    config = HostFile.read(folder / "mkdocs.yml")
    write(folder, site_files(config, site, []))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--n", type=int, nargs="+", default=[20, 200, 2000, 20000])
    arguments = parser.parse_args()
    build(arguments.out, arguments.n)

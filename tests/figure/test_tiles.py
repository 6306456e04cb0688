"""Tiles: nothing is lost, none is large."""

from __future__ import annotations

import json

import pytest

from timeline.figure.tiles import TILE, WHOLE, chart_files
from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.model.timeline import Timeline


def timeline_of(count: int) -> Timeline:
    events = [
        Event(id=f"e{n}", title="A", date=EdtfDate.of_day(n * 7 % 9001), lane=f"Lane {n % 3}") for n in range(count)
    ]
    return Timeline(id="many", events=events)


@pytest.fixture(scope="module")
def files() -> dict:
    return dict(chart_files(timeline_of(WHOLE + 500)))


def test_up_to_5000_events_are_one_file():
    assert [name for name, _ in chart_files(timeline_of(50))] == ["chart.json"]


def test_the_first_file_is_small_and_has_the_most_important(files):
    ranks = files["chart.json"]["events"]["rank"]
    assert sorted(ranks) == list(range(TILE))
    assert len(json.dumps(files["chart.json"])) < 200_000


def test_every_event_is_in_a_tile_that_has_all_of_its_own(files):
    leaves = [tile for name, tile in files.items() if name.startswith("tiles/") and tile["leaf"]]
    assert {event for tile in leaves for event in tile["events"]["id"]} == set(files["all.json"]["events"]["id"])
    assert all(len(tile["events"]["id"]) <= TILE for tile in leaves)


def test_the_quarters_count_what_the_whole_counts(files):
    def total(name: str) -> int:
        return sum(map(sum, files[name]["counts"]))

    assert total("chart.json") == WHOLE + 500 == sum(total(f"tiles/1-{quarter}.json") for quarter in range(4))


def test_events_of_one_day_end_the_cutting():
    same = [Event(id=f"e{n}", title="A", date="2025-02-12") for n in range(WHOLE + 1)]
    assert len(list(chart_files(Timeline(events=same)))) < 40


def test_events_that_last_and_last_are_not_in_tile_after_tile():
    lasting = [Event(id=f"l{n}", title="A", date=EdtfDate(f"19{n % 50:02d}-01-01/2005")) for n in range(1000)]
    days = [Event(id=f"d{n}", title="A", date=EdtfDate.of_day(n * 3)) for n in range(WHOLE)]
    files = dict(chart_files(Timeline(events=[*lasting, *days])))
    tiles = [tile for name, tile in files.items() if name.startswith("tiles/")]
    assert len(tiles) < 40
    assert {event for tile in tiles if tile["leaf"] for event in tile["events"]["id"]} == set(
        files["all.json"]["events"]["id"]
    )

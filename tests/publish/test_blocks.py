"""The blocks of a page, each of which is read as often as it is long, however many stand above it."""

from __future__ import annotations

from timeline.publish import blocks
from timeline.publish.blocks import PageBlocks
from timeline.publish.site import Site


def test_each_block_is_read_once_to_number_those_of_a_page(race, monkeypatch):
    read, values = [], blocks._values
    monkeypatch.setattr(blocks, "_values", lambda text: read.append(text) or values(text))
    page, site = PageBlocks(), Site((race,))
    places = [page.add("space-race") for _ in range(50)]
    assert [page.number(place, site) for place in places] == list(range(1, 51))
    assert len(read) == 50


def test_blocks_are_numbered_anew_when_their_events_change(race):
    page = PageBlocks()
    places = [page.add(text) for text in ("space-race", "no-such-timeline", "other")]
    other = race.model_copy(update={"id": "other"})
    assert [page.number(place, Site((race, other))) for place in places] == [1, 1, 2]
    apart = other.model_copy(update={"events": ()})
    assert [page.number(place, Site((race, apart))) for place in reversed(places)] == [1, 1, 1]

"""Marks: few paths, every event in them."""

from __future__ import annotations

import pytest

from timeline.figure.chart import plan
from timeline.figure.marks import KINDS, MOST, chosen, crowded, place_marks, segments
from timeline.model.event import Event
from timeline.model.timeline import Timeline

WIDTH = 800


def strokes_of(tl: Timeline):
    made = plan(tl)
    placed = place_marks(made, made.layouts[-1], WIDTH)
    return segments(made, chosen(made, placed), WIDTH)


def test_no_mark_is_too_small_to_be_seen(tl):
    made = plan(tl)
    for segment in place_marks(made, made.layouts[-1], WIDTH):
        kind = made.subjects[segment.number].glyph.kind.name
        assert segment.right - segment.left >= {"BAR": 4, "SPAN": 6}.get(kind, 0)


def test_every_kind_of_date_has_its_strokes(race):
    strokes = strokes_of(race)
    lanes = {name: number for number, name in enumerate(race.lane_names)}
    assert len(strokes["dot", lanes["Soviet Union"]]) == 2
    assert len(strokes["ring", lanes["Probes"]]) == 2
    assert len(strokes["ring", lanes["Soviet Union"]]) == len(strokes["hole", lanes["Soviet Union"]]) == 1
    assert len(strokes["square", lanes["Probes"]]) == len(strokes["hollow", lanes["Probes"]]) == 1
    assert {kind for kind, _ in strokes} <= set(KINDS)


@pytest.mark.parametrize(("more", "kind"), [({"certainty": "planned"}, "square"), ({}, "ring")])
def test_what_reaches_beyond_its_stroke_stays_within_its_place(more, kind):
    date = "2025-03" if more else "[2025-03-04,2025-04-03]"
    tl = Timeline(events=[Event(title="A", date=date, **more), Event(title="B", date="2026-01-01")])
    made = plan(tl)
    place = place_marks(made, made.layouts[-1], WIDTH)[0]
    strokes = strokes_of(tl)[kind, 0]
    assert min(left for left, _, _ in strokes) - 4.5 == pytest.approx(place.left)
    assert max(right for _, right, _ in strokes) + 4.5 == pytest.approx(place.right)


@pytest.mark.parametrize(
    "dates", [["2024"], ["2024-05"], ["199X"], ["2024", "2025"], ["1837/1901", "1901/1910"], ["2024"] * 9]
)
def test_a_few_long_marks_can_be_told_apart(dates):
    made = plan(Timeline(events=[Event(title="A", date=date) for date in dates]))
    for layout in made.layouts:
        placed = place_marks(made, layout, WIDTH)
        assert not crowded(chosen(made, placed), placed, layout, WIDTH)


def test_of_marks_at_one_place_the_most_important_is_drawn():
    events = [Event(title=f"A {n}", date=f"2025-03-{n % 28 + 1:02d}", importance=n / 400) for n in range(400)]
    made = plan(Timeline(events=[*events, Event(title="B", date="1925-03")]))
    kept = chosen(made, place_marks(made, made.layouts[-1], WIDTH))
    assert made.subjects[kept[0].number].title == "A 399"
    assert len({(segment.y, round(segment.left)) for segment in kept}) == len(kept) < 400


def test_long_marks_over_each_other_cannot_be_told_apart():
    tl = Timeline(
        events=[Event(title=f"An event with the number {n}", date=f"{1900 + n % 7}/2000") for n in range(400)]
    )
    made = plan(tl)
    placed = place_marks(made, made.layouts[-1], WIDTH)
    assert crowded(placed, placed, made.layouts[-1], WIDTH)


def test_an_open_end_fades_into_ever_shorter_dashes(race):
    bars = strokes_of(race)["bar", race.lane_names.index("Probes")]
    dashes = [right - left for left, right, _ in bars[1:]]
    assert len(dashes) == 5
    assert dashes == sorted(dashes, reverse=True)
    assert all(right <= WIDTH for _, right, _ in bars)


@pytest.mark.parametrize("dates", [["../1955", "1957"], ["1990", "2025/.."], ["../1955", "1956/.."]])
def test_an_open_end_beside_the_edge_stays_inside(dates):
    tl = Timeline(events=[Event(title="A", date=date) for date in ("1957-01-01", *dates, "2026-01-01")])
    for ends in strokes_of(tl).values():
        assert all(0 <= left <= right <= WIDTH for left, right, _ in ends)


@pytest.mark.parametrize(("date", "kind"), [("../2026-12", "BAR"), ("2026-03/..", "BAR"), ("2026-03~/..", "SPAN")])
def test_an_open_end_fades_whatever_the_event_is_drawn_as(date, kind):
    for certainty, strokes in (("certain", kind.lower()), ("planned", "bar")):
        tl = Timeline(events=[Event(title="A", date=date, certainty=certainty), Event(title="B", date="2025-01-01")])
        drawn = strokes_of(tl)
        assert len(drawn[strokes, 0]) > 3
        assert ("square", 0) not in drawn


@pytest.mark.parametrize(("date", "open_end"), [("../2026-12", 0), ("2026-03/..", 1)])
def test_an_outline_is_closed_only_at_an_end_that_is_known(date, open_end):
    tl = Timeline(events=[Event(title="A", date=date, certainty="planned"), Event(title="B", date="2025-01-01")])
    [hollow] = strokes_of(tl)["hollow", 0]
    bars = strokes_of(tl)["bar", 0]
    outer = (min(left for left, _, _ in bars), max(right for _, right, _ in bars))
    assert abs(hollow[1 - open_end] - outer[1 - open_end]) == pytest.approx(4.5)
    assert hollow[open_end] == (0, WIDTH)[open_end]


def test_many_events_are_few_marks_and_the_important_ones_stay():
    events = [
        Event(id=f"e{n}", title="A", date=f"{1900 + n % 100}-01-{n % 28 + 1:02d}", importance=(n == 77) * 0.4 + 0.5)
        for n in range(4000)
    ]
    made = plan(Timeline(events=events))
    placed = place_marks(made, made.layouts[-1], WIDTH)
    drawn = chosen(made, placed)
    assert len(drawn) <= MOST
    assert made.timeline.events[drawn[0].number].importance == 0.9
    assert crowded(drawn, placed, made.layouts[-1], WIDTH)

"""The data of the browser client."""

from __future__ import annotations

import json

import pytest

from timeline.figure.chart import chart_data, plan
from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.model.timeline import Timeline


def test_every_column_has_one_entry_per_event(tl):
    data = chart_data(tl)
    assert {len(column) for column in data["events"].values()} == {len(tl.events)}
    assert data["total"] == len(tl.events)


def test_it_is_json_that_comes_back_the_same(tl):
    data = chart_data(tl)
    assert json.loads(json.dumps(data, allow_nan=False)) == json.loads(json.dumps(data))


def test_it_is_the_same_from_build_to_build(tl):
    assert chart_data(tl) == chart_data(tl)


def test_every_row_has_a_place_in_every_layout(tl):
    data = chart_data(tl)
    for lane, rows in zip(data["events"]["lane"], data["events"]["rows"], strict=True):
        for row, layout in zip(rows, data["layouts"], strict=True):
            assert layout["middles"][lane][row] > 0


def test_the_extent_covers_all_known_ends(tl):
    first, last = chart_data(tl)["extent"]
    events = chart_data(tl)["events"]
    known = [day for name in ("first", "last") for day in events[name] if day is not None]
    assert first < min(known)
    assert max(known) < last


@pytest.mark.parametrize(
    ("date", "timed", "length"),
    [("2025-02-12", False, 10), ("2025-02-12T14", True, 1 / 24), ("../2025-02-12T14", True, 1.03 * 5 / 24)],
)
def test_a_chart_knows_whether_times_are_told(date, timed, length):
    made = plan(Timeline(events=[Event(id="a", title="A", date=date)]))
    assert made.timed is timed
    assert made.extent[1] - made.extent[0] == pytest.approx(length)


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        (["2015/.."], "2014-12", "2020-01"),
        (["../1850"], "1845-12", "1851-01"),
        (["2015/..", "2018/.."], "2014-11", "2023-02"),
        (["2015-06/.."], "2015-05", "2015-10"),
        (["2022-02-24/.."], "2022-02", "2022-03"),
        # An open end is a tenth of the chart at least, and takes nothing where there is room.
        (["1900", "2000-01-01/.."], "1898", "2011"),
        (["1900", "1950/..", "2000"], "1898", "2002"),
        (["XXXX-12-25"], "1969", "1970"),
    ],
)
def test_an_open_end_has_room_in_its_own_units(dates, first, last):
    events = [Event(id=f"e{number}", title="A", date=date) for number, date in enumerate(dates)]
    ends = [EdtfDate.of_day(int(day // 1)) for day in plan(Timeline(events=events)).extent]
    assert [str(end)[: len(name)] for end, name in zip(ends, (first, last), strict=True)] == [first, last]


def test_open_ends_are_null_and_flagged(race):
    events = chart_data(race)["events"]
    at = events["title"].index("Voyager probes")
    assert (events["last"][at], events["flags"][at]) == (None, 2)


def test_what_still_lasts_reaches_to_the_day_it_was_reported():
    lasting = Event(id="a", title="A", date="2022-02-24/..", published="2026-02-11")
    assert plan(Timeline(events=[lasting])).extent[1] > 20495


def test_important_events_come_first_then_the_most_cited():
    cited = {"sources": [{"title": "One"}, {"title": "Two"}]}
    events = [
        Event(id="plain", title="Plain", date="2001"),
        Event(id="cited", title="Cited", date="2002", **cited),
        Event(id="important", title="Important", date="2003", importance=0.9),
    ]
    assert chart_data(Timeline(events=events))["events"]["rank"] == [2, 1, 0]


def test_dates_and_words_are_those_of_the_language():
    tl = Timeline(events=[Event(id="a", title="A", date="2025-02-12")])
    data = chart_data(tl.model_copy(update={"language": "de"}))
    assert data["events"]["date"] == ["12. Februar 2025"]
    assert data["words"]["language"] == "de"


def test_tags_and_people_are_numbers_of_names():
    tl = Timeline(events=[Event(id="a", title="A", date="2025", tags=["x", "y"], people=["Ann"])], tags=["y"])
    data = chart_data(tl)
    assert (data["tags"], data["events"]["tags"], data["people"]) == (["y", "x"], [[1, 0]], ["Ann"])


@pytest.mark.parametrize(
    ("event", "day"),
    [
        ({"published": "1970-01-03"}, 2),
        ({"sources": [{"published": "1970-01-05"}, {"published": "1970-01-02"}]}, 1),
        ({}, None),
    ],
)
def test_an_event_became_news_with_its_earliest_report(event, day):
    assert chart_data(Timeline(events=[Event(title="A", date="1970", **event)]))["events"]["reported"] == [day]


def test_an_empty_timeline_is_a_chart_too():
    assert chart_data(Timeline(title="Nothing yet"))["events"]["id"] == []


def test_names_give_way_to_keep_to_a_height():
    events = [
        Event(id=f"e{day}", title=f"An event of the day number {day}", date=str(EdtfDate.of_day(day)))
        for day in range(60)
    ]
    free, low = plan(Timeline(events=events)), plan(Timeline(events=events), height=200)
    assert [layout.height for layout in low.layouts] < [layout.height for layout in free.layouts]
    assert all(layout.height <= 200 for layout in low.layouts)

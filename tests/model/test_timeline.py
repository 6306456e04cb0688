"""A timeline orders its events and selects from them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.model.timeline import Timeline

RACE = Timeline(
    id="space-race",
    lanes=("Moon", "Orbit", "Planets"),
    events=(
        Event(
            id="apollo-11",
            title="First people on the Moon",
            date="1969-07-20",
            lane="Moon",
            tags=("crew",),
            places=("Moon",),
        ),
        Event(
            id="gagarin",
            title="First human in orbit",
            date="1961-04-12",
            lane="Orbit",
            tags=("crew",),
            people=("Yuri Gagarin",),
        ),
        Event(id="sputnik", title="First satellite", date="1957-10-04", lane="Orbit"),
        Event(id="mercury", title="Project Mercury", date="1958/1963", lane="Capsules"),
        Event(id="late", title="After all", date="1975/..", text="A handshake in orbit."),
    ),
)


def test_events_stand_in_the_order_of_their_dates():
    assert [event.id for event in RACE.events] == ["sputnik", "mercury", "gagarin", "apollo-11", "late"]


def test_lanes_stand_as_listed_and_only_those_that_have_events():
    assert RACE.lane_names == ["Moon", "Orbit", "Capsules", ""]


def test_thousands_of_lanes_are_told_at_once():
    names = [f"Lane {number}" for number in range(15_000)]
    crowd = Timeline(lanes=names, events=[Event(title="A", date="2025", lane=name) for name in names])
    began = time.process_time()
    assert crowd.lane_names == names
    assert time.process_time() - began < 0.5


SELECTIONS = [
    ({}, ["sputnik", "mercury", "gagarin", "apollo-11", "late"]),
    ({"from_": EdtfDate("1961")}, ["mercury", "gagarin", "apollo-11", "late"]),
    ({"to": EdtfDate("1957-10-04")}, ["sputnik"]),
    ({"from_": EdtfDate("1964"), "to": EdtfDate("1970")}, ["apollo-11"]),
    ({"lanes": ["Orbit"]}, ["sputnik", "gagarin"]),
    ({"tags": ["crew"]}, ["gagarin", "apollo-11"]),
    ({"people": ["Yuri Gagarin"]}, ["gagarin"]),
    ({"text": "ORBIT handshake"}, ["late"]),
    ({"text": "moon"}, ["apollo-11"]),
    ({"lanes": ["Orbit"], "tags": ["crew"]}, ["gagarin"]),
]


@pytest.mark.parametrize(("conditions", "kept"), SELECTIONS)
def test_selecting_keeps_what_meets_every_condition(conditions, kept):
    assert [event.id for event in RACE.select(**conditions).events] == kept


@given(st.integers(1950, 1980), st.integers(1950, 1980))
def test_a_selection_of_a_selection_is_both_at_once(first, last):
    from_, to = EdtfDate(str(first)), EdtfDate(str(last))
    assert RACE.select(from_=from_).select(to=to) == RACE.select(from_=from_, to=to)

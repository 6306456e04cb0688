"""Timelines of every kind that the chart draws."""

from __future__ import annotations

import pytest

from timeline.model.event import Event, slug
from timeline.model.timeline import Timeline

ROWS = {
    "race": [
        ("1957-10-04", "Sputnik 1, the first satellite", "Soviet Union"),
        ("1961-04-12T06:07Z", "Yuri Gagarin orbits the Earth", "Soviet Union"),
        ("1961/1972", "Apollo programme", "United States"),
        ("1965-03-23/1966-11-15", "Gemini flights", "United States"),
        ("1969-07-20", "First people on the <Moon> & back", "United States"),
        ("1968-09", "Zond 5 flies around the Moon", "Probes"),
        ("1969~", "A rocket fails", "Soviet Union"),
        ("[1970-03-04,1970-04-03]", "A launch nobody dated", "Probes"),
        ("1977/..", "Voyager probes", "Probes"),
    ],
    "writing": [
        ("-3299~", "Proto-cuneiform tablets at Uruk", "Near East"),
        ("-1749~/-1449~", "Linear A", "Europe"),
        ("-08XX", "Greek alphabet", "Europe"),
        ("../-0100", "Hieratic in daily use", "Near East"),
        ("1822-09-27", "Champollion reads hieroglyphs", "Europe"),
    ],
    "deep": [
        ("Y-4540000000~", "The Earth forms", "Earth"),
        ("Y-201300000/Y-145000000", "Jurassic", "Life"),
        ("Y-66000000~", "An impact ends the Cretaceous", "Earth"),
        ("1859-11-24", "On the Origin of Species", "Life"),
    ],
}


def timeline_of(name: str) -> Timeline:
    events = [Event(id=slug(title), title=title, date=date, lane=lane) for date, title, lane in ROWS[name]]
    planned = Event(id="planned", title="A planned flight", date="1980", lane="Probes", certainty="planned")
    return Timeline(id=name, title=f"About {name}", events=(*events, planned) if name == "race" else events)


@pytest.fixture(params=ROWS)
def tl(request) -> Timeline:
    return timeline_of(request.param)


@pytest.fixture
def race() -> Timeline:
    return timeline_of("race")


@pytest.fixture
def deep() -> Timeline:
    return timeline_of("deep")

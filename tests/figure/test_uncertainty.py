"""Each date is drawn as what it is."""

from __future__ import annotations

import pytest

from timeline.figure.uncertainty import Kind, glyph
from timeline.model.event import Event
from timeline.model.gregorian import days_from_civil


def drawn(date: str, **more):
    return glyph(Event(title="A", date=date, **more))


@pytest.mark.parametrize(
    ("date", "kind"),
    [
        ("2025-02-12", Kind.DOT),
        ("2025-02-12T15:00Z", Kind.DOT),
        ("2025-02", Kind.SPAN),
        ("2025-21", Kind.SPAN),
        ("2025", Kind.SPAN),
        ("19XX", Kind.SPAN),
        ("2025-02~", Kind.RING),
        ("2025?", Kind.RING),
        ("[2025-03-04,2025-04-03]", Kind.RING),
        ("2025-02-01/2025-03-01", Kind.BAR),
        ("2022-02-24/..", Kind.BAR),
        ("2022~/2024", Kind.SPAN),
    ],
)
def test_the_shape_says_how_exact_the_date_is(date, kind):
    assert drawn(date).kind is kind


def test_a_month_is_as_long_as_the_month():
    shape = drawn("2024-02")
    assert shape.last - shape.first == 29


def test_a_day_stands_in_its_middle_and_a_time_at_its_time():
    assert drawn("1970-01-01").middle == 0.5
    assert drawn("1970-01-01T06:00Z").middle == 0.25


def test_an_interval_lasts_from_time_to_time():
    shape = drawn("1970-01-01T06:00/1970-01-02T12:00")
    assert (shape.first, shape.last, shape.core) == (0.25, 1.5, None)
    shape = drawn("1970-01-01T06:00/1970-02")
    assert (shape.first, shape.last, shape.core) == (0.25, 59, (0.25, 31))
    shape = drawn("1970-01-01T12:00+08:00/1970-01-01T06:00Z")  # drawn as stated, without their zones
    assert (shape.first, shape.last) == (0.25, 0.5)


def test_an_open_end_has_no_day():
    assert drawn("1970-01-01/..").last is None
    assert drawn("../1970-01-01").first is None
    assert drawn("1970-01-01/..").middle == 0


def test_an_interval_between_years_is_sure_only_between_them():
    assert drawn("1961/1972").core == (days_from_civil(1962, 1, 1), days_from_civil(1972, 1, 1))
    assert drawn("1961-01-01/1972-01-01").core is None
    assert drawn("1961/1961").core is None
    assert drawn("1961/1962").core is None


def test_what_is_planned_or_possible_is_told_apart():
    assert drawn("2030", certainty="planned").planned
    assert drawn("2030", certainty="possible").planned
    assert not drawn("2030").planned


def test_one_of_two_days_is_a_choice():
    shape = drawn("[1970-01-01,1970-01-11]")
    assert (shape.choice, shape.first, shape.last) == (True, 0, 11)

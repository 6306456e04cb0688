"""Density: how many where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.figure.density import counts, outline


@given(st.lists(st.tuples(st.integers(0, 2), st.floats(0, 99.99)), max_size=60), st.integers(1, 50))
def test_every_event_is_counted_once(positions, bins):
    assert sum(map(sum, counts(positions, 3, (0.0, 100.0), bins))) == len(positions)


def test_what_is_outside_is_not_counted():
    assert counts([(0, -1.0), (0, 10.0)], 1, (0.0, 10.0), 5) == [[0] * 5]


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=30))
def test_the_outline_stays_within_its_height(amounts):
    points = outline(amounts, max(amounts), 300, bottom=100, height=60)
    assert all(0 <= x <= 300.01 and 40 - 1e-6 <= y <= 100 for x, y in points)
    assert bool(points) == any(amounts)


def test_lanes_can_be_compared():
    few, many = (outline([amount], 16, 10, bottom=100, height=60) for amount in (4, 16))
    assert [min(y for _, y in points) for points in (few, many)] == [70, 40]

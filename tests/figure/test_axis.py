"""The axis, from a day to the age of the Earth."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.figure.axis import extent, ticks
from timeline.figure.words import words
from timeline.model.date import EdtfDate
from timeline.model.gregorian import days_from_civil


def texts(first: tuple[int, int, int], last: tuple[int, int, int], width: float = 900) -> list[str]:
    marks = ticks(days_from_civil(*first), days_from_civil(*last), width, words("en"))
    return [" ".join(filter(None, (mark.text, mark.below))) for mark in marks]


@given(st.floats(-1.7e12, 3e6), st.floats(3, 1.7e12), st.floats(200, 1600))
def test_ticks_go_forward_and_leave_room_for_their_text(first, length, width):
    marks = ticks(first, first + length, width, words("en"))
    assert all(first <= mark.at <= first + length for mark in marks)
    assert all((after.at - before.at) / length * width > 30 for before, after in pairwise(marks))
    assert len(marks) <= 32


@pytest.mark.parametrize("width", [280, 1200])
def test_the_farthest_years_that_a_date_can_say_have_few_ticks(width):
    first, last = (EdtfDate(year).first_day or 0 for year in ("Y-999999999999999", "Y999999999999999"))
    assert 1 <= len(ticks(*extent([first, last]), width, words("en"))) <= 15


@pytest.mark.parametrize(
    ("first", "last", "some"),
    [
        ((2025, 2, 1), (2025, 2, 20), ["1 Feb 2025", "3 Feb"]),
        ((2024, 11, 5), (2025, 8, 1), ["Dec 2024", "Jan 2025", "Feb"]),
        ((1957, 1, 1), (1979, 1, 1), ["1958", "1960"]),
        ((1960, 1, 1), (1978, 1, 1), ["1960", "1978"]),
        ((2024, 11, 1), (2025, 8, 1), ["Nov 2024", "Aug"]),
        ((-3400, 1, 1), (2000, 1, 1), ["3000 BCE", "1", "2000"]),
        ((-66_000_000, 1, 1), (2000, 1, 1), ["60 million BCE"]),
        ((-4_600_000_000, 1, 1), (2000, 1, 1), ["4000 million BCE"]),
    ],
)
def test_ticks_are_at_round_dates(first, last, some):
    found = texts(first, last)
    assert [text for text in some if text not in found] == [], found


def test_the_year_before_1_is_1_bce():
    assert "1" in texts((-30, 1, 1), (30, 1, 1))
    assert "10 BCE" in texts((-30, 1, 1), (30, 1, 1))
    assert "0" not in texts((-30, 1, 1), (30, 1, 1))


def test_weeks_begin_on_mondays():
    assert texts((2025, 1, 1), (2025, 3, 20), 700)[0] == "6 Jan 2025"


@given(st.floats(-1e6, 1e6), st.floats(1 / 24, 1e5), st.floats(200, 1600))
def test_ticks_of_times_go_forward_and_leave_room_for_their_text(first, length, width):
    marks = ticks(first, first + length, width, words("en"), timed=True)
    assert all(first <= mark.at <= first + length for mark in marks)
    assert all((after.at - before.at) / length * width > 30 for before, after in pairwise(marks))
    assert len(marks) <= 32


def hours(first: float, last: float, width: float, *, timed: bool = True) -> list[str]:
    marks = ticks(20088 + first / 24, 20088 + last / 24, width, words("en"), timed=timed)
    return [" ".join(filter(None, (mark.text, mark.below))) for mark in marks]


def test_the_hours_of_a_night_have_each_day_once_the_first_with_its_year():
    assert hours(17.5, 27, 400) == ["18:00", "20:00 31 Dec 2024", "22:00", "00:00 1 Jan", "02:00"]
    assert hours(8, 9, 400) == ["08:00", "08:15 31 Dec 2024", "08:30", "08:45", "09:00"]


def test_a_chart_that_tells_no_time_of_day_has_days_only():
    assert hours(0, 48, 900, timed=False) == ["31 Dec 2024", "1 Jan 2025", "2 Jan"]


def test_the_extent_of_times_is_at_least_an_hour():
    first, last = extent([0.5], timed=True)
    assert (last - first) * 24 == pytest.approx(1)


def test_the_extent_is_a_little_wider_and_at_least_ten_days():
    assert extent([5.0]) == (0.0, 10.0)
    first, last = extent([0.0, 1000.0])
    assert first < 0
    assert last > 1000

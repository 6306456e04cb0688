"""The laws of the calendar, against the standard library where it reaches and against itself where it does not."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from timeline.model import gregorian

days = st.integers(min_value=-10_000_000_000, max_value=10_000_000_000)
real_days = st.dates()
EPOCH = datetime.date(1970, 1, 1).toordinal()


@given(days)
def test_a_day_number_and_its_calendar_day_are_one(number):
    assert gregorian.days_from_civil(*gregorian.civil_from_days(number)) == number


@given(days)
def test_the_next_day_is_one_more(number):
    today, tomorrow = gregorian.civil_from_days(number), gregorian.civil_from_days(number + 1)
    assert tomorrow > today
    assert gregorian.weekday(number + 1) == (gregorian.weekday(number) + 1) % 7


@given(real_days)
def test_it_agrees_with_the_standard_library(day):
    number = gregorian.days_from_civil(day.year, day.month, day.day)
    assert number == day.toordinal() - EPOCH
    assert gregorian.weekday(number) == day.weekday()
    assert gregorian.iso_week(number) == day.isocalendar()[:2]


@given(real_days)
def test_a_week_and_its_days_are_one(day):
    number = day.toordinal() - EPOCH
    assert gregorian.days_from_week(*gregorian.iso_week(number)) + gregorian.weekday(number) == number


@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(-100_000, 100_000))
def test_months_are_added_and_taken_away(year, month, count):
    there = gregorian.add_months(year, month, count)
    assert gregorian.add_months(*there, -count) == (year, month)
    assert 1 <= there[1] <= 12


@given(st.integers(-400_000, 400_000), st.integers(1, 12))
def test_a_month_is_as_long_as_the_way_to_the_next(year, month):
    first, following = gregorian.days_from_civil(year, month, 1), gregorian.add_months(year, month, 1)
    assert gregorian.days_from_civil(*following, 1) - first == gregorian.days_in_month(year, month)

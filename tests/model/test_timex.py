"""TIMEX3 values and EDTF dates are one table, read in both directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.date import EdtfDate
from timeline.model.timex import Timex, date_of_timex, timex_of_date

BOTH_WAYS = {
    ("2025", None): "2025",
    ("2025-02", None): "2025-02",
    ("2025-02-12", None): "2025-02-12",
    ("2025-02-12T15:00", None): "2025-02-12T15:00",
    ("199", None): "199X",
    ("18", None): "18XX",
    ("2025-SP", None): "2025-21",
    ("2025-WI", None): "2025-24",
    ("2025-Q3", None): "2025-35",
    ("2025-H2", None): "2025-41",
    ("2025-02", "APPROX"): "2025-02~",
    ("2019", "ON_OR_BEFORE"): "../2019",
    ("2019", "ON_OR_AFTER"): "2019/..",
}
ONE_WAY = {
    ("2024-W18", None): "2024-04-29/2024-05-05",
    ("2024-W18-WE", None): "2024-05-04/2024-05-05",
    ("2024-W18-3", None): "2024-05-01",
    ("2025-02-12TNI", None): "2025-02-12",
    ("FY2024", None): "2024~",
    ("BC0044", None): "-0043",
    ("BC01", None): "-01XX",
    ("BC10000", "APPROX"): "-9999~",
    ("2025-02-12T17:00", "APPROX"): "2025-02-12",
    ("2025-02-12T24:00Z", "APPROX"): "2025-02-12",
    ("2025-AU", None): "2025-23",
    ("2025-03", "MID"): "2025-03-11~/2025-03-20~",
    ("2025", "END"): "2025-09~/2025-12~",
    ("199", "START"): "1990~/1992~",
    ("199", "MID"): "1993~/1995~",
    ("2019", "BEFORE"): "../2018",
    ("2019", "AFTER"): "2020/..",
    ("2024-W18", "BEFORE"): "../2024-04-28",
    ("BC10000", "BEFORE"): "../Y-10000",
    ("2025-02-12", "START"): "2025-02-12",
}
NOTHING = ["PAST_REF", "PRESENT_REF", "P2W", "XXXX-12-25", "", "2024-02-30", "2024-13", "PXD", "T15:00"]


@pytest.mark.parametrize(("value", "mod"), {**BOTH_WAYS, **ONE_WAY})
def test_a_timex_means_a_date(value, mod):
    assert str(date_of_timex(value, mod)) == {**BOTH_WAYS, **ONE_WAY}[value, mod]


@pytest.mark.parametrize(("value", "mod"), BOTH_WAYS)
def test_a_date_is_said_as_timex(value, mod):
    assert timex_of_date(EdtfDate(BOTH_WAYS[value, mod])) == (value, mod)


@pytest.mark.parametrize(
    "text", ["2025-37", "2025-25", "199X-33", "199X-05-12", "1990-1X", "1990-12-1X", "XXXX", "-XXXX-05-01", "Y-12000"]
)
def test_what_timex_cannot_say_is_not_said(text):
    assert timex_of_date(EdtfDate(text)) is None


def test_a_day_of_any_year_is_said_as_timex():
    assert timex_of_date(EdtfDate("XXXX-12-25")) == ("XXXX-12-25", None)
    assert timex_of_date(EdtfDate("2025-21~")) == ("2025-SP", "APPROX")


@pytest.mark.parametrize("value", NOTHING)
def test_what_is_no_stretch_of_the_calendar_means_no_date(value):
    assert date_of_timex(value) is None


@given(st.text(max_size=40), st.sampled_from([None, "START", "MID", "END", "APPROX", "BEFORE", "AFTER"]))
def test_no_value_makes_it_fail(value, mod):
    date_of_timex(value, mod)


def test_two_readings_are_kept():
    timex = Timex(0, 10, "DATE", "2025-03-04", alternatives=("2025-04-03",))
    assert str(timex.date) == "[2025-03-04,2025-04-03]"


def test_an_anchored_duration_is_an_interval():
    timex = Timex(0, 20, "DURATION", "P3Y", begin_point="2023-02-11", end_point="2026-02-11")
    assert str(timex.date) == "2023-02-11/2026-02-11"
    assert Timex(0, 20, "DURATION", "P3Y").date is None


@pytest.mark.parametrize(
    ("begin", "end", "date"),
    [("1850", "1899", "1850~/1899~"), ("1850", "1850", "1850~"), ("1850", "PXX", None), ("P2Y", "1899", None)],
)
def test_a_part_of_a_stretch_is_not_taken_to_the_day(begin, end, date):
    timex = Timex(0, 20, "DATE", "18", begin_point=begin, end_point=end)
    assert timex.date == (EdtfDate(date) if date else None)


def test_a_repeated_time_has_no_date():
    assert Timex(0, 13, "SET", "XXXX-WXX-2", quant="EVERY").date is None

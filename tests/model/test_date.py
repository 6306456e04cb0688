"""Dates as they were stated: what they mean, how they compare, and what is refused."""

from __future__ import annotations

import datetime
import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.date import EdtfDate, Precision
from timeline.model.errors import DateError

MEANINGS = {
    "2025": ("2025-01-01", "2025-12-31", "YEAR"),
    "2025-02": ("2025-02-01", "2025-02-28", "MONTH"),
    "2024-02-29": ("2024-02-29", "2024-02-29", "DAY"),
    "2025-02-12T15:00Z": ("2025-02-12", "2025-02-12", "MINUTE"),
    "2025-02-12T15": ("2025-02-12", "2025-02-12", "HOUR"),
    "2025-02-12T15:00:07+01:00": ("2025-02-12", "2025-02-12", "SECOND"),
    "2025-21": ("2025-03-01", "2025-05-31", "SEASON"),
    "2025-24": ("2025-12-01", "2026-02-28", "SEASON"),
    "2025-29": ("2025-09-01", "2025-11-30", "SEASON"),
    "2025-33": ("2025-01-01", "2025-03-31", "QUARTER"),
    "2025-36": ("2025-10-01", "2025-12-31", "QUARTER"),
    "2025-39": ("2025-09-01", "2025-12-31", "QUADRIMESTER"),
    "2025-41": ("2025-07-01", "2025-12-31", "HALF"),
    "199X": ("1990-01-01", "1999-12-31", "DECADE"),
    "18XX": ("1800-01-01", "1899-12-31", "CENTURY"),
    "1XXX": ("1000-01-01", "1999-12-31", "MILLENNIUM"),
    "-03XX": ("-0399-01-01", "-0300-12-31", "CENTURY"),
    "-0043-03-15": ("-0043-03-15", "-0043-03-15", "DAY"),
    "0000": ("0000-01-01", "0000-12-31", "YEAR"),
    "XXXX": (None, None, "UNKNOWN"),
    "XXXX-12-25": (None, None, "DAY"),
    "2004-XX": ("2004-01-01", "2004-12-31", "YEAR"),
    "2004-1X": ("2004-10-01", "2004-12-31", "YEAR"),
    "2004-X2": ("2004-02-01", "2004-12-31", "YEAR"),
    "2004-12-1X": ("2004-12-10", "2004-12-19", "MONTH"),
    "2004-12-3X": ("2004-12-30", "2004-12-31", "MONTH"),
    "2004-XX-3X": ("2004-01-30", "2004-12-31", "YEAR"),
    "2004-XX-31": ("2004-01-31", "2004-12-31", "YEAR"),
    "2004-0X-31": ("2004-01-31", "2004-08-31", "YEAR"),
    "199X-02-29": ("1992-02-29", "1996-02-29", "DAY"),
    "19XX-02-29": ("1904-02-29", "1996-02-29", "DAY"),
    "-03XX-02-29": ("-0396-02-29", "-0304-02-29", "DAY"),
    "XXXX-02-29": (None, None, "DAY"),
    "2004-02-XX": ("2004-02-01", "2004-02-29", "MONTH"),
    "2024/2025-03": ("2024-01-01", "2025-03-31", "YEAR"),
    "../2019": (None, "2019-12-31", "YEAR"),
    "2022-02-24/..": ("2022-02-24", None, "DAY"),
    "2022-02-24/": ("2022-02-24", None, "DAY"),
    "[2025-03-04,2025-04-03]": ("2025-03-04", "2025-04-03", "DAY"),
    "[2025-04-03, 2025-03-04]": ("2025-03-04", "2025-04-03", "DAY"),
}


@pytest.mark.parametrize("text", MEANINGS)
def test_a_date_means_its_first_and_last_day(text):
    date = EdtfDate(text)
    first, last, precision = MEANINGS[text]
    assert (date.earliest and str(date.earliest), date.latest and str(date.latest)) == (first, last)
    assert date.precision is Precision[precision]
    assert str(date) == text


DOUBTS = {
    "2025": "",
    "2025?": "?",
    "2025-02~": "~",
    "2025%": "%",
    "2004-06~-11": "~",
    "?2004-~06": "%",
    "2004?/2005~": "%",
}


@pytest.mark.parametrize(("text", "qualifier"), DOUBTS.items())
def test_doubts_are_kept(text, qualifier):
    date = EdtfDate(text)
    assert date.qualifier == qualifier
    assert (date.approximate, date.uncertain) == (
        qualifier in ("~", "%") and bool(qualifier),
        qualifier in ("?", "%") and bool(qualifier),
    )


REFUSED = {
    "": "no date",
    "yesterday": "no date",
    "2024-02-30": "2024-02 has 29 days",
    "2023-02-29": "2023-02 has 28 days",
    "199X-02-30": "no day '199X-02-30': 199X-02 has at most 29 days",
    "XXXX-02-30": "XXXX-02 has at most 29 days",
    "XXXX-04-31": "XXXX-04 has at most 30 days",
    "19XX-XX-32": "19XX-XX has at most 31 days",
    "2024-0X-32": "2024-0X has at most 31 days",
    "2024-XX-00": "no day",
    "2024-13": "no month 13",
    "2024-00": "no month 00",
    "2024-04-00": "no day",
    "2023-02-3X": "2023-02 has 28 days",
    "2024-2X": "no month 2X",
    "2024-X9-31": "2024-X9 has 30 days",
    "2024-4-1": "no date",
    "Y17000-02": "no date",
    "24-04-01": "no date",
    "2024-04-01T25:00": "no such time",
    "2024-04-01T24:01": "no such time",
    "2024-04-01T12:00+25:00": "no zone +25:00",
    "2024-04-01T12:00+14:30": "no zone +14:30",
    "2024-04-01T12:00-13": "no zone -13",
    "2024-04-01T12:00+0560": "no zone +0560",
    "2025/2024": "ends before it begins",
    "2025-07-12T11:00/2025-07-12T09:00": "ends before it begins",
    "/": "no interval",
    "../..": "no interval",
    "2024/2025/2026": "no interval",
    "12/13/2024": "write the year first",
    "1X9X": "leaves a digit open",
    "Y1E99": "out of range",
    "Y123456E10": "out of range",
    "2024/Y-1E15": "out of range",
    "２０２４": "no date",
    "2024-04-01\x00": "no date",
    "[2024,nonsense]": "no date",
    "2" * 1000: "at most 200 characters",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused_and_says_what_to_write(text):
    with pytest.raises(DateError) as caught:
        EdtfDate(text)
    assert REFUSED[text] in str(caught.value)
    assert "write" in str(caught.value) or "use" in str(caught.value)


def test_deep_time_keeps_its_years():
    date = EdtfDate("Y-66E6")
    assert date.first_day == EdtfDate("Y-66000000").first_day
    assert str(date.earliest) == "Y-66000000"
    assert str(EdtfDate("Y-999E12").earliest) == "Y-999000000000000"
    assert EdtfDate("Y-66000000") < EdtfDate("-0043") < EdtfDate("2025")


def test_an_interval_has_ends():
    date = EdtfDate("2022-02-24/..")
    assert (date.start, date.end) == (EdtfDate("2022-02-24"), None)
    assert EdtfDate("2025").start == EdtfDate("2025") == EdtfDate("2025").end


def test_within_and_overlaps_know_open_ends():
    open_end = EdtfDate("2022-02-24/..")
    assert EdtfDate("2025").within(open_end)
    assert not open_end.within(EdtfDate("2025"))
    assert open_end.overlaps(EdtfDate("2022"))
    assert not open_end.overlaps(EdtfDate("../2021"))


def test_the_time_of_day_orders_events_of_one_day():
    texts = ["2025-02-12T15:00", "2025-02-12", "2025-02-12T09:30", "2025-02-13", "2025-02"]
    assert [str(date) for date in sorted(map(EdtfDate, texts))] == [
        "2025-02", "2025-02-12", "2025-02-12T09:30", "2025-02-12T15:00", "2025-02-13"]  # fmt: skip


# The days of the years -9999 to 9999: EDTF has no months in longer years.
day_numbers = st.integers(min_value=-4_371_000, max_value=2_930_000)


@given(day_numbers)
def test_a_day_number_makes_the_day(number):
    date = EdtfDate.of_day(number)
    assert date.first_day == date.last_day == number


@given(day_numbers, st.integers(0, 2000))
def test_a_range_of_days_is_that_range(first, length):
    date = EdtfDate.of_range(first, first + length)
    assert (date.first_day, date.last_day, date.days) == (first, first + length, length + 1)


@given(day_numbers, st.integers(0, 2000), st.integers(0, 2000), st.integers(0, 100))
def test_a_date_begins_after_another_by_more_than_some_days(first, length, gap, days):
    before, after = EdtfDate.of_range(first, first + length), EdtfDate.of_day(first + length + gap)
    assert after.begins_after(before, days) == (gap > days)
    assert not before.begins_after(after)


@pytest.mark.parametrize("text", ["2025/..", "../2025"])
def test_an_open_date_has_no_end_of_days_and_what_is_open_is_never_past(text):
    date, day = EdtfDate(text), EdtfDate("2025-06-15")
    assert date.days == float("inf")
    assert not date.begins_after(day)
    assert not day.begins_after(date)


@given(st.text(alphabet="0123456789XY-/.?~%T:Z+[], E", max_size=30))
def test_any_text_is_a_date_or_a_date_error(text):
    try:
        date = EdtfDate(text)
    except DateError:
        return
    assert EdtfDate(str(date)) == date
    first, last = date.first_day, date.last_day
    assert first is None or last is None or first <= last


@given(st.lists(day_numbers, min_size=2, max_size=2))
def test_the_order_of_days_is_the_order_of_dates(numbers):
    a, b = map(EdtfDate.of_day, numbers)
    assert (a < b) == (numbers[0] < numbers[1])


@given(st.sampled_from([text for text in MEANINGS if not text.startswith("XXXX")]))
def test_what_is_beside_a_date_touches_it(text):
    date = EdtfDate(text)
    for beside, bound in ((date.before, date.first_day), (date.after, date.last_day)):
        assert (beside is None) == (bound is None)
        assert beside is None or (beside == date if date.precision > Precision.DAY else not beside.overlaps(date))
    if date.precision <= Precision.DAY:
        assert date.before is None or date.before.last_day == date.first_day - 1
        assert date.after is None or date.after.first_day == date.last_day + 1


def test_what_is_beside_an_approximate_or_a_far_date_is_one_as_well():
    assert [str(EdtfDate(text).before) for text in ("1914~", "-9999-01-01", "Y-66000000")] == [
        "1913~", "Y-10000", "Y-66000001"]  # fmt: skip


ANY_DATES = st.one_of(
    st.sampled_from(sorted(MEANINGS)),
    st.builds(
        "2026-02-{:02d}T{:02d}:{:02d}{}".format,
        st.integers(11, 13),
        st.integers(0, 23),
        st.sampled_from([0, 30]),
        st.sampled_from(["", "Z", "+14:00", "-12:00", "-05:00", "+05:30"]),
    ),
).map(EdtfDate)


@given(ANY_DATES, ANY_DATES, ANY_DATES)
def test_the_order_is_total_and_agrees_with_equality_and_hash(a, b, c):
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a == b) == (a.sort_key == b.sort_key) == (a <= b <= a)
    assert a != b or hash(a) == hash(b)
    assert not (a < b < c) or a < c


@given(st.lists(ANY_DATES, min_size=2, max_size=4))
def test_a_day_that_was_stated_earlier_comes_first_whatever_the_zones(dates):
    firsts = [float("-inf") if date.first_day is None else date.first_day for date in sorted(dates)]
    assert firsts == sorted(firsts)


def test_a_date_is_compared_with_dates_only():
    with pytest.raises(TypeError):
        EdtfDate("2026") < "2027"  # noqa: B015
    assert EdtfDate("2026") != "2026"


@pytest.mark.parametrize("zone", ["Z", "+14:00", "-12:00", "+05:45", "+0530", "-03"])
def test_the_zones_of_the_world_are_accepted(zone):
    assert str(EdtfDate(f"2026-02-11T23:00{zone}")).endswith(zone)


@pytest.mark.parametrize("value", [None, 2026, b"2026", 2026.5])
def test_what_is_no_text_is_refused(value):
    with pytest.raises(DateError, match="is no text; write"):
        EdtfDate(value)
    with pytest.raises(DateError, match="is no text; write"):
        EdtfDate.of(value)


PYTHON_DATES = {
    datetime.date(2026, 2, 11): "2026-02-11",
    datetime.datetime(2026, 2, 11, 15, 30, 7, 999): "2026-02-11T15:30:07",
    datetime.datetime(2026, 2, 11, 15, tzinfo=datetime.UTC): "2026-02-11T15:00:00+00:00",
    datetime.datetime(2026, 2, 11, 15, tzinfo=zoneinfo.ZoneInfo("America/New_York")): "2026-02-11T15:00:00-05:00",
}  # fmt: skip


@pytest.mark.parametrize("value", PYTHON_DATES)
def test_dates_of_python_are_taken_as_they_are_and_no_zone_is_added(value):
    assert str(EdtfDate.of(value)) == PYTHON_DATES[value]
    assert EdtfDate.of(EdtfDate.of(value)) == EdtfDate.of(value)

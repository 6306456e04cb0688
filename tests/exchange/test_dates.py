"""Dates for formats that know only a begin and an end."""

from __future__ import annotations

import pytest

from timeline.exchange.dates import Civil, civil, span_of
from timeline.exchange.markwhen_dates import date_of, starts_event, written
from timeline.model.date import EdtfDate


@pytest.mark.parametrize(
    ("date", "begin", "end", "exact"),
    [
        ("2025", "2025", None, True),
        ("2025-02-12T15:00Z", "2025-02-12T15:00Z", None, True),
        ("2025-02?", "2025-02", None, False),
        ("199X", "1990-01-01", "1999-12-31", False),
        ("2025-33", "2025-01-01", "2025-03-31", False),
        ("2024~/2025-03", "2024", "2025-03", False),
        ("2024-21/2025", "2024-03-01", "2025", False),
        ("../2019-05", "2019-05", None, False),
        ("125X/..", "1250-01-01", None, False),
        ("../125X", "1259-12-31", None, False),
        ("[2025-03-04,2025-04-03]", "2025-03-04", "2025-04-03", False),
        ("Y-66000000", "Y-66000000", None, True),
    ],
)
def test_a_date_is_the_first_and_the_last_that_it_means(date, begin, end, exact):
    span = span_of(EdtfDate(date))
    assert (str(span.begin), span.end and str(span.end), span.exact) == (begin, end, exact)


@pytest.mark.parametrize("date", ["XXXX-12-25", "XXXX-12-25/2025", "2025/XXXX-12-25"])
def test_what_nothing_bounds_has_no_span(date):
    assert span_of(EdtfDate(date)) is None


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("0000", Civil(0)),
        ("-0043-03-15", Civil(-43, 3, 15)),
        ("Y-66000000", Civil(-66_000_000)),
        ("2025-02-12T15", Civil(2025, 2, 12, "15")),
    ],
)
def test_the_parts_of_a_plain_date(date, parts):
    assert civil(EdtfDate(date)) == parts


@pytest.mark.parametrize(
    "date",
    [
        "2025",
        "2025-02",
        "0079-08-24",
        "2025-02-12T15:30",
        "2025-02-12T15:30:07Z",
        "2025-02/2026",
        "2022-02-24/..",
        "-0043",
    ],
)
def test_what_markwhen_can_say_comes_back_from_its_line(date):
    start = starts_event(f"{written(EdtfDate(date))}: A")
    assert date_of(start, day_first=False) == date


@pytest.mark.parametrize("date", ["125X/..", "12XX/..", "1250-21/..", "2024-33/..", "2024-40/.."])
def test_a_stretch_without_an_end_that_begins_with_a_stretch_is_a_line_of_markwhen(date):
    start = starts_event(f"{written(EdtfDate(date))}: A")
    assert (start.begin, start.end, start.rest) == (str(EdtfDate(date).earliest), "now", "A")


@pytest.mark.parametrize("date", ["Y-66000000", "Y12345", "XXXX-12-25"])
def test_what_markwhen_cannot_say(date):
    assert written(EdtfDate(date)) is None

"""Dates as programs and publishers write them."""

from __future__ import annotations

import time

import pytest

from timeline.model.errors import DateError
from timeline.model.timestamps import published_date, tidy_date


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2025-02-12T15:04:05.123+01:00", "2025-02-12T15:04:05+01:00"),
        ("2026-02-11 10:00:00", "2026-02-11T10:00:00"),
        ("2026-02-11T10:00:00.000Z", "2026-02-11T10:00:00Z"),
        ("2026-02-11 9:30:00 -5", "2026-02-11T09:30:00-05"),
        ("2026-02-11 9:30:00+0530", "2026-02-11T09:30:00+0530"),
        ("2026-02-11 10:00:00+00:00", "2026-02-11T10:00:00+00:00"),
        ("2026-02-11T00:00:00", "2026-02-11"),
        ("2026-02-11T00:00", "2026-02-11T00:00"),
        ("Wed, 11 Feb 2026 10:00:00 GMT", "2026-02-11T10:00:00Z"),
        ("1 Feb 2026 23:30 -0800", "2026-02-01T23:30:00-08:00"),
        (" 2026-02~ ", "2026-02~"),
    ],
)
def test_a_date_of_a_program_is_the_same_in_edtf(said, date):
    assert tidy_date(said) == date
    assert str(published_date(said)) == date


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("2026-02-30 10:00:00", "there is no day '2026-02-30 10:00:00': 2026-02 has 28 days"),
        ("Wed, 31 Feb 2026 10:00:00 GMT", "'Wed, 31 Feb 2026 10:00:00 GMT' is no date"),
        ("11 Feb 2026 10:00:00 CET", "'11 Feb 2026 10:00:00 CET' is no date"),
        ("11 Foo 2026 10:00:00 GMT", "'11 Foo 2026 10:00:00 GMT' is no date"),
        ("2026-02-11 10:61:00", "there is no such time of day in '2026-02-11 10:61:00'"),
        ("last Tuesday", "'last Tuesday' is no date"),
        ("", "'' is no date"),
    ],
)
def test_what_is_no_date_is_told_as_it_was_written(said, message):
    with pytest.raises(DateError) as told:
        published_date(said)
    assert told.value.message == message


@pytest.mark.parametrize("unit", ["1", " ", "2026-02-11 ", "1 Feb ", ":"])
def test_a_long_text_is_no_date_in_no_time(unit):
    began = time.process_time()
    tidy_date(f"2026-02-11 10:00:00.{unit * 100_000}")
    tidy_date(f"Wed, 11 Feb 2026 {unit * 100_000}")
    assert time.process_time() - began < 1

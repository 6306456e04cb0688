"""Named days, fixed and movable."""

import pytest

from timeline.model.gregorian import civil_from_days
from timeline.tagger.holidays import day_of

DAYS = {
    ("12-25", 1914): (1914, 12, 25),
    ("easter", 2024): (2024, 3, 31),
    ("easter+49", 2025): (2025, 6, 8),
    ("11-4x3", 2025): (2025, 11, 27),
    ("05--1x0", 2026): (2026, 5, 25),
    ("CN:Chinese New Year", 2026): (2026, 2, 17),
    ("TR:Eid al-Fitr", 2024): (2024, 4, 10),
    ("IL:Pesach", 2024): (2024, 4, 23),
    ("MV:First Day of Ramadan", 2024): (2024, 3, 11),
}


@pytest.mark.parametrize(("name", "year"), DAYS)
def test_a_named_day_falls_where_it_falls(name, year):
    assert civil_from_days(day_of(name, year)) == DAYS[name, year]


@pytest.mark.parametrize("year", [-44, 0, 1, 900, 2099, 9999, 99999])
def test_a_day_that_nobody_knows_is_none_and_nothing_is_said(year):
    assert day_of("IN:Diwali", year) is None
    assert day_of("TR:Eid al-Adha", year) is None or 1 <= year <= 9999

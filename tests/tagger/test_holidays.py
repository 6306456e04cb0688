"""Named days, fixed and movable."""

import pytest
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from timeline.model.gregorian import civil_from_days
from timeline.tagger.holidays import day_of
from timeline.tagger.locale import load_locale

ENGLISH = load_locale("en")

DAYS = {
    ("12-25", 1914): (1914, 12, 25),
    ("easter", 2024): (2024, 3, 31),
    ("easter+49", 2025): (2025, 6, 8),
    ("orthodox-easter", 2025): (2025, 4, 20),
    ("orthodox-easter", 2024): (2024, 5, 5),
    ("orthodox-easter-2", 1917): (1917, 4, 13),
    ("IL:Hanukkah", 2025): (2025, 12, 15),
    ("IL:Hanukkah", 2024): (2024, 12, 26),
    ("IN:Holi", 2025): (2025, 3, 14),
    ("IR:Nowruz", 2024): (2024, 3, 20),
    ("KR:Chuseok", 2024): (2024, 9, 17),
    ("11-4x3", 2025): (2025, 11, 27),
    ("05--1x0", 2026): (2026, 5, 25),
    ("CN:Chinese New Year", 2026): (2026, 2, 17),
    ("TR:Eid al-Fitr", 2024): (2024, 4, 10),
    ("IL:Pesach", 2024): (2024, 4, 23),
    ("TR:Eid al-Adha", 2024): (2024, 6, 16),
    ("MV:First Day of Ramadan", 2024): (2024, 3, 11),
}


@pytest.mark.parametrize(("name", "year"), DAYS)
def test_a_named_day_falls_where_it_falls(name, year):
    assert civil_from_days(day_of(name, year)) == DAYS[name, year]


@pytest.mark.parametrize("year", [-44, 0, 1, 900, 2099, 9999, 99999])
def test_a_day_that_nobody_knows_is_none_and_nothing_is_said(year):
    assert day_of("IN:Diwali", year) is None
    assert day_of("TR:Eid al-Adha", year) is None or 1 <= year <= 9999


@pytest.mark.parametrize(("name", "method"), [("easter", EASTER_WESTERN), ("orthodox-easter", EASTER_ORTHODOX)])
def test_easter_is_where_others_have_it(name, method):
    for year in range(1583, 4100):
        day = easter(year, method)
        assert civil_from_days(day_of(name, year)) == (day.year, day.month, day.day)


@pytest.mark.parametrize("name", sorted({name for name in ENGLISH.values["holiday"].values() if ":" in name}))
def test_a_feast_that_is_listed_is_known_now_and_in_no_year_an_error(name):
    assert all(day_of(name, year) is not None for year in range(2010, 2031))
    assert all(day_of(name, year) is None or year > 0 for year in (1, 33, 1582, 1899, 1947, 1968, 2100, 2500, 9999))

"""Named days, fixed and movable."""

from concurrent.futures import ThreadPoolExecutor
from itertools import product

import holidays
import pytest
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from timeline.model.errors import DateError
from timeline.model.gregorian import civil_from_days
from timeline.tagger import resolve_phrase, tag
from timeline.tagger.holidays import _ELSEWHERE, _days_of, day_of, in_region
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


IN_REGIONS = {
    ("en-GB", "Mother's Day 2026"): "2026-03-15",
    ("en-IE", "Mother's Day 2026"): "2026-03-15",
    ("en-AU", "Mother's Day 2026"): "2026-05-10",
    ("en-AU", "Father's Day 2025"): "2025-09-07",
    ("en-CA", "Thanksgiving 2025"): "2025-10-13",
    ("en-CA", "the Thanksgiving weekend of 2025"): "2025-W41-WE",
    ("en-GB", "Thanksgiving 2025"): "2025-11-27",
    ("en-CA", "Labour Day 2025"): "2025-09-01",
    ("en-NZ", "Labour Day 2025"): "2025-10-27",
    ("en-IN", "Labour Day 2025"): "2025-05-01",
    ("en-AU", "Labour Day 2025"): "2025",
    ("en-GB", "Labour Day 2025"): "2025",
    ("en-GB", "Election Day 2024"): "2024",
    ("en-GB", "Christmas 2025"): "2025-12-25",
    ("en-US", "Labor Day 2025"): "2025-09-01",
    ("en", "Mother's Day 2026"): "2026-05-10",
    ("en", "Thanksgiving 2025"): "2025-11-27",
    ("en", "Election Day 2024"): "2024-11-05",
}


@pytest.mark.parametrize(("case", "value"), IN_REGIONS.items())
def test_a_day_that_is_another_one_elsewhere_is_that_of_the_region_or_none(case, value):
    language, text = case
    assert [timex.value for timex in tag(text, "2026-02-11", language)] == [value]


def test_in_place_of_a_date_the_region_counts_and_a_day_that_nobody_knows_is_refused():
    date, why = resolve_phrase("Thanksgiving 2025", None, "en-CA")
    assert (str(date), why.steps[-1]) == ("2025-10-13", "the day of that name in CA")
    with pytest.raises(DateError, match="'Labour Day' in 'Labour Day 2025' is not understood"):
        resolve_phrase("Labour Day 2025", None, "en-AU")


REGIONS = sorted({region for days in _ELSEWHERE.values() for listed in days.values() for region in listed.split()})
CALLED = {"09-1x0": ("Labo", "Worker's Day", "Workers' Day"), "11-4x3": ("Thanksgiving",), "05-2x6": ("Mother's Day",)}


def test_each_day_of_a_region_is_that_of_the_calendar_that_lists_it():
    compared = set()
    for region, (name, words) in product(REGIONS, CALLED.items()):
        for year, days in _listed(region, words).items():
            assert civil_from_days(day_of(in_region(name, region), year)) in days, region
            compared.add((region, name))
    assert {("CA", "11-4x3"), ("NZ", "09-1x0"), ("PH", "09-1x0"), ("ZA", "09-1x0"), ("JM", "09-1x0")} <= compared


def _listed(region, words):
    """The days off of a region with one of some words in their name, by year."""
    kept = [kind for kind in getattr(holidays, region).supported_categories if kind != "workday"]
    country = holidays.country_holidays(region, language="en_US", years=range(2020, 2030), categories=kept)
    found = {}
    for day, names in country.items():
        if any(word in name for name in names.split("; ") for word in words):
            found.setdefault(day.year, set()).add((day.year, day.month, day.day))
    return found


@pytest.mark.parametrize("year", [-44, 0, 1, 900, 2099, 9999, 99999])
def test_a_day_that_nobody_knows_is_none_and_nothing_is_said(year):
    assert day_of("IN:Diwali", year) is None
    assert day_of("TR:Eid al-Adha", year) is None or 1 <= year <= 9999


@pytest.mark.parametrize(("name", "method"), [("easter", EASTER_WESTERN), ("orthodox-easter", EASTER_ORTHODOX)])
def test_easter_is_where_others_have_it(name, method):
    for year in range(1583, 4100):
        day = easter(year, method)
        assert civil_from_days(day_of(name, year)) == (day.year, day.month, day.day)


@pytest.mark.parametrize("name", ["easter", "easter-2", "orthodox-easter"])
def test_easter_is_not_known_in_a_year_of_the_julian_calendar(name):
    assert day_of(name, 1582) is None
    assert day_of(name, 1583) is not None


@pytest.mark.parametrize("name", sorted({name for name in ENGLISH.values["holiday"].values() if ":" in name}))
def test_a_feast_that_is_listed_is_known_now_and_in_no_year_an_error(name):
    assert all(day_of(name, year) is not None for year in range(2010, 2031))
    assert all(day_of(name, year) is None or year > 0 for year in (1, 33, 1582, 1899, 1947, 1968, 2100, 2500, 9999))


def test_many_threads_that_ask_at_once_get_the_same_day():
    day_of.cache_clear()
    _days_of.cache_clear()
    years = range(1950, 2090)

    def new_years(_):
        return [day_of("CN:Chinese New Year", year) for year in years]

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(new_years, range(8)))
    assert found == [new_years(None)] * 8

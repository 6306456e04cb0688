"""A lone date in a language that has no rules of ours: what another program reads in it, and what it only guesses."""

import datetime
from contextlib import suppress

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.errors import DateError, TimelineError
from timeline.tagger import resolve_phrase
from timeline.tagger.anydate import read_any_date, read_date

PUBLISHED = "2026-02-11"
SPOKEN = ("ar", "cs", "da", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")
FORMS = ("d MMMM y", "d MMM y", "d. MMMM y", "EEEE d MMMM y", "MMMM y", "d MMMM yy")
DAYS = st.dates(datetime.date(1941, 1, 1), datetime.date(2039, 12, 31))


@given(DAYS, st.sampled_from(SPOKEN), st.sampled_from(FORMS), st.sampled_from(["", PUBLISHED]))
def test_a_date_in_words_is_read_as_itself_or_not_at_all(day, language, form, published):
    text = format_date(day, form, locale=language)
    meant = day.isoformat() if "d" in form else day.isoformat()[:7]
    for date in (read_date(text, published, language), _in_another(text, published)):
        assert str(date or meant) == meant


@pytest.mark.parametrize("language", ["bo", "dyo", "my", "pa", "si", "th", "hi", "bn", "ta", "vi", "el", "he", "ko"])
@pytest.mark.parametrize("form", ["d MMMM y", "d MMM y", "LLLL y"])
def test_no_month_is_taken_for_another_of_its_language(language, form):
    for month in range(1, 13):
        day = datetime.date(1987, month, 21)
        meant = day.isoformat() if "d" in form else day.isoformat()[:7]
        assert str(read_date(format_date(day, form, locale=language), "", language) or meant) == meant


def _in_another(text, published):
    try:
        return read_any_date(text, published, "en")
    except DateError:
        return None


@pytest.mark.parametrize("published", ["", PUBLISHED])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "5 mar 1987"),  # a Tuesday the fifth of 1987
        ("es", "años 90"),
        ("it", "anni '90"),
        ("pl", "lata 90."),
        ("ru", "около 1990"),
        ("bg", "до 3 март 2024"),
        ("ar", "1445 هـ"),
        ("ja", "約1990年"),
        ("fr", "14:30"),
        ("sv", "3.4"),
        ("sv", "12.4.98"),
        ("en", "4 set 1945"),  # SET is a time zone, and so is MART
        ("en", "3 Mart 2024"),
        ("en", "7bre 1820"),
        ("en", "3.4.2024г."),
        ("en", "3/4 2024"),
        ("es", "1914 a 1918"),  # "a" is "años", too, and they count from today
        ("es", "1945 m"),
        ("es", "2 a 5"),
        ("it", "anni 1990"),
        ("cs", "1990. léta"),
        ("nl", "± 1990"),
        ("it", "≈ marzo 2025"),
        ("pt", "– 2019"),
    ],
)
def test_what_can_only_be_guessed_is_no_date(language, text, published):
    with suppress(DateError):
        assert resolve_phrase(text, published, language) == (None, None)


@pytest.mark.parametrize("text", ["27 listopada 2024", "listopad 2024 27", "27 lis 2024", "5 lip 1987", "5 srp 1987"])
def test_a_month_that_is_another_one_in_a_neighbouring_language_is_asked_for(text):
    with pytest.raises(DateError, match="can be") as error:
        resolve_phrase(text, "", "en")
    assert error.value.hint == "write the one that is meant: it is not the same in 'hr'"


@pytest.mark.parametrize("published", ["", PUBLISHED])
@pytest.mark.parametrize(
    ("text", "date"), [("3 mars 0800", "0800-03-03"), ("mars 0044", "0044-03"), ("03.04.0024", "0024-04-03")]
)
def test_an_early_year_is_read(text, date, published):
    assert str(read_date(text, published, "fr")) == date


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr-CA", "3 mars 2024"),
        ("pt-BR", "3 de março de 2024"),
        ("zh-TW", "2024年3月3日"),
        ("sr-Latn-RS", "3. mart 2024."),
    ],
)
def test_a_language_is_known_in_each_of_its_regions(language, text):
    assert str(read_date(text, "", language)) == "2024-03-03"


@pytest.mark.parametrize("language", ["xx", "xx-FR", "", "-", "fr_CA"])
def test_a_language_that_nobody_knows_is_refused(language):
    with pytest.raises(TimelineError, match="no rules for the language"):
        read_date("3 mars 2024", "", language)


@pytest.mark.parametrize(("language", "month"), [("pl", "11"), ("hr", "10")])
def test_a_month_is_that_of_its_own_language(language, month):
    assert str(read_date("27 listopada 2024", "", language)) == f"2024-{month}-27"


@pytest.mark.parametrize("published", ["", "1999-05-03", PUBLISHED])
@pytest.mark.parametrize(("text", "date"), [("19 janvier 24", "2024-01-19"), ("mars 44", "1944-03")])
def test_a_year_of_two_digits_is_the_same_whenever_it_was_published(text, date, published):
    assert str(read_date(text, published, "fr")) == str(date)


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("fr", "l'année dernière", "2025"),
        ("fr", "il y a 10 ans", "2016"),
        ("fr", "le mois dernier", "2026-01"),
        ("fr", "il y a 35 jours", "2026-01-07"),
        ("fr", "maintenant", "2026-02-11"),
        ("fr", "il y a 2h", "None"),
        ("fr", "à 14h30", "None"),
        ("fr", "hier à 14h30", "2026-02-10T14:30"),
        ("fr", "lundi à 14h30", "2026-02-09T14:30"),
        ("es", "el año pasado", "2025"),
        ("ja", "昨年", "2025"),
        ("pl", "w zeszłym roku", "2025"),
    ],
)
def test_what_counts_from_the_publication_does_so_as_exactly_as_it_says(language, text, date):
    assert str(read_date(text, PUBLISHED, language)) == date
    assert read_date(text, "", language) is None


@pytest.mark.parametrize("text", ["3 มีนาคม 2567", "3/3/2567"])
def test_a_year_of_the_buddhist_calendar_is_told(text):
    with pytest.raises(DateError, match="Buddhist") as error:
        read_date(text, "", "th")
    assert error.value.hint == "write 2024-03-03"

"""A phrase in place of a date: ranges, whose words around the dates are data of the language."""

from __future__ import annotations

import re

import pytest

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError
from timeline.tagger import resolve_phrase
from timeline.tagger.locale import languages, load_locale

PUBLISHED = "2026-02-11"
RANGES = {
    "en": {
        "since 2014": "2014/..",
        "Since February last year": "2025-02/..",
        "from 3 March 2024 on": "2024-03-03/..",
        "since late 2014": "2014-09~/..",
        "since about 1990": "1990~/..",
        "until June 2027": "../2027-06",
        "till 12 May 2025": "../2025-05-12",
        "from 2014 to 2022": "2014/2022",
        "from 2014 until 2022": "2014/2022",
        "between March and May 2022": "2022-03/2022-05",
        "from January to March 2025": "2025-01/2025-03",
        "from Monday to Thursday": "2026-02-09/2026-02-12",
        "2014 to 2022": "2014/2022",
        "May 2014 – June 2016": "2014-05/2016-06",
        "from March 3 to 5, 2024": "2024-03-03/2024-03-05",
        "from late 2014 to early 2016": "2014-09~/2016-04~",
        "3 March 2024 to 5 April 2024": "2024-03-03/2024-04-05",
        "from the 3rd of March 2024 to the 5th of April 2024": "2024-03-03/2024-04-05",
        "(since the May of 2014)": "2014-05/..",
    },
    "de": {
        "seit 2014": "2014/..",
        "seit dem 3. März 2024": "2024-03-03/..",
        "bis Juni 2027": "../2027-06",
        "bis in den Mai 2027": "../2027-05",
        "von 500 bis 336 v. Chr.": "-0499/-0335",
        "von 2014 bis 2022": "2014/2022",
        "zwischen März und Mai 2022": "2022-03/2022-05",
        "vom 3. März 2024 bis zum 5. April 2024": "2024-03-03/2024-04-05",
    },
}


WITH_IDLE_WORDS = {
    "en": {
        "in the year 1990": "1990",
        "on a Tuesday": "2026-02-10",
        "during the summer of 1968": "1968-22",
        "for the fourth quarter": "2025-36",
        "“In May 2011.”": "2011-05",
        "5 May 2011 AD": "2011-05-05",
    },
    "de": {
        "im Mai 2011": "2011-05",
        "500–336 v. Chr.": "-0499/-0335",
        "um den 3. Mai 2024": "2024-05-03~",
        "am Donnerstag, dem 5. Mai 2011": "2011-05-05",
        "Do, 5. Mai 2011": "2011-05-05",
        "5. Mai 2011 (Do)": "2011-05-05",
        "in den 90er Jahren": "199X",
    },
}
NOT_UNDERSTOOD = [
    ("en", "before 2014", "before"),
    ("en", "by 1990", "by"),
    ("en", "not 1990", "not"),
    ("en", "2001 on", "on"),
    ("en", "2001-", "-"),
    ("en", "<1990", "<"),
    ("en", "May 2011?", "?"),
    ("en", "Mai 2011", "Mai"),
    ("en", "2025-SU", "-SU"),
    ("en", "today pm", "pm"),
    ("en", "Friday Monday", "Monday"),
    ("en", "_ to 2014", "- to"),
    ("en", "since 2014 and 2016", "since and 2016"),
    ("en", "nearly since 2014", "nearly since"),
    ("en", "from 2014 to 2016 and 2018", "from to 2016 and 2018"),
    ("de", "May 2011", "May"),
    ("de", "vor 1990", "vor"),
    ("de", "gegen 1850", "gegen"),
    ("de", "Jan 2011 bis", "bis"),
]


@pytest.mark.parametrize(
    ("language", "phrase", "date"), [(name, *pair) for name, pairs in RANGES.items() for pair in pairs.items()]
)
def test_a_range_is_an_interval(language, phrase, date):
    made, why = resolve_phrase(phrase, PUBLISHED, language)
    assert str(made) == date
    assert (why.phrase, why.date, why.operator) == (phrase, made, "interval")


@pytest.mark.parametrize(
    ("language", "phrase", "date"), [(name, *pair) for name, pairs in WITH_IDLE_WORDS.items() for pair in pairs.items()]
)
def test_words_that_add_nothing_may_stand_beside_a_date(language, phrase, date):
    made, why = resolve_phrase(phrase, PUBLISHED, language)
    assert str(made) == date
    assert why.phrase in phrase


@pytest.mark.parametrize("phrase", ["1. Mai", "1 mai", "1 de mayo", "1 maggio", "1 maja", "1er mai"])
def test_a_day_without_a_year_is_the_nearest_in_another_language_too(phrase):
    assert str(resolve_phrase(phrase, PUBLISHED)[0]) == "2026-05-01"
    assert str(resolve_phrase(phrase, "2026-08-01")[0]) == "2026-05-01"
    assert str(resolve_phrase(phrase, "2026-08-01", planned=True)[0]) == "2027-05-01"


@pytest.mark.parametrize(
    ("language", "phrase"), [("fr", "1 mai"), ("es", "1 de mayo"), ("pl", "1 maja"), ("ru", "1 мая")]
)
def test_a_day_without_a_year_is_the_nearest_in_a_language_without_rules_too(language, phrase):
    assert str(resolve_phrase(phrase, PUBLISHED, language)[0]) == "2026-05-01"
    assert str(resolve_phrase(phrase, "2026-08-01", language)[0]) == "2026-05-01"
    assert str(resolve_phrase(phrase, "2026-08-01", language, planned=True)[0]) == "2027-05-01"
    assert resolve_phrase(phrase, "2026", language)[0] is None


def test_a_range_with_a_dash_looks_ahead_for_what_is_planned():
    assert str(resolve_phrase("August 27 - 29", PUBLISHED)[0]) == "2025-08-27/2025-08-29"
    assert str(resolve_phrase("August 27 - 29", PUBLISHED, planned=True)[0]) == "2026-08-27/2026-08-29"


@pytest.mark.parametrize(
    ("language", "phrase", "date"),
    [
        ("en", "March", "2026-03"),
        ("en", " MAY ", "2026-05"),
        ("en", "Sept", "2025-09"),
        ("en", "Sun", "2026-02-08"),
        ("en", "Summer", "2025-22"),
        ("en", "about 1990", "1990~"),
        ("en", "about 3 March 2019", "2019-03-03~"),
        ("en", "the 24th", "2026-02-24"),
        ("en", "q3 2019", "2019-35"),
        ("en", "thanksgiving 2014", "2014-11-27"),
        ("de", "etwa 1990", "1990~"),
        ("de", "Mai", "2026-05"),
        ("de", "Sommer", "2025-22"),
    ],
)
def test_what_is_a_date_only_in_company_is_one_in_place_of_a_date(language, phrase, date):
    made, why = resolve_phrase(phrase, PUBLISHED, language)
    assert (str(made), why.phrase.casefold()) == (date, phrase.strip().casefold())


@pytest.mark.parametrize(
    "phrase", ["march", "may", "Second", "Week", "year", "morning", "Talks", "I", "So", "March on"]
)
def test_a_lone_word_that_is_no_date_in_any_company_is_none(phrase):
    assert resolve_phrase(phrase, PUBLISHED) == (None, None)


@pytest.mark.parametrize(("language", "phrase", "word"), NOT_UNDERSTOOD)
def test_any_other_word_is_refused(language, phrase, word):
    with pytest.raises(DateError, match=re.escape(f"'{word}' in ")):
        resolve_phrase(phrase, PUBLISHED, language)


@pytest.mark.parametrize(
    "phrase",
    ["66 Ma", "on the 7th", "4 on Saturday", "April 24 and 25", "12/25", "13 noon", "Friday 7.6", "7Y"],
)
def test_what_is_left_in_digits_is_not_guessed_at(phrase):
    assert resolve_phrase(phrase, PUBLISHED) == (None, None)


@pytest.mark.parametrize(
    ("language", "phrase", "date"),
    [
        ("en", "12 février 2025", "2025-02-12"),
        ("en", "12. Februar", "2026-02-12"),
        ("en", "2025年2月12日", "2025-02-12"),
        ("de", "on 12 February 2025", "2025-02-12"),
        ("en", "25.12.99", "1999-12-25"),
        ("en", "3.12.25", "2025-12-03"),
        ("fr", "3.4.98", "1998-04-03"),
        ("en", "12.25.24", "2024-12-25"),
        ("en", "3rd Feb 82", "1982-02-03"),
        ("en", "October, 1st", "2025-10-01"),
        ("en", "05/May/2011", "2011-05-05"),
        ("de", "05/2024", "2024-05"),
    ],
)
def test_a_lone_date_in_another_language_or_in_digits_is_read(language, phrase, date):
    assert str(resolve_phrase(phrase, PUBLISHED, language)[0]) == date


@pytest.mark.parametrize("language", ["en", "de", "pl"])
@pytest.mark.parametrize("phrase", ["03.06.–05.06.2024", "03.06. - 05.06.2024", "03.06 - 05.06.2024"])
def test_the_first_day_of_two_is_no_time_of_the_last(language, phrase):
    assert resolve_phrase(phrase, "", language) == (None, None)


@pytest.mark.parametrize("language", ["en", "de", "fr", "pl"])
@pytest.mark.parametrize("published", ["", PUBLISHED])
@pytest.mark.parametrize("form", ["{} {}", "{}. {}", "{} {}.", "{}-{}", "{} {} 10", "{} {} 10:00", "{} {}, 99"])
@pytest.mark.parametrize(
    ("day", "month"),
    [
        ("30", "Feb"),
        ("31", "Feb"),
        ("31", "April"),
        ("31", "Apr"),
        ("31", "June"),
        ("31", "Sept"),
        ("31", "Nov"),
    ],
)
def test_a_day_that_its_month_has_not_is_no_year(day, month, form, published, language):
    dates = (resolve_phrase(text, published, language)[0] for text in (form.format(day, month), f"{month} {day}"))
    assert [date for date in dates if date] == []
    assert resolve_phrase("45 May", published, language)[0] is None


def test_a_year_that_nobody_says_is_not_made_up():
    assert resolve_phrase("12. Februar", None) == (None, None)


def test_a_range_that_ends_before_it_begins_is_refused():
    with pytest.raises(DateError, match="ends before it begins"):
        resolve_phrase("from 2022 to 2014", PUBLISHED)


@pytest.mark.parametrize("language", languages())
def test_each_language_has_frames_for_ranges_with_one_and_with_two_ends(language):
    shapes = set(load_locale(language).frames.values())
    assert shapes == {"_/..", "../_", "_/_"}


@pytest.mark.parametrize(
    "published",
    [
        "2024-05/2024-06",
        "../2025-01-02",
        "[2025-03-04,2025-04-03]",
        "2025-XX-12",
        "-0043-03-15",
        "0000-03-15",
        "Y-170000002",
    ],
)
def test_a_date_of_another_language_needs_no_publication_of_one_day(published):
    assert str(resolve_phrase("12 lutego 2025", published)[0]) == "2025-02-12"
    assert resolve_phrase("12 lutego", published) == resolve_phrase("12 lutego", None)


@pytest.mark.parametrize(
    ("phrase", "quote", "date"),
    [
        ("Friday", "Envoys will meet in Rome on Friday.", "2026-02-13"),
        ("friday", "Envoys met on Friday; they will meet again on Monday.", "2026-02-06"),
        ("from Monday to Friday", "They will stay from  Monday to Friday.", "2026-02-16/2026-02-20"),
        ("Two days later", "It began on 5 May 2025. Two days later it ended.", "2025-05-07"),
        ("two days later", "They met again two days later.", "2025-08-14"),
        ("Friday", "They will meet on Friday, 20 February.", "2026-02-06"),
        ("Friday", "The Fridays will be free.", "2026-02-06"),
        ("Friday", "", "2026-02-06"),
    ],
)
def test_a_phrase_is_read_in_the_quote_that_has_it(phrase, quote, date):
    made, why = resolve_phrase(phrase, PUBLISHED, previous=EdtfDate("2025-08-12"), quote=quote)
    assert (str(made), why.phrase.lower()) == (date, phrase.lower() if "  " not in quote else "from  monday to friday")


@pytest.mark.parametrize(
    ("language", "phrase", "quote", "date"),
    [
        ("en", "Friday", "", "2026-02-13"),
        ("en", "Friday", "The talks on Friday", "2026-02-13"),
        ("en", "Friday", "They met on Friday.", "2026-02-06"),
        ("en", "last Friday", "", "2026-02-06"),
        ("en", "12 July", "", "2026-07-12"),
        ("en", "1 December", "", "2026-12-01"),
        ("de", "Freitag", "", "2026-02-13"),
        ("fr", "vendredi", "", "2026-02-13"),
    ],
)
def test_what_is_planned_looks_ahead_where_no_word_tells(language, phrase, quote, date):
    assert str(resolve_phrase(phrase, PUBLISHED, language, quote=quote, planned=True)[0]) == date


@pytest.mark.parametrize(
    ("language", "phrase", "date"),
    [
        ("en", "2025-07-12T14:30 CEST", "2025-07-12T14:30+02:00"),
        ("de", "2025-07-12T14:30 CEST", "2025-07-12T14:30+02:00"),
        ("de", "2025-07-12T14:30+02:00", "2025-07-12T14:30+02:00"),
        ("fr", "12 juillet 2025", "2025-07-12"),
        ("fr", "12 juillet 2025 à 14h30", "2025-07-12T14:30"),
        ("en", "12 juillet 2025 à 9h30", "2025-07-12T09:30"),
        ("pl", "12 lipca 2025, 14:30", "2025-07-12T14:30"),
    ],
)
def test_a_time_of_day_is_kept_with_its_zone(language, phrase, date):
    assert str(resolve_phrase(phrase, PUBLISHED, language)[0]) == date


@pytest.mark.parametrize(
    ("language", "phrase", "time"),
    [
        ("fr", "12 juillet 2025 à 14h", "14:00"),
        ("en", "12 luglio 2025 ore 14.30", "14:30"),
        ("nl", "12 juli 2025 om 14.30 uur", "14:30"),
        ("ja", "2025年7月12日午後2時", "14:00"),
        ("de", "12 July 2025, 2.30pm BST", "14:30+01:00"),
    ],
)
def test_a_time_of_day_that_is_not_understood_is_not_dropped(language, phrase, time):
    with pytest.raises(DateError, match="the time of day in") as error:
        resolve_phrase(phrase, PUBLISHED, language)
    assert error.value.hint == f"write 2025-07-12T{time}, if that is what is meant, or 2025-07-12 without the time"


@pytest.mark.parametrize(
    ("phrase", "published"), [("23:59 Minuten", "0001-01-01"), ("vor zwei Tagen um 7", "0001-01-01")]
)
def test_what_lies_beyond_the_calendar_is_no_date(phrase, published):
    assert resolve_phrase(phrase, published, "de") == (None, None)


@pytest.mark.parametrize("phrase", ["since 3/4/2025", "from 3/4/2025 to 5/6/2025"])
def test_what_may_be_two_days_is_no_end_of_a_range(phrase):
    with pytest.raises(DateError, match="'3/4/2025' can be 2025-03-04 or 2025-04-03") as error:
        resolve_phrase(phrase, PUBLISHED)
    assert error.value.hint == "write the one that is meant"


@pytest.mark.parametrize(
    ("previous", "phrase", "date"),
    [
        ("1990~", "three years later", "1993~"),
        ("1990~", "two days later", None),
        ("2020-03-05?", "the next day", "2020-03-06?"),
        ("2020-03-05?", "5 May 2024", "2024-05-05"),
        ("2021-03-01~/2021-03-10~", "two days later", None),
        ("2021-03-01~/2021-03-10~", "a month later", "2021-04"),
        ("2019-09~/2019-12~", "a month later", None),
        ("2020-03-05/2020-03-08", "the next day", "2020-03-09"),
        ("2020-03-05?", "at 10 a.m. the next day", "2020-03-06T10:00"),
        ("-0043", "two days later", None),
        ("-0043", "three years later", "-0040"),
        ("-0043-03-15", "two days later", "-0043-03-17"),
        ("2011-24", "a year later", "2012"),
    ],
)
def test_what_counts_from_a_date_that_is_not_sure_is_not_surer(previous, phrase, date):
    made, _ = resolve_phrase(phrase, PUBLISHED, previous=EdtfDate(previous))
    assert (made and str(made)) == date


@pytest.mark.parametrize(
    ("name", "phrase", "date"),
    [
        ("der Gipfel", "zwei Tage nach dem Gipfel", "2025-08-17"),
        ("die Wahl", "zwei Tage vor der Wahl", "2025-08-13"),
        ("Gipfel", "zwei Tage nach dem Gipfel", "2025-08-17"),
        ("der Gipfel", "zwei Tage nach dem Treffen", None),
    ],
)
def test_a_day_with_a_name_is_known_in_whatever_case_its_article_stands(name, phrase, date):
    made, _ = resolve_phrase(phrase, PUBLISHED, "de", anchors={name: "2025-08-15"})
    assert (made and str(made)) == date

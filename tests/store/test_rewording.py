"""Dates in the words of people, spreadsheets and archives: each error says how the date is written here."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError
from timeline.store.phrases import Context, read_date, resolve, suggestions
from timeline.store.rewording import WORDS, reworded
from timeline.wording import date_in_words
from timeline.yamldoc import load_plain

# As it is written, and what to write.
REFUSED = {
    "before 1990": "../1989",
    "before 5 May 2011": "../2011-05-04",
    "before summer 1968": "../1968-05",
    "before the 1990s": "../1989",
    "before c. 1990": "../1989~",
    "by May 2011": "../2011-05",
    "no later than 5 May 2011": "../2011-05-05",
    "2023 Oct": "2023-10",
    "2023 October": "2023-10",
    "199x": "199X",
    "19xx": "19XX",
    "20??": "20XX",
    "201?": "201X",
    "2024-02-xx": "2024-02-XX",
    "approximately 1455": "1455~",
    "roughly 1455": "1455~",
    "2024-02-?": "2024-02",
    "2024-02-12.": "2024-02-12",
    "“2024”": "2024",
    "„about 1990“": "1990~",
    "2024-02-12 to 15": "2024-02-12/2024-02-15",
    "2024-02 to 04": "2024-02/2024-04",
    "pre-1990": "../1989",
    "<1990": "../1989",
    "<=1990": "../1990",
    ">1990": "1991/..",
    "≥1990": "1990/..",
    "up to 2003": "../2003",
    "after 2001": "2002/..",
    "after December 2001": "2002-01/..",
    "not before 2001": "2001/..",
    "2001 onwards": "2001/..",
    "2001-": "2001/..",
    "2001 - present": "2001/..",
    "from 2001 to the present": "2001/..",
    "abt. 1990": "1990~",
    "ca 1850": "1850~",
    "c1850": "1850~",
    "1850ish": "1850~",
    "probably 1990": "1990?",
    "1990 (?)": "1990?",
    "May 2011 ?": "2011-05?",
    "some time in 1990": "1990",
    "1990 or 1991": "[1990,1991]",
    "1990's": "199X",
    "about 800": "0800~",
    "c. 800": "0800~",
    "before 800": "../0799",
    "since 800": "0800/..",
    "until 800": "../0800",
    "800-1066": "0800/1066",
    "800/1066": "0800/1066",
    "751 to 843": "0751/0843",
    "1535?~": "1535%",
    "1535-05~?": "1535-05%",
    "summer 1358": "1358-22",
    "autumn 476": "0476-23",
    "Summer 1358/Autumn 1360": "1358-22/1360-23",
    "about summer 1358": "1358-22~",
    "44 BC/14 AD": "-0043/0014",
    "300 BCE / 200 BCE": "-0299/-0199",
    "2025-01-10 10:00-12:00": "2025-01-10T10:00/2025-01-10T12:00 or 2025-01-10T10:00-12:00",
    "2025-01-10 10:00 - 12:30": "2025-01-10T10:00/2025-01-10T12:30",
    "2025-01-10 10:00-05:00": "2025-01-10T10:00-05:00",
    "Q1/2025": "2025-33",
    "2025-01-??": "2025-01",
    "2025-??-??": "2025",
    "Jan/Feb 2025": "2025-01/2025-02",
    "2025-05-03 10:30 - 2025-05-04 11:00": "2025-05-03T10:30/2025-05-04T11:00",
    "2010 (approx.)": "2010~",
    "MCCL": "1250",
    "1950S2": "19XX",
    "1951S3": "195X",
    "mcmxlv": "1945",
    "MDCCLXXXIX-MDCCXCIX": "1789/1799",
    "202502": "2025-02",
    "10000 BC": "-9999",
    "[1760..1762]": '"[1760,1761,1762]"',
    "second half of 2011": "2011-41",
    "3Q 2011": "2011-35",
    "2011-05-05,": "2011-05-05",
    "1969-07-16/24": "1969-07-16/1969-07-24",
    "1969-07-16–24": "1969-07-16/1969-07-24",
    "2011/05/05": "2011-05-05",
    "20110505": "2011-05-05",
    "2011-5": "2011-05",
    "2011/12": "2011-12 or 2011/2012",
    "2025/26": "2025/2026",
    "2023/24": "2023/2024",
    "1914-18": "1914/1918",
    "1999-00": "1999/2000",
    "1899/00": "1899/1900",
    "1998-00": "1998",
    "1999-00-00": "1999",
    "12,000 BC": "Y-11999",
    "12000 BCE": "Y-11999",
    "١٢٣٤٥ BC": "Y-12344",
    "٢٠٢٥-٠٢-١٢": "2025-02-12",
    "before １９９０": "../1989",
    "12 July 2025 17:00-19:00": "2025-07-12T17:00/2025-07-12T19:00",
    "12 July 2025, 5 to 7 p.m.": "2025-07-12T17:00/2025-07-12T19:00",
    "July 12, 2025, from 17:00 to 19:00": "2025-07-12T17:00/2025-07-12T19:00",
    "Mar 30 - Apr 2 2025": "2025-03-30/2025-04-02",
    "12 and 13 July 2025": "2025-07-12/2025-07-13",
    "the 12th and 13th of July 2025": "2025-07-12/2025-07-13",
    "July 12 and 13, 2025": "2025-07-12/2025-07-13",
    "July 12th & 13th 2025": "2025-07-12/2025-07-13",
    "March and April 2025": "2025-03/2025-04",
    "66 million years ago": "Y-66000000",
    "4.5 billion years ago": "Y-4500000000",
    "1914-1918": "1914/1918",
    "1914...1918": "1914/1918",
    "2011-05 to 2011-07": "2011-05/2011-07",
    "2011-00-00": "2011",
    "2011-05-05 15.00": "2011-05-05T15:00",
    "2011-05-05T15:00:00.000Z": "2011-05-05T15:00:00Z",
    "2011-05-05 15:00 +02:00": "2011-05-05T15:00+02:00",
}
IN_OTHER_LANGUAGES = {
    ("de", "vor 1990"): "../1989",
    ("es", "desde el 24 de febrero de 2022"): "2022-02-24/..",
    ("es", "hasta el 12 de mayo de 2025"): "../2025-05-12",
    ("es", "hacia el 12 de febrero de 2025"): "2025-02-12~",
    ("fr", "jusqu’aux années 1990"): "../199X",
    ("fr", "depuis le 24 février 2022"): "2022-02-24/..",
    ("de", "um 800"): "0800~",
    ("de", "seit 800"): "0800/..",
    ("de", "im Frühjahr 1358"): "1358-21",
    ("fr", "l'été 1358"): "1358-22",
    ("es", "otoño de 1358"): "1358-23",
    ("de", "nach Mai 2011"): "2011-06/..",
    ("de", "spätestens 1990"): "../1990",
    ("de", "gegen 1850"): "1850~",
    ("de", "1990 oder 1991"): "[1990,1991]",
    ("de", "vielleicht 1990"): "1990?",
    ("de", "03.06.–05.06.2024"): "2024-06-03/2024-06-05",
    ("de", "03.06. - 05.06.2024"): "2024-06-03/2024-06-05",
    ("de", "03.06. bis 05.06.2024"): "2024-06-03/2024-06-05",
    ("de", "28.05.-03.06.2024"): "2024-05-28/2024-06-03",
    ("de", "3.-5.6.2024"): "2024-06-03/2024-06-05",
    ("de", "490er Jahre v. Chr."): "-0498/-0489",
    ("de", "vor 66 Millionen Jahren"): "Y-66000000",
    ("de", "Jahreswechsel 2024/25"): "2024-12/2025-01",
    ("de", "zum Jahreswechsel 2024/2025"): "2024-12/2025-01",
    ("de", "Jahreswende 1989/90"): "1989-12/1990-01",
    ("de", "12. Juli 2025, 17 bis 19 Uhr"): "2025-07-12T17:00/2025-07-12T19:00",
    ("de", "12. Juli 2025, 17.30–19 Uhr"): "2025-07-12T17:30/2025-07-12T19:00",
    ("de", "12. und 13. Juli 2025"): "2025-07-12/2025-07-13",
    ("fr", "12 et 13 juillet 2025"): "2025-07-12/2025-07-13",
    ("de", "KW 12/2024"): "2024-03-18/2024-03-24",
    ("de", "1.2."): "it, too, such as 1.2.2024",
    ("fr", "3/4 juin 2024"): "2024-06-03/2024-06-04",
    ("fr", "avant 1990"): "../1989",
    ("fr", "jusqu'en mai 2011"): "../2011-05",
    ("fr", "après 2001"): "2002/..",
    ("fr", "depuis 2001"): "2001/..",
    ("fr", "vers 1850"): "1850~",
    ("fr", "années 1990"): "199X",
    ("fr", "hiver 2011/12"): "2011-24",
    ("es", "hacia 1850"): "1850~",
    ("es", "1914 a 1918"): "1914/1918",
    ("es", "de 1900 a 1950"): "1900/1950",
    ("es", "del 2 al 5 de mayo de 2025"): "2025-05-02/2025-05-05",
    ("es", "enero de 2025 a marzo de 2025"): "2025-01/2025-03",
    ("fr", "de 1961 à 1972"): "1961/1972",
    ("fr", "du 3 au 5 juin 2024"): "2024-06-03/2024-06-05",
    ("ar", "من 1961 إلى 1972"): "1961/1972",
    ("pl", "1914 do 1918"): "1914/1918",
    ("fr", "T1 2025"): "2025-33",
    ("es", "T4 2025"): "2025-36",
    ("it", "T1 2025"): "2025-33",
    ("it", "anni 1990"): "199X",
    ("it", "gli anni 1990"): "199X",
    ("pt", "os anos 1990"): "199X",
    ("pl", "lata 1990"): "199X",
    ("es", "la década de 1990"): "199X",
    ("en", "≈ 1990"): "1990~",
    ("nl", "± 1990"): "1990~",
    ("ru", "~ 1990"): "1990~",
    ("en", "– 2019"): "../2019",
    ("pt", "—2019"): "../2019",
    ("sv", "- 2019"): "../2019",
    ("es", "quizá hacia 1990"): "1990%",
    ("ar", "قبل 1990"): "../1989",
}
WORDED = ("1990~", "2025-03~", "1990?", "1990%", "../2019", "2019/..", "1961/1972", "2025-03/2025-05")
SPOKEN = (
    "ar",
    "bg",
    "ca",
    "cs",
    "de",
    "en",
    "es",
    "fi",
    "fr",
    "hu",
    "it",
    "ja",
    "nl",
    "pl",
    "pt",
    "ru",
    "sv",
    "tr",
    "zh",
)
TOLD_FROM_NOW = {
    ("fr", "avant-hier"): "2026-02-09",
    ("fr", "après-demain"): "2026-02-13",
    ("ar", "قبل 3 أيام"): "2026-02-08",
    ("de", "vor drei Tagen"): "2026-02-08",
}
READ = {
    "winter 2011/12": "2011-24",
    "until 2003": "../2003",
    "1990s": "199X",
    "early 1990": "1990-01~/1990-04~",
    "1990?": "1990?",
    "c. 1850": "1850~",
    "around May 2011": "2011-05~",
    "5 May 2011": "2011-05-05",
    "Q3 2011": "2011-35",
    "summer 1968": "1968-22",
    "1914–18": "1914/1918",
    "2001 or later": "2001/..",
    "44 BC": "-0043",
    "about 1990": "1990~",
    "500-336 BC": "-0499/-0335",
    "500 to 336 BC": "-0499/-0335",
    "79-81 AD": "0079/0081",
    "the 490s BC": "-0498/-0489",
}

NO_SUCH_DAY = {
    ("en", "30 February 2025"): "'2025-02-30': 2025-02 has 28 days",
    ("en", "February 29, 2023"): "'2023-02-29': 2023-02 has 28 days",
    ("en", "the 31st of April 2025"): "'2025-04-31': 2025-04 has 30 days",
    ("en", "Monday, 32 May 2025 at 17:00"): "'2025-05-32T17:00': 2025-05 has 31 days",
    ("en", "28 March to 31 April 2025"): "'2025-04-31': 2025-04 has 30 days",
    ("en", "31 April"): "'2026-04-31': 2026-04 has 30 days",
    ("en", "31/04/2024"): "'2024-04-31': 2024-04 has 30 days",
    ("en", "2024/04/31"): "'2024-04-31': 2024-04 has 30 days",
    ("de", "30. Februar 2025"): "'2025-02-30': 2025-02 has 28 days",
    ("fr", "30 février 2025"): "'2025-02-30': 2025-02 has 28 days",
    ("pl", "30 lutego 2025"): "'2025-02-30': 2025-02 has 28 days",
}


# Around which date a word of each list stands, and what is meant then.
PLACES = {
    "before": ("{} 1990", "../1989"),
    "until": ("{} 1990", "../1990"),
    "or-before": ("1990 {}", "../1990"),
    "after": ("{} 1990", "1991/.."),
    "since": ("{} 1990", "1990/.."),
    "or-after": ("1990 {}", "1990/.."),
    "from": ("{} 1990 -", "1990/.."),
    "to": ("1990 {} 1991", "1990/1991"),
    "now": ("1990 - {}", "1990/.."),
    "about": ("{} 1990", "1990~"),
    "about-ending": ("1990{}", "1990~"),
    "perhaps": ("{} 1990", "1990?"),
    "some-time": ("{} 1990", "1990"),
    "either": ("{} 1990 or 1991", "[1990,1991]"),
    "or": ("1990 {} 1991", "[1990,1991]"),
    "decade": ("{} 1990", "199X"),
    "decade-ending": ("1990{}", "199X"),
    "spring": ("{} 1390", "1390-21"),
    "summer": ("{} 1390", "1390-22"),
    "autumn": ("{} 1390", "1390-23"),
    "winter": ("{} 1990/91", "1990-24"),
    "first-half": ("{} 1990", "1990-40"),
    "second-half": ("{} 1990", "1990-41"),
    "quarter": ("3{} 1990", "1990-35"),
    "article": ("{} winter 1990/91", "1990-24"),
    "of": ("winter {} 1990/91", "1990-24"),
    "century": ("12. {}", "11XX"),
    "in": ("{} jahreswechsel 2024/25", "2024-12/2025-01"),
    "ago": ("{} 66 million years ago", "Y-66000000"),
    "million-years": ("66 {}", "Y-66000000"),
    "billion-years": ("2.5 {}", "Y-2500000000"),
    "turn-of-year": ("{} 2024/25", "2024-12/2025-01"),
    "and": ("1990 {} 1991", "1990/1991"),
    "week": ("{} 12/2024", "2024-03-18/2024-03-24"),
    "before-christ": ("12,000 {}", "Y-11999"),
}
WRITTEN = [
    (path.stem, name, word)
    for path in sorted(WORDS.glob("*.yaml"))
    for name, words in load_plain(path).items()
    for word in words
]


@pytest.mark.parametrize(("language", "name", "word"), WRITTEN)
def test_each_word_of_each_language_means_what_its_list_says(language, name, word):
    form, meant = PLACES[name]
    assert reworded(form.format(word), _year) == [meant]
    assert reworded(form.format(word.upper()), _year) == [meant]


def _year(text):
    return EdtfDate(text) if re.fullmatch("[0-9]{4}", text) else None


@pytest.mark.parametrize(("text", "meant"), REFUSED.items())
def test_what_is_no_date_is_refused_with_the_date_that_is_meant(text, meant):
    with pytest.raises(DateError) as refused:
        resolve(text, Context(EdtfDate("2026-02-11")))
    assert refused.value.hint.startswith(f"write {meant}")
    assert all(EdtfDate(one.strip('"')) for one in meant.split(" or "))


@pytest.mark.parametrize(("said", "meant"), IN_OTHER_LANGUAGES.items())
def test_other_languages_have_words_for_it_too(said, meant):
    language, text = said
    with pytest.raises(DateError) as refused:
        resolve(text, Context(EdtfDate("2026-02-11"), language))
    assert refused.value.hint == f"write {meant}"


@pytest.mark.parametrize("date", WORDED)
@pytest.mark.parametrize("language", SPOKEN)
def test_our_own_words_for_a_date_mean_it_or_nothing(language, date):
    said = date_in_words(EdtfDate(date), language)
    context = Context(EdtfDate("2026-02-11"), language)
    found = [str(read.date)] if (read := read_date(said, context)) else suggestions(said, language)
    assert found == [date]


@pytest.mark.parametrize(("said", "date"), TOLD_FROM_NOW.items())
def test_what_is_told_from_now_is_no_end_of_a_stretch(said, date):
    language, text = said
    assert str(resolve(text, Context(EdtfDate("2026-02-11"), language)).date) == date


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("800", "write 0800"),
        ("79", "write 0079 for the year 79"),
        ("-44", "write -0043 for 44 BC"),
        ("-100000", "write Y-99999 for 100000 BC"),
        ("12501", "write a year of four digits, or Y12501 for the year 12501"),
        ("45352", "write 2024-03-01 if it is the number of a day in a spreadsheet, or Y45352 for the year 45352"),
        ("[1760-01..1761]", "write an interval, 1760-01/1761, or list each date that it can be"),
        ("[..1760]", "write an interval, ../1760, or list each date that it can be"),
        ("[1760,1770..]", "list each date that it can be"),
        ("{1760,1761}", "write an event for each of them, or an interval from the first to the last"),
        ("Easter 1282", "write 1282, if that is what is meant"),
        ("mid-1358", "write the day itself, 1358-MM-DD, or 1358 if only the year is known"),
    ],
)
def test_what_is_nearly_a_date_is_refused_with_how_it_is_written(text, hint):
    with pytest.raises(DateError) as refused:
        resolve(text, Context(EdtfDate("2026-02-11")))
    assert refused.value.hint == hint


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "Febuary 2025", "February 2025"),
        ("en", "Ocotber 2023", "October 2023"),
        ("en", "Febuary last year", "February last year"),
        ("en", "four days latter", "four days later"),
        ("en", "last Mondy", "last Monday"),
        ("en", "Wendesday", "Wednesday"),
        ("en", "tomorow", "tomorrow"),
        ("en", "2025-02-1O", "2025-02-10"),
        ("en", "two days afer the summit", "two days after the summit"),
        ("de", "letzten Montga", "letzten Montag"),
    ],
)
def test_a_date_with_a_misspelt_word_is_told_as_it_is_meant(language, text, meant):
    context = Context(EdtfDate("2026-02-11"), language, {"the summit": EdtfDate("2025-08-15")})
    with pytest.raises(DateError) as refused:
        resolve(text, context)
    assert refused.value.hint == f"did you mean '{meant}'?"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("two days after the congress", "cannot be resolved", "name the day of 'the congress' under `anchors`"),
        ("1/5", "'1/5' has no year", "such as 2024-01-05 or 2024-05-01"),
        ("9/11", "'9/11' has no year", "such as 2024-09-11 or 2024-11-09"),
        ("25/12", "'25/12' has no year", "such as 2024-12-25"),
        ("2025/13/01", "there is no month 13", "01 to 12"),
        ("2025/02/31", "2025-02 has 28 days", "2025-02 if only the month"),
        ("long morning of 12 February 2024", "is not understood", "write 2024-02-12, if"),
    ],
)
def test_what_is_missing_or_wrong_in_a_date_is_told(text, message, hint):
    with pytest.raises(DateError) as refused:
        resolve(text, Context(EdtfDate("2026-02-11")))
    assert message in refused.value.message
    assert hint in refused.value.hint


@pytest.mark.parametrize(("written", "found"), NO_SUCH_DAY.items())
def test_a_day_that_its_month_does_not_have_is_told_in_words_as_in_digits(written, found):
    language, text = written
    with pytest.raises(DateError, match=re.escape(f"there is no day {found}; write the day that is meant")):
        resolve(text, Context(EdtfDate("2026-02-11"), language))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31 April", "there is no day '31 April'; write the day that is meant"),
        ("30 February 2025", "there is no day '2025-02-30': 2025-02 has 28 days"),
        ("29 February", "'29 February' cannot be resolved to a date"),
    ],
)
def test_a_day_without_a_year_is_none_if_it_is_in_no_year(text, message):
    with pytest.raises(DateError, match=re.escape(message)):
        resolve(text, Context())


@pytest.mark.parametrize("text", ["30 people on 28 May 2025 or so", "30 February 2025 in the middle of nowhere"])
def test_words_that_are_not_understood_are_no_day_that_does_not_exist(text):
    with pytest.raises(DateError, match=re.escape(text)):
        resolve(text, Context(EdtfDate("2026-02-11")))


@pytest.mark.parametrize(("text", "date"), READ.items())
def test_what_is_understood_is_offered_where_only_a_date_can_stand(text, date):
    assert str(resolve(text, Context()).date) == date
    assert suggestions(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "29.12.–02.01.2024",
        "53. KW 2023",
        "unknown",
        "2025-02-30",
        "2014 - 2012",
        "before the summit",
        "12 and 20 July 2025",
        "March and May 2025",
        "Dec 30 - Jan 2 2025",
        "12 July 2025 19:00-17:00",
        "0000-00-00",
        "c" * 500,
    ],
)
def test_nothing_is_offered_where_nothing_can_be_known(text):
    assert suggestions(text) == []


@given(st.text("19-/. ?'~cabytor", max_size=20))
def test_what_is_offered_is_always_a_date(text):
    for one in reworded(text, lambda part: EdtfDate("1990") if part == "1990" else None):
        assert str(EdtfDate(one)) == one


@pytest.mark.parametrize("text", ["7 - Dec 2025", "5-3 May 2025"])
def test_a_number_before_a_month_is_no_month(text):
    assert suggestions(text, "en") == []

"""Dates in words: what the common languages say, and that no date is without words."""

from __future__ import annotations

import re

import pytest
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.date import EdtfDate
from timeline.wording import date_in_words, reasoning, weekdays

ENGLISH = {
    "2025-02-12": "12 February 2025",
    "2025-02": "February 2025",
    "196X": "1960s",
    "18XX": "19th century",
    "2XXX": "3rd millennium",
    "-33XX": "34th century BCE",
    "-004X": "50 to 41 BCE",
    "0079-08-24": "24 August 79 CE",
    "-0043-03-15": "15 March 44 BCE",
    "-3299~": "about 3300 BCE",
    "-3299~/-3099~": "about 3300 to 3100 BCE",
    "-0009/0014": "10 BCE to 14 CE",
    "Y-66000000": "66,000,000 BCE",
    "2025-24": "winter 2025/26",
    "2025-33": "1st quarter 2025",
    "2025-37": "January to April 2025",
    "2025-40": "first half of 2025",
    "2025-02-12T15:00Z": "12 February 2025, 15:00 UTC",
    "2025-02-12T15": "12 February 2025, 15:00",
    "2025-02-12T15:00+02:00": "12 February 2025, 15:00 UTC+02:00",
    "2025-02-12T15:00/2025-02-12T17:30": "12 February 2025, 15:00 to 17:30",
    "2025-02-12T15:00Z/2025-02-12T17:30Z": "12 February 2025, 15:00 to 17:30 UTC",
    "2025-02-12T15:00Z/2025-02-12T17:30+01:00": "12 February 2025, 15:00 UTC to 17:30 UTC+01:00",
    "2025-02-12T23:00/2025-02-13T01:00": "12 February 2025, 23:00 to 13 February 2025, 01:00",
    "2025-02-12/2025-02-15": "12 to 15 February 2025",
    "2025-02-28/2025-03-03": "28 February to 3 March 2025",
    "2024-12-30/2025-01-02": "30 December 2024 to 2 January 2025",
    "2025-02/2025-05": "February to May 2025",
    "1961/1972": "1961 to 1972",
    "1961~/1972": "about 1961 to 1972",
    "2022-02-24/..": "since 24 February 2022",
    "../2019": "until 2019",
    "2025?": "perhaps 2025",
    "2025%": "perhaps about 2025",
    "XXXX-12-25": "25 December",
    "XXXX": "date unknown",
    "2004-06-XX": "June 2004",
    "[2025-03-04,2025-04-03]": "4 March or 3 April 2025",
    "[2025,2026,2027]": "2025, 2026 or 2027",
    "[2025~,2026]": "about 2025 or 2026",
    "[2025?,2026?]": "perhaps 2025 or 2026",
    "XXXX-12": "December",
    "XXXX-12~": "about December",
    "XXXX~": "date unknown",
    "0098-24": "winter 98/99 CE",
    "1999-24": "winter 1999/2000",
}
OTHERS = {
    ("en-US", "2025-02-12"): "February 12, 2025",
    ("en", "199X-12"): "December (1990s)",
    ("en", "199X-12-XX~"): "about December (1990s)",
    ("en", "18XX-12-25"): "25 December (19th century)",
    ("en", "-01XX-03-15"): "15 March (2nd century BCE)",
    ("en", "199X-22"): "summer (1990s)",
    ("en", "199X-XX"): "1990s",
    ("en", "199X-12/2000-12"): "December (1990s) to December 2000",
    ("en", "199X-11/1990-12"): "November (1990s) to December 1990",
    ("en", "199X-XX-25"): "1990s",
    ("en", "199X-33"): "January to March (1990s)",
    ("en", "19XX-33~"): "about January to March (20th century)",
    ("en", "../199X-40"): "until June (1990s)",
    ("en", "199X-33/2001"): "January (1990s) to 2001",
    ("en", "199X-31"): "autumn (1990s)",
    ("en", "199X-1X"): "1990s",
    ("en", "-019X-37"): "January to April (200 to 191 BCE)",
    ("it", "199X-24"): "dicembre – febbraio (1990 – 1999)",
    ("ja", "199X-33"): "1月 – 3月 (1990 – 1999)",
    ("de", "199X-12"): "Dezember (1990er Jahre)",
    ("fr", "../199X-12-01"): "jusqu’au 1er décembre (années 1990)",
    ("it", "199X-12"): "dicembre (1990 – 1999)",
    ("ja", "199X-12"): "12月 (1990 – 1999)",
    ("de", "2025-02-12/2025-02-15"): "12. bis 15. Februar 2025",
    ("de", "-3299~"): "um 3300 v. Chr.",
    ("de", "2026-02-19T18:00+01:00/2026-02-19T20:30+01:00"): "19. Februar 2026, 18:00 bis 20:30 UTC+01:00",
    ("ja", "2026-02-19T18:00/2026-02-19T20:30"): "2026年2月19日, 18:00 – 20:30",
    ("de", "1850%"): "vielleicht um 1850",
    ("de", "1961~/1972~"): "etwa 1961 bis 1972",
    ("de", "2021-03-01~/2021-03-10~"): "etwa 1. bis 10. März 2021",
    ("de", "2023-37~"): "etwa Januar bis April 2023",
    ("de", "2026-12~"): "etwa Dezember 2026",
    ("de", "../2026-12~"): "bis etwa Dezember 2026",
    ("de", "1850~/.."): "seit etwa 1850",
    ("fr", "2026-12~"): "vers décembre 2026",
    ("es", "../1850~"): "hasta hacia 1850",
    ("ar", "../1850~"): "حتى نحو 1850",
    ("fr", "18XX"): "XIXe siècle",
    ("es", "18XX"): "siglo XIX",
    ("ja", "2025-02-12"): "2025年2月12日",
    ("ru", "2025-02"): "февраль 2025\u202fг.",
    ("ar", "2025-02-12/2025-02-15"): "12 إلى 15 فبراير 2025",
    ("ar", "[2025,2026,2027]"): "2025 أو 2026 أو 2027",
    ("fr", "[2025~,2026]"): "vers 2025 ou 2026",
    ("ar", "2025-02-12T15:00"): "12 فبراير 2025، 15:00",
    ("ar", "18XX"): "القرن 19",
    ("ar", "-3299~"): "نحو 3300 ق.م",
    ("ar", "1961/.."): "منذ 1961",
    ("zh", "2025-33"): "2025年第1季度",
    ("th", "2025-02-12"): "12 กุมภาพันธ์ 2025",
    ("th", "-0043-03-15"): "15 มีนาคม ก่อน ค.ศ. 44",
    ("zh", "-0043-03-15"): "公元前44年3月15日",
    ("ja", "-0043-03-15"): "紀元前44年3月15日",
    ("ja", "-0043-03"): "紀元前44年3月",
    ("ja", "-0043"): "紀元前44年",
    ("ja", "-0043-33"): "紀元前44年1月 – 紀元前44年3月",
    ("ja", "-3299/-3099"): "紀元前3300年 – 紀元前3100年",
    ("ko", "-0043-03-15"): "BC 44년 3월 15일",
    ("hu", "-0043-03-15"): "i. e. 44. március 15.",
    ("hr", "-0043-03"): "ožujak 44. pr. Kr.",
    ("sr", "-0043-03-15"): "15. март 44. п. н. е.",
    ("lv", "-0043"): "p.m.ē. 44. g.",
    ("lt", "-0043"): "44 m. pr. Kr.",
    ("ru", "-0043-03-15"): "15 марта 44\u202fг. до н. э.",
    ("ru", "0079"): "79\u202fг. н. э.",
    ("it", "0079-08-24"): "24 agosto 79 d.C.",
    ("es", "-0043-03-15"): "15 de marzo de 44 a. C.",
    ("de", "-0043-33"): "1. Quartal 44 v. Chr.",
    ("yo", "2025-02-12"): "12 Oṣù Èrèlè 2025",
    ("xx", "2025-02-12"): "12 February 2025",
}
# What stands around a date goes by what sort of date it is.
FORMS = {
    "en": {
        "199X/..": "since the 1990s",
        "../18XX": "until the 19th century",
        "2025-40/..": "since the first half of 2025",
        "../2025-33": "until the 1st quarter 2025",
        "199X~": "about the 1990s",
        "2025-22/..": "since summer 2025",
    },
    "de": {
        "2022-02-24/..": "seit dem 24. Februar 2022",
        "2022-02/..": "seit Februar 2022",
        "199X/..": "seit den 1990er Jahren",
        "199X~/..": "seit etwa den 1990er Jahren",
        "18XX/..": "seit dem 19. Jahrhundert",
        "2025-40/..": "seit dem 1. Halbjahr 2025",
        "2025-22/..": "seit Sommer 2025",
        "../199X": "bis in die 1990er Jahre",
        "../18XX": "bis zum 19. Jahrhundert",
        "../2025-33": "bis zum 1. Quartal 2025",
        "../2025-05-12": "bis 12. Mai 2025",
        "1961/1972~": "1961 bis etwa 1972",
    },
    "fr": {
        "2025-02-01": "1er février 2025",
        "XXXX-12-01": "1er décembre",
        "2025-02-12~": "vers le 12 février 2025",
        "1850~": "vers 1850",
        "199X~": "vers les années 1990",
        "2025-22~": "vers l’été 2025",
        "2022-02-24/..": "depuis le 24 février 2022",
        "2022-02/..": "depuis février 2022",
        "199X/..": "depuis les années 1990",
        "18XX/..": "depuis le XIXe siècle",
        "2025-40/..": "depuis le premier semestre 2025",
        "2025-22/..": "depuis l’été 2025",
        "../2019": "jusqu’en 2019",
        "../2019-05": "jusqu’en mai 2019",
        "../2025-05-12": "jusqu’au 12 mai 2025",
        "../199X": "jusqu’aux années 1990",
        "../2025-22": "jusqu’à l’été 2025",
        "../2019~": "jusque vers 2019",
        "../2025-05-12~": "jusque vers le 12 mai 2025",
        "1850~/..": "depuis environ 1850",
        "1961/1972": "1961 à 1972",
        "1961/1972~": "1961 jusque vers 1972",
        "2025-02/2025-05": "février à mai 2025",
        "2025-02-01/2025-02-15": "du 1er au 15 février 2025",
        "2025-02-28/2025-03-03": "du 28 février au 3 mars 2025",
        "2025-02-12~/2025-02-15~": "environ du 12 au 15 février 2025",
        "2025-02-12T15:00/2025-02-12T17:30": "12 février 2025, 15:00 à 17:30",
        "194X/195X": "des années 1940 aux années 1950",
        "18XX/19XX": "du XIXe siècle au XXe siècle",
        "2025-21/2025-22": "du printemps 2025 à l’été 2025",
    },
    "es": {
        "2022-02-24/..": "desde el 24 de febrero de 2022",
        "2022-02/..": "desde febrero de 2022",
        "199X/..": "desde la década de 1990",
        "18XX/..": "desde el siglo XIX",
        "../2025-05-12": "hasta el 12 de mayo de 2025",
        "../2019": "hasta 2019",
        "../2025-21": "hasta la primavera de 2025",
        "2025-02-12~": "hacia el 12 de febrero de 2025",
        "2025-02-12/2025-02-15": "del 12 al 15 de febrero de 2025",
        "2025-02/2025-05": "febrero a mayo de 2025",
        "1961~/1972~": "aproximadamente 1961 a 1972",
        "18XX/19XX": "del siglo XIX al siglo XX",
    },
    "ar": {"199X": "عقد 1990", "199X/..": "منذ عقد 1990", "194X/195X": "عقد 1940 إلى عقد 1950"},
}
# What the language has no words for is told by its ends, and where it begins or ends an interval by one of them.
ENDS = {
    ("it", "18XX"): "1800 – 1899",
    ("it", "../18XX"): "– 1899",
    ("it", "199X/.."): "1990 –",
    ("it", "199X~/.."): "≈ 1990 –",
    ("it", "18XX/19XX"): "1800 – 1999",
    ("it", "../2025-40"): "– giugno 2025",
    ("ja", "2025-21/2025-22"): "2025年3月 – 2025年8月",
    ("ja", "2025-33/.."): "2025年第1四半期 –",
    ("en", "-004X/.."): "since 50 BCE",
    ("en", "../2025-37"): "until April 2025",
    ("en", "2025-37~"): "about January to April 2025",
    ("fr", "-004X~"): "environ 50 à 41 av. J.-C.",
    ("fr", "../2025-37"): "jusqu’en avril 2025",
}
# What a date was counted from.
PUBLISHED = {
    ("de", "2026"): "veröffentlicht 2026",
    ("de", "2026-02"): "veröffentlicht im Februar 2026",
    ("de", "2026-02-11"): "veröffentlicht am 11. Februar 2026",
    ("de", "2026~"): "veröffentlicht um 2026",
    ("de", "2024/2025"): "veröffentlicht 2024 bis 2025",
    ("fr", "2026"): "publié en 2026",
    ("fr", "2026-02"): "publié en février 2026",
    ("fr", "2026-02-11"): "publié le 11 février 2026",
    ("fr", "2026~"): "publié vers 2026",
    ("es", "2026-02-11"): "publicado: 11 de febrero de 2026",
    ("en", "2026-02"): "published February 2026",
}
COUNTED = {
    ("de", "2024/2025"): "gezählt ab: 2024 bis 2025",
    ("de", "199X"): "gezählt ab den 1990er Jahren",
    ("fr", "2025"): "compté depuis 2025",
    ("fr", "2025-04"): "compté depuis avril 2025",
    ("fr", "2025-04-12"): "compté depuis le 12 avril 2025",
    ("fr", "2024/2025"): "compté depuis\u202f: 2024 à 2025",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_says(text):
    assert date_in_words(EdtfDate(text)) == ENGLISH[text]


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_other_languages_say(language, text):
    assert date_in_words(EdtfDate(text), language) == OTHERS[language, text]


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in FORMS for text in FORMS[language]])
def test_the_words_around_a_date_go_by_its_sort(language, text):
    assert date_in_words(EdtfDate(text), language) == FORMS[language][text]


@pytest.mark.parametrize(("language", "text"), ENDS)
def test_an_interval_is_told_by_its_outer_ends(language, text):
    assert date_in_words(EdtfDate(text), language) == ENDS[language, text]


@pytest.mark.parametrize(("language", "text"), PUBLISHED)
def test_the_publication_date_goes_by_its_sort(language, text):
    said = reasoning("…", EdtfDate(text), EdtfDate("2025"), language)
    assert said.partition(", ")[2].partition(" →")[0] == PUBLISHED[language, text]


@pytest.mark.parametrize(("language", "text"), COUNTED)
def test_the_date_that_another_counts_from_goes_by_its_sort(language, text):
    said = reasoning("…", None, EdtfDate("2025"), language, before=EdtfDate(text))
    assert said.partition(", ")[2].partition(" →")[0] == COUNTED[language, text]


def test_the_era_is_told_once_in_every_language():
    for language in (name.replace("_", "-") for name in locale_identifiers()):
        for text in ("-0043-03-15", "-0043-03", "-0043", "0079-08-24"):
            said = date_in_words(EdtfDate(text), language)
            assert len(re.findall("44|79", said)) == 1, (language, said)
            assert ".." not in said, (language, said)
            assert "年年" not in said, (language, said)


def test_no_language_takes_the_words_of_another():
    date = EdtfDate("2023-37~")
    assert [date_in_words(date, language) for language in ("he", "de")][1] == "etwa Januar bis April 2023"


@given(
    st.integers(-8000 * 365, 8000 * 365), st.sampled_from(locale_identifiers()).map(lambda name: name.replace("_", "-"))
)
def test_every_day_and_its_stretches_have_words_in_every_language(day, language):
    text = str(EdtfDate.of_day(day))
    year, month = text.rsplit("-", 2)[:2]
    stretches = [
        text,
        f"{year}-{month}",
        year,
        f"{year[:-1]}X",
        f"{year[:-2]}XX",
        f"{year}-22",
        f"{year}-33",
        f"{year}-40",
        f"{year}-39",
        *(f"{year[:-1]}X-{number}" for number in (22, 33, 40, 39)),
    ]
    for stretch in stretches:
        said = date_in_words(EdtfDate(stretch), language)
        assert said
        assert "{" not in said
        assert "%" not in said
        assert "X-" not in said


def test_the_reasoning_names_phrase_anchor_and_result():
    line = reasoning("last February", EdtfDate("2026"), EdtfDate("2025-02"), "de")
    assert line == "„last February“, veröffentlicht 2026 → Februar 2025"
    counted = reasoning("zwei Jahre später", None, EdtfDate("1852~"), "de", before=EdtfDate("1850~"))
    assert counted == "„zwei Jahre später“, gezählt ab etwa 1850 → um 1852"
    assert reasoning("in 2019", None, EdtfDate("2019")) == "“in 2019” → 2019"


@pytest.mark.parametrize("language", ["es", "it"])
def test_what_is_the_name_of_a_month_too_is_no_weekday(language):
    assert "mar" not in weekdays(language)
    assert len(set(weekdays(language).values())) == 7

"""The words of the chart: every language has every phrase, with its places and its plural forms."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from timeline.figure import words as package
from timeline.figure.words import words

FOLDER = Path(package.__file__).parent
ENGLISH = json.loads((FOLDER / "en.json").read_text("utf-8"))
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.json"))


def places(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}", text))


def phrases(language: str) -> dict[str, str | dict[str, str]]:
    return json.loads((FOLDER / f"{language}.json").read_text("utf-8"))


def test_there_are_these_languages():
    assert {"ar", "de", "en", "es", "fr"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_phrase_in_the_order_of_the_english(language):
    assert list(phrases(language)) == list(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_has_the_places_of_the_english(language):
    for name, said in phrases(language).items():
        if isinstance(said, dict):
            assert {tuple(places(form)) for form in said.values()} == {("{n}",)}, name
        else:
            assert places(said) == places(ENGLISH[name]), name
            assert said.strip() == said != "", name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plural_forms_are_those_of_the_language(language):
    wanted = {"other", *Locale.parse(language).plural_form.rules}
    for name, said in phrases(language).items():
        if isinstance(said, dict):
            assert set(said) == wanted, name


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_a_language_does_not_speak_english(language):
    same = [name for name, said in phrases(language).items() if said == ENGLISH[name]]
    assert set(same) <= {"filter", "close"}


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [
        ("en", 1, "{n} event"),
        ("en", 0, "{n} events"),
        ("de", 2, "{n} Ereignisse"),
        ("fr", 0, "{n} événement"),
        ("ar", 3, "{n} أحداث"),
        ("ar", 11, "{n} حدثًا"),
        ("ar", 100, "{n} حدث"),
        ("xx", 2, "{n} events"),
    ],
)
def test_a_number_takes_its_form(language, number, form):
    assert words(language).plural("count", number) == form


def test_the_first_day_of_a_month_is_written_as_the_language_does():
    assert [words("fr").day(2, day) for day in (1, 2, 11)] == ["1er févr.", "2 févr.", "11 févr."]
    assert [words(language).day(2, 1) for language in ("en", "de")] == ["1 Feb", "1. Feb."]


def test_a_regional_language_has_the_words_of_its_language():
    assert words("de-AT")["lanes"] == words("de")["lanes"]
    assert words("de-AT").month(1) == "Jän"


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (2025, "2025"),
        (1, "1"),
        (0, "1 BCE"),
        (-1, "2 BCE"),
        (-8999, "9000 BCE"),
        (-99_999, "100,000 BCE"),
        (12_000, "12,000"),
        (-66_000_000, "66 million BCE"),
    ],
)
def test_years_are_counted_from_their_era(year, said):
    assert words("en").year(year) == said


@pytest.mark.parametrize(
    ("language", "year", "said"),
    [
        ("en", -4_000_000_000, "4000 million BCE"),
        ("de", -1_000_000, "1 Million v. Chr."),
        ("de", -2_500_000, "2,5 Millionen v. Chr."),
        ("fr", -1_500_000, "1,5 million av. J.-C."),
        ("es", -1_000_000, "1 millón a. C."),
        ("ru", -66_000_000, "66 миллионов"),
        ("ja", -66_000_000, "6600万"),
        ("ja", -4_000_000, "400万"),
        ("ja", -460_000_000, "4.6億"),
        ("zh", -66_000_000, "6600万"),
        ("ko", -66_000_000, "6600만"),
        ("hi", -4_000_000, "40 लाख"),
        ("hi", -66_000_000, "6.6 करोड़"),
        ("ur", -66_000_000, "6.6 کروڑ"),
        ("ne", -66_000_000, "6,60,00,000"),
    ],
)
def test_large_numbers_are_counted_as_the_language_counts_them(language, year, said):
    assert said in words(language).year(year)


ALL_LANGUAGES = sorted(name.replace("_", "-") for name in locale_identifiers())


def test_millions_of_years_are_as_many_in_every_language():
    for language in ALL_LANGUAGES:
        for unit, forms in words(language).calendar.large:
            zeros = {form: re.sub(r"\D", "", said.replace("{n}", "")) for form, said in forms.items()}
            assert set(zeros.values()) == {""}, (language, forms)
            assert all(places(said) == ["{n}"] for said in forms.values()), (language, forms)
            assert "other" in forms
            assert unit in {10**power for power in range(4, 12)}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "12 Feb"),
        ("en-US", "Feb 12"),
        ("de", "12. Feb."),
        ("pt", "12 de fev."),
        ("ru", "12 февр."),
        ("ja", "2月12日"),
        ("ko", "2월 12일"),
        ("cs", "12. 2."),
        ("lt", "02-12"),
        ("eu", "ots. 12(a)"),
        ("he", "12 בפבר׳"),
    ],
)
def test_a_day_stands_as_the_language_puts_it(language, said):
    assert words(language).day(2, 12) == said


def test_a_day_of_one_digit_has_two_where_the_language_writes_two():
    assert [words(language).day(2, 8) for language in ("lt", "de", "ja")] == ["02-08", "8. Feb.", "2月8日"]


def test_a_day_is_told_once_in_every_language():
    for language in ALL_LANGUAGES:
        calendar = words(language).calendar
        assert len(calendar.days) == 12
        said = words(language).day(3, 22)
        assert said.count("22") == 1, (language, said)
        assert not set("{}%'") & set(said), (language, said)

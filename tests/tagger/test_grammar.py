"""Whatever a grammar can say, sense or no sense, is read without an error, on any day."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tagger.grammar import Grammar
from timeline.model.timex import Timex
from timeline.tagger import tag
from timeline.tagger.locale import load_locale

BEFORE = {
    "en": ["", "They met ", "It will end ", "In 1998, ", "On 5 May 2009 it began. ", "It fell at noon on Friday. "],
    "de": [
        "",
        "Sie kamen ",
        "Es wird enden ",
        "1998, ",
        "Am 5. Mai 2009 begann es. ",
        "Es fiel am Freitag um 12 Uhr. ",
    ],
}
DAYS = [
    "2026-02-11",
    "2026-02-28",
    "2024-12-31",
    "0001-01-01",
    "9999-12-31",
    "2012",
    "2012-03",
    None,
    "2026-02-11T15:00",
]


def read(text: str, published: str | None, language: str) -> list[Timex]:
    found = tag(text, published, language)
    dates = [timex.date for timex in found]
    assert all(date is None or date.earliest is not None or date.latest is not None for date in dates)
    assert not [timex.value for timex in found if timex.value[4:5] and timex.value[:5].isdecimal()]
    return found


@pytest.mark.parametrize("language", ["en", "de"])
@settings(max_examples=1500, deadline=None)
@given(chance=st.randoms(use_true_random=False), published=st.sampled_from(DAYS), data=st.data())
def test_what_a_grammar_can_say_is_read_on_any_day(language, chance, published, data):
    before = data.draw(st.sampled_from(BEFORE[language]))
    read(before + Grammar(load_locale(language), chance).text(), published, language)


@pytest.mark.parametrize(
    ("language", "text", "published"),
    [
        ("en", "ten years ago this weekend", "2026-02-11"),
        ("en", "one month ago to the next millennium", "2026-02-11"),
        ("en", "the hour's end", "2026-02-11"),
        ("en", "past a millennium on 2025-03-04 in december delivery", "2026-02-11"),
        ("en", "In 1998, quarter - century past early", "2026-02-11"),
        ("en", "half-dozen st, 9 and the 1 of november, Ramadan or Sat 03/04/2025", "2012-03"),
        ("en", "A.D. 10.30 hundred", "2026-02-11"),
        ("en", "10.30 hundred three wednesdays hence", "2026-02-11"),
        ("en", "every the 10.30 million and three nd of apr .", "2026-02-11"),
        ("en", "the week before 03-04-05", "2026-02-11"),
        ("en", "the coming fortnight", "0001-01-01"),
        ("en", "the night from the 3/4 of Oct .", "0001-01-01"),
        ("en", "a quarter-of an hour afterwards in the latter half of FY 05", "2026-02-11"),
        ("en", "500,000 weeks from Tuesday", "2026-02-11"),
        ("en", "90 million hours after 3 p.m. on 3 May 2024", "2026-02-11"),
        ("en", "the day after 31 December", "9999-12-31"),
        ("en", "the Saturday after Friday", "9999-12-31"),
        ("de", "vierhundert Stunden und siebenundsiebzig Minute darauf", "2026-02-11"),
        ("de", "beiden Minute vor Mitte", "2026-02-11"),
    ],
)
def test_what_once_could_not_be_read_is_read(language, text, published):
    read(text, published, language)

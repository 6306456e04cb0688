"""Dates of three numbers: what stands between them does not change what they mean."""

import datetime
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.errors import DateError
from timeline.tagger import resolve_phrase
from timeline.tagger.digits import plain_digits, read_digits

MARKS = [
    " ",
    ". ",
    " . ",
    ".",
    "/",
    " / ",
    "-",
    " - ",
    ",",
    ", ",
    "·",
    "|",
    "\\",
    "–",
    "−",
    "_",
    "‐",
    "．",
    "／",
    "،",
    "/\u200f",
]
DOTS = {". ", " . ", ".", "．"}
DAYS = st.dates(datetime.date(1941, 1, 1), datetime.date(2039, 12, 31))


def _read(text, language):
    try:
        return str(resolve_phrase(text, "2026-02-11", language)[0])
    except DateError:
        return "refused"


@given(DAYS, st.sampled_from(MARKS), st.sampled_from(["%d{}%m{}%Y", "%d{}%m{}%y", "%Y{}%m{}%d"]), st.data())
def test_three_numbers_mean_the_same_whatever_stands_between_them(day, mark, form, data):
    language = data.draw(st.sampled_from(["en", "en-GB", "en-US", "de", "fr", "it", "ru", "sv", "zh"]))
    text = day.strftime(form.format(mark, mark))
    plain = day.strftime(form.format(*("./"[mark not in DOTS] * 2)) if not form.startswith("%Y") else "%Y-%m-%d")
    assert _read(text, language) == _read(plain, language)


@given(DAYS, st.sampled_from(MARKS), st.sampled_from(["en-GB", "de", "fr", "it", "ru", "sv"]))
def test_where_the_day_is_first_it_is_so_with_any_mark(day, mark, language):
    assert _read(f"{day.day}{mark}{day.month}{mark}{day.year}", language) == day.isoformat()


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "3 / 4 / 2024", "[2024-03-04,2024-04-03]"),
        ("en-US", "3 / 4 / 2024", "2024-03-04"),
        ("en", "5. 1. 1945", "1945-01-05"),
        ("sv", "3/4/2024", "2024-04-03"),
        ("fr", "(3/4/2024)", "2024-04-03"),
        ("fr", "3/4/2024 14:30", "2024-04-03T14:30"),
        ("fr", "04/13/2024", "2024-04-13"),
        ("ru", "3.4.2024 г.", "2024-04-03"),
        ("hu", "2024. 4. 3.", "2024-04-03"),
        ("zh", "3/4/2024", "refused"),
        ("zh", "24/4/3", "None"),
        ("fr", "31/11/2024", "None"),
        ("fr", "3/4/124", "None"),
        ("fr", "3/4-2024", "None"),
    ],
)
def test_the_order_of_the_numbers_is_that_of_the_language(language, text, date):
    assert _read(text, language) == date


@given(st.text(alphabet="0123456789./-, |٣'’:T\u200f", max_size=70), st.sampled_from(["fr", "zh", "sv"]))
def test_no_numbers_are_an_error(text, language):
    assert plain_digits(plain_digits(text)) == plain_digits(text)
    with suppress(DateError):
        date = read_digits(text, language)
        assert date is None or date.first_day is not None

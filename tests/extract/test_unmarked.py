"""Texts of encyclopedias, with the marks of references and links: read as if they had none, quoted as they are."""

from __future__ import annotations

import pytest

from timeline.extract import extract
from timeline.extract.summarize import summarize
from timeline.model.article import Article

TEXT = (
    "Ulm is a city in Italy.[1] In 1848 Rome made Ulm its capital.[2][a] On 12 March 1914,[3] Rome declared war on "
    "Bari.[3][4]\nUlm was shelled in 1943 and rebuilt between 1946 and 1955.[note 5] In 1960, Ada Byron[b] became "
    "mayor of Ulm[citation needed]. [[Rome]] left [[Bari (city)|Bari]] in 1970. In 1980, [[captain]]s of Ulm met "
    "[[Mara Lind]]"
)
EVENTS = [
    ("1848", "Rome made Ulm its capital", "In 1848 Rome made Ulm its capital."),
    ("1914-03-12", "Rome declared war on Bari", "On 12 March 1914,[3] Rome declared war on Bari."),
    ("1943", "Ulm was shelled", "Ulm was shelled in 1943 and rebuilt between 1946 and 1955."),
    ("1946/1955", "Ulm was rebuilt", "Ulm was shelled in 1943 and rebuilt between 1946 and 1955."),
    ("1960", "Ada Byron became mayor of Ulm", "In 1960, Ada Byron[b] became mayor of Ulm[citation needed]."),
    ("1970", "Rome left Bari", "[[Rome]] left [[Bari (city)|Bari]] in 1970."),
    ("1980", "Captains of Ulm met Mara Lind", "In 1980, [[captain]]s of Ulm met [[Mara Lind]]"),
]


def test_marks_end_no_sentence_and_stand_in_no_title_but_in_the_quote():
    found = extract(Article(TEXT, "2026-02-11"))
    told = [(str(one.event.date), one.event.title, one.event.sources[0].quote) for one in found if one.stands_alone]
    assert told == EVENTS
    assert all(quote in TEXT for _, _, quote in told)


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "Rain fell.[1] They left [[Ulm]][2] in 1848.", "They left Ulm"),
        ("de", "Es regnete.[1] Im Jahr 1848 fiel [[Ulm (Stadt)|Ulm]].[2]", "Im Jahr 1848 fiel Ulm"),
    ],
)
def test_a_title_that_cannot_stand_alone_has_no_marks_either(language, text, title):
    (found,) = extract(Article("Rain fell. " * 40 + text, "2026-02-11", language=language))
    assert (found.stands_alone, found.event.title) == (False, title)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("[[12 March]] [[1914]]", "1914-03-12"),
        ("[[July 4|4 July]] [[1776]]", "1776-07-04"),
        ("[[July 4]], [[1776]]", "1776-07-04"),
        ("3 [[March 1914]]", "1914-03-03"),
        ("May 3,[3] 1914", "1914-05-03"),
        ("the [[1920s]]", "192X"),
    ],
)
def test_a_date_is_read_across_marks_and_quoted_with_them(written, date):
    (found,) = extract(Article(f"Rome left [[Bari (city)|Bari]] in {written}.", "2026-02-11"))
    (source,) = found.event.sources
    assert (str(found.event.date), found.event.title, source.expression) == (date, "Rome left Bari", written)
    assert source.expression in source.quote


def test_the_target_of_a_link_is_no_date():
    (found,) = extract(Article("In [[1914 in music|1915]] Rome left Bari, [[May 3|its port]].", "2026-02-11"))
    assert (str(found.event.date), found.event.sources[0].expression) == ("1915", "1915")


def test_brackets_of_an_editor_stay():
    (found,) = extract(Article("“[T]he ships of Ulm left [a] port in 1848.", "2026-02-11"))
    assert found.event.title == "[T]he ships of Ulm left [a] port"


def test_a_summary_has_no_marks():
    text = "Rain fell on Ulm.[1] On 12 March 1914,[3] Rome declared war on Bari.[3][4] Snow fell.[5]"
    told = [(str(date), lines) for date, lines in summarize([Article(text, "1914-03-20")], 1)]
    assert told == [("1914-03-12", ["On 12 March 1914, Rome declared war on Bari."])]

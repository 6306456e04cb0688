"""A stretch that is told by its ends is one event, in each language that has frames for it."""

from __future__ import annotations

import pytest

from timeline.extract import extract
from timeline.model.article import Article

GERMAN = [
    (
        "Die Brücke wurde 1976 gebaut und in den Jahren 2003 bis 2005 saniert.",
        [("1976", "1976"), ("2003/2005", "den Jahren 2003 bis 2005")],
    ),
    ("Von 2003 bis 2005 wurde die Brücke saniert.", [("2003/2005", "Von 2003 bis 2005")]),
    ("Zwischen März und Mai 2024 stand sie still.", [("2024-03/2024-05", "Zwischen März und Mai 2024")]),
    (
        "Der Krieg dauerte von September 1939 bis zum Mai 1945.",
        [("1939-09/1945-05", "von September 1939 bis zum Mai 1945")],
    ),
    (
        "Er lief vom 3. Mai 2024 bis zum 5. Juni 2024.",
        [("2024-05-03/2024-06-05", "vom 3. Mai 2024 bis zum 5. Juni 2024")],
    ),
    ("Von 2003–2005 wurde die Brücke saniert.", [("2003/2005", "2003–2005")]),
    ("2003 und 2005 wurde gewählt.", [("2003", "2003"), ("2005", "2005")]),
]


@pytest.mark.parametrize(("text", "events"), GERMAN, ids=[text[:40] for text, _ in GERMAN])
def test_a_german_range_is_one_event(text, events):
    found = [one.event for one in extract(Article(text, "2026-02-11", language="de"))]
    assert [(str(event.date), event.expression) for event in found] == events


def test_a_language_without_rules_has_no_ranges(candidates):
    found = candidates("Le pont, de 2003 à 2005.", ("2003", "2003"), ("2005", "2005"), language="fr")
    assert [str(one.event.date) for one in found] == ["2003", "2005"]


@pytest.mark.parametrize(
    "text", ["The talks have been on hold since 3/4/2025.", "Ulm will stay closed until 3/4/2025."]
)
def test_what_may_be_two_days_is_no_end_of_a_stretch(text):
    [found] = extract(Article(text, "2025-05-01"))
    assert str(found.event.date) == "[2025-03-04,2025-04-03]"


def test_what_lasts_is_dated_by_days_though_it_is_told_at_a_time_of_one():
    found = extract(
        Article("Ada Byron has led the council since 2009. It will stay closed until 2 March.", "2026-02-11T08:15")
    )
    assert [str(one.event.date) for one in found] == ["2009/2026-02-11", "2026-02-11/2026-03-02"]


BOUNDS = [
    ("Ada Byron will appeal before 4 April.", "../2026-04-03"),
    ("Ada Byron will appeal by 4 April.", "../2026-04-04"),
    ("By 4 April Ada Byron will leave Ulm.", "../2026-04-04"),
    ("Ada Byron will resign after 6 April.", "2026-04-07/.."),
    ("Ada Byron will resign before May.", "../2026-04"),
    ("Ada Byron will resign by the end of 2026.", "../2026-12~"),
    ("Ada Byron will resign before the end of May.", "../2026-05-20~"),
    ("Ada Byron will resign before Christmas.", "../2026-12-24"),
    ("Ada Byron is expected to leave Ulm by 9 a.m. on 4 April.", "../2026-04-04"),
    ("Ada Byron said that Ulm would close its port before 4 April.", "../2026-04-03"),
    ("Ada Byron will resign two days after 4 April.", "2026-04-06"),
    ("Ada Byron resigned before 4 February.", "2026-02-04"),
    ("Ada Byron left Ulm by 4 February.", "2026-02-04"),
]


@pytest.mark.parametrize(("text", "date"), BOUNDS, ids=[text for text, _ in BOUNDS])
def test_a_plan_with_a_bound_reaches_as_far_as_its_word_says(text, date):
    found = [one.event for one in extract(Article(text, "2026-02-11")) if one.stands_alone]
    assert [str(event.date) for event in found] == [date]
    assert found[0].certainty == ("certain" if date.startswith("2026-02") else "planned")

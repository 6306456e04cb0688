"""Hyphens that a tokenised corpus has put spaces around, and dashes."""

from __future__ import annotations

import pytest

LEAD = "Rain fell , and snow . Hail fell . " * 12
TITLES = [
    (
        "The ruling Ulm - Bonn alliance left a power - sharing deal on Monday .",
        "The ruling Ulm-Bonn alliance left a power-sharing deal",
    ),
    ("Mara Lind - Weber signed a six - year lease on Monday .", "Mara Lind-Weber signed a six-year lease"),
    ("Mara Lind won a run - off in Ulm on Monday .", "Mara Lind won a run-off in Ulm"),
    ("Mara Lind won 72 - 55 on Monday .", "Mara Lind won 72-55"),
    (
        "Pro - Roman crowds closed the port of Ulm - on - Weser on Monday .",
        "Pro-Roman crowds closed the port of Ulm-on-Weser",
    ),
    ("Jonas Weber opened an off - the - record dinner on Monday .", "Jonas Weber opened an off-the-record dinner"),
    # dashes
    ("Ulm closed its port on Monday - a move that Rome feared .", "Ulm closed its port"),
    ("Ulm sold its bonds on Monday - which Rome feared .", "Ulm sold its bonds"),
    ("On Monday Ulm sold bonds to two banks - calming fears in Rome .", "Ulm sold bonds to two banks"),
]


@pytest.mark.parametrize(("text", "title"), TITLES, ids=[text[:40] for text, _ in TITLES])
def test_a_hyphen_between_spaces_joins_two_words_and_a_dash_does_not(candidates, text, title):
    assert [one.event.title for one in candidates(LEAD + text, ("Monday", "2026-02-09")) if one.stands_alone] == [title]


def test_where_hyphens_stand_without_spaces_others_are_dashes(candidates):
    text = LEAD + "A well-known banker , Mara Lind , left Ulm on Monday - Rome - led by Weber - rejoiced ."
    assert [one.event.title for one in candidates(text, ("Monday", "2026-02-09"))] == ["Mara Lind left Ulm"]


def test_a_verb_begins_behind_a_dash(candidates):
    text = LEAD + "The trial of Mara Lind - a banker from a rich family - opens in Ulm on Monday ."
    titles = [one.event.title for one in candidates(text, ("Monday", "2026-02-16"))]
    assert titles == ["The trial of Mara Lind opens in Ulm"]

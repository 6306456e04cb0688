"""Passages are known again, however many of one article and expression there are."""

import random

import pytest

from timeline.store.passages import Passage, Passages

WORDS = ["the", "company", "said", "minister", "x", "ab", "abc", "fire", "in", "to"]


def quote(chance):
    """Some words, at times cut anywhere."""
    text = " ".join(chance.choices(WORDS, k=chance.randint(0, 9)))
    start = chance.randint(0, len(text)) if chance.random() < 0.4 else 0
    return " ".join(text[start : start + chance.randint(1, 60)].split())


@pytest.mark.parametrize("seed", range(5))
def test_the_first_passage_that_is_the_same_is_found_among_many(seed):
    chance = random.Random(seed)
    many, known = Passages(), []
    for name in map(str, range(300)):
        passage = Passage("", "last month", quote(chance), chance.choice(["", "2025", "2026"]))
        same = [other for other in known if passage.is_known_as(other[0])]
        assert many.name_of(passage) == (same[0][1] if same else "")
        if not same or chance.random() < 0.3:
            known.append((passage, name))
            many.add(known[-1:])
    assert len(known) > 50


def test_a_passage_is_compared_with_a_few_of_many(monkeypatch):
    quotes = [f"The fire of house {number} was seen last month." for number in range(1000, 3000)]
    many = Passages((Passage("", "last month", quote), quote) for quote in quotes)
    compared = []
    same = Passage.is_known_as
    monkeypatch.setattr(Passage, "is_known_as", lambda one, other: compared.append(other) or same(one, other))
    assert many.name_of(Passage("", "last month", quotes[-1])) == quotes[-1]
    assert many.name_of(Passage("", "last month", "The fire of house 9999 was seen last month.")) == ""
    assert len(compared) < 20

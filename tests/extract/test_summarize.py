"""Timelines of many articles."""

from __future__ import annotations

import itertools

import pytest

from timeline.extract import summarize
from timeline.model.article import Article

NEWS = [
    Article("The bridge at Alba collapsed on 3 May 2025 after the flood of the river.", "2025-05-04"),
    Article(
        "The bridge that collapsed on 3 May 2025 at Alba had been old. Nobody was hurt by the flood.", "2025-05-10"
    ),
    Article("Work on the new bridge at Alba began on 1 June 2025, the mayor said.", "2025-06-02"),
    Article("Work on the new bridge at Alba began on 1 June 2025 near the old one.", "2025-06-20"),
    Article("A cat show took place on 7 June 2025 in Alba, with forty long haired cats.", "2025-06-08"),
]


def test_the_days_that_many_articles_mention_are_chosen_in_order():
    assert [str(day) for day, _ in summarize(NEWS, 2)] == ["2025-05-03", "2025-06-01"]


def test_sentences_say_what_the_others_of_the_day_say():
    (_, first), (_, second) = summarize(NEWS, 2)
    assert "bridge" in first[0]
    assert "new bridge at Alba began" in second[0]


def test_keywords_choose_what_counts():
    ((day, lines),) = summarize(NEWS, 1, keywords=["cat"])
    assert str(day) == "2025-06-07"
    assert lines == ["A cat show took place on 7 June 2025 in Alba, with forty long haired cats."]


def test_many_articles_cover_the_time_of_their_publication():
    text = "The old mill of Alba burnt down on 9 March 2020, as all remember."
    many = [Article(text, f"2025-06-{day:02d}") for day in range(1, 26)]
    assert [str(day) for day, _ in summarize(many, 1)] == ["2020-03-09"]
    assert [day for day, _ in summarize([*many, *many], 30) if str(day) < "2025"] == []


def test_a_day_has_at_most_so_many_sentences_and_none_twice():
    told = summarize([*NEWS, *NEWS], 2, per_date=3)
    for _, lines in told:
        assert 1 <= len(lines) <= 3
        assert len(set(lines)) == len(lines)


def test_the_order_of_the_articles_does_not_matter():
    results = [summarize(order, 3, 2) for order in itertools.permutations(NEWS)]
    assert all(result == results[0] for result in results)


@pytest.mark.parametrize("articles", [[], [Article("Nothing dated.", None)], [Article("", "2025")]])
def test_nothing_dated_makes_no_timeline(articles):
    assert summarize(articles, 5) == []


def test_no_length_makes_no_timeline():
    assert summarize(NEWS, 0) == []

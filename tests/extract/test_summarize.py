"""Timelines of many articles."""

from __future__ import annotations

import itertools

import pytest

from timeline.extract import summarize
from timeline.model.article import Article
from timeline.model.date import EdtfDate

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
    assert first == ["The bridge at Alba collapsed on 3 May 2025 after the flood of the river."]
    assert second == ["Work on the new bridge at Alba began on 1 June 2025 near the old one."]


def test_keywords_choose_what_counts():
    ((day, lines),) = summarize(NEWS, 1, keywords=["cat"])
    assert str(day) == "2025-06-07"
    assert lines == ["A cat show took place on 7 June 2025 in Alba, with forty long haired cats."]


def test_a_day_counts_as_far_as_the_articles_that_mention_it_are_about_the_topic():
    other = "Miss Li won the tennis final. The lottery has a new owner. Cats rarely swim in winter. Rain is expected."
    page = Article(f"The bridge at Alba was painted on 2 May 2025. {other}", "2025-05-09")
    story = Article("The bridge at Alba was painted on 5 May 2025. Alba has had a bridge for long.", "2025-05-09")
    ((day, _),) = summarize([page, story], 1, keywords=["bridge"])
    assert str(day) == "2025-05-05"


def test_a_mention_near_the_begin_counts_more():
    told = "Nobody knew more about the bridge at Alba. " * 30
    late = Article(f"{told}The bridge at Alba was painted on 2 May 2025.", "2025-05-09")
    early = Article(f"The bridge at Alba was painted on 5 May 2025. {told}", "2025-05-09")
    ((day, _),) = summarize([late, early], 1)
    assert str(day) == "2025-05-05"


def test_a_plan_counts_less_than_what_is_remembered():
    plan = Article("The bridge at Alba is opened by the mayor on 2 May 2025.", "2025-04-22")
    memory = Article("The bridge at Alba was opened by the mayor on 10 May 2025.", "2025-05-20")
    assert [str(day) for day, _ in summarize([plan, memory], 1)] == ["2025-05-10"]
    soon = Article("The bridge at Alba was opened by the mayor on 5 May 2025.", "2025-05-06")
    later = Article("The bridge at Alba was opened by the mayor on 10 May 2025.", "2025-06-20")
    assert [str(day) for day, _ in summarize([soon, later], 1)] == ["2025-05-10"]


def test_the_day_after_tells_again_of_the_day_before():
    first = [Article("The old bridge at Alba collapsed on 3 May 2025.", f"2025-06-{day:02d}") for day in range(1, 7)]
    again = [Article("The old bridge at Alba was closed on 4 May 2025.", f"2025-06-{day:02d}") for day in (11, 12)]
    later = [Article("The old bridge at Alba was closed on 9 May 2025.", f"2025-06-{day:02d}") for day in (13, 14)]
    assert [str(day) for day, _ in summarize([*first, *again, *later], 2)] == ["2025-05-03", "2025-05-09"]


def test_a_dateline_is_neither_a_mention_nor_a_part_of_a_sentence():
    dateline = "ALBA | Fri May 9, 2025 7:12 pm EDT ALBA (Reuters) - "
    told = [Article(f"{dateline}The bridge at Alba in the north collapsed on 3 May 2025 in a flood.", "2025-05-09")]
    assert summarize(told, 1) == [
        (EdtfDate("2025-05-03"), ["The bridge at Alba in the north collapsed on 3 May 2025 in a flood."])
    ]


def test_the_second_sentence_says_what_the_first_has_not_said():
    told = [
        Article("The old bridge at Alba collapsed on 3 May 2025 under a heavy load of snow.", "2025-05-04"),
        Article("On 3 May 2025 the old bridge at Alba collapsed, said the mayor of Alba today.", "2025-05-05"),
        Article("Forty drivers were rescued on 3 May 2025 by helicopters from the cold river.", "2025-05-06"),
    ]
    ((_, lines),) = summarize(told, 1, per_date=2)
    assert [line.split()[1] for line in lines] == ["old", "drivers"]


def test_many_articles_cover_the_time_of_their_publication():
    text = "The old mill of Alba burnt down on 9 March 2020, as all remember."
    many = [Article(text, f"2025-06-{day:02d}") for day in range(1, 26)]
    assert [str(day) for day, _ in summarize(many, 1)] == ["2020-03-09"]
    assert [day for day, _ in summarize([*many, *many], 30) if str(day) < "2025"] == []


def test_a_day_has_at_most_so_many_sentences_and_none_twice():
    texts = (
        "The bridge at Alba fell in a storm",
        "Forty drivers were saved",
        "Ulm sent two ships",
        "A dam broke as well",
    )
    told = [Article(f"{text} on 3 May 2025.", f"2025-05-{day:02d}") for day, text in enumerate(texts * 2, 4)]
    for most in (1, 2, 3, 9):
        ((_, lines),) = summarize(told, 1, per_date=most)
        assert len(lines) == len(set(lines)) == min(most, len(texts))


def test_the_order_of_the_articles_does_not_matter():
    first, *others = [summarize(order, 3, 2) for order in itertools.permutations(NEWS)]
    assert len(first) == 3
    assert all(other == first for other in others)


@pytest.mark.parametrize("articles", [[], [Article("Nothing dated.", None)], [Article("", "2025")]])
def test_nothing_dated_makes_no_timeline(articles):
    assert summarize(articles, 5) == []


def test_no_length_makes_no_timeline():
    assert summarize(NEWS, 0) == []

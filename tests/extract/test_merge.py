"""One event for what several articles tell, and what is offered to a person."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.merge import merge, split, twins
from timeline.model.event import Event, Source, slug


def event(title: str, date: str = "2026-02-09", **fields) -> Event:
    article = fields.pop("article", title)
    return Event(id=slug(title), title=title, date=date, sources=[Source(title=article)], **fields)


SAME = "Bergen ferry sank off the coast"


@pytest.mark.parametrize(
    ("other", "date", "merged", "offered"),
    [
        ("The ferry from Bergen sank off the coast in a storm", "2026-02-09", 1, 0),
        ("Bergen ferry sank off the coast", "2026-02-08", 2, 0),
        ("The Bergen ferry had left the coast late with forty cars", "2026-02-09", 2, 1),
        ("Bergen ferry sank off the coast", "2026-02", 2, 1),
        ("Bergen ferry sank off the coast", "2026", 2, 0),
        ("Parliament passed the budget of the year", "2026-02-09", 2, 0),
    ],
)
def test_dates_and_words_must_agree(other, date, merged, offered):
    result = merge([event(SAME, article="A"), event(other, date, article="B")])
    assert (len(result.events), len(result.offers)) == (merged, offered)
    assert result.count == 2 - merged


@pytest.mark.parametrize(
    ("date", "other", "merged", "offered"),
    [
        ("2026-02", "Ferry Aurora of Bergen sank off the coast in a storm", 1, 0),
        ("2026-02", "Ferry with forty cars from Bergen sank off the coast", 2, 1),
        ("2026-02-XX", "Ferry with forty cars from Bergen sank off the coast", 2, 1),
    ],
)
def test_of_two_days_that_nobody_knows_only_the_same_words_tell_one_event(date, other, merged, offered):
    some_day = event("Ferry Aurora of Bergen sank off the coast", "2026-02-XX", article="A")
    result = merge([some_day, event(other, date, article="B")])
    assert (len(result.events), len(result.offers)) == (merged, offered)


def test_the_order_of_the_input_does_not_matter():
    events = [
        event("The ferry from Bergen sank off the coast in a storm", article="B"),
        event(SAME, article="A"),
        event("Ferry sank off Bergen coast near the islands", article="C"),
        event("Parliament passed the budget of the year", article="D"),
    ]
    results = {merge(list(order)).events for order in itertools.permutations(events)}
    assert len(results) == 1


def test_a_merged_event_keeps_what_each_knew():
    one = event(SAME, article="A", people=("Ada Byron",), importance=0.5, certainty="possible")
    other = event(SAME + " in a storm", article="B", people=("Bo Li",), places=("Bergen",), importance=0.6)
    (merged,) = merge([one, other]).events
    assert set(merged.people) == {"Ada Byron", "Bo Li"}
    assert merged.places == ("Bergen",)
    assert {source.title for source in merged.sources} == {"A", "B"}
    assert (merged.certainty, merged.importance) == ("certain", 0.7)


def test_merging_again_changes_nothing():
    first = merge([event(SAME, article="A"), event(SAME + " in a storm", article="B")])
    second = merge(first.events)
    assert (second.events, second.count) == (first.events, 0)


def test_ids_stay_unique():
    events = [event("A storm hit", f"2026-02-0{day}").model_copy(update={"id": "storm"}) for day in (1, 2, 3)]
    assert [one.id for one in merge(events).events] == ["storm", "storm-2", "storm-3"]


def test_an_offer_names_the_events_as_the_result_does():
    told = ((SAME, "2026-02-09"), ("Parliament passed the budget", "2026-02-10"), (SAME, "2026-02"))
    events = [event(title, date, article=title + date).model_copy(update={"id": "ferry"}) for title, date in told]
    merged = merge(events)
    assert {one.id for one in merged.events} == {"ferry", "ferry-2", "ferry-3"}
    (offer,) = merged.offers
    assert offer.one in merged.events
    assert offer.other in merged.events
    assert offer.one != offer.other


def test_what_was_merged_can_be_taken_apart():
    one, other = event(SAME, article="A"), event(SAME + " in a storm", article="B")
    (both,) = merge([one, other]).events
    parts = split(both)
    assert [[source.title for source in part.sources] for part in parts] == [["A"], ["B"]]
    assert len({part.id for part in parts}) == 2


WORDS = ("red", "blue", "green", "storm", "ferry", "sank", "coast", "talks")


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.integers(1, 3))))
def test_no_source_is_lost(words):
    chance = random.Random(0)
    events = [
        event(
            f"{word} {chance.choice(('harbour', 'island'))} opened again number", f"2026-02-0{day}", article=str(number)
        )
        for number, (word, day) in enumerate(words)
    ]
    merged = merge(events)
    assert sum(len(one.sources) for one in merged.events) == len(events)
    assert len({one.id for one in merged.events}) == len(merged.events)


def test_an_event_of_a_timeline_is_known_by_its_title_or_by_what_its_sources_say():
    quote = Source(title="A", quote=f"{SAME} on Monday night.")
    known = [Event(id="a", title="A night at sea", date="2026-02-09", sources=[quote]), event("Budget passed in Rome")]
    twin_of = twins(known, "en")
    assert twin_of(event(SAME, article="B")).id == "a"
    assert twin_of(event(SAME, "2026-02-10", article="B")) is None
    assert twin_of(event("The ferry was built", article="B")) is None


def test_an_article_that_tells_two_events_of_a_day_tells_them_apart():
    known = [event(SAME, article="A")]
    assert twins(known, "en")(event(f"{SAME} in a storm", article="A")) is None

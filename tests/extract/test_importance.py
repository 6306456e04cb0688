"""How much an event matters among those of many articles."""

from __future__ import annotations

import itertools

from timeline.extract import run
from timeline.extract.importance import importance_among
from timeline.extract.merge import Merged, merge
from timeline.model.event import Event, Source, slug


def event(title: str, article: str, date: str = "2025-05-03", importance: float | None = 0.6) -> Event:
    name = slug(f"{title} {date}")
    return Event(id=name, title=title, date=date, importance=importance, sources=[Source(title=article)])


FLU = [
    event("Swine flu reached Mexico", "A"),
    event("The flu killed ten in Mexico", "B"),
    event("Flu came to Rome", "C"),
]
FIGHT = event("The boxer won in Las Vegas", "C")


def test_what_one_article_alone_tells_of_matters_less():
    *flu, fight = importance_among([*FLU, FIGHT])
    assert fight.importance < min(one.importance for one in flu)


def test_an_event_of_its_own_keeps_its_importance():
    assert importance_among([FIGHT]) == (FIGHT,)
    assert importance_among([]) == ()


def test_what_is_dated_to_a_year_matters_less_than_the_same_on_a_day():
    day, month, year = importance_among(
        [event("The flu began", "A", date) for date in ("2009-04-03", "2009-04", "2009")]
    )
    assert day.importance == month.importance > year.importance


def test_an_event_without_importance_gets_the_least():
    assert importance_among([event("The flu began", "A", importance=None)])[0].importance == 0


def test_the_order_of_the_events_does_not_matter():
    expected = {one.id: one.importance for one in importance_among([*FLU, FIGHT])}
    for order in itertools.permutations([*FLU, FIGHT]):
        assert {one.id: one.importance for one in importance_among(order)} == expected


def test_of_two_that_are_likely_the_same_only_one_is_among_the_most_important():
    first = event("The ferry Aurora sank in a storm off Bergen", "A", importance=0.9)
    again = event("The Aurora sank off Bergen, with forty people on board, a survivor", "B", importance=0.8)
    other = event("The harbour of Oslo was closed", "C", importance=0.1)
    merged = merge([first, again, other])
    assert [{offer.one.id, offer.other.id} for offer in merged.offers] == [{first.id, again.id}]
    assert run.most_important(merged, 2) == Merged((first, other), (), 0)


def test_of_two_with_the_same_title_only_one_is_among_the_most_important():
    first, again = event("The league was founded", "A", "1920"), event("The league was founded", "A", "1945", 0.5)
    merged = Merged((first, again, FIGHT), (), 0)
    assert run.most_important(merged, 2).events == (first, FIGHT)
    assert run.most_important(merged, 3).events == (first, FIGHT)

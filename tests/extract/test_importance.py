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


def test_articles_without_a_name_are_told_apart_by_their_day():
    days = ("2009-04-27", "2009-04-28")
    flu = [
        Event(title=title, date=day, importance=0.6, sources=[Source(published=day)])
        for day, title in zip(days, ("Swine flu reached Mexico", "The flu killed ten in Mexico"), strict=True)
    ]
    *flu, fight = importance_among(
        [*flu, Event(title=FIGHT.title, date=days[1], importance=0.6, sources=flu[1].sources)]
    )
    assert fight.importance < min(one.importance for one in flu)


def test_an_event_of_its_own_keeps_its_importance():
    assert importance_among([FIGHT]) == (FIGHT,)
    assert importance_among([]) == ()


def test_the_more_days_a_date_covers_the_less_matters_what_it_dates():
    dates = ("2009-04-03", "2009-04", "2009", "200X", "19XX")
    told = [one.importance for one in importance_among([event("The flu began", "A", date) for date in dates])]
    assert told == sorted(set(told), reverse=True)


def test_an_open_date_matters_as_little_as_a_century():
    century, still = importance_among([event("The flu began", "A", date) for date in ("19XX", "1950/..")])
    assert still.importance == century.importance


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


def test_what_else_is_told_of_the_same_day_gives_way_to_another_day():
    day = [event(title, "A", "2025-05-03", score) for title, score in (("Rain fell", 0.9), ("Ulm won", 0.8))]
    other = event("A bridge fell", "A", "2025-05-09", 0.5)
    merged = Merged((*day, other), (), 0)
    assert run.most_important(merged, 2).events == (day[0], other)
    assert run.most_important(merged, 3).events == (*day, other)


def test_what_a_day_tells_besides_still_comes_before_what_does_not_matter():
    day = [event(title, "A", "2025-05-03", score) for title, score in (("Rain fell", 0.9), ("Ulm won", 0.8))]
    merged = Merged((*day, event("A duck fell", "A", "2025-05-09", 0.3)), (), 0)
    assert run.most_important(merged, 2).events == tuple(day)

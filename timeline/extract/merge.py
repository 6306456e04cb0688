"""The same event from several articles becomes one; what is likely the same, but not sure, is offered to a person.

Likeness of words alone is not safe, so the dates must agree: the same days to be merged, or one within the other to be
offered. The result depends on what is merged only, never on its order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from timeline.extract.lexicon import lexicon_of
from timeline.extract.likeness import content_words, likeness
from timeline.model.date import EdtfDate
from timeline.model.event import Event, Source, free_id

__all__ = ["Merged", "Offer", "likely_same", "merge", "split", "twins"]

_SURE, _SURE_OF_SOME = 0.7, 1.0
_LIKELY = 0.45
_FEWEST_SHARED, _SURELY_SHARED = 3, 4
_TOO_COMMON = 200
_LONGEST_SPAN = 63  # days that "from 1 July to 1 September" covers

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Offer:
    """Two events that are likely the same, for a person to decide.

    Args:
        one: The earlier one in the order of the events.
        other: The other one.
        likeness: The share of words they have in common, 0 to 1.
    """

    one: Event
    other: Event
    likeness: float


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging gives.

    Args:
        events: The events, in the order of their dates.
        offers: The pairs that are likely the same.
        count: How many events went into others.
    """

    events: tuple[Event, ...]
    offers: tuple[Offer, ...]
    count: int


def merge(events: Iterable[Event], language: str = "en") -> Merged:
    """Merge events that are surely the same, and offer those that are likely the same.

    >>> title, day = "The ferry Aurora sank off Bergen", "2026-02-09"
    >>> one = Event(id="a", title=title, date=day, sources=[Source(title="A")])
    >>> other = Event(id="b", title=f"{title} in a winter storm", date=day, sources=[Source(title="B")])
    >>> merged = merge([one, other])
    >>> [(event.id, len(event.sources)) for event in merged.events]
    [('a', 2)]
    """
    ordered = sorted(events, key=_order)
    root = list(range(len(ordered)))
    likely: list[_Pair] = []
    for pair in _alike(ordered, language):
        if pair.is_sure:
            _join(root, pair.one, pair.other)
        else:
            likely.append(pair)
    groups: dict[int, list[Event]] = defaultdict(list)
    for index, event in enumerate(ordered):
        groups[_find(root, index)].append(event)
    merged = dict(zip(groups, _with_free_ids(map(_united, groups.values())), strict=True))
    result = tuple(sorted(merged.values(), key=_order))
    return Merged(result, _offers(root, merged, likely), len(ordered) - len(result))


def likely_same(events: Iterable[Event], language: str = "en") -> list[Offer]:
    """The pairs of events that are likely or surely the same; nothing is merged.

    >>> titles = "Talks on grain began in Rome", "Talks began in Rome"
    >>> events = [Event(title=title, date="2025-05") for title in titles]
    >>> [(offer.one.title, offer.likeness) for offer in likely_same(events)]
    [('Talks began in Rome', 1.0)]
    """
    ordered = sorted(events, key=_order)
    return [
        Offer(ordered[pair.one], ordered[pair.other], round(pair.likeness, 2)) for pair in _alike(ordered, language)
    ]


def twins(known: Sequence[Event], language: str) -> Callable[[Event], Event | None]:
    """Tells which of the events of a timeline another event surely is: of the same days, and alike in words.

    A title that a person has changed does not hide an event: the quotes of its sources are looked at, too.

    >>> day, title = "2026-02-09", "The ferry Aurora sank off Bergen"
    >>> source = Source(title="A", quote=f"{title} on Monday.")
    >>> twin_of = twins([Event(id="a", title="A night at sea", date=day, sources=[source])], "en")
    >>> twin_of(Event(title=title, date=day)).id, twin_of(Event(title=title, date="2026-02-10"))
    ('a', None)
    """
    words = lexicon_of(language)
    tellings: dict[tuple[int | None, int | None], list[tuple[frozenset[str], Event]]] = defaultdict(list)
    for event in known:
        for told in (event.title, *(source.quote or "" for source in event.sources)):
            tellings[event.date.bounds].append((content_words(told, words), event))

    def twin_of(event: Event) -> Event | None:
        own = content_words(event.title, words)
        same_days = tellings.get(event.date.bounds, ())
        return next(
            (
                one
                for told, one in same_days
                if _is_told(own, told, _least(event.date, one.date)) and not _share_article(event, one)
            ),
            None,
        )

    return twin_of


def _share_article(one: Event, other: Event) -> bool:
    """Whether an article tells both, and so tells them apart."""
    articles = [{source.url or source.title for source in event.sources} - {None} for event in (one, other)]
    return not articles[0].isdisjoint(articles[1])


def _is_told(own: frozenset[str], told: frozenset[str], least: float) -> bool:
    shared = len(own & told)
    return shared >= _SURELY_SHARED and shared >= least * len(own)


class _Pair(NamedTuple):
    """The numbers of two events, how much they tell the same, and whether that is enough to merge them."""

    one: int
    other: int
    likeness: float
    is_sure: bool


def _alike(ordered: Sequence[Event], language: str) -> Iterator[_Pair]:
    """The pairs of events that can be the same: their dates agree, and many of their words."""
    words = [content_words(event.title, lexicon_of(language)) for event in ordered]
    for one, other in _pairs(words):
        alike = likeness(words[one], words[other])
        same = _same_days(ordered[one].date, ordered[other].date)
        if alike >= _LIKELY and (same or _agree(ordered[one].date, ordered[other].date)):
            shared = len(words[one] & words[other])
            least = _least(ordered[one].date, ordered[other].date)
            yield _Pair(one, other, alike, same and alike >= least and shared >= _SURELY_SHARED)


def _least(one: EdtfDate, other: EdtfDate) -> float:
    """How much two events of the same days must be alike to be one: in all, where nobody knows which day it was."""
    return _SURE_OF_SOME if one.is_unspecified or other.is_unspecified else _SURE


def _order(event: Event) -> tuple[object, ...]:
    first = event.sources[0] if event.sources else Source()
    return event.date.sort_key, event.title, event.id or "", first.url or "", first.title or "", first.quote or ""


def _pairs(words: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """The pairs of passages that share enough words, found by their words, the common ones left out."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(words):
        for word in own:
            holders[word].append(index)
    for index, own in enumerate(words):
        shared: Counter[int] = Counter()
        for word in own:
            if len(holders[word]) <= _TOO_COMMON:
                shared.update(other for other in holders[word] if other > index)
        for other in sorted(shared):
            if len(own & words[other]) >= _FEWEST_SHARED:
                yield index, other


def _same_days(one: EdtfDate, other: EdtfDate) -> bool:
    return one.bounds == other.bounds


def _agree(one: EdtfDate, other: EdtfDate) -> bool:
    """Whether one date lies within the other, and the other is not so vague that this says nothing."""
    return any(inner.within(outer) and outer.days <= _LONGEST_SPAN for inner, outer in ((one, other), (other, one)))


def _find(root: list[int], index: int) -> int:
    while root[index] != index:
        root[index] = root[root[index]]
        index = root[index]
    return index


def _join(root: list[int], one: int, other: int) -> None:
    first, second = sorted((_find(root, one), _find(root, other)))
    root[second] = first


def _offers(root: list[int], merged: dict[int, Event], likely: list[_Pair]) -> tuple[Offer, ...]:
    best: dict[tuple[int, int], float] = {}
    for one, other, alike, _ in likely:
        first, second = sorted((_find(root, one), _find(root, other)))
        if first != second:
            best[first, second] = max(alike, best.get((first, second), 0.0))
    return tuple(Offer(merged[one], merged[other], round(alike, 2)) for (one, other), alike in sorted(best.items()))


def _merged(one: Event, other: Event) -> Event:
    """Two events as one: the id and the words of the first, the finer date, the sources of both."""
    finer = other.date if other.date.within(one.date) and other.date != one.date else one.date
    certain = "certain" if "certain" in (one.certainty, other.certainty) else one.certainty
    return one.model_copy(
        update={
            "date": finer,
            "expression": one.expression if finer == one.date else other.expression,
            "people": _both(one.people, other.people),
            "organizations": _both(one.organizations, other.organizations),
            "places": _both(one.places, other.places),
            "tags": _both(one.tags, other.tags),
            "sources": _both(one.sources, other.sources),
            "certainty": certain,
            "importance": _importance(one, other),
        }
    )


def _both(one: Iterable[Part], other: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _importance(one: Event, other: Event) -> float | None:
    """An event that another article tells too matters more, the less is left to 1."""
    known = [event.importance for event in (one, other) if event.importance is not None]
    return round(max(known) + 0.25 * (1 - max(known)), 2) if known else None


def _united(group: list[Event]) -> Event:
    first, *others = sorted(group, key=lambda event: (-(event.importance or 0), len(event.title)))
    for event in others:
        first = _merged(first, event)
    return first


def _with_free_ids(events: Iterable[Event]) -> Iterator[Event]:
    taken: set[str | None] = set()
    for event in events:
        free = event.id and free_id(event.id, taken)
        taken.add(free)
        yield event if free == event.id else event.model_copy(update={"id": free})


def split(event: Event) -> list[Event]:
    """One event for each article that tells it: what `merge` has put together, apart again.

    >>> both = Event(id="a", title="A", date="2025", sources=[Source(title="X"), Source(title="Y"), Source(title="X")])
    >>> [(one.id, len(one.sources)) for one in split(both)]
    [('a', 2), ('a-2', 1)]
    """
    articles: dict[tuple[str | None, ...], list[Source]] = defaultdict(list)
    for source in event.sources:
        articles[source.url, source.title, source.publisher].append(source)
    parts = list(articles.values()) or [[]]
    return [
        event.model_copy(
            update={
                "id": event.id if number == 1 or event.id is None else f"{event.id}-{number}",
                "sources": tuple(sources),
            }
        )
        for number, sources in enumerate(parts, 1)
    ]

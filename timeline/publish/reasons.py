"""Why an event has its date: the phrase that says it, what that counts from, and what it means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.store.phrases import Context, read_date
from timeline.wording import date_in_words, reasoning

__all__ = ["reasons", "tells_more"]

# The event that "two days later" counts from stands near in time; looking at all of them would take too long.
_NEAR = 10
_ANY_DAY = EdtfDate("1903-07-09")
_WORD = re.compile(r"\w+")


def reasons(event: Event, timeline: Timeline) -> list[str]:
    """How the date of an event was resolved: a line for each phrase that says it, but for one that is the date itself.

    >>> said = {"expression": "last February", "published": "2026-02-11"}
    >>> reasons(Event(title="A", date="2025-02", sources=[said]), Timeline())
    ['“last February”, published 11 February 2026 → February 2025']
    >>> reasons(Event(title="A", date="2025-02", expression="in February 2025"), Timeline())
    []

    What does not count from the publication date says what it counts from:

    >>> votes = Timeline(anchors={"the vote": "2019-06-03"}, published="2026-02-11")
    >>> reasons(Event(title="A", date="2021", expression="two years after the vote"), votes)
    ['“two years after the vote”, the vote: 3 June 2019 → 2021']

    A phrase that says less than the event knows shows what it says:

    >>> said = {"expression": "last August", "published": "2026-02-11"}
    >>> reasons(Event(title="A", date="2025-08-15", sources=[said]), Timeline())
    ['“last August”, published 11 February 2026 → August 2025']
    """
    lines = (_line(phrase, published, event, timeline) for phrase, published in _phrases(event, timeline))
    return list(dict.fromkeys(line for line in lines if line))


def tells_more(event: Event) -> bool:
    """Whether there is more to say of how a date was resolved: the passage that has the phrase, or the steps.

    >>> tells_more(Event(title="A", date="2025-02", sources=[{"expression": "last February"}]))
    False
    """
    return bool(event.reasoning) or any(source.quote and source.expression for source in event.sources)


def _phrases(event: Event, timeline: Timeline) -> Iterator[tuple[str, EdtfDate | None]]:
    """The phrases that date an event, each with the publication date that it would count from."""
    default = event.published or timeline.published
    said = [(source.expression, source.published or default) for source in event.sources if source.expression]
    yield from said
    if event.expression and event.expression not in [expression for expression, _ in said]:
        yield event.expression, default


@dataclass(frozen=True, slots=True)
class _Origin:
    """What a phrase counts from; nothing if it is a date by itself."""

    published: EdtfDate | None = None
    anchors: dict[str, EdtfDate] = field(default_factory=dict)
    before: EdtfDate | None = None

    def date(self, words: str, language: str) -> EdtfDate | None:
        """The date of a phrase that counts from here, None if that is none."""
        return _resolved(words, language, self.published, tuple(self.anchors.items()), self.before)


@lru_cache(maxsize=50_000)
def _resolved(
    words: str,
    language: str,
    published: EdtfDate | None,
    anchors: tuple[tuple[str, EdtfDate], ...],
    before: EdtfDate | None,
) -> EdtfDate | None:
    found = read_date(words, Context(published, language, dict(anchors), before))
    return found.date if found else None


def _line(words: str, published: EdtfDate | None, event: Event, timeline: Timeline) -> str:
    origin = _origin(words, published, event, timeline)
    alone = origin.date(words, timeline.language)
    # What the phrase means if it says less than is known from elsewhere: "last August" is no day.
    date = alone if alone and event.date.within(alone) else event.date
    if origin == _Origin() and _says(words, date_in_words(date, timeline.language)):
        return ""
    return reasoning(words, origin.published, date, timeline.language, anchors=origin.anchors, before=origin.before)


def _origin(words: str, published: EdtfDate | None, event: Event, timeline: Timeline) -> _Origin:
    """What a phrase counts from; the publication date where nobody can tell."""
    if _Origin().date(words, timeline.language):
        return _Origin()
    if anchors := _named(words, timeline.anchors):
        return _Origin(anchors=anchors)
    if not _Origin(before=_ANY_DAY).date(words, timeline.language):
        return _Origin(published)
    # Read as published on a day, which is much faster than as on any: it counts from the date before anyway.
    day = published or _ANY_DAY
    near = _told_before(event, timeline)
    fitting = [date for date in near if _resolved(words, timeline.language, day, (), date) == event.date]
    # Of several dates that would do, nobody knows which was meant.
    if len(fitting) == 1:
        return _Origin(before=fitting[0])
    printed = _Origin(published)
    return printed if not fitting and printed.date(words, timeline.language) == event.date else _Origin()


def _named(words: str, anchors: dict[str, EdtfDate]) -> dict[str, EdtfDate]:
    """The anchors whose names a phrase has, without those that are a part of a longer one."""
    said = _spaced(words)
    found = [name for name in anchors if _spaced(name) in said]
    longest = [name for name in found if not any(_spaced(name) in _spaced(other) != _spaced(name) for other in found)]
    return {name: anchors[name] for name in longest}


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _told_before(event: Event, timeline: Timeline) -> list[EdtfDate]:
    """The dates that a phrase such as "two days later" can count from: those of the events that are near in time."""
    events = timeline.events
    around = bisect_left(events, event.date.sort_key, key=lambda other: other.date.sort_key)
    near = events[max(around - _NEAR, 0) : around + _NEAR]
    return list(dict.fromkeys(other.date for other in near if other is not event))


def _says(words: str, date: str) -> bool:
    """Whether words have all that a date has: "on November 17, 1869" says no less than "17 November 1869"."""
    return set(_WORD.findall(date.casefold())) <= set(_WORD.findall(words.casefold()))

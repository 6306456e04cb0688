"""How much an event matters, 0 to 1: by its place in its article, and by what the other articles are about."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from timeline.extract.lexicon import lexicon_of
from timeline.extract.likeness import content_words
from timeline.extract.mentions import Mention
from timeline.model.date import EdtfDate
from timeline.model.event import Event

__all__ = ["importance_among", "importance_of"]

_CENTURY = 36525
_BACKGROUND = 0.25


def importance_of(group: Sequence[Mention]) -> float:
    """The importance of what an article tells in one or several places.

    It grows with each mention and with a place near the begin, where news puts what matters; what
    is only said, only possible, dated in passing, or has no title of its own counts less.
    """
    score = 0.4 + 0.1 * min(3, len(group) - 1)
    score += 0.2 / (1 + min(mention.sentence for mention in group) / 3)
    score -= 0.15 * all(mention.clause.is_saying for mention in group)
    score -= 0.15 * all(mention.is_weak for mention in group)
    score -= 0.15 * all(not mention.title for mention in group)
    score -= 0.1 * (group[0].certainty == "possible")
    return round(min(1.0, max(0.0, score)), 2)


def importance_among(events: Sequence[Event], language: str = "en") -> tuple[Event, ...]:
    """Events with an importance that counts as far as the words of their titles are those of many of the articles.

    What one article alone tells of matters less for what the articles have in common. News dates to the day; the more
    days a date covers, the more it is told as background, and the less it counts: what is dated to a month less than
    half. The event with the commonest words keeps its importance.

    >>> flu, duck = "Swine flu reached Alba", "A duck crossed a street"
    >>> told = [(flu, "A"), ("Swine flu reached Bergen", "B"), (duck, "B")]
    >>> events = [Event(title=title, date="2025", importance=0.6, sources=[{"title": where}]) for title, where in told]
    >>> [event.importance for event in importance_among(events)]
    [0.6, 0.6, 0.43]
    """
    shares = _shares(events, [content_words(event.title, lexicon_of(language)) for event in events])
    most = max(shares, default=0.0) or 1.0
    return tuple(_weighed(event, share / most) for event, share in zip(events, shares, strict=True))


def _shares(events: Sequence[Event], words: Sequence[frozenset[str]]) -> list[float]:
    """How far the words of each event are those of many of the articles, as far as its date is that of news."""
    articles: dict[str, set[object]] = defaultdict(set)
    for event, own in zip(events, words, strict=True):
        for word in own:
            articles[word].update((one.url, one.title, one.publisher, one.published) for one in event.sources)
    return [
        math.fsum(math.sqrt(len(articles[word])) for word in own) / (1 + len(own)) * _exactness(event.date)
        for own, event in zip(words, events, strict=True)
    ]


def _exactness(date: EdtfDate) -> float:
    """1 for a day, less for a month, a year, a century, which is the least."""
    return math.pow(min(date.days, _CENTURY), -_BACKGROUND)


def _weighed(event: Event, share: float) -> Event:
    return event.model_copy(update={"importance": round((event.importance or 0.0) * share, 2)})

"""Candidates: the events that an article tells, each with the places where it tells them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.extract.cutting import LONGEST
from timeline.extract.importance import importance_of
from timeline.extract.lexicon import lexicon_of
from timeline.extract.mentions import Mention, mentions
from timeline.extract.names import in_full, names_of
from timeline.extract.titles import rough_title
from timeline.extract.unmarked import unmarked
from timeline.model.article import Article
from timeline.model.characters import visible
from timeline.model.event import LONGEST_NAME, Event, Source, free_id, limits_of, slug
from timeline.model.timex import Timex

__all__ = ["Candidate", "extract"]

_ALIKE = 0.6
_ALIKE_COARSE = 0.5
_ALIKE_WEAK = 0.4
_COMPARED = 40
_COMPARED_OF_EACH = 10
_FEWEST_SHARED = 2
_LONGEST_ID = 95
_LONGEST_QUOTE = 1000
_MOST_NAMES = 20
_LIMITS = limits_of(Source)


@dataclass(frozen=True)
class Candidate:
    """An event that an article tells, and where it tells it.

    Args:
        article: The article.
        id: The id that its event gets.
        best: The place that gives the title.
        mentions: All places where the article tells it, in the order of the text.

    >>> article = Article("On 3 May the two sides signed a treaty.", published="2024-05-10")
    >>> [found] = extract(article)
    >>> (found.start, found.end), found.timex.value, found.event.title, found.stands_alone
    ((0, 39), '2024-05-03', 'The two sides signed a treaty', True)
    """

    article: Article
    id: str
    best: Mention
    mentions: tuple[Mention, ...]

    @property
    def start(self) -> int:
        """Where its clause begins in the text of the article, in code points."""
        return self.best.clause.start

    @property
    def end(self) -> int:
        """Where its clause ends, not included."""
        return self.best.clause.end

    @property
    def timex(self) -> Timex:
        """The time expression that dates it."""
        return self.best.clause.timex

    @property
    def stands_alone(self) -> bool:
        """Whether its title can be understood without the article; else it is the clause as it stands there."""
        return bool(self.best.title)

    @cached_property
    def event(self) -> Event:
        """The event, a draft; it is made when it is asked for."""
        best, article = self.best, self.article
        names = names_of(article.text, best.clause.sentence, lexicon_of(article.language))
        return Event(
            id=self.id,
            date=best.date,
            title=visible(_title(best)),
            people=_named(names.people),
            organizations=_named(names.organizations),
            places=_named(names.places),
            sources=tuple(_sources(article, self.mentions)),
            expression=_short(best.expression, _LIMITS["expression"]),
            status="draft",
            certainty=best.certainty,
            importance=importance_of(self.mentions),
        )


def extract(article: Article, timexes: Sequence[Timex] | None = None) -> list[Candidate]:
    """The events that an article tells, in the order of its text.

    An event that is told twice is one event with two sources. Nothing is invented: what has no date
    that can be resolved, and what the article denies, is no event. Where no title can be understood without the
    article, the candidate says so: `Candidate.stands_alone`.

    Args:
        article: The article, with the date that relative dates count from.
        timexes: Its time expressions if they are known already; else they are tagged.

    >>> article = Article("On 3 May the two sides signed a treaty.", published="2024-05-10")
    >>> may = Timex(3, 8, "DATE", "2024-05-03")
    >>> [(str(found.event.date), found.event.title) for found in extract(article, [may])]
    [('2024-05-03', 'The two sides signed a treaty')]
    """
    if timexes is None:
        from timeline.tagger import tag

        timexes = tag(unmarked(article.text), article.published, article.language)
    taken: set[str] = set()
    groups = [(_best(group), tuple(group)) for group in _grouped(mentions(article, timexes))]
    return [Candidate(article, _free_id(best, taken), best, group) for best, group in groups]


def _grouped(found: Iterable[Mention]) -> list[list[Mention]]:
    """Mentions of the same event together: of the same days, and alike in their words."""
    by_days: dict[tuple[int | None, int | None], list[list[Mention]]] = {}
    groups: list[list[Mention]] = []
    for mention in found:
        days = mention.date.bounds
        same_days = by_days.setdefault(days, [])
        group = _group_of(mention, same_days)
        if group is None:
            group = []
            same_days.append(group)
            groups.append(group)
        group.append(mention)
    return groups


def _group_of(mention: Mention, groups: list[list[Mention]]) -> list[Mention] | None:
    for group in groups[-_COMPARED:]:
        if any(_is_same(mention, one) for one in group[-_COMPARED_OF_EACH:]):
            return group
    return None


def _is_same(one: Mention, other: Mention) -> bool:
    """Whether two mentions of the same days tell the same event."""
    return one.clause.head == other.clause.head or (_is_alike(one, other) and not _differs(one, other))


def _is_alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions of the same days have enough of their words in common.

    Where nobody knows which day it was, all that one says must be what the other says: "that night" in a story of April
    can be any.
    """
    shared, fewest = len(one.words & other.words), min(len(one.words), len(other.words))
    if shared < _FEWEST_SHARED:
        return False
    if one.date.is_unspecified or other.date.is_unspecified:
        return fewest > _FEWEST_SHARED and shared == fewest
    if one.is_weak or other.is_weak:
        return shared >= _ALIKE_WEAK * fewest
    least = _ALIKE if one.date.days == 1 else _ALIKE_COARSE
    return fewest > _FEWEST_SHARED and shared >= least * fewest


def _differs(one: Mention, other: Mention) -> bool:
    """Whether two mentions of more than a day have other figures: "Acme lost $5 billion", "Ulm lost $7 billion"."""
    return bool(one.figures and other.figures) and one.figures.isdisjoint(other.figures) and one.date.days > 1


def _best(group: list[Mention]) -> Mention:
    """The mention with the best title."""
    return max(group, key=_title_rank) if len(group) > 1 else group[0]


def _title_rank(mention: Mention) -> tuple[bool, bool, bool, bool, int]:
    """What makes the better title: it tells the event itself, it was not cut, and it is short."""
    whole = len(mention.title) < LONGEST - 12
    return (
        bool(mention.title),
        not mention.is_weak,
        not mention.clause.is_saying,
        whole,
        -abs(len(mention.title) - 60),
    )


def _title(mention: Mention) -> str:
    """The title of a mention, with the names in full; where none can stand alone, its clause."""
    text, words = mention.article.text, lexicon_of(mention.article.language)
    return in_full(mention.title or rough_title(text, mention.clause, words), text, LONGEST, words)


def _free_id(mention: Mention, taken: set[str]) -> str:
    told = mention.title or mention.article.text[mention.clause.start : mention.clause.end][:_LONGEST_ID]
    wanted = f"{slug(told)}-{slug(str(mention.date))}"[:_LONGEST_ID].strip("-")
    free = free_id(wanted, taken)
    taken.add(free)
    return free


def _named(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in map(visible, names[:_MOST_NAMES]) if len(name) <= LONGEST_NAME)


def _sources(article: Article, group: Sequence[Mention]) -> Iterable[Source]:
    """A source for each sentence that tells an event: "at 8 p.m. (1800 GMT) on Friday" says its date three times."""
    first: dict[str, Mention] = {}
    for mention in group:
        first.setdefault(mention.quote, mention)
    for mention in first.values():
        yield Source(
            url=article.url,
            title=article.title and _short(article.title, _LIMITS["title"]),
            publisher=article.publisher and _short(article.publisher, _LIMITS["publisher"]),
            published=article.published,
            quote=_short(mention.quote, _LONGEST_QUOTE),
            expression=_short(mention.expression, _LIMITS["expression"]),
        )


def _short(text: str, longest: int) -> str:
    """The begin of a text, as long as a field may be."""
    return visible(text)[:longest]

"""A timeline of a given length from many articles: the days that matter, and the sentences that say why. Untrained.

A day matters as far as it is mentioned, on many days of publication rather than often on one, and more than the days
beside it. Where no more days are mentioned, those on which articles were published are taken. A sentence stands for a
day as far as its words are those that the other sentences of the day share.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.extract.lexicon import lexicon
from timeline.extract.likeness import content_words, likeness
from timeline.extract.sentences import Span, sentence_at, sentence_spans, tidy
from timeline.model.article import Article
from timeline.model.date import EdtfDate
from timeline.model.timex import Timex

__all__ = ["summarize"]

_REPEATED = 0.7
_NEIGHBOUR = 0.3
_AFAR = 0.3
_PUBLISHED = 0.001
_LEAD = 5
_COVERING = 50
_NEXT_DAY = 0.3
_TOPICAL = 0.25
_BREVITY = 0.55
_FEWEST_WORDS, _MOST_WORDS = 5, 35
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence: its words, the day it was published, its number in the article, the days that it mentions."""

    text: str
    words: frozenset[str]
    published: int | None
    number: int
    days: frozenset[int]


def summarize(
    articles: Iterable[Article], length: int, per_date: int = 1, keywords: Collection[str] = ()
) -> list[tuple[EdtfDate, list[str]]]:
    """A timeline of many articles: at most so many days, each with at most so many sentences, in the order of time.

    Of 50 articles or more, which cover the time of their publication, only days of that time are chosen; of fewer, any
    day.

    Args:
        articles: The articles, each with its publication date.
        length: How many days.
        per_date: How many sentences for each.
        keywords: If given, only sentences with one of these words count.

    >>> text = "The bridge near Alba collapsed on 3 May 2025 in the storm ({})."
    >>> told = [Article(text.format(day), f"2025-05-0{day}") for day in (3, 4)]
    >>> [(str(date), lines) for date, lines in summarize(told, 1)]
    [('2025-05-03', ['The bridge near Alba collapsed on 3 May 2025 in the storm (3).'])]
    """
    told = [list(_sentences(article, keywords)) for article in articles]
    sentences = sorted(itertools.chain.from_iterable(told), key=_order)
    common = Counter(word for sentence in sentences for word in sentence.words)
    scores = _day_scores(sentences, common)
    chosen = _best_days(scores, _covered(sentences) if len(told) >= _COVERING else None, length)
    mentioning, published = _by_day(sentences)
    lines = ((day, _best_sentences(day, mentioning, published, common, per_date)) for day in sorted(chosen))
    return [(EdtfDate.of_day(day), chosen_lines) for day, chosen_lines in lines if chosen_lines]


def _sentences(article: Article, keywords: Collection[str]) -> Iterator[_Sentence]:
    from timeline.tagger import tag

    words = lexicon(article.language)
    spans = sentence_spans(article.text)
    days = _mentioned_days(spans, tag(article.text, article.published, article.language)) if spans else {}
    wanted = [word.casefold() for word in keywords]
    published = _single_day(article.published)
    for number, span in enumerate(spans):
        text = article.text[slice(*span)]
        folded = text.casefold()
        if not wanted or any(word in folded for word in wanted):
            found = frozenset(days.get(span, ()))
            yield _Sentence(text, content_words(text, words), published, number, found)


def _mentioned_days(spans: list[Span], timexes: Iterable[Timex]) -> dict[Span, list[int]]:
    found: dict[Span, list[int]] = defaultdict(list)
    for timex in timexes:
        day = _single_day(timex.date)
        if day is not None:
            found[sentence_at(spans, timex.start)].append(day)
    return found


def _single_day(date: EdtfDate | None) -> int | None:
    return date.first_day if date is not None and date.first_day == date.last_day else None


def _day_scores(sentences: Sequence[_Sentence], common: Counter[str]) -> dict[int, float]:
    """How much each day matters: the more, the more the sentence is about the topic, and for mentions from afar."""
    mentions: dict[int, dict[int | None, float]] = defaultdict(lambda: defaultdict(float))
    for sentence in sentences:
        for day in sentence.days:
            apart = abs((sentence.published if sentence.published is not None else day) - day)
            mentions[day][sentence.published] += _topicality(sentence, common) * math.log(2 + apart) ** _AFAR
    scores = {day: _damped(counts.values()) for day, counts in mentions.items()}
    for sentence in sentences:
        if sentence.published is not None and sentence.number < _LEAD:
            scores[sentence.published] = scores.get(sentence.published, 0.0) + _PUBLISHED
    return {day: score - _NEIGHBOUR * _beside(day, scores) for day, score in scores.items()}


def _topicality(sentence: _Sentence, common: Counter[str]) -> float:
    """How common the words of a sentence are in all the articles."""
    if not sentence.words:
        return 0.0
    mean = math.fsum(math.log1p(common[word]) for word in sentence.words) / len(sentence.words)
    return mean * mean


def _damped(counts: Iterable[float]) -> float:
    return math.fsum(count**_REPEATED for count in counts)


def _beside(day: int, scores: dict[int, float]) -> float:
    return max(scores.get(day - 1, 0.0), scores.get(day + 1, 0.0))


def _order(sentence: _Sentence) -> tuple[int, int, str]:
    return sentence.published or 0, sentence.number, sentence.text


def _covered(sentences: Sequence[_Sentence]) -> range:
    """The days from the first to the last publication."""
    published = [sentence.published for sentence in sentences if sentence.published is not None]
    return range(min(published, default=0), max(published, default=-1) + 1)


def _best_days(scores: dict[int, float], covered: range | None, length: int) -> list[int]:
    days = [day for day in scores if covered is None or day in covered]
    return sorted(days, key=lambda day: (-scores[day], day))[: max(0, length)]


_ByDay = dict[int, list[_Sentence]]


def _by_day(sentences: Sequence[_Sentence]) -> tuple[_ByDay, _ByDay]:
    """The sentences that mention each day, and those at the begin of articles published on it."""
    mentioning, published = defaultdict(list), defaultdict(list)
    for sentence in sentences:
        for day in sentence.days:
            mentioning[day].append(sentence)
        if sentence.published is not None and sentence.number < _LEAD:
            published[sentence.published].append(sentence)
    return mentioning, published


def _best_sentences(day: int, mentioning: _ByDay, published: _ByDay, common: Counter[str], count: int) -> list[str]:
    weighed = [
        *((sentence, 1.0) for sentence in mentioning[day]),
        *((sentence, 1.0) for sentence in published.get(day, ()) if day not in sentence.days),
        *((sentence, _NEXT_DAY) for sentence in published.get(day + 1, ()) if day not in sentence.days),
    ]
    weights: dict[str, float] = defaultdict(float)
    for sentence, weight in weighed:
        for word in sentence.words:
            weights[word] += weight
    topical = {word: weight * common[word] ** _TOPICAL for word, weight in weights.items()}
    ranked = sorted(weighed, key=lambda one: (-one[1] * _centrality(one[0], topical), one[0].text))
    return _unlike([sentence for sentence, _ in ranked], count)


def _centrality(sentence: _Sentence, weights: dict[str, float]) -> float:
    size = len(sentence.words)
    if not _FEWEST_WORDS <= size <= _MOST_WORDS:
        return 0.0
    return math.fsum(weights[word] for word in sentence.words) / math.pow(size, _BREVITY)


def _unlike(ranked: Sequence[_Sentence], count: int) -> list[str]:
    """The first sentences that do not repeat one another."""
    chosen: list[_Sentence] = []
    for sentence in ranked:
        if len(chosen) >= count:
            break
        if all(likeness(sentence.words, one.words) <= _SAME for one in chosen):
            chosen.append(sentence)
    return [tidy(sentence.text) for sentence in chosen]

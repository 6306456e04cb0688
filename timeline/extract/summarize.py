"""A timeline of a given length from many articles: the days that matter, and the sentences that say why. Untrained.

What counts for a day is how often it is mentioned (Kessler et al. 2012, Ghalandari and Ifrim 2020), as far as

- the sentence and its article are about the topic: a collection holds other news, too, and pages that list headlines;
- the mention stands near the begin of the article, where news puts what matters;
- it comes long after, when what did not matter is forgotten, and not before, as a plan;
- others of the same day of publication have not said it: what is mentioned again on other days is remembered;

less a part of what counts for the day before, as news is told again the day after. The day of a dateline is no mention.
Where no more days are mentioned, those on which articles were published are taken.

What stands for a day are the sentences that mention it and the begin of the articles of that day and, with less weight,
of the day after. The best has the words that most of these articles share (Radev et al. 2004), above all words of the
topic, in few words; what one sentence has said counts half in the next (Nenkova and Vanderwende 2005).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.extract.lexicon import lexicon_of
from timeline.extract.likeness import content_words, likeness
from timeline.extract.passages import passages
from timeline.extract.sentences import Span, sentence_at, sentence_spans, tidy
from timeline.extract.unmarked import unmarked
from timeline.model.article import Article
from timeline.model.date import EdtfDate
from timeline.model.timex import Timex

__all__ = ["summarize"]

_REPEATED = 0.7
_DAY_BEFORE = 0.2
_NEAR_BEGIN = 20
_AFAR = 0.3
_PLANNED = 0.5
_PUBLISHED = 1e-9
_LEAD = 5
_COVERING = 50
_NEXT_DAY = 0.6
_TOPICAL = 0.25
_BREVITY = 0.65
_FEWEST_WORDS, _MOST_WORDS = 7, 35
_SAID = 0.5
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence: its article and place there, its words, the day it was published, the days that it mentions."""

    article: int
    number: int
    text: str
    words: frozenset[str]
    published: int | None
    days: frozenset[int]
    wanted: bool


_Candidates = list[tuple[_Sentence, float]]


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
        keywords: What the timeline is about. If given, only sentences with one of these words are chosen, and a day
            counts as far as what mentions it shares the words of such sentences.

    >>> text = "The old stone bridge near Alba collapsed on 3 May 2025 in the storm ({})."
    >>> told = [Article(text.format(day), f"2025-05-0{day}") for day in (3, 4)]
    >>> [(str(date), lines) for date, lines in summarize(told, 1)]
    [('2025-05-03', ['The old stone bridge near Alba collapsed on 3 May 2025 in the storm (3).'])]
    """
    folded = [word.casefold() for word in keywords]
    told = [list(_sentences(article, number, folded)) for number, article in enumerate(articles)]
    wanted = [sentence for article in told for sentence in article if sentence.wanted]
    topic = Counter(word for sentence in wanted for word in sentence.words)
    scores, candidates = _day_scores(told, topic), _candidates(wanted)
    covered = _covered(told) if len(told) >= _COVERING else scores
    days = [day for day in candidates if day in scores and day in covered]
    chosen = sorted(days, key=lambda day: (-scores[day], day))[: max(0, length)]
    return [(EdtfDate.of_day(day), _best_sentences(candidates[day], topic, per_date)) for day in sorted(chosen)]


def _sentences(article: Article, number: int, keywords: Sequence[str]) -> Iterator[_Sentence]:
    from timeline.tagger import tag

    text, words = unmarked(article.text), lexicon_of(article.language)
    spans = [part for span in sentence_spans(text, article.language) for part in passages(text, span)]
    days = _mentioned_days(spans, tag(text, article.published, article.language))
    published = _single_day(article.published)
    for place, span in enumerate(spans):
        part = text[slice(*span)]
        wanted = not keywords or any(word in part.casefold() for word in keywords)
        yield _Sentence(number, place, part, content_words(part, words), published, frozenset(days[span]), wanted)


def _mentioned_days(spans: list[Span], timexes: Iterable[Timex]) -> dict[Span, list[int]]:
    found: dict[Span, list[int]] = defaultdict(list)
    for timex in timexes if spans else ():
        day, span = _single_day(timex.date), spans[sentence_at(spans, timex.start)]
        if day is not None and span[0] <= timex.start < span[1]:
            found[span].append(day)
    return found


def _single_day(date: EdtfDate | None) -> int | None:
    return date.first_day if date is not None and date.first_day == date.last_day else None


def _covered(told: Iterable[list[_Sentence]]) -> range:
    """The days from the first to the last publication."""
    published = [one.published for article in told for one in article[:1] if one.published is not None]
    return range(min(published, default=0), max(published, default=-1) + 1)


def _day_scores(told: Iterable[list[_Sentence]], topic: Counter[str]) -> dict[int, float]:
    """How much each day matters."""
    mentions: dict[int, dict[int | None, list[float]]] = defaultdict(lambda: defaultdict(list))
    for article in told:
        about = _aboutness(article, topic)
        for sentence in article:
            weight = about * _topicality(sentence, topic) / (1 + sentence.number / _NEAR_BEGIN)
            for day in sentence.days:
                mentions[day][sentence.published].append(weight * _lateness(sentence.published, day))
    scores = {one.published: _PUBLISHED for article in told for one in article[:1] if one.published is not None}
    for day, weights in mentions.items():
        scores[day] = math.fsum(math.fsum(one) ** _REPEATED for one in weights.values())
    return {day: score - _DAY_BEFORE * scores.get(day - 1, 0.0) for day, score in scores.items()}


def _lateness(published: int | None, day: int) -> float:
    """The weight of a mention by when it was published: on the day, long after it, before it."""
    after = (published if published is not None else day) - day
    return math.pow(math.log(2 + abs(after)), _AFAR) * (_PLANNED if after < 0 else 1.0)


def _aboutness(article: Iterable[_Sentence], topic: Counter[str]) -> float:
    """How far an article is about the topic: the cosine of their words, up to a factor."""
    words = Counter(word for sentence in article for word in sentence.words)
    return math.fsum(topic[word] * count for word, count in words.items()) / max(1.0, math.hypot(*words.values()))


def _topicality(sentence: _Sentence, topic: Counter[str]) -> float:
    """How common the words of a sentence are in the topic, less than in proportion: one word is not the topic."""
    return math.fsum(math.sqrt(topic[word]) for word in sentence.words) / max(1, len(sentence.words))


def _candidates(sentences: Iterable[_Sentence]) -> dict[int, _Candidates]:
    """What can stand for each day, each with its weight."""
    candidates: dict[int, _Candidates] = defaultdict(list)
    for sentence in sentences:
        weights = dict.fromkeys(sentence.days, 1.0)
        if sentence.published is not None and sentence.number < _LEAD:
            weights.setdefault(sentence.published, 1.0)
            weights.setdefault(sentence.published - 1, _NEXT_DAY)
        for day, weight in weights.items():
            candidates[day].append((sentence, weight))
    return candidates


def _best_sentences(candidates: _Candidates, topic: Counter[str], count: int) -> list[str]:
    """The sentences with most of what the articles share, none that repeats another."""
    worth = {word: shared * topic[word] ** _TOPICAL for word, shared in _shared(candidates).items()}
    chosen: list[_Sentence] = []
    while candidates and len(chosen) < count:
        best, _ = min(candidates, key=lambda one: (-one[1] * _centrality(one[0], worth), one[0].text))
        chosen.append(best)
        worth.update({word: worth[word] * _SAID for word in best.words})
        candidates = [one for one in candidates if likeness(one[0].words, best.words) <= _SAME]
    return [tidy(sentence.text) for sentence in chosen]


def _shared(candidates: _Candidates) -> dict[str, float]:
    """How many articles have each word, each article with the most weight that it gives it."""
    weights: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for sentence, weight in candidates:
        for word in sentence.words:
            weights[word][sentence.article] = max(weight, weights[word][sentence.article])
    return {word: math.fsum(articles.values()) for word, articles in weights.items()}


def _centrality(sentence: _Sentence, worth: dict[str, float]) -> float:
    size = len(sentence.words)
    if not _FEWEST_WORDS <= size <= _MOST_WORDS:
        return 0.0
    return math.fsum(worth[word] for word in sentence.words) / math.pow(size, _BREVITY)

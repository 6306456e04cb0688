"""Mentions: each place where an article tells something that it dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import inf

from timeline.extract.asides import is_aside
from timeline.extract.certainty import Certainty, certainty_of, is_denied, tells_event, unshifted
from timeline.extract.clauses import Clause, clauses
from timeline.extract.lexicon import Lexicon, lexicon_of
from timeline.extract.likeness import content_words, has_content
from timeline.extract.passages import passages
from timeline.extract.ranges import bounded, reaching, with_ranges
from timeline.extract.sentences import Span, sentence_at, sentence_spans, tidy, unwrapped
from timeline.extract.titles import title_of
from timeline.extract.undated import undated
from timeline.extract.unmarked import as_written, unmarked
from timeline.extract.words import Words, words_in, words_of
from timeline.model.article import Article
from timeline.model.date import EdtfDate
from timeline.model.timex import Timex

__all__ = ["Mention", "mentions"]

_NEAR = 40
_EARLIER = 12
_LONGEST_SENTENCE = 4000
_MOST_DATES = 6  # before and behind: a title of one line has none of those beyond
_NUMBER = re.compile("[0-9]+")
_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_NUMBERS_OF_STAMP = 4  # day, year, hour, minute

_Dated = tuple[Timex, EdtfDate]


@dataclass(frozen=True)
class Mention:
    """One place where an article tells something that it dates.

    What is read off the article when it is asked for costs nothing where nobody asks.

    Args:
        article: The article, its text without the marks of references and links, and line breaks within sentences.
        clause: The clause and its time expression.
        date: When it happened.
        title: What happened, in one line; an empty text if that cannot be understood without the sentences before.
        told: What it says, by which it is compared with others: a title, or else its clause without the date.
        sentence: The number of its sentence in the article, counted from 0.
        written: The text of the article with those; an empty text if it has none.
    """

    article: Article
    clause: Clause
    date: EdtfDate
    title: str
    told: str
    sentence: int
    written: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of the words of what it says."""
        return content_words(self.told, lexicon_of(self.article.language))

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers of what it says: "$52.1 billion" and "$186.2 billion" are not the same."""
        return frozenset(_FIGURE.findall(self.told))

    @cached_property
    def is_weak(self) -> bool:
        """Whether the date describes a noun in passing, and the clause tells no event of that date."""
        return _is_weak(self.article.text, self.clause, lexicon_of(self.article.language))

    @property
    def quote(self) -> str:
        """The sentence that says it, as it is written; of a very long one the begin."""
        return self._as_written(self.clause.sentence)

    @property
    def expression(self) -> str:
        """The words that give the date."""
        return self._as_written((self.clause.timex.start, self.clause.timex.end))

    def _as_written(self, span: Span) -> str:
        written = self.written or self.article.text
        start, end = as_written(written, self.article.text, span)
        return tidy(written[start : min(end, start + _LONGEST_SENTENCE)])

    @property
    def certainty(self) -> Certainty:
        """Whether it happened, is planned, or is possible."""
        date = self.clause.timex.date or self.date  # where its own has an open end
        return certainty_of(self.told, date, self.article.published, lexicon_of(self.article.language))


def mentions(article: Article, timexes: Sequence[Timex]) -> Iterator[Mention]:
    """What an article tells with a date, in the order of the text; what it denies is left out.

    >>> article = Article("On 3 May the two sides signed a treaty.", published="2024-05-10")
    >>> [mention.title for mention in mentions(article, [Timex(3, 8, "DATE", "2024-05-03")])]
    ['The two sides signed a treaty']
    """
    plain = unmarked(article.text)
    spans = sentence_spans(plain, article.language) if timexes else []
    plain = unwrapped(plain, spans)
    found = _mentions(replace(article, text=plain), timexes, spans)
    return found if plain == article.text else (replace(one, written=article.text) for one in found)


def _mentions(article: Article, timexes: Sequence[Timex], spans: list[Span]) -> Iterator[Mention]:
    words = lexicon_of(article.language)
    ranges = with_ranges(article.text, timexes, words)
    dated = [(one, date) for one in ranges if (date := one.date) is not None and not _is_stamp(article, one)]
    for number, found in _by_sentence(spans, dated).items():
        before = spans[max(0, number - _EARLIER) : number][::-1]
        for passage in passages(article.text, spans[number]):
            own = [one for one in found if passage[0] <= one[0].start < passage[1]]
            if own:
                yield from _of_passage(article, passage, own, words, before, number)


def _is_stamp(article: Article, timex: Timex) -> bool:
    """Whether it is when an article was printed, in front of its text: "20 June 2011 16:14 GMT The fleet sailed"."""
    if timex.type != "TIME" or "day" in timex.implied or article.text[: timex.start].strip():
        return False
    said, behind = article.text[timex.start : timex.end], article.text[timex.end : timex.end + 2]
    if len(_NUMBER.findall(said)) < _NUMBERS_OF_STAMP:
        return False
    return timex.value[:10] == str(article.published) and behind[:1].isspace() and not behind[1:].islower()


def _of_passage(
    article: Article,
    passage: Span,
    dated: list[_Dated],
    words: Lexicon,
    before: Sequence[Span],
    number: int,
) -> Iterator[Mention]:
    """What a passage tells with each of its dates."""
    text, timexes = article.text, [timex for timex, _ in dated]
    plain = undated(text, words_of(text, *passage, words), timexes, words)
    restated, told = _restated(text, dated, words), clauses(text, passage, timexes, words)
    for place, (clause, (timex, date)) in enumerate(zip(told, dated, strict=True)):
        if timex not in restated and _tells(text, clause, words):
            near = told[max(0, place - _MOST_DATES) : place + _MOST_DATES]
            dates = [one.timex for one in near if clause.is_saying or one.head == clause.head]
            mention = _mention(article, clause, plain, dates, date, words, before, number)
            if _is_event(mention, words):
                yield mention


def _restated(text: str, dated: list[_Dated], words: Lexicon) -> list[Timex]:
    """The expressions that the next one says again, more exactly: "two days earlier, on Tuesday"."""
    return [
        one
        for (one, date), (other, exact) in pairwise(dated)
        if text.startswith(",", one.end)
        and text[one.end : other.start].lstrip(",").strip().lower() in words.date_lead
        and one.rule != other.rule
        and exact.days <= date.days < inf
    ]


def _tells(text: str, clause: Clause, words: Lexicon) -> bool:
    """Whether a clause tells something of its date."""
    return clause.is_saying or not (is_denied(text, clause, words) or is_aside(text, clause, words))


def _is_event(mention: Mention, words: Lexicon) -> bool:
    """Whether a mention tells something, and is no line about the article itself."""
    return has_content(mention.told, words) and not words.bylines.match(mention.title or mention.told)


def _by_sentence(spans: list[Span], dated: list[_Dated]) -> dict[int, list[_Dated]]:
    """What is dated in each sentence that has a date, by the number of the sentence."""
    grouped: dict[int, list[_Dated]] = {}
    for one in dated if spans else ():
        grouped.setdefault(sentence_at(spans, one[0].start), []).append(one)
    return grouped


def _mention(
    article: Article,
    clause: Clause,
    plain: Words,
    timexes: Sequence[Timex],
    date: EdtfDate,
    words: Lexicon,
    before: Sequence[Span],
    number: int,
) -> Mention:
    text, told = article.text, article.published
    title, is_of_moment = title_of(text, clause, plain, timexes, words, before)
    date = reaching(text, clause, date, told, words) if told and not is_of_moment else date
    title = unshifted(title, text, clause, date, told, words) if title and clause.frame else title
    opens = clause.timex.start == clause.sentence[0]
    start, end = clause.timex.start, clause.timex.end
    closes = end >= clause.sentence[1] - 1 and text[end - 1].isdigit() and text[max(0, start - 2) : start] == ", "
    is_event = title and tells_event(title, date, told, words, opens=opens, closes=closes)
    date = bounded(text, clause, date, told, words) if told and not is_of_moment else date
    return Mention(article, clause, date, title if is_event else "", title or _without_date(text, clause), number)


def _without_date(text: str, clause: Clause) -> str:
    return f"{text[clause.head[0] : clause.timex.start]} {text[clause.timex.end : clause.head[1]]}"


def _is_weak(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the date stands inside of the subject that is only described: "the talks in May are a model"."""
    head = words_in(text, clause.sentence, clause.head[0], clause.timex.start, lexicon)
    if not head or head[0].lower in lexicon.date_lead or any(word.is_finite for word in head):
        return False
    after = words_in(text, clause.sentence, clause.timex.end, min(clause.head[1], clause.timex.end + _NEAR), lexicon)
    verb = next((word for word in after if word.is_finite), None)
    return verb is not None and verb.lower in lexicon.be

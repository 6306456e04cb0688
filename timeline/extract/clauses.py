"""Clauses: the part of a sentence that a time expression dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.extract.boundaries import pieces
from timeline.extract.inserted import aside_of, brackets, insertions, restrictions
from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span
from timeline.extract.speakers import frame_of, saying_of
from timeline.extract.words import DASHES, Dated, Words, words_of
from timeline.model.timex import Timex

__all__ = ["Clause", "clauses"]

_TRIMMED = DASHES | {",", ";", ":"}


@dataclass(frozen=True, slots=True)
class Clause:
    """The part of a sentence that a time expression dates.

    Args:
        start: Where it begins in the text.
        end: Where it ends, not included.
        timex: The time expression.
        sentence: The sentence it stands in.
        head: The clause alone, without the dependent clauses that stay with it.
        frame: Where the sentence says who said it, if it does.
        is_saying: Whether the expression dates the saying ("she said on Tuesday that …"), not what was said.
    """

    start: int
    end: int
    timex: Timex
    sentence: Span
    head: Span
    frame: Span | None = None
    is_saying: bool = False


def clauses(text: str, sentence: Span, timexes: Sequence[Timex], lexicon: Lexicon) -> list[Clause]:
    """The clause of each time expression of a sentence, in their order.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> text = "In March the talks failed, but a year later both sides signed."
    >>> march, later = Timex(3, 8, "DATE", "2024-03"), Timex(31, 43, "DATE", "2025-03")
    >>> [text[clause.start:clause.end] for clause in clauses(text, (0, 62), [march, later], lexicon_of("en"))]
    ['In March the talks failed', 'but a year later both sides signed.']
    """
    words = words_of(text, *sentence, lexicon)
    if not lexicon.finite or not words:
        return [Clause(*sentence, timex, sentence, sentence) for timex in timexes]
    dated = frozenset(index for timex in timexes for index in _numbers(words, timex))
    told = {word.lower for word in words}  # most sentences have none of the words that are looked for
    told.add(words[-1].lower.rstrip("."))
    frame = None if lexicon.frame_words.isdisjoint(told) else frame_of(words, dated, lexicon)
    said = bisect_left(words, (frame[1],)) if frame and frame[0] == words[0].start else 0
    parts = _parts(words, told, said, dated, lexicon)
    saying = frame and saying_of(words, frame, lexicon)
    return [_clause(parts, timex, sentence, frame, saying) for timex in timexes]


class _Parts(NamedTuple):
    """Where the clauses of a sentence stand: alone, with those that hang on them, and within others."""

    heads: list[Span]
    segments: list[Span]
    insertions: list[Span]
    restrictions: list[Span]


def _parts(words: Words, told: set[str], said: int, dated: Dated, lexicon: Lexicon) -> _Parts:
    aside = range(0) if DASHES.isdisjoint(told) else aside_of(words, lexicon)
    divided = pieces(words, said, aside, dated, lexicon)
    inserted = insertions(words, lexicon) if "," in told else []
    if "(" in told:
        inserted += brackets(words)
    if aside:
        inserted.append((words[aside.start].start, words[aside.stop - 1].start))
    return _Parts(
        [_trim(words, piece) for piece in divided],
        [_trim(words, piece) for piece in _join_undated(divided, dated)],
        inserted,
        [] if lexicon.relative_words.isdisjoint(told) else restrictions(words, dated, lexicon),
    )


def _numbers(words: Words, timex: Timex) -> range:
    """The numbers of the words of a time expression."""
    return range(bisect_left(words, (timex.start,)), bisect_left(words, (timex.end,)))


def _clause(parts: _Parts, timex: Timex, sentence: Span, frame: Span | None, saying: Span | None) -> Clause:
    inner = _holding([*parts.insertions, *parts.restrictions], timex, sentence)
    if saying and saying[0] <= timex.start < saying[1] and inner == sentence:
        return Clause(*sentence, timex, sentence, sentence, frame, is_saying=True)
    piece = _around(parts, _holding(parts.heads, timex, sentence), timex)
    head = _outside((max(inner[0], piece[0]), min(inner[1], piece[1])), frame)
    told = frame and frame[0] <= timex.start < frame[1]  # "Ada Byron, who won in May, said that"
    whole = head if told else _outside(_holding(parts.segments, timex, sentence), frame)
    return Clause(*whole, timex, sentence, head, frame)


def _holding(spans: list[Span], timex: Timex, sentence: Span) -> Span:
    for span in spans:
        if span[0] <= timex.start < span[1]:
            return span
    return sentence


def _around(parts: _Parts, piece: Span, timex: Timex) -> Span:
    """A piece that begins within an insertion, from where the clause around that begins: "she, who won and, left"."""
    for low, high in parts.insertions:
        if low < piece[0] < high <= timex.start:
            return next((start for start, end in parts.heads if start <= low < end), low), piece[1]
    return piece


def _outside(span: Span, frame: Span | None) -> Span:
    if frame and frame[0] <= span[0] < frame[1] < span[1]:
        return frame[1], span[1]
    if frame and span[0] < frame[0] < span[1] <= frame[1]:
        return span[0], frame[0]
    return span


def _join_undated(pieces: list[Span], dated: Dated) -> list[Span]:
    """Dependent clauses without a date of their own stay with the clause before them."""
    joined: list[Span] = []
    has_date = False
    for piece in pieces:
        own = not dated.isdisjoint(range(*piece))
        if joined and not (own and has_date):
            joined[-1] = (joined[-1][0], piece[1])
        else:
            joined.append(piece)
            has_date = False
        has_date = has_date or own
    return joined


def _trim(words: Words, piece: Span) -> Span:
    low, high = piece
    while high - 1 > low and words[high - 1].lower in _TRIMMED:
        high -= 1
    return words[low].start, words[high - 1].end

"""Clauses: the part of a sentence that a time expression dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import NamedTuple

from timeline.extract.breaks import begins_main
from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span
from timeline.extract.speakers import Dated, frame_of, has_verb, insertion_end, is_adverbial, saying_of
from timeline.extract.verbs import is_ing, main_verb, tense
from timeline.extract.words import DASHES, Word, Words, aside_of, words_of
from timeline.model.timex import Timex

__all__ = ["Clause", "clauses"]

_STRONG = DASHES | {";"}
_MARKS = _STRONG | {","}
_LONGEST_SUBJECT = 9
_LONGEST_CLAUSE = 30


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

    >>> from timeline.extract.lexicon import lexicon
    >>> text = "In March the talks failed, but a year later both sides signed."
    >>> march, later = Timex(3, 8, "DATE", "2024-03"), Timex(31, 43, "DATE", "2025-03")
    >>> [text[clause.start:clause.end] for clause in clauses(text, (0, 62), [march, later], lexicon("en"))]
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
    pieces = _pieces(words, said, aside, dated, lexicon)
    insertions = _insertions(words, lexicon) if "," in told else []
    if aside:
        insertions.append((words[aside.start].start, words[aside.stop - 1].start))
    return _Parts(
        [_trim(words, piece) for piece in pieces],
        [_trim(words, piece) for piece in _join_undated(pieces, dated)],
        insertions,
        [] if lexicon.relative_words.isdisjoint(told) else _restrictions(words, dated, lexicon),
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


def _pieces(words: Words, said: int, aside: range, dated: Dated, lexicon: Lexicon) -> list[Span]:
    """The stretches of a sentence between the places where a clause begins, each with a finite verb of its own.

    No clause ends at what stands between two dashes. Where what somebody said begins, "and" joins clauses only behind a
    verb of its own: "he said Rome and Paris agreed".
    """
    starts, first, last = [0], min(dated, default=0), max(dated, default=0)
    for index in _breaks(words, lexicon):
        if index in aside or index - 1 in aside:
            continue
        before, word = words[index - 1], words[index]
        if word.lower in lexicon.splitters or before.lower in _STRONG:
            begins = _begins_clause(words, index, dated, lexicon) and (
                word.lower not in lexicon.joints or _has_told(words[max(starts[-1], said) : index], lexicon)
            )
        else:
            between = before.lower == "," and first < index < last
            begins = between and _begins_dated(words, starts[-1], index, dated, lexicon)
        if begins:
            starts.append(index)
        elif word.is_finite and _begins_verb(words, starts[-1], index, dated, lexicon):
            starts.append(index - (before.lower != ","))
    starts = sorted({*starts, *_main_after_dependent(words, dated, lexicon)})
    merged: list[Span] = []
    for piece in pairwise([*starts, len(words)]):
        if merged and not (has_verb(words, *merged[-1]) and has_verb(words, *piece)):
            merged[-1] = (merged[-1][0], piece[1])
        else:
            merged.append(piece)
    return merged


def _has_told(words: Words, lexicon: Lexicon) -> bool:
    """Whether words before "and" have a verb of their own, nor wait for it: not "talks between Rome [and Ulm are]"."""
    told = {word.lower for word in words}
    open_ = not told.isdisjoint(lexicon.of_two) and told.isdisjoint(lexicon.joints)
    return not open_ and bool(words) and (words[0].is_finite or main_verb(words, lexicon) > 0)


def _breaks(words: Words, lexicon: Lexicon) -> list[int]:
    """The indices of conjunctions and marks, and after them, where alone a clause can begin."""
    splitters = lexicon.splitters
    breaks = [index for index, word in enumerate(words) if word.lower in splitters or word.lower in _MARKS]
    return sorted({*breaks, *(index + 1 for index in breaks)} - {0, len(words)})


def _begins_verb(words: Words, start: int, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether another verb of the same subject begins with a date of its own: "sailed in May, sank in June"."""
    if index in dated or not _joins(words[index - 1], lexicon):
        return False
    after = next((k for k in range(index + 1, len(words)) if _joins(words[k], lexicon)), len(words))
    if dated.isdisjoint(range(index, after)):
        return False
    if dated.isdisjoint(range(start, index)) and not _is_of_other_time(words, start, index, lexicon):
        return False
    comma, by = words[index - 1].lower == ",", words[index + 1].lower in lexicon.agents
    apart = comma and (by or _is_inserted(words, index, lexicon))
    return not apart and has_verb(words, start, index - 1)


def _begins_dated(words: Words, start: int, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether another main clause with a date of its own begins after a comma: "Rome fell in May, Ulm fell in June"."""
    first = words[index]
    begins = first.text[0].isupper() or first.lower in lexicon.determiners or first.lower in lexicon.nominatives
    if first.is_finite or index in dated or not begins or not begins_main(words, index, lexicon):
        return False
    after = next((k for k in range(index + 1, len(words)) if _joins(words[k], lexicon)), len(words))
    verb = next(words[k] for k in range(index, after) if words[k].is_finite)
    if verb.is_participle and first.text[0].islower():
        return False  # "a plan thought of in May"
    both = not (dated.isdisjoint(range(start, index)) or dated.isdisjoint(range(index, after)))
    return both and verb.lower not in lexicon.speech and has_verb(words, start, index - 1)


def _joins(word: Word, lexicon: Lexicon) -> bool:
    return word.lower == "," or word.lower in lexicon.coordinators


def _is_of_other_time(words: Words, start: int, index: int, lexicon: Lexicon) -> bool:
    """Whether a verb after "and" tells of another time than the one before: "has won twice and was second in May".

    Nobody is born at the time of what is told of him next: "was born in Rome and left it in May".
    """
    if words[index - 1].lower not in lexicon.coordinators:
        return False
    first = next((k for k in range(start, index - 1) if words[k].is_finite), index)
    born = words[first].lower in lexicon.be and words[first + 1].lower in lexicon.births
    return born or tense(words[first], lexicon) != tense(words[index], lexicon)


def _is_inserted(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether an insertion begins or ends at a verb after a comma: "the mayor, hurt in May, left"."""
    ends = (insertion_end(words, k, lexicon) for k in range(1, index) if words[k - 1].lower == ",")
    return bool(insertion_end(words, index, lexicon)) or index - 1 in ends


def _main_after_dependent(words: Words, dated: Dated, lexicon: Lexicon) -> list[int]:
    """Where the main clause begins after a dependent one: "When the war ended, the crew returned"."""
    begin = next((k for k in range(len(words)) if not is_adverbial(words, k, dated, lexicon)), 0)
    goes_on = any(is_ing(word, lexicon) for word in words[begin + 1 : begin + 2])
    if words[begin].lower not in lexicon.subordinators or goes_on:
        return []
    verb = next((k for k in range(begin, len(words)) if words[k].is_finite), len(words))
    commas = (k for k in range(verb, len(words) - 1) if words[k].lower == "," and not words[k + 1].is_finite)
    comma = next(commas, len(words))
    subject = next((k for k in range(verb + 2, min(comma, len(words) - 1)) if _is_subject(words, k, lexicon)), 0)
    if subject:
        return [subject]
    return [comma + 1] if has_verb(words, comma + 1, comma + 12) else []


def _is_subject(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun is the subject of the verb after it: "When the teams arrived they collected"."""
    return words[index].lower in lexicon.nominatives and words[index + 1].is_finite


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
    while high - 1 > low and words[high - 1].lower in (",", ";", "--", "—", "–", "-", ":"):
        high -= 1
    return words[low].start, words[high - 1].end


def _begins_clause(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    word, before = words[index], words[index - 1]
    if before.lower in _STRONG:
        return not word.is_finite
    if index in dated:
        return False
    if word.lower in lexicon.contrasts and before.lower in lexicon.quantifiers:
        return False  # "all but essential travel"
    if word.lower in lexicon.contrasts and all(
        one.lower.endswith(lexicon.adverb_endings) for one in (before, *words[index + 1 : index + 2])
    ):
        return False  # "slowly but surely"
    if word.lower in lexicon.coordinators:
        return before.lower == "," or word.lower in lexicon.contrasts or _begins_equal(words, index, dated, lexicon)
    return word.lower in lexicon.subordinators and _begins_dependent(words, index, dated, lexicon)


def _begins_equal(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether "and" without a comma begins a clause with a subject of its own: "Rome agreed and Paris signed"."""
    begin = next((k for k in range(index + 1, len(words)) if not is_adverbial(words, k, dated, lexicon)), index + 1)
    following = _without_inserted(words[begin : begin + _LONGEST_SUBJECT])[:5]
    verb = next((k for k, word in enumerate(following) if word.is_finite), 0)
    if not verb or any(
        not word.text[0].isalnum() or word.lower in lexicon.clause_openers or word.lower in lexicon.coordinators
        for word in following[:verb]
    ):
        return False
    first = following[0]
    named = words[index - 1].text[0].isupper() and dated.isdisjoint(range(index - 1, begin))
    if first.text[0].isupper() and named:  # "the Immigration and Naturalization Service"
        return False
    begins = first.text[0].isupper() or first.lower in lexicon.pronouns or first.lower in lexicon.determiners
    return begins or first.lower in lexicon.several


def _without_inserted(words: Words) -> Words:
    """Words without what stands between two commas before a verb: "Ada Byron, 43, left", "six, with Ulm, left"."""
    commas = [k for k, word in enumerate(words) if word.lower == ","]
    if not commas:
        return words
    ends = (k + 1 for k in commas[1:] if any(word.is_finite for word in words[k + 1 : k + 2]))
    return words[: commas[0]] + words[next(ends, commas[0]) :]


def _begins_dependent(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether a subordinating word begins a clause; before a date it is a preposition: "after Tuesday"."""
    word, after_comma = words[index].lower, words[index - 1].lower == ","
    if word in lexicon.relatives and (after_comma or word not in lexicon.relative_adverbs):
        return after_comma and not insertion_end(words, index, lexicon)
    if word == lexicon.parenthetic and (_is_named(words, index, dated, lexicon) or not _has_verb(words, index)):
        return False
    if word == lexicon.parenthetic and not after_comma:
        return _has_subject(words, index, lexicon)
    inner = word not in lexicon.prepositions and words[index - 1].lower in lexicon.places
    if word in lexicon.adverbs and (inner or not _has_verb(words, index)):
        return False  # "in even deeper rifts"
    if index + 1 == len(words) or (index + 1 in dated and not _is_owner(words, index + 1, dated, lexicon)):
        return False
    following = words[index + 1]
    return not (is_ing(following, lexicon) or following.lower in lexicon.prepositions)  # "while leaving", "as of"


def _is_owner(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether a date owns the subject of a verb: "after [Monday's storm sank] the ferry"."""
    owner = next((k for k in range(index, len(words)) if k not in dated or words[k].text.endswith("'s")), index)
    end = next((k for k in range(owner, len(words)) if not words[k].text[0].isalnum()), len(words))
    owns = words[owner].lower.endswith("'s") or words[owner].lower == "'s"
    return owns and main_verb(words[owner:end], lexicon) > 1


def _is_named(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether "as" at an index tells what somebody is called or made, a date before it or not: "was named as"."""
    lead = next((k for k in range(index - 1, 0, -1) if not is_adverbial(words, k, dated, lexicon)), 0)
    return words[lead].lower in lexicon.naming_verbs or _takes_as(words[index - 1].lower, lexicon)


def _takes_as(before: str, lexicon: Lexicon) -> bool:
    """Whether "as" after a word begins no clause: "such as", "elected as the first"."""
    return (
        before in lexicon.pointing_nouns or before in lexicon.naming_verbs or before.endswith(lexicon.finite_suffixes)
    )


def _insertions(words: Words, lexicon: Lexicon) -> list[Span]:
    """What is told between a subject and its verb: "the offer, which they had, was refused", "she, hurt, left"."""
    begins = [index for index, before in enumerate(words[:-1], 1) if before.lower == ","]
    ends = [
        (index, insertion_end(words, index, lexicon))
        for index in begins
        if words[index].lower in lexicon.relatives or (words[index].is_participle and index == begins[0])
    ]
    return [(words[low].start, words[high].start) for low, high in ends if high]


def _restrictions(words: Words, dated: Dated, lexicon: Lexicon) -> list[Span]:
    """What tells which one is meant, up to the verb behind it: "the storm that hit Cuba killed", "one who left"."""
    openers = lexicon.relative_words
    return [
        (words[index].start, _restriction_end(words, index, dated, lexicon))
        for index in range(1, len(words) - 2)
        if words[index].lower in openers and words[index + 1].is_finite and _is_noun(words[index - 1], lexicon)
    ]


def _is_noun(word: Word, lexicon: Lexicon) -> bool:
    return word.text[-1].isalnum() and not word.is_finite and word.lower not in lexicon.stopwords


def _restriction_end(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> int:
    """Where the next verb begins, behind the one of the relative clause and what goes with that."""
    verb = index + 1
    while verb + 1 < len(words) and (words[verb + 1].is_finite or words[verb + 1].is_participle):
        verb += 1
    behind = enumerate(words[verb + 1 :], verb + 1)
    end = next((k for k, word in behind if (word.is_finite and k not in dated) or word.text in _STRONG), 0)
    while end > verb + 1 and words[end - 1].lower in lexicon.adverbs:
        end -= 1  # "now appears"
    return words[end].start if end else words[-1].end


def _has_subject(words: Words, index: int, lexicon: Lexicon) -> bool:
    following = words[index + 1].lower if index + 1 < len(words) else ""
    return following in lexicon.determiners or following in lexicon.pronouns


def _has_verb(words: Words, index: int) -> bool:
    """Whether a verb follows a word before the next comma: not "his post as a deputy on Monday, saying"."""
    following = _without_inserted(words[index + 1 : index + _LONGEST_CLAUSE])
    return any(word.is_finite for word in takewhile(lambda word: word.lower != ",", following))

"""Clauses: the part of a sentence that a time expression dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span
from timeline.extract.verbs import is_ing, tense
from timeline.extract.words import Word, Words, words_of
from timeline.model.timex import Timex

__all__ = ["Clause", "clauses"]

_STRONG = frozenset(("--", "---", ";", "—", "–", "-"))
_LONGEST_FRAME = 18
_LATEST_SPEECH = 16
_LONGEST_SUBJECT = 9


Dated = frozenset[int]


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
    frame = _frame(words, dated, lexicon)
    said = bisect_left(words, (frame[1],)) if frame and frame[0] == words[0].start else 0
    pieces = _pieces(words, said, dated, lexicon)
    heads = [_trim(words, piece) for piece in pieces]
    insertions = [*_insertions(words, lexicon), *_restrictions(words, dated, lexicon)]
    segments = [_trim(words, piece) for piece in _join_undated(pieces, dated)]
    saying = frame and _saying(words, frame, lexicon)
    return [_clause(heads, insertions, segments, timex, sentence, frame, saying) for timex in timexes]


def _numbers(words: Words, timex: Timex) -> range:
    """The numbers of the words of a time expression."""
    return range(bisect_left(words, (timex.start,)), bisect_left(words, (timex.end,)))


def _clause(
    heads: list[Span],
    insertions: list[Span],
    segments: list[Span],
    timex: Timex,
    sentence: Span,
    frame: Span | None,
    saying: Span | None,
) -> Clause:
    if saying and saying[0] <= timex.start < saying[1] and _holding(insertions, timex, sentence) == sentence:
        return Clause(*sentence, timex, sentence, sentence, frame, is_saying=True)
    piece = _holding(heads, timex, sentence)
    inner = _holding(insertions, timex, piece)
    head = _outside((max(inner[0], piece[0]), min(inner[1], piece[1])), frame)
    return Clause(*_outside(_holding(segments, timex, sentence), frame), timex, sentence, head, frame)


def _holding(spans: list[Span], timex: Timex, sentence: Span) -> Span:
    return next((span for span in spans if span[0] <= timex.start < span[1]), sentence)


def _outside(span: Span, frame: Span | None) -> Span:
    if frame and frame[0] <= span[0] < frame[1] < span[1]:
        return frame[1], span[1]
    if frame and span[0] < frame[0] < span[1] <= frame[1]:
        return span[0], frame[0]
    return span


def _pieces(words: Words, said: int, dated: Dated, lexicon: Lexicon) -> list[Span]:
    """The stretches of a sentence between the places where a clause begins, each with a finite verb of its own.

    Where what somebody said begins, "and" joins clauses only behind a verb of its own: "he said Rome and Paris agreed".
    """
    starts = [0]
    joints = lexicon.coordinators - lexicon.contrasts
    for index in range(1, len(words)):
        splits = words[index].lower in lexicon.splitters or words[index - 1].lower in _STRONG
        joins = words[index].lower in joints
        if (
            splits
            and _begins_clause(words, index, dated, lexicon)
            and (not joins or _has_verb(words, max(starts[-1], said), index))
        ):
            starts.append(index)
        elif words[index].is_finite and _begins_verb(words, starts[-1], index, dated, lexicon):
            starts.append(index - (words[index - 1].lower != ","))
    starts = sorted({*starts, *_main_after_dependent(words, lexicon)})
    merged: list[Span] = []
    for piece in pairwise([*starts, len(words)]):
        if merged and not (_has_verb(words, *merged[-1]) and _has_verb(words, *piece)):
            merged[-1] = (merged[-1][0], piece[1])
        else:
            merged.append(piece)
    return merged


def _begins_verb(words: Words, start: int, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether another verb of the same subject begins with a date of its own: "sailed in May, sank in June"."""
    joints = {",", *lexicon.coordinators}
    if index in dated or words[index - 1].lower not in joints:
        return False
    after = next((k for k in range(index + 1, len(words)) if words[k].lower in joints), len(words))
    if dated.isdisjoint(range(index, after)):
        return False
    if dated.isdisjoint(range(start, index)) and not _is_of_other_time(words, start, index, lexicon):
        return False
    apart = words[index - 1].lower == "," and (_is_inserted(words, index) or words[index + 1].lower in lexicon.agents)
    return not apart and _has_verb(words, start, index - 1)


def _is_of_other_time(words: Words, start: int, index: int, lexicon: Lexicon) -> bool:
    """Whether a verb after "and" has another tense than the one before: "has won twice and was second in May"."""
    first = next((word for word in words[start : index - 1] if word.is_finite), words[index])
    return words[index - 1].lower in lexicon.coordinators and tense(first, lexicon) != tense(words[index], lexicon)


def _is_inserted(words: Words, index: int) -> bool:
    """Whether an insertion begins or ends at a verb after a comma: "the mayor, hurt in May, left"."""
    begins = (k for k in range(1, index) if words[k - 1].lower == ",")
    return bool(_insertion_end(words, index)) or any(_insertion_end(words, k) == index - 1 for k in begins)


def _main_after_dependent(words: Words, lexicon: Lexicon) -> list[int]:
    """Where the main clause begins after a dependent one: "When the war ended, the crew returned"."""
    if words[0].lower not in lexicon.subordinators:
        return []
    verb = next((index for index, word in enumerate(words) if word.is_finite), len(words))
    comma = next((index for index in range(verb, len(words)) if words[index].lower == ","), len(words))
    subject = next((k for k in range(verb + 2, min(comma, len(words) - 1)) if _is_subject(words, k, lexicon)), 0)
    if subject:
        return [subject]
    return [comma + 1] if _has_verb(words, comma + 1, comma + 12) else []


def _is_subject(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun is the subject of the verb after it: "When the teams arrived they collected"."""
    return words[index].lower in lexicon.nominatives and words[index + 1].is_finite


def _has_verb(words: Words, low: int, high: int) -> bool:
    return any(word.is_finite for word in words[low:high])


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
    if word.lower in lexicon.coordinators:
        return before.lower == "," or word.lower == "but" or _begins_equal(words, index, dated, lexicon)
    return word.lower in lexicon.subordinators and _begins_dependent(words, index, dated, lexicon)


def _begins_equal(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether "and" without a comma begins a clause with a subject of its own: "Rome agreed and Paris signed"."""
    begin = next((k for k in range(index + 1, len(words)) if not _is_adverbial(words, k, dated, lexicon)), index + 1)
    following = _without_age(words[begin : begin + _LONGEST_SUBJECT])[:5]
    verb = next((k for k, word in enumerate(following) if word.is_finite), 0)
    if not verb or any(
        not word.text[0].isalnum() or word.lower in lexicon.clause_openers | lexicon.coordinators
        for word in following[:verb]
    ):
        return False
    first = following[0]
    named = words[index - 1].text[0].isupper() and dated.isdisjoint(range(index - 1, begin))
    if first.text[0].isupper() and named:  # "the Immigration and Naturalization Service"
        return False
    return first.text[0].isupper() or first.lower in lexicon.pronouns or first.lower in lexicon.determiners


def _without_age(words: Words) -> Words:
    """Words without the age between two commas before a verb: "Ada Byron, 43, left"."""
    comma = next((k for k, word in enumerate(words) if word.lower == ","), 0)
    after = words[comma + 1 :]
    is_age = comma > 0 and len(after) > 2 and after[0].text.isdigit() and after[1].lower == ","
    return words[:comma] + after[2:] if is_age else words


def _begins_dependent(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether a subordinating word begins a clause; before a date it is a preposition: "after Tuesday"."""
    word, after_comma = words[index].lower, words[index - 1].lower == ","
    if word in lexicon.relatives and after_comma:
        return not _insertion_end(words, index)
    if word == lexicon.parenthetic and _takes_as(words[index - 1].lower, lexicon):
        return False
    if word == lexicon.parenthetic and not after_comma:
        return _has_subject(words, index, lexicon)
    if index + 1 == len(words) or index + 1 in dated:
        return False
    following = words[index + 1]
    return not is_ing(following) and following.lower not in lexicon.prepositions  # "while leaving", "because of"


def _takes_as(before: str, lexicon: Lexicon) -> bool:
    """Whether "as" after a word begins no clause: "such as", "elected as the first"."""
    return (
        before in lexicon.pointing_nouns or before in lexicon.naming_verbs or before.endswith(lexicon.finite_suffixes)
    )


def _insertions(words: Words, lexicon: Lexicon) -> list[Span]:
    """What is told between a subject and its verb: "the offer, which they had, was refused", "she, hurt, left"."""
    comma = next((index for index, word in enumerate(words) if word.lower == ","), 0)
    ends = [
        (index, _insertion_end(words, index))
        for index, word in enumerate(words)
        if word.lower in lexicon.relatives or (word.is_participle and index == comma + 1)
    ]
    return [(words[low].start, words[high].start) for low, high in ends if high and low and words[low - 1].lower == ","]


def _restrictions(words: Words, dated: Dated, lexicon: Lexicon) -> list[Span]:
    """What tells which one is meant, up to the verb behind it: "the storm that hit Cuba killed", "one who left"."""
    openers = lexicon.relatives | {lexicon.that}
    return [
        (words[index].start, _restriction_end(words, index, dated))
        for index in range(1, len(words) - 2)
        if words[index].lower in openers and words[index + 1].is_finite and _is_noun(words[index - 1], lexicon)
    ]


def _is_noun(word: Word, lexicon: Lexicon) -> bool:
    return word.text[-1].isalnum() and not word.is_finite and word.lower not in lexicon.stopwords


def _restriction_end(words: Words, index: int, dated: Dated) -> int:
    """Where the next verb begins, behind the one of the relative clause and what goes with that."""
    verb = index + 1
    while verb + 1 < len(words) and (words[verb + 1].is_finite or words[verb + 1].is_participle):
        verb += 1
    behind = enumerate(words[verb + 1 :], verb + 1)
    following = (word.start for k, word in behind if (word.is_finite and k not in dated) or word.text in _STRONG)
    return next(following, words[-1].end)


def _insertion_end(words: Words, index: int) -> int:
    """The index of the comma after a relative clause that a verb follows, else 0."""
    comma = next((k for k in range(index + 2, min(index + 25, len(words) - 2)) if words[k].lower == ","), 0)
    after = words[comma + 1 : comma + 3]
    return comma if comma and words[comma + 1].lower != "and" and any(word.is_finite for word in after) else 0


def _has_subject(words: Words, index: int, lexicon: Lexicon) -> bool:
    following = words[index + 1].lower if index + 1 < len(words) else ""
    return following in lexicon.determiners or following in lexicon.pronouns


def _frame(words: Words, dated: Dated, lexicon: Lexicon) -> Span | None:
    """Where a sentence says who said it: "Rutte said on Tuesday that …", "…, the minister said"."""
    return _leading_frame(words, dated, lexicon) or _trailing_frame(words, lexicon)


def _leading_frame(words: Words, dated: Dated, lexicon: Lexicon) -> Span | None:
    if " ".join(word.lower for word in words[:2]) in lexicon.according:
        end = next((k + 1 for k, word in enumerate(words[:-2]) if word.lower == ","), None)
        return (words[0].start, words[end].start) if end else None
    if words[0].lower == lexicon.parenthetic:
        return _parenthetic_frame(words, lexicon)
    told = _told_within(words, lexicon)
    for index in range(1, min(len(words) - 2, _LATEST_SPEECH + len(told))):
        word = words[index]
        if index in told or (words[index - 1].lower == "," and index - 2 not in told):
            continue
        if word.lower in lexicon.speech and words[index - 1].lower not in lexicon.determiners:
            end = _content_begin(words, index, dated, lexicon)
            return (words[0].start, words[end].start) if end else None
        if word.lower not in lexicon.be and word.is_finite and word.lower not in ("has", "have", "had"):
            return None
    return None


def _told_within(words: Words, lexicon: Lexicon) -> range:
    """The numbers of the words of a relative clause between a subject and its verb: "Ada Byron, who won, said"."""
    begin = next((k for k, word in enumerate(words[:_LATEST_SPEECH]) if word.lower in lexicon.relatives), 0)
    inserted = begin > 1 and words[begin - 1].lower == ","
    return range(begin, _insertion_end(words, begin) if inserted else begin)


def _saying(words: Words, frame: Span, lexicon: Lexicon) -> Span:
    """The part of what tells who said it where a date is that of the saying: up to a comma after the verb."""
    inside = [word for word in words if frame[0] <= word.start < frame[1]]
    verb = next((k for k, word in enumerate(inside) if word.lower in lexicon.speech), len(inside))
    end = next((word.start for word in inside[verb:] if word.lower == ","), frame[1])
    return frame[0], end


def _parenthetic_frame(words: Words, lexicon: Lexicon) -> Span | None:
    """Where "as" begins who said it: "As the president acknowledged in his remarks, …"."""
    comma = next((k for k, word in enumerate(words[:_LATEST_SPEECH]) if word.lower == ","), 0)
    verb = next((word for word in words[:comma] if word.is_finite), None)
    return (words[0].start, words[comma].end) if verb and verb.lower in lexicon.speech else None


def _content_begin(words: Words, verb: int, dated: Dated, lexicon: Lexicon) -> int | None:
    """The index of the first word of what was said, after a verb of speech at an index."""
    for index in range(verb + 1, min(verb + 10, len(words) - 2)):
        if words[index].lower == lexicon.that:
            return index + 1 if _has_verb(words, index + 1, len(words)) else None
        if words[index].is_finite or words[index].lower in ("to", ";"):
            break
    after = verb + 1
    while after < len(words) - 2 and _is_adverbial(words, after, dated, lexicon):
        after += 1
    plain = words[verb].lower in lexicon.bare_speech and _has_verb(words, after, len(words))
    return after if plain and words[after].lower not in ("to", ".") else None


def _is_adverbial(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    word = words[index]
    if index in dated or word.lower in (",", ":"):
        return True
    return word.lower in lexicon.date_lead and index + 1 in dated


def _trailing_frame(words: Words, lexicon: Lexicon) -> Span | None:
    marks = (",", '"', "”", "''")
    for index in range(len(words) - 2, max(0, len(words) - _LONGEST_FRAME), -1):
        if words[index].lower not in marks:
            continue
        tail = words[index + 1 : index + 12]
        speech = next((k for k, word in enumerate(tail) if word.lower.rstrip(".") in lexicon.speech), None)
        adds = bool(tail) and tail[0].lower in lexicon.coordinators
        said = index > 3 and speech is not None and not adds and _ends_saying(tail, speech, lexicon)
        named = " ".join(word.lower for word in tail[:3]).startswith(lexicon.according)
        if (said or named) and _has_verb(words, 0, index):
            return words[index].start, words[-1].end
    return None


def _ends_saying(tail: Words, speech: int, lexicon: Lexicon) -> bool:
    """Whether the words after a comma only tell who spoke: "the minister said on Tuesday", "said the minister"."""
    comma = next((k for k, word in enumerate(tail) if k > speech and word.lower == ","), len(tail))
    if any(word.lower == lexicon.that or word.lower in lexicon.relatives for word in tail[:comma]):
        return False
    if speech and tail[speech - 1].lower in lexicon.be:
        return False
    if speech == 0:  # "said the mayor", not "said the mayor had left"
        return not any(word.is_finite and not word.is_participle for word in tail[1:comma])
    following = tail[speech + 1].lower if speech + 1 < len(tail) else ""
    return not following or following in lexicon.after_speech or (tail[speech + 1].text[0].isupper())

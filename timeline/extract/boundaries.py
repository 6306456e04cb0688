"""Clause boundaries: where in a sentence the next clause with a finite verb of its own begins."""

from __future__ import annotations

from itertools import pairwise, takewhile

from timeline.extract.breaks import begins_main
from timeline.extract.inserted import insertion_end, insertion_of
from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span
from timeline.extract.speakers import has_verb, is_adverbial
from timeline.extract.verbs import is_ing, main_verb, tense
from timeline.extract.words import STRONG_MARKS, Dated, Word, Words, owns

__all__ = ["pieces"]

_MARKS = STRONG_MARKS | {","}
_LONGEST_SUBJECT = 9
_LONGEST_CLAUSE = 30


def pieces(words: Words, said: int, aside: range, dated: Dated, lexicon: Lexicon) -> list[Span]:
    """The stretches of a sentence between the places where a clause begins, each with a finite verb of its own.

    No clause ends at what stands between two dashes. Where what somebody said begins, "and" joins clauses only behind a
    verb of its own: "he said Rome and Paris agreed".
    """
    starts, first, last = [0], min(dated, default=0), max(dated, default=0)
    for index in _breaks(words, lexicon):
        if index in aside or index - 1 in aside:
            continue
        before, word = words[index - 1], words[index]
        if word.lower in lexicon.splitters or before.lower in STRONG_MARKS:
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
    if open_ or not words:
        return False
    opens = words[0].is_participle and words[0].text[0].isupper()  # "Set up in May, the court of Rome [and Ulm won]"
    return (words[0].is_finite and not opens) or main_verb(words, lexicon) > 0


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
    apart = comma and (by or _is_inserted(words, index - 1, lexicon))
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


def _is_inserted(words: Words, comma: int, lexicon: Lexicon) -> bool:
    """Whether an insertion begins or ends at a comma before a verb: "the mayor, hurt in May, left"."""
    ends = (insertion_end(words, k, lexicon) for k in range(comma) if words[k].lower == ",")
    return bool(insertion_end(words, comma, lexicon)) or comma in ends


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


def _begins_clause(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    word, before = words[index], words[index - 1]
    if before.lower in STRONG_MARKS:
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
    following = _without_insertion(words[begin : begin + _LONGEST_SUBJECT], lexicon)[:5]
    verb = next((k for k, word in enumerate(following) if word.is_finite), 0)
    if not verb or any(
        not word.text[0].isalnum() or word.lower in lexicon.clause_openers or word.lower in lexicon.coordinators
        for word in following[:verb]
    ):
        return False
    if _is_plural(following[verb : verb + 2], lexicon):
        return False
    first = following[0]
    named = words[index - 1].text[0].isupper() and dated.isdisjoint(range(index - 1, begin))
    if first.text[0].isupper() and named:  # "the Immigration and Naturalization Service"
        return False
    begins = first.text[0].isupper() or first.lower in lexicon.pronouns or first.lower in lexicon.determiners
    return begins or first.lower in lexicon.several


def _is_plural(words: Words, lexicon: Lexicon) -> bool:
    """Whether a word and the next tell of no verb but of several: "law and East Asian [studies in]"."""
    verb, after = words[0].lower, words[1:]
    present = verb[-1] == "s" and not any(verb in some for some in (lexicon.auxiliaries, lexicon.past, lexicon.speech))
    return present and (not after or (after[0].lower in lexicon.prepositions and after[0].lower != lexicon.infinitive))


def _without_insertion(words: Words, lexicon: Lexicon) -> Words:
    """Words without what stands between two commas before a verb: "Ada Byron, 43, left", "six, with Ulm, left"."""
    inside = insertion_of(words, lexicon)
    return words[: inside.start] + words[inside.stop :] if inside else words


def _begins_dependent(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether a subordinating word begins a clause; before a date it is a preposition: "after Tuesday"."""
    word, after_comma = words[index].lower, words[index - 1].lower == ","
    if word in lexicon.relatives and (after_comma or word not in lexicon.relative_adverbs):
        return after_comma and not insertion_end(words, index - 1, lexicon)
    if word == lexicon.parenthetic and (
        _is_named(words, index, dated, lexicon) or not _has_verb(words, index, lexicon)
    ):
        return False
    if word == lexicon.parenthetic and not after_comma:
        return _has_subject(words, index, lexicon)
    inner = word not in lexicon.prepositions and words[index - 1].lower in lexicon.places
    if word in lexicon.adverbs and (inner or not _has_verb(words, index, lexicon)):
        return False  # "in even deeper rifts"
    if index + 1 == len(words) or (index + 1 in dated and not _is_owner(words, index + 1, dated, lexicon)):
        return False
    following = words[index + 1]
    return not (is_ing(following, lexicon) or following.lower in lexicon.prepositions)  # "while leaving", "as of"


def _is_owner(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether a date owns the subject of a verb: "after [Monday's storm sank] the ferry"."""
    owner = next((k for k in range(index, len(words)) if k not in dated or owns(words[k])), index)
    end = next((k for k in range(owner, len(words)) if not words[k].text[0].isalnum()), len(words))
    return owns(words[owner]) and main_verb(words[owner:end], lexicon) > 1


def _is_named(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether "as" at an index tells what somebody is called or made, a date before it or not: "was named as"."""
    lead = next((k for k in range(index - 1, 0, -1) if not is_adverbial(words, k, dated, lexicon)), 0)
    return words[lead].lower in lexicon.naming_verbs or _takes_as(words[index - 1].lower, lexicon)


def _takes_as(before: str, lexicon: Lexicon) -> bool:
    """Whether "as" after a word begins no clause: "such as", "elected as the first"."""
    return (
        before in lexicon.pointing_nouns or before in lexicon.naming_verbs or before.endswith(lexicon.finite_suffixes)
    )


def _has_subject(words: Words, index: int, lexicon: Lexicon) -> bool:
    following = words[index + 1].lower if index + 1 < len(words) else ""
    return following in lexicon.determiners or following in lexicon.pronouns


def _has_verb(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a verb follows a word before the next comma: not "his post as a deputy on Monday, saying"."""
    following = _without_insertion(words[index + 1 : index + _LONGEST_CLAUSE], lexicon)
    return any(word.is_finite for word in takewhile(lambda word: word.lower != ",", following))

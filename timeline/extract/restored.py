"""A clause with the subject that it leaves out, or that a relative pronoun stands for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from timeline.extract.breaks import begins_main
from timeline.extract.clauses import Clause
from timeline.extract.entities import is_person, names_person, nearby
from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span
from timeline.extract.subjects import antecedent, is_plural, trailing_name
from timeline.extract.verbs import tense
from timeline.extract.words import Words, between, in_small, made, owns
from timeline.model.timex import Timex

__all__ = ["Told", "with_subject", "without_relative"]

_LONGEST_NOUN = 8
_FEWEST_APPOSED = 2
_NEAR = 2


class Told(NamedTuple):
    """A clause with what its title is made of.

    Args:
        text: The article.
        clause: The clause.
        words: The words of its sentence without the dates.
        dates: The time expressions that stand in it, its own among them.
        before: The sentences before, the nearest first, where a pronoun finds its name.
        lexicon: The words of the language.
    """

    text: str
    clause: Clause
    words: Words
    dates: Sequence[Timex]
    before: Sequence[Span]
    lexicon: Lexicon


def with_subject(told: Told, words: Words) -> Words:
    """A clause that leaves out its subject, or names it by a relative pronoun, with the subject put back."""
    clause, lexicon = told.clause, told.lexicon
    if not words:
        return ()
    first, rest = words[0], words[1:]
    if first.lower in lexicon.subordinators and rest:
        return words if _is_phrase(told, words) else _before_main(told, rest)
    if first.is_finite and clause.head[0] > clause.sentence[0]:
        opens = told.words[:1] if told.words[0].lower in lexicon.personal_pronouns else ()
        subject = opens or antecedent(told.words, lexicon)
        return _joined(told, subject, words) if subject else words
    return words


def _is_phrase(told: Told, words: Words) -> bool:
    """Whether a sentence begins with a preposition and no verb before the comma: "After months of rain, Rome left"."""
    comma = next((k for k, word in enumerate(words) if word.text == ","), 0)
    leads = words[0].lower in told.lexicon.prepositions and words[0].lower != told.lexicon.parenthetic
    opens = words[0].start == told.clause.sentence[0] and leads
    return opens and comma > 0 and not any(word.is_finite for word in words[:comma])


def _before_main(told: Told, words: Words) -> Words:
    """A dependent clause up to where the main one begins after its date: "when Ulm fell [in May] Rome sent help"."""
    after = next((k for k, word in enumerate(words) if word.start >= told.clause.timex.end), 0)
    ends = any(word.is_finite for word in words[:after]) and begins_main(words, after, told.lexicon)
    return words[:after] if ends else words


def _joined(told: Told, subject: Words, words: Words) -> Words:
    """A subject and what is told of it; between commas it was done to it: "Libby, convicted of it,"."""
    apart = tuple(word for word in between(told.words, subject[-1].end, words[0].start) if word.text[0].isalnum())
    within = any(_begins_relative(apart, k, told.lexicon) for k in range(1, len(apart)))
    within = within or any(_begins_other(apart, k, told.lexicon) for k in range(len(apart)))
    listed = told.text[: words[0].start].rstrip().endswith(",") and told.text[: subject[-1].end + 1].endswith(" ")
    if within or (apart and not listed and apart[-1].lower not in told.lexicon.coordinators):
        return ()
    rest = between(told.words, told.clause.head[1], told.clause.sentence[1])[:3]
    closed = len(rest) > 1 and rest[0].text == "," and any(word.is_finite for word in rest[1:])
    apposed = told.text[subject[-1].end :][:_NEAR].lstrip().startswith(",")
    if apposed and any(word.lower == told.lexicon.genitive for word in subject):
        return ()  # "the trial of Weber, arrested in May"
    inserted = closed and apposed
    leads = _copula(told, subject, words, inserted=inserted) or _modal(told, subject, words)
    leads = leads or _auxiliaries(told, subject, words)
    return (*subject, *leads, *words)


def _begins_relative(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a relative clause begins at a word: "Weber met Lind, [who won and]", "in clashes [that began and]"."""
    is_that = words[index].lower == lexicon.that and words[index + 1 : index + 2]
    return words[index].lower in lexicon.relatives or bool(is_that and words[index + 1].is_finite)


def _begins_other(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether another subject begins at a word: "critics say [they left but]", "Ulm won and [Mara Lind, sent to]"."""
    word, after = words[index], words[index + 1 : index + 2]
    joins = word.lower in lexicon.coordinators and after and not (after[0].is_finite or after[0].is_participle)
    begun = joins and any(one.is_finite for one in words[:index]) and not any(one.is_finite for one in words[index:])
    return word.lower in lexicon.nominatives or bool(begun)


def _modal(told: Told, subject: Words, words: Words) -> Words:
    """The modal of an infinitive that has none of its own: "could freeze and fail"."""
    lexicon, verb = told.lexicon, words[0]
    before = between(told.words, subject[-1].end, verb.start)[:1]
    modal = before and before[0].lower in lexicon.modals
    is_form = verb.text[-1] == "s" or verb.is_participle or tense(verb, lexicon)
    return before if modal and not is_form else ()


def _auxiliaries(told: Told, subject: Words, words: Words) -> Words:
    """The auxiliaries of a participle that has none of its own: "may have been hurt and taken", "could be sold and"."""
    lexicon, before = told.lexicon, between(told.words, subject[-1].end, words[0].start)
    group = tuple(takewhile(lambda word: word.lower in lexicon.auxiliaries, before))
    follows = before[len(group) : len(group) + 1]
    shared = len(group) > 1 and group[0].lower in lexicon.modals and bool(follows) and follows[0].is_participle
    return group if shared and words[0].is_participle else ()


def _copula(told: Told, subject: Words, words: Words, *, inserted: bool) -> Words:
    """The copula of a participle that has none of its own: "was arrested in May and released in June"."""
    lexicon = told.lexicon
    before = between(told.words, subject[-1].end, words[0].start)
    relative = next((k for k, word in enumerate(before[:2], 1) if word.lower in lexicon.relatives), 0)
    inserted, before = inserted and not relative, before[relative:]  # "Weber, who was hurt and left,"
    shared = len(before) > 2 and before[0].lower in lexicon.be and before[1].is_participle
    passive = any(words[0].lower in some for some in (lexicon.object_verbs, lexicon.transitives))
    shared = shared and (passive or any(word.lower in lexicon.agents | {lexicon.parenthetic} for word in words[1:2]))
    active = len(words) > 1 and (words[1].lower in lexicon.determiners or words[1].text[0].isupper())
    if not words[0].is_participle or active or not (inserted or shared):
        return ()
    return (made(lexicon.passives[is_plural(subject, lexicon)], words[0].start, lexicon),)


def _is_whole(before: Words, name: Words, lexicon: Lexicon) -> bool:
    """Whether a name is all that a relative clause tells about: not "a professor at the University of Rome, who"."""
    if not before or not before[-1].text[0].isalnum():
        return len(before) < _FEWEST_APPOSED or before[-2].text[0].islower()  # no "in Alt Lehe, Bremen, which"
    last = before[-1]
    if last.lower in lexicon.prepositions or last.lower in lexicon.determiners or last.lower in lexicon.coordinators:
        return False
    return len(name) > 1 or not name[0].text.isupper()


def _is_who(told: Told, before: Words, name: Words) -> bool:
    """Whether "who" can stand for a name alone: not "a gift from China, who", "Rome and Ulm, who"."""
    clause, lexicon = told.clause, told.lexicon
    lead = before[-1].lower if before else ""
    if not name or lead in lexicon.coordinators or (len(name) == 1 and lead in lexicon.places):
        return False
    return names_person(name, nearby(told.text, *clause.head), lexicon)


def _is_apposed(words: Words, lexicon: Lexicon) -> bool:
    """Whether the subject that a relative clause tells of follows as a pronoun: "A miner who joined, he rose"."""
    return any(comma.text == "," and word.lower in lexicon.nominatives for comma, word in pairwise(words))


def without_relative(told: Told, opener: str, rest: Words) -> Words:
    """A relative clause with what it tells about: "Weber left the bank", "the government accepted the plan"."""
    clause, lexicon = told.clause, told.lexicon
    words = between(told.words, clause.sentence[0], clause.head[0])[-12:]
    while words and not words[-1].text[0].isalnum():
        words = words[:-1]
    named = trailing_name(words, lexicon)
    owner = max((k for k, word in enumerate(named, 1) if owns(word)), default=0)
    before = words[: len(words) - len(named)]
    titled = any(word.text.rstrip(".") in lexicon.honorifics for word in before[-1:])
    lead = before[-1:] if named and opener in lexicon.thing_relatives else ()
    lead = tuple(word for word in lead if word.lower in lexicon.pointing)  # "the European Union, which"
    person = not lead and (titled or is_person(named[owner:], lexicon))
    if not rest or opener in lexicon.conditions or (opener in lexicon.thing_relatives and person):
        return ()  # "Acme, whose owner left"
    person = opener not in lexicon.thing_relatives and _is_who(told, before, named)
    if named and not (person or lead) and not _is_whole(before, named, lexicon):
        return ()
    if named and rest[0].is_finite:
        courtesy = before[-1:] if titled and len(named) == 1 else ()  # "Mrs Byron, who"
        return (courtesy or lead) + named + rest
    opens = words and words[0].start == told.words[0].start and not any(word.is_finite for word in words)
    nearer = any(word.lower in lexicon.articles for word in words[1:])  # "the owner of a ship that sank"
    if not opens or nearer or len(words) > _LONGEST_NOUN or _is_apposed(rest, lexicon):
        return ()
    if rest[0].is_finite:
        return words + rest
    first = words[0]
    small = in_small(first) if first.lower in lexicon.determiners else first
    return (*rest, small, *words[1:]) if rest[-1].is_finite else ()

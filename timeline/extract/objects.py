"""What a verb says nothing without: an object, a receiver and what he gets, a clause that tells what was asked."""

from __future__ import annotations

from timeline.extract.breaks import begins_main
from timeline.extract.lexicon import Lexicon
from timeline.extract.verbs import group_end, is_ing
from timeline.extract.words import Words, owns

__all__ = ["lacks_object", "waits_for", "waits_for_later"]


def lacks_object(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a headline ends before what its last verb says nothing without: "Weber went [before a court]".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> texts = "Mara Lind came to see", "Mara Lind apologised", "Rome gave Mara Lind", "Rome gave Mara Lind a ship"
    >>> every = [words_of(text, 0, len(text), lexicon_of("en")) for text in texts]
    >>> [lacks_object(words, 1 + (words[0].lower == "mara"), lexicon_of("en")) for words in every]
    [True, True, True, False]
    """
    last, passive = words[-1].lower, words[verb].lower in lexicon.be
    end = group_end(words, verb, lexicon)
    if not passive and words[end : end + 1] and words[end].text == "," and words[end - 1].lower in lexicon.object_verbs:
        return True  # "Rome received, amid cheers, [a ship]"
    if last in lexicon.asking and (words[-2].lower == lexicon.infinitive or words[-2].lower in lexicon.modals):
        return True
    empty = last in lexicon.object_verbs or last in lexicon.answers
    done = not passive and end >= len(words) - 1
    return (empty and done) or _gives_nothing(words, verb, lexicon)


def _gives_nothing(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether only the receiver of something follows a verb of giving: "will offer Mara Lind", "gave a boy to go"."""
    if lexicon.giving.isdisjoint([word.lower for word in words[verb:]]):
        return False
    gives = next(k for k in range(verb, len(words)) if words[k].lower in lexicon.giving)
    told = words[gives + 1 :]
    leads = lexicon.openings - {lexicon.genitive}
    end = next((k for k, word in enumerate(told) if word.lower in leads), len(told))
    receiver, after = told[:end], told[end : end + 1]
    if not receiver or (after and after[0].lower != lexicon.infinitive):
        return False
    if any(word.lower in lexicon.articles for word in receiver[1:]):
        return False
    last = receiver[-1]
    joined = receiver[0].text[0].isupper() and any(word.lower in lexicon.coordinators for word in receiver)
    person = last.lower in lexicon.person_words
    return person or (not after and (last.text[0].isupper() or joined))


def waits_for(words: Words, verb: int, after: Words, lexicon: Lexicon) -> bool:
    """Whether a verb of a headline says nothing without the clause behind it: "asked Mara Lind [if she won]".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> words = words_of("Rome asked Mara Lind if she won", 0, 31, lexicon_of("en"))
    >>> waits_for(words[:4], 1, words[4:], lexicon_of("en"))
    True
    """
    first = after[0].lower if after else ""
    if _waits_for_relative(words, first, lexicon):
        return True
    if first not in lexicon.splitters or (first == lexicon.parenthetic and begins_main(after, 1, lexicon)):
        return False
    wanted = (lexicon.wants.get(word.lower, frozenset()) for word in words[verb:])
    return any(
        first in some and some.isdisjoint([word.lower for word in words[k:]]) for k, some in enumerate(wanted, verb + 1)
    )


def _waits_for_relative(words: Words, opener: str, lexicon: Lexicon) -> bool:
    """Whether only a relative clause tells what a noun is: "lived in a town [where]", "came at a time [when]"."""
    if words[-2].lower not in lexicon.indefinite or words[-1].text[0].isupper():
        return False
    return opener in lexicon.relative_words or (opener in lexicon.same_time and words[-3].lower in lexicon.places)


def waits_for_later(words: Words, verb: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb has what it waits for after an index only: "wants men [to leave]", "gave Ulm's poor [in May tea]".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> words = words_of("Rome described Mara Lind as a friend", 0, 36, lexicon_of("en"))
    >>> waits_for_later(words, 1, 4, lexicon_of("en"))
    True
    """
    owned = words[end].lower in lexicon.places and owns(words[end - 2])
    if owned and words[end - 3].lower in lexicon.giving:
        return True  # "Weber's friends [in Ulm a pact]"
    return any(words[k].lower in lexicon.wants and _wants(words, k, end, lexicon) for k in range(verb, end))


def _wants(words: Words, verb: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what a verb waits for comes after an index only, and is not of another: "agreed [belonging to]"."""
    wanted = lexicon.wants[words[verb].lower]
    last = next((k for k in range(end, len(words) - 1) if _begins_second(words, k, lexicon)), len(words))
    found = (k for k in range(verb + 1, last) if words[k].lower in wanted)
    place = next((k for k in found if words[k].lower != lexicon.infinitive or not is_ing(words[k - 1], lexicon)), 0)
    return place >= end and (lexicon.parenthetic not in wanted or not begins_main(words, place + 1, lexicon))


def _begins_second(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether "and" at an index begins another verb."""
    return words[index].lower in lexicon.coordinators and words[index + 1].is_finite

"""What a title points to that only its article has told: "the two men", "its plan", "him"."""

from __future__ import annotations

from timeline.extract.entities import is_proper, nearby
from timeline.extract.lexicon import Lexicon
from timeline.extract.verbs import group_end, is_ing
from timeline.extract.words import Word, Words, owns

__all__ = ["is_understood", "may_name", "points"]

_LONGEST_PHRASE = 6
_LONGEST_BARE = 2
_GENITIVES = ("'s", "’s", "s'", "s’")


def is_understood(text: str, words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether one who has read nothing else knows what a title speaks of: it names something, and all "the" are told.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.verbs import main_verb
    >>> from timeline.extract.words import words_of
    >>> texts = "The plan failed in Ulm", "Rome dropped the plan for Ulm", "Two men died", "The bank of Ulm closed"
    >>> every = [words_of(text, 0, len(text), lexicon_of("en")) for text in texts]
    >>> [is_understood("", words, main_verb(words, lexicon_of("en")), lexicon_of("en")) for words in every]
    [False, True, False, True]
    """
    named = any(_is_name(word, lexicon) for word in words[1:]) or _is_name_first(text, words, lexicon)
    loose = any(_is_loose(words, k, verb, lexicon) or _is_unspecified(words, k, lexicon) for k in range(len(words)))
    return named and not loose


def may_name(words: Words, lexicon: Lexicon) -> bool:
    """Whether any of some words can be a name, without which no part of them can be understood alone.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> texts = "The plan failed", "The plan failed in Ulm"
    >>> [may_name(words_of(text, 0, len(text), lexicon_of("en")), lexicon_of("en")) for text in texts]
    [False, True]
    """
    return any(_is_name(word, lexicon) for word in words)


def _is_name(word: Word, lexicon: Lexicon) -> bool:
    if word.text.islower() or not (word.text[0].isupper() or word.text.isalpha()):  # but "iPhone"
        return False
    if word.lower in lexicon.stopwords or word.text in lexicon.weekdays_and_months:
        return False
    return "-" not in word.text or not word.text.rpartition("-")[2].islower()  # not "English-language"


def _is_name_first(text: str, words: Words, lexicon: Lexicon) -> bool:
    """Whether the first word of a title is a name, where every word is capitalised.

    It is if it is one elsewhere, and if it does something, alone and without an article, and is never in small letters.
    """
    first = words[0]
    near = nearby(text, first.start, first.end)
    if not _is_name(first, lexicon) or first.text[1:2].isupper() or owns(first):
        return _is_name(first, lexicon)
    common = first.lower in lexicon.known or first.lower in lexicon.several or f" {first.lower} " in near
    thing = first.text[-1] == "s" or is_ing(first, lexicon) or first.lower.endswith(lexicon.abstract)
    single = len(words) > _LONGEST_BARE and words[1].is_finite and not thing
    return not common and (single or is_proper(first.text, near))


def _is_loose(words: Words, index: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether "the" stands at an index, and nothing says which is meant: "the plan", not "the Pope"."""
    if words[index].lower not in lexicon.pointing:
        return False
    end = _noun_end(words, index + 1, lexicon)
    phrase = words[index + 1 : end]
    if not phrase and words[end : end + 1] and words[end].text == "“":
        return False  # "the “axis of evil”"
    if not phrase or any(_is_name(word, lexicon) for word in phrase):
        person = bool(phrase) and (phrase[-1].lower in lexicon.persons or phrase[-1].text in lexicon.compatriots)
        return not phrase or (person and not _is_told(words, end, verb, lexicon))
    if _is_known(words[:index], phrase, lexicon) or (index > verb and _is_of_kind(phrase, lexicon)):
        return False
    if phrase[0].lower in lexicon.ordinals and words[end : end + 1] and words[end].lower == lexicon.infinitive:
        return False  # "became the first company to be worth"
    owned = any(word.text.endswith(_GENITIVES) for word in phrase)
    return owned or _does(words, index, end, lexicon) or not _is_told(words, end, verb, lexicon)


def _is_unspecified(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether something is counted, and not told of what: "40 new cases", not "flu cases", "cases of flu"."""
    if not index or words[index].lower not in lexicon.instances:
        return False
    before, after = words[index - 1], words[index + 1 : index + 2]
    counts = before.text[0].isdigit() or any(
        before.lower in some for some in (lexicon.several, lexicon.ordinals, lexicon.possessives, lexicon.countings)
    )
    return counts and not (after and after[0].lower in lexicon.complements)


def _is_known(before: Words, phrase: Words, lexicon: Lexicon) -> bool:
    """Whether there is only one such thing: "the government", "the oldest bridge", "the company's plan"."""
    owner = next((word for word in phrase if word.text.endswith(_GENITIVES)), phrase[-1])
    stem, first = owner.lower.removesuffix("'s").removesuffix("'"), phrase[0].lower
    if stem in lexicon.known or (first.endswith(lexicon.superlative_endings) and first not in lexicon.ordinals):
        return True
    named = not lexicon.organization_words.isdisjoint(word.text.rstrip(".") for word in before)
    return owner is not phrase[-1] and stem in lexicon.company_nouns and named


def _is_of_kind(phrase: Words, lexicon: Lexicon) -> bool:
    """Whether an adjective tells which kind of thing is meant: "the presidential campaign"."""
    return len(phrase) > 1 and phrase[0].lower.endswith(lexicon.kinds)


def _does(words: Words, index: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a noun is the subject of a clause: "said the man arrived in Ulm"."""
    if not index or end == len(words) or not words[end].is_participle:
        return False
    begins = words[index - 1].lower in lexicon.clause_words or words[index - 1].lower in lexicon.speech
    return begins and not any(word.is_finite for word in words[end + 1 :])


def _noun_end(words: Words, start: int, lexicon: Lexicon) -> int:
    """The index after the noun that begins at an index, with its adjectives."""
    end = start
    while end < len(words):
        word = words[end]
        ends = (word.is_finite and end > start) or word.lower in lexicon.noun_ends or not word.text[0].isalnum()
        if ends or (end > start and (word.lower.endswith(lexicon.adverb_endings) or is_ing(word, lexicon))):
            break
        end += 1
    return end


def _is_told(words: Words, index: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether what begins at an index tells which thing is meant: "of the army", "signed by Weber", "in Ulm"."""
    if index >= len(words) or index == verb:
        return False
    word, after = words[index], words[index + 1 : index + _LONGEST_PHRASE]
    if word.text == ",":
        return bool(after) and after[0].text[0].isupper()
    describes = is_ing(word, lexicon) or (word.is_participle and word.lower not in lexicon.auxiliaries)
    return bool(after) and (word.lower in lexicon.complements or describes or _leads_to_name(word, after, lexicon))


def _leads_to_name(word: Word, after: Words, lexicon: Lexicon) -> bool:
    """Whether a name tells which thing is meant: "in Ulm", "to leave Ulm", not "to Ulm", "at a meeting in Ulm"."""
    first = after[0].lower
    if word.lower == lexicon.infinitive:
        leads = after[0].text[0].islower() and first not in lexicon.stopwords
    else:
        vague = first in lexicon.indefinite or (is_ing(after[0], lexicon) and after[0].text[0].islower())
        owner = next((one for one in after if one.text.endswith(_GENITIVES) or not one.text[0].isupper()), word)
        vague = vague or (word.lower in lexicon.governed and owner.text[0].isupper())  # "from Ada Byron's friends"
        leads = word.lower in lexicon.naming and not vague
    return leads and any(one.text[0].isupper() for one in after)


def points(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun in a title stands for something that is not named in it.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.verbs import main_verb
    >>> from timeline.extract.words import words_of
    >>> texts = "Mara Lind told him", "Mara Lind said she won", "Workers lost their jobs", "Votes on its future failed"
    >>> every = [words_of(text, 0, len(text), lexicon_of("en")) for text in texts]
    >>> [points(words, main_verb(words, lexicon_of("en")), lexicon_of("en")) for words in every]
    [True, False, False, True]
    """
    if words[-2].lower in lexicon.further and words[-1].text.islower():
        return True  # "was dealt another blow"
    return any(_points(words, k, verb, lexicon) for k, word in enumerate(words) if word.lower in lexicon.hanging)


def _points(words: Words, index: int, verb: int, lexicon: Lexicon) -> bool:
    lower, following = words[index].lower, words[index + 1 : index + 2]
    if lower in lexicon.ones:
        return bool(following) and following[0].lower in lexicon.relative_words
    if lower in lexicon.pointing_places:
        return not following or not (following[0].is_finite or following[0].lower in lexicon.verb_parts)
    if lower in lexicon.pointing_nouns:
        return not following or following[0].lower not in lexicon.subordinators
    if lower in lexicon.first_persons:
        return all(word.text != "“" for word in words[:index])
    if index < verb and lower in lexicon.nominatives:
        return True
    is_object = lower in lexicon.objects and not _is_owner(words, index, lexicon)
    if index < verb and lower in lexicon.possessives:
        lower = lexicon.genitive  # in the subject nothing but a name is near enough
    start = _clause_start(words, index, verb, lexicon) if is_object else 0
    meant = [k for k in range(start, index) if _can_be_meant(words, k, lower, lexicon)]
    names = sum(k - 1 not in meant for k in meant)
    return names < 1 + _means_others(words[:index], lower, lexicon)


def _means_others(words: Words, pronoun: str, lexicon: Lexicon) -> bool:
    """Whether a pronoun before another means somebody else: "Mara Lind left her post as [his] deputy"."""
    opposite = lexicon.opposites.get(pronoun, frozenset())
    return any(word.lower in opposite for word in words)


def _is_owner(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether "her" stands before a noun, or "it" is a subject."""
    following = words[index + 1 : index + 2]
    if not following:
        return False
    if words[index].lower in lexicon.possessives:
        return following[0].lower not in lexicon.stopwords or following[0].lower in lexicon.ordinals
    return following[0].is_finite


def _clause_start(words: Words, index: int, verb: int, lexicon: Lexicon) -> int:
    """Where what an object pronoun can mean begins: after the verb of its own clause, at 0 in a later clause."""
    end = group_end(words, verb, lexicon)
    return 0 if any(word.is_finite or word.lower in lexicon.clause_words for word in words[end:index]) else end


def _is_place(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a name stands behind a preposition of place."""
    while index and words[index - 1].text[0].isupper():
        index -= 1
    titled = words[index].text.rstrip(".") in lexicon.honorifics
    return index > 0 and words[index - 1].lower in lexicon.places and not titled


def _is_organization(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a name that does something ends with a word for an organization: "Ulm TV said"."""
    end = next((k for k in range(index, len(words)) if not words[k].text[0].isupper()), len(words) - 1)
    opens = all(word.lower in lexicon.articles or word.text[0].isupper() for word in words[:index])
    return opens and words[end].is_finite and words[end - 1].text in lexicon.organization_words


def _can_be_meant(words: Words, index: int, pronoun: str, lexicon: Lexicon) -> bool:
    """Whether a pronoun can stand for a word before it: a name, several for "they", a noun for "it"."""
    word, lead = words[index], words[index - 1].lower if index else ""
    ends = word.text[-1] == "s"
    if word.lower in lexicon.stopwords or not word.text[0].isalnum():
        return word.lower in lexicon.several and pronoun in lexicon.plural_pronouns
    if word.text[0].isupper() and (index or not ends):
        if pronoun in lexicon.other_titles and _is_place(words, index, lexicon):
            return False  # "a street in Ulm has her name"
        if pronoun in lexicon.other_titles and _is_organization(words, index, lexicon):
            return False  # "Ulm TV said he left"
        return words[max(0, index - 1)].text.rstrip(".") not in lexicon.other_titles.get(pronoun, ())
    several = pronoun in lexicon.plural_pronouns and (ends or word.lower in lexicon.several)
    is_noun = not index or (lead in lexicon.noun_leads and lead != lexicon.infinitive)
    return several or (pronoun in lexicon.expletives and is_noun)

"""Where a headline can end: how well, before each of its words."""

from __future__ import annotations

from timeline.extract.lexicon import Lexicon
from timeline.extract.verbs import is_ing, ranks
from timeline.extract.words import Word, Words

__all__ = ["LONGEST_LISTENER", "begins_main", "is_done", "strength", "waits_for_verb"]

LONGEST_LISTENER = 8
_CURRENCIES = "$£€#"
_MARKS = "“”\"`'"
_OPENING, _CLOSING = ("“", "``"), ("”", "''")
_LONGEST_OBJECT = 5


def strength(words: Words, index: int, lexicon: Lexicon) -> int:
    """How well a headline can end before a word: 0 not at all, 3 best."""
    word, found = words[index], 0
    if word.text == ",":
        found = _comma_strength(words, index, lexicon)
    elif word.lower in lexicon.phrase_starts or is_ing(word, lexicon):
        found = _word_strength(words, index, lexicon)
    return 0 if found and _is_quoted(words, index) else found


def _word_strength(words: Words, index: int, lexicon: Lexicon) -> int:
    """The same before a word that can begin a phrase or a clause."""
    before = words[index - 1]
    phrasal = before.lower in lexicon.particles and words[index - 2].is_finite
    if (before.lower in lexicon.stopwords or before.lower in lexicon.prepositions) and not phrasal:
        return 0
    if not before.text[-1].isalnum() and before.text != "”":
        return 0
    found = _phrase_strength(words, index, lexicon)
    return 0 if found and _waits(words, index, lexicon) else found


def _is_vague(words: Words, index: int, lexicon: Lexicon, *, relative: bool) -> bool:
    """Whether something is not told before an index: "sent a long letter [to]", "was born into a world [that]"."""
    lead = index - 1
    while (
        lead > index - _LONGEST_OBJECT and words[lead].text[0].islower() and words[lead].lower not in lexicon.articles
    ):
        lead -= 1
    one = words[lead].lower in lexicon.articles and words[lead].lower not in lexicon.pointing
    return one and (relative or _acts(words, lead - 1, lexicon))


def _acts(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word is a verb in any form: "sent", "sending", "to send"."""
    word = words[index]
    return word.is_finite or word.is_participle or is_ing(word, lexicon) or _is_infinitive(words, index, lexicon)


def _waits(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether the word before an index waits for what follows: a verb, an adverb, "Rome's"."""
    before = words[index - 1]
    if before.is_finite or before.is_participle:
        return not is_done(words, index, lexicon)
    leads = before.lower.endswith("'s") or before.lower.endswith(lexicon.adverb_endings)
    if leads or (is_ing(before, lexicon) and not _is_noun(words, index - 1, lexicon)):
        return True
    return _is_infinitive(words, index - 1, lexicon)


def is_done(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether the verb before an index tells all without what follows: "was hurt [in Ulm]", "resigned [amid unrest]".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> texts = "She was hurt in Ulm", "She was born in Ulm", "Mayor Byron resigned amid war", "The storm came amid war"
    >>> [is_done(words_of(text, 0, len(text), lexicon_of("en")), 3, lexicon_of("en")) for text in texts]
    [True, False, True, False]
    """
    before, lead, word = words[index - 1], words[index - 2].lower, words[index].lower
    if word == lexicon.parenthetic and not begins_main(words, index + 1, lexicon):
        return False  # "were named [as suspects]"
    if before.is_participle and lead in lexicon.be:
        return before.lower not in lexicon.settled and word in lexicon.surroundings
    left = before.lower in lexicon.leaving and word in lexicon.places
    done = before.is_finite and (left or word in lexicon.circumstances)
    return done and before.lower not in lexicon.waiting_verbs


def _is_noun(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word that ends as a participle does is a noun: "the meeting", "to fighting and"."""
    pair = words[index + 1].lower in lexicon.coordinators and words[index - 1].lower in lexicon.prepositions
    return pair or words[index - 1].lower in lexicon.determiners


def _is_infinitive(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word is a verb after "to" or "would"."""
    lead = words[index - 1].lower
    is_small = (
        words[index].text[0].islower()
        and not is_ing(words[index], lexicon)
        and words[index].lower not in lexicon.states
    )
    return is_small and (lead == lexicon.infinitive or (lead in lexicon.auxiliaries and lead not in lexicon.be))


def _phrase_strength(words: Words, index: int, lexicon: Lexicon) -> int:
    """The same behind a word that can end one."""
    word = words[index]
    if word.lower in lexicon.coordinators:
        return _pair_strength(words, index, lexicon)
    leads = index + 1 < len(words) and words[index + 1].lower in lexicon.relatives and word.lower in lexicon.openings
    relative = leads or word.lower in lexicon.relative_words
    if _is_vague(words, index, lexicon, relative=relative):
        return 0
    if leads or word.lower in lexicon.cut_before:  # "under which"
        return int(leads or not _holds_on(words, index, lexicon))
    if word.lower == lexicon.infinitive:
        return int(_is_purpose(words, index, lexicon))
    if (relative or is_ing(word, lexicon)) and words[index - 1].text[0].islower() and _acts(words, index - 2, lexicon):
        return 0  # "banned women [who]"
    begins = word.lower == lexicon.that or word.lower in lexicon.subordinators
    return (
        _clause_strength(words, index, lexicon)
        if begins
        else int(is_ing(word, lexicon) and _has_object(words, index, lexicon))
    )


def _holds_on(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word that a sentence is cut before goes with what stands before it."""
    if words[index - 1].text in lexicon.names.links.get(words[index].lower, ()):
        return True  # "the Movement [for Change]"
    is_bare = words[index].lower not in lexicon.time_conjunctions and _is_bare(words, index - 1, lexicon)
    return is_bare or _is_governed(words, index, lexicon) or _is_amount(words, index, lexicon)


def _is_amount(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a sum waits for what it consists of: "signed $95 billion [in loans]", not "in Ulm"."""
    after = words[index + 1 : index + 2]
    money = any(word.text[0] in _CURRENCIES for word in words[index - 2 : index])
    inner = bool(after) and after[0].text[0].islower() and after[0].lower not in lexicon.determiners
    return money and inner and words[index].lower in lexicon.places


def _clause_strength(words: Words, index: int, lexicon: Lexicon) -> int:
    """The same before a dependent clause: one that only adds to what is told."""
    word, near = words[index], words[max(0, index - 4) : index]
    if word.lower == lexicon.that:
        relative = index + 1 < len(words) and words[index + 1].is_finite  # not "the hope that it rained"
        return int(relative and all(one.lower not in lexicon.speech for one in near))
    if word.lower == lexicon.parenthetic and not begins_main(words, index + 1, lexicon):
        return int((lexicon.naming_verbs | lexicon.comparers).isdisjoint(one.lower for one in words[:index]))
    return 0 if word.lower in lexicon.conditions else 1 if word.lower in lexicon.relatives else 2


def _is_purpose(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether "to" tells what something was done for: "set up an agency to oversee it", not "an attempt to leave"."""
    adverb = any(word.lower in lexicon.adverbs for word in words[index + 1 : index + 2])
    if index + 2 + adverb >= len(words):
        return False
    before, verb = words[index - 1], words[index + 1 + adverb]
    if verb.lower in lexicon.stopwords or not verb.text[0].islower() or is_ing(verb, lexicon):
        return False
    if verb.text.endswith(lexicon.noun_endings) or ranks(words[max(0, index - 4) : index], lexicon):
        return False
    if before.lower in lexicon.aims or any(word.lower in lexicon.bidding for word in words[:index]):
        return False
    has_object = any(word.lower in lexicon.determiners for word in words[max(0, index - 5) : index - 1])
    return before.text[0].isupper() or before.lower in lexicon.states or has_object


def _is_bare(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a noun waits for what it is about: "charged with involvement [in]", "declared her support [for]"."""
    lead = words[index - 1].lower
    if words[index].lower in lexicon.changes:
        return True
    if words[index].lower in lexicon.states:
        return False  # "went on trial"
    owned = lead in lexicon.possessives and words[index].text[-1] != "s"
    waits = owned or lead in lexicon.cut_before or lead in lexicon.degrees or lead in lexicon.unsure
    return words[index].text[0].islower() and waits


def _is_governed(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a preposition belongs to what stands before it: "asked Rome [for help]"; not far on, after a name.

    Who left is told without what: "resigned [from the board]".
    """
    lower = words[index].lower
    left = lower in lexicon.places and any(word.lower in lexicon.leaving for word in words[index - 2 : index])
    free = index > LONGEST_LISTENER and words[index - 1].text[0].isupper()
    return lower in lexicon.governed and not (free or left or words[index - 1].lower in lexicon.states)


def _pair_strength(words: Words, index: int, lexicon: Lexicon) -> int:
    """The same before "and": it must begin something of its own, so that no list is cut short."""
    if index + 1 >= len(words):
        return 0
    after = words[index + 1]
    denied = any(word.lower in lexicon.negations for word in words[:index])
    opposes = words[index].lower in lexicon.contrasts and not denied
    opposes = opposes and not after.lower.endswith(lexicon.adverb_endings)  # "indirectly [but clearly]"
    if after.is_finite or after.is_participle or opposes:
        return 2
    return int(after.lower in lexicon.prepositions)


def _has_object(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a present participle tells more, and does not describe a noun: not "an investment banking firm"."""
    after, lead = words[index + 1 : index + 2], words[index - 2].lower
    leads = bool(after) and (after[0].lower in lexicon.stopwords or not after[0].text[0].islower())
    if leads and words[index].lower in lexicon.unfinished:
        return True  # "hit out at Rome, [saying]"
    if (
        lead in lexicon.determiners
        or lead.endswith(lexicon.adverb_endings)
        or (leads and after[0].lower in lexicon.coordinators)
    ):
        return False  # "the Olympic bombing", "gave up high climbing and left"
    return leads and all(word.lower not in lexicon.prepositions for word in words[max(0, index - 4) : index])


def _is_quoted(words: Words, index: int) -> bool:
    """Whether a quotation is open before a word."""
    marks = [word.text for word in words[:index] if word.text[-1] in _MARKS]
    opened = sum(mark in _OPENING for mark in marks) - sum(mark.endswith(_CLOSING) for mark in marks)
    return opened > 0 or marks.count('"') % 2 == 1


def _comma_strength(words: Words, index: int, lexicon: Lexicon) -> int:
    """A comma ends a headline before a clause, a participle or an apposition, not within a list of things."""
    following, later = words[index + 1 : index + 2], words[index + 1 : index + 8]
    if not following:
        return 3
    lower = following[0].lower
    if waits_for_verb(words, index, lexicon):
        return 0
    if lower[0].isdigit() and words[index - 1].text[0].isdigit():
        return 0  # "6-4, 2-6"
    if lower in lexicon.coordinators:
        return 3 * any(word.is_finite for word in later[:5])
    if (
        lower in lexicon.openings
        or lower in lexicon.relatives
        or following[0].is_participle
        or lower.endswith(lexicon.active_endings)
    ):
        return 3
    names = lower in lexicon.determiners or lower in lexicon.stopwords or lower[0].isdigit()
    joint = next((k for k, word in enumerate(later) if word.lower in lexicon.coordinators), 0)
    return 3 * (names and (not joint or _is_apposition(words[index - 1], later, joint, lexicon)))


def waits_for_verb(words: Words, comma: int, lexicon: Lexicon) -> bool:
    """Whether the verb of a later clause follows a comma: "stood by as a sailor, Jonas Lind[, was hurt]".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> words = words_of("Ulm slept as a ship, the Aurora, was hit", 0, 40, lexicon_of("en"))
    >>> waits_for_verb(words, 8, lexicon_of("en"))
    True
    """
    after = words[comma + 1 : comma + 2]
    if not after or after[0].lower not in lexicon.auxiliaries:
        return False
    opens = lexicon.splitters - lexicon.relatives
    begin = next((k for k in range(comma - 1, 0, -1) if words[k].lower in opens), 0)
    return begin > 0 and not any(word.is_finite for word in words[begin:comma])


def _is_apposition(name: Word, later: Words, joint: int, lexicon: Lexicon) -> bool:
    """Whether "and" joins two things that somebody is, and ends no list: "Mara Lind, the former mayor [and] envoy"."""
    if not name.text[0].isupper() or later[0].lower not in lexicon.articles or joint + 1 >= len(later):
        return False
    noun, following = later[joint - 1], later[joint + 1]
    return noun.text[0].islower() and following.text[0].islower() and following.lower not in lexicon.determiners


def begins_main(words: Words, start: int, lexicon: Lexicon) -> bool:
    """Whether another main clause begins after a comma: ", residents said", ", they send", ", was appointed"."""
    for k, word in enumerate(words[start : start + LONGEST_LISTENER], start):
        if word.is_finite:
            return not word.is_participle or (k > start and _is_surely_finite(words, start, k, lexicon))
        if not word.text[0].isalnum() or word.lower in lexicon.clause_words or is_ing(word, lexicon):
            return False
    return False


def _is_surely_finite(words: Words, start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether what can be a participle is the verb of a subject: ", the army took it", not ", the man hurt in"."""
    after = words[verb + 1 : verb + 2]
    has_object = bool(after) and (after[0].lower in lexicon.determiners or after[0].text[0].isupper())
    said = (words[verb].lower in lexicon.speech and not after) or (words[start].text[0].isupper() and has_object)
    if said or words[verb].lower in lexicon.telling_verbs or _is_name_alone(words[start:verb], lexicon):
        return True
    leads = not after or after[0].lower in lexicon.cut_before or not after[0].text[0].isalnum()
    first = words[start]
    begins = first.lower in lexicon.determiners or first.lower in lexicon.stopwords or first.text[0].isdigit()
    return begins and not leads


def _is_name_alone(words: Words, lexicon: Lexicon) -> bool:
    """Whether words are a name, and adverbs at most: "Ulm often"."""
    return words[0].text[0].isupper() and all(word.lower in lexicon.adverbs for word in words[1:])

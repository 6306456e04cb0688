"""Which verb of a clause says what happens."""

from __future__ import annotations

from timeline.extract.lexicon import Lexicon
from timeline.extract.words import Word, Words, owns

__all__ = ["group_end", "is_ing", "is_owned", "is_superlative", "main_verb", "next_verb", "ranks", "tense"]

_LONGEST_MARGIN = 6


def main_verb(words: Words, lexicon: Lexicon) -> int:
    """The index of the finite verb of the main clause, 0 if there is none.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> text = "The plan that both sides signed was printed"
    >>> main_verb(words_of(text, 0, len(text), lexicon_of("en")), lexicon_of("en"))
    6
    """
    verb = next_verb(words, 1)
    while verb and (
        _is_relative(words, verb, lexicon) or _describes(words, verb, lexicon) or _has_second(words, verb, lexicon)
    ):
        verb = next_verb(words, group_end(words, verb, lexicon))
    return verb


def next_verb(words: Words, start: int) -> int:
    """The index of the first finite verb from an index on, 0 if there is none."""
    return next((k for k in range(start, len(words)) if words[k].is_finite), 0)


def group_end(words: Words, verb: int, lexicon: Lexicon) -> int:
    """The index after a group of verbs and adverbs: "had not been told"."""
    end, open_ = verb + 1, words[verb].lower in lexicon.auxiliaries
    while end < len(words):
        lower = words[end].lower
        if lower not in lexicon.verb_parts and not (open_ and words[end].is_finite):
            break
        open_ = lower in lexicon.auxiliaries or (open_ and lower in lexicon.verb_parts)
        end += 1
    return end


def _is_relative(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb belongs to a relative clause: "the plan that both sides signed"."""
    first = verb - 1
    while first > 0 and not words[first].is_finite:
        if words[first].lower in lexicon.relative_words:
            return words[first - 1].lower not in (",", *lexicon.coordinators) or next_verb(words, verb + 1) > 0
        first -= 1
    return False


def _describes(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a participle describes the noun before it: "the army unit trained by it failed"."""
    after, lead = words[verb + 1 : verb + 4], words[verb - 1].lower
    is_noun = words[verb].text[-1] == "s" and words[verb].lower not in lexicon.auxiliaries
    if is_noun and lead != lexicon.that and (lead in lexicon.determiners or lead.endswith("'s")):
        return True  # "Syria's plans"
    if not words[verb].is_participle or not after or _counts(after, lexicon):
        return False
    if is_owned(words, verb, lexicon) or words[verb].lower in lexicon.comparing:
        return True
    leads = after[0].lower in lexicon.openings or after[0].lower in lexicon.particles
    aims = after[0].lower == lexicon.infinitive and after[1:] and after[1].lower not in lexicon.determiners
    aims = aims or (after[0].lower in lexicon.returning and after[1:] and after[1].lower in lexicon.determiners)
    if leads and words[verb].lower in lexicon.object_verbs and not aims:
        return True
    agent = any(word.lower in lexicon.agents for word in after[: 1 + (after[0].lower in lexicon.particles)])
    if agent and lexicon.margins.isdisjoint(word.lower for word in words[verb + 2 : verb + _LONGEST_MARGIN]):
        return True
    later = _has_auxiliary(words, verb, lexicon) or _has_own_after(words, verb, lexicon)
    return later and words[verb].lower not in lexicon.speech


def is_owned(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a participle only describes what somebody has: "Weber's continued hold on it".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> texts = "Weber's continued hold", "Weber's was sold", "Weber's sold it"
    >>> [is_owned(words_of(text, 0, len(text), lexicon_of("en")), 1, lexicon_of("en")) for text in texts]
    [True, False, False]
    """
    after = words[index + 1 : index + 2]
    if not after or not words[index].is_participle or not index or not owns(words[index - 1]):
        return False
    return after[0].text[0].islower() and after[0].lower not in lexicon.stopwords


def _has_own_after(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb without a subject follows a comma: "those exposed to it, if only once, have been told".

    Or a verb behind what stands between commas: "her son, named Mark, died". Or a second participle that nothing but
    another could stand beside: "a firm set up in Ulm and run by her".
    """
    inserted = words[verb - 1].text == ","
    for k in range(verb + 2, len(words) - 1):
        word = words[k]
        if word.is_finite or word.is_participle:
            before, leads = words[k - 1], words[k + 1].lower in lexicon.agents
            if (before.text == "," and word.is_finite and (inserted or word.lower in lexicon.auxiliaries)) or (
                leads and word.is_participle and before.lower in lexicon.coordinators
            ):
                return True
    return False


def _counts(words: Words, lexicon: Lexicon) -> bool:
    """Whether an object begins with how many they are: "killed [at least 40 people]", "hurt [up to a dozen]"."""
    bounds = lexicon.degrees | {lexicon.infinitive}
    number = next((word for word in words[1:] if word.lower not in bounds), None)
    counted = number is not None and (number.text[0].isdigit() or number.lower in lexicon.several)
    leads = words[0].lower in lexicon.openings or words[0].lower in lexicon.particles
    return leads and counted and (words[1].lower in bounds or words[0].lower not in lexicon.places | lexicon.agents)


def _has_second(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a second verb follows in the same clause, so that the first is a noun: "the charges against her fell"."""
    if words[verb].lower in lexicon.speech or words[verb].lower in lexicon.auxiliaries:
        return False
    for k in range(group_end(words, verb, lexicon), len(words)):
        word = words[k]
        if not word.text[0].isalnum() or word.lower in lexicon.clause_words:
            return False
        if word.lower in lexicon.pronouns or word.lower in lexicon.comparers:
            return False  # "than expected", "the plan they had"
        if word.is_finite and not (word.lower[-1] == "s" and word.lower not in lexicon.auxiliaries):
            leads = k + 1 < len(words) and words[k + 1].lower in lexicon.prepositions | lexicon.particles
            return not leads or not word.is_participle
    return False


def _has_auxiliary(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether an auxiliary follows in the same clause: "disaffected democrats are"."""
    end = group_end(words, verb, lexicon)
    for k, word in enumerate(words[end:], end):
        if word.is_finite:
            own = words[k - 1].lower in lexicon.expletives and words[k - 2].lower not in lexicon.openings
            return word.lower in lexicon.auxiliaries and not own  # "feared it may", not "exposed to it are"
        if not word.text[0].isalnum() or word.lower in lexicon.clause_words or word.lower in lexicon.nominatives:
            return False
    return False


def tense(word: Word, lexicon: Lexicon) -> str:
    """What tells the tense of a finite verb: "past", the auxiliary "has" or "will", empty for the present."""
    if word.lower in lexicon.past or word.lower.endswith(lexicon.finite_suffixes):
        return "past"
    return word.lower if word.lower in lexicon.auxiliaries else ""


def is_superlative(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a superlative, as far as its letters tell: "oldest", not "West", "protest"."""
    return (
        word.text.islower()
        and word.lower.endswith(lexicon.superlative_endings)
        and word.lower not in lexicon.no_superlatives
    )


def is_ing(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a present participle, as far as its letters tell."""
    return word.lower.endswith(lexicon.active_endings) and len(word.lower) > 5 and word.text[1:].islower()


def ranks(words: Words, lexicon: Lexicon) -> bool:
    """Whether words say what is the first or the most of something: "became the first woman [to win]"."""
    return any(word.lower in lexicon.ordinals or is_superlative(word, lexicon) for word in words)

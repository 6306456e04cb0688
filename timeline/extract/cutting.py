"""Where a headline can end: within 100 characters, at the end of a phrase, with no word left that waits for another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from timeline.extract.breaks import LONGEST_LISTENER, begins_main, is_done, strength, waits_for_verb
from timeline.extract.lexicon import Lexicon
from timeline.extract.objects import lacks_object, waits_for_later
from timeline.extract.subjects import is_plural
from timeline.extract.verbs import group_end, is_ing, is_superlative, main_verb, next_verb, ranks
from timeline.extract.words import DASHES, Word, Words

__all__ = ["EDGES", "FEWEST_WORDS", "LONGEST", "STOPS", "endings"]

LONGEST = 100
FEWEST_WORDS = 3
EDGES = " ,;:–—-.…"
STOPS = frozenset((";", ":")) | DASHES
_BREAKS = STOPS | {","}
_SHORTEST = 20
_LONGEST_CONTENT = 16
_LONGEST_AGE = 4
_FEWEST_MEASURED = 4


def endings(words: Words, verb: int, lexicon: Lexicon) -> Iterator[Words]:
    """The words of a headline up to each place after the verb where it can end, the best first.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> words = words_of("Rome closed its airport, residents said", 0, 39, lexicon_of("en"))
    >>> [" ".join(word.text for word in kept) for kept in endings(words, 1, lexicon_of("en"))]
    ['Rome closed its airport']
    """
    if words[verb + 1 : verb + 2] and words[verb + 1].text == ":" and all(word.text != "“" for word in words[verb:]):
        return
    says = _is_saying(words, verb, lexicon)
    for end in _ends(words, verb, _stop(words, verb, lexicon), lexicon):
        kept = _without_tail(words[:end], verb, lexicon)
        if _is_end(words, kept, verb, lexicon) and (not says or _has_content(words, len(kept), verb, lexicon)):
            yield kept


def _stop(words: Words, verb: int, lexicon: Lexicon) -> int:
    """The index before which a headline ends in any case, the number of the words if there is none."""
    marks = (k for k in range(verb + 1, len(words)) if words[k].text in _BREAKS)
    stop = next((k for k in marks if _stops(words, k, verb, lexicon)), len(words))
    stop = min(stop, _second_saying(words, verb, lexicon))
    stop -= 2 * (stop > verb + 4 and words[stop - 2].text == "," and not _is_score(words[:stop]))
    if stop == len(words):
        return stop
    joints = (k for k in range(max(verb + 2, stop - 2), stop) if words[k].lower in lexicon.coordinators)
    joint = next(joints, stop)  # ", and new, more virulent ones came"
    return stop if words[joint + 1 : joint + 2] and words[joint + 1].text[0].isupper() else joint


def _second_saying(words: Words, verb: int, lexicon: Lexicon) -> int:
    """Where more of what was said begins, though the verb that says it is gone: "sales fell [and that they may]"."""
    lowers = [word.lower for word in words[verb + 1 :]]
    that = verb + 1 + lowers.index(lexicon.that) if lexicon.that in lowers else 0
    return that - 1 if that > verb + 1 and words[that - 1].lower in lexicon.coordinators else len(words)


def _is_end(words: Words, kept: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a headline can be the first words of a clause, and no word of them waits for what was left out."""
    is_whole = len(kept) == len(words)
    if not _is_complete(kept, lexicon, is_whole=is_whole) or _has_hole(kept, lexicon):
        return False
    if not is_whole and (_begins_other(kept, lexicon) or _is_cut(words, kept, verb, lexicon)):
        return False
    return not (lacks_object(kept, verb, lexicon) or _begins_saying(kept, verb, lexicon))


def _is_cut(words: Words, kept: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether what was left out belongs to what was kept: to "had", a superlative, a quotation, a verb that wants it.

    And what a colon leads to tells what was meant.
    """
    end = len(kept)
    after, lead = words[end], kept[-3:]
    goes_on = after.text[0].isalnum()
    has = words[verb].lower in lexicon.perfect | lexicon.pluperfect and not any(
        word.is_participle for word in words[verb + 1 : verb + 3]
    )
    extreme = after.lower in lexicon.places and any(is_superlative(word, lexicon) for word in lead)
    quoted = kept[-1].text == "”" and after.lower not in lexicon.clause_words
    if (goes_on and (has or extreme or quoted)) or after.text == ":":
        return True
    return waits_for_later(words, verb, end, lexicon)


def _begins_saying(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a later clause says that somebody says something, and not what: "but some say their relationship"."""
    last = max((k for k in range(verb + 1, len(words)) if words[k].is_finite), default=0)
    tells = bool(last) and last < len(words) - 1 and words[last].lower in lexicon.telling_verbs
    return tells or any(
        lead.lower == lexicon.infinitive and word.lower in lexicon.saying and _lacks_content(words[k + 1 :], lexicon)
        for k, (lead, word) in enumerate(pairwise(words), 1)
    )


def _ends(words: Words, verb: int, stop: int, lexicon: Lexicon) -> Iterator[int]:
    """The words before which a headline can end, the best first."""
    lengths = list(accumulate(len(word.text) + (word.text[0].isalnum()) for word in words[:stop]))
    most = bisect_right(lengths, LONGEST + 1)
    if most == stop:
        yield stop
    end = group_end(words, verb, lexicon)
    done = words[end - 1].is_participle and words[end - 2].lower in lexicon.be  # "was acquitted"
    done = done or end >= stop or words[end].text == "," or is_done(words, end, lexicon)
    least = max(end + (not done), FEWEST_WORDS)
    ends = [k for k in range(least, min(stop, most + 1)) if lengths[k - 1] > _SHORTEST]
    ranked = sorted(((strength(words, k, lexicon), k) for k in ends), reverse=True)
    yield from (end for strength, end in ranked if strength)


def _is_saying(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells nothing without the clause after it: "she said", "she has revealed in Rome that"."""
    last = max(k for k in range(verb, group_end(words, verb, lexicon)) if k == verb or words[k].is_finite)
    lower, after = words[last].lower, words[last + 1 : last + _LONGEST_CONTENT]
    if lower in lexicon.telling_verbs:
        return True
    if words[verb].lower in lexicon.be and words[last].is_participle:  # "a blast was reported in Ulm"
        return bool(after) and after[0].lower == lexicon.that
    return lower in lexicon.speech and (_lacks_content(after, lexicon) or _begins_content(after, lexicon))


def _lacks_content(after: Words, lexicon: Lexicon) -> bool:
    """Whether what follows a verb of saying only tells where: "announced in Rome"."""
    return not after or after[0].text == "," or after[0].lower in lexicon.places


def _begins_content(after: Words, lexicon: Lexicon) -> bool:
    """Whether a clause follows a verb of saying: "reported a man was seen", "denied that"."""
    end = next((k for k, word in enumerate(after) if _ends_object(after, k, lexicon)), len(after))
    if after[end : end + 1] and after[end].lower == lexicon.that:
        return True
    verb = main_verb(after[:end], lexicon)
    return verb > 0 and (not after[verb].is_participle or all(word.text[0].isalnum() for word in after[:verb]))


def _ends_object(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether something else than a noun, and what a relative clause tells of it, begins at a word."""
    lower = words[index].lower
    joins = lower in lexicon.coordinators and index > 0 and words[index - 1].text[0].isupper()  # "Rome and Ulm"
    begins = lower in lexicon.splitters and lower not in lexicon.relatives and not joins
    return begins or lower in (lexicon.infinitive, lexicon.that)


def _without_tail(words: Words, verb: int, lexicon: Lexicon) -> Words:
    """Words without what only a date that was taken away would end: "lost the election held", "was killed two days"."""
    lead = words[-2].lower
    acts = (
        lead in lexicon.auxiliaries or lead in lexicon.verb_parts or is_ing(words[-2], lexicon)
    )  # "after becoming infected"
    loose = words[-1].lower in lexicon.object_verbs and not acts
    if loose and len(words) > verb + 2:
        return words[:-1]
    if len(words) <= verb + 3:
        return words
    if words[-2].text == "," and not (words[-1].is_finite or _is_score(words)):  # ", often"
        return words[:-2]
    if words[-3].text == "," and (is_superlative(words[-1], lexicon) or words[-2].lower in lexicon.places):
        return words[:-3]  # ", in place [for 48 years]"
    return _without_stretch(words, verb, lexicon) if words[-1].lower in lexicon.time_units else words


def _without_stretch(words: Words, verb: int, lexicon: Lexicon) -> Words:
    """Words without the stretch of time that they end with, unless it tells how long: "sank within two hours"."""
    if words[-2].is_finite or (words[-2].text[0].isupper() and words[-1].text[0].islower()):
        return words[:-1]  # "was freed unharmed days [after]", "sank off Ulm moments [before]"
    if _is_rate(words, lexicon):
        return words
    extreme = ranks(words[-6:-3], lexicon)
    leads = words[-3].lower in lexicon.prepositions
    plain = lexicon.determiners | lexicon.adverbs
    further = [word.lower for word in words[-5:-2] if word.lower not in plain]
    if further[-1:] == [lexicon.infinitive]:
        return words  # "was sentenced to six years", "to a further six years"
    if leads and extreme:
        return words  # "for the first time in six years"
    apart = words[-4].lower in lexicon.prepositions and words[-3].lower in lexicon.adverbs  # "in nearly ten years"
    if (leads or apart) and words[-2].text[0].islower():
        return words
    return words[: -2 - (leads and len(words) > verb + 4)]  # "struck for 10 days"


def _is_score(words: Words) -> bool:
    """Whether words end with one of several numbers: "6-4, 2-6"."""
    return words[-1].text[0].isdigit() and words[-3].text[0].isdigit()


def _is_rate(words: Words, lexicon: Lexicon) -> bool:
    """Whether a stretch of time at the end tells how often: "lost $9 a year", "made two a day"."""
    number, article = words[-3], words[-2]
    counts = number.text[-1] == "%" or any(letter.isdigit() for letter in number.text)
    rate = article.lower in lexicon.indefinite or article.lower in lexicon.rates
    return rate and (counts or number.lower in lexicon.several)


def _stops(words: Words, index: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a headline ends before a word: a dash, or a clause that adds something to what is told."""
    if words[index].text == ",":
        following = words[index + 1 : index + 4]
        if waits_for_verb(words, index, lexicon):
            return False
        adds = bool(following) and following[0].lower in lexicon.adding
        adds = adds or begins_main(words, index + 1, lexicon)
        return adds or any(word.lower in lexicon.time_units for word in following)
    is_range = words[index - 1].text[-1].isdigit() and words[index].text == "-"  # "$250 - to $500"
    return words[index].text in STOPS and index > verb + 1 and not is_range


def _begins_other(words: Words, lexicon: Lexicon) -> bool:
    """Whether what was cut ends with the begin of another clause: "have not come true, and shipments"."""
    joined = [k for k, word in enumerate(words) if k and word.lower in lexicon.coordinators]
    joints = [k for k in joined if words[k].lower in lexicon.contrasts or words[k - 1].text == ","]
    last = joined[-1] if joined else 0
    alone = words[-2].lower in lexicon.joining and words[-1].text[0].islower()  # "and result"
    if last and words[last + 1 : last + 2] and words[last + 1].lower in lexicon.articles:
        joints.append(last)
    return alone or (bool(joints) and not next_verb(words, joints[-1]))


def _has_hole(words: Words, lexicon: Lexicon) -> bool:
    """Whether a word waits for another that was taken away: "higher than, the bank said", "between the attack"."""
    waits = any(
        (after.text in (",", "”") or after.lower in lexicon.coordinators) and _waits(word, lexicon)
        for word, after in pairwise(words)
    )
    waits = waits or any(_is_past(after) and _waits_for_noun(word, lexicon) for word, after in pairwise(words))
    than = next((k for k, word in enumerate(words) if word.lower in lexicon.comparers), len(words))
    waits = (
        waits
        or any(  # "than in any year [since 1960]", not "than any other ship"
            word.lower in lexicon.free_choice and after.lower not in lexicon.singles
            for word, after in pairwise(words[than:])
        )
    )
    pair = next((k for k, word in enumerate(words) if word.lower in lexicon.of_two), len(words))
    plural = any(
        word.text[-1] == "s" and word.text[-2:-1] not in "'’" and word.lower not in lexicon.stopwords
        for word in words[pair:]
    )
    return waits or (
        pair < len(words) and not plural and all(word.lower not in lexicon.joints for word in words[pair:])
    )


def _waits_for_noun(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word has a noun after it: "the", "beyond"; not "that", nor a particle."""
    leads = word.lower in lexicon.determiners or (word.lower in lexicon.openings and word.text[0].islower())
    return leads and not any(word.lower in some for some in (lexicon.particles, lexicon.clause_words, lexicon.adverbs))


def _is_past(word: Word) -> bool:
    """Whether a word is a verb for sure: no participle, and no plural."""
    return word.is_finite and not word.is_participle and word.text[-1] != "s"


def _waits(word: Word, lexicon: Lexicon) -> bool:
    return word.lower in lexicon.waiting and (word.lower not in lexicon.particles or word.lower == lexicon.infinitive)


def _is_complete(words: Words, lexicon: Lexicon, *, is_whole: bool) -> bool:
    """Whether no word at the end waits for another, and no clause for its verb."""
    is_word = any(letter.isalnum() for letter in words[-1].text[:1] + words[-1].text[-1:])  # "$5", "6%"
    last = words[-1].lower if is_word or len(words) < 2 else words[-2].lower
    acts = words[-2].is_finite or any(word.lower == lexicon.infinitive for word in words[-3:-2])
    phrasal = last in lexicon.particles - lexicon.subordinators and acts  # "fell through", "to press ahead"
    placed = words[-2].is_participle or words[-2].lower in lexicon.reflexives
    phrasal = phrasal or (is_whole and last in lexicon.places and placed)  # "was sworn in", "handed herself in"
    waits = any(
        last in some for some in (lexicon.dangling, lexicon.demonstratives, lexicon.objects, lexicon.auxiliaries)
    )
    owned = words[-2].lower in lexicon.possessives and last in lexicon.changes  # "gave its support"
    owned = owned or (words[-1].text[0].islower() and last.endswith("'s"))  # "the end of a king's"
    if owned or (waits and (not phrasal or last == lexicon.infinitive)):
        return False
    if (is_ing(words[-1], lexicon) and words[-2].lower in lexicon.negations) or sum(
        word.text == '"' for word in words
    ) % 2:
        return False
    if _counts(words, lexicon) or _is_measure(words, lexicon) or _waits_for_verb(words, lexicon):
        return False
    openers = [k for k, word in enumerate(words) if k and word.lower in lexicon.clause_openers]
    return words[-1].text == "”" or all(_has_verb(words, opener, lexicon) for opener in openers)


def _is_measure(words: Words, lexicon: Lexicon) -> bool:
    """Whether it is no longer told what a measure is counted from: "fell to its lowest level [in six years]"."""
    if len(words) < _FEWEST_MEASURED:
        return False
    place, lead, degree, last = words[-4:]
    if last.lower in lexicon.time_units and degree.lower in lexicon.articles and lead.is_finite:
        return True  # "came a day [after]"
    extreme = is_superlative(degree, lexicon)
    leads = place.lower == lexicon.infinitive or place.lower in lexicon.estimate_starts
    return extreme and leads and lead.lower in lexicon.determiners


def _waits_for_verb(words: Words, lexicon: Lexicon) -> bool:
    """Whether what a noun is told by has lost its verb: "the first to lead it, a post her father [held]"."""
    leads = lexicon.person_possessives | lexicon.nominatives
    begin = next((k for k in range(len(words) - 1, 1, -1) if words[k].lower in leads), 0)
    before = words[begin - 1]
    is_noun = before.text.islower() and not before.is_finite and before.lower not in lexicon.stopwords
    after_noun = words[begin - 2].lower in lexicon.articles and is_noun
    return begin > 1 and after_noun and not next_verb(words, begin + 1)


def _counts(words: Words, lexicon: Lexicon) -> bool:
    """Whether a number at the end has lost what it counts: "another 300", "and two", "for up to five"."""
    lead, is_word = words[-2].lower, words[-1].lower in lexicon.several - lexicon.persons
    if lead == lexicon.parenthetic and (words[-1].lower in lexicon.adverbs or words[-3].lower in lexicon.be):
        return True  # "implied as much", "are as large"
    if (lead in lexicon.comparers or lead in lexicon.alternatives) and words[-1].lower in lexicon.ordinals:
        return True  # "less than last [year]"
    counts = (
        lead in lexicon.coordinators
        or (lead in lexicon.be and len(words[-1].text) < _LONGEST_AGE)
        or lead in lexicon.determiners
        or lead in lexicon.further
    )
    return (counts and (is_word or words[-1].text[0].isdigit())) or (is_word and lead in lexicon.prepositions)


def _has_verb(words: Words, opener: int, lexicon: Lexicon) -> bool:
    """Whether a clause that a word opens has its verb, after the phrase before its subject: "that, if it rained"."""
    if opener + 1 == len(words) or words[opener + 1].lower in (lexicon.infinitive, lexicon.genitive):
        return True  # "whether to leave", "because of it"
    if words[opener].lower in lexicon.same_time and is_ing(words[opener + 1], lexicon):
        return True  # "while trying to leave"
    begin = min(opener + (words[opener + 1].text == ",") + 1, len(words) - 1)
    if words[opener].lower == lexicon.that and _leads(words[begin], lexicon):
        begin = next((k for k in range(begin, len(words)) if words[k].text == ","), len(words))
    if words[opener].lower == lexicon.that and opener + 1 == begin:
        return main_verb(words[begin:], lexicon) > 0 or words[begin].is_finite
    verb = next_verb(words, begin)
    return verb > 0 and not (words[verb].is_participle and words[verb - 1].text == ",")  # "when ships, lost at sea"


def _leads(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word begins a phrase before the subject."""
    return word.lower in lexicon.openings or word.lower in lexicon.questions


def _has_content(words: Words, end: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether what somebody says has a verb, and no pronoun for something else: "they believe it will happen"."""
    that = next(
        (k + 1 for k, word in enumerate(words[verb + 1 : end][:LONGEST_LISTENER]) if word.lower == lexicon.that), 0
    )
    content = words[verb + 1 + that :]
    several = is_plural(words[:verb], lexicon)
    others = lexicon.expletives | lexicon.personal_pronouns if several else lexicon.plural_pronouns
    unclear = bool(content) and content[0].lower in others
    if content and content[0].is_finite and words[verb].lower in lexicon.speech:
        return False  # "said started in some places"
    return words[end - 1].text == "”" or (0 < main_verb(content, lexicon) < end - verb - 1 - that and not unclear)

"""Headlines: the words of a clause as a newsroom would print them, or none if it has no subject and verb of its own.

A headline has a subject, a finite verb and what belongs to it. What stands before the subject is dropped, what stands
between subject and verb, too; a long one ends where a phrase ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from timeline.extract.cutting import FEWEST_WORDS, STOPS, endings
from timeline.extract.inserted import aside_of, insertion_of
from timeline.extract.lexicon import Lexicon
from timeline.extract.subjects import name_within, trailing_name
from timeline.extract.verbs import group_end, is_ing, main_verb, next_verb
from timeline.extract.words import Word, Words

__all__ = ["agrees", "headlines", "without_insertion", "without_lead", "without_opening"]

_LONGEST_SUBJECT = 20
_LONGEST_OPENING = 25
_LONGEST_TIE = 7
_LONGEST_ESTIMATE = 6
_OPENING_MARKS = frozenset('“"$£€[')
_QUOTES = ("“", "”", '"')


def headlines(words: Words, lexicon: Lexicon) -> Iterator[tuple[Words, int]]:
    """The words of a clause up to each place where its headline can end, the best first, and the place of its verb.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import rendered, words_of
    >>> def first(text):
    ...     found = headlines(words_of(text, 0, len(text), lexicon_of("en")), lexicon_of("en"))
    ...     return next((rendered(text, words) for words, _ in found), "")
    >>> first("miners, who had waited, took to the streets")
    'miners took to the streets'
    >>> first("the massacres of civilians carried out by the army")
    ''
    """
    words = without_insertion(_without_aside(words, lexicon), lexicon)
    verb = main_verb(words, lexicon)
    while verb and words[verb].text[0].isupper():  # "a Black [Lives] Matter march"
        verb = next_verb(words, verb + 1)
    if not verb or not _is_subject(words[:verb], lexicon):
        return
    heading = any(word.text[0].isupper() and word.lower in lexicon.small for word in words[1:])
    if not heading and _tells(words, verb, lexicon):
        for kept in endings(words, verb, lexicon):
            yield kept, verb


def _is_subject(words: Words, lexicon: Lexicon) -> bool:
    """Whether words before a verb can be its subject: "sales [more than] doubled"."""
    if words[-1].lower in lexicon.comparers and len(words) > 2 and words[-2].lower in lexicon.degrees:
        words = words[:-2]
    words = words[_estimate_end(words, lexicon) :] or words
    if len(words) > _LONGEST_SUBJECT or not _begins_subject(words, lexicon) or _is_broken(words, lexicon):
        return False
    if words[-1].lower in lexicon.dangling or any(word.text in STOPS for word in words):
        return False
    if len(words) > 1 and words[-2].lower in lexicon.articles and words[-1].text in lexicon.ordinals:
        return False  # "a second was built"
    points = lexicon.demonstratives - {lexicon.that}
    if any(word.lower in points for word in words) or any(word.lower in lexicon.questions for word in words[1:]):
        return False  # "the fire brought back how Ulm [fell]"
    names = [word.lower.removesuffix("'s") for word in words if word.text[0].isupper()]
    if len(set(names)) < len(names):  # a heading, and then its sentence: "Doubts about Byron Ada Byron left"
        return False
    return any(word.text[0].isalpha() and word.lower not in lexicon.stopwords for word in words)


def _estimate_end(words: Words, lexicon: Lexicon) -> int:
    """The index of the number that words before it estimate, 0 if there is none: "at least [40] miners"."""
    if words[0].lower not in lexicon.estimate_starts:
        return 0
    lowers = [word.lower for word in words[:_LONGEST_ESTIMATE]]
    end = next((k for k in range(1, len(lowers)) if " ".join(lowers[:k]) in lexicon.estimates), 0)
    if not end:
        return 0
    skipped = {*lexicon.indefinite, *lexicon.fractions}
    low = next((k for k in range(end, len(lowers)) if lowers[k] not in skipped), 0)
    counts = words[low].text[0].isdigit() or lowers[low] in lexicon.several | lexicon.numbers
    return low if counts else 0


def _is_glued(words: Words, lexicon: Lexicon) -> bool:
    """Whether a heading ends with several, and its sentence begins behind them: "Release of prisoners Amnesties"."""
    if not words[-1].text[0].isupper():
        return False
    name = len(words) - len(trailing_name(words, lexicon))
    lead = words[name - 1]
    plural = lead.text[-1] == "s" and not lead.lower.endswith(lexicon.no_plurals)
    return 0 < name < len(words) and plural and lead.text[0].islower() and lead.lower not in lexicon.openings


def _begins_subject(words: Words, lexicon: Lexicon) -> bool:
    """Whether a subject can begin as words do, not with a letter alone."""
    first, lower = words[0], words[0].lower.removesuffix("'s")
    names = lexicon.names.organization_names
    acts = is_ing(first, lexicon) and len(words) > 1 and " ".join(word.text for word in words[:2]) not in names
    if first.is_finite or acts or lower in lexicon.infinite:  # but "Boeing", "Downing Street"
        return False
    asks = any(word.lower in lexicon.questions for word in words[1:2])  # "Notice how"
    if (
        asks
        or lower in lexicon.no_openers
        or lower in lexicon.negations
        or (len(words) == 1 and lower in lexicon.adverbs)
    ):
        return False
    if lower in lexicon.singles and not _is_told_of(words[1:2], lexicon):
        return False
    if len(words) > 1 and first.is_participle and words[1].lower in lexicon.determiners:
        return False  # "released a single called Aurora"
    time = 1 + (len(words) > 1 and words[1].lower in lexicon.ordinals)
    if words[time + 1 :] and words[time + 1].text[0].isupper() and (time > 1 or words[1].lower in lexicon.time_units):
        return False  # "the day Ada Byron", "the last time Ada Byron"
    return len(lower) > 1 or not lower.isalpha() or lower in lexicon.articles


def _is_told_of(after: Words, lexicon: Lexicon) -> bool:
    """Whether "one" or "another" has behind it of what, or how many: "one of Ulm's ships", "another 34 ships"."""
    return bool(after) and (
        after[0].lower == lexicon.genitive or after[0].text[0].isdigit() or after[0].lower in lexicon.several
    )


def _is_broken(words: Words, lexicon: Lexicon) -> bool:
    """Whether commas stand in a subject that is no list, or two subjects beside each other: "any talks the party"."""
    for before, word in pairwise(words):
        apart = before.lower in lexicon.stopwords or before.lower in lexicon.openings or not before.text[-1].isalnum()
        apart = apart or is_ing(before, lexicon) or before.is_participle
        added = word.lower in lexicon.relatives and before.text in (",", lexicon.genitive)  # "all of which"
        if added or (word.text in lexicon.articles and not apart) or word.lower in lexicon.clause_starts:
            return True
    commas = [k for k, word in enumerate(words) if word.text == ","]
    listed = any(word.lower in lexicon.coordinators for word in words[commas[-1] + 1 :]) if commas else True
    return not listed or _is_glued(words, lexicon)


def _tells(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether something happens: "is ready" tells a state, "is being built" and "was ready" an event."""
    is_quote = words[0].text in _QUOTES and all(word.lower not in lexicon.speech for word in words)
    is_quote = is_quote and not _is_work(words[:verb], lexicon)
    if (
        len(words) < FEWEST_WORDS - 1
        or is_quote
        or not _agrees(words, verb, lexicon)
        or _is_double(words, verb, lexicon)
    ):
        return False
    lower = words[verb].lower
    if lower not in lexicon.present_states:
        return not _is_unreal(words, verb, lexicon)
    after = next((word for word in words[verb + 1 :] if word.lower not in lexicon.verb_parts), None)
    thought = lower in lexicon.be and after is not None and after.lower in lexicon.opinions
    if after is None or thought or _is_owed(words, verb, lexicon):
        return False  # "is widely believed to be rich"
    going = after.lower.endswith(lexicon.active_endings) or after.lower in lexicon.coming
    begun = lower in lexicon.be or any(word.lower in lexicon.infinite for word in words[verb + 1 : verb + 4])
    lasts = begun and lower not in lexicon.be  # "has been under pressure"
    return lasts or (after.is_participle and lower in lexicon.auxiliaries) or (going and begun)


def _is_owed(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether "to" is a preposition: "is to the army what she is to the navy"."""
    to, after = words[verb + 1 : verb + 2], words[verb + 2 : verb + 3]
    return bool(after) and to[0].lower == lexicon.infinitive and after[0].lower in lexicon.determiners


def _is_unreal(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether something only would have been, or could be so: "Weber would have won", "might be ready"."""
    modal = words[verb].lower in lexicon.modals
    first, after = (words[verb + 1 : verb + 3] + words[-1:] * 2)[:2]
    if modal and first.lower in lexicon.cut_before - lexicon.adverbs:
        return True  # "as Weber did with"
    if words[verb].lower in lexicon.be and first.lower == lexicon.infinitive and after.lower in lexicon.perfect:
        return True  # "was to have left"
    state = first.lower in lexicon.be | lexicon.infinite and not (after.is_participle or is_ing(after, lexicon))
    return modal and (first.lower in lexicon.perfect or (state and words[verb].lower in lexicon.possible))


def _is_work(words: Words, lexicon: Lexicon) -> bool:
    """Whether words in quotation marks are the name of a book or a film: “"The Long Way"”."""
    named = all(not word.text[0].islower() or word.lower in lexicon.small for word in words)
    return named and words[-1].text in _QUOTES


def _is_double(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether another clause follows without a word between: "Weber was chosen no reason was given"."""
    if words[verb].lower in lexicon.speech:
        verb = next_verb(words, verb + 1)
    end = group_end(words, verb, lexicon)
    if words[verb].lower not in lexicon.auxiliaries or words[end - 1].lower in lexicon.speech:
        return False
    for word in words[end:]:
        if not word.text[0].isalnum() or word.lower in lexicon.clause_words or word.lower in lexicon.pronouns:
            return False
        if word.is_finite and not word.is_participle and (word.lower in lexicon.auxiliaries or word.text[-1] != "s"):
            return True
    return False


def _agrees(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether one has no verb of several, and several none of one: "[the lawyers of] Mara Lind say"."""
    if words[verb].lower in lexicon.singular_verbs:
        return not _is_plain_plural(words[:verb], lexicon)
    several = words[verb].lower in lexicon.plural_verbs
    subject = words[:verb]
    is_name = all(word.text[0].isupper() for word in subject) and subject[-1].lower not in lexicon.several
    return not (several and is_name and subject[-1].text[-1] != "s")


def agrees(words: Words, lexicon: Lexicon) -> bool:
    """Whether a clause has a verb that fits its subject, as far as they tell: no "Ada Byron were".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> texts = "Mara Lind were informed", "Mara Lind was informed"
    >>> [agrees(words_of(text, 0, len(text), lexicon_of("en")), lexicon_of("en")) for text in texts]
    [False, True]
    """
    verb = main_verb(words, lexicon)
    return verb > 0 and _agrees(words, verb, lexicon)


def _is_plain_plural(words: Words, lexicon: Lexicon) -> bool:
    """Whether a plural stands alone: "[tension between Rome and] British troops was"."""
    last = words[-1].text
    plural = last[0].islower() and last.endswith("s") and not last.endswith(lexicon.no_plurals)
    apart = lexicon.openings | {lexicon.genitive}
    return plural and not any(word.lower in apart or not word.text[0].isalnum() for word in words)


def without_opening(words: Words, lexicon: Lexicon) -> Words:
    """A clause without the phrase before its subject.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> words = words_of("In a rare move, the bank closed", 0, 31, lexicon_of("en"))
    >>> [word.text for word in without_opening(words, lexicon_of("en"))]
    ['the', 'bank', 'closed']
    """
    described = _description_end(words, lexicon)
    if described or not words or not _is_opening(words, lexicon):
        return words[described:]
    for comma in (k for k, word in enumerate(words[:_LONGEST_OPENING]) if word.text == ","):
        rest = words[comma + 1 :]
        if rest and _begins_clause(rest, lexicon):
            return rest
    return words


def _description_end(words: Words, lexicon: Lexicon) -> int:
    """The index of the name that what stands before it describes, 0 if there is none: "A banker, [Ada Byron] won"."""
    if len(words) < FEWEST_WORDS or words[0].lower not in lexicon.articles or words[1].text[0].isupper():
        return 0
    opens = next((k for k, word in enumerate(words[:_LONGEST_OPENING]) if word.is_finite or word.text == ","), 0)
    end = next((k for k in range(opens + 1, len(words)) if not words[k].text[0].isupper()), 0)
    if not opens or words[opens].text != "," or end <= opens + 1:
        return 0
    does = words[end].is_finite and words[end].lower not in lexicon.speech
    return opens + 1 if does else 0


def _begins_clause(words: Words, lexicon: Lexicon) -> bool:
    if not _can_begin(words[0], lexicon):
        return False
    if words[0].lower in lexicon.pronouns:
        return main_verb(words, lexicon) > 0
    words = without_insertion(words, lexicon)
    verb = main_verb(words, lexicon)
    return verb > 0 and _is_subject(words[:verb], lexicon)


def _can_begin(first: Word, lexicon: Lexicon) -> bool:
    """Whether a subject can begin with a word: a name, an article, a number, a plural."""
    if first.text[0].isupper() or first.text[0].isdigit() or first.text[-1] == "s":
        return True
    return first.lower in lexicon.determiners or first.lower in lexicon.stopwords or first.lower in lexicon.pronouns


def _is_opening(words: Words, lexicon: Lexicon) -> bool:
    first, after = words[0], words[1:2]
    if _estimate_end(words, lexicon):
        return False
    if first.lower in lexicon.negations and after and is_ing(after[0], lexicon):
        return True
    if first.lower not in lexicon.openings and any(word.lower in lexicon.time_units for word in words[:4]):
        return any(word.lower in lexicon.date_relations for word in words[1:5])
    return is_ing(first, lexicon) or first.lower in lexicon.openings or first.is_participle


def without_insertion(words: Words, lexicon: Lexicon) -> Words:
    """A clause without what stands between commas or dashes after its subject: "The bank, founded by her, closed"."""
    inside = insertion_of(words, lexicon)
    if not inside:
        return _without_opened(words, lexicon)
    subject = words[: inside.start] + _quote_end(words, inside.start)
    return (name_within(words, inside, lexicon) or subject) + words[inside.stop :]


def _without_opened(words: Words, lexicon: Lexicon) -> Words:
    """A clause that ends behind the first verb of a relative clause, as a main one: "Tsvangirai, who won"."""
    comma = next((k for k, word in enumerate(words) if k and word.text == ","), len(words))
    told = words[comma + 1 :]
    opened = len(told) > 1 and told[0].lower in lexicon.relatives and told[1].is_finite
    ends = opened and all(word.text != "," for word in told) and next_verb(words, 1) > comma
    return words[:comma] + told[1:] if ends else words


def _without_aside(words: Words, lexicon: Lexicon) -> Words:
    """A clause without what stands between two dashes."""
    aside = aside_of(words, lexicon)
    return words[: aside.start] + words[aside.stop :] if aside else words


def _quote_end(words: Words, comma: int) -> Words:
    """The mark that ends a quotation behind a comma within it, put before that: “"Hamlet," a play,”."""
    after = words[comma + 1 : comma + 2]
    return tuple(word._replace(start=words[comma - 1].end) for word in after if word.text in _QUOTES)


def without_lead(words: Words, lexicon: Lexicon) -> Words:
    """A sentence without the words that tie it to the one before: "But", "In addition,".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> words = words_of("But in addition, the bank closed", 0, 32, lexicon_of("en"))
    >>> [word.text for word in without_lead(words, lexicon_of("en"))]
    ['the', 'bank', 'closed']
    """
    while words:
        first, phrase = words[0], _phrase_end(words, lexicon)
        ties = len(words) > 1 and (first.lower in lexicon.connectives or first.text == lexicon.that)
        if not phrase and not ties and (first.text[0].isalnum() or first.text in _OPENING_MARKS):
            break
        words = words[phrase or 1 :]
    return words


def _phrase_end(words: Words, lexicon: Lexicon) -> int:
    """The index after a phrase with a comma that ties a sentence to the one before, 0 if there is none."""
    comma = next((k for k, word in enumerate(words[:_LONGEST_TIE]) if word.text == ","), 0)
    ties = comma and " ".join(word.lower for word in words[:comma]) in lexicon.connective_phrases
    return comma + 1 if ties else 0

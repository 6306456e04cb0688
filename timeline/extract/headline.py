"""Headlines: a clause as a newsroom would print it, or nothing if it has no subject and verb of its own.

A headline has a subject, a finite verb and what belongs to it. What stands before the subject is dropped, what stands
between subject and verb, too; a long one ends where a phrase ends.
"""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.extract.cutting import DASHES, EDGES, FEWEST_WORDS, LONGEST, STOPS, shortened
from timeline.extract.lexicon import Lexicon
from timeline.extract.verbs import is_ing, main_verb, next_verb
from timeline.extract.words import Word, Words, words_of

__all__ = ["headline", "is_bare", "is_nameless", "without_lead", "without_opening"]

_LONGEST_SUBJECT = 20
_FEWEST_TELLING = 6
_LONGEST_OPENING = 25
_MARKS = re.compile('[][()“”"]')
_INSERTED = DASHES | {","}


def headline(plain: str, lexicon: Lexicon) -> str:
    """A clause without its date as a headline of at most 100 characters.

    Returns:
        The headline; an empty text if the clause cannot stand alone.

    >>> from timeline.extract.lexicon import lexicon
    >>> headline("miners, who had waited, took to the streets", lexicon("en"))
    'Miners took to the streets'
    >>> headline("the massacres of civilians carried out by the army", lexicon("en"))
    ''
    """
    if not lexicon.finite:
        return plain[:LONGEST].strip(EDGES)
    plain = _without_insertion(_balanced(plain), lexicon)
    words = _words(plain, lexicon)
    verb = main_verb(words, lexicon)
    if not verb or "?" in plain or not _is_subject(words[:verb], lexicon) or not _tells(words, verb, lexicon):
        return ""
    return _capital(_balanced(shortened(plain, words, verb, lexicon)))


def _has_hole(words: Words, lexicon: Lexicon) -> bool:
    """Whether a word waits for another that was taken away: "higher than, the bank said", "between the attack"."""
    waits = any(
        _waits(word, lexicon) and (after.text in (",", "”") or after.lower in lexicon.coordinators)
        for word, after in pairwise(words)
    )
    pair = next((k for k, word in enumerate(words) if word.lower in lexicon.of_two), len(words))
    plural = any(word.text[-1] == "s" and word.lower not in lexicon.stopwords for word in words[pair:])
    return waits or (pair < len(words) and not plural and all(word.text != "and" for word in words[pair:]))


def _waits(word: Word, lexicon: Lexicon) -> bool:
    return word.lower in lexicon.waiting and (word.lower not in lexicon.particles or word.lower == lexicon.infinitive)


def _words(plain: str, lexicon: Lexicon) -> Words:
    return words_of(plain, 0, len(plain), lexicon)


def is_bare(title: str, lexicon: Lexicon) -> bool:
    """Whether the subject of a headline is known only to one who has read what stands before it: "The school".

    >>> from timeline.extract.lexicon import lexicon
    >>> [is_bare(title, lexicon("en")) for title in ("The school remained shut", "The school in Ulm closed")]
    [True, False]
    """
    words = _words(title, lexicon)
    verb = main_verb(words, lexicon)
    if not verb or any(word.text[0].isupper() for word in words[1:verb]):
        return False
    names = any(word.text[0].isupper() for word in words[verb:])
    if words[0].lower not in lexicon.pointing or any(word.lower in lexicon.institutions for word in words[1:verb]):
        return not names and len(words) < _FEWEST_TELLING and words[0].lower in lexicon.stopwords
    return not names or (verb == 2 and words[1].lower in lexicon.known_nouns)


def is_nameless(title: str, lexicon: Lexicon) -> bool:
    """Whether a headline tells what somebody earned or sold, and not who: "Net income fell".

    >>> from timeline.extract.lexicon import lexicon
    >>> [is_nameless(title, lexicon("en")) for title in ("Net income fell", "Acme's net income fell")]
    [True, False]
    """
    words = _words(title, lexicon)
    verb = main_verb(words, lexicon)
    if not verb:
        return False
    named = any(word.text[0].isupper() for word in words[1:verb]) or words[0].text[-2:] in ("'s", "’s")
    return words[verb - 1].lower in lexicon.figures and not named


def _is_subject(words: Words, lexicon: Lexicon) -> bool:
    """Whether the words before the verb name something to one who has read nothing before."""
    first, last = words[0], words[-1]
    lower = first.lower.removesuffix("'s")
    if len(words) > _LONGEST_SUBJECT or first.is_finite or lower in lexicon.no_openers or is_ing(first):
        return False
    if last.lower in lexicon.dangling or any(word.text in STOPS for word in words) or _is_broken(words, lexicon):
        return False
    if any(_points(words, index, lexicon) for index in range(len(words))):
        return False
    return any(word.text[0].isalpha() and word.lower not in lexicon.stopwords for word in words)


def _is_broken(words: Words, lexicon: Lexicon) -> bool:
    """Whether commas stand in a subject that is no list, or two subjects beside each other: "any talks the party"."""
    for before, word in pairwise(words):
        apart = before.lower in lexicon.stopwords or before.lower in lexicon.openings or not before.text[-1].isalnum()
        if word.text in lexicon.articles and not apart:
            return True
    commas = [k for k, word in enumerate(words) if word.text == ","]
    return bool(commas) and all(word.lower not in lexicon.coordinators for word in words[commas[-1] + 1 :])


def _points(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word points to something said before, and nothing named before it in the subject can be meant."""
    if words[index].lower in lexicon.relatives:
        return index > 0 and words[index - 1].text == ","
    return words[index].lower in lexicon.pointers and not any(word.text[0].isupper() for word in words[1:index])


def _tells(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether something happens: "is ready" tells a state, "is being built" and "was ready" an event."""
    if _has_second(words, verb, lexicon) or (verb == len(words) - 1 and words[verb].lower in lexicon.object_verbs):
        return False
    later = range(verb + 1, len(words))
    if any(_hangs(words, k, verb, lexicon) or _is_known(words, k, lexicon) for k in later):
        return False
    is_quote = words[0].text in ("“", '"') and all(word.lower not in lexicon.speech for word in words)
    if len(words) < FEWEST_WORDS or is_quote or _has_hole(words, lexicon) or _says_nothing(words, verb, lexicon):
        return False
    lower = words[verb].lower
    if lower not in lexicon.present_states:
        return True
    after = next((word for word in words[verb + 1 :] if word.lower not in lexicon.verb_parts), None)
    if after is None:
        return False
    going = after.lower.endswith("ing") or after.lower in lexicon.coming
    return (after.is_participle and lower in lexicon.auxiliaries) or (going and lower in lexicon.be)


def _says_nothing(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether somebody says something, and not what: "The paper said in an editorial"."""
    says = words[verb].lower in lexicon.telling_verbs and not next_verb(words, verb + 1)
    return says and verb + 1 < len(words) and words[verb + 1].lower in lexicon.prepositions


def _has_second(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a second verb with an object follows in the same clause, so that the first one only described a noun."""
    if words[verb].lower in lexicon.speech or words[verb].lower in lexicon.auxiliaries:
        return False
    for word, after in pairwise(words[verb + 1 :]):
        if not word.text[0].isalnum() or word.lower in lexicon.clause_words:
            return False
        if word.is_finite:
            return after.lower not in lexicon.prepositions and after.lower not in lexicon.particles
    return False


def _hangs(words: Words, index: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a word after the verb stands for something that is not named before it in the same clause.

    An object pronoun never stands for the subject of its own verb.
    """
    word, following = words[index], words[index + 1 : index + 2]
    if word.lower not in lexicon.hanging:
        return False
    if word.lower in lexicon.pointing_nouns:
        return not following or following[0].lower not in lexicon.subordinators
    if word.lower not in lexicon.objects or (following and following[0].is_finite):
        return False
    if word.lower in lexicon.possessives and following and following[0].lower not in lexicon.stopwords:
        return False
    return not any(named.text[0].isupper() or named.text[-1] == "s" for named in words[verb + 1 : index])


def _is_known(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word points to something told about before, and nothing after it says what: "backed the resolution"."""
    noun = words[index + 1 : index + 2]
    if words[index].lower not in lexicon.pointing or not noun or noun[0].lower not in lexicon.known_nouns:
        return False
    after = words[index + 2 : index + 6]
    if after and (after[0].is_finite or after[0].lower in lexicon.complements):
        return False
    leads = bool(after) and after[0].lower in lexicon.prepositions
    return not (leads and any(word.text[0].isupper() for word in after))


def without_opening(plain: str, lexicon: Lexicon) -> str:
    """A clause without the phrase before its subject.

    >>> from timeline.extract.lexicon import lexicon
    >>> without_opening("In a rare move, the bank closed", lexicon("en"))
    'the bank closed'
    """
    words = _words(plain, lexicon)
    if not words or not _is_opening(words[0], lexicon):
        return plain
    for comma in (k for k, word in enumerate(words[:_LONGEST_OPENING]) if word.text == ","):
        rest = plain[words[comma + 1].start :] if comma + 1 < len(words) else ""
        if rest and _begins_clause(rest, lexicon):
            return rest
    return plain


def _begins_clause(plain: str, lexicon: Lexicon) -> bool:
    words = _words(_without_insertion(plain, lexicon), lexicon)
    verb = main_verb(words, lexicon) if _can_begin(words, lexicon) else 0
    return bool(verb) and (words[0].lower in lexicon.pronouns or _is_subject(words[:verb], lexicon))


def _can_begin(words: Words, lexicon: Lexicon) -> bool:
    """Whether a subject can begin with a word: a name, an article, a number, a plural."""
    first = words[0] if words else None
    if first is None or first.text[0].isupper() or first.text[0].isdigit() or first.text[-1] == "s":
        return first is not None
    return first.lower in lexicon.determiners or first.lower in lexicon.stopwords or first.lower in lexicon.pronouns


def _is_opening(word: Word, lexicon: Lexicon) -> bool:
    lower = word.lower
    return is_ing(word) or lower in lexicon.openings or (word.is_participle and word.is_finite)


def _without_insertion(plain: str, lexicon: Lexicon) -> str:
    """A clause without what stands between commas or dashes after its subject: "The bank, founded by her, closed"."""
    words = _words(plain, lexicon)
    opens = next((k for k, word in enumerate(words[:12]) if word.is_finite or word.text in _INSERTED), 0)
    if not opens or words[opens].is_finite:
        return plain
    for close in range(opens + 2, min(len(words) - 1, opens + 40)):
        closes = words[close].text == words[opens].text
        if closes and words[_after_adverb(words, close + 1)].is_finite:
            name = _name_in(plain, words[opens + 1 : close], lexicon)
            return f"{name or plain[: words[opens].start].rstrip()} {plain[words[close + 1].start :]}"
    return _with_told(plain, words, opens, lexicon)


def _name_in(plain: str, words: Words, lexicon: Lexicon) -> str:
    """The name of a person, if nothing else stands between two commas: "the president, Ada Byron, resigned"."""
    is_name = 1 < len(words) < 5 and all(word.text[0].isupper() for word in words)
    if not is_name or not lexicon.organization_words.isdisjoint(word.text for word in words):
        return ""
    return plain[words[0].start : words[-1].end]


def _with_told(plain: str, words: Words, comma: int, lexicon: Lexicon) -> str:
    """A subject with what a relative clause tells of it, where there is no more: "Tsvangirai, who won" """
    told = words[comma + 1 : comma + 3]
    if len(told) == 2 and told[0].lower in lexicon.relatives and told[1].is_finite:
        return f"{plain[: words[comma].start].rstrip()} {plain[told[1].start :]}"
    return plain


def _after_adverb(words: Words, index: int) -> int:
    return index + 1 if index + 1 < len(words) and words[index].lower.endswith("ly") else index


def without_lead(plain: str, lexicon: Lexicon) -> str:
    """A sentence without the words that tie it to the one before: "But", "In addition,".

    >>> from timeline.extract.lexicon import lexicon
    >>> without_lead("But in addition, the bank closed", lexicon("en"))
    'the bank closed'
    """
    for _ in range(4):
        first, _, rest = plain.partition(" ")
        word = first.strip(",“”\"'").lower()
        if plain[:30].lower().startswith(lexicon.connective_phrases):
            plain = plain.partition(",")[2].strip()
        elif rest and (word in lexicon.connectives or first == lexicon.that):
            plain = rest.lstrip(EDGES)
        else:
            break
    return plain.strip(EDGES)


def _capital(plain: str) -> str:
    first = plain.partition(" ")[0]
    return plain if any(letter.isupper() for letter in first[1:]) else plain[:1].upper() + plain[1:]


def _balanced(plain: str) -> str:
    """A title without a bracket or a quotation mark whose other half was left behind."""
    if not _MARKS.search(plain):
        return plain
    plain = re.sub(r"\([^()]*\)", "", plain)
    if plain.count("“") == plain.count("”") + 1 and plain.rfind("“") > plain.rfind("”"):
        plain += "”"
    for left, right in (("“", "”"), ("(", ")"), ("[", "]")):
        if plain.count(left) != plain.count(right):
            plain = plain.replace(left, "").replace(right, "")
    if plain.count('"') % 2:
        plain = plain.replace('"', "")
    return re.sub(r"\s+([,.;:])", r"\1", " ".join(plain.split())).strip(EDGES)

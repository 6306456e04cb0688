"""Headlines: a clause as a newsroom would print it, or nothing if it has no subject and verb of its own.

A headline has a subject, a finite verb and what belongs to it. What stands before the subject is dropped, what stands
between subject and verb, too; a long one ends where a phrase ends.
"""

from __future__ import annotations

import re

from timeline.extract.lexicon import Lexicon
from timeline.extract.words import Word, Words, words_of

__all__ = ["LONGEST", "headline", "is_bare", "main_verb", "without_lead", "without_opening"]

LONGEST = 100
_SHORTEST = 30
_FEWEST_WORDS = 3
_FEWEST_TELLING = 6
_LONGEST_SUBJECT = 20
_LONGEST_OPENING = 25
_MARKS = re.compile('[][()“”"]')
_EDGES = " ,;:–—-.…"
_DASHES = frozenset(("--", "---", "—", "–", "-"))
_STOPS = frozenset((";", ":")) | _DASHES


def headline(plain: str, lexicon: Lexicon) -> str:
    """A clause without its date as a headline of at most 100 characters.

    Returns:
        The headline; an empty text if the clause cannot stand alone.

    >>> from timeline.extract.lexicon import lexicon
    >>> headline("In a rare display of anger, miners, who had waited, took to the streets", lexicon("en"))
    'Miners took to the streets'
    >>> headline("the massacres of civilians carried out by the army", lexicon("en"))
    ''
    """
    if not lexicon.finite:
        return plain[:LONGEST].strip(_EDGES)
    plain = _without_insertion(without_opening(_balanced(plain), lexicon), lexicon)
    words = _words(plain, lexicon)
    verb = main_verb(words, lexicon)
    is_quote = plain[:1] in ("“", '"') and plain[-1:] in ("”", '"')
    if not verb or is_quote or not _is_subject(words[:verb], lexicon) or not _tells(words, verb, lexicon):
        return ""
    return _capital(_balanced(_shortened(plain, words, verb, lexicon)))


def _words(plain: str, lexicon: Lexicon) -> Words:
    return words_of(plain, 0, len(plain), lexicon)


def main_verb(words: Words, lexicon: Lexicon) -> int:
    """The index of the finite verb of the main clause, 0 if there is none.

    >>> from timeline.extract.lexicon import lexicon
    >>> text = "The plan that both sides signed was printed"
    >>> main_verb(words_of(text, 0, len(text), lexicon("en")), lexicon("en"))
    6
    """
    verb = _next_verb(words, 1)
    while verb and (_is_relative(words, verb, lexicon) or _describes(words, verb, lexicon)):
        verb = _next_verb(words, _group_end(words, verb, lexicon))
    return verb


def is_bare(title: str, lexicon: Lexicon) -> bool:
    """Whether a short headline names nothing: "The school will remain shut".

    >>> from timeline.extract.lexicon import lexicon
    >>> [is_bare(title, lexicon("en")) for title in ("The school will remain shut", "The school in Ulm closed")]
    [True, False]
    """
    words = title.split()
    is_short = len(words) <= _FEWEST_TELLING
    names = any(word[0].isupper() or word[0].isdigit() for word in words[1:])
    return is_short and not names and words[0].lower() in lexicon.determiners and words[1] not in lexicon.institutions


def _next_verb(words: Words, start: int) -> int:
    return next((k for k in range(start, len(words)) if words[k].is_finite), 0)


def _group_end(words: Words, verb: int, lexicon: Lexicon) -> int:
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
            return words[first - 1].lower not in (",", *lexicon.coordinators) or _next_verb(words, verb + 1) > 0
        first -= 1
    return False


def _describes(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a participle describes the noun before it: "the army unit trained by it failed"."""
    if not words[verb].is_participle or verb + 1 >= len(words):
        return False
    after = words[verb + 1].lower
    if any(word.lower in lexicon.agents for word in words[verb + 1 : verb + 2 + (after in lexicon.particles)]):
        return True
    return after in lexicon.prepositions and _has_other_verb(words, verb, lexicon)


def _has_other_verb(words: Words, verb: int, lexicon: Lexicon) -> bool:
    for word in words[verb + 1 :]:
        if word.is_finite:
            return True
        if not word.text[0].isalnum() or word.lower in lexicon.clause_words:
            return False
    return False


def _is_subject(words: Words, lexicon: Lexicon) -> bool:
    """Whether the words before the verb name something to one who has read nothing before."""
    first, last = words[0], words[-1]
    if len(words) > _LONGEST_SUBJECT or first.is_finite or first.lower in lexicon.no_openers:
        return False
    if last.lower in lexicon.dangling or any(word.text in _STOPS for word in words) or _is_broken(words, lexicon):
        return False
    if any(_points(words, index, lexicon) for index in range(len(words))):
        return False
    return any(word.text[0].isalpha() and word.lower not in lexicon.stopwords for word in words)


def _is_broken(words: Words, lexicon: Lexicon) -> bool:
    """Whether commas stand in a subject that is no list."""
    commas = [k for k, word in enumerate(words) if word.text == ","]
    return bool(commas) and all(word.lower not in lexicon.coordinators for word in words[commas[-1] + 1 :])


def _points(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word points to something said before, and nothing named before it in the subject can be meant."""
    if words[index].lower in lexicon.relatives:
        return index > 0 and words[index - 1].text == ","
    return words[index].lower in lexicon.pointers and not any(word.text[0].isupper() for word in words[1:index])


def _tells(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether something happens: "is ready" tells a state, "is being built" and "was ready" an event."""
    if len(words) < _FEWEST_WORDS or words[-1].text == "?":
        return False
    lower = words[verb].lower
    if lower not in lexicon.present_states:
        return True
    after = next((word for word in words[verb + 1 :] if word.lower not in lexicon.verb_parts), None)
    if after is None:
        return False
    going = after.lower.endswith("ing") or after.lower in lexicon.coming
    return after.is_participle or (going and lower in lexicon.be)


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
    loose = lower.endswith("ing") and len(lower) > 5 and word.text[1:].islower()
    return loose or lower in lexicon.openings or (word.is_participle and word.is_finite)


def _without_insertion(plain: str, lexicon: Lexicon) -> str:
    """A clause without what stands between commas or dashes after its subject: "The bank, founded by her, closed"."""
    words = _words(plain, lexicon)
    opens = next((k for k, word in enumerate(words[:12]) if word.is_finite or word.text in _INSERTED), 0)
    if not opens or words[opens].is_finite:
        return plain
    for close in range(opens + 2, min(len(words) - 1, opens + 40)):
        closes = words[close].text == words[opens].text
        if closes and words[_after_adverb(words, close + 1)].is_finite:
            return f"{plain[: words[opens].start].rstrip()} {plain[words[close + 1].start :]}"
    return _with_told(plain, words, opens, lexicon)


def _with_told(plain: str, words: Words, comma: int, lexicon: Lexicon) -> str:
    """A subject with what a relative clause tells of it, where there is no more: "Tsvangirai, who won" """
    told = words[comma + 1 : comma + 3]
    if len(told) == 2 and told[0].lower in lexicon.relatives and told[1].is_finite:
        return f"{plain[: words[comma].start].rstrip()} {plain[told[1].start :]}"
    return plain


_INSERTED = frozenset((",", "--", "—", "–", "-"))


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
        elif rest and (word in lexicon.connectives or word == lexicon.that):
            plain = rest.lstrip(_EDGES)
        else:
            break
    return plain.strip(_EDGES)


def _shortened(plain: str, words: Words, verb: int, lexicon: Lexicon) -> str:
    """A headline cut where a phrase ends after the verb, an empty text if it is too long and there is no such place."""
    stop = next((k for k in range(verb + 2, len(words)) if _stops(words, k, lexicon)), len(words))
    least = max(_group_end(words, verb, lexicon) + 1, _FEWEST_WORDS)
    ends = [k for k in range(least, stop) if words[k].start <= LONGEST + 1]
    ranked = sorted(((_strength(words, k, lexicon), k) for k in ends), reverse=True)
    if words[stop - 1].end <= LONGEST:
        ranked = [(4, stop), *ranked]
    for strength, end in ranked:
        if strength and _is_complete(words[:end], verb, lexicon):
            return (plain[: words[end].start] if end < len(words) else plain).strip(_EDGES)
    return ""


def _stops(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a headline ends before a word: a dash, or a clause that adds something to what is told."""
    if words[index].text == ",":
        following = words[index + 1 : index + 3]
        adds = bool(following) and following[0].lower in lexicon.relatives
        return adds or any(word.lower in lexicon.time_units for word in following)
    return words[index].text in _STOPS


def _is_complete(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether no word at the end waits for another, and no clause for its verb."""
    last = words[-1].lower if words[-1].text[-1].isalnum() or len(words) < 2 else words[-2].lower
    if last in lexicon.dangling or last in lexicon.demonstratives:
        return False
    opener = max((k for k, word in enumerate(words) if k and word.lower in lexicon.clause_openers), default=0)
    if words[verb].lower in lexicon.bare_speech and len(words) > verb + 2:
        opener = max(opener, verb + 1)
    return not opener or _next_verb(words, opener) > 0 or words[-1].text == "”"


def _strength(words: Words, index: int, lexicon: Lexicon) -> int:
    """How well a headline can end before a word: 0 not at all, 3 best."""
    word, before = words[index], words[index - 1]
    if word.start < _SHORTEST:
        return 0
    if word.text == ",":
        return _comma_strength(words, index, lexicon)
    waits = before.is_finite or before.is_participle or before.lower.endswith("ing")
    if waits or before.lower in lexicon.stopwords or not (before.text[-1].isalnum() or before.text == "”"):
        return 0
    if word.lower in lexicon.coordinators:
        return 2 if words[index + 1 : index + 2] and words[index + 1].is_finite else int(not _in_pair(words, index))
    if word.lower in lexicon.subordinators:
        return 0 if word.lower in lexicon.conditions else 2
    return int(word.lower in lexicon.cut_before)


def _comma_strength(words: Words, index: int, lexicon: Lexicon) -> int:
    """A comma ends a headline before a clause, a participle or an apposition, not within a list of things."""
    following, later = words[index + 1 : index + 2], words[index + 1 : index + 8]
    if not following:
        return 3
    lower = following[0].lower
    if lower in lexicon.coordinators:
        return 3 if any(word.is_finite for word in later[:5]) else 2 * (not _in_pair(words, index))
    if lower in lexicon.determiners:
        return 3 * all(word.lower not in lexicon.coordinators for word in later)
    clear = lower in lexicon.openings or lower in lexicon.relatives or lower.endswith("ing")
    return 3 if clear or following[0].is_participle else 0


def _in_pair(words: Words, index: int) -> bool:
    """Whether "and" joins the last of a list or of two that belong together: "between the US and Iran"."""
    return any(word.text == "," or word.lower in ("between", "both") for word in words[max(0, index - 8) : index])


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
    return re.sub(r"\s+([,.;:])", r"\1", " ".join(plain.split())).strip(_EDGES)

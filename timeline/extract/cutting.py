"""Where a headline can end: within 100 characters, at the end of a phrase, with no word left that waits for another."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extract.lexicon import Lexicon
from timeline.extract.verbs import group_end, is_ing, main_verb, next_verb
from timeline.extract.words import Words

__all__ = ["DASHES", "EDGES", "FEWEST_WORDS", "LONGEST", "STOPS", "shortened"]

LONGEST = 100
FEWEST_WORDS = 3
EDGES = " ,;:–—-.…"
DASHES = frozenset(("--", "---", "—", "–", "-"))
STOPS = frozenset((";", ":")) | DASHES
_SHORTEST = 30
_LONGEST_LISTENER = 8


def shortened(plain: str, words: Words, verb: int, lexicon: Lexicon) -> str:
    """A headline cut where a phrase ends after the verb, an empty text if it is too long and there is no such place."""
    stop = next((k for k in range(verb + 2, len(words)) if _stops(words, k, lexicon)), len(words))
    stop -= 2 * (stop > verb + 4 and words[stop - 2].text == ",")
    says = _is_saying(words, verb, lexicon) and next_verb(words, verb + 1) > 0
    for end in _ends(words, verb, stop, lexicon):
        kept = _without_tail(words[:end], verb, lexicon)
        if (
            _is_complete(kept, lexicon)
            and not _begins_saying(kept, verb, lexicon)
            and (not says or _has_content(kept, verb, lexicon))
        ):
            return (plain[: words[len(kept)].start] if len(kept) < len(words) else plain).strip(EDGES)
    return ""


def _begins_saying(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a later clause says that somebody says something, and not what: "but some say their relationship"."""
    last = max((k for k in range(verb + 1, len(words)) if words[k].is_finite), default=0)
    return bool(last) and last < len(words) - 1 and words[last].lower in lexicon.telling_verbs


def _ends(words: Words, verb: int, stop: int, lexicon: Lexicon) -> Iterator[int]:
    """The words before which a headline can end, the best first."""
    if words[stop - 1].end <= LONGEST:
        yield stop
    least = max(group_end(words, verb, lexicon) + 1, FEWEST_WORDS)
    ends = [k for k in range(least, stop) if words[k].start <= LONGEST + 1]
    ranked = sorted(((_strength(words, k, lexicon), k) for k in ends), reverse=True)
    yield from (end for strength, end in ranked if strength)


def _is_saying(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells nothing without the clause after it: "she said", "she revealed in Rome that"."""
    lower, after = words[verb].lower, words[verb + 1 : verb + 5]
    if lower in lexicon.telling_verbs:
        return True
    leads = bool(after) and after[0].lower in lexicon.prepositions
    leads = leads or (len(after) > 1 and after[0].lower in lexicon.pronouns and after[1].is_finite)
    return lower in lexicon.speech and (leads or any(word.lower == lexicon.that for word in after))


def _without_tail(words: Words, verb: int, lexicon: Lexicon) -> Words:
    """Words without what only a date that was taken away would end: "lost the election held", "was killed two days"."""
    loose = words[-1].lower in lexicon.object_verbs and words[-2].lower not in lexicon.auxiliaries | lexicon.verb_parts
    if loose and len(words) > verb + 2:
        return words[:-1]
    if words[-1].lower.endswith("est") and words[-3].text == "," and len(words) > verb + 3:
        return words[:-3]
    stretch = words[-1].lower in lexicon.time_units and len(words) > verb + 3
    return words[:-2] if stretch and not words[-2].is_finite else words


def _stops(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a headline ends before a word: a dash, or a clause that adds something to what is told."""
    if words[index].text == ",":
        following = words[index + 1 : index + 3]
        adds = bool(following) and following[0].lower in lexicon.adding
        adds = adds or _begins_main(words, index + 1, lexicon)
        return adds or any(word.lower in lexicon.time_units for word in following)
    return words[index].text in STOPS


def _begins_main(words: Words, start: int, lexicon: Lexicon) -> bool:
    """Whether another main clause begins after a comma: ", residents said", ", they send"."""
    for word in words[start : start + 6]:
        if word.is_finite:
            named = words[start].text[0].isupper() and word is words[start + 1]
            surely = not word.is_participle or word.lower in lexicon.telling_verbs or named
            return word is not words[start] and surely
        if not word.text[0].isalnum() or word.lower in lexicon.clause_words or is_ing(word):
            return False
    return False


def _is_complete(words: Words, lexicon: Lexicon) -> bool:
    """Whether no word at the end waits for another, and no clause for its verb."""
    last = words[-1].lower if words[-1].text[-1].isalnum() or len(words) < 2 else words[-2].lower
    if last in lexicon.dangling or last in lexicon.demonstratives or last in lexicon.objects:
        return False
    if words[-1].text[0].isdigit() and words[-2].lower in lexicon.coordinators | lexicon.articles:
        return False
    openers = [k for k, word in enumerate(words) if k and word.lower in lexicon.clause_openers]
    opener = openers[-1] if openers and words[-1] is not words[openers[-1]] else 0
    if opener and words[opener + 1].lower == lexicon.infinitive:
        opener = 0
    if opener and words[opener].lower == lexicon.that and words[opener + 1].lower in lexicon.openings:
        opener = max((k for k, word in enumerate(words) if word.text == "," and k > opener), default=len(words))
    return not opener or next_verb(words, opener) > 0 or words[-1].text == "”"


def _has_content(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether what somebody says has a verb, and no pronoun for something else: "they believe it will happen"."""
    content = words[verb + 1 :]
    that = next((k + 1 for k, word in enumerate(content[:_LONGEST_LISTENER]) if word.lower == lexicon.that), 0)
    content = content[that:]
    several = words[verb - 1].lower.endswith("s")
    unclear = several and bool(content) and content[0].lower in lexicon.expletives | lexicon.personal_pronouns
    return words[-1].text == "”" or (main_verb(content, lexicon) > 0 and not unclear)


def _strength(words: Words, index: int, lexicon: Lexicon) -> int:
    """How well a headline can end before a word: 0 not at all, 3 best."""
    word, before = words[index], words[index - 1]
    if word.start < _SHORTEST or _is_quoted(words, index):
        return 0
    if word.text == ",":
        return _comma_strength(words, index, lexicon)
    waits = (
        before.is_finite
        or before.is_participle
        or before.lower.endswith("ing")
        or _is_infinitive(words, index - 1, lexicon)
    )
    if waits or before.lower in lexicon.stopwords or not (before.text[-1].isalnum() or before.text == "”"):
        return 0
    return _phrase_strength(words, index, lexicon)


def _is_infinitive(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word is a verb after "to" or "would"."""
    lead = words[index - 1].lower
    is_small = words[index].text[0].islower()
    return is_small and (lead == lexicon.infinitive or (lead in lexicon.auxiliaries and lead not in lexicon.be))


def _phrase_strength(words: Words, index: int, lexicon: Lexicon) -> int:
    """The same before a word that can begin a phrase or a clause."""
    word, near = words[index], words[max(0, index - 4) : index]
    if word.lower in lexicon.coordinators:
        return 2 if words[index + 1 : index + 2] and words[index + 1].is_finite else int(not _in_pair(words, index))
    if word.lower == lexicon.that:
        return int(all(one.lower not in lexicon.speech for one in near))
    if is_ing(word):
        return int(all(one.lower not in lexicon.prepositions for one in near))
    if word.lower in lexicon.subordinators:
        return 0 if word.lower in lexicon.conditions else 1 if word.lower in lexicon.relatives else 2
    return int(word.lower in lexicon.cut_before)


def _is_quoted(words: Words, index: int) -> bool:
    """Whether a quotation is open before a word."""
    marks = [word.text for word in words[:index] if word.text in ("“", "”", '"')]
    return marks.count("“") > marks.count("”") or marks.count('"') % 2 == 1


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
    before, after = words[index - 1], words[index + 1 : index + 2]
    if before.text[0].isupper() and after and after[0].text[0].isupper():
        return True
    return any(word.text == "," or word.lower in ("between", "both") for word in words[max(0, index - 8) : index])

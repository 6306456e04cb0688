"""What stands within a clause and tells something else: between two commas, between two dashes, behind "that"."""

from __future__ import annotations

from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span
from timeline.extract.verbs import is_owned, next_verb
from timeline.extract.words import DASHES, STRONG_MARKS, Dated, Word, Words, owns

__all__ = ["aside_of", "brackets", "insertion_end", "insertion_of", "insertions", "restrictions"]

_MARKS = DASHES | {","}
_PAIR = 2
_LATEST = 12
_LONGEST = 40


def aside_of(words: Words, lexicon: Lexicon) -> range:
    """The indices of what stands between the only two dashes of a clause that goes on after them, with the dashes.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> aside_of(words_of("Rome -- it was May -- fell.", 0, 27, lexicon_of("en")), lexicon_of("en"))
    range(1, 6)
    """
    dashes = [index for index, word in enumerate(words[:-1]) if word.text in DASHES]
    if len(dashes) != _PAIR or words[dashes[0]].text != words[dashes[1]].text or words[dashes[0]].text == "-":
        return range(0)
    return range(0) if words[dashes[1] + 1].lower in lexicon.coordinators else range(dashes[0], dashes[1] + 1)


def insertion_of(words: Words, lexicon: Lexicon) -> range:
    """The indices of what stands between two commas or dashes before the verb of a clause, with the marks.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> texts = "The bank, founded by her, closed", "Rome, Ulm and Ada Byron, who won, left", "The bank closed, too"
    >>> [insertion_of(words_of(text, 0, len(text), lexicon_of("en")), lexicon_of("en")) for text in texts]
    [range(2, 7), range(6, 10), range(0, 0)]
    """
    found = (k for k, word in enumerate(words[:_LATEST]) if word.is_finite or word.text in _MARKS)
    opens = next((k for k in found if not is_owned(words, k, lexicon)), 0)
    if not opens or words[opens].is_finite:
        return range(0)
    opens = _list_end(words, opens, lexicon)
    close = insertion_end(words, opens, lexicon)
    return range(opens, close + 1) if close else range(0)


def insertion_end(words: Words, opens: int, lexicon: Lexicon) -> int:
    """The index of the mark that ends what one at an index begins, and that a verb follows; 0 if there is none.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> texts = "Lind, whose son, Mark, left, was hurt", "Lind, hurt in May, later died", "Lind, who won"
    >>> [insertion_end(words_of(text, 0, len(text), lexicon_of("en")), 1, lexicon_of("en")) for text in texts]
    [8, 5, 0]
    """
    mark, least = words[opens].text, opens + 2
    if any(word.lower in lexicon.owning_relatives for word in words[opens + 1 : least]):
        least = next_verb(words, least) or len(words)
    for close in range(least, min(len(words) - 1, opens + _LONGEST)):
        if words[close].lower == lexicon.that and any(word.lower in lexicon.speech for word in words[opens:close]):
            break  # "Ada Byron, a deputy, alleged that her son, Mark, left"
        if words[close].text == mark and words[_after_adverb(words, close + 1, lexicon)].is_finite:
            return close
    return 0


def _list_end(words: Words, comma: int, lexicon: Lexicon) -> int:
    """The index after a list of names that goes on behind a comma: "Rome, Ulm and Ada Byron, who won, left"."""
    begin, end = comma, _next_comma(words, comma)
    while end and all(word.text[0].isupper() and not owns(word) for word in words[begin + 1 : end]):
        begin, end = end, _next_comma(words, end)
    item = words[begin + 1 : end]
    begins = item[1:2] if item and item[0].lower in lexicon.articles else item[:1]
    last = next((k + 1 for k, word in enumerate(item) if word.lower in lexicon.coordinators), len(item))
    names = (words[comma - 1], *begins, *item[last : last + 1])
    return end if len(names) > 2 and all(word.text[0].isupper() for word in names) else comma


def _next_comma(words: Words, comma: int) -> int:
    return next((k for k in range(comma + 1, len(words)) if words[k].text == ","), 0)


def _after_adverb(words: Words, index: int, lexicon: Lexicon) -> int:
    lower = words[index].lower
    is_adverb = lower in lexicon.adverbs or lower.endswith(lexicon.adverb_endings)
    return index + (is_adverb and index + 1 < len(words))


def insertions(words: Words, lexicon: Lexicon) -> list[Span]:
    """What is told between a subject and its verb: "the offer, which they had, was refused", "she, hurt, left"."""
    commas = [index for index, word in enumerate(words[:-1]) if word.lower == ","]
    ends = [
        (comma + 1, insertion_end(words, comma, lexicon))
        for comma in commas
        if words[comma + 1].lower in lexicon.relatives or (words[comma + 1].is_participle and comma == commas[0])
    ]
    return [(words[low].start, words[high].start) for low, high in ends if high]


def brackets(words: Words) -> list[Span]:
    """What is told in brackets, up to the one that closes them: "Rome (it fell in May) paid", not "Rome (in May)"."""
    opened = [index for index, word in enumerate(words[1:], 1) if word.text == "("]
    closed = ((low, next((k for k in range(low, len(words)) if words[k].text == ")"), 0)) for low in opened)
    told = ((low, high) for low, high in closed if any(word.is_finite for word in words[low:high]))
    return [(words[low].start, words[high].start) for low, high in told]


def restrictions(words: Words, dated: Dated, lexicon: Lexicon) -> list[Span]:
    """What tells which one is meant, up to the verb behind it: "the storm that hit Cuba killed", "one who left"."""
    openers = lexicon.relative_words
    opens = [index for index in range(1, len(words) - 2) if words[index].lower in openers]
    verbs = [(index, _relative_verb(words, index, lexicon)) for index in opens]
    return [
        (words[index].start, _restriction_end(words, verb, dated, lexicon))
        for index, verb in verbs
        if verb and _is_noun(words[index - 1], lexicon)
    ]


def _relative_verb(words: Words, index: int, lexicon: Lexicon) -> int:
    """The index of the verb of a relative clause behind "that", 0 if it is none: "that hit Cuba", "that she began"."""
    if words[index + 1].is_finite:
        return index + 1
    owns = words[index + 1].lower in lexicon.nominatives and words[index + 2].is_finite
    says = any(word.lower in lexicon.speech or word.lower in lexicon.opinions for word in words[:index])
    return index + 2 if owns and not says else 0  # "told Rome that she left"


def _is_noun(word: Word, lexicon: Lexicon) -> bool:
    return word.text[-1].isalnum() and not word.is_finite and word.lower not in lexicon.stopwords


def _restriction_end(words: Words, verb: int, dated: Dated, lexicon: Lexicon) -> int:
    """Where the next verb begins, behind the one of the relative clause and what goes with that."""
    while verb + 1 < len(words) and (words[verb + 1].is_finite or words[verb + 1].is_participle):
        verb += 1
    behind = enumerate(words[verb + 1 :], verb + 1)
    end = next((k for k, word in behind if (word.is_finite and k not in dated) or word.text in STRONG_MARKS), 0)
    while end > verb + 1 and words[end - 1].lower in lexicon.adverbs:
        end -= 1  # "now appears"
    return words[end].start if end else words[-1].end

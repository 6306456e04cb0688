"""How far the sentence around an expression reaches."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import takewhile

from timeline.tagger.abbreviations import ABBREVIATIONS, BEHIND_CLOCK
from timeline.tagger.memo import LastText, Memo

__all__ = [
    "before_relative",
    "begins_line",
    "beyond",
    "ends_sentence",
    "heads_line",
    "is_possessive",
    "opens_sentence",
    "to_sentence_end",
    "to_sentence_start",
    "up_to",
    "word_at",
    "words_before",
]

_REACH_BACK = 30
_REACH_AHEAD = 12
_APOSTROPHES = frozenset("'’")
_CLOSING = frozenset("\"'”’»)]")
_QUOTES = frozenset("\"'”’»“‘«()[]")

_SENTENCE_ENDS = frozenset(".!?;\n")
"""What a token begins with that may end a sentence; one that begins with a line break is a blank line."""

_HEADING_ENDS = frozenset(("-", "--", "–", "—", ":"))

_WORDS = Memo(lambda token: token.rstrip().lower())
"""Tokens as the word lists have them: a text has few different ones."""

_BEFORE = LastText[range]()
"""The places before one in its sentence."""

_WORDS_BEFORE = LastText[list[str]]()
"""The words at those places."""


def word_at(tokens: Sequence[str], at: int) -> str:
    """A token as the word lists have it, "" outside of the text.

    >>> word_at(["On ", "Friday"], 0), word_at(["On ", "Friday"], 2)
    ('on', '')
    """
    try:
        return _WORDS[tokens[at]] if at >= 0 else ""
    except IndexError:  # rarely, and this is asked all the time
        return ""


def is_possessive(tokens: Sequence[str], end: int) -> bool:
    """Whether an apostrophe and a lone letter follow what ends before a place.

    >>> is_possessive(["Friday", "'", "s ", "vote"], 1), is_possessive(["Friday ", "evening"], 1)
    (True, False)
    """
    return word_at(tokens, end) in _APOSTROPHES and len(word_at(tokens, end + 1)) == 1


def beyond(tokens: Sequence[str], at: int, step: int, words: Container[str]) -> int:
    """The place of the next word in one direction that is none of some words.

    >>> beyond(["They ", "do ", "not ", "meet"], 3, -1, {"not"})
    1
    """
    at += step
    while word_at(tokens, at) in words:
        at += step
    return at


def opens_sentence(tokens: Sequence[str], at: int, openers: Container[str]) -> bool:
    """Whether a place is the first of its sentence, but for a word like "but" and quotation marks.

    >>> opens_sentence(["It ", "rained", ". ", "But ", "Friday ", "was ", "dry"], 4, {"but"})
    True
    """
    before = at - 1
    while before >= 0 and (tokens[before][0] in _QUOTES or word_at(tokens, before) in openers):
        before -= 1
    return before < 0 or (tokens[before][0] in _SENTENCE_ENDS and ends_sentence(tokens, before))


def begins_line(tokens: Sequence[str], at: int) -> bool:
    r"""Whether a line begins at a place, perhaps behind a bullet, and no sentence goes on there.

    >>> begins_line(["It ", "rained", ".\n", "* ", "Friday"], 4), begins_line(["It ", "rained\n", "Friday"], 2)
    (True, False)
    """
    before = tokens[at - 1] if at > 0 else "\n"
    if "\n" in before:
        return before.isspace() or not (before[0].isalnum() or before[0] == ",")
    return not before[0].isalnum() and (at == 1 or "\n" in tokens[at - 2])


def heads_line(tokens: Sequence[str], start: int, end: int, openers: Container[str] = ()) -> bool:
    """Whether what lies between two places stands before all that a line or a sentence tells.

    >>> tokens = "March |3|: |Ulm |falls".split("|")
    >>> heads_line(tokens, 0, 2), heads_line([*tokens[:2], "- ", "5"], 0, 2)
    (True, False)
    """
    ending = word_at(tokens, end)
    if ending not in _HEADING_ENDS or (ending != ":" and word_at(tokens, end + 1)[:1].isdigit()):
        return False
    is_line = start == 0 or "\n" in tokens[start - 1]  # whether or not the line before looks like a sentence
    return is_line or begins_line(tokens, start) or opens_sentence(tokens, start, openers)


def to_sentence_start(tokens: Sequence[str], start: int) -> range:
    """The places before one in its sentence, the nearest first, as far as words tell of it.

    >>> list(to_sentence_start(["It ", "rained", ". ", "They ", "left ", "on ", "Friday"], 6))
    [5, 4, 3]
    """
    found = _BEFORE.of(tokens)
    places = found.get(start)
    if places is None:
        places = found[start] = range(start - 1, _last_end(tokens, start, found), -1)
    return places


def _last_end(tokens: Sequence[str], start: int, found: Mapping[int, range]) -> int:
    """The place before a sentence, or that before all the words of it that tell something."""
    furthest = max(-1, start - 1 - _REACH_BACK)
    for at in range(start - 1, furthest, -1):
        if tokens[at][0] in _SENTENCE_ENDS and ends_sentence(tokens, at):
            return at
        if at in found:
            return max(furthest, found[at].stop)
    return furthest


def to_sentence_end(tokens: Sequence[str], end: int, reach: int = _REACH_AHEAD) -> Iterable[int]:
    """The places from one on in its sentence, as far as words tell of it: so many, if it reaches further.

    >>> list(to_sentence_end(["On ", "Friday ", "they ", "left", ". ", "It ", "rained"], 2))
    [2, 3]
    """
    for at in range(end, min(len(tokens), end + reach)):
        if tokens[at][0] in _SENTENCE_ENDS and ends_sentence(tokens, at):
            return
        yield at


def up_to(tokens: Sequence[str], places: Iterable[int], words: Container[str]) -> Iterable[int]:
    """The first of some places, up to one that has one of some words.

    >>> list(up_to(["It ", "rained", ", ", "and ", "they ", "left"], range(6), {","}))
    [0, 1]
    """
    return takewhile(lambda at: word_at(tokens, at) not in words, places)


def before_relative(tokens: Sequence[str], at: int, pronouns: Container[str]) -> int:
    """The place of the last word before the relative clause and its comma around a place, -1 if it is in none.

    >>> before_relative("The |mayor|, |who |won |in |May|, |spoke".split("|"), 7, {"who"})
    1
    """
    for place in to_sentence_start(tokens, at):
        word = word_at(tokens, place)
        if word in pronouns:
            return place - 2 if word_at(tokens, place - 1) == "," else -1
        if word == ",":
            return -1
    return -1


def words_before(tokens: Sequence[str], at: int, count: int = _REACH_BACK) -> Sequence[str]:
    """So many words before a place in its sentence, the nearest first.

    >>> words_before(["It ", "rained", ". ", "They ", "left ", "on ", "Friday"], 6, 2)
    ['on', 'left']
    """
    found = _WORDS_BEFORE.of(tokens)
    words = found.get(at)
    if words is None:
        words = found[at] = [_WORDS[tokens[place]] for place in to_sentence_start(tokens, at)]
    return words[:count]


def ends_sentence(tokens: Sequence[str], at: int) -> bool:
    """A full stop behind an abbreviation ends no sentence: "Sept. 3", "the U.S. said".

    >>> ends_sentence(["It ", "rained", ". ", "They "], 2), ends_sentence(["Sept", ". ", "3"], 1)
    (True, False)
    """
    if tokens[at][0] != ".":
        return True
    before = tokens[at - 1].rstrip()
    if before in ABBREVIATIONS or (len(before) == 1 and before.isupper()):
        return False
    behind = at + 1
    while behind < at + 3 and word_at(tokens, behind)[:1] in _CLOSING:
        behind += 1
    following = tokens[behind] if behind < len(tokens) else "A"
    if following[0].islower() or following[0].isdigit() or (behind == at + 1 and tokens[at] == "."):
        return False
    return before != "m" or following.rstrip() not in BEHIND_CLOCK

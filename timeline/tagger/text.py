"""A text that is read, and what its words tell of the places in it, whatever the day it was published on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from timeline.tagger.context import TOPICS
from timeline.tagger.sentence import begins_line, heads_line, is_possessive, word_at

if TYPE_CHECKING:
    from timeline.tagger.tense import Tense

__all__ = ["WORDED", "Text"]


class Text:
    """A text as tokens.

    Args:
        text: The text.
        tokens: Its tokens, with the blanks behind them.
        tense: Reads the tense of its sentences.

    >>> from timeline.tagger.locale import load_locale
    >>> from timeline.tagger.tense import Tense
    >>> text = Text("They met on Friday", ["They ", "met ", "on ", "Friday"], Tense(load_locale("en")))
    >>> text.tells("tense", 3, 4), text.tells("possessive", 3, 4), text.may_hold(frozenset({"met"}))
    (-3, False, True)
    """

    def __init__(self, text: str, tokens: Sequence[str], tense: Tense) -> None:
        self.text = text
        self.tokens: Sequence[str] = tokens
        self.tense: Tense = tense
        self._told: dict[tuple[str, int, int], Any] = {}
        self._held: dict[frozenset[str], bool] = {}

    def tells(self, question: str, start: int, end: int) -> Any:
        """The answer to a question about the expression between two tokens, found once."""
        asked = question, start, end
        if asked not in self._told:
            self._told[asked] = _ANSWERS[question](self, start, end)
        return self._told[asked]

    def may_hold(self, words: frozenset[str]) -> bool:
        """Whether any of some words is in the text, perhaps as a part of another one."""
        held = self._held.get(words)
        if held is None:
            held = self._held[words] = any(word in self._lowered for word in words)
        return held

    @cached_property
    def _lowered(self) -> str:
        return self.text.lower()

    def is_glued(self, start: int, end: int) -> bool:
        """Whether what lies between two characters is a part of a word or a code: "user1998", "E7HR2"."""
        text = self.text
        return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())

    def reaches_over(self, words: str) -> bool:
        """Whether another sentence begins within some words: "at 4 p.m. On Friday"."""
        return "." in words and self.tense.opening.search(words) is not None

    def is_heading(self, start: int, end: int) -> bool:
        """Whether what lies between two tokens is a line, or all of it before a colon or a dash."""
        is_line = end == len(self.tokens) or "\n" in self.tokens[end - 1]
        return (is_line and begins_line(self.tokens, start)) or heads_line(self.tokens, start, end)


def _topic(topic: str) -> Callable[[Text, int, int], bool]:
    """Whether a sentence speaks of a topic: not if no word of the whole text does."""
    return lambda text, start, end: (
        text.may_hold(text.tense.topics[topic]) and text.tense.speaks_of(topic, text.tokens, start, end)
    )


_ANSWERS: dict[str, Callable[[Text, int, int], Any]] = {
    "tense": lambda text, start, end: text.tense.of(text.tokens, start, end),
    "happened": lambda text, start, end: text.tense.has_happened(text.tokens, start, end),
    "present": lambda text, start, end: text.tense.present.tells(text.tokens, start, end),
    "habit": lambda text, start, end: (
        text.may_hold(text.tense.habit.words) and text.tense.habit.tells(text.tokens, start, end)
    ),
    "rate": lambda text, start, end: text.tense.rate.tells(text.tokens, start, end),
    "modifies": lambda text, start, end: text.tense.modifier.tells(text.tokens, start, end),
    "generic": lambda text, start, end: text.tense.generic.tells(text.tokens, start, end),
    "rank": lambda text, start, _: text.tense.ranks(text.tokens, start),
    "possessive": lambda text, _, end: is_possessive(text.tokens, end),
    "genitive": lambda text, start, _: word_at(text.tokens, start - 1) in text.tense.genitive,
    "entry": lambda text, start, _: text.tokens[start][0].isdigit() and begins_line(text.tokens, start),
    **{topic: _topic(topic) for topic in TOPICS},
}

WORDED = frozenset(_ANSWERS)
"""The questions that the words of a text answer."""

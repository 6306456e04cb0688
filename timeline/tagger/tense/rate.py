"""How many in a unit of time: "50 concerts a year", but not "a year of concerts"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import word_at

__all__ = ["Rate"]

_LONGEST_NOUN = 4
_SHORTEST_NOUN = 4


class Rate:
    """Reads where a unit with its article stands behind what is counted.

    Args:
        words: The words that tell a tense: ``per-unit``, the article of a unit, the ``plural-endings`` of what is
            counted, numbers in words, ``counts``, and those of ``one``, behind which there is no such ending;
            ``costing`` before a number is what needs the time or gives it. Behind a unit that is a time of its own
            stands none of ``after-rates``.
    """

    def __init__(self, words: TenseWords) -> None:
        self.articles: frozenset[str] = words.set("per-unit")
        """The article of such a unit: where a language has none, it says so in another way."""
        self._endings = tuple(words.set("plural-endings"))
        self._counts = words.set("counts")
        self._one = words.set("one")
        self._costing = words.set("costing")
        self._genitive = words.set("genitive")
        prepositions = words.set("prepositions") - self._genitive
        self._stops = words.set("after-rates") | prepositions | frozenset(words.signs(""))
        self._after = words.set("after-rates")

    def tells(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """Whether an expression between two places is such a unit.

        >>> from timeline.tagger.locale import TenseWords
        >>> rate = Rate(TenseWords({"per-unit": "a", "plural-endings": "s", "after-rates": "later"}))
        >>> tokens = ["They ", "sell ", "40 ", "red ", "lamps ", "a ", "day "]
        >>> rate.tells(tokens, 5, 7), rate.tells([*tokens, "later"], 5, 7)
        (True, False)
        >>> rate = Rate(TenseWords({"per-unit": "a", "plural-endings": "s", "counts": "dozens", "genitive": "of"}))
        >>> rate.tells(["Dozens ", "of ", "Danes ", "a ", "day"], 3, 5)
        True
        """
        if end - start != 2 or word_at(tokens, start) not in self.articles or word_at(tokens, end) in self._after:
            return False
        noun = word_at(tokens, start - 1)
        if len(noun) < _SHORTEST_NOUN:
            return False
        is_number = self._is_number if noun.endswith(self._endings) else self._one.__contains__
        return self._is_counted(tokens, start, is_number)

    def _is_number(self, word: str) -> bool:
        return word[:1].isdigit() or word in self._counts

    def _is_counted(self, tokens: Sequence[str], end: int, is_number: Callable[[str], bool]) -> bool:
        """Whether a number and nothing but a noun with its adjectives stand before: "hundreds of Danes a day"."""
        for at in range(end - 1, max(-1, end - 2 - _LONGEST_NOUN), -1):
            word = word_at(tokens, at)
            if is_number(word):
                return at < end - 1 and self._costing.isdisjoint((word_at(tokens, at - 1), word_at(tokens, at - 2)))
            is_noun = tokens[at][0].islower() or word_at(tokens, at - 1) in self._genitive
            if not word.isalpha() or word in self._stops or not is_noun:
                return False
        return False

"""What is foretold is yet to come: "the forecast shows rain on Friday", "the plan calls for talks on Monday"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import to_sentence_start, word_at, words_before

__all__ = ["Foretold"]

_PAIR = 2


class Foretold:
    """Finds what says how things will be, before an expression that belongs to what it says.

    Args:
        words: The words that tell a tense: ``foretelling`` of what says how things will be, a noun with its verb:
            "forecast-showed".
        sign: What the word at a place tells: behind another verb something else may be told.
    """

    def __init__(self, words: TenseWords, sign: Callable[[Sequence[str], int], int]) -> None:
        self._sign = sign
        self._foretelling = words.set("foretelling")
        self._verbs = frozenset(pair.partition("-")[2] for pair in self._foretelling)

    def tells(self, tokens: Sequence[str], start: int) -> bool:
        """Whether such words stand before an expression, not right beside it: "the forecast showed on Friday that".

        >>> from timeline.tagger.locale import TenseWords
        >>> foretold = Foretold(TenseWords({"foretelling": "forecast-showed"}), lambda tokens, at: 0)
        >>> tokens = ["The ", "forecast ", "showed ", "rain ", "on ", "Friday"]
        >>> foretold.tells(tokens, 5), foretold.tells([*tokens[:3], *tokens[4:]], 4)
        (True, False)
        """
        if self._verbs.isdisjoint(words_before(tokens, start)):
            return False
        found = next((at for at in to_sentence_start(tokens, start) if self._is_pair(tokens, at)), start)
        if start - found <= _PAIR:  # as in nearly every sentence: no verb is asked
            return False
        return not any(self._sign(tokens, at) for at in range(found + 1, start))

    def _is_pair(self, tokens: Sequence[str], at: int) -> bool:
        verb = word_at(tokens, at)
        return verb in self._verbs and f"{word_at(tokens, at - 1)}-{verb}" in self._foretelling

"""How long something lasts: "they lived there until March" is over, "the curfew stays through Sunday" is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import to_sentence_start, word_at, words_before
from timeline.tagger.tense.reach import NEAR

__all__ = ["Lasting"]


class Lasting:
    """Finds the verbs that have an end of their own not far before an expression.

    Args:
        words: The words that tell a tense: past forms that are ``lasting``, with what ``ends-lasting``, and present
            ones that say what ``lasts``, with what is ``extending`` it.
        sign: What the word at a place tells: below 0 that it is past where it stands.
    """

    def __init__(self, words: TenseWords, sign: Callable[[Sequence[str], int], int]) -> None:
        self._sign = sign
        self._lasting = words.set("lasting")
        self._ends = words.set("ends-lasting")
        self._denials = words.set("denials")
        self._lasts = words.set("lasts")
        self._extending = words.set("extending")

    def is_over(self, tokens: Sequence[str], start: int) -> bool:
        """ "They lived there until March", but not "they should have stayed".

        >>> from timeline.tagger.locale import TenseWords
        >>> words = TenseWords({"lasting": "lived", "ends-lasting": "until"})
        >>> lasting = Lasting(words, lambda tokens, at: -1)
        >>> [lasting.is_over(["They ", verb, "there ", "until ", "March"], 4) for verb in ("lived ", "met ")]
        [True, False]
        """
        if word_at(tokens, start - 1) not in self._ends:
            return False
        near = to_sentence_start(tokens, start)[:NEAR]
        return any(word_at(tokens, at) in self._lasting and self._sign(tokens, at) < 0 for at in near)

    def is_denied(self, tokens: Sequence[str], start: int) -> bool:
        """ "They did not leave until March", but not "they will not leave until March".

        >>> from timeline.tagger.locale import TenseWords
        >>> lasting = Lasting(TenseWords({"denials": "not", "ends-lasting": "until"}), lambda tokens, at: -(at == 1))
        >>> lasting.is_denied(["They ", "did ", "not ", "leave ", "until ", "March"], 5)
        True
        """
        if word_at(tokens, start - 1) not in self._ends:
            return False
        near = to_sentence_start(tokens, start)[:NEAR]
        is_denied = any(word_at(tokens, at) in self._denials for at in near)
        return is_denied and next((sign for at in near if (sign := self._sign(tokens, at))), 0) < 0

    def goes_on(self, tokens: Sequence[str], start: int) -> bool:
        """ "The curfew stays in force through Sunday".

        >>> from timeline.tagger.locale import TenseWords
        >>> lasting = Lasting(TenseWords({"lasts": "stays", "extending": "through"}), lambda tokens, at: 0)
        >>> lasting.goes_on(["It ", "stays ", "through ", "Sunday"], 3)
        True
        """
        if word_at(tokens, start - 1) not in self._extending:
            return False
        return not self._lasts.isdisjoint(words_before(tokens, start, NEAR))

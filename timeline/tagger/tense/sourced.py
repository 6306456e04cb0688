"""Who is quoted: what is "according to a statement on Sunday" may be yet to come, the statement is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import to_sentence_start, up_to, word_at, words_before
from timeline.tagger.tense.reach import FAR

__all__ = ["Sourced"]


class Sourced:
    """Tells whether an expression belongs to who or what is quoted.

    Args:
        words: The words that tell a tense: ``sources`` stand before what is quoted; a plan is none, and what is for
            a day by ``plan-prepositions`` is yet to come.
        sign: What single verbs tell.
    """

    def __init__(self, words: TenseWords, sign: Callable[[Sequence[str], int], int]) -> None:
        self._sources = words.set("sources")
        self._plans = words.set("plans")
        self._plan_prepositions = words.set("plan-prepositions")
        self._sign = sign

    def is_quoted(self, tokens: Sequence[str], start: int) -> bool:
        """ "According to a statement on Sunday", but not "according to plan on Sunday", "to forecasts for Sunday".

        >>> words = TenseWords({"sources": "according", "plans": "plan", "plan-prepositions": "for"})
        >>> sourced = Sourced(words, lambda tokens, at: 0)
        >>> texts = ("according |to |a |letter |on |Sunday", "according |to |plan |on |Sunday")
        >>> [sourced.is_quoted(text.split("|"), text.count("|")) for text in texts]
        [True, False]
        """
        if not self._sources or word_at(tokens, start - 1) in self._plan_prepositions:
            return False
        if self._sources.isdisjoint(words_before(tokens, start, FAR)):  # as in nearly every sentence: no verb is asked
            return False
        near = up_to(tokens, to_sentence_start(tokens, start), self._sources)
        return not any(word_at(tokens, at) in self._plans or self._sign(tokens, at) > 0 for at in near)

"""What had come about by some day: "schools reopened by Tuesday" is over, "they agreed to reopen by Tuesday" is not."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import to_sentence_start, word_at
from timeline.tagger.tense.verbs import Verbs

__all__ = ["Reached"]

_BACK = 12


class Reached:
    """Finds the past form that an expression limits, unless somebody only planned, said or asked for it.

    Args:
        words: The words that tell a tense: the prepositions that are ``limits``, and ``demands``, which leave open
            what came of them, as ``plans`` and verbs of ``reporting`` do.
        verbs: What single verbs tell.
    """

    def __init__(self, words: TenseWords, verbs: Verbs) -> None:
        self._verbs = verbs
        self._limits = words.set("limits")
        self._wished = words.set("plans") | words.set("demands")
        self._reporting = words.set("reporting")
        self._clauses = words.set("complement") | words.set("relative-pronouns") | words.set("conjunctions")

    def is_over(self, tokens: Sequence[str], start: int) -> bool:
        """Whether such a form stands before an expression and its preposition.

        >>> from timeline.tagger.locale import load_locale
        >>> words = load_locale("en").tense
        >>> reached = Reached(words, Verbs(words))
        >>> [reached.is_over(["Schools ", verb, "them ", "by ", "Friday"], 4) for verb in ("had ", "needed ", "get ")]
        [True, False, False]
        """
        if word_at(tokens, start - 1) not in self._limits:
            return False
        found = False
        for at in to_sentence_start(tokens, start - 1)[:_BACK]:
            word, sign = word_at(tokens, at), self._verbs.sign(tokens, at)
            if sign > 0 or word in self._wished or (not found and self._is_beyond(tokens, at)):
                return False
            found = found or (sign < 0 and word not in self._reporting)
        return found

    def _is_beyond(self, tokens: Sequence[str], at: int) -> bool:
        """ "To reopen by Friday", "if they agree by Friday": what stands before is not what the day limits."""
        return word_at(tokens, at) in self._clauses or self._verbs.is_infinitive(tokens, at)

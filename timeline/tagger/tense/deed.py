"""What a verb tells with no more than its object: "the storm hit the coast in March" is over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import to_sentence_start, word_at

__all__ = ["Deed"]

_LONGEST_OBJECT = 8


class Deed:
    """Finds the past form that an expression belongs to, for nothing stands between that may have a day of its own.

    Args:
        words: The words that tell a tense: of the ``past`` forms those that are no ``auxiliaries`` and not of
            ``reporting``, and the ``participles`` behind a ``perfect``. Prepositions, plans and words that open a
            clause stand between; those of ``places`` do not.
        sign: What the word at a place tells: below 0 that it is past where it stands.
    """

    def __init__(self, words: TenseWords, sign: Callable[[Sequence[str], int], int]) -> None:
        self._sign = sign
        self._participles = words.set("participles")
        self._perfect = words.set("perfect") | words.set("pluperfect")
        self._leading = words.set("narrative")
        self._forms = words.set("past") - words.set("auxiliaries") - words.set("reporting") - words.set("prepositions")
        clauses = words.set("relative") | words.set("complement") | words.set("conjunctions")
        waiting = frozenset(word.partition("-")[0] for word in words.set("waiting"))
        prepositions = words.set("prepositions") - words.set("places") - words.set("genitive")
        self._stops = frozenset(words.signs("")) | words.set("plans") | clauses | waiting | prepositions

    def is_told(self, tokens: Sequence[str], start: int) -> bool:
        """Whether such a form stands before an expression and its preposition, if it has one: "they won Friday".

        >>> from timeline.tagger.locale import TenseWords
        >>> words = TenseWords({"past": "won", "prepositions": "for in of", "narrative": "in", "genitive": "of"})
        >>> deed = Deed(words, lambda tokens, at: -1)
        >>> deed.is_told(["They ", "won ", "control ", "of ", "Ulm ", "in ", "March"], 6)
        True
        >>> deed.is_told(["They ", "won ", "time ", "for ", "a ", "vote ", "in ", "March"], 7)
        False
        """
        behind = start - (word_at(tokens, start - 1) in self._leading)
        for at in to_sentence_start(tokens, behind)[:_LONGEST_OBJECT]:
            word = word_at(tokens, at)
            if word in self._participles and word_at(tokens, at - 1) in self._perfect:
                return True
            if word in self._forms:
                return self._sign(tokens, at) < 0
            if word in self._stops or not word.isalnum():
                return False
        return False

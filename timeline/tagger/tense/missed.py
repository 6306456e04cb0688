"""What was planned and has not come: "the hall, due to open in March, is still a shell"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import opens_sentence, to_sentence_end, word_at
from timeline.tagger.tense.reach import LONG

__all__ = ["Missed"]


class Missed:
    """Finds the plans of which the same sentence says how things are instead.

    Args:
        words: The words that tell a tense: a plan behind a past form of ``copulas``, or one that opens a sentence or
            stands behind a comma, is missed if one of ``present`` and one of ``continuing`` follow, or one of
            ``present-perfect`` and one of ``continuing``: "is still", "has yet to". What somebody was ``unkept`` to do
            has not come either: "it was supposed to open in March".
    """

    def __init__(self, words: TenseWords) -> None:
        self._present = words.set("present") | words.set("present-perfect")
        self._was = words.set("copulas") - self._present
        self._continuing = words.set("continuing")
        self._unkept = words.set("unkept")
        self._openers = words.set("openers")
        self._adverbs = tuple(words.set("adverb-endings"))

    def is_told(self, tokens: Sequence[str], at: int) -> bool:
        """Whether the plan at a place is such a one.

        >>> from timeline.tagger.locale import load_locale
        >>> missed = Missed(load_locale("en").tense)
        >>> texts = ("It |was |due |to |open |and |is |still |shut", "It |was |due |to |open|, |and |is |shut")
        >>> [missed.is_told(text.split("|"), 2) for text in texts]
        [True, False]
        """
        before = at - 1 - word_at(tokens, at - 1).endswith(self._adverbs)
        word = word_at(tokens, before)
        if word in self._was and word_at(tokens, at) in self._unkept:
            return True
        if word not in self._was and word != "," and not opens_sentence(tokens, before + 1, self._openers):
            return False
        places = to_sentence_end(tokens, at, LONG)
        return any(
            word_at(tokens, place) in self._present and word_at(tokens, place + 1) in self._continuing
            for place in places
        )

"""What nobody plans: "Friday's attack", "the Friday attack" are over, whatever the sentence looks ahead to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import is_possessive, to_sentence_start, word_at, words_before
from timeline.tagger.tense.reach import FAR

__all__ = ["Unplanned"]

_BESIDE = 3


class Unplanned:
    """Finds the nouns beside an expression that tell of what nobody knows before it happens.

    Args:
        words: The words that tell a tense: ``unplanned`` of what nobody plans, ``outcomes`` of how something ended,
            which may be foretold but where it has a day of its own: "a win in May", but "Friday's win", is told of
            what is over by ``genitive``, or comes before something else: "after a win on Friday". What is ``definite``
            is known, and so is what somebody has ``suffered``: "killed in an attack on Friday"; and ``recalled`` is
            only what there has been: "they will remember Friday's vote".
        sign: What the word at a place tells: 0 if it is no verb.
    """

    def __init__(self, words: TenseWords, sign: Callable[[Sequence[str], int], int]) -> None:
        self._sign = sign
        self._unplanned = words.set("unplanned")
        self._ended = self._unplanned | words.set("outcomes")
        self._definite = words.set("definite")
        self._known = self._definite | words.set("suffered")
        self._behind = words.set("before-progressive")
        self._leading = words.set("narrative")
        self._outcomes = words.set("outcomes")
        self._recalled = words.set("recalled")
        self._genitive = words.set("genitive")

    def is_beside(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """Whether such a noun belongs to an expression between two places.

        >>> from timeline.tagger.locale import TenseWords
        >>> lists = {"unplanned": "crash", "definite": "the", "narrative": "on", "genitive": "of"}
        >>> unplanned = Unplanned(TenseWords(lists), lambda tokens, at: 0)
        >>> unplanned.is_beside(["Friday", "'", "s ", "fatal ", "crash"], 0, 1)
        True
        >>> unplanned.is_beside(["The ", "crash ", "of ", "Friday", "'", "s ", "train"], 3, 4)
        False
        >>> [unplanned.is_beside([one, "crash ", "on ", "Friday"], 3, 4) for one in ("The ", "A ")]
        [True, False]
        >>> [unplanned.is_beside([one, "Friday ", "crash "], 1, 2) for one in ("The ", "A ")]
        [True, False]
        >>> unplanned.is_beside(["The ", "crash ", "of ", "a ", "train ", "in ", "Ulm ", "on ", "Friday"], 8, 9)
        True
        """
        if is_possessive(tokens, end):
            behind = end + 2
            if word_at(tokens, start - 1) in self._recalled:
                return True
            if word_at(tokens, start - 1) in self._genitive and word_at(tokens, start - 2) in self._outcomes:
                return True
            return any(word_at(tokens, at) in self._ended for at in range(behind, behind + _BESIDE))
        if word_at(tokens, start - 1) in self._definite:
            return any(word_at(tokens, at) in self._ended for at in (end, end + 1))
        at = start - 1 - (word_at(tokens, start - 1) in self._leading)
        noun, places = word_at(tokens, at), range(at - 1, at - 1 - _BESIDE - 1, -1)
        if noun in self._ended and any(word_at(tokens, place) in self._behind for place in places):
            return True
        is_known = noun in self._unplanned and any(word_at(tokens, place) in self._known for place in places[:_BESIDE])
        return is_known or (at < start - 1 and self._befell(tokens, at))

    def _befell(self, tokens: Sequence[str], at: int) -> bool:
        """ "The crash of a train in Ulm on Friday": no verb stands between that may have a day of its own."""
        words = words_before(tokens, at, FAR)
        if self._unplanned.isdisjoint(words):  # as it mostly is
            return False
        for place, word in zip(to_sentence_start(tokens, at), words, strict=False):
            if not word.isalnum() or self._sign(tokens, place):
                return False
            if word in self._unplanned and word_at(tokens, place + 1) in self._genitive:
                return word_at(tokens, place - 1) in self._definite
        return False

"""What is so when it is printed: "two years later, the town has changed", "today, ten years on"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import beyond, opens_sentence, to_sentence_end, word_at

__all__ = ["Present"]


class Present:
    """Reads where a sentence tells what is so at its publication, however long after the date before.

    Args:
        words: The words that tell a tense: ``present``, ``seeming`` and ``present-perfect`` of what is so, ``moments``
            that name the publication, ``continuing`` of what is not over, ``subordinate`` behind which something else
            is told.
    """

    def __init__(self, words: TenseWords) -> None:
        self._is = words.set("present")
        self._sure = words.set("present-perfect") | words.set("seeming")
        self._continuing = words.set("continuing")
        self._moments = words.set("moments")
        self._stops = frozenset(words.signs("")) | words.set("subordinate")
        self._endings = words.endings
        self._openers = words.set("openers")
        self._between = words.set("between")
        self._infinitive = words.set("infinitive")
        self._progressive = tuple(words.set("progressive"))

    def tells(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """Whether an expression between two places opens such a sentence, or stands beside a word like "today".

        >>> from timeline.tagger.locale import TenseWords
        >>> lists = {"present-perfect": "has", "past": "was has", "moments": "now", "openers": "but"}
        >>> present = Present(TenseWords(lists))
        >>> [present.tells(["Years ", "on", ", ", "it ", verb, "changed"], 0, 2) for verb in ("has ", "was ")]
        [True, False]
        >>> present.tells(["Now", ", ", "years ", "on", ", ", "it ", "seems ", "easy"], 2, 4)
        True
        """
        if word_at(tokens, start - 1 - (word_at(tokens, start - 1) == ",")) in self._moments:
            return True
        return opens_sentence(tokens, start, self._openers) and self._is_so(tokens, end)

    def _is_so(self, tokens: Sequence[str], end: int) -> bool:
        """Whether the first verb behind a place is present, or tells what has happened by now."""
        for at in to_sentence_end(tokens, end):
            word = word_at(tokens, at)
            if word in self._sure or word in self._is:
                return word in self._sure or not self._is_ahead(tokens, at)
            if word in self._stops or word.endswith(self._endings):
                return False
        return False

    def _is_ahead(self, tokens: Sequence[str], at: int) -> bool:
        """ "They are to meet", "they are meeting": a present that may be yet to come, but "they are still meeting"."""
        if word_at(tokens, at + 1) in self._continuing:
            return False
        following = word_at(tokens, beyond(tokens, at, 1, self._between))
        return following in self._infinitive or following.endswith(self._progressive)

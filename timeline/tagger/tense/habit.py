"""What comes again every year: "prices usually fall in May", "flu tends to spread in winter"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import opens_sentence, to_sentence_end, to_sentence_start, word_at

__all__ = ["Habit"]


class Habit:
    """Reads where a clause tells of what is so as a rule, in no year of its own.

    Args:
        words: The words that tell a tense: ``habits`` of what is so as a rule, ``subordinate`` behind which another
            clause begins, ``narrative`` that may stand before an expression with which a sentence opens.
    """

    def __init__(self, words: TenseWords) -> None:
        self.words: frozenset[str] = words.set("habits")
        """The words of what is so as a rule: where a text has none, no clause of it tells so."""
        self._ends = words.set("subordinate") | {","}
        self._openers = words.set("openers")
        self._leading = words.set("narrative")

    def tells(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """Whether the clause of an expression between two places does so.

        >>> from timeline.tagger.locale import TenseWords
        >>> habit = Habit(TenseWords({"habits": "usually", "narrative": "in"}))
        >>> [habit.tells(["It ", adverb, "rains ", "in ", "May"], 4, 5) for adverb in ("usually ", "also ")]
        [True, False]
        >>> habit.tells(["In ", "May", ", ", "it ", "usually ", "rains"], 1, 2)
        True
        """
        at = start - (word_at(tokens, start - 1) in self._leading)
        ahead = end + (word_at(tokens, end) == "," and opens_sentence(tokens, at, self._openers))
        return self._speaks(tokens, to_sentence_start(tokens, start)) or self._speaks(
            tokens, to_sentence_end(tokens, ahead)
        )

    def _speaks(self, tokens: Sequence[str], places: Iterable[int]) -> bool:
        """Whether such a word comes before the end of the clause."""
        for at in places:
            word = word_at(tokens, at)
            if word in self.words:
                return True
            if word in self._ends:
                return False
        return False

"""What did not happen: "they could not be reached", "she would not comment"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import beyond, to_sentence_start, word_at

__all__ = ["Denial"]


class Denial:
    """Reads where a form that looks ahead tells of the past, for it denies.

    Args:
        words: The words that tell a tense: what ``past-if-denied`` lists is past in a sentence that denies, what
            ``past-if-refused`` lists only where it denies a verb of the list ``withheld``; what ``future-if-denied``
            lists is no past form where the contraction behind the hyphen follows: ``won-t``.
    """

    def __init__(self, words: TenseWords) -> None:
        self._denied = words.set("past-if-denied")
        self._refused = words.set("past-if-refused")
        self._ahead = words.set("future-if-denied")
        self._withheld = words.set("withheld")
        self._denials = words.set("denials")
        self._between = words.set("between")

    def looks_ahead(self, tokens: Sequence[str], at: int) -> bool:
        """Whether the word at a place only looks like a past form: "they won't leave".

        >>> from timeline.tagger.locale import TenseWords
        >>> denial = Denial(TenseWords({"future-if-denied": "won-t"}))
        >>> [denial.looks_ahead(words, 0) for words in (["won", "'", "t "], ["won ", "the ", "vote"])]
        [True, False]
        """
        return f"{word_at(tokens, at)}-{word_at(tokens, at + 2)}" in self._ahead

    def tells(self, tokens: Sequence[str], at: int) -> bool:
        """Whether the word at a place is such a form.

        >>> from timeline.tagger.locale import TenseWords
        >>> lists = {"past-if-refused": "would", "withheld": "comment", "denials": "not", "between": "not"}
        >>> denial = Denial(TenseWords(lists))
        >>> [denial.tells(["She ", "would ", "not ", verb], 1) for verb in ("comment", "leave")]
        [True, False]
        """
        word = word_at(tokens, at)
        if word in self._refused:
            verb = beyond(tokens, at, 1, self._between)
            is_denied = any(word_at(tokens, place) in self._denials for place in range(at + 1, verb))
            return is_denied and word_at(tokens, verb) in self._withheld
        if word not in self._denied:
            return False
        return any(word_at(tokens, place) in self._denials for place in (at + 1, *to_sentence_start(tokens, at)))

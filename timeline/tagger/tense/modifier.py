"""A time that only describes what it stands before: "the summer holidays", "the 2024 session"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import word_at
from timeline.tagger.tense.forms import Forms

__all__ = ["Modifier"]

_LONGEST = 3  # "the new year"
_STOPS = (
    "prepositions",
    "present",
    "present-perfect",
    "perfect",
    "openers",
    "conjunctions",
    "subordinate",
    "relative",
    "relative-pronouns",
    "complement",
    "pronouns",
    "plural-pronouns",
    "particles",
    "states",
    "comparison",
    "not-infinitive",
    "infinitive",
    "between",
    "moments",
    "sources",
    "after-rates",
    "adverbs",
)


class Modifier:
    """Reads whether a noun follows an expression with its article.

    Args:
        words: The words that tell a tense: what is ``definite``; ``adverbs`` and ``adverb-endings``, and whatever else
            they list that is no noun.
    """

    def __init__(self, words: TenseWords) -> None:
        self._definite = words.set("definite")
        self._stops = frozenset(words.signs("")).union(*map(words.set, _STOPS))
        self._endings = tuple(words.set("adverb-endings"))
        self._forms = Forms(words)

    def tells(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """Whether an expression between two places only describes what follows.

        >>> from timeline.tagger.locale import TenseWords
        >>> modifier = Modifier(TenseWords({"definite": "the", "prepositions": "in"}))
        >>> [modifier.tells(["The ", "winter ", behind], 0, 2) for behind in ("tour", "in ")]
        [True, False]
        """
        behind = word_at(tokens, end)
        if not behind.isalpha() or not tokens[end][0].islower() or behind.endswith(self._endings):
            return False
        is_known = any(word_at(tokens, at) in self._definite for at in range(max(start - 1, end - _LONGEST), end))
        return is_known and behind not in self._stops and not self._forms.is_past(behind)

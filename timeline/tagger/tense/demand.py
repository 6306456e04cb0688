"""What is ordered, or given up, is yet to come: "they ordered that it begin Monday", "to pull out of Friday's vote"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import is_possessive, word_at, words_before
from timeline.tagger.tense.modifier import Modifier
from timeline.tagger.tense.reach import A_FEW, NEAR

__all__ = ["Demand"]

_BESIDE = 3  # "ordered Thursday that"


class Demand:
    """Finds the verbs that tell of what is not yet, though they may be past themselves.

    Args:
        words: The words that tell a tense: ``orders`` before one of ``complement``, and ``upcoming``, perhaps with the
            word behind it, by which somebody keeps out of what is to be or goes ahead with it: "pull-out"; by
            ``moving``, before one of ``goals``, somebody puts off what is planned.
    """

    def __init__(self, words: TenseWords) -> None:
        self._orders = words.set("orders")
        self._complement = words.set("complement")
        self._upcoming = words.set("upcoming")
        self._modifier = Modifier(words)
        self._moving = words.set("moving")
        self._goals = words.set("goals")

    def is_ordered(self, tokens: Sequence[str], at: int, start: int) -> bool:
        """Whether the verb at a place orders what the clause of an expression tells, whose own verb has no tense.

        >>> from timeline.tagger.locale import TenseWords
        >>> demand = Demand(TenseWords({"orders": "ordered", "complement": "that"}))
        >>> demand.is_ordered(["They ", "ordered ", "that ", "it ", "begin ", "Monday"], 1, 5)
        True
        """
        behind = (word_at(tokens, place) for place in range(at + 1, min(at + _BESIDE, start)))
        return word_at(tokens, at) in self._orders and not self._complement.isdisjoint(behind)

    def is_moved(self, tokens: Sequence[str], start: int) -> bool:
        """Whether something is put off until an expression.

        >>> from timeline.tagger.locale import TenseWords
        >>> demand = Demand(TenseWords({"moving": "delays", "goals": "to"}))
        >>> demand.is_moved(["Storm ", "delays ", "launch ", "to ", "Friday"], 4)
        True
        """
        if word_at(tokens, start - 1) not in self._goals:
            return False
        return not self._moving.isdisjoint(words_before(tokens, start, NEAR))

    def is_upcoming(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """Whether what belongs to an expression is yet to come, for somebody keeps out of it or goes ahead with it.

        >>> from timeline.tagger.locale import TenseWords
        >>> demand = Demand(TenseWords({"upcoming": "pull-out"}))
        >>> demand.is_upcoming(["To ", "pull ", "out ", "of ", "Friday", "'", "s ", "vote"], 4, 5)
        True
        >>> demand = Demand(TenseWords({"upcoming": "skip", "definite": "the", "prepositions": "in"}))
        >>> [demand.is_upcoming(["To ", "skip ", "the ", "winter ", behind], 2, 4) for behind in ("tour", "in ")]
        [True, False]
        """
        belongs = is_possessive(tokens, end) or self._describes(tokens, start, end)
        before = words_before(tokens, start, A_FEW)[::-1] if belongs else []
        return not self._upcoming.isdisjoint((*before, *map("-".join, pairwise(before))))

    def _describes(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "The winter tour", "the May elections", but no day, which may have been."""
        has_day = any(token[0].isdigit() for token in tokens[start:end])
        return not has_day and self._modifier.tells(tokens, start, end)

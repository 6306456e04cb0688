"""What a preposition tells: "by Friday" is to come, "since Friday" is over, "set for Friday" was planned."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import is_possessive, to_sentence_end, to_sentence_start, up_to, word_at, words_before
from timeline.tagger.tense.clause import Clause
from timeline.tagger.tense.demand import Demand
from timeline.tagger.tense.lasting import Lasting
from timeline.tagger.tense.reach import FAR, NEAR
from timeline.tagger.tense.reached import Reached
from timeline.tagger.tense.verbs import Verbs

__all__ = ["Preposition"]

_CLAUSE_ENDS = frozenset(",")


class Preposition:
    """Reads the preposition before an expression, and what takes its meaning away.

    Args:
        words: The words that tell a tense: ``before-past`` and ``before-future``, prepositions by themselves or with
            the word before; ``hedges`` stand between; ``plan-prepositions`` behind ``plans``. What is done by
            ``agents``, or was over then by a ``pluperfect``, tells something else.
        verbs: What single verbs tell.
        clause: What the clause around tells.
    """

    def __init__(self, words: TenseWords, verbs: Verbs, clause: Clause) -> None:
        self._verbs, self._clause = verbs, clause
        self._signs = words.signs("")
        self._just_before = words.signs("before-")
        self._hedges, self._agents = words.set("hedges"), words.set("agents")
        self._passive, self._pluperfect = words.set("passive"), words.set("pluperfect")
        self._plans, self._plan_prepositions = words.set("plans"), words.set("plan-prepositions")
        self._reporting = words.set("reporting")
        self._demand = Demand(words)
        self._lasting = Lasting(words, verbs.sign)
        self._reached = Reached(words, verbs)

    def sign(self, tokens: Sequence[str], start: int, end: int) -> int:
        """What "by" or "since" tells, another thing in "they had left by Friday", none in "hit by Friday's storm".

        >>> from timeline.tagger.locale import load_locale
        >>> words = load_locale("en").tense
        >>> preposition = Preposition(words, Verbs(words), Clause(words, Verbs(words)))
        >>> texts = ("They |meet |by |Friday", "They |met |since |Friday", "They |had |left |by |Friday")
        >>> [preposition.sign(text.split("|"), text.count("|"), text.count("|") + 1) for text in texts]
        [1, -1, -1]
        """
        last = word_at(tokens, start - 1)
        while last in self._hedges:  # "until at least Friday"
            start -= 1
            last = word_at(tokens, start - 1)
        if last in self._agents and is_possessive(tokens, end):
            return 0
        told = self._just_before.get(last, 0)
        if not told and word_at(tokens, start - 3) not in self._passive:  # "back in March", but "be back in March"
            told = self._just_before.get(f"{word_at(tokens, start - 2)}-{last}", 0)
        sign = told or self._is_planned_for(tokens, start, end) or self._demand.is_moved(tokens, start)
        if sign > 0 and (self._reached.is_over(tokens, start) or self._lasting.is_denied(tokens, start)):
            return -1
        is_over = sign > 0 and (self._is_long_over(tokens, start) or self._lasting.is_over(tokens, start))
        return 0 if is_over else int(sign)

    def limited(self, tokens: Sequence[str], end: int) -> int:
        """What is told of a time that opens the sentence: "By March the fleet had left", not who told it.

        >>> from timeline.tagger.locale import load_locale
        >>> words = load_locale("en").tense
        >>> preposition = Preposition(words, Verbs(words), Clause(words, Verbs(words)))
        >>> preposition.limited("By |March|, |they |said|, |it |will |be |gone".split("|"), 2)
        3
        """
        words = (word_at(tokens, at) for at in islice(to_sentence_end(tokens, end), NEAR))
        told = (word for word in words if word not in self._reporting)
        verb = next((word for word in told if word in self._signs or self._verbs.forms.is_past(word)), "")
        return -2 if verb in self._pluperfect else 3 * (self._signs.get(verb, 0) > 0)

    def _is_planned_for(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "Set for Thursday", "called a meeting for Thursday"."""
        if word_at(tokens, start - 1) not in self._plan_prepositions:
            return False
        clause = up_to(tokens, to_sentence_start(tokens, start)[:FAR], _CLAUSE_ENDS)
        is_planned = any(word_at(tokens, at) in self._plans for at in clause)
        return is_planned or self._clause.is_planned(tokens, end)

    def _is_long_over(self, tokens: Sequence[str], start: int) -> bool:
        """ "They had left by Friday"."""
        return not self._pluperfect.isdisjoint(words_before(tokens, start, NEAR))

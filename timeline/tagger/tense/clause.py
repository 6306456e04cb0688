"""The clause around an expression, in a language that parts its clauses by a sign and has its verb second or last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import opens_sentence, to_sentence_end, to_sentence_start, up_to, word_at
from timeline.tagger.tense.attribute import Attribute
from timeline.tagger.tense.reach import LONG, NEAR
from timeline.tagger.tense.verbs import Verbs

__all__ = ["Clause"]

_SHORTEST_VERB = 4


class Clause:
    """Reads what the verb of the clause tells, before one looks at the rest of the sentence.

    Args:
        words: The words that tell a tense: ``clause-ends`` stand between clauses, a verb in the present ends in
            ``second-endings``, but not one of ``participle-beginnings`` or ``not-present``; what is ``planned``.
        verbs: What single verbs tell.
    """

    def __init__(self, words: TenseWords, verbs: Verbs) -> None:
        self._verbs = verbs
        self._signs = words.signs("")
        self._ends = words.set("clause-ends")
        self._endings = tuple(words.set("second-endings"))
        self._participles = tuple(words.set("participle-beginnings"))
        self._not_present = words.set("not-present")
        self._planned = words.set("planned")
        self._leading = words.set("narrative")
        self._before = self._leading | words.set("determiners")
        self._subordinating = words.set("subordinating")
        self._openers = words.set("openers")
        self.perfect_endings = tuple(words.set("perfect-endings"))
        """How a participle ends that is over without "had"."""
        self.attribute = Attribute(words)
        """What a participle between an article and its noun tells."""
        self._marks = words.set("infinitive-marks")
        self._infinitives = tuple(part + word for part in words.set("separable") for word in self._marks)

    def sign(self, tokens: Sequence[str], start: int, end: int) -> int:
        """ "Er sagte, dass sie am Montag gehen werde": below 0 for the past, above for the future.

        >>> from timeline.tagger.locale import load_locale
        >>> words = load_locale("de").tense
        >>> tokens = "Er |sagte |, |dass |sie |am |Montag |gehen |werde".split("|")
        >>> Clause(words, Verbs(words)).sign(tokens, 6, 7)
        1
        """
        if not self._ends:
            return 0
        before = list(up_to(tokens, to_sentence_start(tokens, start), self._ends))
        told = self._verbs.first(tokens, before) or self._verbs.first(tokens, self._rest(tokens, end), ahead=True)
        is_last = bool(before) and word_at(tokens, before[-1]) in self._subordinating
        sign = told or self._last(tokens, end, self._is_verb if is_last else self._is_finite)
        return 2 * sign if sign < 0 else sign

    def _last(self, tokens: Sequence[str], end: int, is_verb: Callable[[Sequence[str], int], bool]) -> int:
        """ "Dass es am Montag regnet", "dass er am Montag gefallen ist", "versprach, am Montag zu gehen"."""
        words = [at for at in self._rest(tokens, end) if tokens[at][0].isalpha()]
        if any(word_at(tokens, at).endswith(self.perfect_endings) for at in words[-2:]):
            return -1
        last = words[-1] if words else -1
        is_joined = word_at(tokens, last).startswith(self._infinitives)
        return int(is_joined or word_at(tokens, last - 1) in self._marks or is_verb(tokens, last))

    def _rest(self, tokens: Sequence[str], end: int) -> Iterable[int]:
        return up_to(tokens, to_sentence_end(tokens, end, LONG), self._ends)

    def is_planned(self, tokens: Sequence[str], end: int) -> bool:
        """ "Sie haben für Freitag zu einem Streik aufgerufen": the plan stands behind what it is made for.

        >>> from timeline.tagger.locale import TenseWords
        >>> words = TenseWords({"clause-ends": ",", "planned": "aufgerufen"})
        >>> clause = Clause(words, Verbs(words))
        >>> clause.is_planned(["für ", "Freitag ", "zum ", "Streik ", "aufgerufen"], 2)
        True
        """
        near = islice(self._rest(tokens, end), NEAR) if self._planned else ()
        return any(word_at(tokens, at) in self._planned for at in near)

    def is_present(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "Am Freitag singt der Chor", "der Chor singt am Freitag", but not "gegründet am Freitag".

        >>> from timeline.tagger.locale import load_locale
        >>> words = load_locale("de").tense
        >>> clause = Clause(words, Verbs(words))
        >>> clause.is_present(["Am ", "Freitag ", "singt ", "der ", "Chor"], 1, 2)
        True
        """
        if not self._endings or tokens[start][0].isdigit():
            return False
        if self._leads(tokens, start) and self._is_verb(tokens, end):
            return True
        at = next((at for at in (start, start - 1) if word_at(tokens, at) in self._leading), 0)
        return at > 0 and self._is_finite(tokens, at - 1)

    def _leads(self, tokens: Sequence[str], start: int) -> bool:
        """Whether nothing but a preposition and an article stands between the begin of a clause and an expression."""
        at = next((at for at in (start, start - 1) if word_at(tokens, at - 1) not in self._before), start - 2)
        return opens_sentence(tokens, at, self._openers) or word_at(tokens, at - 1) in self._ends

    def _is_verb(self, tokens: Sequence[str], at: int) -> bool:
        word = word_at(tokens, at)
        if not word.endswith(self._endings) or len(word) < _SHORTEST_VERB or word in self._signs:
            return False
        return tokens[at][0].islower() and word not in self._not_present and not self._verbs.forms.is_past(word)

    def _is_finite(self, tokens: Sequence[str], at: int) -> bool:
        """Whether it is such a verb, and no participle, wherever it stands."""
        return self._is_verb(tokens, at) and not word_at(tokens, at).startswith(self._participles)

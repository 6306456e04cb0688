"""What is so whenever a season comes: "the beach is empty in winter", but not "the report is due in winter"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import beyond, to_sentence_start, word_at, words_before
from timeline.tagger.tense.forms import Forms
from timeline.tagger.tense.reach import NEAR

__all__ = ["Generic"]

_BACK = 4


class Generic:
    """Reads where a season without an article belongs to a state, or to what comes again and again.

    Args:
        words: The words that tell a tense: ``of-seasons``, its prepositions; the ``present`` of what is so, with the
            ``degrees`` that stand between; what is no such state, as it is only waited for, ``awaited``; verbs of what
            is ``recurring``, perhaps with their subject: "it-rains".
    """

    def __init__(self, words: TenseWords) -> None:
        self._signs = words.signs("")
        self._leading = words.set("of-seasons")
        self._openers = words.set("openers")
        self._present = words.set("present")
        self._degrees = words.set("degrees")
        self._recurring = words.set("recurring")
        waited = words.set("awaited") | words.set("plans") | words.set("states") | words.set("foreseen")
        others = words.set("prepositions") | words.set("adverbs") | words.set("between")
        self._no_states = frozenset(self._signs) | waited | others | words.set("participles")
        self._progressive = tuple(words.set("progressive"))
        self._no_subjects = words.set("infinitive") | words.set("relative-pronouns") | words.set("complement")
        self._forms = Forms(words)

    def tells(self, tokens: Sequence[str], start: int, end: int) -> bool:  # noqa: ARG002
        """Whether an expression between two places does so.

        >>> from timeline.tagger.locale import TenseWords
        >>> lists = {"of-seasons": "in", "openers": "and", "present": "is", "awaited": "due", "recurring": "floods"}
        >>> generic = Generic(TenseWords(lists))
        >>> [generic.tells(["It ", "is ", state, "in ", "winter"], 4, 5) for state in ("cold ", "due ")]
        [True, False]
        >>> generic.tells(["It ", "is ", "wet ", "in ", "autumn ", "and ", "winter"], 6, 7)
        True
        """
        at = self._preposition(tokens, start)
        return at > 0 and (self._is_state(tokens, at - 1) or self._recurs(tokens, at))

    def _preposition(self, tokens: Sequence[str], start: int) -> int:
        """The place of the preposition of a season, or of that which stands before it: "in autumn and winter"."""
        places = (start - 1, start - 3, start - 4) if word_at(tokens, start - 1) in self._openers else (start - 1,)
        return next((at for at in places if word_at(tokens, at) in self._leading), 0)

    def _is_state(self, tokens: Sequence[str], at: int) -> bool:
        """ "Is rare", "are most common", "is mild in winter and wet", but not "is planned", "is opening"."""
        state = word_at(tokens, at)
        is_state = state.isalpha() and tokens[at][0].islower() and state not in self._no_states
        if not is_state or self._forms.is_past(state) or state.endswith(self._progressive):
            return False
        before = beyond(tokens, at, -1, self._degrees)
        if word_at(tokens, before) not in self._openers:
            return word_at(tokens, before) in self._present
        near = words_before(tokens, before, NEAR)
        told = next((word for word in near if word in self._present or word in self._signs), "")
        return told in self._present and not self._leading.isdisjoint(near)

    def _recurs(self, tokens: Sequence[str], end: int) -> bool:
        """ "Floods happen there", but not "it may happen there", "what happens there"."""
        for at in to_sentence_start(tokens, end)[:_BACK]:
            word, before = word_at(tokens, at), word_at(tokens, at - 1)
            if word in self._recurring or f"{before}-{word}" in self._recurring:
                return before.isalpha() and before not in self._signs and before not in self._no_subjects
            if word in self._signs:
                return False
        return False

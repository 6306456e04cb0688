"""What a verb tells of something else than a time behind it: of a noun, "Cuba, battered by storms,", or its own."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import before_relative, beyond, opens_sentence, word_at
from timeline.tagger.tense.forms import Forms
from timeline.tagger.tense.reach import NEAR

__all__ = ["Aside"]


class Aside:
    """Finds the verbs that tell nothing of an expression behind them.

    Args:
        words: The words that tell a tense: participles behind a comma tell only of a noun before one of ``agents``,
            those that open a sentence, perhaps behind one of ``adverb-endings``, before a comma; and so does all
            between one of ``relative-pronouns`` and a verb of ``present``, both behind commas. What is planned for a
            time of its own has no other behind one of ``before-progressive``, and what is ``ensuing`` none behind one
            of ``grounds``.
        forms: Which words are forms of the past.
    """

    def __init__(self, words: TenseWords, forms: Forms) -> None:
        self._forms = forms
        self._agents, self._openers = words.set("agents"), words.set("openers")
        self._pronouns = words.set("relative-pronouns") | words.set("relative")
        self._present, self._between = words.set("present"), words.set("between")
        self._adverbs = tuple(words.set("adverb-endings"))
        self._plans = words.set("plans") | words.set("foreseen") | words.set("future")
        self._being = self._present | words.set("copulas") | words.set("passive")
        self._to_plan = words.set("narrative") | words.set("plan-prepositions")
        self._behind = words.set("before-progressive")
        self._ensuing, self._grounds = words.set("ensuing"), words.set("grounds")

    def is_told(self, tokens: Sequence[str], at: int, start: int) -> bool:
        """Whether the verb at a place tells nothing of the expression that begins at another.

        >>> from timeline.tagger.locale import load_locale
        >>> words = load_locale("en").tense
        >>> aside = Aside(words, Forms(words))
        >>> texts = ("Cuba|, |hit |by |storms|, |Friday", "Billed |as |new|, |the |Friday", "They |met|, |and |Friday")
        >>> [aside.is_told(text.split("|"), at, text.count("|")) for text, at in zip(texts, (2, 0, 1))]
        [True, True, False]
        """
        if self._has_its_time(tokens, at, start) or self._ensues(tokens, at, start):
            return True
        is_participle = word_at(tokens, at - 1) == ","
        if is_participle and word_at(tokens, at + 1) not in self._agents:
            return False
        commas = [place for place in range(at + 1 + is_participle, start) if tokens[place][0] == ","]
        return bool(commas) and (is_participle or self._opens(tokens, at) or self._is_relative(tokens, at, commas))

    def _opens(self, tokens: Sequence[str], at: int) -> bool:
        """ "Billed as a summit, ...", "Officially billed as a summit, ...": no sentence begins with its verb."""
        word = word_at(tokens, at)
        if not (self._forms.is_past(word) or word in self._forms.participles):
            return False
        first = at - word_at(tokens, at - 1).endswith(self._adverbs)
        return opens_sentence(tokens, first, self._openers)

    def _has_its_time(self, tokens: Sequence[str], at: int, start: int) -> bool:
        """ "A walkout planned for Friday after talks on Monday", but not "it is planned for Friday after talks"."""
        if word_at(tokens, at) not in self._plans or word_at(tokens, at + 1) not in self._to_plan:
            return False
        if not tokens[at - 1][0].isalpha() or word_at(tokens, beyond(tokens, at, -1, self._between)) in self._being:
            return False
        return any(word_at(tokens, place) in self._behind for place in range(at + 2, start))

    def _ensues(self, tokens: Sequence[str], at: int, start: int) -> bool:
        """ "The move comes a day after talks on Monday", but not "it comes on Monday, after talks"."""
        if word_at(tokens, at) not in self._ensuing:
            return False
        near = [word_at(tokens, place) for place in range(at + 1, min(at + 1 + NEAR, start))]
        ground = next((place for place, word in enumerate(near) if word in self._grounds), None)
        return ground is not None and self._to_plan.isdisjoint(near[:ground])

    def _is_relative(self, tokens: Sequence[str], at: int, commas: Sequence[int]) -> bool:
        """ "The mayor, who won in May, is to speak": what the clause tells is not what the sentence tells."""
        if before_relative(tokens, at, self._pronouns) < 0:
            return False
        return any(word_at(tokens, beyond(tokens, comma, 1, self._between)) in self._present for comma in commas)

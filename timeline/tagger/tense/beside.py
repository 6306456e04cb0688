"""What the words right before an expression tell: "it began in March", "the vote is on Sunday"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import is_possessive, opens_sentence, to_sentence_start, word_at
from timeline.tagger.tense.reach import A_FEW
from timeline.tagger.tense.verbs import Verbs

__all__ = ["Beside"]


class Beside:
    """Reads the form that an expression stands beside, with little more than a preposition between.

    Args:
        words: The words that tell a tense: past forms go on with ``particles``; what is ``foreseen``, or a day behind
            one of ``present`` and a state, is to come.
        verbs: What single verbs tell.
    """

    def __init__(self, words: TenseWords, verbs: Verbs) -> None:
        self._verbs = verbs
        self._signs = words.signs("")
        self._leading = words.set("narrative")
        self._of_days, self._places = words.set("of-days"), words.set("places")
        self._infinitive = words.set("infinitive")
        self._sure, self._foreseen = words.set("sure"), words.set("foreseen")
        self._plans = words.set("plans")
        self._states = words.set("states") | self._plans | words.set("invariable")
        self._present, self._copulas = words.set("present"), words.set("copulas")
        self._ranks = words.set("ranks")
        self._reporting = words.set("reporting")
        self._particles = words.set("particles")
        self._openers = words.set("openers")
        self._progressive = tuple(words.set("progressive"))

    def sign(self, tokens: Sequence[str], start: int, end: int) -> int:
        """A form with little between: the past leaves no doubt, "it began in March", "it broke out there in March".

        Least of all right beside its preposition: "she died on June 3" is no day to come, however near.

        >>> from timeline.tagger.locale import load_locale
        >>> words = load_locale("en").tense
        >>> beside = Beside(words, Verbs(words))
        >>> texts = ("It |began |in |March", "It |will |open |in |March", "They |are |in |office |since |March")
        >>> [beside.sign(text.split("|"), text.count("|"), text.count("|") + 1) for text in texts]
        [-2, 2, 0]
        """
        if self._verbs.sign(tokens, start - 2) < 0:
            return -3 if word_at(tokens, start - 1) in self._of_days else -2
        if self._is_said(tokens, start) or self._is_done(tokens, start, end) or self._goes_on(tokens, start):
            return -2
        if self._is_governed(tokens, start) or self._is_set(tokens, start, end):
            return 2
        return int(self.is_under_way(tokens, start - 1) or self.is_under_way(tokens, start - 2))

    def _is_governed(self, tokens: Sequence[str], start: int) -> bool:
        """ "It will open on Dec. 25", "it opens Dec. 25", "it is due to open Dec. 25", but not "it was to open"."""
        verb = start - 1 - (word_at(tokens, start - 1) in self._leading)
        if word_at(tokens, verb - 1) not in self._infinitive:
            return self._verbs.sign(tokens, verb) > 0 or word_at(tokens, verb - 1) in self._sure
        plan = word_at(tokens, verb - 2)
        is_state = plan in self._plans or self._signs.get(plan, 0) > 0
        return word_at(tokens, verb - 2 - is_state) in self._present

    def _is_said(self, tokens: Sequence[str], start: int) -> bool:
        """ "The bank says on Sunday that it will lend", but not "it says Sunday is late", "to be told on Sunday"."""
        says = word_at(tokens, start - 1) in self._of_days and word_at(tokens, start - 2) in self._reporting
        return says and self._verbs.sign(tokens, start - 2) <= 0

    def _is_done(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "She died the day after Christmas", but not "he said the day after was too late", "they picked May 1"."""
        if end - start == 1 or any(token[0].isupper() for token in tokens[start : start + 2]):
            return False
        return self._verbs.sign(tokens, start - 1) < 0 and word_at(tokens, start - 1) not in self._reporting

    def _is_set(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "The vote is on Sunday", "rain is likely Monday", "Friday is a holiday": such a day is yet to come."""
        following = word_at(tokens, end)
        if is_possessive(tokens, end):
            return False
        leading = word_at(tokens, start - 1)
        at = start - 1 - (leading in self._leading or leading in self._places)
        before = word_at(tokens, at)
        if before in self._foreseen:  # "they said that rain was likely on Friday"
            beside = word_at(tokens, at - 1)
            return beside in self._copulas or beside in self._ranks  # "most likely on Friday"
        if self._verbs.forms.is_past(before) or before in self._states:
            before = word_at(tokens, at - 1)
        elif at < start - 1 and tokens[at][0].isupper():  # "she is in Paris on Friday"
            before = word_at(tokens, self._before_place(tokens, at))
        return before in self._present or (following in self._present and opens_sentence(tokens, start, self._openers))

    def _before_place(self, tokens: Sequence[str], at: int) -> int:
        """The word before a preposition and the name of a place: "in New York"."""
        first = next((place for place in range(at, max(-1, at - A_FEW), -1) if not tokens[place][0].isupper()), at)
        return first - 1 if word_at(tokens, first) in self._places else at

    def _goes_on(self, tokens: Sequence[str], start: int) -> bool:
        """Whether a past form not far before goes on with its preposition: "came to power in March"."""
        for at in range(start - 3, max(-1, start - 1 - A_FEW), -1):
            if tokens[at + 1].rstrip() in self._particles and self._verbs.sign(tokens, at) < 0:
                return at in to_sentence_start(tokens, start)
        return False

    def is_under_way(self, tokens: Sequence[str], at: int) -> bool:
        """ "They are meeting on Friday": the present that goes on, beside a day, is yet to come."""
        ends = word_at(tokens, at).endswith(self._progressive)
        return ends and word_at(tokens, self._verbs.beside(tokens, at, -1)) in self._present

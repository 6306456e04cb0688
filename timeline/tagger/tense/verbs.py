"""What a verb tells where it stands: the past, the future, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.memo import LastText
from timeline.tagger.sentence import beyond, to_sentence_end, to_sentence_start, up_to, word_at, words_before
from timeline.tagger.tense.aside import Aside
from timeline.tagger.tense.denial import Denial
from timeline.tagger.tense.forms import Forms
from timeline.tagger.tense.futurate import Futurate
from timeline.tagger.tense.missed import Missed
from timeline.tagger.tense.reach import A_FEW, LONG
from timeline.tagger.tense.reduced import Reduced

__all__ = ["Verbs"]

_MOST_SILENT = 50_000


class Verbs:
    """Reads what single verbs tell, with the words that belong to them.

    Args:
        words: The words that tell a tense.

    >>> from timeline.tagger.locale import load_locale
    >>> verbs = Verbs(load_locale("en").tense)
    >>> tokens = ["It ", "will ", "open", ".", " ", "They ", "left"]
    >>> [verbs.sign(tokens, at) for at in range(len(tokens))]
    [0, 1, 0, 0, 0, 0, -1]
    """

    def __init__(self, words: TenseWords) -> None:
        self._signs = words.signs("")
        self.forms = Forms(words)
        """Which of them are forms of the past."""
        self.aside = Aside(words, self.forms)
        """Which verbs tell nothing of a time behind them."""
        self._conjunctions = words.set("conjunctions")
        self._plans = words.set("plans")
        self._copulas = words.set("copulas")
        self._before_infinitive = self._plans | self._copulas | words.set("certain")
        self._infinitive = words.set("infinitive")
        self._not_infinitive = words.set("not-infinitive")
        self._passive = words.set("passive")
        self._present = words.set("present")
        self._being = self._present | self._passive
        self._before_progressive = words.set("before-progressive")
        self._progressive = tuple(words.set("progressive"))
        self._invariable = words.set("invariable")
        self._imperatives = words.set("imperatives")
        self._first_of_imperatives = frozenset(pair.partition("-")[0] for pair in self._imperatives)
        self._modals = words.set("modals")
        self._perfect = words.set("perfect")
        self._sure = words.set("sure")
        self._prefixes = words.set("prefixes")
        self._pluperfect = words.set("pluperfect")
        self._between, self._adverbs = words.set("between"), tuple(words.set("adverb-endings"))
        self._comparison = words.set("comparison")
        self._determiners = words.set("determiners")
        self._openers = words.set("openers")
        self._waiting = words.set("waiting")
        self._first_of_waiting = frozenset(word.partition("-")[0] for word in self._waiting)
        self._ranks, self._plan_prepositions = words.set("ranks"), words.set("plan-prepositions")
        self._raising = words.set("raising")
        self._hearsay = words.set("hearsay")
        self._ends = words.set("clause-ends")
        self._perfect_infinitives = words.set("perfect-infinitives")
        self._participle_endings = tuple(words.set("participle-endings"))
        self._reduced = Reduced(words)
        self._futurate = Futurate(words)
        self._denial = Denial(words)
        self._missed = Missed(words)
        self.silent: set[str] = set()
        """Tokens that tell no tense, wherever they stand."""
        self._read: LastText[int] = LastText()
        self._nearest: LastText[int] = LastText()

    def first(self, tokens: Sequence[str], places: Iterable[int], *, ahead: bool = False) -> int:
        """The first sign at some places in their order, 0 if there is none.

        Behind (``ahead`` of the reader) an expression, a plan was made then: "at a meeting on Friday they agreed to
        leave".
        """
        at = self.nearest(tokens, places)
        return -1 if ahead and at >= 0 and self._is_made(tokens, at) else self.sign(tokens, at)

    def nearest(self, tokens: Sequence[str], places: Iterable[int]) -> int:
        """The first of some places at which the word tells something, -1 if none does."""
        silent, signs = self.silent, self._read.of(tokens)
        for at in places:
            if tokens[at] not in silent:
                sign = signs.get(at)
                if self.sign(tokens, at) if sign is None else sign:
                    return at
        return -1

    def governing(self, tokens: Sequence[str], start: int) -> int:
        """The nearest word before an expression that tells something, -1 if none does in its sentence.

        But none that tells of something else: "it will pass Cuba, battered by storms, on Friday".
        """
        at = self._nearest_before(tokens, start)
        while at >= 0 and self.aside.is_told(tokens, at, start):
            at = self._nearest_before(tokens, at)
        return at

    def _nearest_before(self, tokens: Sequence[str], start: int) -> int:
        """The nearest place before one in its sentence at which the word tells something, -1 if none does."""
        places, found = to_sentence_start(tokens, start), self._nearest.of(tokens)
        nearest = places.stop
        for at in places:
            if tokens[at] not in self.silent and self.sign(tokens, at):
                nearest = at
                break
            if at in found:
                nearest = max(nearest, found[at])
                break
        found[start] = nearest
        return nearest if nearest > places.stop else -1

    def sign(self, tokens: Sequence[str], at: int) -> int:
        """What the word at a place tells: -1 the past, 1 the future, 0 neither."""
        if not 0 <= at < len(tokens) or tokens[at] in self.silent:
            return 0
        signs = self._read.of(tokens)
        sign = signs.get(at)
        if sign is None:
            sign = signs[at] = self._sign(tokens, at)
            if not sign:
                self._remember_silent(tokens, at)
        return sign

    def _sign(self, tokens: Sequence[str], at: int) -> int:
        word = word_at(tokens, at)
        if self._is_name(tokens, at, word):
            return 0
        if self.asks(tokens, at):
            return 1
        if word in self._before_infinitive and self.is_infinitive(tokens, at + 1):
            return self._plan(tokens, at)
        if word in self._before_progressive and word_at(tokens, at + 1).endswith(self._progressive):
            return -1  # "after losing the vote in March"
        sign = self._signs.get(word)
        if sign is None:
            is_passive = word in self.forms.participles and self._is_behind_passive(tokens, at)
            is_past = is_passive or self.forms.is_past(word) or self._reduced.tells(tokens, at)
            sign = -1 if is_past else int(self._futurate.tells(tokens, at))
        if sign < 0:
            return 0 if self._is_no_past(tokens, at) else self._past(tokens, at)
        return self._future(tokens, at) if sign else 0

    def asks(self, tokens: Sequence[str], at: int) -> bool:
        """ "Let us meet on Friday", but not "the court let him go"."""
        word = word_at(tokens, at)
        return word in self._first_of_imperatives and f"{word}-{word_at(tokens, at + 1)}" in self._imperatives

    def beside(self, tokens: Sequence[str], at: int, step: int) -> int:
        """The place of the next word in one direction that is no "not", "also", "been", "formally"."""
        at = beyond(tokens, at, step, self._between)
        while word_at(tokens, at).endswith(self._adverbs) and tokens[at][0].islower():  # but "to Italy"
            at = beyond(tokens, at, step, self._between)
        return at

    def is_infinitive(self, tokens: Sequence[str], at: int) -> bool:
        """ "To meet", but not "to the talks", "to London"."""
        following = word_at(tokens, at + 1)
        is_verb = following.isalpha() and tokens[at + 1][0].islower() and following not in self._not_infinitive
        return word_at(tokens, at) in self._infinitive and is_verb

    def _is_made(self, tokens: Sequence[str], at: int) -> bool:
        """ "They agreed to", but not "they are prepared to"."""
        word, before = word_at(tokens, at), word_at(tokens, self.beside(tokens, at, -1))
        return word in self._plans and self.forms.is_past(word) and before not in self._being

    def _remember_silent(self, tokens: Sequence[str], at: int) -> None:
        """Keep a token whose word tells no tense, wherever it stands."""
        word = word_at(tokens, at)
        tells = word in self._signs or word in self._before_infinitive or word in self._before_progressive
        begins = word in self._first_of_waiting or word in self._first_of_imperatives
        if tells or begins or self.forms.may_tell(word) or self._futurate.may_tell(word):
            return
        if len(self.silent) >= _MOST_SILENT:
            self.silent.clear()
        self.silent.add(tokens[at])

    def _plan(self, tokens: Sequence[str], at: int) -> int:
        """What an infinitive follows: "they agreed to meet"; in "they came to try to stop it" the first verb tells."""
        if word_at(tokens, at - 1) in self._infinitive:
            return 0
        if self._missed.is_told(tokens, at):
            return -1
        return -1 if word_at(tokens, self.beside(tokens, at, -1)) in self._pluperfect else 1

    def _future(self, tokens: Sequence[str], at: int) -> int:
        """What looks ahead, but for "due to the storm", "more than expected", "the planning office"."""
        is_due_to = word_at(tokens, at) in self._plans and word_at(tokens, at + 1) in self._infinitive
        if is_due_to or self._is_compared(tokens, at) or self._is_noun(tokens, at):
            return 0
        return -1 if self._is_over(tokens, at) else 1

    def _past(self, tokens: Sequence[str], at: int) -> int:
        """A past form, but behind "to", "is", "be" or a modal: "to shut the bridge", "it will hit the coast"."""
        at_before = self.beside(tokens, at, -1)
        before = word_at(tokens, at_before)
        if before in self._infinitive and not self._is_perfect(tokens, at):
            return 0
        if before in self._present:
            return int(self._is_conditional(tokens, at_before))
        if before in self._passive:
            return self._passive_of(tokens, at_before)
        if before in self._modals and not self._is_name(tokens, at_before, before):  # "in May attacked"
            return self.sign(tokens, at_before)
        return 1 if self._denial.looks_ahead(tokens, at) else -1

    def _passive_of(self, tokens: Sequence[str], at: int) -> int:
        """ "To be held" is ahead; what stands before "be" may tell more: "would have to be", "is being held"."""
        passive, at_modal = word_at(tokens, at), self.beside(tokens, at, -1)
        modal = word_at(tokens, at_modal)
        if passive.endswith(self._progressive):  # but "the house being hit"
            return int(modal in self._present) or self._signs.get(modal, 0)
        if modal in self._infinitive:
            plan = word_at(tokens, at_modal - 1)
            is_plan = plan in self._plans or self._signs.get(plan, 0) > 0
            if (is_plan and self._missed.is_told(tokens, at_modal - 1)) or self._has_come(tokens, at_modal):
                return -1
        return self.sign(tokens, at_modal) if modal in self._signs else 1

    def _is_name(self, tokens: Sequence[str], at: int, word: str) -> bool:
        """ "In May", "Mrs May said", "the Left", "his plans": a capital in mid-sentence, a noun behind its article."""
        if at < 1 or not word:
            return False
        if tokens[at][0].isupper():
            before = tokens[at - 1][0]
            is_last_name = before.isupper() and at + 1 < len(tokens) and tokens[at + 1][0].islower()
            return before.islower() or before.isdigit() or before == "," or is_last_name
        is_noun = word in self._plans and word_at(tokens, at - 1) in self._determiners
        return is_noun and not self.forms.is_past(word) and not self.is_infinitive(tokens, at + 1)

    def _is_noun(self, tokens: Sequence[str], at: int) -> bool:
        """ "The planning office", but not "they are planning a summit"."""
        before = word_at(tokens, self.beside(tokens, at, -1))
        is_verb = before in self._copulas or before in self._passive
        return word_at(tokens, at).endswith(self._progressive) and not is_verb

    def _is_no_past(self, tokens: Sequence[str], at: int) -> bool:
        """ "A set of rules", "the injured", "a US-led pact"; "it will turn and hit the coast"."""
        before = word_at(tokens, at - 1)
        is_second = word_at(tokens, at) in self._invariable and before in self._openers
        return before in self._determiners or is_second or self._ends_compound(tokens, at)

    def _ends_compound(self, tokens: Sequence[str], at: int) -> bool:
        """ "A state-owned bank", "the centre-left", but not "they re-elected her"."""
        is_joined = at > 1 and tokens[at - 1] == "-" and not tokens[at - 2][-1].isspace()
        return is_joined and word_at(tokens, at - 2) not in self._prefixes

    def _is_compared(self, tokens: Sequence[str], at: int) -> bool:
        """ "More than expected", "a better-than-expected result"."""
        return word_at(tokens, at - 1 - (word_at(tokens, at - 1) == "-")) in self._comparison

    def _has_come(self, tokens: Sequence[str], at: int) -> bool:
        """ "The first woman to be elected", "how they had come to be killed": what came to be has happened.

        But not what somebody is for: "a call for the first vote to be held on Friday".
        """
        near = words_before(tokens, at, A_FEW)
        is_ranked = not self._ranks.isdisjoint(near) and self._plan_prepositions.isdisjoint(near)
        return is_ranked or word_at(tokens, at - 1) in self._raising

    def _is_conditional(self, tokens: Sequence[str], at: int) -> bool:
        """ "When they are sentenced on Friday": that is yet to come."""
        return not self._conjunctions.isdisjoint(words_before(tokens, at, A_FEW))

    def _is_behind_passive(self, tokens: Sequence[str], at: int) -> bool:
        """Whether a word like "be" stands before a participle: "to be shown"."""
        return word_at(tokens, self.beside(tokens, at, -1)) in self._passive

    def _is_over(self, tokens: Sequence[str], at: int) -> bool:
        """ "Would have met", "had been scheduled": what looks ahead, seen from later; and "could not be reached".

        But what "will have been done" by some day is yet to come.
        """
        before = word_at(tokens, self.beside(tokens, at, -1))
        is_perfect = self._is_perfect(tokens, self.beside(tokens, at, 1)) and word_at(tokens, at) not in self._sure
        return (
            is_perfect or self._is_hearsay(tokens, at) or before in self._pluperfect or self._denial.tells(tokens, at)
        )

    def _is_perfect(self, tokens: Sequence[str], at: int) -> bool:
        """ "Have met", but not "have the plan ready", "have to meet"."""
        following, participles = word_at(tokens, at + 1), self.forms.participles
        if word_at(tokens, at) not in self._perfect or following in self._determiners:
            return False
        # None are listed where they stand before: "getroffen haben".
        is_participle = following in participles or following in self._between or self.forms.is_past(following)
        return is_participle or not participles

    def _is_hearsay(self, tokens: Sequence[str], at: int) -> bool:
        """ "Er soll am Freitag gelogen haben": an infinitive of the perfect in the clause."""
        if word_at(tokens, at) not in self._hearsay:
            return False
        rest = up_to(tokens, to_sentence_end(tokens, at, LONG), self._ends)
        return any(
            word_at(tokens, place) in self._perfect_infinitives
            and tokens[place - 1][0].islower()
            and word_at(tokens, place - 1).endswith(self._participle_endings)
            for place in rest
        )

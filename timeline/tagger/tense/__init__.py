"""Where a sentence looks: back or ahead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, islice

from timeline.tagger.context import TOPICS
from timeline.tagger.locale import Locale
from timeline.tagger.sentence import (
    heads_line,
    is_possessive,
    opens_sentence,
    to_sentence_end,
    to_sentence_start,
    up_to,
    word_at,
    words_before,
)
from timeline.tagger.tense.clause import Clause
from timeline.tagger.tense.deed import Deed
from timeline.tagger.tense.demand import Demand
from timeline.tagger.tense.foretold import Foretold
from timeline.tagger.tense.generic import Generic
from timeline.tagger.tense.habit import Habit
from timeline.tagger.tense.lasting import Lasting
from timeline.tagger.tense.modifier import Modifier
from timeline.tagger.tense.present import Present
from timeline.tagger.tense.rate import Rate
from timeline.tagger.tense.reached import Reached
from timeline.tagger.tense.sourced import Sourced
from timeline.tagger.tense.unplanned import Unplanned
from timeline.tagger.tense.verbs import Verbs

__all__ = ["Tense"]

_NEAR = 8
_A_FEW = 5
_FAR = 20
_LONG = 40


class Tense:
    """Reads the tense of the words around an expression.

    Args:
        locale: The language, with the words that tell a tense.
    """

    def __init__(self, locale: Locale) -> None:
        words = locale.tense
        self._verbs = Verbs(words)
        self._signs = words.signs("")
        self._just_before = words.signs("before-")
        self._leading = words.set("narrative")
        self._plans = words.set("plans")
        self._copulas = words.set("copulas")
        self._plan_prepositions = words.set("plan-prepositions")
        self._infinitive = words.set("infinitive")
        self._passive = words.set("passive")
        self._present = words.set("present")
        self._being = self._present | self._passive | words.set("seeming")
        self._progressive = tuple(words.set("progressive"))
        self._invariable = words.set("invariable")
        self._perfect, self._pluperfect = words.set("perfect"), words.set("pluperfect")
        self._relative, self._complement = words.set("relative"), words.set("complement")
        self._pronouns = words.set("relative-pronouns") | self._relative | self._complement
        self._particles = words.set("particles")
        self._states = words.set("states") | self._plans | self._invariable
        self._openers, self._agents = words.set("openers"), words.set("agents")
        self._waiting = words.set("waiting")
        self._reporting = words.set("reporting")
        self._of_days, self._places = words.set("of-days"), words.set("places")
        self._sure, self._foreseen = words.set("sure"), words.set("foreseen")
        self._alone = words.set("future-if-alone")
        self._alone_of_days = self._alone | words.set("future-of-days")
        self._ranks, self._hedges = words.set("ranks"), words.set("hedges")
        self.topics = {topic: words.set(topic) for topic in TOPICS}
        """The words that belong to each topic."""
        self.genitive: frozenset[str] = words.set("genitive")
        """The words by which something belongs to an expression: "of"."""
        self._clause = Clause(words, self._verbs)
        self._unplanned = Unplanned(words)
        self._demand = Demand(words)
        self._deed = Deed(words, self._verbs.sign)
        self._lasting = Lasting(words, self._verbs.sign)
        self._reached = Reached(words, self._verbs)
        self._foretold = Foretold(words, self._verbs.sign)
        self._sourced = Sourced(words, self._verbs.sign)
        self.present: Present = Present(words)
        self.habit: Habit = Habit(words)
        self.generic: Generic = Generic(words)
        self.rate: Rate = Rate(words)
        self.modifier: Modifier = Modifier(words)

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """A full stop and a preposition with which another sentence begins."""
        written = "|".join(sorted(word.capitalize() for word in self._leading))
        return re.compile(rf"\.\s(?:{written})\b")

    def of(self, tokens: Sequence[str], start: int, end: int) -> int:
        """Below 0 for the past, above for the future, 0 if no word tells, 2 or 3 if there is no doubt.

        A preposition that tells ("by", "since"), else the nearest verb before the expression in its sentence,
        else the first one after it. Where the expression opens a sentence, its verb tells more: "Until Thursday they
        had not …", "In March they left". A chronology tells in the present what is over: "March 3 - Ulm falls".
        """
        if heads_line(tokens, start, end, self._openers):
            return self._headed(tokens, end)
        sign = self._preposition(tokens, start, end)
        if sign > 0 and (self._opens_sentence(tokens, start - 1) or self._begins_clause(tokens, end)):
            return self._limited(tokens, end) or self._verb(tokens, start, end) or 3 * sign
        if not sign and self._opens(tokens, start - 1):
            ahead = self._verbs.first(tokens, to_sentence_end(tokens, end, _FAR), ahead=True)
            told = self._opened(tokens, end) or int(self._is_to_go_on(tokens, start - 1, end))
            present = self._plain_present(tokens, start, end)
            return 2 * (present or told or ahead or self._verb(tokens, start, end))
        return (
            3 * sign
            or self._clause.attribute.sign(tokens, start, end)
            or -2 * self._is_subject(tokens, start, end)
            or -2 * self._unplanned.is_beside(tokens, start, end)
            or -2 * self._sourced.is_quoted(tokens, start)
            or int(self._foretold.tells(tokens, start))
            or self._plain_present(tokens, start, end)
            or self._verb_before(tokens, start, end)
            or self._clause.sign(tokens, start, end)
            or int(self._is_before_event(tokens, start, end) or self._demand.is_forgone(tokens, start, end))
            or self._told(tokens, start)
            or -2 * self._deed.is_told(tokens, start)
            or int(self._is_to_go_on(tokens, start, end))
            or self._verb(tokens, start, end)
            or int(self._lasting.goes_on(tokens, start))
        )

    def _plain_present(self, tokens: Sequence[str], start: int, end: int) -> int:
        """ "Am Sonntag ist Wahl", "das Finale ist am Sonntag": to come, but not "er ist am Sonntag gestorben"."""
        if not self._alone_of_days:
            return 0
        if self._clause.is_present(tokens, start, end):
            return 1
        leading, behind = word_at(tokens, start - 1), end + (word_at(tokens, end) == ",")
        verbs = self._alone_of_days if leading in self._of_days else self._alone
        opens = self._opens(tokens, start - 1) or self._opens_sentence(tokens, start)
        verb = word_at(tokens, behind) if opens else word_at(tokens, start - 2) if leading in self._leading else ""
        if verb not in verbs or tokens[start][0].isdigit():
            return 0
        return -1 if verb in self._alone and self._ends_in_perfect(tokens, behind) else 1

    def _ends_in_perfect(self, tokens: Sequence[str], end: int) -> bool:
        """Whether a participle ends the clause, or the sentence behind a clause within."""
        in_clause = True
        for at in to_sentence_end(tokens, end, _LONG):
            word = word_at(tokens, at)
            in_clause = in_clause and word != ","
            if in_clause and self._signs.get(word, 0) < 0:
                return True
            if word.endswith(self._clause.perfect_endings) and (in_clause or not word_at(tokens, at + 1).isalpha()):
                return True
        return False

    def _is_subject(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "They vote in May, and Saturday brought no answer", "Ulm Airport on Friday closed", "a man in May fell"."""
        if self._verbs.sign(tokens, end) >= 0:
            return False
        leading = word_at(tokens, start - 1)
        names = leading in self._of_days and start > 1 and tokens[start - 2][0].isupper()
        return names or leading in self._openers or (leading in self._leading and self._is_silent(tokens, start - 1))

    def _is_silent(self, tokens: Sequence[str], at: int) -> bool:
        """Whether no word of a sentence before a place tells a tense: "a court in Rome", but not "a plan to meet"."""
        return not any(self._verbs.sign(tokens, place) for place in to_sentence_start(tokens, at))

    def _headed(self, tokens: Sequence[str], end: int) -> int:
        """What a line of a chronology tells: "March 3: Ulm falls", most of all "Ulm fell", but not "Ulm must vote"."""
        near = islice(to_sentence_end(tokens, end), _NEAR)
        if any(self._signs.get(word_at(tokens, at), 0) > 0 for at in near):
            return 1
        told = up_to(tokens, to_sentence_end(tokens, end, _FAR), self._pronouns)  # "the band that won"
        return -3 if self._verbs.first(tokens, told) < 0 else -2

    def _told(self, tokens: Sequence[str], start: int) -> int:
        """ "It filed for protection in March": the past of a verb of its own, and the preposition of when it was."""
        if word_at(tokens, start - 1) not in self._leading:
            return 0
        for at in to_sentence_start(tokens, start - 1):
            if tokens[at] in self._verbs.silent:
                continue
            word, sign = word_at(tokens, at), self._verbs.sign(tokens, at)
            if self._verbs.is_aside(tokens, at, start):
                continue
            if sign or word in self._signs or self._verbs.forms.is_past(word):
                return -2 if sign < 0 and self._verbs.forms.is_past(word) else 0
        return 0

    def ranks(self, tokens: Sequence[str], start: int) -> bool:
        """Whether a word not far before an expression says that something is the first or the worst of its kind."""
        return not self._ranks.isdisjoint(words_before(tokens, start, _NEAR))

    def speaks_of(self, topic: str, tokens: Sequence[str], start: int, end: int) -> bool:
        """Whether a word of the sentence belongs to a topic that the locale has words for."""
        places = chain(to_sentence_start(tokens, start), to_sentence_end(tokens, end))
        return not self.topics[topic].isdisjoint(word_at(tokens, at) for at in places)

    def has_happened(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "It soon became clear", "they were soon back", "Soon the bank failed", but not "they were soon to leave"."""
        before = self._verbs.sign(tokens, start - 1)
        is_state = before < 0 and word_at(tokens, start - 1) in self._copulas
        is_state = is_state and not self._verbs.is_infinitive(tokens, end)
        if before <= 0 and (is_state or self._verbs.sign(tokens, end) < 0):
            return True
        opens_clause = self._opens_sentence(tokens, start) or word_at(tokens, start - 1) in self._openers
        return opens_clause and self._verbs.first(tokens, to_sentence_end(tokens, end, _FAR), ahead=True) < 0

    def _preposition(self, tokens: Sequence[str], start: int, end: int) -> int:
        """What "by" or "since" tells, but not in "they had left by Friday", "hit by Friday's storm"."""
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

    def _opens(self, tokens: Sequence[str], at: int) -> bool:
        """Whether a preposition opens a sentence, or a clause behind a comma and a word like "but", "which"."""
        if self._opens_sentence(tokens, at):
            return tokens[at][0].isupper() or word_at(tokens, at - 1) in self._openers
        opens_clause = word_at(tokens, at - 1) in self._openers or word_at(tokens, at - 1) in self._relative
        return opens_clause and word_at(tokens, at - 2) == "," and self._verbs.sign(tokens, at) == 0

    def _opens_sentence(self, tokens: Sequence[str], at: int) -> bool:
        return opens_sentence(tokens, at, self._openers)

    def _is_planned_for(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "Set for Thursday", "called a meeting for Thursday"."""
        if word_at(tokens, start - 1) not in self._plan_prepositions:
            return False
        is_planned = not self._plans.isdisjoint(words_before(tokens, start, _NEAR))
        return is_planned or self._clause.is_planned(tokens, end)

    def _is_before_event(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "Put off until a vote on Sunday", "ahead of the talks in Paris on Sunday", but not of those on March 3."""
        if word_at(tokens, start - 1) not in self._of_days or any(tokens[at][0].isdigit() for at in range(start, end)):
            return False
        for at in to_sentence_start(tokens, start - 1)[:_NEAR]:
            word = word_at(tokens, at)
            if (tokens[at] in self._verbs.silent and word.isalpha()) or is_possessive(tokens, at):
                continue
            if word in self._waiting or f"{word}-{word_at(tokens, at + 1)}" in self._waiting:
                return not self._lasting.is_over(tokens, at + 1)
            if not word.isalpha() or word in self._signs or self._verbs.forms.is_past(word):
                return False
        return False

    def _is_long_over(self, tokens: Sequence[str], start: int) -> bool:
        """ "They had left by Friday"."""
        return not self._pluperfect.isdisjoint(words_before(tokens, start, _NEAR))

    def _verb_before(self, tokens: Sequence[str], start: int, end: int) -> int:
        """A form with little between: the past leaves no doubt, "it began in March", "it broke out there in March".

        Least of all right beside its preposition: "she died on June 3" is no day to come, however near.
        """
        if self._verbs.sign(tokens, start - 2) < 0:
            return -3 if word_at(tokens, start - 1) in self._of_days else -2
        if self._is_said(tokens, start) or self._is_done(tokens, start, end) or self._goes_on(tokens, start):
            return -2
        if self._is_governed(tokens, start) or self._is_set(tokens, start, end):
            return 2
        return int(self._is_under_way(tokens, start - 1) or self._is_under_way(tokens, start - 2))

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
        return before in self._present or (following in self._present and self._opens_sentence(tokens, start))

    def _before_place(self, tokens: Sequence[str], at: int) -> int:
        """The word before a preposition and the name of a place: "in New York"."""
        first = next((place for place in range(at, max(-1, at - _A_FEW), -1) if not tokens[place][0].isupper()), at)
        return first - 1 if word_at(tokens, first) in self._places else at

    def _goes_on(self, tokens: Sequence[str], start: int) -> bool:
        """Whether a past form not far before goes on with its preposition: "came to power in March"."""
        for at in range(start - 3, max(-1, start - 1 - _A_FEW), -1):
            if tokens[at + 1].rstrip() in self._particles and self._verbs.sign(tokens, at) < 0:
                return at in to_sentence_start(tokens, start)
        return False

    def _is_under_way(self, tokens: Sequence[str], at: int) -> bool:
        """ "They are meeting on Friday": the present that goes on, beside a day, is yet to come."""
        ends = word_at(tokens, at).endswith(self._progressive)
        return ends and word_at(tokens, self._verbs.beside(tokens, at, -1)) in self._present

    def _is_to_go_on(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "Tuesday, the ministers are meeting in Rome": the first verb of a sentence that a day opens."""
        if not self._opens_sentence(tokens, start):
            return False
        for at in to_sentence_end(tokens, end, _FAR):
            word = word_at(tokens, at)
            if word in self._present:
                return self._is_under_way(tokens, self._verbs.beside(tokens, at, 1))
            if word in self._signs or word in self._pronouns or self._verbs.forms.is_past(word):
                return False
        return False

    def _verb(self, tokens: Sequence[str], start: int, end: int) -> int:
        after = to_sentence_end(tokens, end)
        if word_at(tokens, end) in self._complement:  # "the statement Friday that they would leave"
            after = islice(after, 2)
        if self._begins_clause(tokens, end):
            return self._verbs.first(tokens, after) or self._verbs.sign(tokens, self._verbs.governing(tokens, start))
        at = self._verbs.governing(tokens, start)
        told = self._verbs.sign(tokens, at)
        if told and self._demand.is_ordered(tokens, at, start):
            return 1
        if told and not self._is_said_that(tokens, at):
            return told
        return self._verbs.first(tokens, after, ahead=True) or told

    def _is_said_that(self, tokens: Sequence[str], at: int) -> bool:
        """ "They said that on Friday it will open": what is said has a verb of its own."""
        return word_at(tokens, at) in self._reporting and word_at(tokens, at + 1) in self._complement

    def _opened(self, tokens: Sequence[str], end: int) -> int:
        """Below 0 if the first verb after an expression is past, even if that plans: "In May they agreed to meet"."""
        for at in to_sentence_end(tokens, end, _FAR):
            word = word_at(tokens, at)
            if self._verbs.asks(tokens, at):
                return 0
            if (self._verbs.forms.is_past(word) or self._signs.get(word, 0) < 0) and word not in self._perfect:
                return 0 if word_at(tokens, self._verbs.beside(tokens, at, -1)) in self._being else -1
            if word in self._signs or word in self._present:
                return 0
        return 0

    def _limited(self, tokens: Sequence[str], end: int) -> int:
        """ "By March the fleet had left", "By March, they said, it will be gone": what is told, not who told it."""
        words = (word_at(tokens, at) for at in islice(to_sentence_end(tokens, end), _NEAR))
        told = (word for word in words if word not in self._reporting)
        verb = next((word for word in told if word in self._signs or self._verbs.forms.is_past(word)), "")
        return -2 if verb in self._pluperfect else 3 * (self._signs.get(verb, 0) > 0)

    def _begins_clause(self, tokens: Sequence[str], end: int) -> bool:
        """ "On Friday, when they met": what follows tells of the day."""
        return word_at(tokens, end + (word_at(tokens, end) == ",")) in self._relative

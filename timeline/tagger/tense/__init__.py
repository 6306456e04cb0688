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
from timeline.tagger.tense.beside import Beside
from timeline.tagger.tense.clause import Clause
from timeline.tagger.tense.deed import Deed
from timeline.tagger.tense.demand import Demand
from timeline.tagger.tense.foretold import Foretold
from timeline.tagger.tense.generic import Generic
from timeline.tagger.tense.habit import Habit
from timeline.tagger.tense.lasting import Lasting
from timeline.tagger.tense.modifier import Modifier
from timeline.tagger.tense.preposition import Preposition
from timeline.tagger.tense.present import Present
from timeline.tagger.tense.rate import Rate
from timeline.tagger.tense.reach import A_FEW, FAR, LONG, NEAR
from timeline.tagger.tense.sourced import Sourced
from timeline.tagger.tense.unplanned import Unplanned
from timeline.tagger.tense.verbs import Verbs

__all__ = ["Tense"]

_LONGEST_NOUN = 3


class Tense:
    """Reads the tense of the words around an expression.

    Args:
        locale: The language, with the words that tell a tense.
    """

    def __init__(self, locale: Locale) -> None:
        words = locale.tense
        self._verbs = Verbs(words)
        self._signs = words.signs("")
        self._leading, self._openers = words.set("narrative"), words.set("openers")
        self._copulas, self._present = words.set("copulas"), words.set("present")
        self._was = (self._copulas - self._present) | words.set("pluperfect")
        self._being = self._present | words.set("passive") | words.set("seeming")
        self._perfect = words.set("perfect")
        self._relative, self._complement = words.set("relative"), words.set("complement")
        self._pronouns = words.set("relative-pronouns") | self._relative | self._complement
        self._waiting, self._reporting = words.set("waiting"), words.set("reporting")
        self._of_days = words.set("of-days")
        self._alone = words.set("future-if-alone")
        self._alone_of_days = self._alone | words.set("future-of-days")
        self._sequels, self._ranks = words.set("sequels"), words.set("ranks")
        self.topics = {topic: words.set(topic) for topic in TOPICS}
        """The words that belong to each topic."""
        self.genitive: frozenset[str] = words.set("genitive")
        """The words by which something belongs to an expression: "of"."""
        self._clause = Clause(words, self._verbs)
        self._unplanned = Unplanned(words, self._verbs.sign)
        self._demand = Demand(words)
        self._deed = Deed(words, self._verbs.sign)
        self._lasting = Lasting(words, self._verbs.sign)
        self._preposition = Preposition(words, self._verbs, self._clause)
        self._beside = Beside(words, self._verbs)
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
        sign = self._preposition.sign(tokens, start, end)
        if sign > 0 and (self._opens_sentence(tokens, start - 1) or self._begins_clause(tokens, end)):
            return self._preposition.limited(tokens, end) or self._verb(tokens, start, end) or 3 * sign
        if sign > 0 and self._lasted(tokens, start, end):
            return -2
        if not sign and self._opens(tokens, start - 1):
            ahead = self._verbs.first(tokens, to_sentence_end(tokens, end, FAR), ahead=True)
            told = self._opened(tokens, end) or int(self._is_to_go_on(tokens, start - 1, end))
            present = self._plain_present(tokens, start, end)
            return 2 * (present or told or ahead or self._verb(tokens, start, end))
        return (
            3 * sign
            or self._clause.attribute.sign(tokens, start, end)
            or -2 * self._is_subject(tokens, start, end)
            or -3 * self._unplanned.is_beside(tokens, start, end)
            or -2 * self._sourced.is_quoted(tokens, start)
            or int(self._foretold.tells(tokens, start))
            or int(self._demand.is_upcoming(tokens, start, end))
            or self._plain_present(tokens, start, end)
            or 2 * self._is_spoken_of(tokens, start, end)
            or self._beside.sign(tokens, start, end)
            or self._clause.sign(tokens, start, end)
            or int(self._is_before_event(tokens, start, end))
            or int(self._is_announced(tokens, start, end))
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
        for at in to_sentence_end(tokens, end, LONG):
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

    def _lasted(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "A town that until Friday was calm", but not "they said that until Friday they had to wait"."""
        if word_at(tokens, start - 2) not in self._pronouns or self._verbs.sign(tokens, start - 3) < 0:
            return False
        return self._verbs.first(tokens, to_sentence_end(tokens, end)) < 0

    def _is_announced(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "They warned that talks on Friday would fail": what is said tells of its own subject, with its day."""
        if self._verbs.sign(tokens, end) <= 0:
            return False
        said = self._verbs.governing(tokens, start)
        is_said = said < start - 2 and word_at(tokens, said) in self._reporting
        return is_said and self._is_of_sentence(tokens, said)

    def _is_spoken_of(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "They said that Friday will be dry", "said Friday's vote is off", but not "what they said Friday is"."""
        is_joined = word_at(tokens, start - 1) in self._complement
        said = start - 1 - is_joined
        if word_at(tokens, said) not in self._reporting and not (is_joined and self._verbs.sign(tokens, said) < 0):
            return False
        places = range(end + 3, end + 3 + _LONGEST_NOUN) if is_possessive(tokens, end) else range(end, end + 1)
        told = (word_at(tokens, at) in self._present or self._verbs.sign(tokens, at) for at in places)
        return next(filter(None, told), 0) > 0 and (is_joined or self._is_of_sentence(tokens, said))

    def _is_of_sentence(self, tokens: Sequence[str], at: int) -> bool:
        """Whether a verb is that of its sentence: "they said", but not "a plan that they said"."""
        return self._pronouns.isdisjoint(words_before(tokens, at, NEAR))

    def _is_silent(self, tokens: Sequence[str], at: int) -> bool:
        """Whether no word of a sentence before a place tells a tense: "a court in Rome", but not "a plan to meet"."""
        return not any(self._verbs.sign(tokens, place) for place in to_sentence_start(tokens, at))

    def _headed(self, tokens: Sequence[str], end: int) -> int:
        """What a line of a chronology tells: "March 3: Ulm falls", most of all "Ulm fell", but not "Ulm must vote"."""
        near = islice(to_sentence_end(tokens, end), NEAR)
        if any(self._signs.get(word_at(tokens, at), 0) > 0 for at in near):
            return 1
        told = up_to(tokens, to_sentence_end(tokens, end, FAR), self._pronouns)  # "the band that won"
        return -3 if self._verbs.first(tokens, told) < 0 else -2

    def _told(self, tokens: Sequence[str], start: int) -> int:
        """ "It filed for protection in March": the past of a verb of its own, and the preposition of when it was."""
        if word_at(tokens, start - 1) not in self._leading:
            return 0
        for at in to_sentence_start(tokens, start - 1):
            if tokens[at] in self._verbs.silent:
                continue
            word, sign = word_at(tokens, at), self._verbs.sign(tokens, at)
            if self._verbs.aside.is_told(tokens, at, start):
                continue
            if sign or word in self._signs or self._verbs.forms.is_past(word):
                is_over = sign < 0 and self._verbs.forms.is_past(word)
                return -2 * (is_over and not self._demand.is_ordered(tokens, at, start))
        return 0

    def ranks(self, tokens: Sequence[str], start: int) -> bool:
        """Whether a word not far before an expression says that something is the first or the worst of its kind."""
        return not self._ranks.isdisjoint(words_before(tokens, start, NEAR))

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
        return opens_clause and self._verbs.first(tokens, to_sentence_end(tokens, end, FAR), ahead=True) < 0

    def _opens(self, tokens: Sequence[str], at: int) -> bool:
        """Whether a preposition opens a sentence, or a clause behind a comma and a word like "but", "which"."""
        if self._opens_sentence(tokens, at):
            return tokens[at][0].isupper() or word_at(tokens, at - 1) in self._openers
        before = word_at(tokens, at - 1)
        if before == ",":
            return self._is_behind_opening(tokens, at - 1)
        opens_clause = before in self._openers or before in self._relative
        return opens_clause and word_at(tokens, at - 2) == "," and self._verbs.sign(tokens, at) == 0

    def _is_behind_opening(self, tokens: Sequence[str], comma: int) -> bool:
        """ "In the first, on May 1, he fell", "weeks later, on June 11", but not "the summit, in May"."""
        places = to_sentence_start(tokens, comma)
        if not 1 < len(places) <= A_FEW or any(self._verbs.sign(tokens, at) for at in places):
            return False
        return word_at(tokens, places[-1]) in self._leading or word_at(tokens, places[0]) in self._sequels

    def _opens_sentence(self, tokens: Sequence[str], at: int) -> bool:
        return opens_sentence(tokens, at, self._openers)

    def _is_before_event(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "Put off until a vote on Sunday", "ahead of the talks in Paris on Sunday", but not of those on March 3."""
        if word_at(tokens, start - 1) not in self._of_days or any(tokens[at][0].isdigit() for at in range(start, end)):
            return False
        for at in to_sentence_start(tokens, start - 1)[:FAR]:
            word = word_at(tokens, at)
            if (tokens[at] in self._verbs.silent and word.isalpha()) or is_possessive(tokens, at):
                continue
            if word in self._waiting or f"{word}-{word_at(tokens, at + 1)}" in self._waiting:
                is_told = word_at(tokens, self._verbs.beside(tokens, at, -1)) in self._was
                return not (is_told or self._lasting.is_over(tokens, at + 1))
            if not (word.isalpha() or word == "-") or word in self._signs or self._verbs.forms.is_past(word):
                return False
        return False

    def _is_to_go_on(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """ "Tuesday, the ministers are meeting in Rome": the first verb of a sentence that a day opens."""
        if not self._opens_sentence(tokens, start):
            return False
        for at in to_sentence_end(tokens, end, FAR):
            word = word_at(tokens, at)
            if word in self._present:
                return self._beside.is_under_way(tokens, self._verbs.beside(tokens, at, 1))
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
        for at in to_sentence_end(tokens, end, FAR):
            word = word_at(tokens, at)
            if self._verbs.asks(tokens, at):
                return 0
            if (self._verbs.forms.is_past(word) or self._signs.get(word, 0) < 0) and word not in self._perfect:
                return 0 if word_at(tokens, self._verbs.beside(tokens, at, -1)) in self._being else -1
            if word in self._signs or word in self._present:
                return 0
        return 0

    def _begins_clause(self, tokens: Sequence[str], end: int) -> bool:
        """ "On Friday, when they met": what follows tells of the day."""
        return word_at(tokens, end + (word_at(tokens, end) == ",")) in self._relative

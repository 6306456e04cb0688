"""The present that stands for the future: "the council votes Monday"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import before_relative, beyond, to_sentence_start, word_at

__all__ = ["Futurate"]

_LONGEST_SUBJECT = 8
_SHORTEST_PLURAL = 5
_WITHIN_NAMES = frozenset("-'’.")


class Futurate:
    """Reads which present forms tell what is planned; beside a day they look ahead.

    Args:
        words: The words that tell a tense.
    """

    def __init__(self, words: TenseWords) -> None:
        self._signs = words.signs("")
        self._pronouns = words.set("pronouns")
        self._conjunctions = words.set("conjunctions")
        self._before_name = words.set("narrative") | words.set("joining")
        self._between = words.set("between")
        self._plural_subjects = words.set("plural-pronouns")
        self._of_many = words.set("plural-plans")
        self._of_one = words.set("singular-plans")
        self._goals = words.set("goals")
        self._endings = tuple(words.set("present-ending"))
        self._not_present = words.set("not-present")
        self._determiners = words.set("determiners")
        self._prepositions = words.set("prepositions")
        self._reporting = words.set("reporting")
        self._relative = words.set("relative-pronouns") | words.set("relative")
        clause = ("conjunctions", "openers", "relative", "relative-pronouns", "complement")
        self._begins = frozenset().union(*map(words.set, clause))
        self._past_endings = words.endings
        self._ahead = frozenset(word for word, sign in self._signs.items() if sign > 0)
        self._first_of_many, self._first_of_one, self._first_ahead = (
            frozenset(plan.partition("-")[0] for plan in plans) for plans in (self._of_many, self._of_one, self._ahead)
        )

    def may_tell(self, word: str) -> bool:
        """Whether a word can be such a form at all.

        >>> from timeline.tagger.locale import TenseWords
        >>> futurate = Futurate(TenseWords({"plural-plans": "meet", "present-ending": "s"}))
        >>> futurate.may_tell("meet"), futurate.may_tell("votes"), futurate.may_tell("house")
        (True, True, False)
        """
        return word in self._first_of_many or word.endswith(self._endings)

    def tells(self, tokens: Sequence[str], at: int) -> bool:
        """Whether the word at a place is such a form.

        >>> from timeline.tagger.locale import TenseWords
        >>> futurate = Futurate(TenseWords({"singular-plans": "votes", "present-ending": "s", "determiners": "the"}))
        >>> futurate.tells(["The ", "council ", "votes ", "Monday"], 2), futurate.tells(["The ", "votes ", "fell"], 1)
        (True, False)
        """
        word = word_at(tokens, at)
        if word in self._first_of_many and self._is_listed(tokens, at, self._of_many):
            subject = self._subject(tokens, at)
            return tokens[at][0].islower() and (self._is_plural(tokens, subject) or self._is_team(tokens, subject, at))
        if not word.endswith(self._endings) or word in self._not_present:
            return False
        if word_at(tokens, at - 1) in self._pronouns and word_at(tokens, at - 2) in self._conjunctions:
            return True
        if word in self._first_ahead and self._is_listed(tokens, at, self._ahead):
            return True
        is_listed = word in self._first_of_one and self._is_listed(tokens, at, self._of_one)
        return is_listed and self._is_behind_subject(tokens, at)

    def _subject(self, tokens: Sequence[str], at: int) -> int:
        """The last word of the subject before a verb: "the teams", and so in "the teams, who met in May, play"."""
        nearest = beyond(tokens, at, -1, self._between)
        if word_at(tokens, nearest) != ",":
            return nearest
        before = before_relative(tokens, nearest, self._relative)
        return nearest if before < 0 else before

    def _is_listed(self, tokens: Sequence[str], at: int, plans: frozenset[str]) -> bool:
        """ "Votes", or with the word that makes it a plan: "heads to", but not "heads"."""
        word = word_at(tokens, at)
        return word in plans or f"{word}-{word_at(tokens, at + 1)}" in plans

    def _is_plural(self, tokens: Sequence[str], at: int) -> bool:
        """ "Voters", "they", "voters in Spain", "Ulm and New York", but no possessive and no verb: "lets"."""
        word = word_at(tokens, at)
        ends = word.endswith(self._endings) and len(word) >= _SHORTEST_PLURAL and word not in self._signs
        return word in self._plural_subjects or ends or self._ends_name(tokens, at)

    def _is_team(self, tokens: Sequence[str], subject: int, at: int) -> bool:
        """ "Turkey play Senegal", "United travel to Ulm": a name that stands for many, with another as object."""
        goal = at + 1 + (word_at(tokens, at + 1) in self._goals)
        is_name = subject >= 0 and tokens[subject][0].isupper() and word_at(tokens, subject) not in self._signs
        is_beside = subject == at - 1 or word_at(tokens, at - 1) == ","
        return is_name and is_beside and goal < len(tokens) and tokens[goal][0].isupper()

    def _ends_name(self, tokens: Sequence[str], at: int) -> bool:
        """Whether a name ends at a place that follows a preposition, or is the last of several."""
        first = at
        while first > 0 and tokens[first][0].isupper():
            first -= 1
        return first < at and word_at(tokens, first) in self._before_name

    def _is_behind_subject(self, tokens: Sequence[str], at: int) -> bool:
        """Whether a subject, and no other verb, stands between the begin of a clause and a word.

        "The council votes", "the court in Rome hears", but not "they won the votes", "after more votes".
        """
        nearest = word_at(tokens, beyond(tokens, at, -1, self._between))
        is_noun = nearest.isalpha() and nearest not in self._determiners and nearest not in self._prepositions
        if not is_noun or not tokens[at][0].islower():
            return False
        first, left = "", _LONGEST_SUBJECT
        for place in to_sentence_start(tokens, at)[:_LONGEST_SUBJECT]:
            word, left = word_at(tokens, place), left - 1
            if word in self._reporting or word in self._begins or not (word.isalnum() or word in _WITHIN_NAMES):
                break
            if word in self._signs or (
                word.endswith(self._past_endings) and place and not self._is_adjective(tokens, place)
            ):
                return False
            first = word
        return left > 0 and first not in self._prepositions

    def _is_adjective(self, tokens: Sequence[str], at: int) -> bool:
        """ "The elected council", "the newly elected council"."""
        return not self._determiners.isdisjoint((word_at(tokens, at - 1), word_at(tokens, at - 2)))

"""Months that are the given names of people: "April Jones", "June Carter"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.tagger.locale import Locale

__all__ = ["GivenNames"]


class GivenNames:
    """Tells people from months in one text, and names that end like a time from times.

    Args:
        locale: The language, with the months that people are called, the words that stand before a month, and those
            that end names.
        tokens: The tokens of the text.
    """

    def __init__(self, locale: Locale, tokens: Sequence[str]) -> None:
        self._names = locale.tense.set("given-names")
        self._before_month = locale.tense.set("before-month")
        self._endings = locale.tense.set("name-endings")
        self._tokens = tokens
        self._called: set[str] = set()

    def is_name(self, at: int) -> bool:
        """Whether a token is a given name: before a surname, or once somebody in the text is called that.

        Behind a preposition of time it is a month all the same: "In April Jones was freed". A name of something else
        can end with it: "the group Freedom Now".
        """
        word = self._tokens[at].rstrip()
        if word in self._endings:
            return at > 0 and self._tokens[at - 1].istitle() and self._tokens[at - 1].endswith(" ")
        if word not in self._names or (at and self._tokens[at - 1].rstrip().lower() in self._before_month):
            return False
        if self._before_surname(at):
            self._called.add(word)
        return word in self._called

    def _before_surname(self, at: int) -> bool:
        following = self._tokens[at + 1].rstrip() if at + 1 < len(self._tokens) else ""
        return self._tokens[at].endswith(" ") and following.isalpha() and following.istitle() and len(following) > 1

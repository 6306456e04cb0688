"""Where a sentence looks: back or ahead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.tagger.locale import Locale

__all__ = ["Tense"]

_REACH_BACK = 30
_REACH_AHEAD = 12
_SENTENCE_ENDS = frozenset(".!?;")
_SHORTEST_PAST = 4
_LONGEST_ABBREVIATION = 4


class Tense:
    """Reads the tense of the words around an expression.

    Args:
        locale: The language, with the words that tell a tense.
    """

    def __init__(self, locale: Locale) -> None:
        self._signs = locale.tense
        self._just_before = locale.tense_before
        self._endings = locale.endings
        self._not_endings = locale.not_endings

    def of(self, tokens: Sequence[str], start: int, end: int) -> int:
        """Below 0 for the past, above for the future, 0 if no word tells, and 2 if there is no doubt.

        A preposition that tells ("by", "since"), else the nearest verb before the expression in its sentence,
        else the first one after it.
        """
        return self._preposition(tokens, start) or self._verb(tokens, start, end)

    def _preposition(self, tokens: Sequence[str], start: int) -> int:
        """What "by" or "since" tells; "until" does so only within a sentence: "Until Thursday they had not …"."""
        sign = self._just_before.get(tokens[start - 1].rstrip().lower(), 0) if start else 0
        opens = start < 2 or tokens[start - 2][0] in _SENTENCE_ENDS
        return 0 if sign > 0 and opens else 2 * sign

    def _verb(self, tokens: Sequence[str], start: int, end: int) -> int:
        before = self._first(_to_sentence_start(tokens, start))
        return before or self._first(_to_sentence_end(tokens, end))

    def _first(self, words: Iterable[str]) -> int:
        return next((sign for word in words if (sign := self._sign(word))), 0)

    def _sign(self, word: str) -> int:
        sign = self._signs.get(word)
        if sign is not None:
            return sign
        past = len(word) >= _SHORTEST_PAST and word.endswith(self._endings) and word not in self._not_endings
        return -1 if self._endings and past and word.isalpha() else 0


def _to_sentence_start(tokens: Sequence[str], start: int) -> Iterable[str]:
    for at in range(start - 1, max(-1, start - 1 - _REACH_BACK), -1):
        token = tokens[at]
        if token[0] in _SENTENCE_ENDS and _ends_sentence(tokens, at):
            return
        yield token.rstrip().lower()


def _to_sentence_end(tokens: Sequence[str], end: int) -> Iterable[str]:
    for at in range(end, min(len(tokens), end + _REACH_AHEAD)):
        token = tokens[at]
        if token[0] in _SENTENCE_ENDS and _ends_sentence(tokens, at):
            return
        yield token.rstrip().lower()


def _ends_sentence(tokens: Sequence[str], at: int) -> bool:
    """A full stop behind an abbreviation ends no sentence: "Sept. 3", "the U.S. said"."""
    if tokens[at][0] != ".":
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else "A"
    if following[0].islower() or following[0].isdigit() or tokens[at] == ".":
        return False
    before = tokens[at - 1].rstrip() if at else ""
    return len(before) > _LONGEST_ABBREVIATION or before.islower() or before.isdigit()

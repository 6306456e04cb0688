"""Dates that a clause names without telling what happened then: comparisons and terms of a paper."""

from __future__ import annotations

from timeline.extract.clauses import Clause
from timeline.extract.lexicon import Lexicon
from timeline.extract.words import words_in

__all__ = ["is_aside"]

_SEARCHED = 120


def is_aside(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a date is named in passing: "up from 3 million in 1988", "bonds due May 2030".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.model.timex import Timex
    >>> text = "Sales rose to 9 million, compared with 3 million in 1988."
    >>> is_aside(text, Clause(0, 57, Timex(52, 56, "DATE", "1988"), (0, 57), (0, 57)), lexicon_of("en"))
    True
    """
    if clause.is_saying:
        return False
    before = _since_verb(text, clause, lexicon)
    return bool(lexicon.comparisons.search(before) or lexicon.terms.search(before))


def _since_verb(text: str, clause: Clause, lexicon: Lexicon) -> str:
    """The words between the last finite verb of the clause before the date and the date itself."""
    start = max(clause.head[0], clause.timex.start - _SEARCHED)
    words = words_in(text, clause.sentence, start, clause.timex.start, lexicon)
    for word in reversed(words):
        if word.is_finite and word.lower not in lexicon.comparing:
            return text[word.end : clause.timex.start].lower()
    return text[start : clause.timex.start].lower()

"""Whether a clause tells what happened, what is planned, what could happen, or what did not."""

from __future__ import annotations

from typing import Literal

from timeline.extract.lexicon import Lexicon
from timeline.model.date import EdtfDate

__all__ = ["Certainty", "certainty_of", "is_denied"]

Certainty = Literal["certain", "planned", "possible"]


def is_denied(passage: str, lexicon: Lexicon) -> bool:
    """Whether a clause says that something did not happen.

    >>> from timeline.extract.lexicon import lexicon
    >>> is_denied("Both sides did not sign in May", lexicon("en")), is_denied("It was not only signed", lexicon("en"))
    (True, False)
    """
    lower = passage.lower().replace("’", "'")
    words = [word.strip('.,;:"“”') for word in lower.split()]
    return any(word in lexicon.negations or word.endswith("n't") for word in words) and not any(
        phrase in lower for phrase in lexicon.negation_exceptions
    )


def certainty_of(passage: str, date: EdtfDate, published: EdtfDate | None, lexicon: Lexicon) -> Certainty:
    """How sure it is that what a clause tells happened at its date.

    >>> from timeline.extract.lexicon import lexicon
    >>> today, june, english = EdtfDate("2025-05-01"), EdtfDate("2025-06"), lexicon("en")
    >>> [certainty_of(text, june, today, english) for text in ("They will meet in June", "They could sign in June")]
    ['planned', 'possible']
    """
    lower = " ".join(passage.lower().replace("’", "'").split())
    words = set(lower.split())
    if words & lexicon.possible or any(phrase in lower for phrase in lexicon.possible_phrases):
        return "possible"
    if words & lexicon.planned or any(phrase in lower for phrase in lexicon.planned_phrases):
        return "planned"
    return "planned" if _is_after(date, published) else "certain"


def _is_after(date: EdtfDate, published: EdtfDate | None) -> bool:
    first, last = date.first_day, published.last_day if published else None
    return first is not None and last is not None and first > last

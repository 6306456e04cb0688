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
    lower, told = _plain(passage), lexicon.certainty_words
    return bool(told["denied"].search(lower)) and not told["not denied"].search(lower)


def certainty_of(passage: str, date: EdtfDate, published: EdtfDate | None, lexicon: Lexicon) -> Certainty:
    """How sure it is that what a clause tells happened at its date.

    >>> from timeline.extract.lexicon import lexicon
    >>> today, june, english = EdtfDate("2025-05-01"), EdtfDate("2025-06"), lexicon("en")
    >>> [certainty_of(text, june, today, english) for text in ("They will meet in June", "They could sign in June")]
    ['planned', 'possible']
    """
    lower, told = _plain(passage), lexicon.certainty_words
    if told["possible"].search(lower):
        return "possible"
    if told["planned"].search(lower):
        return "planned"
    return "planned" if _is_after(date, published) else "certain"


def _plain(passage: str) -> str:
    lower = passage.lower().replace("’", "'")
    return " ".join(lower.split()) if "\n" in lower or "  " in lower else lower


def _is_after(date: EdtfDate, published: EdtfDate | None) -> bool:
    first, last = date.first_day, published.last_day if published else None
    return first is not None and last is not None and first > last

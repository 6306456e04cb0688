"""Dates with a slip of the pen in them: a word that is nearly one of a date, a letter in place of a digit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import lru_cache

from timeline.tagger.locale import has_rules, load_locale

__all__ = ["corrected"]

_LONGEST, _MOST_TRIED = 100, 3
_LIKENESS = 0.8
_WORD = re.compile(r"[^\W\d_]{4,20}")
_AMONG_DIGITS = re.compile(r"(?<=\d)[OoIl]|[OoIl](?=\d)")
_DIGITS = {"o": "0", "i": "1", "l": "1"}


def corrected(text: str, language: str, is_date: Callable[[str], bool]) -> str:
    """The date that is meant by a text that is none, if one of its words is misspelt; "" if that cannot be told.

    Args:
        text: What was written.
        language: The language of its words (BCP 47).
        is_date: Whether a text is a date.

    >>> dates = {"February 2025", "2025-02-10"}
    >>> corrected("Febuary 2025", "en", dates.__contains__), corrected("2025-02-1O", "en", dates.__contains__)
    ('February 2025', '2025-02-10')
    """
    if len(text) > _LONGEST:
        return ""
    return next(filter(is_date, (*_with_digits(text), *_with_other_words(text, language))), "")


def _with_digits(text: str) -> Iterator[str]:
    digits = _AMONG_DIGITS.sub(lambda letter: _DIGITS[letter[0].lower()], text)
    if digits != text:
        yield digits


def _with_other_words(text: str, language: str) -> Iterator[str]:
    for word in _WORD.finditer(text) if has_rules(language) else ():
        for alike in _alike(word[0].lower(), language):
            written = alike.capitalize() if word[0][0].isupper() else alike
            yield f"{text[: word.start()]}{written}{text[word.end() :]}"


@lru_cache(maxsize=1_000)
def _alike(word: str, language: str) -> list[str]:
    """The words of a language that are nearly one; hardly anybody mistakes the first letter."""
    words = {other.lower() for other in load_locale(language).lexer.words}
    known = sorted(other for other in words - {word} if other[:1] == word[:1])
    return get_close_matches(word, known, n=_MOST_TRIED, cutoff=_LIKENESS)

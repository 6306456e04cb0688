"""Dates with a slip of the pen in them: a word that is nearly one of a date, a letter in place of a digit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cache, lru_cache

from timeline.tagger.locale import has_rules, load_locale

__all__ = ["corrected", "strange_words"]

_LONGEST, _MOST_TRIED = 100, 3
_LIKENESS = 0.8
_WORD = re.compile(r"[^\W\d_]{4,20}")
_AMONG_DIGITS = re.compile(r"(?<=\d)[OoIl]|[OoIl](?=\d)")
_DIGITS = {"o": "0", "i": "1", "l": "1"}


def strange_words(text: str, language: str, names: Iterable[str] = ()) -> set[str]:
    """The longer words of a text that are in no list of a language, in lower case: with one in it, it is no date there.

    Args:
        text: What was written.
        language: The language of its words (BCP 47); none is strange where there are no rules for it.
        names: Names whose words are not strange, either.

    >>> sorted(strange_words("Two dayz after the harvest", "en")), strange_words("after the fire", "en", ["the fire"])
    (['dayz', 'harvest'], set())
    """
    strange = _longer_words([text]) - _known(language) if has_rules(language) else set()
    return strange and strange - _longer_words(names)


def _longer_words(texts: Iterable[str]) -> set[str]:
    return {word[0].lower() for text in texts for word in _WORD.finditer(text)}


@cache
def _known(language: str) -> set[str]:
    locale = load_locale(language)
    return _longer_words((*locale.lexer.words, *locale.frames, *locale.before_dates, *locale.after_dates))


def corrected(text: str, language: str, is_date: Callable[[str], bool], names: Iterable[str] = ()) -> str:
    """The date that is meant by a text that is none, if one of its words is misspelt; "" if that cannot be told.

    Args:
        text: What was written.
        language: The language of its words (BCP 47).
        is_date: Whether a text is a date.
        names: Names that may stand in it.

    >>> dates = {"February 2025", "2025-02-10"}
    >>> corrected("Febuary 2025", "en", dates.__contains__), corrected("2025-02-1O", "en", dates.__contains__)
    ('February 2025', '2025-02-10')
    """
    if len(text) > _LONGEST:
        return ""
    strange = strange_words(text, language, names)
    others = _with_other_words(text, language, strange) if len(strange) <= 1 else ()
    return next(filter(is_date, (*_with_digits(text), *others)), "")


def _with_digits(text: str) -> Iterator[str]:
    digits = _AMONG_DIGITS.sub(lambda letter: _DIGITS[letter[0].lower()], text)
    if digits != text:
        yield digits


def _with_other_words(text: str, language: str, strange: set[str]) -> Iterator[str]:
    words = [word for word in _WORD.finditer(text) if not strange or word[0].lower() in strange]
    for word in words if has_rules(language) else ():
        for alike in _alike(word[0].lower(), language):
            written = alike.capitalize() if word[0][0].isupper() else alike
            yield f"{text[: word.start()]}{written}{text[word.end() :]}"


@lru_cache(maxsize=1_000)
def _alike(word: str, language: str) -> list[str]:
    """The words of a language that are nearly one, those of the same letters first; nobody mistakes the first one."""
    words = {other.lower() for other in load_locale(language).lexer.words}
    known = sorted(other for other in words - {word} if other[:1] == word[:1])
    swapped = [other for other in known if sorted(other) == sorted(word)]
    return list(dict.fromkeys((*swapped, *get_close_matches(word, known, cutoff=_LIKENESS))))[:_MOST_TRIED]

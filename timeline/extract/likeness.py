"""How much two passages tell the same: words in common, weighed by nothing, so that the result needs no corpus."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.extract.lexicon import Lexicon

__all__ = ["content_words", "has_content", "likeness"]

_WORD = re.compile(r"[^\W\d_][\w’'-]+")
_ENDING = re.compile(r"(?:'s|’s|ations?|ings?|ments?|ies|ed|es|s|y|e)$")


@lru_cache(50_000)
def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) > 4 else word


def content_words(passage: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of the words that tell what a passage is about.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> sorted(content_words("The negotiations and the negotiated treaties", lexicon_of("en")))
    ['negoti', 'negotiat', 'treat']
    """
    return frozenset(_stem(word) for word in _WORD.findall(passage.lower()) if word not in lexicon.stopwords)


def has_content(passage: str, lexicon: Lexicon) -> bool:
    """Whether a word of a passage tells what it is about.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> has_content("This is it.", lexicon_of("en")), has_content("This is war.", lexicon_of("en"))
    (False, True)
    """
    return any(match[0] not in lexicon.stopwords for match in _WORD.finditer(passage.lower()))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of the shorter passage that the longer one holds too, 0 to 1.

    >>> likeness(frozenset("abc"), frozenset("bcde")) > 0.6
    True
    """
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0

"""Hints for words that are not in a list."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from timeline.model.errors import did_you_mean

__all__ = ["nearest"]

_LIKENESS = 0.7
_SHOWN = 20
_MOST = 500  # comparing takes time, and may be asked for thousands of words


def nearest(word: str, known: Iterable[str]) -> str:
    """What to write instead of a word: the known one that looks most like it, or all of them.

    >>> nearest("Envoy", ["Presidents", "Envoys"]), nearest("x", ["a", "b"])
    ("did you mean 'Envoys'?", 'use one of a, b; or add it to the list')
    """
    first = list(islice(known, _MOST))
    return did_you_mean(word, first, _LIKENESS) or f"use one of {', '.join(first[:_SHOWN])}; or add it to the list"

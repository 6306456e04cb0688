"""Hints for words that are not in a list."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

__all__ = ["nearest"]


def nearest(word: str, known: Sequence[str]) -> str:
    """What to write instead of a word: the known one that looks most like it, or all of them.

    >>> nearest("Envoy", ["Presidents", "Envoys"]), nearest("x", ["a", "b"])
    ("did you mean 'Envoys'?", 'use one of a, b; or add it to the list')
    """
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.7)
    return f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(known[:20])}; or add it to the list"

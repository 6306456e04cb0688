"""Which patterns can begin at a place of a piece, as two words tell: few, so little is tried in vain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_, or_

from timeline.tagger.lexer import UNKNOWN, Alphabet
from timeline.tagger.memo import Memo
from timeline.tagger.pattern import Pattern

__all__ = ["Beginnings"]


class Beginnings:
    """The patterns of a language by the words with which they can begin and end.

    Args:
        patterns: The patterns.
        alphabet: The characters of the classes.

    >>> from timeline.tagger.pattern import parse_pattern
    >>> alphabet = Alphabet()
    >>> the, day = (alphabet.character(frozenset({name})) for name in ("=the", "day"))
    >>> beginnings = Beginnings([parse_pattern("the {day}"), parse_pattern("[the] {day} {month}")], alphabet)
    >>> [bin(bits) for bits in beginnings.of(the + day)], bin(beginnings.ends(the + day))
    (['0b11', '0b0'], '0b1')
    """

    def __init__(self, patterns: Sequence[Pattern], alphabet: Alphabet) -> None:
        self._classes = alphabet.sets
        alone = sum(1 << number for number, pattern in enumerate(patterns) if pattern.whole.alone)
        self._first = self._having(pattern.whole.first for pattern in patterns)
        self._second = self._having((pattern.second() for pattern in patterns), alone)
        self._last = self._having(pattern.whole.last for pattern in patterns)

    def of(self, piece: str) -> list[int]:
        """For each character of a piece, which patterns can begin with it and the next one: a bit for each."""
        first, second = map(self._first.__getitem__, piece), map(self._second.__getitem__, piece[1:] + UNKNOWN)
        return [*map(and_, first, second)]

    def ends(self, piece: str) -> int:
        """Which patterns can end with one of the characters of a piece."""
        return reduce(or_, map(self._last.__getitem__, piece), 0)

    def _having(self, sets: Iterable[frozenset[str]], always: int = 0) -> Memo[int]:
        """For a character, the patterns that can have it at a place, and those that count whatever stands there."""
        same = defaultdict[frozenset[str], int](int)
        for number, names in enumerate(sets):
            same[names] |= 1 << number
        having = defaultdict[str, int](int)
        for names, numbers in same.items():
            for name in names:
                having[name] |= numbers
        return Memo(
            lambda character: reduce(or_, [having[name] for name in self._classes[character] if name in having], always)
        )

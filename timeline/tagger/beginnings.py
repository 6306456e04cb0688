"""Which patterns can begin with two characters: few, so that nearly none is tried in vain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline.tagger.lexer import UNKNOWN, Alphabet
from timeline.tagger.memo import Memo
from timeline.tagger.pattern import Pattern

__all__ = ["Beginnings"]


class Beginnings:
    """The patterns of a language by the words that can begin them.

    Args:
        patterns: The patterns.
        alphabet: The characters of the classes.

    >>> from timeline.tagger.pattern import parse_pattern
    >>> alphabet = Alphabet()
    >>> the, day = (alphabet.character(frozenset({name})) for name in ("=the", "day"))
    >>> beginnings = Beginnings([parse_pattern("the {day}"), parse_pattern("[the] {day} {month}")], alphabet)
    >>> beginnings.of(the + day), beginnings.of(day)
    ([0, 1], [])
    """

    def __init__(self, patterns: Sequence[Pattern], alphabet: Alphabet) -> None:
        self._classes = alphabet.sets
        self._first = self._having(pattern.whole.first for pattern in patterns)
        self._second = self._having(pattern.second() for pattern in patterns)
        self._alone = self._having(pattern.whole.alone for pattern in patterns)

    def of(self, pair: str) -> list[int]:
        """The numbers of the patterns that can begin with two characters, or with one at the end of a piece."""
        first, second = pair[0], pair[1:] or UNKNOWN
        return sorted(self._first[first] & self._second[second] | self._alone[first])

    def _having(self, sets: Iterable[frozenset[str]]) -> Memo[frozenset[int]]:
        """For a character, the numbers of the sets that hold one of its classes."""
        numbers: dict[str, set[int]] = defaultdict(set)
        for number, names in enumerate(sets):
            for name in names:
                numbers[name].add(number)
        return Memo(
            lambda character: frozenset().union(
                *(numbers[name] for name in self._classes[character] if name in numbers)
            )
        )

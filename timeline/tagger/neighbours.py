"""Which class characters can stand side by side in an expression."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from timeline.tagger.lexer import Alphabet
from timeline.tagger.memo import Memo
from timeline.tagger.pattern import Pattern

__all__ = ["Neighbours"]


class Neighbours:
    """Cuts runs where no pattern reaches over: the fewer words a piece has, the more often it has been read before.

    Args:
        patterns: All patterns, each with the kind that it gives.
        alphabet: The characters of the classes.
    """

    def __init__(self, patterns: Iterable[tuple[Pattern, str]], alphabet: Alphabet) -> None:
        begun: dict[str, set[str]] = defaultdict(set)
        ended: dict[str, set[str]] = defaultdict(set)
        following: dict[str, set[str]] = defaultdict(set)
        for pattern, kind in patterns:
            for kinds, names in ((begun, pattern.proper.first), (ended, pattern.proper.last)):
                for name in names:
                    kinds[name].add(kind)
            for left, right in pattern.neighbours:
                for name in left:
                    following[name] |= right
        self._begins = cache(lambda character: _with_kinds(alphabet.sets[character], begun))
        self._follows = cache(
            lambda character: set().union(
                *(following[name] for name in _with_kinds(alphabet.sets[character], ended) & following.keys())
            )
        )
        self._apart = Memo(lambda pair: self._follows(pair[0]).isdisjoint(self._begins(pair[1])))

    def pieces(self, run: str) -> Iterator[tuple[int, str]]:
        """The pieces of a run, and where in it each begins.

        >>> from timeline.tagger.pattern import parse_pattern
        >>> alphabet = Alphabet()
        >>> in_, the, day = (alphabet.character(frozenset({name})) for name in ("=in", "=the", "day"))
        >>> neighbours = Neighbours([(parse_pattern("[the] {day}"), "when")], alphabet)
        >>> [(at, len(piece)) for at, piece in neighbours.pieces(in_ + the + day)]
        [(0, 1), (1, 2)]
        """
        start = 0
        for at in range(1, len(run)):
            if self._apart[run[at - 1 : at + 1]]:
                yield start, run[start:at]
                start = at
        yield start, run[start:]


def _with_kinds(classes: Iterable[str], kinds: Mapping[str, set[str]]) -> set[str]:
    """Some classes, and all that an expression at whose end they stand can be."""
    found, waiting = set(classes), list(classes)
    while waiting:
        new = kinds.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found

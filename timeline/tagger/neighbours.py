"""Which class characters can stand side by side in an expression."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cache, reduce
from operator import or_

from timeline.tagger.items import Pair
from timeline.tagger.lexer import Alphabet
from timeline.tagger.memo import Memo
from timeline.tagger.pattern import Pattern

__all__ = ["Neighbours"]

# What is between two characters, as a sign: no match holds both; one does; it can end so, begin so, or either.
_APART, _RELATIONS = "x", "-)(|"
_JOINED = re.compile(r"[(|](?:[-()|]*[)|])|\|")  # from where a match can begin to where one can end


class Neighbours:
    """Cuts runs where no pattern reaches over: the fewer words a piece has, the more often it has been read before.

    Args:
        patterns: All patterns, each with the kind that it gives.
        alphabet: The characters of the classes.
    """

    def __init__(self, patterns: Sequence[tuple[Pattern, str]], alphabet: Alphabet) -> None:
        bits = _Bits()
        begun = _kinds((pattern.proper.first, kind) for pattern, kind in patterns)
        ended = _kinds((pattern.proper.last, kind) for pattern, kind in patterns)
        alone = _kinds((pattern.proper.alone, kind) for pattern, kind in patterns)
        within = bits.following(pair for pattern, _ in patterns for pair in pattern.neighbours())
        opening = bits.following(pair for pattern, _ in patterns for pair in pattern.opening())
        closing = bits.following(pair for pattern, _ in patterns for pair in pattern.closing())

        def of(kinds: Mapping[str, set[str]], own: Callable[[str], int]) -> Memo[int]:
            climb = _climb(kinds, own)
            return Memo(lambda character: reduce(or_, map(climb, alphabet.sets[character]), 0))

        self._begins, self._is = of(begun, bits.__getitem__), of(alone, bits.__getitem__)
        self._joined, self._opened, self._closed = of(ended, within), of(alone, opening), of(ended, closing)
        self._relations = Memo(self._relation)

    def _relation(self, pair: str) -> str:
        """Whether a match can hold two characters, and whether it can begin or end with them."""
        left, right = pair[0], pair[1]
        begins = self._begins[right]
        if not self._joined[left] & begins:
            return _APART
        opens, closes = self._opened[left] & begins != 0, self._closed[left] & self._is[right] != 0
        return _RELATIONS[2 * opens + closes]

    def pieces(self, run: str, telling: Set[str]) -> list[tuple[int, str]]:
        """The pieces of a run that no match reaches out of, and where in it each begins.

        Args:
            run: The run.
            telling: The characters of which a piece must have one, or it is left out.

        >>> from timeline.tagger.pattern import parse_pattern
        >>> alphabet = Alphabet()
        >>> in_, the, day = (alphabet.character(frozenset({name})) for name in ("=in", "=the", "day"))
        >>> neighbours = Neighbours([(parse_pattern("[the] {day}"), "when")], alphabet)
        >>> [(at, len(piece)) for at, piece in neighbours.pieces(in_ + the + day, {day, in_})]
        [(0, 1), (1, 2)]
        """
        relations = self._relations
        between = "".join([relations[run[at : at + 2]] for at in range(len(run) - 1)])
        pieces, done = [], 0
        for found in _JOINED.finditer(between):
            start, end = found.span()
            if done < start:
                pieces += [(at, run[at]) for at in range(done, start) if run[at] in telling]
            done = end + 1
            if not telling.isdisjoint(run[start:done]):
                pieces.append((start, run[start:done]))
        return pieces + [(at, run[at]) for at in range(done, len(run)) if run[at] in telling]


class _Bits(dict[str, int]):
    """A bit for each class, so that sets of them are numbers."""

    def __missing__(self, name: str) -> int:
        bit = self[name] = 1 << len(self)
        return bit

    def following(self, pairs: Iterable[Pair]) -> Callable[[str], int]:
        """For a class, those that can follow."""
        followers = defaultdict[str, int](int)
        number = cache(lambda names: reduce(or_, map(self.__getitem__, names), 0))
        for left, right in pairs:
            for name in left:
                followers[name] |= number(right)
        return lambda name: followers.get(name, 0)


def _kinds(ways: Iterable[tuple[frozenset[str], str]]) -> dict[str, set[str]]:
    """For a class, the kinds of what can begin, or end, with it, or be it alone."""
    kinds = defaultdict[str, set[str]](set)
    for names, kind in ways:
        for name in names:
            kinds[name].add(kind)
    return kinds


def _climb(kinds: Mapping[str, set[str]], own: Callable[[str], int]) -> Callable[[str], int]:
    """What is told of a class together with what is told of all its kinds, and of theirs."""

    @cache
    def of(name: str) -> int:
        above = kinds.get(name)
        return reduce(or_, map(of, above - {name}), own(name)) if above else own(name)

    return of

"""From class characters to trees of rules: a cascade over short pieces, each distinct piece once.

A text is cut at its unknown words into runs, a run into pieces where no pattern reaches over. A piece is read in
levels: numbers first, then years, months, days, times, parts of them, ranges. On every level each rule is tried at
each place; the longest match wins, becomes one character itself, and the next level reads on. So the order of the
rules means nothing, and no rule needs to know how many ways there are to write a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from timeline.model.errors import TimelineError
from timeline.tagger.beginnings import Beginnings
from timeline.tagger.items import Slot
from timeline.tagger.lexer import UNKNOWN, Alphabet
from timeline.tagger.memo import Memo
from timeline.tagger.neighbours import Neighbours
from timeline.tagger.pattern import Match, Pattern

__all__ = ["NOTHING", "WORDS", "Matcher", "Node", "Rule"]

_MOST_WEAK = 14
_MOST_STRONG = 24
_MOST_STEPS = 30_000

_BEHIND: frozenset[str] = frozenset()
"""What stands behind the last word: nothing of any class."""

NOTHING = "nothing"
"""What a rule makes that only keeps others away: "second hand" is no second."""

WORDS = frozenset({"number", "ordinal", "phrase"})
"""What rules make of words that are no expression by themselves: "twenty-three", "more than"."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule of a locale.

    Args:
        id: Its name with the language: ``en/month-of-year``.
        doc: What it reads, one sentence.
        patterns: The ways to write it.
        gives: The kind of its result, for other patterns: ``{year}``.
        make: The operator that makes the result.
        fixed: What the operator gets besides the places of the pattern.
        prefer: Which of two equally long matches wins: the higher.
        after: The kinds that must have been read before, though no pattern names them.
    """

    id: str
    doc: str
    patterns: tuple[Pattern, ...]
    gives: str
    make: str
    fixed: dict[str, object] = field(default_factory=dict)
    prefer: int = 0
    after: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Node:
    """A rule that matched: tokens ``start`` to ``end`` of its run, and the parts that stand in its places with a name.

    Places can lie beside the expression, as "p.m." does for the hour in "from 3 to 5 p.m."; ``reach`` says where the
    whole begins and ends if any do. ``only`` is what it was made of, if that was one word or one expression.
    """

    rule: Rule
    start: int
    end: int
    reach: tuple[int, int] | None
    places: tuple[Slot, ...]
    parts: tuple[Node | int, ...]
    only: Node | int | None


class _Reader:
    """One pattern of one rule, which is read on one level."""

    __slots__ = ("level", "pattern", "rank", "rule")

    def __init__(self, rule: Rule, pattern: Pattern, level: int) -> None:
        self.rule = rule
        self.pattern = pattern
        self.level = level
        self.rank = (-rule.prefer, rule.id)

    def node(self, match: Match, parts: Sequence[Node | int]) -> Node:
        start, end = match.inner
        places = tuple([place for place, _ in match.named])
        named = tuple([_wanted(parts[at], place.classes) for place, at in match.named])
        only = parts[start] if end == start + 1 else None
        first, last = _start(parts[start]), _end(parts[end - 1])
        return Node(self.rule, first, last, _reach(first, last, named), places, named, only)


def _reach(first: int, last: int, parts: Iterable[Node | int]) -> tuple[int, int] | None:
    """Where tokens and the parts that belong to them begin and end, if that is farther than the tokens do."""
    begin, close = first, last
    for part in parts:
        start, end = (part, part + 1) if isinstance(part, int) else part.reach or (part.start, part.end)
        begin, close = min(begin, start), max(close, end)
    return (begin, close) if (begin, close) != (first, last) else None


def _wanted(part: Node | int, classes: frozenset[str]) -> Node | int:
    """The part itself, or what it was before a rule took it alone: a weekday's word within the day it became."""
    while isinstance(part, Node) and part.rule.gives not in classes and part.only is not None:
        part = part.only
    return part


def _start(part: Node | int) -> int:
    return part if isinstance(part, int) else part.start


def _end(part: Node | int) -> int:
    return part + 1 if isinstance(part, int) else part.end


class _Found(NamedTuple):
    """A match on one level, before it is known whether a longer one overlaps it."""

    reader: _Reader
    match: Match

    def rank(self, parts: Sequence[Node | int]) -> tuple[int, int, int, int, str]:
        start, end, inner, _ = self.match
        length = _end(parts[inner[1] - 1]) - _start(parts[inner[0]])
        return (-length, self.reader.rank[0], start - end, inner[0], self.reader.rank[1])


class Matcher:
    """Reads runs of class characters.

    Args:
        rules: The rules, in any order.
        alphabet: The characters of all token classes; those of the kinds are added.
        weak: The classes with which alone no expression can stand: numbers, articles, prepositions.
    """

    def __init__(self, rules: Sequence[Rule], alphabet: Alphabet, weak: frozenset[str]) -> None:
        self._alphabet = alphabet
        self._memo = Memo(self._read)
        self._pieces = Memo(self._stand)
        levels = _levels(rules)
        self._readers = [
            _Reader(rule, pattern, level)
            for level, rules in enumerate(levels)
            for rule in rules
            for pattern in rule.patterns
        ]
        patterns = [reader.pattern for reader in self._readers]
        telling = frozenset().union(*(pattern.classes for pattern in patterns)) - weak
        self._strong = frozenset(alphabet.having(telling))
        self._runs = _run_expression(alphabet, self._strong)
        _name_kinds(levels, alphabet)
        self.neighbours = Neighbours([(reader.pattern, reader.rule.gives) for reader in self._readers], alphabet)
        self._beginnings = Beginnings(patterns, alphabet)
        ends = [*accumulate(sum(len(rule.patterns) for rule in rules) for rules in levels)]
        self._from = [-1 << end for end in (0, *ends)]
        self._next = lru_cache(_MOST_STEPS)(self._matches)
        self._kind = cache(lambda own, kind: alphabet.character(alphabet.sets.get(own, _BEHIND) | {kind}))

    def runs(self, characters: str) -> Iterator[tuple[int, tuple[Node, ...]]]:
        """Where each piece of a run with an expression begins, and the expressions in it."""
        memo = self._memo
        for found in self._runs.finditer(characters):
            for at, nodes in memo[found.group()]:
                yield found.start() + at, nodes

    def _read(self, run: str) -> tuple[tuple[int, tuple[Node, ...]], ...]:
        pieces = self.neighbours.pieces(run, self._strong)
        return tuple([(at, nodes) for at, piece in pieces if (nodes := self._pieces[piece])])

    def _stand(self, piece: str) -> tuple[Node, ...]:
        return tuple([node for node in self.parse(piece) if node.rule.make not in WORDS])

    def parse(self, run: str) -> tuple[Node, ...]:
        """The expressions of a piece of a run, outermost rules only."""
        parts: list[Node | int] = [*range(len(run))]
        characters, level = run, 0
        while found := self._next(characters, level):
            level = found[0].reader.level + 1
            characters, parts = self._reduce(characters, parts, found)
        return tuple([part for part in parts if isinstance(part, Node)])

    def _matches(self, characters: str, level: int) -> list[_Found]:
        """All matches on the next level that has any, from one on."""
        begins = self._beginnings.of(characters)
        ahead = self._from[level] & self._beginnings.ends(characters)
        row = [*map(self._alphabet.sets.__getitem__, characters), _BEHIND]
        found: list[_Found] = []
        for number, at in _numbered([begin & ahead for begin in begins]):
            reader = self._readers[number]
            if found and reader.level > found[0].reader.level:
                break
            match = reader.pattern.match(row, at)
            if match is not None:
                found.append(_Found(reader, match))
        return found

    def _reduce(self, characters: str, parts: list[Node | int], found: list[_Found]) -> tuple[str, list[Node | int]]:
        """The same run with every match of a level as one character."""
        pieces, nodes, at = [], [], 0
        for one in _longest(found, parts):
            node = one.reader.node(one.match, parts)
            start, end = one.match.inner
            pieces += [characters[at:start], self._character(node, characters[start:end])]
            nodes += [*parts[at:start], node]
            at = end
        return "".join(pieces) + characters[at:], nodes + parts[at:]

    def _character(self, node: Node, taken: str) -> str:
        """A single word keeps its own classes: "1998" is a year and still a number."""
        if node.rule.make == NOTHING:
            return UNKNOWN
        return self._kind(taken if len(taken) == 1 else "", node.rule.gives)


def _numbered(bits: Iterable[int]) -> list[tuple[int, int]]:
    """The number of each bit and the place of the one that has it, the lowest first.

    >>> _numbered([0b101, 0b10])
    [(0, 0), (1, 1), (2, 0)]
    """
    numbered = []
    for at, own in enumerate(bits):
        left = own
        while left:
            lowest = left & -left
            left ^= lowest
            numbered.append((lowest.bit_length() - 1, at))
    numbered.sort()
    return numbered


def _longest(found: list[_Found], parts: Sequence[Node | int]) -> list[_Found]:
    """The longest matches that do not overlap, in the order of the text."""
    if len(found) == 1:
        return found
    taken = bytearray(len(parts))
    kept = []
    for one in sorted(found, key=lambda one: one.rank(parts)):
        start, end = one.match.inner
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.match.inner)


def _run_expression(alphabet: Alphabet, strong: frozenset[str]) -> re.Pattern[str]:
    """Runs that hold a strong character, with the weak ones around it."""
    weak = alphabet.sets.keys() - strong - {UNKNOWN}
    one, some_weak = _one_of("".join(sorted(strong))), f"{_one_of(''.join(sorted(weak)))}{{0,{_MOST_WEAK}}}+"
    return re.compile(f"{some_weak}{one}(?:{some_weak}{one}){{0,{_MOST_STRONG}}}+{some_weak}")


def _one_of(characters: str) -> str:
    """The regular expression for one of some sorted characters, in ranges: these are read much faster.

    >>> _one_of("abcdxy"), _one_of("")
    ('[a-dx-y]', '(?!)')
    """
    ranges: list[list[str]] = []
    for character in characters:
        if ranges and ord(character) == ord(ranges[-1][1]) + 1:
            ranges[-1][1] = character
        else:
            ranges.append([character, character])
    written = (first if first == last else f"{first}-{last}" for first, last in ranges)
    return f"[{''.join(written)}]" if ranges else "(?!)"


def _levels(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in the order in which their kinds need each other."""
    needs: dict[str, set[str]] = {rule.gives: set() for rule in rules}
    for rule in rules:
        needs[rule.gives].update(
            rule.after & needs.keys(), *(pattern.classes & needs.keys() - {rule.gives} for pattern in rule.patterns)
        )
    depth: dict[str, int] = {}
    while len(depth) < len(needs):
        ready = {kind for kind, others in needs.items() if kind not in depth and others <= depth.keys()}
        if not ready:
            circle = ", ".join(sorted(needs.keys() - depth.keys()))
            raise TimelineError(f"the kinds {circle} need each other", hint="let one of them not use the other")
        depth.update({kind: 1 + max((depth[other] for other in needs[kind]), default=-1) for kind in ready})
    levels: list[list[Rule]] = [[] for _ in range(1 + max(depth.values(), default=-1))]
    for rule in sorted(rules, key=lambda rule: rule.id):
        levels[depth[rule.gives]].append(rule)
    return levels


def _name_kinds(levels: list[list[Rule]], alphabet: Alphabet) -> None:
    """Give a character to everything that a level can make of the characters before it."""
    for rule in (rule for level in levels for rule in level):
        alphabet.character(frozenset({rule.gives}))
        alone = frozenset().union(*(pattern.proper.alone for pattern in rule.patterns))
        for character in alphabet.having(alone):
            alphabet.character(alphabet.sets[character] | {rule.gives})

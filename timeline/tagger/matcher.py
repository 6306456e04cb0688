"""From class characters to trees of rules: a cascade over short pieces, each distinct piece once.

A text is cut at its unknown words into runs, a run into pieces where no pattern reaches over. A piece is read in
levels: numbers first, then years, months, days, times, parts of them, ranges. On every level each rule is tried at
each place; the longest match wins, becomes one character itself, and the next level reads on. So the order of the
rules means nothing, and no rule needs to know how many ways there are to write a year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple, TypeVar

from timeline.model.errors import TimelineError
from timeline.tagger.lexer import UNKNOWN, Alphabet, one_of
from timeline.tagger.neighbours import Neighbours
from timeline.tagger.pattern import Pattern

__all__ = ["Matcher", "Node", "Rule"]

_MOST_RUNS = 30_000
_LONGEST_RUN_KEPT = 256
_MOST_WEAK = 14
_MOST_STRONG = 24

NOTHING = "nothing"
"""What a rule makes that only keeps others away: "second hand" is no second."""

_WORDS = frozenset({"number", "ordinal", "phrase"})
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


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A rule that matched: tokens ``start`` to ``end`` of its run, and what stands in its places.

    Places can lie beside the expression, as "p.m." does for the hour in "from 3 to 5 p.m."; ``reach`` says where the
    whole begins and ends if any do. ``only`` is what it was made of, if that was one word or one expression.
    """

    rule: Rule
    start: int
    end: int
    reach: tuple[int, int] | None
    slots: tuple[tuple[str, frozenset[str], Node | int], ...]
    only: Node | int | None


class _Reader:
    """One pattern of one rule, its regular expression made when it is first needed."""

    __slots__ = ("_alphabet", "_needed", "_places", "_reach", "match", "pattern", "rank", "rule")

    def __init__(self, rule: Rule, pattern: Pattern, alphabet: Alphabet) -> None:
        self.rule = rule
        self.pattern = pattern
        self.rank = (-rule.prefer, rule.id)
        self._alphabet = alphabet
        self._needed: frozenset[str] | None = None
        self.match: Callable[[str, int], re.Match[str] | None] = self._first_match

    def _first_match(self, characters: str, at: int) -> re.Match[str] | None:
        """Make the regular expression, but not where a word that the pattern needs is lacking: most are never made."""
        if self._needed is None:
            needed = [self._alphabet.having(slot.classes) for slot in self.pattern.needed()]
            fewest: str = min(needed, key=len)
            self._needed, self._reach = frozenset(fewest), len(self.pattern.slots)
        if self._needed.isdisjoint(characters[at : at + self._reach]):
            return None
        self.match = self.pattern.expression(self._alphabet).match
        self._places = list(enumerate(self.pattern.groups(), 1))
        return self.match(characters, at)

    def inner(self, match: re.Match[str]) -> tuple[int, int]:
        """Which characters the expression proper takes up."""
        for group, slot in self._places:
            if not slot.name and match.end(group) >= 0:
                return match.span(group)
        return match.span()

    def node(self, match: re.Match[str], parts: Sequence[Node | int]) -> Node:
        start, end = self.inner(match)
        slots = tuple(
            (slot.name, slot.classes, _wanted(parts[match.start(group)], slot.classes))
            for group, slot in self._places
            if slot.name and match.end(group) >= 0
        )
        only = parts[start] if end == start + 1 else None
        first, last = _start(parts[start]), _end(parts[end - 1])
        reaches = [(first, last), *(_reach(part) for _, _, part in slots)]
        reach = min(begin for begin, _ in reaches), max(close for _, close in reaches)
        return Node(self.rule, first, last, reach if reach != (first, last) else None, slots, only)


def _wanted(part: Node | int, classes: frozenset[str]) -> Node | int:
    """The part itself, or what it was before a rule took it alone: a weekday's word within the day it became."""
    while isinstance(part, Node) and part.rule.gives not in classes and part.only is not None:
        part = part.only
    return part


def _start(part: Node | int) -> int:
    return part if isinstance(part, int) else part.start


def _end(part: Node | int) -> int:
    return part + 1 if isinstance(part, int) else part.end


def _reach(part: Node | int) -> tuple[int, int]:
    return (isinstance(part, Node) and part.reach) or (_start(part), _end(part))


_Result = TypeVar("_Result")


class _Found(NamedTuple):
    """A match on one level, before it is known whether a longer one overlaps it."""

    reader: _Reader
    match: re.Match[str]
    length: int
    start: int
    end: int

    def rank(self) -> tuple[int, int, int, int, str]:
        return (-self.length, self.reader.rank[0], -len(self.match.group()), self.start, self.reader.rank[1])


class _Memo(dict[str, _Result]):
    """What was made of runs, each read when it is first looked up."""

    def __init__(self, read: Callable[[str], _Result]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, run: str) -> _Result:
        result = self._read(run)
        if len(run) <= _LONGEST_RUN_KEPT:
            if len(self) >= _MOST_RUNS:
                self.clear()
            self[run] = result
        return result


class _Level(dict[str, list[_Reader]]):
    """The readers of one level by the character with which they can begin, each list made when it is first needed."""

    def __init__(self, rules: Sequence[Rule], alphabet: Alphabet) -> None:
        super().__init__()
        self._sets = alphabet.sets
        self._by_class: dict[str, list[_Reader]] = {}
        for rule in rules:
            for pattern in rule.patterns:
                reader = _Reader(rule, pattern, alphabet)
                for name in pattern.whole.first:
                    self._by_class.setdefault(name, []).append(reader)

    def __missing__(self, character: str) -> list[_Reader]:
        found = (self._by_class.get(name, ()) for name in self._sets[character])
        self[character] = readers = list(dict.fromkeys(chain.from_iterable(found)))
        return readers


class Matcher:
    """Reads runs of class characters.

    Args:
        rules: The rules, in any order.
        alphabet: The characters of all token classes; those of the kinds are added.
        weak: The classes with which alone no expression can stand: numbers, articles, prepositions.
    """

    def __init__(self, rules: Sequence[Rule], alphabet: Alphabet, weak: frozenset[str]) -> None:
        self._alphabet = alphabet
        self._memo = _Memo(self._read)
        self._pieces = _Memo(self._stand)
        self._runs = _run_expression(alphabet, weak)
        patterns = ((pattern, rule.gives) for rule in rules for pattern in rule.patterns)
        self.neighbours = Neighbours(patterns, alphabet)
        levels = _levels(rules)
        _name_kinds(levels, alphabet)
        self._levels = [_Level(level, alphabet) for level in levels]

    def runs(self, characters: str) -> Iterator[tuple[int, tuple[Node, ...]]]:
        """Where each piece of a run with an expression begins, and the expressions in it."""
        memo = self._memo
        for found in self._runs.finditer(characters):
            for at, nodes in memo[found.group()]:
                yield found.start() + at, nodes

    def _read(self, run: str) -> list[tuple[int, tuple[Node, ...]]]:
        return [(at, nodes) for at, piece in self.neighbours.pieces(run) if (nodes := self._pieces[piece])]

    def _stand(self, piece: str) -> tuple[Node, ...]:
        return tuple(node for node in self.parse(piece) if node.rule.make not in _WORDS)

    def parse(self, run: str) -> tuple[Node, ...]:
        """The expressions of a piece of a run, outermost rules only."""
        characters, parts = run, list(range(len(run)))
        nodes: list[Node | int] = list(parts)
        for level in self._levels:
            characters, nodes = self._reduce(level, characters, nodes)
        return tuple(node for node in nodes if isinstance(node, Node))

    def _reduce(self, level: _Level, characters: str, parts: list[Node | int]) -> tuple[str, list[Node | int]]:
        """The same run with every match of a level as one character."""
        found = _find(level, characters, parts)
        if not found:
            return characters, parts
        pieces, nodes, at = [], [], 0
        for one in _longest(found, len(parts)):
            node = one.reader.node(one.match, parts)
            pieces += [characters[at : one.start], self._character(node, characters[one.start : one.end])]
            nodes += [*parts[at : one.start], node]
            at = one.end
        return "".join(pieces) + characters[at:], nodes + parts[at:]

    def _character(self, node: Node, taken: str) -> str:
        """A single word keeps its own classes: "1998" is a year and still a number."""
        if node.rule.make == NOTHING:
            return UNKNOWN
        own = self._alphabet.sets[taken] if len(taken) == 1 else frozenset()
        return self._alphabet.character(own | {node.rule.gives})


def _find(level: _Level, characters: str, parts: list[Node | int]) -> list[_Found]:
    found = []
    for at, character in enumerate(characters):
        for reader in level[character]:
            match = reader.match(characters, at)
            if match is not None:
                start, end = reader.inner(match)
                length = _end(parts[end - 1]) - _start(parts[start])
                found.append(_Found(reader, match, length, start, end))
    return found


def _longest(found: list[_Found], length: int) -> list[_Found]:
    """The longest matches that do not overlap, in the order of the text."""
    if len(found) == 1:
        return found
    taken = bytearray(length)
    kept = []
    for one in sorted(found, key=_Found.rank):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\x01" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _run_expression(alphabet: Alphabet, weak: frozenset[str]) -> re.Pattern[str]:
    """Runs that hold a strong word, with the weak ones around it."""
    weak_ones = one_of("".join(c for c, classes in alphabet.sets.items() if classes and classes <= weak))
    strong = one_of("".join(c for c, classes in alphabet.sets.items() if not classes <= weak))
    some_weak = f"{weak_ones}{{0,{_MOST_WEAK}}}"
    return re.compile(f"{some_weak}{strong}(?:{some_weak}{strong}){{0,{_MOST_STRONG}}}{some_weak}")


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

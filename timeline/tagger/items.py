"""What patterns are made of, and which words can stand first, last and side by side in them (V. M. Glushkov, 1961)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

__all__ = [
    "NOTHING",
    "Choice",
    "Inner",
    "Item",
    "Items",
    "Pair",
    "Slot",
    "Ways",
    "any_of",
    "outermost",
    "side_by_side",
    "ways_of",
]

Items = tuple["Item", ...]
Pair = tuple[frozenset[str], frozenset[str]]
"""What stands left and right of each other, each one of some classes."""

_NONE: frozenset[str] = frozenset()


class Ways(NamedTuple):
    """How matches of some items can begin and end, each a set of classes.

    Args:
        first: With what they can begin.
        last: With what they can end.
        alone: Of what a single word can be all of it.
        empty: Whether there may be nothing at all.
    """

    first: frozenset[str]
    last: frozenset[str]
    alone: frozenset[str]
    empty: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a pattern: a word or expression of one of some classes, and its name if it is handed on."""

    classes: frozenset[str]
    name: str
    ways: Ways


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some sequences, or perhaps none."""

    options: tuple[Items, ...]
    ways: Ways


@dataclass(frozen=True, slots=True)
class Inner:
    """Where the expression proper begins or ends."""

    begins: bool
    ways: Ways


Item = Slot | Choice | Inner

NOTHING = Ways(_NONE, _NONE, _NONE, True)


def ways_of(items: Items) -> Ways:
    """How matches of items one behind the other can begin and end.

    >>> the, day = (frozenset({name}) for name in ("=the", "day"))
    >>> ways = ways_of((Choice((), Ways(the, the, the, True)), Slot(day, "day", Ways(day, day, day, False))))
    >>> sorted(ways.first), sorted(ways.last), sorted(ways.alone), ways.empty
    (['=the', 'day'], ['day'], ['day'], False)
    """
    first, last, alone, empty = _NONE, _NONE, _NONE, True
    for item in items:
        ways = item.ways
        alone = (alone if ways.empty else _NONE) | (ways.alone if empty else _NONE)
        first = first | ways.first if empty else first
        last = last | ways.last if ways.empty else ways.last
        empty = empty and ways.empty
    return Ways(first, last, alone, empty)


def side_by_side(items: Items) -> Iterator[Pair]:
    """What can stand side by side in some items, left and right."""
    last = _NONE
    for item in items:
        ways = item.ways
        if last and ways.first:
            yield last, ways.first
        last = last | ways.last if ways.empty else ways.last
        for option in item.options if isinstance(item, Choice) else ():
            yield from side_by_side(option)


def any_of(options: Iterable[Ways], *, optional: bool) -> Ways:
    """How matches of one of some sequences can begin and end, or of none of them if it is optional."""
    firsts, lasts, alone, empty = zip(*options, strict=True)
    return Ways(_NONE.union(*firsts), _NONE.union(*lasts), _NONE.union(*alone), optional or any(empty))


def outermost(items: Items, step: int, within: frozenset[str] = _NONE) -> Iterator[Pair]:
    """What can be the first of some items, or with a step of -1 the last, and what can stand beside it.

    Args:
        items: The items.
        step: 1 for the first, -1 for the last.
        within: What stands beside all of them.
    """
    ordered = items[::step]
    for at, item in enumerate(ordered):
        beside = _first(ordered[at + 1 :], within, step)
        if isinstance(item, Slot):
            yield item.classes, beside
        elif isinstance(item, Choice):
            for option in item.options:
                yield from outermost(option, step, beside)
        if not item.ways.empty:
            return


def _first(ordered: Items, within: frozenset[str], step: int) -> frozenset[str]:
    """With what some items can begin, or end: with what lies within if all of them can be empty."""
    found = _NONE
    for item in ordered:
        found |= item.ways.first if step > 0 else item.ways.last
        if not item.ways.empty:
            return found
    return found | within

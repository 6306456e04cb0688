r"""Patterns of words and classes, and how they are matched.

``[the] {shift} {unit}`` reads: perhaps the word "the", then a word of the class *shift*, then one of the class
*unit*. In full:

========================  ==================================================================
``word``                  this word or sign, in any case; with a capital letter only with one
``[a b]``                 perhaps
``(a|b c)``               one of
``{month}``               a word of the class or an expression of the kind *month*
``{day|month}``           of one of several classes or kinds
``{from:day}``            the same under a name of its own
``a < b > c``             only ``b`` is the expression, the rest must stand around it
``\(``                    this sign itself
========================  ==================================================================

They are walked, not made into regular expressions: making those of a language takes longer than reading a hundred
articles, and the few places where a pattern can match at all are known from the words that can begin it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from timeline.model.errors import TimelineError
from timeline.tagger.items import (
    NOTHING,
    Choice,
    Inner,
    Item,
    Items,
    Pair,
    Slot,
    Ways,
    any_of,
    outermost,
    side_by_side,
    ways_of,
)

__all__ = ["Match", "Pattern", "PatternError", "literal_class", "parse_pattern"]

_PART = re.compile(r"\{[^{}]*\}|[^\W\d_]+|[0-9]+|\\[][(){}|<>\\]|\S")
_SLOT = re.compile(r"(?:(?P<name>[a-z_]+):)?(?P<classes>[a-z][a-z0-9-]*(?:\|[a-z][a-z0-9-]*)*)")


class PatternError(TimelineError, ValueError):
    """A pattern that cannot be read."""


def literal_class(word: str) -> str:
    """The class that a word has for standing in a pattern.

    >>> literal_class("the")
    '=the'
    """
    return f"={word}"


class Match(NamedTuple):
    """Words that a pattern reads, each given by its place in their row.

    Args:
        start: Where it begins.
        end: Where it ends.
        inner: Where the expression proper begins and ends.
        named: The places of the pattern with a name, with where the word is that stands there.
    """

    start: int
    end: int
    inner: tuple[int, int]
    named: list[tuple[Slot, int]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that was read.

    Args:
        items: Its items in the order in which they are written.
        classes: All classes and kinds that it names.
        words: The words and signs that stand in it as themselves.
        whole: How matches can begin and end.
        proper: The same of the expression proper, between ``<`` and ``>``.

    >>> pattern = parse_pattern("in < [the] {year} >")
    >>> sorted(pattern.words), sorted(pattern.whole.first), sorted(pattern.proper.first), sorted(pattern.proper.alone)
    (['in', 'the'], ['=in'], ['=the', 'year'], ['year'])
    """

    items: Items
    classes: frozenset[str]
    words: frozenset[str]
    whole: Ways
    proper: Ways

    def neighbours(self) -> Iterator[Pair]:
        """The classes that can stand side by side in a match, left and right.

        >>> pattern = parse_pattern("in < [the] {year} >")
        >>> [(sorted(left), sorted(right)) for left, right in pattern.neighbours()]
        [(['=in'], ['=the']), (['=in', '=the'], ['year'])]
        """
        return side_by_side(self.items)

    def opening(self) -> Iterator[Pair]:
        """Those of them that can be its first two; nothing is right of a lone one."""
        return outermost(self.items, 1)

    def closing(self) -> Iterator[Pair]:
        """Those of them that can be its last two; nothing is left of a lone one.

        >>> [(sorted(left), sorted(right)) for left, right in parse_pattern("{month} [[,] {year}]").closing()]
        [(['=,', 'month'], ['year']), ([], ['month'])]
        """
        return ((beside, last) for last, beside in outermost(self.items, -1))

    def second(self) -> frozenset[str]:
        """The classes that can be the second of a match.

        >>> sorted(parse_pattern("[the] {shift} {unit}").second())
        ['shift', 'unit']
        """
        return frozenset[str]().union(*(second for _, second in self.opening()))

    def match(self, row: Sequence[frozenset[str]], at: int) -> Match | None:
        """The first match that begins at a place of a row of words.

        Args:
            row: The classes of each word, and none behind the last.
            at: The place.

        >>> row = [*(frozenset({name}) for name in ("=in", "=the", "year")), frozenset()]
        >>> match = parse_pattern("in < [the] {year} >").match(row, 0)
        >>> match.start, match.end, match.inner, [(place.name, at) for place, at in match.named]
        (0, 3, (1, 3), [('year', 2)])
        """
        taken: list[tuple[Slot | Inner, int]] = []
        end = _walk(_before(self.items, None), row, at, taken)
        if end < 0:
            return None
        named = [(item, place) for item, place in taken if isinstance(item, Slot)]
        if len(named) == len(taken):
            return Match(at, end, (at, end), named)
        start, close = (place for item, place in taken if isinstance(item, Inner))
        return Match(at, end, (start, close), named)


_Rest = tuple[Item, "_Rest"] | None
"""Items of which some are matched already: the next one, and what is left behind it."""


def _before(items: Items, rest: _Rest) -> _Rest:
    for item in reversed(items):
        rest = item, rest
    return rest


def _walk(rest: _Rest, row: Sequence[frozenset[str]], at: int, taken: list[tuple[Slot | Inner, int]]) -> int:
    """Where the first match ends, -1 if there is none; what is named and the marks are added, with where they are."""
    while rest is not None:
        item, rest = rest
        first, _, _, empty = item.ways
        if row[at].isdisjoint(first):
            if not empty:
                return -1
            if isinstance(item, Inner):
                taken.append((item, at))
        elif isinstance(item, Slot):
            if item.name:
                taken.append((item, at))
            at += 1
        elif isinstance(item, Choice):
            end = _choose(item, rest, row, at, taken)
            if end >= 0 or not empty:
                return end
    return at


def _choose(
    choice: Choice, rest: _Rest, row: Sequence[frozenset[str]], at: int, taken: list[tuple[Slot | Inner, int]]
) -> int:
    known = len(taken)
    for option in choice.options:
        first, _, _, empty = option[0].ways if option else NOTHING
        if not empty and row[at].isdisjoint(first):
            continue
        end = _walk(_before(option, rest), row, at, taken)
        if end >= 0:
            return end
        del taken[known:]
    return -1


@lru_cache(maxsize=5_000)
def parse_pattern(text: str) -> Pattern:
    """Read a pattern, each once: with the anchors of another editor a locale has nearly all of them again.

    Raises:
        PatternError: It has a bracket too many or too few, a place without a class, or an expression proper that does
            not begin and end once outside of all brackets.

    >>> parse_pattern("in [the")
    Traceback (most recent call last):
        ...
    timeline.tagger.pattern.PatternError: the pattern 'in [the' lacks a closing ]; write one [ for every ]
    """
    return _Parser(text).pattern()


_END = ""


class _Parser:
    """A pattern being read: the part that is next, and what the parts before it say."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = [*_PART.findall(text), _END]
        self._at = 0
        self._classes: set[str] = set()
        self._marks: list[Inner] = []

    def pattern(self) -> Pattern:
        """The whole, with what can be told of it."""
        items = self._one_of(self._options(_END))
        whole = ways_of(items)
        places = [at for at, item in enumerate(items) if isinstance(item, Inner)]
        if [items[at] for at in places] != self._marks or self._marks not in ([], [*_MARKS.values()]):
            raise self._error("has < and > elsewhere", "write a < b > c, outside of brackets")
        proper = ways_of(items[places[0] : places[1]]) if places else whole
        words = frozenset(name[1:] for name in self._classes if name[0] == "=")
        return Pattern(items, frozenset(self._classes), words, whole, proper)

    def _options(self, closing: str) -> tuple[Items, ...]:
        """Sequences separated by | up to a closing sign, which is read, too."""
        options: list[list[Item]] = [[]]
        while (part := self._next()) not in ("]", ")", _END):
            if part == "|":
                options.append([])
            else:
                options[-1] += self._items(part)
        if part != closing and closing:
            raise self._error(f"lacks a closing {closing}", "write one [ for every ]")
        if part != closing:
            raise self._error(f"has a {part} too many", "remove it")
        return _join_words(tuple(map(tuple, options)))

    def _next(self) -> str:
        self._at += 1
        return self._parts[self._at - 1]

    def _items(self, part: str) -> Items:
        if part == "[":
            return (self._choice(self._options("]"), optional=True),)
        if part == "(":
            return self._one_of(self._options(")"))
        item = _MARKS.get(part) or _slot(part)
        if item is None:
            raise self._error(f"has the place {part}", "write {class} or {name:class}")
        if isinstance(item, Slot):
            self._classes |= item.classes
        else:
            self._marks.append(item)
        return (item,)

    def _one_of(self, options: tuple[Items, ...]) -> Items:
        return options[0] if len(options) == 1 else (self._choice(options, optional=False),)

    def _choice(self, options: tuple[Items, ...], *, optional: bool) -> Choice:
        return Choice(options, any_of([ways_of(option) for option in options], optional=optional))

    def _error(self, found: str, hint: str) -> PatternError:
        return PatternError(f"the pattern {self._text!r} {found}", hint=hint)


def _join_words(options: tuple[Items, ...]) -> tuple[Items, ...]:
    """Options with those side by side that are one word each as one: what reads the first class reads them all."""
    joined: list[Items] = []
    words: list[frozenset[str]] = []
    for option in options if len(options) > 1 else ():
        first = option[0] if len(option) == 1 else None
        if isinstance(first, Slot) and not first.name:
            words.append(first.classes)
            continue
        joined += [*_together(words), option]
        words.clear()
    return (*joined, *_together(words)) or options


def _together(words: list[frozenset[str]]) -> Iterator[Items]:
    if words:
        yield (_unnamed(words[0].union(*words)),)


_MARKS = {"<": Inner(True, NOTHING), ">": Inner(False, NOTHING)}


@lru_cache(maxsize=5_000)
def _slot(part: str) -> Slot | None:
    """The place for a word, or the one that is written in braces."""
    if part[0] not in "{}":
        return _unnamed(frozenset({literal_class(part.removeprefix("\\"))}))
    slot = _SLOT.fullmatch(part[1:-1])
    if slot is None:
        return None
    names = slot["classes"].split("|")
    classes = frozenset(names)
    return Slot(classes, slot["name"] or names[0].replace("-", "_"), Ways(classes, classes, classes, False))


@lru_cache(maxsize=5_000)
def _unnamed(classes: frozenset[str]) -> Slot:
    return Slot(classes, "", Ways(classes, classes, classes, False))

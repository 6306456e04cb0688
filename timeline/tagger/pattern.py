r"""Patterns of words and classes, and the regular expressions over class characters that they become.

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
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from timeline.model.errors import TimelineError
from timeline.tagger.lexer import Alphabet

__all__ = ["Pattern", "PatternError", "Slot", "literal_class", "parse_pattern"]

_PART = re.compile(r"\{[^{}]*\}|[^\W\d_]+|[0-9]+|\\[\[\]()|<>]|\S")
_SLOT = re.compile(r"(?:(?P<name>[a-z_]+):)?(?P<classes>[a-z][a-z0-9-]*(?:\|[a-z][a-z0-9-]*)*)")

Sequence = tuple["Item", ...]


class PatternError(TimelineError, ValueError):
    """A pattern that cannot be read."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a pattern: a word or expression of one of some classes, and the name it is handed on with."""

    classes: frozenset[str]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some sequences; with ``optional`` also none."""

    options: tuple[Sequence, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Inner:
    """Where the expression proper begins or ends."""

    begins: bool


Item = Slot | Choice | Inner


def literal_class(word: str) -> str:
    """The class that a word has for standing in a pattern.

    >>> literal_class("the")
    '=the'
    """
    return f"={word}"


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


Pair = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that was read.

    Args:
        items: Its items in the order in which they are written.
        slots: All its places in the same order.
        classes: All classes and kinds that it names.
        words: The words and signs that stand in it as themselves.
        whole: How matches can begin and end.
        proper: The same of the expression proper, between ``<`` and ``>``.
        neighbours: The classes that can stand side by side in a match, left and right.

    >>> pattern = parse_pattern("in < [the] {year} >")
    >>> sorted(pattern.words), sorted(pattern.whole.first), sorted(pattern.proper.first), sorted(pattern.proper.alone)
    (['in', 'the'], ['=in'], ['=the', 'year'], ['year'])
    >>> [(sorted(left), sorted(right)) for left, right in pattern.neighbours]
    [(['=in'], ['=the']), (['=in', '=the'], ['year'])]
    """

    items: Sequence
    slots: tuple[Slot, ...]
    classes: frozenset[str]
    words: frozenset[str]
    whole: Ways
    proper: Ways
    neighbours: tuple[Pair, ...]

    @staticmethod
    def of(items: Sequence) -> Pattern:
        """The pattern of some items, with what can be told of it."""
        slots: list[Slot] = []
        pairs: list[Pair] = []
        whole = _ways(items, slots, pairs)
        inner = _proper(items)
        proper = whole if inner is items else _ways(inner, [], [])
        classes = _NONE.union(*(slot.classes for slot in slots))
        words = frozenset(name[1:] for name in classes if name[0] == "=")
        return Pattern(items, tuple(slots), classes, words, whole, proper, tuple(pairs))

    def needed(self) -> list[Slot]:
        """The places that every match fills.

        >>> [sorted(slot.classes) for slot in parse_pattern("[the] {shift} {unit}").needed()]
        [['shift'], ['unit']]
        """
        return [item for item in self.items if isinstance(item, Slot)] or [Slot(self.classes)]

    def groups(self) -> list[Slot]:
        """The groups of its regular expression, in their order; the one without a name is the expression proper."""
        return _groups(self.items)

    def expression(self, alphabet: Alphabet) -> re.Pattern[str]:
        """The regular expression over the characters of an alphabet."""
        return re.compile(_expression(self.items, alphabet))


_NONE: frozenset[str] = frozenset()


def _ways(items: Sequence, slots: list[Slot], pairs: list[Pair]) -> Ways:
    """Read once from left to right, after V. M. Glushkov (1961); places, and what can stand side by side, are added."""
    first, last, alone, empty = _NONE, _NONE, _NONE, True
    for item in items:
        if isinstance(item, Slot):
            slots.append(item)
            ways = Ways(item.classes, item.classes, item.classes, False)
        elif isinstance(item, Choice):
            ways = _any_of([_ways(option, slots, pairs) for option in item.options], item.optional)
        else:
            continue
        if last and ways.first:
            pairs.append((last, ways.first))
        alone = (alone if ways.empty else _NONE) | (ways.alone if empty else _NONE)
        first = first | ways.first if empty else first
        last = last | ways.last if ways.empty else ways.last
        empty = empty and ways.empty
    return Ways(first, last, alone, empty)


def _any_of(options: Iterable[Ways], optional: bool) -> Ways:
    firsts, lasts, alone, empty = zip(*options, strict=True)
    return Ways(_NONE.union(*firsts), _NONE.union(*lasts), _NONE.union(*alone), optional or any(empty))


def _proper(items: Sequence) -> Sequence:
    """What is between the marks of the expression proper, if there are any."""
    marks = [at for at, item in enumerate(items) if isinstance(item, Inner)]
    return items[marks[0] + 1 : marks[-1]] if marks else items


def _groups(items: Sequence) -> list[Slot]:
    found: list[Slot] = []
    for item in items:
        if isinstance(item, Inner):
            found += [Slot(frozenset())] if item.begins else []
        elif isinstance(item, Choice):
            found += [slot for option in item.options for slot in _groups(option)]
        elif item.name:
            found.append(item)
    return found


def _expression(items: Sequence, alphabet: Alphabet) -> str:
    return "".join(_item_expression(item, alphabet) for item in items)


def _item_expression(item: Item, alphabet: Alphabet) -> str:
    if isinstance(item, Inner):
        return "(" if item.begins else ")"
    if isinstance(item, Choice):
        options = "|".join(_expression(option, alphabet) for option in item.options)
        return f"(?:{options})" + ("?" if item.optional else "")
    one = alphabet.expression(item.classes)
    return f"({one})" if item.name else one


def parse_pattern(text: str) -> Pattern:
    """Read a pattern.

    Raises:
        PatternError: It has a bracket too many or too few, a place without a class, or an expression proper that does
            not begin and end once outside of all brackets.

    >>> parse_pattern("in [the")
    Traceback (most recent call last):
        ...
    timeline.tagger.pattern.PatternError: the pattern 'in [the' lacks a closing ]; write one [ for every ]
    """
    parts = _PART.findall(text)
    options, rest = _choice(text, parts, 0, "")
    if rest != len(parts):
        raise PatternError(f"the pattern {text!r} has a {parts[rest]} too many", hint="remove it")
    items = options[0] if len(options) == 1 else (Choice(options),)
    marks = [item.begins for item in items if isinstance(item, Inner)]
    if len(marks) != parts.count("<") + parts.count(">") or marks not in ([], [True, False]):
        raise PatternError(f"the pattern {text!r} has < and > elsewhere", hint="write a < b > c, outside of brackets")
    return Pattern.of(items)


_CLOSING = {"[": "]", "(": ")"}


def _choice(text: str, parts: list[str], at: int, closing: str) -> tuple[tuple[Sequence, ...], int]:
    """Sequences separated by | up to the closing sign, and where the reading stopped."""
    options: list[list[Item]] = [[]]
    while at < len(parts):
        part = parts[at]
        if part in ("]", ")"):
            break
        if part == "|":
            options.append([])
        elif part in _CLOSING:
            inner, at = _choice(text, parts, at + 1, _CLOSING[part])
            options[-1].append(Choice(inner, part == "["))
        else:
            options[-1].append(_item(text, part))
        at += 1
    if closing and (at >= len(parts) or parts[at] != closing):
        raise PatternError(f"the pattern {text!r} lacks a closing {closing}", hint="write one [ for every ]")
    return tuple(tuple(option) for option in options), at


def _item(text: str, part: str) -> Item:
    item = _MARKS.get(part) or _slot(part)
    if item is None:
        raise PatternError(f"the pattern {text!r} has the place {part}", hint="write {class} or {name:class}")
    return item


_MARKS = {"<": Inner(True), ">": Inner(False)}


@lru_cache(maxsize=5_000)
def _slot(part: str) -> Slot | None:
    """The place for a word, or the one that is written in braces."""
    if part[0] not in "{}":
        return Slot(frozenset({literal_class(part.removeprefix("\\"))}))
    slot = _SLOT.fullmatch(part[1:-1])
    if slot is None:
        return None
    classes = slot["classes"].split("|")
    return Slot(frozenset(classes), slot["name"] or classes[0].replace("-", "_"))

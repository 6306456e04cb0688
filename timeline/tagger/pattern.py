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
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model.errors import TimelineError
from timeline.tagger.lexer import Alphabet

__all__ = ["Pattern", "PatternError", "Slot", "literal_class", "parse_pattern"]

_PART = re.compile(
    r"\s*(?:\{(?P<slot>[^{}]*)\}|(?P<sign>[\[\]()|<>])|(?P<word>[^\W\d_]+|[0-9]+|\\[\[\]()|<>]|[^\s\w]))"
)
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


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that was read.

    >>> pattern = parse_pattern("[the] {shift} {unit}")
    >>> sorted(pattern.words()), sorted(pattern.classes()), sorted(pattern.first())
    (['the'], ['=the', 'shift', 'unit'], ['=the', 'shift'])
    """

    items: Sequence

    def slots(self) -> list[Slot]:
        """All places in the order in which they are written."""
        return _slots(self.items)

    def needed(self) -> list[Slot]:
        """The places that every match fills.

        >>> [sorted(slot.classes) for slot in parse_pattern("[the] {shift} {unit}").needed()]
        [['shift'], ['unit']]
        """
        return [item for item in self.items if isinstance(item, Slot)] or [_either(self.items)]

    def words(self) -> set[str]:
        """The words and signs that stand in it as themselves."""
        return {name[1:] for name in self.classes() if name[0] == "="}

    def classes(self) -> frozenset[str]:
        """All classes and kinds that it names."""
        return frozenset().union(*(slot.classes for slot in self.slots()))

    def first(self) -> frozenset[str]:
        """The classes with which a match can begin."""
        return _edge(self.items)[0]

    def ends(self) -> tuple[frozenset[str], frozenset[str]]:
        """The classes with which the expression proper can begin, and those with which it can end.

        >>> [sorted(classes) for classes in parse_pattern("in < [the] {year} >").ends()]
        [['=the', 'year'], ['year']]
        """
        items = _proper(self.items)
        return _edge(items)[0], _edge(items, -1)[0]

    def neighbours(self) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        """The classes that can stand side by side in a match.

        >>> [(sorted(left), sorted(right)) for left, right in parse_pattern("[the] {shift} {unit}").neighbours()]
        [(['=the'], ['shift']), (['shift'], ['unit'])]
        """
        return _neighbours(self.items)

    def alone(self) -> frozenset[str]:
        """The classes of which a single word can be the whole expression.

        >>> sorted(parse_pattern("[the] {year}").alone())
        ['year']
        """
        return _alone(self.items)

    def groups(self) -> list[Slot]:
        """The groups of its regular expression, in their order; the one without a name is the expression proper."""
        return _groups(self.items)

    def expression(self, alphabet: Alphabet) -> re.Pattern[str]:
        """The regular expression over the characters of an alphabet."""
        return re.compile(_expression(self.items, alphabet))


def _slots(items: Sequence) -> list[Slot]:
    found: list[Slot] = []
    for item in items:
        if isinstance(item, Slot):
            found.append(item)
        elif isinstance(item, Choice):
            found += [slot for option in item.options for slot in _slots(option)]
    return found


def _edge(items: Sequence, step: int = 1) -> tuple[frozenset[str], bool]:
    """The classes that can come first, with -1 last, and whether there may be nothing at all."""
    found: frozenset[str] = frozenset()
    for item in items[::step]:
        if isinstance(item, Inner):
            continue
        if isinstance(item, Slot):
            return found | item.classes, False
        parts = [_edge(option, step) for option in item.options]
        found = found.union(*(classes for classes, _ in parts))
        if not (item.optional or any(empty for _, empty in parts)):
            return found, False
    return found, True


def _neighbours(items: Sequence) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for at, item in enumerate(items):
        if at:
            yield _edge(items[:at], -1)[0], _edge(items[at:])[0]
        for option in item.options if isinstance(item, Choice) else ():
            yield from _neighbours(option)


def _either(items: Sequence) -> Slot:
    """One place for all that a pattern can need, where it is a choice."""
    return Slot(frozenset().union(*(slot.classes for slot in _slots(items))))


def _empty(item: Item) -> bool:
    if isinstance(item, Choice):
        return item.optional or any(all(map(_empty, option)) for option in item.options)
    return isinstance(item, Inner)


def _proper(items: Sequence) -> Sequence:
    """What is between the marks of the expression proper, if there are any."""
    marks = [at for at, item in enumerate(items) if isinstance(item, Inner)]
    return items[marks[0] + 1 : marks[-1]] if marks else items


def _alone(items: Sequence) -> frozenset[str]:
    """What can be the only word of the expression proper."""
    items = _proper(items)
    found: frozenset[str] = frozenset()
    for at, item in enumerate(items):
        if all(_empty(other) for other in (*items[:at], *items[at + 1 :])):
            options = item.options if isinstance(item, Choice) else ()
            found = found.union(item.classes if isinstance(item, Slot) else (), *map(_alone, options))
    return found


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
    characters = alphabet.having(item.classes)
    one = f"[{characters}]" if characters else "(?!)"
    return f"({one})" if item.name else one


def parse_pattern(text: str) -> Pattern:
    """Read a pattern.

    Raises:
        PatternError: It has a bracket too many or too few, or a place without a class.

    >>> parse_pattern("in [the")
    Traceback (most recent call last):
        ...
    timeline.tagger.pattern.PatternError: the pattern 'in [the' lacks a closing ]; write one [ for every ]
    """
    parts = list(_PART.finditer(text))
    if "".join(part.group() for part in parts).strip() != text.strip():
        raise PatternError(
            f"the pattern {text!r} has a part that cannot be read", hint="write words, [ ], ( | ), {class}"
        )
    choice, rest = _choice(text, parts, 0, "")
    if rest != len(parts):
        raise PatternError(f"the pattern {text!r} has a {parts[rest]['sign']} too many", hint="remove it")
    return Pattern(choice[0] if len(choice) == 1 else (Choice(choice),))


_CLOSING = {"[": "]", "(": ")"}


def _choice(text: str, parts: list[re.Match[str]], at: int, closing: str) -> tuple[tuple[Sequence, ...], int]:
    """Sequences separated by | up to the closing sign, and where the reading stopped."""
    options: list[list[Item]] = [[]]
    while at < len(parts):
        sign = parts[at]["sign"]
        if sign in ("]", ")"):
            break
        if sign == "|":
            options.append([])
        elif sign in _CLOSING:
            inner, at = _choice(text, parts, at + 1, _CLOSING[sign])
            options[-1].append(Choice(inner, sign == "["))
        else:
            options[-1].append(_item(text, parts[at]))
        at += 1
    if closing and (at >= len(parts) or parts[at]["sign"] != closing):
        raise PatternError(f"the pattern {text!r} lacks a closing {closing}", hint="write one [ for every ]")
    return tuple(tuple(option) for option in options), at


def _item(text: str, part: re.Match[str]) -> Item:
    if part["sign"]:
        return Inner(part["sign"] == "<")
    if part["word"]:
        return Slot(frozenset({literal_class(part["word"].removeprefix("\\"))}))
    slot = _SLOT.fullmatch(part["slot"])
    if slot is None:
        raise PatternError(
            f"the pattern {text!r} has the place {{{part['slot']}}}", hint="write {class} or {name:class}"
        )
    classes = slot["classes"].split("|")
    return Slot(frozenset(classes), slot["name"] or classes[0].replace("-", "_"))

"""Texts that a grammar itself can say, sense or no sense: whatever stands in a place of a pattern is put there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from timeline.tagger.items import Choice, Items, Slot
from timeline.tagger.lexer import number_classes
from timeline.tagger.locale import Locale
from timeline.tagger.matcher import Rule

_DEEPEST = 3
_NUMBERS = (
    "0 1 3 7 05 12 23 24 30 31 59 90 99 100 0730 1066 1500 1990 1998 2024 2100 2359 1,000 4,300 2.5 10.30 3-5 9-17 "
    "100-200 3:30-4:30 1994-95 2019/20 2025-03 2025-03-04 03/04/2025 3.4.2025 03-04-05 1.1.25 30.9 3/4 3/2025 10:30 "
    "23:59 10:30:15-05:00 '94 '90"
)


class Grammar:
    """What the rules of a language can say.

    Args:
        locale: The language.
        chance: What is chosen.
    """

    def __init__(self, locale: Locale, chance: Random) -> None:
        self._locale = locale
        self._chance = chance
        self._rules = defaultdict[str, list[Rule]](list)
        self._numbers = defaultdict[str, list[str]](list)
        for rule in locale.rules:
            self._rules[rule.gives].append(rule)
        for number in _NUMBERS.split():
            for name in number_classes(number):
                self._numbers[name].append(number)

    def text(self) -> str:
        """Something that one of the rules reads, if it makes sense."""
        return self._said(self._chance.choice(self._locale.rules), _DEEPEST)

    def _said(self, rule: Rule, depth: int) -> str:
        return " ".join(self._items(self._chance.choice(rule.patterns).items, depth))

    def _items(self, items: Items, depth: int) -> Iterator[str]:
        for item in items:
            if isinstance(item, Slot):
                yield self._slot(item, depth)
            elif isinstance(item, Choice) and not (item.ways.empty and self._chance.random() < 0.5):
                yield from self._items(self._chance.choice(item.options), depth)

    def _slot(self, slot: Slot, depth: int) -> str:
        name = self._chance.choice(sorted(slot.classes))
        words = self._words(name)
        rules = self._rules.get(name, []) if depth > 0 or not words else []
        if rules and (not words or self._chance.random() < 0.7) and depth > -_DEEPEST:
            return self._said(self._chance.choice(rules), depth - 1)
        return self._chance.choice(words) if words else "x"

    def _words(self, name: str) -> Sequence[str]:
        if name.startswith("="):
            return [name[1:]]
        return self._numbers.get(name, []) + sorted(self._locale.values.get(name, ()))

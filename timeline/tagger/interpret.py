"""From a tree of rules to what it means: each operator gets the values of its places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline.tagger.context import Context
from timeline.tagger.locale import Locale
from timeline.tagger.matcher import Node
from timeline.tagger.numbers import spoken_number, spoken_year
from timeline.tagger.operators import OPERATORS
from timeline.tagger.reading import Amount, Reading
from timeline.tagger.units import in_calendar, year_of

__all__ = ["READERS", "interpret", "reading_of"]


def _words_of(node: Node, tokens: Sequence[str], base: int) -> list[str]:
    """The words that a node covers, without the white space behind them."""
    return [token.rstrip() for token in tokens[base + node.start : base + node.end]]


def interpret(node: Node, locale: Locale, tokens: Sequence[str], base: int, context: Context) -> Any:
    """What a node means, None if it means nothing after all."""
    rule = node.rule
    if rule.make in READERS:
        return READERS[rule.make](node, locale, tokens, base)
    said = dict(rule.fixed)
    for place, part in zip(node.places, node.parts, strict=True):
        if isinstance(part, Node):
            value = interpret(part, locale, tokens, base, context)
            if value is None:
                return None
        else:
            value = locale.word_value(tokens[base + part].rstrip(), place.classes)
        said[place.name] = value
    context.note(f"{rule.id}: {rule.make}")
    make = OPERATORS.get(rule.make)  # what only holds others together means nothing as a part
    return make and make(context, **said)


def reading_of(value: Any, context: Context) -> Reading | None:
    """The reading of an expression that stands for itself: an amount is a duration, a number nothing.

    Of what is beyond the calendar, only whether it is past or to come.
    """
    if isinstance(value, Amount):
        return Reading("DURATION", text=value.value, mod=value.mod, amount=value)
    if not isinstance(value, Reading) or not (value.stamp or value.text):
        return None
    if value.stamp is None or in_calendar(value.stamp):
        return value
    context.note("that is beyond the calendar")
    return Reading(value.type, text="FUTURE_REF" if (year_of(value.stamp) or 0) > 0 else "PAST_REF", mod=value.mod)


def _number(node: Node, locale: Locale, tokens: Sequence[str], base: int) -> float | None:
    return spoken_number([word.lower() for word in _words_of(node, tokens, base)], locale.values["number"])


def _ordinal(node: Node, locale: Locale, tokens: Sequence[str], base: int) -> float | None:
    return spoken_number([word.lower() for word in _words_of(node, tokens, base)], locale.ordinals)


def _year(node: Node, locale: Locale, tokens: Sequence[str], base: int) -> Reading | None:
    year = spoken_year([word.lower() for word in _words_of(node, tokens, base)], locale.values["number"])
    return Reading(stamp=("year", year)) if year and year < 10000 else None


def _phrase(node: Node, locale: Locale, tokens: Sequence[str], base: int) -> Any:
    return locale.phrase_value("".join(_words_of(node, tokens, base)), str(node.rule.fixed["of"]))


READERS = {"number": _number, "ordinal": _ordinal, "spoken_year": _year, "phrase": _phrase}

"""The examples and counter-examples of a locale: they are its tests and its documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from timeline.model.timex import Timex
from timeline.tagger import tag
from timeline.tagger.locale import Locale

__all__ = ["Example", "check", "counter_examples", "examples"]

_MARKED = re.compile(r"\[(.*?)\]")


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule.

    Args:
        rule: The rule's name.
        text: The text.
        start: Where the expression begins.
        end: Where it ends.
        expected: Its value, perhaps with its zone, type and modifier.
    """

    rule: str
    text: str
    start: int
    end: int
    expected: tuple[str, ...]


def _entries(locale: Locale) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in locale.data.get("rules", ()):
        yield f"{locale.language}/{entry['id']}", entry


def examples(locale: Locale) -> Iterator[Example]:
    """All examples of a locale."""
    for rule, entry in _entries(locale):
        for written, expected in entry.get("examples", {}).items():
            marked = _MARKED.search(written)
            text = _MARKED.sub(r"\1", written)
            start = marked.start() if marked else 0
            end = marked.end() - 2 if marked else len(text)
            yield Example(rule, text, start, end, tuple(expected.split()))


def counter_examples(locale: Locale) -> Iterator[tuple[str, str]]:
    """The texts in which a rule must find nothing: rule and text."""
    for rule, entry in _entries(locale):
        for text in entry.get("not", ()):
            yield rule, text


def check(example: Example, locale: Locale) -> str:
    """What is wrong with the result of an example, "" if nothing."""
    found = tag(example.text, locale.published, locale.language, anchors=locale.anchors)
    timex = next((timex for timex in found if timex.start <= example.start and example.end <= timex.end), None)
    if timex is None:
        return f"{example.text!r}: nothing found there, only {_shown(example.text, found)}"
    said = {timex.value, timex.zone, timex.type, timex.mod}
    if not said.issuperset(example.expected) or (timex.start, timex.end) != (example.start, example.end):
        return f"{example.text!r}: {' '.join(example.expected)} expected, found {_shown(example.text, [timex])}"
    return ""


def _shown(text: str, found: list[Timex]) -> str:
    return (
        ", ".join(
            f"{text[one.start : one.end]!r} {one.value} {one.zone or ''} {one.type} {one.mod} {one.rule}"
            for one in found
        )
        or "-"
    )

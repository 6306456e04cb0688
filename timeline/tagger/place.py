"""What operators can ask about an expression at its place in a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timeline.tagger.context import TOPICS, Context
from timeline.tagger.sentence import is_possessive, word_at

if TYPE_CHECKING:
    from timeline.tagger.resolve import TextPass

__all__ = ["Place"]


class Place(Context):
    """An expression at its place: an answer is found when an operator first asks for it, and is kept.

    Args:
        text: The text being read, as far as it has been.
        start: The token with which the expression begins.
        end: The token behind it.
    """

    def __init__(self, text: TextPass, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end

    def __missing__(self, name: str) -> Any:
        """What is asked for the first time."""
        answer = self[name] = _ANSWERS[name](self._text, self._start, self._end)
        return answer


def _topic(topic: str) -> Callable[[TextPass, int, int], bool]:
    """Whether a sentence speaks of a topic: not if no word of the whole text does."""
    return lambda text, start, end: (
        text.may_hold(text.resolver.tense.topics[topic])
        and text.resolver.tense.speaks_of(topic, text.tokens, start, end)
    )


_ANSWERS: dict[str, Callable[[TextPass, int, int], Any]] = {
    "publication": lambda text, *_: text.published,
    "day_first": lambda text, *_: text.resolver.day_first,
    "region": lambda text, *_: text.resolver.region,
    "anchors": lambda text, *_: text.resolver.anchors,
    "tense": lambda text, start, end: text.resolver.tense.of(text.tokens, start, end),
    "happened": lambda text, start, end: text.resolver.tense.has_happened(text.tokens, start, end),
    "present": lambda text, start, end: text.resolver.tense.present.tells(text.tokens, start, end),
    "habit": lambda text, start, end: (
        text.may_hold(text.resolver.tense.habit.words) and text.resolver.tense.habit.tells(text.tokens, start, end)
    ),
    "rank": lambda text, start, _: text.resolver.tense.ranks(text.tokens, start),
    "mentioned": lambda text, *_: text.mentioned,
    "possessive": lambda text, _, end: is_possessive(text.tokens, end),
    "genitive": lambda text, start, _: word_at(text.tokens, start - 1) in text.resolver.locale.tense.set("genitive"),
    "ahead": lambda text, *_: text.ahead,
    "reported": lambda text, *_: text.reported,
    "month": lambda text, start, _: text.narrative.month_at(start),
    "part": lambda text, start, _: text.narrative.part_at(start),
    "year": lambda text, start, _: text.narrative.entry_at(start) if text.year is None else text.year,
    "entry": lambda text, start, _: text.tokens[start][0].isdigit() and text.begins_line(start),
    "heading": lambda text, *_: text.heading,
    "narrated": lambda text, start, _: text.narrative.at(start),
    **{topic: _topic(topic) for topic in TOPICS},
}

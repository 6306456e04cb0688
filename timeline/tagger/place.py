"""What operators can ask about an expression at its place in a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timeline.tagger.context import Context
from timeline.tagger.text import WORDED

if TYPE_CHECKING:
    from timeline.tagger.text_pass import TextPass

__all__ = ["Place"]


class Place(Context):
    """An expression at its place: an answer is found when an operator first asks for it, and is kept.

    Args:
        text: The reading of a text, as far as it has come.
        start: The token with which the expression begins.
        end: The token behind it.
    """

    def __init__(self, text: TextPass, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end

    def __missing__(self, name: str) -> Any:
        """What is asked for the first time."""
        ask = _ANSWERS.get(name)
        told = ask(self._text, self._start, self._end) if ask else self._text.text.tells(name, self._start, self._end)
        self[name] = told
        return told

    @property
    def is_settled(self) -> bool:
        """Whether nothing has been asked that may have another answer if the text was published on another day."""
        return self.keys() <= _SETTLED


_ANSWERS: dict[str, Callable[[TextPass, int, int], Any]] = {
    "publication": lambda text, *_: text.published,
    "day_first": lambda text, *_: text.resolver.day_first,
    "region": lambda text, *_: text.resolver.region,
    "anchors": lambda text, *_: text.resolver.anchors,
    "mentioned": lambda text, *_: text.mentioned,
    "day": lambda text, start, _: text.narrative.day_at(start),
    "age": lambda text, *_: text.age,
    "today": lambda text, *_: text.today and not text.timed,
    "night": lambda text, *_: text.night,
    "beside": lambda text, start, _: text.narrative.names_date_before(start),
    "ahead": lambda text, *_: text.ahead,
    "reported": lambda text, *_: text.reported,
    "month": lambda text, start, _: text.narrative.month_at(start),
    "month_told": lambda text, start, _: text.narrative.month_told_at(start),
    "extent": lambda text, *_: text.narrative.is_extent,
    "apposed": lambda text, start, end: text.narrative.apposed_at(start, end),
    "part": lambda text, start, _: text.narrative.part_at(start),
    "clock": lambda text, start, _: text.narrative.clock_at(start),
    "year": lambda text, start, _: text.narrative.entry_at(start) if text.year is None else text.year,
    "heading": lambda text, *_: text.heading,
    "listed": lambda text, start, end: text.narrative.listed_at(start, end),
    "narrated": lambda text, start, _: text.narrative.at(start),
}

_SETTLED = WORDED | {"day_first", "region", "anchors"}

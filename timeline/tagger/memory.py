"""What has been read before is not read again, if all that its operators ask about its place is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.tagger.context import Context
from timeline.tagger.matcher import Rule
from timeline.tagger.reading import Reading

__all__ = ["Expression", "Memory"]

_MOST_REMEMBERED = 20_000
_UNKNOWN: Any = object()

Expression = tuple[Rule | str, ...]
"""A rule, its words, and the words before and behind them that belong to places of its pattern, if any do."""

_Questions = tuple[str, ...]
_Readings = dict[tuple[object, ...], Reading | None]


class Memory:
    """What the expressions of one language mean, whatever the text and the day it was published.

    >>> memory, rule = Memory(), Rule("en/today", "The day of publication.", (), "day", "shift")
    >>> def of(context: Context) -> Reading:
    ...     return memory.reading((rule, "today"), context, lambda: Reading(stamp=context.now("day")))
    >>> of(Context(0)).value, of(Context(1)).value, of(Context(0)) is of(Context(0))
    ('1970-01-01', '1970-01-02', True)
    """

    def __init__(self) -> None:
        self._known: dict[Expression, tuple[_Questions, _Readings]] = {}
        self._count = 0

    def reading(self, expression: Expression, context: Context, read: Callable[[], Reading | None]) -> Reading | None:
        """The reading of an expression at a place, read if it is not known."""
        known = self._known.get(expression)
        if known is not None:
            asked, readings = known  # together: threads share the memory
            reading: Reading | None = readings.get(tuple(map(context.__getitem__, asked)), _UNKNOWN)
            if reading is not _UNKNOWN:
                return reading
        reading = read()
        self._keep(expression, context, reading)
        return reading

    def _keep(self, expression: Expression, context: Context, reading: Reading | None) -> None:
        if self._count >= _MOST_REMEMBERED:
            self._known.clear()
            self._count = 0
        asked, known = tuple(context), self._known.get(expression)
        if known is None or known[0] != asked:
            known = self._known[expression] = asked, {}
        known[1][tuple(context.values())] = reading
        self._count += 1

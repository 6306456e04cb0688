"""A text being read, as published on one day: every expression at its place, with what has been said before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.model.timex import Timex
from timeline.tagger.consensus import agree
from timeline.tagger.context import NO_DOUBT
from timeline.tagger.dateline import is_dateline
from timeline.tagger.given_names import GivenNames
from timeline.tagger.interpret import interpret, reading_of
from timeline.tagger.matcher import NOTHING, WORDS, Node
from timeline.tagger.members import (
    MEMBERS,
    NAMED,
    RANGE,
    REPORT,
    REPORTED,
    YEARS,
    ZONES,
    name_the_same,
    put_in_order,
    put_in_zones,
    reported,
    years_apart,
)
from timeline.tagger.memory import Expression
from timeline.tagger.narrative import YEAR, Narrative, names
from timeline.tagger.place import Place
from timeline.tagger.published import Published
from timeline.tagger.reading import Reading
from timeline.tagger.text import Text
from timeline.tagger.units import Stamp, coarser, in_unit, last_day, of_day, year_of

if TYPE_CHECKING:
    from timeline.tagger.resolve import Resolver

__all__ = ["Found", "Settled", "TextPass"]

_DATELINE_REACH = 180
"""How many days before the publication a dateline may lie, if that day is known."""

_COMPARED = frozenset({"comparable", "compared"})
"""The operators of what is only compared with: it does not move the time that the text is at."""

_REPORTING = frozenset({"part_of_year", "the_unit"})
"""The operators of what a text reports on: later comparisons are with that."""

_OF_THE_DAY = frozenset({"publication", "narrated", "ahead", "reported", "today"})
"""What operators ask that may have another answer if the text was published on another day."""

_COUNTED = frozenset({"shift_told", "told_weekday", "day_beside"})
"""The operators of what counts from the date before it: "yesterday, the same day"."""

_TIME_OF_DAY = "at_time"
"""The operator of a time by the clock, which has a day if it names one."""

_DAYS_OF_TIME = frozenset({"day", "part_of_day"})
"""The places of such a day."""

_LATE = re.compile("T(?:NI|EV|1[89]|2[0-3])")
"""The time of an evening or a night: the first hours behind it are those of the next day."""

_WEEK = 7

Settled = dict[tuple[int, Node], tuple[int, int, Reading, Node, int, tuple[str, ...]]]
"""What has been found in a text that does not depend on when it was published, by where its run begins."""


@dataclass(slots=True)
class Found:
    """An expression at its place.

    Args:
        start: Where it begins, in code points.
        end: Where it ends.
        reading: What it means.
        node: The rule that read it.
        base: The token at which its run begins.
        steps: The reasoning, if somebody asked for it.
    """

    start: int
    end: int
    reading: Reading
    node: Node
    base: int
    steps: tuple[str, ...] = ()

    def timex(self) -> Timex:
        """The same as the tagger hands it out."""
        reading = self.reading
        return Timex(
            self.start,
            self.end,
            reading.type,
            reading.value,
            reading.mod,
            self.node.rule.id,
            reading.implied,
            reading.quant,
            reading.freq,
            reading.begin,
            reading.end,
            reading.alternatives,
            reading.zone or None,
        )


class TextPass:
    """One text being read, as published on one day: what it has named so far.

    ``depends_on_day`` says whether anything in it may be another date if it was published later.

    Args:
        resolver: Reads texts in its language.
        published: The day.
        text: The text.
        mentioned: The date that was named before it, if any.
        settled: What does not depend on the day, kept for the other days if the text is read for several.
    """

    def __init__(
        self,
        resolver: Resolver,
        published: Published,
        text: Text,
        mentioned: Stamp | None = None,
        settled: Settled | None = None,
    ) -> None:
        self.resolver: Resolver = resolver
        self.published: Published = published
        self.text: Text = text
        self.tokens: Sequence[str] = text.tokens
        self.mentioned: Stamp | None = mentioned
        self.age: Stamp | None = None
        self.today: bool = False
        self.timed: bool = False
        self.night: bool = False
        self.heading: Stamp | None = None
        self.ahead: frozenset[int] = frozenset()
        self.reported: Stamp | None = None
        self.year: int | None = None
        self.depends_on_day: bool = False
        self._settled = settled
        self._given_names = GivenNames(resolver.locale, text.tokens)
        self.narrative: Narrative = Narrative(resolver.locale, text.tokens, of_day("year", published.last)[1])
        self.found: list[Found] = []

    def read(self, runs: Iterable[tuple[int, tuple[Node, ...]]]) -> list[Found]:
        """All expressions, from the token at which each run begins, and what was matched in it."""
        token = at = 0
        for base, nodes in runs:
            at += len("".join(self.tokens[token:base]))
            token = base
            for node in nodes:
                self.meet(node, base, at)
        return agree(self.found)

    def meet(self, node: Node, base: int, at: int) -> None:
        """Read the next expression, of a run that begins with a token and a character, and remember what it names."""
        if self._settled and (settled := self._settled.get((base, node))):
            self._take(Found(*settled))
            return
        first, last = base + node.start, base + node.end
        if last == first + 1 and self._given_names.is_name(first):
            return
        if node.rule.make in MEMBERS:
            self._meet_members(node, base, at)
            return
        words = "".join(self.tokens[first:last]).rstrip()
        start = at + len("".join(self.tokens[base:first])) if first > base else at
        end = start + len(words)
        place = Place(self, first, last)
        is_whole = not self.text.is_glued(start, end) and not self.text.reaches_over(words)
        reading = self._reading(node, base, words, place) if is_whole else None
        if reading is not None:
            one = start, end, reading, node, base, tuple(place.steps or ())
            if self._settled is not None and place.is_settled:
                self._settled[base, node] = one
            self._take(Found(*one))
            return
        self._meet_parts(node, base, at)

    def _meet_parts(self, node: Node, base: int, at: int) -> None:
        """Read what stands in the places of an expression that as a whole makes no sense."""
        inner = (part for part in node.parts if isinstance(part, Node)) if node.rule.make != NOTHING else ()
        for part in inner:
            if node.start <= part.start and part.end <= node.end:
                is_less = part.end - part.start < node.end - node.start and part.rule.make not in WORDS
                alone = self._alone(base + part.start, base + part.end) if is_less else []
                for one, first in alone or [(part, base)]:
                    self.meet(one, first, at + len("".join(self.tokens[base:first])))

    def _alone(self, first: int, last: int) -> list[tuple[Node, int]]:
        """The expressions in some tokens, as if nothing stood beside them, with the token that each counts from."""
        locale = self.resolver.locale
        runs = locale.matcher.runs(locale.lexer.characters(self.tokens[first:last]))
        return [(node, first + beside) for beside, nodes in runs for node in nodes]

    def _take(self, one: Found) -> None:
        """Keep an expression, and remember what it names."""
        self.found.append(one)
        self._remember(one.reading, one.node, one.base)
        self._heed_dateline(one.reading, one.start, one.end)

    def _reading(self, node: Node, base: int, words: str, place: Place) -> Reading | None:
        """What an expression means."""
        if self.resolver.explaining:
            place.steps = []
            reading = self._interpret(node, base, place)
        else:
            said = self._said(node, base, words)
            reading = self.resolver.memory.reading(said, place, lambda: self._interpret(node, base, place))
        if not self.depends_on_day:
            self.depends_on_day = not place.keys().isdisjoint(_OF_THE_DAY)
        return reading

    def _said(self, node: Node, base: int, words: str) -> Expression:
        """An expression with the words before and behind it that belong to places of its pattern, if any do."""
        if node.reach is None:
            return node.rule, words
        first, last = node.reach
        before, behind = self.tokens[base + first : base + node.start], self.tokens[base + node.end : base + last]
        return node.rule, words, "".join(before), "".join(behind)

    def _interpret(self, node: Node, base: int, place: Place) -> Reading | None:
        return reading_of(interpret(node, self.resolver.locale, self.tokens, base, place), place)

    def _meet_members(self, node: Node, base: int, at: int) -> None:
        """Expressions that one rule holds together: the year that one of them says is that of the others."""
        if node.rule.make == YEARS:
            self._meet_years(node, base, at)
            return
        members = [part for part in node.parts if isinstance(part, Node)]
        told = len(self.found)
        year = None
        for member in members if _is_forward(members) else reversed(members):
            self.year = year
            self.meet(member, base, at)
            if len(self.found) > told and self.found[-1].node is member:
                year = _own_year(self.found[-1].reading) or year
        self.year = None
        self.found[told:] = sorted(self.found[told:], key=lambda one: one.start)
        held = self.found[told:]
        if node.rule.make == REPORT:
            self.reported = reported(held) or self.reported
        elif node.rule.make == ZONES:
            put_in_zones(held)
            for local in held[:1]:  # the text goes on from the time of its place
                self._remember(local.reading, local.node, local.base)
        elif node.rule.make != NAMED or not name_the_same(held, is_counted=members[0].rule.make in _COUNTED):
            put_in_order(held, lambda: self._latest(node, base), listed=node.rule.make != RANGE)

    def _meet_years(self, node: Node, base: int, at: int) -> None:
        """The two years of one word."""
        begin = base + node.start
        start, word = at + len("".join(self.tokens[base:begin])), self.tokens[begin].rstrip()
        if not self.text.is_glued(start, start + len(word)):
            for first, last, reading in years_apart(word):
                self._take(Found(start + first, start + last, reading, node, base))

    def _latest(self, node: Node, base: int) -> int | None:
        """The last day that an expression can mean, where its sentence looks back: tomorrow, if that is in doubt."""
        self.depends_on_day = True
        tense = self.text.tells("tense", base + node.start, base + node.end)
        return self.published.last + (tense > -NO_DOUBT) if tense < 0 else None

    def _heed_dateline(self, reading: Reading, start: int, end: int) -> None:
        """What follows "MOSCOW, Feb. 11 (Agency) —" counts from that day."""
        if reading.stamp is None or reading.stamp[0] != "day" or not is_dateline(self.text.text, start, end):
            return
        day, known = reading.stamp[1], self.resolver.published
        earliest = known.first - _DATELINE_REACH if known.known else known.first
        if earliest <= day <= known.last:
            self.published = Published(day, day, text=reading.value)
            self.today = False

    def _remember(self, reading: Reading, node: Node, base: int) -> None:
        stamp = reading.stamp
        if reading.type == "TIME":
            self.narrative.tell_time(reading, base + node.end)
        if reading.type == "DURATION" and reading.amount is not None and reading.amount.unit == "month":
            self.reported = None
        if stamp is None or reading.type not in ("DATE", "TIME") or node.rule.make in _COMPARED:
            return
        beside = self.narrative.apposed_at(base + node.start, base + node.end)
        if beside is not None and _is_within(beside, stamp):  # it only says that again, less exactly
            return
        self.age = stamp if coarser(stamp[0], "year") else None
        if self.age is not None:
            return
        self.mentioned, self.timed, self.night = stamp, reading.time != "", _LATE.match(reading.time) is not None
        if not self.today and stamp == ("day", self.published.last):  # unless only to tell of what is planned for it
            self.today = self.text.tells("tense", base + node.start, base + node.end) <= 0
        if stamp[0] == "day" and self.published.last < stamp[1] < self.published.last + _WEEK:
            self.ahead |= {stamp[1]}
        if stamp[0] == "day" and self.text.is_heading(base + node.start, base + node.end):
            self.heading = stamp
        self.narrative.tell(stamp, node, base)
        if stamp[0] in REPORTED and node.rule.make in _REPORTING and last_day(stamp) < self.published.last:
            self.reported = stamp
        self.year = None


def _is_within(one: Stamp, other: Stamp) -> bool:
    """Whether a stretch of the calendar is in another, longer one."""
    return coarser(other[0], one[0]) and in_unit(other[0], one) == other


def _is_forward(members: Sequence[Node]) -> bool:
    """Whether the last of some expressions says nothing that an earlier one needs: no year, and no day of a time."""
    first, last = members[0], members[-1]
    if last.rule.make == _TIME_OF_DAY and not names(last, _DAYS_OF_TIME):
        return True
    return not names(last, YEAR) and (last.rule.make in _COUNTED or names(first, YEAR))


def _own_year(reading: Reading) -> int | None:
    """The year that an expression itself says."""
    if reading.stamp is None or not reading.implied.isdisjoint(("year", "day")) or coarser(reading.stamp[0], "year"):
        return None
    return year_of(reading.stamp)

"""The reading of a text: every expression at its place, with what the text has said before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from timeline.model.timex import Timex
from timeline.tagger.consensus import agree
from timeline.tagger.dateline import is_dateline
from timeline.tagger.given_names import GivenNames
from timeline.tagger.interpret import interpret, reading_of
from timeline.tagger.locale import Locale
from timeline.tagger.matcher import Node
from timeline.tagger.members import MEMBERS, NAMED, RANGE, REPORT, REPORTED, name_the_same, put_in_order, reported
from timeline.tagger.memory import Expression, Memory
from timeline.tagger.narrative import Narrative, names_year
from timeline.tagger.partial import in_common
from timeline.tagger.place import Place
from timeline.tagger.published import Published
from timeline.tagger.reading import Reading
from timeline.tagger.tense import Tense
from timeline.tagger.units import Stamp, coarser, last_day, of_day, year_of

__all__ = ["Found", "Resolver", "TextPass"]

_DATELINE_REACH = 180
"""How many days before the publication a dateline may lie, if that day is known."""

COMPARED = frozenset({"comparable", "compared"})
"""The operators of what is only compared with: it does not move the time that the text is at."""

REPORTING = frozenset({"part_of_year", "the_unit"})
"""The operators of what a text reports on: later comparisons are with that."""

OF_THE_DAY = frozenset({"publication", "narrated", "ahead", "reported"})
"""What operators ask that may have another answer if the text was published on another day."""

COUNTED = frozenset({"shift_told", "told_weekday"})
"""The operators of what counts from the date before it: "yesterday, the same day"."""

_WEEK = 7


@lru_cache(maxsize=8)
def _tense_of(locale: Locale) -> Tense:
    return Tense(locale)


@lru_cache(maxsize=8)
def _memory_of(_: Locale) -> Memory:
    return Memory()


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


class Resolver:
    """Reads texts in one language that were published on one day.

    Args:
        locale: The language.
        published: The day.
        anchors: The dates that an editor has named, with their names.
        day_first: Whether 03/04 is the third of April.
        region: Where the texts come from (ISO 3166), "" if that is not known.
        explaining: Whether to write down the reasoning.
    """

    def __init__(
        self,
        locale: Locale,
        published: Published,
        anchors: tuple[tuple[str, str], ...] = (),
        day_first: bool | None = None,
        region: str = "",
        *,
        explaining: bool = False,
    ) -> None:
        self.locale: Locale = locale
        self.published = published
        self.anchors = anchors
        self.day_first = day_first
        self.region = region
        self.explaining = explaining
        self.tense: Tense = _tense_of(locale)
        self.memory = _memory_of(locale)

    def read(self, text: str, mentioned: Stamp | None = None) -> list[Found]:
        """All expressions of a text, in its order.

        Args:
            text: The text.
            mentioned: The date that was named before it, if any.
        """
        tokens, characters = self.locale.lexer.lex(text)
        runs = self.locale.matcher.runs(characters)
        if self.published.known:
            return TextPass(self, self.published, text, tokens, mentioned).read(runs)
        met = list(runs)
        first, *others = (TextPass(self, day, text, tokens, mentioned) for day in self.published.each())
        found = first.read(met)
        if not first.depends_on_day:
            return found
        return agree(in_common([found, *(one.read(met) for one in others)], self.published.text))


class TextPass:
    """One text being read, as published on one day: what it has named so far.

    ``depends_on_day`` says whether anything in it may be another date if it was published later.
    """

    def __init__(
        self, resolver: Resolver, published: Published, text: str, tokens: Sequence[str], mentioned: Stamp | None
    ) -> None:
        self.resolver: Resolver = resolver
        self.published = published
        self._text = text
        self.tokens: Sequence[str] = tokens
        self.mentioned = mentioned
        self.heading: Stamp | None = None
        self.ahead: frozenset[int] = frozenset()
        self.reported: Stamp | None = None
        self.year: int | None = None
        self.depends_on_day: bool = False
        self._given_names = GivenNames(resolver.locale, tokens)
        self.narrative: Narrative = Narrative(resolver.locale, tokens, of_day("year", published.last)[1])
        self.steps: list[str] | None = None
        self.found: list[Found] = []
        self._held: dict[frozenset[str], bool] = {}

    @cached_property
    def _lowered(self) -> str:
        return self._text.lower()

    def may_hold(self, words: frozenset[str]) -> bool:
        """Whether any of some words is in the text, perhaps as a part of another one."""
        held = self._held.get(words)
        if held is None:
            held = self._held[words] = any(word in self._lowered for word in words)
        return held

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
        first, last = base + node.start, base + node.end
        if last == first + 1 and self._given_names.is_name(first):
            return
        if node.rule.make in MEMBERS:
            self._meet_members(node, base, at)
            return
        words = "".join(self.tokens[first:last]).rstrip()
        start = at + len("".join(self.tokens[base:first])) if first > base else at
        end = start + len(words)
        reading = None if self._is_glued(start, end) else self._reading(node, base, words)
        if reading is not None:
            self.found.append(Found(start, end, reading, node, base, tuple(self.steps) if self.steps else ()))
            self._remember(reading, node, base)
            self._heed_dateline(reading, start, end)
            return
        for part in node.parts:  # where the whole makes no sense or ends within a word, its parts may stand
            if isinstance(part, Node) and node.start <= part.start and part.end <= node.end:
                self.meet(part, base, at)

    def _reading(self, node: Node, base: int, words: str) -> Reading | None:
        """What an expression means."""
        place = Place(self, base + node.start, base + node.end)
        if self.resolver.explaining:
            place.steps = self.steps = []
            reading = self._interpret(node, base, place)
        else:
            said = self._said(node, base, words)
            reading = self.resolver.memory.reading(said, place, lambda: self._interpret(node, base, place))
        if not self.depends_on_day:
            self.depends_on_day = not place.keys().isdisjoint(OF_THE_DAY)
        return reading

    def _said(self, node: Node, base: int, words: str) -> Expression:
        """An expression with the words before and behind it that belong to places of its pattern, if any do."""
        if node.reach is None:
            return node.rule, words
        first, last = node.reach
        before, behind = self.tokens[base + first : base + node.start], self.tokens[base + node.end : base + last]
        return node.rule, words, "".join(before), "".join(behind)

    def _interpret(self, node: Node, base: int, place: Place) -> Reading | None:
        return reading_of(interpret(node, self.resolver.locale, self.tokens, base, place))

    def _is_glued(self, start: int, end: int) -> bool:
        """Whether it is a part of a word or a code: "user1998", "E7HR2"."""
        text = self._text
        return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())

    def _meet_members(self, node: Node, base: int, at: int) -> None:
        """Expressions that one rule holds together: the year that one of them says is that of the others."""
        members = [part for part in node.parts if isinstance(part, Node)]
        told = len(self.found)
        year = None
        is_forward = members[-1].rule.make in COUNTED or (names_year(members[0]) and not names_year(members[-1]))
        for member in members if is_forward else reversed(members):
            self.year = year
            self.meet(member, base, at)
            if len(self.found) > told and self.found[-1].node is member:
                year = _own_year(self.found[-1].reading) or year
        self.year = None
        self.found[told:] = sorted(self.found[told:], key=lambda one: one.start)
        held = self.found[told:]
        if node.rule.make == REPORT:
            self.reported = reported(held) or self.reported
        elif node.rule.make == NAMED and members[0].rule.make in COUNTED:
            name_the_same(held)
        else:
            put_in_order(held, lambda: self._latest(node, base), listed=node.rule.make != RANGE)

    def _latest(self, node: Node, base: int) -> int | None:
        """The last day that an expression can mean, where its sentence looks back."""
        self.depends_on_day = True
        looks_back = self.resolver.tense.of(self.tokens, base + node.start, base + node.end) < 0
        return self.published.last if looks_back else None

    def _heed_dateline(self, reading: Reading, start: int, end: int) -> None:
        """What follows "MOSCOW, Feb. 11 (Agency) —" counts from that day."""
        if reading.stamp is None or reading.stamp[0] != "day" or not is_dateline(self._text, start, end):
            return
        day, known = reading.stamp[1], self.resolver.published
        earliest = known.first - _DATELINE_REACH if known.known else known.first
        if earliest <= day <= known.last:
            self.published = Published(day, day, text=reading.value)

    def begins_line(self, at: int) -> bool:
        """Whether a line begins at a token, and no sentence goes on there."""
        before = self.tokens[at - 1] if at else "\n"
        return "\n" in before and (before.isspace() or not (before[0].isalnum() or before[0] == ","))

    def _remember(self, reading: Reading, node: Node, base: int) -> None:
        stamp = reading.stamp
        if reading.type == "TIME":
            self.narrative.tell_part(reading.value, base + node.end)
        if reading.type == "DURATION" and reading.amount is not None and reading.amount.unit == "month":
            self.reported = None
        if stamp is None or reading.type not in ("DATE", "TIME") or coarser(stamp[0], "year"):
            return
        if node.rule.make in COMPARED:
            return
        self.mentioned = stamp
        if stamp[0] == "day" and self.published.last < stamp[1] < self.published.last + _WEEK:
            self.ahead |= {stamp[1]}
        if stamp[0] == "day" and self.begins_line(base + node.start):
            self.heading = stamp
        self.narrative.tell(stamp, node, base)
        if stamp[0] in REPORTED and node.rule.make in REPORTING and last_day(stamp) < self.published.last:
            self.reported = stamp
        self.year = None


def _own_year(reading: Reading) -> int | None:
    """The year that an expression itself says."""
    if reading.stamp is None or not reading.implied.isdisjoint(("year", "day")) or coarser(reading.stamp[0], "year"):
        return None
    return year_of(reading.stamp)

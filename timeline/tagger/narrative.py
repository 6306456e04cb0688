"""The year that a story goes on in: "He was arrested on 3 May 2009. On 5 July he was freed"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from timeline.tagger.locale import Locale
from timeline.tagger.matcher import Node
from timeline.tagger.reading import Reading
from timeline.tagger.sentence import ends_sentence, heads_line, word_at
from timeline.tagger.units import Stamp, first_day, year_of

__all__ = ["YEAR", "Narrative", "names"]

YEAR = frozenset({"year"})
"""The place of a year in a pattern."""

_REACH = 40
"""How many tokens behind a date a story goes on."""

Told = TypeVar("Told")

_MOST_SENTENCES = 1
_MOST_OF_DAY = 2
_FRONT = 5
_MOST_NODES = 10_000
_SENTENCE_ENDS = frozenset(".!?")


class Narrative:
    """The last date with a year of its own, as long as the story goes on from there.

    Args:
        locale: The language, with the prepositions that lead from date to date.
        tokens: The tokens of the text.
        this_year: The year of publication: what is told of it needs no other.
    """

    def __init__(self, locale: Locale, tokens: Sequence[str], this_year: int) -> None:
        self._leading = locale.tense.set("narrative")
        self._extents = locale.tense.set("extents")
        self._reporting = locale.tense.set("reporting")
        self._tokens = tokens
        self._this_year = this_year
        self._told: tuple[Stamp, int] | None = None
        self._named: tuple[Stamp, int] | None = None
        self._day: tuple[Stamp, int] | None = None
        self._month: tuple[Stamp, int] | None = None
        self._start = 0
        self._entry: tuple[int, int] | None = None
        self._listed: tuple[Stamp, int] | None = None
        self._part: tuple[str, int] = "", 0
        self._clock: tuple[Reading, int] | None = None

    def tell_time(self, time: Reading, end: int) -> None:
        """Hear the part of any day that ends at a token; a time by the clock lies in the part told before."""
        part = time.value.partition("T")[2]
        if part[:1].isdigit():
            self._clock = None if "half" in time.implied else (time, end)
        else:
            self._part = f"T{part}", end

    def tell(self, stamp: Stamp, node: Node, base: int) -> None:
        """Hear a date: with a year of its own a story begins, in the same year it goes on, else it is over."""
        has_year = names(node, YEAR)
        self._named = (stamp, base + node.end)
        self._start = base + node.start
        if stamp[0] == "day":
            self._day = self._named
        if self._clock is not None and self._clock[0].stamp != stamp:
            self._clock = None
        if stamp[0] == "month" and has_year:
            self._month = self._named
        if stamp[0] == "year":
            self._tell_year(stamp, base + node.start, base + node.end)
            return
        if (has_year or self._listed) and self._begins_entry(base + node.start, base + node.end):
            self._listed = stamp, self._order(stamp)
        if has_year:
            self._entry = None
        elif self._told is None:
            return
        year = year_of(stamp)
        begins = has_year and (self._leads(base + node.start) or self._opens(base + node.start))
        goes_on = self._told is not None and year == year_of(self._told[0])
        is_told = year is not None and year < self._this_year and (begins or goes_on)
        self._told = (stamp, base + node.end) if is_told else None

    def _tell_year(self, stamp: Stamp, start: int, end: int) -> None:
        """A year in front of a sentence is that of the sentence; "until 1991" only says how long something lasted."""
        self._entry = (stamp[1], end) if self._begins_entry(start, end) else None
        if self._told is not None and self._word(start - 1) in self._extents:
            self._told = (self._told[0], end)
            return
        begins = self._opens(start) or self._is_in_front(start)
        self._told = (stamp, end) if begins and stamp[1] != self._this_year else None

    def entry_at(self, at: int) -> int | None:
        """The year with which the line of a chronology begins: "2003: He is arrested in October"."""
        if self._entry is None:
            return None
        year, end = self._entry
        in_line = self._reaches(end, at, _MOST_SENTENCES) and not any("\n" in token for token in self._tokens[end:at])
        return year if in_line else None

    def listed_at(self, start: int, end: int) -> tuple[Stamp, int] | None:
        """The date of the last entry of a chronology, and the order of the last two, if some tokens begin another."""
        return self._listed if self._listed is not None and self._begins_entry(start, end) else None

    def _order(self, stamp: Stamp) -> int:
        """1 if an entry is later than the last one, -1 if it is earlier."""
        if self._listed is None:
            return 0
        last, now = first_day(self._listed[0]), first_day(stamp)
        return (now > last) - (now < last)

    def _begins_entry(self, start: int, end: int) -> bool:
        """ "May 3, 2001 - The king flees"."""
        return heads_line(self._tokens, start, end)

    def at(self, at: int) -> tuple[Stamp, bool] | None:
        """The date from which the story goes on at a token, in one paragraph, and whether that is in one sentence."""
        if self._named is not None and self._is_beside(*self._named, at):
            return self._named[0], True
        if self._told is None or self._word(at - 2) in self._reporting:
            return None
        stamp, end = self._told
        in_sentence = self._reaches(end, at, 0)
        if not self._leads(at) and not (stamp[0] == "year" and (in_sentence or stamp[1] > self._this_year)):
            return None
        goes_on = in_sentence or (stamp[0] != "year" and self._reaches(end, at, _MOST_SENTENCES))
        return (stamp, in_sentence) if goes_on else None

    def _is_beside(self, stamp: Stamp, end: int, at: int) -> bool:
        """ "In 1998, in May": a preposition behind the comma of a year."""
        return stamp[0] == "year" and at == end + 2 and self._tokens[end][0] == "," and self._leads(at)

    def names_date_before(self, at: int) -> bool:
        """Whether the sentence of a token has named a date before it."""
        return self._named is not None and self._reaches(self._named[1], at, 0)

    def month_at(self, at: int) -> Stamp | None:
        """The month that the sentence of a token has named just before it."""
        if self._named is None or self._named[0][0] != "month":
            return None
        return self._near(self._named, at, 0)

    @property
    def is_extent(self) -> bool:
        """Whether the last date only says how long something lasted: "since 1998"."""
        return self._named is not None and self._word(self._start - 1) in self._extents

    def day_at(self, at: int) -> Stamp | None:
        """The last day that the sentence of a token, or one of the two before it, has named."""
        return self._near(self._day, at, _MOST_OF_DAY)

    def month_told_at(self, at: int) -> Stamp | None:
        """The last month that the sentence of a token, or the one before it, has named with its year."""
        return self._near(self._month, at, _MOST_SENTENCES)

    def apposed_at(self, start: int, end: int) -> Stamp | None:
        """The date that stands right before the commas around some tokens."""
        if self._named is None or self._named[1] != start - 1:
            return None
        return self._named[0] if self._word(start - 1) == self._word(end) == "," else None

    def part_at(self, at: int) -> str | None:
        """The part of the day that the sentence of a token has named just before it."""
        part, end = self._part
        return part if part and self._reaches(end, at, 0) else None

    def clock_at(self, at: int) -> Reading | None:
        """The time by the clock that a token's sentence, or the one before it, has told last."""
        return self._near(self._clock, at, _MOST_SENTENCES)

    def _is_in_front(self, start: int) -> bool:
        """ "In 1968", "on a tour in 1968": the sentence opens with a preposition, and another leads to the year."""
        if not self._leads(start):
            return False
        places = range(start - 1, max(-1, start - 1 - _FRONT), -1)
        opening = next((at for at in places if self._opens(at)), None)
        return opening is not None and self._word(opening) in self._leading

    def _opens(self, at: int) -> bool:
        return at == 0 or self._tokens[at - 1][0] in _SENTENCE_ENDS or self._tokens[at - 1].isspace()

    def _leads(self, at: int) -> bool:
        return self._word(at - 1) in self._leading

    def _word(self, at: int) -> str:
        return word_at(self._tokens, at)

    def _near(self, told: tuple[Told, int] | None, at: int, sentences: int) -> Told | None:
        """What was told, if no more sentences end between there and a token."""
        return told[0] if told is not None and self._reaches(told[1], at, sentences) else None

    def _reaches(self, start: int, end: int, sentences: int) -> bool:
        """Whether no more sentences end between two tokens, and no paragraph."""
        if not 0 <= end - start <= _REACH:
            return False
        between = self._tokens[start:end]
        ends = sum(token[0] in _SENTENCE_ENDS and ends_sentence(between, at) for at, token in enumerate(between))
        return ends <= sentences and not any(token.isspace() for token in between)


@lru_cache(maxsize=_MOST_NODES)
def names(node: Node, places: frozenset[str]) -> bool:
    """Whether the words of an expression say something that stands in one of some places: its year.

    >>> from timeline.tagger.matcher import Rule
    >>> from timeline.tagger.pattern import parse_pattern
    >>> rule = Rule("en/month-year", "A month.", (), "period", "date")
    >>> [names(Node(rule, 0, 1, None, parse_pattern(text).items, (0,), None), YEAR) for text in ("{year}", "{month}")]
    [True, False]
    """
    said = any(place.name in places for place in node.places)
    return said or any(isinstance(part, Node) and names(part, places) for part in node.parts)

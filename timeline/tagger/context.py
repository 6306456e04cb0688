"""What an operator may know about the place of an expression."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from timeline.tagger.published import Published
from timeline.tagger.reading import Reading
from timeline.tagger.units import Stamp, coarser, last_day, of_day, some_in, stamp_value

__all__ = ["NO_DOUBT", "TOPICS", "Context"]

NO_DOUBT = 2
"""How surely a sentence looks ahead, or below 0 back, where its words leave no doubt."""

_LOOKS = {-1: "the sentence looks back", 0: "the sentence has no tense", 1: "the sentence looks ahead"}

TOPICS = frozenset({"business", "games"})
"""What a sentence can speak of that has halves and quarters of its own."""


Answer = TypeVar("Answer")


class Question(Generic[Answer]):
    """A question of operators: an attribute of a context that looks its own name up there."""

    def __set_name__(self, owner: type[Context], name: str) -> None:
        """Hear the name that it was given."""
        self._name = name

    def __get__(self, context: Context, owner: type[Context]) -> Answer:
        """The answer, which the context keeps from then on."""
        answer: Answer = context[self._name]
        return answer


class Context(dict[str, Any]):
    """What is known about the place of an expression, by name: what operators have asked, with the answers.

    Args:
        published: The day number of publication.
        known: What else is known; all the rest is None.

    >>> context = Context(0, year=1998)
    >>> context.published, context.year, context.month
    (0, 1998, None)
    """

    publication = Question[Published]()
    """The day of publication, and its time."""

    day_first = Question[bool | None]()
    """Whether 03/04 is the third of April."""

    region = Question[str | None]()
    """Where the text comes from (ISO 3166): some days are others there under the same name."""

    anchors = Question[Sequence[tuple[str, str]] | None]()
    """The dates that an editor has named, with their names."""

    tense = Question[int | None]()
    """The tense of the sentence: below 0 for past, above 0 for future, 2 without doubt."""

    happened = Question[bool | None]()
    """Whether the verb beside the expression tells what is over: "it soon became clear"."""

    present = Question[bool | None]()
    """Whether the sentence tells what is so at its publication: "two years later, he has left"."""

    habit = Question[bool | None]()
    """Whether the clause tells what is so every year: "it usually rains in May"."""

    rate = Question[bool | None]()
    """Whether so much is counted in the expression: "50 concerts a year"."""

    modifies = Question[bool | None]()
    """Whether the expression only describes what it stands before: "the summer holidays"."""

    generic = Question[bool | None]()
    """Whether something is so whenever the season comes: "it is cold in winter"."""

    rank = Question[bool | None]()
    """Whether something is the first or the worst of its kind: "the worst in two years"."""

    business = Question[bool | None]()
    """Whether the sentence speaks of business."""

    games = Question[bool | None]()
    """Whether the sentence speaks of games."""

    possessive = Question[bool | None]()
    """Whether something belongs to the expression: "Friday's ban"."""

    genitive = Question[bool | None]()
    """Whether the expression belongs to something: "the events of this week"."""

    year = Question[int | None]()
    """The year that the sentence has set just before."""

    month = Question[Stamp | None]()
    """The month that the sentence has named just before."""

    mentioned = Question[Stamp | None]()
    """The last date that the text has named before."""

    day = Question[Stamp | None]()
    """The day that the sentence before has named, if the text has named something longer since."""

    apposed = Question[Stamp | None]()
    """The date that stands right before the commas around the expression: "last Friday, two years later,"."""

    extent = Question[bool | None]()
    """Whether that is only how long something lasted: "since 1998"."""

    age = Question[Stamp | None]()
    """The decade or century that the text has named last, if no date since."""

    today = Question[bool | None]()
    """Whether the text has named the day of publication before, and last a date without a time of day."""

    night = Question[bool | None]()
    """Whether what the text has told of last is in an evening or a night."""

    beside = Question[bool | None]()
    """Whether the sentence itself has named a date before."""

    ahead = Question[frozenset[int] | None]()
    """The days of the week to come that the text has named before."""

    reported = Question[Stamp | None]()
    """The last quarter or half of a year that the text has named before."""

    month_told = Question[Stamp | None]()
    """The month of a year of its own that the text has named just before."""

    part = Question[str | None]()
    """The part of the day that the sentence has named just before: ``TNI``."""

    clock = Question[Reading | None]()
    """The time by the clock that the text has told just before."""

    narrated = Question[tuple[Stamp, bool] | None]()
    """The date with a year of its own that the text has told just before, and whether in the same sentence."""

    entry = Question[bool | None]()
    """Whether a line begins with the expression in digits."""

    heading = Question[Stamp | None]()
    """The last day with which a line began."""

    listed = Question[tuple[Stamp, int] | None]()
    """The date of the last entry of a chronology, where the expression begins another; 1 if the dates go forward, -1
    if they go back, 0 if that is not known yet."""

    steps: list[str] | None = None
    """Where to write down the reasoning; None if nobody asks for it."""

    def __init__(self, published: int, **known: Any) -> None:
        super().__init__(known, publication=Published(published, published))

    def __missing__(self, name: str) -> Any:
        """What nobody has told."""
        return None

    @property
    def published(self) -> int:
        """The day number of publication."""
        return self.publication.first

    def note(self, step: str) -> None:
        """Write down one step of the reasoning, if anybody asks for it."""
        if self.steps is not None:
            self.steps.append(step)

    def now(self, unit: str) -> Stamp:
        """The unit of publication: this month, this year.

        >>> stamp_value(Context(0).now("month"))
        '1970-01'
        """
        return of_day(unit, self.published)

    def told(self) -> Stamp:
        """The time the text is at: the last date it named, else the day of publication."""
        mentioned = self.mentioned
        if mentioned is None:
            self.note("the text names no date before: from the publication date")
            return ("day", self.published)
        self.note(f"from the date named before: {stamp_value(mentioned)}")
        return mentioned

    def day_told(self) -> Stamp:
        """The day the text is at.

        That of publication where it is longer than a day, or yet to come and told in another sentence, while this one
        looks back.
        """
        told = self.told()
        if told[0] != "day":
            before = self.day
            is_it = before is not None and before[1] <= self.published and self.direction() < 0
            told = before if before and is_it else ("day", self.published)
            self.note(f"no day: from {stamp_value(told)}")
        if told[1] > self.published and not self.beside and self.direction() < 0:
            self.note("that is yet to come: from the publication date")
            return ("day", self.published)
        return told

    def day_at(self) -> Stamp:
        """The day of a time that names none: the day the text is at.

        That of publication if the text has named it before: an earlier date in another sentence is the background of
        what news tells. But a time of day there is part of the story, which goes on from it.
        """
        told = self.day_told()
        if told[1] >= self.published or self.beside or not self.today:
            return told
        self.note("another sentence told of that: the day of publication, named before")
        return ("day", self.published)

    def morning_at(self) -> Stamp:
        """The day of the first hours that are told of: behind an evening or a night the next one.

        Not if that is yet to come while the sentence looks back.
        """
        day = self.day_at()
        is_next = self.night and day == self.mentioned and (day[1] < self.published or self.direction() >= 0)
        if not is_next:
            return day
        self.note("the first hours behind a night: the next day")
        return ("day", day[1] + 1)

    def some_told(self, unit: str) -> str:
        """The value of a unit in the longer stretch of the past that the text is at: it does not say which.

        Empty if it does, or if that stretch is not over.

        >>> Context(0, mentioned=("month", 1968 * 12 + 4)).some_told("day")
        '1968-05-XX'
        """
        told = self.mentioned
        if told is None or not coarser(told[0], unit) or last_day(told) >= self.published:
            return ""
        self.note(f"some {unit} in the date named before: {stamp_value(told)}")
        return some_in(unit, told)

    def direction(self) -> int:
        """Where the sentence looks: below 0 back, above 0 ahead, 0 if it does not tell; 2 if there is no doubt."""
        direction = self.tense or 0
        self.note(_LOOKS[(direction > 0) - (direction < 0)])
        return direction

    def narrative(self, *, exact: bool) -> Stamp | None:
        """The date whose year a day goes on in, told just before, or anything longer, told in the same sentence."""
        stamp, in_sentence = self.narrated or (None, False)
        return stamp if exact or in_sentence else None

"""What an operator may know about the place of an expression."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from timeline.tagger.units import Stamp, of_day, stamp_value

__all__ = ["TOPICS", "Context"]


_LOOKS = {-1: "the sentence looks back", 0: "the sentence has no tense", 1: "the sentence looks ahead"}


TOPICS = frozenset({"business", "games"})
"""What a sentence can speak of that has halves and quarters of its own."""


def _no_tense() -> int:
    return 0


def _no_rank() -> bool:
    return False


def _no_topic(_: str) -> bool:
    return False


@dataclass(slots=True)
class Context:
    """The day of publication, the time the text is at, and what is known about the sentence.

    Args:
        published: The day number of publication.
        clock: The time of day of publication, ``T15:00``, or "".
        day_first: Whether 03/04 is the third of April; None if it is not known.
        anchors: The dates that an editor has named.
        tense: Asks the sentence: below 0 for past, above 0 for future, 0 if it does not tell; 2 without doubt.
        rank: Asks the sentence whether something is the first or the worst of its kind: "the worst in two years".
        topic: Asks the sentence whether it speaks of something that the locale has words for: of business, of a game.
        mentioned: The last date that the text has named before, if any.
        quarter: The last quarter that the text has named before.
        month: The month that the sentence has named just before, if any.
        year: The year that the sentence has set, if any.
        narrated: The date with a year of its own that the text has told just before, if any, and whether that was in
            the same sentence.
        steps: Where to write down the reasoning; None if nobody asks for it.
        asked: What operators have asked for beside the day of publication.
    """

    published: int
    clock: str = ""
    day_first: bool | None = None
    anchors: Mapping[str, str] = field(default_factory=dict)
    tense: Callable[[], int] = _no_tense
    rank: Callable[[], bool] = _no_rank
    topic: Callable[[str], bool] = _no_topic
    mentioned: Stamp | None = None
    quarter: Stamp | None = None
    month: Stamp | None = None
    year: int | None = None
    narrated: tuple[Stamp, bool] | None = None
    steps: list[str] | None = None
    asked: set[str] = field(default_factory=set)

    def answer(self, name: str) -> object:
        """What is known about the place under a name that operators ask for."""
        if name in TOPICS:
            return self.topic(name)
        known = getattr(self, name)
        return known() if callable(known) else known

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
        self.asked.add("mentioned")
        if self.mentioned is None:
            self.note("the text names no date before: from the publication date")
            return ("day", self.published)
        self.note(f"from the date named before: {stamp_value(self.mentioned)}")
        return self.mentioned

    def direction(self) -> int:
        """Where the sentence looks: below 0 back, above 0 ahead, 0 if it does not tell; 2 if there is no doubt."""
        self.asked.add("tense")
        direction = self.tense()
        self.note(_LOOKS[(direction > 0) - (direction < 0)])
        return direction

    def ranks(self) -> bool:
        """Whether something is the first or the worst of its kind."""
        self.asked.add("rank")
        return self.rank()

    def is_about(self, topic: str) -> bool:
        """Whether the sentence speaks of business or of a game, which have halves and quarters of their own."""
        self.asked.add(topic)
        return self.topic(topic)

    def year_in_force(self) -> int | None:
        """The year that the sentence has set, if any."""
        self.asked.add("year")
        return self.year

    def narrative(self, *, exact: bool) -> Stamp | None:
        """The date whose year a day goes on in, told just before, or anything longer, told in the same sentence."""
        self.asked.add("narrated")
        stamp, in_sentence = self.narrated or (None, False)
        return stamp if exact or in_sentence else None

    def last_month(self) -> Stamp | None:
        """The month that the sentence has named just before, if any."""
        self.asked.add("month")
        return self.month

    def last_quarter(self) -> Stamp | None:
        """The last quarter that the text has named before."""
        self.asked.add("quarter")
        return self.quarter

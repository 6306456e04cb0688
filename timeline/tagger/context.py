"""What an operator may know about the place of an expression."""

from __future__ import annotations

from typing import Any

from timeline.tagger.published import Published
from timeline.tagger.units import Stamp, of_day, stamp_value

__all__ = ["TOPICS", "Context"]

_LOOKS = {-1: "the sentence looks back", 0: "the sentence has no tense", 1: "the sentence looks ahead"}

TOPICS = frozenset({"business", "games"})
"""What a sentence can speak of that has halves and quarters of its own."""


class Context(dict[str, Any]):
    """What is known about the place of an expression, by name: what operators have asked, with the answers.

    ``published`` is the day of publication, a `Published`; ``day_first`` whether 03/04 is the third of April;
    ``anchors`` the dates that an editor has named. Of the sentence, ``tense`` is below 0 for past, above 0 for future,
    2 without doubt; ``rank`` is whether something is the first or the worst of its kind: "the worst in two years";
    ``business`` and ``games`` are whether it speaks of them; ``year`` and ``month`` are what it has named just before.
    ``mentioned`` is the last date that the text has named before, ``quarter`` the last quarter; ``narrated`` the date
    with a year of its own that it has told just before, and whether that was in the same sentence; ``entry`` is whether
    a line begins with the expression in digits, and ``heading`` the last day with which one began.

    Args:
        published: The day number of publication.
        known: What else is known; all the rest is None.
    """

    steps: list[str] | None = None
    """Where to write down the reasoning; None if nobody asks for it."""

    def __init__(self, published: int, **known: Any) -> None:
        super().__init__(known, published=Published(published, published))

    def __missing__(self, name: str) -> Any:
        """What nobody has told."""
        return None

    @property
    def published(self) -> int:
        """The day number of publication."""
        day: int = self["published"].first
        return day

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
        mentioned: Stamp | None = self["mentioned"]
        if mentioned is None:
            self.note("the text names no date before: from the publication date")
            return ("day", self.published)
        self.note(f"from the date named before: {stamp_value(mentioned)}")
        return mentioned

    def direction(self) -> int:
        """Where the sentence looks: below 0 back, above 0 ahead, 0 if it does not tell; 2 if there is no doubt."""
        direction: int = self["tense"] or 0
        self.note(_LOOKS[(direction > 0) - (direction < 0)])
        return direction

    def narrative(self, *, exact: bool) -> Stamp | None:
        """The date whose year a day goes on in, told just before, or anything longer, told in the same sentence."""
        stamp, in_sentence = self["narrated"] or (None, False)
        return stamp if exact or in_sentence else None

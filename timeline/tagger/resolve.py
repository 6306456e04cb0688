"""The reading of texts in one language that were published on one day, or on one of some days."""

from __future__ import annotations

from contextlib import nullcontext
from functools import lru_cache

from timeline.model.timex import Timex
from timeline.tagger.consensus import agree
from timeline.tagger.locale import Locale
from timeline.tagger.memory import Memory
from timeline.tagger.partial import in_common
from timeline.tagger.published import Published
from timeline.tagger.tense import Tense
from timeline.tagger.text import Text
from timeline.tagger.text_pass import Found, Settled, TextPass
from timeline.tagger.units import Stamp
from timeline.yamldoc import no_garbage_collection

__all__ = ["Resolver"]

_LONG = 50_000
"""So many characters have a text of which the expressions may be very many."""


@lru_cache(maxsize=8)
def _tense_of(locale: Locale) -> Tense:
    return Tense(locale)


@lru_cache(maxsize=8)
def _memory_of(_: Locale) -> Memory:
    return Memory()


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
        self.anchors: tuple[tuple[str, str], ...] = anchors
        self.day_first: bool | None = day_first
        self.region: str = region
        self.explaining = explaining
        self.tense: Tense = _tense_of(locale)
        self.memory = _memory_of(locale)

    def timexes(self, text: str) -> list[Timex]:
        """All expressions of a text as the tagger hands them out."""
        # The collector would run over those of a long text again and again; for a short one, pausing it costs more.
        with no_garbage_collection() if len(text) > _LONG else nullcontext():
            return [found.timex() for found in self.read(text)]

    def read(self, text: str, mentioned: Stamp | None = None) -> list[Found]:
        """All expressions of a text, in its order.

        Args:
            text: The text.
            mentioned: The date that was named before it, if any.
        """
        tokens, characters = self.locale.lexer.lex(text)
        runs = self.locale.matcher.runs(characters)
        whole = Text(text, tokens, self.tense)
        if self.published.known:
            return TextPass(self, self.published, whole, mentioned).read(runs)
        met, settled = list(runs), Settled()
        first, *others = (TextPass(self, day, whole, mentioned, settled) for day in self.published.each())
        found = first.read(met)
        if not first.depends_on_day:
            return found
        return agree(in_common([found, *(one.read(met) for one in others)], self.published.text))

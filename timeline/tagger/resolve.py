"""The reading of texts in one language that were published on one day, or on one of some days."""

from __future__ import annotations

from functools import lru_cache

from timeline.tagger.consensus import agree
from timeline.tagger.locale import Locale
from timeline.tagger.memory import Memory
from timeline.tagger.partial import in_common
from timeline.tagger.published import Published
from timeline.tagger.tense import Tense
from timeline.tagger.text import Text
from timeline.tagger.text_pass import Found, Settled, TextPass
from timeline.tagger.units import Stamp

__all__ = ["Resolver"]


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

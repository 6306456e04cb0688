"""The reading of texts in one language that were published on one day, or on one of some days."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from functools import lru_cache

from timeline.model.garbage import no_garbage_collection
from timeline.model.timex import Timex
from timeline.tagger.consensus import agree
from timeline.tagger.locale import Locale
from timeline.tagger.matcher import Node
from timeline.tagger.memory import Memory
from timeline.tagger.partial import in_common
from timeline.tagger.published import Published
from timeline.tagger.tense import Tense
from timeline.tagger.text import Text
from timeline.tagger.text_pass import Found, Settled, TextPass
from timeline.tagger.units import Stamp

__all__ = ["Resolver", "Run", "timexes_of"]

Run = tuple[int, tuple[Node, ...]]
"""The token from which the trees of a run count, and the trees."""

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

    def read(self, text: str, mentioned: Stamp | None = None) -> list[Found]:
        """All expressions of a text, in its order.

        Args:
            text: The text.
            mentioned: The date that was named before it, if any.
        """
        whole, characters = self.lexed(text)
        return self.found(whole, self.met(characters), mentioned)

    def lexed(self, text: str) -> tuple[Text, str]:
        """The first step of three: a text as tokens, and the characters of their classes."""
        tokens, characters = self.locale.lexer.lex(text)
        return Text(text, tokens, self.tense), characters

    def met(self, characters: str) -> list[Run]:
        """The second step: the trees of rules that match, with the token from which each run counts."""
        return list(self.locale.matcher.runs(characters))

    def found(self, text: Text, met: Sequence[Run], mentioned: Stamp | None = None) -> list[Found]:
        """The third step: what they mean at their place."""
        if self.published.known:
            return TextPass(self, self.published, text, mentioned).read(met)
        settled = Settled()
        first, *others = (TextPass(self, day, text, mentioned, settled) for day in self.published.each())
        found = first.read(met)
        if not first.depends_on_day:
            return found
        return agree(in_common([found, *(one.read(met) for one in others)], self.published.text))


def timexes_of(texts: Sequence[tuple[Resolver, str]]) -> list[list[Timex]]:
    """All expressions of some texts as the tagger hands them out.

    Each step is done for all texts before the next: what a step needs stays in the caches of the processor.
    """
    # The collector would run over those of a long text again and again; for a short one, pausing it costs more.
    with no_garbage_collection() if sum(len(text) for _, text in texts) > _LONG else nullcontext():
        lexed = [resolver.lexed(text) for resolver, text in texts]
        met = [resolver.met(characters) for (resolver, _), (_, characters) in zip(texts, lexed, strict=True)]
        read = [resolver.found(text, runs) for (resolver, _), (text, _), runs in zip(texts, lexed, met, strict=True)]
        return [[found.timex() for found in one] for one in read]

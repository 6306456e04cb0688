"""Text to time expressions: find them, resolve them against the day of publication, and say why."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError
from timeline.model.timex import Timex

if TYPE_CHECKING:
    from timeline.tagger.explanation import Explanation
    from timeline.tagger.resolve import Resolver

__all__ = ["explain", "explain_all", "frames", "resolve_phrase", "tag", "tag_all"]

Day = str | datetime.date | EdtfDate
"""A date as callers have it: of a `datetime.datetime` the time and the zone are kept, and no zone is added."""

Anchors = Mapping[str, Day]
"""Dates with names of their own."""

_NO_ANCHORS: Anchors = {}
_BATCH = 500_000  # characters
_ANCHORS_KEPT = 16  # each names have a grammar of their own, of several megabytes
_DAYS_KEPT = 1_000  # an archive comes back to its days again and again


def tag(
    text: str,
    published: Day | None,
    language: str = "en",
    *,
    anchors: Anchors = _NO_ANCHORS,
    day_first: bool | None = None,
) -> list[Timex]:
    """The time expressions of a text, in its order, with their TIMEX3 values.

    Args:
        text: The text.
        published: The day of publication, or a part of it (``2026``, ``2026-02``), or None: then what depends on it
            stays open.
        language: The language of the text, a BCP 47 tag.
        anchors: Dates with names of their own, each as the text has it: ``{"the summit": "2025-08-15"}``.
        day_first: Whether ``03/04/2025`` is the third of April. None goes by the language
            (``en-GB``: it is, ``en-US``: it is not), and keeps both readings if that does not tell (``en``).

    Raises:
        DateError: ``published`` or the date of an anchor is no date.
        TimelineError: There are no rules for the language.

    >>> [(timex.value, timex.rule) for timex in tag("They met in February last year.", "2026-02-11")]
    [('2025-02', 'en/month-year')]
    """
    return next(tag_all([(text, published)], language, anchors=anchors, day_first=day_first))


def tag_all(
    texts: Iterable[tuple[str, Day | None]],
    language: str = "en",
    *,
    anchors: Anchors = _NO_ANCHORS,
    day_first: bool | None = None,
) -> Iterator[list[Timex]]:
    """The time expressions of each of many texts, as `tag` gives them: faster, and with no more than some in memory.

    Args:
        texts: The texts, each with its day of publication.
        language: The language of all, a BCP 47 tag.
        anchors: Dates with names of their own, as for `tag`.
        day_first: Whether ``03/04/2025`` is the third of April, as for `tag`.

    Raises:
        DateError: ``published`` or the date of an anchor is no date.
        TimelineError: There are no rules for the language.

    >>> texts = [("They met on Friday.", "2026-02-11"), ("It rained.", None)]
    >>> [[timex.value for timex in found] for found in tag_all(texts)]
    [['2026-02-06'], []]
    """
    from timeline.tagger.resolve import timexes_of

    pairs = _pairs(anchors)
    for batch in _batches(texts):
        yield from timexes_of(
            [(_resolver(language, _text(published), pairs, day_first), text) for text, published in batch]
        )


def _batches(texts: Iterable[tuple[str, Day | None]]) -> Iterator[list[tuple[str, Day | None]]]:
    """So many texts at a time that no more than some characters are held."""
    batch: list[tuple[str, Day | None]] = []
    length = 0
    for text, published in texts:
        batch.append((text, published))
        length += len(text)
        if length >= _BATCH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def frames(language: str) -> Mapping[str, str]:
    """What stands around the dates of a range in a language, each date an underscore, and the interval that it means.

    >>> frames("en")["from _ to _"], frames("en")["since _"]
    ('_/_', '_/..')
    """
    from timeline.tagger.locale import load_locale

    return load_locale(language).frames


def _text(published: Day | None) -> str:
    if isinstance(published, str):
        return published
    return "" if published is None else str(EdtfDate.of(published))


def _pairs(anchors: Anchors) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, _anchor(name, day)) for name, day in anchors.items()))


def _anchor(name: str, day: Day) -> str:
    try:
        return str(EdtfDate.of(day))
    except DateError as error:
        raise DateError(f"the date of the anchor {name!r} is wrong: {error.message}", hint=error.hint) from error


def _resolver(
    language: str,
    published: str,
    anchors: tuple[tuple[str, str], ...],
    day_first: bool | None,
    *,
    explaining: bool = False,
) -> Resolver:
    return (_of_anchors if anchors else _of_days)(language, published, anchors, day_first, explaining)


def _made(
    language: str, published: str, anchors: tuple[tuple[str, str], ...], day_first: bool | None, explaining: bool
) -> Resolver:
    from timeline.tagger.locale import load_locale, region_of
    from timeline.tagger.published import read_published
    from timeline.tagger.resolve import Resolver

    locale = load_locale(language, frozenset(name for name, _ in anchors))
    order = locale.day_first(language) if day_first is None else day_first
    return Resolver(locale, read_published(published), anchors, order, region_of(language), explaining=explaining)


_of_days = lru_cache(maxsize=_DAYS_KEPT)(_made)
_of_anchors = lru_cache(maxsize=_ANCHORS_KEPT)(_made)


def explain(
    text: str,
    published: Day | None,
    language: str = "en",
    *,
    anchors: Anchors = _NO_ANCHORS,
    day_first: bool | None = None,
) -> Explanation | None:
    """Why the first time expression of a text has its value, None if there is none.

    Raises:
        DateError: ``published`` or the date of an anchor is no date.
        TimelineError: There are no rules for the language.

    >>> explanation = explain("February last year", "2026-02-11")
    >>> explanation.value, str(explanation.earliest), str(explanation.latest)
    ('2025-02', '2025-02-01', '2025-02-28')
    """
    return next(_explained(text, published, language, anchors, day_first), None)


def explain_all(
    text: str,
    published: Day | None,
    language: str = "en",
    *,
    anchors: Anchors = _NO_ANCHORS,
    day_first: bool | None = None,
) -> list[Explanation]:
    """Why each time expression of a text has its value: what comes before may be what it counts from.

    Raises:
        DateError: ``published`` or the date of an anchor is no date.
        TimelineError: There are no rules for the language.

    >>> [why.steps[-1] for why in explain_all("It began on 5 May 2024. Two days later it ended.", "2026-02-11")][1]
    'from 2024-05-05 +2 day'
    """
    return list(_explained(text, published, language, anchors, day_first))


def _explained(
    text: str, published: Day | None, language: str, anchors: Anchors, day_first: bool | None
) -> Iterator[Explanation]:
    from timeline.tagger.explanation import explanation_of

    resolver = _resolver(language, _text(published), _pairs(anchors), day_first, explaining=True)
    return (explanation_of(text, found, _text(published)) for found in resolver.read(text))


def resolve_phrase(
    phrase: str,
    published: Day | None,
    language: str = "en",
    anchors: Anchors = _NO_ANCHORS,
    previous: EdtfDate | None = None,
    quote: str = "",
    *,
    planned: bool = False,
) -> tuple[EdtfDate | None, Explanation | None]:
    """The date of a phrase that somebody wrote in place of a date, and why; both None if it is none.

    Args:
        phrase: The phrase: "February last year", "three days later".
        published: The day of publication, as for `tag`.
        language: Its language; a lone date in a language without rules is read too.
        anchors: Dates with names of their own.
        previous: The date of the event before: what "later" counts from.
        quote: The words of a source; a phrase that is among them is read there.
        planned: Whether it looks ahead where no word tells, for what it dates is planned.

    Raises:
        DateError: ``published`` or the date of an anchor is no date.

    >>> date, why = resolve_phrase("three days later", "2026-02-11", previous=tag("12 August 2025", None)[0].date)
    >>> str(date)
    '2025-08-15'
    >>> str(resolve_phrase("Friday", "2026-02-11", quote="Envoys will meet in Rome on Friday.")[0])
    '2026-02-13'
    """
    from timeline.tagger.phrase import resolve

    return resolve(phrase, _text(published), language, _pairs(anchors), previous, quote, planned=planned)

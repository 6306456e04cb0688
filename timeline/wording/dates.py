"""Dates in the words of a language, no more exact than they were stated."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from timeline.model.date import EdtfDate
from timeline.model.edtf import Point, Precision
from timeline.wording.language import Language, language_of
from timeline.wording.points import begin_or_end, clock, joined, kind, mark, plain, shortened

__all__ = ["date_in_words", "reasoning"]


@lru_cache(maxsize=20_000)
def date_in_words(date: EdtfDate, language: str = "en") -> str:
    """A date as people of a language write it, no more exact than it was stated.

    Args:
        date: The date.
        language: A BCP 47 tag; English where it is not known.

    >>> [date_in_words(EdtfDate(text)) for text in ("2025-02-12", "2025-02", "-3299~", "2025-21", "18XX")]
    ['12 February 2025', 'February 2025', 'about 3300 BCE', 'spring 2025', '19th century']
    >>> [date_in_words(EdtfDate(text)) for text in ("1961/1972", "2022-02-24/..", "../2019")]
    ['1961 to 1972', 'since 24 February 2022', 'until 2019']
    >>> date_in_words(EdtfDate("[2025-03-04,2025-04-03]")), date_in_words(EdtfDate("2025-02-12"), "de")
    ('4 March or 3 April 2025', '12. Februar 2025')
    """
    return _said(date, language_of(language))


def reasoning(
    expression: str,
    published: EdtfDate | None,
    date: EdtfDate,
    language: str = "en",
    *,
    anchors: Mapping[str, EdtfDate] = MappingProxyType({}),
    before: EdtfDate | None = None,
) -> str:
    """How a phrase became a date, in one line of plain text.

    Args:
        expression: The phrase as the source has it.
        published: The publication date that it was counted from, None if it needed none.
        date: What it means.
        language: A BCP 47 tag.
        anchors: The days with a name that it was counted from.
        before: The date told before that it was counted from, None if it needed none.

    >>> reasoning("February last year", EdtfDate("2026-02-11"), EdtfDate("2025-02"))
    '“February last year”, published 11 February 2026 → February 2025'
    >>> reasoning("six days later", None, EdtfDate("2020-03-10"), before=EdtfDate("2020-03-04"))
    '“six days later”, counted from 4 March 2020 → 10 March 2020'
    >>> reasoning("a day after the vote", None, EdtfDate("2019-06-04"), anchors={"the vote": EdtfDate("2019-06-03")})
    '“a day after the vote”, the vote: 3 June 2019 → 4 June 2019'
    """
    words = language_of(language)
    named = [f"{name}: {date_in_words(day, language)}" for name, day in anchors.items()]
    stated = {"counted": before, "published": published}
    counted = [_counted(name, day, words) for name, day in stated.items() if day]
    arrow = "←" if words.locale.text_direction == "rtl" else "→"
    origin = words.comma.join([words.phrases.get("quoted", "“{}”").format(expression), *named, *counted])
    return f"{origin} {arrow} {date_in_words(date, language)}"


def _counted(relation: str, date: EdtfDate, words: Language) -> str:
    if date.is_choice or date.is_interval:
        return words.say(relation, _said(date, words), kind="interval")
    return _related(relation, date.points[0], words)


def _said(date: EdtfDate, words: Language) -> str:
    if date.is_choice:
        return _choice(date, words)
    if not date.is_interval:
        return _qualified(date.points[0], words)
    first, last = (
        point and begin_or_end(point, words, is_end=is_end)
        for point, is_end in zip(date.points, (False, True), strict=True)
    )
    if first is None or last is None:
        return _related("until", last, words) if first is None else _related("since", first, words)
    return _interval(first, last, words)


def _related(relation: str, point: Point | None, words: Language) -> str:
    """A point behind a word that tells what it is for: "until 2019", in the form that its sort of date takes."""
    marked = mark(point) if point else ""
    if point and marked == "~" and f"{relation}-about" in words.phrases:
        return words.say(f"{relation}-about", plain(point, words), kind=kind(point, words))
    sort = {"": kind(point, words), "~": "about"}.get(marked, "perhaps")
    return words.say(relation, _qualified(point, words), kind=sort)


def _choice(date: EdtfDate, words: Language) -> str:
    points = [point for point in date.points if point]
    if len({mark(point) for point in points}) > 1:
        return words.either([_qualified(point, words) for point in points])
    said = words.either([shortened(point, points[-1], words) for point in points])
    return _with_mark(mark(points[0]), said, words, "interval")


def _interval(first: Point, last: Point, words: Language) -> str:
    if mark(first) != mark(last):
        return f"{_related('from', first, words)} {_related('till', last, words)}"
    is_one_day = first.first_day == last.first_day and min(first.precision, last.precision) > Precision.DAY
    said = _times(first, last, words) if is_one_day else joined(first, last, words)
    return _with_mark(mark(first), said, words, "interval")


def _times(first: Point, last: Point, words: Language) -> str:
    """Two times of one day, which say that day, and a zone that both have, once."""
    end = clock(last)
    _, space, zone = end.partition(" ")
    return f"{words.say('from', plain(first, words).removesuffix(space + zone))} {words.say('till', end)}"


def _qualified(point: Point | None, words: Language) -> str:
    if point is None:
        return words.say("unknown")
    said = plain(point, words)
    return said if said == words.say("unknown") else _with_mark(mark(point), said, words, kind(point, words))


def _with_mark(marked: str, text: str, words: Language, sort: str) -> str:
    if "~" in marked or "%" in marked:
        text = words.say("about", text, kind=sort)
    return words.say("perhaps", text, kind=sort) if "?" in marked or "%" in marked else text

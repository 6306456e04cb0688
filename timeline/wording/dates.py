"""Dates in the words of a language, no more exact than they were stated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from timeline.model.date import EdtfDate
from timeline.model.edtf import SUBYEARS, Point, Precision
from timeline.model.gregorian import civil_from_days
from timeline.wording.language import Language, language_of

__all__ = ["date_in_words", "reasoning"]

_SEASONS = ("spring", "summer", "autumn", "winter")
_ENDS = ("from", "till")


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
    origin = ", ".join([words.phrases.get("quoted", "“{}”").format(expression), *named, *counted])
    return f"{origin} {arrow} {date_in_words(date, language)}"


def _counted(relation: str, date: EdtfDate, words: Language) -> str:
    if date.is_choice or date.is_interval:
        return words.say(relation, _said(date, words), kind="interval")
    return _related(relation, date.points[0], words)


def _said(date: EdtfDate, words: Language) -> str:
    if date.is_choice:
        return _choice(date, words)
    first, last = date.points[0], date.points[-1]
    if not date.is_interval:
        return _qualified(first, words)
    if first is None or last is None:
        return _related("until", last, words) if first is None else _related("since", first, words)
    return _interval(first, last, words)


def _related(relation: str, point: Point | None, words: Language) -> str:
    """A point behind a word that tells what it is for: "until 2019", in the form that its sort of date takes."""
    mark = _mark(point) if point else ""
    if point and mark == "~" and f"{relation}-about" in words.phrases:
        return words.say(f"{relation}-about", _plain(point, words), kind=_kind(point))
    kind = {"": _kind(point), "~": "about"}.get(mark, "perhaps")
    return words.say(relation, _qualified(point, words), kind=kind)


def _choice(date: EdtfDate, words: Language) -> str:
    points = [point for point in date.points if point]
    *others, last = [_shortened(point, points[-1], words) for point in points]
    pattern = str(words.locale.list_patterns["or"]["2"])
    said = ", ".join(others)
    return pattern.format(said, last) if said else last


def _interval(first: Point, last: Point, words: Language) -> str:
    mark = _mark(first)
    if mark != _mark(last):
        return f"{_related('from', first, words)} {_related('till', last, words)}"
    is_one_day = first.first_day == last.first_day and min(first.precision, last.precision) > Precision.DAY
    if is_one_day:
        begin, end = (words.say(name, text) for name, text in zip(_ENDS, _times(first, last, words), strict=True))
    else:
        begin = words.say("from", _shortened(first, last, words), kind=_kind(first))
        end = words.say("till", _plain(last, words), kind=_kind(last))
    return _with_mark(mark, f"{begin} {end}", words, "interval")


def _times(first: Point, last: Point, words: Language) -> tuple[str, str]:
    """Two times of one day, which say that day, and a zone that both have, once."""
    end = _clock(last.text.partition("T")[2])
    _, space, zone = end.partition(" ")
    return _plain(first, words).removesuffix(space + zone), end


def _shortened(point: Point, last: Point, words: Language) -> str:
    """A point without what the last one says again: "12" of "12 to 15 February 2025"."""
    if point is last or point.precision is not last.precision or not words.shortens:
        return _plain(point, words)
    (year, month, day), (last_year, last_month, _) = _civil(point), _civil(last)
    if point.precision is Precision.YEAR and year <= 0 and last_year <= 0:
        return words.year_number(year)
    if year != last_year or point.precision not in (Precision.MONTH, Precision.DAY):
        return _plain(point, words)
    if point.precision is Precision.MONTH:
        return words.month(month)
    return words.day(day) if month == last_month and words.day_first else words.fields("MMMMd", month=month, day=day)


def _civil(point: Point) -> tuple[int, int, int]:
    return civil_from_days(point.first_day or 0)


def _mark(point: Point) -> str:
    return "".join(sorted(set(point.qualifiers)))


def _kind(point: Point | None) -> str:
    """What sort of date it is, as the forms of phrases are named."""
    if point is None:
        return "unknown"
    if point.precision is Precision.SEASON:
        return _SEASONS[(_subyear(point) - 21) % 4]
    return "time" if point.precision > Precision.DAY else point.precision.name.lower()


def _subyear(point: Point) -> int:
    return int(_without_marks(point).rpartition("-")[2])


def _without_marks(point: Point) -> str:
    return re.sub("[?~%]", "", point.text)


def _qualified(point: Point | None, words: Language) -> str:
    return (
        words.say("unknown") if point is None else _with_mark(_mark(point), _plain(point, words), words, _kind(point))
    )


def _with_mark(mark: str, text: str, words: Language, kind: str) -> str:
    if "~" in mark or "%" in mark:
        text = words.say("about", text, kind=kind)
    return words.say("perhaps", text, kind=kind) if "?" in mark or "%" in mark else text


def _plain(point: Point, words: Language) -> str:
    text = _without_marks(point)
    if point.first_day is None:
        return _without_year(text, words)
    year, month, day = civil_from_days(point.first_day)
    if point.precision < Precision.YEAR:
        return _stretch(point, words)
    if "X" in text.partition("T")[0][1:5]:
        return text
    if point.precision < Precision.MONTH:
        return _year_or_part(point, words)
    if point.precision is Precision.MONTH:
        return words.fields("yMMMM", year, month)
    said = words.fields("yMMMMd", year, month, day)
    return f"{said}, {_clock(text.partition('T')[2])}" if "T" in text else said


def _without_year(text: str, words: Language) -> str:
    parts = text.split("-")
    if len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit():
        return words.fields("MMMMd", month=int(parts[1]), day=int(parts[2]))
    return words.say("unknown")


def _year_or_part(point: Point, words: Language) -> str:
    year, precision = _civil(point)[0], point.precision
    said = words.year(year)
    if precision is Precision.YEAR:
        return said
    number = _subyear(point)
    if precision is Precision.SEASON and "seasons" in words.phrases:
        return words.phrases["seasons"].split("|")[(number - 21) % 4].format(_season_year(year, number, words))
    if precision is Precision.HALF and "halves" in words.phrases:
        return words.phrases["halves"].split("|")[number - 40].format(said)
    quarter = words.quarter(year, number - 32) if precision is Precision.QUARTER else None
    return quarter or _months(point, words)


def _season_year(year: int, number: int, words: Language) -> str:
    crosses = SUBYEARS[number][1] == 12
    return f"{year}/{(year + 1) % 100:02d}" if crosses and year > 0 else words.year(year)


def _months(point: Point, words: Language) -> str:
    first, last = (str(EdtfDate.of_day(day or 0)).rpartition("-")[0] for day in (point.first_day, point.last_day))
    begin, end = EdtfDate(f"{first}/{last}").points
    return _interval(begin, end, words) if begin and end else point.text


def _stretch(point: Point, words: Language) -> str:
    """A decade, a century or a millennium."""
    first, last = civil_from_days(point.first_day or 0)[0], civil_from_days(point.last_day or 0)[0]
    name = point.precision.name.lower()
    if name not in words.phrases or (name == "decade" and first < 1000):
        return f"{words.say('from', words.year(first))} {words.say('till', words.year(last))}"
    if name == "decade":
        return words.say("decade", str(first))
    length = last - first + 1
    number = first // length + 1 if first >= 0 else -first // length + 1
    said = words.say(name, words.ordinal(number))
    return said if first >= 0 else words.in_era(said, first)


def _clock(text: str) -> str:
    """A time of day with its zone: "15:00 UTC", "15:00 UTC+02:00"."""
    time, sign, offset = re.fullmatch(r"([\d:]*)(Z|[+-]?)(.*)", text, re.ASCII).groups()  # type: ignore[union-attr]
    clock = time if ":" in time else f"{time}:00"
    return f"{clock} UTC" if sign == "Z" else f"{clock} UTC{sign}{offset}" if sign else clock

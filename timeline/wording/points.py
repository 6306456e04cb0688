"""One undivided date in the words of a language, or the two ends that it is told by where it has none."""

from __future__ import annotations

import re

from timeline.model.date import EdtfDate
from timeline.model.edtf import SUBYEARS, Point, Precision
from timeline.model.gregorian import civil_from_days
from timeline.wording.language import Language

__all__ = ["begin_or_end", "clock", "joined", "kind", "mark", "plain", "shortened"]

_MONTHS = frozenset(f"{month:02d}" for month in range(1, 13))
_SEASONS = ("spring", "summer", "autumn", "winter")


def plain(point: Point, words: Language) -> str:
    """A point in words, without what its marks say of it.

    >>> from timeline.wording.language import language_of
    >>> [plain(EdtfDate("18XX~").points[0], language_of(tag)) for tag in ("en", "it")]
    ['19th century', '1800 – 1899']
    """
    own = _own(point, words)
    first, last = (None, None) if own else _ends(point)
    return joined(first, last, words) if first and last else own or point.text


def joined(first: Point, last: Point, words: Language) -> str:
    """What lies between two points, in words: "12 to 15 February 2025"."""
    begin = words.say("from", shortened(first, last, words), kind=kind(first, words))
    return f"{begin} {words.say('till', plain(last, words), kind=kind(last, words))}"


def begin_or_end(point: Point, words: Language, *, is_end: bool) -> Point:
    """What of a point tells where an interval begins or ends: itself, or its own end if it is told by its ends.

    >>> from timeline.wording.language import language_of
    >>> [begin_or_end(EdtfDate("18XX").points[0], language_of(tag), is_end=True).text for tag in ("en", "it")]
    ['18XX', '1899']
    """
    return point if _own(point, words) else _ends(point)[is_end] or point


def kind(point: Point | None, words: Language) -> str:
    """What sort of date it is, as the forms of phrases are named.

    >>> from timeline.wording.language import language_of
    >>> [kind(EdtfDate(text).points[0], language_of("en")) for text in ("2025-02-12", "199X", "2025-22", "2025-37")]
    ['day', 'decade', 'summer', 'interval']
    """
    if point is None:
        return "unknown"
    if not _own(point, words):
        return "interval"
    if point.precision is Precision.SEASON:
        return _SEASONS[(_subyear(point) - 21) % 4]
    return "time" if point.precision > Precision.DAY else point.precision.name.lower()


def mark(point: Point) -> str:
    """The marks of a point, each once."""
    return "".join(sorted(set(point.qualifiers)))


def _day_of(point: Point, words: Language) -> str:
    """The day of a point in words, whatever time it has."""
    return words.fields("yMMMMd", *_civil(point))


def clock(point: Point) -> str:
    """The time of day of a point with its zone: "15:00 UTC", "15:00 UTC+02:00"."""
    text = _without_marks(point).partition("T")[2]
    time, sign, offset = re.fullmatch(r"([\d:]*)(Z|[+-]?)(.*)", text, re.ASCII).groups()  # type: ignore[union-attr]
    told = time if ":" in time else f"{time}:00"
    return f"{told} UTC" if sign == "Z" else f"{told} UTC{sign}{offset}" if sign else told


def _own(point: Point, words: Language) -> str | None:
    """The words that a language has for a point; None where it has to be told by its ends."""
    text = _without_marks(point)
    if point.first_day is None:
        return _without_year(text, words)
    if point.precision < Precision.YEAR:
        return _stretch(point, words)
    if "X" in text[1:5]:
        return _of_some_year(point, words)
    if point.precision < Precision.MONTH:
        return _year_or_part(point, words)
    if point.precision is Precision.MONTH:
        return words.fields("yMMMM", *_civil(point)[:2])
    day = _day_of(point, words)
    return f"{day}{words.comma}{clock(point)}" if "T" in text else day


def _ends(point: Point) -> tuple[Point | None, ...]:
    """The years or months that a point begins and ends with, as sure as it is."""
    parts = 2 if point.precision < Precision.YEAR else 1
    first, last = (str(EdtfDate.of_day(day or 0)).rsplit("-", parts)[0] for day in (point.first_day, point.last_day))
    if "X" in point.text and parts == 1:
        first, last = (f"{_open_year(point)}-{end.rpartition('-')[2]}" for end in (first, last))
    sure = "%" if len(mark(point)) > 1 else mark(point)
    return EdtfDate(f"{first}{sure}/{last}{sure}").points


def shortened(point: Point, last: Point, words: Language) -> str:
    """A point without what the last one says again: "12" of "12 to 15 February 2025"."""
    if point is last or point.precision is not last.precision:
        return plain(point, words)
    if "X" in point.text + last.text:
        is_of_same = point.precision is Precision.MONTH and _open_year(point) == _open_year(last)
        return words.month(_civil(point)[1]) if is_of_same else plain(point, words)
    return _without_shared(point, last, words) if words.shortens else plain(point, words)


def _without_shared(point: Point, last: Point, words: Language) -> str:
    (year, month, day), (last_year, last_month, _) = _civil(point), _civil(last)
    if point.precision is Precision.YEAR and year <= 0 and last_year <= 0:
        return words.year_number(year)
    if year != last_year or point.precision not in (Precision.MONTH, Precision.DAY):
        return plain(point, words)
    if point.precision is Precision.MONTH:
        return words.month(month)
    return words.day(day) if month == last_month and words.day_first else words.fields("MMMMd", month=month, day=day)


def _civil(point: Point) -> tuple[int, int, int]:
    return civil_from_days(point.first_day or 0)


def _subyear(point: Point) -> int:
    return int(_without_marks(point).rpartition("-")[2])


def _without_marks(point: Point) -> str:
    return re.sub("[?~%]", "", point.text)


def _without_year(text: str, words: Language) -> str:
    parts = text.split("-")
    if len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit():
        return words.fields("MMMMd", month=int(parts[1]), day=int(parts[2]))
    return words.month(int(parts[1])) if len(parts) > 1 and parts[1] in _MONTHS else words.say("unknown")


def _open_year(point: Point) -> str:
    """The year of a point that leaves digits of it open, without its marks: "199X"."""
    return _without_marks(point)[:5].rstrip("-")


def _of_some_year(point: Point, words: Language) -> str | None:
    """A month, day or season in any of several years: "December (1990s)"."""
    year = _open_year(point)
    years = plain(EdtfDate(year).points[0], words)  # type: ignore[arg-type]
    part = _without_year(f"XXXX{_without_marks(point).removeprefix(year)}", words)
    if part != words.say("unknown"):
        return f"{part} ({years})"
    if point.precision is Precision.SEASON and "seasons" in words.phrases:
        return _season(_subyear(point), words).format(f"({years})")
    return years if point.precision is Precision.YEAR else None


def _year_or_part(point: Point, words: Language) -> str | None:
    year, precision = _civil(point)[0], point.precision
    if precision is Precision.YEAR:
        return words.year(year)
    number = _subyear(point)
    if precision is Precision.SEASON and "seasons" in words.phrases:
        return _season(number, words).format(_season_year(year, number, words))
    if precision is Precision.HALF and "halves" in words.phrases:
        return words.phrases["halves"].split("|")[number - 40].format(words.year(year))
    return words.quarter(year, number - 32) if precision is Precision.QUARTER else None


def _season(number: int, words: Language) -> str:
    """What a season is called, with the place of its year."""
    return words.phrases["seasons"].split("|")[(number - 21) % 4]


def _season_year(year: int, number: int, words: Language) -> str:
    if SUBYEARS[number][1] != 12 or year <= 0:
        return words.year(year)
    both = f"{year}/{(year + 1) % 100:02d}" if (year + 1) % 100 else f"{year}/{year + 1}"
    return words.in_era(both, year) if words.era(year) else both


def _stretch(point: Point, words: Language) -> str | None:
    """A decade, a century or a millennium."""
    first, last = civil_from_days(point.first_day or 0)[0], civil_from_days(point.last_day or 0)[0]
    name = point.precision.name.lower()
    if name not in words.phrases or (name == "decade" and first < 1000):
        return None
    if name == "decade":
        return words.say("decade", str(first))
    length = last - first + 1
    number = first // length + 1 if first >= 0 else -first // length + 1
    said = words.say(name, words.ordinal(number))
    return said if first >= 0 else words.in_era(said, first)

"""The door to ``dateparser``: a lone date, in a language that has no rules of ours."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.gregorian import days_in_month
from timeline.tagger.numbers import full_year

__all__ = ["read_any_date", "read_date"]

_LONGEST = 200
# Where the language is not known: those most read. To load all two hundred takes seconds, and they read nonsense, too.
_LIKELY = ("ar", "cs", "da", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")
# The shortest name of a month: three letters, or one sign of a script that is no alphabet of ours.
_NAME = re.compile(r"[^\W\d_]{3}|[^\W\d_A-Za-z]")
_NUMBER = re.compile(r"\d+")
_LAST_DAY, _MONTHS = 31, 12
# "03.06." in "03.06.–05.06.2024": a day, with more behind it.
_SHORT_DAY = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?:\.(?!\d)| *[-‐-―]).*\d")
_DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.(\d\d)")
_DAY = re.compile(r"(?!0000)\d{4}-\d\d-\d\d")
_ANY_TWO_DAYS = ("2001-01-01", "2002-06-13")  # what is the same date on both depends on neither
_PERIODS = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d", "time": "%Y-%m-%d"}


def read_date(text: str, published: str, language: str, *, ahead: bool = False) -> EdtfDate | None:
    """The date that a short text is, None if it is none, or if it depends on a day of publication that is not known.

    Args:
        text: The date alone, 200 characters at most: running text is not for this.
        published: The day that relative dates count from; anything shorter than a day is not known.
        language: The language.
        ahead: Whether it lies behind the day of publication where it does not tell.

    Raises:
        TimelineError: Nobody knows the language.

    >>> str(read_date("12 lutego 2025", "", "pl"))
    '2025-02-12'
    """
    days = (published,) if _is_day(published) else _ANY_TWO_DAYS
    try:
        dates = {_date(_parsed(text, day, [language], ahead=ahead)) for day in days}
    except ValueError as error:
        raise TimelineError(f"no rules for the language {language!r}") from error
    return dates.pop() if len(dates) == 1 else None


def read_any_date(text: str, published: str, language: str, *, own: bool = False) -> EdtfDate | None:
    """The date that the rules of a language do not read: in digits, or in another language; None if it is none.

    It names its month and its year, or its month and its day where the publication tells the year: less is a guess.

    Args:
        text: The date alone, as for `read_date`.
        published: The day up to which a date lies that names no year, "" if it is not known.
        language: The language of the text; its digits are read in it.
        own: Whether its words are read in it, too, because its rules know all of them: "3rd Feb 82".

    >>> [str(read_any_date(text, "", "en")) for text in ("12 lutego 2025", "3.12.99", "66 Ma", "12/25")]
    ['2025-02-12', '1999-12-03', 'None', 'None']
    """
    if dotted := _DOTTED.fullmatch(text.strip()):
        return _of_numbers(*map(int, dotted.groups()))
    worded = any(character.isalpha() for character in text)
    if worded and not (own or _NAME.search(text)):
        return None
    languages = [other for other in _LIKELY if other != language] if worded and not own else [language]
    data = _parsed(text, published, languages, relative=False)
    if data is None or (own and data.period == "time"):  # of a time alone it makes a time of the day before
        return None
    enough = ({"month", "year"}, {"month", "day"}) if worded and _is_day(published) else ({"month", "year"},)
    return _date(data) if any(parts.issubset(data.parts) for parts in enough) else None


def _of_numbers(day: int, month: int, year: int) -> EdtfDate | None:
    """Of numbers with dots the day is the first, whatever the language, unless it cannot be: "12.25.24"."""
    number = full_year(year)
    if month > _MONTHS:
        day, month = month, day
    if not (1 <= month <= _MONTHS and 1 <= day <= days_in_month(number, month)):
        return None
    return EdtfDate(f"{number}-{month:02d}-{day:02d}")


def _parsed(text: str, published: str, languages: list[str], *, relative: bool = True, ahead: bool = False) -> Any:
    if len(text) > _LONGEST or not text.strip():
        return None
    from dateparser.date import DateDataParser

    looks = "future" if ahead else "past"
    settings: dict[str, Any] = {"PREFER_DATES_FROM": looks, "RETURN_TIME_AS_PERIOD": True}
    if _is_day(published):
        settings["RELATIVE_BASE"] = datetime.fromisoformat(published[:10])
    if not (_is_day(published) and relative):
        settings["PARSERS"] = ["absolute-time"]
    try:
        data = DateDataParser(languages=languages, settings=settings).get_date_data(text)
    except OverflowError:  # a day before the first one or after the last
        return None
    return None if _has_day_as_year(text, data) or _has_day_as_time(text, data) else data


def _has_day_as_time(text: str, data: Any) -> bool:
    """Whether a day was read as a time: of "03.06.–05.06.2024" it makes six minutes past three of the last day."""
    return data is not None and data.period == "time" and bool(_SHORT_DAY.search(text))


def _has_day_as_year(text: str, data: Any) -> bool:
    """Whether a number that is to be a day was read as the year: of "31 April" it makes April 1931."""
    if data is None or not data.date_obj or "year" not in (data.parts or ()):
        return False
    numbers = [number for number in _NUMBER.findall(text) if int(number)]
    if not numbers or max(map(len, numbers)) > len("31"):
        return False
    year = data.date_obj.year % 100
    alone = "day" not in data.parts and (year <= _LAST_DAY or text.lstrip()[:1].isdigit())
    before_day = int(numbers[0]) == year <= _LAST_DAY and int(numbers[-1]) != year
    return alone or before_day


def _is_day(published: str) -> bool:
    return bool(_DAY.match(published))


def _date(data: Any) -> EdtfDate | None:
    found = data and data.date_obj
    return EdtfDate(found.strftime(_PERIODS[data.period])) if found and data.period in _PERIODS else None

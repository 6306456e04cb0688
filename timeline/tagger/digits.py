"""Dates of three numbers, whatever people put between them: "3. 4. 2024", "3 | 4 | 24", "2024·4·3"."""

from __future__ import annotations

import re
import unicodedata

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError
from timeline.model.gregorian import exists
from timeline.tagger.numbers import full_year

__all__ = ["plain_digits", "read_digits"]

_LONGEST = 60
_MARK = r"(\s*[-./,·|\\_،\u2010-\u2015\u2212]\s*|\s+)"
_DIGITS = re.compile(rf"(\d{{1,4}}){_MARK}(\d{{1,2}}){_MARK}['’]?(\d{{1,4}})\.?")
_CLOCK = re.compile(r"(.*?)(?:,?\s+|T)(\d{1,2}):(\d\d(?::\d\d)?)")
_TURNS = re.compile("[\u200e\u200f\u061c]")  # where Arabic and Hebrew programs turn the direction
_YEAR_FIRST = ("eu", "hu", "ja", "ko", "lt", "mn", "sv", "zh")
_MONTH_TOO = ("fil", "ja", "ko", "zh")  # where some write the month before the day, and the year behind both
_YEAR = 4


def plain_digits(text: str) -> str:
    """A date of three numbers with the marks that each language has a rule for; any other text as it is.

    >>> [plain_digits(text) for text in ("3. 4. 2024", "3 | 4 | 24", "2024·4·3", "3/4-2024", "3 mars 2024")]
    ['3.4.2024', '3/4/24', '2024-04-03', '3/4-2024', '3 mars 2024']
    """
    parts = _parts(text)
    if parts is None:
        return text
    first, mark, second, last = parts
    if len(first) == _YEAR:
        return f"{first}-{second:0>2}-{last:0>2}"
    return mark.join((first, second, last))


def _parts(text: str) -> tuple[str, str, str, str] | None:
    """The three numbers with the mark between them, "." or "/"; None if these are others, or the marks differ."""
    plain = unicodedata.normalize("NFKC", _TURNS.sub("", text)).strip(" (),;") if len(text) <= _LONGEST else ""
    match = _DIGITS.fullmatch(plain)
    if not match or match[2].strip() != match[4].strip() or {len(match[1]), len(match[5])} - {1, 2, _YEAR}:
        return None
    if len(match[1]) == len(match[5]) == _YEAR:
        return None
    first, second, last = (str(int(match[group])).zfill(len(match[group])) for group in (1, 3, 5))
    return first, "." if match[2].strip() == "." else "/", second, last


def read_digits(text: str, language: str) -> EdtfDate | None:
    """The date of three numbers, with the time behind it, in a language that has no rules of ours; None if it is none.

    Args:
        text: The numbers, with anything between them.
        language: The language (BCP 47).

    Raises:
        DateError: Nobody can tell the day from the month.

    >>> [str(read_digits("3.4.98", language)) for language in ("fr", "sv")]
    ['1998-04-03', 'None']
    >>> str(read_digits("3/4/2024 14:30", "sv")), str(read_digits("2024. 4. 3.", "ko"))
    ('2024-04-03T14:30', '2024-04-03')
    """
    clock = _CLOCK.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    parts = _parts(clock[1] if clock else text)
    dates = _dates(*parts, language.partition("-")[0]) if parts else []
    if len(dates) > 1:
        raise DateError(f"'{text}' can be {' or '.join(dates)}", hint="write the one that is meant")
    time = f"T{clock[2]:0>2}:{clock[3]}" if clock else ""
    return EdtfDate(f"{dates[0]}{time}") if dates else None


def _dates(first: str, mark: str, second: str, last: str, language: str) -> list[str]:
    if len(first) == _YEAR:
        return _existing((first, second, last))
    if len(last) < _YEAR and (len(last) != 2 or language in _YEAR_FIRST):
        return []
    year = last if len(last) == _YEAR else str(full_year(int(last)))
    day_first, month_first = _existing((year, second, first)), _existing((year, first, second))
    if mark == "/" and language in _MONTH_TOO:
        return list(dict.fromkeys((*month_first, *day_first)))
    return day_first or month_first


def _existing(parts: tuple[str, str, str]) -> list[str]:
    """The date of a year, a month and a day, if there is such a day."""
    year, month, day = map(int, parts)
    return [f"{parts[0]}-{month:02d}-{day:02d}"] if exists(year, month, day) else []

"""Dates as people, spreadsheets and archives write them, and how they are written here: for the errors about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError

__all__ = ["reworded"]

_LONGEST = 100
_TO = r" *(?:-|–|—|\.{2,3}|to|until|till) *"
_FLAGS = re.IGNORECASE
_ISO = r"(\d{4}(?:-\d\d){0,2})"


# Numbers alone; of "2011/12" nobody knows whether it is a month or two years.
_NUMBERS = (
    (r"(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})", "{0}-{2:0>2}-{3:0>2}"),
    (r"(\d{4})(\d\d)(\d\d)", "{}-{}-{}"),
    (r"(\d{4})[-/. ](\d{1,2})", "{}-{:0>2}"),
    (r"(\d\d)(\d\d) *[-/–—] *(\d\d)", "{0}{1}/{0}{2}"),
    (_ISO + _TO + _ISO, "{}/{}"),
    (
        r"(\d{4}-\d\d-\d\d)(?:[ ,]+|t)(\d\d)[:.](\d\d)((?::\d\d)?)(?:\.\d{1,9})? ?((?:z|[+-]\d\d:?\d\d)?)",
        "{}T{}:{}{}{}",
    ),
    (r"((?!0000)\d{4}(?:-(?!00)\d\d)?)(?:-00){1,2}", "{}"),
    (r"(?:the )?(\d{3})0['’]s", "{}X"),
    (r"(?:(?:les )?années|(?:los )?años) (\d{3})0", "{}X"),
    (r"(?:the )?winter (?:of )?(\d{4}) *[-/–] *\d{2,4}", "{}-24"),
    (r"(?:the )?(?:first|1st) half (?:of )?(\d{4})", "{}-40"),
    (r"(?:the )?(?:second|2nd) half (?:of )?(\d{4})", "{}-41"),
    *((rf"{number}q *(\d{{4}})", f"{{}}-{32 + number}") for number in range(1, 5)),
)
# What stands around one date or two, in English, German, French and Spanish.
_BEFORE = (
    "before|by|to|up to|through|prior to|earlier than|not? later than|pre"
    "|vor|bis|spätestens|avant|jusqu['’](?:en|à|au)|antes de|hasta"
)
_AFTER = "after|later than|not? (?:before|earlier than)|post|nach|ab|seit|après|depuis|dès|después de|desde"
_ABOUT = r"about|abt\.?|approx\.?|near|ca?\.?|um|etwa|ungefähr|vers|environ|hacia"
_END = r"(?![^\W\d])"  # of a word: no letter follows
_MAYBE = "probably|possibly|perhaps|maybe|likely|presumably|vielleicht|wohl|peut-être|quizás?"
_AROUND = (
    (rf"(?:(?:{_BEFORE}){_END}|<=?|≤)[ -]*(.+)", "../{}"),
    (r"(.+) (?:and|or) (?:before|earlier)", "../{}"),
    (rf"(?:(?:{_AFTER}){_END}|>=?|≥)[ -]*(.+)", "{}/.."),
    (r"(?:from |since )?(.+?)(?: *[-–—+]| onwards?| (?:and|or) (?:after|later))", "{}/.."),
    (
        rf"(?:from |since )?(.+?)(?:{_TO}| */ *)(?:the )?(?:present|today|now|date|ongoing|heute)",
        "{}/..",
    ),
    (rf"(?:{_ABOUT}){_END} *(.+)", "{}~"),
    (r"(.+?)-?ish", "{}~"),
    (rf"(?:{_MAYBE}) (.+)", "{}?"),
    (r"(.+?) *(?:\(\?\)|\?)", "{}?"),
    (r"some ?time (?:in|during) (.+)", "{}"),
    (r"(?:either |entweder )?(.+) (?:or|oder|ou|o) (.+)", "[{},{}]"),
)


def reworded(text: str, read: Callable[[str], EdtfDate | None]) -> list[str]:
    """What may be meant by a text that is no date as it stands, as EDTF; mostly nothing or one date.

    Args:
        text: What was written.
        read: What a part of it means.

    >>> [reworded(text, EdtfDate) for text in ("before 1990", "2011/5/5", "1914-18", "1990 or 1991", "2011/12")]
    [['../1990'], ['2011-05-05'], ['1914/1918'], ['[1990,1991]'], ['2011-12', '2011/2012']]
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return []
    return list(dict.fromkeys(_of_numbers(text))) or list(_of_words(text, read))


def _of_numbers(text: str) -> Iterator[str]:
    for pattern, form in _NUMBERS:
        match = re.fullmatch(pattern, text, _FLAGS)
        date = match and _date(form.format(*match.groups()))
        if date:
            yield date


def _of_words(text: str, read: Callable[[str], EdtfDate | None]) -> Iterator[str]:
    for pattern, form in _AROUND:
        match = re.fullmatch(pattern, text, _FLAGS)
        parts = [read(part) for part in match.groups()] if match else [None]
        if all(part and not part.is_interval and not part.is_choice for part in parts):
            date = _date(form.format(*sorted(map(str, parts))))
            if date:
                yield date
                return


def _date(text: str) -> str:
    try:
        return str(EdtfDate(text.upper()))
    except DateError:
        return ""

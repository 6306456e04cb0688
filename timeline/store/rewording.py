"""Dates as people, spreadsheets and archives write them, and how they are written here: for the errors about them.

The words of a language are data, in ``words/<language>.yaml``; here is only in what shape they stand around a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from timeline.model.date import EdtfDate
from timeline.model.edtf import year_text
from timeline.model.errors import DateError
from timeline.model.timex import date_of_timex
from timeline.tagger.numbers import roman
from timeline.yamldoc import load_plain

__all__ = ["WORDS", "reworded"]

WORDS = Path(str(files("timeline.store") / "words"))
"""The folder with the words of each language."""

_LONGEST = 100
_DIGIT = re.compile(r"\d")  # of any script: EDTF has those of ASCII alone
_SHORT_YEAR = re.compile(r"\d{3}")
_SHORTEST_ROMAN = 4  # shorter ones may be words: "mix"
_NAME = re.compile("<([a-z-]+)>")
_TO = r" *(?:[-–—]|\.{2,3}|(?<![^\W\d])<to>) *"
_ISO = r"(\d{4}(?:-\d\d){0,2})"
_WEEK = r"(0?[1-9]|[1-4]\d|5[0-2])"
_MONTH = r"(0?[1-9]|1[0-2])"
_TURN = "(?:<in> )?(?:<article> )?<turn-of-year>"
# Numbers and what is counted by them; of "2011/12" nobody knows whether it is a month or two years.
_NUMBERS = (
    (r"(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})", "{0}-{2:0>2}-{3:0>2}"),
    (rf"(\d{{4}}-\d\d-)(\d\d)(?: */ *|{_TO})(\d\d)", "{0}{1}/{0}{2}"),
    (r"(\d{4}-)(\d\d) *(?:/|<to>) *(\d\d)", "{0}{1}/{0}{2}"),
    (r"(\d{3}x|\d\dxx|\d{4}-(?:\d\d|xx)-xx|\d{4}-xx)", "{}"),
    (r"(\d{3})\?", "{}X"),
    (r"(\d\d)\?\?", "{}XX"),
    (r"(\d{4})(\d\d)(\d\d)", "{}-{}-{}"),
    (r"((?:1\d|20)\d\d)(0[1-9]|1[0-2])", "{}-{}"),
    (rf"(\d{{4}})[-/. ]{_MONTH}", "{}-{:0>2}"),
    (r"(\d\d)(\d\d) *[-/–—] *(\d\d)", "{0}{1}/{0}{2}"),
    *((rf"{century}99 *[-/–—] *00", f"{century}99/{century + 1}00") for century in range(10, 21)),
    (_ISO + _TO + _ISO, "{}/{}"),
    (r"(\d{3})", "{:0>4}"),
    (r"(\d\d)\d\ds2", "{}XX"),
    (r"(\d{3})\ds3", "{}X"),
    (rf"(\d{{3}})(?:{_TO}| */ *)(\d{{3,4}})", "{:0>4}/{:0>4}"),
    (r"(\d{4}(?:-\d\d){0,2})(?:\?~|~\?)", "{}%"),
    (r"(\d{4}-\d\d-\d\d)[ ,]+(\d\d)[:.](\d\d) *[-–—] *(\d\d)[:.](\d\d)", "{0}T{1}:{2}/{0}T{3}:{4}"),
    (
        r"(\d{4}-\d\d-\d\d)(?:[ ,]+|t)(\d\d)[:.](\d\d)((?::\d\d)?)(?:\.\d{1,9})? ?((?:z|[+-]\d\d:?\d\d)?)",
        "{}T{}:{}{}{}",
    ),
    (r"((?!0000|..99-00\Z)\d{4}(?:-(?!00)\d\d)?)(?:-00){1,2}", "{}"),
    (r"(\d{4}(?:-\d\d)?)(?:-\?\??){1,2}", "{}"),
    (r"(?:<article> )?(\d{3})0<decade-ending>", "{}X"),
    (r"(?:<article> )?<decade> (\d{3})0", "{}X"),
    (r"(?:<article> )?<winter> (?:<of> )?(\d{4}) *[-/–] *\d{2,4}", "{}-24"),
    *(
        (rf"(?:<in> )?(?:<article> )?<{season}> (?:<of> )?(\d{{3,4}})", f"{{:0>4}}-{number}")
        for number, season in enumerate(("spring", "summer", "autumn", "winter"), 21)
    ),
    (rf"{_TURN} (\d\d)(\d\d) *[-/–—] *(\d\d)", "{0}{1}-12/{0}{2}-01"),
    (rf"{_TURN} (\d{{4}}) *[-/–—] *(\d{{4}})", "{}-12/{}-01"),
    (r"(?:<article> )?<first-half> (?:<of> )?(\d{4})", "{}-40"),
    (r"(?:<article> )?<second-half> (?:<of> )?(\d{4})", "{}-41"),
    *((rf"{number}<quarter> *(\d{{4}})", f"{{}}-{32 + number}") for number in range(1, 5)),
    *((rf"<quarter>{number}[ /]*(\d{{4}})", f"{{}}-{32 + number}") for number in range(1, 5)),
    *((rf"(?:<in> )?{number}(?:\.|st|nd|rd|th) <century>", f"{number - 1:02}XX") for number in range(1, 22)),
    (rf"<week> {_WEEK}[ /]+(\d{{4}})", "{1}-W{0:0>2}"),
    (rf"{_WEEK}\. <week> (\d{{4}})", "{1}-W{0:0>2}"),
    (r"(?:<ago> )?(\d{1,4}) <million-years>", "Y-{}000000"),
    (r"(?:<ago> )?(\d{1,4})[.,](\d) <million-years>", "Y-{}{}00000"),
    (r"(?:<ago> )?(\d{1,4}) <billion-years>", "Y-{}000000000"),
    (r"(?:<ago> )?(\d{1,4})[.,](\d) <billion-years>", "Y-{}{}00000000"),
)
_DISTANT = r"(\d{1,3}(?:[,. ]\d{3})+|\d{5,9}) <before-christ>"
_CLOCK = r"(\d{1,2}(?:[:.]\d\d)?)"
# Two dates of which something is said once, and each in full: "3./4. Juni 2024", "28.05.-03.06.2024", "500-336 BC".
_SHORTENED = (
    (rf"(\d{{1,2}}\.?)(?: */ *|{_TO})(\d{{1,2}}\.?)( ?[^\W\d].+| ?\d{{1,2}}\.\d{{4}})", "{0}{2}", "{1}{2}"),
    (rf"(\d{{1,2}}\.\d{{1,2}}\.){_TO}(\d{{1,2}}\.\d{{1,2}}\.)(\d{{4}})", "{0}{2}", "{1}{2}"),
    (rf"(?:<from> )?+(\d{{1,5}}){_TO}(\d{{1,5}})( [^\W\d].+)", "{0}{2}", "{1}{2}"),
    (rf"(?:<from> )?+(.*?[^\W\d].*?)(?: */ *|{_TO})(.+?)(,? \d{{4}})", "{0}{2}", "{1}{2}"),
    (rf"(.*\d{{4}}),? (?:<from> )?+{_CLOCK}{_TO}{_CLOCK}((?: ?[^\W\d].*)?)", "{0}, {1}{3}", "{0}, {2}{3}"),
    # EDTF counts from the year 0, so no digit can stay open: the 490s BC begin with 499 BC.
    (r"(?:<article> )?(\d{1,3})0<decade-ending>( .+)", "{0}9{1}", "{0}0{1}"),
    (r"(.+?) +[-–—] +(.+)", "{0}", "{1}"),
    (rf"(?:<from> )?+(.+?)(?: */ *|{_TO})(.+)", "{0}", "{1}"),
)
_COUNTED = r"(\d{1,4}(?:\.|st|nd|rd|th)?)"
# Two dates that are a stretch if nothing lies between them: "12 and 13 July 2025".
_BOTH = (
    (rf"(?:<article> )?{_COUNTED} <and> {_COUNTED}((?: ?[^\W\d].*)?)", "{0}{2}", "{1}{2}"),
    (rf"(.*[^\W\d]\.? ){_COUNTED} <and> {_COUNTED}(,? \d{{4}})", "{0}{1}{3}", "{0}{2}{3}"),
    (r"(.+) <and> (.+)( \d{4})", "{0}{2}", "{1}{2}"),
)
# The same date in an order that is read: "2023 Oct".
_REORDERED = ((r"(\d{4}),? ([^\W\d]+\.?)", "{1} {0}"),)
# What stands around one date or two.
_AROUND = (
    (r"(?:<before>|<(?!=))[ -]*(.+)", "../{.before}"),
    (r"(?:<until>|<=|≤|[–—]|-(?= ))[ -]*(.+)", "../{}"),
    (r"(.+) <or-before>", "../{}"),
    (r"(?:<after>|>(?!=))[ -]*(.+)", "{.after}/.."),
    (r"(?:<since>|>=|≥)[ -]*(.+)", "{}/.."),
    (r"(?:<from> )?+(.+?)(?: *[-–—+]| <or-after>)", "{}/.."),
    (rf"(?:<from> )?+(.+?)(?:{_TO}| */ *)(?:<article> )?<now>", "{}/.."),
    (r"<perhaps> <about> *(.+)", "{}%"),
    (r"[≈~±] *(.+?) *\(\?\)", "{}%"),
    (r"(?:<about>|[≈~±]) *(.+)", "{}~"),
    (r"(.+?) *\(<about>\)", "{}~"),
    (r"(.+?)-?<about-ending>", "{}~"),
    (r"<perhaps> (.+)", "{}?"),
    (r"(.+?) *(?:\(\?\)|\?)", "{}?"),
    (r"<some-time> (.+)", "{}"),
    (r"(.+)[,.]", "{}"),
    (r"[“„«»](.+)[“”«»]", "{}"),
    (r"(?:<either> )?(.+) <or> (.+)", "[{},{}]"),
)


def reworded(text: str, read: Callable[[str], EdtfDate | None]) -> list[str]:
    """What may be meant by a text that is no date as it stands, as EDTF; mostly nothing or one date.

    Args:
        text: What was written.
        read: What a part of it means.

    >>> [reworded(text, EdtfDate) for text in ("before 1990", "2011/5/5", "1914-18", "1990 or 1991", "2011/12")]
    [['../1989'], ['2011-05-05'], ['1914/1918'], ['[1990,1991]'], ['2011-12', '2011/2012']]
    """
    text = _DIGIT.sub(lambda digit: str(int(digit[0])), " ".join(text.replace("’", "'").split()))
    if len(text) > _LONGEST:
        return []

    def read_part(part: str) -> EdtfDate | None:
        first, *others = list(_of_numbers(part)) or [""]
        return read(part) or (EdtfDate(first) if first and not others else None)

    ways = (_of_words, _of_order, _of_ends)
    found = list(_of_numbers(text)) or next((dates for way in ways if any(dates := list(way(text, read_part)))), [])
    return list(dict.fromkeys(filter(None, found)))


def _of_numbers(text: str) -> Iterator[str]:
    for pattern, form in _NUMBERS:
        match = _pattern(pattern).fullmatch(text)
        date = match and _date(form.format(*match.groups()))
        if date:
            yield date
    distant = _pattern(_DISTANT).fullmatch(text)
    if distant:
        yield _date(year_text(1 - int(re.sub("[^0-9]", "", distant[1]))))  # for EDTF the year 1 BC is 0
    year = roman(text) or 0
    if 1000 <= year < 3000 and len(text) >= _SHORTEST_ROMAN:
        yield str(year)


def _in_full(part: str) -> str:
    """A year of three digits with four, as words around it say that it is one: "about 800"; anything else itself."""
    return f"0{part}" if _SHORT_YEAR.fullmatch(part) else part


def _of_words(text: str, read: Callable[[str], EdtfDate | None]) -> Iterator[str]:
    for pattern, form in _AROUND:
        match = _pattern(pattern).fullmatch(text)
        parts = [read(_in_full(part)) for part in match.groups()] if match else [None]
        if all(part and not part.is_interval and not part.is_choice for part in parts):
            date = _date(form.format(*sorted(filter(None, parts))))
            if date:
                yield date
                return


def _of_order(text: str, read: Callable[[str], EdtfDate | None]) -> Iterator[str]:
    for pattern, form in _REORDERED:
        match = _pattern(pattern).fullmatch(text)
        yield str((match and read(form.format(*match.groups()))) or "")


def _of_ends(text: str, read: Callable[[str], EdtfDate | None]) -> Iterator[str]:
    for shape in (*_SHORTENED, *_BOTH):
        pattern, first, last = shape
        match = _pattern(pattern).fullmatch(text)
        begin = match and read(first.format(*match.groups()))
        end = match and begin and read(last.format(*match.groups()))
        if begin and end and begin < end and (shape in _SHORTENED or begin.after == end):
            yield _date(f"{begin}/{end}")


@cache
def _pattern(shape: str) -> re.Pattern[str]:
    """A shape with all words of each name in it, whatever the language: what was written tells which it is."""
    return re.compile(_NAME.sub(lambda name: _any_of(_words()[name[1]]), shape), re.IGNORECASE)


def _any_of(words: tuple[str, ...]) -> str:
    """A pattern for one of some words, behind which no letter follows.

    >>> _any_of(("ca", "ca."))
    '(?:ca\\\\.|ca)(?![^\\\\W\\\\d])'
    """
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?![^\\W\\d])"


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """The words of all languages by what they say of a date."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(WORDS.glob("*.yaml")):
        for name, words in load_plain(path).items():  # type: ignore[union-attr]
            found[name] = (*found.get(name, ()), *words)
    return found


def _date(text: str) -> str:
    try:
        return str(EdtfDate(text.upper()))
    except DateError:
        return str((date_of_timex(text) if "-W" in text else None) or "")  # EDTF has no weeks

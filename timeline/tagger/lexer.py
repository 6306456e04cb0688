"""Words to classes: the first step of the tagger.

A text is cut into tokens that together are the whole text, and every token gets one character that
stands for the *set* of classes it may have: "May" for {month, risky month}, "7" for {number, day, hour …}.
All later steps look at these characters and their sets, never at the text.

Tokens carry the white space behind them, so that their lengths are the offsets. Nothing is lowered as a whole:
``len("İ".lower()) == 2``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

__all__ = ["UNKNOWN", "Alphabet", "Lexer", "number_classes"]

UNKNOWN = "x"
"""The character of a token without any class: it ends every run."""

_FIRST_CHARACTER = 0x4E00  # a block of letters that no regular expression treats specially
_LONGEST_WORD = 40
_MOST_WORDS = 100_000
_QUOTES = "'’‘"
_SHORT_RANGE = len("2010-11")  # a season or a financial year, if its years follow each other

# A word, or a number with all that is joined to it, or one other sign; with the white space behind it, which
# holds one line break at most: a blank line ends a paragraph and with it every expression. The letters of most
# of Europe are spelt out, because a range is much faster than a category.
_SPACE = "[ \\t\\r\xa0\u2009\u202f]"
_WORD = "[A-Za-zÀ-ÖØ-öø-ɏ]++"
_TOKEN = re.compile(
    rf"{_WORD} ?+(?!\s)|"  # most tokens by far, so they are tried first
    r"[,.;:()\"-][ \n]?+(?!\s)|"  # and most others
    rf"(?:{_WORD}|"
    r"[0-9]++(?:[.,:/\-–—][0-9]++)*+|[^\W\d_]++|['’][0-9]{2}(?![0-9])|‘[0-9]0(?=s\b)|\S)"
    rf"{_SPACE}*+\n?+{_SPACE}*+|\s+",
)

_NUMBER_SHAPES = (
    (re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+"), "count"),
    (re.compile(r"[0-9]{1,9}\.[0-9]{1,9}"), "decimal"),
    (re.compile(r"[0-9]{4}[-–—][0-9]{2}"), "year-month-number"),
    (re.compile(r"(?:1[0-9]|20)[0-9]{2}[-–—](?:1[0-9]|20)?[0-9]{2}"), "year-range"),
    (re.compile(r"(?:1[0-9]|20)[0-9]{2}/(?:[0-9]{2}|[0-9]{4})"), "season-years"),
    (re.compile(r"[0-9]{4}([-–./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12][0-9]|3[01])"), "iso-day"),
    (
        re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])([-/.])(?:0?[1-9]|[12][0-9]|3[01])(?:\1[0-9]{4}|(?!\.)\1[0-9]{2})"),
        "numeric-day",
    ),
    (re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])\.(?:0?[1-9]|1[0-2])\.[0-9]{2}"), "dotted-short-day"),
    (re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])\.(?:0?[1-9]|1[0-2])"), "dotted-month-day"),
    (re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|[12][0-9]|3[01])"), "numeric-month-day"),
    (re.compile(r"(?:0?[1-9]|1[0-2])/[12][0-9]{3}"), "numeric-month-year"),
    (re.compile(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,6})?)?"), "clock"),
    (re.compile(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]"), "dotted-clock"),
    (re.compile(r"(?:[01][0-9]|2[0-4]):[0-5][0-9]:[0-5][0-9]-[01][0-9]:[0-5][0-9]"), "clock-offset"),
    (
        re.compile(r"(?:[01]?[0-9]|2[0-4])(?::[0-5][0-9])?[-–—](?:[01]?[0-9]|2[0-4])(?::[0-5][0-9])?"),
        "clock-range",
    ),
    (re.compile(r"(?:[1-9]|[12][0-9]|3[01])[-–—](?:[1-9]|[12][0-9]|3[01])"), "day-range"),
    (re.compile(r"[0-9]{1,4}[-–—][0-9]{1,4}"), "number-range"),
)


def number_classes(word: str) -> frozenset[str]:
    """The classes of a token that begins with a digit.

    >>> sorted(number_classes("12")), sorted(number_classes("1998")), sorted(number_classes("2025-03-04"))
    (['day-number', 'hour', 'minute', 'month-number', 'number', 'two-digits'], ['year-number'], ['iso-day'])
    """
    if word[0] in _QUOTES:
        return frozenset({"short-year", "short-decade"} if word[-1] == "0" else {"short-year"})
    if word.isascii() and word.isdigit():
        return _plain_number_classes(word) if len(word) <= 9 else frozenset()
    found = frozenset(name for shape, name in _NUMBER_SHAPES if shape.fullmatch(word))
    if "season-years" in found:
        return frozenset({"year-range"}) if _follow_each_other(word) else frozenset()
    if "year-range" in found and not (len(word) == _SHORT_RANGE and _follow_each_other(word)):
        found |= {"years-apart"}
    return found - {"year-month-number"} if _are_years(word) else found


def _are_years(word: str) -> bool:
    """ "2010-11" and "2010-12" are years, "2025-03" is a month."""
    first, second = word[2:4], word[5:]
    return len(word) == 7 and word[4] in "-–—" and (first + second).isdigit() and int(first) < int(second)


def _follow_each_other(word: str) -> bool:
    """ "2019/20", "2019/2020" and "2019-20" are a season, "2019/25" is none."""
    return (int(word[:4]) + 1) % 100 == int(word[-2:])


def _plain_number_classes(word: str) -> frozenset[str]:
    number, length = int(word), len(word)
    is_year = length == 4 and 1500 <= number < 2060
    is_rest = length == 3 and word[0] == "0"  # "2 000 years"
    found = set() if is_year or is_rest else {"number"}
    tests = {
        "day-number": length <= 2 and 1 <= number <= 31,
        "hour": length <= 2 and number <= 24,
        "month-number": length <= 2 and 1 <= number <= 12,
        "minute": length == 2 and number <= 59,
        "two-digits": length == 2,
        "year-number": is_year,
        "far-year": length == 4 and not is_year and 1000 <= number < 2200,
        "decade-number": number % 10 == 0 and (length == 2 or (length == 4 and 1000 <= number < 2200)),
        "military": length == 4 and number // 100 < 24 and number % 100 < 60,
    }
    return frozenset(found.union(name for name, holds in tests.items() if holds))


# Enough numbers to meet every set of classes: the edges of days, months, hours, minutes and years.
_SOME_NUMBERS = (
    "0",
    "00",
    "1",
    "01",
    "9",
    "10",
    "12",
    "13",
    "24",
    "25",
    "31",
    "32",
    "59",
    "60",
    "99",
    "100",
    "1994",
    "2300",
)
_SOME_LONG_NUMBERS = (
    "100 123 160 1000 1001 1099 1060 1450 1460 1500 1505 1560 1965 1970 1994 "
    "2000 2005 2060 2099 2100 2150 2300 2460 9960 12345"
)
_SOME_SHAPES = (
    "1,000 2.5 99.99 10.30 2025-03 2025-13 1994-95 1994-1995 2025-03-04 2025/3/4 03/04/2025 "
    "30/04/2025 3.4.2025 03-04-05 3/2025 "
    "1.1.25 10:30:15-05:00 3:30-4:30 10:30:15 10:30 3-4:30 0-24 24-0 25-30 10-31 31-10 1-99 100-200 "
    "1900-10 1200-12 2019-2 2019-12 2099-10 2019/20 2011/12 2019/25"
)


@cache
def _number_sets() -> frozenset[frozenset[str]]:
    """Every set of classes that a number can have, so that all are known before the first text comes."""
    plain = {_plain_number_classes(str(n).zfill(length)) for length in (1, 2) for n in range(10**length)}
    plain |= {_plain_number_classes(word) for word in _SOME_LONG_NUMBERS.split()}
    shaped = {number_classes(word) for word in _SOME_SHAPES.split()}
    shaped |= {number_classes(f"{a}{sign}{b}") for a in _SOME_NUMBERS for b in _SOME_NUMBERS for sign in "-/.:"}
    quoted = {number_classes("'94"), number_classes("'90")}
    return frozenset(plain | shaped | quoted) - {frozenset()}


class Alphabet:
    """One character for every set of classes."""

    def __init__(self) -> None:
        self._characters: dict[frozenset[str], str] = {}
        self._with: dict[str, list[str]] = {}
        self.sets: dict[str, frozenset[str]] = {UNKNOWN: frozenset()}

    def character(self, classes: frozenset[str]) -> str:
        """The character of a set of classes.

        >>> alphabet = Alphabet()
        >>> alphabet.character(frozenset({"month"})) == alphabet.character(frozenset({"month"}))
        True
        """
        if not classes:
            return UNKNOWN
        if classes not in self._characters:
            self._add(classes, chr(_FIRST_CHARACTER + len(self._characters)))
        return self._characters[classes]

    def _add(self, classes: frozenset[str], character: str) -> None:
        self._characters[classes] = character
        self.sets[character] = classes
        for name in classes:
            self._with.setdefault(name, []).append(character)

    def having(self, names: Iterable[str]) -> str:
        """All characters whose set holds one of the classes."""
        return "".join(sorted({character for name in names for character in self._with.get(name, ())}))


class Lexer(dict[str, str]):
    """The tokens of a text and the character of each.

    It is the dictionary from token to character itself: what is known is looked up at C speed, what is
    missing is classified once.

    Args:
        words: The classes of each word. A word written in lower case is found in any case, one with a capital
            letter only with one.
        alphabet: Where the characters come from.

    Attributes:
        words: All that it knows.
    """

    def __init__(self, words: Mapping[str, frozenset[str]], alphabet: Alphabet) -> None:
        super().__init__()
        self._words = words
        self.words = frozenset(words)
        self._character = alphabet.character
        for classes in _number_sets():
            alphabet.character(classes)
        self._written = {
            written: alphabet.character(self.classes_of(written))
            for word in words
            for written in (word, word.capitalize(), word.upper())
        }

    def classes_of(self, word: str) -> frozenset[str]:
        """The classes of a word, whatever white space is behind it."""
        if word[-1].isdigit() and (word[0].isdigit() or len(word) == 3):
            return number_classes(word) | self._words.get(word, frozenset())
        found = self._words.get(word.lower(), frozenset())
        if word[0].isupper():
            capital = word[0] + word[1:].lower()
            found |= self._words.get(capital, frozenset()) | self._words.get(word, frozenset())
        return found

    def __missing__(self, token: str) -> str:
        word = token.rstrip()
        character = self._written.get(word)
        if character is None:
            character = UNKNOWN if word.isalpha() and word.lower() not in self._words else self._other(word)
        if len(self) >= _MOST_WORDS:
            self.clear()
        if len(token) <= _LONGEST_WORD:
            self[token] = character
        return character

    def _other(self, word: str) -> str:
        """The character of a word that is in no list as it is written."""
        return self._character(self.classes_of(word)) if 0 < len(word) <= _LONGEST_WORD else UNKNOWN

    def lex(self, text: str) -> tuple[list[str], str]:
        """The tokens of a text, which together are the text, and one character for each.

        >>> lexer = Lexer({"friday": frozenset({"weekday"})}, Alphabet())
        >>> tokens, characters = lexer.lex("On Friday, 7 am")
        >>> tokens, len(characters)
        (['On ', 'Friday', ', ', '7 ', 'am'], 5)
        """
        tokens = _TOKEN.findall(text)
        return tokens, self.characters(tokens)

    def characters(self, tokens: Iterable[str]) -> str:
        """One character for each of some tokens.

        >>> Lexer({"friday": frozenset({"weekday"})}, Alphabet()).characters(["On ", "Ulm"])
        'xx'
        """
        return "".join(map(self.__getitem__, tokens))

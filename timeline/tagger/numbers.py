"""Numbers as words: "twenty-three", "two thousand and four", "nineteen ninety-four", "XIX"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

__all__ = ["closing_year", "full_year", "roman", "spoken_number", "spoken_year"]

_LARGEST = 10**12
_PIVOT = 40
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def spoken_number(words: Sequence[str], values: Mapping[str, int]) -> float | None:
    """The number that some words say together; words without a value ("and", "-") are passed over.

    >>> values = {"twenty": 20, "three": 3, "two": 2, "thousand": 1000, "hundred": 100, "five": 5}
    >>> spoken_number(["twenty", "-", "three"], values), spoken_number(["two", "thousand", "five", "hundred"], values)
    (23, 2500)
    """
    total: float = 0
    part: float = 0
    for word in words:
        value = _number(word, values)
        if value is None:
            continue
        if value in (100, 12, 1000, 1_000_000, 1_000_000_000) and part:
            part *= value
            if value >= 1000:
                total, part = total + part, 0
        else:
            part += value
    return total + part if total + part < _LARGEST else None


def _number(word: str, values: Mapping[str, int]) -> float | None:
    if word[0].isdigit():
        digits = word.replace(",", "")
        return float(digits) if "." in digits else int(digits)
    return values.get(word)


def spoken_year(words: Sequence[str], values: Mapping[str, int]) -> int | None:
    """The year that is said as two numbers, or as thousands.

    >>> values = {"nineteen": 19, "ninety": 90, "four": 4, "twenty": 20, "thirteen": 13, "two": 2, "thousand": 1000}
    >>> spoken_year(["nineteen", "ninety", "-", "four"], values), spoken_year(["twenty", "thirteen"], values)
    (1994, 2013)
    >>> spoken_year(["two", "thousand", "four"], values)
    2004
    """
    numbers = [values[word] for word in words if word in values]
    if 1000 in numbers or 100 in numbers:
        number = spoken_number(words, values)
        return None if number is None else int(number)
    if len(numbers) < 2 or not 10 <= numbers[0] <= 20 or not 10 <= sum(numbers[1:]) <= 99:
        return None
    return numbers[0] * 100 + sum(numbers[1:])


def roman(word: str) -> int | None:
    """The value of a Roman numeral, None if it is none.

    >>> roman("XIX"), roman("IIX")
    (19, None)
    """
    if not word or not _ROMAN.fullmatch(word.upper()):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in word.upper()]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def closing_year(text: str) -> int:
    """The last of two years that are written as one.

    >>> closing_year("1994-95"), closing_year("2019/2020"), closing_year("1999-00")
    (1995, 2020, 2000)
    """
    first, last = re.findall("[0-9]+", text)
    turns = int(last) == 0 and first.endswith("99")
    return int(first) + 1 if turns else int(first[: -len(last)] + last)


def full_year(number: int) -> int:
    """The year of its last two digits, or itself.

    >>> full_year(94), full_year(12), full_year(1066)
    (1994, 2012, 1066)
    """
    if number >= 100:
        return number
    return number + (2000 if number < _PIVOT else 1900)

"""What the axis of a chart is written with, in any language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from timeline.wording.language import Language, language_of

__all__ = ["CalendarWords", "calendar_words", "weekday_name", "weekdays"]


_WIDTHS = ("abbreviated", "wide")
_PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")
_MILLION = 1_000_000
# Where the CLDR takes a crore, ten million, for a million.
_MISCOUNTED = frozenset({"ne"})


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What the axis of a chart is written with.

    Args:
        direction: The direction of writing, ``ltr`` or ``rtl``.
        group: What stands between groups of three digits.
        decimal: What stands before the tenths.
        months: The months, short, as they stand alone.
        first: The first day of a month where it has the place ``{d}``.
        days: A day of each month without its year, with the place ``{d}``, or ``{dd}`` where it has two digits.
        before: A year before the common era, with the place ``{n}``.
        large: What the language counts millions of years in, largest first: how many one of it is, and its plural
            forms by their names in the CLDR, with the place ``{n}``. Empty where it has no word for them.
    """

    direction: str
    group: str
    decimal: str
    months: tuple[str, ...]
    first: str
    days: tuple[str, ...]
    before: str
    large: tuple[tuple[int, dict[str, str]], ...]


@lru_cache(maxsize=64)
def calendar_words(language: str) -> CalendarWords:
    """The words and patterns of a language for an axis of dates; those of English for a language without any.

    >>> calendar_words("de").days[4], calendar_words("de").before, calendar_words("ar").direction
    ('{d}. Mai', '{n} v. Chr.', 'rtl')
    """
    words = language_of(language)
    locale = words.locale
    return CalendarWords(
        direction=locale.text_direction,
        group=locale.number_symbols["latn"]["group"],
        decimal=locale.number_symbols["latn"]["decimal"],
        months=tuple(locale.months["stand-alone"]["abbreviated"].values()),
        first=words.first_day,
        days=words.short_days,
        before=words.in_era("{n}", 0),
        large=_large(words),
    )


def _large(words: Language) -> tuple[tuple[int, dict[str, str]], ...]:
    """Millions, where the language has a word for them, else the units that it has for numbers of their size."""
    patterns = words.locale.compact_decimal_formats.get("long", {})
    units: dict[int, dict[str, str]] = {}
    for power, form in product(range(6, 12), _PLURAL_FORMS):
        pattern = str(getattr(patterns.get(form, {}).get(f"{10**power}"), "pattern", "")).partition(";")[0]
        # "000万" is how the CLDR says that a million has three digits where it is counted in ten thousands.
        unit = 10 ** (power + 1 - pattern.count("0"))
        if "0" in pattern:
            units.setdefault(unit, {}).setdefault(form, re.sub("0+", "{n}", pattern))
    if words.locale.language in _MISCOUNTED:
        return ()
    return tuple((unit, units[unit]) for unit in sorted(units if _MILLION not in units else [_MILLION], reverse=True))


@lru_cache(maxsize=64)
def weekdays(language: str) -> Mapping[str, int]:
    """The names of the weekdays in a language, in full and short, in small letters; 0 is Monday.

    What is the name of a month, too, as the short Tuesday of Spanish and Italian, tells neither.

    >>> weekdays("en")["thursday"], weekdays("de")["do"]
    (3, 3)
    """
    locale = language_of(language).locale
    days, months = (
        [(name.rstrip(".").casefold(), number) for width in _WIDTHS for number, name in names["format"][width].items()]
        for names in (locale.days, locale.months)
    )
    both = {name for name, _ in months}
    return {name: number for name, number in days if name not in both}


def weekday_name(number: int) -> str:
    """The name of a weekday in English, for messages; 0 is Monday.

    >>> weekday_name(3)
    'Thursday'
    """
    return str(language_of("en").locale.days["format"]["wide"][number])

"""What the axis of a chart is written with, in any language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from timeline.wording.language import language_of

__all__ = ["CalendarWords", "calendar_words", "weekday_name", "weekdays"]


_WIDTHS = ("abbreviated", "wide")


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What the axis of a chart is written with.

    Args:
        direction: The direction of writing, ``ltr`` or ``rtl``.
        group: What stands between groups of three digits.
        months: The months, short, as they stand alone.
        day_month: A day without its year, with the places ``{d}`` and ``{m}``.
        before: A year before the common era, with the place ``{n}``.
        million: Millions of years, with the place ``{n}``.
    """

    direction: str
    group: str
    months: tuple[str, ...]
    day_month: str
    before: str
    million: str


@lru_cache(maxsize=64)
def calendar_words(language: str) -> CalendarWords:
    """The words and patterns of a language for an axis of dates; those of English for a language without any.

    >>> calendar_words("de").day_month, calendar_words("de").before, calendar_words("ar").direction
    ('{d}. {m}', '{n} v. Chr.', 'rtl')
    """
    words = language_of(language)
    locale = words.locale
    million = locale.compact_decimal_formats.get("long", {}).get("other", {}).get("1000000")
    return CalendarWords(
        direction=locale.text_direction,
        group=locale.number_symbols["latn"]["group"],
        months=tuple(locale.months["stand-alone"]["abbreviated"].values()),
        day_month=re.sub("d+", "{d}", re.sub("[ML]+", "{m}", words.short_day)),
        before=words.before_era.format("{n}"),
        million=re.sub("0+", "{n}", million.pattern) if million else "{n} 000 000",
    )


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


def weekday_name(number: int, language: str = "en") -> str:
    """The name of a weekday; 0 is Monday.

    >>> weekday_name(3), weekday_name(3, "fr")
    ('Thursday', 'jeudi')
    """
    return str(language_of(language).locale.days["format"]["wide"][number])

"""What a language has to write dates with, from the Unicode CLDR. The only module that imports babel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import match_skeleton, parse_pattern
from babel.lists import format_list
from babel.numbers import format_decimal

from timeline.wording.phrases import PHRASES, SYMBOLS

__all__ = ["Language", "grouped", "language_of", "plural_form", "territories"]

_NUMERALS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_GROUPED_FROM = 10_000
_UNDERSTOOD_FROM = 1000
_NO_TERRITORIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})


@dataclass(eq=False)
class Language:
    """The words of one language and the order that it puts them in.

    Args:
        locale: What the CLDR knows of it.
        phrases: Words that the CLDR does not have, by their names and the kind of date that they are for: "about {}".
    """

    locale: Locale
    phrases: dict[str, str]

    def say(self, name: str, *parts: str, kind: str = "") -> str:
        """One of its phrases, with the parts that it is about.

        Args:
            name: The name of the phrase.
            parts: What stands in its places.
            kind: What sort of date that is, for a phrase that has several forms.

        >>> [language_of("fr").say("since", "2019"), language_of("fr").say("since", "12 mai 2019", kind="day")]
        ['depuis 2019', 'depuis le 12 mai 2019']
        """
        return self.phrases.get(f"{name} {kind}", self.phrases[name]).format(*parts)

    @cached_property
    def day_first(self) -> bool:
        """Whether a day stands before its month."""
        return str(self.locale.date_formats["long"].pattern).startswith("d")

    @cached_property
    def shortens(self) -> bool:
        """Whether what two dates share can be left out of the first: "12 to 15 February 2025"."""
        return "century" in self.phrases and str(self.locale.date_formats["long"].pattern).endswith("y")

    @lru_cache(maxsize=64)  # noqa: B019 - there is one object for each language, for ever
    def pattern(self, skeleton: str) -> str:
        """The order in which the language puts the fields: ``%(d)s %(MMMM)s %(y)s``."""
        known = self.locale.datetime_skeletons
        is_day = skeleton == "yMMMMd"
        found = self.locale.date_formats["long"] if is_day else known[match_skeleton(skeleton, known)]
        pattern = str(parse_pattern(str(found.pattern)).format)
        return pattern if skeleton.startswith("G") else re.sub(r" ?%\(G\)s", "", pattern)

    @property
    def first_day(self) -> str:
        """The first day of a month: "1", "1er"."""
        return self.phrases.get("first-day", "1")

    @cached_property
    def short_days(self) -> tuple[str, ...]:
        """A day of each month where there is little room, with the place ``{d}``, or ``{dd}`` for two digits."""
        pattern, places = self.pattern("MMMd"), {"d": "{d}", "dd": "{dd}"}
        return tuple(pattern % {**places, **self._month(month, "abbreviated")} for month in range(1, 13))

    def _month(self, month: int, width: str) -> dict[str, str]:
        """A month by what a pattern can ask for; the language has one width for all of them."""
        formatted, alone = (self.locale.months[context][width][month] for context in ("format", "stand-alone"))
        names = {"MMMM": formatted, "MMM": formatted, "LLLL": alone, "LLL": alone}
        return {**names, "M": str(month), "MM": f"{month:02d}"}

    def fields(self, skeleton: str, year: int | None = None, month: int = 1, day: int = 1) -> str:
        """A date in the order of the language, its month in full, its year with its era where it needs one.

        Args:
            skeleton: Which fields it has, as the CLDR names them: ``yMMMMd``.
            year: The astronomical year, if it has one.
            month: The month.
            day: The day.

        >>> [language_of(tag).fields("yMMMMd", -43, 3, 15) for tag in ("en", "zh", "hu")]
        ['15 March 44 BCE', '公元前44年3月15日', 'i. e. 44. március 15.']
        """
        values = {"d": self._day(day), "dd": f"{day:02d}", **self._month(month, "wide")}
        if year is None:
            return self.pattern(skeleton) % values
        if not self.era(year) or self.carries_era(skeleton):
            return self.pattern(skeleton) % {**values, "y": self.year(year)}
        dated = {**values, "y": self.year_number(year), "G": self.era(year)}
        return self.pattern(f"G{skeleton.replace('MMMM', 'MMM')}") % dated

    def carries_era(self, skeleton: str) -> bool:
        """Whether the era just follows the year and goes wherever that goes, as in English: "15 March 44 BCE"."""
        year_alone = re.search(r"%\(y\)s(?=[ ,]|$)", self.pattern(skeleton))
        return self.pattern("Gy") == "%(y)s %(G)s" and year_alone is not None

    def quarter(self, year: int, number: int) -> str | None:
        """A quarter of a year, from 1 to 4; None if the language has no order for it beside an era."""
        if self.era(year) and not self.carries_era("yQQQQ"):
            return None
        names = self.locale.quarters["format"]
        values = {"QQQQ": names["wide"][number], "QQQ": names["abbreviated"][number], "Q": str(number)}
        return self.pattern("yQQQQ") % {**values, "y": self.year(year)}

    def day(self, day: int) -> str:
        """A day without its month: "12" or "12."."""
        return f"{self._day(day)}{'.' if '%(d)s.' in self.pattern('MMMMd') else ''}"

    def _day(self, day: int) -> str:
        return self.first_day if day == 1 else str(day)

    def month(self, month: int) -> str:
        """A month without its year."""
        return str(self.locale.months["stand-alone"]["wide"][month])

    def year_number(self, year: int) -> str:
        """A year counted from its era: -3299 is the year 3300; of 66 million, one more or less says nothing."""
        number = abs(year) if year > 0 or abs(year) >= _GROUPED_FROM else 1 - year
        return self.grouped(number) if number >= _GROUPED_FROM else str(number)

    def grouped(self, number: int) -> str:
        """A number, its digits in groups."""
        return format_decimal(number, locale=self.locale)

    def year(self, year: int) -> str:
        """A year, with its era where a bare number would mislead."""
        digits = self.year_number(year)
        return self.in_era(digits, year) if self.era(year) else digits

    def era(self, year: int) -> str:
        """The era of a year, nothing where its number alone is understood."""
        if year >= _UNDERSTOOD_FROM:
            return ""
        own = self.phrases.get("eras")
        return own.split("|")[year > 0] if own else str(self.locale.eras["abbreviated"][int(year > 0)])

    def in_era(self, number: str, year: int) -> str:
        """A number, as of a century, with the era of a year: "34th century BCE"."""
        return self.pattern("Gy") % {"y": number, "G": self.era(year)}

    def either(self, parts: list[str]) -> str:
        """Several of which one is meant, as the language lists them."""
        return str(format_list(parts, style="or", locale=self.locale))

    @cached_property
    def comma(self) -> str:
        """What stands between parts that follow each other."""
        patterns = (self.locale.datetime_formats["medium"], self.locale.list_patterns["or"]["start"])
        return "، " if any("،" in str(pattern) for pattern in patterns) else ", "

    def ordinal(self, number: int) -> str:
        """A number of a century as the language writes it: "19th", "XIX"."""
        forms = dict(form.split(":") for form in self.phrases["ordinals"].split())
        numeral = _roman(number) if "roman" in self.phrases else str(number)
        return forms.get(self.locale.ordinal_form(number), forms["other"]).format(numeral)


def _roman(number: int) -> str:
    """A number below 4000 in Roman numerals, as some languages write centuries.

    >>> [_roman(number) for number in (1, 4, 19, 34)]
    ['I', 'IV', 'XIX', 'XXXIV']
    """
    said = ""
    for value, numeral in _NUMERALS:
        count, number = divmod(number, value)
        said += numeral * count
    return said


@lru_cache(maxsize=64)
def language_of(tag: str) -> Language:
    """The language of a BCP 47 tag; English where it is not known.

    >>> language_of("de").month(5), language_of("x-unknown").month(5)
    ('Mai', 'May')
    """
    # British English says "12 February 2025", as the rest of the world's languages do; en-US stays as it is.
    wanted = "en-GB" if tag == "en" else tag
    try:
        locale = Locale.parse(wanted, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en_GB")
    return Language(locale, SYMBOLS | dict(_forms(PHRASES.get(locale.language, {}))))


def _forms(phrases: Mapping[str, str | Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Each phrase by its name, and its forms by its name and a kind of date: "since day"."""
    for name, said in phrases.items():
        for kinds, form in ({"other": said} if isinstance(said, str) else said).items():
            yield from ((name if kind == "other" else f"{name} {kind}", form) for kind in kinds.split())


@lru_cache(maxsize=64)
def territories(language: str) -> frozenset[str]:
    """The names of countries and dependent territories in a language.

    >>> "Kenya" in territories("en"), "Kenia" in territories("de"), "United Nations" in territories("en")
    (True, True, False)
    """
    names = language_of(language).locale.territories
    return frozenset(
        name.partition(" (")[0] for code, name in names.items() if code.isalpha() and code not in _NO_TERRITORIES
    )


def grouped(number: int, language: str = "en") -> str:
    """A number as a language writes it, its digits in groups.

    >>> grouped(20000), grouped(20000, "fr") == "20\u202f000"
    ('20,000', True)
    """
    return language_of(language).grouped(number)


def plural_form(number: float, language: str = "en") -> str:
    """Which plural form a number takes in a language, by its name in the CLDR.

    >>> plural_form(1), plural_form(3), plural_form(3, "ru"), plural_form(1.5, "fr")
    ('one', 'other', 'few', 'one')
    """
    return language_of(language).locale.plural_form(number)

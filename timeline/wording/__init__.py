"""Dates in the words of a language, from the Unicode CLDR. The only module that imports babel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import match_skeleton, parse_pattern
from babel.numbers import format_decimal

from timeline.model.date import EdtfDate
from timeline.model.edtf import SUBYEARS, Point, Precision
from timeline.model.gregorian import civil_from_days
from timeline.wording.phrases import PHRASES, SYMBOLS

__all__ = [
    "CalendarWords",
    "calendar_words",
    "date_in_words",
    "grouped",
    "plural_form",
    "reasoning",
    "territories",
]

_NUMERALS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_GROUPED_FROM = 10_000
_NO_TERRITORIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})


@dataclass(eq=False)
class _Words:
    """The words and the order of one language."""

    locale: Locale
    phrases: dict[str, str]

    def say(self, name: str, *parts: str) -> str:
        return self.phrases[name].format(*parts)

    @cached_property
    def day_first(self) -> bool:
        return str(self.locale.date_formats["long"].pattern).startswith("d")

    @cached_property
    def shortens(self) -> bool:
        """Whether what two dates share can be left out of the first: "12 to 15 February 2025"."""
        return "century" in self.phrases and str(self.locale.date_formats["long"].pattern).endswith("y")

    @lru_cache(maxsize=64)  # noqa: B019 - there is one object for each language, for ever
    def pattern(self, skeleton: str) -> str:
        """The order in which the language puts the fields: ``%(d)s %(MMMM)s %(y)s``."""
        if skeleton == "yMMMMd":
            return str(parse_pattern(self.locale.date_formats["long"].pattern).format)
        known = self.locale.datetime_skeletons
        pattern = str(known[match_skeleton(skeleton, known)].pattern)
        return str(parse_pattern(re.sub(r"\bMMM\b", "MMMM", pattern)).format)

    def fields(self, skeleton: str, year: str = "", month: int = 1, day: int = 1) -> str:
        """A date in the order of the language, its month in full."""
        names = self.locale.months
        values = {
            "y": year,
            "MMMM": names["format"]["wide"][month],
            "LLLL": names["stand-alone"]["wide"][month],
            "M": str(month),
            "MM": f"{month:02d}",
            "d": str(day),
            "dd": f"{day:02d}",
        }
        return self.pattern(skeleton) % values

    def day(self, day: int) -> str:
        """A day without its month: "12" or "12."."""
        return f"{day}{'.' if '%(d)s.' in self.pattern('MMMMd') else ''}"

    def month(self, month: int) -> str:
        """A month without its year."""
        return str(self.locale.months["stand-alone"]["wide"][month])

    def year_number(self, year: int) -> str:
        """A year counted from its era: -3299 is the year 3300; of 66 million, one more or less says nothing."""
        number = abs(year) if year > 0 or abs(year) >= _GROUPED_FROM else 1 - year
        return str(format_decimal(number, locale=self.locale)) if number >= _GROUPED_FROM else str(number)

    def year(self, year: int) -> str:
        """A year, with its era where a bare number would mislead."""
        digits = self.year_number(year)
        if year <= 0:
            return self.before_era.format(digits)
        return self.say("early year", digits) if year < 1000 and "early year" in self.phrases else digits

    @cached_property
    def before_era(self) -> str:
        return self.phrases.get("before era") or f"{{}} {self.locale.eras['abbreviated'][0]}"

    def ordinal(self, number: int) -> str:
        forms = dict(form.split(":") for form in self.phrases["ordinals"].split())
        numeral = _roman(number) if "roman" in self.phrases else str(number)
        return forms.get(self.locale.ordinal_form(number), forms["other"]).format(numeral)


@lru_cache(maxsize=64)
def territories(language: str) -> frozenset[str]:
    """The names of countries and dependent territories in a language.

    >>> "Kenya" in territories("en"), "Kenia" in territories("de"), "United Nations" in territories("en")
    (True, True, False)
    """
    names = _words(language).locale.territories
    return frozenset(
        name.partition(" (")[0] for code, name in names.items() if code.isalpha() and code not in _NO_TERRITORIES
    )


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
def _words(language: str) -> _Words:
    # British English says "12 February 2025", as the rest of the world's languages do; en-US stays as it is.
    wanted = "en-GB" if language == "en" else language
    try:
        locale = Locale.parse(wanted, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en_GB")
    return _Words(locale, SYMBOLS | PHRASES.get(locale.language, {}))


@lru_cache(maxsize=20_000)
def date_in_words(date: EdtfDate, language: str = "en") -> str:
    """A date as people of a language write it, no more exact than it was stated.

    Args:
        date: The date.
        language: A BCP 47 tag; English where it is not known.

    >>> [date_in_words(EdtfDate(text)) for text in ("2025-02-12", "2025-02", "-3299~", "2025-21", "18XX")]
    ['12 February 2025', 'February 2025', 'about 3300 BCE', 'spring 2025', '19th century']
    >>> [date_in_words(EdtfDate(text)) for text in ("1961/1972", "2022-02-24/..", "../2019")]
    ['1961 to 1972', 'since 24 February 2022', 'until 2019']
    >>> date_in_words(EdtfDate("[2025-03-04,2025-04-03]")), date_in_words(EdtfDate("2025-02-12"), "de")
    ('4 March or 3 April 2025', '12. Februar 2025')
    """
    words = _words(language)
    if date.is_choice:
        return _choice(date, words)
    first, last = date.points[0], date.points[-1]
    if not date.is_interval:
        return _qualified(first, words)
    if first is None or last is None:
        return (
            words.say("until", _qualified(last, words))
            if first is None
            else words.say("since", _qualified(first, words))
        )
    return _interval(first, last, words)


def reasoning(expression: str, published: EdtfDate | None, date: EdtfDate, language: str = "en") -> str:
    """How a phrase became a date, in one line of plain text.

    Args:
        expression: The phrase as the source has it.
        published: The publication date that it was counted from, None if it needed none.
        date: What it means.
        language: A BCP 47 tag.

    >>> reasoning("February last year", EdtfDate("2026-02-11"), EdtfDate("2025-02"))
    '“February last year”, published 11 February 2026 → February 2025'
    """
    words = _words(language)
    quoted = words.phrases.get("quoted", "“{}”").format(expression)
    anchor = f", {words.say('published', date_in_words(published, language))}" if published else ""
    arrow = "←" if words.locale.text_direction == "rtl" else "→"
    return f"{quoted}{anchor} {arrow} {date_in_words(date, language)}"


def _choice(date: EdtfDate, words: _Words) -> str:
    points = [point for point in date.points if point]
    *others, last = [_shortened(point, points[-1], words) for point in points]
    pattern = str(words.locale.list_patterns["or"]["2"])
    said = ", ".join(others)
    return pattern.format(said, last) if said else last


def _interval(first: Point, last: Point, words: _Words) -> str:
    mark = _mark(first)
    if mark != _mark(last):
        return words.say("to", _qualified(first, words), _qualified(last, words))
    return _with_mark(mark, words.say("to", _shortened(first, last, words), _plain(last, words)), words)


def _shortened(point: Point, last: Point, words: _Words) -> str:
    """A point without what the last one says again: "12" of "12 to 15 February 2025"."""
    if point is last or point.precision is not last.precision or not words.shortens:
        return _plain(point, words)
    (year, month, day), (last_year, last_month, _) = _civil(point), _civil(last)
    if point.precision is Precision.YEAR and year <= 0 and last_year <= 0:
        return words.year_number(year)
    if year != last_year or point.precision not in (Precision.MONTH, Precision.DAY):
        return _plain(point, words)
    if point.precision is Precision.MONTH:
        return words.month(month)
    return words.day(day) if month == last_month and words.day_first else words.fields("MMMMd", "", month, day)


def _civil(point: Point) -> tuple[int, int, int]:
    return civil_from_days(point.first_day or 0)


def _mark(point: Point) -> str:
    return "".join(sorted(set(point.qualifiers)))


def _qualified(point: Point | None, words: _Words) -> str:
    return words.say("unknown") if point is None else _with_mark(_mark(point), _plain(point, words), words)


def _with_mark(mark: str, text: str, words: _Words) -> str:
    if "~" in mark or "%" in mark:
        text = words.say("about", text)
    return words.say("perhaps", text) if "?" in mark or "%" in mark else text


def _plain(point: Point, words: _Words) -> str:
    text = re.sub("[?~%]", "", point.text)
    if point.first_day is None:
        return _without_year(text, words)
    year, month, day = civil_from_days(point.first_day)
    if point.precision < Precision.YEAR:
        return _stretch(point, words)
    if "X" in text.partition("T")[0][1:5]:
        return text
    if point.precision < Precision.MONTH:
        return _year_or_part(point, text, words)
    if point.precision is Precision.MONTH:
        return words.fields("yMMMM", words.year(year), month)
    said = words.fields("yMMMMd", words.year(year), month, day)
    return f"{said}, {_clock(text.partition('T')[2])}" if "T" in text else said


def _without_year(text: str, words: _Words) -> str:
    parts = text.split("-")
    if len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit():
        return words.fields("MMMMd", "", int(parts[1]), int(parts[2]))
    return words.say("unknown")


def _year_or_part(point: Point, text: str, words: _Words) -> str:
    year, precision = _civil(point)[0], point.precision
    said = words.year(year)
    if precision is Precision.YEAR:
        return said
    number = int(text.rpartition("-")[2])
    if precision is Precision.SEASON and "seasons" in words.phrases:
        return words.phrases["seasons"].split("|")[(number - 21) % 4].format(_season_year(year, number, words))
    if precision is Precision.HALF and "halves" in words.phrases:
        return words.phrases["halves"].split("|")[number - 40].format(said)
    if precision is Precision.QUARTER:
        return words.pattern("yQQQQ") % {"QQQQ": words.locale.quarters["format"]["wide"][number - 32], "y": said}
    return _months(point, words)


def _season_year(year: int, number: int, words: _Words) -> str:
    crosses = SUBYEARS[number][1] == 12
    return f"{year}/{(year + 1) % 100:02d}" if crosses and year > 0 else words.year(year)


def _months(point: Point, words: _Words) -> str:
    first, last = (str(EdtfDate.of_day(day or 0)).rpartition("-")[0] for day in (point.first_day, point.last_day))
    begin, end = EdtfDate(f"{first}/{last}").points
    return _interval(begin, end, words) if begin and end else point.text


def _stretch(point: Point, words: _Words) -> str:
    """A decade, a century or a millennium."""
    first, last = civil_from_days(point.first_day or 0)[0], civil_from_days(point.last_day or 0)[0]
    name = point.precision.name.lower()
    if name not in words.phrases or (name == "decade" and first < 1000):
        return words.say("to", words.year(first), words.year(last))
    if name == "decade":
        return words.say("decade", str(first))
    length = last - first + 1
    number = first // length + 1 if first >= 0 else -first // length + 1
    said = words.say(name, words.ordinal(number))
    return said if first >= 0 else words.before_era.format(said)


def _clock(text: str) -> str:
    """A time of day with its zone: "15:00 UTC", "15:00 UTC+02:00"."""
    time, sign, offset = re.fullmatch(r"([\d:]*)(Z|[+-]?)(.*)", text, re.ASCII).groups()  # type: ignore[union-attr]
    clock = time if ":" in time else f"{time}:00"
    return f"{clock} UTC" if sign == "Z" else f"{clock} UTC{sign}{offset}" if sign else clock


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
    locale = _words(language).locale
    million = locale.compact_decimal_formats.get("long", {}).get("other", {}).get("1000000")
    day_month = str(parse_pattern(locale.datetime_skeletons["MMMd"]).pattern)
    return CalendarWords(
        direction=locale.text_direction,
        group=locale.number_symbols["latn"]["group"],
        months=tuple(locale.months["stand-alone"]["abbreviated"].values()),
        day_month=re.sub("d+", "{d}", re.sub("[ML]+", "{m}", day_month)),
        before=_words(language).before_era.format("{n}"),
        million=re.sub("0+", "{n}", million.pattern) if million else "{n} 000 000",
    )


def grouped(number: int, language: str = "en") -> str:
    """A number as a language writes it, its digits in groups.

    >>> grouped(20000), grouped(20000, "fr") == "20\u202f000"
    ('20,000', True)
    """
    return format_decimal(number, locale=_words(language).locale)


def plural_form(number: int, language: str = "en") -> str:
    """Which plural form a number takes in a language, by its name in the CLDR.

    >>> plural_form(1), plural_form(3), plural_form(3, "ru")
    ('one', 'other', 'few')
    """
    return _words(language).locale.plural_form(number)

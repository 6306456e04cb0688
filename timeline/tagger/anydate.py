"""The door to ``dateparser``: a lone date, in a language that has no rules of ours."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError
from timeline.tagger.digits import read_digits
from timeline.tagger.locale import no_rules
from timeline.tagger.numbers import full_year

__all__ = ["read_any_date", "read_date"]

_LONGEST = 200
# Where the language is not known: those most read. To load all two hundred takes seconds, and they read nonsense, too.
_LIKELY = ("ar", "cs", "da", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")
# The shortest name of a month: three letters, or one sign of a script that is no alphabet of ours.
_NAME = re.compile(r"[^\W\d_]{3}|[^\W\d_A-Za-z]")
_NUMBER = re.compile(r"\d+")
_MONTH_OF_YEAR = re.compile(r"\A\W*\d{1,2}\W+\d{4}\W*\Z|\A\W*\d{4}\W*\Z")
_NUMERIC = re.compile(r"(?<![\d./-])\d{1,4}([./-])\d{1,2}\1\d{1,4}(?![\d/-])")
# "listopad" is November in these, and October in a language that is not among the likely ones.
_RIVALS = {"cs": "hr", "pl": "hr"}
# What is passed over there, though with it a date is another one: "about", "until", "since", the years of the Hijra.
_UNHEARD = re.compile(
    r"(?<!\w)(?:přibližně|asi|zhruba|cca|kolem|okolo|někdy|cirka|etwa|cerca|environ|circa|около|примерно|приблизно"
    r"|близько|yaklaşık|до|от|под|върху|בסביבות|בערך|בקירוב|هـ)(?!\w)|約|约|\dbre"
    r"|\A\s*(?:[±~≈≃∼<>≤≥‒-―−]|-\s)|[±~≈≃∼<>≤≥]\s*\Z",
    re.IGNORECASE,
)
# Years, of which the one that is named is the first of ten: "anni 1990". There they are the same as one year.
_YEARS = re.compile(
    r"(?<!\w)(?:anni|ani|anii|anos|ans|años|lata|lat|léta|roky|годы|гады|роки|години|évek|שנות|שנים)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# A letter behind a number is no unit: in "1914 a 1918" it stands between two years, and there it is "años".
_LETTER = re.compile(r"\d\s*[a-zà-ɏа-я](?!\w)", re.IGNORECASE)
_LETTER_BETWEEN = re.compile(_LETTER.pattern + r"\W*\d", re.IGNORECASE)
# Where months differ in their marks alone, which are left out there.
_BY_MARKS = ("bo", "dyo", "my", "pa", "pa-Guru", "si", "th")
_LAST_DAY, _FULL_YEAR = 31, 3
_BUDDHIST, _BUDDHIST_ERA = range(2400, 2700), 543
# "03.06." in "03.06.–05.06.2024": a day, with more behind it.
_SHORT_DAY = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?:\.(?!\d)| *[-‐-―]).*\d")
_DAY = re.compile(r"(?!0000)\d{4}-\d\d-\d\d")
_ANY_TWO_DAYS = ("2001-01-01", "2002-06-13")  # what is the same date on both depends on neither
_PERIODS = {"year": len("2001"), "month": len("2001-01"), "day": len("2001-01-01"), "time": len("2001-01-01")}


def read_date(text: str, published: str, language: str, *, ahead: bool = False) -> EdtfDate | None:
    """The date that a short text is, None if it is none, or if it depends on a day of publication that is not known.

    Args:
        text: The date alone, 200 characters at most: running text is not for this.
        published: The day that relative dates count from; anything shorter than a day is not known.
        language: The language.
        ahead: Whether it lies behind the day of publication where it does not tell.

    Raises:
        DateError: Nobody can tell which of two days it is, or it is one of another calendar.
        TimelineError: Nobody knows the language.

    >>> str(read_date("12 lutego 2025", "", "pl"))
    '2025-02-12'
    """
    known = _known(language)
    if not any(map(str.isalpha, text)) and not _MONTH_OF_YEAR.search(text):
        return _of_our_era(text, read_digits(text, language), language)
    days = (published,) if _is_day(published) else _ANY_TWO_DAYS
    dates = {_date(_parsed(text, day, [known], ahead=ahead)) for day in days}
    date = dates.pop() if len(dates) == 1 else None
    numeric = _NUMERIC.search(text) if date and "T" not in date.text else None
    return _of_our_era(text, read_digits(numeric[0], language) if numeric else date, language)


def _known(language: str) -> str:
    """A language as it is known there, without the region in which it is spoken: "pt" for "pt-BR"."""
    from dateparser.data.languages_info import language_order

    known = language
    while known and known not in language_order:
        known = known.rpartition("-")[0]
    if not known:
        raise no_rules(language)
    return known


def _of_our_era(text: str, date: EdtfDate | None, language: str) -> EdtfDate | None:
    """A date, unless it is one of the Buddhist calendar, as all years are in Thailand."""
    if date and language.partition("-")[0] == "th" and int(date.text[:4]) in _BUDDHIST:
        ours = f"{int(date.text[:4]) - _BUDDHIST_ERA}{date.text[4:]}"
        raise DateError(f"the year of '{text}' is one of the Buddhist calendar", hint=f"write {ours}")
    return date


def read_any_date(
    text: str, published: str, language: str, *, own: bool = False, ahead: bool = False
) -> EdtfDate | None:
    """The date that the rules of a language do not read: in digits, or in another language; None if it is none.

    It names its month and its year, or its month and its day where the publication tells the year: less is a guess.

    Args:
        text: The date alone, as for `read_date`.
        published: The day that a date lies near which names no year, "" if it is not known.
        language: The language of the text; its digits are read in it.
        own: Whether its words are read in it, too, because its rules know all of them: "3rd Feb 82".
        ahead: Whether it lies behind the day of publication where it does not tell.

    Raises:
        DateError: The month is another one in a language that has the same word for it.

    >>> [str(read_any_date(text, "", "en")) for text in ("12 lutego 2025", "3.12.99", "66 Ma", "12/25")]
    ['2025-02-12', '1999-12-03', 'None', 'None']
    """
    worded = any(map(str.isalpha, text))
    if not worded and not _MONTH_OF_YEAR.search(text):
        return read_digits(text, language) if "." in text else None  # of numbers with dots the day is the first
    if _NUMERIC.search(text) or (worded and not own and not _NAME.search(text)):
        return None
    languages = [other for other in _LIKELY if other != language] if worded and not own else [language]
    data = _parsed(text, published, languages, relative=False, ahead=ahead)
    if data is None or (own and data.period == "time"):  # of a time alone it makes a time of the day before
        return None
    enough = ({"month", "year"}, {"month", "day"}) if worded and _is_day(published) else ({"month", "year"},)
    if not any(parts.issubset(data.parts) for parts in enough):
        return None
    _refuse_rival(text, published, data, ahead=ahead)
    return _date(data)


def _refuse_rival(text: str, published: str, data: Any, *, ahead: bool) -> None:
    """Say that the month is another one in a language that has the same word."""
    rival = _RIVALS.get(data.locale)
    other = _parsed(text, published, [rival], relative=False, ahead=ahead) if rival else None
    dates = {_date(data), _date(other)} - {None}
    if len(dates) > 1:
        days = " or ".join(sorted(map(str, dates)))
        raise DateError(f"'{text}' can be {days}", hint=f"write the one that is meant: it is not the same in '{rival}'")


def _parsed(text: str, published: str, languages: list[str], *, relative: bool = True, ahead: bool = False) -> Any:
    if len(text) > _LONGEST or not text.strip() or _is_more(text):
        return None
    looks = "future" if ahead else "past"
    absolute = _nearest(text, published, languages, looks)
    wrong = (_has_day_as_year, _has_day_as_time, _has_day_without_month, _has_month_as_zone)
    if absolute and absolute.date_obj:
        return None if any(has(text, absolute) for has in wrong) else _in_full(text, absolute)
    counts = relative and _is_day(published) and not _YEAR.search(text) and not _LETTER.search(text)
    return _heard(text, published, languages, looks, "relative-time") if counts else None


def _is_more(text: str) -> bool:
    """Whether a text says more than the date that is heard in it: about it, ten years, or from it to another."""
    is_decade = _YEARS.search(text) and _YEAR.search(text)
    return bool(_UNHEARD.search(text) or is_decade or (_LETTER_BETWEEN.search(text) and not _NAME.search(text)))


def _nearest(text: str, published: str, languages: list[str], looks: str) -> Any:
    """What a text says of its own; a day without a year lies near the publication, unless it looks ahead."""
    found = _heard(text, published, languages, looks, "absolute-time")
    is_day = found and found.date_obj and {"day", "month"} <= set(found.parts) and "year" not in found.parts
    if looks == "future" or not is_day or not _is_day(published):
        return found
    later = _heard(text, published, languages, "future", "absolute-time")
    day = datetime.fromisoformat(published[:10])
    # Of two that are as near, it is the one that has been.
    return (
        min((found, later), key=lambda one: abs(one.date_obj.replace(tzinfo=None) - day))
        if later and later.date_obj
        else found
    )


def _heard(text: str, published: str, languages: list[str], looks: str, parser: str) -> Any:
    """What one of its parsers makes of a text; nothing where that depends on the time of day, which nobody knows."""
    from dateparser.date import DateDataParser

    settings: dict[str, Any] = {"PREFER_DATES_FROM": looks, "RETURN_TIME_AS_PERIOD": True, "PARSERS": [parser]}
    settings["NORMALIZE"] = languages[0] not in _BY_MARKS
    midnight = datetime.fromisoformat(published[:10] if _is_day(published) else _ANY_TWO_DAYS[0])

    def heard_at(base: datetime) -> Any:
        return DateDataParser(languages=languages, settings={**settings, "RELATIVE_BASE": base}).get_date_data(text)

    try:
        data = heard_at(midnight)
        late = heard_at(midnight.replace(hour=23, minute=59)) if data.period == "time" else data
    except OverflowError:  # a day before the first one or after the last
        return None
    if data.date_obj != late.date_obj:
        data.period = "day"  # "now"
        return data if data.date_obj.date() == late.date_obj.date() else None
    return data


def _in_full(text: str, data: Any) -> Any:
    """The same with a year of two digits in the century that it has everywhere here; None if there is no such day."""
    if "year" not in data.parts or _year_is_full(text):
        return data
    if data.period == "year":  # "años 90" are ten of them
        return None
    try:
        data.date_obj = data.date_obj.replace(year=full_year(data.date_obj.year % 100))
    except ValueError:
        return None
    return data


def _year_is_full(text: str) -> bool:
    return max((len(number) for number in _NUMBER.findall(text)), default=0) >= _FULL_YEAR


def _has_day_without_month(_text: str, data: Any) -> bool:
    """Whether a weekday was read where a month stands, which is then that of today: "5 mar 1987" in French."""
    return {"year", "day"} <= set(data.parts) and "month" not in data.parts


def _has_month_as_zone(_text: str, data: Any) -> bool:
    """Whether the name of a month was read as a time zone, and the day as the month: "4 set 1945", "3 Mart 2024"."""
    return bool(data.date_obj.tzinfo) and data.period != "time"


def _has_day_as_time(text: str, data: Any) -> bool:
    """Whether a day was read as a time: of "03.06.–05.06.2024" it makes six minutes past three of the last day."""
    return data.period == "time" and bool(_SHORT_DAY.search(text))


def _has_day_as_year(text: str, data: Any) -> bool:
    """Whether a number that is to be a day was read as the year: of "31 April" it makes April 1931."""
    if "year" not in data.parts:
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
    if not found or data.period not in _PERIODS:
        return None
    zone = found.strftime("%z")
    time = f"{found:T%H:%M}{zone[:3]}{':' if zone else ''}{zone[3:5]}" if data.period == "time" else ""
    return EdtfDate(f"{found.date().isoformat()[: _PERIODS[data.period]]}{time}")

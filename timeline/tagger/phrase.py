"""A phrase in place of a date: "February last year", "three days later", "two days after the summit"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from string import capwords

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError
from timeline.model.timex import timex_of_date
from timeline.tagger.anydate import read_any_date, read_date
from timeline.tagger.digits import plain_digits
from timeline.tagger.explanation import Explanation, explanation_of
from timeline.tagger.lexer import UNKNOWN
from timeline.tagger.locale import Locale, has_rules, load_locale, region_of
from timeline.tagger.published import read_published
from timeline.tagger.resolve import Resolver
from timeline.tagger.tense import Tense
from timeline.tagger.text_pass import Found
from timeline.tagger.units import Stamp, of_day

__all__ = ["resolve", "unread"]

_DATE = "_"
_STOP = " ."
_DASHES = re.compile("[\u2010-\u2015_]")
_MARKS = ".,;:!()'\"‘’“”„«»"
_NUMBER = re.compile(r"\d{1,4}[^\W\d]{0,2}")
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:h]|\.(?=\d\d ?(?:uhr|[ap]m)))(\d\d)(?!\d)", re.IGNORECASE)
_SHOWN = 60
_YEAR = 366  # days


_Resolved = tuple[EdtfDate | None, Explanation | None]


def resolve(
    phrase: str,
    published: str,
    language: str,
    anchors: tuple[tuple[str, str], ...],
    previous: EdtfDate | None,
    quote: str = "",
    *,
    planned: bool = False,
) -> _Resolved:
    """The date of a phrase and why; both None if it is no time expression.

    Raises:
        DateError: It has words beside its date of which nobody knows what they say of it, or a time of day.

    >>> str(resolve("last month", "2026-02-11", "en", (), None)[0])
    '2026-01'
    """
    if phrase.strip().isdigit():  # a number alone is no date
        return None, None
    if not has_rules(language):
        return _in_its_language(phrase, published, language, planned)
    locale = load_locale(language, frozenset(name for name, _ in anchors))
    known = (read_published(published), anchors, locale.day_first(language), region_of(language))
    resolver = Resolver(locale, *known, explaining=True)
    if planned:
        resolver.tense = _ahead(locale)
    in_quote = _whole(*_read_in(quote, resolver, phrase, _stamp(previous)), published, locale) if quote else None
    if in_quote and in_quote[0]:
        return in_quote
    phrase, all_found = _read(resolver, plain_digits(phrase), _stamp(previous))
    whole = _whole(phrase, all_found, published, locale)
    doubt = previous.qualifier if previous and not previous.is_interval else ""
    if whole and doubt and _read(resolver, phrase, None)[1] != all_found:
        return _no_surer(whole, doubt)
    return whole or _in_part(phrase, all_found, published, locale, planned=planned)


def _no_surer(resolved: _Resolved, qualifier: str) -> _Resolved:
    """What counts from a date that is not sure is not surer itself."""
    date, why = resolved
    if date is None or why is None or date.is_interval or date.is_choice or date.qualifier or "T" in date.text:
        return resolved  # EDTF has no mark for a time
    date = EdtfDate(f"{date}{qualifier}")
    step = f"the date that it counts from is not sure: {date}"
    return date, replace(why, date=date, steps=(*why.steps, step))


class _Ahead(Tense):
    """The tense of what is planned: it looks ahead without doubt where no word tells."""

    def of(self, tokens: Sequence[str], start: int, end: int) -> int:
        return super().of(tokens, start, end) or 2


@lru_cache(maxsize=8)
def _ahead(locale: Locale) -> Tense:
    return _Ahead(locale)


def _whole(phrase: str, all_found: list[Found], published: str, locale: Locale) -> _Resolved | None:
    """The date of a phrase that is one, or a range of two; None if it has other words."""
    around = _around(phrase, all_found, locale)
    explained = [explanation_of(phrase, one, published) for one in all_found]
    if around == [_DATE]:
        return explained[0].date, explained[0]
    shape = locale.frames.get(" ".join(around).casefold(), "")
    if not shape or not all(one.date for one in explained):
        return None
    _refuse_choice(explained)
    return _interval(phrase, shape, explained)


def _refuse_choice(ends: Sequence[Explanation]) -> None:
    """Say that an end of a range can be two days: EDTF has no such interval."""
    for one in ends:
        if one.date and one.date.is_choice:
            days = " or ".join(map(str, one.date.choices))
            raise DateError(f"'{one.phrase[:_SHOWN]}' can be {days}", hint="write the one that is meant")


def _in_part(phrase: str, all_found: list[Found], published: str, locale: Locale, *, planned: bool) -> _Resolved:
    """The lone date that a phrase is to others, None if it is none.

    Raises:
        DateError: It has a date, and words that nobody knows.
    """
    around = _around(phrase, all_found, locale)
    if any(mark.isdigit() for word in around for mark in word):
        # "12 février 2025" in an English text is more than 2025, and "30 February 2025" is no date at all.
        own = all(_NUMBER.fullmatch(word) for word in around if word != _DATE)
        date = read_any_date(phrase, published, locale.language, own=own, ahead=planned)
        return _lone_date(phrase, published, date, "any/lone-date", "read as a lone date")
    _refuse_rest(phrase, all_found, published, locale)
    return None, None


def _read_in(quote: str, resolver: Resolver, phrase: str, mentioned: Stamp | None) -> tuple[str, list[Found]]:
    """The dates of a phrase as they are read where a quote has it; none where it is not there alone."""
    words = r"\s+".join(map(re.escape, phrase.split()))
    match = re.search(rf"(?<!\w){words}(?!\w)", quote, re.IGNORECASE)
    if not match:
        return phrase, []
    start, end = match.span()
    inside = (one for one in resolver.read(quote, mentioned) if start <= one.start and one.end <= end)
    return match[0], [replace(one, start=one.start - start, end=one.end - start) for one in inside]


def _read(resolver: Resolver, phrase: str, mentioned: Stamp | None) -> tuple[str, list[Found]]:
    """The dates of a phrase; what is one only in company, as "March" or "about 1990", is read as if it had some.

    So is what would be one in a sentence, "the 24th", and what somebody wrote without capitals: "thanksgiving 2014".
    """
    found = resolver.read(phrase, mentioned)
    is_in_words = len(phrase) <= _SHOWN and any(map(str.isalpha, phrase))
    if _is_one(found, 0, phrase) or not is_in_words:
        return phrase, found
    for start, text in _in_company(phrase.strip(), sorted(resolver.locale.before_dates)):
        if UNKNOWN in resolver.locale.lexer.lex(text[start:])[1]:
            continue  # no date reaches over a word that is in no list
        in_company = resolver.read(text, mentioned)
        if _is_one(in_company, start, text.removesuffix(_STOP)):
            return text.removesuffix(_STOP), in_company
    return phrase, found


def _in_company(phrase: str, leading: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Texts that make a date of a phrase, each with where the date begins."""
    if phrase.islower():
        yield 0, capwords(phrase, " ")
    for stop in ("", _STOP):
        yield from ((len(word) + 1, f"{word} {phrase}{stop}") for word in leading)


def _is_one(found: list[Found], start: int, phrase: str) -> bool:
    return [(one.start, one.end) for one in found] == [(start, len(phrase))]


def unread(phrase: str, published: EdtfDate | None, language: str) -> str:
    """The words of a text that stand beside its time expressions and are not understood.

    >>> unread("Friday rain", None, "en"), unread("in the last month", None, "en")
    ('rain', '')
    """
    locale = load_locale(language)
    found = Resolver(locale, read_published(str(published or ""))).read(phrase)
    beside = " ".join(_around(phrase, found, locale)).split(_DATE)
    return " … ".join(words.strip()[:_SHOWN] for words in beside if words.strip())


def _around(phrase: str, dates: list[Found], locale: Locale) -> list[str]:
    """What stands around dates, each of which is an underscore, but for the words that add nothing: "since", "_"."""
    ends = [0, *(place for one in dates for place in (one.start, one.end)), len(phrase)]
    gaps = [_DASHES.sub("-", phrase[start:end]) for start, end in zip(ends[::2], ends[1::2], strict=True)]
    words = [word for word in (word.strip(_MARKS) for word in f" {_DATE} ".join(gaps).split()) if word]
    led = _without(words[::-1], locale.before_dates)[::-1]
    return _without(led, locale.after_dates)


def _without(words: list[str], idle: frozenset[str]) -> list[str]:
    """Words without the idle ones that follow a date.

    >>> _without(["_", "the", "in", "since"], frozenset({"in", "the"}))
    ['_', 'since']
    """
    kept: list[str] = []
    for word in words:
        if not (kept and kept[-1] == _DATE and word.casefold() in idle):
            kept.append(word)
    return kept


def _refuse_rest(phrase: str, all_found: list[Found], published: str, locale: Locale) -> None:
    """Say which words were not understood beside dates that were."""
    explained = [explanation_of(phrase, one, published) for one in all_found]
    # A time of day alone is of the publication: in "small hours of 12 June 2024" that is another day.
    days = [str(one.date) for one in explained if one.date and one.type != "TIME"]
    dates = days or [str(one.date) for one in explained if one.date]
    if dates:
        longest = max(all_found, key=lambda one: one.end - one.start)
        left = " ".join(word for word in _around(phrase, [longest], locale) if word != _DATE)
        what = f"'{left[:_SHOWN]}' in '{phrase[:_SHOWN]}' is not understood"
        raise DateError(what, hint=f"write {' or '.join(dates)}, if that is what is meant")


def _interval(phrase: str, shape: str, ends: list[Explanation]) -> tuple[EdtfDate, Explanation]:
    """The interval of a shape such as ``_/..``, with the dates in the places that it leaves."""
    first, last = ends[0], ends[-1]
    if len(ends) == 1 and first.type == "DURATION" and first.date:  # "from March 3 to 5" is one already
        date = first.date
    else:
        begin, end = shape.split("/")
        text = f"{begin.replace('_', _outer(first.date, 0))}/{end.replace('_', _outer(last.date, -1))}"
        date = EdtfDate(text)
    steps = (*(step for one in ends for step in one.steps), f"'{phrase[:_SHOWN]}' is a range: {date}")
    return date, replace(
        first,
        phrase=phrase,
        value=str(date),
        date=date,
        rule=f"{first.rule.partition('/')[0]}/frames",
        operator="interval",
        steps=steps,
    )


def _outer(date: EdtfDate | None, end: int) -> str:
    """The begin or the end of what may be an interval itself: "late 2014" is several months."""
    bound = date and (date.end if end else date.start)
    return str(bound or "..")


def _stamp(date: EdtfDate | None) -> Stamp | None:
    """The stretch that an event before took up: that is what "later" counts from."""
    if date is None or date.first_day is None or date.last_day is None or date.is_choice:
        return None
    is_sure = date.is_interval and not date.qualifier  # "early March" is some of its days: nobody knows which
    last = date.end if is_sure else date
    return _holding(last.first_day, last.last_day) if last else None


def _holding(first: int | None, last: int | None) -> Stamp | None:
    """The shortest stretch that holds two days; of a winter, the year in which it begins."""
    if first is None or last is None:
        return None
    for unit in ("day", "month", "year", "decade", "century"):
        if of_day(unit, first) == of_day(unit, last) or (unit == "year" and last - first < _YEAR):
            return of_day(unit, first)
    return None


def _in_its_language(phrase: str, published: str, language: str, planned: bool) -> _Resolved:
    """A lone date in a language without rules."""
    date = read_date(phrase, published, language, ahead=planned)
    step = f"there are no rules for {language!r}: read as a lone date"
    return _lone_date(phrase, published, date, f"{language}/lone-date", step)


def _refuse_other_time(phrase: str, date: EdtfDate) -> None:
    """Say that the time of day is not the one that stands there, or is not known."""
    clock = _CLOCK.search(phrase)
    stated = f"{clock[1].zfill(2)}:{clock[2]}" if clock else ""
    day, _, heard = date.text.partition("T")
    if heard == stated:
        return
    what = f"the time of day in '{phrase[:_SHOWN]}' is not understood"
    raise DateError(what, hint=f"write {day}T{heard or stated}, if that is what is meant, or {day} without the time")


def _lone_date(phrase: str, published: str, date: EdtfDate | None, rule: str, step: str) -> _Resolved:
    timex = timex_of_date(date) if date else None
    if date is None or timex is None:
        return None, None
    _refuse_other_time(phrase, date)
    value, mod = timex
    return date, Explanation(phrase, value, "DATE", mod, date, rule, "read_date", published, (step,))

"""A phrase in place of a date: "February last year", "three days later", "two days after the summit"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError, TimelineError
from timeline.model.timex import timex_of_date
from timeline.tagger.explanation import Explanation, explanation_of
from timeline.tagger.locale import has_rules, languages, load_locale
from timeline.tagger.published import read_published
from timeline.tagger.resolve import Found, Resolver
from timeline.tagger.units import Stamp, of_day

__all__ = ["resolve"]

_SHORT_WORD = 3
_DASHES = re.compile("[\u2010-\u2015]")
_SHOWN = 60


def resolve(
    phrase: str, published: str, language: str, anchors: tuple[tuple[str, str], ...], previous: EdtfDate | None
) -> tuple[EdtfDate | None, Explanation | None]:
    """The date of a phrase and why; both None if it is no time expression.

    >>> str(resolve("last month", "2026-02-11", "en", (), None)[0])
    '2026-01'
    """
    if phrase.strip().isdigit():  # a number alone is no date
        return None, None
    if not has_rules(language):
        return _in_any_language(phrase, published, language)
    locale = load_locale(language, frozenset(name for name, _ in anchors))
    resolver = Resolver(locale, read_published(published), anchors, locale.day_first(language), explaining=True)
    all_found = resolver.read(phrase, _stamp(previous))
    found = max(all_found, key=lambda one: one.end - one.start, default=None)
    left = _left_over(phrase, found)
    if any(mark.isdigit() for mark in _left_over(phrase, *all_found)):
        # "12 février 2025" in an English text is more than 2025, and "30 February 2025" is no date at all.
        return _in_any_language(phrase, published, None)
    if found is None:
        return None, None
    explained = [explanation_of(phrase, one, published) for one in all_found]
    dates = [one.date for one in explained]
    shape = locale.frames.get(_frame(phrase, all_found), "")
    if shape and None not in dates:
        return _interval(phrase, shape, explained)
    _refuse_rest(phrase, left, [date for date in dates if date])
    explanation = explanation_of(phrase, found, published)
    return (None, None) if left else (explanation.date, explanation)


def _refuse_rest(phrase: str, left: str, dates: list[EdtfDate]) -> None:
    """Say which words were not understood beside dates that were."""
    if left and dates:
        what = f"'{left[:_SHOWN]}' in '{phrase[:_SHOWN]}' is not understood"
        raise DateError(what, hint=f"write {'/'.join(map(str, dates))}, if that is what is meant")


def _frame(phrase: str, all_found: list[Found]) -> str:
    """What stands around the dates: "since _" of "since 2014"."""
    for one in reversed(all_found):
        phrase = f"{phrase[: one.start]} _ {phrase[one.end :]}"
    return " ".join(_DASHES.sub("-", phrase).casefold().split()).strip(" .,;")


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
        date=date,
        earliest=date.earliest,
        latest=date.latest,
        rule=f"{first.rule.partition('/')[0]}/frames",
        operator="interval",
        steps=steps,
    )


def _outer(date: EdtfDate | None, end: int) -> str:
    """The begin or the end of what may be an interval itself: "late 2014" is several months."""
    bound = date and (date.end if end else date.start)
    return str(bound or "..")


def _left_over(phrase: str, *found: Found | None) -> str:
    """The words that were not read, but for short ones such as "in" and "the"."""
    rest = phrase
    for one in reversed([one for one in found if one]):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    words = [word.strip(".,;:!?()'\"") for word in rest.split()]
    return " ".join(word for word in words if len(word) > _SHORT_WORD or any(mark.isdigit() for mark in word))


def _stamp(date: EdtfDate | None) -> Stamp | None:
    """The stretch that an event before took up, by its precision: that is what "later" counts from."""
    if date is None or date.first_day is None or date.last_day is None:
        return None
    value = timex_of_date(date.end if date.is_interval and date.end else date)
    if value is None:  # one of several days
        return None
    unit = {4: "year", 7: "month"}.get(len(value[0]), "day")
    return of_day(unit, date.last_day if date.is_interval else date.first_day)


def _in_any_language(phrase: str, published: str, language: str | None) -> tuple[EdtfDate | None, Explanation | None]:
    """A lone date in a language without rules, or in one that is not known."""
    from timeline.tagger.anydate import read_date

    try:
        date = read_date(phrase, published, language)
    except TimelineError:
        raise TimelineError(
            f"no rules for the language {language!r}", hint=f"use one of: {', '.join(languages())}"
        ) from None
    timex = timex_of_date(date) if date else None
    if date is None or timex is None:
        return None, None
    value, mod = timex
    rule = f"{language or 'any'}/lone-date"
    steps = (f"there are no rules for {language!r}: read as a lone date" if language else "read as a lone date",)
    return date, Explanation(
        phrase, value, "DATE", mod, date, date.earliest, date.latest, rule, "read_date", published, steps
    )

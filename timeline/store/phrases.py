"""Dates that are written as phrases: "February last year", "three days later", "two days after the summit"."""

from __future__ import annotations

import re
from collections.abc import Mapping as Fields
from dataclasses import dataclass

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError, TimelineError

__all__ = ["NO_ANCHOR", "NO_EVENT", "Context", "Resolved", "is_relative", "resolve", "suggestion"]

# What begins like this is meant as EDTF: if it is wrong, it is a wrong date and no phrase.
_MEANT_AS_EDTF = re.compile(r"(?:\[|\.\.|-?\d{4}(?!\d)|-?[\dX]{4}|Y-?\d)[-\d/.,TXZ:+~?%\] Y]*\Z")
_DAY = re.compile(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[ ,]+(\d\d)[:.](\d\d)")
_SPAN = re.compile(r"(\d{4}(?:-\d\d){0,2}) *- *(\d{4}(?:-\d\d){0,2})")
_HINT = "write a date such as 2025-02-12, 2025-02 or 2025, or a phrase such as 'February last year'"

NO_ANCHOR = "say from when it counts, with 'published: 2026-02-11', or write the date itself"
NO_EVENT = "put the event after the one that it counts from, or write the date itself"


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is resolved against.

    Attributes:
        published: The publication date, which "last month" counts from.
        language: The language of the phrase (BCP 47).
        anchors: Days with a name.
        previous: The date of the event before, which "three days later" counts from.
    """

    published: EdtfDate | None = None
    language: str = "en"
    anchors: Fields[str, EdtfDate] | None = None
    previous: EdtfDate | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date, and how it came out of the phrase that was written; no steps if it was written as a date."""

    date: EdtfDate
    steps: tuple[str, ...] = ()


def resolve(text: str, context: Context) -> Resolved:
    """The date that is written, as EDTF or as a phrase.

    Raises:
        DateError: It is neither, or what it counts from is not known.

    >>> resolve("2025-02", Context()).date
    EdtfDate(text='2025-02')
    >>> resolve("2024-02-30", Context())
    Traceback (most recent call last):
    timeline.model.errors.DateError: there is no day '2024-02-30': ...
    """
    try:
        return Resolved(EdtfDate(text))
    except DateError:
        if _MEANT_AS_EDTF.match(text.strip()):
            raise
    return _resolve_phrase(text, context)


def _resolve_phrase(text: str, context: Context) -> Resolved:
    from timeline.tagger import resolve_phrase

    anchors = {name: str(date) for name, date in (context.anchors or {}).items()}
    try:
        date, why = resolve_phrase(text, context.published, context.language, anchors, context.previous)
    except TimelineError as error:
        if isinstance(error, DateError) or error.path:
            raise
        raise DateError(error.message, hint=error.hint or _HINT) from error
    steps = why.steps if why else ()
    if date is None:
        _refuse_impossible(text.strip())
        raise DateError(f"'{text}' cannot be resolved to a date", hint=_HINT)
    return Resolved(date, steps or (f"'{text}' is {date}",))


def _refuse_impossible(text: str) -> None:
    """Say of "31.04.2024" that April has 30 days."""
    match = _DAY_FIRST.fullmatch(text)
    if match:
        EdtfDate(f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}")


def suggestion(text: str) -> str:
    """The date that a text which is none seems to mean, "" if that cannot be told.

    >>> suggestion("2025/2/12"), suggestion("11 February 2026"), suggestion("2014 - 2022"), suggestion("2025-02-30")
    ('2025-02-12', '2026-02-11', '2014/2022', '')
    """
    text = text.strip()
    day, span, time = _DAY.fullmatch(text), _SPAN.fullmatch(text), _TIME.fullmatch(text)
    try:
        if day:
            return str(EdtfDate(f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}"))
        if span:
            return str(EdtfDate(f"{span[1]}/{span[2]}"))
        if time:
            return str(EdtfDate(f"{time[1]}T{time[2]}:{time[3]}"))
        return str(resolve(text, Context()).date)
    except DateError:
        return ""


def is_relative(text: str, context: Context) -> bool:
    """Whether a text would be a date if it were known when it was published, or what came before it."""
    day = EdtfDate("2000-01-01")
    try:
        resolve(text, Context(day, context.language, context.anchors, day))
    except DateError:
        return False
    return True

"""Dates that are written as phrases: "February last year", "three days later", "two days after the summit"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Fields
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from timeline.model.date import EdtfDate, Precision
from timeline.model.errors import DateError, TimelineError
from timeline.store.misspelt import corrected, strange_words
from timeline.store.rewording import reworded

if TYPE_CHECKING:
    from timeline.tagger.explanation import Explanation

__all__ = [
    "Context",
    "Lost",
    "Previous",
    "Resolved",
    "counts_from_previous",
    "counts_from_publication",
    "counts_from_undated",
    "is_date",
    "is_relative",
    "read_date",
    "resolve",
    "suggestions",
]

# What begins like this is meant as EDTF: if it is wrong, it is a wrong date and no phrase.
_MEANT_AS_EDTF = re.compile(r"(?:\[|\{|\.\.|-?\d{4}(?!\d)|-?[\dX]{4}|Y-?\d|-?\d{1,3}\Z)[-\d/.,TXZ:+~?%\]} YE]*\Z")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_LONGEST, _MOST_ANCHORS, _MOST_TRIED = 100, 100, 6
_ANY_NAME = "xyzzy"  # no word of any language
_SHORTEST_LEAD = 2  # words: "days after", as behind "in" or "by" anything may stand
_HAS_LETTERS = re.compile(r"[^\W\d_]{3}")
_WORD = re.compile(r"\S+")
_LATE_DAY = re.compile(r"(?<![\d.:/-])(29|[3-9]\d)(st|nd|rd|th)?(?![\d:/])")
_YEARS = re.compile(r"(?<!\w)\d{3,4}(?!\w)")
_EVER_DAY = "28"  # each month has it
_NO_YEAR = re.compile(r"\d{1,2}\.\d{1,2}\.")
_PARTS_OF_DAY = re.compile(r"(\d{1,2})/(\d{1,2})")
_ANY_DAY = EdtfDate("2000-03-01")  # the February before it has a 29th
_ANY_TWO_DAYS = (EdtfDate("2000-01-01"), EdtfDate("2001-06-15"))  # what is the same on both depends on neither
_HINT = "write a date such as 2025-02-12, 2025-02 or 2025, or a phrase such as 'February last year'"


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of the date of an event before: it cannot be read, so nothing can be counted from it.

    Attributes:
        line: Where that event begins in its file.
    """

    line: int


Previous: TypeAlias = EdtfDate | Lost | None
"""What "three days later" counts from; None where there is no event before."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is resolved against.

    Attributes:
        published: The publication date, which "last month" counts from.
        language: The language of the phrase (BCP 47).
        anchors: Days with a name.
        previous: The date of the event before, which "three days later" counts from.
        undated: The names of anchors whose date is wrong.
        quote: The words of a source that have the phrase among them: it is read there.
        planned: Whether what it dates is planned: then it looks ahead where no word tells.
    """

    published: EdtfDate | None = None
    language: str = "en"
    anchors: Fields[str, EdtfDate] | None = None
    previous: Previous = None
    undated: frozenset[str] = frozenset()
    quote: str = ""
    planned: bool = False

    def of_event(self, fields: Fields[str, Any], previous: Previous) -> Context:
        """The same for the phrase of one event, with what it says of itself and of its sources.

        Args:
            fields: The fields of the event, as they are written; its date is a phrase.
            previous: The date of the event before.

        >>> source = {"published": "2026-02-11", "quote": "Envoys will meet on Friday."}
        >>> Context().of_event({"date": "Friday", "sources": [{"url": "a"}, source]}, None).quote
        'Envoys will meet on Friday.'
        """
        given = fields.get("sources")
        sources = [source for source in given if isinstance(source, dict)] if isinstance(given, list) else []
        phrase = _plain_text(fields["date"])
        quoting = [source for source in sources if phrase and phrase in _plain_text(source.get("quote"))]
        published = next(_published((*quoting, *sources, fields)), self.published)
        quote = quoting[0]["quote"] if quoting else ""
        planned = fields.get("certainty") == "planned"
        return replace(self, published=published, previous=previous, quote=quote, planned=planned)


def _plain_text(text: object) -> str:
    return " ".join(text.casefold().split()) if isinstance(text, str) else ""


def _published(places: Iterable[Fields[str, Any]]) -> Iterator[EdtfDate]:
    """The publication dates at some places; what is none is reported where it stands."""
    for place in places:
        with suppress(DateError):
            if place.get("published"):
                yield EdtfDate(place["published"])


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
    >>> resolve("by 1990", Context())
    Traceback (most recent call last):
    timeline.model.errors.DateError: 'by 1990' is no date; write ../1990
    """
    try:
        return _read(text, context)
    except DateError as error:
        _refuse_misnamed(text, context)
        _refuse_in_digits(text.strip())
        _refuse_day(text, context)
        meant = _reworded(text, context.language)
        error.hint = f"write {' or '.join(meant)}" if meant else _instead(text, context, error.hint)
        raise


def read_date(text: str, context: Context) -> Resolved | None:
    """The same, None where it is no date: looking for what else may be meant takes much longer than reading it.

    >>> read_date("2025-02", Context()).date
    EdtfDate(text='2025-02')
    >>> read_date("by 1990", Context())
    """
    try:
        return _read(text, context)
    except DateError:
        return None


def _instead(text: str, context: Context, otherwise: str) -> str:
    """What to write instead of a text that is no date: what it is nearly, or what makes it one."""

    def would_be(other: str) -> bool:
        return _can_be_read(other, context.language, context.anchors or {})

    other = _in_another_language(text, context)
    if other:
        return otherwise + other
    spelt = "" if would_be(text) else corrected(text, context.language, would_be, context.anchors or {})
    if spelt:
        return f"did you mean '{spelt}'?"
    name = _unnamed(text, context.language)
    if name:
        return f"name the day of '{name}' under `anchors`, as in '{name}: 2025-08-15', or write the date itself"
    return otherwise


def _unnamed(text: str, language: str) -> str:
    """The last words of a text, if with a day for them it would be a date: "the summit" of "a day after the summit"."""
    starts = [match.start() for match in _WORD.finditer(text)][_SHORTEST_LEAD:] if len(text) <= _LONGEST else []
    anchors = {_ANY_NAME: _ANY_DAY}
    names = (text[start:] for start in starts if text[start:].replace(" ", "").isalpha())
    led = (name for name in names if not strange_words(text.removesuffix(name), language))
    return next((name for name in led if _can_be_read(text.removesuffix(name) + _ANY_NAME, language, anchors)), "")


def _in_another_language(text: str, context: Context) -> str:
    """What to say of a text that would be a date in a language other than that of the file."""
    from timeline.tagger.locale import languages

    own, anchors = context.language.partition("-")[0], context.anchors or {}
    others = [other for other in languages() if other != own] if _HAS_LETTERS.search(text) else []
    known = (other for other in others if not strange_words(text, other, anchors))
    found = next((other for other in known if _can_be_read(text, other, anchors)), "")
    return f"; or say with 'language: {found}' which language it is in" if found else ""


def _read(text: str, context: Context) -> Resolved:
    try:
        return Resolved(EdtfDate(text))
    except DateError:
        if _MEANT_AS_EDTF.match(text.strip()):
            raise
    return _resolve_phrase(text, context)


def _refuse_misnamed(text: str, context: Context) -> None:
    """Name the anchor that the last words are like, if with its name, or with a day for it, they would be a date."""
    ends = [text[match.start() :] for match in _WORD.finditer(text)] if len(text) <= _LONGEST else []
    anchors = context.anchors or {}
    known = dict.fromkeys(anchors, _ANY_DAY)  # all of them, for which the language is prepared already
    alike = [(anchor, name) for anchor in islice(anchors, _MOST_ANCHORS) for name in get_close_matches(anchor, ends)]
    for anchor, name in nlargest(_MOST_TRIED, alike, key=_likeness):
        if _can_be_read(text.removesuffix(name) + anchor, context.language, known):
            if name.casefold() != anchor.casefold():
                raise DateError(f"there is no anchor '{name}'", hint=f"did you mean '{anchor}'?")
            hint = f"date '{anchor}' more exactly, or write the date itself"
            raise DateError(f"'{text}' cannot be counted from {anchors[anchor]}", hint=hint)


def _likeness(words: tuple[str, str]) -> float:
    return SequenceMatcher(None, *words).ratio()


def _reworded(text: str, language: str) -> list[str]:
    return reworded(text, lambda part: _plain(part, language))


@lru_cache(maxsize=1_000)
def _plain(text: str, language: str) -> EdtfDate | None:
    """The date of a text, whenever it was written; None if it has none."""
    found = read_date(text, Context(language=language))
    return found.date if found else None


def _resolve_phrase(text: str, context: Context) -> Resolved:
    try:
        date, why = _tagged(text, context)
    except TimelineError as error:
        if isinstance(error, DateError) or error.path:
            raise
        raise DateError(error.message, hint=error.hint or _HINT) from error
    if date is None or why is None:
        raise DateError(f"'{text}' cannot be resolved to a date", hint=_hint_for(text))
    if why.operator == "read_date":
        _refuse_overheard(text, date, context.language)
    if _leaves_previous_out(text, date, context):
        raise DateError(f"'{text}' cannot be resolved to a date", hint=_HINT)
    return Resolved(date, why.steps or (f"'{text}' is {date}",))


def _hint_for(text: str) -> str:
    """What to write instead of a phrase that has a year: the named days of old years are of another calendar."""
    first, *others = _YEARS.findall(text) or [""]
    if not first or others or not _HAS_LETTERS.search(text):
        return _HINT
    return f"write the day itself, {first:0>4}-MM-DD, or {first:0>4} if only the year is known"


def _tagged(text: str, context: Context) -> tuple[EdtfDate | None, Explanation | None]:
    from timeline.tagger import resolve_phrase

    previous = None if isinstance(context.previous, Lost) else context.previous
    given = (context.published, context.language, context.anchors or {}, previous, context.quote)
    return resolve_phrase(text, *given, planned=context.planned)


def _leaves_previous_out(text: str, date: EdtfDate, context: Context) -> bool:
    """Whether a phrase that counts from the event before was counted from the publication date, for lack of a day."""
    before = context.previous
    if before is None or (isinstance(before, EdtfDate) and before.precision is Precision.DAY and not before.is_choice):
        return False
    others = [replace(context, published=day) for day in _ANY_TWO_DAYS]
    lost = isinstance(before, Lost) or any(_tagged(text, other)[0] != date for other in others)
    return lost and counts_from_previous(text, context)


def counts_from_previous(text: str, context: Context) -> bool:
    """Whether a phrase means something else after another event.

    >>> [counts_from_previous(text, Context(EdtfDate("2026-02-11"))) for text in ("the next day", "last month")]
    [True, False]
    """
    first, second = (read_date(text, replace(context, previous=day)) for day in _ANY_TWO_DAYS)
    return bool(first and second and first.date != second.date)


def counts_from_publication(text: str, context: Context) -> bool:
    """Whether a phrase is a date wherever it stands, once it is known when it was published.

    >>> [counts_from_publication(text, Context()) for text in ("three days later", "last month")]
    [False, True]
    """
    return read_date(text, replace(context, published=_ANY_DAY, previous=None)) is not None


def _refuse_overheard(text: str, date: EdtfDate, language: str) -> None:
    """Refuse a lone date of which a word was not heard: "après 1990" is not 1990."""
    meant = _reworded(text, language)
    if meant and str(date) not in meant:
        raise DateError(f"'{text}' is no date")


def _refuse_in_digits(text: str) -> None:
    """Say of "31.04.2024" and "2024/04/31" that April has 30 days, of "31.03." and "3/31" that they have no year."""
    if _NO_YEAR.fullmatch(text):
        raise DateError(f"'{text}' has no year", hint=f"write it, too, such as {text}2024")
    parts = _PARTS_OF_DAY.fullmatch(text)
    days = [f"2024-{month:0>2}-{day:0>2}" for month, day in (parts.groups(), parts.groups()[::-1])] if parts else []
    real = dict.fromkeys(filter(is_date, days))
    if real:
        raise DateError(f"'{text}' has no year", hint=f"write it, too, such as {' or '.join(real)}")
    if match := _DAY_FIRST.fullmatch(text):
        EdtfDate(f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}")
    if match := _YEAR_FIRST.fullmatch(text):
        EdtfDate(f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}")


def _refuse_day(text: str, context: Context) -> None:
    """Say of "30 February 2025" that there is no such day: with a day that each month has it would be a date."""
    late = _LATE_DAY.search(text)
    if late:
        possible = f"{text[: late.start()]}{_EVER_DAY}{'th' if late[2] else ''}{text[late.end() :]}"
        date = None
        with suppress(TimelineError):
            date, _ = _tagged(possible, replace(context, published=context.published or _ANY_DAY))
        try:
            EdtfDate(str(date or _ANY_DAY).replace(f"-{_EVER_DAY}", f"-{late[1]}"))
        except DateError:
            if context.published or str(date)[:4] in text:
                raise
            raise DateError(f"there is no day '{text}'", hint="write the day that is meant") from None


def suggestions(text: str, language: str = "en") -> list[str]:
    """The dates that a text which is none can mean, in a language; none if that cannot be told.

    >>> [suggestions(text) for text in ("2025/2/12", "11 February 2026", "2014 - 2022", "2025-02-30")]
    [['2025-02-12'], ['2026-02-11'], ['2014/2022'], []]
    >>> suggestions("03/04/2025")
    ['2025-03-04', '2025-04-03']
    """
    date = _plain(text, language)
    return _reworded(text, language) or ([str(one) for one in date.choices] if date else [])


def is_date(text: object) -> bool:
    """Whether a text is a date as it stands, and no phrase.

    >>> is_date("2025-02"), is_date("last month")
    (True, False)
    """
    try:
        return bool(EdtfDate(str(text)))
    except DateError:
        return False


def is_relative(text: str, context: Context) -> bool:
    """Whether a text would be a date if it were known when it was published, or what came before it."""
    return _can_be_read(text, context.language, context.anchors or {})


def counts_from_undated(text: str, context: Context) -> bool:
    """Whether a text that is no date would be one if the dates of all anchors were right.

    >>> context = Context(undated=frozenset({"the crash"}))
    >>> [counts_from_undated(text, context) for text in ("two days after the crash", "two days after the summit")]
    [True, False]
    """
    anchors = {**dict.fromkeys(context.undated, _ANY_DAY), **(context.anchors or {})}
    return bool(context.undated) and _can_be_read(text, context.language, anchors)


def _can_be_read(text: str, language: str, anchors: Fields[str, EdtfDate]) -> bool:
    return _is_read(text, language, tuple(anchors.items()))


@lru_cache(maxsize=1_000)
def _is_read(text: str, language: str, anchors: tuple[tuple[str, EdtfDate], ...]) -> bool:
    return read_date(text, Context(_ANY_DAY, language, dict(anchors), _ANY_DAY)) is not None

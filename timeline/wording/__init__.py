"""Dates in the words of a language, from the Unicode CLDR."""

from timeline.wording.calendar import CalendarWords, calendar_words
from timeline.wording.dates import date_in_words, reasoning
from timeline.wording.language import grouped, plural_form, territories

__all__ = [
    "CalendarWords",
    "calendar_words",
    "date_in_words",
    "grouped",
    "plural_form",
    "reasoning",
    "territories",
]

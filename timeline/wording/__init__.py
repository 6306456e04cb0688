"""Dates in the words of a language, from the Unicode CLDR, and what an event is marked with."""

from timeline.wording.calendar import CalendarWords, calendar_words, weekday_name, weekdays
from timeline.wording.dates import date_in_words, reasoning
from timeline.wording.language import grouped, plural_form, territories
from timeline.wording.marks import marked_title, marks

__all__ = [
    "CalendarWords",
    "calendar_words",
    "date_in_words",
    "grouped",
    "marked_title",
    "marks",
    "plural_form",
    "reasoning",
    "territories",
    "weekday_name",
    "weekdays",
]

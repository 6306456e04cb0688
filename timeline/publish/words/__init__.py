"""The words on the pages around a chart: from one file per language beside this one, beside the words of the chart."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from timeline.figure.words import Words, phrases, words

__all__ = ["languages", "page_words"]


@cache
def page_words(language: str) -> Words:
    """The words of a language for pages; English phrases where there are no others.

    >>> page_words("de")["share"], page_words("xx")["share"]
    ('Teilen und weiterverwenden', 'Share and reuse')
    """
    chart = words(language)
    return Words(language, chart.calendar, chart.phrases | phrases(__name__, language))


@cache
def languages() -> tuple[str, ...]:
    """The languages that have words of their own.

    >>> languages()
    ('ar', 'de', 'en', 'es', 'fr')
    """
    names = (file.name for file in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))

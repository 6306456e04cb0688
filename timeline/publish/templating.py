"""The templates of the pages: Jinja with everything escaped that is not marked as safe."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from timeline.model.characters import visible
from timeline.model.date import EdtfDate
from timeline.model.timeline import Timeline
from timeline.publish import markup
from timeline.publish.machines import machine_date
from timeline.publish.reasons import reasons, tells_more
from timeline.publish.words import page_words
from timeline.wording import calendar_words, date_in_words, marked_title, marks

__all__ = ["TOP", "event_macro", "render", "say", "time_element"]

TOP = "top--"
"""The id of the heading of a page: no slug, nor a slug with words behind two hyphens, as headings of events have."""

# The text and the sources of more events would make an article or a frame heavy.
_MOST_TOLD = 200


@lru_cache(maxsize=50_000)
def time_element(date: EdtfDate, language: str = "en") -> Markup:
    """A date in words, with the date itself for machines: in a ``<time>`` where HTML can say it, else as EDTF.

    >>> str(time_element(EdtfDate("2025-02")))
    '<time datetime="2025-02">February 2025</time>'
    """
    element, attribute = machine_date(date)
    said = Markup('<{0} {1}="{2}">{3}</{0}>')
    return said.format(element, attribute, str(date), date_in_words(date, language))


def _reach(tl: Timeline) -> str:
    """From when to when the events of a timeline are, by the ends that are known; nothing where none is.

    >>> _reach(Timeline(events=[{"title": "A", "date": "../2024-06"}, {"title": "B", "date": "2026-03-01/.."}]))
    'June 2024 – 1 March 2026'
    """
    both = [end for event in tl.events for end in (event.date.start, event.date.end)]
    known = [end for end in both if end and end.first_day is not None]
    if not known:
        return ""
    outer = min(known, key=lambda end: end.first_day or 0), max(known, key=lambda end: end.last_day or 0)
    return " – ".join(dict.fromkeys(date_in_words(end, tl.language) for end in outer))


def say(name: str, language: str, /, **parts: str) -> str:
    """Words of a page in a language, with what belongs into their places.

    >>> say("facet", "de", name="Mond")
    'Ereignisse: Mond.'
    """
    return page_words(language)[name].format(**parts)


def _lang(language: str, around: str = "") -> Markup:
    """The attributes that tell the language of an element, none where it is that of what is around it.

    >>> str(_lang("ar", "en")), str(_lang("en", "en"))
    ('lang="ar" dir="rtl"', '')
    """
    told = Markup('lang="{}" dir="{}"').format(language, calendar_words(language).direction)
    return Markup() if language == around else told


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(TOP=TOP, MOST_TOLD=_MOST_TOLD)
    environment.filters.update(
        time=time_element,
        words=date_in_words,
        markup=lambda text: Markup(markup.html(text)),  # noqa: S704 - nh3 has cleaned it
        plain=markup.plain,
        reasons=reasons,
        tells_more=tells_more,
        say=say,
        reach=_reach,
        counted=lambda number, name, language: page_words(language).counted(name, number),
        lang=_lang,
        marks=marks,
        marked_title=marked_title,
        visible=visible,
        direction=lambda language: calendar_words(language).direction,
    )
    return environment


def render(name: str, **values: object) -> str:
    """Fill in a template of the folder ``templates``."""
    return _environment().get_template(name).render(**values)


@cache
def event_macro() -> Callable[..., Markup]:
    """The macro that writes one event."""
    found: Callable[..., Markup] = _environment().get_template("event.html").module.item  # type: ignore[attr-defined]
    return found

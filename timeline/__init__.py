"""Resolve the relative dates of news into dated events, keep them in YAML, publish them as interactive timelines.

The way of the data: an `Article` is tagged (`tag`), its time expressions become events (`extract`), events are kept in
YAML (`load`), and a `Timeline` is drawn (`figure`).
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.extract import Candidate, extract, summarize
    from timeline.figure import figure
    from timeline.model.article import Article
    from timeline.model.date import EdtfDate, Precision
    from timeline.model.errors import DateError, TimelineError
    from timeline.model.event import Event, Image, Source
    from timeline.model.timeline import Timeline
    from timeline.model.timex import Timex
    from timeline.store import load
    from timeline.tagger import explain, tag, tag_all

_HOMES = {
    "Article": "timeline.model.article",
    "Candidate": "timeline.extract",
    "DateError": "timeline.model.errors",
    "EdtfDate": "timeline.model.date",
    "Event": "timeline.model.event",
    "Image": "timeline.model.event",
    "Precision": "timeline.model.date",
    "Source": "timeline.model.event",
    "Timeline": "timeline.model.timeline",
    "TimelineError": "timeline.model.errors",
    "Timex": "timeline.model.timex",
    "explain": "timeline.tagger",
    "extract": "timeline.extract",
    "figure": "timeline.figure",
    "load": "timeline.store",
    "summarize": "timeline.extract",
    "tag": "timeline.tagger",
    "tag_all": "timeline.tagger",
}

__all__ = [
    "Article",
    "Candidate",
    "DateError",
    "EdtfDate",
    "Event",
    "Image",
    "Precision",
    "Source",
    "Timeline",
    "TimelineError",
    "Timex",
    "explain",
    "extract",
    "figure",
    "load",
    "summarize",
    "tag",
    "tag_all",
]


def __getattr__(name: str) -> Any:
    # Each name is imported when it is first used, so that tagging a text loads neither plotly nor pydantic.
    if name not in _HOMES:
        raise AttributeError(f"module 'timeline' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__


class _Package(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        # Importing the module timeline.figure would put it here under the name of its function.
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package

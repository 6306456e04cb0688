"""The door to ``dateparser``: a lone date, in a language that has no rules of ours."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError

__all__ = ["read_date"]

_LONGEST = 200
# Where the language is not known: those most read. To load all two hundred takes seconds, and they read nonsense, too.
_LIKELY = ("ar", "cs", "da", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")
_PERIODS = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d", "time": "%Y-%m-%d"}


def read_date(text: str, published: str = "", language: str | None = None) -> EdtfDate | None:
    """The date that a short text is, None if it is none.

    Args:
        text: The date alone, 200 characters at most: running text is not for this.
        published: The day that relative dates count from, if it is known.
        language: The language, None if it is not known: then one of the most read is tried.

    Raises:
        TimelineError: Nobody knows the language.

    >>> str(read_date("12 lutego 2025", language="pl"))
    '2025-02-12'
    """
    if len(text) > _LONGEST or not text.strip():
        return None
    from dateparser.date import DateDataParser

    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
    if len(published) >= len("2026-02-11"):
        settings["RELATIVE_BASE"] = datetime.fromisoformat(published[:10])
    else:
        settings["PARSERS"] = ["absolute-time"]
    try:
        data = DateDataParser(languages=[language] if language else list(_LIKELY), settings=settings).get_date_data(
            text
        )
    except ValueError as error:
        raise TimelineError(f"no rules for the language {language!r}") from error
    found = data.date_obj
    return None if found is None or data.period not in _PERIODS else EdtfDate(found.strftime(_PERIODS[data.period]))

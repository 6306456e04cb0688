"""Dates as programs and publishers write them: in spreadsheets, in YAML, in the heads of mails and feeds."""

from __future__ import annotations

import re

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError

__all__ = ["published_date", "tidy_date"]

_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})([T ])(\d{1,2}:\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{1,2}(?::?\d{2})?)?", re.ASCII
)
_MAIL = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC?|[ECMP][SD]T|[+-]\d{4})",
    re.ASCII,
)


def tidy_date(text: str) -> str:
    """A date as spreadsheets, programs and mails write it, as EDTF writes it; the first instant of a day is the day.

    What is no such date stays as it is.

    >>> tidy_date("2025-02-12 00:00:00"), tidy_date("2025-02-12 15:04:00.000Z"), tidy_date("2025-02")
    ('2025-02-12', '2025-02-12T15:04:00Z', '2025-02')
    >>> tidy_date("Wed, 12 Feb 2025 15:04:00 GMT")
    '2025-02-12T15:04:00Z'
    """
    text = text.strip()
    match = _ISO.fullmatch(text)
    if not match:
        return _of_mail(text) if _MAIL.fullmatch(text) else text
    day, mark, clock, seconds, zone = match.groups()
    clock, zone = clock.zfill(5), _zone(zone or "")
    if clock == "00:00" and not zone and (mark == " " or seconds == "00"):
        return day
    return f"{day}T{clock}{f':{seconds}' if seconds else ''}{zone}"


def _zone(zone: str) -> str:
    """A zone with two digits for its hours, which YAML leaves to the writer."""
    return zone[0] + zone[1:].zfill(2) if len(zone) == 2 else zone


def _of_mail(text: str) -> str:
    from email.utils import parsedate_to_datetime  # with all of what mails need, for what few files have

    try:
        return parsedate_to_datetime(text).isoformat(timespec="seconds").replace("+00:00", "Z")
    except ValueError:
        return text


def published_date(text: str) -> EdtfDate:
    """The publication date that a file states, in EDTF or as `tidy_date` takes it.

    Raises:
        DateError: It is no date; with what the file states.

    >>> published_date("2026-02-11 10:00:00"), published_date("2026-02")
    (EdtfDate(text='2026-02-11T10:00:00'), EdtfDate(text='2026-02'))
    """
    tidy = tidy_date(text)
    try:
        return EdtfDate(tidy)
    except DateError as error:
        raise DateError(error.message.replace(f"'{tidy}'", f"'{text.strip()}'"), hint=error.hint) from error

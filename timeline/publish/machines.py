"""Dates for machines: HTML says only days, months and years of our era; of the others EDTF says what they mean."""

from __future__ import annotations

import re

from timeline.model.date import EdtfDate

__all__ = ["machine_date"]

_HTML_DATE = re.compile(
    r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d(T([01]\d|2[0-3]):\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII
)


def machine_date(date: EdtfDate) -> tuple[str, str]:
    """The element and its attribute that tell a date to machines; EDTF in a ``<time>`` would be no valid HTML.

    Args:
        date: What it tells.

    >>> machine_date(EdtfDate("2025-02")), machine_date(EdtfDate("-0899%"))
    (('time', 'datetime'), ('data', 'value'))
    """
    return ("time", "datetime") if _HTML_DATE.fullmatch(str(date)) else ("data", "value")

"""The line with which an agency report begins: "MOSCOW, Feb. 11 (Agency) —"."""

from __future__ import annotations

import re

__all__ = ["is_dateline"]

_LONGEST_PLACE = 60
_PLACE = re.compile(r"[^\W\d_a-z][^\d\n()]{1,50},\s*")
_AGENCY = re.compile(r"\s*\([^()\n]{2,40}\)\s*(?:-{1,2}|–|—|_)")


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a day stands between a place in capitals, at the beginning of a paragraph, and an agency in brackets.

    >>> line = "MOSCOW, Feb. 11 (Agency) — Talks resumed."
    >>> is_dateline(line, 8, 15), is_dateline("He met her, Feb. 11 (Agency) — so it is.", 12, 19)
    (True, False)
    """
    if text[end : end + 1] not in (" ", "\n") or not _AGENCY.match(text, end):
        return False
    begin = max(text.rfind("\n", 0, start), start - _LONGEST_PLACE) + 1
    place = text[begin:start].lstrip()
    return bool(_PLACE.fullmatch(place)) and place.split(",")[0].isupper()

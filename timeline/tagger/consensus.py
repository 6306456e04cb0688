"""What a text as a whole says about a date that its words leave open.

"Last February" in one place and "February last year" in another are the same month.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.tagger.units import Stamp, stamp_value

if TYPE_CHECKING:
    from timeline.tagger.text_pass import Found

__all__ = ["agree"]


def agree(found: list[Found]) -> list[Found]:
    """The expressions of a text with the open ones as the sure ones have it."""
    sure: _Sure | None = None
    for one in found:
        reading = one.reading
        if reading.rival is None and not (reading.stamp is None and reading.alternatives):
            continue
        sure = sure or _Sure(found)
        _settle(one, sure)
    for one in found if sure is not None else ():
        if one.reading.stamp is None and one.reading.alternatives:
            one.reading = one.reading.but(alternatives=())
    return found


class _Sure:
    """What a text names without doubt, by what its values say besides the year: a text can be long."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.stamps = {one.reading.stamp for one in found if one.reading.stamp and not one.reading.implied}
        self._by_rest = defaultdict[str, list[Stamp]](list)
        for stamp in self.stamps:
            self._by_rest[_rest(stamp_value(stamp))].append(stamp)
        self._fitting: dict[tuple[str, str, str], Stamp | None] = {}

    def fitting(self, text: str, first: str, last: str) -> Stamp | None:
        """The only one between two values that a value with an open year can be."""
        asked = text, first, last
        if asked not in self._fitting:
            like = (stamp for stamp in self._by_rest.get(_rest(text), ()) if first <= stamp_value(stamp) <= last)
            fitting = [stamp for stamp in like if _shape(stamp_value(stamp)) == _shape(first) and _fits(stamp, text)]
            self._fitting[asked] = fitting[0] if len(fitting) == 1 else None
        return self._fitting[asked]


def _settle(one: Found, sure: _Sure) -> None:
    """Take what the text names elsewhere without doubt, if it is one thing."""
    reading = one.reading
    if reading.rival is not None:
        if reading.rival in sure.stamps and reading.stamp not in sure.stamps:
            _take(one, reading.rival)
        return
    if not _lacks_the_year(reading.text):
        return
    fitting = sure.fitting(reading.text, *reading.alternatives)
    if fitting is not None:
        _take(one, fitting)


def _rest(value: str) -> str:
    return value.partition("-")[2]


def _lacks_the_year(text: str) -> bool:
    """Whether a value is open in its year alone: the text itself has told the rest, as in "XXXX-02" for "February"."""
    year, _, rest = text.partition("-")
    return rest != "" and "X" not in rest and not year.isdigit()


def _shape(value: str) -> str:
    return "".join("0" if sign.isdigit() else sign for sign in value)


def _fits(stamp: Stamp, text: str) -> bool:
    """Whether a stretch can be what a value with open digits says: 2025-02 and XXXX-02."""
    return all(sign in ("X", other) for sign, other in zip(text, stamp_value(stamp), strict=False))


def _take(one: Found, stamp: Stamp) -> None:
    step = f"the text names {stamp_value(stamp)} elsewhere without doubt: the same"
    one.reading = one.reading.at(stamp).but(text="", rival=None, alternatives=())
    one.steps = (*one.steps, step)

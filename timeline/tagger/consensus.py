"""What a text as a whole says about a date that its words leave open.

"Last February" in one place and "February last year" in another are the same month.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.tagger.units import Stamp, stamp_value

if TYPE_CHECKING:
    from timeline.tagger.text_pass import Found

__all__ = ["agree"]


def agree(found: list[Found]) -> list[Found]:
    """The expressions of a text with the open ones as the sure ones have it."""
    sure: set[Stamp] | None = None
    for one in found:
        reading = one.reading
        if reading.rival is None and not (reading.stamp is None and reading.alternatives):
            continue
        if sure is None:
            sure = {other.reading.stamp for other in found if other.reading.stamp and not other.reading.implied}
        _settle(one, sure)
    for one in found if sure is not None else ():
        if one.reading.stamp is None and one.reading.alternatives:
            one.reading = one.reading.but(alternatives=())
    return found


def _settle(one: Found, sure: set[Stamp]) -> None:
    """Take what the text names elsewhere without doubt, if it is one thing."""
    reading = one.reading
    if reading.rival is not None:
        if reading.rival in sure and reading.stamp not in sure:
            _take(one, reading.rival)
        return
    if not _lacks_the_year(reading.text):
        return
    first, last = reading.alternatives
    fitting = {
        stamp
        for stamp in sure
        if first <= stamp_value(stamp) <= last
        and _shape(stamp_value(stamp)) == _shape(first)
        and _fits(stamp, reading.text)
    }
    if len(fitting) == 1:
        _take(one, fitting.pop())


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

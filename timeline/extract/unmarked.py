"""A text as it is read aloud: without the marks of its references, "[1]", and of its links, "[[Rome|the city]]"."""

from __future__ import annotations

import re

from timeline.extract.sentences import Span

__all__ = ["as_written", "unmarked"]

_REFERENCE = re.compile(
    r"(?<=[\w.,;:!?…\"'”’»)\]])\[(?:\d{1,4}|[a-z]|(?:note|nb|n) \d{1,3}|[a-z]{2,20} needed)\](?![\w(])"
)
_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{0,200}\|)?([^\[\]|\n]{1,200})\]\]([a-z]{0,20})")
_OPENING, _CLOSING = "[[", "]]"
_LONGEST_TARGET = 203


def unmarked(text: str) -> str:
    """A text with blanks for its marks, so that each of its words stays in its place.

    What is joined to a link is closed up with it.

    >>> unmarked("Ulm fell.[1] [[Rome]] sent [[Naval ship|two ship]]s.[2][3]")
    'Ulm fell.      Rome   sent                 two ships.      '
    """
    if "[" not in text:
        return text
    return _LINK.sub(_label, _REFERENCE.sub(lambda mark: " " * len(mark[0]), text))


def _label(link: re.Match[str]) -> str:
    return (link[1] + (link[2] or " " * len(_CLOSING))).rjust(len(link[0]))


def as_written(text: str, plain: str, span: Span) -> Span:
    """Where words stand in a text with the marks: with the brackets of the links that they begin and end with.

    Words without a mark between them need none.

    >>> text = "[[Rome]] met [[Ulm]]"
    >>> as_written(text, unmarked(text), (2, 18)), as_written(text, unmarked(text), (2, 6))
    ((0, 20), (2, 6))
    """
    start, end = span
    if text[start:end] == plain[start:end]:
        return span
    opening = text.rfind(_OPENING, max(0, start - _LONGEST_TARGET), start)
    begin = opening if opening >= 0 and plain[opening:start].isspace() else start
    return begin, end + len(_CLOSING) * text.startswith(_CLOSING, end)

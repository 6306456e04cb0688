"""Labels that give way like on a map: the important ones first, a few positions each, none over another or cut.

The same rules as in the browser client, which measures the text; here its width is estimated, on the wide side.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

__all__ = [
    "FONT_SIZE",
    "GAP",
    "LINE",
    "WIDEST",
    "Boxes",
    "Label",
    "Mark",
    "fill",
    "nameless",
    "place",
    "text_width",
    "ways",
    "wrap",
]

FONT_SIZE = 12
LINE = 15
GAP = 6
_AIR = (2, 0)
_MORE_AIR = (10, 3)
_RADIUS = 5.0
WIDEST = 210
_MOST = 80
_LONGEST = 90
_MOST_LINES = 3
_STRIP = 12
_NARROW = frozenset("iljtfr.,:;'|!I()[]- \u2019")
_WIDE = frozenset("mwMW@%\u2014\u2026")


def text_width(text: str, size: float = FONT_SIZE) -> float:
    """About how many pixels wide a text is in a sans serif font; rather too many than too few.

    >>> 60 < text_width("Gagarin in orbit") < 130
    True
    """
    return size * sum(map(_em, text))


def _em(character: str) -> float:
    if character in _NARROW:
        return 0.35
    if character in _WIDE:
        return 0.95
    if character.isascii():
        return 0.73 if character.isupper() else 0.6
    if unicodedata.combining(character):
        return 0.0
    return 1.05 if unicodedata.east_asian_width(character) in "WF" else 0.72


def wrap(text: str, lines: int = 1) -> tuple[str, ...]:
    """A title in so many lines of about the same length.

    >>> wrap("First human in space", 2)
    ('First human', 'in space')
    """
    text = shorten(" ".join(text.split()))
    spaces = [at for at, character in enumerate(text) if character == " "]
    if lines == 1 or not spaces:
        return (text,)
    best = min(spaces, key=lambda at: abs(lines * at - len(text)))
    return text[:best], *wrap(text[best + 1 :], lines - 1)


def fill(text: str, widest: float, size: float = FONT_SIZE) -> tuple[str, ...]:
    """All of a text in lines that are at most so wide; a word that is wider is broken, behind a hyphen if it has one.

    >>> fill("Ministry of Foreign Affairs", 100)
    ('Ministry of', 'Foreign Affairs')
    """
    lines, line = [], ""
    for character in " ".join(text.split()):
        if line and text_width(line + character, size) > widest and _may_begin(character):
            at = max(line.rfind(" "), line.rfind("-")) + 1 or len(line)
            lines.append(line[:at].rstrip())
            line = line[at:]
        line += character
    return (*lines, line) if line else ()


def _may_begin(character: str) -> bool:
    """Whether a line can begin with a character: not with an accent, a space or a full stop."""
    return unicodedata.category(character)[0] not in "MZP"


def ways(title: str) -> list[tuple[tuple[str, ...], float]]:
    """The ways to write a title with the width of each, the one with the fewest lines first.

    >>> [len(lines) for lines, _ in ways("First human in space")]
    [1, 2, 3]
    """
    found = {
        lines: max(map(text_width, lines)) for lines in (wrap(title, count) for count in range(1, _MOST_LINES + 1))
    }
    fitting = [(lines, wide) for lines, wide in found.items() if wide <= WIDEST]
    if not fitting and any(text_width(word) > WIDEST for word in title.split()):
        return [_broken(title)]
    return fitting or list(found.items())[-1:]


def _broken(title: str) -> tuple[tuple[str, ...], float]:
    """A title without spaces where a line has its end, as in Chinese, in at most three lines."""
    lines = fill(shorten(title), WIDEST)
    lines = lines if len(lines) <= _MOST_LINES else (*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1][:-2] + "…")
    return lines, max(map(text_width, lines))


def shorten(text: str) -> str:
    """A title of at most 90 characters, shortened at a word boundary.

    >>> shorten("word " * 20)
    'word word word word word word word word word word word word word word word word word word…'
    """
    return text if len(text) <= _LONGEST else (text[:_LONGEST].rpartition(" ")[0] or text[: _LONGEST - 1]) + "…"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a label belongs to: the place of a mark and what is written beside it, in pixels."""

    number: int
    left: float
    right: float
    y: float
    title: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Label:
    """A label with a place: its lines, the left end and the middle of its height, in pixels.

    ``anchor`` is the point of its width that stays where it is if the text is narrower: 0 left, 0.5 middle, 1 right.
    """

    number: int
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    anchor: float = 0.0


class Boxes:
    """The places that are taken, sorted into strips so that a look takes few comparisons."""

    def __init__(self) -> None:
        self._strips: defaultdict[int, list[tuple[float, float, float, float]]] = defaultdict(list)

    def add(self, left: float, top: float, right: float, bottom: float) -> None:
        """Take a place."""
        for strip in self._crossed(top, bottom):
            self._strips[strip].append((left, top, right, bottom))

    def free(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether nothing has taken any of this place."""
        return not any(
            left < taken[2] and right > taken[0] and top < taken[3] and bottom > taken[1]
            for strip in self._crossed(top, bottom)
            for taken in self._strips[strip]
        )

    @staticmethod
    def _crossed(top: float, bottom: float) -> range:
        return range(int(top // _STRIP), int(bottom // _STRIP) + 1)


def place(marks: Iterable[Mark], width: float, alone: bool = False) -> list[Label]:
    """The labels that find room beside marks between x = 0 and ``width``, given with the most important first.

    Args:
        marks: The marks; a label does not cover one.
        width: The width of the axis in pixels.
        alone: Whether only marks that get a label will be drawn, so that the others need no room: at most 80 of very
            many, with more air between them.
    """
    marks = list(marks)
    boxes = Boxes()
    if not alone:
        for mark in marks:
            boxes.add(*_box(mark))
    found = (label for mark in marks if (label := _placed(mark, boxes, width, alone)) is not None)
    return list(islice(found, _MOST if alone else None))


def nameless(marks: int, labels: int) -> bool:
    """Whether so few of many marks have a name that it tells more to draw only those that find room for one.

    >>> nameless(900, 5), nameless(900, 60), nameless(30, 5)
    (True, False, False)
    """
    return marks > 2 * _MOST and labels < _MOST / 2


def _box(mark: Mark) -> tuple[float, float, float, float]:
    return mark.left - 1, mark.y - _RADIUS, mark.right + 1, mark.y + _RADIUS


def _placed(mark: Mark, boxes: Boxes, width: float, alone: bool) -> Label | None:
    if alone and not boxes.free(*_box(mark)):
        return None
    across, down = _MORE_AIR if alone else _AIR
    for label in _candidates(mark, width):
        top, bottom = label.y - len(label.lines) * LINE / 2, label.y + len(label.lines) * LINE / 2
        left, right = label.x - across, label.x + label.width + across
        inside = label.x >= -7 and label.x + label.width <= width + 7 and mark.top <= top and bottom <= mark.bottom
        if inside and boxes.free(left, top - down, right, bottom + down):
            boxes.add(left, top, right, bottom)
            if alone:
                boxes.add(*_box(mark))
            return label
    return None


def _candidates(mark: Mark, width: float) -> Iterator[Label]:
    """On the line of the mark, so that the labels of a row share their lines; above and below it; else beside it."""
    written = ways(mark.title)
    for lines, wide in written:
        for above in range(len(lines)):
            yield from _beside(mark, lines, wide, mark.y + ((len(lines) - 1) / 2 - above) * LINE)
    for lines, wide in written:
        middle = min(max((mark.left + mark.right - wide) / 2, 2), width - wide - 2)
        away = GAP + len(lines) * LINE / 2
        yield Label(mark.number, lines, middle, mark.y - away, wide, 0.5)
        yield Label(mark.number, lines, middle, mark.y + away, wide, 0.5)
    for lines, wide in written:
        yield from _beside(mark, lines, wide, mark.y)


def _beside(mark: Mark, lines: tuple[str, ...], wide: float, y: float) -> Iterator[Label]:
    yield Label(mark.number, lines, mark.right + GAP, y, wide)
    yield Label(mark.number, lines, mark.left - GAP - wide, y, wide, 1.0)

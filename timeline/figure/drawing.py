"""What is drawn of one layout of a chart, as parts of an SVG: the lanes, the marks, which stretch, and the texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from timeline.figure import density
from timeline.figure.axis import Tick, ticks
from timeline.figure.chart import Plan
from timeline.figure.labels import LINE, Label, Mark, nameless, place
from timeline.figure.lanes import EDGE, Layout
from timeline.figure.marks import KINDS, Segment, chosen, crowded, place_marks, segments
from timeline.figure.theme import LIGHT

__all__ = ["Drawing"]

_BINS = 120


@dataclass(frozen=True, slots=True)
class Drawing:
    """One layout of a plan, as wide as its drawing will be.

    Args:
        plan: What is drawn.
        layout: Where its rows stand.
        width: The width of the whole drawing in pixels.

    >>> from timeline.figure.chart import plan
    >>> from timeline.model.timeline import Timeline
    >>> moon = plan(Timeline(events=[{"title": "First people on the Moon", "date": "1969-07-20"}]))
    >>> drawing = Drawing(moon, moon.layouts[-1], 900)
    >>> marks, texts = drawing.parts()
    >>> marks.count("timeline-dot"), "First people on the Moon" in texts
    (1, True)
    """

    plan: Plan
    layout: Layout
    width: int

    @property
    def plot(self) -> int:
        """The width of the axis: without the names of the lanes and the edges."""
        return self.width - self.layout.left - 2 * EDGE

    @property
    def is_mirrored(self) -> bool:
        """Whether time runs from right to left, as the language is written."""
        return self.plan.words.calendar.direction == "rtl"

    def _colour(self, lane: int) -> str:
        return f"timeline-colour-{self.plan.colours[lane] % len(LIGHT.lanes)}"

    def _x(self, x: float, plot: float) -> float:
        """A place on an axis that is so wide, from the left."""
        return plot - x if self.is_mirrored else x

    def parts(self) -> tuple[str, str]:
        """The marks with what is behind them, which stretch, and the texts, which do not."""
        placed = place_marks(self.plan, self.layout, self.plot)
        drawn = chosen(self.plan, placed)
        labels, many = self._labels(drawn, is_crowded=crowded(drawn, placed, self.layout, self.plot))
        if many:
            named = {label.number for label in labels}
            drawn = [segment for segment in drawn if segment.number in named]
        marked = self._ticks()
        behind = [self._grid(marked), *(self._density() if many else ())]
        texts = [*self._axis(marked), *(line for label in labels for line in self._text(label))]
        return "".join([*behind, *self._paths(drawn)]), "".join(texts)

    def _ticks(self) -> list[Tick]:
        """The ticks of the axis; without any event it is of no time."""
        made = self.plan
        return ticks(*made.extent, self.plot, made.words, timed=made.timed) if made.subjects else []

    def _labels(self, drawn: list[Segment], *, is_crowded: bool) -> tuple[list[Label], bool]:
        """The labels that find room, and whether there are too many marks to draw those that have none."""
        marks = list(map(self._mark, drawn))
        labels = [] if is_crowded else place(marks, self.plot)
        many = is_crowded or nameless(len(marks), len(labels))
        return (place(marks, self.plot, alone=True) if many else labels), many

    def bands(self) -> Iterator[str]:
        """The grounds of the lanes with their names."""
        for number, (top, height) in enumerate(self.layout.lanes):
            yield f'<rect class="timeline-band" y="{top}" width="100%" height="{height - 2}"/>'
            yield from self._name(number)

    def _name(self, number: int) -> Iterator[str]:
        top, height = self.layout.lanes[number]
        lines, header = self.layout.names[number], self.layout.headers[number]
        x = '"100%" dx="-8"' if self.is_mirrored else '"8"'
        middle = top + (14 if header else height / 2 + 4 - (len(lines) - 1) * LINE / 2)
        for at, line in enumerate(lines):
            place = f'x={x} y="{middle + at * LINE:g}"'
            yield f'<text class="timeline-name {self._colour(number)}" {place}>{escape(line)}</text>'

    def _share(self, tick: Tick) -> float:
        """Where a tick stands, as a part of the axis."""
        first, last = self.plan.extent
        return (tick.at - first) / (last - first)

    def _grid(self, marked: list[Tick]) -> str:
        places = (self._x(self._share(tick) * self.plot, self.plot) for tick in marked)
        lines = "".join(f"M{x:.1f} 0V{self.layout.height}" for x in places)
        return f'<path class="timeline-grid" d="{lines}"/>'

    def _axis(self, marked: list[Tick]) -> Iterator[str]:
        if not self.plan.subjects:
            place = f'x="50%" y="{self.layout.height / 2 + 4:g}"'
            yield f'<text class="timeline-tick" {place}>{escape(self.plan.words["empty"])}</text>'
        for tick in marked:
            x = 100 * self._x(self._share(tick), 1)
            for line, text in enumerate(filter(None, (tick.text, tick.below))):
                y = self.layout.height + 14 + 14 * line
                yield f'<text class="timeline-tick" x="{x:.2f}%" y="{y}">{escape(text)}</text>'

    def _density(self) -> Iterator[str]:
        shapes = ((subject.lane, subject.glyph.middle) for subject in self.plan.subjects)
        positions = ((lane, middle) for lane, middle in shapes if middle is not None)
        counts = density.counts(positions, len(self.plan.lanes), self.plan.extent, _BINS)
        most = max(map(max, counts))
        for lane, amounts in enumerate(counts):
            top, height = self.layout.lanes[lane]
            points = density.outline(amounts, most, self.plot, top + height - 2, 0.7 * (height - 2))
            line = " ".join(f"{self._x(x, self.plot):.1f},{y:.1f}" for x, y in points)
            yield f'<polygon class="timeline-density {self._colour(lane)}" points="{line}"/>'

    def _paths(self, drawn: list[Segment]) -> Iterator[str]:
        strokes = segments(self.plan, drawn, self.plot)
        for kind in KINDS:
            for lane in range(len(self.plan.lanes)):
                if (kind, lane) in strokes:
                    line = "".join(self._stroke(*stroke) for stroke in strokes[kind, lane])
                    yield f'<path class="timeline-{kind} {self._colour(lane)}" d="{line}"/>'

    def _stroke(self, left: float, right: float, y: float) -> str:
        """A stroke of a path; one of no length would not be drawn everywhere."""
        least = 0.01 if left == right else 0
        return f"M{self._x(left, self.plot):.4g} {y:g}H{self._x(right, self.plot) + least:.6g}"

    def _mark(self, segment: Segment) -> Mark:
        subject = self.plan.subjects[segment.number]
        top, height = self.layout.lanes[subject.lane]
        left, right = sorted(self._x(end, self.plot) for end in (segment.left, segment.right))
        if right - left < 10:
            left, right = (left + right) / 2 - 5, (left + right) / 2 + 5
        return Mark(
            segment.number, left, right, segment.y, subject.title, top + self.layout.headers[subject.lane], top + height
        )

    def _text(self, label: Label) -> Iterator[str]:
        # Anchored at the side that stays beside its mark when the chart is stretched.
        first = label.y - (len(label.lines) - 1) * LINE / 2 + 4
        x = 100 * (label.x + label.width * label.anchor) / self.plot
        anchor = 1 - label.anchor if self.is_mirrored else label.anchor
        side = ("start", "middle", "end")[int(2 * anchor)]
        for at, line in enumerate(label.lines):
            place = f'text-anchor="{side}" x="{x:.2f}%" y="{first + at * LINE:g}"'
            yield f'<text class="timeline-label" {place}>{escape(line)}</text>'

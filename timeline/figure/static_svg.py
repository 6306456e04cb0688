"""The chart without JavaScript: SVG drawn at build time, in the page and as a file.

In the page it is the first thing to be seen and keeps the place for the interactive chart. Texts keep their size and
positions stretch with the page: marks are strokes that do not scale in a drawing that does. That drawing and the texts
over it lie in the page itself, since a drawing within a drawing cannot be as wide as all but a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from timeline.figure import density
from timeline.figure.axis import ticks
from timeline.figure.chart import Plan, plan
from timeline.figure.labels import FONT_SIZE, LINE, Label, Mark, place, wrap
from timeline.figure.lanes import AXIS, EDGE, Layout
from timeline.figure.marks import KINDS, Segment, chosen, crowded, place_marks, segments
from timeline.figure.theme import DARK, FONT, LIGHT, Theme
from timeline.model.timeline import Timeline

__all__ = ["chart_html", "static_svg", "svg_height"]

_BINS = 120


def static_svg(tl: Timeline, *, width: int = 960, language: str | None = None) -> str:
    """The chart as an SVG file that stands alone: its own colours, light and dark, fonts of the system.

    Args:
        tl: The timeline.
        width: Width in pixels; the rows are packed for it.
        language: The language of words and dates, that of the timeline if not given.

    >>> from timeline.model.event import Event
    >>> tl = Timeline(title="Moon", events=[Event(id="a", title="First people on the <Moon>", date="1969-07-20")])
    >>> drawing = static_svg(tl)
    >>> drawing.startswith("<svg"), "First people on the &lt;Moon&gt;" in drawing
    (True, True)
    """
    made = plan(tl, language)
    layout = _layout(made, width)
    head = f"<title>{escape(tl.title)}</title><style>{_style()}</style>"
    ground = '<rect class="timeline-ground" width="100%" height="100%"/>'
    height = layout.height + AXIS
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="timeline-svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" direction="{made.words.calendar.direction}">{head}{ground}'
        f"{_alone(made, layout, width)}</svg>"
    )


def svg_height(tl: Timeline, *, width: int = 960, language: str | None = None) -> int:
    """The height of that file in pixels, without drawing it."""
    return _layout(plan(tl, language), width).height + AXIS


def _layout(made: Plan, width: int) -> Layout:
    return max((one for one in made.layouts if one.size.least <= width), key=lambda one: one.size.least)


def chart_html(tl: Timeline, language: str | None = None, height: int | None = None) -> str:
    """What stands in ``<figure class="timeline-chart">``: the chart for three widths, and the caption of its glyphs.

    The styles are those of ``timeline.css``, which shows the one that fits. There is no inline style in it.
    """
    made = plan(tl, language, height)
    drawings = "".join(_in_page(made, layout) for layout in made.layouts)
    many = ("density",) if 'class="timeline-density' in drawings else ()
    return (
        f'<div class="timeline-tools"></div>{drawings}<div class="timeline-overview"></div>'
        f'<p class="timeline-count">{_count(made)}</p>{_caption(made, (*_glyph_names(made), *many))}'
    )


def _count(made: Plan) -> str:
    number = len(made.subjects)
    return made.words.counted("count", number)


def _in_page(made: Plan, layout: Layout) -> str:
    label = escape(made.words["chart"].replace("{title}", made.timeline.title), quote=True)
    plot, height = _plot(layout, layout.size.width), layout.height + AXIS
    marks, texts = _drawing(made, layout, plot)
    place = f'class="timeline-plot timeline-plot-{layout.left // 10}"'
    return (
        f'<div class="timeline-svg timeline-{layout.size.name}" role="img" aria-label="{label}">'
        f'<svg width="100%" height="{height}">{"".join(_bands(made, layout))}</svg>'
        f'<svg {place} viewBox="0 0 {plot} {height}" preserveAspectRatio="none">{marks}</svg>'
        f"<svg {place}>{texts}</svg></div>"
    )


def _alone(made: Plan, layout: Layout, width: int) -> str:
    plot = _plot(layout, width)
    marks, texts = _drawing(made, layout, plot)
    start = EDGE if _mirrored(made) else layout.left + EDGE
    box = f'x="{start}" width="{plot}" height="{layout.height + AXIS}" overflow="visible"'
    return f"{''.join(_bands(made, layout))}<svg {box}>{marks}</svg><svg {box}>{texts}</svg>"


def _plot(layout: Layout, width: int) -> int:
    return width - layout.left - 2 * EDGE


def _drawing(made: Plan, layout: Layout, plot: int) -> tuple[str, str]:
    """The marks with what is behind them, which stretch, and the texts, which do not."""
    placed = place_marks(made, layout, plot)
    drawn = chosen(made, placed)
    many = crowded(drawn, placed, layout, plot)
    labels = place((_mark(made, layout, segment, plot) for segment in drawn), plot, alone=many)
    if many:
        named = {label.number for label in labels}
        drawn = [segment for segment in drawn if segment.number in named]
    behind = [*_grid(made, layout, plot), *(_density(made, layout, plot) if many else ())]
    texts = [*_axis(made, layout, plot), *(line for label in labels for line in _text(made, label, plot))]
    return "".join([*behind, *_paths(made, drawn, plot)]), "".join(texts)


def _mirrored(made: Plan) -> bool:
    return made.words.calendar.direction == "rtl"


def _bands(made: Plan, layout: Layout) -> Iterator[str]:
    for number, (top, height) in enumerate(layout.lanes):
        yield f'<rect class="timeline-band" y="{top}" width="100%" height="{height - 2}"/>'
        yield from _name(made, layout, number)


def _name(made: Plan, layout: Layout, number: int) -> Iterator[str]:
    top, height = layout.lanes[number]
    lines = wrap(made.lanes[number], 1 if layout.header else 2)
    x = '"100%" dx="-8"' if _mirrored(made) else '"8"'
    middle = top + (14 if layout.header else height / 2 + 4 - (len(lines) - 1) * LINE / 2)
    for at, line in enumerate(lines):
        yield (
            f'<text class="timeline-name timeline-colour-{number % len(LIGHT.lanes)}" x={x}'
            f' y="{middle + at * LINE:g}">{escape(line)}</text>'
        )


def _x(made: Plan, x: float, plot: float) -> float:
    return plot - x if _mirrored(made) else x


def _grid(made: Plan, layout: Layout, plot: float) -> Iterator[str]:
    scale = plot / (made.extent[1] - made.extent[0])
    lines = "".join(
        f"M{_x(made, (tick.at - made.extent[0]) * scale, plot):.1f} 0V{layout.height}"
        for tick in ticks(*made.extent, plot, made.words)
    )
    yield f'<path class="timeline-grid" d="{lines}"/>'


def _axis(made: Plan, layout: Layout, plot: float) -> Iterator[str]:
    reach = made.extent[1] - made.extent[0]
    for tick in ticks(*made.extent, plot, made.words):
        x = 100 * _x(made, (tick.at - made.extent[0]) / reach, 1)
        for line, text in enumerate(filter(None, (tick.text, tick.below))):
            yield f'<text class="timeline-tick" x="{x:.2f}%" y="{layout.height + 14 + 14 * line}">{escape(text)}</text>'


def _density(made: Plan, layout: Layout, plot: float) -> Iterator[str]:
    shapes = ((subject.lane, subject.glyph.middle) for subject in made.subjects)
    positions = ((lane, middle) for lane, middle in shapes if middle is not None)
    counts = density.counts(positions, len(made.lanes), made.extent, _BINS)
    most = max(map(max, counts))
    for lane, amounts in enumerate(counts):
        top, height = layout.lanes[lane]
        points = density.outline(amounts, most, plot, top + height - 2, 0.7 * (height - 2))
        line = " ".join(f"{_x(made, x, plot):.1f},{y:.1f}" for x, y in points)
        yield f'<polygon class="timeline-density timeline-colour-{lane % len(LIGHT.lanes)}" points="{line}"/>'


def _paths(made: Plan, drawn: list[Segment], plot: float) -> Iterator[str]:
    strokes = segments(made, drawn, plot)
    for kind in KINDS:
        for lane in range(len(made.lanes)):
            if (kind, lane) in strokes:
                line = "".join(
                    f"M{_x(made, left, plot):.4g} {y:g}H{_x(made, right, plot) + (0.01 if left == right else 0):.6g}"
                    for left, right, y in strokes[kind, lane]
                )
                colour = f"timeline-colour-{lane % len(LIGHT.lanes)}"
                yield f'<path class="timeline-{kind} {colour}" d="{line}"/>'


def _mark(made: Plan, layout: Layout, segment: Segment, plot: float) -> Mark:
    subject = made.subjects[segment.number]
    top, height = layout.lanes[subject.lane]
    left, right = sorted((_x(made, segment.left, plot), _x(made, segment.right, plot)))
    if right - left < 10:
        left, right = (left + right) / 2 - 5, (left + right) / 2 + 5
    return Mark(segment.number, left, right, segment.y, subject.title, top + layout.header, top + height)


def _text(made: Plan, label: Label, plot: float) -> Iterator[str]:
    # Anchored at the side that stays beside its mark when the chart is stretched.
    first = label.y - (len(label.lines) - 1) * LINE / 2 + 4
    x = 100 * (label.x + label.width * label.anchor) / plot
    anchor = 1 - label.anchor if _mirrored(made) else label.anchor
    side = ("start", "middle", "end")[int(2 * anchor)]
    for at, line in enumerate(label.lines):
        yield (
            f'<text class="timeline-label" text-anchor="{side}" x="{x:.2f}%" y="{first + at * LINE:g}">'
            f"{escape(line)}</text>"
        )


def _caption(made: Plan, names: Iterable[str]) -> str:
    items = "".join(f"<span>{_icon(name)} {escape(made.words[f'glyph_{name}'])}</span> " for name in names)
    return f'<figcaption class="timeline-caption">{items}</figcaption>'


def _glyph_names(made: Plan) -> Iterable[str]:
    shapes = [subject.glyph for subject in made.subjects]
    order = ("dot", "ring", "bar", "span")
    kinds = {shape.kind for shape in shapes if not shape.planned}
    yield from (name for name in order if any(kind.name.lower() == name for kind in kinds))
    if any(shape.first is None or shape.last is None for shape in shapes):
        yield "open"
    if any(shape.planned for shape in shapes):
        yield "planned"


_ICONS = {
    "dot": (("dot", "M12 6h.01"),),
    "ring": (("whisker", "M2 6H22"), ("ring", "M12 6h.01"), ("hole", "M12 6h.01")),
    "bar": (("bar", "M2 6H22"),),
    "span": (("span", "M2 6H22"), ("whisker", "M2 6H22")),
    "open": (("bar", "M1 6H10M13 6H17M19.500 6H21.500M23 6H24"),),
    "planned": (("square", "M12 6h.01"), ("hollow", "M12 6h.01")),
    "density": (("density", "M2 12V8H7V4H12V6H17V9H22V12Z"),),
}


def _icon(name: str) -> str:
    paths = "".join(f'<path class="timeline-{kind}" d="{line}"/>' for kind, line in _ICONS[name])
    return f'<svg class="timeline-icon" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">{paths}</svg>'


def _style() -> str:
    rules = (
        f"text{{font:{FONT_SIZE}px {FONT}}}.timeline-name{{font-weight:600;font-size:13px}}"
        ".timeline-tick{text-anchor:middle}"
        "path{fill:none;stroke:currentColor;vector-effect:non-scaling-stroke}"
        ".timeline-dot,.timeline-ring,.timeline-hole{stroke-linecap:round}.timeline-square,.timeline-hollow{stroke-linecap:square}"
        ".timeline-dot,.timeline-ring,.timeline-bar{stroke-width:9}.timeline-hole{stroke-width:5}"
        ".timeline-span{stroke-width:10;stroke-opacity:.32}.timeline-whisker{stroke-width:1.5}"
        ".timeline-square{stroke-width:8}.timeline-hollow{stroke-width:5}.timeline-density{fill:currentColor;fill-opacity:.22}"
        ".timeline-label{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}"
    )
    return f"{rules}{_colours(LIGHT)}@media (prefers-color-scheme:dark){{{_colours(DARK)}}}"


def _colours(theme: Theme) -> str:
    lanes = "".join(f".timeline-colour-{n}{{color:{colour}}}" for n, colour in enumerate(theme.lanes))
    return (
        f".timeline-ground{{fill:{theme.ground}}}.timeline-band{{fill:{theme.band}}}"
        f".timeline-grid{{stroke:{theme.grid}}}.timeline-tick{{fill:{theme.quiet}}}"
        f".timeline-label{{fill:{theme.text};stroke:{theme.band}}}.timeline-name{{fill:currentColor}}"
        f".timeline-hole,.timeline-hollow{{stroke:{theme.band}}}{lanes}"
    )

"""The chart without JavaScript: SVG drawn at build time, in the page and as a file.

In the page it is the first thing to be seen and keeps the place for the interactive chart. Texts keep their size and
positions stretch with the page: marks are strokes that do not scale in a drawing that does. That drawing and the texts
over it lie in the page itself, since a drawing within a drawing cannot be as wide as all but a column.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from timeline.figure.caption import caption
from timeline.figure.chart import Plan, plan
from timeline.figure.drawing import Drawing
from timeline.figure.labels import FONT_SIZE
from timeline.figure.lanes import AXIS, EDGE, Layout
from timeline.figure.theme import DARK, FONT, LIGHT, Theme
from timeline.model.timeline import Timeline

__all__ = ["chart_html", "static_svg", "svg_height"]


def static_svg(tl: Timeline, *, width: int = 960) -> str:
    """The chart as an SVG file that stands alone: its own colours, light and dark, fonts of the system.

    Args:
        tl: The timeline.
        width: Width in pixels; the rows are packed for it.

    >>> from timeline.model.event import Event
    >>> tl = Timeline(title="Moon", events=[Event(id="a", title="First people on the <Moon>", date="1969-07-20")])
    >>> drawing = static_svg(tl)
    >>> drawing.startswith("<svg"), "First people on the &lt;Moon&gt;" in drawing
    (True, True)
    """
    made = plan(tl)
    layout = _layout(made, width)
    head = f"<title>{escape(tl.title)}</title><style>{_style()}</style>"
    ground = '<rect class="timeline-ground" width="100%" height="100%"/>'
    height = layout.height + AXIS
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="timeline-svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" direction="{made.words.calendar.direction}">{head}{ground}'
        f"{_alone(Drawing(made, layout, width))}</svg>"
    )


def svg_height(tl: Timeline, *, width: int = 960) -> int:
    """The height of that file in pixels, without drawing it."""
    return _layout(plan(tl), width).height + AXIS


def _layout(made: Plan, width: int) -> Layout:
    return max((one for one in made.layouts if one.size.least <= width), key=lambda one: one.size.least)


def chart_html(tl: Timeline, height: int | None = None, among: Sequence[str] = ()) -> str:
    """What stands in ``<figure class="timeline-chart">``: the chart for three widths, and the caption of its glyphs.

    The styles are those of ``timeline.css``, which shows the one that fits. There is no inline style in it. The
    arguments are those of `plan`.
    """
    made = plan(tl, height, among)
    drawings = "".join(_in_page(Drawing(made, layout, layout.size.width)) for layout in made.layouts)
    count, is_dense = made.words.counted("count", len(made.subjects)), 'class="timeline-density' in drawings
    return (
        f'<div class="timeline-tools"></div>{drawings}<div class="timeline-overview"></div>'
        f'<p class="timeline-count">{count}</p>{caption(made, is_dense=is_dense)}'
    )


def _in_page(drawing: Drawing) -> str:
    layout, words = drawing.layout, drawing.plan.words
    label = escape(words["chart"].replace("{title}", drawing.plan.timeline.title), quote=True)
    height, (marks, texts) = layout.height + AXIS, drawing.parts()
    place = f'class="timeline-plot timeline-plot-{layout.left // 10}"'
    return (
        f'<div class="timeline-svg timeline-{layout.size.name}" role="img" aria-label="{label}">'
        f'<svg width="100%" height="{height}">{"".join(drawing.bands())}</svg>'
        f'<svg {place} viewBox="0 0 {drawing.plot} {height}" preserveAspectRatio="none">{marks}</svg>'
        f"<svg {place}>{texts}</svg></div>"
    )


def _alone(drawing: Drawing) -> str:
    marks, texts = drawing.parts()
    start = EDGE if drawing.is_mirrored else drawing.layout.left + EDGE
    box = f'x="{start}" width="{drawing.plot}" height="{drawing.layout.height + AXIS}" overflow="visible"'
    return f"{''.join(drawing.bands())}<svg {box}>{marks}</svg><svg {box}>{texts}</svg>"


def _style() -> str:
    rules = (
        f"text{{font:{FONT_SIZE}px {FONT}}}.timeline-name{{font-weight:600;font-size:13px}}"
        ".timeline-tick{text-anchor:middle}"
        "path{fill:none;stroke:currentColor}"
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

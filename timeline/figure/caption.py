"""The caption of a chart: its glyphs, each with what it means."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from timeline.figure.chart import Plan

__all__ = ["caption"]

_ICONS = {
    "dot": (("dot", "M12 6h.01"),),
    "ring": (("whisker", "M2 6H22"), ("ring", "M12 6h.01"), ("hole", "M12 6h.01")),
    "bar": (("bar", "M2 6H22"),),
    "span": (("span", "M2 6H22"), ("whisker", "M2 6H22")),
    "open": (("bar", "M1 6H10M13 6H17M19.500 6H21.500M23 6H24"),),
    "planned": (("square", "M12 6h.01"), ("hollow", "M12 6h.01")),
    "density": (("density", "M2 12V8H7V4H12V6H17V9H22V12Z"),),
}


def caption(plan: Plan, *, is_dense: bool) -> str:
    """What stands below a chart: each glyph that is in it, and what it means.

    Args:
        plan: What is drawn.
        is_dense: Whether a density is drawn, too.

    >>> from timeline.figure.chart import plan
    >>> from timeline.model.timeline import Timeline
    >>> moon = plan(Timeline(events=[{"title": "First people on the Moon", "date": "1969-07-20"}]))
    >>> caption(moon, is_dense=False).endswith("</svg> day</span> </figcaption>")
    True
    """
    names = (*_glyph_names(plan), *(("density",) if is_dense else ()))
    items = "".join(f"<span>{_icon(name)} {escape(plan.words[_word(plan, name)])}</span> " for name in names)
    return f'<figcaption class="timeline-caption">{items}</figcaption>'


def _word(plan: Plan, name: str) -> str:
    return "glyph_time" if name == "dot" and plan.timed else f"glyph_{name}"


def _glyph_names(plan: Plan) -> Iterable[str]:
    shapes = [subject.glyph for subject in plan.subjects]
    order = ("dot", "ring", "bar", "span")
    kinds = {shape.kind for shape in shapes if not shape.planned}
    yield from (name for name in order if any(kind.name.lower() == name for kind in kinds))
    if any(shape.first is None or shape.last is None for shape in shapes):
        yield "open"
    if any(shape.planned for shape in shapes):
        yield "planned"


def _icon(name: str) -> str:
    paths = "".join(f'<path class="timeline-{kind}" d="{line}"/>' for kind, line in _ICONS[name])
    return f'<svg class="timeline-icon" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">{paths}</svg>'

"""A timeline as a Plotly figure that stands alone, for notebooks and for Plotly's own exports."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.figure.axis import ticks
from timeline.figure.chart import Plan, plan
from timeline.figure.lanes import Layout
from timeline.figure.theme import FONT, LIGHT
from timeline.figure.uncertainty import Glyph, Kind
from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.model.gregorian import civil_from_days, days_from_civil
from timeline.model.timeline import Timeline
from timeline.wording import date_in_words

if TYPE_CHECKING:
    from plotly.graph_objects import Figure, Scatter

__all__ = ["figure"]

_SYMBOLS = {Kind.DOT: "circle", Kind.RING: "circle-open", Kind.BAR: "square", Kind.SPAN: "square"}


def figure(tl: Timeline, language: str | None = None) -> Figure:
    """A timeline as a Plotly figure: lanes, dots, bars, and dates as wide as they are uncertain.

    Its axis is one of dates where Plotly can draw them, from the year 1 to 9999, else a linear one of years, since
    Plotly leaves out other dates without a word. Hovering shows title, date and source.

    Args:
        tl: The timeline.
        language: The language of the dates (BCP 47), that of the timeline if not given.

    >>> from timeline.model.event import Event
    >>> moon = Timeline(title="Moon", events=[Event(title="Landing", date="1969-07-20", lane="People")])
    >>> drawn = figure(moon)
    >>> drawn.data[0].name, drawn.data[0].x, drawn.layout.xaxis.type
    ('People', ('1969-07-20 12:00',), 'date')
    """
    from plotly.graph_objects import Figure

    made = plan(tl, language)
    layout = made.layouts[-1]
    dated = civil_from_days(int(made.extent[0]))[0] >= 1 and civil_from_days(int(made.extent[1]))[0] <= 9999
    return Figure(list(_traces(made, layout, dated)), _layout(made, layout, dated))


def _traces(made: Plan, layout: Layout, dated: bool) -> Iterator[Scatter]:
    for lane, name in enumerate(made.lanes):
        members = [number for number, subject in enumerate(made.subjects) if subject.lane == lane]
        stretched = [number for number in members if made.subjects[number].glyph.kind is not Kind.DOT]
        if stretched:
            yield from _bars(made, layout, stretched, dated)
        yield _points(made, layout, members, dated, name)


def _points(made: Plan, layout: Layout, members: list[int], dated: bool, name: str) -> Scatter:
    from plotly.graph_objects import Scatter

    shapes = [made.subjects[number].glyph for number in members]
    colour = LIGHT.lane(made.subjects[members[0]].lane if members else 0)
    return Scatter(
        mode="markers",
        name=name,
        x=[_x(_middle(made, shape), dated) for shape in shapes],
        y=[-_y(made, layout, number) for number in members],
        customdata=[made.timeline.events[number].id for number in members],
        text=[_hover(made.timeline.events[number], made.words.language) for number in members],
        hovertemplate="%{text}<extra></extra>",
        marker={"size": 9, "color": colour, "symbol": [_symbol(shape) for shape in shapes]},
    )


def _symbol(shape: Glyph) -> str:
    return f"{_SYMBOLS[shape.kind]}-open" if shape.planned and shape.kind is not Kind.RING else _SYMBOLS[shape.kind]


def _bars(made: Plan, layout: Layout, members: list[int], dated: bool) -> Iterator[Scatter]:
    from plotly.graph_objects import Scatter

    for width, opacity, kinds in ((9, 1, (Kind.BAR,)), (9, 0.35, (Kind.SPAN,)), (1.5, 1, (Kind.RING,))):
        drawn = [number for number in members if made.subjects[number].glyph.kind in kinds]
        ends = [made.ends(made.subjects[number].glyph) for number in drawn]
        if drawn:
            yield Scatter(
                mode="lines",
                x=[x for first, last in ends for x in (_x(first, dated), _x(last, dated), None)],
                y=[y for number in drawn for y in (-_y(made, layout, number),) * 2 + (None,)],
                line={"width": width, "color": LIGHT.lane(made.subjects[drawn[0]].lane)},
                opacity=opacity,
                hoverinfo="skip",
                showlegend=False,
            )


def _y(made: Plan, layout: Layout, number: int) -> float:
    return layout.y(made.subjects[number].lane, layout.rows[number])


def _middle(made: Plan, shape: Glyph) -> float:
    first, last = made.ends(shape)
    return (first + last) / 2


def _x(day: float, dated: bool) -> str | float:
    year, month, number = civil_from_days(int(day // 1))
    if not dated:
        begin = days_from_civil(year, 1, 1)
        return year + (day - begin) / (days_from_civil(year + 1, 1, 1) - begin)
    minutes = round(day % 1 * 1440)
    return f"{year:04d}-{month:02d}-{number:02d} {minutes // 60:02d}:{minutes % 60:02d}"


def _hover(event: Event, language: str) -> str:
    source = next((source for source in event.sources if source.title or source.publisher), None)
    said = (
        ", ".join(filter(None, (source.publisher, source.title, _published(source.published, language))))
        if source
        else ""
    )
    return "<br>".join(escape(line) for line in (event.title, date_in_words(event.date, language), said) if line)


def _published(date: EdtfDate | None, language: str) -> str:
    return date_in_words(date, language) if date else ""


def _layout(made: Plan, layout: Layout, dated: bool) -> dict[str, Any]:
    axis: dict[str, Any] = {
        "range": [_x(day, dated) for day in made.extent],
        "gridcolor": LIGHT.grid,
        "zeroline": False,
    }
    if not dated:
        marks = ticks(*made.extent, 800, made.words)
        axis |= {"tickvals": [_x(mark.at, False) for mark in marks], "ticktext": [mark.text for mark in marks]}
    middles = [-(top + height / 2) for top, height in layout.lanes]
    return {
        "title": {"text": escape(made.timeline.title)},
        "height": layout.height + 140,
        "font": {"family": FONT, "color": LIGHT.text},
        "plot_bgcolor": LIGHT.ground,
        "template": "none",
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": "pan",
        "xaxis": {"type": "date" if dated else "linear", **axis},
        "yaxis": {
            "range": [-layout.height, 0],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "tickvals": middles,
            "ticktext": [escape(name) for name in made.lanes],
            "automargin": True,
        },
        "shapes": [_band(top, height) for top, height in layout.lanes],
    }


def _band(top: int, height: int) -> dict[str, Any]:
    return {
        "type": "rect",
        "layer": "below",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": -top,
        "y1": -(top + height - 2),
        "fillcolor": LIGHT.band,
        "line": {"width": 0},
    }

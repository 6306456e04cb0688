"""A timeline as a Plotly figure that stands alone, for notebooks and for Plotly's own exports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.figure.axis import MINUTES, ticks
from timeline.figure.chart import Plan, plan
from timeline.figure.lanes import Layout, by_lane
from timeline.figure.theme import FONT, LIGHT
from timeline.figure.uncertainty import Glyph, Kind
from timeline.model.event import Event
from timeline.model.gregorian import LAST_YEAR, civil_from_days, days_from_civil
from timeline.model.timeline import Timeline
from timeline.wording import date_in_words, marked_title

if TYPE_CHECKING:
    from plotly.graph_objects import Figure, Scatter

__all__ = ["figure"]

_SYMBOLS = {Kind.DOT: "circle", Kind.RING: "circle-open", Kind.BAR: "square", Kind.SPAN: "square"}


def figure(tl: Timeline) -> Figure:
    """A timeline as a Plotly figure: lanes, dots, bars, and dates as wide as they are uncertain.

    Its axis is one of dates where Plotly can draw them, from the year 1 to 9999, else a linear one of years, since
    Plotly leaves out other dates without a word. Hovering shows title, date and source.

    Args:
        tl: The timeline.

    >>> from timeline.model.event import Event
    >>> moon = Timeline(title="Moon", events=[Event(title="Landing", date="1969-07-20", lane="People")])
    >>> drawn = figure(moon)
    >>> drawn.data[0].name, drawn.data[0].x, drawn.layout.xaxis.type
    ('People', ('1969-07-20 12:00',), 'date')
    """
    from plotly.graph_objects import Figure

    made = plan(tl)
    dated = civil_from_days(int(made.extent[0]))[0] >= 1 and civil_from_days(int(made.extent[1]))[0] <= LAST_YEAR
    drawn = _Drawn(made, made.layouts[-1], dated)
    return Figure(list(drawn.traces()), drawn.frame())


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A layout of a plan in the terms of Plotly, on an axis of dates or else of years."""

    plan: Plan
    layout: Layout
    dated: bool

    def traces(self) -> Iterator[Scatter]:
        """What is drawn of each lane."""
        lanes = by_lane(self.plan.subjects, len(self.plan.lanes))
        for name, members in zip(self.plan.lanes, lanes, strict=True):
            yield from self._bars([number for number in members if self._glyph(number).kind is not Kind.DOT])
            yield self._points(members, name)

    def _points(self, members: list[int], name: str) -> Scatter:
        from plotly.graph_objects import Scatter

        shapes = [self._glyph(number) for number in members]
        events = [self.plan.timeline.events[number] for number in members]
        return Scatter(
            mode="markers",
            name=name,
            x=[self._x(sum(self.plan.ends(shape)) / 2) for shape in shapes],
            y=[self._y(number) for number in members],
            customdata=[event.id for event in events],
            text=[_hover(event, self.plan.words.language) for event in events],
            hovertemplate="%{text}<extra></extra>",
            marker={"size": 9, "color": self._colour(members), "symbol": [_symbol(shape) for shape in shapes]},
        )

    def _bars(self, members: list[int]) -> Iterator[Scatter]:
        from plotly.graph_objects import Scatter

        for width, opacity, kind in ((9, 1, Kind.BAR), (9, 0.35, Kind.SPAN), (1.5, 1, Kind.RING)):
            drawn = [number for number in members if self._glyph(number).kind is kind]
            ends = [self.plan.ends(self._glyph(number)) for number in drawn]
            if drawn:
                yield Scatter(
                    mode="lines",
                    x=[x for first, last in ends for x in (self._x(first), self._x(last), None)],
                    y=[y for number in drawn for y in (self._y(number),) * 2 + (None,)],
                    line={"width": width, "color": self._colour(drawn)},
                    opacity=opacity,
                    hoverinfo="skip",
                    showlegend=False,
                )

    def _colour(self, members: list[int]) -> str:
        return LIGHT.lane(self.plan.colours[self.plan.subjects[members[0]].lane] if members else 0)

    def _glyph(self, number: int) -> Glyph:
        return self.plan.subjects[number].glyph

    def _y(self, number: int) -> float:
        return -self.layout.y(self.plan.subjects[number].lane, self.layout.rows[number])

    def _x(self, day: float) -> str | float:
        whole, minutes = divmod(round(day * MINUTES), MINUTES)
        year, month, number = civil_from_days(whole)
        if not self.dated:
            begin = days_from_civil(year, 1, 1)
            return year + (day - begin) / (days_from_civil(year + 1, 1, 1) - begin)
        return f"{year:04d}-{month:02d}-{number:02d} {minutes // 60:02d}:{minutes % 60:02d}"

    def frame(self) -> dict[str, Any]:
        """The axes, the lanes and all else that is around the events."""
        return {
            "title": {"text": _literal(self.plan.timeline.title)},
            "height": self.layout.height + 140,
            "font": {"family": FONT, "color": LIGHT.text},
            "plot_bgcolor": LIGHT.ground,
            "template": "none",
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": "pan",
            "xaxis": self._time_axis(),
            "yaxis": self._lane_axis(),
            "shapes": [_band(top, height) for top, height in self.layout.lanes],
        }

    def _time_axis(self) -> dict[str, Any]:
        axis: dict[str, Any] = {
            "type": "date" if self.dated else "linear",
            "range": [self._x(day) for day in self.plan.extent],
            "gridcolor": LIGHT.grid,
            "zeroline": False,
        }
        if self.dated:
            return axis
        marks = ticks(*self.plan.extent, 800, self.plan.words)
        return axis | {"tickvals": [self._x(mark.at) for mark in marks], "ticktext": [mark.text for mark in marks]}

    def _lane_axis(self) -> dict[str, Any]:
        return {
            "range": [-self.layout.height, 0],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "tickvals": [-(top + height / 2) for top, height in self.layout.lanes],
            "ticktext": [_literal(name) for name in self.plan.lanes],
            "automargin": True,
        }


def _literal(text: str) -> str:
    return escape(text, quote=False)  # Plotly knows no entity for a quotation mark


def _symbol(shape: Glyph) -> str:
    return f"{_SYMBOLS[shape.kind]}-open" if shape.planned and shape.kind is not Kind.RING else _SYMBOLS[shape.kind]


def _hover(event: Event, language: str) -> str:
    lines = (marked_title(event, language), date_in_words(event.date, language), _told_by(event, language))
    return "<br>".join(_literal(line) for line in lines if line)


def _told_by(event: Event, language: str) -> str:
    """The first source that has a name: publisher, title and day."""
    source = next((source for source in event.sources if source.title or source.publisher), None)
    if source is None:
        return ""
    published = date_in_words(source.published, language) if source.published else ""
    return ", ".join(filter(None, (source.publisher, source.title, published)))


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

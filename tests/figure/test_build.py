"""The Plotly figure that stands alone."""

from __future__ import annotations

import json
from dataclasses import replace

from timeline.figure import build, figure
from timeline.figure.chart import Plan, plan
from timeline.model.event import Event
from timeline.model.timeline import Timeline


def points(drawn) -> dict:
    return {
        text.split("<br>")[0]: (x, y)
        for trace in drawn.data
        if trace.mode == "markers"
        for text, x, y in zip(trace.text, trace.x, trace.y, strict=True)
    }


def test_every_event_is_a_point_with_title_date_and_source():
    said = {"sources": [{"title": "A headline", "publisher": "A paper", "published": "1961-04-13"}]}
    tl = Timeline(events=[Event(title="Gagarin <orbits>", date="1961-04-12", **said)])
    (trace,) = figure(tl).data
    assert trace.text == ("Gagarin &lt;orbits&gt;<br>12 April 1961<br>A paper, A headline, 13 April 1961",)


def test_all_events_are_there(tl):
    assert len(points(figure(tl))) == len(tl.events)


def test_dates_that_plotly_would_drop_are_years(deep):
    drawn = figure(deep)
    assert drawn.layout.xaxis.type == "linear"
    assert points(drawn)["An impact ends the Cretaceous"][0] < -65_999_998
    assert any("million BCE" in text for text in drawn.layout.xaxis.ticktext)


def test_other_dates_are_dates(race):
    assert figure(race).layout.xaxis.type == "date"
    assert points(figure(race))["Yuri Gagarin orbits the Earth"][0] == "1961-04-12 06:07"


def test_an_uncertain_date_is_as_wide_as_it_is_uncertain(race):
    bars = [",".join(filter(None, trace.x)) for trace in figure(race).data if trace.mode == "lines"]
    assert any("1968-09-01 00:00,1968-10-01 00:00" in bar for bar in bars)


def test_it_can_be_written_as_json(tl):
    assert json.loads(figure(tl).to_json())["data"]


def test_it_carries_neither_the_default_template_nor_a_legend(race):
    drawn = figure(race)
    assert not drawn.layout.template.layout.colorway
    assert drawn.layout.showlegend is False


def test_an_empty_timeline_is_a_figure():
    assert figure(Timeline(title="Nothing yet")).layout.title.text == "Nothing yet"


def test_no_time_is_later_than_the_day():
    night = Timeline(events=[Event(title=at, date=f"2025-01-01T{at}") for at in ("00:01", "01:11")])
    assert figure(night).layout.xaxis.range == ("2025-01-01 00:00", "2025-01-01 01:12")


def test_quotes_and_signs_are_drawn_as_they_are_written(tmp_path, serve, visit):
    said = "\"a\" & 'b' <i>"
    event = Event(
        title=f"Told {said}", date="1969-07-20", lane=f"Lane {said}", sources=[{"publisher": f"Paper {said}"}]
    )
    figure(Timeline(title=f"All {said}", events=[event])).write_html(
        tmp_path / "index.html", include_plotlyjs="directory"
    )
    page = visit().page
    page.goto(serve(tmp_path))
    page.wait_for_selector(".gtitle")
    page.evaluate("Plotly.Fx.hover(document.querySelector('.js-plotly-plot'), [{curveNumber: 0, pointNumber: 0}])")
    drawn = page.locator(".gtitle, .ytick text, .hovertext .nums tspan").all_text_contents()
    assert drawn == [f"Lane {said}", f"All {said}", f"Told {said}", "20 July 1969", f"Paper {said}"]


def test_many_lanes_are_gone_through_once(monkeypatch):
    passes = []

    class Counted(tuple):
        __slots__ = ()

        def __iter__(self):
            passes.append(len(self))
            return super().__iter__()

    def counted(tl: Timeline) -> Plan:
        made = plan(tl)
        return replace(made, subjects=Counted(made.subjects))

    monkeypatch.setattr(build, "plan", counted)
    figure(Timeline(events=[Event(title="A", date="1900", lane=f"Lane {number}") for number in range(30)]))
    assert passes == [30]

"""The drawing without JavaScript: well-formed, escaped, the same every time, free of inline styles in pages."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import html5lib
import pytest

from timeline.figure.static_svg import chart_html, static_svg
from timeline.model.event import Event
from timeline.model.timeline import Timeline

SVG = "{http://www.w3.org/2000/svg}"


def strokes(drawing: str, kind: str) -> int:
    paths = re.findall(rf'<path class="timeline-{kind} [^"]*" d="([^"]*)"', drawing)
    return sum(path.count("M") for path in paths)


@pytest.mark.parametrize("width", [320, 700, 1200])
def test_the_file_is_well_formed_and_as_wide_as_asked(tl, width):
    drawing = ElementTree.fromstring(static_svg(tl, width=width))
    assert drawing.get("width") == str(width)
    assert drawing.find(f"{SVG}title").text == tl.title


def test_in_a_narrow_column_the_marks_of_the_file_shrink_as_its_texts_do(tl):
    assert "non-scaling-stroke" not in static_svg(tl)


def test_a_chart_without_events_says_so_and_tells_no_time():
    drawing = ElementTree.fromstring(static_svg(Timeline(title="Nothing yet")))
    assert [text.text for text in drawing.iter(f"{SVG}text")] == ["There are no events yet."]


def test_every_event_is_drawn_and_named(race):
    drawing = static_svg(race, width=1200)
    said = " ".join("".join(text.itertext()) for text in ElementTree.fromstring(drawing).iter(f"{SVG}text"))
    assert [event.title for event in race.events if event.title not in said] == []
    assert strokes(drawing, "dot") == 3


def test_the_page_shows_one_of_three_and_has_no_inline_style(tl):
    made = chart_html(tl)
    figure = html5lib.parseFragment(made, container="figure", namespaceHTMLElements=False)
    classes = [element.get("class", "") for element in figure.iter() if isinstance(element.tag, str)]
    assert sum("timeline-svg" in name for name in classes) == 3
    assert " style=" not in made
    assert "<style" not in made
    assert f"{len(tl.events)} events" in made


def test_the_caption_explains_the_shapes_that_occur_and_no_others(race):
    assert "planned or possible" in chart_html(race)
    plain = Timeline(events=[Event(title="A", date="2025-02-12")])
    assert re.findall(r"</svg> ([^<]+)</span>", chart_html(plain)) == ["day"]
    timed = Timeline(events=[Event(title="A", date="2025-02-12T14:05")])
    assert re.findall(r"</svg> ([^<]+)</span>", chart_html(timed)) == ["day, or time on a day"]
    for date in ("2025-02-12/..", "../2025-02-12"):
        going_on = Timeline(events=[Event(title="A", date=date)])
        assert re.findall(r"</svg> ([^<]+)</span>", chart_html(going_on)) == ["from – to", "no known end"]


def test_the_caption_explains_the_density_where_there_is_one():
    crowd = [Event(title="A", date=f"{1900 + n % 100}-{n % 12 + 1:02d}-{n % 28 + 1:02d}") for n in range(1500)]
    assert "more events, zoom in" in chart_html(Timeline(events=crowd))
    assert "more events, zoom in" not in chart_html(Timeline(events=crowd[:3]))


@pytest.mark.parametrize(("count", "all_drawn"), [(200, True), (1500, False)])
def test_a_mark_without_a_name_is_drawn_only_where_there_are_not_too_many(count, all_drawn):
    days = [f"{1900 + n % 100}-{n % 12 + 1:02d}-{n % 28 + 1:02d}" for n in range(count)]
    drawing = static_svg(Timeline(events=[Event(title=f"A meeting of the council {day}", date=day) for day in days]))
    named, drawn = drawing.count('class="timeline-label"'), strokes(drawing, "dot")
    assert 0 < named < count
    assert drawn == count if all_drawn else drawn <= named


@pytest.mark.parametrize(("language", "is_first"), [("en", True), ("ar", False)])
def test_the_names_of_lanes_stand_where_lines_of_text_begin(language, is_first):
    events = [Event(title="A", date=date, lane="The council of the town") for date in ("1900", "2000")]
    drawing = static_svg(Timeline(language=language, events=events), width=1200)
    [(begin, wide), _] = re.findall(r'<svg x="(\d+)" width="(\d+)"', drawing)
    assert (int(begin) > 1200 - int(begin) - int(wide)) is is_first


def test_where_time_runs_to_the_left_names_stay_beside_their_marks():
    events = [Event(title=f"A call in {year}", date=year) for year in ("1900", "1950", "2000")]
    tl = Timeline(language="ar", events=events)
    names = re.findall(r'class="timeline-label" text-anchor="(\w+)" x="(\d+)', static_svg(tl))
    assert sorted(names) == [("end", "3"), ("end", "51"), ("start", "96")]


def test_hostile_text_stays_text():
    hostile = Timeline(title='"><script>', events=[Event(title="<script>alert(1)</script>", date="2025", lane="<b>")])
    for made in (static_svg(hostile), chart_html(hostile)):
        assert "<script" not in made
        assert "<b>" not in made


def test_it_is_the_same_from_build_to_build(tl):
    assert chart_html(tl) == chart_html(tl)


def test_thousands_of_events_are_a_small_drawing():
    events = [Event(id=f"e{n}", title=f"Event {n}", date=f"{1000 + n}") for n in range(3000)]
    drawing = static_svg(Timeline(events=events))
    assert len(drawing) < 150_000
    assert drawing.count("<") < 1500


def test_right_to_left_pages_have_the_beginning_at_the_right():
    pair = Timeline(events=[Event(title="First", date="1900-01-01"), Event(title="Last", date="2000-01-01")])
    left, right = (
        re.findall(r'class="timeline-dot [^"]*" d="M([\d.]+)', static_svg(pair.model_copy(update={"language": tongue})))
        for tongue in ("en", "ar")
    )
    assert float(left[0]) < 100 < float(right[0])


def test_deep_time_is_drawn(deep):
    drawing = static_svg(deep)
    assert strokes(drawing, "ring") == 2
    assert "million BCE" in drawing


def test_an_empty_timeline_is_drawn():
    assert static_svg(Timeline(title="Nothing yet")).startswith("<svg")
    assert "0 events" in chart_html(Timeline(title="Nothing yet"))

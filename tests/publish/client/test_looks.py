"""Light, dark, paper, little motion, no script: the chart is legible in each, and what is small is seen."""

from __future__ import annotations

import re

import pytest

from ...conftest import contrast
from .conftest import CURSOR, settled

# The colours of texts and marks as they are computed, with the band that they stand on.
COLOURS = """() => { const hex = text => { const canvas = document.createElement('canvas').getContext('2d');
    canvas.fillStyle = text; return canvas.fillStyle; };
  const of = (selector, name) => [...new Set([...document.querySelectorAll(selector)].map(
    one => hex(getComputedStyle(one)[name])))];
  return {band: of('.timeline-under .timeline-band', 'fill'), ground: of('.timeline-chart', 'backgroundColor'),
    label: of('.timeline-labels .timeline-label', 'color'), lane: of('.timeline-over .timeline-name', 'fill'),
    tick: of('.timeline-axis .timeline-tick', 'fill'), count: of('.timeline-count', 'color'),
    caption: of('.timeline-caption', 'color'), mark: of('.timeline-under stop', 'stopColor')}; }"""


@pytest.mark.parametrize(
    ("scheme", "media", "forced"),
    [
        ("light", "screen", "none"),
        ("dark", "screen", "none"),
        ("dark", "print", "none"),
        ("light", "screen", "active"),
        ("dark", "screen", "active"),
    ],
)
def test_texts_and_marks_stand_out_from_what_is_behind_them(show, scheme, media, forced):
    page = show(color_scheme=scheme, forced_colors=forced)
    page.emulate_media(media=media)
    found = page.evaluate(COLOURS)
    [band], [ground] = found.pop("band"), found.pop("ground")
    assert contrast(ground, "#ffffff" if (scheme, media) != ("dark", "screen") else "#000000") < 2
    for name, colours in found.items():
        assert colours, name
        for colour in colours:
            least = 3 if name == "mark" else 4.5
            assert min(contrast(colour, band), contrast(colour, ground)) >= least, (name, colour)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_the_reader_are_those_of_the_chart(show, scheme):
    page = show(color_scheme=scheme, forced_colors="active")
    found = page.evaluate(COLOURS)
    [ground] = found["ground"]
    assert found["band"] == [ground]
    assert {*found["mark"], *found["label"], *found["lane"]} == {"#ffffff" if scheme == "dark" else "#000000"}
    assert {ground} == {"#000000" if scheme == "dark" else "#ffffff"}


@pytest.mark.parametrize(("wish", "moves"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_for_those_who_wish_it_so(show, wish, moves):
    page = show(reduced_motion=wish)
    page.locator(CURSOR).focus()
    page.keyboard.press("Enter")
    names = page.locator(".timeline-card, .timeline-card *, .timeline-chart *").evaluate_all(
        "all => all.flatMap(one => [getComputedStyle(one).animationName, getComputedStyle(one).transitionDuration])"
    )
    assert (set(names) != {"none", "0s"}) is moves


@pytest.mark.parametrize("part", [".timeline-when", ".timeline-sources"])
def test_what_stands_under_a_title_is_written_smaller(page, part):
    sizes = "all => all.map(one => [one, one.parentElement].map(each => parseFloat(getComputedStyle(each).fontSize)))"
    below, around = page.locator(f".timeline-events {part}").evaluate_all(sizes)[0]
    assert below < around


def path_of(page, kind: str) -> str:
    paths = page.locator(f".timeline-host path.timeline-{kind}")
    return "".join(path.get_attribute("d") for path in paths.all())


def strokes(path: str) -> list[tuple[float, float]]:
    return [(float(start), float(end)) for start, end in re.findall(r"M([-\d.]+),[-\d.]+[LH]([-\d.]+)", path)]


def lengths(path: str) -> list[float]:
    return [end - start for start, end in strokes(path)]


def test_each_kind_of_date_is_drawn_as_what_it_is(page):
    drawn = {kind: path_of(page, kind).count("M") for kind in ("dot", "ring", "hole", "span", "square", "hollow")}
    assert drawn == {"dot": 10, "ring": 3, "hole": 3, "span": 3, "square": 1, "hollow": 1}
    caption = page.locator(".timeline-caption").inner_text()
    kinds = ("day", "from – to", "some time within", "approximate or uncertain", "no known end", "planned or possible")
    assert all(kind in caption for kind in kinds)


def test_two_days_of_eighty_years_are_a_bar_that_can_be_seen(show):
    page = show("timelines/kinds/?search=Two+days")
    assert lengths(path_of(page, "bar")) == [pytest.approx(4, abs=0.1)]


def test_a_month_is_as_long_as_the_month(show):
    page = show("timelines/kinds/?search=Zond&at=1968-01-01..1969-01-01")
    whole = page.locator(".timeline-stage").bounding_box()["width"]
    [length] = lengths(path_of(page, "span"))
    column = 60 + 2 * 14
    assert length == pytest.approx((whole - column) * 30 / 366, rel=0.02)


def test_a_planned_year_is_as_long_as_the_year(show):
    page = show("timelines/kinds/?search=A+base&at=2030-01-01..2033-01-01")
    whole = page.locator(".timeline-stage").bounding_box()["width"]
    [length] = lengths(path_of(page, "square"))
    [inside] = lengths(path_of(page, "hollow"))
    column, ends = 60 + 2 * 14, 9
    assert inside == length
    assert length + ends == pytest.approx((whole - column) * 366 / 1096, rel=0.02)


@pytest.mark.parametrize(("search", "side"), [("Until", 0), ("From", 1)])
def test_an_outline_fades_at_its_open_end_and_is_closed_at_the_other(show, search, side):
    page = show(f"timelines/plans/?search={search}")
    bars = strokes(path_of(page, "bar"))
    [hollow] = strokes(path_of(page, "hollow"))
    outer = (min(left for left, _ in bars), max(right for _, right in bars))
    assert len(bars) == 6
    assert not path_of(page, "square")
    assert abs(hollow[1 - side] - outer[1 - side]) == pytest.approx(4.5, abs=0.2)
    assert abs(hollow[side] - outer[side]) < 20
    assert abs(bars[0][1 - side] - bars[0][side]) > 30


def test_every_event_of_twenty_is_named_and_said_to_be(page):
    page.locator(".timeline-count", has_text="20 events, 20 named").wait_for()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_paper_has_the_whole_list_and_nothing_to_press(show, width):
    page = show(width=width)
    page.emulate_media(media="print")
    settled(page)
    assert not page.locator(".timeline-chart button:not(.timeline-cursor):visible").count()
    assert page.locator(".timeline-labels .timeline-label:visible").count() >= 18
    assert page.locator(".timeline-events > li:visible").count() == 20


def test_charts_of_one_timeline_have_the_colours_of_their_own_lanes(show):
    page = show("articles/twice/")
    page.locator("[data-timeline-state=ready]").nth(1).wait_for()
    colours = page.eval_on_selector_all(".timeline-stage linearGradient", "all => all.map(one => one.id)")
    assert len(set(colours)) == len(colours) == 2


def test_the_list_keeps_away_from_its_line_in_both_directions(show):
    sides = "item => [getComputedStyle(item).paddingInlineStart, getComputedStyle(item).paddingInlineEnd]"
    there, here = (show(f"timelines/{name}/").locator("#sputnik").evaluate(sides) for name in ("arabic", "kinds"))
    assert there == here
    assert float(there[0].removesuffix("px")) > 10


# Where the axis ends, seen from the foot of the window, and where it begins, seen from the last lane.
ENDS = """() => { const box = query => [...document.querySelectorAll(query)].at(-1).getBoundingClientRect();
  return [innerHeight - box('.timeline-axis').bottom, box('.timeline-axis').top - box('.timeline-band').bottom]; }"""


def test_a_chart_higher_than_the_window_says_the_time_at_its_foot(show):
    page = show(height=150)
    page.evaluate("document.querySelector('.timeline-stage').scrollIntoView()")
    below, behind = page.evaluate(ENDS)
    assert below == pytest.approx(0, abs=1)
    assert behind < 0
    page.evaluate("document.querySelector('.timeline-overview').scrollIntoView(false)")
    below, behind = page.evaluate(ENDS)
    assert below > 0
    assert behind == pytest.approx(2, abs=1)


# Where the numbers of the axis and the names of the lanes stand, as far as they can be seen.
PLACES = """() => Object.fromEntries([...document.querySelectorAll('.timeline-tick, .timeline-name')]
  .filter(text => text.closest('.timeline-chart') && text.checkVisibility())
  .map(text => [text, text.getBoundingClientRect()])
  .map(([text, box]) => [text.textContent, [(box.left + box.right) / 2, (box.top + box.bottom) / 2]]))"""


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("name", ["kinds", "arabic"])
def test_the_chart_takes_the_place_of_the_drawing_and_nothing_moves(show, name, width):
    still = show(f"timelines/{name}/", width=width, java_script_enabled=False).evaluate(PLACES)
    chart = show(f"timelines/{name}/", width=width).evaluate(PLACES)
    base = chart["Moon" if name == "kinds" else "القمر"][1] - still["Moon" if name == "kinds" else "القمر"][1]
    common = still.keys() & chart.keys()
    assert len(common) >= 5
    for text in common:
        assert chart[text] == pytest.approx([still[text][0], still[text][1] + base], abs=1.5), text


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_without_script_all_events_are_drawn_and_listed_and_nothing_is_cut(show, width):
    page = show(width=width, java_script_enabled=False)
    [shown] = [drawing for drawing in page.locator("figure > .timeline-svg").all() if drawing.is_visible()]
    names = shown.locator(".timeline-label").all_text_contents()
    titles = page.locator(".timeline-events .timeline-permalink").all_text_contents()
    assert len(titles) == 20
    assert sum(any(title.startswith(name) for name in names) for title in titles) >= 18
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".timeline-caption").is_visible()
    assert not page.locator(".timeline-tools").is_visible()

"""The interactive chart in a real browser, under a policy that forbids inline scripts and styles."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import urllib.request
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from timeline.figure.uncertainty import glyph
from timeline.model.event import slug

from .charts import POLICY, TALKS, many, write_site

READY = "[data-timeline-state='ready']"
CURSOR = ".timeline-cursor:not([hidden])"
STATIC = files("timeline.publish").joinpath("static")
PICTURES = Path(__file__).parents[2] / "build" / "pictures" / "chart"
MODULES = sorted(path.name for path in STATIC.iterdir() if path.name.endswith(".js"))

BOXES = """() => [...document.querySelectorAll('.timeline-stage .timeline-label')].map(e => {
  const {left, top, right, bottom} = e.getBoundingClientRect(); return [left, top, right, bottom]; })"""


@pytest.fixture(scope="session")
def address(tmp_path_factory, serve) -> str:
    folder = tmp_path_factory.mktemp("charts")
    write_site(folder)
    return serve(folder, headers=POLICY)


@pytest.fixture
def show(visit, address, request):
    """Open the chart of a timeline; afterwards nothing may have gone wrong, and a picture of it is kept."""
    visits = []

    def open_chart(name: str = "talks", query: str = "", **options):
        seen = visit(**options)
        seen.page.goto(f"{address}/timelines/{name}/{query}")
        if options.get("java_script_enabled", True):
            seen.page.wait_for_selector(READY)
        visits.append(seen)
        return seen.page

    yield open_chart
    assert [(seen.errors, seen.outside) for seen in visits] == [([], [])] * len(visits)
    for number, seen in enumerate(visits, 1):
        name = f"{slug(request.node.name.removeprefix('test_'))}-{number}.png"
        seen.page.screenshot(path=PICTURES / name, caret="initial")


def label_faults(page) -> list:
    """Labels over another label or outside of the chart."""
    boxes = page.evaluate(BOXES)
    stage = page.locator(".timeline-stage").bounding_box()
    left, right = stage["x"], stage["x"] + stage["width"]
    cut = [box for box in boxes if box[0] < left - 0.5 or box[2] > right + 0.5]
    over = [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[:at]
        if one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1
    ]
    return [*cut, *over]


def settled(page) -> None:
    """Two frames later: everything that was asked for is drawn."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def count(page) -> str:
    return page.locator(".timeline-count").inner_text()


def marks(page, kind: str) -> int:
    """How many strokes of a kind Plotly has drawn."""
    paths = page.locator(f".timeline-host path.timeline-{kind}")
    return sum((path.get_attribute("d") or "").count("M") for path in paths.all())


# 1 Labels


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_almost_all_of_20_events_are_named(show, width):
    page = show("many-20", width=width)
    assert label_faults(page) == []
    assert int(re.search(r"(\d+) named", count(page))[1]) >= 18


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["many-200", "many-2000", "many-5200", "deep"])
def test_labels_never_overlap_at_any_zoom(show, name, width):
    page = show(name, width=width)
    assert label_faults(page) == []
    for _ in range(4):
        page.locator(".timeline-zoom-in").click()
        settled(page)
        assert label_faults(page) == []


def test_placing_2000_labels_takes_less_than_a_frame_or_two(show):
    page = show("many-2000")
    page.route("**/labels.js", lambda route: route.fulfill(path=str(STATIC / "labels.js")))
    times = page.evaluate(
        """async () => { const { Ruler, place } = await import('../../labels.js');
        const style = {fontStyle: 'normal', fontWeight: '400', fontSize: '12px', fontFamily: 'Arial'};
        const ruler = new Ruler(style), chance = n => (Math.sin(n) + 1) / 2;
        const marks = Array.from({length: 2000}, (_, n) => {
          const left = chance(n) * 1100, y = 10 + 12 * Math.floor(chance(n * 7) * 45);
          return {number: n, left, right: left, y}; });
        const room = {left: 0, right: 1100}, lane = () => ({top: 0, bottom: 560});
        const once = () => { const from = performance.now();
          place(marks, mark => 'A title of event ' + mark.number, lane, room, ruler, false);
          return performance.now() - from; };
        once(); return [1, 2, 3, 4, 5].map(once); }"""
    )
    assert min(times) <= 30


@pytest.mark.parametrize(("width", "size"), [(390, 0), (1280, 2)])
def test_labels_of_one_row_share_the_lines_of_their_texts(show, width, size):
    page = show("many-200", width=width)
    middles, labels = page.evaluate(
        """async size => { const address = document.querySelector('.timeline').dataset.timelineSrc;
        const { layouts } = await (await fetch(address)).json();
        const labels = [...document.querySelectorAll('.timeline-label-left, .timeline-label-right')];
        return [layouts[size].middles.flat(), labels.map(label => [
          Number(label.style.translate.match(/ ([0-9.]+)px/)[1]),
          label.textContent.split('\\n').length])]; }""",
        size,
    )
    assert {lines for _, lines in labels} >= {1, 2}
    assert all({top + 7.5 + 15 * line for line in range(lines)} & set(middles) for top, lines in labels)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", 2),
        ("W" * 80, 3),
        ("Nordostsee-Kanalverwaltungsbeamtenwohnung", 2),
    ],
)
def test_a_title_without_spaces_is_broken(show, title, lines):
    page = show("deep")
    page.route("**/labels.js", lambda route: route.fulfill(path=str(STATIC / "labels.js")))
    [way] = page.evaluate(
        """async title => { const { Ruler } = await import('../../labels.js');
        const style = {fontStyle: 'normal', fontWeight: '400', fontSize: '12px', fontFamily: 'Arial'};
        return new Ruler(style).ways(title); }""",
        title,
    )
    assert len(way["lines"]) == lines
    assert way["width"] <= 212
    assert "".join(way["lines"]) == title or way["lines"][2].endswith("W…")


# 2 Lanes


def test_each_lane_is_named_once_and_there_is_no_legend(show):
    page = show("many-20")
    names = page.locator(".timeline-over .timeline-name").all_text_contents()
    assert names == ["Politics", "Science", "Culture", "Economy", "Technology", "Environment"]
    assert page.locator(".timeline-host .legend").count() == 0


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_each_name_stands_at_the_left_in_the_band_of_its_lane(show, width):
    page = show("many-20", width=width)
    names, bands = (boxes(page, part) for part in (".timeline-over .timeline-name", ".timeline-under .timeline-band"))
    stage = page.locator(".timeline-stage").bounding_box()
    assert len(names) == len(bands) == 6
    for name, band in zip(names, bands, strict=True):
        assert band["y"] <= name["y"]
        assert name["y"] + name["height"] <= band["y"] + band["height"]
        assert name["x"] == pytest.approx(stage["x"] + 8, abs=1)
    assert all(one["y"] + one["height"] <= other["y"] for one, other in pairwise(bands))


def boxes(page, selector: str) -> list[dict[str, float]]:
    return [element.bounding_box() for element in page.locator(selector).all()]


def test_a_chart_is_the_same_each_time(show):
    first, again = (show("many-200") for _ in range(2))
    paths = "paths => paths.map(path => path.getAttribute('d'))"
    assert len({str(page.eval_on_selector_all(".timeline-host path", paths)) for page in (first, again)}) == 1
    assert first.evaluate(BOXES) == again.evaluate(BOXES)


# 3 Shapes


def test_each_kind_of_date_is_drawn_as_what_it_is(show):
    page = show("talks")
    assert {kind: marks(page, kind) for kind in ("dot", "span", "ring", "hole", "square", "hollow")} == {
        "dot": 1,
        "span": 1,
        "ring": 3,
        "hole": 3,
        "square": 1,
        "hollow": 1,
    }
    assert marks(page, "bar") == 7
    caption = page.locator(".timeline-caption").inner_text()
    assert all(said in caption for said in ("approximate or uncertain", "no known end", "planned or possible"))


# 4 Level of detail


def test_thousands_of_events_are_density_and_the_most_important(show):
    page = show("many-2000")
    assert page.locator(".timeline-host path.timeline-density").count() == 1
    assert marks(page, "dot") + marks(page, "bar") <= 1500
    assert page.locator(".timeline-chart *").count() < 3000
    assert label_faults(page) == []
    for _ in range(7):
        page.locator(".timeline-zoom-in").click()
        page.wait_for_load_state("networkidle")
        settled(page)
        assert label_faults(page) == []
    assert page.locator(".timeline-host path.timeline-density").count() == 0


def test_zooming_in_leaves_names_at_every_step(show):
    page = show("many-2000", width=1100)
    for _ in range(9):
        named, in_view = (int(re.search(what, count(page).replace(",", ""))[1]) for what in (r"(\d+) named", r"(\d+)"))
        assert named >= min(40, in_view / 4), count(page)
        page.locator(".timeline-zoom-in").click()
        page.wait_for_load_state("networkidle")
        settled(page)


def test_two_years_side_by_side_are_no_density(show):
    page = show("years")
    assert page.locator(".timeline-host path.timeline-density").count() == 0
    assert marks(page, "span") == 2


def test_labels_have_room_where_the_reader_forces_colours(show):
    page = show("many-200", forced_colors="active")
    assert label_faults(page) == []
    for steps in range(3):
        page.locator(".timeline-zoom-in").click()
        settled(page)
        assert label_faults(page) == [], steps


def test_more_than_5000_events_come_in_tiles(show):
    page = show("many-5200")
    assert count(page).startswith("5,200 events")
    with page.expect_response(re.compile(r"/tiles/\d+-\d+\.json")) as answer:
        for _ in range(3):
            page.locator(".timeline-zoom-in").click()
    assert answer.value.ok
    with page.expect_response(re.compile(r"/all\.json")):
        page.locator(".timeline-input-search").fill("archive")
    page.locator(".timeline-count", has_text=re.compile(r"[\d,]+ of 5,200 events")).wait_for()


READS = """() => {
  const { chart } = window, { events } = chart.store, before = events.lane;
  let reads = 0;
  const get = (lanes, name) => (typeof name === 'string' && /[0-9]/.test(name) && reads++, Reflect.get(lanes, name));
  events.lane = new Proxy(before, { get });
  chart.measure();
  events.lane = before;
  return reads / chart.store.count;
}"""


def test_the_lanes_that_a_filter_leaves_are_found_in_one_go(visit, address):
    page = visit().page
    page.add_init_script("document.addEventListener('timeline-ready', event => { window.chart = event.detail.chart; })")
    page.goto(f"{address}/timelines/many-2000/?lanes=Science")
    page.wait_for_selector(READY)
    assert page.evaluate(READS) == 1


def test_what_did_not_come_of_many_events_is_asked_for_again(visit, address):
    page = visit().page
    page.route("**/tiles/*.json", lambda route: route.abort())
    page.route("**/all.json", lambda route: route.fulfill(status=503), times=1)
    page.goto(f"{address}/timelines/many-5200/?at=2000-01-01..2000-06-01")
    page.wait_for_selector(READY)
    page.wait_for_load_state("networkidle")
    page.unroute("**/tiles/*.json")
    with page.expect_response("**/tiles/*.json"):
        page.locator(".timeline-zoom-in").click()
    for words in ("arch", "archive"):
        with page.expect_response("**/all.json"):
            page.locator(".timeline-input-search").fill(words)


@pytest.mark.parametrize("steps", [1, 3])
def test_the_number_in_view_of_tiles_is_that_of_the_events_there(show, steps):
    page = show("many-5200")
    reach = page.evaluate("fetch('chart.json').then(answer => answer.json()).then(data => data.extent)")
    middle, half = sum(reach) / 2, (reach[1] - reach[0]) / 2
    for _ in range(steps):
        page.locator(".timeline-zoom-in").click()
        settled(page)
    page.locator(".timeline-count", has_text="of 5,200 events").wait_for()
    glyphs = [glyph(event) for event in many(5200).events]
    inside = sum(abs(shape.middle - middle) < 0.6**steps * half for shape in glyphs)
    assert int(count(page).split()[0].replace(",", "")) == pytest.approx(inside, rel=0.005)


def test_a_long_list_that_is_filtered_has_no_room_for_what_is_hidden(show):
    page = show("many-2000")
    height, list_ = "document.documentElement.scrollHeight", "li => li.closest('ol').getBoundingClientRect().height"
    whole = page.evaluate(height)
    page.locator(".timeline-input-search").fill("treaty 1987")
    page.locator(".timeline-count", has_text=re.compile(r"^\d+ of")).wait_for()
    settled(page)
    hits = page.locator(".timeline-events > li:not([hidden])")
    assert 5 < hits.count() < 100
    assert page.evaluate(height) < 2500 + 100 * hits.count()
    assert hits.last.evaluate(list_) > 0
    page.locator(".timeline-input-search").fill("")
    page.locator(".timeline-count", has_text=re.compile(r"^2,000 events")).wait_for()
    settled(page)
    assert page.evaluate(height) > 0.8 * whole


def test_what_plotly_draws_is_nothing_to_a_screen_reader(show):
    page = show("talks")
    told = "all => all.filter(one => !one.closest('[aria-hidden=true], [role=img], [aria-label]')).map(one => one.id)"
    assert page.locator("svg.main-svg").count() == 3
    assert page.eval_on_selector_all("svg", told) == []


# 5 The card


def test_hovering_tells_title_and_date(show):
    page = show("talks")
    spot = page.evaluate(SPOT_OF, "Call between the presidents")
    page.mouse.move(*spot)
    assert page.locator(".timeline-tip").inner_text().split("\n") == ["Call between the presidents", "12 February 2025"]


SPOT_OF = """title => { const label = [...document.querySelectorAll('.timeline-stage .timeline-label')]
  .find(e => title.startsWith(e.textContent)); const box = label.getBoundingClientRect();
  return [box.left - 9, (box.top + box.bottom) / 2]; }"""


def test_a_click_opens_the_card_and_escape_gives_the_focus_back(show):
    page = show("talks")
    page.mouse.click(*page.evaluate(SPOT_OF, "Call between the presidents"))
    card = page.locator(".timeline-card")
    said = card.inner_text()
    assert all(
        part in said for part in ("Call between the presidents", "12 February 2025", "A headline", "It was said so.")
    )
    assert card.locator("em").inner_text() == "Long"
    assert card.locator("[id]").count() == 0
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert page.evaluate("document.activeElement.textContent").startswith("Call between the presidents")


def test_the_link_of_an_event_can_be_copied(show):
    page = show("talks", permissions=["clipboard-read", "clipboard-write"])
    page.locator(CURSOR).focus()
    page.keyboard.press("Enter")
    page.locator(".timeline-card .timeline-copy").click()
    page.locator(".timeline-card-status", has_text="Link copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/timelines/talks/#call-between-the-presidents")


def test_a_permalink_shows_its_event(show):
    page = show("talks", "#a-plan-is-leaked")
    assert page.locator(CURSOR).text_content() == "A plan is leaked, March 2025"


# 6 Keyboard


def test_arrow_keys_reach_every_event(show):
    page = show("many-20")
    page.locator(CURSOR).focus()
    page.keyboard.press("Home")
    reached = {page.evaluate("document.activeElement.textContent")}
    for _ in range(19):
        page.keyboard.press("ArrowRight")
        reached.add(page.evaluate("document.activeElement.textContent"))
    assert len(reached) == 20
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.textContent") in reached


def test_arrows_up_and_down_go_from_lane_to_lane(show):
    page = show("talks")
    page.locator(CURSOR).focus()
    page.keyboard.press("ArrowDown")
    assert "anctions" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowUp")
    assert "anctions" not in page.evaluate("document.activeElement.textContent")


def test_the_events_are_one_stop_for_tab(show):
    page = show("many-20")
    assert page.locator(".timeline-stage [tabindex='0'], .timeline-stage button:not([hidden])").count() == 1


def test_plus_and_minus_zoom(show):
    page = show("many-20")
    page.locator(CURSOR).focus()
    before = page.locator(".timeline-brush").bounding_box()["width"]
    page.keyboard.press("+")
    settled(page)
    assert page.locator(".timeline-brush").bounding_box()["width"] == pytest.approx(before * 0.6, rel=0.02)
    page.keyboard.press("-")
    settled(page)
    assert page.locator(".timeline-brush").bounding_box()["width"] == pytest.approx(before, rel=0.02)


# 7 Find


def visible_items(page) -> int:
    return page.locator(".timeline-events > li:visible").count()


def test_search_filters_chart_and_list_alike_and_the_address_keeps_it(show):
    page = show("talks")
    page.locator(".timeline-input-search").fill("sanctions")
    page.locator(".timeline-count", has_text="of 7 events").wait_for()
    shown = visible_items(page)
    assert count(page).startswith(f"{shown} of 7 events")
    page.wait_for_url("**/?search=sanctions")
    again = show("talks", "?search=sanctions")
    assert count(again).startswith(f"{shown} of 7 events")
    assert visible_items(again) == shown


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("?lanes=Sanctions", 3),
        ("?tags=plan", 1),
        ("?people=Ann+Example", 1),
        ("?from=2025-07&to=2025-08", 2),
        ("?known=2025-04-03", 2),
        ("?search=no+such+thing", 0),
    ],
)
def test_filters_in_the_address(show, query, left):
    page = show("talks", query)
    assert visible_items(page) == left
    assert count(page).startswith(f"{left} of 7 events") or (left == 0 and "No event" in count(page))


def test_filters_can_be_chosen_and_cleared(show):
    page = show("talks", width=360)
    page.locator(".timeline-filter summary").click()
    page.get_by_label("Diplomacy").check()
    page.locator(".timeline-count", has_text="4 of 7 events").wait_for()
    page.get_by_text("Clear all").click()
    page.locator(".timeline-count", has_text="7 events").wait_for()
    assert not page.get_by_label("Diplomacy").is_checked()


# 8 Zoom and overview


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["years", "arabic"])
def test_the_overview_stands_below_the_axis_day_by_day(show, name, width):
    page = show(name, width=width)
    strip, stage = (page.locator(part).bounding_box() for part in (".timeline-overview", ".timeline-stage"))
    column = max([0, *(one["width"] for one in boxes(page, ".timeline-over .timeline-name"))]) if width > 560 else 0
    both = strip["x"] - stage["x"], stage["x"] + stage["width"] - strip["x"] - strip["width"]
    start, end = reversed(both) if name == "arabic" else both
    assert end == pytest.approx(14, abs=0.5)
    assert start >= column + 14
    brush = page.locator(".timeline-brush").bounding_box()
    assert (brush["x"], brush["width"]) == pytest.approx((strip["x"], strip["width"]), abs=1)


def test_the_wheel_scrolls_the_page_and_zooms_with_a_modifier(show):
    page = show("many-200", height=500)
    box = page.locator(".timeline-stage").bounding_box()
    page.mouse.move(box["x"] + 600, box["y"] + 100)
    page.mouse.wheel(0, 120)
    settled(page)
    assert page.locator(".timeline-overview-whole").count() == 1
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.locator(".timeline-overview:not(.timeline-overview-whole)").wait_for()


def test_the_brush_moves_the_view(show):
    page = show("many-200")
    for _ in range(3):
        page.locator(".timeline-zoom-in").click()
    settled(page)
    page.locator(".timeline-brush").scroll_into_view_if_needed()
    brush = page.locator(".timeline-brush").bounding_box()
    page.mouse.move(brush["x"] + brush["width"] / 2, brush["y"] + 15)
    page.mouse.down()
    page.mouse.move(brush["x"] + brush["width"] / 2 + 200, brush["y"] + 15, steps=4)
    page.mouse.up()
    settled(page)
    assert page.locator(".timeline-brush").bounding_box()["x"] == pytest.approx(brush["x"] + 200, abs=3)


def test_dragging_moves_the_time_under_the_hand(show):
    page = show("many-200")
    page.locator(".timeline-zoom-in").click()
    settled(page)
    before = page.locator(".timeline-brush").bounding_box()["x"]
    box = page.locator(".timeline-stage").bounding_box()
    page.mouse.move(box["x"] + 700, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 500, box["y"] + 60, steps=4)
    page.mouse.up()
    settled(page)
    assert page.locator(".timeline-brush").bounding_box()["x"] > before + 50


def test_a_finger_scrolls_the_page(show):
    page = show("many-20", has_touch=True, is_mobile=True, width=360)
    assert page.locator(".timeline-over").evaluate("e => getComputedStyle(e).touchAction") == "pan-y"


# 9 Happened and reported


def test_the_second_view_shows_when_each_thing_became_news(show):
    page = show("talks")
    page.get_by_role("button", name="Reported").click()
    page.locator(".timeline-count", has_text="6 of 7 events").wait_for()
    assert "1 event has no publication date" in count(page)
    assert page.locator(".timeline-same").is_visible()
    assert count(page).endswith("On the line: reported the day it happened.")
    page.wait_for_url("**/?view=reported")
    assert label_faults(page) == []


@pytest.mark.parametrize("width", [240, 1280])
def test_names_of_lanes_stand_above_all_that_is_reported(show, width):
    page = show("talks", "?view=reported", width=width)
    names = [box for box in page.locator(".timeline-over .timeline-name").all() if box.is_visible()]
    assert len(names) == 2
    below = max(name.bounding_box()["y"] + name.bounding_box()["height"] for name in names)
    labels = page.locator(".timeline-stage .timeline-label").all()
    assert labels
    assert all(label.bounding_box()["y"] >= below - 3 for label in labels)


def test_what_was_reported_later_stands_higher(show):
    names = ("an-embargo", "a-plan-is-leaked")
    embargo, leak = (height_of_cursor(show("talks", f"?view=reported#{name}")) for name in names)
    assert embargo > leak + 5


def height_of_cursor(page) -> float:
    """How far the event with the focus is from the top of the chart."""
    return page.locator(CURSOR).bounding_box()["y"] - page.locator(".timeline-stage").bounding_box()["y"]


# 10 Light and dark


@pytest.mark.parametrize(("scheme", "colour"), [("light", "rgb(31, 36, 45)"), ("dark", "rgb(233, 236, 241)")])
def test_it_follows_the_system(show, scheme, colour):
    page = show("talks", color_scheme=scheme)
    label = page.locator(".timeline-stage .timeline-label").first
    assert label.evaluate("e => getComputedStyle(e).color") == colour


def test_it_follows_the_theme_of_the_site_without_being_drawn_again(show):
    page = show("talks")
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    label = page.locator(".timeline-stage .timeline-label").first
    assert label.evaluate("e => getComputedStyle(e).color") == "rgb(233, 236, 241)"


def test_a_printed_page_has_the_chart_and_no_buttons(show):
    page = show("talks", color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator(".timeline-tools").is_visible()
    assert not page.locator(".timeline-overview").is_visible()
    label = page.locator(".timeline-stage .timeline-label").first
    assert label.evaluate("e => getComputedStyle(e).color") == "rgb(31, 36, 45)"


ON_PAPER = """() => { const box = query => [...document.querySelectorAll(query)].at(-1).getBoundingClientRect();
  const names = ['.timeline-chart', '.timeline-stage', '.timeline-axis', '.timeline-band'];
  const [figure, stage, axis, band] = names.map(box);
  return [stage.left - figure.left, figure.right - stage.right, axis.top - band.bottom]; }"""


@pytest.mark.parametrize("screen", [390, 1280])
@pytest.mark.parametrize("paper", [420, 560, 718, 1040])
def test_a_printed_chart_fits_its_paper_and_stands_above_its_axis(show, screen, paper):
    page = show("talks", width=screen)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": paper, "height": 500})
    settled(page)
    left, right, above = page.evaluate(ON_PAPER)
    assert (left, above) == pytest.approx((0, 2), abs=3)
    assert 0 <= right < 0.34 * paper
    assert label_faults(page) == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    settled(page)
    left, right, _ = page.evaluate(ON_PAPER)
    assert (left, right) == pytest.approx((0, 0), abs=1)


@pytest.mark.parametrize("screen", [640, 1280])
def test_a_printed_chart_has_no_lane_that_the_address_leaves_empty(show, screen):
    page = show("many-20", "?lanes=Science&lanes=Culture", width=screen)
    names = page.locator(".timeline-over .timeline-name")
    assert names.count() == 6
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    settled(page)
    assert names.all_text_contents() == ["Science", "Culture"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    settled(page)
    assert names.count() == 6


def test_the_browser_says_in_time_that_it_prints(show):
    page = show("talks", width=1280)
    page.evaluate(
        "addEventListener('beforeprint', () => { window.drawn = document.querySelector('.main-svg').clientWidth; })"
    )
    page.pdf(format="A4")
    assert 500 < page.evaluate("window.drawn") <= 640


# 11 Deep time


def test_deep_time_is_on_the_axis(show):
    page = show("deep")
    assert marks(page, "ring") == 2
    ticks = [tick for tick in page.locator(".timeline-axis .timeline-tick").all() if tick.is_visible()]
    places = [tick.bounding_box()["x"] + tick.bounding_box()["width"] / 2 for tick in ticks]
    assert [tick.text_content() for tick in ticks[:2]] == ["4000 million BCE", "3000 million BCE"]
    steps = [later - earlier for earlier, later in pairwise(places)]
    assert steps == pytest.approx([steps[0]] * len(steps), abs=1)


def test_ages_and_years_stand_on_one_linear_axis(show):
    page = show("deep")
    earth, impact = (float(x) for x in re.findall(r"M([\d.]+),", path_of(page, "ring")))
    [book] = (float(x) for x in re.findall(r"M([\d.]+),", path_of(page, "dot")))
    assert (impact - earth) / (book - earth) == pytest.approx((4540 - 66) / 4540, abs=1e-3)


def path_of(page, kind: str) -> str:
    return "".join(path.get_attribute("d") for path in page.locator(f".timeline-host path.timeline-{kind}").all())


def test_years_before_the_common_era_are_reached_and_said(show):
    page = show("deep", "?at=-66000100-01-01..-65999900-01-01")
    said = " ".join(page.locator(".timeline-axis .timeline-tick").all_text_contents())
    assert "66.0001 million BCE" in said
    page = show("deep", "?at=-20000-01-01..2000-01-01")
    assert "10,000 BCE" in page.locator(".timeline-axis .timeline-tick").all_text_contents()
    page = show("deep")
    page.locator(CURSOR).focus()
    page.keyboard.press("Home")
    reached = [page.evaluate("document.activeElement.textContent")]
    for _ in range(2):
        page.keyboard.press("ArrowRight")
        reached.append(page.evaluate("document.activeElement.textContent"))
    assert [said.partition(", ")[0] for said in reached] == ["The Earth forms", "An impact", "A book about it"]
    assert reached[0].endswith("about 4,540,000,000 BCE")


# 12 Without JavaScript


@pytest.mark.parametrize("width", [360, 1280])
def test_without_javascript_there_are_the_drawing_and_the_list(show, width):
    page = show("many-20", width=width, java_script_enabled=False)
    assert page.locator(".timeline-svg:visible").count() == 1
    assert page.locator(".timeline-svg:visible .timeline-label").count() >= 18
    assert page.locator(".timeline-events > li").count() == 20
    assert not page.locator(".timeline-tools").is_visible()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_plotly_takes_the_place_of_the_drawing_without_a_jump(visit, address, width):
    seen = visit(width=width)
    seen.page.add_init_script(
        "window.shifts = 0; const add = list => list.getEntries().forEach(e => { window.shifts += e.value; });"
        "new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true});"
    )
    seen.page.goto(f"{address}/timelines/talks/")
    seen.page.wait_for_selector(READY)
    settled(seen.page)
    assert seen.page.evaluate("window.shifts") <= 0.02
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def items(page) -> int:
    return page.locator(".timeline-events > li").count()


def test_a_long_list_is_whole_without_javascript_and_comes_in_parts_with_it(show):
    assert items(show("many-2000", java_script_enabled=False)) == 2000
    page = show("many-2000")
    assert items(page) == 20
    page.locator(".timeline-events > li").nth(15).scroll_into_view_if_needed()
    page.wait_for_selector(".timeline-events > li >> nth=69", state="attached")
    page.locator(".timeline-input-search").fill("archive")
    page.locator(".timeline-count", has_text=re.compile("[0-9]+ of 2,000 events")).wait_for()
    assert items(page) == 2000
    assert count(page).startswith(f"{visible_items(page)} of")


def test_an_address_leads_to_an_event_far_down_a_long_list(show):
    page = show("many-2000", "#e1999")
    assert page.evaluate("document.querySelector('li:target').id") == "e1999"
    page.locator("#e1999 .timeline-title").wait_for()


# 13 Language


def test_words_and_months_are_those_of_the_page(show):
    page = show("deutsch")
    said = " ".join(page.locator(".timeline-axis .timeline-tick").all_text_contents())
    assert "Mai" in said
    assert page.locator(".timeline-input-search").get_attribute("aria-label") != "Search events"
    assert "7 " in count(page)
    assert "events" not in count(page)


def test_right_to_left_time_runs_from_right_to_left(show):
    page = show("arabic")
    spots = [page.evaluate(SPOT_X, title) for title in ("Call between the presidents", "An embargo")]
    assert spots[0] > spots[1]
    lane = page.locator(".timeline-over .timeline-name").first.bounding_box()
    assert lane["x"] > 1000
    assert label_faults(page) == []


SPOT_X = """title => [...document.querySelectorAll('.timeline-stage .timeline-label')]
  .find(e => title.startsWith(e.textContent)).getBoundingClientRect().left"""


# All of it


def test_the_client_is_small(address):
    sizes = {}
    for name in ("client.js", "chart.js"):
        with urllib.request.urlopen(f"{address}/assets/timeline/{name}") as answer:
            sizes[name] = len(gzip.compress(answer.read()))
    assert sum(sizes.values()) <= 40_000
    assert sizes["client.js"] <= 3_000
    assert all(len(STATIC.joinpath(name).read_text("utf-8").splitlines()) < 400 for name in MODULES)


def test_the_types_of_the_client_are_right():
    root = Path(__file__).parents[2]
    program = root / "build/npm/node_modules/.bin/tsc"
    assert program.exists(), "run `make tools` first: it installs TypeScript"
    done = subprocess.run([program, "-p", "tsconfig.json"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_file_that_is_missing_leaves_the_drawing(visit, address):
    seen = visit()
    seen.page.route("**/chart.json", lambda route: route.fulfill(status=404))
    seen.page.goto(f"{address}/timelines/talks/")
    seen.page.wait_for_selector("[data-timeline-state='failed']")
    assert seen.page.locator(".timeline-svg:visible").count() == 1


def test_styles_that_come_late_are_waited_for(visit, address):
    seen, held = visit(), []
    seen.page.route("**/timeline.css", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it calls
    with seen.page.expect_response("**/chart.json"), seen.page.expect_response("**/plotly.min.js"):
        seen.page.goto(f"{address}/timelines/many-20/", wait_until="commit")
    assert seen.page.locator(READY).count() == 0
    held[0].continue_()
    seen.page.wait_for_selector(READY)
    assert "20 named" in count(seen.page)


def test_hostile_titles_stay_text(visit, address):
    seen = visit()
    hostile = "<img src=x onerror=alert(1)>"

    def spoil(route) -> None:
        data = json.loads(route.fetch().text())
        data["events"]["title"] = [hostile] * len(data["events"]["title"])
        route.fulfill(json=data)

    seen.page.route("**/chart.json", spoil)
    seen.page.goto(f"{address}/timelines/talks/")
    seen.page.wait_for_selector(READY)
    seen.page.locator(CURSOR).focus()
    assert hostile in seen.page.locator(".timeline-tip").inner_text()
    assert seen.page.locator(".timeline-chart img").count() == 0


def test_events_are_drawn_in_the_order_of_time(show):
    page = show("many-20")
    page.locator(CURSOR).focus()
    page.keyboard.press("Home")
    lefts = []
    for _ in range(10):
        lefts.append(page.locator(CURSOR).bounding_box()["x"])
        page.keyboard.press("ArrowRight")
    assert all(before <= after + 60 for before, after in pairwise(lefts))
    assert len(TALKS.events) == 7

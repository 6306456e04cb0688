"""The keyboard: one stop for Tab, and from there every event, announced by its title and date."""

from __future__ import annotations

from itertools import pairwise

from .conftest import CURSOR, announced, listed, settled

INSIDE = "() => document.activeElement.closest('.timeline-stage') !== null"
BANDS = "all => all.map(band => [band.y.baseVal.value, band.height.baseVal.value])"
SEEN = """element => new Promise(done =>
  new IntersectionObserver(([seen]) => done(seen.intersectionRatio)).observe(element))"""
STAGE = "button => button.getBoundingClientRect().top - button.closest('.timeline-stage').getBoundingClientRect().top"


def test_tab_stops_once_in_the_chart_whatever_the_direction(page):
    for key in ("Tab", "Shift+Tab"):
        page.locator(CURSOR).focus()
        page.keyboard.press(key)
        assert not page.evaluate(INSIDE), key


def test_the_arrows_go_through_the_events_of_the_list_in_the_order_of_time(page):
    page.keyboard.press("Home")
    titles = page.eval_on_selector_all(".timeline-events .timeline-permalink", "links => links.map(a => a.textContent)")
    reached = [announced(page)]
    for _ in titles[1:]:
        page.keyboard.press("ArrowRight")
        reached.append(announced(page))
    assert sorted(said.rpartition(", ")[0].partition(", 18 March")[0] for said in reached) == sorted(titles)
    assert announced(page) == "A base is planned, 2032"
    page.keyboard.press("ArrowRight")
    assert announced(page) == reached[-1]
    page.keyboard.press("Home")
    assert announced(page) == reached[0] == "Rockets on paper, until 1955"
    page.keyboard.press("End")
    assert announced(page) == reached[-1]


def test_each_step_gives_the_focus_to_another_element_so_that_it_is_announced(page):
    page.evaluate("window.before = document.activeElement")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement !== before && document.activeElement.tagName") == "BUTTON"


def test_the_cursor_stands_on_a_mark_in_the_lane_of_its_event(page):
    bands = page.eval_on_selector_all(
        ".timeline-band", "all => all.map(b => [+b.getAttribute('y'), b.height.baseVal.value])"
    )
    names = page.eval_on_selector_all(".timeline-over .timeline-name", "all => all.map(name => name.textContent)")
    assert names == ["Orbit", "Moon", "Probes"]
    for name in listed(page):
        page.evaluate("name => { location.hash = name; }", name)
        settled(page)
        top, height = bands[names.index(page.locator(f"#{name} .timeline-lane").inner_text())]
        middle = page.locator(CURSOR).evaluate(STAGE) + 12
        assert top < middle < top + height, name


def test_up_and_down_change_the_lane_and_stay_near_in_time(page):
    page.keyboard.press("Home")
    while "Luna 2" not in announced(page):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    assert announced(page) == "Gagarin circles the Earth, 12 April 1961"
    page.keyboard.press("ArrowUp")
    assert announced(page) == "Gagarin circles the Earth, 12 April 1961"
    page.keyboard.press("ArrowDown")
    assert announced(page).startswith("Luna 2")


def brush(page) -> float:
    settled(page)
    return page.locator(".timeline-brush").bounding_box()["width"]


def test_plus_minus_and_zero_zoom(page):
    widths = [brush(page)]
    for key in ("+", "=", "-", "0"):
        page.keyboard.press(key)
        widths.append(brush(page))
    assert widths[0] > widths[1] > widths[2] < widths[3] < widths[4] == widths[0]


def test_zooming_leaves_the_event_in_its_row_and_the_focus_on_it(page):
    page.keyboard.press("ArrowRight")
    said, top = announced(page), page.locator(CURSOR).evaluate(STAGE)
    for _ in range(4):
        page.keyboard.press("+")
        settled(page)
        assert announced(page) == said
        assert page.locator(CURSOR).evaluate(STAGE) == top


def test_an_event_out_of_view_comes_into_view(page):
    page.keyboard.press("Home")
    for _ in range(5):
        page.keyboard.press("+")
    page.keyboard.press("End")
    settled(page)
    stage, cursor = (page.locator(where).bounding_box() for where in (".timeline-stage", CURSOR))
    assert stage["x"] < cursor["x"] < stage["x"] + stage["width"]
    assert page.locator(".timeline-tip").inner_text().startswith("A base is planned")


def test_an_event_that_has_left_the_view_comes_back_with_the_focus(page):
    page.keyboard.press("Home")
    for _ in range(5):
        page.get_by_role("button", name="Zoom in").click()
    strip = page.locator(".timeline-overview").bounding_box()
    page.mouse.click(strip["x"] + 0.95 * strip["width"], strip["y"] + 15)
    settled(page)
    page.locator(CURSOR).focus()
    settled(page)
    assert announced(page) == "Rockets on paper, until 1955"
    assert page.locator(".timeline-tip").inner_text().startswith("Rockets on paper")
    assert page.locator(".timeline-ring-focus").get_attribute("visibility") == "visible"


def test_an_event_that_a_filter_hides_is_not_opened(show):
    page = show()
    page.locator(CURSOR).focus()
    page.keyboard.press("Home")
    page.get_by_label("Search events").fill("nothing of the kind")
    page.locator(".timeline-count", has_text="No event matches").wait_for()
    page.locator(CURSOR).focus()
    assert announced(page).endswith("Every kind of date")
    page.keyboard.press("Enter")
    assert page.locator(".timeline-card:popover-open").count() == 0
    page.get_by_label("Search events").fill("Laika")
    page.locator(".timeline-count", has_text="1 of 20 events").wait_for()
    page.locator(CURSOR).focus()
    assert announced(page) == "Laika in orbit, 3 November 1957"


def test_what_is_told_of_an_event_is_seen_whole_however_low_the_window_is(show):
    page = show(height=300)
    page.locator(CURSOR).focus()
    page.keyboard.press("Home")
    for _ in range(20):
        assert page.locator(".timeline-tip").evaluate(SEEN) == 1, announced(page)
        page.keyboard.press("ArrowRight")


def test_keys_of_the_browser_stay_with_it(page):
    said = announced(page)
    for key in ("Control+ArrowRight", "Alt+Home", "Meta+ArrowDown", "PageDown", "a"):
        page.keyboard.press(key)
    assert announced(page) == said


def test_events_follow_each_other_in_time_from_left_to_right(page):
    page.keyboard.press("Home")
    lefts = []
    for _ in range(6):
        lefts.append(page.locator(CURSOR).bounding_box()["x"])
        page.keyboard.press("ArrowRight")
    assert all(before <= after for before, after in pairwise(lefts))


def test_the_chart_is_called_by_its_title_whatever_signs_are_in_it(show):
    assert "Words with accents, $& and $'" in show("timelines/accents/").locator(CURSOR).inner_text()

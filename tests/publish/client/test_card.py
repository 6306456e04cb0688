"""The card of an event: all that is known of it, as text that cannot run, and the focus comes back."""

from __future__ import annotations

import pytest

from .conftest import CURSOR, PAYLOAD, READY, announced, settled, until

CARD = ".timeline-card:popover-open"


@pytest.fixture
def open_card(show):
    def open_event(name: str, **options):
        page = show(f"timelines/kinds/#{name}", **options)
        page.locator(CURSOR).focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(CARD)
        return page

    return open_event


def test_it_has_all_that_is_known(open_card):
    card = open_card("gagarin").locator(CARD)
    said = " ".join(card.inner_text().split())
    for part in ("Gagarin circles the Earth", "12 April 1961", "See the archive for more", "A photographer"):
        assert part in said
    assert "“yesterday”, published 13 April 1961 → 12 April 1961" in said
    assert card.locator("q").inner_text() == "He circled the Earth yesterday"
    assert card.locator("img").get_attribute("alt") == "Gagarin smiles"
    links = card.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert {"https://archive.example/", "https://paper.example/a"} <= set(links)
    assert any(link.endswith("/timelines/kinds/#gagarin") for link in links)


def test_what_it_shows_is_in_the_page_once_for_the_address(open_card):
    page = open_card("gagarin")
    assert page.locator("[id=gagarin]").count() == 1


@pytest.mark.parametrize("leave", ["Escape", "Close"])
def test_the_focus_comes_back_to_the_event(open_card, leave):
    page = open_card("gagarin")
    assert page.evaluate("document.activeElement.role") == "dialog"
    if leave == "Escape":
        page.keyboard.press("Escape")
    else:
        page.locator(CARD).get_by_role("button", name="Close").press("Enter")
    assert page.locator(CARD).count() == 0
    assert announced(page) == "Gagarin circles the Earth, 12 April 1961"


def test_its_buttons_go_on_to_the_neighbours(open_card):
    page = open_card("gagarin")
    page.locator(CARD).get_by_role("button", name="Next event").click()
    assert "Tereshkova in orbit" in page.locator(CARD).inner_text()
    for _ in range(2):
        page.locator(CARD).get_by_role("button", name="Previous event").click()
    assert "Project Apollo" in page.locator(CARD).inner_text()
    page.keyboard.press("Escape")
    assert announced(page) == "Project Apollo, 1961 to 1972"


def test_hostile_text_is_text(open_card):
    page = open_card("hostile")
    card = page.locator(CARD)
    assert card.inner_text().count(PAYLOAD) == 2
    assert card.locator("script, img").count() == 0
    assert PAYLOAD in announced_title(page)
    assert page.title() != "owned"


def announced_title(page) -> str:
    page.keyboard.press("Escape")
    return announced(page)


@pytest.mark.parametrize(("width", "height"), [(360, 640), (768, 800), (1280, 800)])
def test_it_stands_in_the_window(open_card, width, height):
    box = open_card("gagarin", width=width, height=height).locator(CARD).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height


def test_a_click_beside_the_events_closes_it(open_card):
    page = open_card("gagarin")
    stage = page.locator(".timeline-stage").bounding_box()
    page.mouse.click(stage["x"] + 150, stage["y"] + 200)
    assert page.locator(CARD).count() == 0


def click_on(page, event: str) -> None:
    """Click on the mark of an event, as a reader with a mouse opens it."""
    label = page.locator(".timeline-label", has_text=event).first.bounding_box()
    page.mouse.click(label["x"] + 10, label["y"] + label["height"] / 2)
    page.wait_for_selector(CARD)


@pytest.mark.parametrize("path", ["timelines/kinds/", "embed/kinds/", "articles/a/"])
@pytest.mark.parametrize("focus", ["the card", "nothing", "the list", "the mark"])
def test_escape_closes_it_wherever_the_focus_has_gone_and_gives_it_back(show, path, focus):
    page = show(path)
    click_on(page, "Zond 5")
    if focus == "nothing":
        page.evaluate("document.activeElement.blur()")
    elif focus == "the list":
        page.locator(".timeline-events a, .timeline-list summary").first.focus()
    elif focus == "the mark":
        page.locator(CURSOR).focus()
    page.keyboard.press("Escape")
    assert page.locator(CARD).count() == 0
    assert announced(page).startswith("Zond 5 around the Moon")


def test_escape_in_the_filters_closes_only_them(show):
    page = show()
    click_on(page, "Zond 5")
    page.evaluate("document.querySelector('.timeline-filter').open = true")
    page.get_by_label("Orbit").focus()
    page.keyboard.press("Escape")
    assert page.locator(CARD).count() == 1


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("way", ["click", "focus"])
def test_whoever_turns_to_the_rest_of_the_page_finds_nothing_above_it(show, width, way):
    page = show(width=width)
    click_on(page, "Zond 5")
    page.locator(".timeline-list summary, .timeline-events a").first.focus()
    assert page.locator(CARD).count() == 1
    if way == "click":
        page.locator("h1").click()
    else:
        page.locator("body > header a").first.focus()
    assert page.locator(CARD).count() == 0


def test_whoever_scrolls_the_page_beside_the_chart_keeps_it(show):
    page = show(width=390, has_touch=True)
    click_on(page, "Zond 5")
    page.locator("h1").dispatch_event("pointerdown")
    page.mouse.wheel(0, 100)
    settled(page)
    assert page.locator(CARD).count() == 1


def bounds(page) -> tuple[float, float, float, float]:
    box = page.locator(CARD).bounding_box()
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


@pytest.mark.parametrize("width", [700, 390])
def test_it_stays_in_a_window_that_becomes_narrow(open_card, width):
    page = open_card("gagarin")
    page.keyboard.press("Escape")
    click_on(page, "A base is planned")
    page.set_viewport_size({"width": width, "height": 800})
    until(page, f"Math.abs(document.querySelector('.timeline-stage').clientWidth - {width}) < 60")
    settled(page)
    left, top, right, bottom = bounds(page)
    assert min(left, top) >= 0
    assert right <= width
    assert bottom <= 800
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert (bottom == 800) == (width == 390)


def test_it_does_not_cover_its_mark_where_there_is_room_on_neither_side(open_card):
    page = open_card("hostile", width=620)
    ring = page.locator(".timeline-ring-focus").bounding_box()
    left, top, right, bottom = bounds(page)
    beside = ring["x"] + ring["width"] <= left or ring["x"] >= right
    assert beside or ring["y"] + ring["height"] <= top or ring["y"] >= bottom


def test_it_goes_with_its_mark(open_card):
    page = open_card("gagarin")
    page.keyboard.press("Escape")
    click_on(page, "Zond 5")
    before = bounds(page)
    page.get_by_role("button", name="Reported").click()
    page.get_by_role("button", name="Happened").click()
    page.get_by_role("button", name="Zoom in").click()
    settled(page)
    mark = page.locator(".timeline-ring-focus").bounding_box()
    assert bounds(page) != before
    assert abs(bounds(page)[0] - (mark["x"] + mark["width"])) < 20


def test_an_event_that_is_filtered_out_has_none_and_the_focus_stays(open_card):
    page = open_card("zond")
    page.get_by_label("Search events").fill("Gagarin")
    until(page, "!document.querySelector('.timeline-card:popover-open')")
    assert page.get_by_label("Search events").evaluate("field => field === document.activeElement")
    assert page.locator(".timeline-ring-focus").get_attribute("visibility") == "hidden"


def test_it_is_named_after_its_event(open_card):
    page = open_card("gagarin")
    assert page.get_by_role("dialog", name="Gagarin circles the Earth").count() == 1


def test_who_goes_on_stays_on_the_button_and_hears_the_next_event(open_card):
    page = open_card("gagarin")
    onward = page.locator(CARD).get_by_role("button", name="Next event")
    for title in ("Tereshkova in orbit", "Leonov leaves his ship"):
        onward.press("Enter")
        assert onward.evaluate("button => button === document.activeElement")
        assert title in page.locator(CARD).locator("[aria-live=polite]").inner_text()
    page.keyboard.press("Escape")
    assert announced(page).startswith("Leonov leaves his ship")


@pytest.mark.parametrize(("event", "ended"), [("ideas", ["true", "false"]), ("base", ["false", "true"])])
def test_its_buttons_say_where_the_events_end(open_card, event, ended):
    page = open_card(event)
    buttons = [page.locator(CARD).get_by_role("button", name=f"{name} event") for name in ("Previous", "Next")]
    assert [button.get_attribute("aria-disabled") for button in buttons] == ended


@pytest.mark.parametrize(("width", "height"), [(390, 440), (1280, 260)])
def test_the_event_that_comes_next_is_in_the_window_and_not_below_the_card(open_card, width, height):
    page = open_card("sputnik", width=width, height=height)
    for _ in range(8):
        page.locator(CARD).get_by_role("button", name="Next event").press("Enter")
        mark = page.locator(".timeline-ring-focus").bounding_box()
        foot = bounds(page)[1] if width == 390 else height
        assert mark["y"] >= 0
        assert mark["y"] + mark["height"] <= foot


def test_it_fits_into_a_low_window(open_card):
    page = open_card("gagarin", width=700, height=240)
    assert bounds(page)[3] <= 240


def test_of_several_charts_of_a_page_one_has_a_card(show):
    page = show("articles/twice/", width=390)
    for chart in (0, 1):
        page.locator("[data-timeline]").nth(chart).scroll_into_view_if_needed()
        page.locator(READY).nth(chart).locator(CURSOR).press("Enter")
    assert page.locator(CARD).count() == 1
    assert page.locator("[data-timeline]").nth(1).locator(CARD).count() == 1

"""Moving through the time with wheel, mouse and fingers; the page scrolls as ever."""

from __future__ import annotations

import pytest

from .conftest import SETTLED, settled, shown, until


def to_chart(page, x: float = 0.5, y: float = 40) -> tuple[float, float]:
    page.locator(".timeline-stage").scroll_into_view_if_needed()
    box = page.locator(".timeline-stage").bounding_box()
    spot = box["x"] + x * box["width"], box["y"] + y
    page.mouse.move(*spot)
    return spot


def test_the_wheel_scrolls_the_page_and_moves_nothing_else(page):
    to_chart(page)
    page.evaluate("scrollTo(0, 0)")
    before = shown(page)
    page.mouse.wheel(0, 150)
    until(page, "scrollY > 100")
    assert shown(page) == before
    page.evaluate("scrollTo(0, 0)")


def test_with_a_modifier_the_wheel_zooms_where_the_pointer_is(page):
    page.evaluate("scrollTo(0, 0)")
    to_chart(page, 0.9)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.locator(".timeline-overview:not(.timeline-overview-whole)").wait_for()
    first, last = shown(page)
    assert last - first < 0.5
    assert first > 0.4
    assert page.evaluate("scrollY") == 0


def test_a_wheel_to_the_side_moves_the_time(page):
    zoom(page, 3)
    to_chart(page)
    first, _ = shown(page)
    page.evaluate("window.before = document.querySelector('.timeline-brush').style.insetInlineStart")
    page.mouse.wheel(80, 0)
    until(page, "document.querySelector('.timeline-brush').style.insetInlineStart !== before")
    assert shown(page)[0] > first


STEPS = """async ([steps, apart]) => {
  const over = document.querySelector('.timeline-over'), {left, width, top} = over.getBoundingClientRect();
  for (const step of steps) {
    const place = {clientX: left + 0.7 * width, clientY: top + 40};
    over.dispatchEvent(new WheelEvent('wheel', {bubbles: true, cancelable: true, ...place, ...step}));
    if (apart) await (SETTLED)();
  }
}""".replace("SETTLED", SETTLED)
ASIDE, CLOSER = {"deltaX": 300}, {"deltaY": -200, "ctrlKey": True}


@pytest.mark.parametrize("steps", [[ASIDE, CLOSER], [CLOSER, ASIDE]])
def test_steps_of_one_frame_lead_where_those_of_two_do(page, steps):
    found = []
    for apart in (False, True):
        page.get_by_role("button", name="Show all").click()
        zoom(page, 3)
        page.evaluate(STEPS, [steps, apart])
        found.append(shown(page))
    assert found[0] == pytest.approx(found[1], abs=0.001)


def zoom(page, times: int) -> None:
    for _ in range(times):
        page.get_by_role("button", name="Zoom in").click()
    settled(page)


def test_buttons_zoom_and_show_all(page):
    zoom(page, 2)
    first, last = shown(page)
    assert last - first == pytest.approx(0.36, abs=0.01)
    page.get_by_role("button", name="Zoom out").click()
    first, last = shown(page)
    assert last - first == pytest.approx(0.6, abs=0.01)
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == pytest.approx((0, 1), abs=0.001)


@pytest.mark.parametrize(("side", "part"), [("from", 0), ("to", 1)])
def test_an_end_of_the_brush_can_be_pulled(page, side, part):
    before = shown(page)
    handle = page.locator(f".timeline-handle-{side}").bounding_box()
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    strip = page.locator(".timeline-overview").bounding_box()
    pull(page, (x, y), (x + (0.25 if part == 0 else -0.25) * strip["width"], y))
    after = shown(page)
    assert abs(after[part] - before[part]) == pytest.approx(0.25, abs=0.01)
    assert after[1 - part] == pytest.approx(before[1 - part], abs=0.01)


def pull(page, start: tuple[float, float], end: tuple[float, float], button: str = "left") -> None:
    page.mouse.move(*start)
    page.mouse.down(button=button)
    page.mouse.move(*end, steps=4)
    page.mouse.up(button=button)


@pytest.mark.parametrize("what", [".timeline-handle-from", ".timeline-brush", ".timeline-overview"])
def test_only_the_first_button_of_a_mouse_moves_the_brush(page, what):
    zoom(page, 4)
    before, box = shown(page), page.locator(what).bounding_box()
    x, y = box["x"] + 0.9 * box["width"], box["y"] + 15
    pull(page, (x, y), (x - 60, y), "right")
    assert shown(page) == before


def test_a_press_beside_the_brush_moves_it_there(page):
    zoom(page, 4)
    strip = page.locator(".timeline-overview").bounding_box()
    page.mouse.click(strip["x"] + 0.1 * strip["width"], strip["y"] + 15)
    first, last = shown(page)
    assert first <= 0.1 <= last


def test_a_pull_is_no_click(page):
    zoom(page, 2)
    x, y = to_chart(page, 0.6)
    pull(page, (x, y), (x - 120, y))
    settled(page)
    assert page.locator(".timeline-card:popover-open").count() == 0
    assert page.evaluate("scrollY") == 0


@pytest.fixture
def phone(show):
    page = show(width=390, height=700, has_touch=True, is_mobile=True)
    page.locator(".timeline-stage").scroll_into_view_if_needed()
    return page, page.context.new_cdp_session(page)


def touch(session, kind: str, *points: tuple[float, float]) -> None:
    fingers = [{"x": x, "y": y, "id": at} for at, (x, y) in enumerate(points)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})


@pytest.mark.parametrize(("across", "down"), [(1, 0), (0.1, 0.9)])
def test_two_fingers_zoom(phone, across, down):
    page, session = phone
    box = page.locator(".timeline-stage").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 150

    def fingers(apart: float) -> list[tuple[float, float]]:
        return [(x - apart * across, y - apart * down), (x + apart * across, y + apart * down)]

    touch(session, "touchStart", *fingers(30))
    for apart in (50, 80, 120):
        touch(session, "touchMove", *fingers(apart))
    touch(session, "touchEnd")
    page.locator(".timeline-overview:not(.timeline-overview-whole)").wait_for()
    first, last = shown(page)
    assert last - first < 0.5


def test_a_finger_that_goes_up_scrolls_the_page(phone):
    page, session = phone
    page.evaluate("scrollTo(0, 0)")
    box = page.locator(".timeline-stage").bounding_box()
    x, y = box["x"] + 200, box["y"] + 200
    touch(session, "touchStart", (x, y))
    for up in (20, 60, 120):
        touch(session, "touchMove", (x, y - up))
    touch(session, "touchEnd")
    until(page, "scrollY > 40")
    assert shown(page) == pytest.approx((0, 1), abs=0.001)


@pytest.mark.parametrize("along", [-11, 30])
def test_a_finger_on_an_event_or_its_title_opens_its_card(phone, along):
    page, _ = phone
    label = page.locator(".timeline-labels .timeline-label", has_text="Sputnik").bounding_box()
    page.touchscreen.tap(label["x"] + along, label["y"] + label["height"] / 2)
    page.locator(".timeline-card:popover-open", has_text="Sputnik 1 beeps").wait_for()


def test_a_finger_that_goes_sideways_moves_the_time(phone):
    page, session = phone
    zoom(page, 3)
    first, last = shown(page)
    box = page.locator(".timeline-stage").bounding_box()
    x, y, top = box["x"] + 250, box["y"] + 150, page.evaluate("scrollY")
    touch(session, "touchStart", (x, y))
    for left in (20, 60, 100):
        touch(session, "touchMove", (x - left, y))
    touch(session, "touchEnd")
    after = shown(page)
    assert after[0] > first
    assert after[1] - after[0] == pytest.approx(last - first, abs=0.01)
    assert page.evaluate("scrollY") == top
    assert page.locator(".timeline-card:popover-open").count() == 0


def test_a_hand_that_slips_a_little_still_opens_the_card(page):
    label = page.locator(".timeline-labels .timeline-label", has_text="Sputnik").bounding_box()
    x, y = label["x"] + 30, label["y"] + label["height"] / 2
    session = page.context.new_cdp_session(page)
    # Browsers keep the slips of a finger to themselves, those that do, but not those of a pen.
    pen = {"pointerType": "pen", "button": "left", "clickCount": 1, "buttons": 1}
    for kind, slip in (("mousePressed", 0), ("mouseMoved", 5), ("mouseMoved", 2), ("mouseReleased", 5)):
        session.send("Input.dispatchMouseEvent", {"type": kind, "x": x + slip, "y": y, **pen})
    page.locator(".timeline-card:popover-open", has_text="Sputnik 1 beeps").wait_for()
    session.detach()

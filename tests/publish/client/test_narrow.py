"""Long words and names in narrow windows and frames: all of them can be read, and nothing is pushed out of sight."""

from __future__ import annotations

import pytest

from .conftest import MINISTRY, WORD, settled

IN_FULL = f"{MINISTRY}{WORD}Moon".replace(" ", "")
PLACES = """all => all.map(one => { const box = one.getBoundingClientRect();
  return [one.textContent, box.left, box.right, box.top]; })"""


def names_in(page, part: str) -> list[tuple[str, float, float, float]]:
    """The lines of the names of the lanes: text, left, right, top."""
    return page.locator(f"{part} .timeline-name:visible").evaluate_all(PLACES)


def joined(lines) -> str:
    return "".join(text for text, *_ in lines).replace(" ", "")


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("embed/long/", 280),
        ("embed/long/", 320),
        ("embed/long/", 600),
        ("timelines/long/", 390),
        ("timelines/", 390),
    ],
)
def test_nothing_is_wider_than_the_window(show, path, width):
    page = show(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("width", "end"), [(280, 280), (390, 390), (600, 158), (1280, 158)])
def test_the_names_of_lanes_can_be_read_in_full(show, width, end, scripts):
    page = show("embed/long/", width=width, java_script_enabled=scripts)
    lines = names_in(page, ".timeline-over" if scripts else ".timeline-svg")
    assert joined(lines) == IN_FULL
    assert all(left >= 0 and right <= end for _, left, right, _ in lines)
    assert len({top for *_, top in lines}) == len(lines)


@pytest.mark.parametrize("width", [280, 390])
def test_the_names_of_lanes_can_be_read_in_full_in_the_second_view(show, width):
    page = show("embed/long/?view=reported", width=width)
    settled(page)
    lines = names_in(page, ".timeline-over")
    assert joined(lines) == IN_FULL
    assert all(right <= width for _, _, right, _ in lines)


def test_a_long_title_leaves_the_chart_of_a_frame_in_sight(show):
    page = show("embed/long/", width=280)
    assert page.locator(".timeline-stage").bounding_box()["y"] < 170
    assert "between 1957 and 1999" in page.locator(".timeline-more").inner_text()


@pytest.mark.parametrize("width", [260, 300, 340])
def test_what_is_searched_in_a_narrow_frame_can_be_read(show, width):
    page = show("embed/long/", width=width)
    field, button, zoom, stage = (
        page.locator(part).bounding_box()
        for part in (".timeline-input-search", ".timeline-filter", ".timeline-zoom-all", ".timeline-stage")
    )
    assert field["width"] >= 120
    assert zoom["x"] + zoom["width"] <= width
    assert max(one["y"] + one["height"] for one in (field, button, zoom)) <= stage["y"]
    page.locator(".timeline-filter summary").click()
    assert page.locator(".timeline-panel").bounding_box()["y"] >= button["y"] + button["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_filters_of_a_narrow_frame_are_no_wider_than_it(show):
    page = show("embed/long/", width=280)
    page.locator(".timeline-filter summary").click()
    panel = page.locator(".timeline-panel")
    assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")

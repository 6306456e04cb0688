"""A day by the hour: the times of events are told by the axis, and can be zoomed into."""

from __future__ import annotations

import pytest

from .conftest import CURSOR, listed, settled


def ticks(page) -> list[str]:
    settled(page)
    return page.locator(".timeline-axis .timeline-tick").all_text_contents()


@pytest.mark.parametrize("path", ["timelines/night/", "embed/night/"])
def test_a_night_is_told_by_the_hour(show, path):
    told = ticks(show(path))
    hours = ("18", "19", "20", "21", "22", "23", "00", "01", "02")
    assert [text for text in told if ":" in text] == [f"{hour}:00" for hour in hours]
    assert [text for text in told if ":" not in text] == ["31 Dec 2024", "1 Jan"]


def test_a_narrow_chart_has_fewer_hours(show):
    told = ticks(show("timelines/night/", width=390))
    assert [text for text in told if ":" in text] == ["18:00", "20:00", "22:00", "00:00", "02:00"]


def test_the_drawing_tells_the_same_hours(show):
    page = show("timelines/night/", java_script_enabled=False)
    told = page.locator(".timeline-svg:visible .timeline-tick").all_text_contents()
    assert {"18:00", "31 Dec 2024", "00:00", "1 Jan"} <= set(told)


def test_minutes_can_be_zoomed_into_and_are_in_the_address(show):
    page = show("timelines/night/")
    page.locator(CURSOR).focus()
    page.keyboard.press("End")
    for _ in range(4):
        page.keyboard.press("+")
    page.wait_for_url("**/?at=2025-01-01T0*")
    told = ticks(page)
    assert "02:15" in told
    page.goto(page.url.partition("#")[0])
    page.wait_for_selector("[data-timeline-state=ready]")
    assert ticks(page) == told


def test_what_began_at_midnight_is_of_the_day(show):
    page = show("timelines/night/?from=2025-01-01")
    assert listed(page) == ["count", "midnight", "winner"]
    page = show("timelines/night/?from=2025-01-01T02:20")
    assert listed(page) == ["winner"]


def test_a_chart_of_days_has_no_hours(show):
    page = show("timelines/german/")
    page.locator(CURSOR).focus()
    for _ in range(20):
        page.keyboard.press("+")
    assert [text for text in ticks(page) if ":" in text] == []

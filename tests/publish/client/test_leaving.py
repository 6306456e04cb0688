"""Charts that have left the page: a theme or a preview takes them out without a word."""

from __future__ import annotations

import pytest

from .conftest import CURSOR, READY, settled, until

KEEP = """window.charts = [];
document.addEventListener('timeline-ready', event => charts.push(new WeakRef(event.detail.chart)));"""


def test_nothing_keeps_a_chart_that_has_left_the_page(charts, visit):
    page = visit().page
    page.add_init_script(KEEP)
    page.goto(f"{charts}/timelines/kinds/")
    # What Playwright finds itself it keeps.
    until(page, f"document.querySelector('{READY}')")
    page.evaluate(f"document.querySelector('{CURSOR}').focus()")
    page.keyboard.press("Enter")
    # As Material's instant navigation does.
    page.evaluate("document.querySelector('main').replaceChildren()")
    session = page.context.new_cdp_session(page)
    for _ in range(30):
        session.send("HeapProfiler.collectGarbage")
        if page.evaluate("charts[0].deref() === undefined"):
            break
        page.wait_for_timeout(100)
    assert page.evaluate("charts.map(chart => chart.deref() === undefined)") == [True]


@pytest.mark.parametrize("display", ["", "none"])
def test_a_chart_that_another_has_replaced_does_nothing_to_the_list(show, display):
    page = show("timelines/kinds/?lanes=Moon")
    until(page, "document.getElementById('sputnik').hidden")
    figure = "document.querySelector('.timeline-chart')"
    page.evaluate(f"{figure}.style.display = '{display}'")
    settled(page)
    page.evaluate(f"{figure}.replaceWith({figure}.cloneNode())")
    page.evaluate("location.hash = 'sputnik'")
    settled(page)
    assert page.evaluate("document.getElementById('sputnik').hidden")

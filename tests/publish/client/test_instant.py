"""Pages that come without being loaded, as those of Material's instant navigation do."""

from __future__ import annotations

import pytest

from .conftest import READY

# What Material offers to whoever wants to know of the next page.
OBSERVED = "window.actions = []; window.document$ = {subscribe: action => { actions.push(action); action(); }};"
AGAIN = """async () => {
  const made = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  document.querySelector('main').replaceWith(made.querySelector('main'));
  for (const action of actions) action();
}"""


@pytest.fixture
def observed(visit):
    seen = visit()
    seen.page.add_init_script(OBSERVED)
    return seen


def test_on_this_day_has_the_events_of_today_each_time_it_is_shown(charts, observed):
    observed.page.goto(f"{charts}/browse/on-this-day/")
    for _ in range(2):
        observed.page.locator(".timeline-today").wait_for()
        assert observed.page.locator(".timeline-today").count() == 1
        observed.page.evaluate(AGAIN)
    observed.page.locator(".timeline-today").wait_for()
    assert observed.errors == []


def test_a_chart_comes_though_plotly_failed_on_the_page_before(charts, observed):
    observed.page.route("**/plotly.min.js", lambda route: route.abort(), times=1)
    observed.page.goto(f"{charts}/timelines/kinds/")
    observed.page.wait_for_selector("[data-timeline-state=failed]")
    observed.page.evaluate(AGAIN)
    observed.page.wait_for_selector(READY)

"""A lane has one colour in all of a site, also where a block in an article leaves out the lanes above it."""

from __future__ import annotations

import pytest

from timeline import publish
from timeline.options import Options

from .conftest import EVENTS

NAME = "text.timeline-name:text-is('Moon')"
INK = "one => getComputedStyle(one).fill"
MARKS = """() => [...document.querySelectorAll('.timeline-under stop')].map(
  one => getComputedStyle(one).stopColor)"""
READY = "[data-timeline-state=ready]"


@pytest.fixture(scope="module")
def site(project, serve) -> str:
    told = EVENTS.replace("lane: Moon}", "lane: Moon, sources: [{title: A book, published: 1972-12-20}]}")
    folder = project({"events/space-race.yaml": told})
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", "none")
    return serve(folder / "out")


def inks(page, addresses, name):
    """The colours that the name of a lane has on some pages, once their charts are drawn."""
    found = set()
    for address in addresses:
        page.goto(address, wait_until="load")
        page.wait_for_selector(READY)
        found |= {page.locator(name).evaluate(INK)}
    return found


def test_a_lane_of_a_block_has_the_colour_that_it_has_on_the_page_of_the_timeline(site, visit):
    page = visit().page
    found = inks(page, [f"{site}/timelines/space-race/", f"{site}/articles/a/"], f".timeline-over {NAME}")
    assert found == set(page.evaluate(MARKS))


def test_it_has_it_where_no_script_runs(site, visit):
    page, found = visit(java_script_enabled=False).page, set()
    for address in ("timelines/space-race", "articles/a"):
        page.goto(f"{site}/{address}/", wait_until="load")
        found |= {page.locator(f".timeline-wide {NAME}").evaluate(INK)}
        found |= {page.locator(".timeline-wide .timeline-bar").first.evaluate("one => getComputedStyle(one).stroke")}
    assert len(found) == 1


def test_the_second_view_has_the_same_colours(site, visit):
    addresses = [f"{site}/{page}/?view=reported" for page in ("timelines/space-race", "articles/a")]
    assert len(inks(visit().page, addresses, f".timeline-over g:last-child {NAME}")) == 1

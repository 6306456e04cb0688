"""What a reader's paper has: the chart with the whole list in dark ink, and nothing that one presses or copies."""

from __future__ import annotations

import re

import pytest

from timeline import publish
from timeline.options import Options

from ..conftest import contrast

ENTRIES = ".timeline-list .timeline-event"
CONFIG = """\
site_name: News
site_url: https://news.example/
theme: {{name: {theme}, highlightjs: false, font: false}}
plugins: [search, timeline]
markdown_extensions: [timeline]
"""
INKS = """part => [...document.querySelectorAll(`${part} :is(h1, p, a, li, summary, time, span, figcaption)`)]
  .filter(one => one.checkVisibility() && one.textContent.trim() && !one.closest('.timeline-stage, .timeline-said'))
  .map(one => getComputedStyle(one).color)"""


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs", "none"])
def site(request, project, serve) -> str:
    """The address of a site with a theme; "none" is a site without a host."""
    theme, host = (request.param, "mkdocs") if request.param != "none" else ("mkdocs", "none")
    folder = project({"mkdocs.yml": CONFIG.format(theme=theme)})
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", host)
    return serve(folder / "out")


def printing(seen, address: str):
    """The page as it is on paper."""
    seen.page.goto(address, wait_until="load")
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    seen.page.emulate_media(media="print")
    return seen.page


def inks(page, part: str) -> set[str]:
    """The colours of the texts of a part of the page, as ``#rrggbb``."""
    colours = (re.findall(r"\d+", colour)[:3] for colour in page.evaluate(INKS, part))
    return {"#" + "".join(f"{int(part):02x}" for part in colour) for colour in colours}


@pytest.mark.parametrize("scripts", [True, False])
def test_a_printed_article_has_the_list_of_its_chart(site, visit, scripts):
    page = printing(visit(java_script_enabled=scripts), f"{site}/articles/a/")
    assert page.locator(ENTRIES).first.is_visible()
    assert page.locator(ENTRIES).first.bounding_box()["height"] > 10


def test_it_has_no_code_to_copy_though_a_theme_opens_all_that_is_closed(site, visit):
    page = printing(visit(), f"{site}/articles/a/")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.locator(".timeline-code").count() == 1
    assert not page.locator(".timeline-code").is_visible()
    assert not page.get_by_text("Share and reuse").is_visible()


@pytest.mark.parametrize("asked", ["", "?theme=dark"])
def test_a_frame_prints_in_dark_ink_whatever_the_screen_was(site, visit, asked):
    page = printing(visit(color_scheme="light" if asked else "dark"), f"{site}/embed/space-race/{asked}")
    page.wait_for_selector("[data-timeline-state=ready]", state="attached")
    found = inks(page, ".timeline-frame")
    assert found
    assert min(contrast(ink, "#ffffff") for ink in found) >= 4.5
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_page_of_a_timeline_prints_in_dark_ink_whatever_the_screen_was(site, visit):
    page = printing(visit(color_scheme="dark"), f"{site}/timelines/space-race/")
    # The links of a theme are its own.
    found = inks(page, ".timeline-when") | inks(page, ".timeline-page")
    assert found
    assert min(contrast(ink, "#ffffff") for ink in found) >= 4.5

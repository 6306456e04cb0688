"""The search of the site in a real browser: a reader looks for an event and lands on it."""

from __future__ import annotations

import pytest

from timeline import publish
from timeline.options import Options

MATERIAL = "{name: material, font: false}"


def by_enter(page, words: str) -> None:
    page.get_by_placeholder("Search docs").fill(words)
    page.keyboard.press("Enter")


def by_link(page, words: str) -> None:
    page.get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").press_sequentially(words)


def by_field(page, words: str) -> None:
    page.locator(".md-search__input").click()
    page.keyboard.type(words)


def by_key(page, words: str) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type(words)


# By name: the host, its theme, and how a reader searches there.
SITES = {
    "material": ("mkdocs", MATERIAL, by_field),
    "mkdocs": ("mkdocs", "{name: mkdocs, highlightjs: false}", by_link),
    "readthedocs": ("mkdocs", "{name: readthedocs, highlightjs: false}", by_enter),
    "zensical": ("zensical", MATERIAL, by_key),
}


@pytest.fixture(scope="module", params=SITES.values(), ids=SITES)
def searched(request, project, serve):
    """The address of a site, and what searches it."""
    host, theme, search = request.param
    config = f"site_name: News\ntheme: {theme}\nplugins: [timeline, search]\nmarkdown_extensions: [timeline]\n"
    folder = project({"mkdocs.yml": config})
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", host)
    return serve(folder / "out"), search


@pytest.mark.parametrize("words", ["Gagarin circles", "archive", "Yuri"])
def test_words_of_title_text_and_people_lead_to_the_event(searched, visit, words):
    address, search = searched
    seen = visit()
    seen.page.goto(address, wait_until="networkidle")
    search(seen.page, words)
    result = seen.page.locator("a[href*='#gagarin']").first
    result.wait_for()
    result.click()
    seen.page.wait_for_url("**/timelines/space-race/**")
    event = seen.page.locator("#gagarin")
    assert event.locator("h2").inner_text() == "Gagarin circles the Earth"
    seen.until("document.getElementById('gagarin').getBoundingClientRect().top < innerHeight")
    assert not seen.outside

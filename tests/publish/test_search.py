"""The search of the site in a real browser: a reader looks for an event and lands on it."""

from __future__ import annotations

import pytest

from timeline import publish
from timeline.options import Options

# How a reader opens the search of each host.
OPENED = {
    "mkdocs": lambda page: page.locator(".md-search__input").click(),
    "zensical": lambda page: page.keyboard.press("Control+k"),
}


@pytest.fixture(scope="module", params=list(OPENED))
def searched(request, project, serve):
    """The address of a site, and what opens its search."""
    folder = project()
    config = (folder / "mkdocs.yml").read_text().replace("site_url: https://news.example/\n", "")
    (folder / "mkdocs.yml").write_text(config)
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", request.param)
    return serve(folder / "out"), OPENED[request.param]


@pytest.mark.parametrize("words", ["Gagarin circles", "archive", "Yuri"])
def test_words_of_title_text_and_people_lead_to_the_event(searched, visit, words):
    address, open_search = searched
    seen = visit()
    seen.page.goto(address, wait_until="networkidle")
    open_search(seen.page)
    seen.page.keyboard.type(words)
    result = seen.page.locator("a[href*='gagarin--']").first
    result.wait_for()
    result.click()
    seen.page.wait_for_url("**/timelines/space-race/**")
    event = seen.page.locator("#gagarin")
    assert event.locator("h2").inner_text() == "Gagarin circles the Earth"
    seen.until("document.getElementById('gagarin').getBoundingClientRect().top < innerHeight")
    assert not seen.outside

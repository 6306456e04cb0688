"""The search of the site in a real browser: a reader looks for an event and lands on it."""

from __future__ import annotations

import pytest

from timeline import publish
from timeline.options import Options


@pytest.fixture(scope="module")
def address(project, serve) -> str:
    folder = project()
    config = (folder / "mkdocs.yml").read_text().replace("site_url: https://news.example/\n", "")
    (folder / "mkdocs.yml").write_text(config)
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out")
    return serve(folder / "out")


@pytest.mark.parametrize("words", ["Gagarin circles", "archive", "Yuri"])
def test_words_of_title_text_and_people_lead_to_the_event(address, visit, words):
    seen = visit()
    seen.page.goto(address)
    seen.page.locator(".md-search__input").click()
    seen.page.keyboard.type(words)
    result = seen.page.locator(".md-search-result__link[href*='gagarin--']").first
    result.wait_for()
    result.click()
    seen.page.wait_for_url("**/timelines/space-race/**")
    event = seen.page.locator("#gagarin")
    assert event.locator("h2").inner_text() == "Gagarin circles the Earth"
    seen.until("document.getElementById('gagarin').getBoundingClientRect().top < innerHeight")
    assert not seen.outside

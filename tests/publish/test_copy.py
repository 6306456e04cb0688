"""The code under a chart is copied with a button, whatever builds the site and whatever its theme."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import publish
from timeline.options import Options

from ..conftest import headers_of

CLIPBOARD = ["clipboard-read", "clipboard-write"]
MATERIAL = "{name: material, font: false, features: [content.code.copy]}"
SITES = {
    "material": ("mkdocs", MATERIAL),
    "mkdocs": ("mkdocs", "{name: mkdocs, highlightjs: false}"),
    "readthedocs": ("mkdocs", "{name: readthedocs, highlightjs: false}"),
    "zensical": ("zensical", MATERIAL),
    "none": ("none", "mkdocs"),
}


@pytest.fixture(scope="module", params=SITES.values(), ids=SITES)
def built(request, project) -> Path:
    host, theme = request.param
    extensions = "markdown_extensions: [timeline, pymdownx.superfences]"
    config = (
        f"site_name: News\nsite_url: https://news.example/\ntheme: {theme}\nplugins: [search, timeline]\n{extensions}\n"
    )
    folder = project({"mkdocs.yml": config})
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", host)
    return folder / "out"


def opened(built, serve, visit, page: str, before: str = "0"):
    """A page with its codes in sight, under the policy of its site; a script may run before those of the page."""
    seen = visit(permissions=CLIPBOARD)
    seen.page.add_init_script(before)
    seen.page.goto(f"{serve(built, headers=lambda path: headers_of(built, path))}/{page}/", wait_until="load")
    seen.page.wait_for_selector(".timeline-offer", state="attached")
    seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    return seen


@pytest.mark.parametrize(("page", "codes"), [("timelines/space-race", 5), ("articles/a", 1)])
def test_each_code_is_copied_as_it_stands_there(built, serve, visit, page, codes):
    seen = opened(built, serve, visit, page)
    parts = seen.page.locator("details:has(> .timeline-code)").all()
    assert len(parts) == codes
    for part in parts:
        button = part.get_by_role("button")
        assert button.count() == 1
        button.click()
        part.get_by_role("status").get_by_text("Copied", exact=True).wait_for()
        assert seen.page.evaluate("navigator.clipboard.readText()") == part.locator("code").text_content()
    assert not [error for error in seen.errors if "sitemap.xml" not in error]


def test_a_site_without_https_copies_by_way_of_a_selection(built, serve, visit):
    never = "Clipboard.prototype.writeText = () => Promise.reject(new Error('not here'))"
    seen = opened(built, serve, visit, "articles/a", never)
    seen.page.locator(".timeline-offer button").click()
    seen.page.get_by_text("Copied", exact=True).wait_for()
    assert seen.page.evaluate("navigator.clipboard.readText()") == seen.page.locator(".timeline-code").text_content()

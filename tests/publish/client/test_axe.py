"""What a checker of accessibility finds: nothing, on any kind of page, light and dark, whatever is open."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from .conftest import CURSOR

AXE = Path(__file__).parents[3] / "build" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(
  one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.target + ' ' + node.failureSummary).join(' | ')}`)"""
PAGES = ["timelines/kinds/", "timelines/arabic/", "timelines/", "articles/a/", "embed/kinds/"]


@cache
def axe() -> str:
    assert AXE.exists(), "run `make tools` first: it installs axe"
    return AXE.read_text("utf-8")


def violations(page) -> list[str]:
    page.evaluate(axe())
    return page.evaluate(RUN)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_violation(show, path, scheme):
    assert violations(show(path, color_scheme=scheme)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_has_no_violation(show, scheme):
    page = show(color_scheme=scheme, width=768)
    page.locator(CURSOR).focus()
    page.keyboard.press("Enter")
    page.locator(".timeline-card:popover-open").wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator(".timeline-filter summary").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Reported", exact=True).click()
    page.locator(".timeline-same").wait_for()
    assert violations(page) == []


def test_without_javascript_there_is_no_violation(show):
    page = show(java_script_enabled=False)
    assert page.locator(".timeline-svg:visible").count() == 1


@pytest.mark.parametrize("width", [360, 768])
def test_a_narrow_page_has_no_violation(show, width):
    assert violations(show(width=width)) == []

"""What a checker of accessibility finds: nothing, on any kind of page, light and dark, whatever is open."""

from __future__ import annotations

import pytest

from .conftest import CURSOR

PAGES = ["timelines/kinds/", "timelines/arabic/", "timelines/", "articles/a/", "embed/kinds/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_violation(show, violations, path, scheme):
    assert violations(show(path, color_scheme=scheme)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_has_no_violation(show, violations, scheme):
    page = show(color_scheme=scheme, width=768)
    page.locator(CURSOR).focus()
    page.keyboard.press("Enter")
    page.locator(".timeline-card:popover-open").wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator(".timeline-filter summary").click()
    page.get_by_label("From", exact=True).fill("yesterday!!")
    page.get_by_label("To", exact=True).focus()
    page.get_by_text("No date.").wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Reported", exact=True).click()
    page.locator(".timeline-same").wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("width", [360, 768])
def test_a_narrow_page_has_no_violation(show, violations, width):
    assert violations(show(width=width)) == []

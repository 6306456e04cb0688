"""What a chart promises its readers, counted in a browser: at three widths, light and dark, and at every zoom."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Playwright

from benchmarks.browser import PATIENCE, Visit, visit
from tools.server import served

WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
COUNTS = (20, 2_000, 20_000)
MOST_STEPS = 16
READY = "[data-timeline-state=ready]"
AXE = Path(__file__).parent.parent / "build" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
CURSOR = ".timeline-cursor:not([hidden])"
# Labels that are cut at an edge of the chart, or lie over another one.
_FAULTS = """() => {
  const all = [...document.querySelectorAll('.timeline-stage .timeline-label')].map(e => e.getBoundingClientRect());
  const { left, right } = document.querySelector('.timeline-stage').getBoundingClientRect();
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const cut = box => box.left < left - 1 || box.right > right + 1;
  return all.filter((a, n) => cut(a) || all.slice(n + 1).some(b => meet(a, b))).length; }"""
_ELEMENTS = "document.querySelectorAll(':not(ol.timeline-events *)').length"
_ARTICLE = "articles/everest-is-climbed"
_PARAGRAPH = "The way up is long, and before the chart of it comes into view there is much to read.\n\n"


@dataclass
class Found:
    """The worst that was found in any visit."""

    faults: int = 0
    named: int = 20
    elements: int = 0
    shift: float = 0.0
    wrong: int = 0
    outside: int = 0
    violations: int = 0
    reached: int = 20


def facts(playwright: Playwright, address: str) -> Iterator[tuple[str, ...]]:
    """The rows of the table: what, how it was measured, and what is wanted."""
    found = Found()
    for count in COUNTS:
        for width in WIDTHS:
            for scheme in SCHEMES:
                with visit(playwright, address, width, color_scheme=scheme) as seen:
                    _look(seen, count, found)
    before, after = _article(playwright)
    yield f"At {', '.join(map(str, WIDTHS))} pixels, light and dark, the worst", "measured", "wanted"
    yield "labels cut or over another, 20 to 20,000 events, at every zoom", str(found.faults), "0"
    yield "named of 20 events", str(found.named), "≥ 18"
    yield "elements of the page without the list", f"{found.elements:,}", "≤ 3,000"
    yield "events reached by keyboard, of 20", str(found.reached), "20"
    yield "violations that axe finds", str(found.violations) if AXE.exists() else "not installed", "0"
    yield "layout shift", f"{found.shift:.3f}", "≤ 0.02"
    yield "errors on the console; requests to other places", f"{found.wrong}; {found.outside}", "0; 0"
    yield "listed and drawn without JavaScript, of 20,000 events", _plain(playwright, address), "20,000, drawn"
    yield "article in Material's theme before the chart is near, KB", f"{before / 1000:.0f}", "≤ 95"
    yield "the same when it is drawn, KB", f"{after / 1000:.0f}", "≤ 500"


def _look(seen: Visit, count: int, found: Found) -> None:
    page = seen.page
    page.goto(f"{seen.own}/timelines/synthetic-{count}/")
    page.wait_for_selector(READY, timeout=PATIENCE)
    seen.drawn()
    found.elements = max(found.elements, page.evaluate(_ELEMENTS))
    found.shift = max(found.shift, page.evaluate("window.shifts"))
    if count == COUNTS[0]:
        found.named = min(found.named, page.locator(".timeline-stage .timeline-label").count())
        found.reached = min(found.reached, _reached(page, count))
        found.violations = max(found.violations, _violations(page))
    found.faults += _faults(seen)
    found.elements = max(found.elements, page.evaluate(_ELEMENTS))
    found.wrong += len(seen.wrong)
    found.outside += len(seen.outside)


def _faults(seen: Visit) -> int:
    """The faults at every zoom until nothing is left to come apart."""
    faults = int(seen.page.evaluate(_FAULTS))
    for _ in range(MOST_STEPS):
        seen.page.locator(".timeline-zoom-in").click()
        seen.page.wait_for_timeout(150)
        faults += int(seen.page.evaluate(_FAULTS))
    return faults


def _reached(page: Page, count: int) -> int:
    page.locator(CURSOR).focus()
    page.keyboard.press("Home")
    names = set()
    for _ in range(count):
        names.add(page.evaluate("document.activeElement.textContent"))
        page.keyboard.press("ArrowRight")
    return len(names)


def _violations(page: Page) -> int:
    if not AXE.exists():
        return 0
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return int(page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations.length)"))


def _plain(playwright: Playwright, address: str) -> str:
    with visit(playwright, address, java_script_enabled=False) as seen:
        seen.page.goto(f"{address}/timelines/synthetic-{COUNTS[-1]}/", timeout=PATIENCE)
        listed = seen.page.locator("ol.timeline-events > li").count()
        drawn = seen.page.locator(".timeline-svg:visible").count() == 1
    return f"{listed:,}, {'drawn' if drawn else 'not drawn'}"


def _article(playwright: Playwright) -> tuple[int, int]:
    """The bytes of an article whose chart is far down, before and after it is seen."""
    program = Path(sys.executable).parent / "timeline"
    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "project"
        subprocess.run([program, "new", project], check=True, capture_output=True)
        source = project / "site" / f"{_ARTICLE}.md"
        text = source.read_text(encoding="utf-8").replace("```timeline", f"{40 * _PARAGRAPH}```timeline")
        source.write_text(text, encoding="utf-8")
        subprocess.run([program, "build"], check=True, capture_output=True, cwd=project)
        with served(project / "build" / "site") as address, visit(playwright, address) as seen:
            seen.page.goto(f"{address}/{_ARTICLE}/", wait_until="networkidle")
            before = seen.bytes()
            seen.page.locator("[data-timeline]").scroll_into_view_if_needed()
            seen.page.wait_for_selector(READY, timeout=PATIENCE)
            seen.page.wait_for_load_state("networkidle")
            return before, seen.bytes()

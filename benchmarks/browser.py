"""Pages in a browser of their own each, and what they cost it."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, Request, Response

from tools.browser import FLAGS, chromium

PATIENCE = 60_000
_SETTLE = 500
_DRAWN = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
_SHIFTS = """window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(one => {
  if (!one.hadRecentInput) window.shifts += one.value; })).observe({type: 'layout-shift', buffered: true});"""


@dataclass
class Visit:
    """A page, and what happened while it was open.

    Args:
        page: The page.
        own: The address that requests should stay below.
        wrong: Errors on the console, and those that nobody caught.
        outside: Requests to other places.
    """

    page: Page
    own: str
    wrong: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._answers: list[Response] = []
        self.page.on("console", lambda message: self._note(message.type == "error", message.text))
        self.page.on("pageerror", lambda error: self._note(True, str(error)))
        self.page.on("request", self._follow)
        self.page.on("response", self._keep)
        self.page.add_init_script(_SHIFTS)

    def _note(self, bad: bool, text: str) -> None:
        if bad:
            self.wrong.append(text)

    def _follow(self, request: Request) -> None:
        if not request.url.startswith(self.own):
            self.outside.append(request.url)

    def _keep(self, answer: Response) -> None:
        self._answers.append(answer)

    def drawn(self) -> None:
        """Wait for two frames."""
        self.page.evaluate(_DRAWN)

    def bytes(self) -> int:
        """The size of all that has come so far, compressed with gzip."""
        return sum(len(gzip.compress(answer.body(), 6)) for answer in self._answers if answer.ok)


@contextmanager
def visit(playwright: Playwright, own: str, width: int = 1280, **more: Any) -> Iterator[Visit]:
    """A browser with one empty page."""
    browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
    context = browser.new_context(viewport={"width": width, "height": 800}, **more)
    try:
        yield Visit(context.new_page(), own)
    finally:
        browser.close()


def cpu_to_ready(seen: Visit, path: str, ready: str) -> float:
    """Milliseconds of processor time of all of the browser from the address to the chart that is drawn."""
    browser = seen.page.context.browser
    if browser is None:
        raise RuntimeError("the page has no browser")
    session = browser.new_browser_cdp_session()

    def spent() -> float:
        return sum(float(one["cpuTime"]) for one in session.send("SystemInfo.getProcessInfo")["processInfo"])

    seen.page.goto("about:blank")
    seen.page.wait_for_timeout(_SETTLE)
    before = spent()
    seen.page.goto(f"{seen.own}/{path}", wait_until="commit")
    seen.page.wait_for_function(ready, timeout=PATIENCE, polling=50)
    seen.drawn()
    return 1000 * (spent() - before)


@contextmanager
def traced(seen: Visit, spent: list[float]) -> Iterator[None]:
    """Put the milliseconds that the page's main thread works while this lasts into a list."""
    browser = seen.page.context.browser
    if browser is None:
        raise RuntimeError("the page has no browser")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "trace.json"
        browser.start_tracing(path=path, categories=["toplevel"])
        yield
        seen.page.wait_for_timeout(_SETTLE)
        browser.stop_tracing()
        spent.append(_main_thread(json.loads(path.read_text(encoding="utf-8"))["traceEvents"]))


def _main_thread(events: list[dict[str, Any]]) -> float:
    """The processor time of the outermost tasks of the threads that run pages."""
    names = {(one["pid"], one["tid"]): one["args"]["name"] for one in events if one["name"] == "thread_name"}
    until: defaultdict[tuple[int, int], float] = defaultdict(float)
    total = 0.0
    for one in sorted((one for one in events if "tdur" in one), key=lambda one: (one["ts"], -one["dur"])):
        thread = one["pid"], one["tid"]
        if one["ts"] >= until[thread]:
            until[thread] = one["ts"] + one["dur"]
            total += one["tdur"] if names.get(thread) == "CrRendererMain" else 0
    return total / 1000

"""What tests share: a real browser, a server on this machine, and a measure of work."""

from __future__ import annotations

import functools
import http.server
import re
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from tools.browser import FLAGS, chromium

_HERE = ("http://127.0.0.1:", "http://localhost:", "data:", "blob:", "about:")


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}
    headers_to_add: ClassVar[Callable[[str], dict[str, str]]]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def end_headers(self) -> None:
        told = type(self).headers_to_add(self.path.partition("?")[0])
        for name, value in ({"Cache-Control": "no-store"} | told).items():
            self.send_header(name, value)
        super().end_headers()


Serve = Callable[..., str]


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve a folder on this machine: ``serve(folder, headers={...})`` gives its address.

    What answers a path with its headers can be given, too. The browser keeps nothing unless they say so.
    """
    servers = []

    def start(folder: Path, headers: dict[str, str] | Callable[[str], dict[str, str]] | None = None) -> str:
        told = headers if callable(headers) else lambda _path: headers or {}
        handler = type("Handler", (_Handler,), {"headers_to_add": staticmethod(told)})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    ends = [threading.Thread(target=server.shutdown) for server in servers]  # each takes half a second to hear of it
    for end in ends:
        end.start()
    for end, server in zip(ends, servers, strict=True):
        end.join()
        server.server_close()


def headers_of(folder: Path, path: str) -> dict[str, str]:
    """The headers that the file ``_headers`` of a site asks for with a path."""
    found: dict[str, str] = {}
    for block in re.split(r"\n(?=/)", (folder / "_headers").read_text("utf-8")):
        pattern, *lines = block.splitlines()
        if pattern == path or (pattern.endswith("*") and path.startswith(pattern[:-1])):
            found |= dict(line.strip().split(": ", 1) for line in lines)
    return found


def contrast(one: str, other: str) -> float:
    """The contrast of two colours written as ``#rrggbb`` (WCAG 2.2: from 1 to 21)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        except Exception as error:
            pytest.fail(f"no browser could be started: run `make browser`, or set CHROME_PATH ({error})")
        yield browser
        browser.close()


_UNTIL = """() => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('it did not come to hold')), 20000);
  const look = () => ((CONDITION) ? resolve() : requestAnimationFrame(look));
  look();
})"""


class Visit:
    """A page in the browser, with everything that went wrong in it and every request that would leave this machine.

    None does: the browser finds no other host. To ask a test about each request would take it away from the cache.
    """

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.outside: list[str] = []
        self.page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        context.on("request", lambda request: request.url.startswith(_HERE) or self.outside.append(request.url))

    def until(self, condition: str) -> None:
        """Wait until a condition holds, be it in the page that comes after this one.

        Playwright's own way runs text as code, which a policy can forbid.
        """
        try:
            self.page.evaluate(_UNTIL.replace("CONDITION", condition))
        except Error as error:
            if "context was destroyed" not in error.message:
                raise
            self.page.wait_for_load_state()
            self.until(condition)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open a new browser context: ``visit(width=360, java_script_enabled=False)`` gives a `Visit`."""
    contexts = []

    def open_context(width: int = 1280, height: int = 800, **options: object) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        contexts.append(context)
        return Visit(context)

    yield open_context
    for context in contexts:
        context.close()


AXE = Path(__file__).parent.parent / "build" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
RUN_AXE = """async part => (await axe.run(part, {resultTypes: ['violations']})).violations.map(
  one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.target + ' ' + node.failureSummary).join(' | ')}`)"""


@pytest.fixture(scope="session")
def violations() -> Callable[..., list[str]]:
    """What axe, a checker of accessibility, finds in a page or in the part of it that a selector names."""
    assert AXE.exists(), "run `make tools` first: it installs axe"
    program = AXE.read_text("utf-8")

    def check(page: Page, part: str = "html") -> list[str]:
        page.evaluate(program)
        return page.evaluate(RUN_AXE, part)  # type: ignore[no-any-return]

    return check


@pytest.fixture
def calls() -> Callable[..., int]:
    """How many functions a function calls, given its arguments: unlike seconds, the same on every machine."""

    def counted(work: Callable[..., object], *arguments: object) -> int:
        count = 0

        def hear(_frame: object, event: str, _argument: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(hear)
        try:
            work(*arguments)
        finally:
            sys.setprofile(None)
        return count

    return counted

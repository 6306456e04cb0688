"""Take the README's pictures from the built site: `make pictures`."""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.browser import chromium

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "site" / "img"
SHOTS = {
    "space-race": ("timelines/space-race/", 1280, "light"),
    "space-race-dark": ("timelines/space-race/", 1280, "dark"),
    "writing-systems": ("timelines/writing-systems/", 1280, "light"),
    "phone": ("timelines/us-russia-talks/", 390, "light"),
}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that does not print what it is asked for."""

    def log_message(self, *_: object) -> None:
        """Print nothing."""


def serve(folder: Path) -> str:
    """Serve a folder on this machine until the process ends."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def take(browser: Browser, address: str, name: str) -> None:
    """Take one picture of the page when its chart is drawn."""
    page_address, width, scheme = SHOTS[name]
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}/{page_address}")
    page.wait_for_selector("[data-timeline-state=ready]")
    page.screenshot(path=PICTURES / f"{name}.png")
    page.close()


def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(exist_ok=True)
    address = serve(ROOT / "build" / "site")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
        for name in SHOTS:
            take(browser, address, name)
        browser.close()


if __name__ == "__main__":
    main()

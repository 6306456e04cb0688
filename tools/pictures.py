"""Take the README's pictures from the built site: `make pictures`."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.browser import FLAGS, chromium
from tools.server import served

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "site" / "img"
SHOTS = {
    "space-race": ("timelines/space-race/", 1280, "light"),
    "space-race-dark": ("timelines/space-race/", 1280, "dark"),
    "writing-systems": ("timelines/writing-systems/", 1280, "light"),
    "phone": ("timelines/us-russia-talks/", 390, "light"),
}


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
    with served(ROOT / "build" / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for name in SHOTS:
            take(browser, address, name)
        browser.close()


if __name__ == "__main__":
    main()

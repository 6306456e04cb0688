"""What a reader does with a site, in a real browser: subscribes, takes the data along, shares what they see."""

from __future__ import annotations

import io
import json
from pathlib import Path

import feedparser
import icalendar
import pytest
from playwright.sync_api import expect

from timeline import publish
from timeline.exchange import read
from timeline.options import Options

from ..conftest import headers_of
from .test_sizes import svg

READY = "[data-timeline-state=ready]"
IDS = {"sputnik", "gagarin", "apollo", "comet"}
SHOWN = ".timeline-events > li:not([hidden])"


@pytest.fixture(scope="module")
def home(project, serve) -> str:
    """The address of a site that MkDocs built and that knows its address, with the headers that it asks for."""
    folder = project()
    (folder / "out").mkdir()
    address = serve(folder / "out", headers=lambda path: headers_of(folder / "out", path))
    config = (folder / "mkdocs.yml").read_text("utf-8").replace("https://news.example/", f"{address}/")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out")
    return address


@pytest.fixture
def seen(home, visit):
    """The page of the timeline with its chart drawn; nothing may go wrong in it, nobody else be asked."""
    opened = visit()
    opened.page.goto(f"{home}/timelines/space-race/", wait_until="networkidle")
    opened.page.wait_for_selector(READY)
    yield opened
    assert not opened.errors
    assert not opened.outside


def bytes_of(seen, address: str) -> bytes:
    answer = seen.page.request.get(address)
    assert answer.ok, address
    return answer.body()


def lands_on(seen, address: str) -> str:
    """The id of the event that an address leads a reader to."""
    seen.page.goto(address, wait_until="load")
    seen.page.wait_for_selector(READY)
    target = seen.page.locator("ol.timeline-events > li:target")
    seen.until("document.querySelector('ol.timeline-events > li:target').getBoundingClientRect().top < innerHeight")
    return str(target.get_attribute("id"))


def subscribable(seen, kind: str) -> list[str]:
    """The feeds of a kind that the head of the page names and that its links lead to."""
    named = seen.page.locator(f"link[rel=alternate][type='{kind}']").evaluate_all("all => all.map(one => one.href)")
    linked = seen.page.locator(".timeline-downloads a").evaluate_all("all => all.map(one => one.href)")
    assert set(named) <= set(linked)
    return list(named)


@pytest.mark.parametrize("kind", ["application/atom+xml", "application/rss+xml"])
def test_a_feed_reader_subscribes_and_its_entries_lead_to_the_events(seen, kind):
    [address] = subscribable(seen, kind)
    feed = feedparser.parse(io.BytesIO(bytes_of(seen, address)))
    assert not feed.bozo
    assert {entry.link.rpartition("#")[2] for entry in feed.entries} == IDS
    assert lands_on(seen, feed.entries[0].link) == feed.entries[0].link.rpartition("#")[2]


def test_a_reader_of_json_feeds_subscribes_and_its_items_lead_to_the_events(seen):
    [address] = subscribable(seen, "application/feed+json")
    feed = json.loads(bytes_of(seen, address))
    assert feed["feed_url"] == address
    assert {item["id"].rpartition("#")[2] for item in feed["items"]} == IDS
    assert lands_on(seen, feed["items"][0]["url"]) == feed["items"][0]["url"].rpartition("#")[2]


def test_a_calendar_subscribes_and_its_entries_lead_to_the_events(seen):
    address = seen.page.locator(".timeline-downloads a[href$='.ics']").evaluate("one => one.href")
    entries = icalendar.Calendar.from_ical(bytes_of(seen, address)).walk("VEVENT")
    found = {str(entry["URL"]).rpartition("#")[2]: entry for entry in entries}
    assert found.keys() == IDS - {"comet"}, "a calendar knows no years before 1"
    assert lands_on(seen, str(found["gagarin"]["URL"])) == "gagarin"


def test_each_download_is_there_and_what_its_name_says(seen):
    links = seen.page.locator(".timeline-downloads a[download]").evaluate_all("all => all.map(one => one.href)")
    formats = {address: read(bytes_of(seen, address), name=Path(address).name) for address in links if data(address)}
    assert {found.format for found in formats.values()} >= {"yaml", "json", "csv", "icalendar", "jsonld", "timelinejs"}
    pictures = {bytes_of(seen, address)[:4] for address in links if not data(address)}
    assert pictures == {b"<svg", b"\x89PNG"}


def data(address: str) -> bool:
    return not address.endswith((".svg", ".png"))


def test_a_keyboard_comes_to_the_chart_and_the_list_without_the_navigation(seen):
    page = seen.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Search events"
    stops = 0
    while not page.evaluate("document.activeElement.matches('.timeline-event a')"):
        page.keyboard.press("Tab")
        stops += 1
    assert stops < 15


def test_a_filtered_view_is_shared_by_its_address(seen, visit):
    page = seen.page
    page.get_by_role("searchbox", name="Search events").fill("gagarin")
    page.locator(".timeline-filter summary").click()
    page.get_by_label("Orbit").check()
    seen.until("location.search.includes('lanes=Orbit') && location.search.includes('search=gagarin')")
    shown = page.locator(SHOWN).evaluate_all("items => items.map(item => item.id)")
    assert shown == ["gagarin"]
    other = visit(width=360)
    other.page.goto(page.url, wait_until="load")
    other.page.wait_for_selector(READY)
    assert other.page.locator(SHOWN).evaluate_all("items => items.map(item => item.id)") == shown
    assert other.page.get_by_role("searchbox", name="Search events").input_value() == "gagarin"
    assert not other.errors


@pytest.mark.parametrize(
    ("size", "content", "ratio"),
    [
        (", width: 640, height: 480", b"", 4 / 3),
        ("", svg(640, 480), 4 / 3),
        ("", b"no picture", 3 / 2),
    ],
    ids=["written down", "in its file", "not known"],
)
@pytest.mark.parametrize("host", ["mkdocs", "none"])
def test_a_picture_has_its_place_before_it_comes(project, serve, visit, host, size, content, ratio):
    events = f"- {{id: one, date: 2025, title: One, image: {{src: img/a.svg, alt: A mountain{size}}}}}\n"
    folder = project({"events/space-race.yaml": events, "docs/img/a.svg": content, "docs/articles/a.md": "# A\n"})
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", host)
    opened = visit(java_script_enabled=False)
    opened.page.route("**/img/a.svg", lambda _: None)  # it never comes
    opened.page.goto(f"{serve(folder / 'out')}/timelines/space-race/", wait_until="domcontentloaded")
    image = opened.page.locator(".timeline-image img")
    expect(image).not_to_have_css("width", "0px")  # the style sheet may come after the page
    box = image.bounding_box()
    assert box["width"] > 200
    assert box["width"] / box["height"] == pytest.approx(ratio, rel=0.01)

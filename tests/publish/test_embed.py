"""Charts in pages of other sites, in a real browser: by frame, by script tag and by oEmbed, under strict policies."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import html5lib
import pytest

from timeline import publish
from timeline.options import Options
from timeline.publish.bundle import bundle
from timeline.publish.embed import codes, oembed
from timeline.publish.headers import policy
from timeline.publish.settings import Settings
from timeline.publish.site import Site

READY = "[data-timeline-state=ready]"
# What a careful host page allows: its own files, the frames and the one script of the site with the charts.
HOST_POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' {site}; frame-src {site}"


@pytest.fixture(scope="module")
def charts(project, serve) -> tuple[Path, str]:
    """A built site and its address; its pages say the headers that its `_headers` asks for."""
    folder = project()
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", "none")
    headers = {"Content-Security-Policy": f"{policy()}; frame-ancestors *", "Access-Control-Allow-Origin": "null"}
    return folder / "out", serve(folder / "out", headers=headers)


@pytest.fixture
def other_site(tmp_path, serve, charts):
    """A page of another origin with this HTML in its body."""

    def write(body: str) -> str:
        (tmp_path / "index.html").write_text(f"<!doctype html><title>A newsroom</title><body>{body}", encoding="utf-8")
        return serve(tmp_path, headers={"Content-Security-Policy": HOST_POLICY.format(site=charts[1])})

    return write


def code(charts, race, kind: str) -> str:
    site = Site((race,), Settings(site_url="https://news.example/"))
    return codes(site, race)[kind].replace("https://news.example", charts[1])


def _is_embed(frame) -> bool:
    return "/embed/" in frame.url


def frame_of(seen):
    seen.page.wait_for_selector("iframe, event-timeline")
    shown = [frame for frame in seen.page.frames if _is_embed(frame)]
    frame = shown[0] if shown else seen.page.wait_for_event("framenavigated", _is_embed)
    frame.wait_for_selector(READY)
    return frame


@pytest.mark.parametrize("kind", ["Frame", "Frame as high as its chart", "Script"])
def test_a_chart_is_drawn_in_a_page_of_another_site(charts, race, other_site, visit, kind):
    seen = visit()
    seen.page.goto(other_site(code(charts, race, kind)), wait_until="networkidle")
    frame = frame_of(seen)
    assert frame.locator(".timeline-label").count() > 0
    assert frame.evaluate("origin") == "null"
    assert not seen.errors
    assert not seen.outside


@pytest.mark.parametrize("kind", ["Frame as high as its chart", "Script"])
def test_the_frame_gets_the_height_of_its_chart(charts, race, other_site, visit, kind):
    seen = visit()
    seen.page.goto(other_site(code(charts, race, kind)), wait_until="networkidle")
    height = frame_of(seen).evaluate("document.body.getBoundingClientRect().height")
    seen.until(f"Math.abs({HEIGHT} - {height}) < 2")


FRAME = "(document.querySelector('event-timeline')?.shadowRoot || document).querySelector('iframe')"
HEIGHT = f"{FRAME}.getBoundingClientRect().height"
# Notes the height after each message; it listens after the script does.
NOTE = f"window.noted = []; addEventListener('message', () => noted.push({FRAME}.style.height))"


def test_a_frame_in_a_hidden_tab_tells_its_height_when_it_is_shown(charts, race, other_site, visit):
    seen = visit()
    body = f"<div id='tab' style='display: none'>{code(charts, race, 'Script')}</div>"
    seen.page.goto(other_site(body), wait_until="networkidle")
    seen.page.evaluate("document.getElementById('tab').style.display = 'block'")
    frame_of(seen)
    seen.until(f"{HEIGHT} !== 480")


@pytest.mark.parametrize(
    ("data", "height"),
    [
        ({"type": "timeline-height", "height": 1e9}, "4000px"),
        ({"type": "timeline-height", "height": 1}, "200px"),
        ({"type": "timeline-height", "height": 777.4}, "777px"),
        ({"type": "timeline-height", "height": "900"}, "600px"),
        ({"type": "timeline-height", "height": float("nan")}, "600px"),
        ({"type": "other", "height": 900}, "600px"),
        ("timeline-height", "600px"),
        (None, "600px"),
        ({"__proto__": {"type": "timeline-height"}, "height": 900}, "600px"),
    ],
)
def test_only_heights_are_taken_and_they_are_clamped(charts, race, other_site, visit, data, height):
    seen = visit()
    seen.page.goto(other_site(code(charts, race, "Script")), wait_until="networkidle")
    frame = frame_of(seen)
    seen.page.evaluate(NOTE)
    frame.evaluate("parent.postMessage({type: 'timeline-height', height: 600}, '*')")
    frame.evaluate("data => parent.postMessage(data, '*')", data)
    seen.until("noted.length === 2")
    assert seen.page.evaluate("noted") == ["600px", height]


def test_a_message_from_another_frame_is_ignored(charts, race, other_site, visit):
    seen = visit()
    address = other_site(f"{code(charts, race, 'Script')}<iframe id='fake' src='about:blank'></iframe>")
    seen.page.goto(address, wait_until="networkidle")
    frame_of(seen)
    before = seen.page.evaluate(f"{FRAME}.style.height")
    seen.page.evaluate(NOTE)
    fake = next(frame for frame in seen.page.frames if frame.url == "about:blank")
    fake.evaluate("parent.postMessage({type: 'timeline-height', height: 3000}, '*')")
    seen.until("noted.length === 1")
    assert seen.page.evaluate("noted") == [before]


def test_the_element_only_shows_frames_of_its_own_site(charts, race, other_site, visit):
    seen = visit()
    script = code(charts, race, "Script").partition("\n")[0]
    sources = ["https://evil.example/embed/x/", "javascript:alert(1)"]
    body = script + "".join(f"<event-timeline src='{source}'></event-timeline>" for source in sources)
    seen.page.goto(other_site(body), wait_until="networkidle")
    assert len(seen.page.frames) == 3
    assert [frame.url for frame in seen.page.frames[1:]] in (["", ""], ["about:blank", "about:blank"])
    assert not seen.outside


def test_the_frame_shows_the_part_that_is_asked_for(charts, visit):
    seen = visit()
    seen.page.goto(f"{charts[1]}/embed/space-race/?lanes=Moon&theme=dark")
    seen.page.wait_for_selector(READY)
    shown = seen.page.eval_on_selector_all(".timeline-events > li:not([hidden])", "items => items.map(item => item.id)")
    assert shown == ["apollo"]
    assert seen.page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"


def test_the_frame_works_without_javascript(charts, visit):
    seen = visit(java_script_enabled=False)
    seen.page.goto(f"{charts[1]}/embed/space-race/")
    assert seen.page.locator("figure > .timeline-svg:visible").count() == 1
    assert seen.page.locator(".timeline-events > li").count() == 4


def test_a_frame_weighs_at_most_420_kilobytes(charts):
    folder, _ = charts
    page = folder / "embed/space-race/index.html"
    names = re.findall(r'(?:src|href|plotly)="\.\./\.\./(assets/[^"]+)"', page.read_text(encoding="utf-8"))
    assert {name.rpartition(".")[2] for name in names} == {"js", "css"}
    weights = [len(gzip.compress(path.read_bytes())) for path in (page, *(folder / name for name in set(names)))]
    assert sum(weights) <= 420 * 1024


def test_the_code_of_the_frame_is_careful(race):
    site = Site((race,), Settings(site_url="https://news.example/"))
    (frame,) = html5lib.parseFragment(codes(site, race)["Frame"], namespaceHTMLElements=False)
    assert frame.get("sandbox").split() == ["allow-scripts", "allow-popups"]
    assert (frame.get("loading"), frame.get("title")) == ("lazy", "The space race")
    assert frame.get("src") == "https://news.example/embed/space-race/"


def test_oembed_says_what_content_management_systems_expect(race, charts):
    told = oembed(Site((race,), Settings(site_url="https://news.example/")), race)
    assert (told["version"], told["type"], told["title"]) == ("1.0", "rich", "The space race")
    (frame,) = html5lib.parseFragment(told["html"], namespaceHTMLElements=False)
    assert frame.tag == "iframe"
    assert frame.get("src").startswith("https://")
    assert isinstance(told["width"], int)
    assert isinstance(told["height"], int)
    assert {"thumbnail_url", "thumbnail_width", "thumbnail_height"} <= told.keys()
    folder, _ = charts
    page = html5lib.parse((folder / "timelines/space-race/index.html").read_text("utf-8"), namespaceHTMLElements=False)
    found = next(link for link in page.iter("link") if link.get("type") == "application/json+oembed")
    stored = json.loads((folder / found.get("href").removeprefix("https://news.example/")).read_text("utf-8"))
    assert stored["html"] == told["html"].replace(race.title, "The space race")


def test_a_chart_by_oembed_is_drawn(race, charts, other_site, visit):
    told = oembed(Site((race,), Settings(site_url="https://news.example/")), race)
    seen = visit()
    seen.page.goto(other_site(told["html"].replace("https://news.example", charts[1])), wait_until="networkidle")
    frame_of(seen)
    assert not seen.errors


def test_the_bundle_has_each_module_once_and_no_other_import():
    static = Path(publish.__file__).parent / "static"
    made = bundle(static / "client.js", static / "embed.js")
    assert not re.search(r"^\s*(import|export)\b", made, re.MULTILINE)
    modules = re.findall(r"^modules\['([^']+)'\] = ", made, re.MULTILINE)
    assert len(modules) == len(set(modules))
    assert modules[-2:] == ["client.js", "embed.js"]

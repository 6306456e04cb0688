"""Charts in pages of other sites, in a real browser: by frame, by script tag and by oEmbed, under strict policies."""

from __future__ import annotations

import gzip
import json
import re
import struct
import urllib.request
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from timeline import publish
from timeline.options import Options
from timeline.publish.assets import assets
from timeline.publish.bundle import bundle, joined
from timeline.publish.embed import codes, embed_files, oembed
from timeline.publish.pages import pages
from timeline.publish.settings import Settings
from timeline.publish.site import Site
from timeline.publish.words import page_words
from timeline.store import load

from ..conftest import headers_of
from .conftest import event, timeline_of

EVENTS = Path(__file__).parents[2] / "events"
READY = "[data-timeline-state=ready]"
# What a careful host page allows: its own files, the frames and the one script of the site with the charts.
HOST_POLICY = "default-src 'none'; style-src 'self' {styles}; script-src {site}; img-src {site}; frame-src {frames}"


@pytest.fixture(scope="module")
def charts(project, serve) -> tuple[Path, str]:
    """A built site and its address, which it knows; its pages say the headers that its `_headers` asks for."""
    folder = project()
    (folder / "out").mkdir()
    address = serve(folder / "out", headers=lambda path: headers_of(folder / "out", path))
    config = (folder / "mkdocs.yml").read_text("utf-8").replace("https://news.example/", f"{address}/")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", "none")
    return folder / "out", address


@pytest.fixture
def other_site(tmp_path, serve, charts):
    """A page of another origin with this HTML in its body."""

    def write(body: str, styles: str = "'unsafe-inline'", frames: str = charts[1]) -> str:
        (tmp_path / "index.html").write_text(f"<!doctype html><title>A newsroom</title><body>{body}", encoding="utf-8")
        policy = HOST_POLICY.format(site=charts[1], styles=styles, frames=frames)
        return serve(tmp_path, headers={"Content-Security-Policy": policy})

    return write


def page_of(charts) -> Element:
    """The page of the timeline, as a program reads it that knows its address only."""
    with urllib.request.urlopen(f"{charts[1]}/timelines/space-race/") as answer:
        return html5lib.parse(answer.read(), namespaceHTMLElements=False)


def code(charts, kind: str) -> str:
    """The code that an author copies from below the chart."""
    found = {part.find("summary").text: part.find("pre/code").text for part in page_of(charts).iter("details")}
    return found[page_words("en")[kind]]


def _is_embed(frame) -> bool:
    return "/embed/" in frame.url


def frame_of(seen):
    seen.page.wait_for_selector("iframe, event-timeline")
    shown = [frame for frame in seen.page.frames if _is_embed(frame)]
    frame = shown[0] if shown else seen.page.wait_for_event("framenavigated", _is_embed)
    frame.wait_for_selector(READY)
    return frame


@pytest.mark.parametrize("kind", ["frame", "frame_high", "script"])
def test_a_chart_is_drawn_in_a_page_of_another_site(charts, other_site, visit, kind):
    seen = visit()
    seen.page.goto(other_site(code(charts, kind)), wait_until="networkidle")
    frame = frame_of(seen)
    assert frame.locator(".timeline-label").count() > 0
    assert frame.evaluate("origin") == "null"
    assert not seen.errors
    assert not seen.outside


@pytest.mark.parametrize("kind", ["frame_high", "script"])
def test_the_frame_gets_the_height_of_its_chart(charts, other_site, visit, kind):
    seen = visit()
    seen.page.goto(other_site(code(charts, kind)), wait_until="networkidle")
    height = frame_of(seen).evaluate("document.body.getBoundingClientRect().height")
    seen.until(f"Math.abs({HEIGHT} - {height}) < 2")


FRAME = "(document.querySelector('event-timeline')?.shadowRoot || document).querySelector('iframe')"
HEIGHT = f"{FRAME}.getBoundingClientRect().height"
# Notes the height after each message; it listens after the script does.
NOTE = f"window.noted = []; addEventListener('message', () => noted.push({FRAME}.style.height))"


def test_a_frame_in_a_hidden_tab_tells_its_height_when_it_is_shown(charts, other_site, visit):
    seen = visit()
    body = f"<div id='tab' style='display: none'>{code(charts, 'script')}</div>"
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
def test_only_heights_are_taken_and_they_are_clamped(charts, other_site, visit, data, height):
    seen = visit()
    seen.page.goto(other_site(code(charts, "script")), wait_until="networkidle")
    frame = frame_of(seen)
    seen.page.evaluate(NOTE)
    frame.evaluate("parent.postMessage({type: 'timeline-height', height: 600}, '*')")
    frame.evaluate("data => parent.postMessage(data, '*')", data)
    seen.until("noted.length === 2")
    assert seen.page.evaluate("noted") == ["600px", height]


def test_a_message_from_another_frame_is_ignored(charts, other_site, visit):
    seen = visit()
    address = other_site(f"{code(charts, 'script')}<iframe id='fake' src='about:blank'></iframe>")
    seen.page.goto(address, wait_until="networkidle")
    frame_of(seen)
    before = seen.page.evaluate(f"{FRAME}.style.height")
    seen.page.evaluate(NOTE)
    fake = next(frame for frame in seen.page.frames if frame.url == "about:blank")
    fake.evaluate("parent.postMessage({type: 'timeline-height', height: 3000}, '*')")
    seen.until("noted.length === 1")
    assert seen.page.evaluate("noted") == [before]


def test_the_element_only_shows_frames_of_its_own_site(charts, other_site, visit):
    seen = visit()
    script = code(charts, "script").partition("\n")[0]
    sources = ["https://evil.example/embed/x/", "javascript:alert(1)", "http://", "space race", ""]
    body = script + "".join(f"<event-timeline src='{source}'></event-timeline>" for source in sources)
    seen.page.goto(other_site(body), wait_until="networkidle")
    assert len(seen.page.frames) == 1
    assert not seen.errors
    assert not seen.outside


def test_an_element_that_leads_to_no_timeline_shows_its_link_and_tells_its_author_why(charts, other_site, visit):
    seen = visit()
    said = []
    seen.page.on("console", lambda message: said.append(message.text))
    wrong = re.sub(r'(<event-timeline src="[^"]*)/timelines/', r"\1/timeline/", code(charts, "script"))
    bare = "<event-timeline id='bare' src='/space-race/'></event-timeline>"
    seen.page.goto(other_site(wrong + bare), wait_until="networkidle")
    assert seen.page.get_by_role("link", name="The space race").is_visible()
    home = seen.page.locator("#bare").get_by_role("link")
    assert home.get_attribute("href") == f"{charts[1]}/timelines/"
    assert f'src="{charts[1]}/timeline/space-race/" is no timeline' in said[0]
    assert f"write {charts[1]}/timelines/ID/" in said[0]
    right = "one => one.setAttribute('src', '/timelines/space-race/')"
    seen.page.locator("event-timeline").first.evaluate(right)
    frame_of(seen)
    assert not seen.page.get_by_role("link", name="The space race").is_visible()


@pytest.mark.parametrize("frames", [None, "'none'"])
def test_a_frame_from_which_nothing_comes_takes_no_room_and_its_author_is_told_what_to_write(
    charts, other_site, visit, frames
):
    seen, said = visit(), []
    seen.page.on("console", lambda message: said.append((message.type, message.text)))
    wrong = re.sub(r'src="([^"]*)/timelines/space-race/"', r'src="\1/timelines/spacerace/"', code(charts, "script"))
    seen.page.goto(other_site(wrong, frames=frames or charts[1]))
    seen.until("document.querySelector('event-timeline').getBoundingClientRect().height < 50")
    assert seen.page.get_by_role("link", name="The space race").is_visible()
    [told] = [text for kind, text in said if kind == "error" and text.startswith("event-timeline: ")]
    assert f"{charts[1]}/embed/spacerace/ " in told
    assert f"write {charts[1]}/timelines/ID/" in told
    assert "frame-src" in told


def test_an_element_that_is_put_right_shows_its_chart_and_one_that_is_put_wrong_its_link(charts, other_site, visit):
    seen = visit()
    wrong = re.sub(r'src="([^"]*)/timelines/space-race/"', r'src="\1/timelines/spacerace/"', code(charts, "script"))
    seen.page.goto(other_site(wrong))
    element, link = seen.page.locator("event-timeline"), seen.page.get_by_role("link", name="The space race")
    seen.until("document.querySelector('event-timeline').getBoundingClientRect().height < 50")
    element.evaluate("one => one.setAttribute('src', '/timelines/space-race/')")
    seen.until(f"{FRAME}.style.visibility === 'visible' && {HEIGHT} > 100")
    assert not link.is_visible()
    element.evaluate("one => one.setAttribute('src', '/timelines/nothing/')")
    seen.until("document.querySelector('event-timeline').getBoundingClientRect().height < 50")
    assert link.is_visible()


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("lanes=Moon", ["apollo"]),
        ("from=1960", ["apollo", "gagarin"]),
        ("from=1950&to=1960", ["sputnik"]),
        ("tags=first", ["sputnik", "gagarin"]),
        ("people=Yuri+Gagarin", ["gagarin"]),
        ("search=beeps", ["sputnik"]),
        ("lanes=Moon&lanes=Orbit&tags=first&from=1961", ["gagarin"]),
    ],
)
def test_the_frame_shows_the_part_that_is_asked_for(charts, visit, asked, ids):
    seen = visit()
    seen.page.goto(f"{charts[1]}/embed/space-race/?{asked}&theme=dark")
    seen.page.wait_for_selector(READY)
    shown = seen.page.eval_on_selector_all(".timeline-events > li:not([hidden])", "items => items.map(item => item.id)")
    assert shown == ids
    assert seen.page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"


def test_lanes_without_an_event_that_is_asked_for_take_no_room(charts, visit):
    seen = visit()
    named = {"": ["Orbit", "Moon"], "?from=1961&to=1961-02": ["Moon"], "?from=1800&to=1801": ["Orbit", "Moon"]}
    for asked, lanes in named.items():
        seen.page.goto(f"{charts[1]}/embed/space-race/{asked}")
        seen.page.wait_for_selector(READY)
        names = seen.page.locator(".timeline-over .timeline-name").all_text_contents()
        assert list(filter(None, names)) == lanes, asked


# What a page is like from outside: its markup, its variables, how its parts look.
PAGE = """() => [document.head.innerHTML, document.body.innerHTML, Object.keys(window).sort(),
  [...document.querySelectorAll('p, event-timeline a')].map(one => JSON.stringify(getComputedStyle(one)))]"""


def test_the_element_touches_nothing_of_the_page_around_it(charts, other_site, visit):
    script, element = code(charts, "script").split("\n")
    styles = "<style>iframe, figure, a { border: 9px solid red !important; opacity: 0.3 }</style>"
    address = other_site(f"{styles}<p>A text.</p>{element}")
    before = visit()
    before.page.goto(address, wait_until="load")
    untouched = before.page.evaluate(PAGE)
    after = visit()
    after.page.goto(address, wait_until="load")
    after.page.evaluate(
        "address => new Promise(resolve => { const made = document.createElement('script'); made.src = address;"
        " made.onload = () => { made.remove(); resolve(); }; document.body.append(made); })",
        re.search(r'src="([^"]+)"', script)[1],
    )
    frame_of(after)
    changed = after.page.evaluate(PAGE)
    display = ' style="display: block;"'
    assert [changed[0], changed[1].replace(display, ""), changed[2]] == untouched[:3]
    assert changed[3][0] == untouched[3][0]
    assert after.page.locator("event-timeline iframe").evaluate("one => getComputedStyle(one).borderWidth") == "0px"


def test_the_frame_works_without_javascript(charts, visit):
    seen = visit(java_script_enabled=False)
    seen.page.goto(f"{charts[1]}/embed/space-race/")
    assert seen.page.locator("figure > .timeline-svg:visible").count() == 1
    assert seen.page.locator(".timeline-events > li").count() == 4


@pytest.mark.parametrize("name", ["space-race", "us-russia-talks", "writing-systems"])
def test_a_frame_weighs_at_most_420_kilobytes(name):
    tl = load(EVENTS / f"{name}.yaml")
    made = {file.path: file.data for file in (*assets(), *embed_files(Site((tl,)), tl))}
    page = made[f"embed/{name}/index.html"]
    names = set(re.findall(r'(?:src|href|plotly)="\.\./\.\./(assets/[^"]+)"', page.decode()))
    assert {name.rpartition(".")[2] for name in names} == {"js", "css", "svg"}
    assert sum(len(gzip.compress(data)) for data in (page, *map(made.get, names))) <= 420_000


def test_a_frame_asks_only_its_own_site_and_keeps_nothing_in_the_browser(charts, other_site, visit):
    seen, asked = visit(), []
    address = other_site(code(charts, "frame"))
    seen.context.on("request", lambda request: asked.append(request.url))
    seen.page.goto(address)
    frame = frame_of(seen)
    assert {url for url in asked if not url.startswith(charts[1])} <= {f"{address}/", f"{address}/favicon.ico", address}
    assert frame.evaluate("try { localStorage.length } catch (error) { error.name }") == "SecurityError"
    state = seen.context.storage_state()
    assert (state["cookies"], state["origins"]) == ([], [])


def test_the_code_of_the_frame_is_careful(race):
    site = Site((race,), Settings(site_url="https://news.example/"))
    (frame,) = html5lib.parseFragment(codes(site, race)["frame"], namespaceHTMLElements=False)
    assert frame.get("sandbox").split() == ["allow-scripts", "allow-popups", "allow-popups-to-escape-sandbox"]
    assert (frame.get("loading"), frame.get("title")) == ("lazy", "The space race")
    assert frame.get("src") == "https://news.example/embed/space-race/"


@pytest.mark.parametrize("address", ["", "https://news.example/"])
def test_codes_without_full_addresses_say_so_before_they_are_copied(race, address):
    site = Site((race,), Settings(site_url=address, extras=("embeds",)))
    page = next(page for page in pages(site) if page.folder == "timelines/space-race").html
    hint = "These codes have no full addresses yet: set site_url"
    assert (hint in page.partition("&lt;iframe")[0]) is (address == "")


def test_a_program_without_svg_gets_the_png_where_there_is_one(race):
    site, page = Site((race,), Settings(site_url="https://news.example/")), "https://news.example/timelines/space-race/"
    (link,) = html5lib.parseFragment(codes(site, race)["picture"], namespaceHTMLElements=False)
    assert link.find(".//img").get("src") == f"{page}chart.png"
    assert [one.get("srcset") for one in link.iter("source")] == [f"{page}chart-narrow.svg", f"{page}chart.svg"]


def test_a_picture_that_is_too_high_for_a_png_is_an_svg(race, monkeypatch):
    monkeypatch.setattr("timeline.publish.images._HIGHEST", 10)
    (link,) = html5lib.parseFragment(codes(Site((race,)), race)["picture"], namespaceHTMLElements=False)
    assert link.find(".//img").get("src").endswith("chart.svg")


def test_a_site_without_pictures_has_no_code_for_one(race):
    assert "picture" not in codes(Site((race,), Settings(extras=("embeds",))), race)


# WordPress takes all attributes from the frame that oEmbed gives it but these, adds its own, and a mark to the address.
WORDPRESS = (
    '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" data-secret="Qx1" title="Charts"'
    ' src="{}#?secret=Qx1" width="100%" height="480" frameborder="0"></iframe>'
)


def test_a_frame_that_wordpress_makes_of_an_address_shows_the_chart(charts, other_site, visit):
    seen = visit()
    seen.page.goto(other_site(WORDPRESS.format(f"{charts[1]}/embed/space-race/")), wait_until="networkidle")
    assert frame_of(seen).locator(".timeline-more a").is_visible()


def test_the_picture_is_no_wider_than_its_page(race):
    (link,) = html5lib.parseFragment(codes(Site((race,)), race)["picture"], namespaceHTMLElements=False)
    assert link.find(".//img").get("style") == "max-width:1200px;height:auto"


@pytest.mark.parametrize(("width", "picture"), [(400, "chart-narrow.svg"), (1000, "chart.svg")])
def test_a_picture_is_drawn_for_the_width_of_its_window(charts, other_site, visit, width, picture):
    seen = visit(width=width)
    seen.page.goto(other_site(code(charts, "picture")), wait_until="networkidle")
    shown = seen.page.locator("img")
    assert shown.evaluate("one => one.currentSrc").endswith(f"/{picture}")
    assert shown.evaluate("one => one.naturalWidth") > 0


@pytest.mark.parametrize("kind", ["picture", "frame"])
def test_a_code_fits_into_a_page_whose_policy_forbids_styles(charts, other_site, visit, kind):
    seen = visit(width=400)
    seen.page.goto(other_site(code(charts, kind), styles=""), wait_until="networkidle")
    shown = seen.page.locator("img, iframe")
    assert shown.evaluate("one => one.tagName === 'IFRAME' || one.naturalWidth > 0")
    assert shown.evaluate("one => getComputedStyle(one).borderTopWidth") == "0px"
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 400


def test_an_element_whose_frame_is_blocked_keeps_its_link(charts, other_site, visit):
    seen = visit()
    seen.page.goto(other_site(code(charts, "script"), frames="'none'"), wait_until="networkidle")
    seen.until(f"{FRAME} && {FRAME}.style.visibility === 'hidden'")
    link = seen.page.get_by_role("link", name="The space race")
    assert link.is_visible()
    link.click()
    seen.page.wait_for_url(f"{charts[1]}/timelines/space-race/")


def test_a_link_of_the_frame_opens_a_page_outside_of_its_sandbox(charts, other_site, visit):
    seen = visit()
    seen.page.goto(other_site(code(charts, "frame")), wait_until="networkidle")
    frame = frame_of(seen)
    with seen.page.expect_popup() as opened:
        frame.locator(".timeline-more a").click()
    opened.value.wait_for_load_state()
    assert opened.value.evaluate("origin") == charts[1]


def test_the_card_in_a_frame_says_what_is_known_and_where_from(charts, other_site, visit):
    seen = visit()
    seen.page.goto(other_site(code(charts, "frame")))
    frame = frame_of(seen)
    frame.locator(".timeline-label", has_text="Gagarin").click(force=True)
    card = frame.locator(".timeline-card")
    said = card.inner_text()
    assert all(
        part in said
        for part in ("12 April 1961", "See the archive for more.", "circled the Earth yesterday", "A paper")
    )
    seen.page.context.route("https://paper.example/a", lambda route: route.fulfill(body="The article"))
    with seen.page.context.expect_page() as opened:
        card.get_by_role("link", name="A headline").click()
    assert opened.value.evaluate("opener") is None
    assert frame.url.endswith("/embed/space-race/")


def test_the_card_in_a_frame_gives_the_address_in_the_site(charts, other_site, visit):
    seen = visit()
    seen.page.goto(other_site(code(charts, "frame")))
    frame = frame_of(seen)
    frame.locator(".timeline-label", has_text="Gagarin").click(force=True)
    frame.locator(".timeline-card").get_by_role("button", name="Copy link").click()
    frame.locator(".timeline-card-status", has_text=f"{charts[1]}/timelines/space-race/#gagarin").wait_for()


def test_on_a_phone_the_card_stands_by_its_mark_in_a_frame_that_is_higher_than_the_window(charts, other_site, visit):
    seen = visit(width=390, height=300)
    seen.page.goto(other_site(code(charts, "script")))
    frame = frame_of(seen)
    frame.locator(".timeline-label", has_text="Gagarin").click(force=True)
    card = frame.locator(".timeline-card").bounding_box()
    assert card["y"] >= 0
    assert card["y"] + min(card["height"], 200) <= 300


def test_a_list_of_very_many_events_stays_short():
    def frame(count: int) -> str:
        tl = timeline_of(*(event(id=f"a-{n}", text="More of it.") for n in range(count)))
        return next(file.data.decode() for file in embed_files(Site((tl,)), tl) if file.path == "embed/news/index.html")

    assert frame(200).count("More of it.") == 200
    assert "More of it." not in frame(201)


def test_oembed_says_what_content_management_systems_expect(race):
    told = oembed(Site((race,), Settings(site_url="https://news.example/")), race)
    assert (told["version"], told["type"], told["title"]) == ("1.0", "rich", "The space race")
    (frame,) = html5lib.parseFragment(told["html"], namespaceHTMLElements=False)
    assert frame.tag == "iframe"
    assert frame.get("src").startswith("https://")
    assert isinstance(told["width"], int)
    assert isinstance(told["height"], int)
    assert {"thumbnail_url", "thumbnail_width", "thumbnail_height"} <= told.keys()


def test_a_chart_is_drawn_by_who_knows_its_address_only(charts, other_site, visit):
    link = next(link for link in page_of(charts).iter("link") if link.get("type") == "application/json+oembed")
    with urllib.request.urlopen(link.get("href")) as answer:
        assert answer.headers["Content-Type"] == "application/json"
        told = json.load(answer)
    with urllib.request.urlopen(told["thumbnail_url"]) as answer:
        width, height = struct.unpack(">II", answer.read(24)[16:])
    assert (width, height) == (told["thumbnail_width"], told["thumbnail_height"])
    seen = visit()
    seen.page.goto(other_site(told["html"]), wait_until="networkidle")
    frame_of(seen)
    assert seen.page.locator("iframe").bounding_box()["height"] == told["height"]
    assert not seen.errors
    assert not seen.outside


def test_the_element_passes_on_what_it_is_asked_for(charts, other_site, visit):
    seen = visit()
    asked = code(charts, "script").replace(
        "<event-timeline", "<event-timeline lanes='Moon, Nowhere' language='de' theme='dark'"
    )
    seen.page.goto(other_site(asked), wait_until="networkidle")
    seen.until(f"{FRAME} && {HEIGHT} !== 480")
    frame = frame_of(seen)
    assert frame.locator("html").get_attribute("lang") == "de"
    assert frame.locator(".timeline-events > li:not([hidden])").count() == 1
    assert "?lanes=Moon&lanes=Nowhere&" in frame.evaluate("location.href")
    assert frame.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
    assert not seen.errors


def test_a_frame_has_its_name_also_where_the_script_runs_before_the_element_is_there(charts, other_site, visit):
    seen = visit()
    seen.page.goto(other_site(code(charts, "script").replace("<script async", "<script")))
    frame_of(seen)
    assert seen.page.evaluate(f"{FRAME}.title") == "The space race"


def test_who_embeds_a_chart_is_told_what_the_element_asks_for_in_vain(charts, other_site, visit):
    seen, said = visit(), []
    seen.page.on("console", lambda message: said.append(message.text))
    asked = 'lanes="Orbt, Moon" from="last year" language="it" theme="gray"'
    body = code(charts, "script").replace("<event-timeline", f"<event-timeline {asked}")
    seen.page.goto(other_site(body), wait_until="networkidle")
    frame = frame_of(seen)
    assert frame.locator(".timeline-events > li:not([hidden])").count() == 1
    assert sorted(said) == [
        'timeline: from="last year" is no date; write 2025, 2025-02 or 2025-02-12',
        'timeline: lanes="Orbt" is not there; write one of: Orbit, Moon',
        'timeline: language="it" is not there; write one of: en, ar, de, es, fr',
        'timeline: theme="gray" is not there; write one of: light, dark',
    ]


def test_the_chart_is_one_module_that_exports_the_chart():
    made = joined(Path(publish.__file__).parent / "static" / "chart.js")
    assert re.findall(r"^(?:import|export)\b.*", made, re.MULTILINE) == [
        "export const { Chart } = modules['chart.js'];"
    ]


def test_the_bundle_has_each_module_once_and_no_other_import():
    static = Path(publish.__file__).parent / "static"
    made = bundle(static / "client.js", static / "embed.js")
    assert not re.search(r"^\s*(import|export)\b", made, re.MULTILINE)
    modules = re.findall(r"^modules\['([^']+)'\] = ", made, re.MULTILINE)
    assert len(modules) == len(set(modules))
    assert [name for name in modules if name in ("client.js", "embed.js")] == ["client.js", "embed.js"]

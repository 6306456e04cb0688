"""The site of this project, as a reader meets it in a real browser."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import timeline

from .conftest import headers_of

ROOT = Path(__file__).parent.parent
TIMELINES = ["space-race", "us-russia-talks", "writing-systems"]
PAGES = [
    "",
    *(f"timelines/{name}/" for name in TIMELINES),
    "timelines/",
    "articles/a-year-of-talks/",
    "tutorial/",
    "reference/",
    *(
        f"browse/{name}/"
        for name in ("tags", "tags/first", "people", "places", "sources", "new", "on-this-day", "dates")
    ),
    *(f"embed/{name}/" for name in TIMELINES),
]


@pytest.fixture(scope="session")
def site(tmp_path_factory, serve):
    """The address of the built site: a copy of the project's pages and events, built as `make site` builds it.

    Each page comes with the headers that the file `_headers` asks for.
    """
    folder = tmp_path_factory.mktemp("project")
    for name in ("events", "overrides", "site"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    command = [Path(sys.executable).parent / "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    out = folder / "build" / "site"
    return serve(out, headers=lambda path: headers_of(out, path))


def ready(visit, address, **options):
    """A page with its chart drawn."""
    seen = visit(**options)
    seen.page.goto(address)
    seen.page.locator("[data-timeline]").first.scroll_into_view_if_needed()
    seen.page.wait_for_selector("[data-timeline-state=ready]")
    return seen


@pytest.mark.parametrize("name", TIMELINES)
def test_the_chart_is_drawn_and_the_list_has_every_event(site, visit, name):
    seen = ready(visit, f"{site}/timelines/{name}/")
    ids = [event.id for event in timeline.load(ROOT / "events" / f"{name}.yaml").events]
    listed = seen.page.eval_on_selector_all("ol.timeline-events > li", "items => items.map(item => item.id)")
    assert listed == ids
    assert seen.page.locator("[data-timeline] .js-plotly-plot, [data-timeline] .plot-container").count() > 0
    assert seen.page.locator(".timeline-label").count() > 0
    assert not seen.errors
    assert not seen.outside


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_asks_nobody_else_and_fits_the_screen(site, visit, page, width):
    seen = visit(width=width)
    response = seen.page.goto(f"{site}/{page}", wait_until="networkidle")
    assert response is not None
    assert response.status == 200
    assert not seen.errors
    assert not seen.outside
    assert not seen.page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")


def test_an_address_that_leads_nowhere_has_a_page_that_leads_on(site, visit):
    seen = visit()
    seen.page.goto(f"{site}/404.html")
    links = seen.page.eval_on_selector_all("article li a", "links => links.map(link => link.href)")
    assert f"{site}/timelines/" in links
    assert all(seen.page.request.get(link).ok for link in links)


@pytest.mark.parametrize(
    ("word", "place"),
    [("oembed", "how-to/embed-elsewhere/"), ("iframe", "how-to/embed-elsewhere/"), ("moon", "timelines/space-race/")],
)
def test_the_search_finds_a_word_beside_brackets_and_quotes(site, visit, word, place):
    seen = visit()
    seen.page.goto(f"{site}/tutorial/", wait_until="networkidle")
    seen.page.locator(".md-search__input").click()
    seen.page.keyboard.type(word)
    seen.page.locator(f"a.md-search-result__link[href*='{place}']").first.wait_for()
    assert seen.page.locator(".md-search__suggest").inner_text() in ("", word)


def test_of_a_command_and_what_it_prints_the_button_copies_the_command(site, visit):
    seen = visit(permissions=["clipboard-read", "clipboard-write"])
    seen.page.goto(f"{site}/how-to/begin-a-site/", wait_until="networkidle")
    seen.page.locator(".language-console button").first.click()
    seen.page.locator(".md-dialog--active").wait_for()
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert copied.split("\n\n") == ['timeline new our-town --name "Our town"', "\nls -A our-town"]


@pytest.mark.parametrize("page", ["timelines/", "browse/new/", "browse/tags/first/"])
def test_a_list_begins_in_the_column_of_its_heading(site, visit, page):
    seen = visit(width=390)
    seen.page.goto(f"{site}/{page}")
    lefts = [seen.page.locator(part).first.bounding_box()["x"] for part in ("h1", ".timeline-index, .timeline-events")]
    assert lefts[0] == lefts[1]


def test_a_permalink_leads_to_its_event(site, visit):
    seen = ready(visit, f"{site}/timelines/space-race/")
    first = seen.page.locator("ol.timeline-events > li").nth(10)
    name = first.get_attribute("id")
    first.locator("a.timeline-permalink").click()
    assert seen.page.url.endswith(f"#{name}")
    there = visit()
    there.page.goto(f"{site}/timelines/space-race/#{name}", wait_until="load")
    there.until(f"document.getElementById('{name}').getBoundingClientRect().top < innerHeight")
    assert there.page.evaluate("document.querySelector('ol.timeline-events > li:target').id") == name


def test_without_javascript_the_chart_is_a_picture_and_the_list_is_whole(site, visit):
    seen = visit(java_script_enabled=False)
    seen.page.goto(f"{site}/timelines/space-race/")
    events = timeline.load(ROOT / "events" / "space-race.yaml").events
    items = seen.page.locator("ol.timeline-events > li")
    assert items.count() == len(events) >= 40
    [drawing] = seen.page.locator(".timeline-svg").filter(visible=True).all()
    assert drawing.bounding_box()["height"] > 100
    for event, text in zip(events, items.all_inner_texts(), strict=True):
        assert event.title in " ".join(text.split())
    assert seen.page.locator("ol.timeline-events time[datetime='1957-10-04']").is_visible()


@pytest.mark.parametrize("width", [320, 390])
def test_without_javascript_a_long_title_is_no_wider_than_a_phone(site, visit, width):
    seen = visit(width=width, java_script_enabled=False)
    seen.page.goto(f"{site}/timelines/us-russia-talks/")
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_date_that_was_a_phrase_says_how_it_was_resolved(site, visit):
    seen = visit(java_script_enabled=False)
    seen.page.goto(f"{site}/timelines/us-russia-talks/")
    text = " ".join(seen.page.locator("ol.timeline-events").inner_text().split())
    assert re.search(r"February last year.{0,5}, published 11 February 2026 → February 2025", text)


def test_a_relative_date_in_an_article_tells_its_day_on_focus(site, visit):
    seen = visit()
    seen.page.goto(f"{site}/articles/a-year-of-talks/")
    phrase = seen.page.locator("article time[datetime='2025-02']", has_text="February last year").first
    phrase.focus()
    assert seen.page.evaluate("document.activeElement.tagName") == "TIME"
    said = phrase.evaluate(
        "element => [element.title, element.getAttribute('aria-label'), element.dataset.date,"
        " getComputedStyle(element, '::after').content].join(' ')"
    )
    assert "February 2025" in said


def test_a_block_in_an_article_draws_a_chart(site, visit):
    seen = ready(visit, f"{site}/")
    assert seen.page.locator("[data-timeline] .timeline-label").count() > 0
    assert not seen.errors


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "page",
    ["timelines/us-russia-talks/", "articles/a-year-of-talks/", "timelines/", "browse/dates/", "browse/tags/first/"],
)
def test_a_checker_of_accessibility_finds_nothing(site, visit, violations, page, scheme):
    seen = visit(color_scheme=scheme)
    seen.page.goto(f"{site}/{page}", wait_until="load")
    if seen.page.locator("[data-timeline]").count():
        seen.page.locator("[data-timeline]").first.scroll_into_view_if_needed()
        seen.page.wait_for_selector("[data-timeline-state=ready]")
    assert violations(seen.page) == []


# Every kind of word that the theme colours in code, and a link in code.
KINDS_OF_WORDS = "bp c c1 cm cp ge gh go gp gr gt gu k kc kd m mi n na nb nc nd nf nl no nt nv o ow p s s1 sd se sh sr"
CODE = """kinds => {
  const words = kinds.split(' ').map(kind => `<span class="${kind}">${kind}</span>`).join('<br>');
  document.querySelector('article').innerHTML =
    `<div class="highlight"><pre><code>${words}</code></pre></div><p><a href="#"><code>timeline</code></a></p>`; }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_code_is_legible_whatever_is_in_it(site, visit, violations, scheme):
    seen = visit(color_scheme=scheme)
    seen.page.goto(f"{site}/tutorial/", wait_until="load")
    seen.page.evaluate(CODE, KINDS_OF_WORDS)
    assert violations(seen.page, "article") == []

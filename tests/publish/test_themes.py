"""Themes draw lists, quotes, code and pictures in their own ways; ours keep their looks."""

from __future__ import annotations

import re

import pytest

from timeline import publish
from timeline.options import Options

from ..conftest import contrast, headers_of
from .test_sizes import svg

EVENTS = """\
title: The town
events:
  - id: railway
    date: 1848-11-25
    title: The railway arrives
    tags: [first]
    people: [Ada]
    image: {src: img/a.svg, alt: A locomotive}
    sources:
      - {title: A headline, published: 1848-11-26, quote: It came yesterday, expression: yesterday}
"""
STYLES = """([query, name, before]) => [...document.querySelectorAll(query)].map(
  one => getComputedStyle(one, before)[name])"""

DATES = "---\npublished: 2026-02-11\n---\n\n# Dates\n\n" + "They met last October and parted on Tuesday. " * 12
# Where the bubble of the date that has the focus stands in the window, and its colours.
BUBBLE = """one => { one.focus(); const style = getComputedStyle(one, '::after');
  const sum = (...names) => names.reduce((all, name) => all + parseFloat(style[name]), 0);
  const left = parseFloat(style.left) + (style.position === 'fixed' ? 0 : one.getBoundingClientRect().left);
  return {left, right: left + (style.boxSizing === 'border-box' ? sum('width')
      : sum('width', 'paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderRightWidth')),
    ground: style.backgroundColor, ink: style.color}; }"""

GROUND = """[document.body, document.documentElement].map(one => getComputedStyle(one).backgroundColor).find(
  colour => colour !== 'rgba(0, 0, 0, 0)') ?? 'rgb(255, 255, 255)'"""

OF_THE_SITE = "[...document.querySelectorAll('input')].filter(one => !one.closest('.timeline')).map(one => one.value)"


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs", "none"])
def themed(request, project, serve):
    """Opens a page of a site with a theme; "none" is a site without a host."""
    theme, host = (request.param, "mkdocs") if request.param != "none" else ("mkdocs", "none")
    config = (
        f"site_name: News\nsite_url: https://news.example/\ntheme: {{name: {theme}, highlightjs: false, font: false}}\n"
    )
    folder = project(
        {
            "mkdocs.yml": config + "plugins: [search, timeline]\nmarkdown_extensions: [timeline]\n",
            "events/space-race.yaml": EVENTS,
            "docs/articles/a.md": "# An article\n\n```timeline\nspace-race\n```\n",
            "docs/articles/dates.md": DATES,
            "docs/img/a.svg": svg(300, 200),
        }
    )
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", host)
    address = serve(folder / "out", headers=lambda path: headers_of(folder / "out", path))

    def open_page(visit, page: str, width: int, **options: object):
        seen = visit(width=width, **options)
        seen.page.goto(f"{address}/{page}", wait_until="load")
        seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        return seen.page

    return open_page


@pytest.fixture
def styles_of(themed, visit):
    """What the elements of a page look like: one property of all that a selector finds."""

    def opened(page: str, width: int):
        shown = themed(visit, page, width)
        return lambda *asked: set(shown.evaluate(STYLES, [*asked, *[None] * (3 - len(asked))]))

    return opened


@pytest.mark.parametrize("width", [390, 1280])
def test_the_entry_of_an_event_looks_the_same_everywhere(styles_of, width):
    styles = styles_of("timelines/space-race/", width)
    assert styles(".timeline-events li", "listStyleType") == {"none"}
    assert styles(".timeline-sources q", "content", "::before") == {"open-quote"}
    assert styles(".timeline-image img", "padding") == {"0px"}
    assert styles(".timeline-image img", "height") == {"200px"}
    assert styles(".timeline-code code", "whiteSpace") == {"pre-wrap"}
    # Lighthouse counts smaller letters as illegible.
    assert all(float(size.removesuffix("px")) >= 12 for size in styles(".timeline-code code", "fontSize"))
    assert styles("input.timeline-input", "height") <= {"34px"}


def test_the_pages_across_timelines_are_lists_of_single_lines(styles_of):
    styles = styles_of("browse/tags/first/", 1280)
    assert styles(".timeline-short > *", "marginTop") == {"0px"}
    assert styles(".timeline-short", "listStyleType") == {"none"}
    assert styles_of("browse/dates/", 1280)("dt", "borderTopWidth") == {"0px"}


def test_the_list_in_an_article_has_no_marks(styles_of):
    assert styles_of("articles/a/", 390)(".timeline-events li", "listStyleType") == {"none"}


@pytest.mark.parametrize("width", [320, 390, 414, 768])
def test_what_a_date_in_an_article_means_stands_in_the_window(themed, visit, width):
    page = themed(visit, "articles/dates/", width)
    dates = page.locator(".timeline-date").all()
    assert len(dates) == 24
    for date in dates:
        bubble = date.evaluate(BUBBLE)
        assert 0 <= bubble["left"] < bubble["right"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_date_means_stands_out_from_the_page(themed, visit, scheme):
    page = themed(visit, "articles/dates/", 1280, color_scheme=scheme)
    bubble = page.locator(".timeline-date").first.evaluate(BUBBLE)
    ground = page.evaluate(GROUND)
    assert contrast(_hex(bubble["ground"]), _hex(ground)) >= 3
    assert contrast(_hex(bubble["ground"]), _hex(bubble["ink"])) >= 4.5


def _hex(colour: str) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


def test_what_is_searched_in_a_chart_is_no_search_of_the_site(themed, visit):
    page = themed(visit, "timelines/space-race/", 1280)
    page.locator(".timeline-input-search").fill("airship")
    page.wait_for_url("**/timelines/space-race/?*airship*")
    page.goto(page.url, wait_until="networkidle")
    page.locator(".timeline-count", has_text="No event").wait_for()
    assert page.locator(".timeline-input-search").input_value() == "airship"
    assert "airship" not in page.evaluate(OF_THE_SITE)

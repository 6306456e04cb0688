"""The language of the timeline: every word of the chart, and time from right to left where people read that way."""

from __future__ import annotations

import pytest

from timeline.figure.words import words

from .conftest import CURSOR, announced, listed

# Texts of the drawing that are not inside of what they are drawn in.
CUT = """selector => { const outer = document.querySelector(selector).getBoundingClientRect();
  return [...document.querySelectorAll(selector + ' text')].filter(text => text.checkVisibility()).filter(text => {
    const box = text.getBoundingClientRect(); return box.left < outer.left - 1 || box.right > outer.right + 1; })
    .map(text => text.textContent); }"""
# Labels over each other, in pixels.
CROSSED = """selector => { const boxes = [...document.querySelectorAll(selector + ' .timeline-label')]
    .filter(text => text.checkVisibility()).map(text => text.getBoundingClientRect());
  return boxes.flatMap((a, n) => boxes.slice(n + 1).filter(b =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length; }"""


def test_every_word_of_the_chart_is_german(show):
    page, german = show("timelines/german/"), words("de")
    said = page.locator(".timeline-chart").aria_snapshot()
    for name in ("search", "filter", "zoom_in", "zoom_out", "zoom_all"):
        assert german[name] in said, name
        assert words("en")[name] not in said.replace(german[name], ""), name
    page.locator(CURSOR).focus()
    assert announced(page) == "Sputnik piepst, 4. Oktober 1957"
    page.locator(".timeline-count", has_text="2 Ereignisse, 2 beschriftet").wait_for()
    assert "Okt" in " ".join(page.locator(".timeline-axis .timeline-tick").all_text_contents())


@pytest.mark.parametrize(
    ("timeline", "forms"), [("german", ["JJJJ", "JJJJ"]), ("kinds", ["YYYY", "YYYY", "YYYY-MM-DD"])]
)
def test_the_form_of_a_date_is_told_in_the_letters_of_the_language(show, timeline, forms):
    page = show(f"timelines/{timeline}/")
    fields = page.locator(".timeline-dates input").evaluate_all("all => all.map(one => one.placeholder)")
    assert fields == forms


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize(("script", "drawing"), [(True, ".timeline-over"), (False, ".timeline-svg:not(.hidden)")])
def test_from_right_to_left_nothing_is_cut_or_covered(show, width, script, drawing):
    page = show("timelines/arabic/", width=width, java_script_enabled=script)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if not script:
        [drawing] = page.eval_on_selector_all(
            ".timeline-svg", "all => all.filter(one => one.checkVisibility()).map(one => '.' + one.classList[1])"
        )
    assert page.evaluate(CUT, drawing) == []
    assert page.evaluate(CROSSED, drawing) == 0


def test_from_right_to_left_the_earliest_is_at_the_right_and_the_left_arrow_goes_on_in_time(show):
    page = show("timelines/arabic/")
    page.locator(CURSOR).focus()
    page.keyboard.press("Home")
    assert announced(page) == "إطلاق سبوتنيك, 4 أكتوبر 1957"
    places = {}
    for _ in range(5):
        places[announced(page).partition(",")[0]] = page.locator(CURSOR).bounding_box()["x"]
        page.keyboard.press("ArrowLeft")
    assert places["إطلاق سبوتنيك"] > places["غاغارين يدور حول الأرض"] > places["أول إنسان على القمر"]
    assert announced(page) == "أول إنسان على القمر, 20 يوليو 1969"


@pytest.mark.parametrize("path", ["timelines/arabic/", "embed/arabic/"])
def test_list_and_words_read_from_right_to_left(show, path):
    page = show(path)
    for part in (".timeline-events", ".timeline-count", ".timeline-caption"):
        assert page.locator(part).first.evaluate("part => getComputedStyle(part).direction") == "rtl", part
    assert len(listed(page)) == 5


# Whether the last sign of a text stands left of its first.
TURNED = """element => { const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  const [first, last] = [0, text.length - 1].map(at => { const range = document.createRange();
    range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect().left; });
  return last < first; }"""


@pytest.mark.parametrize(
    ("path", "script", "written"),
    [
        ("timelines/hebrew/", True, "#peace .timeline-permalink"),
        ("timelines/hebrew/", True, ".timeline-labels > .timeline-label:first-child"),
        ("timelines/hebrew/", True, ".timeline-tip strong"),
        ("timelines/hebrew/", False, "#peace .timeline-permalink"),
        ("timelines/hebrew/", False, ".timeline-svg:not(.hidden) .timeline-label"),
        ("embed/hebrew/", True, "#peace .timeline-permalink"),
    ],
)
def test_a_title_of_another_script_runs_as_that_script_does(show, path, script, written):
    page = show(path, java_script_enabled=script)
    for list_ in page.locator(".timeline-list summary").all():
        list_.click()
    if "tip" in written:
        page.locator(CURSOR).focus()
        page.keyboard.press("Home")
    title = page.locator(written).filter(has_text="עולם", visible=True).first
    assert title.evaluate(TURNED)

"""Drafts, plans and possibilities are marked as such wherever an event is published."""

from __future__ import annotations

import json

import feedparser
import pytest

from timeline.exchange import export
from timeline.figure.chart import chart_data
from timeline.figure.labels import wrap
from timeline.figure.static_svg import static_svg
from timeline.publish.embed import embed_files, snippet
from timeline.publish.feeds.files import feeds
from timeline.publish.head import article_head
from timeline.publish.pages import block, pages
from timeline.publish.search import with_events
from timeline.publish.settings import Settings
from timeline.publish.site import Site
from timeline.wording import marks

from .conftest import event, timeline_of

SITE = "https://example.org/"
SOURCE = {
    "title": "An article",
    "publisher": "A paper",
    "published": "2026-02-11",
    "quote": "Soon.",
    "expression": "soon",
}
TITLE = "Brücke wird gesperrt"
PLANNED = timeline_of(
    event(title=TITLE, date="2030-05-01", status="draft", certainty="planned", tags=["Brücken"], sources=[SOURCE]),
    event(id="b", title="Nichts Besonderes", date="2031-02-11"),
    language="de",
)
ON_SITE = Site((PLANNED,), Settings(site_url=SITE, language="en"))
LISTS = ["timelines/news", "browse/new", "browse/tags/brucken", "browse/on-this-day", "browse/dates", "browse/sources/"]


def marked(html: str) -> bool:
    return '<span class="timeline-mark">geplant</span> <span class="timeline-mark">Entwurf</span>' in html


@pytest.mark.parametrize("folder", LISTS)
def test_every_list_marks_it_in_the_language_of_its_timeline(folder):
    found = [page for page in pages(ON_SITE) if page.folder.startswith(folder) and TITLE in page.html]
    assert found
    assert all(marked(page.html) for page in found)


def test_the_pages_of_events_mark_it_where_they_lead_to_it():
    site = Site((PLANNED,), Settings(extras=("events",)))
    own, other = (page for page in pages(site) if page.folder.startswith("events/"))
    assert own.title == f"[geplant, Entwurf] {TITLE}"
    assert marked(own.html)
    assert f'<a rel="prev" href="../../../events/news/a/">[geplant, Entwurf] {TITLE}</a>' in other.html


def test_blocks_and_frames_mark_it_in_their_own_language():
    assert marked(block("", PLANNED))
    frames = {file.path: file.data.decode() for file in embed_files(ON_SITE, PLANNED) if file.path.endswith(".html")}
    assert marked(frames["embed/news/index.html"])
    assert '<span class="timeline-mark">draft</span>' in frames["embed/news/en/index.html"]


def test_the_chart_names_a_draft_as_one_and_draws_what_is_planned():
    assert chart_data(PLANNED)["events"]["title"] == [f"[Entwurf] {TITLE}", "Nichts Besonderes"]
    assert chart_data(PLANNED.model_copy(update={"language": "fr"}))["events"]["title"][0] == f"[brouillon] {TITLE}"
    assert "[Entwurf]" in static_svg(PLANNED)


def test_a_long_name_in_a_chart_keeps_its_mark():
    long = chart_data(timeline_of(event(title="word " * 50, status="draft")))["events"]["title"][0]
    assert wrap(long)[0].startswith("[draft] word")


@pytest.mark.parametrize("name", ["feed.xml", "rss.xml", "feed.json"])
def test_every_feed_marks_it_in_the_title(name):
    file = next(file for file in feeds(PLANNED, SITE) if file.path.endswith(name))
    if name == "feed.json":
        (item,) = [item for item in json.loads(file.data)["items"] if item["_timeline"]["status"] == "draft"]
        assert item["_timeline"]["certainty"] == "planned"
        titles = [item["title"]]
    else:
        titles = [entry.title for entry in feedparser.parse(file.data).entries]
    assert f"[geplant, Entwurf] {TITLE}" in titles


def test_programs_are_told_that_it_is_a_draft():
    assert "STATUS:TENTATIVE" in str(export(timeline_of(event(status="draft")), "icalendar").content)
    (work,) = json.loads(export(timeline_of(event(status="draft", places=["Ulm"])), "jsonld").content)[
        "itemListElement"
    ]
    assert (work["item"]["@type"], work["item"]["creativeWorkStatus"]) == ("CreativeWork", "Draft")
    (slide, _) = json.loads(export(PLANNED, "timelinejs").content)["events"]
    assert slide["display_date"] == "1. Mai 2030 · geplant · Entwurf"


def test_search_articles_and_codes_mark_it():
    index = with_events('{"docs": []}', [PLANNED])
    assert f"[geplant, Entwurf] {TITLE}" in json.loads(index)["docs"][0]["title"]
    assert f"[geplant, Entwurf] {TITLE}" in article_head(ON_SITE, "a", "An article", {"published": "2026-02-11"})
    assert f"{TITLE}</a> (geplant) (Entwurf)</li>" in snippet(ON_SITE, PLANNED)


def test_an_event_that_a_person_read_has_no_mark():
    assert marks(PLANNED.events[1]) == ()
    assert "timeline-mark" not in block("", timeline_of(event()))

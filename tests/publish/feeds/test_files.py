"""Feeds and downloads, read back by well-kept readers."""

from __future__ import annotations

import json

import feedparser
import jsonschema
import pytest

from timeline.exchange import read
from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.publish.feeds.files import DOWNLOADS, downloads, feeds, site_feeds
from timeline.publish.feeds.news import known_since, newest

SITE = "https://example.org/site/"
HOSTILE = '</title><script>alert("1")</script> & ]]> \x0b\u202e\ufeff'
TALKS = Timeline(
    id="talks",
    title="Talks & <more>",
    description="How it *went*.",
    language="de",
    events=(
        Event(
            id="old",
            date="1961-04-12",
            title="Told late",
            text="Some *text* with <b>tags</b>.",
            tags=("a & b",),
            sources=(
                {"url": "https://example.org/a?b=1&c=2", "published": "2026-02-11"},
                {"title": "No address", "published": "2025"},
            ),
        ),
        Event(id="undated", date="2025-02", title=HOSTILE, text=HOSTILE),
        Event(id="ides", date="-0043-03-15", title="Caesar is killed"),
        Event(id="open", date="../2019", title="Ends"),
    ),
)
_URL = {"type": "string", "pattern": "^https://"}
_STAMP = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "home_page_url": _URL,
        "feed_url": _URL,
        "items": {
            "type": "array",
            "items": {
                "required": ["id", "url", "content_html", "date_published"],
                "properties": {"id": _URL, "url": _URL, "external_url": _URL, "date_published": _STAMP},
            },
        },
    },
}


def _files(tl: Timeline = TALKS) -> dict[str, bytes]:
    return {file.path.rpartition("/")[2]: file.data for file in feeds(tl, SITE)}


@pytest.mark.parametrize(("name", "version"), [("feed.xml", "atom10"), ("rss.xml", "rss20")])
def test_a_feed_reader_reads_it(name, version):
    feed = feedparser.parse(_files()[name], sanitize_html=False)
    assert (feed.bozo, feed.version, feed.feed.title) == (False, version, "Talks & <more>")
    order = ("old", "undated", "open", "ides")
    assert [entry.id for entry in feed.entries] == [f"{SITE}timelines/talks/#{event}" for event in order]
    first = feed.entries[0]
    assert first.title == "Told late"
    assert first.link == f"{SITE}timelines/talks/#old"
    assert first.published_parsed[:3] == (2026, 2, 11)
    assert [tag.term for tag in first.tags] == ["a & b"]
    said = first.content[0].value if version == "atom10" else first.summary
    assert said == (
        '<p><time datetime="1961-04-12">12. April 1961</time></p>'
        "<p>Some <em>text</em> with &lt;b&gt;tags&lt;/b&gt;.</p>"
    )


@pytest.mark.parametrize("name", ["feed.xml", "rss.xml"])
def test_no_text_can_leave_its_place(name):
    data = _files()[name].decode()
    assert "<script" not in data
    assert not set("\x0b\u202e\ufeff") & set(data)
    assert len(feedparser.parse(data.encode()).entries) == len(TALKS.events)


def test_no_text_can_leave_its_place_in_a_json_feed():
    data = _files()["feed.json"].decode()
    assert not set("\x0b\u202e\ufeff") & set(data)
    assert not [item for item in json.loads(data)["items"] if "<script" in item["content_html"]]


def test_the_json_feed_has_its_shape():
    feed = json.loads(_files()["feed.json"])
    jsonschema.validate(feed, JSON_FEED)
    assert feed["feed_url"] == f"{SITE}timelines/talks/feed.json"
    assert feed["items"][0]["external_url"] == "https://example.org/a?b=1&c=2"
    assert feed["items"][0]["_timeline"] == {
        "date": "1961-04-12",
        "status": "reviewed",
        "certainty": "certain",
    }


def test_an_event_without_any_publication_date_is_as_new_as_its_date_says():
    days = {item.event.id: str(EdtfDate.of_day(item.day)) for item in newest([TALKS], SITE)}
    assert days == {"old": "2026-02-11", "undated": "2025-02-28", "open": "2019-12-31", "ides": "0001-01-01"}


def test_no_event_is_newer_than_its_timeline():
    planned = Event(title="Landing", date="2031")
    assert known_since(planned, Timeline(published="2026-02-11")) == EdtfDate("2026-02-11")
    assert known_since(planned, Timeline()) == EdtfDate("2031")


@pytest.mark.parametrize("certainty", ["planned", "possible"])
def test_what_is_yet_to_come_is_no_news_of_the_day_for_which_it_is_planned(certainty):
    base = Event(id="base", title="A base", date="2032", certainty=certainty)
    told = Event(id="told", title="A ship", date="2033", certainty=certainty, sources=[{"published": "2026-02-11"}])
    items = newest([Timeline(id="moon", events=[base, told])], SITE)
    assert [(item.event.id, item.stamp[:10]) for item in items] == [("told", "2026-02-11")]
    [item] = newest([Timeline(id="moon", events=[base], published="2026-02-12")], SITE)
    assert item.stamp[:10] == "2026-02-12"


def test_what_a_month_told_is_known_since_that_month_and_no_day_of_it():
    [item] = newest([Timeline(events=[Event(title="A", date="1961", sources=[{"published": "2026-02"}])])], SITE)
    assert (str(item.since), item.stamp[:10]) == ("2026-02", "2026-02-28")


def test_a_feed_has_the_newest_fifty():
    events = [Event(id=f"e{number}", title="A", date=f"19{number:02d}") for number in range(60)]
    feed = json.loads(_files(Timeline(id="long", events=events))["feed.json"])
    assert [item["id"].rpartition("#")[2] for item in feed["items"]] == [f"e{number}" for number in range(59, 9, -1)]


def test_the_feeds_of_the_site_have_the_events_of_all_timelines():
    other = Timeline(id="other", title="Other", events=(Event(id="x", date="2030", title="X"),))
    made = {file.path: file for file in site_feeds([TALKS, other], "News", "en", SITE)}
    feed = feedparser.parse(made["timelines/feed.xml"].data)
    assert (feed.feed.title, feed.entries[0].id) == ("News", f"{SITE}timelines/other/#x")
    assert sorted(made) == ["timelines/feed.json", "timelines/feed.xml", "timelines/rss.xml"]


def test_without_an_address_there_are_no_feeds():
    assert feeds(TALKS, "") == [] == site_feeds([TALKS], "News", "en", "")


def test_an_empty_timeline_has_empty_feeds():
    made = _files(Timeline(id="empty", title="Empty"))
    assert feedparser.parse(made["feed.xml"]).bozo is False
    assert json.loads(made["feed.json"])["items"] == []


@pytest.mark.parametrize("site_url", ["", SITE])
def test_each_download_is_of_its_format_and_the_same_each_time(site_url):
    made = {file.path.rpartition("/")[2]: file.data for file in downloads(TALKS, site_url)}
    assert {name: read(data, name=name).format for name, data in made.items()} == DOWNLOADS
    assert made == {file.path.rpartition("/")[2]: file.data for file in downloads(TALKS, site_url)}

"""The files: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1 of new events, and downloads in other formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any

from timeline.exchange import export
from timeline.model.characters import visible
from timeline.model.timeline import Timeline
from timeline.publish.feeds.news import Item, newest
from timeline.publish.outfile import OutFile
from timeline.publish.templating import render

__all__ = ["DOWNLOADS", "FEEDS", "downloads", "feeds", "site_feeds"]

FEEDS = {
    "feed.xml": "application/atom+xml",
    "rss.xml": "application/rss+xml",
    "feed.json": "application/feed+json",
}
DOWNLOADS = {
    "events.yaml": "yaml",
    "events.json": "json",
    "events.csv": "csv",
    "events.ics": "icalendar",
    "events.jsonld": "jsonld",
    "timelinejs.json": "timelinejs",
}


def feeds(tl: Timeline, site_url: str) -> list[OutFile]:
    """The feeds of the new events of one timeline.

    Args:
        tl: The timeline.
        site_url: The address of the site, with a slash at its end. Without one there are no feeds: their entries
            need permanent addresses.

    >>> [file.path for file in feeds(Timeline(id="race"), "https://example.org/")]
    ['timelines/race/feed.xml', 'timelines/race/rss.xml', 'timelines/race/feed.json']
    """
    if not site_url:
        return []
    folder = f"timelines/{tl.id}/"
    return _feed_files(folder, tl.title, tl.description, tl.language, partial(newest, [tl], site_url), site_url)


def site_feeds(timelines: Iterable[Timeline], title: str, language: str, site_url: str) -> list[OutFile]:
    """The feeds of the new events of all timelines of a site."""
    if not site_url:
        return []
    return _feed_files("timelines/", title, None, language, partial(newest, timelines, site_url), site_url)


def downloads(tl: Timeline, site_url: str) -> list[OutFile]:
    """The timeline as files in the formats of others, beside its page."""
    address = f"{site_url}timelines/{tl.id}/" if site_url else ""
    return [
        OutFile(f"timelines/{tl.id}/{name}", partial(_exported, tl, format_, address))
        for name, format_ in DOWNLOADS.items()
    ]


def _exported(tl: Timeline, format_: str, address: str) -> str | bytes:
    return export(tl, format_, address).content


def _feed_files(
    folder: str, title: str, description: str | None, language: str, news: Callable[[], list[Item]], site_url: str
) -> list[OutFile]:
    home, items = site_url + folder, cache(news)

    def xml(template: str) -> str:
        updated = items()[0].stamp if items() else "1970-01-01T00:00:00Z"
        told = {"title": title, "description": description, "language": language, "home": home, "updated": updated}
        return render(template, **told, items=items())

    return [
        OutFile(f"{folder}feed.xml", partial(xml, "atom.xml")),
        OutFile(f"{folder}rss.xml", partial(xml, "rss.xml")),
        OutFile(f"{folder}feed.json", lambda: _json_feed(title, description, language, items(), home)),
    ]


def _json_feed(title: str, description: str | None, language: str, items: list[Item], home: str) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": visible(title),
        "description": visible(description or ""),
        "home_page_url": home,
        "feed_url": f"{home}feed.json",
        "language": language,
        "items": [_json_item(item) for item in items],
    }
    return json.dumps({name: value for name, value in feed.items() if value != ""}, ensure_ascii=False, indent=1) + "\n"


def _json_item(item: Item) -> dict[str, Any]:
    event = item.event
    link = next((source.url for source in event.sources if source.url), None)
    given = {
        "id": item.address,
        "url": item.address,
        "external_url": link,
        "title": visible(item.title),
        "content_html": item.html,
        "date_published": item.stamp,
        "tags": [visible(tag) for tag in event.tags],
        "_timeline": {"date": str(event.date), "status": event.status, "certainty": event.certainty},
    }
    return {name: value for name, value in given.items() if value}

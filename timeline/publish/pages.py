"""The pages that a reader sees, as HTML that any host can put between its header and its footer."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator

from timeline.exchange.format import format_named
from timeline.figure.chart import chart_data
from timeline.model.timeline import Timeline
from timeline.publish import markup
from timeline.publish.assets import FOLDER, modules
from timeline.publish.browse import ACROSS, browse_pages, event_pages
from timeline.publish.embed import codes
from timeline.publish.feeds.files import DOWNLOADS
from timeline.publish.head import site_head, timeline_head
from timeline.publish.images import drawing
from timeline.publish.outfile import Page
from timeline.publish.search import read_by_host
from timeline.publish.site import Site, root_of
from timeline.publish.templating import render, say, visible

__all__ = ["block", "pages"]

_MOST_IN_PAGE = 500
_FEED_NAMES = {"feed.xml": "Atom", "rss.xml": "RSS", "feed.json": "JSON Feed"}


def pages(site: Site) -> Iterator[Page]:
    """Every page of the site."""
    yield index_page(site)
    for tl in site.timelines:
        yield timeline_page(site, tl)
        if site.makes("events"):
            yield from event_pages(site, tl)
    yield from browse_pages(site)


def index_page(site: Site) -> Page:
    """The page that lists all timelines."""
    folder, language = "timelines", site.settings.language
    title = say("timelines", language)
    browse = {name: say(name, language) for name in ACROSS if site.timelines and site.makes(name)}
    html = render("index.html", site=site, root=root_of(folder), title=title, language=language, browse=browse)
    description = say("all_timelines", language, site=site.settings.site_name)
    return Page(folder, title, html, description, site_head(site), listed=True, searched=True)


def timeline_page(site: Site, tl: Timeline) -> Page:
    """The page of one timeline: its chart and, below it, the same events as a list."""
    folder = f"timelines/{tl.id}"
    html = render(
        "timeline.html",
        site=site,
        root=root_of(folder),
        tl=tl,
        svg=drawing(tl),
        early=[f"{FOLDER}/{name}.js" for name in modules()],
        searched=read_by_host(tl),
        codes=codes(site, tl) if site.makes("embeds") else {},
        downloads=_downloads(site, tl),
        feeds=_FEED_NAMES if site.makes("feeds") and site.settings.site_url else {},
    )
    description = markup.plain(visible(tl.description or tl.title))
    return Page(folder, tl.title, html, description, timeline_head(site, tl), listed=True, searched=True)


def _downloads(site: Site, tl: Timeline) -> dict[str, str]:
    """The files to download, by their names beside the page, with what people call them."""
    picture = site.pictures.get(tl.id)
    images = {"chart.svg": "SVG"} | ({"chart.png": "PNG"} if picture.png else {}) if picture else {}
    return {name: format_named(format_).title for name, format_ in DOWNLOADS.items()} | images


def block(root: str, tl: Timeline, height: int | None = None, filter_: str = "") -> str:
    """A chart inside an article: the drawing, the list of its events behind a summary, a link to the whole timeline.

    Args:
        root: The way from the article to the root of the site.
        tl: The timeline, with the selected events only.
        height: How high the chart may become in pixels, None to let it find its own.
        filter_: The selection as a query string. The data of few events stands in the page, so that the chart has
            their lanes and their time only; of many, the browser client selects them itself.
    """
    few = bool(filter_ or height) and len(tl.events) <= _MOST_IN_PAGE
    data = json.dumps(chart_data(tl, height=height), ensure_ascii=False, separators=(",", ":")) if few else ""
    holder = f"timeline-data-{zlib.crc32(data.encode()):08x}"
    return render(
        "block.html",
        root=root,
        tl=tl,
        svg=drawing(tl, height),
        height=height,
        filter="" if few else filter_,
        holder=holder,
        data=data,
    )

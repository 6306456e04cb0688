"""The pages that a reader sees, as HTML that any host can put between its header and its footer."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup

from timeline.exchange.format import format_named
from timeline.figure.chart import chart_data
from timeline.model.characters import compact_json, visible
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.publish import markup
from timeline.publish.assets import CHART, PLOTLY
from timeline.publish.browse import ACROSS, browse_pages, event_pages
from timeline.publish.embed import codes
from timeline.publish.feeds.files import DOWNLOADS
from timeline.publish.head import site_head, timeline_head
from timeline.publish.images import drawing
from timeline.publish.outfile import Page
from timeline.publish.reasons import reasons
from timeline.publish.search import read_by_host
from timeline.publish.site import Site, root_of
from timeline.publish.templating import event_macro, render, say
from timeline.publish.words import page_words

__all__ = ["block", "changed_entries", "pages"]

_MOST_IN_PAGE = 500


def pages(site: Site) -> Iterator[Page]:
    """Every page of the site."""
    yield _index_page(site)
    for tl in site.timelines:
        yield timeline_page(site, tl)
        if site.makes("events"):
            yield from event_pages(site, tl)
    yield from browse_pages(site)


def _index_page(site: Site) -> Page:
    """The page that lists all timelines."""
    folder, language = "timelines", site.settings.language
    title = say("timelines", language)
    browse = {name: say(name, language) for name in ACROSS if site.timelines and site.makes(name)}
    html = partial(render, "index.html", site=site, root=root_of(folder), title=title, language=language, browse=browse)
    description = say("all_timelines", language, site=site.settings.site_name)
    return Page(folder, title, html, description, partial(site_head, site), listed=True, searched=True)


def timeline_page(site: Site, tl: Timeline) -> Page:
    """The page of one timeline: its chart and, below it, the same events as a list."""
    html, head = partial(_timeline_html, site, tl), partial(timeline_head, site, tl)
    description = markup.plain(visible(tl.description or tl.title))
    return Page(f"timelines/{tl.id}", tl.title, html, description, head, listed=True, searched=True)


def _timeline_html(site: Site, tl: Timeline) -> str:
    return render(
        "timeline.html",
        site=site,
        root=root_of(f"timelines/{tl.id}"),
        tl=tl,
        item=_items(site, tl),
        svg=drawing(tl),
        chart=CHART,
        plotly=PLOTLY,
        searched=read_by_host(tl),
        codes=codes(site, tl) if site.makes("embeds") else {},
        downloads=_downloads(site, tl),
    )


def _items(site: Site, tl: Timeline) -> Callable[[Event], Markup]:
    """What makes the entry of an event in the list; one that it has made before is made no more."""
    pages = tuple((kind, name, facet.slug) for kind in site.facets for name, facet in site.facets[kind].items())
    searched = read_by_host(tl)
    known = _known_items((site.settings, tl.id, tl.language, searched, pages))
    root = root_of(f"timelines/{tl.id}")

    def item(event: Event) -> Markup:
        # What a date counts from can be another event.
        key = (event, event.image and site.size_of(event.image), *reasons(event, tl))
        if key not in known:
            known[key] = event_macro()(site, root, tl, event, searched)
        return known[key]

    return item


def changed_entries(before: Site, now: Site, folder: str) -> dict[str, Any] | None:
    """What has changed in the list of the page of a timeline, for whoever has the page as it was before.

    Returns:
        Under ``entries`` for each event that is new or not as it was its ``id``, its ``html`` and the id of the event
        ``next`` to it, the last first; under ``gone`` the ids of those that are no longer there. None if the page is
        another one, or more than the list has changed, or nearly all of it.
    """
    name = folder.strip("/").removeprefix("timelines/")
    old, new = before.by_id.get(name), now.by_id.get(name)
    if old is None or new is None or _without_events(old) != _without_events(new):
        return None
    known, item = {event.id: (event, reasons(event, old)) for event in old.events}, _items(now, new)
    after = [event.id for event in new.events[1:]] + [None]
    pairs = zip(new.events, after, strict=False)
    changed = [pair for pair in pairs if known.get(pair[0].id) != (pair[0], reasons(pair[0], new))]
    gone = known.keys() - {event.id for event in new.events}
    if len(changed) + len(gone) > _MOST_IN_PAGE:
        return None
    entries = [{"id": event.id, "html": item(event), "next": following} for event, following in reversed(changed)]
    return {"entries": entries, "gone": sorted(map(str, gone))}


def _without_events(tl: Timeline) -> Timeline:
    return tl.model_copy(update={"events": ()})


@lru_cache(maxsize=8)
def _known_items(_around: Hashable) -> dict[Hashable, Markup]:
    return {}


def _downloads(site: Site, tl: Timeline) -> dict[str, str]:
    """The files to download, by their names beside the page, with what people call them."""
    picture = site.pictures.get(tl.id)
    images = {"chart.svg": "SVG"} | ({"chart.png": "PNG"} if picture.has_png else {}) if picture else {}
    phrases = page_words(tl.language).phrases
    formats = {name: format_named(format_) for name, format_ in DOWNLOADS.items()}
    # Most formats are called the same in every language.
    return {name: phrases.get(f"format_{known.name}", known.title) for name, known in formats.items()} | images


def block(
    root: str,
    tl: Timeline,
    height: int | None = None,
    filter_: str = "",
    code: str = "",
    among: Sequence[str] = (),
    number: int = 1,
) -> str:
    """A chart inside an article: the drawing, the list of its events behind a summary, a link to the whole timeline.

    Args:
        root: The way from the article to the root of the site.
        tl: The timeline, with the selected events only.
        height: How high the chart may become in pixels, None to let it find its own.
        filter_: The selection as a query string. The data of few events stands in the page, so that the chart has
            their lanes and their time only; of many, the browser client selects them itself.
        code: The code to copy into a page of another site, "" for none.
        among: The lanes of the whole timeline: a lane keeps its colour there.
        number: Which block of the article it is of those with the same events; from the second on, ids end in it.
    """
    few = bool(filter_ or height) and len(tl.events) <= _MOST_IN_PAGE
    chart = chart_data(tl, height=height, among=among) if few else {}
    data = compact_json(chart) if few else ""
    # Two hyphens are in no id of an event.
    ending = f"--{number}" if number > 1 else ""
    holder = f"timeline-data-{zlib.crc32(data.encode()):08x}{ending}"
    return render(
        "block.html",
        root=root,
        tl=tl,
        svg=drawing(tl, height, among),
        height=height,
        filter="" if few else filter_,
        holder=holder,
        code=code,
        data=data,
        ending=ending,
    )

"""Every file of a site that is no page: data of the charts, downloads, feeds, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from timeline.figure.tiles import chart_files
from timeline.model.characters import compact_json
from timeline.model.timeline import Timeline
from timeline.publish.embed import embed_files
from timeline.publish.feeds.files import downloads, feeds, site_feeds
from timeline.publish.outfile import OutFile
from timeline.publish.site import Site
from timeline.publish.templating import render
from timeline.store.schema import schema_text

__all__ = ["charts", "files", "others"]


def files(site: Site) -> Iterator[OutFile]:
    """Every file of the site that is no page: those of its timelines, and the schema of their YAML."""
    for tl in site.timelines:
        yield from charts(tl)
    yield from others(site)


def charts(tl: Timeline) -> Iterator[OutFile]:
    """The data of the chart of a timeline, the file that is needed first before all others."""
    yield from (OutFile(f"timelines/{tl.id}/{name}", compact_json(data)) for name, data in chart_files(tl))


def others(site: Site) -> Iterator[OutFile]:
    """The files that are made only when they are needed."""
    yield OutFile("schema/events.schema.json", schema_text)
    for tl in site.timelines:
        yield from _wanted(site, tl)
    if site.settings.site_url:
        yield from _sitemaps(site)
    if site.makes("feeds"):
        shared = site.settings
        yield from site_feeds(site.timelines, shared.site_name, shared.language, shared.site_url)


def _sitemaps(site: Site) -> Iterator[OutFile]:
    """A map beside each file that a head names as an alternate: Material asks for one there on each page."""
    pages = {f"timelines/{tl.id}/": _addresses(site, tl) for tl in site.timelines}
    pages |= {"timelines/": [site.address(folder) for folder in ("timelines/", *pages)]}
    for folder, addresses in pages.items():
        yield OutFile(f"{folder}sitemap.xml", render("sitemap.xml", addresses=addresses))


def _addresses(site: Site, tl: Timeline) -> list[str]:
    events = tl.events if site.makes("events") else ()
    return [site.address(path) for path in (f"timelines/{tl.id}/", *(f"events/{tl.id}/{one.id}/" for one in events))]


def _wanted(site: Site, tl: Timeline) -> Iterator[OutFile]:
    yield from downloads(tl, site.settings.site_url)
    if site.makes("embeds"):
        yield from embed_files(site, tl)
    if site.makes("feeds"):
        yield from feeds(tl, site.settings.site_url)
    if picture := site.pictures.get(tl.id):
        yield OutFile(f"timelines/{tl.id}/chart.svg", partial(getattr, picture, "svg"))
        yield OutFile(f"timelines/{tl.id}/chart-narrow.svg", partial(getattr, picture, "narrow_svg"))
        if picture.has_png:
            yield OutFile(f"timelines/{tl.id}/chart.png", picture.png)

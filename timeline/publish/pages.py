"""The pages that a reader sees, as HTML that any host can put between its header and its footer."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from timeline.figure.static_svg import chart_html
from timeline.model.timeline import Timeline
from timeline.publish import markup
from timeline.publish.outfile import Page
from timeline.publish.site import Site, root_of
from timeline.publish.templating import render

__all__ = ["block", "pages"]


def pages(site: Site) -> Iterator[Page]:
    """Every page of the site."""
    yield index_page(site)
    for tl in site.timelines:
        yield timeline_page(site, tl)


def index_page(site: Site) -> Page:
    """The page that lists all timelines."""
    folder = "timelines"
    html = render("index.html", site=site, root=root_of(folder))
    return Page(folder, "Timelines", html, f"All timelines of {site.settings.site_name}.", listed=True)


def timeline_page(site: Site, tl: Timeline) -> Page:
    """The page of one timeline: its chart and, below it, the same events as a list."""
    folder = f"timelines/{tl.id}"
    html = render("timeline.html", site=site, root=root_of(folder), tl=tl, svg=drawing(tl))
    return Page(folder, tl.title, html, markup.plain(tl.description or tl.title), listed=True)


def block(root: str, tl: Timeline, height: int | None = None, filter_: str = "") -> str:
    """A chart inside an article: the drawing, the list of its events behind a summary, a link to the whole timeline.

    Args:
        root: The way from the article to the root of the site.
        tl: The timeline, with the selected events only.
        height: The height of the chart in pixels, None to let it find its own.
        filter_: The selection as a query string, for the browser client.
    """
    return render("block.html", root=root, tl=tl, svg=drawing(tl), height=height, filter=filter_)


def drawing(tl: Timeline) -> Markup:
    """The chart without JavaScript."""
    return Markup(chart_html(tl))  # noqa: S704 - chart_html escapes every text

"""What belongs into the head of a page: feeds, previews, data for search engines."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from timeline.exchange import export
from timeline.model.timeline import Timeline
from timeline.publish import markup
from timeline.publish.feeds.files import FEEDS
from timeline.publish.site import Site
from timeline.publish.templating import render, visible

__all__ = ["json_script", "site_head", "timeline_head", "with_head"]


_MOST_EVENTS = 200


def with_head(html: str, head: str) -> str:
    """A page with more in its head.

    >>> with_head("<head><title>A</title></head>", '<link rel="alternate">')
    '<head><title>A</title><link rel="alternate"></head>'
    """
    return html.replace("</head>", f"{head}</head>", 1) if head else html


def site_head(site: Site) -> str:
    """The head of pages that belong to no single timeline."""
    return render("head.html", site=site, folder="timelines/", title=site.settings.site_name, feeds=FEEDS, tl=None)


def timeline_head(site: Site, tl: Timeline) -> str:
    """The head of the page of a timeline; a long list of events is told to search engines by its first ones."""
    short = tl.model_copy(update={"events": tl.events[:_MOST_EVENTS]})
    return render(
        "head.html",
        site=site,
        folder=f"timelines/{tl.id}/",
        title=tl.title,
        feeds=FEEDS,
        tl=tl,
        description=markup.plain(visible(tl.description or tl.title)),
        picture=site.pictures.get(tl.id),
        data=Markup(export(short, "jsonld", site.address(f"timelines/{tl.id}/")).content),  # noqa: S704 - has no "<"
    )


def json_script(data: Any) -> Markup:
    """JSON that can stand in a ``<script>`` element.

    >>> json_script("</script>")
    Markup('"\\\\u003c/script>"')
    """
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))  # noqa: S704

"""What belongs into the head of a page: feeds, previews, data for search engines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from timeline.exchange import export
from timeline.exchange.dates import span_of
from timeline.model.characters import compact_json, visible
from timeline.model.date import EdtfDate
from timeline.model.errors import DateError
from timeline.model.timeline import Timeline
from timeline.model.timestamps import published_date
from timeline.publish import markup
from timeline.publish.feeds.files import FEEDS
from timeline.publish.site import Entry, Site
from timeline.publish.templating import render
from timeline.wording import marked_title

__all__ = ["article_head", "json_script", "site_head", "timeline_head", "with_head"]


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


def article_head(site: Site, address: str, title: str, meta: Mapping[str, Any]) -> str:
    """The head of an article: what search engines are told of it (schema.org ``NewsArticle``).

    It is about the events that name it as their source. Nothing is told of a page without a publication date.

    Args:
        site: The site.
        address: Where the article stands, below the root of the site.
        title: Its headline.
        meta: Its front matter.
    """
    published = _published(meta)
    if not published:
        return ""
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": visible(title),
        "datePublished": str(published),
        "inLanguage": str(meta.get("language") or site.settings.language),
        "url": site.address(address) if site.settings.site_url else None,
        "publisher": {"@type": "Organization", "name": visible(site.settings.site_name)},
        "about": [_about(site, entry) for entry in site.by_source.get((title, str(published)), ())],
    }
    script = json_script({name: value for name, value in told.items() if value})
    return f'<script type="application/ld+json">{script}</script>'


def _published(meta: Mapping[str, Any]) -> EdtfDate | None:
    """The publication date in front matter; None if there is none, or one that only EDTF can say."""
    try:
        date = published_date(str(meta.get("published") or ""))
    except DateError:
        return None
    span = span_of(date)
    return date if span and span.exact and not span.end else None


def _about(site: Site, entry: Entry) -> dict[str, str]:
    address = site.address(f"timelines/{entry.timeline.id}/#{entry.event.id}")
    return {"@type": "Thing", "name": visible(marked_title(entry.event, entry.timeline.language)), "url": address}


def json_script(data: Any) -> Markup:
    """JSON that can stand in a ``<script>`` element.

    >>> json_script("</script>")
    Markup('"\\\\u003c/script>"')
    """
    return Markup(compact_json(data).replace("<", "\\u003c"))  # noqa: S704

"""Pages across timelines: by tag, person, place and source, what is new, on this day, how the dates were resolved."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.date import EdtfDate, Precision
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.publish import markup
from timeline.publish.feeds.news import newest
from timeline.publish.head import site_head
from timeline.publish.outfile import Page
from timeline.publish.site import FACETS, Entry, Site, root_of
from timeline.publish.templating import reasons, render, visible
from timeline.wording import date_in_words

__all__ = ["TITLES", "browse_pages", "event_pages"]

# The pages across timelines, by their names in the settings and in addresses.
TITLES = {
    "tags": "Tags",
    "people": "People and organizations",
    "places": "Places",
    "sources": "Sources",
    "new": "What’s new",
    "on-this-day": "On this day",
    "dates": "How dates are resolved",
}
_THIS_DAY = "The events whose day is known, by the day of the year."


def browse_pages(site: Site) -> Iterator[Page]:
    """Every page across timelines that the settings ask for."""
    for kind in FACETS:
        if site.makes(kind):
            yield from _facet_pages(site, kind)
    if site.makes("new"):
        yield _new_page(site)
    if site.makes("on-this-day"):
        yield _this_day_page(site)
    if site.makes("dates"):
        yield _dates_page(site)


def _facet_pages(site: Site, kind: str) -> Iterator[Page]:
    facets, title = site.facets[kind].values(), TITLES[kind]
    folder = f"browse/{kind}"
    html = render("facets.html", root=root_of(folder), title=title, facets=facets)
    yield Page(folder, title, html, f"{title} of the timelines of {site.settings.site_name}.")
    for facet in facets:
        html = render("facet.html", root=root_of(facet.folder), facet=facet, title=title)
        yield Page(facet.folder, visible(facet.name), html, f"Events: {visible(facet.name)}.")


def _new_page(site: Site) -> Page:
    folder = "browse/new"
    items = newest(site.timelines, site.settings.site_url)
    html = render("new.html", root=root_of(folder), items=items)
    return Page(folder, TITLES["new"], html, f"The newest events of {site.settings.site_name}.", site_head(site))


def _this_day_page(site: Site) -> Page:
    folder = "browse/on-this-day"
    by_day: dict[str, list[Entry]] = {}
    for entry in site.entries:
        if (date := entry.event.date.start) and date.precision >= Precision.DAY and date.earliest:
            by_day.setdefault(str(date.earliest)[-5:], []).append(entry)
    named = [(day, _day_name(day, site.settings.language), by_day[day]) for day in sorted(by_day)]
    return Page(
        folder, "On this day", render("this-day.html", root=root_of(folder), days=named), "Events by their day."
    )


def _day_name(day: str, language: str) -> str:
    return date_in_words(EdtfDate(f"XXXX-{day}"), language)


def _dates_page(site: Site) -> Page:
    folder = "browse/dates"
    resolved = [entry for entry in site.entries if reasons(entry.event, entry.timeline)]
    html = render("dates.html", root=root_of(folder), entries=resolved)
    return Page(folder, TITLES["dates"], html, "The reasoning behind each date that was given in words.")


def event_pages(site: Site, tl: Timeline) -> Iterator[Page]:
    """A page for each event of a timeline, with the ones before and after it."""
    around = [None, *tl.events, None]
    for before, event, after in zip(around, tl.events, around[2:], strict=False):
        yield _event_page(site, tl, event, before, after)


def _event_page(site: Site, tl: Timeline, event: Event, before: Event | None, after: Event | None) -> Page:
    folder = f"events/{tl.id}/{event.id}"
    root = root_of(folder)
    html = render("event-page.html", site=site, root=root, tl=tl, event=event, before=before, after=after)
    said = f"{date_in_words(event.date, tl.language)}: {markup.plain(visible(event.text or event.title))}"
    return Page(folder, visible(event.title), html, said[:300], searched=True)

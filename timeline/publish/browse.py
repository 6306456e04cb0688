"""Pages across timelines: by tag, person, place and source, what is new, on this day, how the dates were resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from timeline.model.characters import visible
from timeline.model.date import EdtfDate, Precision
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.publish import markup
from timeline.publish.feeds.news import newest
from timeline.publish.head import site_head
from timeline.publish.outfile import Later, Page
from timeline.publish.reasons import reasons
from timeline.publish.site import FACETS, Entry, Site, root_of
from timeline.publish.templating import render, say
from timeline.wording import date_in_words, marked_title

__all__ = ["ACROSS", "browse_pages", "event_pages"]

# The pages across timelines, by their names in the settings, in addresses and among the words.
ACROSS = (*FACETS, "new", "on-this-day", "dates")


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
    facets, language = site.facets[kind].values(), site.settings.language
    about = say("facets", language, kind=say(kind, language), site=site.settings.site_name)
    yield _across(site, kind, "facets.html", lambda: {"facets": facets}, about)
    for facet in facets:
        title, root = say(kind, language), root_of(facet.folder)
        html = partial(render, "facet.html", root=root, facet=facet, title=title, language=language)
        name = visible(facet.name)
        yield Page(facet.folder, name, html, say("facet", language, name=name))


def _across(
    site: Site, name: str, template: str, values: Callable[[], dict[str, object]], about: str = "", head: Later = ""
) -> Page:
    """A page across timelines, with the title that the words of the site's language have for it."""
    folder, language = f"browse/{name}", site.settings.language
    title = say(name, language)

    def html() -> str:
        return render(template, root=root_of(folder), title=title, language=language, **values())

    return Page(folder, title, html, about or say(f"{name}_about", language), head)


def _new_page(site: Site) -> Page:
    def values() -> dict[str, object]:
        return {"items": newest(site.timelines, site.settings.site_url), "feeds": site.feeds}

    return _across(site, "new", "new.html", values, head=partial(site_head, site))


def _this_day_page(site: Site) -> Page:
    return _across(site, "on-this-day", "this-day.html", partial(_days, site))


def _days(site: Site) -> dict[str, object]:
    by_day: dict[str, list[Entry]] = {}
    for entry in site.entries:
        if day := _known_day(entry.event.date):
            by_day.setdefault(str(day)[-5:], []).append(entry)
    named = [(day, _day_name(day, site.settings.language), by_day[day]) for day in sorted(by_day)]
    return {"days": named}


def _known_day(date: EdtfDate) -> EdtfDate | None:
    """The day on which it was or began, None where that is not surely known."""
    begin = date.start
    is_known = begin and begin.precision >= Precision.DAY and not begin.qualifier and not begin.is_choice
    return begin.earliest if begin and is_known else None


def _day_name(day: str, language: str) -> str:
    return date_in_words(EdtfDate(f"XXXX-{day}"), language)


def _dates_page(site: Site) -> Page:
    def values() -> dict[str, object]:
        return {"entries": [entry for entry in site.entries if reasons(entry.event, entry.timeline)]}

    return _across(site, "dates", "dates.html", values)


def event_pages(site: Site, tl: Timeline) -> Iterator[Page]:
    """A page for each event of a timeline, with the ones before and after it."""
    around = [None, *tl.events, None]
    for before, event, after in zip(around, tl.events, around[2:], strict=False):
        yield _event_page(site, tl, event, before, after)


def _event_page(site: Site, tl: Timeline, event: Event, before: Event | None, after: Event | None) -> Page:
    folder = f"events/{tl.id}/{event.id}"
    root = root_of(folder)
    html = partial(render, "event-page.html", site=site, root=root, tl=tl, event=event, before=before, after=after)
    said = f"{date_in_words(event.date, tl.language)}: {markup.plain(visible(event.text or event.title))}"
    return Page(folder, visible(marked_title(event, tl.language)), html, said[:300], searched=True)

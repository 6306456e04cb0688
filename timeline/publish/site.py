"""What is published together: the timelines, what their events have in common, and where each page stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from timeline.model.errors import TimelineError
from timeline.model.event import Event, Image, free_id, slug
from timeline.model.timeline import Timeline
from timeline.publish.images import Picture
from timeline.publish.settings import Settings
from timeline.publish.sizes import Size, size_of

__all__ = ["FACETS", "Entry", "Facet", "Site", "address_of", "root_of"]

FACETS = ("tags", "people", "places", "sources")
_FEEDS = {"feed.xml": "Atom", "rss.xml": "RSS", "feed.json": "JSON Feed"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in its timeline."""

    timeline: Timeline
    event: Event


@dataclass(frozen=True, slots=True)
class Facet:
    """What several events have in common: a tag, a person or organization, a place, a publisher."""

    kind: str
    name: str
    slug: str
    entries: tuple[Entry, ...]

    @property
    def folder(self) -> str:
        """Where its page stands."""
        return f"browse/{self.kind}/{self.slug}"


def root_of(folder: str) -> str:
    """The way from a page back to the root of the site.

    >>> root_of("timelines/space-race"), root_of("")
    ('../../', './')
    """
    return "../" * len([part for part in folder.split("/") if part]) or "./"


def address_of(folder: str) -> str:
    """The address of a folder from the root of the site, whatever it is called.

    >>> address_of("articles/Who? #1"), address_of("")
    ('articles/Who%3F%20%231/', '')
    """
    return quote(f"{folder}/".lstrip("/"))


@dataclass(frozen=True)
class Site:
    """The timelines of one site.

    Args:
        timelines: What is published.
        settings: How.

    Raises:
        TimelineError: Two timelines have the same id.
    """

    timelines: tuple[Timeline, ...]
    settings: Settings = field(default_factory=Settings)

    def __post_init__(self) -> None:
        if not self.settings.drafts:
            object.__setattr__(self, "timelines", tuple(map(_without_drafts, self.timelines)))
        seen: set[str] = set()
        for tl in self.timelines:
            if tl.id in seen:
                raise TimelineError(f"two timelines have the id '{tl.id}'", hint="rename a file or folder")
            seen.add(tl.id)

    @cached_property
    def by_id(self) -> dict[str, Timeline]:
        """The timelines by their ids."""
        return {tl.id: tl for tl in self.timelines}

    def timeline(self, name: str) -> Timeline:
        """The timeline with this id.

        Raises:
            TimelineError: There is none.
        """
        if name not in self.by_id:
            known = ", ".join(sorted(self.by_id)) or "there are none"
            raise TimelineError(f"there is no timeline '{name}'", hint=f"use one of: {known}")
        return self.by_id[name]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every event of every timeline, in the order of the dates."""
        found = (Entry(tl, event) for tl in self.timelines for event in tl.events)
        return tuple(sorted(found, key=lambda entry: entry.event.date.sort_key))

    @cached_property
    def by_source(self) -> dict[tuple[str, str], tuple[Entry, ...]]:
        """The events by the title and the publication date of each article that they name as a source."""
        found: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries:
            named = ((source.title, str(source.published)) for source in entry.event.sources if source.title)
            for told in dict.fromkeys(named):
                found.setdefault(told, []).append(entry)
        return {told: tuple(entries) for told, entries in found.items()}

    @cached_property
    def facets(self) -> dict[str, dict[str, Facet]]:
        """What events have in common, by kind and name."""
        return {kind: _facets(kind, self.entries) if kind in self.settings.extras else {} for kind in FACETS}

    @cached_property
    def pictures(self) -> dict[str, Picture]:
        """The charts as pictures, by the ids of the timelines."""
        return {tl.id: Picture(tl) for tl in self.timelines} if self.makes("images") else {}

    def size_of(self, image: Image) -> Size | None:
        """How large a picture is, in pixels; None if nobody knows."""
        return size_of(image, self.settings.docs)

    def address(self, path: str) -> str:
        """The full address of a path of the site, only the path where the site's address is not known."""
        return f"{self.settings.site_url}{path}"

    @property
    def feeds(self) -> dict[str, str]:
        """What its feeds are called, by their files; it has none where its address is not known."""
        return _FEEDS if self.makes("feeds") and self.settings.site_url else {}

    @property
    def hint(self) -> str:
        """What whoever builds the site should know of its settings, "" if nothing.

        >>> Site((), Settings(site_url="https://example.org")).hint, Site(()).hint[:19]
        ('', 'site_url is not set')
        """
        if self.settings.site_url or not (self.makes("embeds") or self.makes("feeds")):
            return ""
        return (
            "site_url is not set: the codes for other sites have no full addresses, and there are no feeds;"
            " write 'site_url: https://…' into the configuration of the site"
        )

    def makes(self, extra: str) -> bool:
        """Whether the settings ask for this."""
        return extra in self.settings.extras


def _without_drafts(tl: Timeline) -> Timeline:
    return tl.model_copy(update={"events": tuple(event for event in tl.events if event.status != "draft")})


def _facets(kind: str, entries: Iterable[Entry]) -> dict[str, Facet]:
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in dict.fromkeys(names(kind, entry.event)):
            by_name.setdefault(name, []).append(entry)
    return {name: Facet(kind, name, own, tuple(by_name[name])) for name, own in _slugs(sorted(by_name))}


def names(kind: str, event: Event) -> Iterator[str]:
    """What an event has of a kind: its tags, the people and organizations, the places, the publishers."""
    if kind == "sources":
        yield from (source.publisher for source in event.sources if source.publisher)
    else:
        yield from getattr(event, kind)
        yield from event.organizations if kind == "people" else ()


def _slugs(sorted_names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name with a slug of its own, the same ones as long as the names are the same."""
    taken: set[str] = set()
    for name in sorted_names:
        own = free_id(slug(name), taken)
        taken.add(own)
        yield name, own

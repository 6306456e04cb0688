"""Loading what is published."""

from __future__ import annotations

from timeline.publish.settings import Settings
from timeline.publish.site import Site
from timeline.store import Reader, load_all
from timeline.store.pictures import missing_pictures
from timeline.store.places import place_of
from timeline.store.reading import read_place

__all__ = ["load_site", "read_site"]


def read_site(settings: Settings, reader: Reader | None = None) -> tuple[Site, list[Exception]]:
    """The timelines that the settings name, and everything that is wrong with their files.

    Args:
        settings: What is published.
        reader: What has read them before, if something has.

    Raises:
        TimelineError: There is no such folder, or the file it names cannot be read.
    """
    if settings.events.is_file():
        reading = read_place(place_of(settings.events))
        if reading.problems:
            raise reading.problems[0]
        return Site((reading.timeline,), settings), list(missing_pictures(reading, settings.docs))
    timelines, problems = load_all(settings.events, reader, settings.docs)
    return Site(tuple(timelines), settings), list(problems)


def load_site(settings: Settings) -> Site:
    """The timelines that the settings name.

    Raises:
        TimelineError: The first thing that is wrong with them.
    """
    site, problems = read_site(settings)
    if problems:
        raise problems[0]
    return site

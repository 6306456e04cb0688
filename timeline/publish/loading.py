"""Loading what is published."""

from __future__ import annotations

from timeline.publish.settings import Settings
from timeline.publish.site import Site
from timeline.store import Reader, load, load_all

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
        return Site((load(settings.events),), settings), []
    timelines, problems = load_all(settings.events, reader)
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

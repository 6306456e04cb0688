"""The docs folder has the pages that people write; where one stands, nothing that is made of the events can stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from timeline.model.errors import TimelineError
from timeline.publish.articles import folder_of
from timeline.publish.outfile import OutFile, Page

__all__ = ["untaken"]

_Made = TypeVar("_Made", Page, OutFile)


def untaken(made: Iterable[_Made], docs: Path, sources: Iterable[str]) -> Iterator[_Made]:
    """What is made of the events, one after the other, as long as no file of the docs folder stands in its place.

    Args:
        made: Pages or files of the site.
        docs: The docs folder.
        sources: The files in it.

    Raises:
        TimelineError: One of them would hide, or be hidden.

    >>> list(untaken([OutFile("timelines/feed.xml", "")], Path("docs"), ["timelines/feed.xml"]))
    Traceback (most recent call last):
    timeline.model.errors.TimelineError: docs/timelines/feed.xml: 'timelines/feed.xml' is made of the events, ...
    """
    taken = {_path(source): source for source in sources}
    for each in made:
        if each.path in taken:
            raise TimelineError(
                f"'{each.path}' is made of the events, so no other file can stand there",
                hint="give this one another name, or put it into another folder",
                path=docs / taken[each.path],
            )
        yield each


def _path(source: str) -> str:
    """Where a file of the docs folder stands in the site, if each page has a folder of its own."""
    return f"{folder_of(Path(source))}/index.html".lstrip("/") if source.endswith(".md") else source

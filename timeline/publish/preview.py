"""A live preview makes again only what has changed: the many pages that no navigation lists are kept as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.publish.outfile import OutFile, Page, write

__all__ = ["Preview"]


class Preview:
    """The pages of the last build, as the host has finished them.

    >>> preview, page = Preview(), Page("browse/tags/first", "first", "<h1>first</h1>")
    >>> [list(preview.changed([page])), preview.keep(page, "<html>…"), list(preview.changed([page]))][::2]
    [[Page(folder='browse/tags/first', ...)], []]
    """

    def __init__(self) -> None:
        self._finished: dict[str, tuple[Page, str]] = {}
        self._unchanged: list[str] = []

    def changed(self, pages: Iterable[Page]) -> Iterator[Page]:
        """The pages that must be made: those in the navigation, and those that are new or not as they were."""
        self._unchanged = []
        for page in pages:
            if page.listed or self._finished.get(page.folder, (None, ""))[0] != page:
                yield page
            else:
                self._unchanged.append(page.folder)

    def keep(self, page: Page, output: str) -> None:
        """Remember a page as the host has finished it."""
        if not page.listed:
            self._finished[page.folder] = (page, output)

    def restore(self, folder: Path) -> None:
        """Write the pages that were not made again; hosts empty the folder before each build."""
        write(folder, (OutFile(f"{name}/index.html", self._finished[name][1]) for name in self._unchanged))

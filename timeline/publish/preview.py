"""The site while someone edits it: what is ours on it is made when it is asked for, from the events as they are now.

The host builds the site with a mark wherever something of ours belongs. When an event changes, nothing is built: the
marks are filled in anew in those pages that someone looks at. Only what changes the layout, such as an article, a title
of a timeline or a new tag, needs the host again.
"""

from __future__ import annotations

import gc
import json
import logging
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from stat import S_ISREG
from typing import Any, TypeAlias

from timeline.check import run
from timeline.check.report import relative
from timeline.model.errors import TimelineError
from timeline.model.garbage import no_garbage_collection
from timeline.publish.assets import FOLDER, PREVIEW, preview_script
from timeline.publish.blocks import unshown
from timeline.publish.files import charts, others
from timeline.publish.head import with_head
from timeline.publish.loading import read_site
from timeline.publish.outfile import OutFile, Page
from timeline.publish.pages import changed_entries, pages
from timeline.publish.search import INDEXES, with_events
from timeline.publish.settings import Settings
from timeline.publish.site import Site
from timeline.store import Reader

__all__ = ["Preview"]

_log = logging.getLogger(__name__)
Make: TypeAlias = Callable[[Site], str]
_MARK = re.compile(r"<(h1|div) data-timeline-mark[^>]*>(\d+)</\1>")
_CHART_FILE = re.compile(r"timelines/([^/]+)/.+\.json")
_CHECK = f"{FOLDER}/check.json"


class Preview:
    """The site as it is now, for a host that builds it and a server that shows it.

    Args:
        report: What tells whoever runs the server that a part of a page that is looked at cannot be made.

    Attributes:
        site: The timelines.
        trouble: Why what is shown may be older than what was saved; "" if it is not.
    """

    def __init__(self, report: Callable[[str], None] = _log.warning) -> None:
        self._report = report
        self.site = self._before = Site(())
        self.trouble = ""
        self._changed = threading.Condition(threading.RLock())
        self._run, self._version, self._built = time.time_ns(), 0, 0
        self._reader = Reader()
        self._settings = Settings()
        self._makers: dict[int, Make] = {}
        self._numbers = count()
        self._layouts: dict[str, tuple[str, str]] = {}
        self._indexes: dict[str, str] = {}
        self._shapes: dict[str, Page] = {}
        self._watched: list[Path] = []
        self._saved: dict[Path, tuple[int, int]] = {}
        self._show(self.site)

    def read(self, settings: Settings) -> list[Exception]:
        """Read the events; if they cannot be read at all, what was there stays. What is wrong with them is returned."""
        self._settings = settings
        try:
            site, problems = read_site(settings, self._reader)
            self.trouble = ""
        except (TimelineError, OSError) as error:  # a file may be gone while it is read
            self.trouble = str(error)
            return [error]
        if site.timelines != self.site.timelines or site.settings != self.site.settings:
            self._show(site)
        return problems

    def _show(self, site: Site) -> None:
        self.site = site
        self._pages = {page.source: page for page in pages(site)}
        ours = (OutFile(PREVIEW, preview_script), OutFile(_CHECK, self._check))
        self._files = {file.path: file for file in (*ours, *others(site))}
        self._forget()

    def _forget(self) -> None:
        self._charts = {tl.id: charts(tl) for tl in self.site.timelines}
        self._made: dict[str, bytes] = {}

    def mark(self, make: Make, tag: str = "div") -> str:
        """A mark that is filled in whenever the page around it is asked for.

        >>> preview = Preview()
        >>> preview.mark(lambda site: f"{len(site.timelines)} timelines")
        '<div data-timeline-mark data-search-exclude>0</div>'
        >>> preview.filled("<p>" + preview.mark(lambda site: "Soon") + "</p>")
        '<p>Soon</p>'
        """
        number = next(self._numbers)
        self._makers[number] = make
        return f"<{tag} data-timeline-mark data-search-exclude>{number}</{tag}>"

    def filled(self, page: str) -> str:
        """A page with its marks filled in."""
        return _MARK.sub(lambda mark: self._fill(self._makers[int(mark[2])]), page)

    def _fill(self, make: Make) -> str:
        try:
            return make(self.site)
        except TimelineError as error:
            self._report(str(error))
            return unshown(error)

    def pages(self) -> Iterator[Page]:
        """The pages that the host must make, with marks in them: those it lists, and those that are new or changed."""
        before, self._shapes = self._shapes, _shapes(self._pages)
        kept = {name for name, page in self._shapes.items() if not page.listed and before.get(name) == page}
        self._layouts = {path: layout for path, layout in self._layouts.items() if layout[0] in kept}
        for name, page in self._shapes.items():
            if name not in kept:
                body, head = partial(self._part, name, "html"), partial(self._part, name, "head")
                yield replace(page, body=self.mark(body, "h1"), extra=self.mark(head))

    def _part(self, name: str, part: str, _site: Site) -> str:
        return str(getattr(self._pages[name], part))

    def files(self) -> Iterator[OutFile]:
        """The files that links may lead to; what is in them comes when they are asked for."""
        yield from (OutFile(path, "") for path in self._files)

    def keep(self, path: str, source: str, output: str) -> None:
        """Remember a page as the host has finished it.

        Args:
            path: Where it stands in the site.
            source: Its source.
            output: The page, with its marks.
        """
        self._layouts[path] = (source, output)

    def built(self, folder: Path) -> None:
        """Remember what else the host has made, and forget the marks of pages that it has made anew."""
        marked = {int(mark[2]) for _, page in self._layouts.values() for mark in _MARK.finditer(page)}
        self._makers = {number: make for number, make in self._makers.items() if number in marked}
        self._indexes = {name: text for name in INDEXES if (text := _text(folder / name))}

    def watch(self, paths: Iterable[str]) -> None:
        """Begin to tell changes of the events from all others, at paths that the host watches."""
        self._watched = [Path(path) for path in paths if Path(path).resolve() != self._settings.events.resolve()]
        self._saved = _saved(self._watched)

    def rebuild(self, build: Callable[[], object]) -> None:
        """Take what was saved: by the host if the layout changes. Whatever goes wrong is shown on the page."""
        with self._changed, no_garbage_collection():
            saved, self._before = self._saved, self.site
            self._saved = _saved(self._watched)
            if saved == self._saved:
                self.read(self._settings)
            if saved != self._saved or _shapes(self._pages) != self._shapes:
                self._build(build)
            self._tell()
            # A collector that went over all events again would take longer than what is left to do.
            gc.freeze()

    def _tell(self) -> None:
        """Begin a new version; a page that was made with the one before would be loaded again for ever."""
        self._version += 1
        stale = {_CHECK, *self._layouts}
        self._made = {path: made for path, made in self._made.items() if path not in stale}
        self._changed.notify_all()

    def _build(self, build: Callable[[], object]) -> None:
        gc.unfreeze()
        # A host that stops here would never answer again.
        try:
            build()
        except (Exception, SystemExit) as error:
            self.trouble = f"the site cannot be built: {error or type(error).__name__}"
            self._saved = {}
        self._forget()
        self._built = self._version + 1

    @property
    def version(self) -> str:
        """The state of the site, as pages know it."""
        return f"{self._run}-{self._version}"

    def changes(self, page: str, version: str, seconds: float = 25) -> dict[str, Any]:
        """What has changed in a page since a version; waits until something has.

        Args:
            page: Where the page stands.
            version: What it shows.
            seconds: How long to wait.

        Returns:
            The version that there is now, and the entries of the list that have changed, or that the page is to be
            loaded as a whole.
        """
        with self._changed:
            if version == self.version:
                self._changed.wait(seconds)
            told: dict[str, Any] = {"version": self.version}
            if version == self.version:
                return told
            one_back = version == f"{self._run}-{self._version - 1}" and self._built < self._version
            entries = changed_entries(self._before, self.site, page) if one_back else None
            return {**told, "reload": True} if entries is None else {**told, **entries}

    def content(self, path: str) -> bytes | None:
        """What there is at a path of the site, as it is now; None if it is none of ours."""
        with self._changed, no_garbage_collection():
            if path not in self._made:
                self._made |= {file.path: file.data for file in self._files_for(path)}
            return self._made.get(path)

    def _files_for(self, path: str) -> Iterator[OutFile]:
        chart = _CHART_FILE.fullmatch(path)
        if path in self._layouts:
            known = f'<meta name="timeline-preview" content="{self.version}">'
            yield OutFile(path, with_head(self.filled(self._layouts[path][1]), known))
        elif path in self._files:
            yield self._files[path]
        elif path in self._indexes:
            yield OutFile(path, with_events(self._indexes[path], self.site.timelines))
        elif chart and chart[1] in self._charts:
            yield from _until(path, self._charts[chart[1]])

    def _check(self) -> str:
        try:
            events = self._settings.events
            diagnostics = run([events], read=self._reader.read, docs=self._settings.docs, top=events)
            found = [{**each.as_dict(), "path": relative(each.path)} for each in diagnostics]
        except TimelineError as error:
            found, self.trouble = [], str(error)
        return json.dumps({"trouble": self.trouble, "findings": found}, ensure_ascii=False)


def _shapes(made: dict[str, Page]) -> dict[str, Page]:
    """What the host must know of the pages."""
    return {name: replace(page, body="", extra="") for name, page in made.items()}


def _until(path: str, files: Iterator[OutFile]) -> Iterator[OutFile]:
    for file in files:
        yield file
        if file.path == path:
            return


def _saved(paths: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """When each file was saved, and how large it is."""
    saved = {}
    for file in (file for path in paths for file in ([path] if path.is_file() else path.rglob("*"))):
        with suppress(FileNotFoundError):  # editors keep files for a moment only
            found = file.stat()
            if S_ISREG(found.st_mode):
                saved[file] = (found.st_mtime_ns, found.st_size)
    return saved


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""

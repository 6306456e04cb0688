"""A Python-Markdown extension: charts in articles by a fenced block, and the dates of an article kept readable.

It needs no host; MkDocs, ProperDocs and Zensical tell it which page is being made.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from posixpath import dirname, relpath
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from timeline.model.errors import DateError, FoundError, TimelineError
from timeline.publish.articles import above, mark_dates
from timeline.publish.blocks import PageBlocks, block_html
from timeline.publish.fences import Fence, parts
from timeline.publish.outfile import Page
from timeline.publish.settings import Settings
from timeline.publish.site import Site
from timeline.publish.templating import TOP, say
from timeline.store.problems import date_hint
from timeline.yamldoc import split_front_matter

__all__ = ["PageContext", "TimelineExtension", "makeExtension", "page_markdown"]

_log = logging.getLogger(__name__)

_HTML_FENCE = "timeline-html"
_LONG_FENCE = "`" * 12
# The relative addresses in our own HTML, whose quotes are escaped everywhere else.
_RELATIVE = re.compile(r'(?P<name> (?:href|src)=")(?![/#?]|[a-z][a-z0-9+.-]*:)(?P<address>[^"]+)', re.IGNORECASE)


@dataclass(frozen=True)
class PageContext:
    """The page that is being made.

    Args:
        url: Its address below the root of the site.
        path: Its source, for messages.
        meta: Its front matter.
        above: Gives what stands above its text in its source; that is asked for when something is wrong.
        rewritten: Whether the host takes links in HTML for those of the source, and rewrites them; Zensical does.
    """

    url: str = ""
    path: str = ""
    meta: dict[str, Any] = field(default_factory=dict)
    above: Callable[[], str] = str
    rewritten: bool = False

    @property
    def root(self) -> str:
        """The way from the page to the root of the site.

        >>> PageContext("articles/a-year-of-talks/").root
        '../../'
        """
        return "../" * self.url.removeprefix("./").count("/") or "./"

    def place(self, line: int) -> str:
        """A line of its text, as a place in its source.

        >>> PageContext("a/", "a.md", above=lambda: "---\\ntitle: A\\n---\\n").place(2)
        'a.md:5'
        """
        before = self.above().count("\n")
        return f"{self.path or 'the page'}:{before + line}"

    def place_of(self, name: str) -> str:
        """A field of its front matter, as a place in its source; the whole of it, if something else states that field.

        >>> page = PageContext("a/", "a.md", above=lambda: "---\\ntitle: A\\n---\\n")
        >>> page.place_of("title"), page.place_of("language")
        ('a.md:2', 'a.md')
        """
        lines = enumerate(self.above().splitlines(), 1)
        stated = next((f":{number}" for number, line in lines if line.startswith(f"{name}:")), "")
        return f"{self.path or 'the page'}{stated}"

    def linked(self, html: str) -> str:
        """HTML with links from the page, as the host wants them.

        >>> page = PageContext("articles/talks/", "articles/talks.md", rewritten=True)
        >>> page.linked('<a href="../../timelines/"> <a href="events.csv">')
        '<a href="../timelines/"> <a href="talks/events.csv">'
        """
        way = relpath(dirname(self.url) or ".", dirname(self.path) or ".")
        if not self.rewritten or way == ".":
            return html
        return _RELATIVE.sub(lambda found: f"{found['name']}{_joined(escape(way).split('/'), found['address'])}", html)


def _joined(way: list[str], address: str) -> str:
    """An address as it is at the beginning of a way to where it stands."""
    while way and address.startswith("../"):
        way, address = way[:-1], address.removeprefix("../")
    return "/".join([*way, address]) or "./"


def _left(page: Any, config: Mapping[str, Any]) -> PageContext:
    """The page that Zensical is making."""
    source = Path(config["root_dir"], config["docs_dir"], page.path)
    return PageContext(page.url, page.path, page.meta, partial(_front, source), rewritten=True)


def _front(source: Path) -> str:
    """The front matter of a page and the empty lines below it; Zensical hands on the rest."""
    page = source.read_text(encoding="utf-8-sig")
    return above(page, split_front_matter(page)[1].lstrip("\n"))


def _refuse(warning: str) -> None:
    raise FoundError(warning)


class TimelineExtension(Extension):
    """The extension ``timeline``; its option ``events`` names the folder or file with the events."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "events": ["events", "The folder with the YAML files, or one file."],
            "language": ["en", "The language of pages that name none (BCP 47)."],
            "site_url": ["", "The address at which the site will stand."],
            "strict": [False, "Whether a warning is an error."],
        }
        self.site: Site | None = None
        self.page: PageContext | None = None
        self.put: Callable[[Callable[[Site], str]], str] = self.now
        super().__init__(**options)
        self.report: Callable[[str], None] = _refuse if self.getConfig("strict") else _log.warning

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Put the processors in: before the fences of code, after the inline marks, after the table of contents."""
        blocks = _Blocks(md, self)
        md.preprocessors.register(blocks, "timeline", 27)
        md.treeprocessors.register(_Dates(md, self), "timeline", 12)
        md.treeprocessors.register(_Top(md, self, blocks), "timeline-top", 4)

    def context(self, md: Markdown) -> PageContext:
        """The page that is being made, as the host tells it; Zensical leaves it with a preprocessor of its own."""
        if self.page:
            return self.page
        left: Any = next((each for each in md.preprocessors if getattr(each, "page", None)), None)
        return _left(left.page, left.config) if left else PageContext()

    def now(self, make: Callable[[Site], str]) -> str:
        """What is made of the timelines, at once; a live preview makes it whenever the page is looked at."""
        return make(self.timelines())

    def timelines(self) -> Site:
        """The timelines that a block can show."""
        if self.site is None:
            from timeline.publish.loading import load_site

            told = {name: self.getConfig(name) for name in ("events", "language", "site_url")}
            self.site = load_site(Settings.of(told))
        return self.site

    def language(self, page: PageContext) -> str:
        """The language of a page: the one that it names, else that of the site."""
        given = self.site.settings.language if self.site else self.getConfig("language")
        return str(page.meta.get("language") or given)


class _Blocks(Preprocessor):
    """Fenced blocks of the language ``timeline``, in capitals or not, become charts; other fences stay as they are."""

    def __init__(self, md: Markdown, extension: TimelineExtension) -> None:
        super().__init__(md)
        self.extension = extension
        self.is_whole_page = False

    def run(self, lines: list[str]) -> list[str]:
        self.is_whole_page = False
        return list(self._replaced(lines))

    def _replaced(self, lines: list[str]) -> Iterator[str]:
        blocks = PageBlocks()
        for part in parts(lines):
            if isinstance(part, str):
                yield part
            elif part.language.lower() == "timeline" or part.language == _HTML_FENCE:
                yield from (part.before.rstrip(), f"{part.before}{self._stash(part, blocks)}", part.before.rstrip())
                yield from () if part.closed else part.below
            else:
                yield from (part.first, *part.below)

    def _stash(self, fence: Fence, blocks: PageBlocks) -> str:
        page = self.extension.context(self.md)
        if fence.language == _HTML_FENCE:
            self.is_whole_page = True
            return self.md.htmlStash.store(page.linked("\n".join(fence.body)))
        place = blocks.add(_written(fence))
        try:
            html = self.extension.put(partial(_chart, fence, page, blocks, place))
        except TimelineError as error:
            self.extension.report(str(error))
            html = f'<p class="timeline-problem">{escape(say("problem", self.extension.language(page)))}</p>'
        return self.md.htmlStash.store(page.linked(html))


def _written(fence: Fence) -> str:
    return "\n".join([fence.rest.strip(), *fence.body])


def _chart(fence: Fence, page: PageContext, blocks: PageBlocks, place: int, site: Site) -> str:
    """The HTML of a block; what is wrong with it is told with its place, whenever it is made."""
    try:
        if not fence.closed:
            raise TimelineError("the block is not closed", hint=f"write {fence.marks} below it")
        return block_html(_written(fence), site, page.root, blocks.number(place, site))
    except TimelineError as error:
        raise TimelineError(f"{page.place(fence.number)}: {error}") from error


class _Dates(Treeprocessor):
    """The dates of a page with a publication date say what they mean."""

    def __init__(self, md: Markdown, extension: TimelineExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        page = self.extension.context(self.md)
        if not page.meta.get("published"):
            return
        try:
            mark_dates(root, str(page.meta["published"]), self.extension.language(page))
        except DateError as error:
            hint = date_hint(str(page.meta["published"]), error)
            self.extension.report(f"{page.place_of('published')}: `published`: {error.message}; {hint}")
        except TimelineError as error:
            self.extension.report(f"{page.place_of('language')}: its dates are not marked up: {error}")


class _Top(Treeprocessor):
    """The heading of a page of ours, in the table of contents: there themes look for what a reader can skip to."""

    def __init__(self, md: Markdown, extension: TimelineExtension, blocks: _Blocks) -> None:
        super().__init__(md)
        self.extension = extension
        self.blocks = blocks

    def run(self, root: Element) -> None:  # noqa: ARG002
        if not self.blocks.is_whole_page:
            return
        title = str(self.extension.context(self.md).meta.get("title", ""))
        entry = {"level": 1, "id": TOP, "name": title, "html": title, "data-toc-label": "", "children": []}
        self.md.toc_tokens = [entry]  # type: ignore[attr-defined]


def makeExtension(**options: Any) -> TimelineExtension:  # noqa: N802
    """What Python-Markdown calls to get the extension."""
    return TimelineExtension(**options)


def page_markdown(page: Page) -> str:
    """A page as Markdown, for hosts that build pages from nothing else.

    Titles are escaped: hosts put them into their navigation as they are.
    """
    front = {"title": escape(page.title), "description": escape(page.description)}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
    # The chart gets the room of the table of contents, which would be empty.
    lines.append("hide: [toc]")
    lines += [] if page.searched else ["search: {exclude: true}"]
    return "\n".join(["---", *lines, "---", "", f"{_LONG_FENCE}{_HTML_FENCE}", page.html, _LONG_FENCE, ""])

"""A complete site without any site generator: the pages of the timelines, and the Markdown pages around them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from timeline.model.errors import TimelineError
from timeline.publish.articles import folder_of, read_article
from timeline.publish.assets import CLIENT, PLAIN_STYLES, assets
from timeline.publish.files import files, others
from timeline.publish.head import article_head
from timeline.publish.hostfile import HostFile
from timeline.publish.hosts import problems_of, refuse_links
from timeline.publish.markdown_ext import PageContext, TimelineExtension
from timeline.publish.outfile import OutFile, Page, write
from timeline.publish.pages import pages
from timeline.publish.site import Site, address_of, root_of
from timeline.publish.taken import untaken
from timeline.publish.templating import render, say
from timeline.store.pictures import lacking

__all__ = ["build_without_host", "site_files"]

# An address with a scheme, or from the top of a server on.
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_EXTENSIONS = ("admonition", "attr_list", "fenced_code", "tables", "toc")


def build_without_host(config: HostFile, site: Site, out: Path, strict: bool) -> list[TimelineError]:
    """Write a complete site.

    Returns:
        What is wrong with its articles.

    Raises:
        TimelineError: A page cannot be made, there is a warning and the build is strict, or no host would take the
            configuration.
    """
    _refuse_unusable(config)
    warnings: list[str] = []
    write(out, site_files(config, site, warnings))
    return problems_of(warnings, strict)


def _refuse_unusable(config: HostFile) -> None:
    """Refuse what site generators refuse, too: a folder of pages that is not there, a navigation that is no list."""
    if config.values.get("docs_dir") and not config.docs.is_dir():
        hint = "write the name of the folder of the pages, or leave it out"
        raise TimelineError(f"`docs_dir`: there is no folder '{config.docs}'", hint=hint, path=config.path)
    if not isinstance(config.values.get("nav") or [], list):
        raise TimelineError("`nav`: a list is expected", hint="write '- index.md' below it", path=config.path)


def site_files(config: HostFile, site: Site, warnings: list[str]) -> Iterator[OutFile]:
    """Every file of a complete site: pages, assets, data, and the files of the docs folder."""
    articles = list(_articles(config.docs, site, warnings))
    sources = [path.relative_to(config.docs).as_posix() for path in _sources(config.docs)]
    made = [*untaken(pages(site), config.docs, sources), *articles]
    navigation = _navigation(made, config.values.get("nav"))
    for page in made:
        yield OutFile(page.path, _complete(page, site, navigation, root_of(page.folder), _address(page, site)))
    yield OutFile("404.html", _missing(site, navigation))
    yield from untaken((*assets(), *files(site)), config.docs, sources)
    if site.settings.site_url:
        yield OutFile("sitemap.xml", render("sitemap.xml", addresses=[_address(page, site) for page in made]))
    for source in sources:
        if not source.endswith(".md"):
            yield OutFile(source, (config.docs / source).read_bytes())


def _missing(site: Site, navigation: list[tuple[str, str]]) -> str:
    """What servers answer with at any address that leads nowhere: only its full ways lead back."""
    page = Page(
        "", say("missing", site.settings.language), partial(render, "missing.html", language=site.settings.language)
    )
    return _complete(page, site, navigation, urlsplit(site.settings.site_url).path or "/", "")


def _complete(page: Page, site: Site, navigation: list[tuple[str, str]], root: str, address: str) -> str:
    home = "" if any(href == "" for _, href in navigation) else "timelines/"
    return render(
        "page.html",
        root=root,
        title=page.title,
        description=page.description,
        language=site.settings.language,
        site_name=site.settings.site_name,
        address=address if site.settings.site_url else "",
        style=PLAIN_STYLES,
        client=CLIENT,
        head=Markup(page.head),  # noqa: S704 - made of templates that escape
        body=Markup(page.html),  # noqa: S704 - made of templates that escape
        home=home,
        navigation=[(name, href if _leads_out(href) else f"{root}{href}") for name, href in navigation if href != ""],
    )


def _address(page: Page, site: Site) -> str:
    return site.address(address_of(page.folder))


def _leads_out(address: str) -> bool:
    """Whether an address is none from the root of the site on."""
    return bool(_WHOLE.match(address))


def _navigation(made: list[Page], stated: Any) -> list[tuple[str, str]]:
    """The top of the navigation that the configuration states, else the home page and the first page of each folder."""
    tops = {page.folder: page.title for page in made if "/" not in page.folder}
    if not stated:
        return [(title, address_of(folder)) for folder, title in sorted(tops.items())]
    titles = {address_of(page.folder): page.title for page in made}
    return [told for entry in stated for told in _entries(entry, titles)]


def _entries(entry: Any, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names and addresses of an entry of a navigation; what is only an address has the title of its page."""
    if isinstance(entry, dict):
        yield from ((str(name), _stated(_first(target))) for name, target in entry.items())
    else:
        address = _stated(str(entry))
        yield titles.get(address, str(entry)), address


def _stated(target: str) -> str:
    """The address that a navigation states: that of a page, or one on another site."""
    return target if _leads_out(target) else quote(_place(target))


def _first(target: Any) -> str:
    """Where a section of a navigation begins."""
    while not isinstance(target, str):
        target = next(iter(target.values() if isinstance(target, dict) else target), "")
    return target


def _place(source: str) -> str:
    """The address of a page by its source."""
    return f"{folder_of(Path(source))}/".lstrip("/") if source.endswith(".md") else source


def _sources(docs: Path) -> list[Path]:
    refuse_links(docs)
    return sorted(path for path in docs.rglob("*") if path.is_file()) if docs.is_dir() else []


def _articles(docs: Path, site: Site, warnings: list[str]) -> Iterator[Page]:
    made = frozenset(file.path for file in others(site))
    for path in _sources(docs):
        if path.suffix == ".md":
            yield _article(path, docs, site, warnings, made)


def _article(path: Path, docs: Path, site: Site, warnings: list[str], made: Container[str]) -> Page:
    relative = path.relative_to(docs)
    meta, above, body = read_article(path, warnings.append)
    folder = folder_of(relative)
    extension = TimelineExtension()
    extension.site = site
    extension.report = warnings.append
    extension.page = PageContext(address_of(folder), str(relative), meta, lambda: above)
    markdown = Markdown(extensions=[*_EXTENSIONS, extension], tab_length=4)
    links = _Links(markdown, relative)
    markdown.treeprocessors.register(links, "timeline-links", 1)
    # Code that is wider than the page can be scrolled by keyboard, too.
    html = markdown.convert(body).replace("<pre>", '<pre tabindex="0">')
    for place in sorted(links.pictures):
        hint = "" if place in made else lacking(place, docs)
        if hint:
            warnings.append(f"{relative}: there is no picture '{place}' in '{docs.name}'; {hint}")
    heading = next((token["name"] for token in getattr(markdown, "toc_tokens", []) if token["level"] == 1), "")
    title = str(meta.get("title") or heading or relative.stem)
    whole = html if heading else f"<h1>{Markup.escape(title)}</h1>\n{html}"
    return Page(folder, title, whole, extra=article_head(site, extension.page.url, title, meta))


class _Links(Treeprocessor):
    """Links between Markdown files lead to their pages."""

    def __init__(self, md: Markdown, source: Path) -> None:
        super().__init__(md)
        self.source = source
        # Where they are, below the root of the site.
        self.pictures: set[str] = set()

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "img" and self._is_ours(element.get("src", "")):
                self.pictures.add(self._path(element.get("src", "")))
            for name in ("href", "src"):
                if element.get(name):
                    element.set(name, self._leading(element.get(name, "")))

    def _leading(self, link: str) -> str:
        target, mark, fragment = link.partition("#")
        if not self._is_ours(target):
            return link
        return f"{root_of(folder_of(self.source))}{_place(self._path(target))}{mark}{fragment}"

    def _is_ours(self, target: str) -> bool:
        return bool(target) and not _leads_out(target)

    def _path(self, target: str) -> str:
        """Where a link leads, below the root of the site."""
        parts: list[str] = []
        for part in (self.source.parent / target).as_posix().split("/"):
            parts = parts[:-1] if part == ".." else [*parts, part]
        return Path(*parts).as_posix()

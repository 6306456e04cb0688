"""The plugin ``timeline`` of MkDocs and ProperDocs: hooks of the host, for what `timeline.publish` makes."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config as HostConfig
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage

from timeline.model.errors import TimelineError
from timeline.publish.articles import above
from timeline.publish.assets import CLIENT, PREVIEW, STYLES, assets
from timeline.publish.files import files as site_files
from timeline.publish.finish import finish
from timeline.publish.head import article_head, with_head
from timeline.publish.hostfile import language_tag, plugin_options
from timeline.publish.hosts import EVENTS_VARIABLE
from timeline.publish.loading import read_site
from timeline.publish.markdown_ext import PageContext, TimelineExtension, page_markdown
from timeline.publish.outfile import Page
from timeline.publish.pages import pages
from timeline.publish.preview import Preview
from timeline.publish.preview_server import watch_returns, with_preview
from timeline.publish.settings import Settings
from timeline.publish.site import Site
from timeline.publish.taken import untaken

__all__ = ["TimelinePlugin"]
_log = get_plugin_logger("timeline")


class _Unused(HostConfig):  # type: ignore[no-untyped-call]
    """The host's own model of options, in place of which stands `Settings`."""


class TimelinePlugin(BasePlugin[_Unused]):  # type: ignore[no-untyped-call]
    """Adds pages for the timelines, charts in articles, and what they need."""

    settings: Settings
    extension: TimelineExtension
    pages: dict[str, Page]
    preview: Preview | None = None

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Keep this object from one build of a preview to the next, as hosts do with plugins that listen to this."""
        self.preview = Preview(_log.warning) if command == "serve" else None

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> tuple[list[Any], list[Any]]:
        """Take the options of `mkdocs.yml` through the model that the command line uses too."""
        folder = Path(config_file_path or "mkdocs.yml").absolute().parent
        told = {"events": os.environ[EVENTS_VARIABLE]} if EVENTS_VARIABLE in os.environ else {}
        try:
            self.settings = Settings.of(plugin_options({**options, **told}, {}, folder))
        except TimelineError as error:
            return [("timeline", error)], []
        return [], []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring the Markdown extension, the client and the styles; watch the events."""
        host = {"site_name": config.site_name, "site_url": config.site_url, "docs": config.docs_dir}
        host["language"] = language_tag(config.theme.get("language") or config.theme.locale)
        self.settings = Settings.of(plugin_options(self.settings.model_dump(exclude_unset=True), host, Path()))
        self.extension = TimelineExtension()
        self.extension.report = _log.warning
        # The extension may be listed for hosts that know no plugins; here it must be the one that knows the site.
        others = [name for name in config.markdown_extensions if name not in ("timeline", self.extension)]
        config.markdown_extensions = [*others, self.extension]  # type: ignore[list-item]
        config.extra_css = [STYLES, *config.extra_css]
        scripts = [ExtraScriptValue(path) for path in ([CLIENT, PREVIEW] if self.preview else [CLIENT])]
        for script in scripts:
            script.type, script.async_ = "module", True
        config.extra_javascript = [*scripts, *config.extra_javascript]
        config.watch = [*config.watch, *([str(self.settings.events)] if self.settings.events.exists() else [])]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and the files of the timelines; nothing is written into the docs folder."""
        own = partial(untaken, docs=Path(config.docs_dir), sources=[file.src_uri for file in files])
        try:
            site = self._read()
            self.pages = {page.source: page for page in own(self.preview.pages() if self.preview else pages(site))}
            for page in self.pages.values():
                inclusion = InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV
                file = File.generated(config, page.source, content=page_markdown(page), inclusion=inclusion)
                file.use_directory_urls = True  # pages, feeds and frames lead to each other as folders
                files.append(file)
            for each in own((*assets(), *(self.preview.files() if self.preview else site_files(site)))):
                files.append(File.generated(config, each.path, content=each.data))
        except TimelineError as error:
            raise PluginError(str(error)) from error
        return files

    def _read(self) -> Site:
        if self.preview:
            problems = self.preview.read(self.settings)
            self.extension.site, self.extension.put = self.preview.site, self.preview.mark
        else:
            self.extension.site, problems = read_site(self.settings)
        for problem in problems:
            _log.warning("%s", problem)
        return self.extension.site

    def on_nav(self, _: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Where the host has named the section of the timelines after its folder, give it the title of its index."""
        index = files.src_uris.get("timelines/index.md")
        if not config.nav and index and index.page and index.page.parent:
            index.page.parent.title = self.pages[index.src_uri].title

    def on_page_markdown(self, markdown: str, *, page: HostPage, **_: Any) -> str:
        """Tell the Markdown extension which page it is working on."""
        place, meta, text = (page.file.url, page.file.src_uri), dict(page.meta), page.markdown or ""
        self.extension.page = PageContext(*place, meta, lambda: above(page.file.content_string, text))
        return markdown

    def on_post_page(self, output: str, *, page: HostPage, **_: Any) -> str:
        """Put feeds, previews and data for search engines into the head, whatever the theme."""
        own = self.pages.get(page.file.src_uri)
        told = page.url, str(page.meta.get("title") or page.title), dict(page.meta)
        head = own.head if own else self.extension.put(lambda site: article_head(site, *told))
        finished = with_head(output, head)
        if self.preview:
            self.preview.keep(page.file.dest_uri, page.file.src_uri, finished)
        return finished

    @event_priority(-100)  # what searches must have written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what follows from the pages as the theme has made them: headers, and the search of long lists."""
        if self.preview:
            self.preview.built(Path(config.site_dir))
        elif self.extension.site:
            for hint in finish(Path(config.site_dir), self.extension.site):
                _log.info("%s", hint)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Take changes of the events without a build, and show what is wrong with them on the page."""
        if self.preview:
            self.preview.watch([config.docs_dir, str(config.config_file_path), *config.watch])
            server.builder = partial(self.preview.rebuild, server.builder)
            server.set_app(with_preview(server.serve_request, self.preview, server.mount_path))
            watch_returns(server, self.settings.events)
        return server

"""The site generators that build a site around the pages of the timelines. They run as programs of their own."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from timeline.model.characters import counted
from timeline.model.errors import FoundError, TimelineError, install_hint
from timeline.publish.articles import folder_of, read_article
from timeline.publish.assets import CLIENT, STYLES, assets
from timeline.publish.files import files
from timeline.publish.head import article_head, with_head
from timeline.publish.hostfile import HostFile
from timeline.publish.markdown_ext import page_markdown
from timeline.publish.outfile import OutFile, Page, write, write_file
from timeline.publish.pages import pages
from timeline.publish.site import Site, address_of
from timeline.publish.taken import untaken

__all__ = [
    "EVENTS_VARIABLE",
    "build_with_plugin",
    "build_with_zensical",
    "first_of",
    "problems_of",
    "refuse_links",
    "run",
]

# The hosts and the theme tell people on every build about their successors.
_QUIET = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}


# Tells the plugin inside of a host where the events are, if not where the configuration says.
EVENTS_VARIABLE = "TIMELINE_EVENTS"

_TIME_TO_CLEAR_UP = 2.0
_WRONG_USE = 2


def run(host: str, *arguments: str, events: Path | None = None, fine: Collection[int] = (0,), **variables: str) -> None:
    """Run a site generator; what it prints goes to standard error.

    Args:
        host: Its module.
        arguments: What it is told.
        events: Where the events are, if not where its configuration says.
        fine: The exit codes that are no failure; minus a signal where one ended it.
        variables: More variables of its environment.

    Raises:
        TimelineError: It is not installed, or it failed.
    """
    if importlib.util.find_spec(host) is None:
        raise TimelineError(f"{host} is not installed", hint=install_hint("hosts"))
    # As when it is run by its own name, nothing is imported from the folder that someone works in (-P).
    command = [sys.executable, "-P", "-m", host, *arguments]
    told = {EVENTS_VARIABLE: str(events.resolve())} if events else {}
    environment = {**variables, **os.environ, **_QUIET, **told}
    with subprocess.Popen(command, stdout=sys.stderr, env=environment) as process, _ended_with(process):  # noqa: S603
        code = process.wait()
    if code not in fine:
        failed = TimelineError if code == _WRONG_USE else FoundError
        raise failed(f"`{host} {arguments[0]}` failed", hint="see what it printed above")


@contextmanager
def _ended_with(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """End a program when this one is told to end; else it would go on, and keep its address taken."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread is told
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        yield
    except KeyboardInterrupt:
        # A terminal tells both, and the host clears up; who interrupts this program alone leaves the other running.
        with suppress(subprocess.TimeoutExpired):
            process.wait(_TIME_TO_CLEAR_UP)
        process.terminate()
        raise
    finally:
        signal.signal(signal.SIGTERM, before)


def build_with_plugin(host: str, config: HostFile, events: Path, out: Path, strict: bool) -> None:
    """Build with MkDocs or ProperDocs, which load the plugin themselves."""
    refuse_links(config.docs)
    arguments = ["--config-file", str(config.path), "--site-dir", str(out.resolve()), *(["--strict"] if strict else [])]
    run(host, "build", *arguments, events=events, SOURCE_DATE_EPOCH=str(_newest(config.path, config.docs, events)))


def _newest(*places: Path) -> int:
    """When a source of the site changed last: what hosts write as its date, so that two builds are the same."""
    files = [path for place in places for path in (place, *place.rglob("*")) if path.is_file()]
    return max((int(path.stat().st_mtime) for path in files), default=0)


def build_with_zensical(config: HostFile, site: Site, out: Path, strict: bool) -> list[TimelineError]:
    """Build with Zensical, which knows no plugins: the pages are written before, beside a copy of the docs.

    Returns:
        What is wrong with what articles say about themselves.

    Raises:
        TimelineError: The site cannot be built, or there is a warning and the build is strict.
    """
    refuse_links(config.docs)
    _refuse_files_for_pages(config)
    warnings: list[str] = []
    heads = list(_article_heads(config.docs, site, warnings.append))
    problems = problems_of(warnings, strict)
    stage = out.parent / "zensical"
    shutil.copytree(config.docs, stage / "docs")
    sources = [path.relative_to(config.docs).as_posix() for path in config.docs.rglob("*")]
    made = list(untaken(pages(site), config.docs, sources))
    write(stage / "docs", (OutFile(page.source, page_markdown(page)) for page in made))
    write(stage / "docs", untaken((*assets(), *files(site)), config.docs, sources))
    write_file(stage / "mkdocs.yml", _derived(config, site, stage, strict, made).encode())
    run("zensical", "build", "--config-file", str(stage / "mkdocs.yml"), *(["--strict"] if strict else []))
    _put_heads(stage / "site", [*((page.folder, page.head) for page in made), *heads])
    shutil.rmtree(out, ignore_errors=True)
    shutil.move(stage / "site", out)
    return problems


def problems_of(warnings: list[str], strict: bool) -> list[TimelineError]:
    """What is wrong with a site that can be built all the same.

    Raises:
        FoundError: There is something, and the build is strict.
    """
    if warnings and strict:
        raise FoundError(first_of(warnings, "warning", "warnings"))
    return [TimelineError(warning) for warning in warnings]


def first_of(found: Sequence[object], one: str, several: str) -> str:
    """How much was found, and the first of it.

    Args:
        found: What was found: one thing at least.
        one: What to call one.
        several: What to call several.

    >>> first_of(["a.md: no date"], "warning", "warnings"), first_of(["a", "b"], "warning", "warnings")
    ('1 warning: a.md: no date', '2 warnings, first a')
    """
    return f"{counted(len(found), one, several)}{':' if len(found) == 1 else ', first'} {found[0]}"


def _refuse_files_for_pages(config: HostFile) -> None:
    if str(config.values.get("use_directory_urls")).lower() in ("false", "no", "off"):
        raise TimelineError(
            "with `use_directory_urls: false`, Zensical makes no folders for the pages of the timelines",
            hint="remove that line, or build with --host mkdocs, which makes them all the same",
            path=config.path,
        )


def _derived(config: HostFile, site: Site, stage: Path, strict: bool, made: Iterable[Page]) -> str:
    """A configuration that inherits the project's and adds what the plugin would have added; JSON is YAML."""
    theme = config.values.get("theme")
    given = site.settings
    told = {"events": str(given.events.resolve()), "language": given.language, "site_url": given.site_url}
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    apart = {f"/{page.folder.partition('/')[0]}/" for page in made if not page.listed}
    added = {
        "INHERIT": os.path.relpath(config.path, stage),
        "docs_dir": "docs",
        "site_dir": "site",
        "not_in_nav": "\n".join([str(config.values.get("not_in_nav") or ""), *sorted(apart)]),
        "extra_css": [STYLES],
        "extra_javascript": [{"path": CLIENT, "type": "module", "async": True}],
        "markdown_extensions": [{"timeline": told | {"strict": strict}}],
        **({"theme": {"custom_dir": str((config.path.parent / custom).resolve())}} if custom else {}),
    }
    return json.dumps(added, indent=1)


def _article_heads(docs: Path, site: Site, report: Callable[[str], None]) -> Iterator[tuple[str, str]]:
    for path in sorted(docs.rglob("*.md")):
        meta, *_ = read_article(path, report)
        folder = folder_of(path.relative_to(docs))
        yield folder, article_head(site, address_of(folder), str(meta.get("title") or path.stem), meta)


def _put_heads(root: Path, heads: Iterable[tuple[str, str]]) -> None:
    for folder, head in heads:
        path = root / folder / "index.html"
        if head and path.is_file():
            write_file(path, with_head(path.read_text(encoding="utf-8"), head).encode())


def refuse_links(folder: Path) -> None:
    """Hosts publish whatever a symbolic link leads to; a link that leaves the folder is refused.

    Raises:
        TimelineError: There is one.
    """
    inside = folder.resolve()
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() and not path.resolve().is_relative_to(inside):
            raise TimelineError("this link leads out of the folder", hint="copy the file into it", path=path)

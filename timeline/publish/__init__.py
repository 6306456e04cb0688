"""Timelines as pages, embeds, feeds and downloads, for any host or none."""

from __future__ import annotations

import signal
import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from timeline.model.errors import FoundError, TimelineError

if TYPE_CHECKING:
    from timeline.publish.hostfile import HostFile
    from timeline.publish.settings import Settings

__all__ = ["Host", "Report", "build", "serve"]

Host = Literal["mkdocs", "properdocs", "zensical", "none"]


class Options(Protocol):
    """What `build` and `serve` must be told; `timeline.options.Options` is this."""

    @property
    def settings(self) -> Settings:
        """How timelines become pages."""

    @property
    def config(self) -> Path:
        """The configuration of the host."""

    @property
    def strict(self) -> bool:
        """Whether a warning is an error."""


@dataclass(frozen=True)
class Report:
    """What a build did.

    Args:
        folder: Where the site is.
        pages: How many pages it has.
        problems: What was wrong with the events and the pages, for people.
        told: Whether the host has told them already.
        hints: What they should know besides; nothing where the host has told it.
    """

    folder: Path
    pages: int
    problems: list[Exception] = field(default_factory=list)
    told: bool = False
    hints: list[str] = field(default_factory=list)


def build(options: Options, out: Path | None = None, host: Host = "mkdocs") -> Report:
    """Build the site. It appears in its folder when all of it is there; if that fails, the old one stays.

    Args:
        options: What to build.
        out: The folder to write into; by default the one that the host's configuration names.
        host: The site generator, or "none" for complete pages without one.

    Raises:
        TimelineError: The site cannot be built, or there is a warning and the options are strict.
    """
    from timeline.publish.hostfile import HostFile
    from timeline.publish.hosts import build_with_plugin
    from timeline.publish.loading import read_site
    from timeline.publish.staging import staged

    _refuse_missing(options.settings.events)
    config = HostFile.read(options.config)
    folder = out or config.site
    plugged = host in ("mkdocs", "properdocs")
    hints: list[str] = []
    with staged(folder) as stage:
        if plugged:
            build_with_plugin(host, config, options.settings.events, stage, options.strict)
            problems = read_site(options.settings)[1]
        else:
            problems, hints = _build_without_plugin(options, config, stage, host)
    from timeline.publish.inline import pages_in

    return Report(folder, len(pages_in(folder)), problems, plugged, hints)


def _build_without_plugin(
    options: Options, config: HostFile, stage: Path, host: Host
) -> tuple[list[Exception], list[str]]:
    from timeline.publish.finish import finish
    from timeline.publish.hosts import build_with_zensical, first_of
    from timeline.publish.loading import read_site
    from timeline.publish.plain import build_without_host

    site, problems = read_site(options.settings)
    if problems and options.strict:
        wrong = "wrong with the events"
        raise FoundError(first_of(problems, f"thing is {wrong}", f"things are {wrong}"))
    if host == "zensical":
        problems += build_with_zensical(config, site, stage, options.strict)
    else:
        problems += build_without_host(config, site, stage, options.strict)
    return problems, finish(stage, site)


def serve(options: Options, address: str = "127.0.0.1:8000") -> None:
    """Show the site while someone edits it: each saved file shows in the browser. Ends with Ctrl+C.

    Raises:
        TimelineError: The site cannot be built, there are no events, or the address is taken.
    """
    from timeline.publish.hosts import run

    _refuse_missing(options.settings.events)
    _refuse_taken(address)
    arguments = ["--config-file", str(options.config), "--dev-addr", address]
    # Who tells it to end wants no more of it; of a build, half a site would be left.
    run("mkdocs", "serve", *arguments, events=options.settings.events, fine=(0, -signal.SIGTERM))


def _refuse_missing(events: Path) -> None:
    if not events.exists():
        hint = "make it, or say with --events where the events are"
        raise TimelineError("there is no such folder", hint=hint, path=events)


def _refuse_taken(address: str) -> None:
    host, _, port = address.rpartition(":")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host or "127.0.0.1", int(port)))
        except (OSError, ValueError, OverflowError) as error:
            hint = "choose another with --address, such as 127.0.0.1:8001"
            found = getattr(error, "strerror", None) or error
            raise TimelineError(f"cannot listen on {address}: {found}", hint=hint) from error

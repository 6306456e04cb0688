"""The verbs that publish: `build` and `serve`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.common import FINDINGS, FINE, Verbs, add_verb, message, say
from timeline.model.characters import counted

if TYPE_CHECKING:
    from timeline.options import Options

__all__ = ["add_verbs"]

_HERE, _HIGHEST_PORT = "127.0.0.1", 65535
_HOSTS = ("mkdocs", "properdocs", "zensical", "none")


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    build = add_verb(verbs, "build", _build, "Build the site. Writes pages, charts, embeds, feeds and downloads.")
    build.add_argument("out", nargs="?", type=Path, metavar="OUT", help="folder to write into (default: the host's)")
    build.add_argument("--host", choices=_HOSTS, default="mkdocs", help="site generator, or none (default: mkdocs)")
    _add_site_options(build)
    build.add_argument("--strict", action="store_true", default=None, help="take a warning for an error")

    serve = add_verb(
        verbs, "serve", _serve, "Show the site while you edit. Each saved file shows in the browser at once."
    )
    serve.add_argument(
        "--address",
        default=f"{_HERE}:8000",
        type=_address,
        metavar="[HOST:]PORT",
        help=f"where to show it (default: {_HERE}:8000)",
    )
    _add_site_options(serve)


def _add_site_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--events", type=Path, metavar="FOLDER", help="folder of the YAML files (default: events)")
    verb.add_argument(
        "--config",
        type=Path,
        default="mkdocs.yml",
        metavar="FILE",
        help="the host's configuration (default: mkdocs.yml)",
    )


def _address(text: str) -> str:
    """Where to listen; a port alone is one of this machine."""
    host, _, port = text.rpartition(":")
    is_number = port.isascii() and port.isdecimal() and len(port) <= len(str(_HIGHEST_PORT))
    if not is_number or int(port) > _HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"'{text}' names no port; write 8001 or {_HERE}:8001")
    return f"{host or _HERE}:{port}"


def _options(options: argparse.Namespace, **stated: bool | None) -> Options:
    """The options that the configuration of the site has, and over them what the command line states."""
    from timeline.options import Options

    return Options.read(options.config, events=options.events, **stated)


def _build(options: argparse.Namespace) -> int:
    from timeline.publish import build

    report = build(_options(options, strict=options.strict), options.out, options.host)
    for problem in () if report.told else report.problems:
        message(str(problem))
    for hint in report.hints:
        message(hint)
    say(f"{counted(report.pages, 'page')} in {report.folder}")
    return FINDINGS if report.problems else FINE


def _serve(options: argparse.Namespace) -> int:
    from timeline.publish import serve

    serve(_options(options), options.address)
    return FINE

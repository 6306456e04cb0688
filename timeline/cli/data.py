"""The verb for the events in YAML: `check`."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path

from timeline.cli.common import FINDINGS, FINE, Verbs, add_format_option, add_verb, colour, message, say_lines

__all__ = ["add_verbs"]


def add_verbs(verbs: Verbs) -> None:
    """Add this verb to the command line."""
    verb = add_verb(
        verbs, "check", _check, "Check the events in YAML. Prints what is wrong, where, and what to write instead."
    )
    verb.add_argument(
        "paths", nargs="*", default=["events"], type=_path, metavar="PATH", help="files or folders (default: events)"
    )
    verb.add_argument("--fix", action="store_true", help="put right what can be put right safely")
    verb.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    verb.add_argument(
        "--select", action="append", default=[], metavar="RULE", help="run only this rule; may be repeated"
    )
    verb.add_argument(
        "--ignore", action="append", default=[], metavar="RULE", help="leave out this rule; may be repeated"
    )
    verb.add_argument("--notes", action="store_true", help="tell what is only worth knowing, too")
    verb.add_argument(
        "--config",
        type=Path,
        default="mkdocs.yml",
        metavar="FILE",
        help="the host's configuration, which says where pictures and timelines are (default: mkdocs.yml)",
    )
    add_format_option(verb, "github", "sarif")


def _path(text: str) -> str:
    """A file or folder: what is found is told by its place in a file, and put right there."""
    if text == "-":
        raise argparse.ArgumentTypeError("standard input is not checked; write it into a file and name that")
    return text


def _folders(config: Path) -> tuple[Path | None, Path | None]:
    """The folders of the pages and of the timelines of the site, None if the configuration does not tell them."""
    from timeline.model.errors import TimelineError
    from timeline.publish.hostfile import HostFile

    with suppress(TimelineError):  # what is wrong with it is told when the site is built
        host = HostFile.read(config)
        return (host.docs, host.plugin["events"]) if config.is_file() else (None, None)
    return None, None


def _check(options: argparse.Namespace) -> int:
    from timeline import check

    rules = {"select": options.select, "ignore": options.ignore}
    docs, top = _folders(options.config)
    if options.fix or options.diff:
        for fixed in check.fix(options.paths, diff=options.diff, top=top, **rules):
            say_lines(fixed.diff[:-1]) if options.diff else message(f"{fixed.path}: {fixed.count} put right")
    if options.diff:
        return FINE
    found = check.run(options.paths, notes=options.notes, docs=docs, top=top, **rules)
    print(check.report(found, options.format, colour=colour()), end="")
    if not found:
        message("nothing is wrong")
    return FINDINGS if any(each.level != "note" for each in found) else FINE

"""The command line `timeline`: its verbs are the arrows of the way of the data.

Results go to standard output, messages to standard error. The exit code is 0 if all is well, 1 if something was
found in what was read that a person should look at, 2 if the command did not do what was asked.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from timeline.cli.common import FINDINGS, WRONG_USE, message
from timeline.model.errors import TimelineError

__all__ = ["main", "parser"]

_VERB_MODULES = ("text", "data", "review", "edit", "exchange", "pages", "start")
_INTERRUPTED = 130


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line, with every verb.

    >>> parser().parse_args(["tag", "--published", "2026-02-11", "-"]).files
    ['-']
    """
    top = argparse.ArgumentParser(
        prog="timeline",
        description="Resolve the relative dates of news into events, keep them in YAML, publish them as timelines.",
    )
    top.add_argument("--version", action="version", version=_version())
    verbs = top.add_subparsers(title="verbs", metavar="VERB", required=True)
    for name in _VERB_MODULES:
        import_module(f"timeline.cli.{name}").add_verbs(verbs)
    return top


def _version() -> str:
    from importlib.metadata import version

    return f"timeline {version('event-timelines')}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after `timeline`; those of the process if None.

    Returns:
        The exit code: 0 fine, 1 findings, 2 wrong use, 130 interrupted.
    """
    try:
        options = parser().parse_args(arguments)
        return int(options.run(options))
    except TimelineError as error:
        message(str(error))
        return FINDINGS if error.in_data else WRONG_USE
    except BrokenPipeError:
        # Whoever read our output has enough, as `| head` does; Python must not complain about it when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        message(f"{error.filename or 'input'}: {error.strerror or error}")
        return WRONG_USE
    except KeyboardInterrupt:
        return _INTERRUPTED

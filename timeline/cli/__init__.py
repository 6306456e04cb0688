"""The command line `timeline`: its verbs are the arrows of the way of the data.

Results go to standard output, messages to standard error. The exit code is 0 if all is well, 1 if something was
found in what was read that a person should look at, 2 if the command did not do what was asked.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

# Whoever interrupts a command while all else is loaded is told nothing of it.
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

__all__ = ["main", "parser"]

_VERB_MODULES = ("text", "scoring", "data", "review", "edit", "exchange", "pages", "start")
_INTERRUPTED = 130


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line, with every verb.

    >>> parser().parse_args(["tag", "--published", "2026-02-11", "-"]).files
    ['-']
    """
    from timeline.cli.common import Parser

    top = Parser(
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
    interrupted: list[int] = []

    def interrupt(number: int, _frame: object) -> None:
        interrupted.append(number)
        raise KeyboardInterrupt

    before = _heard(interrupt)
    _write_utf_8()
    try:
        return _run(arguments)
    except BaseException:
        # Where it comes while a model is made, pydantic makes an error of its own of it.
        if not interrupted:
            raise
        return _INTERRUPTED
    finally:
        _heard(before)


def _write_utf_8() -> None:
    """Write UTF-8 into files and pipes, whatever the system does, and on a terminal what that can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _heard(handler: Any) -> Any:
    """Let this hear interrupts, and return what has heard them until now; only the main thread can change that."""
    is_main = threading.current_thread() is threading.main_thread()
    return signal.signal(signal.SIGINT, handler) if is_main else None


def _run(arguments: Sequence[str] | None) -> int:
    from timeline.cli.common import FINDINGS, WRONG_USE, message
    from timeline.model.errors import TimelineError

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

"""What the verbs share: how they print, and the options that several of them have."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from timeline.model.characters import json_text, shown
from timeline.model.date import EdtfDate
from timeline.model.errors import DateError, TimelineError, hinted

__all__ = [
    "FINDINGS",
    "FINE",
    "WRONG_USE",
    "Parser",
    "Run",
    "Verbs",
    "add_anchor_options",
    "add_format_option",
    "add_source_arguments",
    "add_verb",
    "colour",
    "count_argument",
    "date_argument",
    "message",
    "print_json",
    "refused_as_argument",
    "say",
    "say_lines",
    "timeline_argument",
]

FINE, FINDINGS, WRONG_USE = 0, 1, 2
_MOST_DIGITS = 9

Verbs = Any
Run = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """A parser whose errors show what was typed as all other messages do."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words of the command line, and end."""
        super().error(f"{shown(message)}; see {self.prog} --help")


def add_verb(verbs: Verbs, name: str, run: Run, description: str) -> argparse.ArgumentParser:
    """Add a verb to the command line: its name, what it runs, and one line of what it is for."""
    summary = description.partition(". ")[0].rstrip(".")
    verb: argparse.ArgumentParser = verbs.add_parser(
        name, help=summary[0].lower() + summary[1:], description=description, allow_abbrev=False
    )
    verb.set_defaults(run=run)
    return verb


def date_argument(text: str) -> EdtfDate:
    """A date on the command line: EDTF, so that `2026` and `2026-02` are fine too.

    Raises:
        ArgumentTypeError: It is none; with what to write instead.
    """
    try:
        return EdtfDate(text)
    except DateError as error:
        from timeline.store.problems import date_hint

        raise argparse.ArgumentTypeError(hinted(error.message, date_hint(text, error))) from error


def count_argument(text: str) -> int:
    """A number of things on the command line, one at least.

    Raises:
        ArgumentTypeError: It is none.
    """
    # Python reads no number of thousands of digits.
    if not text.isdecimal() or len(text) > _MOST_DIGITS or not int(text):
        raise argparse.ArgumentTypeError(f"'{text}' is no number of events; write 1 or more")
    return int(text)


def _source(text: str) -> str:
    """What is read: standard input, an address, or a file or folder that is there."""
    if text != "-" and ":/" not in text and not Path(text).exists():
        raise argparse.ArgumentTypeError(f"{text}: there is no such file or folder")
    return text


@contextmanager
def refused_as_argument() -> Iterator[None]:
    """What cannot be read of an argument is wrong use of the command line.

    Raises:
        ArgumentTypeError: The block raises a `TimelineError`.
    """
    try:
        yield
    except TimelineError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def timeline_argument(text: str) -> Path:
    """The file or folder of a timeline to add events to, whether it is there or not."""
    from timeline.store.places import refuse_other_names

    with refused_as_argument():
        refuse_other_names(text)
    return Path(text)


def add_source_arguments(verb: argparse.ArgumentParser, what: str) -> None:
    """Add what is read, standard input if nothing is named."""
    verb.add_argument(
        "files",
        nargs="*",
        default=["-"],
        type=_source,
        metavar="FILE",
        help=f"{what} to read: files, folders or addresses; - is standard input",
    )


def add_anchor_options(verb: argparse.ArgumentParser) -> None:
    """Add what a relative date counts from, and the language it is in."""
    verb.add_argument(
        "--published",
        type=date_argument,
        metavar="DATE",
        help="publication date that relative dates count from; 2026-02-11, or 2026-02, or 2026",
    )
    verb.add_argument(
        "--language", default=None, metavar="TAG", help="language of the text, such as en (the default) or en-GB"
    )


def add_format_option(verb: argparse.ArgumentParser, *more: str) -> None:
    """Add the choice of how results are printed."""
    verb.add_argument("--format", choices=["text", "json", *more], default="text", help="how to print (default: text)")


def print_json(value: object) -> None:
    """Print a result as JSON, with letters as they are."""
    print(json_text(value))


def say(*cells: str) -> None:
    """Print a line of a result, its cells with tabs between them."""
    print("\t".join(map(shown, cells)))


def say_lines(text: str) -> None:
    """Print a result of several lines."""
    for line in text.split("\n"):
        say(line)


def message(text: str) -> None:
    """Say something to the person, on standard error."""
    print(f"timeline: {shown(text)}", file=sys.stderr)


def colour() -> bool:
    """Whether to print in colour: on a terminal, unless NO_COLOR is set."""
    return "NO_COLOR" not in os.environ and sys.stdout.isatty()

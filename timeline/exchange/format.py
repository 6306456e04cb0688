"""What a format is, and finding them: each module in `formats` is one, or a family of two that share their shape."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from timeline.exchange.collector import Collector
from timeline.model.errors import TimelineError
from timeline.model.event import Event
from timeline.model.timeline import Timeline

__all__ = ["START", "Format", "Written", "all_formats", "format_named", "format_of"]

START = 10_000
"""How many bytes of a file tell its format, where words that can stand anywhere in others would."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a format made of a timeline.

    Attributes:
        content: The file.
        events: The events that are in it, in the order of the file.
        left_out: The events that the format has no way to say, each with the reason.
    """

    content: str | bytes
    events: tuple[Event, ...]
    left_out: tuple[tuple[Event, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write timelines that other programs know.

    Attributes:
        name: What it is called on the command line: ``"icalendar"``.
        title: What people call it.
        extensions: The ends of its file names, the usual one first: ``".ics"``.
        media_type: Its media type (RFC 6838), without parameters.
        write: Makes a file of a timeline; its second argument is the address of the timeline's page, or "".
        read: Reads a file into a collector; raises a `TimelineError` if it cannot be read as a whole.
        recognises: Whether a file is of this format, from its bytes, mostly the first; asked where the name
            can be that of several.
        losses: The fields that do not come back as they were, each with what becomes of it; ``timeline.title`` for
            those of the timeline itself.
        others_see: What programs that do not know us make of our dates and fields, in a sentence.
        general: Whether files of other formats look like this one, too, so that those are asked first.
        packages: The extra of our package that reading or writing it needs, or "".
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    media_type: str
    write: Callable[[Timeline, str], Written]
    read: Callable[[bytes, Collector], None]
    recognises: Callable[[bytes], bool]
    losses: Mapping[str, str]
    others_see: str = ""
    general: bool = False
    packages: str = ""


@cache
def all_formats() -> dict[str, Format]:
    """All formats by their names.

    >>> sorted(all_formats())
    ['csv', 'icalendar', 'json', 'jsonld', 'markwhen', 'timelinejs', 'timelinejs-csv', 'tsv', 'xlsx', 'yaml']
    """
    package = import_module("timeline.exchange.formats")
    modules = [import_module(f"{package.__name__}.{info.name}") for info in pkgutil.iter_modules(package.__path__)]
    return {format_.name: format_ for module in modules for format_ in module.FORMATS}


def format_named(name: str) -> Format:
    """The format of this name.

    Raises:
        TimelineError: There is none.
    """
    if name not in all_formats():
        raise TimelineError(f"there is no format '{name}'", hint=f"use one of {', '.join(sorted(all_formats()))}")
    return all_formats()[name]


def format_of(content: bytes, name: str) -> Format:
    """The format of a file, from what it begins with and how its name ends.

    Raises:
        TimelineError: Neither says it.
    """
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    particular_first = sorted(all_formats().values(), key=lambda known: known.general)
    by_name = [known for known in particular_first if name.lower().endswith(known.extensions)]
    for known in by_name or particular_first:
        if known.recognises(start):
            return known
    if by_name:
        return by_name[-1]
    raise TimelineError(
        "the format of this file is not known",
        hint=f"say it with --from, as one of {', '.join(sorted(all_formats()))}",
        path=name or None,
    )

"""The whole way from files and addresses to events: read, extract, merge, choose the ones that matter."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.extract.candidate import Candidate, extract
from timeline.extract.importance import importance_among
from timeline.extract.merge import Merged, merge
from timeline.extract.read import Fetcher, Limits, Reading, Report, read_articles
from timeline.extract.read.sources import file_count
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.event import Event

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["events_of", "most_important"]


def events_of(
    sources: Iterable[str | Path],
    report: Report,
    *,
    published: EdtfDate | None = None,
    language: str | None = None,
    fetcher: Fetcher | None = None,
    limits: Limits | None = None,
    top: int | None = None,
    everything: bool = False,
) -> Merged:
    """The events that files, folders and addresses tell, each once, and the pairs that are likely the same.

    Shows how far it is, with a rate, if it runs on a terminal. An article in a language that has no rules is refused
    and the run goes on.

    Args:
        sources: Files, folders, addresses; ``-`` is standard input.
        report: Is told of everything that was read and met, and counts it.
        published: The publication date of all articles, if a person gives it.
        language: The language of all articles, if a person gives it.
        fetcher: Fetches addresses.
        limits: How much is read.
        top: Only so many events, the most important ones.
        everything: Keep also those whose title cannot be understood without the article.

    >>> report = Report()
    >>> events_of(["there-is-no-such-file.txt"], report).events, report.counts["refused"]
    ((), 1)
    """
    sources = list(sources)
    readings = read_articles(sources, report, published=published, language=language, fetcher=fetcher, limits=limits)
    found = _told(readings, file_count(sources), report, everything=everything)
    merged = merge(found, language or "en")
    report.counts["events found"] = len(found)
    report.counts["merged"] = merged.count
    merged = replace(merged, events=importance_among(merged.events, language or "en"))
    return merged if top is None else most_important(merged, top)


def _told(readings: Iterable[Reading], count: int, report: Report, *, everything: bool) -> list[Event]:
    """The events of articles as they are read, while the progress is shown."""
    found: list[Event] = []
    with _progress() as progress:
        task = progress.add_task("articles", total=count, rate="")
        for reading in readings:
            try:
                found += _titled(extract(reading.article), report, everything=everything)
            except TimelineError as error:
                report.refuse(TimelineError(error.message, hint=error.hint, path=reading.where), read=True)
            _show(progress, task, report)
        _show(progress, task, report)
    return found


def _titled(candidates: Iterable[Candidate], report: Report, *, everything: bool) -> Iterator[Event]:
    """The events whose title can be understood alone, or all; the others are counted."""
    for candidate in candidates:
        if everything or candidate.stands_alone:
            yield candidate.event
        else:
            report.counts["left out"] += 1


def most_important(merged: Merged, count: int) -> Merged:
    """Only so many of the events, the most important ones, in the order of their dates.

    Of two that are likely the same or have the same title, only the more important one is kept.

    >>> events = tuple(Event(title=title, date="2025", importance=score) for title, score in (("A", 0.2), ("B", 0.7)))
    >>> [event.title for event in most_important(Merged(events, (), 0), 1).events]
    ['B']
    """
    alike: dict[str, set[str]] = defaultdict(set)
    for offer in merged.offers:
        one, other = _name(offer.one), _name(offer.other)
        alike[one].add(other)
        alike[other].add(one)
    ranked = sorted(merged.events, key=lambda event: (-(event.importance or 0.0), event.date.sort_key, event.title))
    kept: set[str] = set()
    titles: set[str] = set()
    for event in ranked:
        if len(kept) < count and event.title not in titles and kept.isdisjoint(alike[_name(event)]):
            kept.add(_name(event))
            titles.add(event.title)
    return Merged(tuple(event for event in merged.events if _name(event) in kept), (), merged.count)


def _name(event: Event) -> str:
    return event.id or event.title


def _show(progress: Progress, number: TaskID, report: Report) -> None:
    """Show how many articles are done, read or refused; where a file holds many, it is open how many there are."""
    task, done = progress.tasks[number], report.counts["read"] + report.counts["refused"]
    total = task.total if task.total is not None and done <= task.total else None
    progress.update(number, completed=done, total=total, rate=f"{task.speed or 0:.1f}/s")


@contextmanager
def _progress() -> Iterator[Progress]:
    """How many articles are done, at which rate, and the time left; nothing where standard error is no terminal."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    words, rate = TextColumn("{task.description}"), TextColumn("{task.fields[rate]}")
    columns = (SpinnerColumn(), words, MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as progress:
        yield progress

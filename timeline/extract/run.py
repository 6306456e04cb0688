"""The whole way from files and addresses to events: read, extract, merge, choose the ones that matter."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from heapq import heappop, heappush
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.extract.candidate import Candidate, extract
from timeline.extract.importance import importance_among
from timeline.extract.lexicon import lexicon_of
from timeline.extract.merge import Merged, Offer, merge
from timeline.extract.read import Fetcher, Limits, Reading, Report, read_articles
from timeline.extract.read.sources import file_count
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.event import Event

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["events_of", "most_important"]

_AGAIN = 0.5


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
        published: The publication date of those that do not have it written down, if a person gives it.
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
    report.counts["found"] = len(found)
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
                report.refuse(reading.error(error.message, error.hint), read=True)
            _show(progress, task, report)
        _show(progress, task, report)
    return found


def _titled(candidates: Iterable[Candidate], report: Report, *, everything: bool) -> Iterator[Event]:
    """The events whose title can be understood alone, or all; the others are counted."""
    for candidate in candidates:
        if everything or candidate.stands_alone:
            yield candidate.event
        else:
            titled = lexicon_of(candidate.article.language).finite
            report.counts["left out" if titled else "left out for their language"] += 1


def most_important(merged: Merged, count: int) -> Merged:
    """Only so many of the events, the most important ones, in the order of their dates.

    Of two that are likely the same or have the same title, only the more important one is kept. What else is told of
    the same days counts half, the next a quarter: a timeline tells of many days.

    >>> told = (("A", "2025-05-03", 0.7), ("B", "2025-05-03", 0.6), ("C", "2025-05-09", 0.4))
    >>> events = tuple(Event(title=title, date=date, importance=score) for title, date, score in told)
    >>> [event.title for event in most_important(Merged(events, (), 0), 2).events]
    ['A', 'C']
    """
    kept = {_name(event) for event in islice(_by_importance(merged), count)}
    return Merged(tuple(event for event in merged.events if _name(event) in kept), (), merged.count)


def _by_importance(merged: Merged) -> Iterator[Event]:
    """The most important event first, then always the one that adds most to those before it."""
    alike = _alike(merged.offers)
    titles, names = set[str](), set[str]()
    told = Counter[tuple[int | None, int | None]]()
    ranked = sorted(merged.events, key=lambda event: (-(event.importance or 0.0), event.date.sort_key, event.title))
    waiting = [(-(event.importance or 0.0), place, 0) for place, event in enumerate(ranked)]
    while waiting:
        _, place, before = heappop(waiting)
        event = ranked[place]
        days = event.date.bounds
        if before < told[days]:
            heappush(waiting, (-(event.importance or 0.0) * _AGAIN ** told[days], place, told[days]))
        elif event.title not in titles and _name(event) not in names:
            told[days] += 1
            titles.add(event.title)
            names |= alike[_name(event)]
            yield event


def _alike(offers: Iterable[Offer]) -> dict[str, set[str]]:
    """The names of the events that each event is likely the same as."""
    alike: dict[str, set[str]] = defaultdict(set)
    for offer in offers:
        one, other = _name(offer.one), _name(offer.other)
        alike[one].add(other)
        alike[other].add(one)
    return alike


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

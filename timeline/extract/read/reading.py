"""What reading gives: articles with what is known of their date, and a report of what could not be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline.model.article import Article
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError

__all__ = ["Limits", "Reading", "Report"]

_SHOWN = 60
_COUNTED = {"articles": ("read", "without a date", "refused"), "events": ("found", "merged", "already known")}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read, so that no input can stop a run.

    Args:
        bytes: Most bytes of one page, file or feed.
        tag_bytes: Most bytes of one HTML tag; parsers take quadratic time over its attributes.
        tags: Most tags of one page.
        seconds: Most seconds for one page, to fetch it or to read it.
        redirects: Most redirects that are followed.
    """

    bytes: int = 5_000_000
    tag_bytes: int = 65_536
    tags: int = 200_000
    seconds: float = 10.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it was read.

    Args:
        article: The article.
        where: The file or address that it was read from.
        date_source: What gave the publication date: ``given``, ``front matter``, ``json-ld``, ``htmldate``, ….
        date_confidence: How sure the publication date is, 0 to 1.
        notes: What a person should look at.
        line: The line of the file that it is, where each is an article.
        states: How a file of its kind states a publication date, in the words of a hint.
    """

    article: Article
    where: str
    date_source: str = ""
    date_confidence: float = 1.0
    notes: tuple[str, ...] = ()
    line: int | None = None
    states: str = ""

    def error(self, message: str, hint: str = "") -> TimelineError:
        """What is wrong with it, with its place.

        >>> print(Reading(Article("A"), "a.jsonl", line=2).error("it says nothing"))
        a.jsonl:2: it says nothing
        """
        return TimelineError(message, hint=hint, path=self.where, line=self.line)

    def with_given(self, published: EdtfDate | None, language: str | None) -> Reading:
        """The same article with the publication date and the language that a person has given.

        The date is for all whose own was found, in a page or a feed, or is missing; one that is written down in the
        file, as in front matter, stays.

        >>> Reading(Article("They met."), "a.txt").with_given(EdtfDate("2026"), None).article.published
        EdtfDate(text='2026')
        >>> dated = Reading(Article("They met.", "2025"), "a.md", "front matter")
        >>> dated.with_given(EdtfDate("2026"), None).article.published
        EdtfDate(text='2025')
        """
        if self.date_source and self.date_confidence == 1.0:
            published = None
        before = self.article
        article = replace(before, published=published or before.published, language=language or before.language)
        if not published:
            return replace(self, article=article)
        return replace(self, article=article, date_source="given", date_confidence=1.0, notes=())


@dataclass(slots=True)
class Report:
    """What a run did, in counts, and what it met.

    Args:
        counts: How many articles were read, were without a date, were refused; how many events were found, merged,
            known already.
        refused: What could not be read, and why.
        warnings: What a person should look at.
        skipped: The files of folders that are no articles by their names.
    """

    counts: Counter[str] = field(default_factory=Counter)
    refused: list[TimelineError] = field(default_factory=list)
    warnings: list[TimelineError] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)

    def note(self, reading: Reading) -> None:
        """Count an article and keep what is to be said about it.

        >>> report = Report()
        >>> report.note(Reading(Article("They met yesterday."), "a.jsonl", line=2, states='as "published" in the line'))
        >>> print(report.warnings[0])
        a.jsonl:2: no publication date was found; give it with --published, or as "published" in the line
        """
        self.counts["read"] += 1
        if reading.article.published is None:
            self.counts["without a date"] += 1
            if not reading.notes:
                name = reading.article.title or reading.article.url
                message = f"no publication date was found{f' for {name[:_SHOWN]!r}' if name else ''}"
                hint = f"give it with --published{f', or {reading.states}' if reading.states else ''}"
                self.warnings.append(reading.error(message, hint))
        self.warnings += map(reading.error, reading.notes)

    def refuse(self, error: TimelineError, *, read: bool = False) -> None:
        """Count something that could not be read, or an article that was read but says nothing that is understood."""
        self.counts["read"] -= read
        self.counts["refused"] += 1
        self.refused.append(error)

    def __str__(self) -> str:
        """The counts in one line.

        >>> str(Report(Counter(read=2, refused=1)))
        'articles: 2 read, 0 without a date, 1 refused; events: 0 found, 0 merged, 0 already known'
        """
        return "; ".join(
            f"{what}: {', '.join(f'{self.counts[name]:,} {name}' for name in names)}"
            for what, names in _COUNTED.items()
        )

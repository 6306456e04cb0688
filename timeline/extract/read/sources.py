"""Files, folders, addresses and standard input to articles: what each is, is told by what it holds."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from timeline.extract.read.feed import read_feed
from timeline.extract.read.fetch import Fetcher
from timeline.extract.read.html import read_html
from timeline.extract.read.jsonlines import is_json_lines, read_json_lines
from timeline.extract.read.markup import as_utf8, is_feed, is_html
from timeline.extract.read.plain import decode, is_timeml, read_markdown, read_marked_up, read_text
from timeline.extract.read.reading import Limits, Reading, Report
from timeline.extract.read.warc import is_warc, read_warc
from timeline.model.date import EdtfDate
from timeline.model.encoding import UTF_16_MARKS
from timeline.model.errors import TimelineError
from timeline.model.event import fit_link

__all__ = ["file_count", "read_articles"]

_SUFFIXES = frozenset(
    (
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".rss",
        ".atom",
        ".xml",
        ".warc",
        ".gz",
        ".jsonl",
        ".ndjson",
        ".tml",
    )
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:/", re.IGNORECASE)
_HALF = re.compile("[\ud800-\udfff]")
_SHOWN = 100
_MOST_BYTES = 60_000_000
_LONGEST_LIST = 1_000_000


def read_articles(
    sources: Iterable[str | Path],
    report: Report,
    *,
    published: EdtfDate | None = None,
    language: str | None = None,
    fetcher: Fetcher | None = None,
    limits: Limits | None = None,
) -> Iterator[Reading]:
    """The articles of several sources in their order; what cannot be read is reported, and the run goes on.

    Args:
        sources: Files, folders, addresses; ``-`` is standard input.
        report: Is told of each article and each refusal.
        published: The publication date of those that do not have it written down, if a person gives it.
        language: The language of all of them, if a person gives it.
        fetcher: Fetches addresses; one with the default limits if none is given.
        limits: How much is read.

    >>> report = Report()
    >>> list(read_articles(["there-is-no-such-file.txt"], report)), str(report.refused[0])
    ([], 'there-is-no-such-file.txt: there is no such file')
    """
    limits = limits or Limits()
    fetcher = fetcher or Fetcher(limits)
    for source in sources:
        try:
            for result in _read_source(source, report, fetcher, limits):
                if isinstance(result, TimelineError):
                    report.refuse(result)
                    continue
                reading = _fit(result.with_given(published, language), report)
                report.note(reading)
                yield reading
        except TimelineError as error:
            report.refuse(error)


def _read_source(
    source: str | Path, report: Report, fetcher: Fetcher, limits: Limits
) -> Iterator[Reading | TimelineError]:
    """The articles of one source; an article of it that cannot be read comes as its error.

    Raises:
        TimelineError: The source itself cannot be read.
    """
    if isinstance(source, str) and _SCHEME.match(source):
        yield from _fetched(source, report, fetcher, limits)
    elif str(source) == "-":
        data = _content(sys.stdin.buffer, "standard input")
        yield from _read_or_fetch(data, "standard input", report, fetcher, limits)
    elif Path(source).is_dir():
        report.skipped += _others(Path(source))
        for path in _files(Path(source)):
            try:
                yield from _read_source(path, report, fetcher, limits)
            except TimelineError as error:
                yield error
    else:
        yield from _read_file(Path(source), report, fetcher, limits)


def _fit(reading: Reading, report: Report) -> Reading:
    """The same article with an address that a source can have, and without halves of characters."""
    article = reading.article
    url = fit_link(article.url) if article.url else None
    if article.url and not url:
        hint = "write one that begins with https:// or http://"
        message = f"the address '{article.url[:_SHOWN]}' is left out: it is no link"
        report.warnings.append(reading.error(message, hint))
    title, publisher = (text and _whole(text) for text in (article.title, article.publisher))
    article = replace(article, text=_whole(article.text), title=title, url=url, publisher=publisher)
    return replace(reading, article=article)


def _whole(text: str) -> str:
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def file_count(sources: Iterable[str | Path]) -> int:
    """How many files and addresses several sources are, as far as that is told without reading them.

    >>> file_count(["https://example.org/a", "articles.jsonl"])
    2
    """
    return sum(len(_files(Path(source))) if Path(source).is_dir() else 1 for source in sources)


def _files(folder: Path) -> list[Path]:
    """The articles in a folder, in the order of their names; a link that leaves the folder is not followed."""
    root = folder.resolve()
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES and path.is_file() and path.resolve().is_relative_to(root)
    )


def _others(folder: Path) -> list[Path]:
    """The files in a folder that are no articles by their names, but for the hidden ones."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() not in _SUFFIXES and path.is_file())
    return sorted(path for path in found if not any(part[0] == "." for part in path.relative_to(folder).parts))


def _read_file(path: Path, report: Report, fetcher: Fetcher, limits: Limits) -> Iterator[Reading | TimelineError]:
    try:
        with path.open("rb") as file:
            begin = file.peek(4096)
            if is_warc(begin):
                yield from read_warc(path, limits)
                return
            if is_json_lines(path.name) and not begin.startswith(UTF_16_MARKS):
                yield from read_json_lines(file, str(path), limits)
                return
            data = _content(file, str(path))
    except FileNotFoundError as error:
        raise TimelineError("there is no such file", path=path) from error
    except OSError as error:
        raise TimelineError(f"the file cannot be read ({error.strerror})", path=path) from error
    yield from _read_or_fetch(data, str(path), report, fetcher, limits)


def _content(file: BinaryIO, where: str) -> bytes:
    data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        hint = "split it, or write an article a line into a file whose name ends with .jsonl"
        raise TimelineError(f"it has more than {_MOST_BYTES:,} bytes", hint=hint, path=where)
    return data


def _read(
    data: bytes, where: str, report: Report, limits: Limits, url: str | None = None, charset: str | None = None
) -> Iterator[Reading | TimelineError]:
    if is_timeml(where):
        yield read_marked_up(data, where)
        return
    if is_warc(data):
        raise TimelineError("this is a web archive", hint="save it as a file, and read that", path=where)
    data, charset = (data, charset) if (utf8 := as_utf8(data)) == data else (utf8, "utf-8")
    if is_json_lines(where):
        yield from read_json_lines(BytesIO(data), where, limits)
    elif is_feed(data):
        readings, notes = read_feed(data, where, limits)
        report.warnings += [TimelineError(note, path=where) for note in notes]
        yield from readings
    elif is_html(data) or where.lower().endswith((".html", ".htm", ".xhtml")):
        yield read_html(data, where, url, charset, limits)
    elif len(data) > limits.bytes:
        raise TimelineError(f"the file is skipped: more than {limits.bytes:,} bytes", hint="split it", path=where)
    else:
        yield _plain(decode(data, where), where)


def _plain(text: str, where: str) -> Reading:
    is_markdown = text.startswith("---\n") or where.lower().endswith((".md", ".markdown"))
    reading = read_markdown(text, where) if is_markdown else read_text(text, where)
    if not reading.article.text.strip():
        raise TimelineError("there is no text in it", path=where)
    return reading


def _addresses(data: bytes) -> list[str]:
    """The addresses of a list of addresses, one a line; none if the bytes hold anything else."""
    if not data.lstrip().lower().startswith((b"http", b"#")) or len(data) > _LONGEST_LIST:
        return []
    lines = [line.strip() for line in data.decode("utf-8", errors="replace").splitlines()]
    found = [line for line in lines if line and not line.startswith("#")]
    return found if all(_ADDRESS.fullmatch(address) for address in found) else []


def _fetched(url: str, report: Report, fetcher: Fetcher, limits: Limits) -> Iterator[Reading | TimelineError]:
    page = fetcher.fetch(url)
    yield from _read(page.data, url, report, limits, page.url, page.charset)


def _read_or_fetch(
    data: bytes, where: str, report: Report, fetcher: Fetcher, limits: Limits
) -> Iterator[Reading | TimelineError]:
    addresses = _addresses(data)
    if not addresses:
        yield from _read(data, where, report, limits)
    for address in addresses:
        try:
            yield from _fetched(address, report, fetcher, limits)
        except TimelineError as error:
            yield error

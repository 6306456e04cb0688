"""The passages of articles by which extracted events are known, whatever a person makes of their titles and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.model.event import Event, Source
from timeline.store.reading import Reading

__all__ = ["Passage", "Passages", "index", "ledger_path", "noted", "passages_of", "read_ledger", "written_passages"]


_KEEP = "surrogateescape"  # bytes that are no UTF-8 are written again as they were
_KNOWN_BY = ("url", "title", "published", "expression", "quote")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that said something.

    Attributes:
        article: The article: its address, or its title where it has none.
        expression: The expression of time.
        quote: The quote.
        published: Of an article known by its title alone, its day: a column has the same one every week.
    """

    article: str
    expression: str
    quote: str
    published: str = ""

    def found_in(self, others: Passages) -> str:
        """The name under which the same passage is known, an empty text if it is not."""
        known = others.get((self.article, self.expression), ())
        return next((name for other, name in known if self._is(other)), "")

    def _is(self, other: Passage) -> bool:
        """Whether another passage of the same title and expression is this one, as far as both say when it was."""
        if self.published and other.published and self.published != other.published:
            return False
        return self.quote in other.quote or other.quote in self.quote


Passages = dict[tuple[str, str], list[tuple[Passage, str]]]


def passages_of(sources: Iterable[Source]) -> Iterator[Passage]:
    """The passages of sources that have one.

    >>> [passage.quote for passage in passages_of([Source(url="https://example.org", quote="They  Met.")])]
    ['they met.']
    """
    for source in sources:
        if source.quote or source.expression:
            yield _passage(source.model_dump(mode="json"))


def written_passages(reading: Reading | None) -> Iterator[tuple[Passage, str]]:
    """The passages of all events of the files, of those with a mistake, too, each with the id of its event."""
    entries = [entry for file in reading.files for entry in file.entries] if reading else []
    for entry in entries:
        sources = entry.fields.get("sources")
        name = str(entry.event.id) if entry.event else "?"
        for fields in sources if isinstance(sources, list) else []:
            if isinstance(fields, dict):
                yield _passage({key: value for key, value in fields.items() if isinstance(value, str)}), name


def _passage(source: Mapping[str, str | None]) -> Passage:
    """The passage of a source as it is written."""
    url, title, day, expression, quote = (_plain(source.get(name)) for name in _KNOWN_BY)
    return Passage(url or title, expression, quote, "" if url else day)


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def index(passages: Iterable[tuple[Passage, str]], into: Passages | None = None) -> Passages:
    """Passages by their article and expression, each with the name under which it is known."""
    found = {} if into is None else into
    for passage, name in passages:
        found.setdefault((passage.article, passage.expression), []).append((passage, name))
    return found


def ledger_path(path: Path) -> Path:
    """The file beside a timeline that lists the passages whose events were ever added; remove a line to let one return.

    >>> ledger_path(Path("events/talks.yaml")).name
    '.talks.extracted.tsv'
    """
    return path / ".extracted.tsv" if path.is_dir() else path.with_name(f".{path.stem}.extracted.tsv")


def read_ledger(path: Path) -> Passages:
    """The passages that were ever added to a timeline."""
    rows = [line.split("\t") for line in _lines(ledger_path(path))]
    return index((Passage(*row), "ledger") for row in rows if len(row) in (3, 4))


def noted(path: Path, events: Iterable[Event]) -> dict[Path, bytes]:
    """The ledger with the passages of events, for the runs to come; nothing if it has them all."""
    ledger = ledger_path(path)
    known = _lines(ledger)
    passages = [passage for event in events for passage in passages_of(event.sources)]
    rows = [(each.article, each.expression, each.quote, each.published) for each in passages]
    lines = ["\t".join(row if row[-1] else row[:-1]) for row in rows]
    all_lines = list(dict.fromkeys([*known, *lines]))
    text = "".join(line + "\n" for line in all_lines)
    return {ledger: text.encode(errors=_KEEP)} if all_lines != known else {}


def _lines(ledger: Path) -> list[str]:
    return ledger.read_text(encoding="utf-8", errors=_KEEP).splitlines() if ledger.exists() else []

"""The passages of articles by which extracted events are known, whatever a person makes of their titles and dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from timeline.model.event import Event, Source
from timeline.store.reading import Reading

__all__ = ["Passage", "Passages", "ledger_path", "noted", "passages_of", "read_ledger", "written_passages"]


_KEEP = "surrogateescape"  # bytes that are no UTF-8 are written again as they were
_KNOWN_BY = ("url", "title", "published", "expression", "quote")
_FEW = 20  # passages of one article and expression: looking at each is faster
_PIECE = 8  # characters: shorter ones are in too many quotes


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

    def is_known_as(self, other: Passage) -> bool:
        """Whether another passage of the same article and expression is this one, as far as both say when it was.

        >>> passage = Passage("https://example.org", "last month", "they met last month")
        >>> passage.is_known_as(Passage("https://example.org", "last month", "in rome they met last month."))
        True
        """
        if self.published and other.published and self.published != other.published:
            return False
        return self.quote in other.quote or other.quote in self.quote


_Named = tuple[Passage, str]


class Passages:
    """Passages, each with the name under which it is known.

    Args:
        passages: The first of them.

    >>> known = Passages([(Passage("https://example.org", "last month", "they met last month"), "talks")])
    >>> known.name_of(Passage("https://example.org", "last month", "met last month"))
    'talks'
    """

    def __init__(self, passages: Iterable[_Named] = ()) -> None:
        self._known: defaultdict[tuple[str, str], list[_Named]] = defaultdict(list)
        self._quotes: defaultdict[tuple[str, str], _Quotes] = defaultdict(_Quotes)
        self.add(passages)

    def add(self, passages: Iterable[_Named]) -> None:
        """Add some, each with its name."""
        for passage, name in passages:
            self._known[passage.article, passage.expression].append((passage, name))

    def name_of(self, passage: Passage) -> str:
        """The name under which a passage is known, that of the first if there are several, "" if it is not."""
        key = passage.article, passage.expression
        known = self._known.get(key, [])
        alike = self._quotes[key].alike(passage.quote, known) if len(known) > _FEW else known
        return next((name for other, name in alike if passage.is_known_as(other)), "")


class _Quotes:
    """The quotes of one article and expression, many where nobody says which article it is.

    Of two quotes one is in the other only if the pieces of the shorter one, which begin with a word, are in the longer.
    """

    def __init__(self) -> None:
        self._listed = 0
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        self._told_by: defaultdict[str, list[int]] = defaultdict(list)
        self._short: list[int] = []

    def alike(self, quote: str, known: Sequence[_Named]) -> Iterator[_Named]:
        """The passages, in their order, of which the quote may be in another one or have that in it."""
        for passage, _ in islice(known, self._listed, None):
            self._list(passage.quote)
        pieces = _pieces(quote)
        if not pieces:
            return iter(known)
        having = self._having.get(self._rarest(pieces), ())
        within = (at for piece in pieces for at in self._told_by.get(piece, ()))
        return (known[at] for at in sorted({*self._short, *having, *within}))

    def _list(self, quote: str) -> None:
        pieces = _pieces(quote)
        told_by = self._told_by[self._rarest(pieces)] if pieces else self._short
        told_by.append(self._listed)
        for piece in pieces:
            self._having[piece].append(self._listed)
        self._listed += 1

    def _rarest(self, pieces: Iterable[str]) -> str:
        return min(pieces, key=lambda piece: len(self._having.get(piece, ())))


def _pieces(quote: str) -> dict[str, None]:
    """The beginnings of words with what follows them; not of the first word, of which a quote may have the end alone.

    >>> list(_pieces("they met last month"))
    ['met last', 'last mon']
    """
    starts = [at for at, mark in enumerate(quote, 1) if mark == " "]
    return dict.fromkeys(quote[at : at + _PIECE] for at in starts if at + _PIECE <= len(quote))


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


def ledger_path(path: Path) -> Path:
    """The file beside a timeline that lists the passages whose events were ever added; remove a line to let one return.

    >>> ledger_path(Path("events/talks.yaml")).name
    '.talks.extracted.tsv'
    """
    return path / ".extracted.tsv" if path.is_dir() else path.with_name(f".{path.stem}.extracted.tsv")


def read_ledger(path: Path) -> Passages:
    """The passages that were ever added to a timeline."""
    rows = [line.split("\t") for line in _lines(ledger_path(path))]
    return Passages((Passage(*row), "ledger") for row in rows if len(row) in (3, 4))


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

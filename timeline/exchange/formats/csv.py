"""Tables as text: comma-separated values (RFC 4180) and tab-separated values, one event in each row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from timeline.exchange.collector import Collector
from timeline.exchange.format import Format, Written
from timeline.exchange.table import SOURCES_LOST, columns_of, read_rows, row_of
from timeline.model import encoding
from timeline.model.characters import one_line
from timeline.model.errors import TimelineError
from timeline.model.timeline import Timeline

__all__ = ["FORMATS", "decoded", "guarded", "records"]

# A cell that begins like this is a formula for a spreadsheet program, which may send data away (OWASP, CSV injection).
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")

_END = "\x00end"  # no cell ends like this

# How Excel is told what stands between the cells: a line above the headers.
_DELIMITER = re.compile(r'"?sep=([\t;,|])"?\r?\n', re.IGNORECASE)


def write(tl: Timeline, _address: str, delimiter: str) -> Written:
    """One row for each event."""
    columns = columns_of(tl.events)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    for event in tl.events:
        row = row_of(event)
        writer.writerow([guarded(row.get(name, "")) for name in columns])
    return Written(out.getvalue(), tl.events)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet program takes for a formula.

    >>> guarded("=HYPERLINK(A1)"), guarded("-0043-03-15"), guarded("1961")
    ("'=HYPERLINK(A1)", "'-0043-03-15", '1961')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """A cell as it was before it was guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def read(content: bytes, collector: Collector) -> None:
    """Each row below the headers is an event."""
    read_rows(records(decoded(content, collector)), collector)


def decoded(content: bytes, collector: Collector) -> str:
    """The text of a file in UTF-8, in UTF-16 with its mark, or as Windows spreadsheets write it."""
    text, name, _ = encoding.decoded(content)
    if name == "cp1252":
        collector.note("the file is not UTF-8 and was read as Windows-1252: look at letters with accents")
    return text


def records(text: str) -> Iterator[tuple[str, list[str]]]:
    """The rows of a table, each with its place.

    Raises:
        TimelineError: A cell is too long, or a quote never ends.
    """
    said = _DELIMITER.match(text)
    rows = text[said.end() :] if said else text
    head = rows.partition("\n")[0]
    delimiter = said[1] if said else max("\t;,|", key=head.count)
    reader = csv.reader(chain(io.StringIO(rows, newline=""), (_END,)), delimiter=delimiter)
    above = 1 if said else 0
    try:
        line = 1
        for row in reader:
            if row and row[-1].endswith(_END):
                _refuse_open_quote(row, line + above)
                return
            yield f"line {line + above}", [unguarded(cell) for cell in row]
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "look for a quote that is not closed"
        raise TimelineError(f"this is no table: {error}", hint=hint, line=reader.line_num + above) from error


def _refuse_open_quote(row: Sequence[str], line: int) -> None:
    """Say that the end of the file is no row of its own, so that a quote has swallowed what is before it."""
    if list(row) != [_END]:
        found = f"the quote before '{one_line(row[-1].removesuffix(_END))[:40]}' never ends"
        raise TimelineError(found, hint="close it, or write two for one that is meant", line=line)


def _recognises(start: bytes, marks: bytes) -> bool:
    head = start.partition(b"\n")[0]
    return not start.startswith((b"{", b"[", b"BEGIN:", b"---")) and any(mark in head for mark in marks)


_LOSSES = {
    "date": "the first second of a day (T00:00:00) becomes the day: programs write days like that",
    **SOURCES_LOST,
    "timeline.title": "not carried",
    "timeline.description": "not carried",
    "timeline.published": "not carried",
    "timeline.language": "not carried",
    "timeline.lanes": "their order is not carried",
    "timeline.tags": "the list of allowed tags is not carried",
    "timeline.anchors": "not carried",
}

FORMATS = (
    Format(
        name="csv",
        title="Comma-separated values",
        extensions=(".csv",),
        media_type="text/csv",
        write=partial(write, delimiter=","),
        read=read,
        recognises=partial(_recognises, marks=b",;|"),
        losses=_LOSSES,
        general=True,
        others_see="Dates are EDTF text. A cell that a spreadsheet would take for a formula begins with an apostrophe.",
    ),
    Format(
        name="tsv",
        title="Tab-separated values",
        extensions=(".tsv", ".tab"),
        media_type="text/tab-separated-values",
        write=partial(write, delimiter="\t"),
        read=read,
        recognises=partial(_recognises, marks=b"\t"),
        losses=_LOSSES,
        general=True,
        others_see="As CSV, with tabs between the cells.",
    ),
)

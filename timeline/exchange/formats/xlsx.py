"""Spreadsheets of Excel and LibreOffice (.xlsx): a sheet of events, and one of what holds for the timeline."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.exchange.collector import Collector
from timeline.exchange.format import Format, Written
from timeline.exchange.formats.json import fields_of
from timeline.exchange.table import MOST_COLUMNS, SOURCES_LOST, columns_of, join, read_rows, row_of, split
from timeline.model.characters import visible
from timeline.model.errors import TimelineError, install_hint
from timeline.model.timeline import Timeline

__all__ = ["FORMATS"]

_SAVE_IT = "open it in a program for spreadsheets, and save it as .xlsx"
_MOST_BYTES = 200 * 2**20
_MOST_ROWS, _MOST_CELL = 100_001, 32_767
_EPOCH = (1980, 1, 1, 0, 0, 0)
_WIDTHS = {"title": 50, "text": 60, "date": 22}
_HEAD_FIELDS = ("id", "title", "description", "published", "language")
_NOT_PLAIN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(tl: Timeline, _address: str) -> Written:
    """Every cell is a text, so that no program takes one for a formula or changes a date."""
    workbook = _library().Workbook()
    sheet = workbook.active
    sheet.title, sheet.freeze_panes = "Events", "A2"
    columns = columns_of(tl.events)
    _fill(sheet, 1, columns)
    for number, event in enumerate(tl.events, 2):
        row = row_of(event)
        _fill(sheet, number, [row.get(name, "") for name in columns])
    for index, name in enumerate(columns, 1):
        letter = sheet.cell(1, index).column_letter
        sheet.column_dimensions[letter].width = _WIDTHS.get(name, 20)
    about = workbook.create_sheet("Timeline")
    for number, pair in enumerate(_head_rows(tl), 1):
        _fill(about, number, pair)
    return Written(_bytes_of(workbook), tl.events)


def _head_rows(tl: Timeline) -> Iterator[tuple[str, str]]:
    given = fields_of(tl)
    yield from ((name, str(given[name])) for name in _HEAD_FIELDS if name in given)
    yield from ((name, join(given[name])) for name in ("lanes", "tags") if given.get(name))
    yield from ((f"anchor: {name}", str(date)) for name, date in given.get("anchors", {}).items())


def _fill(sheet: Any, row: int, values: Iterable[str]) -> None:
    for column, value in enumerate(values, 1):
        if value:
            cell = sheet.cell(row, column)
            cell.value = _NOT_PLAIN.sub("", visible(value))[:_MOST_CELL]
            cell.data_type, cell.number_format = "s", "@"


def _bytes_of(workbook: Any) -> bytes:
    """The file, always the same for the same cells: the library puts the present time into it."""
    made, out = io.BytesIO(), io.BytesIO()
    workbook.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for part in parts.infolist():
            data = parts.read(part)
            if part.filename == "docProps/core.xml":
                data = re.sub(rb"(?<=Z|\d|>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=<)", b"1980-01-01T00:00:00Z", data)
            fixed.writestr(zipfile.ZipInfo(part.filename, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def read(content: bytes, collector: Collector) -> None:
    """The first sheet with events, and the sheet "Timeline" if there is one.

    Raises:
        TimelineError: It is no workbook, is too large when it is unpacked, or has no sheet with events.
    """
    workbook = _opened(content)
    try:
        names = [name for name in workbook.sheetnames if name != "Timeline"]
        if "Timeline" in workbook.sheetnames:
            _read_head(_rows(workbook["Timeline"]), collector)
        if not names:
            raise TimelineError("this workbook has no sheet with events", hint="give it one besides 'Timeline'")
        if len(names) > 1:
            collector.note(f"only the sheet '{names[0]}' is read; the others are {', '.join(names[1:])}"[:300])
        read_rows(_rows(workbook[names[0]]), collector)
    except (ValueError, KeyError, TypeError, SyntaxError, zipfile.BadZipFile) as error:
        raise TimelineError(f"this workbook cannot be read: {error}"[:300], hint=_SAVE_IT) from error
    finally:
        workbook.close()


def _library() -> Any:
    try:
        import openpyxl
    except ImportError as error:
        raise TimelineError("spreadsheets need openpyxl", hint=install_hint("spreadsheet")) from error
    return openpyxl


def _opened(content: bytes) -> Any:
    """The workbook, if its parts are not larger than they should be and declare nothing of their own."""
    library = _library()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MOST_BYTES:
                raise TimelineError(f"unpacked, this workbook has more than {_MOST_BYTES:,} bytes", hint="split it")
            for part in parts.infolist():
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in parts.read(part)[:10_000].upper():
                    found = f"the part '{part.filename}' of this workbook declares entities"
                    raise TimelineError(found, hint=_SAVE_IT)
        return library.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except TimelineError:
        raise
    except Exception as error:
        # The library raises whatever the broken part made it stumble over.
        raise TimelineError(f"this is no workbook: {error}"[:300], hint=_SAVE_IT) from error


def _rows(sheet: Any) -> Iterator[tuple[str, list[str]]]:
    cells = sheet.iter_rows(max_row=_MOST_ROWS, max_col=MOST_COLUMNS + 1)
    for number, row in enumerate(cells, 1):
        yield f"row {number}", [_text_of(cell) for cell in row]


def _text_of(cell: Any) -> str:
    """A cell as text; a date as exactly as its format shows it."""
    value = cell.value
    if isinstance(value, datetime.datetime):
        return _shown_date(value, str(cell.number_format or ""))
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _shown_date(value: datetime.datetime, shown_as: str) -> str:
    plain = re.sub(r'"[^"]{0,100}"|\\.|\[[^\]]{0,100}\]', "", shown_as.lower())
    if "y" in plain and "d" not in plain and (value.hour, value.minute) == (0, 0):
        return f"{value.year:04d}-{value.month:02d}" if "m" in plain else f"{value.year:04d}"
    # A cell has no minutes without seconds, so that those of 0 say nothing.
    return value.isoformat(sep=" ", timespec="seconds" if value.second else "minutes")


def _read_head(rows: Iterator[tuple[str, list[str]]], collector: Collector) -> None:
    anchors = {}
    for _, row in rows:
        name, value = [*row, "", ""][:2]
        if name.startswith("anchor: "):
            anchors[name.removeprefix("anchor: ")] = value
        elif name in ("lanes", "tags"):
            collector.head[name] = split(value)
        elif name in _HEAD_FIELDS:
            collector.head[name] = value
    if anchors:
        collector.head["anchors"] = anchors


FORMATS = (
    Format(
        name="xlsx",
        title="Spreadsheet (.xlsx)",
        extensions=(".xlsx", ".xlsm"),
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write=write,
        read=read,
        recognises=lambda start: start.startswith(b"PK\x03\x04"),
        losses={
            "date": "the first second of a day (T00:00:00) becomes the day: programs write days like that",
            **SOURCES_LOST,
        },
        others_see="Two sheets, every cell a text: dates are EDTF, and nothing is a formula.",
        packages="spreadsheet",
    ),
)

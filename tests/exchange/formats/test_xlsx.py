"""Spreadsheets, read back by openpyxl."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from timeline.exchange import export, read
from timeline.exchange.formats import xlsx
from timeline.model.errors import TimelineError


def _workbook(*rows: list, formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for place, shown in (formats or {}).items():
        book.active[place].number_format = shown
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_every_cell_is_a_text(full):
    book = openpyxl.load_workbook(io.BytesIO(export(full, "xlsx").data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert book.sheetnames == ["Events", "Timeline"]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=HYPERLINK(A1)" in {cell.value for cell in cells}


def test_it_carries_everything(full):
    assert export(full, "xlsx").losses == ()


@pytest.mark.parametrize(
    ("shown", "date"),
    [("yyyy-mm-dd", "1972-12-07"), ("mmm yyyy", "1972-12"), ("yyyy", "1972"), ('[$-409]"d"mmmm\\ yyyy', "1972-12")],
)
def test_a_date_is_as_exact_as_it_is_shown(shown, date):
    content = _workbook(["When", "What"], [datetime.datetime(1972, 12, 7), "Apollo 17"], formats={"A2": shown})
    assert str(read(content).timeline.events[0].date) == date


def test_times_numbers_and_empty_cells_are_read():
    content = _workbook(
        ["Date", "Title", "Importance", None, "Who"],
        [datetime.datetime(2025, 2, 12, 15, 4), "A", 0.5, None, "B"],
        [1961, 12, None, None, None],
        [None, None, None, None, None],
    )
    number, time = read(content).timeline.events
    assert (str(number.date), number.title, number.importance) == ("1961", "12", None)
    assert (str(time.date), time.importance, time.people) == ("2025-02-12T15:04", 0.5, ("B",))


def test_columns_beyond_what_is_read_are_told():
    with pytest.raises(TimelineError, match="more than 300 columns have a name"):
        read(_workbook(["Date", "Title", *map(str, range(400))], [2025, "A"]))


@pytest.mark.parametrize(
    ("clock", "date"),
    [((19, 30), "2025-06-03T19:30"), ((19, 30, 15), "2025-06-03T19:30:15")],
)
def test_a_time_has_the_seconds_that_it_states(clock, date):
    content = _workbook(
        ["Date", "Title"], [datetime.datetime(2025, 6, 3, *clock), "A"], formats={"A2": "dd/mm/yyyy hh:mm"}
    )
    assert str(read(content).timeline.events[0].date) == date


def test_a_workbook_that_would_unpack_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(xlsx, "_MOST_BYTES", 1000)
    with pytest.raises(TimelineError, match="unpacked, this workbook has more than 1,000 bytes"):
        read(_workbook(["date", "title"]), "xlsx")


def _with_sheet(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(out, "w") as changed:
        for name in book.namelist():
            data = book.read(name)
            changed.writestr(name, change(data) if name.endswith("sheet1.xml") else data)
    return out.getvalue()


def test_a_year_is_whole_however_its_number_is_stored():
    content = _workbook(["Date", "Title"], [1961, "A"])
    stored = _with_sheet(content, lambda sheet: sheet.replace(b"<v>1961</v>", b"<v>1.961E3</v>"))
    assert stored != content
    assert str(read(stored, "xlsx").timeline.events[0].date) == "1961"


def test_a_workbook_that_declares_entities_is_refused():
    bad = _with_sheet(_workbook(["date"]), lambda sheet: b'<!DOCTYPE x [<!ENTITY a "b">]>' + sheet)
    with pytest.raises(TimelineError, match=r"sheet1\.xml' of this workbook declares entities"):
        read(bad, "xlsx")


def test_a_broken_workbook_is_refused_with_a_way_out():
    content = bytearray(_workbook(["date", "title"]))
    for broken in (b"PK\x03\x04", bytes(content[:-40]), bytes(content[:40]) + b"x" * 40 + bytes(content[80:])):
        with pytest.raises(TimelineError) as caught:
            read(broken, "xlsx")
        assert caught.value.hint == "open it in a program for spreadsheets, and save it as .xlsx"

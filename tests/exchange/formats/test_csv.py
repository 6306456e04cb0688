"""Tables as text, read back by the standard library and opened safely by spreadsheet programs."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange import export, read
from timeline.exchange.formats.csv import guarded, records, unguarded
from timeline.model.errors import TimelineError
from timeline.model.event import Event
from timeline.model.timeline import Timeline


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_the_standard_library_reads_it_back(name, delimiter, full):
    rows = list(csv.DictReader(io.StringIO(export(full, name).content), delimiter=delimiter, strict=True))
    assert [row["id"] for row in rows] == [event.id for event in full.events]
    row = next(row for row in rows if row["id"] == "breakthrough")
    event = next(event for event in full.events if event.id == "breakthrough")
    assert (row["date"], row["title"], row["text"]) == (str(event.date), event.title, event.text)
    assert row["source 2 title"] == "A book"


@given(st.text("=+-@\t\r'a＝", max_size=6))
def test_no_cell_is_a_formula_and_every_cell_comes_back(cell):
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    assert unguarded(guarded(cell)) == cell


def test_a_formula_in_a_title_is_text():
    tl = Timeline(events=[Event(id="a", date="-0043", title="=cmd|' /C calc'!A0")])
    row = list(csv.reader(io.StringIO(export(tl, "csv").content)))[1]
    assert row == ["a", "'-0043", "'=cmd|' /C calc'!A0"]


@pytest.mark.parametrize(
    "content",
    [
        "date;title\n2025;Größe\n".encode("cp1252"),
        "date;title\n2025;Größe\n".encode("utf-16"),
        "\ufeffdate\ttitle\r\n2025\tGröße\r\n".encode(),
    ],
)
def test_what_spreadsheet_programs_write_is_read(content):
    assert read(content, "csv").timeline.events[0].title == "Größe"


def test_a_cell_of_several_lines_keeps_them_and_the_next_row_knows_its_line():
    found = read(b'date,title,text\n2025,A,"one\n\ntwo"\n2024-13,B,\n')
    assert found.timeline.events[0].text == "one\n\ntwo"
    assert found.notes[0].startswith("line 5: left out: there is no month 13")


@pytest.mark.parametrize(
    "content",
    [
        "sep=;\ndate;title\n2025;Talks, and more\n2025-13;B\n",
        '"SEP=,"\r\ndate,title\r\n2025,"Talks, and more"\r\n2025-13,B\r\n',
        "\ufeffsep=|\ndate|title; or what\n2025|Talks, and more\n2025-13|B\n",
    ],
)
def test_a_first_line_that_says_what_stands_between_the_cells_is_no_row(content):
    found = read(content.encode(), columns={"title; or what": "title"} if "or what" in content else None)
    assert (found.format, found.timeline.events[0].title) == ("csv", "Talks, and more")
    assert found.notes[0].startswith("line 4: left out: there is no month 13")


def test_bars_stand_between_cells():
    found = read(b"date|title|tags\n2025|Talks, and more|a; b\n")
    event = found.timeline.events[0]
    assert (found.format, event.title, event.tags) == ("csv", "Talks, and more", ("a", "b"))


def test_a_quote_that_never_ends_swallows_nothing():
    with pytest.raises(TimelineError, match="the quote before 'unclosed 2027,B' never ends") as error:
        read(b'Date,Title\n2025,"two\nlines"\n2026,"unclosed\n2027,B\n', "csv")
    assert error.value.line == 4


@given(
    st.lists(st.lists(st.text('a",;\n\t é', max_size=5), min_size=2, max_size=3), max_size=4),
    st.sampled_from(["\n", ""]),
)
def test_the_rows_are_those_that_were_written(rows, end):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([["a", "b"], *rows])
    assert [row for _, row in records(out.getvalue().removesuffix("\n") + end)][1:] == rows


@pytest.mark.parametrize("name", ["csv", "tsv", "xlsx"])
def test_an_event_with_many_sources_is_written_as_far_as_it_is_read_and_the_rest_is_told(name):
    full = {"title": "A", "publisher": "B", "published": "2024", "quote": "C", "expression": "D"}
    sources = [{"url": f"https://example.org/{number}", **full} for number in range(1, 121)]
    tags = {"tags": ["a"], "people": ["b"], "organizations": ["c"], "places": ["d"], "lane": "e", "text": "f"}
    image = {"src": "a.png", "alt": "g", "credit": "h", "width": 1, "height": 1}
    own = {"expression": "x", "published": "2024", "status": "draft", "certainty": "planned", "importance": 0.5}
    event = Event(id="a", date="1961", title="A", sources=sources, image=image, **tags, **own)
    made = export(Timeline(events=[event]), name)
    lost = {loss.field.split(".")[1] for loss in made.losses if loss.field.startswith("sources.")}
    assert lost == set(map(str, range(40, 120)))
    assert len(read(made.data, name).timeline.events[0].sources) == 40

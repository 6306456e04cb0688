"""Which column is which field, and cells that hold several values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange import read
from timeline.exchange.table import guess, join, split
from timeline.model.errors import TimelineError

_NAMES = st.text("ab ;,|\\", min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(_NAMES, max_size=4), st.booleans())
def test_several_values_come_back_from_one_cell(values, commas):
    assert split(join(values), commas=commas) == values


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (["date", "title", "lane", "tags"], ["date", "title", "lane", "tags"]),
        (["Start Date", "End Date", "Headline", "Description"], ["date", "end", "title", "text"]),
        (["Datum", "Titel", "Beschreibung", "Ort", "Quelle"], ["date", "title", "text", "places", "source url"]),
        (["Year", "Month", "Day", "Event"], ["year", "month", "day", "title"]),
        (["Date", "Day", "What", "What else"], ["date", "", "title", ""]),
        (["When", "Begin", "Source 2 URL", "source_title"], ["date", "", "source 2 url", "source title"]),
        (["Image URL", "Alt text", "ID", "Status"], ["image", "image alt", "id", "status"]),
    ],
)
def test_columns_are_guessed_from_their_names(headers, fields):
    assert guess(headers) == dict(zip(headers, fields, strict=True))


def test_a_person_can_say_what_a_column_is():
    rows = b"A,B,Note\n2025,Talks,private\n"
    found = read(rows, "csv", columns={"A": "date", "B": "title", "Note": ""})
    event = found.timeline.events[0]
    assert (str(event.date), event.title, event.text) == ("2025", "Talks", None)
    assert found.columns == {"A": "date", "B": "title", "Note": ""}


@pytest.mark.parametrize(
    ("rows", "columns", "message"),
    [
        (b"A,B\n1,2\n", {}, "line 1|no column holds the dates; the columns are 'A', 'B'"),
        (b"", {}, "no column holds the dates; the columns are none"),
        (b"date,B\n1,2\n", {"C": "title"}, "there is no column 'C'; the columns are date, B"),
        (b"date,B\n1,2\n", {"B": "colour"}, "a column cannot be 'colour'; use one of id, date"),
    ],
)
def test_a_table_that_cannot_be_read_says_what_to_do(rows, columns, message):
    with pytest.raises(TimelineError, match=message):
        read(rows, "csv", columns=columns)


@pytest.mark.parametrize(
    ("header", "row", "date"),
    [
        ("date", "2025-02", "2025-02"),
        ("date", "2025-02-12 00:00:00", "2025-02-12"),
        ("date", "2025-02-12T00:00", "2025-02-12T00:00"),
        ("date", "12 February 2025", "2025-02-12"),
        ("date,end", "2025-02-12,2025-03", "2025-02-12/2025-03"),
        ("date,end", "2025-02-12,2025-02-12", "2025-02-12"),
        ("year,month,day", "1969,7,20", "1969-07-20"),
        ("year,month,day", "1969,7,", "1969-07"),
        ("year,month,day", "-43,3,15", "-0043-03-15"),
        ("year", "-66000000", "Y-66000000"),
    ],
)
def test_dates_keep_the_precision_that_they_were_stated_with(header, row, date):
    found = read(f"{header},title\n{row},A\n".encode(), "csv")
    assert [str(event.date) for event in found.timeline.events] == [date]

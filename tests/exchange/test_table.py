"""Which column is which field, and cells that hold several values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange import read
from timeline.exchange.table import join, split
from timeline.model.errors import TimelineError

_NAMES = st.text("ab ;,|\\", min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(_NAMES, max_size=4), st.booleans())
def test_several_values_come_back_from_one_cell(values, commas):
    assert split(join(values), commas=commas) == values


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
        (
            b"date," + b",".join(b"c%d" % number for number in range(300)) + b"\n",
            {},
            "line 1|more than 300 columns have a name, the last of them 'c299'; take away those that say nothing",
        ),
        (b"date,B\n1,2\n", {"B": "colour"}, "a column cannot be 'colour'; use one of id, date"),
    ],
)
def test_a_table_that_cannot_be_read_says_what_to_do(rows, columns, message):
    with pytest.raises(TimelineError, match=message):
        read(rows, "csv", columns=columns)


def _dates(rows: str, **options) -> tuple[list[str], tuple[str, ...]]:
    found = read(rows.encode(), "csv", **options)
    events = sorted(found.timeline.events, key=lambda event: event.title)
    return [str(event.date) for event in events], found.notes


@pytest.mark.parametrize(
    ("other", "dates", "said"),
    [
        ("25/12/2024", ["2025-04-03", "2025-04-03T18:00"], "the day comes first, as in '25/12/2024'"),
        ("12/25/2024", ["2025-03-04", "2025-03-04T18:00"], "the month comes first, as in '12/25/2024'"),
        ("25-12-2024 10:00", ["2025-04-03", "2025-04-03T18:00"], "the day comes first, as in '25-12-2024'"),
    ],
)
def test_one_date_of_a_column_tells_whether_the_day_comes_first_in_all(other, dates, said):
    found, notes = _dates(f"When,What\n03/04/2025,A\n03/04/25 18:00,B\n{other},C\n")
    assert found[:2] == dates
    assert notes[0] == f"line 4: in the column 'When' {said}"
    assert not any("en-GB" in note for note in notes)


@pytest.mark.parametrize("other", ["05/05/2025", "25/12/24", "45/12/2024", "2024-12-25", "25.12.2024"])
def test_a_date_that_tells_nothing_leaves_both_readings(other):
    found, notes = _dates(f"When,What\n03/04/2025,A\n{other},B\n")
    assert found[0] == "[2025-03-04,2025-04-03]"
    assert not any("in the column" in note for note in notes)


def test_what_all_dates_of_a_column_show_needs_no_word():
    notes = _dates("When,What\n25/12/2024,A\n26/12/2024,B\n")[1]
    assert not [note for note in notes if "in the column" in note]


def test_dates_that_show_both_orders_leave_both_readings_and_are_told():
    found, notes = _dates("When,What\n03/04/2025,A\n25/12/2024,B\n12/26/2024,C\n")
    assert found == ["[2025-03-04,2025-04-03]", "2024-12-25", "2024-12-26"]
    assert notes[0] == (
        "line 3: in the column 'When' the day comes first, as in '25/12/2024' and the month comes first, as in "
        "'12/26/2024': of a date that can be either, both are kept"
    )


def test_each_column_has_its_own_order_and_what_a_person_says_goes_first():
    found, _ = _dates("Start,End,What\n03/04/2025,05/13/2025,A\n25/12/2024,,B\n03/04/2025,06/05/2025,C\n")
    assert found[::2] == ["2025-04-03/2025-05-13", "2025-04-03/2025-06-05"]
    found, notes = _dates("When,What\n03/04/2025,A\n25/12/2024,B\n", language="en-US")
    assert found[0] == "2025-03-04"
    assert not any("column" in note for note in notes)


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
        ("year,month,day", "-44,3,15", "-0043-03-15"),
        ("year,month,day", "44 BC,3,15", "-0043-03-15"),
        ("year,month,day", "-0043,3,15", "-0043-03-15"),
        ("year,month,day", "2024.0,3.0,5.0", "2024-03-05"),
        ("year,month,day", "2024,3,5th", "2024-03-05"),
        ("year", "-66000000", "Y-66000000"),
    ],
)
def test_dates_keep_the_precision_that_they_were_stated_with(header, row, date):
    found = read(f"{header},title\n{row},A\n".encode(), "csv")
    assert [str(event.date) for event in found.timeline.events] == [date]


@pytest.mark.parametrize(
    ("language", "begin", "end", "date"),
    [
        (None, "3 May 2024", "5 May 2024", "2024-05-03/2024-05-05"),
        (None, "May 2024", "June 2024", "2024-05/2024-06"),
        (None, "May 3, 2024", "May 5, 2024", "2024-05-03/2024-05-05"),
        (None, "2024/05/03", "2024/05/05", "2024-05-03/2024-05-05"),
        (None, "44 BC", "AD 14", "-0043/0014"),
        (None, "3000 BC", "2500 BC", "-2999/-2499"),
        (None, "2024-05-03", "3 May 2024", "2024-05-03"),
        (None, "late 2014", "early 2016", "2014-09~/2016-04~"),
        (None, "3 May 2024", "present", "2024-05-03/.."),
        (None, "1914", "18", "1914/1918"),
        (None, "12 March 2024", "June", "2024-03-12/2024-06"),
        (None, "12 March 2024", "March", "2024-03-12/2024-03"),
        (None, "12 March 2024", "14 March", "2024-03-12/2024-03-14"),
        (None, "12 March 2024", "12 March", "2024-03-12"),
        (None, "12 November 2024", "3 February", "2024-11-12/2025-02-03"),
        (None, "March 2024", "end of June", "2024-03/2024-06-30~"),
        (None, "2023-03-29", "29 February", "2023-03-29/2024-02-29"),
        (None, "2024", "June", "2024/2024-06"),
        ("en-US", "3/12/2024", "3/14", "2024-03-12/2024-03-14"),
        ("de", "12.03.2024", "14.3.", "2024-03-12/2024-03-14"),
        ("de", "12. März 2024", "14. März", "2024-03-12/2024-03-14"),
        ("en-US", "5/13/2024", "5/15/2024", "2024-05-13/2024-05-15"),
        ("en-GB", "3/5/2024", "4/5/2024", "2024-05-03/2024-05-04"),
        ("de", "03.05.2024", "05.05.2024", "2024-05-03/2024-05-05"),
        ("de", "3. Mai 2024", "5. Mai 2024", "2024-05-03/2024-05-05"),
        ("de", "2024-05-03", "5. Mai 2024", "2024-05-03/2024-05-05"),
        ("de", "3. Mai 2024", "heute", "2024-05-03/.."),
    ],
)
def test_the_begin_and_the_end_are_read_each_in_its_own_way(language, begin, end, date):
    found = read(f"Start;End;Event\n{begin};{end};A\n".encode(), "csv", language=language)
    assert ([str(event.date) for event in found.timeline.events], found.left_out) == ([date], 0)


@pytest.mark.parametrize(
    ("begin", "end", "message"),
    [
        ("3 May 2024", "some day", "'some day' cannot be resolved to a date"),
        ("3 May 2024", "Friday", "'Friday' cannot be resolved to a date"),
        ("3 May 2024", "5", "'5' is no date"),
        ("3 May 2024", "2nd", "'2nd' cannot be resolved to a date"),
        ("3 May 2024", "12:00", "'12:00' cannot be resolved to a date"),
        ("3 May 2024", "?", "'?' cannot be resolved to a date"),
        ("44 BC", "June", "'June' cannot be resolved to a date"),
        ("3 May 2021", "29 February", "'29 February' cannot be resolved to a date"),
        ("one day", "3 May 2024", "'one day' cannot be resolved to a date"),
        ("5 May 2024", "3 May 2024", "the interval '2024-05-05/2024-05-03' ends before it begins"),
        ("3 May 2024", "4/5/2024", "'4/5/2024' can be 2024-04-05 or 2024-05-04; say with the language which"),
    ],
)
def test_of_a_begin_and_an_end_the_one_that_is_wrong_is_named(begin, end, message):
    found = read(f"Start,End,Event\n{begin},{end},A\n".encode(), "csv")
    assert any(f"line 2: left out: {message}" in note for note in found.notes), found.notes


def test_the_year_that_an_end_does_not_say_is_told():
    found = read(b"Start,End,Event\n2024-11-12,3 February,A\n", "csv")
    assert found.notes == ("line 2: '3 February' is read as 2025-02-03",)


def test_an_end_beside_fields_with_our_names_is_read_too():
    found = read(b'[{"title": "A", "date": "3 May 2024", "end": "5 May 2024"}]', "json")
    assert [str(event.date) for event in found.timeline.events] == ["2024-05-03/2024-05-05"]


@pytest.mark.parametrize(
    ("header", "cells", "source"),
    [
        ("Quelle", "https://example.org/a", {"url": "https://example.org/a"}),
        ("Quelle", "dpa", {"publisher": "dpa"}),
        ("Quelle,URL", "dpa,https://example.org/a", {"url": "https://example.org/a", "publisher": "dpa"}),
        ("Source,Publisher", "A report,dpa", {"title": "A report", "publisher": "dpa"}),
        ("Source,Publisher", "https://example.org/a,dpa", {"url": "https://example.org/a", "publisher": "dpa"}),
    ],
)
def test_a_column_of_sources_holds_addresses_or_names(header, cells, source):
    found = read(f"Date,Title,{header}\n2025,A,{cells}\n".encode(), "csv")
    (read_source,) = found.timeline.events[0].sources
    assert read_source.model_dump(exclude_none=True) == source
    assert found.notes == ()


@pytest.mark.parametrize(
    ("header", "cells", "sources"),
    [
        ("Media", "https://www.youtube.com/watch?v=1", [{"url": "https://www.youtube.com/watch?v=1"}]),
        (
            "Media,Media Credit,Alt Text,Source",
            "https://x.com/a/status/1,Ann,A post,dpa",
            [{"publisher": "dpa"}, {"url": "https://x.com/a/status/1", "title": "A post", "publisher": "Ann"}],
        ),
        (
            "Image,Source URL,Source 2 title",
            "https://vimeo.com/1,https://example.org/a,B",
            [{"url": "https://example.org/a"}, {"title": "B"}, {"url": "https://vimeo.com/1"}],
        ),
    ],
)
def test_a_film_or_a_post_is_a_source_and_no_picture(header, cells, sources):
    found = read(f"Date,Title,{header}\n2025,A,{cells}\n".encode(), "csv")
    (event,) = found.timeline.events
    assert event.image is None
    assert [source.model_dump(exclude_none=True) for source in event.sources] == sources
    assert ["is no picture: it is kept as a source" in note for note in found.notes] == [True]


@pytest.mark.parametrize(
    "address", ["https://example.org/photo?id=3", "img/youtube.com.png", "https://i.example/x.com"]
)
def test_a_picture_stays_one(address):
    found = read(f"Date,Title,Media,Alt text\n2025,A,{address},B\n".encode(), "csv")
    assert found.timeline.events[0].image.src == address


def test_each_column_of_a_german_table_is_one_field():
    header = "Datum;Überschrift;Text;Schlagworte;Wichtigkeit;Quelle;URL;Redakteurin"
    rows = f"{header}\n4.6.2024;Wahl;;Politik, Wahl;0,5;dpa;https://example.org/a;ks\n5.6.2024;Fest;Es war.;;;;;\n"
    found = read(rows.encode(), "csv")
    election, feast = found.timeline.events
    assert (election.title, election.text, election.tags) == ("Wahl", None, ("Politik", "Wahl"))
    assert (election.importance, election.sources[0].publisher) == (0.5, "dpa")
    assert (feast.title, feast.text) == ("Fest", "Es war.")
    assert [header for header, field in found.columns.items() if not field] == ["Redakteurin"]


def test_what_stands_under_no_name_or_under_a_name_that_is_there_twice_is_told():
    found = read(b"date,title,text,text,,\n2025,A,one,two,,x,y\n", "csv")
    assert found.timeline.events[0].text == "one"
    assert found.notes == (
        "line 1: the second column 'text' is not read; give it a name of its own",
        "line 2: 'x' left out: it stands in a column without a name",
        "line 2: 'y' left out: it stands in a column without a name",
    )


@pytest.mark.parametrize(
    ("text", "title", "kept"),
    [("A short one", "A short one", None), ("a " * 60, f"{'a ' * 49}a…", ("a " * 60).strip())],
)
def test_an_event_without_a_title_is_named_by_its_text_and_that_is_told(text, title, kept):
    found = read(f"date,text\n2025,{text}\n".encode(), "csv")
    assert (found.timeline.events[0].title, found.timeline.events[0].text) == (title, kept)
    assert found.notes == ("line 2: it has no title; the beginning of its text is its title",)


@pytest.mark.parametrize(
    ("row", "note"),
    [
        ("-44,3,15", "the year '-44' is read as 44 BCE, which is -0043"),
        ("44 BC,,", "the year '44 BC' is read as 44 BCE, which is -0043"),
        ("24,3,5", "the year '24' is read as 0024, with no century before it"),
        ("2024,,5", "the day '5' left out: it has no month"),
    ],
)
def test_what_is_not_plain_about_the_parts_of_a_date_is_told(row, note):
    found = read(f"Year,Month,Day,Title\n{row},A\n".encode(), "csv")
    assert found.notes == (f"line 2: {note}",)


@pytest.mark.parametrize("row", ["2024,3,5 or 6", "2024,13,5", "2024,5,third"])
def test_parts_that_are_no_numbers_are_not_put_into_another_order(row):
    assert read(f"Year,Month,Day,Title\n{row},A\n".encode(), "csv").left_out == 1


def test_which_of_two_days_is_meant_is_asked_once():
    notes = read(b"Date,Title\n03/04/2024,A\n05/06/2024,B\n", "csv").notes
    assert [note for note in notes if "say with the language" in note] == [notes[1]]
    assert read(b"Date,Title\n03/04/2024,A\n", "csv", language="en-GB").notes == (
        "line 2: '03/04/2024' is read as 2024-04-03",
    )

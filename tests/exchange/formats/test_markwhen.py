"""markwhen, as its documentation has it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange import export, read
from timeline.exchange.markwhen_dates import date_of, starts_event
from timeline.model.event import Event
from timeline.model.timeline import Timeline

SAMPLE = """---
title: Planning
description: What is to be done
dateFormat: d/M/y
#work: blue
timezone: Europe/Berlin
---
// a comment
2024: Unsorted #work #2024
group The 90s // its name

1991: Desert Storm
  id: storm
  riders: Tom, Jerry

  Text below it.
  2 is a number

section Inner
11/02/2005 - 14/02/2005: A [link](https://example.org) !inner
end section
2004-02-01 / 2005-02: Range
endGroup
# Heading #work
after !inner 2 weeks: Relative
2025-01-01 every 2 weeks for 3 times: Recurring
January 3 - Apr 6: Yearless
18 March 2026: [x] Human
2025-02-12 15:30: At a time
2031-11-19T01:35:10Z-2099-08-04T18:22:48Z: Exactly
300-200 BCE: Old
2005/now: Going on
"""


def test_a_text_of_another_author_is_read():
    found = read(SAMPLE.encode(), name="plan.mw")
    events = {event.title: event for event in found.timeline.events}
    assert (found.timeline.title, found.timeline.description) == ("Planning", "What is to be done")
    assert {title: (str(event.date), event.lane) for title, event in events.items()} == {
        "Old": ("-0299/-0199", "Heading"),
        "Desert Storm": ("1991", "The 90s"),
        "Range": ("2004-02-01/2005-02", "The 90s"),
        "Going on": ("2005/..", "Heading"),
        "A link": ("2005-02-11/2005-02-14", "Inner"),
        "Unsorted #2024": ("2024", None),
        "At a time": ("2025-02-12T15:30", "Heading"),
        "Human": ("2026-03-18", "Heading"),
        "Exactly": ("2031-11-19T01:35:10Z/2099-08-04T18:22:48Z", "Heading"),
    }
    assert (events["Desert Storm"].id, events["A link"].id) == ("storm", "inner")
    assert events["Desert Storm"].text == "Text below it.\n  2 is a number"
    assert events["A link"].sources[0].url == "https://example.org"
    assert events["Unsorted #2024"].tags == ("work",)
    assert [note.partition(": ")[0] for note in found.notes] == ["line 12", "line 25", "line 26", "line 27"]
    assert found.notes[1] == "line 25: left out: its date is relative, repeats or has no year; write the date itself"
    assert found.left_out == 3


def test_dates_with_slashes_are_american_unless_the_header_says_otherwise():
    assert [str(event.date) for event in read(b"03/04/2025: A", "markwhen").timeline.events] == ["2025-03-04"]


@pytest.mark.parametrize(
    "line", ["They met.", "Note: this", "12:30", "20256789: x", "http://example.org", "- 2025: item", ""]
)
def test_what_begins_no_event(line):
    assert starts_event(line) is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("12/2012: x", "2012-12"),
        ("Dec 2012: x", "2012-12"),
        ("now: x", ".."),
        ("2024-03-05 12am: x", "2024-03-05T00:00"),
        ("2024-03-05 2pm: x", "2024-03-05T14:00"),
    ],
)
def test_what_begins_an_event(line, date):
    assert date_of(starts_event(line), False) == date


def _event(**fields) -> Timeline:
    return Timeline(id="t", title="T", events=[Event(**{"id": "a", "title": "A", "date": "2025-02", **fields})])


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "2025: not an event"},
        {"text": "# not a heading\n\ngroup of people\nend group"},
        {"text": "// no comment"},
        {"text": "key: value"},
        {"title": "Talks #tag !id [x](https://example.org)"},
        {"title": "2025: A"},
        {"title": "[x] done"},
        {"tags": ("two words", "#hash", "12")},
        {"lane": "Lane #1 #x"},
        {"date": "../2019"},
        {"date": "199X~"},
        {"date": "2025-02-12T23:30:01-08:00"},
    ],
)
def test_whatever_looks_like_syntax_comes_back_as_text(fields):
    assert export(_event(**fields), "markwhen").losses == ()


def test_a_line_that_was_edited_counts_more_than_its_properties():
    text = export(_event(date="2025-02~", title="A #b", tags=("two words",)), "markwhen").content
    edited = text.replace("2025-02: A", "2025-03: Another")
    event = read(edited.encode()).timeline.events[0]
    assert (str(event.date), event.title, event.tags, event.id) == ("2025-03", "Another", ("b",), "a")


def test_a_year_without_its_century_is_told():
    found = read(b"3/4/24 - 5/4/2024: A\n3/4/2024: B\n", "markwhen")
    assert found.notes == ("line 1: the year of '3/4/24' is read as 0024, with no century before it",)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2023 - 2024-03-05 2pm: A", "2023/2024-03-05T14:00"),
        ("2023 - 2024-03-05T10:00Z: A", "2023/2024-03-05T10:00Z"),
        ("300-200 BCE: A", "-0299/-0199"),
        ("2023 - now: A", "2023/.."),
    ],
)
def test_only_an_era_is_said_of_both_years(line, date):
    [event] = read(line.encode(), "markwhen").timeline.events
    assert str(event.date) == date


_POINTS = st.sampled_from(
    ["2", "24", "2024", "2024-03", "2024-03-05", "3/4/2024", "12/2024", "3/4/24", "44BC", "44 BCE", "12CE", "now"]
) | st.sampled_from(
    ["2024-03-05 2pm", "2024-03-05T10:00Z", "5 Mar 2024", "Mar 5, 2024", "March 2024", "3/4/2024 14:30"]
)


@given(_POINTS, _POINTS, st.sampled_from(["/", " - ", " to ", "–"]))
def test_any_two_dates_are_read_or_told(first, last, mark):
    found = read(f"{first}{mark}{last}: A\n2024: B\n".encode(), "markwhen")
    assert len(found.timeline.events) + found.left_out == 2 or "twice" in str(found.notes)


@pytest.mark.parametrize("line", [" " * 1990 + "x", "2025" + " " * 1990 + "x", "-" * 1990, "1 " * 990])
def test_long_lines_that_begin_no_event_are_read_in_no_time(line):
    began = time.process_time()
    assert len(read(("2025: A\n" + f"{line}\n" * 1000).encode(), "markwhen").timeline.events) == 1
    assert time.process_time() - began < 1.5

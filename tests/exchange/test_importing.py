"""Whatever a file holds: it is read within limits, or refused with its place."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.exchange import all_formats, export, read
from timeline.exchange.importing import MAX_BYTES
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.store import phrases


def test_the_ids_are_those_of_the_file_else_made_of_title_and_date():
    found = read(b"id,date,title\nsputnik,1957,Sputnik\n,1961-04-12,Gagarin\nA_1,1969,Moon\n").timeline
    assert [event.id for event in found.events] == ["sputnik", "gagarin-1961-04-12", "a-1-47b34a"]


def test_a_file_without_a_name_is_wrong_at_a_line():
    with pytest.raises(TimelineError, match=r"^line 1: no column holds the dates"):
        read(b"one,two\n", "csv")


def test_the_same_row_twice_is_one_event_and_two_events_of_one_title_are_two():
    rows = b"date,title,text\n1961,A,one\n1961,A,one\n1961,A,two\n"
    found = read(rows)
    assert [event.id for event in found.timeline.events] == ["a-1961", "a-1961-2"]
    assert found.notes == ("line 3: 'A' is there twice; one is kept",)


def test_thousands_of_events_of_one_title_and_date_are_told_apart_in_no_time():
    started = time.process_time()
    found = read(b"date,title,text\n" + b"".join(b"1961,A,text %d\n" % number for number in range(5_000))).timeline
    assert {event.id for event in found.events} == {"a-1961", *(f"a-1961-{number}" for number in range(2, 5_001))}
    assert time.process_time() - started < 15


def test_an_event_that_cannot_be_is_left_out_and_told_with_its_line():
    found = read(b"date,title\n2024-02-30,Never\n,Undated\n2024,\n2024,Fine\n", name="a.csv")
    assert [event.title for event in found.timeline.events] == ["Fine"]
    assert found.left_out == 3
    assert [note.partition(": left out: ")[0] for note in found.notes] == ["line 2", "line 3", "line 4"]
    assert "2024-02 has 29 days" in found.notes[0]


def test_a_link_that_could_run_something_is_dropped_and_the_event_stays():
    rows = b'date,title,source url,image\n2024,A,javascript:alert(1),"data:text/html,x"\n2025,B,https://x.org,//evil\n'
    found = read(rows)
    first, second = found.timeline.events
    assert (first.image, second.image) == (None, None)
    assert [source.url for source in (*first.sources, *second.sources)] == ["https://x.org"]
    assert found.left_out == 0
    assert any("javascript:alert(1)" in note for note in found.notes)


@pytest.mark.parametrize("count", [11, 12])
def test_of_a_long_list_only_the_items_that_cannot_be_are_left_out(count):
    tags = [f"tag {number}" + "x" * 200 * (number in (2, 10)) for number in range(count)]
    content = json.dumps({"events": [{"date": "2025", "title": "A", "tags": tags}]}).encode()
    found = read(content, "json")
    assert found.timeline.events[0].tags == tuple(tag for tag in tags if len(tag) < 200)
    assert [note.partition(" left out")[0] for note in found.notes] == ["event 1: tags.10", "event 1: tags.2"]


def test_a_name_of_a_field_holds_nothing_that_cannot_be_seen():
    found = read(rb'{"\ud83dtitle": "B", "events": [{"date": "2025", "title": "A", "\ud83dlane": "L", "\u202ax": 1}]}')
    assert (found.timeline.title, found.timeline.events[0].lane) == ("B", "L")
    assert found.notes == ("event 1: x left out: there is no such field",)


@pytest.mark.parametrize("depth", [110, 700, 100_000])
@pytest.mark.parametrize(("begin", "end"), [("[", "]"), ('{"a":', "}")])
def test_what_is_nested_too_deeply_is_refused(depth, begin, end):
    deep = f"{begin * depth}1{end * depth}"
    for content in (f'{{"title": {deep}, "events": []}}', f'[{{"date": "2025", "title": "A", "tags": {deep}}}]'):
        with pytest.raises(TimelineError, match=r"a\.json: what it holds is nested too deeply; put at most 100"):
            read(content.encode(), "json", "a.json")


def test_phrases_count_from_the_given_day():
    found = read(b"date,title\nlast month,A\n", published=EdtfDate("2026-02-11"))
    assert str(found.timeline.events[0].date) == "2026-01"
    assert found.notes == ("line 2: 'last month' is read as 2026-01",)


def test_dates_of_spreadsheets_and_archives_are_read_and_told():
    rows = b"date,title\n2011/05/05,A\nbefore 1990,B\n1914-18,C\n2011-00-00,D\n800,F\n2011/12,E\n"
    found = read(rows)
    assert {event.title: str(event.date) for event in found.timeline.events} == {
        "A": "2011-05-05",
        "B": "../1989",
        "C": "1914/1918",
        "D": "2011",
        "F": "0800",
    }
    assert found.notes[0] == "line 2: '2011/05/05' is read as 2011-05-05"
    assert found.notes[-1] == "line 7: left out: '12' is no date; write 2011-12 or 2011/2012"


def test_parts_of_a_date_that_are_no_numbers_are_read_or_told():
    found = read(b"year,month,day,title\n1990,October,3,A\n1358,summer,,B\n1990,10,,C\n1990,10,or so,D\n")
    assert {event.title: str(event.date) for event in found.timeline.events} == {
        "A": "1990-10-03",
        "B": "1358-22",
        "C": "1990-10",
    }
    assert found.notes[0] == "line 2: '3 October 1990' is read as 1990-10-03"
    assert found.notes[-1].startswith("line 5: left out: '1990-10-or so' cannot")


def test_texts_are_cut_at_their_limits_and_freed_of_what_cannot_be_seen():
    title = "a\u202eb\x07c" + "d" * 400
    found = read(f"date,title\n2024,{title}\n".encode())
    assert found.timeline.events[0].title == "abc" + "d" * 296 + "…"
    assert found.notes == ("line 2: title shortened to 300 characters",)


def test_what_is_wrong_is_told_in_words_for_the_person_who_reads_it():
    image = {"src": "a.png", "height": [1]}
    wrong = {"tags": "x", "people": [1], "importance": 5, "status": "done", "image": image, "text": ["T"]}
    events = [{"date": "2025", "title": "A", **wrong}, {"date": "2025", "title": {"en": "B"}}]
    assert read(json.dumps({"events": events}).encode(), "json").notes == (
        "event 1: nothing tells what the picture shows: its 'alt' is the title; write there what it shows",
        "event 1: text left out: a text is expected; write a text, such as T",
        "event 1: tags left out: a list is expected; write a list: [x]",
        "event 1: status left out: 'done' is none of the words that can stand here; write 'draft' or 'reviewed'",
        "event 1: people.0 left out: a text is expected; write a text",
        "event 1: importance left out: the number is too large; write 1.0 at most",
        "event 1: image.height left out: a whole number is expected; write one, such as 320",
        "event 2: title left out: a text is expected; write a text",
        "event 2: left out: title: it is missing",
    )


@pytest.mark.parametrize(("name", "content"), [("a.csv", b"date,title\n"), ("a.mw", b"no date\n"), ("a.json", b"[]")])
def test_a_file_without_events_says_so(name, content):
    [note] = read(content, name=name).notes
    assert note.startswith("no event was found; the file was read as ")


def test_a_note_has_an_end():
    [note] = read(json.dumps([{"date": "x" * 10_000, "title": "A"}]).encode(), "json").notes
    assert len(note) < 600


def test_what_is_too_large_is_refused():
    with pytest.raises(TimelineError, match=r"^a\.csv: the file has more than"):
        read(b" " * (MAX_BYTES + 1), name="a.csv")


def test_what_is_unknown_is_refused():
    with pytest.raises(TimelineError, match=r"x\.bin: the format of this file is not known; say it with --from"):
        read(b"\x00\x01\x02", name="x.bin")
    with pytest.raises(TimelineError, match="there is no format 'word'; use one of csv"):
        read(b"", "word")


HOSTILE = {
    "empty": b"",
    "nul": b"\x00" * 1000,
    "brackets": b"[" * 100_000,
    "objects": b'{"a":' * 50_000,
    "aliases": b"a: &a [x]\nb: [*a, *a]\n",
    "long number": b'{"events": [{"title": "x", "date": ' + b"9" * 10_000 + b"}]}",
    "entities": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
    "a zone with a long name": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART;TZID=Europe/"
    + b"a" * 3000
    + b":20250101T120000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "two kinds of value": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART;VALUE=DATE,DATE:20250101\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n",
    "not a zip": b"PK\x03\x04" + b"x" * 100,
    "half a calendar": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2025\r\n",
    "quote": b'date,title\n2025,"never closed' + b"x" * 200_000,
    "tags": b"date,title,text\n2025,a," + b"<a " * 50_000,
    "colons": b"2025:" * 20_000,
    "columns": b"date,title," + b",".join(b"%d" % number for number in range(80_000)) + b"\n2025,a\n",
    "unnamed columns": b"date,title" + b"," * 80_000 + b"\n2025,a\n",
    "hashes": b"2025: a" + b" #" * 50_000,
    "scripts": b"<html>" + b"<script type='application/ld+json'>" * 50_000,
    "quotes": b'{"events": [{"start_date": {"year": 1}, "text": {"headline": "x", "text": "'
    rb"<p class=\"timeline-source\">" + b"<q><a <span>" * 50_000 + b'"}}]}',
    "digits": b"1" * 1_000_000 + b"\n" + (b"1" * 1999 + b"\n") * 500,
    "wrong types": b'{"events": [1, null, {"title": ["x"], "date": {"y": 1}}, {"start_date": [], "text": 5}]}',
    "wrong parts": b'{"events": [{"start_date": {"year": true, "month": [1]}, "media": {"url": 5}, "text": []}]}',
}


@pytest.mark.parametrize("format_name", sorted(all_formats()))
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_read_or_refused(name, format_name):
    started = time.process_time()
    with contextlib.suppress(TimelineError):
        assert len(read(HOSTILE[name], format_name).timeline.events) <= 1
    assert time.process_time() - started < 20


@pytest.mark.parametrize("format_name", sorted(all_formats()))
@settings(max_examples=25, deadline=None)
@given(noise=st.binary(max_size=30), at=st.integers(0, 2000), cut=st.integers(0, 40))
def test_a_damaged_file_is_read_or_refused(format_name, noise, at, cut):
    content = bytearray(_GOOD[format_name])
    content[at : at + cut] = noise
    with contextlib.suppress(TimelineError):
        assert len(read(bytes(content), format_name).timeline.events) <= 3


def _good() -> dict[str, bytes]:
    from timeline.exchange import export
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

    source = {"url": "https://example.org", "title": "T", "published": "2025"}
    event = Event(
        id="a", title="A", date="2025-02~", text="Text", lane="L", tags=("t",), places=("P",), sources=(source,)
    )
    return {name: export(Timeline(title="T", events=(event,)), name).data for name in all_formats()}


_GOOD = _good()


def test_dates_that_need_other_words_are_read_in_the_language_of_the_file():
    found = read("date,title\n500–336 v. Chr.,A\n".encode(), "csv", language="de")
    assert [str(event.date) for event in found.timeline.events] == ["-0499/-0335"]


def test_phrases_count_from_their_source_and_look_ahead_where_something_is_planned():
    rows = b"date,title,source published,certainty\nFriday,A,2026-02-11,planned\nFriday,B,2026-02-11,\n"
    found = read(rows, published=EdtfDate("2020-01-01"))
    assert [str(event.date) for event in found.timeline.events] == ["2026-02-06", "2026-02-13"]


@pytest.mark.parametrize("sign", [",", ".", "-", "("])
def test_an_end_of_many_signs_is_left_out_in_no_time(sign):
    began = time.process_time()
    assert read(f'date,end date,title\n2024,"1{sign * 20_000}x",A\n'.encode(), "csv").left_out == 1
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "number", ["9" * 5000, "0" * 5000, "0" * 5000 + "65"], ids=["no character", "zero", "a letter"]
)
def test_a_reference_of_thousands_of_digits_is_one_character(number):
    said = f"A &#{number};"
    slide = {"start_date": {"year": "2025"}, "text": {"headline": said, "text": f"<p>{said}</p>"}}
    event = {"@context": "https://schema.org", "@type": "Event", "name": "A", "startDate": "2025", "description": said}
    for content, format_name in (({"events": [slide]}, "timelinejs"), (event, "jsonld")):
        (found,) = read(json.dumps(content).encode(), format_name).timeline.events
        assert found.text == ("A A" if number.endswith("65") else "A \ufffd")


def test_what_is_read_with_the_help_of_its_begin_is_none_of_the_dates_that_cannot_be_read():
    rows = "".join(f"3 May {year},June,A\n" for year in range(1000, 1900))
    found = read(f"date,end,title\n{rows}".encode(), "csv")
    assert (found.left_out, len(found.timeline.events)) == (0, 900)


def test_behind_many_dates_that_cannot_be_read_those_that_can_are_read_and_the_rest_is_told():
    bad = "".join(f"tbd {number},A\n" for number in range(510))
    found = read(f"date,title\n{bad}3 May 1900,Fine\nbefore 1900,Fine\n".encode(), "csv")
    assert [str(event.date) for event in found.timeline.events] == ["1900-05-03"]
    assert found.notes[499].startswith("line 501: left out: 'tbd 499' cannot be resolved to a date")
    more = "more than 500 dates cannot be read, so that nobody asked what else is meant by"
    assert found.notes[500] == f"line 502: left out: {more} 'tbd 500'"
    assert found.notes[-1] == f"line 513: left out: {more} 'before 1900'"


def test_the_same_text_that_is_no_date_counts_once():
    found = read(b"date,title\n" + b"tbd,A\n" * 900 + b"before 1900,Fine\n", "csv")
    assert (found.left_out, [str(event.date) for event in found.timeline.events]) == (900, ["../1899"])


@pytest.mark.parametrize("name", ["yaml", "json", "csv", "tsv", "xlsx", "icalendar"])
def test_a_space_that_keeps_words_together_stays_one(name):
    tl = Timeline(
        events=[Event(id="a", date="2025-02-12", title="«\u00a0Paix\u00a0» : le 3\u202fmai", lane="A\u00a0B")]
    )
    found = read(export(tl, name).data, name).timeline.events[0]
    assert (found.title, found.lane) == (tl.events[0].title, tl.events[0].lane)


def test_a_date_is_read_whatever_spaces_it_has():
    found = read("date,end,title\n3\u00a0May\u00a01900,June,A\n".encode(), "csv").timeline.events[0]
    assert str(found.date) == "1900-05-03/1900-06"


def test_the_end_of_a_stretch_is_read_once(monkeypatch):
    asked = []
    tagged = phrases._tagged
    monkeypatch.setattr(phrases, "_tagged", lambda text, *rest: asked.append(text) or tagged(text, *rest))
    found = read(b"date,end,title\n2024-03-01,14 March 2024,A\n", "csv")
    assert str(found.timeline.events[0].date) == "2024-03-01/2024-03-14"
    assert asked == ["14 March 2024"]

"""Calendars, read back by icalendar."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from timeline.exchange import export, read
from timeline.model.errors import TimelineError
from timeline.model.event import Event
from timeline.model.timeline import Timeline


def _events(tl: Timeline, address: str = "") -> list:
    return list(Calendar.from_ical(export(tl, "icalendar", address).content).walk("VEVENT"))


def _one(date: str, **fields) -> Timeline:
    return Timeline(id="talks", events=[Event(id="a", date=date, title="A", **fields)])


def test_a_library_reads_everything_back(full):
    events = _events(full, "https://example.org/talks/")
    assert not [error for event in events for error in event.errors]
    first = next(event for event in events if event["UID"] == "breakthrough@talks")
    assert str(first["DESCRIPTION"]).startswith("First *paragraph* with a [link](https://example.org/x).\n\nSecond")
    assert [str(tag) for tag in first["CATEGORIES"].cats] == ["talks", "arms control"]
    assert str(first["URL"]) == "https://example.org/talks/#breakthrough"
    assert str(first["LINK"]) == "https://example.org/a?b=1&c=2"
    assert first["STATUS"] == "TENTATIVE"


def test_an_event_that_ends_when_it_begins_is_read_without_a_word():
    event, notes = _read_one("DTSTART:20250301T100000", "DTEND:20250301T100000")
    assert (str(event.date), notes) == ("2025-03-01T10:00", ())


def test_without_a_page_an_event_links_to_its_first_source_on_the_web():
    sources = [{"title": "Herald"}, {"url": "https://example.org/a"}, {"url": "https://example.org/b"}]
    assert [event["URL"] for event in _events(_one("2025", sources=sources))] == ["https://example.org/a"]
    assert not [event for event in _events(_one("2025", sources=sources[:1])) if "URL" in event]


@pytest.mark.parametrize(
    ("date", "begin", "end", "summary"),
    [
        ("2025-02-12", (2025, 2, 12), (2025, 2, 13), "A"),
        ("2025-02", (2025, 2, 1), (2025, 3, 1), "A (February 2025)"),
        ("2025-02-12~", (2025, 2, 12), (2025, 2, 13), "A (about 12 February 2025)"),
        ("2025-02-12/2025-02-14", (2025, 2, 12), (2025, 2, 15), "A"),
        ("2022-02-24/..", (2022, 2, 24), (2022, 2, 25), "A (since 24 February 2022)"),
        ("0099", (99, 1, 1), (100, 1, 1), "A (99 CE)"),
        ("[2025-03-04,2025-04-03]", (2025, 3, 4), (2025, 4, 4), "A (4 March or 3 April 2025)"),
    ],
)
def test_whole_days_stay_whole_days_and_uncertain_dates_say_so(date, begin, end, summary):
    event = _events(_one(date))[0]
    assert event.decoded("DTSTART") == datetime.date(*begin)
    assert event.decoded("DTEND") == datetime.date(*end)
    assert str(event["SUMMARY"]) == summary
    assert str(event["X-TIMELINE-DATE"]).replace("\\,", ",") == date


@pytest.mark.parametrize(
    ("date", "begin"),
    [
        ("2025-02-12T15:00Z", "2025-02-12 15:00:00+00:00"),
        ("2025-02-12T23:30-08:00", "2025-02-13 07:30:00+00:00"),
        ("2025-02-12T15:00", "2025-02-12 15:00:00"),
    ],
)
def test_a_time_is_in_utc_only_where_its_zone_is_stated(date, begin):
    assert str(_events(_one(date))[0].decoded("DTSTART")) == begin


@pytest.mark.parametrize("date", ["-0043-03-15", "0000", "-0010/0010", "Y-66000000"])
def test_what_no_calendar_can_say_is_left_out_and_told(date):
    made = export(_one(date), "icalendar")
    assert "BEGIN:VEVENT" not in made.content
    assert [(loss.event, loss.what) for loss in made.losses] == [
        ("a", "left out: calendars have only the years 1 to 9999")
    ]


def test_an_event_that_was_moved_in_the_calendar_has_its_new_date():
    text = export(_one("2025-02"), "icalendar").content
    moved = text.replace("DTSTART;VALUE=DATE:20250201", "DTSTART;VALUE=DATE:20250220")
    assert str(read(moved.encode()).timeline.events[0].date) == "2025-02-20/2025-02-28"


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
X-WR-CALNAME:Town hall\\, week 7
BEGIN:VEVENT
UID:040000008200E00074C5@example.org
DTSTAMP:20250101T000000Z
DTSTART;TZID=Europe/Berlin:20250212T150000
DTEND;TZID=Europe/Berlin:20250212T160000
SUMMARY:Council meets
LOCATION:Town hall
URL:https://example.org/council
CATEGORIES:council,budget
END:VEVENT
BEGIN:VEVENT
UID:weekly
DTSTART;VALUE=DATE:20250213
DURATION:P2D
RRULE:FREQ=WEEKLY
SUMMARY:Market
END:VEVENT
BEGIN:VEVENT
UID:off
DTSTART;VALUE=DATE:20250214
STATUS:CANCELLED
SUMMARY:Fair
END:VEVENT
BEGIN:VEVENT
UID:undated
SUMMARY:Some time
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def test_the_calendar_of_another_program_is_read():
    found = read(CALENDAR.encode(), name="week.ics")
    council, market = found.timeline.events
    assert found.timeline.title == "Town hall, week 7"
    assert str(council.date) == "2025-02-12T15:00+01:00/2025-02-12T16:00+01:00"
    assert (council.places, council.tags) == (("Town hall",), ("council", "budget"))
    assert council.sources[0].url == "https://example.org/council"
    assert council.id.startswith("040000008200e00074c5-example-org-")
    assert str(market.date) == "2025-02-13/2025-02-14"
    assert found.notes == (
        "event 2: it repeats; only its first date is read",
        "event 3: left out: it is cancelled",
        "event 4: left out: it has no date",
    )


def _read_one(*lines: str, of_calendar: str = "X-WR-CALNAME:Week") -> tuple[Event, tuple[str, ...]]:
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", of_calendar, "BEGIN:VEVENT", "SUMMARY:A", *lines)
    found = read("\r\n".join([*head, "END:VEVENT", "END:VCALENDAR", ""]).encode(), "icalendar")
    return found.timeline.events[0], found.notes


@pytest.mark.parametrize(
    ("begin", "date"),
    [
        ("DTSTART;VALUE=DATE:99981231", "9998-12-31"),
        ("DTSTART:99981231T120000Z", "9998-12-31T12:00Z"),
        ("DTSTART;TZID=Europe/Berlin:99981231T120000", "9998-12-31T12:00+01:00"),
    ],
)
@pytest.mark.parametrize("length", ["P3000D", "P999999999D"])
def test_an_end_that_lies_behind_all_calendars_is_left_out(begin, date, length):
    assert str(_read_one(begin, f"DURATION:{length}")[0].date) == date


def test_a_description_in_html_becomes_text():
    html = r"DESCRIPTION:<b>Wichtig</b><br>zwei <a href=\"https://example.org/?a=1&amp\;b\">mehr</a><img src=x>"
    event, notes = _read_one("DTSTART;VALUE=DATE:20240603", html.replace('\\"', '"'))
    assert event.text == "**Wichtig**\nzwei [mehr](https://example.org/?a=1&b)"
    assert notes == ("event 1: <img> in the description left out",)


def test_the_description_of_a_calendar_in_html_becomes_text():
    line = "X-WR-CALDESC:<i>All</i> of it"
    text = CALENDAR.replace("X-WR-CALNAME:Town hall\\, week 7", line)
    assert read(text.encode()).timeline.description == "*All* of it"


def test_our_own_texts_are_not_read_as_html():
    tl = _one("2025", text="<b>This</b> &amp; that").model_copy(update={"description": "<i>All</i>"})
    back = read(export(tl, "icalendar").data).timeline
    assert (back.events[0].text, back.description) == ("<b>This</b> &amp; that", "<i>All</i>")


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["DTSTART:20240603T220000Z"], "2024-06-04T00:00+02:00"),
        (["DTSTART:20240103T220000Z", "DTEND:20240103T233000Z"], "2024-01-03T23:00+01:00/2024-01-04T00:30+01:00"),
        (["DTSTART:20240603T220000"], "2024-06-03T22:00"),
        (["DTSTART;VALUE=DATE:20240603"], "2024-06-03"),
        (["DTSTART;TZID=America/New_York:20240603T220000"], "2024-06-03T22:00-04:00"),
        (["DTSTART:99991231T235900Z"], "9999-12-31T23:59Z"),
    ],
)
def test_times_in_utc_are_read_in_the_zone_of_the_calendar(lines, date):
    event, notes = _read_one(*lines, of_calendar="X-WR-TIMEZONE:Europe/Berlin")
    assert (str(event.date), notes) == (date, ())


@pytest.mark.parametrize("name", ["Mars/Olympus", "Europe", "../../etc/passwd", "/etc/localtime", "ä"])
def test_a_zone_that_there_is_not_is_told_and_times_stay_in_utc(name):
    event, notes = _read_one("DTSTART:20240603T220000Z", of_calendar=f"X-WR-TIMEZONE:{name}")
    assert str(event.date) == "2024-06-03T22:00Z"
    assert notes == (f"there is no time zone '{name}' (X-WR-TIMEZONE); times in UTC stay in UTC",)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=120))
def test_lines_have_at_most_75_octets_and_no_text_can_add_one(title):
    tl = Timeline(events=[Event(id="a", date="2025", title=f"x{title}x")])
    text = export(tl, "icalendar").content
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.replace("\r\n", "").count("\n") == 0
    assert len(Calendar.from_ical(text).walk("VEVENT")) == 1


@pytest.mark.parametrize("said", ["VALUE=PERIOD:talks", "ENCODING=BASE64;VALUE=BINARY:dGFsa3M="])
def test_categories_that_are_said_to_be_no_words_are_none(said):
    event, _ = _read_one("DTSTART;VALUE=DATE:20240603", f"CATEGORIES;{said}")
    assert event.tags == ()


def test_a_zone_by_another_name_than_usual_is_read_without_a_word():
    event, notes = _read_one('DTSTART;TZID="/example.org/America/New_York":20240603T220000')
    assert (str(event.date), notes) == ("2024-06-03T22:00-04:00", ())


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        (
            ("DTSTART;TZID=Our/Zone:20240705T230000",),
            "event 1: the time zone 'Our/Zone' is not known; the time is kept without one",
        ),
        (
            ("DTSTART;VALUE=DATE:20240305", "DTEND;VALUE=DATE:20240301"),
            "event 1: the end 2024-03-01 left out: it comes before the begin 2024-03-05",
        ),
        (
            ("DTSTART:20240305T100000", "DTEND;VALUE=DATE:20240307"),
            "event 1: the end 2024-03-07 left out: of begin and end one is a day and one a time",
        ),
        (
            ("DTSTART;VALUE=DATE:20240305", "GEO:48.85;2.35", "ATTACH:https://example.org/a.pdf", "SEQUENCE:2"),
            "not read: ATTACH (1), GEO (1)",
        ),
    ],
)
def test_what_an_event_cannot_keep_is_told(lines, note):
    event, notes = _read_one(*lines)
    assert event.date.text.startswith("2024")
    assert notes == (note,)


def test_an_event_of_ours_that_ends_before_it_begins_keeps_no_other_from_being_read():
    moved = ("X-TIMELINE-DATE:2025", "DTSTART:20250301T100000", "DTEND:20250201T100000")
    others = ("END:VEVENT", "BEGIN:VEVENT", "SUMMARY:B", "DTSTART;VALUE=DATE:20250301", "END:VEVENT", "END:VCALENDAR")
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "SUMMARY:A", *moved, *others)
    found = read("\r\n".join(lines).encode(), "icalendar")
    assert [event.title for event in found.timeline.events] == ["B"]
    assert (
        "event 1: left out: the interval '2025-03-01T10:00/2025-02-01T10:00' ends before it begins" in found.notes[-1]
    )


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        ("hello", "it begins with BEGIN:VCALENDAR"),
        ("hello\r\nEND:VCALENDAR\r\n", "it begins with BEGIN:VCALENDAR"),
        ("\nbegin:vcalendar\r\nVERSION:2.0\r\n", "its END:VCALENDAR is missing"),
        ("BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "export it again from the program that it is from"),
    ],
)
def test_what_is_no_calendar_is_told_with_what_is_missing(content, hint):
    with pytest.raises(TimelineError, match=r"this is no calendar: \w") as caught:
        read(content.encode(), "icalendar")
    assert caught.value.hint == hint


def test_entries_that_are_no_events_are_counted():
    todo = "BEGIN:VTODO\r\nUID:a\r\nSUMMARY:Write\r\nEND:VTODO\r\n"
    found = read(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{todo}{todo}END:VCALENDAR\r\n".encode(), "icalendar")
    assert found.notes[0] == "2 VTODO left out: only events (VEVENT) are read"


def test_our_own_calendar_is_read_without_a_word(full):
    assert not [note for note in read(export(full, "icalendar").content.encode()).notes if "not read" in note]


def test_letters_in_another_encoding_are_not_lost():
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20240305", "SUMMARY:Fête", "END:VEVENT", "END:VCALENDAR")
    found = read("\r\n".join(lines).encode("cp1252"), "icalendar")
    assert found.timeline.events[0].title == "Fête"
    assert "Windows-1252" in found.notes[0]


def test_the_zone_of_a_time_leads_to_no_year_that_calendars_do_not_have():
    for date in ("0001-01-01T01:00+05:00", "9999-12-31T23:00-05:00"):
        assert "BEGIN:VEVENT" not in export(_one(date), "icalendar").content
    assert "DTSTART:00010101T010000Z" in export(_one("0001-01-01T06:00+05:00"), "icalendar").content


def test_of_a_day_without_a_year_it_is_told_that_nothing_bounds_it():
    assert str(export(_one("XXXX-12-25"), "icalendar").losses[-1]) == "a: left out: nothing bounds its date"


def test_several_calendars_in_one_file_are_read():
    one, other = (export(_one(date), "icalendar").data for date in ("2025-02-12", "2026-03"))
    found = read(one + other.replace(b"UID:a@", b"UID:b@"), "icalendar")
    assert [str(event.date) for event in found.timeline.events] == ["2025-02-12", "2026-03"]


def test_of_a_calendar_that_is_cut_off_its_missing_end_is_told():
    content = export(_one("2025-02-12"), "icalendar").data
    with pytest.raises(TimelineError, match="its END:VCALENDAR is missing"):
        read(content.removesuffix(b"END:VCALENDAR\r\n"), "icalendar")

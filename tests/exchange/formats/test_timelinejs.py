"""TimelineJS: its JSON and its spreadsheet, as its own documentation and sample have them."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest

from timeline.exchange import export, read
from timeline.model.errors import TimelineError
from timeline.model.event import Event
from timeline.model.timeline import Timeline

_TEXT = {"type": "string"}
_NUMBER = {"type": "string", "pattern": r"^-?\d+$"}
_DATE = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": dict.fromkeys(["year", "month", "day", "hour", "minute", "second"], _NUMBER),
}
_SLIDE = {
    "type": "object",
    "required": ["unique_id", "start_date", "text"],
    "additionalProperties": False,
    "properties": {
        "unique_id": _TEXT,
        "start_date": _DATE,
        "end_date": _DATE,
        "display_date": _TEXT,
        "group": _TEXT,
        "text": {"type": "object", "properties": {"headline": _TEXT, "text": _TEXT}, "additionalProperties": False},
        "media": {
            "type": "object",
            "required": ["url"],
            "properties": {"url": _TEXT, "alt": _TEXT, "credit": _TEXT},
            "additionalProperties": False,
        },
    },
}
SCHEMA = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "scale": {"enum": ["human", "cosmological"]},
        "title": {"type": "object", "required": ["text"]},
        "events": {"type": "array", "items": _SLIDE},
    },
    "additionalProperties": False,
}

SAMPLE = """Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background
,,,,,,,,,Computing,"<p class=""lead"">An <em>overview</em>.</p>",,,,,title,,https://example.org/x.gif
1815,12,10,,1852,11,27,,,Ada Lovelace,"<p>See <a href=""https://example.org/ada"">her</a>.</p>",https://example.org/ada.jpg,Commons,"<a href=""x"">Portrait</a>",,,Early,
1948,3,14,,,,,,,Edith Clarke,,"<blockquote>There is no demand.</blockquote>",,,,,,
"1,951",,,,,,,,about then,Recursion,plain text,https://example.org/video?v=1,Somebody,A talk,,,,
-44,3,15,,,,,,,Ides,,,,,,,,
1969,7,20,8:17pm,,,,,,Landing,,,,,,,,
,5,,,,,,,,No year,,,,,,,,
1939,,,,1945,,,,,War,,,,,,era,,
"""  # noqa: E501 - as the template has it


def test_the_json_has_the_shape_that_the_player_reads(full):
    config = json.loads(export(full, "timelinejs").content)
    jsonschema.validate(config, SCHEMA)
    slide = next(slide for slide in config["events"] if slide["unique_id"] == "breakthrough")
    assert slide["start_date"] == {"year": "2025", "month": "2"}
    assert slide["display_date"] == "etwa Februar 2025 · möglich · Entwurf"
    assert slide["text"]["headline"] == "A breakthrough, &quot;perhaps&quot;; &lt;b&gt;bold&lt;/b&gt; &amp; #talks"
    assert '<a href="https://example.org/a?b=1&amp;c=2">The &quot;talks&quot; resume</a>' in slide["text"]["text"]


def test_years_before_the_common_era_are_counted_as_people_count_them():
    tl = Timeline(events=[Event(id="ides", date="-0043-03-15", title="Ides"), Event(id="zero", date="0000", title="Z")])
    years = [slide["start_date"]["year"] for slide in json.loads(export(tl, "timelinejs").content)["events"]]
    assert years == ["-44", "-1"]
    assert export(tl, "timelinejs").losses == ()


def test_the_scale_is_that_of_the_oldest_event():
    old = Timeline(events=[Event(id="a", date="Y-66000000", title="Dinosaurs die out")])
    assert json.loads(export(old, "timelinejs").content)["scale"] == "cosmological"


def test_the_spreadsheet_has_the_header_of_the_template(full):
    rows = list(csv.reader(io.StringIO(export(full, "timelinejs-csv").content)))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert set(SAMPLE.split("\n", 1)[0].split(",")) <= set(rows[0])
    assert rows[1][rows[0].index("Type")] == "title"


def test_the_spreadsheet_of_an_author_is_read():
    found = read(SAMPLE.encode(), name="women.csv")
    events = {event.title: event for event in found.timeline.events}
    assert found.format == "timelinejs-csv"
    assert (found.timeline.title, found.timeline.description) == ("Computing", "An *overview*.")
    assert [(title, str(event.date)) for title, event in events.items()] == [
        ("Ides", "-0043-03-15"),
        ("Ada Lovelace", "1815-12-10/1852-11-27"),
        ("War", "1939/1945"),
        ("Edith Clarke", "1948-03-14"),
        ("Recursion", "1951"),
        ("Landing", "1969-07-20T20:17"),
    ]
    ada = events["Ada Lovelace"]
    assert (ada.text, ada.lane) == ("See [her](https://example.org/ada).", "Early")
    assert (ada.image.src, ada.image.alt, ada.image.credit) == ("https://example.org/ada.jpg", "Portrait", "Commons")
    assert events["Edith Clarke"].sources[0].quote == "There is no demand."
    assert (events["Recursion"].sources[0].url, events["Recursion"].image) == ("https://example.org/video?v=1", None)
    assert found.notes == (
        "line 2: background left out: 'https://example.org/x.gif'",
        "line 5: shown as 'about then', kept as 1951",
        "line 8: left out: it has no date",
        "line 9: the era became an event",
    )


def test_scripts_and_frames_of_an_author_do_not_come_in():
    slide = {
        "start_date": {"year": 2025},
        "text": {"headline": "<b onclick=x()>A</b><script>x()</script>", "text": "<iframe src=x>no</iframe>yes"},
        "media": {"url": "javascript:x()", "caption": "<img src=x onerror=x()>"},
    }
    event = read(json.dumps({"events": [slide]}).encode(), "timelinejs").timeline.events[0]
    assert (event.title, event.text, event.image, event.sources) == ("A", "yes", None, ())


_FRAME = '<iframe width="560" src="https://www.youtube.com/embed/abc?rel=0&amp;t=5" title="player"></iframe>'


def _read_slide(**parts) -> tuple[Event, tuple[str, ...]]:
    slide = {"start_date": {"year": 2025}, "text": {"headline": "A"}, **parts}
    found = read(json.dumps({"events": [slide]}).encode(), "timelinejs")
    return found.timeline.events[0], found.notes


def test_the_film_in_a_frame_is_a_source():
    event, notes = _read_slide(media={"url": _FRAME, "caption": "<b>The</b> film", "credit": "Somebody"})
    (source,) = event.sources
    assert source.url == "https://www.youtube.com/embed/abc?rel=0&t=5"
    assert (source.title, source.publisher, notes) == ("The film", "Somebody", ())


def test_a_picture_in_its_element_is_the_picture():
    event, notes = _read_slide(media={"url": '<img src="https://example.org/a.jpg">', "caption": "Portrait"})
    assert (event.image.src, event.image.alt, notes) == ("https://example.org/a.jpg", "Portrait", ())


def test_a_picture_of_which_nothing_is_said_is_called_as_its_event_and_told():
    event, notes = _read_slide(text={"headline": "Talks begin"}, media={"url": "https://example.org/a.jpg"})
    assert event.image.alt == "Talks begin"
    assert notes == (
        "event 1: nothing tells what the picture shows: its 'alt' is the title; write there what it shows",
    )


def test_the_link_of_a_headline_is_a_source():
    event, notes = _read_slide(text={"headline": '<a href="https://example.org/a">Talks</a> begin'})
    assert (event.title, event.sources[0].url, event.sources[0].title) == (
        "Talks begin",
        "https://example.org/a",
        "Talks begin",
    )
    assert not notes


@pytest.mark.parametrize(
    ("parts", "note"),
    [
        ({"background": {"url": "https://example.org/b.jpg", "color": "#fff"}}, "background left out: 'https://exa"),
        ({"media": {"url": "<video>x</video><hr>"}, "extra": 5}, "extra left out: '5'"),
        ({"media": {"url": "<script>x()</script>", "credit": "C"}}, "media left out: '<script>x()</script>, C'"),
        ({"media": {"caption": "Nothing"}}, "media left out: 'Nothing'"),
        (
            {"media": {"url": "https://example.org/a.png", "alt": "A tree", "caption": "In May"}},
            "media.caption left out: 'In May'",
        ),
        (
            {"media": {"url": "https://example.org/a.png", "link": "https://example.org/"}},
            "media.link left out: 'https://example.org/'",
        ),
        (
            {"media": {"url": "https://example.org/a.png", "credit": "<a href='https://example.org/c'>C</a>"}},
            "a link of the media left out: 'https://example.org/c'",
        ),
        ({"text": {"headline": "A", "text": f"See {_FRAME}"}}, "<iframe> in the text left out"),
    ],
)
def test_what_an_event_cannot_keep_of_a_slide_is_told(parts, note):
    assert [told for told in _read_slide(**parts)[1] if told.startswith(f"event 1: {note}")]


def test_what_a_timeline_cannot_keep_of_the_title_slide_is_told():
    title = {"text": {"headline": "<a href='https://example.org/'>T</a>"}, "media": {"url": "a.png"}, "unique_id": "t"}
    found = read(json.dumps({"title": title, "events": []}).encode(), "timelinejs")
    assert found.timeline.title == "T"
    assert found.notes == (
        "title: the link of the headline left out: 'https://example.org/'",
        "title: media left out: 'a.png'",
    )


def test_columns_that_the_template_does_not_have_are_told():
    found = read(b"Year,Headline,Remark,Media Thumbnail,Media\n2025,A,x,t.png,a.png\n", "timelinejs-csv")
    assert found.notes[:2] == ("line 1: column 'remark' is not read", "line 2: media.thumbnail left out: 't.png'")


def test_a_file_of_something_else_is_refused():
    with pytest.raises(TimelineError, match="this holds no list of events; TimelineJS writes"):
        read(b"[]", "timelinejs")
    with pytest.raises(TimelineError, match="the first row has no 'Year' and 'Headline'"):
        read(b"date,title\n", "timelinejs-csv")


@pytest.mark.parametrize(
    ("said", "clock"),
    [
        ({"time": "9:05"}, "09:05"),
        ({"time": "12:30 am"}, "00:30"),
        ({"time": "11 AM"}, "11:00"),
        ({"time": "3:30:15 pm"}, "15:30:15"),
        ({"hour": "9"}, "09:00"),
        ({"hour": "9", "minute": "5", "second": "7"}, "09:05:07"),
    ],
)
def test_a_clock_is_read_however_it_is_said(said, clock):
    slide = {"start_date": {"year": "2024", "month": "3", "day": "5", **said}, "text": {"headline": "A"}}
    found = read(json.dumps({"events": [slide]}).encode(), "timelinejs")
    assert (str(found.timeline.events[0].date), found.notes) == (f"2024-03-05T{clock}", ())


@pytest.mark.parametrize(
    ("date", "note"),
    [
        ({"year": "2024", "day": "5"}, "event 1: the day '5' left out: kept as 2024"),
        ({"year": "2024", "month": "3", "hour": "5"}, "event 1: the hour '5' left out: kept as 2024-03"),
        (
            {"year": "2024", "month": "3", "day": "5", "time": "noon"},
            "event 1: the time 'noon' left out: kept as 2024-03-05",
        ),
    ],
)
def test_the_parts_of_a_date_that_are_not_kept_are_told(date, note):
    slide = {"start_date": date, "text": {"headline": "A"}}
    assert read(json.dumps({"events": [slide]}).encode(), "timelinejs").notes == (note,)


def test_a_lane_is_text_for_a_player_that_takes_it_for_html():
    tl = Timeline(events=[Event(id="a", date="1961", title="A", lane="<img src=x onerror=alert(1)> & more")])
    for name in ("timelinejs", "timelinejs-csv"):
        made = export(tl, name)
        assert "<img" not in made.content
        assert read(made.data, name).timeline.events[0].lane == tl.events[0].lane


def test_a_number_in_the_spreadsheet_is_no_formula():
    made = export(Timeline(events=[Event(id="a", date="-0043/-0042", title="-44")]), "timelinejs-csv")
    row = list(csv.DictReader(io.StringIO(made.content)))[1]
    assert (row["Year"], row["End Year"], row["Headline"]) == ("-44", "-43", "'-44")
    assert str(read(made.data, "timelinejs-csv").timeline.events[0].date) == "-0043/-0042"


def test_a_file_with_a_long_description_is_recognised():
    tl = Timeline(description="語" * 4800, events=[Event(id="a", date="1961", title="A")])
    assert read(export(tl, "timelinejs").data, name="t.json").format == "timelinejs"


@pytest.mark.parametrize("name", ["talks.json", "", "timeline"])
def test_a_file_is_known_by_its_slides_however_long_its_title_is(name):
    title = {"text": {"headline": "Talks", "text": "About talks. " * 2_000}}
    slide = {"start_date": {"year": "2025"}, "text": {"headline": "A"}}
    found = read(json.dumps({"title": title, "events": [slide]}).encode(), name=name)
    assert (found.format, found.timeline.events[0].title) == ("timelinejs", "A")


def test_a_text_about_slides_makes_no_slides_of_events():
    event = {"date": "2025", "title": 'They wrote {"start_date": 2025}'}
    assert read(json.dumps({"events": [event]}).encode(), name="a.json").format == "json"

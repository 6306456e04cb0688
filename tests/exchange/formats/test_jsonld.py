"""schema.org, in the shape that search engines read, and from the pages of others."""

from __future__ import annotations

import json

import jsonschema
import pytest

from timeline.exchange import export, read
from timeline.model.errors import TimelineError
from timeline.model.event import Event
from timeline.model.timeline import Timeline

_ISO = {"type": "string", "pattern": r"^-?\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$"}
_ARTICLE = {
    "type": "object",
    "required": ["@type", "about"],
    "properties": {
        "@type": {"const": "NewsArticle"},
        "datePublished": _ISO,
        "url": {"type": "string", "pattern": "^https?://"},
        "about": {"type": "object", "required": ["@id"]},
    },
}
_EVENT = {
    "required": ["name", "startDate", "location"],
    "properties": {
        "@type": {"const": "Event"},
        "startDate": _ISO,
        "endDate": _ISO,
        "location": {"type": "array", "minItems": 1, "items": {"required": ["name", "address"]}},
        "subjectOf": {"type": "array", "items": _ARTICLE},
    },
}
_WORK = {
    "required": ["name", "about"],
    "properties": {"@type": {"const": "CreativeWork"}, "citation": {"type": "array", "items": _ARTICLE}},
}
SCHEMA = {
    "required": ["@context", "@type", "name", "numberOfItems", "itemListElement"],
    "properties": {
        "@type": {"const": "ItemList"},
        "itemListElement": {
            "type": "array",
            "items": {
                "required": ["@type", "position", "item"],
                "properties": {"@type": {"const": "ListItem"}, "item": {"oneOf": [_EVENT, _WORK]}},
            },
        },
    },
}


def test_the_begin_and_the_end_are_read_each_in_its_own_way():
    page = {"@context": "https://schema.org", "@type": "Event", "name": "A", "startDate": "3 May 2024"}
    found = read(json.dumps({**page, "endDate": "May 5, 2024"}).encode(), "jsonld")
    assert [str(event.date) for event in found.timeline.events] == ["2024-05-03/2024-05-05"]


def test_an_event_has_a_place_and_everything_else_and_each_draft_is_no_event(full):
    graph = json.loads(export(full, "jsonld", "https://example.org/talks/").content)
    jsonschema.validate(graph, SCHEMA)
    items = {entry["item"]["identifier"]: entry["item"] for entry in graph["itemListElement"]}
    assert {name for name, item in items.items() if item["@type"] == "Event"} == {"ides"}
    assert items["breakthrough"]["creativeWorkStatus"] == ["Draft", "Possible"]
    assert items["call"]["@id"] == items["call"]["url"] == "https://example.org/talks/#call"
    assert items["stretch"]["temporalCoverage"] == "2025-03-01/2025-04"
    assert items["breakthrough"]["dcterms:date"]["@value"] == "2025-02~"


def test_it_can_stand_in_a_script_element(full):
    assert not set("<>&") & set(export(full, "jsonld").content)


PAGE = b"""<html><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
  {"@type": "MusicEvent", "@id": "https://x.org/e#gig", "name": "Gig", "startDate": "2025-02-12T20:00:00+01:00",
   "endDate": "2025-02-12T23:00:00+01:00", "location": {"@type": "Place", "name": "Arena"}, "image": ["https://x.org/a.jpg"],
   "performer": [{"@type": "Person", "name": "Ann"}], "organizer": {"@type": "Organization", "name": "Club"},
   "description": "<p>Loud &amp; <b>long</b><script>x()<\\/script></p>", "keywords": "rock, live", "url": "https://x.org/e"},
  {"@type": "NewsArticle", "headline": "No event", "datePublished": "2025-01-01"},
  {"@type": "Event", "name": "Fair", "startDate": "2025-03"}
]}</script><script>let x = 1</script></html>"""


def test_the_events_of_a_page_are_read():
    gig, fair = read(PAGE, name="page.html").timeline.events
    assert str(gig.date) == "2025-02-12T20:00:00+01:00/2025-02-12T23:00:00+01:00"
    assert (gig.id, gig.title, gig.text) == ("gig", "Gig", "Loud & **long**")
    assert (gig.places, gig.people, gig.organizations, gig.tags) == (("Arena",), ("Ann",), ("Club",), ("rock", "live"))
    assert (gig.image.src, gig.sources[0].url) == ("https://x.org/a.jpg", "https://x.org/e")
    assert (str(fair.date), fair.id) == ("2025-03", "fair-2025-03")


def test_a_page_without_any_is_refused_and_a_file_without_dates_says_so():
    with pytest.raises(TimelineError, match="this page has no JSON-LD"):
        read(b"<html></html>", "jsonld")
    assert read(b'{"@context": "x", "name": "y"}', "jsonld").notes == (
        "nothing in it has a startDate, a temporalCoverage or a dcterms:date",
    )


@pytest.mark.parametrize(
    ("status", "why"),
    [("EventCancelled", "it is cancelled"), ("EventPostponed", "it is put off, and its date is no longer meant")],
)
@pytest.mark.parametrize("prefix", ["", "https://schema.org/"])
def test_what_was_called_off_is_left_out(prefix, status, why):
    node = {"@type": "Event", "name": "A", "startDate": "2024-03-05", "eventStatus": prefix + status}
    found = read(json.dumps(node).encode(), "jsonld")
    assert (found.timeline.events, found.notes) == ((), (f"item 1: left out: {why}",))


def test_a_value_may_have_its_type_beside_it():
    node = {
        "@type": "Event",
        "name": {"@value": "A", "@language": "en"},
        "startDate": {"@type": "Date", "@value": "2024"},
    }
    [event] = read(json.dumps(node).encode(), "jsonld").timeline.events
    assert (event.title, str(event.date)) == ("A", "2024")


def _item(**fields):
    event = Event(id="a", title="A", **fields)
    made = export(Timeline(events=[event]), "jsonld")
    assert read(made.data, "jsonld").timeline.events == (event,)
    return json.loads(made.content)["itemListElement"][0]["item"]


@pytest.mark.parametrize(
    ("date", "begin", "end", "covered"),
    [
        ("../2019", None, "2019", "../2019"),
        ("2022-02-24/..", "2022-02-24", None, "2022-02-24/.."),
        ("2025-02-12T15", "2025-02-12T15:00", None, "2025-02-12T15:00"),
        ("2025-02-12T15Z", "2025-02-12T15:00Z", None, "2025-02-12T15:00Z"),
        ("2025-02/2025-03", "2025-02", "2025-03", "2025-02/2025-03"),
    ],
)
def test_an_open_end_is_no_date_and_a_time_has_its_minutes(date, begin, end, covered):
    event = _item(date=date, places=["Riyadh"])
    assert (event["@type"], event.get("startDate"), event.get("endDate")) == ("Event", begin, end)
    assert _item(date=date)["temporalCoverage"] == covered


@pytest.mark.parametrize("status", ["reviewed", "draft"])
@pytest.mark.parametrize("certainty", ["certain", "planned", "possible"])
@pytest.mark.parametrize("places", [[], ["Riyadh"]])
def test_what_is_not_certain_is_marked(status, certainty, places):
    item = _item(date="2025", status=status, certainty=certainty, places=places)
    said = json.dumps([item.get("eventStatus"), item.get("creativeWorkStatus")])
    assert ("Draft" in said) == (status == "draft")
    assert ("Possible" in said) == (certainty == "possible")
    assert ("Scheduled" in said or "Planned" in said) == (certainty == "planned")

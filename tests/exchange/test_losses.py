"""What differs is named: field by field, with what becomes of it."""

from __future__ import annotations

from timeline.exchange.losses import Loss, losses_of
from timeline.model.event import Event
from timeline.model.timeline import Timeline

EVENT = Event(
    id="a", date="2025-02", title="A", tags=("x", "y"), sources=({"url": "https://example.org", "quote": "q"},)
)
TL = Timeline(id="t", title="T", lanes=("One", "Two"), anchors={"the summit": "2025"}, events=(EVENT,))


def _losses(back: Event | str) -> list[Loss]:
    return list(losses_of(TL, [EVENT], [], TL, [back]))


def test_nothing_is_lost_where_nothing_differs():
    assert _losses(EVENT) == []


def test_each_field_is_named_with_what_becomes_of_it():
    back = EVENT.model_copy(update={"date": Event(title="x", date="2025").date, "tags": (), "sources": ()})
    assert [(loss.field, loss.name, loss.what) for loss in _losses(back)] == [
        ("date", "date", "'2025-02' becomes '2025'"),
        ("tags", "tags", "'x, y' is not carried"),
        ("sources.0.url", "sources.url", "'https://example.org' is not carried"),
        ("sources.0.quote", "sources.quote", "'q' is not carried"),
    ]


def test_whole_events_and_the_timeline_itself_are_named_too():
    plain = Timeline(id="t", title="T")
    found = losses_of(TL, [], [(EVENT, "it is too old")], plain, [])
    assert [str(loss) for loss in found] == [
        "the timeline: lanes: 'One, Two' is not carried",
        "the timeline: anchors: 'the summit: 2025' is not carried",
        "a: left out: it is too old",
    ]
    assert [str(loss) for loss in _losses("it has no date")] == ["a: left out: it has no date"]

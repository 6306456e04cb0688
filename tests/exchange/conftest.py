"""A timeline with everything in it that a format can lose."""

from __future__ import annotations

import pytest

from timeline.model.event import Event, Image, Source
from timeline.model.timeline import Timeline

FULL = Timeline(
    id="talks",
    title="Talks, and <more>",
    description="How it went.\n\nTo be *continued*.",
    published="2026-02-11",
    language="de",
    lanes=("Envoys", "Presidents"),
    tags=("talks", "arms control"),
    anchors={"the summit": "2025-08-15"},
    events=(
        Event(
            id="breakthrough",
            date="2025-02~",
            title='A breakthrough, "perhaps"; <b>bold</b> & #talks',
            text="First *paragraph* with a [link](https://example.org/x).\n\nSecond, = 1; \\ done.\nThird line.",
            lane="Presidents",
            tags=("talks", "arms control"),
            people=("King, Martin", "Анна"),
            organizations=("UN; EU",),
            places=("Riyadh", "Washington, D.C."),
            image=Image(src="https://example.org/a.jpg", alt="Two people", credit="AP / Jane", width=800, height=600),
            sources=(
                Source(
                    url="https://example.org/a?b=1&c=2",
                    title='The "talks" resume',
                    publisher="Reuters",
                    published="2026-02-11",
                    quote="…a breakthrough in February last year…",
                    expression="February last year",
                ),
                Source(title="A book", published="2026"),
            ),
            expression="February last year",
            published="2026-02-11",
            status="draft",
            certainty="possible",
            importance=0.75,
        ),
        Event(id="call", date="2025-02-12", title="=HYPERLINK(A1)", lane="Presidents", certainty="planned"),
        Event(id="meeting", date="2025-02-18T10:00Z", title="-1 for the envoys", lane="Envoys"),
        Event(id="war", date="2022-02-24/..", title="A war begins"),
        Event(id="ides", date="-0043-03-15", title="Caesar is killed", places=("Rome",)),
        Event(id="clay", date="-3299~", title="Signs on clay"),
        Event(id="ambiguous", date="[2025-03-04,2025-04-03]", title="Either day"),
        Event(id="stretch", date="2025-03-01/2025-04", title="A stretch"),
    ),
)


@pytest.fixture
def full() -> Timeline:
    return FULL

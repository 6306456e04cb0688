"""A timeline: events under a title, in lanes."""

from __future__ import annotations

from collections.abc import Collection

from pydantic import BaseModel, ConfigDict, Field

from timeline.model.characters import one_line
from timeline.model.date import EdtfDate
from timeline.model.event import DateField, Event, LanguageTag, Name, Slug

__all__ = ["Timeline", "title_of_name"]


class Timeline(BaseModel):
    """Events under a title, and what holds for all of them.

    The events are ordered by date; the lanes keep the order in which they are listed, then appear.

    >>> moon = Event(id="moon", title="First people on the Moon", date="1969-07-20", lane="Moon", tags=["Apollo"])
    >>> orbit = Event(id="orbit", title="First human in orbit", date="1961-04-12", lane="Orbit")
    >>> race = Timeline(id="space-race", title="The space race", events=[moon, orbit])
    >>> [event.id for event in race.events], race.lane_names
    (['orbit', 'moon'], ['Orbit', 'Moon'])
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    id: Slug = Field("timeline", description="Permanent name in addresses; the name of the file or folder.")
    title: str = Field("Timeline", min_length=1, max_length=300, description="What the timeline is about.")
    description: str | None = Field(None, max_length=5000, description="A sentence or two above the chart.")
    published: DateField | None = Field(
        None,
        description="The day from which relative dates count, unless a source carries its own.",
        examples=["2026-02-11"],
    )
    language: LanguageTag = Field("en", description="Language of the texts (BCP 47).", examples=["en"])
    lanes: tuple[Name, ...] = Field(
        (), description="The rows of the chart, from top to bottom.", examples=[["Diplomacy", "Defence"]]
    )
    tags: tuple[Name, ...] = Field((), description="The tags that may be used; others are reported.")
    anchors: dict[str, DateField] = Field(
        default_factory=dict,
        description="Days with a name as the dates have it, with its article: 'two days after the summit'.",
        examples=[{"the summit": "2025-08-15"}],
    )
    events: tuple[Event, ...] = Field((), description="What happened.")

    def model_post_init(self, _context: object) -> None:
        """Put the events in the order of their dates."""
        ordered = tuple(sorted(self.events, key=lambda event: event.date.sort_key))
        object.__setattr__(self, "events", ordered)

    @property
    def lane_names(self) -> list[str]:
        """The lanes from top to bottom: those listed that have events, then the others as they appear; "" for none."""
        used, listed = dict.fromkeys(event.lane or "" for event in self.events), frozenset(self.lanes)
        return [lane for lane in self.lanes if lane in used] + [lane for lane in used if lane not in listed]

    def select(
        self,
        from_: EdtfDate | None = None,
        to: EdtfDate | None = None,
        lanes: Collection[str] = (),
        tags: Collection[str] = (),
        people: Collection[str] = (),
        text: str = "",
    ) -> Timeline:
        """The same timeline with fewer events: those that meet every condition that is given.

        Args:
            from_: Events that can have happened on its first day or later.
            to: Events that can have happened on its last day or earlier.
            lanes: Events in one of these lanes.
            tags: Events with one of these tags.
            people: Events with one of these people.
            text: Events whose title, text, people or places hold all of these words.

        >>> race = Timeline(events=[Event(title="A", date="1957"), Event(title="B", date="1961")])
        >>> [event.title for event in race.select(from_=EdtfDate("1960")).events]
        ['B']
        """
        kept = [
            event
            for event in self.events
            if _in_range(event.date, from_, to)
            and (not lanes or event.lane in lanes)
            and (not tags or not set(tags).isdisjoint(event.tags))
            and (not people or not set(people).isdisjoint(event.people))
            and _says(event, text)
        ]
        return self.model_copy(update={"events": tuple(kept)})


def _in_range(date: EdtfDate, from_: EdtfDate | None, to: EdtfDate | None) -> bool:
    return not (from_ and from_.begins_after(date)) and not (to and date.begins_after(to))


def _says(event: Event, text: str) -> bool:
    said = " ".join([event.title, event.text or "", *event.people, *event.places]).casefold()
    return all(word in said for word in text.casefold().split())


def title_of_name(name: str) -> str:
    """The name of a file or a folder as a title.

    >>> title_of_name("space-race")
    'Space race'
    """
    return one_line(name.replace("-", " ").replace("_", " ")).capitalize()

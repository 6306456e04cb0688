"""The fenced block that puts a chart into an article: which timeline, and which of its events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.event import DateField
from timeline.model.timeline import Timeline
from timeline.publish.embed import iframe
from timeline.publish.pages import block
from timeline.publish.site import Site
from timeline.store.problems import in_words
from timeline.yamldoc import load_plain

__all__ = ["BlockOptions", "PageBlocks", "block_html", "unshown"]

# Of more names than these, those that look most like the one that is not there are told.
_MOST_NAMED = 12
_PLAIN = re.compile(r"-?\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


class BlockOptions(BaseModel):
    """What stands in a fenced block.

    >>> options = BlockOptions.model_validate({"timeline": "space-race", "from": "1957", "lanes": "Moon, Orbit"})
    >>> options.query
    'from=1957&lanes=Moon&lanes=Orbit'
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    timeline: str = Field(description="The id of the timeline: the name of its file or folder.")
    from_: DateField | None = Field(None, alias="from", description="Events from this date on.")
    to: DateField | None = Field(None, description="Events up to this date.")
    lanes: tuple[str, ...] = Field((), description="Only these lanes.")
    tags: tuple[str, ...] = Field((), description="Only events with one of these tags.")
    people: tuple[str, ...] = Field((), description="Only events with one of these people.")
    height: int | None = Field(None, ge=200, le=4000, description="How high the chart may become in pixels.")

    @field_validator("lanes", "tags", "people", mode="before")
    @classmethod
    def _list(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @model_validator(mode="after")
    def _in_order(self) -> BlockOptions:
        first, last = self.from_ and self.from_.earliest, self.to and self.to.latest
        if first and last and first > last:
            raise ValueError(f"{self.from_} is after `to`, {self.to}; write the earlier date as `from`")
        return self

    @property
    def query(self) -> str:
        """The selection as the query string that the browser client and the embed page understand."""
        named = {"from": _plain(self.from_, 0), "to": _plain(self.to, 1)}
        lists = {"lanes": self.lanes, "tags": self.tags, "people": self.people}
        parts = {name: text for name, text in named.items() if text}
        return urlencode(parts | {name: values for name, values in lists.items() if values}, doseq=True)

    def selected(self, tl: Timeline) -> Timeline:
        """The timeline with the events that the block asks for.

        Raises:
            TimelineError: It asks for a lane, a tag or a person that the timeline does not have, or for no event.
        """
        _refuse(self.unknown(tl))
        selected = tl.select(self.from_, self.to, self.lanes, self.tags, self.people)
        if tl.events and not selected.events:
            raise TimelineError("in the block, no event is left", hint=f"its timeline is {_extent(tl)}")
        return selected

    def unknown(self, tl: Timeline) -> list[TimelineError]:
        """The lanes, tags and people that the block asks for and the timeline does not have."""
        known = {
            "lane": (self.lanes, [*tl.lanes, *filter(None, tl.lane_names)]),
            "tag": (self.tags, [*tl.tags, *(tag for event in tl.events for tag in event.tags)]),
            "person": (self.people, [person for event in tl.events for person in event.people]),
        }
        return [error for kind, names in known.items() for error in _unknown(kind, *names)]


_OPTIONS = tuple(field.alias or name for name, field in BlockOptions.model_fields.items())


def _extent(tl: Timeline) -> str:
    return f"from {tl.events[0].date} to {tl.events[-1].date}"


def _plain(date: EdtfDate | None, side: int) -> str:
    """A date as the client reads it: a year, month or day; of any other its first day or its last."""
    if date is None or _PLAIN.fullmatch(str(date)):
        return str(date or "")
    return str((date.earliest, date.latest)[side] or "")


def _unknown(kind: str, asked: Iterable[str], known: Iterable[str]) -> Iterator[TimelineError]:
    names = list(dict.fromkeys(known))
    for name in asked:
        if name not in names:
            near = get_close_matches(name, names, _MOST_NAMED, 0) if len(names) > _MOST_NAMED else names
            hint = f"use one of: {', '.join(near)}" if names else f"no event of it has a {kind}"
            yield TimelineError(f"the timeline has no {kind} '{name}'", hint=hint)


def _refuse(errors: list[TimelineError]) -> None:
    """Raise all that is wrong as one error: whoever writes a block puts it right at once."""
    if errors:
        *others, last = errors
        raise TimelineError("; ".join([*map(str, others), last.message]), hint=last.hint)


def block_html(text: str, site: Site, root: str, number: int = 1) -> str:
    """The HTML of a fenced block.

    Args:
        text: What stands in it: ``timeline: space-race`` and options, one on a line, or only the id.
        site: The timelines.
        root: The way from the article to the root of the site.
        number: Which block of its page it is of those with the same events, as `PageBlocks` tells it.

    Raises:
        TimelineError: There is no such timeline, option, lane, tag or person; all that is wrong is told.
    """
    options, wrong = _options(_values(text.strip()))
    _refuse([*wrong, *(_lacking(options, site) if options else ())])
    assert options is not None
    tl = site.timeline(options.timeline)
    code = str(iframe(site, tl, options.query)) if site.makes("embeds") and site.settings.site_url else ""
    return block(root, options.selected(tl), options.height, options.query, code, tl.lane_names, number)


class PageBlocks:
    """The blocks of a page from the top on: events that several of them show need ids of their own in each."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._numbers: list[int] = []
        self._highest: dict[tuple[str, str | None], int] = {}
        self._site: Site | None = None

    def add(self, text: str) -> int:
        """The place of a block below all others, and what stands in it."""
        self._texts.append(text)
        return len(self._texts) - 1

    def number(self, place: int, site: Site) -> int:
        """Which block this is of those whose events can have the same ids: 1 for the first of them on the page.

        Args:
            place: Its place on the page, as `add` gave it.
            site: The timelines; a live preview has other ones after each change.
        """
        if self._site is not site:
            self._numbers, self._highest, self._site = [], {}, site
        for text in self._texts[len(self._numbers) : place + 1]:
            self._numbers.append(self._next(text, site))
        return self._numbers[place]

    def _next(self, text: str, site: Site) -> int:
        with suppress(TimelineError):  # what is wrong with a block is told where it is made
            options, _ = _options(_values(text.strip()))
            if options:
                tl = site.timeline(options.timeline)
                keys = [("timeline", tl.id), *(("event", event.id) for event in tl.events)]
                number = max(self._highest.get(key, 0) for key in keys) + 1
                self._highest.update(dict.fromkeys(keys, number))
                return number
        return 1


def _values(text: str) -> dict[str, Any]:
    first, _, rest = text.partition("\n")
    plain = load_plain(rest if ":" not in first and rest else text)
    values = plain if isinstance(plain, dict) else {}
    if ":" not in first:
        values = {**values, "timeline": first.strip()}
    return {name: value for name, value in values.items() if value != "" or name not in _OPTIONS}


def _options(values: dict[str, Any]) -> tuple[BlockOptions | None, list[TimelineError]]:
    """What a block asks for without what is wrong in it, None if it names no timeline, and all that is wrong."""
    try:
        return BlockOptions.model_validate(values), []
    except ValidationError as error:
        found = error.errors()
    # What belongs to no option is the order of the two dates.
    wrong = {str(details["loc"][0]) for details in found if details["loc"]} or {"from", "to"}
    right = {name: value for name, value in values.items() if name not in wrong}
    options, more = _options(right) if "timeline" not in wrong else (None, [])
    return options, [*(_told(dict(details)) for details in found), *more]


def _lacking(options: BlockOptions, site: Site) -> list[TimelineError]:
    try:
        return options.unknown(site.timeline(options.timeline))
    except TimelineError as error:
        return [error]


def _told(details: dict[str, Any]) -> TimelineError:
    name = str(details["loc"][0]) if details["loc"] else "from"
    if details["type"] == "extra_forbidden":
        return TimelineError(f"in the block there is no option `{name}`", hint=f"use {', '.join(_OPTIONS)}")
    if details["type"] == "missing":
        return TimelineError("the block names no timeline", hint="write its id into the first line")
    found, hint = in_words(details)
    return TimelineError(f"in the block, `{name}`: {found}", hint=hint)


def unshown(error: TimelineError) -> str:
    """What stands in place of a chart that cannot be shown, for whoever writes the article.

    >>> unshown(TimelineError("there is no timeline 'x'", hint="use <one>"))
    '<p class="timeline-problem">there is no timeline &#39;x&#39;; use &lt;one&gt;</p>'
    """
    return str(Markup('<p class="timeline-problem">{}</p>').format(error))

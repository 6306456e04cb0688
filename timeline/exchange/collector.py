"""Collects what a file of another format says into a timeline; what cannot be kept becomes a note."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from timeline.exchange.dates import civil, joined, lacks_month, of_year
from timeline.exchange.order import has_numbers
from timeline.model.characters import cut, one_line, visible
from timeline.model.date import EdtfDate
from timeline.model.edtf import year_text
from timeline.model.errors import DateError, TimelineError, hinted
from timeline.model.event import Event, Image, Source, free_id, limits_of, slug
from timeline.model.timeline import Timeline, title_of_name

if TYPE_CHECKING:
    from timeline.store.phrases import Context

__all__ = ["Collector"]

_MAX_EVENTS = 100_000
_MOST_NOTES = 1000
_LONGEST_NOTE = 500
_NAMED_BY = 100
_MOST_UNREAD, _MOST_TRIED = 500, 3_000
_WORDS = {"title", "lane", "tags", "people", "organizations", "places", "lanes", "alt", "credit", "publisher"}
_SPACES = re.compile(r"[ \t\n\f\v]+")
_LINES = {"text", "quote", "description"}
_WHICH = "say with the language which is meant: in en-GB the day comes first, in en-US the month"
_PLAIN_WORDS = {"extra_forbidden": "there is no such field", "missing": "it is missing"}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _identifier(own: str) -> str:
    """An id of another program as one of ours: itself if it is fit for addresses, else with a hash that keeps it apart.

    >>> _identifier("sputnik-1"), _identifier("Sputnik_1@example.org")
    ('sputnik-1', 'sputnik-1-example-org-d2fed0')
    """
    own = one_line(own)
    if len(own) <= 100 and _SLUG.fullmatch(own):
        return own
    return f"{slug(own)}-{hashlib.sha256(own.encode()).hexdigest()[:6]}"


_LIMITS: dict[type[BaseModel], dict[str, int]] = {model: limits_of(model) for model in (Event, Source, Image, Timeline)}


class Collector:
    """Takes what a reader finds, event by event.

    Args:
        name: The name of the file, for messages.
        published: What phrases such as "last month" count from, where the event does not say.
        columns: For tables: which column goes to which field, as a person has confirmed it.
        language: The language of the texts (BCP 47), whatever the file says of it; None for what it says.

    Attributes:
        head: The fields of the timeline itself.
        events: The events in the order of the file.
        outcomes: For each event of the file the event, or why it was left out.
        notes: What was left out or changed, each with its place.
        left_out: How many events could not be read.
        columns: For tables: the columns of the file, each with the field it goes to, "" for none.
        orders: For tables: for ``date`` and ``end`` a language in which numbers have the order that their column shows.
    """

    def __init__(
        self,
        name: str = "",
        published: EdtfDate | None = None,
        columns: Mapping[str, str] | None = None,
        language: str | None = None,
    ) -> None:
        self.name = name
        self.published = published
        self.confirmed = columns
        self.language = language
        self.columns: dict[str, str] = {}
        self.orders: dict[str, str] = {}
        self.head: dict[str, Any] = {}
        self.events: list[Event] = []
        self.outcomes: list[Event | str] = []
        self.notes: list[str] = []
        self.left_out = 0
        self._unread: set[tuple[str, str]] = set()  # begin and end, where an event was left out for them
        self._looked_at: dict[tuple[str, Context], EdtfDate | DateError] = {}
        self._asked = False
        self._ids: set[str] = set()
        self._kept: dict[tuple[str, Event], Event] = {}  # by the id that it would have alone, and all else

    def note(self, what: str, place: str = "") -> None:
        """Remember something that a person should know."""
        what = cut(what, _LONGEST_NOTE)
        if len(self.notes) < _MOST_NOTES:
            self.notes.append(f"{place}: {what}" if place else what)
        elif len(self.notes) == _MOST_NOTES:
            self.notes.append("and more of this kind")

    def leave_out(self, why: str, place: str = "") -> None:
        """Remember that an event could not be read."""
        self.left_out += 1
        self.outcomes.append(why)
        self.note(f"left out: {why}", place)

    def add(self, fields: Mapping[str, Any], place: str = "", own_id: str = "") -> None:
        """Add an event.

        Args:
            fields: The fields of `Event`, as texts, lists of texts, and nested fields. A stretch may have its first
                date as ``date`` and its last as ``end``.
            place: Where it stands, for people: ``"line 12"``.
            own_id: What the other program calls it, or "".

        Raises:
            TimelineError: There are more than `_MAX_EVENTS`.
        """
        if len(self.events) + self.left_out >= _MAX_EVENTS:
            raise TimelineError(f"more than {_MAX_EVENTS:,} events", hint="split the file", path=self.name or None)
        given = dict(self._clean(fields, Event, place))
        own_id = own_id or str(given.pop("id", ""))
        if "title" not in given and "text" in given:
            self._name(given, place)
        if "title" not in given:
            self.leave_out("it has no title", place)
            return
        if isinstance(given.get("image"), dict):
            self._describe(given["image"], str(given["title"]), place)
        said = str(given.get("date", "")), str(given.pop("end", "")).strip()
        try:
            given["date"] = self._date(given, said[1], place)
            event = self._valid(given, place)
        except (TimelineError, ValidationError) as error:
            if isinstance(error, DateError):
                self._unread.add(said)
            self.leave_out(_why(error), place)
        else:
            self._keep(event, own_id, place)

    def _describe(self, image: dict[str, Any], title: str, place: str) -> None:
        """Give a picture without words the title of its event, and ask for its own, which only a person can tell."""
        if not image.get("alt"):
            image["alt"] = title
            self.note("nothing tells what the picture shows: its 'alt' is the title; write there what it shows", place)

    def _name(self, given: dict[str, Any], place: str) -> None:
        """Make a title of the text; a text that is all in it is said once."""
        text = str(given["text"])
        given["title"] = cut(one_line(text), _NAMED_BY)
        if given["title"] == text:
            del given["text"]
        self.note("it has no title; the beginning of its text is its title", place)

    def _date(self, given: Mapping[str, Any], end: str, place: str) -> EdtfDate:
        said = str(given.get("date", "")).strip()
        if not said:
            raise DateError("it has no date")
        return self._stretch(said, end, given, place) if end not in ("", said) else self._single(said, given, place)

    def _stretch(self, said: str, end: str, given: Mapping[str, Any], place: str) -> EdtfDate:
        """From one date to another, each read alone; of "1914" and "18", or "now", the first tells what the last is."""
        from timeline.store.phrases import suggestions

        with suppress(DateError):
            return EdtfDate(f"{said}/{end}")
        begin: EdtfDate | str = said
        try:
            begin = self._bound(said, given, place)
            return joined(begin, self._last(end, begin, place))
        except DateError:
            told = suggestions(f"{begin}/{end}", self._language) if len(self._unread) < _MOST_UNREAD else []
            meant = [date for date in map(EdtfDate, told) if date.is_interval]
            if len(meant) != 1:
                raise
            self.note(f"'{said[:100]}' to '{end[:100]}' is read as {meant[0]}", place)
            return meant[0]

    def _last(self, end: str, begin: EdtfDate, place: str) -> EdtfDate:
        """The end of a stretch; of one that names a month but no year, as "June", the next that its begin lets come."""
        from timeline.store.phrases import Context, read_date

        if begin.first_day is None or lacks_month(end) or len(self._unread) >= _MOST_TRIED:
            return self._bound(end, None, place)
        whole = read_date(end, Context(language=self._language_of(end, "end")))
        if whole:
            return _one_of(end, self._noted(end, whole.date, place))
        year = civil(begin).year
        for each in (year, year + 1):
            with suppress(DateError):
                last = self._phrase(of_year(end, year_text(each)), None)
                joined(begin, last)
                return self._noted(end, last, place)
        return self._bound(end, None, place)

    def _bound(self, said: str, given: Mapping[str, Any] | None, place: str) -> EdtfDate:
        return _one_of(said, self._single(said, given, place))

    def _single(self, said: str, given: Mapping[str, Any] | None, place: str) -> EdtfDate:
        try:
            return EdtfDate(said)
        except DateError:
            return self._noted(said, self._phrase(said, given), place)

    def _noted(self, said: str, date: EdtfDate, place: str) -> EdtfDate:
        """The date that a text is read as, which is told if it is written otherwise."""
        if date.text != said:
            self.note(f"'{said[:100]}' is read as {date}", place)
            if date.is_choice and not self._asked:
                self._asked = True
                self.note(_WHICH, place)
        return date

    def _phrase(self, said: str, given: Mapping[str, Any] | None) -> EdtfDate:
        """What it means in other words or signs.

        Without what else is given, it is what it says by itself: an end does not count from the publication.
        """
        from timeline.store.phrases import Context, read_date

        if len(self._unread) >= _MOST_TRIED:
            raise DateError(f"more than {_MOST_TRIED:,} dates cannot be read; '{said[:100]}' was not looked at")
        context = Context(
            published=self.published, language=self._language_of(said, "end" if given is None else "date")
        )
        known = Context(language=context.language) if given is None else context.of_event({**given, "date": said}, None)
        read = read_date(said, known)
        return read.date if read else self._meant(said, known)

    def _meant(self, said: str, known: Context) -> EdtfDate:
        """The one date that can be meant by what is none. To look for it takes time, so that this has an end."""
        if (said, known) not in self._looked_at:
            if len(self._unread) >= _MOST_UNREAD:
                many = f"more than {_MOST_UNREAD} dates cannot be read, so that nobody asked what else is meant by"
                raise DateError(f"{many} '{said[:100]}'")
            self._looked_at[said, known] = _looked_at(said, known)
        found = self._looked_at[said, known]
        if isinstance(found, EdtfDate):
            return found
        raise DateError(found.message, hint=found.hint)

    def _language_of(self, said: str, field: str) -> str:
        """The language of a date; in English as such, that of its column tells whether its day comes first."""
        return self.orders.get(field, "en") if self.is_unordered and has_numbers(said) else self._language

    @property
    def is_unordered(self) -> bool:
        """Whether the language does not tell if the day or the month of a date in numbers comes first."""
        return self._language == "en"

    @property
    def _language(self) -> str:
        return self.language or str(self.head.get("language") or "en")

    def _valid(self, given: dict[str, Any], place: str) -> Event:
        """The event, without the fields that we do not take."""
        try:
            return Event.model_validate(given)
        except ValidationError as error:
            wrong = error.errors(include_url=False)
        # Of a list the last item first, so that those before it keep their places.
        for details in sorted(wrong, key=lambda found: _place_of(found["loc"]), reverse=True):
            self.note(f"{'.'.join(map(str, details['loc']))} left out: {_what_is_wrong(details)}", place)
            # A picture is nothing without its address.
            _remove(given, ("image",) if details["loc"][0] == "image" else details["loc"])
        if isinstance(given.get("sources"), list):
            given["sources"] = [source for source in given["sources"] if source]
        return Event.model_validate(given)

    def _keep(self, event: Event, own_id: str, place: str) -> None:
        base = _identifier(own_id) if own_id else f"{slug(event.title)}-{slug(event.date.text.partition('/')[0])}"
        said = base, event
        if said in self._kept:
            self.note(f"'{event.title}' is there twice; one is kept", place)
        else:
            name = free_id(base, self._ids)
            self._ids.add(name)
            self._kept[said] = event.model_copy(update={"id": name})
            self.events.append(self._kept[said])
        self.outcomes.append(self._kept[said])

    def timeline(self, fallback: str = "timeline") -> Timeline:
        """The timeline that was collected.

        Args:
            fallback: Its id, and in words its title, where the file says none.
        """
        plain = {"id": fallback, "title": title_of_name(fallback)}
        head = {**plain, **dict(self._clean(self.head, Timeline, ""))}
        if self.language:
            head["language"] = self.language
        try:
            known = Timeline.model_validate(head)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                self.note(f"{details['loc'][0]} left out: {_what_is_wrong(details)}")
                head.pop(str(details["loc"][0]), None)
            known = Timeline.model_validate({**plain, **head})
        return known.model_copy(update={"events": tuple(sorted(self.events, key=lambda event: event.date.sort_key))})

    def _clean(self, fields: Mapping[str, Any], model: type[BaseModel], place: str) -> Iterator[tuple[str, Any]]:
        for name, value in ((one_line(name), value) for name, value in fields.items()):
            cleaned = self._clean_value(name, value, model, place)
            if cleaned not in (None, "", [], {}):
                yield name, cleaned

    def _clean_value(self, name: str, value: Any, model: type[BaseModel], place: str) -> Any:
        if isinstance(value, str):
            return self._short(name, _tidy(name, value), model, place)
        if isinstance(value, Mapping):
            return dict(self._clean(value, Image if name == "image" else Source, place))
        if isinstance(value, list | tuple):
            items = [self._clean_value(name, item, Source, place) for item in value]
            return [item for item in items if item not in ("", {}, None)]
        return value

    def _short(self, name: str, text: str, model: type[BaseModel], place: str) -> str:
        longest = _LIMITS[model].get(name)
        if longest is None or len(text) <= longest:
            return text
        self.note(f"{name} shortened to {longest} characters", place)
        return cut(text, longest)


def _tidy(name: str, text: str) -> str:
    """The text of a field. In words a space that keeps two of them together stays, as before a mark in French."""
    if name in _LINES:
        return visible(text).strip()
    return " ".join(filter(None, _SPACES.split(visible(text).strip()))) if name in _WORDS else one_line(text)


def _looked_at(said: str, known: Context) -> EdtfDate | DateError:
    """The one date that can be meant by what is none, or why it is none."""
    from timeline.store.phrases import resolve, suggestions

    meant = suggestions(said, known.language)
    try:
        return EdtfDate(meant[0]) if len(meant) == 1 else resolve(said, known).date
    except DateError as error:
        return error


def _one_of(said: str, date: EdtfDate) -> EdtfDate:
    """A date that can begin or end a stretch: a single one."""
    if date.is_choice:
        raise DateError(f"'{said[:100]}' can be {' or '.join(map(str, date.choices))}", hint=_WHICH)
    return date


def _why(error: TimelineError | ValidationError) -> str:
    if isinstance(error, TimelineError):
        return error.said
    first = error.errors(include_url=False)[0]
    return f"{'.'.join(map(str, first['loc']))}: {_what_is_wrong(first)}"


def _what_is_wrong(details: Mapping[str, Any]) -> str:
    from timeline.store.problems import in_words

    if details["type"] in _PLAIN_WORDS:
        return _PLAIN_WORDS[details["type"]]
    found, hint = in_words(dict(details))
    return hinted(found, hint)


def _place_of(where: tuple[Any, ...]) -> list[tuple[str, int]]:
    """The way to a value, in an order in which the tenth item of a list comes after the second."""
    return [(step, 0) if isinstance(step, str) else ("", step) for step in where]


def _remove(given: Any, where: tuple[Any, ...]) -> None:
    """Remove a value from nested fields, as far as the way to it leads."""
    *way, last = where
    for step in way:
        if not isinstance(given, dict | list) or (isinstance(given, dict) and step not in given):
            return
        given = given[step]
    if isinstance(given, dict):
        given.pop(last, None)
    elif isinstance(given, list) and isinstance(last, int):
        del given[last]

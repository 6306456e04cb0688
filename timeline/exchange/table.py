"""Events as rows: which column is which field, and one event as one row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from timeline.exchange.collector import Collector
from timeline.exchange.dates import year_month_day
from timeline.exchange.headers import FIELDS, IMAGE, PARTS, PLAIN, guess, source_part
from timeline.exchange.order import learnt
from timeline.model.characters import one_line
from timeline.model.errors import TimelineError
from timeline.model.event import LISTS, Event
from timeline.model.timestamps import tidy_date

__all__ = ["MOST_COLUMNS", "SOURCES_LOST", "columns_of", "join", "named", "read_rows", "row_of", "split"]

MOST_COLUMNS = 300
"""How many columns of a table may have a name."""

_MOST_SOURCES = 40  # so that with six columns for each there are fewer than may have a name

SOURCES_LOST = dict.fromkeys((f"sources.{part}" for part in PARTS), f"not carried after source {_MOST_SOURCES}")
"""What is lost where an event has more sources than columns are made for."""

_ADDRESS = re.compile("https?://", re.IGNORECASE)
_FILM = re.compile(
    r"https?://(?:www\.|m\.|mobile\.)?(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitter\.com|x\.com|facebook\.com"
    r"|instagram\.com|tiktok\.com|bsky\.app|soundcloud\.com|open\.spotify\.com)/",
    re.IGNORECASE,
)
# As people number them, which is told; with a zero in front, as in EDTF, the year 0 is 1 BCE.
_BEFORE_CHRIST = re.compile(r"(?:-(?=[1-9])|(?=\d+ ?[bv]))(\d{1,4})(?:\.0+)? ?(?:bce?|v\. ?chr\.)?", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"\d{1,2}(?:\.0+)?")
_COMMA_TOO = ("tags", "people", "organizations")


def join(values: Sequence[str]) -> str:
    """Several values in one cell.

    >>> join(["talks", "arms; control"]), join(["King, Martin"])
    ('talks; arms\\\\; control', 'King, Martin;')
    """
    cell = "; ".join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)
    return f"{cell};" if len(values) == 1 and re.search(r"[,|\\]", cell) else cell


def split(cell: str, commas: bool = False) -> list[str]:
    """The values of a cell: between semicolons; if there are none, between bars or, where asked, commas.

    >>> split("talks; arms\\\\; control"), split("King, Martin;"), split("a, b", commas=True), split("Paris, France")
    (['talks', 'arms; control'], ['King, Martin'], ['a', 'b'], ['Paris, France'])
    """
    if ";" in cell:
        parts = [part.replace("\\;", ";").replace("\\\\", "\\") for part in re.findall(r"(?:\\[\\;]|[^;])+", cell)]
    else:
        parts = re.split(r"\|", cell) if "|" in cell else cell.split(",") if commas else [cell]
    return [part.strip() for part in parts if part.strip()]


def columns_of(events: Iterable[Event]) -> list[str]:
    """The columns that these events need; id, date and title always."""
    used = {name for event in events for name in row_of(event)}
    places = {name: place for name in used if (place := source_part(name))}
    sources = sorted(places, key=lambda name: (places[name][0], PARTS.index(places[name][1])))
    ordered = ["id", "date", "title", "text", "lane", *LISTS, *IMAGE, *sources, *PLAIN[5:]]
    return [name for name in ordered if name in used or name in ("id", "date", "title")]


def row_of(event: Event) -> dict[str, str]:
    """An event as one row: its columns with what stands in them.

    >>> row_of(Event(id="a", title="A", date="1961", tags=["x", "y"], sources=[{"url": "https://example.org"}]))
    {'id': 'a', 'date': '1961', 'title': 'A', 'tags': 'x; y', 'source url': 'https://example.org'}
    """
    given = event.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    row = {name: str(given[name]) for name in PLAIN if name in given}
    row |= {name: join(given[name]) for name in LISTS if given.get(name)}
    row |= {name: str(given["image"][key]) for name, key in IMAGE.items() if key in given.get("image", {})}
    for number, source in enumerate(given.get("sources", ())[:_MOST_SOURCES], 1):
        row |= {f"source {number} {key}" if number > 1 else f"source {key}": value for key, value in source.items()}
    return {name: value for name, value in row.items() if value}


def named(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an event under our names, where they have those that people give to columns.

    >>> named({"when": "2025-02", "headline": "Talks", "tags": ["a"], "colour": "red"})
    {'date': '2025-02', 'title': 'Talks', 'tags': ['a'], 'colour': 'red'}
    """
    names = {name: _own_name(name, field) for name, field in guess(list(fields)).items()}
    return {names[name]: value for name, value in fields.items()}


def _own_name(name: str, field: str) -> str:
    return field if field in (*PLAIN, *LISTS, "end") else name


def read_rows(rows: Iterable[tuple[str, Sequence[str]]], collector: Collector) -> None:
    """Read a table into a collector.

    Args:
        rows: Each row with its place, the row of headers first.
        collector: Where the events go; its `columns` say what each column was read as.

    Raises:
        TimelineError: No column holds the dates, there are more than `MOST_COLUMNS`, or a column is said to be a field
            that there is not.
    """
    rows = iter(rows)
    place, row = next(rows, ("", ()))
    headers = [cell.strip() for cell in row]
    telling = [header for header in headers if header]
    if len(telling) > MOST_COLUMNS:
        found = f"more than {MOST_COLUMNS} columns have a name, the last of them '{one_line(telling[-1])[:100]}'"
        raise TimelineError(found, hint="take away those that say nothing of the events", line=1)
    collector.columns = _confirmed(guess(telling), collector.confirmed or {})
    fields = list(_fields(headers, place, collector))
    if not {"date", "year"} & set(fields):
        shown = ", ".join(f"'{header}'" for header in headers[:12] if header) or "none"
        raise TimelineError(
            f"no column holds the dates; the columns are {shown}",
            hint="say which one it is: --column 'When=date'",
            line=1,
        )
    kept = list(rows)
    _learn_orders(headers, fields, kept, collector)
    for place, row in kept:
        _tell_unnamed(headers, row, place, collector)
        cells = {field: cell.strip() for field, cell in zip(fields, row, strict=False) if field and cell.strip()}
        if cells:
            _tell_parts(cells, collector, place)
            _keep_film(cells, collector, place)
            collector.add(dict(_fields_of(cells)), place)


def _learn_orders(
    headers: Sequence[str], fields: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], collector: Collector
) -> None:
    """Learn from the dates of a column which of their numbers is the day, where the language does not tell."""
    for at, field in enumerate(fields):
        if field in ("date", "end") and collector.is_unordered:
            found = learnt(headers[at], ((place, row[at]) for place, row in rows if at < len(row)))
            if found:
                collector.note(found.note, found.place)
                collector.orders |= {field: found.language} if found.language else {}


def _fields(headers: Sequence[str], place: str, collector: Collector) -> Iterator[str]:
    """The field of each column, "" for one that is not read."""
    seen: set[str] = set()
    for header in headers:
        again = header in seen
        if header and again:
            collector.note(f"the second column '{header}' is not read; give it a name of its own", place)
        yield "" if again else collector.columns.get(header, "")
        seen.add(header)


def _tell_unnamed(headers: Sequence[str], row: Sequence[str], place: str, collector: Collector) -> None:
    for header, cell in zip_longest(headers, row, fillvalue=""):
        if cell.strip() and not header:
            collector.note(f"'{one_line(cell)[:100]}' left out: it stands in a column without a name", place)


def _confirmed(guessed: dict[str, str], said: Mapping[str, str]) -> dict[str, str]:
    for header, field in said.items():
        if header not in guessed:
            raise TimelineError(f"there is no column '{header}'", hint=f"the columns are {', '.join(guessed)}")
        if field and field not in FIELDS and not source_part(field):
            raise TimelineError(f"a column cannot be '{field}'", hint=f"use one of {', '.join(FIELDS)}")
    free = {header: "" if field in said.values() else field for header, field in guessed.items()}
    return {**free, **said}


def _keep_film(cells: dict[str, str], collector: Collector, place: str) -> None:
    """Make a source of what stands in the column of pictures and is a film or a post."""
    address = cells.get("image", "")
    if not _FILM.match(address):
        return
    collector.note(f"'{one_line(address)[:100]}' is no picture: it is kept as a source", place)
    parts = filter(None, map(source_part, cells))
    number = max((at for at, _ in parts), default=0 if "source" in cells else -1) + 2
    for name, part in (("image", "url"), ("image alt", "title"), ("image credit", "publisher")):
        if name in cells:
            cells[f"source {number} {part}" if number > 1 else f"source {part}"] = cells.pop(name)


def _fields_of(cells: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for name in PLAIN:
        if name in cells and name not in ("date", "importance"):
            yield name, cells[name]
    yield "date", tidy_date(cells["date"]) if "date" in cells else _from_parts(cells)
    yield "end", tidy_date(cells.get("end", ""))
    # Much of the world writes 0,75.
    yield "importance", cells.get("importance", "").replace(",", ".")
    for name in LISTS:
        yield name, split(cells.get(name, ""), commas=name in _COMMA_TOO)
    image = {key: cells[name] for name, key in IMAGE.items() if name in cells}
    yield "image", {"alt": "", **image} if image else {}
    yield "sources", _sources_of(cells)


def _sources_of(cells: Mapping[str, str]) -> list[dict[str, str]]:
    sources: dict[int, dict[str, str]] = {}
    for name, cell in cells.items():
        place = source_part(name)
        if place:
            sources.setdefault(place[0], {})[place[1]] = cell
    if "source" in cells:
        _name_source(sources.setdefault(0, {}), cells["source"])
    return [sources[number] for number in sorted(sources)]


def _name_source(source: dict[str, str], said: str) -> None:
    """What a column "Source" says: an address, or who published it."""
    part = "url" if "url" not in source and _ADDRESS.match(said) else "publisher"
    source["title" if part in source else part] = said


def _from_parts(cells: Mapping[str, str]) -> str:
    year, month, day = (cells.get(name, "") for name in ("year", "month", "day"))
    before = _BEFORE_CHRIST.fullmatch(year)
    return year_month_day(str(1 - int(before[1])) if before else year, month, day)


def _tell_parts(cells: Mapping[str, str], collector: Collector, place: str) -> None:
    """Say what is not plain about a date whose parts are columns of their own."""
    year, month, day = (cells.get(name, "") for name in ("year", "month", "day"))
    if "date" in cells or not year:
        return
    if before := _BEFORE_CHRIST.fullmatch(year):
        collector.note(f"the year '{year}' is read as {before[1]} BCE, which is {_from_parts({'year': year})}", place)
    elif _SHORT_YEAR.fullmatch(year):
        collector.note(f"the year '{year}' is read as {_from_parts({'year': year})}, with no century before it", place)
    if day and not month:
        collector.note(f"the day '{day[:100]}' left out: it has no month", place)

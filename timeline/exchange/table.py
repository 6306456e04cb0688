"""Events as rows: which column is which field, and one event as one row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from timeline.exchange.collector import Collector
from timeline.exchange.dates import tidy_date, year_month_day
from timeline.model.errors import TimelineError
from timeline.model.event import LISTS, Event

__all__ = ["FIELDS", "columns_of", "guess", "join", "named", "read_rows", "row_of", "split"]

_PARTS = ("url", "title", "publisher", "published", "quote", "expression")
_IMAGE = {
    "image": "src",
    "image alt": "alt",
    "image credit": "credit",
    "image width": "width",
    "image height": "height",
}
_PLAIN = ("id", "date", "title", "text", "lane", "expression", "published", "status", "certainty", "importance")
_SOURCE = re.compile(rf"source(?: ([2-9]|[1-9]\d))? ({'|'.join(_PARTS)})")
_DATE_PARTS = ("end", "year", "month", "day")

# What a column can be: fields, and parts of a date that are put together.
FIELDS = (*_PLAIN, *LISTS, *_IMAGE, *_DATE_PARTS, *(f"source {part}" for part in _PARTS))

_NAMES: dict[str, str] = {
    "date": "date when start begin from startdate begindate eventdate datetime timestamp datum fecha fechainicio",
    "end": "end enddate to until finish finishdate ende fechafin",
    "year": "year jahr año annee",
    "month": "month monat mes mois",
    "day": "day tag jour dia",
    "title": "title headline event name what summary subject message label titel titre titulo",
    "text": "text description details body notes note beschreibung descripcion",
    "lane": "lane group category track row series section gruppe kategorie",
    "tags": "tags keywords topics labels",
    "people": "people persons participants who personen",
    "organizations": "organizations organisations organization organisation companies",
    "places": "places place location where venue city ort lugar lieu",
    "image": "image picture photo media imageurl bild",
    "image alt": "alttext imagealttext",
    "image credit": "mediacredit photocredit credit",
    "id": "id identifier internalidentifier uniqueid uid slug key",
    "source url": "url link source sourceurl href website web quelle fuente",
    "source publisher": "publisher outlet newspaper medium",
    "source published": "publicationdate pubdate datepublished",
    "source quote": "quote quotation citation",
    "importance": "weight priority",
}
_BY_NAME = {name: field for field, names in _NAMES.items() for name in names.split()}
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
    sources = sorted((name for name in used if name.startswith("source ")), key=_source_order)
    ordered = ["id", "date", "title", "text", "lane", *LISTS, *_IMAGE, *sources, *_PLAIN[5:]]
    return [name for name in ordered if name in used or name in ("id", "date", "title")]


def _source_order(name: str) -> tuple[int, int]:
    number, part = _source(name)
    return number, _PARTS.index(part)


def _source(name: str) -> tuple[int, str]:
    match = _SOURCE.fullmatch(name)
    assert match is not None, name
    return int(match[1] or 1) - 1, match[2]


def row_of(event: Event) -> dict[str, str]:
    """An event as one row: its columns with what stands in them.

    >>> row_of(Event(id="a", title="A", date="1961", tags=["x", "y"], sources=[{"url": "https://example.org"}]))
    {'id': 'a', 'date': '1961', 'title': 'A', 'tags': 'x; y', 'source url': 'https://example.org'}
    """
    given = event.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    row = {name: str(given[name]) for name in _PLAIN if name in given}
    row |= {name: join(given[name]) for name in LISTS if given.get(name)}
    row |= {name: str(given["image"][key]) for name, key in _IMAGE.items() if key in given.get("image", {})}
    for number, source in enumerate(given.get("sources", ()), 1):
        row |= {f"source {number} {key}" if number > 1 else f"source {key}": value for key, value in source.items()}
    return {name: value for name, value in row.items() if value}


def guess(headers: Sequence[str]) -> dict[str, str]:
    """Which field each column is, "" where nothing fits; no field twice.

    >>> guess(["When", "What", "Source URL", "Budget"])
    {'When': 'date', 'What': 'title', 'Source URL': 'source url', 'Budget': ''}
    """
    found: dict[str, str] = {}
    for header in headers:
        field = _field_of(header)
        found[header] = "" if field in found.values() else field
    if "date" not in found.values() and "year" in found.values():
        return found
    return {header: "" if field in ("year", "month", "day") else field for header, field in found.items()}


def _field_of(header: str) -> str:
    plain = " ".join(header.casefold().replace("_", " ").replace(".", " ").split())
    if plain in FIELDS or _SOURCE.fullmatch(plain):
        return plain
    return _BY_NAME.get(re.sub(r"[\W\d_]", "", plain), "")


def named(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an event under our names, where they have those that people give to columns.

    >>> named({"when": "2025-02", "headline": "Talks", "tags": ["a"], "colour": "red"})
    {'date': '2025-02', 'title': 'Talks', 'tags': ['a'], 'colour': 'red'}
    """
    if "date" in fields and "title" in fields:
        return dict(fields)
    names = {name: _own_name(name, field) for name, field in guess(list(fields)).items()}
    given = {names[name]: value for name, value in fields.items()}
    end = given.pop("end", "")
    if end and given.get("date"):
        given["date"] = f"{given['date']}/{end}"
    return given


def _own_name(name: str, field: str) -> str:
    return field if field in (*_PLAIN, *LISTS, "end") else name


def read_rows(rows: Iterable[tuple[str, Sequence[str]]], collector: Collector) -> None:
    """Read a table into a collector.

    Args:
        rows: Each row with its place, the row of headers first.
        collector: Where the events go; its `columns` say what each column was read as.

    Raises:
        TimelineError: No column holds the dates, or a column is said to be a field that there is not.
    """
    rows = iter(rows)
    headers = [cell.strip() for cell in next(rows, ("", ()))[1]]
    collector.columns = _confirmed(guess([header for header in headers if header]), collector.confirmed or {})
    fields = [collector.columns.get(header, "") for header in headers]
    if not {"date", "year"} & set(fields):
        shown = ", ".join(f"'{header}'" for header in headers[:12] if header) or "none"
        raise TimelineError(
            f"no column holds the dates; the columns are {shown}",
            hint="say which one it is: --column 'When=date'",
            line=1,
        )
    for place, row in rows:
        cells = {field: cell.strip() for field, cell in zip(fields, row, strict=False) if field and cell.strip()}
        if cells:
            collector.add(dict(_fields_of(cells)), place)


def _confirmed(guessed: dict[str, str], said: Mapping[str, str]) -> dict[str, str]:
    for header, field in said.items():
        if header not in guessed:
            raise TimelineError(f"there is no column '{header}'", hint=f"the columns are {', '.join(guessed)}")
        if field and field not in FIELDS and not _SOURCE.fullmatch(field):
            raise TimelineError(f"a column cannot be '{field}'", hint=f"use one of {', '.join(FIELDS)}")
    free = {header: "" if field in said.values() else field for header, field in guessed.items()}
    return {**free, **said}


def _fields_of(cells: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for name in _PLAIN:
        if name in cells and name != "date":
            yield name, cells[name]
    yield "date", _date_of(cells)
    for name in LISTS:
        yield name, split(cells.get(name, ""), commas=name in _COMMA_TOO)
    image = {key: cells[name] for name, key in _IMAGE.items() if name in cells}
    yield "image", {"alt": "", **image} if image else {}
    yield "sources", _sources_of(cells)


def _sources_of(cells: Mapping[str, str]) -> list[dict[str, str]]:
    sources: dict[int, dict[str, str]] = {}
    for name, cell in cells.items():
        if name.startswith("source "):
            number, part = _source(name)
            sources.setdefault(number, {})[part] = cell
    return [sources[number] for number in sorted(sources)]


def _date_of(cells: Mapping[str, str]) -> str:
    begin = tidy_date(cells["date"]) if "date" in cells else _from_parts(cells)
    end = tidy_date(cells.get("end", ""))
    return f"{begin}/{end}" if begin and end and end != begin else begin


def _from_parts(cells: Mapping[str, str]) -> str:
    year, month, day = (cells.get(name, "").strip() for name in ("year", "month", "day"))
    return year_month_day(year, month, day)
